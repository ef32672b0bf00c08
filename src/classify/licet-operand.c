/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-operand"

#include "config.h"

#include "licet-interval-private.h"

typedef struct {
  LicetValueFunc get_value;
  gpointer user_data;
  guint n_spans;
  gboolean is_uncertain;
  const LicetQuantity *unknown;
} Computation;

/* What a part of a formula comes to. Not known: the interval is whole, and stays so through all but the extremes. */
typedef struct {
  gboolean is_known;
  gboolean is_applicable;
  LicetInterval interval;
  const LicetQuantity *not_applicable;
} Part;

static const Part unknown_part = { FALSE, TRUE, LICET_INTERVAL_WHOLE, NULL };

static gboolean compute (Computation *self,
                         const LicetExpression *expression,
                         Part *ret_part,
                         GError **error);

static void
note_unknown (Computation *self,
              const LicetQuantity *quantity)
{
  self->is_uncertain = TRUE;
  if (self->unknown == NULL)
    self->unknown = quantity;
}

static void
compute_quantity (Computation *self,
                  const LicetQuantity *quantity,
                  Part *part)
{
  const LicetValue *value = self->get_value (quantity, self->user_data);

  *part = unknown_part;
  if (value == NULL) {
    note_unknown (self, quantity);
    return;
  }
  if (licet_value_is_not_applicable (value)) {
    part->is_applicable = FALSE;
    part->not_applicable = quantity;
    return;
  }
  part->is_known = TRUE;
  _licet_interval_init_value (&part->interval, value);
  if (licet_value_is_exact (value))
    return;
  if (quantity->is_span && part->interval.lower.present && part->interval.upper.present)
    self->n_spans++;
  else
    note_unknown (self, quantity);
}

static gboolean
combine (LicetOperator op,
         const LicetInterval *a,
         const LicetInterval *b,
         LicetInterval *ret_result,
         GError **error)
{
  LicetInterval other;

  if (op == LICET_OPERATOR_ADD)
    return _licet_interval_add (a, b, ret_result, error);
  if (op == LICET_OPERATOR_SUBTRACT) {
    _licet_interval_negate (b, &other);
    return _licet_interval_add (a, &other, ret_result, error);
  }
  if (op == LICET_OPERATOR_MULTIPLY)
    return _licet_interval_multiply (a, b, ret_result, error);
  g_assert (op == LICET_OPERATOR_DIVIDE);
  return _licet_interval_invert (b, &other, error) &&
         _licet_interval_multiply (a, &other, ret_result, error);
}

static gboolean
compute_arithmetic (Computation *self,
                    const LicetExpression *expression,
                    Part *ret_part,
                    GError **error)
{
  Part result;

  g_assert (expression->n_operands > 0);
  if (!compute (self, expression->operands[0], &result, error))
    return FALSE;
  for (guint i = 1; i < expression->n_operands; i++) {
    Part part;

    if (!compute (self, expression->operands[i], &part, error))
      return FALSE;
    if (!result.is_applicable)
      continue;
    if (!part.is_applicable || !part.is_known || !result.is_known) {
      result = part.is_applicable ? unknown_part : part;
      continue;
    }
    if (!combine (expression->op, &result.interval, &part.interval, &result.interval, error))
      return FALSE;
  }
  *ret_part = result;
  return TRUE;
}

/* The greatest or least of what applies; one that is not known may still be on one side of another that is. */
static gboolean
compute_extreme (Computation *self,
                 const LicetExpression *expression,
                 Part *ret_part,
                 GError **error)
{
  gboolean has_result = FALSE;
  Part result = unknown_part;

  for (guint i = 0; i < expression->n_operands; i++) {
    Part part;

    if (!compute (self, expression->operands[i], &part, error))
      return FALSE;
    if (!part.is_applicable) {
      if (!has_result)
        result.not_applicable = part.not_applicable;
      continue;
    }
    if (!has_result)
      result = part;
    else
      _licet_interval_extreme (&result.interval, &part.interval,
                               expression->op == LICET_OPERATOR_MAX, &result.interval);
    has_result = TRUE;
  }
  /* The whole line is known to the extremes, as a number without limits. */
  result.is_known = has_result && (result.interval.lower.present || result.interval.upper.present);
  result.is_applicable = has_result;
  *ret_part = result;
  return TRUE;
}

static gboolean
compute (Computation *self,
         const LicetExpression *expression,
         Part *ret_part,
         GError **error)
{
  Part base;

  switch (expression->op) {
  case LICET_OPERATOR_QUANTITY:
    compute_quantity (self, expression->quantity, ret_part);
    return TRUE;
  case LICET_OPERATOR_CONSTANT:
    *ret_part = unknown_part;
    ret_part->is_known = TRUE;
    _licet_interval_init_exact (&ret_part->interval, &expression->constant);
    return TRUE;
  case LICET_OPERATOR_ADD:
  case LICET_OPERATOR_SUBTRACT:
  case LICET_OPERATOR_MULTIPLY:
  case LICET_OPERATOR_DIVIDE:
    return compute_arithmetic (self, expression, ret_part, error);
  case LICET_OPERATOR_POWER:
    g_assert (expression->n_operands == 1);
    if (!compute (self, expression->operands[0], &base, error) ||
        (base.is_known &&
         !_licet_interval_power (&base.interval, expression->exponent, &base.interval, error)))
      return FALSE;
    *ret_part = base;
    return TRUE;
  case LICET_OPERATOR_MIN:
  case LICET_OPERATOR_MAX:
    return compute_extreme (self, expression, ret_part, error);
  default:
    g_assert_not_reached ();
  }
}

void
_licet_operand_compute (const LicetExpression *expression,
                        LicetValueFunc get_value,
                        gpointer user_data,
                        LicetOperand *ret_operand)
{
  Computation self = { .get_value = get_value, .user_data = user_data };
  g_autoptr (GError) error = NULL;
  Part part = unknown_part;

  g_assert (expression != NULL);
  g_assert (get_value != NULL);

  *ret_operand = (LicetOperand) { .interval = LICET_INTERVAL_WHOLE };
  if (!compute (&self, expression, &part, &error)) {
    ret_operand->problem = g_strdup (error->message);
    ret_operand->unknown = self.unknown;
    return;
  }
  if (!part.is_applicable) {
    ret_operand->not_applicable = part.not_applicable;
    return;
  }
  ret_operand->interval = part.interval;
  ret_operand->is_known = self.unknown == NULL;
  ret_operand->unknown = self.unknown;
  /* Two spans need not go through their values together, so only one makes the result a span. */
  ret_operand->is_span = self.n_spans == 1 && !self.is_uncertain;
}

void
_licet_operand_clear (LicetOperand *operand)
{
  g_clear_pointer (&operand->problem, g_free);
}
