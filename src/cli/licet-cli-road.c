/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-road"

#include "config.h"

#include "licet-cli-private.h"

typedef struct {
  LicetBundle *bundle;
  LicetRules *rules;
  LicetCase *self;
  guint step;
} Road;

static void
begin_step (Road *road,
            const char *title)
{
  _licet_cli_print_line ("%s%u. %s", road->step > 0 ? "\n" : "", road->step + 1, title);
  road->step++;
}

static void
show_item (LicetLine *line)
{
  LicetItem *item = licet_line_get_item (line);
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (licet_item_get_bundle (item));
  g_auto (GStrv) kinds = licet_item_dup_kinds (item);
  g_autoptr (GPtrArray) facts = licet_item_dup_facts (item);
  g_autofree char *first = g_strdup_printf ("   %s: ", licet_line_get_id (line));

  _licet_cli_print_wrapped (first, 6, licet_item_get_description (item));
  for (guint i = 0; kinds[i] != NULL; i++) {
    const LicetKind *kind = licet_vocabulary_find_kind (vocabulary, kinds[i]);

    _licet_cli_print_wrapped ("      is said to be: ", 8, kind != NULL ? kind->label : kinds[i]);
  }
  for (guint i = 0; i < facts->len; i++) {
    const LicetFact *fact = g_ptr_array_index (facts, i);
    g_autofree char *text = g_strdup_printf (
      "%s%s%s%s", licet_value_get_text (fact->value), fact->source != NULL ? " (" : "",
      fact->source != NULL ? fact->source : "", fact->source != NULL ? ")" : "");
    g_autofree char *label = g_strdup_printf ("      %s: ", fact->quantity->label);

    _licet_cli_print_wrapped (label, 8, text);
  }
}

static void
show_determination (LicetLine *line,
                    LicetDetermination *determination)
{
  gboolean is_listed = licet_determination_get_outcome (determination) == LICET_OUTCOME_LISTED;
  g_autofree char *codes = licet_line_dup_codes (line,
                                                 licet_determination_get_list_id (determination));
  g_auto (GStrv) trail = licet_determination_dup_trail (determination);
  g_autofree char *first = g_strdup_printf ("   %s: ", licet_line_get_id (line));
  g_autofree char *sentence = g_strdup_printf ("%s %s, %s, edition %s; decided by %s on %s",
                                               is_listed ? "listed as" : "", codes,
                                               licet_determination_get_list_id (determination),
                                               licet_determination_get_edition (determination),
                                               licet_determination_get_decided_by (determination),
                                               licet_determination_get_decided_on (determination));

  _licet_cli_print_wrapped (first, 6, sentence);
  for (guint i = 0; trail[i] != NULL; i++)
    _licet_cli_print_wrapped ("      - ", 8, trail[i]);
}

static void
show_lines (Road *road)
{
  GListModel *lines = licet_case_get_lines (road->self);

  begin_step (road, "What the items are");
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);

    show_item (line);
  }
  begin_step (road, "Which paragraphs they meet, and why");
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);
    GPtrArray *determinations = licet_line_get_determinations (line);

    for (guint j = 0; j < determinations->len; j++)
      show_determination (line, g_ptr_array_index (determinations, j));
    if (determinations->len == 0)
      _licet_cli_print_line ("   %s: not determined yet", licet_line_get_id (line));
  }
}

static void
show_parties (Road *road)
{
  g_autoptr (GPtrArray) parties = licet_case_dup_party_array (road->self);
  g_autoptr (GPtrArray) chain = licet_chain_new (parties);
  g_autofree char *words = licet_chain_dup_words (chain);
  const char *use = licet_case_get_text (road->self, "end-use.text");

  begin_step (road, "Who gets them, and what for");
  _licet_cli_print_wrapped ("   ", 3, words);
  if (use != NULL)
    _licet_cli_print_wrapped ("   Use: ", 3, use);
}

static gboolean
show_requirements (Road *road,
                   GError **error)
{
  g_autoptr (GPtrArray) requirements = licet_case_require (road->self, road->rules, error);

  if (requirements == NULL)
    return FALSE;
  begin_step (road, "What is required, and why");
  for (guint i = 0; i < requirements->len; i++)
    _licet_cli_print_requirement (road->self, road->rules, g_ptr_array_index (requirements, i),
                                  LICET_CLI_TRAIL_STEPS, 3);
  return TRUE;
}

static void
show_statements (Road *road)
{
  GListModel *statements = licet_case_get_statements (road->self);

  begin_step (road, "Which statements go with it");
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++) {
    g_autoptr (LicetStatement) statement = g_list_model_get_item (statements, i);
    LicetParty *party = licet_case_find_party (road->self, licet_statement_get_party (statement));
    const char *name = party != NULL ? licet_party_get_name (party) : NULL;

    _licet_cli_print_line ("   %s of %s: %s", licet_statement_get_form (statement),
                           name != NULL ? name : licet_statement_get_party (statement),
                           licet_statement_state_serialise (licet_statement_get_state (statement)));
  }
  if (g_list_model_get_n_items (statements) == 0)
    _licet_cli_print_line ("   none");
}

static gboolean
write_package (Road *road,
               const char *path,
               GError **error)
{
  g_autofree char *full = g_canonicalize_filename (path, NULL);
  g_autoptr (LicetPackageSummary) summary =
      licet_package_write (road->self, road->rules, path, NULL, NULL, error);

  if (summary == NULL)
    return FALSE;
  begin_step (road, "What was written, and where");
  _licet_cli_print_line ("   %s", full);
  for (guint i = 0; i < summary->files->len; i++)
    _licet_cli_print_line ("      %s", (const char *) g_ptr_array_index (summary->files, i));
  _licet_cli_print_findings (summary->findings);
  return TRUE;
}

static LicetCliStatus
verify_package (Road *road,
                const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetVerifyReport) report = licet_package_verify (path, road->bundle, NULL, &error);

  if (report == NULL)
    return _licet_cli_complain (path, error);
  begin_step (road, "Whether it holds");
  _licet_cli_print_report (report);
  return report->is_sound ? LICET_CLI_DONE : LICET_CLI_NEGATIVE;
}

LicetCliStatus
_licet_cli_run_road (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      "File to write; by the reference of the case unless given", "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (LicetCliCase) loaded = { 0 };
  g_autoptr (GError) error = NULL;
  Road road = { 0 };
  LicetCliStatus status;

  if (!_licet_cli_parse (&words, entries, 1, 1, &status))
    return status;
  if (!_licet_cli_case_load (&loaded, words[1]))
    return LICET_CLI_BAD_INPUT;
  if (output == NULL)
    output = licet_package_dup_name (loaded.self);
  road = (Road) { loaded.bundle, loaded.rules, loaded.self, 0 };
  show_lines (&road);
  show_parties (&road);
  if (!show_requirements (&road, &error))
    return _licet_cli_complain (words[1], error);
  show_statements (&road);
  if (!write_package (&road, output, &error))
    return _licet_cli_complain (words[1], error);
  return verify_package (&road, output);
}
