/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-walk"

#include "config.h"

#include "licet-walk.h"

#include <string.h>

#include "licet-component-private.h"
#include "licet-kind-distance-private.h"
#include "licet-record-write-private.h"
#include "licet-walk-private.h"

struct _LicetWalk {
  gatomicrefcount ref_count;

  LicetBundle *bundle; /* whose nodes the entries point at */
  const LicetControlList *list;
  LicetClassifyOptions options;
  GPtrArray *entries;
  guint counts[LICET_MET + 1];
  LicetComponentRule component;
};

G_DEFINE_BOXED_TYPE (LicetWalk, licet_walk, licet_walk_ref, licet_walk_unref)

static void
walk_entry_free (LicetWalkEntry *entry)
{
  g_free (entry->why);
  g_free (entry);
}

/* Met, open, ruled out by facts, ruled out by kind. What a fact rules out only just is not hidden among kinds. */
static guint
get_rank (const LicetWalkEntry *entry)
{
  if (entry->verdict != LICET_NOT_MET)
    return entry->verdict == LICET_MET ? 0 : 1;
  return entry->by_kind && !entry->near ? 3 : 2;
}

/* The order of the law is kept among equals, for the sort is stable. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LicetWalkEntry *left = *(const LicetWalkEntry *const *) a;
  const LicetWalkEntry *right = *(const LicetWalkEntry *const *) b;
  guint left_rank = get_rank (left);
  guint right_rank = get_rank (right);

  if (left_rank != right_rank)
    return left_rank < right_rank ? -1 : 1;
  if (left_rank != 3 || left->distance == right->distance)
    return 0;
  return left->distance < right->distance ? -1 : 1;
}

/* The code of a component in @entry whose control the item may follow. */
static const char *
find_component (LicetWalk *self,
                const LicetNode *entry)
{
  for (guint i = 0; self->component.codes != NULL && self->component.codes[i] != NULL; i++)
    if (licet_code_covers (entry->full, self->component.codes[i]))
      return self->component.codes[i];
  return NULL;
}

/* An item falls under an entry of its own facts, or because a component of it does. */
static void
apply_component (LicetWalk *self,
                 LicetWalkEntry *entry)
{
  const char *code = find_component (self, entry->entry);
  char *why;

  if (code == NULL || self->component.truth <= entry->verdict)
    return;
  why = g_strdup_printf ("%s (%s): %s", code, self->component.note->cite, self->component.why);
  g_free (entry->why);
  entry->why = why;
  entry->verdict = self->component.truth;
  entry->by_kind = FALSE;
  entry->near = FALSE;
}

static LicetWalkEntry *
walk_entry (LicetWalk *self,
            LicetTester *tester,
            const LicetNode *node,
            const LicetKindDistances *distances)
{
  LicetWalkEntry *entry = g_new0 (LicetWalkEntry, 1);
  LicetVerdict verdict = _licet_tester_test_node (tester, node, NULL);

  entry->entry = node;
  entry->verdict = verdict.truth;
  entry->by_kind = licet_verdict_is_by_kind (verdict);
  entry->near = licet_verdict_is_near (verdict);
  entry->why = _licet_tester_dup_reason (tester, node);
  entry->distance = entry->by_kind ? _licet_kind_distances_to_node (distances, node) : 0;
  apply_component (self, entry);
  self->counts[entry->verdict]++;
  return entry;
}

LicetWalk *
licet_walk_new (LicetItem *item,
                const LicetControlList *list,
                const LicetClassifyOptions *options,
                GCancellable *cancellable,
                GError **error)
{
  g_autoptr (LicetWalk) self = NULL;
  g_auto (LicetTester) tester = { 0 };
  g_auto (LicetKindDistances) distances = { 0 };
  const LicetNode *const *entries;
  guint n;

  g_return_val_if_fail (LICET_IS_ITEM (item), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  _licet_tester_init (&tester, item, options);
  _licet_kind_distances_init (&distances, item);
  self = g_new0 (LicetWalk, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bundle = g_object_ref (licet_item_get_bundle (item));
  self->list = list;
  self->options = tester.options;
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) walk_entry_free);
  _licet_component_rule_init (&self->component, &tester, list);

  entries = licet_control_list_get_entries (list, &n);
  for (guint i = 0; i < n; i++) {
    if (g_cancellable_is_cancelled (cancellable)) {
      g_set_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_CANCELLED,
                   "the walk through %s was stopped at %s",
                   licet_control_list_get_short_name (list), entries[i]->full);
      return NULL;
    }
    g_ptr_array_add (self->entries, walk_entry (self, &tester, entries[i], &distances));
  }
  g_ptr_array_sort (self->entries, compare_entries);
  return g_steal_pointer (&self);
}

LicetWalk *
licet_walk_ref (LicetWalk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
licet_walk_unref (LicetWalk *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->entries);
  _licet_component_rule_clear (&self->component);
  g_object_unref (self->bundle);
  g_free (self);
}

const LicetControlList *
licet_walk_get_list (LicetWalk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->list;
}

GPtrArray *
licet_walk_get_entries (LicetWalk *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->entries;
}

guint
licet_walk_count (LicetWalk *self,
                  LicetTruth verdict)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail ((guint) verdict <= LICET_MET, 0);

  return self->counts[verdict];
}

LicetTruth
licet_walk_get_component_truth (LicetWalk *self,
                                const char **ret_why)
{
  g_return_val_if_fail (self != NULL, LICET_UNKNOWN);

  if (ret_why != NULL)
    *ret_why = self->component.why;
  return self->component.truth;
}

gboolean
licet_walk_can_conclude_not_listed (LicetWalk *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->counts[LICET_MET] == 0 && self->counts[LICET_UNKNOWN] == 0 &&
         self->component.truth == LICET_NOT_MET;
}

const LicetClassifyOptions *
_licet_walk_get_options (LicetWalk *self)
{
  return &self->options;
}

const LicetComponentRule *
_licet_walk_get_component_rule (LicetWalk *self)
{
  return &self->component;
}

const LicetWalkEntry *
_licet_walk_find (LicetWalk *self,
                  const char *code)
{
  for (guint i = 0; i < self->entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (self->entries, i);

    if (licet_code_covers (entry->entry->full, code))
      return entry;
  }
  return NULL;
}

JsonObject *
_licet_walk_entry_serialise (const LicetWalkEntry *entry)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "code", entry->entry->full);
  json_object_set_string_member (object, "heading", entry->entry->text);
  json_object_set_string_member (object, "verdict", licet_truth_serialise (entry->verdict));
  _licet_record_set_flag (object, "by-kind", entry->by_kind);
  _licet_record_set_flag (object, "near", entry->near);
  json_object_set_string_member (object, "why", entry->why);
  return object;
}

JsonNode *
licet_walk_serialise (LicetWalk *self)
{
  JsonObject *object;
  JsonObject *counts;
  JsonArray *array;

  g_return_val_if_fail (self != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "list", licet_control_list_get_id (self->list));
  json_object_set_string_member (object, "edition", licet_control_list_get_edition (self->list));
  counts = json_object_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->counts); i++)
    json_object_set_int_member (counts, licet_truth_serialise ((LicetTruth) i), self->counts[i]);
  json_object_set_object_member (object, "counts", counts);
  json_object_set_array_member (
      object, "not-covered",
      licet_json_make_strings (licet_control_list_get_missing_categories (self->list)));
  if (self->component.note != NULL)
    json_object_set_object_member (object, "component",
                                   _licet_component_rule_serialise (&self->component));
  array = json_array_new ();
  for (guint i = 0; i < self->entries->len; i++)
    json_array_add_object_element (
        array, _licet_walk_entry_serialise (g_ptr_array_index (self->entries, i)));
  json_object_set_array_member (object, "entries", array);
  return licet_json_make_node (object);
}
