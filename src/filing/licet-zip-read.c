/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-zip-read"

#include "config.h"

#include "licet-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define CHUNK (64u * 1024u)
/* A package is stored, so its contents are not larger than itself. Packed anew by another program
 * they may be, but text seldom shrinks to less than a fiftieth, and a small archive is no danger.
 */
#define MAX_RATIO 50u
#define FREE_BYTES (1024u * 1024u)

typedef struct archive LicetArchive;

static void
close_archive (LicetArchive *reader)
{
  (void) archive_read_free (reader);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetArchive, close_archive)

static gboolean refuse (GError **error,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error,
        const char *format,
        ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED,
               "%s; ask the sender for the package again", reason);
  return FALSE;
}

static const char *
describe_type (struct archive_entry *entry)
{
  if (archive_entry_hardlink (entry) != NULL || archive_entry_symlink (entry) != NULL ||
      archive_entry_filetype (entry) == AE_IFLNK)
    return "a link";
  switch (archive_entry_filetype (entry)) {
  case AE_IFREG:
    return NULL;
  case AE_IFDIR:
    return "a folder";
  case AE_IFCHR:
  case AE_IFBLK:
    return "a device";
  default:
    return "no regular file";
  }
}

/* Splits "ROOT/path" and makes the bag by the first ROOT. */
static gboolean
take_name (const char *name,
           LicetBag **bag,
           const char **ret_path,
           GError **error)
{
  const char *slash = name != NULL ? strchr (name, '/') : NULL;
  g_autofree char *root = slash != NULL ? g_strndup (name, (gsize) (slash - name)) : NULL;
  g_autofree char *shown = g_strescape (name != NULL ? name : "", NULL);

  if (slash == NULL || !licet_bag_path_is_safe (name))
    return refuse (error, "a member is named “%.200s”, which no package of Licet has", shown);
  if (*bag == NULL)
    *bag = licet_bag_new (root);
  if (!g_str_equal (licet_bag_get_root (*bag), root))
    return refuse (error, "it has two folders, “%s” and “%s”", licet_bag_get_root (*bag), root);
  *ret_path = slash + 1;
  return TRUE;
}

static GBytes *
read_member (LicetArchive *reader,
             const char *name,
             guint64 *left,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (CHUNK);

  for (;;) {
    la_ssize_t n = archive_read_data (reader, buffer, CHUNK);

    if (g_cancellable_is_cancelled (cancellable)) {
      g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED, "the work was stopped");
      return NULL;
    }
    if (n < 0) {
      refuse (error, "%s cannot be read (%s)", name, archive_error_string (reader));
      return NULL;
    }
    if (n == 0)
      break;
    if ((guint64) n > *left || content->len + (guint64) n > LICET_BAG_MAX_FILE) {
      refuse (error, "%s is far larger than the archive that holds it, or than a package may be",
              name);
      return NULL;
    }
    *left -= (guint64) n;
    g_byte_array_append (content, buffer, (guint) n);
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static LicetArchive *
open_archive (GBytes *archive,
              GError **error)
{
  g_autoptr (LicetArchive) reader = archive_read_new ();
  gsize size;
  const void *data = g_bytes_get_data (archive, &size);

  /* By its directory alone: what that does not name is found when the archive is compared with its
   * one form. */
  /* Checksums of the archive are left to the digests of the bag, which say which file was changed. */
  if (archive_read_support_format_zip_seekable (reader) != ARCHIVE_OK ||
      archive_read_set_format_option (reader, "zip", "ignorecrc32", "1") != ARCHIVE_OK ||
      archive_read_open_memory (reader, data != NULL ? data : "", size) != ARCHIVE_OK) {
    refuse (error, "it is no ZIP archive, or not whole");
    return NULL;
  }
  return g_steal_pointer (&reader);
}

LicetBag *
licet_zip_read (GBytes *archive,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (LicetArchive) reader = NULL;
  g_autoptr (LicetBag) bag = NULL;
  struct archive_entry *entry;
  guint64 left;
  int code;

  g_return_val_if_fail (archive != NULL, NULL);

  reader = open_archive (archive, error);
  if (reader == NULL)
    return NULL;
  left = MIN ((guint64) g_bytes_get_size (archive) * MAX_RATIO + FREE_BYTES, LICET_BAG_MAX_BYTES);
  while ((code = archive_read_next_header (reader, &entry)) == ARCHIVE_OK) {
    g_autoptr (GBytes) bytes = NULL;
    const char *name = archive_entry_pathname (entry);
    const char *path = NULL;
    const char *type = describe_type (entry);

    if (type != NULL) {
      g_autofree char *shown = g_strescape (name != NULL ? name : "", NULL);

      refuse (error, "“%.200s” is %s", shown, type);
      return NULL;
    }
    if (archive_entry_is_encrypted (entry)) {
      refuse (error, "it is encrypted");
      return NULL;
    }
    if (!take_name (name, &bag, &path, error))
      return NULL;
    bytes = read_member (reader, path, &left, cancellable, error);
    if (bytes == NULL || !licet_bag_add (bag, path, bytes, error))
      return NULL;
  }
  if (code != ARCHIVE_EOF || bag == NULL) {
    refuse (error, "it is no ZIP archive, or not whole (%s)",
            code != ARCHIVE_EOF ? archive_error_string (reader) : "nothing is in it");
    return NULL;
  }
  return g_steal_pointer (&bag);
}
