/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "store-fixture.h"

static void
test_attachment_is_kept_under_its_digest (Fixture *fixture,
                                          gconstpointer data)
{
  g_autofree char *source = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *wanted = licet_digest_text ("datasheet");
  g_autofree char *digest = NULL;
  g_autofree char *again = NULL;
  g_autofree char *path = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_true (g_file_set_contents (source, "datasheet", -1, NULL));
  digest = licet_store_add_attachment (fixture->store, source, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (digest, ==, wanted);
  again = licet_store_add_attachment (fixture->store, source, &error);
  g_assert_cmpstr (again, ==, wanted);
  path = licet_store_dup_attachment_path (fixture->store, digest);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "datasheet");
  assert_sound (fixture->store);

  g_assert_true (g_file_set_contents (path, "forged", -1, NULL));
  assert_fault (fixture->store, "attachments");
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_fault (fixture->store, "attachments");
}

static void
test_attachment_must_be_a_file (Fixture *fixture,
                                gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.pdf", NULL);
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_null (licet_store_add_attachment (fixture->store, missing, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (licet_store_add_attachment (fixture->store, fixture->folder, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (licet_store_add_attachment (fixture->store, "/dev/zero", &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ);
  assert_sound (fixture->store);
}

static const char case_with_evidence[] =
    "{\"licet-case\": 1, \"id\": \"a\", \"reference\": \"r\", \"created\": "
    "\"2026-11-16T08:30:00Z\", \"evidence\": ["
    "{\"id\": \"there\", \"file\": \"evidence/sheet.pdf\", \"kind\": \"datasheet\"},"
    "{\"id\": \"gone\", \"file\": \"evidence/gone.pdf\", \"kind\": \"datasheet\"}]}";

static void
test_evidence_comes_along (Fixture *fixture,
                           gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "evidence", NULL);
  g_autofree char *file = g_build_filename (folder, "sheet.pdf", NULL);
  g_autofree char *wanted = licet_digest_text ("datasheet");
  g_autoptr (LicetCase) self = NULL;
  g_autoptr (LicetCase) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  LicetEvidence *evidence;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (file, "datasheet", -1, NULL));
  self = read_case (fixture->bundle, case_with_evidence, fixture->folder);
  open_store (fixture);
  g_assert_true (licet_store_save_case (fixture->store, self, &error));
  g_assert_no_error (error);
  loaded = licet_store_load_case (fixture->store, "a", &error);
  g_assert_no_error (error);
  evidence = licet_case_find_evidence (loaded, "there");
  g_assert_cmpstr (licet_evidence_get_text (evidence, "file"), ==, wanted);
  name = licet_evidence_dup_file_name (evidence);
  g_assert_cmpstr (name, ==, "sheet.pdf");
  path = licet_evidence_dup_path (evidence, licet_case_get_folder (loaded));
  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  /* What is not there stays named, so that it is noticed. */
  g_assert_cmpstr (licet_evidence_get_text (licet_case_find_evidence (loaded, "gone"), "file"), ==,
                   "evidence/gone.pdf");
  /* Saved again from the store, it is the same. */
  g_assert_true (licet_store_save_case (fixture->store, loaded, &error));
  g_assert_no_error (error);
  assert_sound (fixture->store);
}

static void
test_backup_is_a_whole_store (Fixture *fixture,
                              gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "backup.licet", NULL);
  g_autofree char *source = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autoptr (LicetStore) copy = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  save (fixture, "a", 3);
  g_assert_true (g_file_set_contents (source, "datasheet", -1, NULL));
  digest = licet_store_add_attachment (fixture->store, source, &error);
  g_assert_true (licet_store_backup (fixture->store, target, &error));
  g_assert_no_error (error);
  save (fixture, "a", 4);

  copy = licet_store_open (fixture->bundle, target, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (load_version (copy, "a"), ==, 3);
  path = licet_store_dup_attachment_path (copy, digest);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  assert_sound (copy);
  assert_sound (fixture->store);
}

static void
test_backup_does_not_overwrite (Fixture *fixture,
                                gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "backup.licet", NULL);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "no", "where", "b.licet", NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  save (fixture, "a", 3);
  g_assert_true (g_file_set_contents (target, "mine", -1, NULL));
  g_assert_false (licet_store_backup (fixture->store, target, &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (target, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  g_assert_false (licet_store_backup (fixture->store, nowhere, &error));
  g_assert_nonnull (error);
  assert_sound (fixture->store);
}

static void
test_backup_of_a_damaged_attachment_is_refused (Fixture *fixture,
                                                gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "backup.licet", NULL);
  g_autofree char *source = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *folder = g_strconcat (target, ".attachments", NULL);
  g_autofree char *digest = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_true (g_file_set_contents (source, "datasheet", -1, NULL));
  digest = licet_store_add_attachment (fixture->store, source, NULL);
  path = licet_store_dup_attachment_path (fixture->store, digest);
  g_assert_true (g_file_set_contents (path, "forged", -1, NULL));
  g_assert_false (licet_store_backup (fixture->store, target, &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_DAMAGED);
  g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("attachments/kept-under-their-digest", test_attachment_is_kept_under_its_digest);
  ADD ("attachments/must-be-files", test_attachment_must_be_a_file);
  ADD ("attachments/evidence-comes-along", test_evidence_comes_along);
  ADD ("backup/is-a-whole-store", test_backup_is_a_whole_store);
  ADD ("backup/does-not-overwrite", test_backup_does_not_overwrite);
  ADD ("backup/of-a-damaged-attachment-is-refused", test_backup_of_a_damaged_attachment_is_refused);
  return g_test_run ();
}
