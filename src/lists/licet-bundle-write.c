/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-bundle-write"

#include "config.h"

#include "licet-compiler-private.h"

static const char schema[] =
  "PRAGMA page_size = 4096;"
  "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;"
  "CREATE TABLE lists ("
  " id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE) STRICT, WITHOUT ROWID;"
  "CREATE TABLE documents ("
  " name TEXT PRIMARY KEY, digest TEXT NOT NULL CHECK (length (digest) = 64),"
  " text TEXT NOT NULL) STRICT;"
  "CREATE TABLE images ("
  " name TEXT PRIMARY KEY, digest TEXT NOT NULL CHECK (length (digest) = 64),"
  " data BLOB NOT NULL) STRICT;";

static gboolean
refuse (sqlite3 *db,
        const char *doing,
        GError **error)
{
  g_set_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE,
               "the bundle cannot be written: %s: %s; see whether there is space",
               doing, sqlite3_errmsg (db));
  return FALSE;
}

static gboolean
run (sqlite3 *db,
     const char *sql,
     GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || refuse (db, "a table", error);
}

/* One row of two or three texts; @data instead of the last when given. */
static gboolean
insert (sqlite3 *db,
        const char *sql,
        const char *const *texts,
        guint n_texts,
        GBytes *data,
        GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_sound = sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) == SQLITE_OK;
  gsize size = 0;
  gconstpointer bytes = data != NULL ? g_bytes_get_data (data, &size) : NULL;

  for (guint i = 0; is_sound && i < n_texts; i++)
    is_sound = sqlite3_bind_text (statement, (int) i + 1, texts[i], -1, SQLITE_STATIC) == SQLITE_OK;
  if (is_sound && data != NULL)
    is_sound = sqlite3_bind_blob64 (statement, (int) n_texts + 1, bytes, size,
                                    SQLITE_STATIC) == SQLITE_OK;
  is_sound = is_sound && sqlite3_step (statement) == SQLITE_DONE;
  if (!is_sound)
    (void) refuse (db, texts[0], error);
  sqlite3_finalize (statement);
  return is_sound;
}

static gboolean
write_meta (sqlite3 *db,
            const char *key,
            const char *value,
            GError **error)
{
  const char *const texts[] = { key, value };

  return insert (db, "INSERT INTO meta VALUES (?, ?)", texts, 2, NULL, error);
}

static gboolean
write_image (sqlite3 *db,
             const char *name,
             GBytes *image,
             GError **error)
{
  g_autofree char *digest = licet_digest_bytes (image);
  const char *const texts[] = { name, digest };

  return insert (db, "INSERT INTO images VALUES (?, ?, ?)", texts, 2, image, error);
}

/* Documents, and the digest over all of them. */
static gboolean
write_documents (sqlite3 *db,
                 const LicetSources *sources,
                 GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *digest = NULL;

  for (guint i = 0; i < sources->documents->len; i++) {
    LicetJson *json = g_ptr_array_index (sources->documents, i);
    g_autofree char *text = licet_json_serialise (licet_json_get_root (json));
    const char *name = licet_json_get_name (json);
    const char *own = g_hash_table_lookup (sources->digests, name);
    const char *const texts[] = { name, own, text };

    g_string_append_printf (all, "%s %s\n", name, own);
    if (!insert (db, "INSERT INTO documents VALUES (?, ?, ?)", texts, 3, NULL, error))
      return FALSE;
  }
  digest = licet_digest_text (all->str);
  return write_meta (db, "digest", digest, error);
}

static gboolean
write_list (sqlite3 *db,
            const LicetListSource *source,
            guint position,
            GError **error)
{
  g_autoptr (GBytes) image = _licet_control_list_write (source->list);
  g_autofree char *name = g_strconcat ("list:", source->list->id, NULL);
  g_autofree char *number = g_strdup_printf ("%u", position);
  const char *const texts[] = { source->list->id, number };

  return insert (db, "INSERT INTO lists VALUES (?, CAST (? AS INTEGER))", texts, 2, NULL, error) &&
         write_image (db, name, image, error);
}

gboolean
_licet_bundle_write (sqlite3 *db,
                     const LicetSources *sources,
                     const LicetVocabulary *vocabulary,
                     GPtrArray *lists,
                     const char *version,
                     GError **error)
{
  g_autofree char *head =
    g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d; BEGIN;",
                     LICET_BUNDLE_APPLICATION_ID,
                                           LICET_BUNDLE_FORMAT);
  g_autoptr (GBytes) image = _licet_vocabulary_write (vocabulary);

  if (!run (db, schema, error) || !run (db, head, error) ||
      !write_meta (db, "version", version, error) ||
      !write_documents (db, sources, error) || !write_image (db, "vocabulary", image, error))
    return FALSE;
  for (guint i = 0; i < lists->len; i++)
    if (!write_list (db, g_ptr_array_index (lists, i), i, error))
      return FALSE;
  return run (db, "COMMIT", error);
}

gboolean
_licet_bundle_save (sqlite3 *db,
                    const char *target,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  sqlite3_int64 size = 0;
  unsigned char *data;

  if (!run (db, "VACUUM", error))
    return FALSE;
  data = sqlite3_serialize (db, "main", &size, 0);
  if (data == NULL)
    return refuse (db, "its pages", error);
  bytes = g_bytes_new_with_free_func (data, (gsize) size, sqlite3_free, data);
  return licet_file_write (target, bytes, error);
}
