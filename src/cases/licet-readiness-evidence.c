/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-readiness-evidence"

#include "config.h"

#include "licet-readiness-private.h"

static void
add (LicetReadinessCheck *check,
     LicetReadinessGrade grade,
     const char *id,
     LicetEvidence *evidence,
     const char *remedy,
     const char *text)
{
  const char *name = licet_evidence_get_text (evidence, "name");
  g_autofree char *place =
      g_strconcat ("evidence.", licet_evidence_get_text (evidence, "id"), NULL);

  _licet_readiness_add (check, grade, LICET_SECTION_EVIDENCE, id, place, remedy, "“%s” %s",
                        name != NULL ? name : licet_evidence_get_text (evidence, "file"), text);
}

static void
check_digest (LicetReadinessCheck *check,
              LicetEvidence *evidence,
              const char *path)
{
  const char *said = licet_evidence_get_text (evidence, "sha256");
  g_autofree char *is = NULL;
  g_autoptr (GError) error = NULL;

  if (!check->reads_files)
    return;
  is = licet_digest_file (path, NULL, NULL, &error);
  if (is == NULL)
    add (check, LICET_READINESS_CONFLICT, "evidence.unreadable", evidence,
         "Give yourself the right to read it, or attach it again.", error->message);
  else if (g_strcmp0 (is, said) != 0)
    add (check, LICET_READINESS_CONFLICT, "evidence.changed", evidence,
         "Look at what changed; then put the old file back, or attach the new one with its digest.",
         "is not the file it was when its digest was taken");
  else
    add (check, LICET_READINESS_FINE, "evidence.unchanged", evidence, NULL,
         "is there and has the digest it had");
}

static void
check_file (LicetReadinessCheck *check,
            LicetEvidence *evidence)
{
  g_autofree char *path = licet_evidence_dup_path (evidence, licet_case_get_folder (check->self));

  if (path == NULL || !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    add (check, LICET_READINESS_CONFLICT, "evidence.missing", evidence,
         "Put the file back beside the case, or take it out of the evidence.",
         "is named as evidence, but the file is not there");
  else if (licet_evidence_get_text (evidence, "sha256") == NULL)
    add (check, LICET_READINESS_OPEN, "evidence.undigested", evidence,
         "Attach it again, so that its digest is taken.",
         "has no digest, so that nobody can tell whether it was changed");
  else
    check_digest (check, evidence, path);
  if (licet_evidence_is_withheld (evidence))
    add (check, LICET_READINESS_FINE, "evidence.withheld", evidence, NULL,
         "stays out of the package, which names it");
}

static void
check_items_shown (LicetReadinessCheck *check)
{
  GListModel *lines = licet_case_get_lines (check->self);
  guint n = g_list_model_get_n_items (lines);

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);
    g_autofree char *place = g_strconcat ("items.", licet_line_get_id (line), NULL);

    if (licet_line_get_evidence (line)[0] == NULL)
      _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_EVIDENCE,
                            "evidence.none-for-item", place,
                            "Attach the datasheet and name it at the item.",
                            "Nothing shows what item “%s” is", licet_line_get_id (line));
  }
}

void
_licet_readiness_check_evidence (LicetReadinessCheck *check)
{
  GListModel *evidence = licet_case_get_evidence (check->self);
  guint n = g_list_model_get_n_items (evidence);

  if (n == 0)
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_EVIDENCE, "evidence.none",
                          NULL, "Attach at least the datasheets and the order.",
                          "No evidence is attached");
  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetEvidence) one = g_list_model_get_item (evidence, i);

    check_file (check, one);
  }
  check_items_shown (check);
}
