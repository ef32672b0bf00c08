/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-decimal.h"

G_BEGIN_DECLS

/**
 * LicetRational:
 * @numerator: carries the sign
 * @denominator: always greater than zero; no common factor with @numerator
 *
 * An exact fraction; what units are converted with and thresholds are compared by. All operations are exact or fail
 * with %LICET_CORE_ERROR_OVERFLOW; outputs are untouched on failure and may be the same object as an input.
 */
typedef struct {
  LicetInteger numerator;
  LicetInteger denominator;
} LicetRational;

/** LICET_RATIONAL_ZERO: the fraction 0/1, as an initialiser. */
#define LICET_RATIONAL_ZERO { 0, 1 }
/** LICET_RATIONAL_ONE: the fraction 1/1, as an initialiser. */
#define LICET_RATIONAL_ONE { 1, 1 }

/** licet_rational_parse: Reads "0.0254", "1e-9" or a fraction of two decimals, "45967/180". */
gboolean licet_rational_parse (const char *text,
                               LicetRational *ret_rational,
                               GError **error);

/** licet_rational_from_decimal: Turns @decimal into a reduced fraction. */
gboolean licet_rational_from_decimal (const LicetDecimal *decimal,
                                      LicetRational *ret_rational,
                                      GError **error);

/** licet_rational_serialise: Returns: (transfer full): "3", or "45967/180"; read back by licet_rational_parse(). */
char *licet_rational_serialise (const LicetRational *rational);

/** licet_rational_add: The exact sum. */
gboolean licet_rational_add (const LicetRational *a,
                             const LicetRational *b,
                             LicetRational *ret_result,
                             GError **error);
/** licet_rational_subtract: The exact difference. */
gboolean licet_rational_subtract (const LicetRational *a,
                                  const LicetRational *b,
                                  LicetRational *ret_result,
                                  GError **error);
/** licet_rational_multiply: The exact product. */
gboolean licet_rational_multiply (const LicetRational *a,
                                  const LicetRational *b,
                                  LicetRational *ret_result,
                                  GError **error);
/** licet_rational_divide: The exact quotient; %LICET_CORE_ERROR_DIVISION when @b is zero. */
gboolean licet_rational_divide (const LicetRational *a,
                                const LicetRational *b,
                                LicetRational *ret_result,
                                GError **error);
/** licet_rational_power: @base to an integer @exponent between -20 and 20. */
gboolean licet_rational_power (const LicetRational *base,
                               int exponent,
                               LicetRational *ret_result,
                               GError **error);

/**
 * licet_rational_compare:
 *
 * Exact for every pair: fractions whose cross product would not fit are compared part by part.
 *
 * Returns: -1, 0 or 1
 */
int licet_rational_compare (const LicetRational *a,
                            const LicetRational *b);

/**
 * licet_rational_format:
 * @significant: significant digits, 1 to 18
 *
 * For a person's eye, never for a decision: rounds half to even. "250.1", "0.04", "5e13".
 *
 * Returns: (transfer full): the text
 */
char *licet_rational_format (const LicetRational *rational,
                             guint significant);

/** licet_rational_to_double: The nearest double, for drawing only. */
double licet_rational_to_double (const LicetRational *rational);

G_END_DECLS
