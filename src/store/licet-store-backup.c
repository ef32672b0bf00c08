/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-backup"

#include "config.h"

#include "licet-store-private.h"

#include <glib/gstdio.h>

typedef struct {
  const char *path;
  const char *target;
} BackupData;

static gboolean
refuse (const char *path,
        const char *reason,
        GError **error)
{
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE, "%s: it %s; choose another name",
               path, reason);
  return FALSE;
}

static gboolean
refuse_existing (const char *target,
                 GError **error)
{
  return !g_file_test (target, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK) ||
         refuse (target, "is there already", error);
}

/* Copied under the digest it has now: an attachment that was damaged is noticed here and not when it is needed. */
static gboolean
copy_attachment (const char *from,
                 const char *to,
                 const char *digest,
                 GError **error)
{
  g_autofree char *source = g_build_filename (from, digest, NULL);
  g_autofree char *copied = NULL;
  gint64 size;

  if (!_licet_attachments_copy (to, source, &copied, &size, error))
    return FALSE;
  if (g_str_equal (copied, digest))
    return TRUE;
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_DAMAGED,
               "%s: it is not what its digest says; restore it from an older backup", source);
  return FALSE;
}

static gboolean
copy_attachments (LicetDb *db,
                  const BackupData *data,
                  GError **error)
{
  g_autofree char *from = _licet_attachments_dup_folder (data->path);
  g_autofree char *to = _licet_attachments_dup_folder (data->target);
  g_auto (GStrv) digests =
      _licet_db_dup_column (db, "SELECT digest FROM attachments", NULL, 0, error);

  if (digests == NULL)
    return FALSE;
  for (guint i = 0; digests[i] != NULL; i++)
    if (!copy_attachment (from, to, digests[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
copy_log (const BackupData *data,
          GError **error)
{
  g_autofree char *from = _licet_store_log_dup_path (data->path);
  g_autofree char *to = _licet_store_log_dup_path (data->target);
  g_autoptr (GBytes) bytes = licet_file_read (from, LICET_STORE_LOG_MAX_FILE, error);

  return bytes != NULL && licet_file_write (to, bytes, error);
}

static void
remove_attachments (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    (void) g_unlink (path);
  }
  (void) g_rmdir (folder);
}

static gboolean
work_backup (LicetStoreWrite *write,
             gpointer user_data,
             GError **error)
{
  const BackupData *data = user_data;
  g_autofree char *folder = _licet_attachments_dup_folder (data->target);
  g_autofree char *log = _licet_store_log_dup_path (data->target);
  g_autoptr (LicetDb) reader = NULL;

  if (!refuse_existing (data->target, error) || !refuse_existing (folder, error) ||
      !refuse_existing (log, error))
    return FALSE;
  /* The writer holds the lock, so that nothing is written between the copies; the database, which makes it a store, comes last. */
  reader = _licet_db_open (data->path, LICET_DB_READ, error);
  if (reader != NULL && copy_attachments (write->db, data, error) && copy_log (data, error) &&
      _licet_db_copy (reader, data->target, error)) {
    licet_file_sync_folder (data->target);
    return TRUE;
  }
  remove_attachments (folder);
  (void) g_unlink (log);
  return FALSE;
}

gboolean
licet_store_backup (LicetStore *store,
                    const char *path,
                    GError **error)
{
  static const LicetStoreJob job = { NULL, work_backup };
  LicetStoreWriter *writer;
  BackupData data = { 0 };

  g_return_val_if_fail (LICET_IS_STORE (store), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  writer = _licet_store_get_writer (store, error);
  data.path = licet_store_get_path (store);
  data.target = path;
  return writer != NULL && _licet_store_writer_run (writer, &job, &data, error);
}
