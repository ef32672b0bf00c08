/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-paper"

#include "config.h"

#include "licet-papers-private.h"

#include <string.h>

/* Between groups of three digits: no mark that some country reads as a decimal one. */
#define GROUP_SPACE "\342\200\257"

static const char *const months[] = {
  "January", "February", "March",     "April",   "May",      "June",
  "July",    "August",   "September", "October", "November", "December",
};

static const char *const verdict_words[] = {
  [LICET_REQUIREMENT_NONE] = "No license required",
  [LICET_REQUIREMENT_AUTHORIZED] = "Authorized without an individual license",
  [LICET_REQUIREMENT_NEEDS_FACTS] = "Not decided: facts are missing",
  [LICET_REQUIREMENT_LICENSE] = "License required",
  [LICET_REQUIREMENT_PROHIBITED] = "Prohibited",
};

void
_licet_enclosure_free (LicetEnclosure *enclosure)
{
  if (enclosure == NULL)
    return;
  g_free (enclosure->path);
  g_free (enclosure->title);
  g_free (enclosure->sha256);
  g_free (enclosure->evidence);
  g_free (enclosure);
}

char *
_licet_paper_dup_day (const char *day)
{
  GDate date;

  if (day == NULL)
    return g_strdup ("");
  if (!licet_date_parse (day, &date, NULL))
    return g_strdup (day);
  return g_strdup_printf ("%u %s %u", g_date_get_day (&date), months[g_date_get_month (&date) - 1],
                          g_date_get_year (&date));
}

char *
_licet_paper_dup_money (const char *amount,
                        const char *currency)
{
  g_autoptr (GString) text = NULL;
  gsize digits;

  if (amount == NULL)
    return NULL;
  text = g_string_new (currency != NULL ? currency : "");
  if (text->len > 0)
    g_string_append_c (text, ' ');
  digits = strspn (amount, "0123456789");
  for (gsize i = 0; i < digits; i++) {
    if (i > 0 && (digits - i) % 3 == 0)
      g_string_append (text, GROUP_SPACE);
    g_string_append_c (text, amount[i]);
  }
  g_string_append (text, amount + digits);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

const char *
_licet_paper_get_country (const char *code)
{
  const char *name = code != NULL ? licet_country_get_name (code) : "not known";

  return name != NULL ? name : code;
}

char *
_licet_paper_dup_reference (const LicetFrozen *frozen)
{
  const char *reference = licet_case_get_text (frozen->self, "reference");

  return g_strdup_printf ("%s, round %u", reference != NULL ? reference : "No reference",
                          licet_case_get_round (frozen->self));
}

char *
_licet_paper_dup_editions (const LicetFrozen *frozen)
{
  LicetBundle *bundle = licet_case_get_bundle (frozen->self);
  const char *const *jurisdictions = licet_case_get_jurisdictions (frozen->self);
  const char *const *ids = licet_bundle_get_list_ids (bundle);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], NULL);

    if (list != NULL && g_strv_contains (jurisdictions, licet_control_list_get_jurisdiction (list)))
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "",
                              licet_control_list_get_short_name (list),
                              licet_control_list_get_edition (list));
  }
  for (guint i = 0; jurisdictions[i] != NULL; i++) {
    const char *edition = licet_rules_get_edition (frozen->rules, jurisdictions[i]);

    if (edition != NULL)
      g_string_append_printf (text, "%s%s rules %s", text->len > 0 ? ", " : "", jurisdictions[i],
                              edition);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

LicetDocument *
_licet_paper_new (const LicetFrozen *frozen,
                  const char *title,
                  const char *subject)
{
  LicetParty *exporter = licet_case_find_role (frozen->self, LICET_ROLE_EXPORTER);
  const char *name = exporter != NULL ? licet_party_get_name (exporter) : NULL;
  g_autofree char *reference = _licet_paper_dup_reference (frozen);
  g_autofree char *editions = _licet_paper_dup_editions (frozen);
  g_autofree char *keywords = g_strconcat (LICET_FACTS_KEYWORD, frozen->digest, NULL);
  LicetDocumentInfo info = {
    .title = title,
    .author = name,
    .subject = subject != NULL ? subject : reference,
    .keywords = keywords,
    .moment = frozen->moment,
    .head_left = reference,
    .head_right = editions,
    .foot = name,
  };

  return licet_document_new (&info);
}

char *
_licet_paper_dup_line_name (LicetLine *line)
{
  const char *description = licet_item_get_description (licet_line_get_item (line));
  const char *part = licet_line_get_text (line, "part-number");

  if (description == NULL || *description == '\0')
    return g_strdup (part != NULL ? part : licet_line_get_id (line));
  return part != NULL ? g_strdup_printf ("%s (%s)", description, part) : g_strdup (description);
}

char *
_licet_paper_dup_item_name (const LicetFrozen *frozen,
                            const char *id)
{
  GListModel *lines = licet_case_get_lines (frozen->self);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);
    g_autofree char *name = NULL;

    if (g_strcmp0 (licet_line_get_id (line), id) != 0)
      continue;
    name = _licet_paper_dup_line_name (line);
    return g_strdup_printf ("Item %u, %s", i + 1, name);
  }
  return g_strdup (id);
}

LicetMark
_licet_paper_get_truth_mark (LicetTruth truth)
{
  switch (truth) {
  case LICET_MET:
    return LICET_MARK_MET;
  case LICET_NOT_MET:
    return LICET_MARK_NOT_MET;
  case LICET_UNKNOWN:
  default:
    return LICET_MARK_UNKNOWN;
  }
}

const char *
_licet_paper_get_truth_word (LicetTruth truth)
{
  switch (truth) {
  case LICET_MET:
    return "Met";
  case LICET_NOT_MET:
    return "Not met";
  case LICET_UNKNOWN:
  default:
    return "Unknown";
  }
}

LicetMark
_licet_paper_get_verdict_mark (LicetRequirementVerdict verdict)
{
  switch (verdict) {
  case LICET_REQUIREMENT_NONE:
  case LICET_REQUIREMENT_AUTHORIZED:
    return LICET_MARK_DONE;
  case LICET_REQUIREMENT_LICENSE:
    return LICET_MARK_REQUIRED;
  case LICET_REQUIREMENT_PROHIBITED:
    return LICET_MARK_CONFLICT;
  case LICET_REQUIREMENT_NEEDS_FACTS:
  default:
    return LICET_MARK_UNKNOWN;
  }
}

const char *
_licet_paper_get_verdict_word (LicetRequirementVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (verdict_words), "");

  return verdict_words[verdict];
}

LicetMark
_licet_paper_get_grade_mark (LicetReadinessGrade grade)
{
  switch (grade) {
  case LICET_READINESS_FINE:
    return LICET_MARK_DONE;
  case LICET_READINESS_CONFLICT:
    return LICET_MARK_CONFLICT;
  case LICET_READINESS_OPEN:
  default:
    return LICET_MARK_UNKNOWN;
  }
}

LicetRequirement *
_licet_paper_find_strongest (const LicetFrozen *frozen)
{
  LicetRequirement *strongest = NULL;

  for (guint i = 0; i < frozen->requirements->len; i++) {
    LicetRequirement *requirement = g_ptr_array_index (frozen->requirements, i);

    if (strongest == NULL ||
        licet_requirement_get_verdict (requirement) > licet_requirement_get_verdict (strongest))
      strongest = requirement;
  }
  return strongest;
}
