/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rational"

#include "config.h"

#include "licet-rational.h"

#include <string.h>

#include "licet-error.h"

#define MAX_POWER 20

static gboolean
refuse (GError **error)
{
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_OVERFLOW,
               "the numbers are too large or too finely divided to be computed exactly");
  return FALSE;
}

/* Never overflows: the smallest integer has no counterpart and is kept out when fractions are made. */
static LicetInteger
absolute (LicetInteger number)
{
  return number < 0 ? -number : number;
}

static LicetInteger
greatest_divisor (LicetInteger a,
                  LicetInteger b)
{
  a = absolute (a);
  b = absolute (b);
  while (b != 0) {
    LicetInteger rest = a % b;

    a = b;
    b = rest;
  }
  return a;
}

static gboolean
make (LicetInteger numerator,
      LicetInteger denominator,
      LicetRational *ret_result,
      GError **error)
{
  const LicetInteger smallest = (LicetInteger) 1 << 126;
  LicetInteger divisor;

  if (numerator > smallest || numerator < -smallest || denominator > smallest ||
      denominator < -smallest)
    return refuse (error);
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  divisor = greatest_divisor (numerator, denominator);
  *ret_result = (LicetRational) { numerator / divisor, denominator / divisor };
  return TRUE;
}

static gboolean
power_of_ten (int exponent,
              LicetInteger *ret_power)
{
  LicetInteger power = 1;

  for (int i = 0; i < exponent; i++)
    if (__builtin_mul_overflow (power, (LicetInteger) 10, &power))
      return FALSE;
  *ret_power = power;
  return TRUE;
}

static LicetInteger
floor_divide (LicetInteger a,
              LicetInteger b)
{
  LicetInteger quotient = a / b;

  return a % b < 0 ? quotient - 1 : quotient;
}

/* Compares a/b with c/d, b and d above zero, by whole parts and then by the reciprocals of what is left: nothing grows. */
static int
compare_parts (LicetInteger a,
               LicetInteger b,
               LicetInteger c,
               LicetInteger d)
{
  int sign = 1;

  for (;;) {
    LicetInteger left = floor_divide (a, b);
    LicetInteger right = floor_divide (c, d);
    LicetInteger left_rest = a - left * b;
    LicetInteger right_rest = c - right * d;

    if (left != right)
      return left < right ? -sign : sign;
    if (left_rest == 0 || right_rest == 0) {
      if (left_rest == right_rest)
        return 0;
      return left_rest == 0 ? -sign : sign;
    }
    a = b;
    b = left_rest;
    c = d;
    d = right_rest;
    sign = -sign;
  }
}

/* @numerator / @denominator times ten to the @places, rounded half to even. */
static gboolean
round_at (const LicetRational *rational,
          int places,
          LicetInteger *ret_rounded)
{
  LicetRational scaled = *rational;
  LicetInteger power;
  LicetInteger whole;
  LicetInteger rest;

  if (!power_of_ten (places < 0 ? -places : places, &power))
    return FALSE;
  {
    LicetRational factor = places < 0 ? (LicetRational) { 1, power } : (LicetRational) { power, 1 };

    if (!licet_rational_multiply (rational, &factor, &scaled, NULL))
      return FALSE;
  }
  whole = floor_divide (scaled.numerator, scaled.denominator);
  rest = scaled.numerator - whole * scaled.denominator;
  if (rest > scaled.denominator - rest || (rest == scaled.denominator - rest && whole % 2 != 0))
    whole++;
  *ret_rounded = whole;
  return TRUE;
}

gboolean
licet_rational_parse (const char *text,
                      LicetRational *ret_rational,
                      GError **error)
{
  const char *slash;
  LicetDecimal decimal;
  LicetRational numerator;
  LicetRational denominator;

  g_return_val_if_fail (text != NULL && ret_rational != NULL, FALSE);

  slash = strchr (text, '/');
  if (slash == NULL)
    return licet_decimal_parse (text, &decimal, error) &&
           licet_rational_from_decimal (&decimal, ret_rational, error);
  {
    g_autofree char *upper = g_strndup (text, (gsize) (slash - text));

    if (!licet_decimal_parse (upper, &decimal, error) ||
        !licet_rational_from_decimal (&decimal, &numerator, error))
      return FALSE;
  }
  return licet_decimal_parse (slash + 1, &decimal, error) &&
         licet_rational_from_decimal (&decimal, &denominator, error) &&
         licet_rational_divide (&numerator, &denominator, ret_rational, error);
}

gboolean
licet_rational_from_decimal (const LicetDecimal *decimal,
                             LicetRational *ret_rational,
                             GError **error)
{
  LicetInteger power;
  LicetInteger numerator;

  g_return_val_if_fail (decimal != NULL && ret_rational != NULL, FALSE);

  if (decimal->exponent >= 0) {
    if (!power_of_ten (decimal->exponent, &power) ||
        __builtin_mul_overflow (decimal->mantissa, power, &numerator))
      return refuse (error);
    return make (numerator, 1, ret_rational, error);
  }
  if (!power_of_ten (-decimal->exponent, &power))
    return refuse (error);
  return make (decimal->mantissa, power, ret_rational, error);
}

char *
licet_rational_serialise (const LicetRational *rational)
{
  LicetDecimal numerator;
  LicetDecimal denominator;
  g_autofree char *upper = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (rational != NULL, NULL);

  numerator = (LicetDecimal) { rational->numerator, 0 };
  denominator = (LicetDecimal) { rational->denominator, 0 };
  upper = licet_decimal_serialise (&numerator);
  if (rational->denominator == 1)
    return g_steal_pointer (&upper);
  lower = licet_decimal_serialise (&denominator);
  return g_strconcat (upper, "/", lower, NULL);
}

gboolean
licet_rational_add (const LicetRational *a,
                    const LicetRational *b,
                    LicetRational *ret_result,
                    GError **error)
{
  LicetInteger divisor;
  LicetInteger left;
  LicetInteger right;
  LicetInteger sum;
  LicetInteger denominator;

  g_return_val_if_fail (a != NULL && b != NULL && ret_result != NULL, FALSE);

  divisor = greatest_divisor (a->denominator, b->denominator);
  if (__builtin_mul_overflow (a->numerator, b->denominator / divisor, &left) ||
      __builtin_mul_overflow (b->numerator, a->denominator / divisor, &right) ||
      __builtin_add_overflow (left, right, &sum) ||
      __builtin_mul_overflow (a->denominator, b->denominator / divisor, &denominator))
    return refuse (error);
  return make (sum, denominator, ret_result, error);
}

gboolean
licet_rational_subtract (const LicetRational *a,
                         const LicetRational *b,
                         LicetRational *ret_result,
                         GError **error)
{
  LicetRational negative;

  g_return_val_if_fail (a != NULL && b != NULL && ret_result != NULL, FALSE);

  negative = (LicetRational) { -b->numerator, b->denominator };
  return licet_rational_add (a, &negative, ret_result, error);
}

gboolean
licet_rational_multiply (const LicetRational *a,
                         const LicetRational *b,
                         LicetRational *ret_result,
                         GError **error)
{
  LicetInteger across;
  LicetInteger other;
  LicetInteger numerator;
  LicetInteger denominator;

  g_return_val_if_fail (a != NULL && b != NULL && ret_result != NULL, FALSE);

  /* Reduced crosswise first, so that only a result that is too large overflows. */
  across = greatest_divisor (a->numerator, b->denominator);
  other = greatest_divisor (b->numerator, a->denominator);
  if (across == 0)
    across = 1;
  if (other == 0)
    other = 1;
  if (__builtin_mul_overflow (a->numerator / across, b->numerator / other, &numerator) ||
      __builtin_mul_overflow (a->denominator / other, b->denominator / across, &denominator))
    return refuse (error);
  return make (numerator, denominator, ret_result, error);
}

gboolean
licet_rational_divide (const LicetRational *a,
                       const LicetRational *b,
                       LicetRational *ret_result,
                       GError **error)
{
  LicetRational inverse;

  g_return_val_if_fail (a != NULL && b != NULL && ret_result != NULL, FALSE);

  if (b->numerator == 0) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_DIVISION, "division by zero");
    return FALSE;
  }
  inverse = b->numerator > 0 ? (LicetRational) { b->denominator, b->numerator }
                             : (LicetRational) { -b->denominator, -b->numerator };
  return licet_rational_multiply (a, &inverse, ret_result, error);
}

gboolean
licet_rational_power (const LicetRational *base,
                      int exponent,
                      LicetRational *ret_result,
                      GError **error)
{
  LicetRational result = LICET_RATIONAL_ONE;

  g_return_val_if_fail (base != NULL && ret_result != NULL, FALSE);

  if (exponent > MAX_POWER || exponent < -MAX_POWER)
    return refuse (error);
  for (int i = 0; i < ABS (exponent); i++)
    if (!licet_rational_multiply (&result, base, &result, error))
      return FALSE;
  if (exponent < 0) {
    LicetRational one = LICET_RATIONAL_ONE;

    return licet_rational_divide (&one, &result, ret_result, error);
  }
  *ret_result = result;
  return TRUE;
}

int
licet_rational_compare (const LicetRational *a,
                        const LicetRational *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->denominator == b->denominator)
    return (a->numerator > b->numerator) - (a->numerator < b->numerator);
  return compare_parts (a->numerator, a->denominator, b->numerator, b->denominator);
}

static int
count_digits (LicetInteger number)
{
  int n = 0;

  for (; number != 0; number /= 10)
    n++;
  return n;
}

/* The power of ten of the first digit of a number that is not zero: 2 for 250, -1 for 1/3. */
static int
find_magnitude (const LicetRational *rational)
{
  const LicetRational size = { rational->numerator < 0 ? -rational->numerator : rational->numerator,
                               rational->denominator };
  int magnitude = count_digits (size.numerator) - count_digits (size.denominator);
  const LicetDecimal decimal = { 1, magnitude };
  LicetRational power;

  /* The quotient of numbers of so many digits begins there or one place lower. */
  if (licet_rational_from_decimal (&decimal, &power, NULL) &&
      licet_rational_compare (&size, &power) < 0)
    magnitude--;
  return magnitude;
}

char *
licet_rational_format (const LicetRational *rational,
                       guint significant)
{
  LicetInteger rounded;
  LicetDecimal decimal;
  int magnitude;

  g_return_val_if_fail (rational != NULL, NULL);
  g_return_val_if_fail (significant >= 1 && significant <= 18, NULL);

  if (rational->numerator == 0)
    return g_strdup ("0");
  magnitude = find_magnitude (rational);
  /* A number no power of ten within 128 bits can bring to whole digits is shown as the machine sees it. */
  if (!round_at (rational, (int) significant - 1 - magnitude, &rounded)) {
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    return g_strdup (
        g_ascii_formatd (text, sizeof text, "%.6g", licet_rational_to_double (rational)));
  }
  decimal = (LicetDecimal) { rounded, -((int) significant - 1 - magnitude) };
  while (decimal.mantissa != 0 && decimal.mantissa % 10 == 0) {
    decimal.mantissa /= 10;
    decimal.exponent++;
  }
  return licet_decimal_serialise (&decimal);
}

double
licet_rational_to_double (const LicetRational *rational)
{
  g_return_val_if_fail (rational != NULL, 0.0);

  return (double) rational->numerator / (double) rational->denominator;
}
