/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-note-index"

#include "config.h"

#include "licet-note-index-private.h"

struct _LicetNoteIndex {
  GHashTable *by_node; /* GArray of LicetPlacedNote by LicetNode */
};

/* A note with what it governs, while the places are looked for. */
typedef struct {
  LicetPlacedNote placed;
  GStrv paths;
  const char *const *except;
} Scope;

static void
scope_free (Scope *scope)
{
  g_strfreev (scope->paths);
  g_free (scope);
}

static void
index_free (LicetNoteIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->by_node);
  g_free (index);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetNoteIndex, index_free)

static gboolean
any_covers (const char *const *scopes,
            const char *code)
{
  for (guint i = 0; scopes != NULL && scopes[i] != NULL; i++)
    if (licet_code_covers (scopes[i], code))
      return TRUE;
  return FALSE;
}

static gboolean
any_is_below (const char *const *scopes,
              const char *code)
{
  for (guint i = 0; scopes != NULL && scopes[i] != NULL; i++)
    if (licet_code_covers (code, scopes[i]))
      return TRUE;
  return FALSE;
}

static gboolean
governs_whole (const Scope *scope,
               const LicetNode *node)
{
  return _licet_paths_govern ((const char *const *) scope->paths, scope->except, node->full) &&
         !any_is_below (scope->except, node->full);
}

static gboolean
governs_part (const Scope *scope,
              const LicetNode *node)
{
  return any_is_below ((const char *const *) scope->paths, node->full) ||
         (any_covers ((const char *const *) scope->paths, node->full) &&
          any_is_below (scope->except, node->full));
}

static void
place_at (LicetNoteIndex *self,
          const LicetNode *node,
          const LicetPlacedNote *placed)
{
  GArray *array = g_hash_table_lookup (self->by_node, node);

  if (array == NULL) {
    array = g_array_new (FALSE, FALSE, sizeof (LicetPlacedNote));
    g_hash_table_insert (self->by_node, (gpointer) node, array);
  }
  g_array_append_val (array, *placed);
}

static void
place_below (LicetNoteIndex *self,
             const LicetNode *node,
             GPtrArray *scopes)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < scopes->len; i++) {
    Scope *scope = g_ptr_array_index (scopes, i);

    if (governs_whole (scope, node))
      place_at (self, node, &scope->placed);
    else if (governs_part (scope, node))
      g_ptr_array_add (left, scope);
  }
  for (guint i = 0; left->len > 0 && i < node->n_children; i++)
    place_below (self, node->children[i], left);
}

/* A note below a paragraph governs that paragraph and those it names; one that names only what is below its paragraph
 * is meant for these. */
static GStrv
dup_note_paths (const LicetNode *node,
                const LicetNote *note)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (!any_is_below (note->paths, node->full))
    g_strv_builder_add (builder, node->full);
  g_strv_builder_addv (builder, (const char **) note->paths);
  return g_strv_builder_end (builder);
}

static void
collect_from_node (const LicetNode *node,
                   GPtrArray *scopes)
{
  for (guint i = 0; i < node->n_notes; i++) {
    const LicetNote *note = &node->notes[i];
    Scope *scope;

    if (note->paths == NULL || note->paths[0] == NULL ||
        !_licet_note_decides (note->effect, note->when))
      continue;
    scope = g_new0 (Scope, 1);
    scope->placed = (LicetPlacedNote) { note->effect, note->when, note, NULL };
    scope->paths = dup_note_paths (node, note);
    g_ptr_array_add (scopes, scope);
  }
  for (guint i = 0; i < node->n_children; i++)
    collect_from_node (node->children[i], scopes);
}

static GPtrArray *
collect_scopes (const LicetControlList *list)
{
  GPtrArray *scopes = g_ptr_array_new_with_free_func ((GDestroyNotify) scope_free);
  const LicetGeneralNote *general;
  const LicetNode *const *entries;
  guint n;

  general = licet_control_list_get_general_notes (list, &n);
  for (guint i = 0; i < n; i++) {
    Scope *scope;

    if (!_licet_note_decides (general[i].effect, general[i].when))
      continue;
    scope = g_new0 (Scope, 1);
    scope->placed = (LicetPlacedNote) { general[i].effect, general[i].when, NULL, &general[i] };
    scope->paths = g_strdupv ((char **) general[i].paths);
    scope->except = general[i].except;
    g_ptr_array_add (scopes, scope);
  }
  entries = licet_control_list_get_entries (list, &n);
  for (guint i = 0; i < n; i++)
    collect_from_node (entries[i], scopes);
  return scopes;
}

static LicetNoteIndex *
make_index (const LicetControlList *list)
{
  LicetNoteIndex *self = g_new0 (LicetNoteIndex, 1);
  g_autoptr (GPtrArray) scopes = collect_scopes (list);
  const LicetNode *const *entries;
  guint n;

  self->by_node =
      g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, (GDestroyNotify) g_array_unref);
  entries = licet_control_list_get_entries (list, &n);
  for (guint i = 0; i < n; i++)
    place_below (self, entries[i], scopes);
  return self;
}

gboolean
_licet_note_decides (LicetNoteEffect effect,
                     const LicetCondition *when)
{
  if (when == NULL)
    return FALSE;
  return effect == LICET_NOTE_EXCLUDES || effect == LICET_NOTE_INCLUDES ||
         effect == LICET_NOTE_DEFERS || effect == LICET_NOTE_REQUIRES;
}

gboolean
_licet_paths_govern (const char *const *paths,
                     const char *const *except,
                     const char *code)
{
  return any_covers (paths, code) && !any_covers (except, code);
}

const LicetNoteIndex *
_licet_note_index_get (LicetBundle *bundle,
                       const LicetControlList *list)
{
  g_autoptr (LicetNoteIndex) made = NULL;
  g_autofree char *name = NULL;
  LicetNoteIndex *found;
  GQuark quark;

  g_assert (LICET_IS_BUNDLE (bundle));
  g_assert (list != NULL);

  name = g_strconcat ("licet-note-index-", licet_control_list_get_id (list), NULL);
  quark = g_quark_from_string (name);
  found = g_object_get_qdata (G_OBJECT (bundle), quark);
  if (found != NULL)
    return found;
  made = make_index (list);
  /* Two threads may have made one at the same time; whoever comes second throws its own away. */
  if (g_object_replace_qdata (G_OBJECT (bundle), quark, NULL, made, (GDestroyNotify) index_free,
                              NULL))
    return g_steal_pointer (&made);
  return g_object_get_qdata (G_OBJECT (bundle), quark);
}

const GArray *
_licet_note_index_lookup (const LicetNoteIndex *self,
                          const LicetNode *node)
{
  return g_hash_table_lookup (self->by_node, node);
}
