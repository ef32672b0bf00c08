/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-near"

#include "config.h"

#include "licet-near-private.h"

static gboolean
is_within (const LicetRational *number,
           const LicetRational *threshold,
           guint percent)
{
  const LicetRational more = { 100 + (LicetInteger) percent, 100 };
  const LicetRational less = { 100 - (LicetInteger) percent, 100 };
  LicetRational outer;
  LicetRational inner;
  int sign = threshold->numerator < 0 ? -1 : 1;

  if (threshold->numerator == 0 ||
      !licet_rational_multiply (threshold, &more, &outer, NULL) ||
      !licet_rational_multiply (threshold, &less, &inner, NULL))
    return FALSE;
  return licet_rational_compare (number, &outer) * sign <= 0 &&
         licet_rational_compare (number, &inner) * sign >= 0;
}

static gboolean
end_is_near (const LicetEnd *end,
             const LicetBound *bound,
             guint percent)
{
  LicetRational number;
  LicetRational threshold;

  if (!end->present)
    return FALSE;
  if (bound->unit.offset.numerator == 0)
    return is_within (&end->base, &bound->base, percent);
  return licet_unit_from_base (&bound->unit, &end->base, &number, NULL) &&
         licet_unit_from_base (&bound->unit, &bound->base, &threshold, NULL) &&
         is_within (&number, &threshold, percent);
}

gboolean
_licet_near (const LicetInterval *interval,
             LicetNearMode mode,
             const LicetBound *bounds,
             guint n_bounds,
             guint percent)
{
  for (guint i = 0; i < n_bounds; i++) {
    const LicetComparison comparison = bounds[i].comparison;
    gboolean is_floor = comparison == LICET_COMPARISON_GT || comparison == LICET_COMPARISON_GE;
    gboolean is_ceiling = comparison == LICET_COMPARISON_LT || comparison == LICET_COMPARISON_LE;
    gboolean skip_lower =
        (mode == LICET_NEAR_REACH && is_floor) || (mode == LICET_NEAR_COVER && is_ceiling);
    gboolean skip_upper =
        (mode == LICET_NEAR_REACH && is_ceiling) || (mode == LICET_NEAR_COVER && is_floor);

    if ((!skip_lower && end_is_near (&interval->lower, &bounds[i], percent)) ||
        (!skip_upper && end_is_near (&interval->upper, &bounds[i], percent)))
      return TRUE;
  }
  return FALSE;
}

static LicetRational
get_magnitude (const LicetRational *number)
{
  return number->numerator < 0 ? (LicetRational) { -number->numerator, number->denominator }
                               : *number;
}

static gboolean
find_margin (const LicetRational *base,
             const LicetBound *bound,
             LicetRational *ret_margin)
{
  const LicetRational hundred = { 100, 1 };
  LicetRational size = get_magnitude (&bound->base);

  return bound->base.numerator != 0 && bound->unit.offset.numerator == 0 &&
         licet_rational_subtract (base, &bound->base, ret_margin, NULL) &&
         licet_rational_divide (ret_margin, &size, ret_margin, NULL) &&
         licet_rational_multiply (ret_margin, &hundred, ret_margin, NULL);
}

char *
_licet_near_dup_margin (const LicetRational *base,
                        const LicetBound *bounds,
                        guint n_bounds)
{
  g_autofree char *text = NULL;
  LicetRational nearest = LICET_RATIONAL_ZERO;
  gboolean has_margin = FALSE;

  for (guint i = 0; i < n_bounds; i++) {
    LicetRational margin;
    LicetRational size;
    LicetRational best = get_magnitude (&nearest);

    if (!find_margin (base, &bounds[i], &margin))
      continue;
    size = get_magnitude (&margin);
    if (has_margin && licet_rational_compare (&size, &best) >= 0)
      continue;
    nearest = margin;
    has_margin = TRUE;
  }
  if (!has_margin)
    return NULL;
  text = licet_rational_format (&nearest, 2);
  return g_strdup_printf ("%s%s %%", nearest.numerator > 0 ? "+" : "", text);
}
