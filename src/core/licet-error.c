/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-error"

#include "config.h"

#include "licet-error.h"

G_DEFINE_QUARK (licet-core-error-quark, licet_core_error)
