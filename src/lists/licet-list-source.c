/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-list-source"

#include "config.h"

#include "licet-source-private.h"

#include <string.h>

static const char *const known_category_file[] = { "category", "notes", "entries", NULL };
static const char *const known_entry[] = {
  "code", "heading", "nature", "origin", "see", "when", "ask", "figures", "of", "notes", "nodes",
    "unused", "as", "us", NULL,
};
static const char *const known_node[] = {
  "path", "text", "nature", "when", "ask", "figures", "of", "notes", "nodes", "unused", "as", NULL,
};
static const char *const known_deviation[] = { "path", "why", NULL };

static LicetNodeSource *
node_source_new (LicetListSource *list,
                 const LicetNodeSource *parent,
                 const LicetJsonPlace *place)
{
  LicetNodeSource *source = LICET_ARENA_NEW (list->list->arena, LicetNodeSource);

  source->list = list;
  source->parent = parent;
  source->place = *place;
  source->children = g_ptr_array_new ();
  g_ptr_array_add (list->node_sources, source);
  return source;
}

static void
node_source_clear (LicetNodeSource *source)
{
  g_ptr_array_unref (source->children);
}

static gboolean
add_node (LicetReading *reading,
          LicetNodeSource *source)
{
  if (g_hash_table_contains (source->list->nodes, source->full))
    return _licet_defects_add (reading->defects, &source->place,
                               "%s is there twice; take one out or number it anew", source->full);
  if (g_hash_table_size (source->list->nodes) >= LICET_MAX_NODES)
    return _licet_defects_add (reading->defects, &source->place,
                               "the list has more than %d paragraphs", LICET_MAX_NODES);
  g_hash_table_insert (source->list->nodes, (gpointer) source->full, source);
  return TRUE;
}

static gboolean
is_designator (const char *text)
{
  return *text != '\0' && strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789") == strlen (text) &&
         strlen (text) <= 8;
}

/* The designator of "a.5.a" below "a.5": one part more than the node above has. */
static gboolean
read_designator (LicetReading *reading,
                 LicetNodeSource *source)
{
  const LicetNodeSource *above = source->parent;
  /* Below an entry the path of the node above is empty; else it is what follows the code and a point. */
  const char *above_path = above->parent != NULL ? strchr (above->full, '.') + 1 : "";
  g_autofree char *full = NULL;
  const char *path = NULL;
  gsize length;

  if (!_licet_reading_text (reading, &source->place, "path", LICET_MAX_ID, &path))
    return FALSE;
  length = strlen (above_path);
  if (length > 0 && (strncmp (path, above_path, length) != 0 || path[length] != '.'))
    return _licet_defects_add (reading->defects, &source->place,
                               "the path “%s” does not begin with “%s.” of the paragraph above; "
                               "number it so", path, above_path);
  source->designator = path + (length > 0 ? length + 1 : 0);
  if (!is_designator (source->designator))
    return _licet_defects_add (reading->defects, &source->place,
                               "the path “%s” is not one small letter, number or Roman numeral "
                               "below “%s”; number it so", path, above->full);
  full = g_strconcat (above->full, ".", source->designator, NULL);
  source->full = _licet_arena_strdup (reading->arena, full);
  return TRUE;
}

static void
index_children (LicetReading *reading,
                LicetNodeSource *above,
                guint depth)
{
  LicetJsonPlace *array = LICET_ARENA_NEW (reading->arena, LicetJsonPlace);
  guint length;

  if (!_licet_reading_array (reading, &above->place, "nodes", array, &length))
    return;
  if (length > 0 && depth >= LICET_MAX_NODE_DEPTH) {
    (void) _licet_defects_add (reading->defects, array, "paragraphs are more than %d levels deep",
                               LICET_MAX_NODE_DEPTH);
    return;
  }
  for (guint i = 0; i < length; i++) {
    LicetNodeSource *source;
    LicetJsonPlace element;

    licet_json_place_element (array, i, &element);
    source = node_source_new (above->list, above, &element);
    if (!_licet_reading_known (reading, &source->place, known_node) ||
        !read_designator (reading, source) || !add_node (reading, source) ||
        !_licet_reading_optional_text (reading, &source->place, "as", LICET_MAX_ID, &source->as))
      continue;
    g_ptr_array_add (above->children, source);
    index_children (reading, source, depth + 1);
  }
}

static gboolean
is_entry_code (const char *code)
{
  if (strlen (code) != 5 || !g_ascii_isdigit (code[0]) || !g_ascii_isupper (code[1]))
    return FALSE;
  return g_ascii_isdigit (code[2]) && g_ascii_isdigit (code[3]) && g_ascii_isdigit (code[4]);
}

static gboolean
index_entry (LicetReading *reading,
             LicetNodeSource *source,
             const LicetCategory *category)
{
  GPtrArray *entries = source->list->entries;
  const LicetNodeSource *before = entries->len > 0 ? g_ptr_array_index (entries, entries->len - 1)
                                                   : NULL;
  const LicetControlList *list = source->list->list;

  if (!_licet_reading_known (reading, &source->place, known_entry) ||
      !_licet_reading_text (reading, &source->place, "code", LICET_MAX_ID, &source->full) ||
      !_licet_reading_optional_text (reading, &source->place, "as", LICET_MAX_ID, &source->as))
    return FALSE;
  source->designator = source->full;
  if (!is_entry_code (source->full) || source->full[0] != category->id[0] ||
      _licet_control_list_find_group (list, source->full[1]) == NULL)
    return _licet_defects_add (reading->defects, &source->place,
                               "“%s” is no code of category %s; write it as %sA001", source->full,
                               category->id, category->id);
  if (licet_json_place_has (&source->place, "us") && !g_str_equal (list->jurisdiction, "US"))
    return _licet_defects_add (reading->defects, &source->place,
                               "“us” is for lists of the United States; take it out");
  if (!add_node (reading, source))
    return FALSE;
  if (before != NULL && strcmp (before->full, source->full) > 0)
    (void) _licet_defects_add (reading->defects, &source->place,
                               "%s stands behind %s; bring entries into the order of the law",
                               source->full, before->full);
  g_ptr_array_add (entries, source);
  return TRUE;
}

static LicetCategory *
read_category (LicetReading *reading,
               LicetListSource *list,
               const LicetJsonPlace *root)
{
  g_autofree char *name = g_path_get_basename (licet_json_get_name (root->json));
  g_autofree char *expected = NULL;
  LicetCategory *category;
  const char *id = NULL;

  if (!_licet_reading_known (reading, root, known_category_file) ||
      !_licet_reading_text (reading, root, "category", LICET_MAX_ID, &id))
    return NULL;
  expected = g_strdup_printf ("category-%s.json", id);
  if (!g_str_equal (name, expected)) {
    (void) _licet_defects_add (reading->defects, root,
                               "the category is “%s” but the file is called %s; make them the same",
                               id, name);
    return NULL;
  }
  category = _licet_control_list_find_category (list->list, id[0]);
  if (category == NULL)
    (void) _licet_defects_add (reading->defects, root,
                               "list.json names no category “%s”; add it there", id);
  return category;
}

static void
index_category (LicetReading *reading,
                LicetListSource *list,
                LicetJson *json)
{
  LicetJsonPlace *root = LICET_ARENA_NEW (reading->arena, LicetJsonPlace);
  LicetJsonPlace *array = LICET_ARENA_NEW (reading->arena, LicetJsonPlace);
  LicetCategory *category;
  guint length;

  licet_json_place_root (json, root);
  category = read_category (reading, list, root);
  if (category == NULL || !_licet_reading_array (reading, root, "entries", array, &length))
    return;
  category->is_present = length > 0;
  for (guint i = 0; i < length; i++) {
    LicetNodeSource *source;
    LicetJsonPlace element;

    licet_json_place_element (array, i, &element);
    source = node_source_new (list, NULL, &element);
    if (index_entry (reading, source, category))
      index_children (reading, source, 1);
  }
}

/* The deviations of a list from its reference explain themselves to whoever checks it; they are no part of the bundle. */
static void
check_deviations (LicetReading *reading,
                  LicetJson *json)
{
  LicetJsonPlace root;
  GError *error = NULL;
  guint length = 0;

  licet_json_place_root (json, &root);
  if (!licet_json_place_length (&root, &length, &error)) {
    (void) _licet_defects_take (reading->defects, error);
    return;
  }
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;
    const char *text;

    licet_json_place_element (&root, i, &element);
    if (_licet_reading_known (reading, &element, known_deviation) &&
        _licet_reading_text (reading, &element, "path", LICET_MAX_ID, &text))
      (void) _licet_reading_text (reading, &element, "why", LICET_MAX_PROSE, &text);
  }
}

static void
sort_documents (LicetReading *reading,
                LicetListSource *source,
                GPtrArray *documents)
{
  g_autofree char *folder = g_strdup_printf ("lists/%s/", source->list->id);

  for (guint i = 0; i < documents->len; i++) {
    LicetJson *json = g_ptr_array_index (documents, i);
    const char *name = licet_json_get_name (json);
    LicetJsonPlace root;

    if (!g_str_has_prefix (name, folder))
      continue;
    name += strlen (folder);
    licet_json_place_root (json, &root);
    if (g_str_equal (name, "list.json"))
      source->header = json;
    else if (g_str_equal (name, "terms.json"))
      source->terms = json;
    else if (g_str_equal (name, "deviations.json"))
      check_deviations (reading, json);
    else if (g_str_has_prefix (name, "category-") && strchr (name, '/') == NULL)
      g_ptr_array_add (source->category_files, json);
    else
      (void) _licet_defects_add (reading->defects, &root,
                                 "a list has no file of that name; call it list.json, "
                                 "category-N.json, terms.json or deviations.json");
    if (!g_str_equal (name, "deviations.json"))
      g_hash_table_add (source->origins, (gpointer) licet_json_get_name (json));
  }
}

LicetListSource *
_licet_list_source_new (LicetReading *reading,
                        const char *id,
                        GPtrArray *documents)
{
  LicetListSource *source = g_new0 (LicetListSource, 1);
  LicetReading inner = *reading;

  source->list = _licet_control_list_new ();
  source->list->id = _licet_arena_strdup (source->list->arena, id);
  source->category_files = g_ptr_array_new ();
  source->entries = g_ptr_array_new ();
  source->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  source->node_sources = g_ptr_array_new_with_free_func ((GDestroyNotify) node_source_clear);
  source->references = g_hash_table_new (g_str_hash, g_str_equal);
  source->origins = g_hash_table_new (g_str_hash, g_str_equal);
  inner.arena = source->list->arena;
  sort_documents (&inner, source, documents);
  _licet_list_header_parse (&inner, source);
  for (guint i = 0; i < source->category_files->len; i++)
    index_category (&inner, source, g_ptr_array_index (source->category_files, i));
  return source;
}

void
_licet_list_source_free (LicetListSource *source)
{
  if (source == NULL)
    return;
  g_clear_pointer (&source->category_files, g_ptr_array_unref);
  g_clear_pointer (&source->entries, g_ptr_array_unref);
  g_clear_pointer (&source->nodes, g_hash_table_unref);
  g_clear_pointer (&source->node_sources, g_ptr_array_unref);
  g_clear_pointer (&source->references, g_hash_table_unref);
  g_clear_pointer (&source->origins, g_hash_table_unref);
  g_clear_pointer (&source->list, _licet_control_list_free);
  g_free (source);
}

char *
_licet_list_source_dup_digest (LicetListSource *source,
                               GHashTable *digests)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (source->origins),
                                         (GCompareFunc) strcmp);
  g_autoptr (GString) all = g_string_new (NULL);

  for (GList *l = names; l != NULL; l = l->next)
    g_string_append_printf (all, "%s %s\n", (const char *) l->data,
                            (const char *) g_hash_table_lookup (digests, l->data));
  return licet_digest_text (all->str);
}
