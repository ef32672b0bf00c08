/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-expression-parse"

#include "config.h"

#include "licet-condition-private.h"

#include <string.h>

#define MAX_OPERANDS 16

static const struct {
  const char *name;
  LicetOperator op;
  guint min_operands;
  guint max_operands;
} operators[] = {
  { "+", LICET_OPERATOR_ADD, 2, MAX_OPERANDS },      { "-", LICET_OPERATOR_SUBTRACT, 2, 2 },
  { "*", LICET_OPERATOR_MULTIPLY, 2, MAX_OPERANDS }, { "/", LICET_OPERATOR_DIVIDE, 2, 2 },
  { "^", LICET_OPERATOR_POWER, 2, 2 },               { "min", LICET_OPERATOR_MIN, 2, MAX_OPERANDS },
  { "max", LICET_OPERATOR_MAX, 2, MAX_OPERANDS },
};

static const LicetExpression *parse (LicetReading *reading,
                                     const LicetJsonPlace *place,
                                     guint depth);

static gboolean
parse_word (LicetReading *reading,
            const LicetJsonPlace *place,
            LicetExpression *expression)
{
  const char *word = json_node_get_string (place->node);
  LicetUnit unit;

  if (g_ascii_isdigit (word[0]) || word[0] == '-' || word[0] == '+') {
    expression->op = LICET_OPERATOR_CONSTANT;
    if (!_licet_reading_measure (reading, place, word, &expression->constant, &unit))
      return FALSE;
    expression->text = _licet_arena_strdup (reading->arena, word);
    expression->dimension = unit.dimension;
    return TRUE;
  }
  expression->op = LICET_OPERATOR_QUANTITY;
  expression->quantity = _licet_reading_use_quantity (reading, place, word);
  if (expression->quantity == NULL)
    return FALSE;
  expression->dimension = expression->quantity->dimension;
  return TRUE;
}

static gboolean
find_operator (LicetReading *reading,
               const LicetJsonPlace *place,
               guint length,
               LicetOperator *ret_op)
{
  const char *name = NULL;
  LicetJsonPlace first;

  if (length > 0) {
    licet_json_place_element (place, 0, &first);
    (void) licet_json_place_string (&first, &name, NULL);
  }
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (operators); i++) {
    if (!g_str_equal (operators[i].name, name))
      continue;
    if (length - 1 < operators[i].min_operands || length - 1 > operators[i].max_operands)
      return _licet_defects_add (reading->defects, place, "“%s” has %u operands; give it %u to %u",
                                 name, length - 1,
                                 operators[i].min_operands, operators[i].max_operands);
    *ret_op = operators[i].op;
    return TRUE;
  }
  return _licet_defects_add (reading->defects, place,
                             "the formula has no operator; begin it with + - * / ^ min or max");
}

static gboolean
parse_power (LicetReading *reading,
             const LicetJsonPlace *place,
             LicetExpression *expression)
{
  const LicetDimension *base = &expression->operands[0]->dimension;
  LicetJsonPlace last;
  gint64 exponent = 0;

  licet_json_place_element (place, 2, &last);
  if (!licet_json_place_integer (&last, &exponent, NULL) || exponent == 0 || ABS (exponent) > 9)
    return _licet_defects_add (reading->defects, &last,
                               "the exponent is not a whole number from -9 to 9 other than 0");
  expression->exponent = (int) exponent;
  for (gint64 i = 0; i < ABS (exponent); i++)
    if (!licet_dimension_combine (&expression->dimension, base, exponent < 0 ? -1 : 1,
                                  &expression->dimension, NULL))
      return _licet_defects_add (reading->defects, place,
                                 "the power of a unit is too large; take a smaller exponent");
  return TRUE;
}

/* What the result measures; sums need operands that measure the same. */
static gboolean
find_dimension (LicetReading *reading,
                const LicetJsonPlace *place,
                LicetExpression *expression)
{
  gboolean is_product = expression->op == LICET_OPERATOR_MULTIPLY ||
                        expression->op == LICET_OPERATOR_DIVIDE;

  expression->dimension = expression->operands[0]->dimension;
  for (guint i = 1; i < expression->n_operands; i++) {
    const LicetDimension *other = &expression->operands[i]->dimension;

    if (is_product && !licet_dimension_combine (&expression->dimension, other,
                                                expression->op == LICET_OPERATOR_DIVIDE ? -1 : 1,
                                                &expression->dimension, NULL))
      return _licet_defects_add (reading->defects, place,
                                 "the power of a unit is too large; write a simpler formula");
    if (!is_product && !licet_dimension_equal (&expression->dimension, other))
      return _licet_defects_add (reading->defects, place,
                                 "the operands measure different things; compare or add like with "
                                 "like");
  }
  return TRUE;
}

static gboolean
parse_formula (LicetReading *reading,
               const LicetJsonPlace *place,
               LicetExpression *expression,
               guint depth)
{
  guint length = json_array_get_length (json_node_get_array (place->node));

  if (!find_operator (reading, place, length, &expression->op))
    return FALSE;
  expression->n_operands = expression->op == LICET_OPERATOR_POWER ? 1 : length - 1;
  expression->operands = LICET_ARENA_NEW_ARRAY (reading->arena, const LicetExpression *,
                                                expression->n_operands);
  for (guint i = 0; i < expression->n_operands; i++) {
    LicetJsonPlace operand;

    licet_json_place_element (place, i + 1, &operand);
    expression->operands[i] = parse (reading, &operand, depth + 1);
    if (expression->operands[i] == NULL)
      return FALSE;
  }
  return expression->op == LICET_OPERATOR_POWER ? parse_power (reading, place, expression)
                                                : find_dimension (reading, place, expression);
}

static const LicetExpression *
parse (LicetReading *reading,
       const LicetJsonPlace *place,
       guint depth)
{
  LicetExpression *expression = LICET_ARENA_NEW (reading->arena, LicetExpression);
  gboolean is_sound;

  expression->constant = (LicetRational) LICET_RATIONAL_ZERO;
  if (depth > LICET_MAX_CONDITION_DEPTH)
    is_sound = _licet_defects_add (reading->defects, place,
                                   "the formula is more than %d levels deep; write it flatter",
                                   LICET_MAX_CONDITION_DEPTH);
  else if (JSON_NODE_HOLDS_ARRAY (place->node))
    is_sound = parse_formula (reading, place, expression, depth);
  else if (JSON_NODE_HOLDS_VALUE (place->node) &&
           json_node_get_value_type (place->node) == G_TYPE_STRING)
    is_sound = parse_word (reading, place, expression);
  else
    is_sound = _licet_defects_add (reading->defects, place,
                                   "this is no formula; write a quantity, a value with unit as "
                                   "text, or a list that begins with an operator");
  return is_sound ? expression : NULL;
}

const LicetExpression *
_licet_expression_parse (LicetReading *reading,
                         const LicetJsonPlace *place)
{
  return parse (reading, place, 0);
}
