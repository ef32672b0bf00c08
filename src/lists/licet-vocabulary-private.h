/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-lists-types.h"
#include "licet-image-private.h"
#include "licet-vocabulary.h"

G_BEGIN_DECLS

/** LicetUnitSource: a unit as its data file says it, so that it can be written into a bundle. */
typedef struct {
  const char *id;
  const char *dimension;
  const char *factor;
  const char *offset;
  const char *const *aliases;
} LicetUnitSource;

/** LicetDimensionSource: a dimension as licet_unit_table_add_dimension() takes it. */
typedef struct {
  const char *name;
  const char *formula;
} LicetDimensionSource;

/**
 * LicetVocabulary: filled by the parser of data files or from an image, then indexed, then never changed.
 */
struct _LicetVocabulary {
  LicetArena *arena;
  GBytes *image;

  LicetUnitTable *units;
  GArray *dimension_sources;
  GArray *unit_sources;

  LicetKind *kinds;
  guint n_kinds;
  LicetQuantity *quantities;
  guint n_quantities;
  LicetChoice *choices;
  guint n_choices;

  GHashTable *kinds_by_id;
  GHashTable *quantities_by_id;
  GHashTable *choices_by_id;

  guint32 *ancestors; /* a row of bits for each kind: itself and all that is broader */
  guint row_length;
};

/** _licet_vocabulary_new: Returns: (transfer full): an empty vocabulary. */
LicetVocabulary *_licet_vocabulary_new (void);
/** _licet_vocabulary_free: Frees @vocabulary; %NULL is accepted. */
void _licet_vocabulary_free (LicetVocabulary *vocabulary);
/** _licet_vocabulary_add_dimension: Adds a dimension; strings must live as long as the arena. */
gboolean _licet_vocabulary_add_dimension (LicetVocabulary *vocabulary,
                                          const LicetDimensionSource *source,
                                          GError **error);
/** _licet_vocabulary_add_unit: Adds a unit; strings must live as long as the arena. */
gboolean _licet_vocabulary_add_unit (LicetVocabulary *vocabulary,
                                     const LicetUnitSource *source,
                                     GError **error);
/**
 * _licet_vocabulary_index_kinds:
 *
 * Works out what each kind is narrower than.
 *
 * Returns: (transfer none) (nullable): %NULL, or a kind that would be narrower than itself
 */
const LicetKind *_licet_vocabulary_index_kinds (LicetVocabulary *vocabulary);

/** _licet_vocabulary_write: Returns: (transfer full): the image of @vocabulary. */
GBytes *_licet_vocabulary_write (const LicetVocabulary *vocabulary);
/** _licet_vocabulary_read: Returns: (transfer full) (nullable): the vocabulary of @image; %NULL when it is damaged. */
LicetVocabulary *_licet_vocabulary_read (GBytes *image);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetVocabulary, _licet_vocabulary_free)

G_END_DECLS
