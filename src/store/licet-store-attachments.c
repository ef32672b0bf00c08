/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-attachments"

#include "config.h"

#include "licet-store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* A file that is larger is no paper of a case. */
#define MAX_ATTACHMENT (1024ll * 1024 * 1024)

#define BLOCK 65536

static gboolean
refuse_write (const char *path,
              int code,
              GError **error)
{
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE,
               "%s: it cannot be written: %s; free space or mend the rights, and try again", path,
               g_strerror (code));
  return FALSE;
}

static gboolean
refuse_read (const char *path,
             const char *reason,
             GError **error)
{
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ, "%s: it %s", path, reason);
  return FALSE;
}

static int
open_source (const char *source,
             GError **error)
{
  struct stat status;
  int fd = open (source, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0) {
    g_autofree char *reason =
        g_strdup_printf ("cannot be read: %s; look whether it is there", g_strerror (errno));

    (void) refuse_read (source, reason, error);
    return -1;
  }
  if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode) && status.st_size <= MAX_ATTACHMENT)
    return fd;
  (void) close (fd);
  (void) refuse_read (source,
                      S_ISREG (status.st_mode) ? "is larger than 1 GiB; attach a smaller file"
                                               : "is no file; attach a file",
                      error);
  return -1;
}

static gboolean
copy_blocks (int from,
             const char *source,
             int to,
             const char *target,
             GChecksum *checksum,
             gint64 *ret_size,
             GError **error)
{
  g_autofree char *block = g_malloc (BLOCK);
  gint64 size = 0;

  for (;;) {
    gssize n = read (from, block, BLOCK);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return refuse_read (source, g_strerror (errno), error);
    if (n == 0)
      break;
    size += n;
    if (size > MAX_ATTACHMENT)
      return refuse_read (source, "grew while it was read; attach it again", error);
    g_checksum_update (checksum, (const guchar *) block, n);
    if (!licet_file_write_all (to, block, (gsize) n))
      return refuse_write (target, errno, error);
  }
  if (fsync (to) != 0)
    return refuse_write (target, errno, error);
  *ret_size = size;
  return TRUE;
}

static gboolean
copy_to (int from,
         const char *source,
         const char *temporary,
         int to,
         char **ret_digest,
         gint64 *ret_size,
         GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  gboolean is_copied = copy_blocks (from, source, to, temporary, checksum, ret_size, error);

  if (close (to) != 0 && is_copied)
    return refuse_write (temporary, errno, error);
  if (is_copied)
    *ret_digest = g_strdup (g_checksum_get_string (checksum));
  return is_copied;
}

char *
_licet_attachments_dup_folder (const char *path)
{
  return g_strconcat (path, ".attachments", NULL);
}

gboolean
_licet_attachments_copy (const char *folder,
                         const char *source,
                         char **ret_digest,
                         gint64 *ret_size,
                         GError **error)
{
  g_autofree char *temporary = g_build_filename (folder, "new.XXXXXX", NULL);
  g_autofree char *digest = NULL;
  g_autofree char *target = NULL;
  gint64 size = 0;
  int from;
  int to;

  from = open_source (source, error);
  if (from < 0)
    return FALSE;
  to = g_mkdir_with_parents (folder, 0700) == 0
           ? g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600)
           : -1;
  if (to < 0) {
    int code = errno;

    (void) close (from);
    return refuse_write (folder, code, error);
  }
  if (copy_to (from, source, temporary, to, &digest, &size, error)) {
    target = g_build_filename (folder, digest, NULL);
    if (g_rename (temporary, target) != 0)
      (void) refuse_write (target, errno, error);
    else
      g_clear_pointer (&temporary, g_free);
    licet_file_sync_folder (target);
  }
  (void) close (from);
  if (temporary != NULL) {
    (void) g_unlink (temporary);
    return FALSE;
  }
  *ret_digest = g_steal_pointer (&digest);
  *ret_size = size;
  return TRUE;
}

gboolean
_licet_attachments_add_row (LicetStoreWrite *write,
                            const char *digest,
                            gint64 size,
                            const char *name,
                            gboolean *ret_is_new,
                            GError **error)
{
  g_autofree char *size_text = g_strdup_printf ("%" G_GINT64_FORMAT, size);
  const char *const texts[] = { digest, size_text, name, write->moment };
  g_autofree char *there = NULL;

  if (!_licet_db_get_text (write->db, "SELECT digest FROM attachments WHERE digest = ?", texts, 1,
                           &there, error))
    return FALSE;
  *ret_is_new = there == NULL;
  return there != NULL ||
         _licet_db_run (write->db,
                        "INSERT INTO attachments (digest, size, name, added) VALUES (?, ?, ?, ?)",
                        texts, G_N_ELEMENTS (texts), error);
}

typedef struct {
  const char *folder;
  const char *source;
  char *digest;
  gint64 size;
} AddData;

static gboolean
prepare_add (gpointer data,
             GError **error)
{
  AddData *add = data;

  return _licet_attachments_copy (add->folder, add->source, &add->digest, &add->size, error);
}

static gboolean
work_add (LicetStoreWrite *write,
          gpointer data,
          GError **error)
{
  AddData *add = data;
  g_autofree char *name = g_filename_display_basename (add->source);
  gboolean is_new;

  if (!_licet_attachments_add_row (write, add->digest, add->size, name, &is_new, error))
    return FALSE;
  if (is_new)
    _licet_store_write_describe (write, "add-attachment", add->digest, NULL);
  return TRUE;
}

char *
licet_store_add_attachment (LicetStore *store,
                            const char *source,
                            GError **error)
{
  static const LicetStoreJob job = { prepare_add, work_add };
  LicetStoreWriter *writer;
  g_autofree char *folder = NULL;
  AddData add = { 0 };

  g_return_val_if_fail (LICET_IS_STORE (store), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  writer = _licet_store_get_writer (store, error);
  if (writer == NULL)
    return NULL;
  folder = _licet_attachments_dup_folder (licet_store_get_path (store));
  add.folder = folder;
  add.source = source;
  if (_licet_store_writer_run (writer, &job, &add, error))
    return add.digest;
  g_free (add.digest);
  return NULL;
}

char *
licet_store_dup_attachment_path (LicetStore *store,
                                 const char *digest)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (LICET_IS_STORE (store), NULL);
  g_return_val_if_fail (digest != NULL && licet_digest_is_valid (digest), NULL);

  folder = _licet_attachments_dup_folder (licet_store_get_path (store));
  return g_build_filename (folder, digest, NULL);
}
