/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LICET_LICENSE_ERROR (licet_license_error_quark ())

/**
 * LicetLicenseError:
 * @LICET_LICENSE_ERROR_DATA: a rule file is wrong; whoever edits data/ can mend it
 * @LICET_LICENSE_ERROR_QUERY: a question cannot be decided as put, for instance without a destination
 */
typedef enum {
  LICET_LICENSE_ERROR_DATA = 1,
  LICET_LICENSE_ERROR_QUERY,
} LicetLicenseError;

GQuark licet_license_error_quark (void);

G_END_DECLS
