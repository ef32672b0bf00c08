/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-interval"

#include "config.h"

#include "licet-interval-private.h"

/* An end of an interval in a calculation: a number, or beyond every number on one side. */
typedef struct {
  int infinity;
  gboolean included;
  LicetRational base;
} Corner;

static Corner
lower_corner (const LicetInterval *interval)
{
  return (Corner) { interval->lower.present ? 0 : -1, interval->lower.included,
                    interval->lower.base };
}

static Corner
upper_corner (const LicetInterval *interval)
{
  return (Corner) { interval->upper.present ? 0 : 1, interval->upper.included,
                    interval->upper.base };
}

static LicetEnd
corner_to_end (const Corner *corner)
{
  if (corner->infinity != 0)
    return (LicetEnd) { FALSE, FALSE, LICET_RATIONAL_ZERO };
  return (LicetEnd) { TRUE, corner->included, corner->base };
}

static int
get_sign (const Corner *corner)
{
  if (corner->infinity != 0)
    return corner->infinity;
  return (corner->base.numerator > 0) - (corner->base.numerator < 0);
}

static int
compare_corners (const Corner *a,
                 const Corner *b)
{
  if (a->infinity != b->infinity)
    return a->infinity < b->infinity ? -1 : 1;
  return a->infinity != 0 ? 0 : licet_rational_compare (&a->base, &b->base);
}

/* Zero times "beyond every number" is zero: what stands on the other side is some number, however great. */
static gboolean
multiply_corners (const Corner *a,
                  const Corner *b,
                  Corner *ret_product,
                  GError **error)
{
  int sign = get_sign (a) * get_sign (b);

  if (sign == 0) {
    gboolean included = (get_sign (a) == 0 && a->included) || (get_sign (b) == 0 && b->included);

    *ret_product = (Corner) { 0, included, LICET_RATIONAL_ZERO };
    return TRUE;
  }
  if (a->infinity != 0 || b->infinity != 0) {
    *ret_product = (Corner) { sign, FALSE, LICET_RATIONAL_ZERO };
    return TRUE;
  }
  *ret_product = (Corner) { 0, a->included && b->included, LICET_RATIONAL_ZERO };
  return licet_rational_multiply (&a->base, &b->base, &ret_product->base, error);
}

/* Takes @candidate for the end if it lies further out (@side -1 or 1); of equal ones, one that belongs to the interval. */
static void
widen (Corner *end,
       const Corner *candidate,
       int side)
{
  int order = compare_corners (candidate, end) * side;

  if (order > 0)
    *end = *candidate;
  else if (order == 0)
    end->included = end->included || candidate->included;
}

static void
tighten (LicetEnd *end,
         const LicetRational *base,
         gboolean included,
         int side)
{
  int order = end->present ? licet_rational_compare (base, &end->base) * side : -1;

  if (order < 0)
    *end = (LicetEnd) { TRUE, included, *base };
  else if (order == 0)
    end->included = end->included && included;
}

/* Whether every number above the lower end @a (@side -1) or below the upper end @a (@side 1) respects @b as well. */
static gboolean
end_is_within (const LicetEnd *a,
               const LicetEnd *b,
               int side)
{
  int order;

  if (!b->present)
    return TRUE;
  if (!a->present)
    return FALSE;
  order = licet_rational_compare (&a->base, &b->base) * side;
  return order < 0 || (order == 0 && (b->included || !a->included));
}

static gboolean
is_empty (const LicetInterval *interval)
{
  int order;

  if (!interval->lower.present || !interval->upper.present)
    return FALSE;
  order = licet_rational_compare (&interval->lower.base, &interval->upper.base);
  return order > 0 || (order == 0 && !(interval->lower.included && interval->upper.included));
}

void
_licet_interval_init_value (LicetInterval *interval,
                            const LicetValue *value)
{
  interval->lower = *licet_value_get_lower (value);
  interval->upper = *licet_value_get_upper (value);
}

void
_licet_interval_init_exact (LicetInterval *interval,
                            const LicetRational *base)
{
  interval->lower = (LicetEnd) { TRUE, TRUE, *base };
  interval->upper = interval->lower;
}

void
_licet_interval_init_bounds (LicetInterval *interval,
                             const LicetBound *bounds,
                             guint n_bounds)
{
  *interval = (LicetInterval) LICET_INTERVAL_WHOLE;
  for (guint i = 0; i < n_bounds; i++) {
    const LicetBound *bound = &bounds[i];

    switch (bound->comparison) {
    case LICET_COMPARISON_GT:
    case LICET_COMPARISON_GE:
      tighten (&interval->lower, &bound->base, bound->comparison == LICET_COMPARISON_GE, -1);
      break;
    case LICET_COMPARISON_LT:
    case LICET_COMPARISON_LE:
      tighten (&interval->upper, &bound->base, bound->comparison == LICET_COMPARISON_LE, 1);
      break;
    case LICET_COMPARISON_EQ:
      tighten (&interval->lower, &bound->base, TRUE, -1);
      tighten (&interval->upper, &bound->base, TRUE, 1);
      break;
    default:
      g_assert_not_reached ();
    }
  }
}

gboolean
_licet_interval_is_exact (const LicetInterval *interval)
{
  return interval->lower.present && interval->upper.present &&
         licet_rational_compare (&interval->lower.base, &interval->upper.base) == 0;
}

gboolean
_licet_interval_contains (const LicetInterval *outer,
                          const LicetInterval *inner)
{
  return end_is_within (&inner->lower, &outer->lower, -1) &&
         end_is_within (&inner->upper, &outer->upper, 1);
}

gboolean
_licet_interval_meets (const LicetInterval *a,
                       const LicetInterval *b)
{
  LicetInterval both = *a;

  if (b->lower.present)
    tighten (&both.lower, &b->lower.base, b->lower.included, -1);
  if (b->upper.present)
    tighten (&both.upper, &b->upper.base, b->upper.included, 1);
  return !is_empty (&both);
}

gboolean
_licet_interval_add (const LicetInterval *a,
                     const LicetInterval *b,
                     LicetInterval *ret_result,
                     GError **error)
{
  LicetInterval sum = LICET_INTERVAL_WHOLE;

  sum.lower.present = a->lower.present && b->lower.present;
  sum.upper.present = a->upper.present && b->upper.present;
  sum.lower.included = a->lower.included && b->lower.included;
  sum.upper.included = a->upper.included && b->upper.included;
  if (sum.lower.present &&
      !licet_rational_add (&a->lower.base, &b->lower.base, &sum.lower.base, error))
    return FALSE;
  if (sum.upper.present &&
      !licet_rational_add (&a->upper.base, &b->upper.base, &sum.upper.base, error))
    return FALSE;
  *ret_result = sum;
  return TRUE;
}

void
_licet_interval_negate (const LicetInterval *a,
                        LicetInterval *ret_result)
{
  LicetInterval negative = { a->upper, a->lower };

  negative.lower.base.numerator = -negative.lower.base.numerator;
  negative.upper.base.numerator = -negative.upper.base.numerator;
  *ret_result = negative;
}

gboolean
_licet_interval_multiply (const LicetInterval *a,
                          const LicetInterval *b,
                          LicetInterval *ret_result,
                          GError **error)
{
  const Corner left[] = { lower_corner (a), upper_corner (a) };
  const Corner right[] = { lower_corner (b), upper_corner (b) };
  Corner lower = { 1, FALSE, LICET_RATIONAL_ZERO };
  Corner upper = { -1, FALSE, LICET_RATIONAL_ZERO };

  for (guint i = 0; i < G_N_ELEMENTS (left); i++)
    for (guint j = 0; j < G_N_ELEMENTS (right); j++) {
      Corner product;

      if (!multiply_corners (&left[i], &right[j], &product, error))
        return FALSE;
      widen (&lower, &product, -1);
      widen (&upper, &product, 1);
    }
  *ret_result = (LicetInterval) { corner_to_end (&lower), corner_to_end (&upper) };
  return TRUE;
}

/* The reciprocal of an end that is not zero inside: "beyond every number" and zero change places. */
static gboolean
invert_end (const LicetEnd *end,
            LicetEnd *ret_end,
            GError **error)
{
  const LicetRational one = LICET_RATIONAL_ONE;

  if (!end->present) {
    *ret_end = (LicetEnd) { TRUE, FALSE, LICET_RATIONAL_ZERO };
    return TRUE;
  }
  if (end->base.numerator == 0) {
    *ret_end = (LicetEnd) { FALSE, FALSE, LICET_RATIONAL_ZERO };
    return TRUE;
  }
  *ret_end = (LicetEnd) { TRUE, end->included, LICET_RATIONAL_ZERO };
  return licet_rational_divide (&one, &end->base, &ret_end->base, error);
}

gboolean
_licet_interval_invert (const LicetInterval *a,
                        LicetInterval *ret_result,
                        GError **error)
{
  const LicetRational zero = LICET_RATIONAL_ZERO;
  LicetInterval inverse;
  LicetInterval only_zero;

  _licet_interval_init_exact (&only_zero, &zero);
  if (_licet_interval_meets (a, &only_zero)) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_DIVISION,
                 "the value divided by may be zero");
    return FALSE;
  }
  if (!invert_end (&a->upper, &inverse.lower, error) ||
      !invert_end (&a->lower, &inverse.upper, error))
    return FALSE;
  *ret_result = inverse;
  return TRUE;
}

static gboolean
power_end (const LicetEnd *end,
           int exponent,
           LicetEnd *ret_end,
           GError **error)
{
  *ret_end = *end;
  return !end->present || licet_rational_power (&end->base, exponent, &ret_end->base, error);
}

/* An even power of numbers on both sides of zero: from zero to the greater of the two outer ends. */
static gboolean
power_across_zero (const LicetInterval *a,
                   int exponent,
                   LicetInterval *ret_result,
                   GError **error)
{
  const LicetRational zero = LICET_RATIONAL_ZERO;
  LicetInterval below;
  LicetEnd left;
  LicetEnd right;

  _licet_interval_negate (a, &below);
  if (!power_end (&below.upper, exponent, &left, error) ||
      !power_end (&a->upper, exponent, &right, error))
    return FALSE;
  _licet_interval_init_exact (ret_result, &zero);
  ret_result->upper = end_is_within (&left, &right, 1) ? right : left;
  return TRUE;
}

gboolean
_licet_interval_power (const LicetInterval *a,
                       int exponent,
                       LicetInterval *ret_result,
                       GError **error)
{
  const LicetRational one = LICET_RATIONAL_ONE;
  const Corner lower = lower_corner (a);
  const Corner upper = upper_corner (a);
  LicetInterval result;

  if (exponent < 0)
    return _licet_interval_invert (a, &result, error) &&
           _licet_interval_power (&result, -exponent, ret_result, error);
  if (exponent == 0) {
    _licet_interval_init_exact (ret_result, &one);
    return TRUE;
  }
  if (exponent % 2 == 0 && get_sign (&lower) < 0) {
    if (get_sign (&upper) > 0)
      return power_across_zero (a, exponent, ret_result, error);
    _licet_interval_negate (a, &result);
    return _licet_interval_power (&result, exponent, ret_result, error);
  }
  if (!power_end (&a->lower, exponent, &result.lower, error) ||
      !power_end (&a->upper, exponent, &result.upper, error))
    return FALSE;
  *ret_result = result;
  return TRUE;
}

/* Of two numbers the greater is at least the greater of the lower ends, and no greater than the greater of the upper ends. */
void
_licet_interval_extreme (const LicetInterval *a,
                         const LicetInterval *b,
                         gboolean is_greatest,
                         LicetInterval *ret_result)
{
  Corner lower = lower_corner (a);
  Corner upper = upper_corner (a);
  const Corner other_lower = lower_corner (b);
  const Corner other_upper = upper_corner (b);
  int side = is_greatest ? 1 : -1;

  widen (&lower, &other_lower, side);
  widen (&upper, &other_upper, side);
  *ret_result = (LicetInterval) { corner_to_end (&lower), corner_to_end (&upper) };
}
