/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <adwaita.h>
#include <licet-lists.h>

#include "licet-window.h"

/* What the tests of the window share. */

/** harness_init: GTK, libadwaita and the test framework, without animations, on the display there is. */
void harness_init (int *argc,
                   char ***argv);

/** harness_open_bundle: Returns: (transfer full): the bundle of the build. */
LicetBundle *harness_open_bundle (void);

/** harness_open_window: Returns: (transfer none): a window of @width by @height on @bundle, drawn once. */
LicetWindow *harness_open_window (LicetBundle *bundle,
                                  int width,
                                  int height);
/** harness_close_window: Closes @window, and asserts that nothing keeps it. */
void harness_close_window (LicetWindow *window);

/** HarnessCondition: Returns: whether what is waited for is so. */
typedef gboolean (*HarnessCondition) (gpointer data);
/** harness_wait: Runs the main loop until @condition holds; fails the test after ten seconds. */
void harness_wait (HarnessCondition condition,
                   gpointer data);
/** harness_settle: Runs the main loop until nothing is left to do. */
void harness_settle (void);

/** HarnessMatch: Returns: whether @widget is the one that is looked for. */
typedef gboolean (*HarnessMatch) (GtkWidget *widget,
                                  gconstpointer data);
/** harness_find: Returns: (transfer none) (nullable): the first widget in @root, depth first, that @match says yes to. */
GtkWidget *harness_find (GtkWidget *root,
                         HarnessMatch match,
                         gconstpointer data);
/** harness_get_child: Returns: (transfer none): the child @name of the template of @type in @widget. */
GtkWidget *harness_get_child (gpointer widget,
                              GType type,
                              const char *name);
