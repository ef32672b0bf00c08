/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-error"

#include "config.h"

#include "licet-store.h"

G_DEFINE_QUARK (licet-store-error-quark, licet_store_error)
