/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gio/gio.h>
#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetTreeItem:
 *
 * A line in the tree of a control list: a list, a category, a group or an entry. Immutable once its tree is made.
 */
#define LICET_TYPE_TREE_ITEM (licet_tree_item_get_type ())
G_DECLARE_FINAL_TYPE (LicetTreeItem, licet_tree_item, LICET, TREE_ITEM, GObject)

/**
 * licet_tree_item_new_forest:
 * @bundle: the bundle; must outlive the items
 *
 * The tree of every list in @bundle: categories, in them groups, in them entries. Where there are several lists, each is a
 * line above its categories.
 *
 * Returns: (transfer full): a model of #LicetTreeItem, or %NULL with the error of licet_bundle_get_list()
 */
GListModel *licet_tree_item_new_forest (LicetBundle *bundle,
                                        GError **error);

/** licet_tree_item_get_code: Returns: (transfer none): "3", "3A" or "3A001"; "" for a list. */
const char *licet_tree_item_get_code (LicetTreeItem *item);
/** licet_tree_item_get_title: Returns: (transfer none): what the line says beside the code. */
const char *licet_tree_item_get_title (LicetTreeItem *item);
/** licet_tree_item_get_node: Returns: (transfer none) (nullable): the entry; %NULL for what only groups entries. */
const LicetNode *licet_tree_item_get_node (LicetTreeItem *item);
/** licet_tree_item_get_children: Returns: (transfer none) (nullable): the lines below it; %NULL for an entry. */
GListModel *licet_tree_item_get_children (LicetTreeItem *item);
/** licet_tree_item_contains: Returns: whether @node is the item's entry, or stands in an entry below the item. */
gboolean licet_tree_item_contains (LicetTreeItem *item,
                                   const LicetNode *node);

G_END_DECLS
