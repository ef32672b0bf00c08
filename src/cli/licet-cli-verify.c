/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-verify"

#include "config.h"

#include "licet-cli-private.h"

void
_licet_cli_print_report (const LicetVerifyReport *report)
{
  for (guint i = 0; i < report->checks->len; i++) {
    const LicetVerifyCheck *check = g_ptr_array_index (report->checks, i);
    g_autofree char *first = g_strdup_printf ("  %s %-9s ", check->holds ? "holds" : "FAILS",
                                              check->id);

    _licet_cli_print_wrapped (first, 18, check->text);
  }
  _licet_cli_print_line (
    report->is_sound ? "The package is whole and says what the case says (%s, %u files)."
                     : "The package does not hold (%s, %u files). Ask the sender for it again.",
    report->reference != NULL ? report->reference : "no reference", report->n_files);
}

LicetCliStatus
_licet_cli_run_verify (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  gboolean wants_json = FALSE;
  LicetCliStatus status = LICET_CLI_DONE;
  g_autoptr (LicetBundle) bundle = _licet_cli_begin (&words, 1, &wants_json, &status);
  g_autoptr (LicetVerifyReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (bundle == NULL)
    return status;
  report = licet_package_verify (words[1], bundle, NULL, &error);
  if (report == NULL)
    return _licet_cli_complain (words[1], error);
  if (wants_json)
    _licet_cli_print_json (licet_verify_report_serialise (report));
  else
    _licet_cli_print_report (report);
  return report->is_sound ? LICET_CLI_DONE : LICET_CLI_NEGATIVE;
}
