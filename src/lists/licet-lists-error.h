/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LICET_LISTS_ERROR (licet_lists_error_quark ())

/**
 * LicetListsError:
 * @LICET_LISTS_ERROR_DATA: a data file is wrong; whoever edits data/ can mend it
 * @LICET_LISTS_ERROR_BUNDLE: the bundle cannot be opened, is damaged or of another version; install again
 * @LICET_LISTS_ERROR_CODE: no such list or no such code in it
 * @LICET_LISTS_ERROR_CANCELLED: the work was stopped by its cancellable
 */
typedef enum {
  LICET_LISTS_ERROR_DATA = 1,
  LICET_LISTS_ERROR_BUNDLE,
  LICET_LISTS_ERROR_CODE,
  LICET_LISTS_ERROR_CANCELLED,
} LicetListsError;

GQuark licet_lists_error_quark (void);

G_END_DECLS
