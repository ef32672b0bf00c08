/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gio/gio.h>
#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetHitItem:
 *
 * One result of a search, as a list shows it. Immutable.
 */
#define LICET_TYPE_HIT_ITEM (licet_hit_item_get_type ())
G_DECLARE_FINAL_TYPE (LicetHitItem, licet_hit_item, LICET, HIT_ITEM, GObject)

/** licet_hit_item_new: Returns: (transfer full): the result @hit, of which nothing is kept but its node, which the bundle owns. */
LicetHitItem *licet_hit_item_new (const LicetHit *hit);

/** licet_hit_item_get_node: Returns: (transfer none): the entry or paragraph found. */
const LicetNode *licet_hit_item_get_node (LicetHitItem *item);
/** licet_hit_item_get_why: Returns: (transfer none): why it was found. */
const char *licet_hit_item_get_why (LicetHitItem *item);

G_END_DECLS
