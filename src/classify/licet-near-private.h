/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-interval-private.h"

G_BEGIN_DECLS

/**
 * LicetNearMode: which end of a value is held against which threshold.
 * @LICET_NEAR_ANY_END: either end: the value is one number between them
 * @LICET_NEAR_REACH: the end that reaches furthest: the item covers the whole interval, and one number in it may decide
 * @LICET_NEAR_COVER: lower against lower and upper against upper: the interval is to be covered
 */
typedef enum {
  LICET_NEAR_ANY_END,
  LICET_NEAR_REACH,
  LICET_NEAR_COVER,
} LicetNearMode;

/**
 * _licet_near:
 *
 * Whether @interval ends within @percent percent of one of @bounds, on either side; at the threshold itself too. A threshold of
 * zero has no such margin. Thresholds of a unit with an offset are measured as they are shown: 5 % of 125 degC is 6.25 degC.
 */
gboolean _licet_near (const LicetInterval *interval,
                      LicetNearMode mode,
                      const LicetBound *bounds,
                      guint n_bounds,
                      guint percent);

/**
 * _licet_near_dup_margin:
 *
 * Returns: (transfer full) (nullable): how far @base is above (+) or below (-) the nearest threshold, "+0.04 %"; %NULL when every
 *   threshold is zero or of a unit with an offset
 */
char *_licet_near_dup_margin (const LicetRational *base,
                              const LicetBound *bounds,
                              guint n_bounds);

G_END_DECLS
