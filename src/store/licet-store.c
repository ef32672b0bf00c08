/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store"

#include "config.h"

#include "licet-store.h"

#include <errno.h>

#include "licet-store-private.h"

struct _LicetStore {
  GObject parent_instance;

  LicetBundle *bundle;
  char *path;
  LicetStoreWriter *writer;
};

G_DEFINE_FINAL_TYPE (LicetStore, licet_store, G_TYPE_OBJECT)

static gboolean
make_folder (const char *path,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN,
               "%s: it cannot be made: %s; choose another place for the store", folder,
               g_strerror (errno));
  return FALSE;
}

/* A store that is damaged is not opened: what would be written on top might make it worse. */
static gboolean
refuse_unsound (LicetDb *db,
                GError **error)
{
  g_autofree char *said = NULL;
  g_autofree char *reason = NULL;

  if (!_licet_db_get_text (db, "PRAGMA quick_check(1)", NULL, 0, &said, error))
    return FALSE;
  if (g_strcmp0 (said, "ok") == 0)
    return TRUE;
  reason = g_strdup_printf ("is damaged (%s)", said != NULL ? said : "nothing can be read");
  return _licet_store_refuse_damaged (_licet_db_get_path (db), reason, error);
}

static LicetDb *
open_sound (const char *path,
            GError **error)
{
  g_autoptr (LicetDb) db = NULL;
  g_autoptr (GError) reason = NULL;
  gboolean is_sound;

  if (!_licet_store_inspect (path, error))
    return NULL;
  db = _licet_db_open (path, LICET_DB_WRITE, &reason);
  is_sound =
      db != NULL && refuse_unsound (db, &reason) &&
      _licet_store_migrate (db, _licet_store_get_migrations (), LICET_STORE_VERSION, &reason);
  if (is_sound)
    return g_steal_pointer (&db);
  if (g_error_matches (reason, LICET_STORE_ERROR, LICET_STORE_ERROR_DAMAGED) && db == NULL)
    (void) _licet_store_refuse_damaged (path, "is damaged", error);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

static LicetStoreWriter *
open_writer (const char *path,
             GError **error)
{
  g_autofree char *log_path = _licet_store_log_dup_path (path);
  g_autoptr (LicetStoreLog) log = NULL;
  g_autoptr (LicetDb) db = NULL;

  db = open_sound (path, error);
  log = db != NULL ? _licet_store_log_open (log_path, error) : NULL;
  if (log == NULL)
    return NULL;
  return _licet_store_writer_new (g_steal_pointer (&db), g_steal_pointer (&log), error);
}

static void
licet_store_dispose (GObject *object)
{
  LicetStore *self = LICET_STORE (object);

  /* Whoever wants to know whether everything was written closes the store himself. */
  (void) licet_store_close (self, NULL);
  G_OBJECT_CLASS (licet_store_parent_class)->dispose (object);
}

static void
licet_store_finalize (GObject *object)
{
  LicetStore *self = LICET_STORE (object);

  g_clear_object (&self->bundle);
  g_clear_pointer (&self->path, g_free);
  G_OBJECT_CLASS (licet_store_parent_class)->finalize (object);
}

static void
licet_store_class_init (LicetStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = licet_store_dispose;
  object_class->finalize = licet_store_finalize;
}

static void
licet_store_init (LicetStore *self)
{
}

LicetStoreWriter *
_licet_store_get_writer (LicetStore *self,
                         GError **error)
{
  if (self->writer == NULL)
    g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE,
                 "%s: it is closed; open it again",
                 self->path);
  return self->writer;
}

LicetBundle *
_licet_store_get_bundle (LicetStore *self)
{
  return self->bundle;
}

LicetDb *
_licet_store_open_reader (LicetStore *self,
                          GError **error)
{
  return _licet_db_open (self->path, LICET_DB_READ, error);
}

LicetStore *
licet_store_open (LicetBundle *bundle,
                  const char *path,
                  GError **error)
{
  g_autoptr (LicetStore) self = NULL;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (!g_file_test (path, G_FILE_TEST_EXISTS) &&
      (!make_folder (path, error) || !_licet_store_create (path, error)))
    return NULL;
  self = g_object_new (LICET_TYPE_STORE, NULL);
  self->bundle = g_object_ref (bundle);
  self->path = g_strdup (path);
  self->writer = open_writer (path, error);
  return self->writer != NULL ? g_steal_pointer (&self) : NULL;
}

char *
licet_store_get_default_path (void)
{
  const char *path = g_getenv ("LICET_STORE");

  if (path != NULL && *path != '\0')
    return g_strdup (path);
  return g_build_filename (g_get_user_data_dir (), "licet", "office.licet", NULL);
}

const char *
licet_store_get_path (LicetStore *self)
{
  g_return_val_if_fail (LICET_IS_STORE (self), NULL);

  return self->path;
}

gboolean
licet_store_close (LicetStore *self,
                   GError **error)
{
  LicetStoreWriter *writer;

  g_return_val_if_fail (LICET_IS_STORE (self), FALSE);

  writer = g_steal_pointer (&self->writer);
  return writer == NULL || _licet_store_writer_close (writer, error);
}
