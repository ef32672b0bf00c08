/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-condition.h"
#include "licet-reading-private.h"

G_BEGIN_DECLS

#define LICET_N_COMPARISONS 5
/** LICET_MAX_CONDITION_DEPTH: how deep conditions and expressions may stand in each other. */
#define LICET_MAX_CONDITION_DEPTH 12

/**
 * LicetConditionScope:
 * @reading: what goes through the reading
 * @list: list that codes in the condition are of when they name none
 * @own_list: list that the condition becomes part of; another one than @list below an `as`
 * @key: what keys of described conditions begin with
 * @words: (nullable): the text the condition stands beside, where its figures may be found
 * @n_described: (inout): described conditions so far
 *
 * Where a condition stands.
 */
typedef struct {
  LicetReading *reading;
  const char *list;
  const char *own_list;
  const char *key;
  const char *words;
  guint n_described;
} LicetConditionScope;

/** _licet_comparison_get_member: Returns: (transfer none): "gt", "ge", "lt", "le" or "eq". */
const char *_licet_comparison_get_member (LicetComparison comparison);

/** _licet_condition_new_implicit: Returns: (transfer none): the question whether the words describe the item. */
const LicetCondition *_licet_condition_new_implicit (LicetArena *arena,
                                                     const char *key,
                                                     const char *question,
                                                     const char *const *figures);

/** _licet_condition_parse: Returns: (transfer none) (nullable): the condition at @place; %NULL when it has a defect. */
const LicetCondition *_licet_condition_parse (LicetConditionScope *scope,
                                              const LicetJsonPlace *place);
/** _licet_condition_parse_list: The conditions in the array @member of @place; none when it is absent. */
gboolean _licet_condition_parse_list (LicetConditionScope *scope,
                                      const LicetJsonPlace *place,
                                      const char *member,
                                      const LicetCondition ***ret_conditions,
                                      guint *ret_n);
/** _licet_condition_parse_one: The condition @member of @place: one, or a list of which all must hold; %NULL when it is absent. */
gboolean _licet_condition_parse_one (LicetConditionScope *scope,
                                     const LicetJsonPlace *place,
                                     const char *member,
                                     const LicetCondition **ret_condition);

/** _licet_expression_parse: Returns: (transfer none) (nullable): the formula at @place; %NULL when it has a defect. */
const LicetExpression *_licet_expression_parse (LicetReading *reading,
                                                const LicetJsonPlace *place);
/** _licet_reading_use_quantity: Returns: (transfer none) (nullable): the quantity @id, now marked as used; %NULL when there is none. */
const LicetQuantity *_licet_reading_use_quantity (LicetReading *reading,
                                                  const LicetJsonPlace *place,
                                                  const char *id);
/** _licet_reading_measure: Reads "250 MS/s", with one blank; the number in the base unit. */
gboolean _licet_reading_measure (LicetReading *reading,
                                 const LicetJsonPlace *place,
                                 const char *text,
                                 LicetRational *ret_base,
                                 LicetUnit *ret_unit);
/** _licet_reading_bounds: Reads the bounds of a condition whose values measure @dimension; refuses empty intervals. */
gboolean _licet_reading_bounds (LicetReading *reading,
                                const LicetJsonPlace *place,
                                const LicetDimension *dimension,
                                const LicetBound **ret_bounds,
                                guint *ret_n);

/**
 * LicetConditionWriter:
 * @writer: the image
 * @units: (element-type utf8 guint): units so far by their spelling; each is written when it is first met
 */
typedef struct {
  LicetImageWriter *writer;
  GHashTable *units;
} LicetConditionWriter;

/**
 * LicetConditionReader:
 * @reader: the image
 * @vocabulary: what it speaks of
 * @units: (element-type LicetUnit): units so far
 * @depth: how deep the condition stands that is being read
 */
typedef struct {
  LicetImageReader *reader;
  const LicetVocabulary *vocabulary;
  GArray *units;
  guint depth;
} LicetConditionReader;

/** _licet_condition_write: Adds a condition to an image; %NULL is accepted. */
void _licet_condition_write (LicetConditionWriter *writer,
                             const LicetCondition *condition);
/** _licet_conditions_write: Adds conditions with their number. */
void _licet_conditions_write (LicetConditionWriter *writer,
                              const LicetCondition *const *conditions,
                              guint n);
/** _licet_condition_read: Returns: (transfer none) (nullable): the next condition of an image. */
const LicetCondition *_licet_condition_read (LicetConditionReader *reader);
/** _licet_conditions_read: Returns: (transfer none) (array length=ret_n): the next conditions. */
const LicetCondition **_licet_conditions_read (LicetConditionReader *reader,
                                               guint *ret_n);

G_END_DECLS
