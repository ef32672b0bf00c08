/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-control-list"

#include "config.h"

#include "licet-control-list-private.h"

#include <string.h>

#define MAX_CODE 64

static const char *const natures[LICET_N_NATURES] = {
  [LICET_NATURE_GOODS] = "goods",
  [LICET_NATURE_SOFTWARE] = "software",
  [LICET_NATURE_TECHNOLOGY] = "technology",
};

static const char *const effects[LICET_N_NOTE_EFFECTS] = {
  [LICET_NOTE_EXCLUDES] = "excludes",
  [LICET_NOTE_INCLUDES] = "includes",
  [LICET_NOTE_DEFINES] = "defines",
  [LICET_NOTE_METHOD] = "method",
  [LICET_NOTE_SEE] = "see",
  [LICET_NOTE_DEFERS] = "defers",
  [LICET_NOTE_REQUIRES] = "requires",
  [LICET_NOTE_FOLLOWS_COMPONENT] = "follows-component",
};

static gboolean
find_word (const char *const *words,
           guint n,
           const char *text,
           guint *ret_index)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (words[i], text)) {
      *ret_index = i;
      return TRUE;
    }
  return FALSE;
}

const char *
licet_nature_serialise (LicetNature nature)
{
  g_return_val_if_fail ((guint) nature < LICET_N_NATURES, NULL);

  return natures[nature];
}

const char *
licet_note_effect_serialise (LicetNoteEffect effect)
{
  g_return_val_if_fail ((guint) effect < LICET_N_NOTE_EFFECTS, NULL);

  return effects[effect];
}

gboolean
licet_nature_parse (const char *text,
                    LicetNature *ret_nature)
{
  guint index = 0;

  g_return_val_if_fail (text != NULL && ret_nature != NULL, FALSE);

  if (!find_word (natures, LICET_N_NATURES, text, &index))
    return FALSE;
  *ret_nature = (LicetNature) index;
  return TRUE;
}

gboolean
_licet_note_effect_parse (const char *text,
                          LicetNoteEffect *ret_effect)
{
  guint index = 0;

  if (!find_word (effects, LICET_N_NOTE_EFFECTS, text, &index))
    return FALSE;
  *ret_effect = (LicetNoteEffect) index;
  return TRUE;
}

LicetControlList *
_licet_control_list_new (void)
{
  LicetControlList *list = g_new0 (LicetControlList, 1);

  list->arena = _licet_arena_new ();
  list->nodes = g_hash_table_new (g_str_hash, g_str_equal);
  g_mutex_init (&list->lock);
  return list;
}

void
_licet_control_list_free (LicetControlList *list)
{
  if (list == NULL)
    return;
  g_mutex_clear (&list->lock);
  g_clear_pointer (&list->term_index, _licet_term_index_free);
  g_clear_pointer (&list->nodes, g_hash_table_unref);
  g_clear_pointer (&list->arena, _licet_arena_free);
  g_clear_pointer (&list->image, g_bytes_unref);
  g_free (list);
}

static void
index_node (LicetControlList *list,
            const LicetNode *node)
{
  g_hash_table_insert (list->nodes, (gpointer) node->full, (gpointer) node);
  for (guint i = 0; i < node->n_children; i++)
    index_node (list, node->children[i]);
}

static const char *const *
collect_categories (LicetControlList *list,
                    gboolean is_present)
{
  const char **ids = LICET_ARENA_NEW_ARRAY (list->arena, const char *, list->n_categories + 1);
  guint n = 0;

  for (guint i = 0; i < list->n_categories; i++)
    if (list->categories[i].is_present == is_present)
      ids[n++] = list->categories[i].id;
  return ids;
}

void
_licet_control_list_index (LicetControlList *list)
{
  for (guint i = 0; i < list->n_entries; i++)
    index_node (list, list->entries[i]);
  list->present = collect_categories (list, TRUE);
  list->missing = collect_categories (list, FALSE);
}

LicetCategory *
_licet_control_list_find_category (const LicetControlList *list,
                                   char id)
{
  for (guint i = 0; i < list->n_categories; i++)
    if (list->categories[i].id[0] == id)
      return &list->categories[i];
  return NULL;
}

const LicetGroup *
_licet_control_list_find_group (const LicetControlList *list,
                                char id)
{
  for (guint i = 0; i < list->n_groups; i++)
    if (list->groups[i].id[0] == id)
      return &list->groups[i];
  return NULL;
}

const char *
licet_control_list_get_id (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->id;
}

const char *
licet_control_list_get_name (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->name;
}

const char *
licet_control_list_get_short_name (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->short_name;
}

const char *
licet_control_list_get_jurisdiction (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->jurisdiction;
}

const char *
licet_control_list_get_legal_basis (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->legal_basis;
}

const char *
licet_control_list_get_edition (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->edition;
}

const char *
licet_control_list_get_digest (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->digest;
}

const char *
licet_control_list_get_category_title (const LicetControlList *list,
                                       const char *category)
{
  const LicetCategory *found;

  g_return_val_if_fail (list != NULL && category != NULL, NULL);

  found = category[0] != '\0' && category[1] == '\0'
    ? _licet_control_list_find_category (list, category[0]) : NULL;
  return found != NULL ? found->title : NULL;
}

const char *
licet_control_list_get_group_title (const LicetControlList *list,
                                    char group)
{
  const LicetGroup *found;

  g_return_val_if_fail (list != NULL, NULL);

  found = _licet_control_list_find_group (list, group);
  return found != NULL ? found->title : NULL;
}

const char *const *
licet_control_list_get_categories (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->present;
}

const char *const *
licet_control_list_get_missing_categories (const LicetControlList *list)
{
  g_return_val_if_fail (list != NULL, NULL);

  return list->missing;
}

const LicetNode *const *
licet_control_list_get_entries (const LicetControlList *list,
                                guint *ret_n)
{
  g_return_val_if_fail (list != NULL && ret_n != NULL, NULL);

  *ret_n = list->n_entries;
  return list->entries;
}

const LicetNode *
licet_control_list_find (const LicetControlList *list,
                         const char *full)
{
  char code[MAX_CODE];
  gsize length = 0;

  g_return_val_if_fail (list != NULL && full != NULL, NULL);

  for (; *full != '\0'; full++) {
    if (length == MAX_CODE - 1)
      return NULL;
    code[length] = length == 1 ? g_ascii_toupper (*full) : g_ascii_tolower (*full);
    length++;
  }
  if (length > 0 && code[length - 1] == '.')
    length--;
  code[length] = '\0';
  return g_hash_table_lookup (list->nodes, code);
}

const LicetGeneralNote *
licet_control_list_get_general_notes (const LicetControlList *list,
                                      guint *ret_n)
{
  g_return_val_if_fail (list != NULL && ret_n != NULL, NULL);

  *ret_n = list->n_general_notes;
  return list->general_notes;
}

const LicetTerm *
licet_control_list_get_terms (const LicetControlList *list,
                              guint *ret_n)
{
  g_return_val_if_fail (list != NULL && ret_n != NULL, NULL);

  *ret_n = list->n_terms;
  return list->terms;
}

static gboolean
is_covered (const char *const *scopes,
            const char *code)
{
  for (guint i = 0; scopes[i] != NULL; i++)
    if (licet_code_covers (scopes[i], code))
      return TRUE;
  return FALSE;
}

gboolean
licet_general_note_governs (const LicetGeneralNote *note,
                            const LicetNode *node)
{
  g_return_val_if_fail (note != NULL && node != NULL, FALSE);

  return is_covered (note->paths, node->full) && !is_covered (note->except, node->full);
}

gboolean
licet_code_covers (const char *scope,
                   const char *code)
{
  gsize length;

  g_return_val_if_fail (scope != NULL && code != NULL, FALSE);

  if (g_str_equal (scope, "*"))
    return TRUE;
  length = strlen (scope);
  if (length == 0 || strncmp (scope, code, length) != 0)
    return FALSE;
  /* A category or a group covers what begins so; a code what ends there or goes on with a point. */
  return length <= 2 || code[length] == '\0' || code[length] == '.';
}

char *
licet_node_dup_citation (const LicetNode *node)
{
  g_return_val_if_fail (node != NULL, NULL);

  return g_strdup_printf ("%s, %s, edition %s", node->list->short_name, node->full,
                          node->list->edition);
}
