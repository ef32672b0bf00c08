/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-log-check"

#include "config.h"

#include "licet-store-log.h"

#include <string.h>

typedef struct {
  gint64 first;
  GPtrArray *writes;
  char *last;
  char *fault;
} Reading;

static void
reading_clear (Reading *reading)
{
  g_clear_pointer (&reading->writes, g_ptr_array_unref);
  g_clear_pointer (&reading->last, g_free);
  g_clear_pointer (&reading->fault, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The files put aside, oldest first: they bear the moment after the name. */
static GPtrArray *
dup_files (const char *path)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (files, compare_names);
  g_ptr_array_add (files, g_strdup (path));
  return files;
}

static gboolean
read_write (const char *line,
            const char **ret_event,
            gint64 *ret_number,
            char **ret_begin)
{
  static const char *const events[] = { "begin", "commit", "rollback", "continued", "recovered" };
  g_autoptr (LicetJson) json = licet_json_parse ("journal", line, -1, NULL);
  const char *begin = NULL;
  const char *event = NULL;
  LicetJsonPlace detail;
  LicetJsonPlace root;

  if (json == NULL)
    return FALSE;
  licet_json_place_root (json, &root);
  if (!licet_json_place_get_string (&root, "event", &event, NULL) ||
      !licet_json_place_member (&root, "detail", &detail, NULL) ||
      !licet_json_place_get_optional_integer (&detail, "number", 0, ret_number, NULL) ||
      !licet_json_place_get_optional_string (&detail, "begin", &begin, NULL))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    if (g_str_equal (events[i], event)) {
      *ret_event = events[i];
      *ret_begin = g_strdup (begin);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_line (Reading *reading,
           const char *name,
           const char *line,
           guint number)
{
  g_autofree char *begin = NULL;
  const char *event = NULL;
  LicetStoreLogWrite *write;
  gint64 of = 0;

  if (!read_write (line, &event, &of, &begin)) {
    reading->fault = g_strdup_printf ("%s, line %u, is no line of a journal", name, number);
    return FALSE;
  }
  if (reading->first == 0)
    reading->first = of;
  if (!g_str_equal (event, "commit") || begin == NULL)
    return TRUE;
  write = g_new0 (LicetStoreLogWrite, 1);
  write->number = of;
  write->begin = g_steal_pointer (&begin);
  g_ptr_array_add (reading->writes, write);
  return TRUE;
}

static gboolean
is_continued (const char *line)
{
  g_autofree char *begin = NULL;
  const char *event = NULL;
  gint64 number;

  return line != NULL && read_write (line, &event, &number, &begin) &&
         g_str_equal (event, "continued");
}

static gboolean
check_lines (Reading *reading,
             const char *path,
             char **lines)
{
  g_autofree char *name = g_path_get_basename (path);
  guint n = g_strv_length (lines);
  guint broken = 0;

  /* The part before may have been thrown away: then the chain is held from the second line on. */
  if (!(reading->last == NULL && is_continued (lines[0])) &&
      !licet_journal_check_from (reading->last, (const char *const[]) { lines[0], NULL }, NULL))
    broken = 1;
  else if (!licet_journal_check_from (lines[0], (const char *const *) lines + 1, &broken))
    broken++;
  if (broken != 0) {
    reading->fault = g_strdup_printf ("%s, line %u, does not follow the line before", name, broken);
    return FALSE;
  }
  for (guint i = 0; i < n; i++)
    if (!read_line (reading, name, lines[i], i + 1))
      return FALSE;
  g_free (reading->last);
  reading->last = g_strdup (lines[n - 1]);
  return TRUE;
}

static gboolean
check_file (Reading *reading,
            const char *path,
            GError **error)
{
  g_autoptr (GBytes) bytes = licet_file_read (path, LICET_STORE_LOG_MAX_FILE, error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  gsize length;

  if (bytes == NULL)
    return FALSE;
  length = g_bytes_get_size (bytes);
  if (length == 0)
    return TRUE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), length);
  if (strlen (text) != length || text[length - 1] != '\n') {
    reading->fault = g_strdup_printf ("%s does not end with a whole line", path);
    return TRUE;
  }
  text[length - 1] = '\0';
  lines = g_strsplit (text, "\n", -1);
  if (lines[0] != NULL)
    (void) check_lines (reading, path, lines);
  return TRUE;
}

void
_licet_store_log_write_free (LicetStoreLogWrite *write)
{
  if (write == NULL)
    return;
  g_free (write->begin);
  g_free (write);
}

gboolean
_licet_store_log_check (const char *path,
                        gint64 *ret_first,
                        GPtrArray **ret_writes,
                        char **ret_fault,
                        GError **error)
{
  g_autoptr (GPtrArray) files = dup_files (path);
  g_auto (Reading) reading = { 0 };

  reading.writes = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_store_log_write_free);
  for (guint i = 0; i < files->len && reading.fault == NULL; i++)
    if (!check_file (&reading, g_ptr_array_index (files, i), error))
      return FALSE;
  *ret_first = reading.first;
  *ret_writes = g_steal_pointer (&reading.writes);
  *ret_fault = g_steal_pointer (&reading.fault);
  return TRUE;
}
