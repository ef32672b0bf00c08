/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-license-error"

#include "config.h"

#include "licet-license-error.h"

G_DEFINE_QUARK (licet - license - error - quark, licet_license_error)
