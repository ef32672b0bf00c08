/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-compiler-sources"

#include "config.h"

#include "licet-compiler-private.h"

#include <string.h>

#include "licet-compiler.h"

#define MAX_FOLDER_DEPTH 4
#define MAX_FILES 2000

static const char *const folders[] = { "forms", "lists", "rules", "vocabulary" };

/* Every JSON file below @folder and every folder, as names below @data_dir. */
static void
collect (const char *data_dir,
         const char *folder,
         guint depth,
         GPtrArray *names)
{
  g_autofree char *path = g_build_filename (data_dir, folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  if (dir == NULL || depth > MAX_FOLDER_DEPTH)
    return;
  g_ptr_array_add (names, g_strdup (folder));
  while ((name = g_dir_read_name (dir)) != NULL && names->len < MAX_FILES) {
    g_autofree char *inner = g_strconcat (folder, "/", name, NULL);
    g_autofree char *full = g_build_filename (data_dir, inner, NULL);

    if (name[0] == '.')
      continue;
    if (g_file_test (full, G_FILE_TEST_IS_DIR))
      collect (data_dir, inner, depth + 1, names);
    else if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_steal_pointer (&inner));
  }
}

static char *
dup_stem (const char *name)
{
  gsize length = strlen (name);

  return g_strndup (name, g_str_has_suffix (name, ".json") ? length - strlen (".json") : length);
}

/* kinds.json before kinds-3.json: the trunk before what grows on it. */
static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *left = dup_stem (a);
  g_autofree char *right = dup_stem (b);

  return strcmp (left, right);
}

static GPtrArray *
collect_all (const char *data_dir)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    collect (data_dir, folders[i], 1, names);
  g_ptr_array_sort_values (names, compare_names);
  return names;
}

/* Quantities are texts, so that they are exact: a bundle holds whole numbers only. */
static gboolean
check_numbers (LicetDefects *defects,
               const LicetJsonPlace *place)
{
  gboolean is_sound = TRUE;

  if (JSON_NODE_HOLDS_VALUE (place->node) &&
      json_node_get_value_type (place->node) == G_TYPE_DOUBLE)
    return _licet_defects_add (defects, place,
                               "a number with a fraction or exponent is not kept exactly; write it "
                               "as a text");
  if (JSON_NODE_HOLDS_ARRAY (place->node)) {
    for (guint i = 0; i < json_array_get_length (json_node_get_array (place->node)); i++) {
      LicetJsonPlace element;

      licet_json_place_element (place, i, &element);
      is_sound = check_numbers (defects, &element) && is_sound;
    }
  } else if (JSON_NODE_HOLDS_OBJECT (place->node)) {
    g_autoptr (GPtrArray) members = licet_json_place_dup_members (place, NULL);

    for (guint i = 0; i < members->len; i++) {
      LicetJsonPlace inner;

      if (licet_json_place_member (place, g_ptr_array_index (members, i), &inner, NULL))
        is_sound = check_numbers (defects, &inner) && is_sound;
    }
  }
  return is_sound;
}

static void
load_document (LicetSources *sources,
               const char *data_dir,
               const char *name,
               LicetDefects *defects)
{
  g_autofree char *path = g_build_filename (data_dir, name, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LicetJson) json = NULL;
  g_autofree char *canonical = NULL;
  LicetJsonPlace root;
  GError *error = NULL;
  const char *text;
  gsize size;

  bytes = licet_file_read (path, LICET_JSON_DEFAULT_LIMIT, &error);
  text = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;
  if (bytes != NULL)
    json = licet_json_parse (name, text != NULL ? text : "", (gssize) size, &error);
  if (json == NULL) {
    (void) _licet_defects_take (defects, error);
    return;
  }
  licet_json_place_root (json, &root);
  if (!check_numbers (defects, &root))
    return;
  canonical = licet_json_serialise (licet_json_get_root (json));
  g_hash_table_insert (sources->digests, (gpointer) licet_json_get_name (json),
                       licet_digest_text (canonical));
  g_ptr_array_add (sources->documents, g_steal_pointer (&json));
}

void
_licet_sources_load (LicetSources *sources,
                     const char *data_dir,
                     LicetDefects *defects)
{
  g_autoptr (GPtrArray) names = collect_all (data_dir);

  sources->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_json_unref);
  sources->digests = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < names->len; i++)
    if (g_str_has_suffix (g_ptr_array_index (names, i), ".json"))
      load_document (sources, data_dir, g_ptr_array_index (names, i), defects);
}

void
_licet_sources_clear (LicetSources *sources)
{
  g_clear_pointer (&sources->digests, g_hash_table_unref);
  g_clear_pointer (&sources->documents, g_ptr_array_unref);
}

GStrv
licet_bundle_dup_source_names (const char *data_dir)
{
  g_autoptr (GPtrArray) names = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);

  names = collect_all (data_dir);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_steal (names, NULL);
}
