/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-condition-image"

#include "config.h"

#include "licet-condition-private.h"

#define MAX_DEPTH (2 * LICET_MAX_CONDITION_DEPTH)

/* Each of the quantities, kinds and choices is written as its number in the vocabulary of the same bundle. */

static void
write_bounds (LicetConditionWriter *writer,
              const LicetCondition *condition)
{
  _licet_image_writer_put (writer->writer, condition->n_bounds);
  for (guint i = 0; i < condition->n_bounds; i++) {
    const LicetBound *bound = &condition->bounds[i];
    gpointer index;

    _licet_image_writer_put (writer->writer, bound->comparison);
    _licet_image_writer_put_rational (writer->writer, &bound->base);
    _licet_image_writer_put_text (writer->writer, bound->text);
    if (g_hash_table_lookup_extended (writer->units, bound->unit.label, NULL, &index)) {
      _licet_image_writer_put (writer->writer, GPOINTER_TO_UINT (index));
      continue;
    }
    index = GUINT_TO_POINTER (g_hash_table_size (writer->units));
    g_hash_table_insert (writer->units, (gpointer) bound->unit.label, index);
    _licet_image_writer_put (writer->writer, GPOINTER_TO_UINT (index));
    _licet_image_writer_put_text (writer->writer, bound->unit.label);
  }
}

static void
write_expression (LicetImageWriter *writer,
                  const LicetExpression *expression)
{
  _licet_image_writer_put (writer, expression->op);
  _licet_image_writer_put_dimension (writer, &expression->dimension);
  switch (expression->op) {
  case LICET_OPERATOR_QUANTITY:
    _licet_image_writer_put (writer, expression->quantity->index);
    return;
  case LICET_OPERATOR_CONSTANT:
    _licet_image_writer_put_rational (writer, &expression->constant);
    _licet_image_writer_put_text (writer, expression->text);
    return;
  case LICET_OPERATOR_POWER:
    _licet_image_writer_put (writer, (guint32) expression->exponent);
    break;
  case LICET_OPERATOR_ADD:
  case LICET_OPERATOR_SUBTRACT:
  case LICET_OPERATOR_MULTIPLY:
  case LICET_OPERATOR_DIVIDE:
  case LICET_OPERATOR_MIN:
  case LICET_OPERATOR_MAX:
  default:
    break;
  }
  _licet_image_writer_put (writer, expression->n_operands);
  for (guint i = 0; i < expression->n_operands; i++)
    write_expression (writer, expression->operands[i]);
}

static void
write_choice (LicetImageWriter *writer,
              const LicetCondition *condition)
{
  _licet_image_writer_put (writer, condition->choice->index);
  _licet_image_writer_put (writer, condition->n_values);
  for (guint i = 0; i < condition->n_values; i++)
    _licet_image_writer_put (writer, (guint32) (condition->values[i] - condition->choice->values));
}

static void
write_described (LicetImageWriter *writer,
                 const LicetCondition *condition)
{
  _licet_image_writer_put_text (writer, condition->key);
  _licet_image_writer_put_text (writer, condition->question);
  _licet_image_writer_put_texts (writer, condition->figures);
  _licet_image_writer_put (writer, condition->is_implicit ? 1 : 0);
}

void
_licet_condition_write (LicetConditionWriter *writer,
                        const LicetCondition *condition)
{
  LicetImageWriter *image = writer->writer;

  _licet_image_writer_put (image, condition != NULL ? 1 : 0);
  if (condition == NULL)
    return;
  _licet_image_writer_put (image, condition->type);
  switch (condition->type) {
  case LICET_CONDITION_KIND:
    _licet_image_writer_put (image, condition->kind->index);
    break;
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_COVERS:
    _licet_image_writer_put (image, condition->quantity->index);
    write_bounds (writer, condition);
    break;
  case LICET_CONDITION_EXPRESSION:
    write_expression (image, condition->expression);
    write_bounds (writer, condition);
    break;
  case LICET_CONDITION_CHOICE:
    write_choice (image, condition);
    break;
  case LICET_CONDITION_DESCRIBED:
    write_described (image, condition);
    break;
  case LICET_CONDITION_ENTRY:
    _licet_image_writer_put_text (image, condition->target);
    _licet_image_writer_put (image, condition->relation);
    break;
  case LICET_CONDITION_AT_LEAST:
    _licet_image_writer_put (image, condition->count);
    _licet_conditions_write (writer, condition->parts, condition->n_parts);
    break;
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
  case LICET_CONDITION_NOT:
    _licet_conditions_write (writer, condition->parts, condition->n_parts);
    break;
  default:
    g_assert_not_reached ();
  }
}

void
_licet_conditions_write (LicetConditionWriter *writer,
                         const LicetCondition *const *conditions,
                         guint n)
{
  _licet_image_writer_put (writer->writer, n);
  for (guint i = 0; i < n; i++)
    _licet_condition_write (writer, conditions[i]);
}

static void
read_unit (LicetConditionReader *reader,
           LicetUnit *ret_unit)
{
  guint32 index = _licet_image_reader_get_below (reader->reader, reader->units->len + 1);

  if (index == reader->units->len) {
    LicetUnit unit = { "" };

    if (!licet_unit_table_parse (reader->vocabulary->units,
                                 _licet_image_reader_get_text (reader->reader), &unit, NULL))
      _licet_image_reader_fail (reader->reader);
    g_array_append_val (reader->units, unit);
  }
  *ret_unit = g_array_index (reader->units, LicetUnit, index);
}

static void
read_bounds (LicetConditionReader *reader,
             LicetCondition *condition)
{
  guint32 n = _licet_image_reader_get_count (reader->reader);
  LicetBound *bounds = LICET_ARENA_NEW_ARRAY (reader->reader->arena, LicetBound, n);

  for (guint32 i = 0; i < n; i++) {
    bounds[i].comparison = (LicetComparison) _licet_image_reader_get_below (reader->reader,
                                                                            LICET_N_COMPARISONS);
    _licet_image_reader_get_rational (reader->reader, &bounds[i].base);
    bounds[i].text = _licet_image_reader_get_text (reader->reader);
    read_unit (reader, &bounds[i].unit);
  }
  condition->bounds = bounds;
  condition->n_bounds = n;
}

static const LicetQuantity *
read_quantity (LicetConditionReader *reader)
{
  guint32 index = _licet_image_reader_get_below (reader->reader, reader->vocabulary->n_quantities);

  return reader->reader->has_failed ? NULL : &reader->vocabulary->quantities[index];
}

static const LicetExpression *
read_expression (LicetConditionReader *reader)
{
  LicetImageReader *image = reader->reader;
  LicetExpression *expression = LICET_ARENA_NEW (image->arena, LicetExpression);

  expression->op = (LicetOperator) _licet_image_reader_get_below (image, LICET_OPERATOR_MAX + 1);
  _licet_image_reader_get_dimension (image, &expression->dimension);
  expression->constant = (LicetRational) LICET_RATIONAL_ZERO;
  if (expression->op == LICET_OPERATOR_QUANTITY) {
    expression->quantity = read_quantity (reader);
    return expression;
  }
  if (expression->op == LICET_OPERATOR_CONSTANT) {
    _licet_image_reader_get_rational (image, &expression->constant);
    expression->text = _licet_image_reader_get_text (image);
    return expression;
  }
  if (expression->op == LICET_OPERATOR_POWER)
    expression->exponent = (int) _licet_image_reader_get (image);
  if (++reader->depth > MAX_DEPTH)
    _licet_image_reader_fail (image);
  expression->n_operands = _licet_image_reader_get_count (image);
  expression->operands = LICET_ARENA_NEW_ARRAY (image->arena, const LicetExpression *,
                                                expression->n_operands);
  for (guint i = 0; i < expression->n_operands; i++)
    expression->operands[i] = read_expression (reader);
  reader->depth--;
  return expression;
}

static void
read_choice (LicetConditionReader *reader,
             LicetCondition *condition)
{
  LicetImageReader *image = reader->reader;
  guint32 index = _licet_image_reader_get_below (image, reader->vocabulary->n_choices);
  const LicetChoice *choice = image->has_failed ? NULL : &reader->vocabulary->choices[index];

  condition->choice = choice;
  condition->n_values = _licet_image_reader_get_count (image);
  condition->values = LICET_ARENA_NEW_ARRAY (image->arena, const LicetChoiceValue *,
                                             condition->n_values);
  for (guint i = 0; i < condition->n_values && choice != NULL; i++)
    condition->values[i] = &choice->values[_licet_image_reader_get_below (image, choice->n_values)];
}

static void
read_described (LicetImageReader *image,
                LicetCondition *condition)
{
  condition->key = _licet_image_reader_get_text (image);
  condition->question = _licet_image_reader_get_text (image);
  condition->figures = _licet_image_reader_get_texts (image);
  condition->is_implicit = _licet_image_reader_get_below (image, 2) == 1;
}

static void
read_parts (LicetConditionReader *reader,
            LicetCondition *condition)
{
  if (condition->type == LICET_CONDITION_AT_LEAST)
    condition->count = _licet_image_reader_get (reader->reader);
  condition->parts = _licet_conditions_read (reader, &condition->n_parts);
  if (condition->n_parts == 0)
    _licet_image_reader_fail (reader->reader);
}

const LicetCondition *
_licet_condition_read (LicetConditionReader *reader)
{
  LicetImageReader *image = reader->reader;
  LicetCondition *condition;
  guint32 index;

  if (_licet_image_reader_get_below (image, 2) == 0)
    return NULL;
  condition = LICET_ARENA_NEW (image->arena, LicetCondition);
  condition->type =
    (LicetConditionType) _licet_image_reader_get_below (image, LICET_CONDITION_AT_LEAST + 1);
  switch (condition->type) {
  case LICET_CONDITION_KIND:
    index = _licet_image_reader_get_below (image, reader->vocabulary->n_kinds);
    condition->kind = image->has_failed ? NULL : &reader->vocabulary->kinds[index];
    break;
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_COVERS:
    condition->quantity = read_quantity (reader);
    read_bounds (reader, condition);
    break;
  case LICET_CONDITION_EXPRESSION:
    condition->expression = read_expression (reader);
    read_bounds (reader, condition);
    break;
  case LICET_CONDITION_CHOICE:
    read_choice (reader, condition);
    break;
  case LICET_CONDITION_DESCRIBED:
    read_described (image, condition);
    break;
  case LICET_CONDITION_ENTRY:
    condition->target = _licet_image_reader_get_text (image);
    condition->relation = (LicetRelation) _licet_image_reader_get_below (image, LICET_N_RELATIONS);
    break;
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
  case LICET_CONDITION_NOT:
  case LICET_CONDITION_AT_LEAST:
    read_parts (reader, condition);
    break;
  default:
    g_assert_not_reached ();
  }
  return condition;
}

const LicetCondition **
_licet_conditions_read (LicetConditionReader *reader,
                        guint *ret_n)
{
  guint32 n = _licet_image_reader_get_count (reader->reader);
  const LicetCondition **conditions = LICET_ARENA_NEW_ARRAY (reader->reader->arena,
                                                             const LicetCondition *, n);

  if (++reader->depth > MAX_DEPTH)
    _licet_image_reader_fail (reader->reader);
  for (guint32 i = 0; i < n && !reader->reader->has_failed; i++) {
    conditions[i] = _licet_condition_read (reader);
    if (conditions[i] == NULL)
      _licet_image_reader_fail (reader->reader);
  }
  reader->depth--;
  *ret_n = n;
  return conditions;
}
