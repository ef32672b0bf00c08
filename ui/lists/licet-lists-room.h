/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <adwaita.h>
#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetListsRoom:
 *
 * The room Control Lists: the tree of the lists, a search over all of them, and the page of an entry.
 *
 * # Actions
 *
 * The group licet_lists_room_get_actions(), by the prefix "lists": find, back, forward, copy-citation, and open with a
 * code ("3A001.a" or "eu-annex-i:3A001.a").
 */
#define LICET_TYPE_LISTS_ROOM (licet_lists_room_get_type ())
G_DECLARE_FINAL_TYPE (LicetListsRoom, licet_lists_room, LICET, LISTS_ROOM, AdwNavigationPage)

/** licet_lists_room_get_actions: Returns: (transfer none): the actions of the room, which it has itself under "lists". */
GActionGroup *licet_lists_room_get_actions (LicetListsRoom *room);
/**
 * licet_lists_room_set_bundle:
 * @bundle: (nullable): the bundle; %NULL when there is none
 * @problem: (nullable): for a bundle that is missing, why
 *
 * Fills the room, or explains what to do. Until it is called the room says that it is loading.
 */
void licet_lists_room_set_bundle (LicetListsRoom *room,
                                  LicetBundle *bundle,
                                  const char *problem);
/** licet_lists_room_get_node: Returns: (transfer none) (nullable): the paragraph or entry shown. */
const LicetNode *licet_lists_room_get_node (LicetListsRoom *room);

G_END_DECLS
