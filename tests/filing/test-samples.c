/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-filing.h>

#include <glib/gstdio.h>
#include <string.h>

static LicetBundle *bundle;
static LicetRules *rules;

/* The samples with the real law: filed, found whole, and decided again with the same result. */
static void
test_sample (gconstpointer data)
{
  g_autofree char *sample =
    g_build_filename (g_getenv ("LICET_DATA_DIR"), "samples", data, "case.json", NULL);
  g_autofree char *folder = g_dir_make_tmp ("licet-sample-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.zip", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetCase) self = licet_case_load (bundle, sample, &error);
  g_autoptr (LicetPackageSummary) summary = NULL;
  g_autoptr (LicetVerifyReport) report = NULL;

  g_assert_no_error (error);
  licet_case_conclude (self, &error);
  g_assert_no_error (error);
  summary = licet_package_write (self, rules, path, NULL, NULL, &error);
  g_assert_no_error (error);
  report = licet_package_verify (path, bundle, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < report->checks->len; i++) {
    const LicetVerifyCheck *check = g_ptr_array_index (report->checks, i);

    if (!check->holds)
      g_error ("%s: %s", check->id, check->text);
  }
  g_assert_true (report->is_sound);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *samples = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int status;

  g_test_init (&argc, &argv, NULL);
  bundle = licet_bundle_open (NULL, &error);
  g_assert_no_error (error);
  rules = licet_rules_load (bundle, &error);
  g_assert_no_error (error);
  samples = g_build_filename (g_getenv ("LICET_DATA_DIR"), "samples", NULL);
  dir = g_dir_open (samples, 0, &error);
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (samples, name, "case.json", NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      g_ptr_array_add (names, g_strdup (name));
  }
  g_assert_cmpuint (names->len, >=, 3);
  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *test = g_strdup_printf ("/filing/samples/%s",
                                             (const char *) g_ptr_array_index (names, i));

    g_test_add_data_func (test, g_ptr_array_index (names, i), test_sample);
  }
  status = g_test_run ();
  licet_rules_unref (rules);
  g_object_unref (bundle);
  return status;
}
