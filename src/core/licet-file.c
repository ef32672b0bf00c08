/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-file"

#include "config.h"

#include "licet-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "licet-error.h"

#define MAX_NAME 80

static const char *
remedy_for (int code)
{
  switch (code) {
  case ENOSPC:
  case EDQUOT:
    return "there is no space left; free some, or choose another place";
  case EACCES:
  case EPERM:
    return "you may not write there; choose another place or ask for the right to";
  case EROFS:
    return "that place can only be read; choose another one";
  case ENOENT:
  case ENOTDIR:
    return "the folder does not exist; make it or choose another one";
  case EISDIR:
    return "it is a folder; give the name of a file";
  case EFBIG:
    return "the file would be larger than allowed there; choose another place";
  case ENAMETOOLONG:
    return "the name is too long; choose a shorter one";
  default:
    return g_strerror (code);
  }
}

static gboolean
refuse (const char *path,
        int code,
        GError **error)
{
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_WRITE, "%s cannot be written: %s", path,
               remedy_for (code));
  return FALSE;
}

static gboolean
is_reserved (const char *name)
{
  static const char *const reserved[] = { "con", "prn", "aux", "nul", NULL };
  g_autofree char *stem = g_ascii_strdown (name, (gssize) strcspn (name, "."));

  if (g_strv_contains (reserved, stem))
    return TRUE;
  return (g_str_has_prefix (stem, "com") || g_str_has_prefix (stem, "lpt")) && strlen (stem) == 4 &&
         g_ascii_isdigit (stem[3]);
}

gboolean
licet_file_write_all (int fd,
                      const void *data,
                      gsize length)
{
  const char *left = data;

  while (length > 0) {
    gssize n = write (fd, left, length);

    if (n < 0 && errno == EINTR)
      continue;
    if (n < 0)
      return FALSE;
    left += n;
    length -= (gsize) n;
  }
  return TRUE;
}

void
licet_file_sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  (void) fsync (fd);
  (void) close (fd);
}

gboolean
licet_file_write (const char *path,
                  GBytes *bytes,
                  GError **error)
{
  g_autofree char *temporary = NULL;
  int code = 0;
  int fd;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return refuse (path, EISDIR, error);
  temporary = g_strconcat (path, ".XXXXXX", NULL);
  fd = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0644);
  if (fd < 0)
    return refuse (path, errno, error);
  if (!licet_file_write_all (fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) ||
      fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && g_rename (temporary, path) != 0)
    code = errno;
  if (code != 0) {
    (void) g_unlink (temporary);
    return refuse (path, code, error);
  }
  licet_file_sync_folder (path);
  return TRUE;
}

GBytes *
licet_file_read (const char *path,
                 gsize limit,
                 GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GError) reason = NULL;
  GBytes *bytes;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                            G_FILE_QUERY_INFO_NONE, NULL, &reason);
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ, "%s is a folder; name a file",
                 path);
    return NULL;
  }
  if (info != NULL && (guint64) g_file_info_get_size (info) > limit) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ,
                 "%s is larger than the %" G_GSIZE_FORMAT " bytes allowed; give a smaller file",
                 path, limit);
    return NULL;
  }
  bytes = info != NULL ? g_file_load_bytes (file, NULL, NULL, &reason) : NULL;
  if (bytes == NULL) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ, "%s cannot be read: %s", path,
                 reason->message);
    return NULL;
  }
  if (g_bytes_get_size (bytes) > limit) {
    g_bytes_unref (bytes);
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ,
                 "%s is larger than the %" G_GSIZE_FORMAT " bytes allowed; give a smaller file",
                 path, limit);
    return NULL;
  }
  return bytes;
}

char *
licet_file_make_safe_name (const char *name)
{
  g_autoptr (GString) safe = g_string_new (NULL);
  g_autofree char *base = NULL;
  const char *dot;

  g_return_val_if_fail (name != NULL, NULL);

  base = g_path_get_basename (*name != '\0' ? name : "file");
  for (const char *p = base; *p != '\0'; p++) {
    gboolean is_fine = g_ascii_isalnum (*p) || *p == '-' || *p == '_' || *p == '.';

    if (is_fine)
      g_string_append_c (safe, *p);
    else if (safe->len > 0 && safe->str[safe->len - 1] != '-')
      g_string_append_c (safe, '-');
  }
  while (safe->len > 0 && (safe->str[0] == '.' || safe->str[0] == '-'))
    g_string_erase (safe, 0, 1);
  while (safe->len > 0 && (safe->str[safe->len - 1] == '.' || safe->str[safe->len - 1] == '-'))
    g_string_truncate (safe, safe->len - 1);
  dot = strrchr (safe->str, '.');
  if (safe->len > MAX_NAME) {
    g_autofree char *extension = dot != NULL && strlen (dot) <= 10 ? g_strdup (dot) : g_strdup ("");

    g_string_truncate (safe, MAX_NAME - strlen (extension));
    g_string_append (safe, extension);
  }
  if (safe->len == 0)
    g_string_append (safe, "file");
  if (is_reserved (safe->str))
    g_string_prepend_c (safe, '_');
  return g_string_free (g_steal_pointer (&safe), FALSE);
}
