/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "store-fixture.h"

#include <string.h>

/* Stores of every version that was ever released are kept here for ever. With LICET_BLESS=1 the one of this version is made anew. */
static char *
dup_fixture_path (guint version)
{
  g_autofree char *name = g_strdup_printf ("office-version-%u.licet", version);

  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", name, NULL);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_copy (source, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
fill_fixture (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_setenv ("LICET_NOW", "2026-11-23T09:15:00Z", TRUE);
  open_store (fixture);
  save (fixture, "a", 1);
  save (fixture, "a", 2);
  save (fixture, "b", 1);
  g_assert_true (licet_store_add_filing (fixture->store, "a", "v2_r1.licet.zip", "feed", &error));
  g_assert_no_error (error);
  g_assert_true (licet_store_remove_case (fixture->store, "b", &error));
  g_assert_no_error (error);
  close_store (fixture);
  g_unsetenv ("LICET_NOW");
}

static void
bless (Fixture *fixture)
{
  g_autofree char *path = dup_fixture_path (LICET_STORE_VERSION);
  g_autofree char *kept_log = _licet_store_log_dup_path (path);
  g_autofree char *log = _licet_store_log_dup_path (fixture->path);

  fill_fixture (fixture);
  copy_file (fixture->path, path);
  copy_file (log, kept_log);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_unlink (log), ==, 0);
}

static void
test_store_of_each_version_opens (Fixture *fixture,
                                  gconstpointer data)
{
  g_autofree char *log = _licet_store_log_dup_path (fixture->path);

  if (g_getenv ("LICET_BLESS") != NULL)
    bless (fixture);
  for (guint version = 1; version <= LICET_STORE_VERSION; version++) {
    g_autofree char *path = dup_fixture_path (version);
    g_autofree char *kept_log = _licet_store_log_dup_path (path);
    g_auto (GStrv) journal = NULL;

    copy_file (path, fixture->path);
    copy_file (kept_log, log);
    open_store (fixture);
    g_assert_cmpuint (load_version (fixture->store, "a"), ==, 2);
    g_assert_cmpuint (load_version (fixture->store, "b"), ==, 0);
    journal = licet_store_dup_journal (fixture->store, "b", NULL);
    g_assert_nonnull (strstr (journal[g_strv_length (journal) - 1], "\"removed\""));
    assert_sound (fixture->store);
    /* And goes on: what is written now follows what was written then. */
    save (fixture, "a", 3);
    assert_sound (fixture->store);
    close_store (fixture);
  }
}

static gboolean
add_column (LicetDb *db,
            GError **error)
{
  return _licet_db_exec (db, "ALTER TABLE cases ADD COLUMN color TEXT", error);
}

static gboolean
add_table (LicetDb *db,
           GError **error)
{
  return _licet_db_exec (db, "CREATE TABLE products (id TEXT PRIMARY KEY) STRICT", error);
}

static gboolean
fail_half_way (LicetDb *db,
               GError **error)
{
  return _licet_db_exec (db, "CREATE TABLE half (id TEXT) STRICT", error) &&
         _licet_db_exec (db, "CREATE TABLE half (id TEXT) STRICT", error);
}

/* Leaves a row that refers to nothing, as a careless step might. */
static gboolean
orphan (LicetDb *db,
        GError **error)
{
  return _licet_db_exec (db, "PRAGMA defer_foreign_keys = ON", error) &&
         _licet_db_exec (db, "DROP TRIGGER case_ids_is_not_deleted; DELETE FROM case_ids", error);
}

static char *
ask (const char *path,
     const char *sql)
{
  g_autoptr (LicetDb) db = _licet_db_open (path, LICET_DB_READ, NULL);
  char *text = NULL;

  g_assert_nonnull (db);
  g_assert_true (_licet_db_get_text (db, sql, NULL, 0, &text, NULL));
  return text;
}

static char *
find_backup (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".backup"))
      return g_build_filename (folder, name, NULL);
  return NULL;
}

static void
test_steps_run_in_order_after_a_backup (Fixture *fixture,
                                        gconstpointer data)
{
  const LicetStoreMigration steps[] = { _licet_store_get_migrations ()[0], add_column, add_table };
  g_autoptr (LicetDb) db = NULL;
  g_autofree char *version = NULL;
  g_autofree char *old_version = NULL;
  g_autofree char *backup = NULL;
  g_autofree char *cases = NULL;
  g_autofree char *products = NULL;
  g_autoptr (GError) error = NULL;

  fill_fixture (fixture);
  db = _licet_db_open (fixture->path, LICET_DB_WRITE, &error);
  g_assert_true (_licet_store_migrate (db, steps, G_N_ELEMENTS (steps), &error));
  g_assert_no_error (error);
  version = ask (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "3");
  products = ask (fixture->path, "SELECT count (*) FROM products");
  g_assert_cmpstr (products, ==, "0");
  /* The backup is of the version before, whole. */
  backup = find_backup (fixture->folder);
  g_assert_nonnull (backup);
  old_version = ask (backup, "PRAGMA user_version");
  g_assert_cmpstr (old_version, ==, "1");
  cases = ask (backup, "SELECT count (*) FROM cases");
  g_assert_cmpstr (cases, ==, "1");
}

static void
assert_left_as_it_was (Fixture *fixture,
                       LicetStoreMigration step)
{
  const LicetStoreMigration steps[] = { _licet_store_get_migrations ()[0], step };
  g_autoptr (LicetDb) db = NULL;
  g_autofree char *version = NULL;
  g_autofree char *tables = NULL;
  g_autoptr (GError) error = NULL;

  fill_fixture (fixture);
  db = _licet_db_open (fixture->path, LICET_DB_WRITE, &error);
  g_assert_false (_licet_store_migrate (db, steps, G_N_ELEMENTS (steps), &error));
  g_assert_nonnull (error);
  g_clear_pointer (&db, _licet_db_close);
  version = ask (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "1");
  tables =
      ask (fixture->path, "SELECT count (*) FROM sqlite_schema WHERE name IN ('half', 'products')");
  g_assert_cmpstr (tables, ==, "0");
  open_store (fixture);
  assert_sound (fixture->store);
}

static void
test_failed_step_changes_nothing (Fixture *fixture,
                                  gconstpointer data)
{
  assert_left_as_it_was (fixture, fail_half_way);
}

static void
test_unsound_step_changes_nothing (Fixture *fixture,
                                   gconstpointer data)
{
  assert_left_as_it_was (fixture, orphan);
}

static void
test_no_backup_no_migration (Fixture *fixture,
                             gconstpointer data)
{
  const LicetStoreMigration steps[] = { _licet_store_get_migrations ()[0], add_table };
  g_autoptr (LicetDb) db = NULL;
  g_autofree char *version = NULL;
  g_autofree char *taken = NULL;
  g_autoptr (GError) error = NULL;

  fill_fixture (fixture);
  /* A folder that is not empty stands where the backup would be written. */
  g_setenv ("LICET_NOW", "2026-11-23T10:00:00Z", TRUE);
  taken = g_strconcat (fixture->path, ".version-1.2026-11-23T10-00-00Z.backup.part", NULL);
  g_assert_cmpint (g_mkdir (taken, 0700), ==, 0);
  db = _licet_db_open (fixture->path, LICET_DB_WRITE, &error);
  g_assert_false (_licet_store_migrate (db, steps, G_N_ELEMENTS (steps), &error));
  g_unsetenv ("LICET_NOW");
  g_assert_nonnull (strstr (error->message, "no backup"));
  version = ask (fixture->path, "PRAGMA user_version");
  g_assert_cmpstr (version, ==, "1");
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/migration/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("store-of-each-version-opens", test_store_of_each_version_opens);
  ADD ("steps-run-in-order-after-a-backup", test_steps_run_in_order_after_a_backup);
  ADD ("failed-step-changes-nothing", test_failed_step_changes_nothing);
  ADD ("unsound-step-changes-nothing", test_unsound_step_changes_nothing);
  ADD ("no-backup-no-migration", test_no_backup_no_migration);
  return g_test_run ();
}
