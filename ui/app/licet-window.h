/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <adwaita.h>
#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetWindow:
 *
 * The window: the rooms at the side, at their foot the editions in force and their age, and the room that is open.
 *
 * # Actions
 *
 * "win.toast" with a text, which it shows for a moment.
 */
#define LICET_TYPE_WINDOW (licet_window_get_type ())
G_DECLARE_FINAL_TYPE (LicetWindow, licet_window, LICET, WINDOW, AdwApplicationWindow)

/** licet_window_new: Returns: (transfer none): a new window of @application, as large as the last one was. */
LicetWindow *licet_window_new (GtkApplication *application);
/**
 * licet_window_set_bundle:
 * @bundle: (nullable): the bundle; %NULL when there is none
 * @problem: (nullable): for a bundle that is missing, why
 */
void licet_window_set_bundle (LicetWindow *window,
                              LicetBundle *bundle,
                              const char *problem);

/**
 * licet_editions_dup_words:
 *
 * Returns: (transfer full): the lists in @bundle with the day each came into force: "EU 2025-11-15 · US 2026-08-07"
 */
char *licet_editions_dup_words (LicetBundle *bundle);

G_END_DECLS
