/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-tester-private.h"

G_BEGIN_DECLS

/**
 * LicetKindDistances: how many steps in the tree of kinds lie between the stated kinds and every other.
 */
typedef struct {
  guint *steps; /* by index of the kind */
  guint n_kinds;
} LicetKindDistances;

/** LICET_KIND_FAR: no way in the tree of kinds, no kind stated, or a kind that holds. */
#define LICET_KIND_FAR G_MAXUINT

/** _licet_kind_distances_init: The distances from the kinds stated of @item, up to broader kinds and down to narrower ones. */
void _licet_kind_distances_init (LicetKindDistances *distances,
                                 LicetItem *item);
/** _licet_kind_distances_clear: Frees what @distances holds. */
void _licet_kind_distances_clear (LicetKindDistances *distances);

/**
 * _licet_kind_distances_to_node:
 *
 * Returns: steps to the nearest kind that @node or a paragraph of it asks for and the item is not;
 *   %LICET_KIND_FAR when there is none.
 */
guint _licet_kind_distances_to_node (const LicetKindDistances *distances,
                                     const LicetNode *node);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetKindDistances, _licet_kind_distances_clear)

G_END_DECLS
