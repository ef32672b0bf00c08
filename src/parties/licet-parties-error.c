/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-parties-error"

#include "config.h"

#include "licet-parties-error.h"

G_DEFINE_QUARK (licet-parties-error-quark, licet_parties_error)
