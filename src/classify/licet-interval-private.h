/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetInterval:
 * @lower: the lower end; not present: open without limit
 * @upper: the upper end
 *
 * Exact numbers in base units. What arithmetic cannot say exactly becomes wider, never narrower: a decision made on it holds.
 */
typedef struct {
  LicetEnd lower;
  LicetEnd upper;
} LicetInterval;

/** LICET_INTERVAL_WHOLE: every number: what is known of a value nobody has given. */
#define LICET_INTERVAL_WHOLE                                                                       \
  {                                                                                                \
    { FALSE, FALSE, LICET_RATIONAL_ZERO },                                                         \
    {                                                                                              \
      FALSE, FALSE, LICET_RATIONAL_ZERO                                                            \
    }                                                                                              \
  }

/** _licet_interval_init_value: What @value says. */
void _licet_interval_init_value (LicetInterval *interval,
                                 const LicetValue *value);
/** _licet_interval_init_exact: The one number @base. */
void _licet_interval_init_exact (LicetInterval *interval,
                                 const LicetRational *base);
/** _licet_interval_init_bounds: The numbers that all @bounds allow. */
void _licet_interval_init_bounds (LicetInterval *interval,
                                  const LicetBound *bounds,
                                  guint n_bounds);

/** _licet_interval_is_exact: Returns: whether it is one number. */
gboolean _licet_interval_is_exact (const LicetInterval *interval);
/** _licet_interval_contains: Returns: whether every number of @inner is one of @outer. */
gboolean _licet_interval_contains (const LicetInterval *outer,
                                   const LicetInterval *inner);
/** _licet_interval_meets: Returns: whether some number is in both. */
gboolean _licet_interval_meets (const LicetInterval *a,
                                const LicetInterval *b);

/** _licet_interval_add: Sums of a number of @a and one of @b. The result may be an operand, here and below. */
gboolean _licet_interval_add (const LicetInterval *a,
                              const LicetInterval *b,
                              LicetInterval *ret_result,
                              GError **error);
/** _licet_interval_negate: Every number with the other sign. */
void _licet_interval_negate (const LicetInterval *a,
                             LicetInterval *ret_result);
/** _licet_interval_multiply: Products. */
gboolean _licet_interval_multiply (const LicetInterval *a,
                                   const LicetInterval *b,
                                   LicetInterval *ret_result,
                                   GError **error);
/** _licet_interval_invert: Reciprocals; %LICET_CORE_ERROR_DIVISION when @a contains zero. */
gboolean _licet_interval_invert (const LicetInterval *a,
                                 LicetInterval *ret_result,
                                 GError **error);
/** _licet_interval_power: Powers with the integer @exponent. */
gboolean _licet_interval_power (const LicetInterval *a,
                                int exponent,
                                LicetInterval *ret_result,
                                GError **error);
/** _licet_interval_extreme: The greatest (or, with @is_greatest unset, the least) of a number of @a and one of @b. */
void _licet_interval_extreme (const LicetInterval *a,
                              const LicetInterval *b,
                              gboolean is_greatest,
                              LicetInterval *ret_result);

/**
 * LicetOperand: what a formula comes to.
 * @interval: the numbers it may be
 * @is_known: whether every quantity in it is known
 * @is_span: whether the item covers every number of @interval, instead of being one of them
 * @unknown: (nullable): the first quantity that is not known, or not exactly enough
 * @not_applicable: (nullable): a quantity that does not apply, so that the formula says nothing of the item
 * @problem: (nullable): why it cannot be computed; the interval is then whole
 */
typedef struct {
  LicetInterval interval;
  gboolean is_known;
  gboolean is_span;
  const LicetQuantity *unknown;
  const LicetQuantity *not_applicable;
  char *problem;
} LicetOperand;

/** LicetValueFunc: Returns: (nullable): the value of @quantity, %NULL when it is not known. */
typedef const LicetValue *(*LicetValueFunc) (const LicetQuantity *quantity,
                                             gpointer user_data);

/**
 * _licet_operand_compute:
 *
 * What @expression comes to for the values that @get_value knows. Whatever fails makes the result unknown, with the reason.
 */
void _licet_operand_compute (const LicetExpression *expression,
                             LicetValueFunc get_value,
                             gpointer user_data,
                             LicetOperand *ret_operand);

/** _licet_operand_clear: Frees what @operand holds. */
void _licet_operand_clear (LicetOperand *operand);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetOperand, _licet_operand_clear)

G_END_DECLS
