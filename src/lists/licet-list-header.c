/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-list-header"

#include "config.h"

#include "licet-source-private.h"

#include <string.h>

static const char *const known_header[] = {
  "id",     "jurisdiction", "name",   "short-name",    "legal-basis", "edition",
  "source", "categories",   "groups", "general-notes", NULL,
};
static const char *const known_category[] = { "id", "title", "entries", "paths", NULL };
static const char *const known_group[] = { "id", "title", "nature", NULL };
static const char *const known_terms_file[] = { "terms", NULL };
static const char *const known_term[] = { "id", "term", "meaning", "cite", "local", "aliases",
                                          NULL };

/* The id of a category or group, which is one character and not there yet. */
static gboolean
read_letter (LicetReading *reading,
             const LicetJsonPlace *place,
             gboolean (*is_fit) (char),
             gconstpointer other,
             const char **ret_id)
{
  if (!_licet_reading_text (reading, place, "id", LICET_MAX_ID, ret_id))
    return FALSE;
  if (strlen (*ret_id) != 1 || !is_fit ((*ret_id)[0]))
    return _licet_defects_add (reading->defects, place,
                               "the id “%s” is not one digit (category) or one capital letter "
                               "(group)", *ret_id);
  if (other != NULL)
    return _licet_defects_add (reading->defects, place, "“%s” is there twice; take one out",
                               *ret_id);
  return TRUE;
}

static gboolean
is_digit (char c)
{
  return g_ascii_isdigit (c);
}

static gboolean
is_capital (char c)
{
  return g_ascii_isupper (c);
}

/* What the id of the object @place begins with. */
static char
peek_id (const LicetJsonPlace *place)
{
  const char *id = NULL;

  return licet_json_place_get_string (place, "id", &id, NULL) ? id[0] : '\0';
}

static void
read_categories (LicetReading *reading,
                 LicetControlList *list,
                 const LicetJsonPlace *root)
{
  LicetJsonPlace array;
  guint length;

  if (!_licet_reading_array (reading, root, "categories", &array, &length))
    return;
  if (length == 0)
    (void) _licet_defects_add (reading->defects, root,
                               "there are no categories; name them in “categories”");
  list->categories = LICET_ARENA_NEW_ARRAY (reading->arena, LicetCategory, length);
  for (guint i = 0; i < length; i++) {
    LicetCategory *category = &list->categories[list->n_categories];
    LicetJsonPlace place;

    licet_json_place_element (&array, i, &place);
    if (_licet_reading_known (reading, &place, known_category) &&
        read_letter (reading, &place, is_digit,
                     _licet_control_list_find_category (list, peek_id (&place)), &category->id) &&
        _licet_reading_text (reading, &place, "title", LICET_MAX_TEXT, &category->title))
      list->n_categories++;
  }
}

static void
read_groups (LicetReading *reading,
             LicetControlList *list,
             const LicetJsonPlace *root)
{
  LicetGroup *groups;
  LicetJsonPlace array;
  guint length;

  if (!_licet_reading_array (reading, root, "groups", &array, &length))
    return;
  if (length == 0)
    (void) _licet_defects_add (reading->defects, root,
                               "there are no groups; name them in “groups”");
  groups = LICET_ARENA_NEW_ARRAY (reading->arena, LicetGroup, length);
  list->groups = groups;
  for (guint i = 0; i < length; i++) {
    LicetGroup *group = &groups[list->n_groups];
    const char *nature = NULL;
    LicetJsonPlace place;

    licet_json_place_element (&array, i, &place);
    if (!_licet_reading_known (reading, &place, known_group) ||
        !read_letter (reading, &place, is_capital,
                      _licet_control_list_find_group (list, peek_id (&place)), &group->id) ||
        !_licet_reading_text (reading, &place, "title", LICET_MAX_TEXT, &group->title) ||
        !_licet_reading_text (reading, &place, "nature", LICET_MAX_ID, &nature))
      continue;
    if (licet_nature_parse (nature, &group->nature))
      list->n_groups++;
    else
      (void) _licet_defects_add (reading->defects, &place,
                                 "“%s” is no nature; write goods, software or technology", nature);
  }
}

void
_licet_list_header_parse (LicetReading *reading,
                          LicetListSource *source)
{
  LicetControlList *list = source->list;
  const char *id = NULL;
  LicetJsonPlace root;
  LicetJsonPlace inner;

  /* Something to speak of, whatever is missing. */
  list->name = list->short_name = list->id;
  list->jurisdiction = list->legal_basis = list->source = list->edition = "";
  if (source->header == NULL) {
    g_autofree char *name = g_strdup_printf ("lists/%s/list.json", list->id);

    (void) _licet_defects_take (reading->defects,
                                g_error_new (LICET_CORE_ERROR, LICET_CORE_ERROR_READ,
                                                               "%s:1: /: the file is missing; "
                                                               "write it, or take the folder out",
                                                               name));
    return;
  }
  licet_json_place_root (source->header, &root);
  if (!_licet_reading_known (reading, &root, known_header))
    return;
  if (_licet_reading_id (reading, &root, "id", &id) && !g_str_equal (id, list->id)) {
    (void) licet_json_place_member (&root, "id", &inner, NULL);
    (void) _licet_defects_add (reading->defects, &inner,
                               "the id “%s” is not the name of the folder; make them the same", id);
  }
  (void) _licet_reading_text (reading, &root, "name", LICET_MAX_TEXT, &list->name);
  (void) _licet_reading_text (reading, &root, "short-name", LICET_MAX_ID, &list->short_name);
  (void) _licet_reading_text (reading, &root, "jurisdiction", LICET_MAX_ID, &list->jurisdiction);
  (void) _licet_reading_text (reading, &root, "legal-basis", LICET_MAX_TEXT, &list->legal_basis);
  (void) _licet_reading_text (reading, &root, "source", LICET_MAX_TEXT, &list->source);
  (void) _licet_reading_day (reading, &root, "edition", &list->edition);
  read_categories (reading, list, &root);
  read_groups (reading, list, &root);
}

/* Whether two terms would be told apart nowhere: both hold for the whole list, or for the same code. */
static gboolean
is_same_scope (const LicetTerm *a,
               const LicetTerm *b)
{
  if (a->local[0] == NULL || b->local[0] == NULL)
    return a->local[0] == NULL && b->local[0] == NULL;
  for (guint i = 0; a->local[i] != NULL; i++)
    if (g_strv_contains (b->local, a->local[i]))
      return TRUE;
  return FALSE;
}

static gboolean
check_spelling (LicetReading *reading,
                const LicetJsonPlace *place,
                GHashTable *spellings,
                const char *spelling,
                const LicetTerm *term)
{
  g_auto (GStrv) words = _licet_term_fold (spelling);
  g_autofree char *folded = g_strjoinv (" ", words);
  GPtrArray *others = g_hash_table_lookup (spellings, folded);

  if (*folded == '\0')
    return _licet_defects_add (reading->defects, place,
                               "“%s” has no letters; write the word that is defined", spelling);
  for (guint i = 0; others != NULL && i < others->len; i++) {
    const LicetTerm *other = g_ptr_array_index (others, i);

    if (other != term && is_same_scope (other, term))
      return _licet_defects_add (reading->defects, place,
                                 "“%s” is defined as “%s” already; take one out, or say in “local” "
                                 "where each holds",
                                 spelling, other->id);
  }
  if (others == NULL) {
    others = g_ptr_array_new ();
    g_hash_table_insert (spellings, g_steal_pointer (&folded), others);
  }
  g_ptr_array_add (others, (gpointer) term);
  return TRUE;
}

static gboolean
read_term (LicetReading *reading,
           LicetListSource *source,
           const LicetJsonPlace *place,
           GHashTable *ids,
           GHashTable *spellings,
           LicetTerm *term)
{
  if (!_licet_reading_known (reading, place, known_term) ||
      !_licet_reading_id (reading, place, "id", &term->id) ||
      !_licet_reading_text (reading, place, "term", LICET_MAX_LABEL, &term->term) ||
      !_licet_reading_text (reading, place, "meaning", LICET_MAX_PROSE, &term->meaning) ||
      !_licet_reading_text (reading, place, "cite", LICET_MAX_TEXT, &term->cite) ||
      !_licet_reading_scopes (reading, place, "local", source->list->id, &term->local) ||
      !_licet_reading_texts (reading, place, "aliases", LICET_MAX_LABEL, &term->aliases))
    return FALSE;
  if (!g_hash_table_add (ids, (gpointer) term->id))
    return _licet_defects_add (reading->defects, place, "the id “%s” is there twice; change one",
                               term->id);
  if (!check_spelling (reading, place, spellings, term->term, term))
    return FALSE;
  for (guint i = 0; term->aliases[i] != NULL; i++)
    if (!check_spelling (reading, place, spellings, term->aliases[i], term))
      return FALSE;
  return TRUE;
}

void
_licet_list_terms_parse (LicetReading *reading,
                         LicetListSource *source)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify) g_ptr_array_unref);
  LicetControlList *list = source->list;
  LicetReading inner = *reading;
  LicetJsonPlace root;
  LicetJsonPlace array;
  guint length;

  if (source->terms == NULL)
    return;
  inner.arena = list->arena;
  licet_json_place_root (source->terms, &root);
  if (!_licet_reading_known (&inner, &root, known_terms_file) ||
      !_licet_reading_array (&inner, &root, "terms", &array, &length))
    return;
  list->terms = LICET_ARENA_NEW_ARRAY (list->arena, LicetTerm, length);
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace place;

    licet_json_place_element (&array, i, &place);
    if (read_term (&inner, source, &place, ids, spellings, &list->terms[list->n_terms]))
      list->n_terms++;
  }
}
