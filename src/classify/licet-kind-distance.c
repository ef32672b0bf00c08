/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-kind-distance"

#include "config.h"

#include "licet-kind-distance-private.h"

#include "licet-item-private.h"

/* Brings @kind nearer if it can be reached in @steps. */
static gboolean
reach (LicetKindDistances *self,
       const LicetKind *kind,
       guint steps)
{
  if (self->steps[kind->index] <= steps)
    return FALSE;
  self->steps[kind->index] = steps;
  return TRUE;
}

/* Both ends of every step between a kind and a broader one, from what is known of the other end. */
static gboolean
spread (LicetKindDistances *self,
        const LicetKind *kind)
{
  gboolean has_changed = FALSE;

  for (guint i = 0; i < kind->n_parents; i++) {
    const LicetKind *parent = kind->parents[i];

    if (self->steps[kind->index] != LICET_KIND_FAR)
      has_changed |= reach (self, parent, self->steps[kind->index] + 1);
    if (self->steps[parent->index] != LICET_KIND_FAR)
      has_changed |= reach (self, kind, self->steps[parent->index] + 1);
  }
  return has_changed;
}

static guint
find_in_condition (const LicetKindDistances *self,
                   const LicetCondition *condition)
{
  guint nearest = LICET_KIND_FAR;

  if (condition->type == LICET_CONDITION_KIND)
    return self->steps[condition->kind->index];
  for (guint i = 0; i < condition->n_parts; i++)
    nearest = MIN (nearest, find_in_condition (self, condition->parts[i]));
  return nearest;
}

void
_licet_kind_distances_init (LicetKindDistances *self,
                            LicetItem *item)
{
  const LicetKind *kinds;
  gboolean has_changed = item->kinds->len > 0;

  kinds = licet_vocabulary_get_kinds (item->vocabulary, &self->n_kinds);
  self->steps = g_new (guint, self->n_kinds);
  for (guint i = 0; i < self->n_kinds; i++)
    self->steps[i] = LICET_KIND_FAR;
  for (guint i = 0; i < item->kinds->len; i++)
    self->steps[((const LicetKind *) g_ptr_array_index (item->kinds, i))->index] = 0;
  /* The tree is only a few levels deep, so a few rounds settle it. */
  while (has_changed) {
    has_changed = FALSE;
    for (guint i = 0; i < self->n_kinds; i++)
      has_changed |= spread (self, &kinds[i]);
  }
  /* What holds anyway is no distance away from anything: only kinds that the item is not are counted. */
  for (guint i = 0; i < self->n_kinds; i++)
    if (_licet_item_test_kind (item, &kinds[i]).truth == LICET_MET)
      self->steps[i] = LICET_KIND_FAR;
}

void
_licet_kind_distances_clear (LicetKindDistances *self)
{
  g_clear_pointer (&self->steps, g_free);
}

guint
_licet_kind_distances_to_node (const LicetKindDistances *self,
                               const LicetNode *node)
{
  guint nearest = LICET_KIND_FAR;

  for (guint i = 0; i < node->n_conditions; i++)
    nearest = MIN (nearest, find_in_condition (self, node->conditions[i]));
  for (guint i = 0; i < node->n_children; i++)
    nearest = MIN (nearest, _licet_kind_distances_to_node (self, node->children[i]));
  return nearest;
}
