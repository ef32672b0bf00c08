/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LicetApplication:
 *
 * The program: loads the bundle in a thread, opens windows on it, and answers what the main menu asks.
 */
#define LICET_TYPE_APPLICATION (licet_application_get_type ())
G_DECLARE_FINAL_TYPE (LicetApplication, licet_application, LICET, APPLICATION, AdwApplication)

/** licet_application_new: Returns: (transfer full): the application. */
LicetApplication *licet_application_new (void);

G_END_DECLS
