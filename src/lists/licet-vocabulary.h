/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

#include "licet-lists-types.h"

G_BEGIN_DECLS

/**
 * LicetKind:
 * @id: "adc"
 * @label: "Analog-to-digital converter"
 * @index: its number in the vocabulary, for sets
 * @parents: (array length=n_parents): broader kinds
 * @aliases: (array zero-terminated=1): datasheet words
 *
 * What a thing can be said to be. Immutable; lives as long as the vocabulary.
 */
struct _LicetKind {
  const char *id;
  const char *label;
  guint index;
  const LicetKind **parents;
  guint n_parents;
  const char *const *aliases;
};

/**
 * LicetQuantity:
 * @id: "sample-rate"
 * @label: "Sample rate"
 * @help: (nullable): what exactly is measured
 * @dimension: what it measures
 * @unit: the unit to show it in
 * @is_span: whether a range says that the item covers every value in it, instead of one uncertain value
 * @aliases: (array zero-terminated=1): datasheet words
 */
struct _LicetQuantity {
  const char *id;
  const char *label;
  const char *help;
  guint index;
  LicetDimension dimension;
  LicetUnit unit;
  gboolean is_span;
  const char *const *aliases;
};

/** LicetChoiceValue: one value of a choice. */
struct _LicetChoiceValue {
  const char *id;
  const char *label;
};

/**
 * LicetChoice:
 * @id: "stage"
 * @label: "Stage the software or technology serves"
 * @values: (array length=n_values): what it can be
 */
struct _LicetChoice {
  const char *id;
  const char *label;
  guint index;
  const LicetChoiceValue *values;
  guint n_values;
};

/** licet_vocabulary_get_units: Returns: (transfer none): the units. */
LicetUnitTable *licet_vocabulary_get_units (const LicetVocabulary *vocabulary);

/** licet_vocabulary_find_kind: Returns: (transfer none) (nullable): the kind with the id @id. */
const LicetKind *licet_vocabulary_find_kind (const LicetVocabulary *vocabulary,
                                             const char *id);
/** licet_vocabulary_find_quantity: Returns: (transfer none) (nullable): the quantity with the id @id. */
const LicetQuantity *licet_vocabulary_find_quantity (const LicetVocabulary *vocabulary,
                                                     const char *id);
/** licet_vocabulary_find_choice: Returns: (transfer none) (nullable): the choice with the id @id. */
const LicetChoice *licet_vocabulary_find_choice (const LicetVocabulary *vocabulary,
                                                 const char *id);
/** licet_choice_find_value: Returns: (transfer none) (nullable): the value of @choice with the id @id. */
const LicetChoiceValue *licet_choice_find_value (const LicetChoice *choice,
                                                 const char *id);

/** licet_vocabulary_get_kinds: Returns: (transfer none): all kinds by index; @ret_n their number. */
const LicetKind *licet_vocabulary_get_kinds (const LicetVocabulary *vocabulary,
                                             guint *ret_n);
/** licet_vocabulary_get_quantities: Returns: (transfer none): all quantities by index. */
const LicetQuantity *licet_vocabulary_get_quantities (const LicetVocabulary *vocabulary,
                                                      guint *ret_n);
/** licet_vocabulary_get_choices: Returns: (transfer none): all choices by index. */
const LicetChoice *licet_vocabulary_get_choices (const LicetVocabulary *vocabulary,
                                                 guint *ret_n);

/** licet_kind_is_a: Returns: whether @kind is @ancestor or narrower. A table look-up. */
gboolean licet_vocabulary_kind_is_a (const LicetVocabulary *vocabulary,
                                     const LicetKind *kind,
                                     const LicetKind *ancestor);

G_END_DECLS
