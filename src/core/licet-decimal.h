/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LicetInteger: a signed integer of 128 bits; every operation on it in the engine is checked for overflow.
 */
typedef __int128 LicetInteger;

/**
 * LicetDecimal:
 * @mantissa: the digits, without trailing zeros
 * @exponent: the power of ten they are multiplied by
 *
 * An exact decimal number, @mantissa times ten to the @exponent; zero is 0 with exponent 0. At most 30 digits and
 * an exponent between -60 and 60: what lies beyond is refused with %LICET_CORE_ERROR_OVERFLOW, never rounded.
 */
typedef struct {
  LicetInteger mantissa;
  int exponent;
} LicetDecimal;

/**
 * licet_decimal_parse:
 * @text: "310", "-0.25", "5e13", "1.5E-4"; a point is the decimal mark, no grouping
 * @ret_decimal: (out): the number
 *
 * Returns: %TRUE, or %FALSE with %LICET_CORE_ERROR_NUMBER or %LICET_CORE_ERROR_OVERFLOW
 */
gboolean licet_decimal_parse (const char *text,
                              LicetDecimal *ret_decimal,
                              GError **error);

/**
 * licet_decimal_serialise:
 *
 * Canonical text: no exponent while the number has at most 21 characters without one, otherwise "5e-30". The same
 * number always gives the same text, and licet_decimal_parse() reads it back.
 *
 * Returns: (transfer full): the text
 */
char *licet_decimal_serialise (const LicetDecimal *decimal);

/** licet_decimal_equal: Returns: whether @a and @b are the same number. */
gboolean licet_decimal_equal (const LicetDecimal *a,
                              const LicetDecimal *b);

/**
 * licet_decimal_multiply:
 *
 * Returns: %TRUE with the exact product, or %FALSE with %LICET_CORE_ERROR_OVERFLOW
 */
gboolean licet_decimal_multiply (const LicetDecimal *a,
                                 const LicetDecimal *b,
                                 LicetDecimal *ret_product,
                                 GError **error);

/**
 * licet_decimal_add:
 *
 * Returns: %TRUE with the exact sum, or %FALSE with %LICET_CORE_ERROR_OVERFLOW
 */
gboolean licet_decimal_add (const LicetDecimal *a,
                            const LicetDecimal *b,
                            LicetDecimal *ret_sum,
                            GError **error);

/**
 * licet_decimal_format_money:
 * @decimal: an amount
 * @digits: digits of the smallest coin, 0 to 4
 *
 * "28320.00": exactly @digits places; more places in @decimal are kept, never rounded away.
 *
 * Returns: (transfer full): the text, without currency and grouping
 */
char *licet_decimal_format_money (const LicetDecimal *decimal,
                                  guint digits);

G_END_DECLS
