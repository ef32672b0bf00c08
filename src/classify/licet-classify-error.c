/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-classify-error"

#include "config.h"

#include "licet-classify-error.h"

G_DEFINE_QUARK (licet-classify-error-quark, licet_classify_error)
