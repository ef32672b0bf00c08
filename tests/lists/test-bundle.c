/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tree.h"

#define N_THREADS 8

static void
assert_refused (const char *path,
                const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetBundle) bundle = licet_bundle_open (path, &error);

  g_assert_null (bundle);
  g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE);
  g_assert_true (g_str_has_prefix (error->message, path));
  if (strstr (error->message, reason) == NULL)
    g_error ("%s", error->message);
  g_assert_nonnull (strstr (error->message, "install the program again"));
}

static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_missing_is_refused (void)
{
  g_autoptr (Tree) tree = tree_new ();

  assert_refused (tree->bundle, "there is no such file");
  assert_refused (tree->folder, "there is no such file");
}

static void
test_foreign_is_refused (void)
{
  g_autoptr (Tree) tree = tree_new ();

  tree_write (tree, "licet.bundle", "", -1);
  assert_refused (tree->bundle, "not a bundle of this program");
  tree_write (tree, "licet.bundle",
              "%PDF-1.7 this is something else, and long enough to be looked at ...", -1);
  assert_refused (tree->bundle, "cannot be read");
  g_assert_cmpint (g_remove (tree->bundle), ==, 0);
  run_sql (tree->bundle, "CREATE TABLE images (name, digest, data)");
  assert_refused (tree->bundle, "not a bundle of this program");
}

static void
test_other_version_is_refused (void)
{
  g_autoptr (Tree) tree = tree_new ();

  g_object_unref (tree_open (tree));
  run_sql (tree->bundle, "PRAGMA user_version = 99");
  assert_refused (tree->bundle, "another version of the program (format 99");
}

static void
test_cut_off_is_refused (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autofree char *data = NULL;
  gsize length = 0;

  g_object_unref (tree_open (tree));
  g_assert_true (g_file_get_contents (tree->bundle, &data, &length, NULL));
  for (gsize keep = length - 1; keep > 600; keep -= MIN (keep, 3001)) {
    tree_write (tree, "licet.bundle", data, (gssize) keep);
    assert_refused (tree->bundle, "");
  }
}

static void
test_incomplete_is_refused (void)
{
  static const char *const sql[] = {
    "DELETE FROM meta WHERE key = 'digest'", "DELETE FROM images WHERE name = 'vocabulary'",
    "DROP TABLE lists",
    "UPDATE images SET data = x'00' WHERE name = 'vocabulary'",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++) {
    g_autoptr (Tree) tree = tree_new ();

    g_object_unref (tree_open (tree));
    run_sql (tree->bundle, sql[i]);
    assert_refused (tree->bundle, "");
  }
}

static void
test_damaged_list_is_refused_when_asked_for (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (tree_open (tree));
  run_sql (tree->bundle,
           "UPDATE images SET data = CAST (substr (data, 1, 200) || x'ff' || substr (data, 202) AS "
           "BLOB) WHERE name = 'list:alpha'");
  bundle = licet_bundle_open (tree->bundle, &error);
  g_assert_no_error (error);
  g_assert_nonnull (licet_bundle_get_list (bundle, "beta", NULL));
  g_assert_null (licet_bundle_get_list (bundle, "alpha", &error));
  g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE);
  g_clear_error (&error);
  g_assert_null (licet_bundle_find_node (bundle, "3A001", &error));
  g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE);
}

static void
test_damaged_document_is_refused (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = NULL;
  g_autoptr (GError) error = NULL;

  tree_write (tree, "rules/a.json", "{\"a\": 1}", -1);
  g_object_unref (tree_open (tree));
  run_sql (tree->bundle, "UPDATE documents SET text = '{\"a\":2}' WHERE name = 'rules/a.json'");
  bundle = licet_bundle_open (tree->bundle, NULL);
  g_assert_null (licet_bundle_load_document (bundle, "rules/a.json", &error));
  g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE);
}

/* Whatever byte is changed: an error, or the list as it was. */
static void
test_changed_byte_never_changes_a_list (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) good = tree_open (tree);
  g_autofree char *words = licet_condition_dup_words (licet_bundle_find_node (good, "3A001.a.1",
                                                                              NULL)->conditions[0]);
  g_autofree char *data = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (tree->bundle, &data, &length, NULL));
  for (guint round = 0; round < (g_test_slow () ? 5000 : 100); round++) {
    gsize at = (gsize) g_test_rand_int_range (0, (gint) length);
    char old = data[at];
    g_autoptr (LicetBundle) bundle = NULL;
    g_autoptr (GError) error = NULL;
    const LicetNode *node = NULL;

    data[at] = (char) (old ^ (char) g_test_rand_int_range (1, 256));
    tree_write (tree, "licet.bundle", data, (gssize) length);
    data[at] = old;
    bundle = licet_bundle_open (tree->bundle, &error);
    if (bundle != NULL)
      node = licet_bundle_find_node (bundle, "alpha:3A001.a.1", &error);
    if (node != NULL) {
      g_autofree char *found = licet_condition_dup_words (node->conditions[0]);

      g_assert_cmpstr (found, ==, words);
    } else
      g_assert_nonnull (error);
  }
}

/* An image that passes for sound and is not: nothing is read beyond it. */
static void
test_forged_image_is_refused (void)
{
  g_autoptr (Tree) tree = tree_new ();
  sqlite3_stmt *statement = NULL;
  g_autofree guint8 *image = NULL;
  gsize length;
  sqlite3 *db = NULL;

  g_object_unref (tree_open (tree));
  g_assert_cmpint (sqlite3_open (tree->bundle, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, "SELECT data FROM images WHERE name = 'list:alpha'", -1,
                                       &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  length = (gsize) sqlite3_column_bytes (statement, 0);
  image = g_memdup2 (sqlite3_column_blob (statement, 0), length);
  sqlite3_finalize (statement);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "UPDATE images SET data = ?, digest = ? WHERE name = "
                                       "'list:alpha'", -1, &statement, NULL), ==, SQLITE_OK);
  for (guint round = 0; round < (g_test_slow () ? 5000 : 100); round++) {
    gsize at = (gsize) g_test_rand_int_range (0, (gint) length - 4) & ~(gsize) 3;
    guint8 *changed = g_memdup2 (image, length);
    g_autoptr (GBytes) bytes = NULL;
    g_autofree char *digest = NULL;
    g_autoptr (LicetBundle) bundle = NULL;

    changed[at] = (guint8) g_test_rand_int_range (0, 256);
    changed[at + (gsize) g_test_rand_int_range (0, 2)] = (guint8) g_test_rand_int_range (0, 256);
    bytes = g_bytes_new_take (changed, round % 5 == 0 ? at : length);
    digest = licet_digest_bytes (bytes);
    g_assert_cmpint (sqlite3_bind_blob64 (statement, 1, changed, g_bytes_get_size (bytes),
                                          SQLITE_STATIC), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_bind_text (statement, 2, digest, -1, SQLITE_STATIC), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
    sqlite3_reset (statement);
    bundle = licet_bundle_open (tree->bundle, NULL);
    if (bundle != NULL) {
      const LicetControlList *list = licet_bundle_get_list (bundle, "alpha", NULL);
      guint n = 0;

      if (list != NULL)
        (void) licet_control_list_get_entries (list, &n);
    }
  }
  sqlite3_finalize (statement);
  sqlite3_close (db);
}

static gpointer
load_lists (gpointer data)
{
  LicetBundle *bundle = data;
  const LicetControlList *alpha = licet_bundle_get_list (bundle, "alpha", NULL);
  const LicetControlList *beta = licet_bundle_get_list (bundle, "beta", NULL);
  g_autoptr (GPtrArray) terms = licet_node_dup_terms (licet_bundle_find_node (bundle, "3A001.a",
                                                                              NULL));

  g_assert_nonnull (beta);
  g_assert_cmpuint (terms->len, ==, 1);
  g_assert_nonnull (licet_bundle_get_document_digest (bundle, "lists/alpha/list.json"));
  return (gpointer) alpha;
}

static void
test_threads_share_one_list (void)
{
  for (guint round = 0; round < 10; round++) {
    g_autoptr (Tree) tree = tree_new ();
    g_autoptr (LicetBundle) bundle = tree_open (tree);
    GThread *threads[N_THREADS];
    gpointer first;

    for (guint i = 0; i < N_THREADS; i++)
      threads[i] = g_thread_new ("load", load_lists, bundle);
    first = g_thread_join (threads[0]);
    g_assert_nonnull (first);
    for (guint i = 1; i < N_THREADS; i++)
      g_assert_true (g_thread_join (threads[i]) == first);
  }
}

static void
test_strange_path_is_opened (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autofree char *path = g_build_filename (tree->folder, "100 % ü?immutable=0#x.bundle", NULL);
  g_autoptr (LicetBundle) bundle = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (licet_bundle_compile (tree->folder, path, "1", NULL, 0, NULL, &error));
  bundle = licet_bundle_open (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bundle);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/bundle/missing-is-refused", test_missing_is_refused);
  g_test_add_func ("/lists/bundle/foreign-is-refused", test_foreign_is_refused);
  g_test_add_func ("/lists/bundle/other-version-is-refused", test_other_version_is_refused);
  g_test_add_func ("/lists/bundle/cut-off-is-refused", test_cut_off_is_refused);
  g_test_add_func ("/lists/bundle/incomplete-is-refused", test_incomplete_is_refused);
  g_test_add_func ("/lists/bundle/damaged-list-is-refused-when-asked-for",
                   test_damaged_list_is_refused_when_asked_for);
  g_test_add_func ("/lists/bundle/damaged-document-is-refused", test_damaged_document_is_refused);
  g_test_add_func ("/lists/bundle/changed-byte-never-changes-a-list",
                   test_changed_byte_never_changes_a_list);
  g_test_add_func ("/lists/bundle/forged-image-is-refused", test_forged_image_is_refused);
  g_test_add_func ("/lists/bundle/threads-share-one-list", test_threads_share_one_list);
  g_test_add_func ("/lists/bundle/strange-path-is-opened", test_strange_path_is_opened);
  return g_test_run ();
}
