/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "store-fixture.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Runs @sql with SQLite itself, as another program would. */
static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

static char *
digest_of (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *digest = licet_digest_file (path, NULL, NULL, &error);

  g_assert_no_error (error);
  return digest;
}

static void
make_store (Fixture *fixture)
{
  open_store (fixture);
  for (guint i = 1; i <= 30; i++)
    save (fixture, "a", i);
  close_store (fixture);
}

/* Opening is refused with @code, the message says @says, and the file is as it was. */
static void
assert_refused (Fixture *fixture,
                int code,
                const char *says)
{
  g_autofree char *before = digest_of (fixture->path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_store_open (fixture->bundle, fixture->path, &error));
  g_assert_error (error, LICET_STORE_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  if (strstr (error->message, says) == NULL)
    g_error ("%s", error->message);
  after = digest_of (fixture->path);
  g_assert_cmpstr (before, ==, after);
}

static void
test_newer (Fixture *fixture,
            gconstpointer data)
{
  make_store (fixture);
  run_sql (fixture->path, "PRAGMA journal_mode = DELETE; PRAGMA user_version = 2");
  assert_refused (fixture, LICET_STORE_ERROR_NEWER, "newer Licet (version 2, this one knows 1)");
}

static void
test_foreign (Fixture *fixture,
              gconstpointer data)
{
  run_sql (fixture->path, "CREATE TABLE bookmarks (url TEXT)");
  assert_refused (fixture, LICET_STORE_ERROR_DAMAGED, "was made by another program");
}

static void
test_no_database (Fixture *fixture,
                  gconstpointer data)
{
  g_autofree char *text = g_strnfill (5000, 'x');

  g_assert_true (g_file_set_contents (fixture->path, text, -1, NULL));
  assert_refused (fixture, LICET_STORE_ERROR_DAMAGED, "is no store of Licet");
}

static void
test_empty (Fixture *fixture,
            gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "", 0, NULL));
  assert_refused (fixture, LICET_STORE_ERROR_DAMAGED, "empty or cut off");
}

static void
test_truncated (Fixture *fixture,
                gconstpointer data)
{
  struct stat status;

  make_store (fixture);
  g_assert_cmpint (stat (fixture->path, &status), ==, 0);
  g_assert_cmpint (truncate (fixture->path, status.st_size / 2), ==, 0);
  assert_refused (fixture, LICET_STORE_ERROR_DAMAGED, "cut off; restore a backup");
}

static void
overwrite (const char *path,
           gsize offset)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpuint (offset + 2000, <, length);
  memset (contents + offset, 0xa5, 2000);
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
}

static void
test_damaged_names_the_backup (Fixture *fixture,
                               gconstpointer data)
{
  g_autofree char *backup = g_strconcat (fixture->path, ".2026-11-20.backup", NULL);

  make_store (fixture);
  g_assert_true (g_file_set_contents (backup, "b", -1, NULL));
  /* The second page is the root of the first table. */
  overwrite (fixture->path, 4096);
  assert_refused (fixture, LICET_STORE_ERROR_DAMAGED, "office.licet.2026-11-20.backup");
}

static void
test_damaged_anywhere_is_no_crash (Fixture *fixture,
                                   gconstpointer data)
{
  const guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *contents = NULL;
  gsize length;

  g_test_message ("seed %u", seed);
  make_store (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
  for (guint i = 0; i < 60; i++) {
    g_autofree char *damaged = g_memdup2 (contents, length);
    g_autoptr (LicetStore) store = NULL;
    g_autoptr (GError) error = NULL;

    for (guint n = 0; n < 20; n++)
      damaged[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 0, 256);
    g_assert_true (g_file_set_contents (fixture->path, damaged, (gssize) length, NULL));
    store = licet_store_open (fixture->bundle, fixture->path, &error);
    g_assert_true ((store == NULL) == (error != NULL));
    if (store != NULL) {
      g_autoptr (LicetCase) self = licet_store_load_case (store, "a", NULL);
      g_autoptr (GPtrArray) findings = licet_store_check (store, NULL);

      (void) self;
      (void) findings;
    }
  }
}

static void
test_folder (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_store_open (fixture->bundle, fixture->folder, &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "is no file"));
}

static void
test_place_that_cannot_be (Fixture *fixture,
                           gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "office.licet", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "x", -1, NULL));
  g_assert_null (licet_store_open (fixture->bundle, below, &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN);
  g_assert_nonnull (strstr (error->message, "choose another place"));
}

static void
test_folder_is_made (Fixture *fixture,
                     gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "new", "office", "office.licet", NULL);
  g_autoptr (LicetStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = licet_store_open (fixture->bundle, path, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (licet_store_get_path (store), ==, path);
  assert_sound (store);
}

static void
test_default_path (void)
{
  g_autofree char *given = NULL;
  g_autofree char *usual = NULL;

  g_setenv ("LICET_STORE", "/srv/office.licet", TRUE);
  given = licet_store_get_default_path ();
  g_unsetenv ("LICET_STORE");
  usual = licet_store_get_default_path ();
  g_assert_cmpstr (given, ==, "/srv/office.licet");
  g_assert_true (g_str_has_suffix (usual, "/licet/office.licet"));
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/refuses/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("newer", test_newer);
  ADD ("foreign", test_foreign);
  ADD ("no-database", test_no_database);
  ADD ("empty", test_empty);
  ADD ("truncated", test_truncated);
  ADD ("damaged-and-names-the-backup", test_damaged_names_the_backup);
  ADD ("damaged-anywhere-without-a-crash", test_damaged_anywhere_is_no_crash);
  ADD ("folder", test_folder);
  ADD ("place-that-cannot-be", test_place_that_cannot_be);
  g_test_add ("/store/open/folder-is-made", Fixture, NULL, set_up, test_folder_is_made, tear_down);
  g_test_add_func ("/store/open/default-path", test_default_path);
  return g_test_run ();
}
