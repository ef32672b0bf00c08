/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-db"

#include "config.h"

#include "licet-db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* How long one waits for another program that is writing. */
#define BUSY_MILLISECONDS 5000

/* Complaints of a check that are passed on; the rest is more of the same. */
#define MAX_COMPLAINTS 5

struct _LicetDb {
  sqlite3 *handle;
  char *path;
  GHashTable *statements; /* utf8 -> sqlite3_stmt */
};

typedef struct {
  const char *set;
  const char *ask;
  const char *wanted;
} Setting;

/* Each is made and then asked for: a pragma that is not understood says nothing. */
static const Setting settings_for_all[] = {
  { "PRAGMA trusted_schema = OFF", "PRAGMA trusted_schema", "0" },
  { "PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1" },
  { "PRAGMA cell_size_check = ON", "PRAGMA cell_size_check", "1" },
};

static const Setting settings_for_writing[] = {
  { "PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal" },
  /* A filing is worth an fsync. */
  { "PRAGMA synchronous = FULL", "PRAGMA synchronous", "2" },
  /* So that INSERT OR REPLACE cannot pass the triggers that refuse deletion. */
  { "PRAGMA recursive_triggers = ON", "PRAGMA recursive_triggers", "1" },
};

static void
finalize_statement (gpointer statement)
{
  (void) sqlite3_finalize (statement);
}

static LicetStoreError
code_for (int code)
{
  switch (code & 0xff) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return LICET_STORE_ERROR_DAMAGED;
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return LICET_STORE_ERROR_OPEN;
  case SQLITE_CONSTRAINT:
    return code == SQLITE_CONSTRAINT_TRIGGER ? LICET_STORE_ERROR_IMMUTABLE
                                             : LICET_STORE_ERROR_WRITE;
  default:
    return LICET_STORE_ERROR_WRITE;
  }
}

static const char *
remedy_for (int code)
{
  switch (code & 0xff) {
  case SQLITE_FULL:
    return "there is no space left; free some and try again";
  case SQLITE_IOERR:
    return "the disk refuses; look after its space and health, and try again";
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return "another program is writing; try again when it is done";
  case SQLITE_READONLY:
    return "you may only read it; choose another place or ask for the right to write";
  case SQLITE_CANTOPEN:
  case SQLITE_PERM:
  case SQLITE_AUTH:
    return "it cannot be opened; look whether it is there and whether you may read and write it";
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return "it is damaged; restore a backup";
  default:
    return "nothing was changed";
  }
}

static void
set_error (LicetDb *db,
           GError **error)
{
  int code = sqlite3_extended_errcode (db->handle);

  g_set_error (error, LICET_STORE_ERROR, code_for (code), "%s: %s (%s)", db->path,
               remedy_for (code), sqlite3_errmsg (db->handle));
}

static gboolean
apply_settings (LicetDb *db,
                const Setting *settings,
                guint n_settings,
                GError **error)
{
  for (guint i = 0; i < n_settings; i++) {
    g_autofree char *set = NULL;
    g_autofree char *is = NULL;

    if (!_licet_db_get_text (db, settings[i].set, NULL, 0, &set, error) ||
        !_licet_db_get_text (db, settings[i].ask, NULL, 0, &is, error))
      return FALSE;
    if (g_strcmp0 (is, settings[i].wanted) == 0)
      continue;
    g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN,
                 "%s: “%s” gives “%s”; install SQLite again", db->path, settings[i].set,
                 is != NULL ? is : "nothing");
    return FALSE;
  }
  return TRUE;
}

static gboolean
bind_texts (LicetDb *db,
            sqlite3_stmt *statement,
            const char *const *texts,
            guint n_texts,
            GError **error)
{
  g_assert (sqlite3_bind_parameter_count (statement) == (int) n_texts);

  for (guint i = 0; i < n_texts; i++)
    if (sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_TRANSIENT) != SQLITE_OK) {
      set_error (db, error);
      return FALSE;
    }
  return TRUE;
}

static void
rest (sqlite3_stmt *statement)
{
  (void) sqlite3_reset (statement);
  (void) sqlite3_clear_bindings (statement);
}

LicetDb *
_licet_db_open (const char *path,
                LicetDbMode mode,
                GError **error)
{
  static const int flags[] = {
    [LICET_DB_READ] = SQLITE_OPEN_READONLY,
    [LICET_DB_WRITE] = SQLITE_OPEN_READWRITE,
    [LICET_DB_CREATE] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
    [LICET_DB_MEMORY] = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
  };
  g_autoptr (LicetDb) db = g_new0 (LicetDb, 1);

  db->path = g_strdup (path);
  db->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  if (sqlite3_open_v2 (path, &db->handle, flags[mode] | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                       NULL) != SQLITE_OK ||
      sqlite3_busy_timeout (db->handle, BUSY_MILLISECONDS) != SQLITE_OK ||
      sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK) {
    set_error (db, error);
    return NULL;
  }
  if (!apply_settings (db, settings_for_all, G_N_ELEMENTS (settings_for_all), error))
    return NULL;
  if ((mode == LICET_DB_WRITE || mode == LICET_DB_CREATE) &&
      !apply_settings (db, settings_for_writing, G_N_ELEMENTS (settings_for_writing), error))
    return NULL;
  return g_steal_pointer (&db);
}

void
_licet_db_close (LicetDb *db)
{
  if (db == NULL)
    return;
  g_clear_pointer (&db->statements, g_hash_table_unref);
  if (db->handle != NULL)
    (void) sqlite3_close_v2 (db->handle);
  g_free (db->path);
  g_free (db);
}

const char *
_licet_db_get_path (LicetDb *db)
{
  return db->path;
}

gboolean
_licet_db_exec (LicetDb *db,
                const char *sql,
                GError **error)
{
  if (sqlite3_exec (db->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  set_error (db, error);
  return FALSE;
}

gboolean
_licet_db_run (LicetDb *db,
               const char *sql,
               const char *const *texts,
               guint n_texts,
               GError **error)
{
  g_autofree char *ignored = NULL;

  return _licet_db_get_text (db, sql, texts, n_texts, &ignored, error);
}

sqlite3_stmt *
_licet_db_query (LicetDb *db,
                 const char *sql,
                 const char *const *texts,
                 guint n_texts,
                 GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (db->statements, sql);

  if (statement == NULL) {
    if (sqlite3_prepare_v3 (db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
        SQLITE_OK) {
      set_error (db, error);
      return NULL;
    }
    g_hash_table_insert (db->statements, g_strdup (sql), statement);
  }
  rest (statement);
  return bind_texts (db, statement, texts, n_texts, error) ? statement : NULL;
}

gboolean
_licet_db_next (LicetDb *db,
                sqlite3_stmt *statement,
                gboolean *ret_has_row,
                GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    set_error (db, error);
    rest (statement);
    return FALSE;
  }
  *ret_has_row = code == SQLITE_ROW;
  if (code == SQLITE_DONE)
    rest (statement);
  return TRUE;
}

char *
_licet_db_dup_text (sqlite3_stmt *statement,
                    int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

gboolean
_licet_db_get_text (LicetDb *db,
                    const char *sql,
                    const char *const *texts,
                    guint n_texts,
                    char **ret_text,
                    GError **error)
{
  sqlite3_stmt *statement = _licet_db_query (db, sql, texts, n_texts, error);
  gboolean has_row = FALSE;

  if (statement == NULL || !_licet_db_next (db, statement, &has_row, error))
    return FALSE;
  *ret_text = has_row ? _licet_db_dup_text (statement, 0) : NULL;
  if (has_row)
    rest (statement);
  return TRUE;
}

GStrv
_licet_db_dup_column (LicetDb *db,
                      const char *sql,
                      const char *const *texts,
                      guint n_texts,
                      GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  sqlite3_stmt *statement = _licet_db_query (db, sql, texts, n_texts, error);
  gboolean has_row = FALSE;

  if (statement == NULL)
    return NULL;
  do {
    if (!_licet_db_next (db, statement, &has_row, error))
      return NULL;
    if (has_row)
      g_strv_builder_take (builder, _licet_db_dup_text (statement, 0));
  } while (has_row);
  return g_strv_builder_end (builder);
}

gboolean
_licet_db_is_in_transaction (LicetDb *db)
{
  return sqlite3_get_autocommit (db->handle) == 0;
}

gboolean
_licet_db_check (LicetDb *db,
                 char **ret_reason,
                 GError **error)
{
  g_auto (GStrv) complaints = NULL;
  g_auto (GStrv) orphans = NULL;
  GString *reason;

  complaints = _licet_db_dup_column (db, "PRAGMA integrity_check(5)", NULL, 0, error);
  if (complaints == NULL)
    return FALSE;
  orphans = _licet_db_dup_column (db, "PRAGMA foreign_key_check", NULL, 0, error);
  if (orphans == NULL)
    return FALSE;
  *ret_reason = NULL;
  if (g_strcmp0 (complaints[0], "ok") == 0 && orphans[0] == NULL)
    return TRUE;
  reason = g_string_new (NULL);
  for (guint i = 0; complaints[i] != NULL && i < MAX_COMPLAINTS; i++)
    if (!g_str_equal (complaints[i], "ok"))
      g_string_append_printf (reason, "%s%s", reason->len > 0 ? "; " : "", complaints[i]);
  for (guint i = 0; orphans[i] != NULL && i < MAX_COMPLAINTS; i++)
    g_string_append_printf (reason, "%sa row of %s refers to one that is not there",
                            reason->len > 0 ? "; " : "", orphans[i]);
  *ret_reason = g_string_free (reason, FALSE);
  return TRUE;
}

static gboolean
copy_pages (LicetDb *db,
            LicetDb *to,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", db->handle, "main");

  if (backup != NULL) {
    (void) sqlite3_backup_step (backup, -1);
    if (sqlite3_backup_finish (backup) == SQLITE_OK)
      return TRUE;
  }
  set_error (to, error);
  return FALSE;
}

static gboolean
verify_copy (const char *path,
             GError **error)
{
  g_autoptr (LicetDb) copy = _licet_db_open (path, LICET_DB_READ, error);
  g_autofree char *reason = NULL;

  if (copy == NULL || !_licet_db_check (copy, &reason, error))
    return FALSE;
  if (reason == NULL)
    return TRUE;
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE,
               "the copy is not sound: %s; look after the disk", reason);
  return FALSE;
}

static gboolean
sync_file (const char *path)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC);
  gboolean is_synced;

  if (fd < 0)
    return FALSE;
  is_synced = fsync (fd) == 0;
  (void) close (fd);
  return is_synced;
}

static gboolean
write_copy (LicetDb *db,
            const char *path,
            GError **error)
{
  g_autoptr (LicetDb) to = _licet_db_open (path, LICET_DB_CREATE, error);

  /* One file that needs none beside it. */
  return to != NULL && copy_pages (db, to, error) &&
         _licet_db_exec (to, "PRAGMA journal_mode = DELETE", error);
}

gboolean
_licet_db_copy (LicetDb *db,
                const char *target,
                GError **error)
{
  g_autofree char *temporary = g_strconcat (target, ".part", NULL);
  g_autofree char *wal = g_strconcat (temporary, "-wal", NULL);
  g_autofree char *shm = g_strconcat (temporary, "-shm", NULL);
  gboolean is_written;

  (void) g_unlink (temporary);
  is_written = write_copy (db, temporary, error) && verify_copy (temporary, error);
  if (is_written && (!sync_file (temporary) || g_rename (temporary, target) != 0)) {
    g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE,
                 "%s: it cannot be written: %s; choose another place", target, g_strerror (errno));
    is_written = FALSE;
  }
  if (is_written)
    return TRUE;
  (void) g_unlink (temporary);
  (void) g_unlink (wal);
  (void) g_unlink (shm);
  return FALSE;
}
