/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-defects-private.h"
#include "licet-vocabulary-private.h"

G_BEGIN_DECLS

#define LICET_MAX_ID 64
#define LICET_MAX_LABEL 120
#define LICET_MAX_TEXT 240   /* of a paragraph */
#define LICET_MAX_PROSE 2000 /* of notes and meanings */
#define LICET_MAX_ELEMENTS 20000

/**
 * LicetReading:
 * @arena: what is read is put into it
 * @defects: where complaints go
 * @vocabulary: (nullable): the vocabulary, once it has been read
 * @quantity_uses: (array): by index, whether a condition uses the quantity
 * @choice_uses: (array): by index, whether a condition uses the choice
 * @lists: (element-type utf8 LicetListSource): the lists by id
 *
 * What goes through the reading of data files. Its functions put every complaint into @defects and return whether
 * what was wanted is there, so that a caller may go on with the next thing.
 */
typedef struct {
  LicetArena *arena;
  LicetDefects *defects;
  const LicetVocabulary *vocabulary;
  gboolean *quantity_uses;
  gboolean *choice_uses;
  GHashTable *lists;
} LicetReading;

/** _licet_reading_known: Refuses members of @place that are not @known. */
gboolean _licet_reading_known (LicetReading *reading,
                               const LicetJsonPlace *place,
                               const char *const *known);

/** _licet_reading_text: A text that must be there, of at most @max characters, without blanks around it. */
gboolean _licet_reading_text (LicetReading *reading,
                              const LicetJsonPlace *place,
                              const char *member,
                              guint max,
                              const char **ret_text);
/** _licet_reading_optional_text: As _licet_reading_text(); an absent member gives %NULL. */
gboolean _licet_reading_optional_text (LicetReading *reading,
                                       const LicetJsonPlace *place,
                                       const char *member,
                                       guint max,
                                       const char **ret_text);
/** _licet_reading_id: A name of small letters, digits and hyphens. */
gboolean _licet_reading_id (LicetReading *reading,
                            const LicetJsonPlace *place,
                            const char *member,
                            const char **ret_id);
/** _licet_reading_texts: Texts of an array, none twice; an absent member gives none. */
gboolean _licet_reading_texts (LicetReading *reading,
                               const LicetJsonPlace *place,
                               const char *member,
                               guint max,
                               const char *const **ret_texts);
/** _licet_reading_array: An array and its length; an absent member gives length 0. */
gboolean _licet_reading_array (LicetReading *reading,
                               const LicetJsonPlace *place,
                               const char *member,
                               LicetJsonPlace *ret_array,
                               guint *ret_length);
/** _licet_reading_day: A day in ISO 8601 that must be there. */
gboolean _licet_reading_day (LicetReading *reading,
                             const LicetJsonPlace *place,
                             const char *member,
                             const char **ret_day);

/**
 * _licet_reading_check_figures:
 * @figures: (array zero-terminated=1): numbers that only words hold, "1.7 um"
 * @question: the words
 * @words: (nullable): the text they stand beside
 *
 * Refuses a figure whose number is in neither text.
 */
gboolean _licet_reading_check_figures (LicetReading *reading,
                                       const LicetJsonPlace *place,
                                       const char *const *figures,
                                       const char *question,
                                       const char *words);

/**
 * _licet_vocabulary_parse:
 * @documents: (element-type LicetJson): units.json and files named kinds*, quantities* and choices*, in order of name
 *
 * Returns: (transfer full): the vocabulary, as far as it can be read; defects say whether it is sound
 */
LicetVocabulary *_licet_vocabulary_parse (LicetReading *reading,
                                          GPtrArray *documents);

G_END_DECLS
