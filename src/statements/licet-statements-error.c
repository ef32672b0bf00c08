/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-statements-error"

#include "config.h"

#include "licet-statements-error.h"

G_DEFINE_QUARK (licet-statements-error-quark, licet_statements_error)
