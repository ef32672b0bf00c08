/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <licet-compiler.h>
#include <string.h>

static const char *const evidence[] = { "nm-ad14 datasheet.txt", "prices.txt" };

static const LicetDocumentChecker checkers[] = {
  { "rules/", licet_rules_check_document },
  { "forms/", licet_form_check_document },
};

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GBytes) bytes = fixture_read (from);

  g_assert_true (licet_file_write (to, bytes, NULL));
}

static void
copy_folder (const char *from,
             const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *source = g_build_filename (from, name, NULL);
    g_autofree char *target = g_build_filename (to, name, NULL);

    if (g_file_test (source, G_FILE_TEST_IS_DIR))
      copy_folder (source, target);
    else
      copy_file (source, target);
  }
}

/* The law of the fixtures with the real forms. */
static LicetBundle *
open_bundle (const char *folder)
{
  g_autofree char *law = g_test_build_filename (G_TEST_DIST, "filing", "fixtures", "data", NULL);
  g_autofree char *forms = g_build_filename (g_getenv ("LICET_DATA_DIR"), "forms", NULL);
  g_autofree char *data = g_build_filename (folder, "data", NULL);
  g_autofree char *target = g_build_filename (data, "forms", NULL);
  g_autofree char *path = g_build_filename (folder, "licet.bundle", NULL);
  g_autoptr (GError) error = NULL;
  LicetBundle *bundle;

  copy_folder (law, data);
  copy_folder (forms, target);
  licet_bundle_compile (data, path, "0", checkers, G_N_ELEMENTS (checkers), NULL, &error);
  g_assert_no_error (error);
  bundle = licet_bundle_open (path, &error);
  g_assert_no_error (error);
  return bundle;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

void
fixture_set_up (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *to = NULL;

  g_setenv ("LICET_NOW", "2026-11-20T09:00:00Z", TRUE);
  fixture->folder = g_dir_make_tmp ("licet-case-XXXXXX", NULL);
  fixture->bundle = open_bundle (fixture->folder);
  fixture->rules = licet_rules_load (fixture->bundle, &error);
  g_assert_no_error (error);
  fixture->out = g_dir_make_tmp ("licet-package-XXXXXX", NULL);
  to = g_build_filename (fixture->folder, "evidence", NULL);
  g_assert_cmpint (g_mkdir (to, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++) {
    g_autofree char *source = g_test_build_filename (G_TEST_DIST, "filing", "fixtures", "evidence",
                                                     evidence[i], NULL);
    g_autofree char *target = g_build_filename (to, evidence[i], NULL);

    copy_file (source, target);
  }
  fixture->self = fixture_load (fixture, NULL);
}

void
fixture_tear_down (Fixture *fixture,
                   gconstpointer data)
{
  remove_folder (fixture->folder);
  remove_folder (fixture->out);
  g_clear_object (&fixture->self);
  g_clear_pointer (&fixture->rules, licet_rules_unref);
  g_assert_finalize_object (fixture->bundle);
  g_free (fixture->folder);
  g_free (fixture->out);
}

LicetCase *
fixture_load (Fixture *fixture,
              const char *change)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "filing", "fixtures", "case.json",
                                                   NULL);
  g_autofree char *path = g_build_filename (fixture->folder, "case.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LicetCase *self;

  g_file_get_contents (source, &text, NULL, &error);
  g_assert_no_error (error);
  if (change != NULL) {
    g_auto (GStrv) sides = g_strsplit (change, "=>", 2);
    g_auto (GStrv) parts = g_strsplit (text, sides[0], 2);

    g_assert_cmpuint (g_strv_length (parts), ==, 2);
    g_free (text);
    text = g_strjoinv (sides[1], parts);
  }
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  self = licet_case_load (fixture->bundle, path, &error);
  g_assert_no_error (error);
  licet_case_conclude (self, &error);
  g_assert_no_error (error);
  return self;
}

char *
fixture_write (Fixture *fixture,
               LicetCase *self,
               const char *name)
{
  char *path = g_build_filename (fixture->out, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetPackageSummary) summary =
      licet_package_write (self, fixture->rules, path, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (summary);
  return path;
}

GBytes *
fixture_read (const char *path)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = licet_file_read (path, G_MAXINT, &error);

  g_assert_no_error (error);
  return bytes;
}

guint
fixture_count (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}
