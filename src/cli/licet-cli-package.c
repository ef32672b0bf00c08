/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-package"

#include "config.h"

#include "licet-cli-private.h"

void
_licet_cli_print_findings (GPtrArray *findings)
{
  guint n_fine = 0;

  for (guint i = 0; i < findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (findings, i);
    g_autofree char *text = NULL;

    if (finding->grade == LICET_READINESS_FINE) {
      n_fine++;
      continue;
    }
    text = finding->remedy == NULL ? g_strdup (finding->text)
           : g_str_has_suffix (finding->text, ".")
             ? g_strdup_printf ("%s %s", finding->text, finding->remedy)
             : g_strdup_printf ("%s. %s", finding->text, finding->remedy);
    _licet_cli_print_wrapped (
      finding->grade == LICET_READINESS_CONFLICT ? "  conflict: " : "  open: ", 4, text);
  }
  _licet_cli_print_line ("  %u checks are in order, %u findings are written into the package",
                         n_fine, findings->len - n_fine);
}

static void
print_json (const LicetPackageSummary *summary,
            const char *path)
{
  JsonObject *object = json_object_new ();
  JsonArray *files = json_array_new ();

  for (guint i = 0; i < summary->files->len; i++)
    json_array_add_string_element (files, g_ptr_array_index (summary->files, i));
  json_object_set_string_member (object, "file", path);
  json_object_set_string_member (object, "root", summary->root);
  json_object_set_string_member (object, "sha256", summary->digest);
  json_object_set_array_member (object, "files", files);
  json_object_set_array_member (object, "findings", licet_readiness_serialise (summary->findings));
  _licet_cli_print_json (licet_json_make_node (object));
}

static void
print_summary (const LicetPackageSummary *summary,
               const char *path)
{
  _licet_cli_print_line ("%s: %u files, SHA-256 %s", path, summary->files->len, summary->digest);
  for (guint i = 0; i < summary->files->len; i++)
    _licet_cli_print_line ("  %s", (const char *) g_ptr_array_index (summary->files, i));
  _licet_cli_print_line ("Readiness:");
  _licet_cli_print_findings (summary->findings);
}

LicetCliStatus
_licet_cli_run_package (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  g_autofree char *output = NULL;
  g_autofree char *paper = NULL;
  gboolean wants_json = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      "File to write; by the reference of the case unless given", "FILE" },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &paper, "a4, unless letter is given", "PAPER" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wants_json, "Print JSON", NULL },
    G_OPTION_ENTRY_NULL,
  };
  LicetPackageOptions options = LICET_PACKAGE_OPTIONS_INIT;
  g_auto (LicetCliCase) loaded = { 0 };
  g_autoptr (LicetPackageSummary) summary = NULL;
  g_autoptr (GError) error = NULL;
  LicetCliStatus status;

  if (!_licet_cli_parse (&words, entries, 1, 1, &status))
    return status;
  if (paper != NULL && !g_str_equal (paper, "a4") && !g_str_equal (paper, "letter")) {
    g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 "“%s” is no paper that is known; use a4 or letter", paper);
    return _licet_cli_complain ("--paper", error);
  }
  if (!_licet_cli_case_load (&loaded, words[1]))
    return LICET_CLI_BAD_INPUT;
  if (output == NULL)
    output = licet_package_dup_name (loaded.self);
  if (paper != NULL)
    options.paper = paper;
  summary = licet_package_write (loaded.self, loaded.rules, output, &options, NULL, &error);
  if (summary == NULL)
    return _licet_cli_complain (
      g_error_matches (error, LICET_FILING_ERROR, LICET_FILING_ERROR_WRITE) ? NULL : words[1],
      error);
  if (wants_json)
    print_json (summary, output);
  else
    print_summary (summary, output);
  return LICET_CLI_DONE;
}
