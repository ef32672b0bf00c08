/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-searcher"

#include "config.h"

#include "licet-search-private.h"

#include <math.h>
#include <string.h>

#include "licet-bundle-private.h"
#include "licet-index.h"

static G_DEFINE_QUARK (licet-searcher, licet_searcher)

static void
free_searcher (LicetSearcher *searcher)
{
  if (searcher == NULL)
    return;
  if (searcher->idle != NULL) {
    _licet_lookup_free_idle (searcher);
    g_ptr_array_unref (searcher->idle);
  }
  for (guint i = 0; i < searcher->n_kinds; i++) {
    g_clear_pointer (&searcher->kind_nodes[i], g_array_unref);
    g_clear_pointer (&searcher->kind_children[i], g_ptr_array_unref);
  }
  g_clear_pointer (&searcher->mendable, g_array_unref);
  g_clear_pointer (&searcher->nodes, g_ptr_array_unref);
  g_clear_pointer (&searcher->kinds, _licet_names_free);
  g_clear_pointer (&searcher->quantities, _licet_names_free);
  g_free (searcher->kind_nodes);
  g_free (searcher->kind_entries);
  g_free (searcher->kind_children);
  g_free (searcher->kind_breadth);
  g_free (searcher->parents);
  g_free (searcher->roots);
  g_free (searcher->is_limb);
  g_clear_pointer (&searcher->links, g_array_unref);
  g_clear_pointer (&searcher->leftovers, g_array_unref);
  g_mutex_clear (&searcher->lock);
  g_free (searcher);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetSearcher, free_searcher)

/* A paragraph on a dozen kinds is less about each of them. */
#define MANY_KINDS -0.4

/* Which node's conditions are being read. */
typedef struct {
  LicetSearcher *searcher;
  guint node;
  guint n_kinds; /* it asks for */
} Place;

static void
count_kind (const LicetCondition *condition,
            gboolean is_negated,
            gpointer data)
{
  Place *place = data;

  place->n_kinds += condition->kind != NULL && !is_negated;
}

static void
add_kind_node (const LicetCondition *condition,
               gboolean is_negated,
               gpointer data)
{
  const Place *place = data;
  LicetSearcher *searcher = place->searcher;
  LicetPosting posting = { place->node, (float) pow (place->n_kinds, MANY_KINDS) };
  const LicetPosting *last;
  GArray **nodes;

  if (condition->kind == NULL || is_negated)
    return;
  nodes = &searcher->kind_nodes[condition->kind->index];
  if (*nodes == NULL)
    *nodes = g_array_new (FALSE, FALSE, sizeof (LicetPosting));
  last = (*nodes)->len > 0 ? &g_array_index (*nodes, LicetPosting, (*nodes)->len - 1) : NULL;
  if (last != NULL && last->node == place->node)
    return;
  if (last == NULL || searcher->roots[last->node] != searcher->roots[place->node])
    searcher->kind_entries[condition->kind->index]++;
  g_array_append_val (*nodes, posting);
}

static void
link_nodes (LicetSearcher *searcher,
            GHashTable *indices)
{
  searcher->parents = g_new0 (guint, searcher->nodes->len);
  searcher->roots = g_new0 (guint, searcher->nodes->len);
  searcher->is_limb = g_new0 (guint8, searcher->nodes->len);
  for (guint i = 0; i < searcher->nodes->len; i++) {
    const LicetNode *node = g_ptr_array_index (searcher->nodes, i);

    g_hash_table_insert (indices, (gpointer) node, GUINT_TO_POINTER (i));
    if (node->parent == NULL) {
      searcher->parents[i] = searcher->roots[i] = i;
      searcher->n_entries++;
      continue;
    }
    searcher->parents[i] = GPOINTER_TO_UINT (g_hash_table_lookup (indices, node->parent));
    searcher->roots[i] = searcher->roots[searcher->parents[i]];
    searcher->is_limb[i] = node->parent->is_all != FALSE;
  }
}

/* Counts one more kind for @kind and all that is broader; by two ways up, it counts twice. */
static void
broaden (LicetSearcher *searcher,
         const LicetKind *kind)
{
  searcher->kind_breadth[kind->index]++;
  for (guint i = 0; i < kind->n_parents; i++)
    broaden (searcher, kind->parents[i]);
}

static void
link_kinds (LicetSearcher *searcher)
{
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (searcher->bundle);
  const LicetKind *kinds = licet_vocabulary_get_kinds (vocabulary, &searcher->n_kinds);

  searcher->kind_nodes = g_new0 (GArray *, searcher->n_kinds);
  searcher->kind_entries = g_new0 (guint, searcher->n_kinds);
  searcher->kind_children = g_new0 (GPtrArray *, searcher->n_kinds);
  searcher->kind_breadth = g_new0 (guint, searcher->n_kinds);
  for (guint i = 0; i < searcher->n_kinds; i++) {
    broaden (searcher, &kinds[i]);
    for (guint j = 0; j < kinds[i].n_parents; j++) {
      GPtrArray **children = &searcher->kind_children[kinds[i].parents[j]->index];

      if (*children == NULL)
        *children = g_ptr_array_new ();
      g_ptr_array_add (*children, (gpointer) &kinds[i]);
    }
  }
  for (guint i = 0; i < searcher->nodes->len; i++) {
    const LicetNode *node = g_ptr_array_index (searcher->nodes, i);
    Place place = { searcher, i, 0 };

    for (guint j = 0; j < node->n_conditions; j++)
      _licet_condition_walk (node->conditions[j], count_kind, &place);
    for (guint j = 0; j < node->n_conditions; j++)
      _licet_condition_walk (node->conditions[j], add_kind_node, &place);
    /* What a note takes in, such as components made for the goods, is found here too. */
    for (guint j = 0; j < node->n_notes; j++) {
      const LicetNote *note = &node->notes[j];
      Place noted = { searcher, i, 0 };

      if (note->effect != LICET_NOTE_INCLUDES || note->when == NULL)
        continue;
      _licet_condition_walk (note->when, count_kind, &noted);
      _licet_condition_walk (note->when, add_kind_node, &noted);
    }
  }
}

/* Where a target of the list of the node in hand is looked up. */
typedef struct {
  LicetSearcher *searcher;
  GHashTable *indices;
  guint node;
} LinkPlace;

static void
add_link (const LinkPlace *place,
          GArray *links,
          const LicetNode *target)
{
  LicetLink link = { place->node, GPOINTER_TO_UINT (g_hash_table_lookup (place->indices, target)) };

  g_array_append_val (links, link);
}

/* Links the node in hand to what @code names. */
static void
add_target (const LinkPlace *place,
            GArray *links,
            const char *code)
{
  const LicetNode *node = g_ptr_array_index (place->searcher->nodes, place->node);
  const LicetNode *target = licet_control_list_find (node->list, code);
  const LicetNode *const *entries;
  guint n = 0;

  if (target == NULL && strchr (code, ':') != NULL)
    target = licet_bundle_find_node (place->searcher->bundle, code, NULL);
  if (target != NULL) {
    add_link (place, links, target);
    return;
  }
  /* "3B" is every entry of the group. */
  entries = licet_control_list_get_entries (node->list, &n);
  for (guint i = 0; i < n; i++)
    if (licet_code_covers (code, entries[i]->code))
      add_link (place, links, entries[i]);
}

static void
add_links (const LicetCondition *condition,
           gboolean is_negated,
           gpointer data)
{
  const LinkPlace *place = data;

  if (condition->target == NULL)
    return;
  if (condition->relation == LICET_RELATION_FOR && !is_negated)
    add_target (place, place->searcher->links, condition->target);
  if (condition->relation == LICET_RELATION_SELF && is_negated)
    add_target (place, place->searcher->leftovers, condition->target);
}

static void
link_services (LicetSearcher *searcher,
               GHashTable *indices)
{
  searcher->links = g_array_new (FALSE, FALSE, sizeof (LicetLink));
  searcher->leftovers = g_array_new (FALSE, FALSE, sizeof (LicetLink));
  for (guint i = 0; i < searcher->nodes->len; i++) {
    const LicetNode *node = g_ptr_array_index (searcher->nodes, i);
    LinkPlace place = { searcher, indices, i };

    for (guint j = 0; j < node->n_conditions; j++)
      _licet_condition_walk (node->conditions[j], add_links, &place);
  }
}

static gboolean
check_size (sqlite3 *db,
            guint n_nodes,
            GError **error)
{
  sqlite3_stmt *statement = NULL;
  gint64 size = -1;

  if (sqlite3_prepare_v2 (db, "SELECT nodes FROM search_size", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step (statement) == SQLITE_ROW)
    size = sqlite3_column_int64 (statement, 0);
  (void) sqlite3_finalize (statement);
  if (size == n_nodes)
    return TRUE;
  g_set_error_literal (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE,
                       "The search index is not that of the lists beside it; "
                       "install the program again");
  return FALSE;
}

static LicetSearcher *
new_searcher (LicetBundle *bundle,
              GError **error)
{
  g_autoptr (LicetSearcher) searcher = g_new0 (LicetSearcher, 1);
  g_autoptr (GHashTable) indices = g_hash_table_new (NULL, NULL);
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (bundle);
  sqlite3 *db;

  g_mutex_init (&searcher->lock);
  searcher->bundle = bundle;
  searcher->idle = g_ptr_array_new ();
  searcher->nodes = _licet_index_list_nodes (bundle, error);
  if (searcher->nodes == NULL)
    return NULL;
  db = _licet_bundle_open_connection (bundle, error);
  if (db == NULL)
    return NULL;
  if (check_size (db, searcher->nodes->len, error))
    searcher->kinds = _licet_names_load (db, vocabulary, "kind", error);
  if (searcher->kinds != NULL)
    searcher->quantities = _licet_names_load (db, vocabulary, "quantity", error);
  (void) sqlite3_close (db);
  if (searcher->quantities == NULL)
    return NULL;
  link_nodes (searcher, indices);
  link_kinds (searcher);
  link_services (searcher, indices);
  return g_steal_pointer (&searcher);
}

const LicetNode *
_licet_searcher_get_node (const LicetSearcher *searcher,
                          guint index)
{
  return g_ptr_array_index (searcher->nodes, index);
}

const LicetSearcher *
_licet_searcher_get (LicetBundle *bundle,
                     GError **error)
{
  static GMutex lock;
  LicetSearcher *searcher;

  g_mutex_lock (&lock);
  searcher = g_object_get_qdata (G_OBJECT (bundle), licet_searcher_quark ());
  if (searcher == NULL) {
    searcher = new_searcher (bundle, error);
    if (searcher != NULL)
      g_object_set_qdata_full (G_OBJECT (bundle), licet_searcher_quark (), searcher,
                               (GDestroyNotify) free_searcher);
  }
  g_mutex_unlock (&lock);
  return searcher;
}
