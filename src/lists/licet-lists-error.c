/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-lists-error"

#include "config.h"

#include "licet-lists-error.h"

G_DEFINE_QUARK (licet-lists-error-quark, licet_lists_error)
