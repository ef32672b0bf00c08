/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-clause-sheet.h"

G_BEGIN_DECLS

/**
 * LicetWalkEntry:
 * @entry: the entry
 * @verdict: how the facts so far leave it
 * @by_kind: whether it is ruled out only because the stated kinds are other ones
 * @near: whether it is ruled out or met within the near margin
 * @why: English, one sentence
 * @distance: steps in the tree of kinds from the stated kinds to those the entry asks for; for ordering what was ruled out by kind
 */
typedef struct {
  const LicetNode *entry;
  LicetTruth verdict;
  gboolean by_kind;
  gboolean near;
  char *why;
  guint distance;
} LicetWalkEntry;

typedef struct _LicetWalk LicetWalk;

#define LICET_TYPE_WALK (licet_walk_get_type ())
GType licet_walk_get_type (void);

/**
 * licet_walk_new:
 * @item: the item
 * @list: the list to be walked whole
 * @options: (nullable): the options
 * @cancellable: (nullable): to stop early
 *
 * Every entry of the list against the facts so far.
 *
 * Returns: (transfer full): the walk, or %NULL with %LICET_CLASSIFY_ERROR_CANCELLED
 */
LicetWalk *licet_walk_new (LicetItem *item,
                           const LicetControlList *list,
                           const LicetClassifyOptions *options,
                           GCancellable *cancellable,
                           GError **error);
/** licet_walk_ref: Returns: (transfer full): @walk. */
LicetWalk *licet_walk_ref (LicetWalk *walk);
/** licet_walk_unref: Gives up a reference; %NULL is accepted. */
void licet_walk_unref (LicetWalk *walk);
/** licet_walk_get_list: Returns: (transfer none): what was walked. */
const LicetControlList *licet_walk_get_list (LicetWalk *walk);
/**
 * licet_walk_get_entries:
 *
 * Returns: (transfer none) (element-type LicetWalkEntry): every entry: met, then unknown, then ruled out by
 *   facts, then by kind (nearest kinds first).
 */
GPtrArray *licet_walk_get_entries (LicetWalk *walk);
/** licet_walk_count: Returns: how many entries have @verdict. */
guint licet_walk_count (LicetWalk *walk,
                        LicetTruth verdict);
/**
 * licet_walk_get_component_truth:
 * @ret_why: (out) (optional) (transfer none) (nullable): English: what it contains and what was answered
 *
 * Whether goods follow a listed component that they contain (General Note 2): a rule of the walk as a whole. An entry that a
 * component is listed in by its code is then met, or open, on that account.
 *
 * Returns: not met as well when the list has no such rule
 */
LicetTruth licet_walk_get_component_truth (LicetWalk *walk,
                                           const char **ret_why);
/**
 * licet_walk_can_conclude_not_listed:
 *
 * Returns: whether no entry is met or open, and no component is to be followed; categories missing from the
 *   bundle are not part of it and are named by licet_control_list_get_missing_categories().
 */
gboolean licet_walk_can_conclude_not_listed (LicetWalk *walk);
/** licet_walk_serialise: Returns: (transfer full): the walk as JSON. */
JsonNode *licet_walk_serialise (LicetWalk *walk);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetWalk, licet_walk_unref)

G_END_DECLS
