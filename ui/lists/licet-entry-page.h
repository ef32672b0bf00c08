/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <adwaita.h>
#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetEntryPage:
 *
 * One entry of a control list: what it says, paragraph for paragraph, the notes that govern it, where it comes from,
 * what it is related to. The paragraph that was chosen (Enter, a click, or the way one came) is the one a citation is made of.
 *
 * # Signals
 *
 * `open-node` with the node of a link that was followed.
 */
#define LICET_TYPE_ENTRY_PAGE (licet_entry_page_get_type ())
G_DECLARE_FINAL_TYPE (LicetEntryPage, licet_entry_page, LICET, ENTRY_PAGE, AdwNavigationPage)

/** licet_entry_page_get_node: Returns: (transfer none) (nullable): the paragraph chosen, or the entry shown; %NULL when none is. */
const LicetNode *licet_entry_page_get_node (LicetEntryPage *page);
/**
 * licet_entry_page_set_node:
 * @node: (nullable): an entry, or a paragraph of one that is to be shown in it; must outlive its stay on the page
 *
 * Shows the entry that @node is in, at @node.
 */
void licet_entry_page_set_node (LicetEntryPage *page,
                                const LicetNode *node);
/** licet_entry_page_focus: Moves the keyboard focus to the paragraph chosen, else to the first. */
void licet_entry_page_focus (LicetEntryPage *page);

G_END_DECLS
