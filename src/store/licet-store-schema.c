/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-schema"

#include "config.h"

#include "licet-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MOMENT_CHECK(column)                                                                       \
  "CHECK (" column " GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]"                             \
  "T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z')"
#define DIGEST_CHECK(column)                                                                       \
  "CHECK (length (" column ") = 64 AND " column " NOT GLOB '*[^0-9a-f]*')"

/* What was recorded is never changed: the tables themselves refuse it, whoever asks. */
#define KEPT(table) \
  "CREATE TRIGGER " table "_is_not_changed BEFORE UPDATE ON " table \
  " BEGIN SELECT RAISE (ABORT, '" table " are kept as they were'); END;" \
  "CREATE TRIGGER " table "_is_not_deleted BEFORE DELETE ON " table \
  " BEGIN SELECT RAISE (ABORT, '" table " are kept as they were'); END;"

static const char version_1[] =
    "CREATE TABLE store ("
    "  only_one INTEGER PRIMARY KEY CHECK (only_one = 1),"
    "  id TEXT NOT NULL,"
    "  created TEXT NOT NULL " MOMENT_CHECK ("created")
    ") STRICT;"
    /* Each write of the plain-text journal that this database holds, with the digest of the line that began it. */
    "CREATE TABLE writes ("
    "  number INTEGER PRIMARY KEY CHECK (number > 0),"
    "  moment TEXT NOT NULL " MOMENT_CHECK ("moment") ","
    "  action TEXT NOT NULL CHECK (action <> ''),"
    "  subject TEXT NOT NULL,"
    "  begin_digest TEXT NOT NULL " DIGEST_CHECK ("begin_digest")
    ") STRICT;"
    /* Every case there ever was; its history and records stay when it is taken away. */
    "CREATE TABLE case_ids ("
    "  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) BETWEEN 1 AND 200),"
    "  write INTEGER NOT NULL REFERENCES writes (number) DEFERRABLE INITIALLY DEFERRED"
    ") STRICT, WITHOUT ROWID;"
    "CREATE TABLE cases ("
    "  id TEXT PRIMARY KEY NOT NULL REFERENCES case_ids (id),"
    "  reference TEXT NOT NULL CHECK (reference <> ''),"
    "  created TEXT NOT NULL " MOMENT_CHECK ("created") ","
    "  changed TEXT NOT NULL " MOMENT_CHECK ("changed") ","
    "  document TEXT NOT NULL CHECK (json_valid (document)),"
    "  digest TEXT NOT NULL " DIGEST_CHECK ("digest")
    ") STRICT;"
    "CREATE INDEX cases_by_change ON cases (changed);"
    "CREATE TABLE history ("
    "  number INTEGER PRIMARY KEY,"
    "  case_id TEXT NOT NULL REFERENCES case_ids (id),"
    "  line TEXT NOT NULL CHECK (json_valid (line))"
    ") STRICT;"
    "CREATE INDEX history_by_case ON history (case_id, number);"
    /* Determinations, screening decisions and filings, each row with the digest of the one before. */
    "CREATE TABLE records ("
    "  number INTEGER PRIMARY KEY CHECK (number > 0),"
    "  case_id TEXT NOT NULL REFERENCES case_ids (id),"
    "  kind TEXT NOT NULL CHECK (kind IN ('determination', 'screening', 'filing')),"
    "  subject TEXT NOT NULL,"
    "  content TEXT NOT NULL CHECK (json_valid (content)),"
    "  digest TEXT NOT NULL " DIGEST_CHECK ("digest") ","
    "  previous TEXT NOT NULL " DIGEST_CHECK ("previous") ","
    "  chain TEXT NOT NULL UNIQUE " DIGEST_CHECK ("chain")
    ") STRICT;"
    "CREATE INDEX records_by_case ON records (case_id, kind, subject, number);"
    "CREATE TABLE attachments ("
    "  digest TEXT PRIMARY KEY NOT NULL " DIGEST_CHECK ("digest") ","
    "  size INTEGER NOT NULL CHECK (size >= 0),"
    "  name TEXT NOT NULL,"
    "  added TEXT NOT NULL " MOMENT_CHECK ("added")
    ") STRICT, WITHOUT ROWID;"
    KEPT ("store") KEPT ("writes") KEPT ("case_ids") KEPT ("history") KEPT ("records")
    KEPT ("attachments");

static gboolean
make_version_1 (LicetDb *db,
                GError **error)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *now = licet_clock_now ();

  return _licet_db_exec (db, version_1, error) &&
         _licet_db_run (db, "INSERT INTO store (only_one, id, created) VALUES (1, ?, ?)",
                        (const char *const[]) { id, now }, 2, error);
}

static const LicetStoreMigration migrations[LICET_STORE_VERSION] = {
  make_version_1,
};

static gboolean
get_version (LicetDb *db,
             gint64 *ret_version,
             GError **error)
{
  g_autofree char *text = NULL;

  if (!_licet_db_get_text (db, "PRAGMA user_version", NULL, 0, &text, error))
    return FALSE;
  *ret_version = text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
  return TRUE;
}

static gboolean
refuse_newer (const char *path,
              gint64 version,
              gint64 ours,
              GError **error)
{
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_NEWER,
               "%s: it was made by a newer Licet (version %" G_GINT64_FORMAT
               ", this one knows %" G_GINT64_FORMAT "); open it with that, nothing was changed",
               path, version, ours);
  return FALSE;
}

static gboolean
refuse_unsound (LicetDb *db,
                GError **error)
{
  g_autofree char *reason = NULL;

  if (!_licet_db_check (db, &reason, error))
    return FALSE;
  if (reason == NULL)
    return TRUE;
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_DAMAGED,
               "%s: the new tables are not sound: %s; nothing was changed", _licet_db_get_path (db),
               reason);
  return FALSE;
}

static gboolean
run_migration (LicetDb *db,
               LicetStoreMigration migration,
               gint64 to,
               GError **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %" G_GINT64_FORMAT, to);

  if (!_licet_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (migration (db, error) && _licet_db_exec (db, set_version, error) &&
      refuse_unsound (db, error) && _licet_db_exec (db, "COMMIT", error))
    return TRUE;
  if (_licet_db_is_in_transaction (db))
    (void) _licet_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
back_up_first (LicetDb *db,
               gint64 version,
               GError **error)
{
  g_autofree char *now = licet_clock_now ();
  g_autofree char *moment = g_strdelimit (g_strdup (now), ":", '-');
  g_autofree char *target = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT ".%s.backup",
                                             _licet_db_get_path (db), version, moment);

  if (_licet_db_copy (db, target, error))
    return TRUE;
  g_prefix_error (
      error, "the store is not brought to this version, because no backup of it could be made: ");
  return FALSE;
}

const LicetStoreMigration *
_licet_store_get_migrations (void)
{
  return migrations;
}

gboolean
_licet_store_migrate (LicetDb *db,
                      const LicetStoreMigration *steps,
                      gint64 n_steps,
                      GError **error)
{
  gint64 version;

  if (!get_version (db, &version, error))
    return FALSE;
  if (version > n_steps)
    return refuse_newer (_licet_db_get_path (db), version, n_steps, error);
  if (version > 0 && version < n_steps && !back_up_first (db, version, error))
    return FALSE;
  for (; version < n_steps; version++)
    if (!run_migration (db, steps[version], version + 1, error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_new (const char *path,
          GError **error)
{
  g_autoptr (LicetDb) db = _licet_db_open (path, LICET_DB_CREATE, error);
  g_autofree char *set_id =
      g_strdup_printf ("PRAGMA application_id = %d", LICET_STORE_APPLICATION_ID);

  return db != NULL && _licet_db_exec (db, set_id, error) &&
         _licet_store_migrate (db, migrations, LICET_STORE_VERSION, error) &&
         _licet_db_exec (db, "PRAGMA wal_checkpoint(TRUNCATE)", error);
}

/* Made beside and given its name at the end, so that a store is there whole or not at all. */
gboolean
_licet_store_create (const char *path,
                     GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%d.new", path, (int) getpid ());
  g_autofree char *wal = g_strconcat (temporary, "-wal", NULL);
  g_autofree char *shm = g_strconcat (temporary, "-shm", NULL);
  gboolean is_made;

  (void) g_unlink (temporary);
  is_made = fill_new (temporary, error);
  /* A name that is taken meanwhile belongs to a store that another program made: that one is opened. */
  if (is_made && link (temporary, path) != 0 && errno != EEXIST &&
      g_rename (temporary, path) != 0) {
    g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN,
                 "%s: it cannot be made: %s; choose another place", path, g_strerror (errno));
    is_made = FALSE;
  }
  (void) g_unlink (temporary);
  (void) g_unlink (wal);
  (void) g_unlink (shm);
  return is_made;
}

static guint32
get_big_endian (const guint8 *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);
  return GUINT32_FROM_BE (number);
}

/* The newest backup that lies beside the store, for the message of one that is damaged. */
static char *
dup_remedy (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *newest = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".backup") &&
        (newest == NULL || strcmp (name, newest) > 0))
      g_set_str (&newest, name);
  if (newest != NULL)
    return g_strdup_printf ("restore the backup “%s” that lies beside it", newest);
  return g_strdup_printf ("restore a backup; what was in it can be read in “%s.journal”", base);
}

gboolean
_licet_store_refuse_damaged (const char *path,
                             const char *reason,
                             GError **error)
{
  g_autofree char *remedy = dup_remedy (path);

  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_DAMAGED,
               "%s: it %s; %s; nothing was changed", path, reason, remedy);
  return FALSE;
}

/* A checkpoint that was interrupted may leave the file shorter than it says: the rest is in the log beside it. */
static gboolean
has_write_ahead (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  struct stat status;

  return stat (wal, &status) == 0 && status.st_size > 0;
}

static gboolean
check_header (const char *path,
              const guint8 *header,
              gint64 size,
              GError **error)
{
  guint32 page_size = (guint32) header[16] << 8 | header[17];
  guint32 pages = get_big_endian (header + 28);

  if (memcmp (header, "SQLite format 3", sizeof "SQLite format 3") != 0)
    return _licet_store_refuse_damaged (path, "is no store of Licet, or is damaged", error);
  if (get_big_endian (header + 68) != LICET_STORE_APPLICATION_ID)
    return _licet_store_refuse_damaged (path, "was made by another program", error);
  if (get_big_endian (header + 60) > LICET_STORE_VERSION)
    return refuse_newer (path, get_big_endian (header + 60), LICET_STORE_VERSION, error);
  if (page_size == 1)
    page_size = 65536;
  if (page_size < 512 || (size < (gint64) pages * page_size && !has_write_ahead (path)))
    return _licet_store_refuse_damaged (path, "is cut off", error);
  return TRUE;
}

gboolean
_licet_store_inspect (const char *path,
                      GError **error)
{
  guint8 header[100];
  struct stat status;
  gssize length;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 || fstat (fd, &status) != 0) {
    g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN,
                 "%s: it cannot be opened: %s; mend the rights or choose another file", path,
                 g_strerror (errno));
    if (fd >= 0)
      (void) close (fd);
    return FALSE;
  }
  if (!S_ISREG (status.st_mode)) {
    (void) close (fd);
    g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN,
                 "%s: it is no file; give the name of a store", path);
    return FALSE;
  }
  length = pread (fd, header, sizeof header, 0);
  (void) close (fd);
  if (length != sizeof header)
    return _licet_store_refuse_damaged (path, "is empty or cut off", error);
  return check_header (path, header, status.st_size, error);
}

char *
_licet_store_dup_schema (LicetDb *db,
                         GError **error)
{
  g_auto (GStrv) statements = _licet_db_dup_column (
      db, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name", NULL, 0,
      error);

  return statements != NULL ? g_strjoinv (";\n", statements) : NULL;
}
