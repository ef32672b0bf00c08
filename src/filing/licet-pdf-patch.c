/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-pdf-patch"

#include "config.h"

#include "licet-pdf-private.h"

#include <string.h>

/* The last place of @needle in the @size bytes at @data. */
static const char *
find_last (const char *data,
           gsize size,
           const char *needle)
{
  gsize length = strlen (needle);

  for (gsize i = size >= length ? size - length + 1 : 0; i > 0; i--)
    if (memcmp (data + i - 1, needle, length) == 0)
      return data + i - 1;
  return NULL;
}

/* The number after @key in @text. */
static gboolean
find_number (const char *text,
             const char *key,
             guint64 *ret_number)
{
  const char *place = text != NULL ? strstr (text, key) : NULL;
  char *end = NULL;

  if (place == NULL)
    return FALSE;
  *ret_number = g_ascii_strtoull (place + strlen (key), &end, 10);
  return end != place + strlen (key);
}

/* The body of the object @number, "<< ... >>", between its head and "endobj". */
static char *
dup_object (const char *data,
            gsize size,
            guint64 number)
{
  g_autofree char *head = g_strdup_printf ("\n%" G_GUINT64_FORMAT " 0 obj\n", number);
  const char *begin = find_last (data, size, head);
  const char *end;

  if (begin == NULL)
    return NULL;
  begin += strlen (head);
  end = g_strstr_len (begin, (gssize) (data + size - begin), "\nendobj");
  return end != NULL ? g_strndup (begin, (gsize) (end - begin)) : NULL;
}

GBytes *
_licet_pdf_add_language (GBytes *pdf,
                         const char *language)
{
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *trailer = find_last (data, size, "\ntrailer\n");
  g_autofree char *tail = trailer != NULL ? g_strndup (trailer, (gsize) (data + size - trailer))
                                          : NULL;
  g_autofree char *catalogue = NULL;
  g_autoptr (GString) update = NULL;
  guint64 root, info, n_objects, previous;
  gsize object_at, table_at;
  char *close;

  if (!find_number (tail, "/Root ", &root) || !find_number (tail, "/Size ", &n_objects) ||
      !find_number (tail, "/Info ", &info) || !find_number (tail, "startxref\n", &previous))
    return g_bytes_ref (pdf);
  catalogue = dup_object (data, size, root);
  close = catalogue != NULL ? g_strrstr (catalogue, ">>") : NULL;
  if (close == NULL || strstr (catalogue, "/Lang") != NULL)
    return g_bytes_ref (pdf);
  *close = '\0';

  update = g_string_new_len (data, (gssize) size);
  object_at = update->len;
  g_string_append_printf (update,
                          "%" G_GUINT64_FORMAT " 0 obj\n%s   /Lang (%s)\n   /ViewerPreferences << "
                                               "/DisplayDocTitle true >>\n>>\nendobj\n",
                          root, catalogue, language);
  table_at = update->len;
  g_string_append_printf (
    update, "xref\n%" G_GUINT64_FORMAT " 1\n%010" G_GSIZE_FORMAT " 00000 n \n", root, object_at);
  g_string_append_printf (update,
                          "trailer\n<< /Size %" G_GUINT64_FORMAT "\n   /Root %" G_GUINT64_FORMAT
                          " 0 R\n   /Info %" G_GUINT64_FORMAT " 0 R\n   /Prev %" G_GUINT64_FORMAT
                          "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          n_objects, root, info, previous, table_at);
  return g_string_free_to_bytes (g_steal_pointer (&update));
}

char *
_licet_pdf_dup_keyword (GBytes *pdf,
                        const char *prefix)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);
  const char *place = data != NULL ? find_last (data, size, prefix) : NULL;
  gsize length = 0;

  if (place == NULL)
    return NULL;
  place += strlen (prefix);
  while (place + length < data + size && length < 128 &&
         memchr (letters, place[length], sizeof letters - 1) != NULL)
    length++;
  return g_strndup (place, length);
}
