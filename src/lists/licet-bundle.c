/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-bundle"

#include "config.h"

#include "licet-bundle.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "licet-bundle-private.h"
#include "licet-control-list-private.h"
#include "licet-vocabulary-private.h"

struct _LicetBundle {
  GObject parent_instance;

  char *path;
  sqlite3 *db;
  gboolean owns_db;
  char *version;
  char *digest;
  LicetVocabulary *vocabulary;
  GStrv list_ids;

  GMutex lock;         /* of what follows */
  GHashTable *lists;   /* id -> LicetControlList, as far as they were asked for */
  GHashTable *digests; /* name of a document -> digest, once one was asked for */
};

G_DEFINE_FINAL_TYPE (LicetBundle, licet_bundle, G_TYPE_OBJECT)

static gboolean
refuse (const char *path,
        const char *reason,
        GError **error)
{
  g_set_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE,
               "%s: %s; install the program again, or build it anew",
               path != NULL ? path : "bundle", reason);
  return FALSE;
}

static gboolean
refuse_sqlite (const char *path,
               sqlite3 *db,
               const char *doing,
               GError **error)
{
  g_autofree char *reason = g_strdup_printf ("%s: %s", doing, db != NULL ? sqlite3_errmsg (db)
                                                                         : "no memory");

  return refuse (path, reason, error);
}

static sqlite3 *
open_db (const char *path,
         GError **error)
{
  g_autofree char *absolute = g_canonicalize_filename (path, NULL);
  g_autofree char *uri = g_filename_to_uri (absolute, NULL, error);
  g_autofree char *immutable = uri != NULL ? g_strconcat (uri, "?immutable=1", NULL) : NULL;
  sqlite3 *db = NULL;

  if (immutable == NULL)
    return NULL;
  if (sqlite3_open_v2 (immutable, &db,
                       SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_FULLMUTEX,
                       NULL) != SQLITE_OK ||
      sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) != SQLITE_OK ||
      sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) != SQLITE_OK) {
    (void) refuse_sqlite (path, db, "it cannot be opened", error);
    sqlite3_close (db);
    return NULL;
  }
  return db;
}

/* The one number that @sql gives. */
static gboolean
query_number (LicetBundle *bundle,
              const char *sql,
              gint64 *ret_number,
              GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_sound = sqlite3_prepare_v2 (bundle->db, sql, -1, &statement, NULL) == SQLITE_OK &&
                      sqlite3_step (statement) == SQLITE_ROW;

  if (is_sound)
    *ret_number = sqlite3_column_int64 (statement, 0);
  else
    (void) refuse_sqlite (bundle->path, bundle->db, "it cannot be read", error);
  sqlite3_finalize (statement);
  return is_sound;
}

static gboolean
check_head (LicetBundle *bundle,
            GError **error)
{
  gint64 application = 0;
  gint64 format = 0;
  gint64 pages = 0;
  gint64 page_size = 0;
  g_autofree char *reason = NULL;
  GStatBuf info;

  if (!query_number (bundle, "PRAGMA application_id", &application, error) ||
      !query_number (bundle, "PRAGMA user_version", &format, error) ||
      !query_number (bundle, "PRAGMA page_count", &pages, error) ||
      !query_number (bundle, "PRAGMA page_size", &page_size, error))
    return FALSE;
  if (application != LICET_BUNDLE_APPLICATION_ID)
    return refuse (bundle->path, "it is not a bundle of this program", error);
  if (format != LICET_BUNDLE_FORMAT) {
    reason = g_strdup_printf ("it is of another version of the program (format %" G_GINT64_FORMAT
                              ", this one reads %d)", format, LICET_BUNDLE_FORMAT);
    return refuse (bundle->path, reason, error);
  }
  if (bundle->path != NULL &&
      (g_stat (bundle->path, &info) != 0 || info.st_size != pages * page_size))
    return refuse (bundle->path, "it has not the size it says; it is cut off or damaged", error);
  return TRUE;
}

static gboolean
query_text (LicetBundle *bundle,
            const char *sql,
            const char *parameter,
            char **ret_text,
            GError **error)
{
  sqlite3_stmt *statement = NULL;
  gboolean is_sound = sqlite3_prepare_v2 (bundle->db, sql, -1, &statement, NULL) == SQLITE_OK &&
                      sqlite3_bind_text (statement, 1, parameter, -1, SQLITE_STATIC) == SQLITE_OK &&
                      sqlite3_step (statement) == SQLITE_ROW &&
                      sqlite3_column_type (statement, 0) == SQLITE_TEXT;

  if (is_sound)
    *ret_text = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  else {
    g_autofree char *reason = g_strdup_printf ("“%s” is missing from it", parameter);

    (void) refuse (bundle->path, reason, error);
  }
  sqlite3_finalize (statement);
  return is_sound;
}

/* An image, when it is as it was written. */
static GBytes *
load_image (LicetBundle *bundle,
            const char *name,
            GError **error)
{
  g_autofree char *reason = g_strdup_printf ("“%s” in it is missing or damaged", name);
  sqlite3_stmt *statement = NULL;
  GBytes *image = NULL;

  if (sqlite3_prepare_v2 (bundle->db, "SELECT data, digest FROM images WHERE name = ?", -1,
                          &statement, NULL) == SQLITE_OK &&
      sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW) {
    g_autofree char *digest = NULL;

    image = g_bytes_new (sqlite3_column_blob (statement, 0),
                         (gsize) sqlite3_column_bytes (statement, 0));
    digest = licet_digest_bytes (image);
    if (g_strcmp0 (digest, (const char *) sqlite3_column_text (statement, 1)) != 0)
      g_clear_pointer (&image, g_bytes_unref);
  }
  sqlite3_finalize (statement);
  if (image == NULL)
    (void) refuse (bundle->path, reason, error);
  return image;
}

/* All texts of the first column; with @prefix, those that begin with it. */
static gboolean
query_names (LicetBundle *bundle,
             const char *sql,
             const char *prefix,
             GStrv *ret_names,
             GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2 (bundle->db, sql, -1, &statement, NULL);

  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = sqlite3_step (statement);
    if (code == SQLITE_ROW && g_str_has_prefix ((const char *) sqlite3_column_text (statement, 0),
                                                prefix))
      g_strv_builder_add (builder, (const char *) sqlite3_column_text (statement, 0));
  }
  sqlite3_finalize (statement);
  if (code != SQLITE_DONE)
    return refuse_sqlite (bundle->path, bundle->db, "it cannot be read", error);
  *ret_names = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
load_head (LicetBundle *bundle,
           GError **error)
{
  g_autoptr (GBytes) image = NULL;

  if (!check_head (bundle, error) ||
      !query_text (bundle, "SELECT value FROM meta WHERE key = ?", "version", &bundle->version,
                   error) ||
      !query_text (bundle, "SELECT value FROM meta WHERE key = ?", "digest", &bundle->digest,
                   error) ||
      !query_names (bundle, "SELECT id FROM lists ORDER BY position", "", &bundle->list_ids, error))
    return FALSE;
  image = load_image (bundle, "vocabulary", error);
  if (image == NULL)
    return FALSE;
  bundle->vocabulary = _licet_vocabulary_read (image);
  return bundle->vocabulary != NULL || refuse (bundle->path, "the vocabulary in it is damaged",
                                               error);
}

static void
licet_bundle_finalize (GObject *object)
{
  LicetBundle *bundle = LICET_BUNDLE (object);

  g_clear_pointer (&bundle->lists, g_hash_table_unref);
  g_clear_pointer (&bundle->digests, g_hash_table_unref);
  g_clear_pointer (&bundle->vocabulary, _licet_vocabulary_free);
  g_clear_pointer (&bundle->list_ids, g_strfreev);
  g_clear_pointer (&bundle->version, g_free);
  g_clear_pointer (&bundle->digest, g_free);
  g_clear_pointer (&bundle->path, g_free);
  if (bundle->owns_db)
    sqlite3_close (bundle->db);
  g_mutex_clear (&bundle->lock);
  G_OBJECT_CLASS (licet_bundle_parent_class)->finalize (object);
}

static void
licet_bundle_class_init (LicetBundleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = licet_bundle_finalize;
}

static void
licet_bundle_init (LicetBundle *bundle)
{
  g_mutex_init (&bundle->lock);
  bundle->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) _licet_control_list_free);
}

LicetBundle *
licet_bundle_open (const char *path,
                   GError **error)
{
  g_autoptr (LicetBundle) bundle = g_object_new (LICET_TYPE_BUNDLE, NULL);

  if (path == NULL)
    path = g_getenv ("LICET_BUNDLE");
  bundle->path = path != NULL ? g_strdup (path)
                              : g_build_filename (LICET_PKGDATADIR, "licet.bundle", NULL);
  if (!g_file_test (bundle->path, G_FILE_TEST_IS_REGULAR)) {
    (void) refuse (bundle->path, "there is no such file", error);
    return NULL;
  }
  bundle->db = open_db (bundle->path, error);
  bundle->owns_db = TRUE;
  if (bundle->db == NULL || !load_head (bundle, error))
    return NULL;
  return g_steal_pointer (&bundle);
}

LicetBundle *
_licet_bundle_new_for_db (sqlite3 *db,
                          GError **error)
{
  g_autoptr (LicetBundle) bundle = g_object_new (LICET_TYPE_BUNDLE, NULL);

  g_assert (db != NULL);

  bundle->db = db;
  return load_head (bundle, error) ? g_steal_pointer (&bundle) : NULL;
}

const char *
_licet_bundle_get_path (LicetBundle *bundle)
{
  g_assert (LICET_IS_BUNDLE (bundle));

  return bundle->path;
}

sqlite3 *
_licet_bundle_open_connection (LicetBundle *bundle,
                               GError **error)
{
  g_assert (LICET_IS_BUNDLE (bundle) && bundle->path != NULL);

  return open_db (bundle->path, error);
}

const char *
licet_bundle_get_digest (LicetBundle *bundle)
{
  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  return bundle->digest;
}

const char *
licet_bundle_get_version (LicetBundle *bundle)
{
  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  return bundle->version;
}

const LicetVocabulary *
licet_bundle_get_vocabulary (LicetBundle *bundle)
{
  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  return bundle->vocabulary;
}

const char *const *
licet_bundle_get_list_ids (LicetBundle *bundle)
{
  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  return (const char *const *) bundle->list_ids;
}

/* With the lock held. */
static const LicetControlList *
load_list (LicetBundle *bundle,
           const char *id,
           GError **error)
{
  g_autofree char *name = g_strconcat ("list:", id, NULL);
  LicetControlList *list = g_hash_table_lookup (bundle->lists, id);
  g_autoptr (GBytes) image = NULL;

  if (list != NULL)
    return list;
  image = load_image (bundle, name, error);
  if (image == NULL)
    return NULL;
  list = _licet_control_list_read (image, bundle->vocabulary);
  if (list == NULL) {
    g_autofree char *reason = g_strdup_printf ("the list “%s” in it is damaged", id);

    (void) refuse (bundle->path, reason, error);
    return NULL;
  }
  g_hash_table_insert (bundle->lists, g_strdup (id), list);
  return list;
}

const LicetControlList *
licet_bundle_get_list (LicetBundle *bundle,
                       const char *id,
                       GError **error)
{
  const LicetControlList *list;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle) && id != NULL, NULL);

  if (!g_strv_contains ((const char *const *) bundle->list_ids, id)) {
    g_autofree char *all = g_strjoinv (", ", bundle->list_ids);

    g_set_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_CODE,
                 "there is no list “%s”; use one of: %s", id, all);
    return NULL;
  }
  g_mutex_lock (&bundle->lock);
  list = load_list (bundle, id, error);
  g_mutex_unlock (&bundle->lock);
  return list;
}

LicetJson *
licet_bundle_load_document (LicetBundle *bundle,
                            const char *name,
                            GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *found = NULL;
  g_autofree char *reason = NULL;
  gboolean is_there;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle) && name != NULL, NULL);

  g_mutex_lock (&bundle->lock);
  is_there = query_text (bundle, "SELECT text FROM documents WHERE name = ?", name, &text, error) &&
             query_text (bundle, "SELECT digest FROM documents WHERE name = ?", name, &digest,
                         error);
  g_mutex_unlock (&bundle->lock);
  if (!is_there)
    return NULL;
  found = licet_digest_text (text);
  if (g_str_equal (found, digest))
    return licet_json_parse (name, text, -1, error);
  reason = g_strdup_printf ("“%s” in it is damaged", name);
  (void) refuse (bundle->path, reason, error);
  return NULL;
}

const char *
licet_bundle_get_document_digest (LicetBundle *bundle,
                                  const char *name)
{
  const char *digest;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle) && name != NULL, NULL);

  g_mutex_lock (&bundle->lock);
  if (bundle->digests == NULL)
    bundle->digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  digest = g_hash_table_lookup (bundle->digests, name);
  if (digest == NULL) {
    char *text = NULL;

    if (query_text (bundle, "SELECT digest FROM documents WHERE name = ?", name, &text, NULL)) {
      g_hash_table_insert (bundle->digests, g_strdup (name), text);
      digest = text;
    }
  }
  g_mutex_unlock (&bundle->lock);
  return digest;
}

GStrv
licet_bundle_dup_document_names (LicetBundle *bundle,
                                 const char *prefix)
{
  GStrv names = NULL;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle) && prefix != NULL, NULL);

  g_mutex_lock (&bundle->lock);
  if (!query_names (bundle, "SELECT name FROM documents ORDER BY name", prefix, &names, NULL))
    names = g_new0 (char *, 1);
  g_mutex_unlock (&bundle->lock);
  return names;
}
