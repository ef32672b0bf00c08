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
#include <sys/stat.h>
#include <unistd.h>

#include "licet-error.h"

#define MAX_NAME 80
#define CHUNK 65536
#define MAX_BYTES ((gsize) 1024 * 1024 * 1024)

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
    return NULL;
  }
}

static gboolean
refuse (const char *path,
        int code,
        GError **error)
{
  const char *remedy = remedy_for (code);

  if (remedy != NULL)
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_WRITE, "%s: it cannot be written: %s",
                 path, remedy);
  else
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_WRITE,
                 "%s: it cannot be written: %s; choose another place", path, g_strerror (code));
  return FALSE;
}

/* A rename would put a file in the place of whatever stands there: a folder, a device, a pipe. */
static gboolean
is_replaceable (const char *path,
                GError **error)
{
  struct stat status;

  if (stat (path, &status) != 0 || S_ISREG (status.st_mode))
    return TRUE;
  if (S_ISDIR (status.st_mode))
    return refuse (path, EISDIR, error);
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_WRITE,
               "%s: it cannot be written: it is a device or a pipe; give the name of a file", path);
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

  if (!is_replaceable (path, error))
    return FALSE;
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

static void
refuse_size (const char *path,
             gsize limit,
             GError **error)
{
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ,
               "%s: it is larger than the %" G_GSIZE_FORMAT " bytes allowed; give a smaller file",
               path, limit);
}

/* Reads to the end, whatever size the file was said to have: a device or a pipe says none, and may have no end. */
static GBytes *
read_stream (GInputStream *stream,
             const char *path,
             gsize limit,
             GError **error)
{
  g_autoptr (GByteArray) array = g_byte_array_new ();
  g_autoptr (GError) reason = NULL;
  g_autofree guchar *buffer = g_malloc (CHUNK);

  for (;;) {
    gssize n = g_input_stream_read (stream, buffer, CHUNK, NULL, &reason);

    if (n < 0) {
      g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ,
                   "%s: it cannot be read: %s; mend that or name another file", path,
                   reason->message);
      return NULL;
    }
    if (n == 0)
      return g_byte_array_free_to_bytes (g_steal_pointer (&array));
    if ((gsize) n > limit - array->len) {
      refuse_size (path, limit, error);
      return NULL;
    }
    g_byte_array_append (array, buffer, (guint) n);
  }
}

GBytes *
licet_file_read (const char *path,
                 gsize limit,
                 GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) reason = NULL;
  struct stat status;

  g_return_val_if_fail (path != NULL, NULL);

  limit = MIN (limit, MAX_BYTES);
  if (stat (path, &status) != 0) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ,
                 "%s: it cannot be read: %s; name another file", path, g_strerror (errno));
    return NULL;
  }
  if (S_ISDIR (status.st_mode)) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ, "%s: it is a folder; name a file",
                 path);
    return NULL;
  }
  if ((guint64) status.st_size > limit) {
    refuse_size (path, limit, error);
    return NULL;
  }
  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, &reason);
  if (stream == NULL) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ,
                 "%s: it cannot be read: %s; mend that or name another file", path,
                 reason->message);
    return NULL;
  }
  return read_stream (G_INPUT_STREAM (stream), path, limit, error);
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
