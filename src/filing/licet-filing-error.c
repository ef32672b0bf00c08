/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-filing-error"

#include "config.h"

#include "licet-filing-error.h"

G_DEFINE_QUARK (licet-filing-error-quark, licet_filing_error)
