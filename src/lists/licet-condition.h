/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

#include "licet-lists-types.h"

G_BEGIN_DECLS

/**
 * LicetConditionType: the forms of control-data, "Conditions".
 */
typedef enum {
  LICET_CONDITION_KIND,
  LICET_CONDITION_QUANTITY,
  LICET_CONDITION_EXPRESSION,
  LICET_CONDITION_COVERS,
  LICET_CONDITION_CHOICE,
  LICET_CONDITION_DESCRIBED,
  LICET_CONDITION_ENTRY,
  LICET_CONDITION_ALL,
  LICET_CONDITION_ANY,
  LICET_CONDITION_NOT,
  LICET_CONDITION_AT_LEAST,
} LicetConditionType;

/** LicetComparison: how a value stands to a threshold. */
typedef enum {
  LICET_COMPARISON_GT,
  LICET_COMPARISON_GE,
  LICET_COMPARISON_LT,
  LICET_COMPARISON_LE,
  LICET_COMPARISON_EQ,
} LicetComparison;

/** LicetRelation: how what is listed stands to the item. */
typedef enum {
  LICET_RELATION_SELF,
  LICET_RELATION_FOR,
  LICET_RELATION_CONTAINS,
  LICET_RELATION_MADE_OF,
  LICET_RELATION_PART_OF,
} LicetRelation;
#define LICET_N_RELATIONS 5

/**
 * LicetBound:
 * @comparison: the direction
 * @base: the threshold in the base unit
 * @text: the threshold as the data file says it, "250 MS/s"
 * @unit: its unit
 */
typedef struct {
  LicetComparison comparison;
  LicetRational base;
  const char *text;
  LicetUnit unit;
} LicetBound;

/** LicetOperator: what an expression does with its operands. */
typedef enum {
  LICET_OPERATOR_QUANTITY,
  LICET_OPERATOR_CONSTANT,
  LICET_OPERATOR_ADD,
  LICET_OPERATOR_SUBTRACT,
  LICET_OPERATOR_MULTIPLY,
  LICET_OPERATOR_DIVIDE,
  LICET_OPERATOR_POWER,
  LICET_OPERATOR_MIN,
  LICET_OPERATOR_MAX,
} LicetOperator;

/**
 * LicetExpression:
 * @op: what it is
 * @quantity: for %LICET_OPERATOR_QUANTITY
 * @constant: for %LICET_OPERATOR_CONSTANT, in the base unit
 * @text: for %LICET_OPERATOR_CONSTANT, as the data file says it, "1 GHz"
 * @exponent: for %LICET_OPERATOR_POWER, whose one operand is @operands[0]
 * @operands: (array length=n_operands): the others
 * @dimension: what the result measures, found when the data was compiled
 */
struct _LicetExpression {
  LicetOperator op;
  const LicetQuantity *quantity;
  LicetRational constant;
  const char *text;
  int exponent;
  const LicetExpression **operands;
  guint n_operands;
  LicetDimension dimension;
};

/**
 * LicetCondition:
 * @type: its form; what it uses of the rest follows from it
 * @kind: the kind
 * @quantity: the quantity
 * @expression: the formula
 * @bounds: (array length=n_bounds): thresholds, all to hold for one value; for %LICET_CONDITION_COVERS the interval's ends
 * @choice: the property
 * @values: (array length=n_values): the values it may have
 * @key: for %LICET_CONDITION_DESCRIBED, the key its answer is kept under
 * @question: for %LICET_CONDITION_DESCRIBED, the question
 * @figures: (array zero-terminated=1): numbers only the words hold
 * @target: for %LICET_CONDITION_ENTRY, the code, "1C008.a"; a list's id and ":" may stand before it
 * @relation: for %LICET_CONDITION_ENTRY
 * @parts: (array length=n_parts): for the combinations
 * @count: for %LICET_CONDITION_AT_LEAST, how many
 * @is_implicit: whether it stands for "the words describe the item", because the node had no conditions
 *
 * A test on the facts of an item. Immutable; lives as long as the bundle.
 */
struct _LicetCondition {
  LicetConditionType type;
  const LicetKind *kind;
  const LicetQuantity *quantity;
  const LicetExpression *expression;
  const LicetBound *bounds;
  guint n_bounds;
  const LicetChoice *choice;
  const LicetChoiceValue **values;
  guint n_values;
  const char *key;
  const char *question;
  const char *const *figures;
  const char *target;
  LicetRelation relation;
  const LicetCondition **parts;
  guint n_parts;
  guint count;
  gboolean is_implicit;
};

/** licet_comparison_get_words: Returns: (transfer none): "more than", "at least", "less than", "at most", "exactly". */
const char *licet_comparison_get_words (LicetComparison comparison);

/** licet_relation_serialise: Returns: (transfer none): "self", "for", "contains", "made-of" or "part-of". */
const char *licet_relation_serialise (LicetRelation relation);

/** licet_relation_parse: Returns: whether @text is a relation, which is then in @ret_relation. */
gboolean licet_relation_parse (const char *text,
                               LicetRelation *ret_relation);

/** licet_condition_dup_words: Returns: (transfer full): the condition as an English phrase: "sample rate more than 250 MS/s". */
char *licet_condition_dup_words (const LicetCondition *condition);

G_END_DECLS
