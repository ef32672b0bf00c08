/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib-object.h>
#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetHistory:
 *
 * The pages somebody has been on, and where in them they are: back, forward, as a browser does it.
 */
#define LICET_TYPE_HISTORY (licet_history_get_type ())
G_DECLARE_FINAL_TYPE (LicetHistory, licet_history, LICET, HISTORY, GObject)

/** licet_history_new: Returns: (transfer full): an empty history. */
LicetHistory *licet_history_new (void);

/** licet_history_visit: Puts @node after the current page and makes it the current one; what came after is forgotten. */
void licet_history_visit (LicetHistory *history,
                          const LicetNode *node);
/** licet_history_can_go: Returns: whether there is a page @step (1 or -1) away from the current one. */
gboolean licet_history_can_go (LicetHistory *history,
                               int step);
/** licet_history_go: Returns: (transfer none) (nullable): the page @step away, now the current one; %NULL when there is none. */
const LicetNode *licet_history_go (LicetHistory *history,
                                   int step);
/** licet_history_clear: Forgets all pages. */
void licet_history_clear (LicetHistory *history);

G_END_DECLS
