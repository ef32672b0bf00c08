/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cases-error"

#include "config.h"

#include "licet-cases-error.h"

G_DEFINE_QUARK (licet-cases-error-quark, licet_cases_error)
