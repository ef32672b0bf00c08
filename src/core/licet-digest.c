/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-digest"

#include "config.h"

#include "licet-digest.h"

#include <string.h>

#include "licet-error.h"

#define CHUNK (256u * 1024u)

char *
licet_digest_bytes (GBytes *bytes)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

char *
licet_digest_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

char *
licet_digest_file (const char *path,
                   GCancellable *cancellable,
                   guint64 *ret_size,
                   GError **error)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree guchar *buffer = g_malloc (CHUNK);
  guint64 size = 0;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  stream = g_file_read (file, cancellable, &reason);
  while (stream != NULL) {
    gssize n = g_input_stream_read (G_INPUT_STREAM (stream), buffer, CHUNK, cancellable, &reason);

    if (n <= 0)
      break;
    g_checksum_update (checksum, buffer, n);
    size += (guint64) n;
  }
  if (reason != NULL) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ,
                 "%s: it cannot be read: %s; mend that or name another file",
                 path, reason->message);
    return NULL;
  }
  if (ret_size != NULL)
    *ret_size = size;
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
licet_digest_is_valid (const char *text)
{
  return text != NULL && strlen (text) == LICET_DIGEST_LENGTH &&
         strspn (text, "0123456789abcdef") == LICET_DIGEST_LENGTH;
}
