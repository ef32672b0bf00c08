/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-vocabulary-image"

#include "config.h"

#include "licet-vocabulary-private.h"

static void
write_units (LicetImageWriter *writer,
             const LicetVocabulary *vocabulary)
{
  _licet_image_writer_put (writer, vocabulary->dimension_sources->len);
  for (guint i = 0; i < vocabulary->dimension_sources->len; i++) {
    const LicetDimensionSource *source = &g_array_index (vocabulary->dimension_sources,
                                                         LicetDimensionSource, i);

    _licet_image_writer_put_text (writer, source->name);
    _licet_image_writer_put_text (writer, source->formula);
  }
  _licet_image_writer_put (writer, vocabulary->unit_sources->len);
  for (guint i = 0; i < vocabulary->unit_sources->len; i++) {
    const LicetUnitSource *source = &g_array_index (vocabulary->unit_sources, LicetUnitSource, i);

    _licet_image_writer_put_text (writer, source->id);
    _licet_image_writer_put_text (writer, source->dimension);
    _licet_image_writer_put_text (writer, source->factor);
    _licet_image_writer_put_text (writer, source->offset);
    _licet_image_writer_put_texts (writer, source->aliases);
  }
}

static void
write_kinds (LicetImageWriter *writer,
             const LicetVocabulary *vocabulary)
{
  _licet_image_writer_put (writer, vocabulary->n_kinds);
  for (guint i = 0; i < vocabulary->n_kinds; i++) {
    const LicetKind *kind = &vocabulary->kinds[i];

    _licet_image_writer_put_text (writer, kind->id);
    _licet_image_writer_put_text (writer, kind->label);
    _licet_image_writer_put_texts (writer, kind->aliases);
    _licet_image_writer_put (writer, kind->n_parents);
    for (guint j = 0; j < kind->n_parents; j++)
      _licet_image_writer_put (writer, kind->parents[j]->index);
  }
}

static void
write_quantities (LicetImageWriter *writer,
                  const LicetVocabulary *vocabulary)
{
  _licet_image_writer_put (writer, vocabulary->n_quantities);
  for (guint i = 0; i < vocabulary->n_quantities; i++) {
    const LicetQuantity *quantity = &vocabulary->quantities[i];

    _licet_image_writer_put_text (writer, quantity->id);
    _licet_image_writer_put_text (writer, quantity->label);
    _licet_image_writer_put_text (writer, quantity->help);
    _licet_image_writer_put_text (writer, quantity->unit.label);
    _licet_image_writer_put (writer, quantity->is_span ? 1 : 0);
    _licet_image_writer_put_texts (writer, quantity->aliases);
  }
}

static void
write_choices (LicetImageWriter *writer,
               const LicetVocabulary *vocabulary)
{
  _licet_image_writer_put (writer, vocabulary->n_choices);
  for (guint i = 0; i < vocabulary->n_choices; i++) {
    const LicetChoice *choice = &vocabulary->choices[i];

    _licet_image_writer_put_text (writer, choice->id);
    _licet_image_writer_put_text (writer, choice->label);
    _licet_image_writer_put (writer, choice->n_values);
    for (guint j = 0; j < choice->n_values; j++) {
      _licet_image_writer_put_text (writer, choice->values[j].id);
      _licet_image_writer_put_text (writer, choice->values[j].label);
    }
  }
}

static void
read_units (LicetImageReader *reader,
            LicetVocabulary *vocabulary)
{
  guint n = _licet_image_reader_get_count (reader);

  for (guint i = 0; i < n; i++) {
    LicetDimensionSource source;

    source.name = _licet_image_reader_get_text (reader);
    source.formula = _licet_image_reader_get_text (reader);
    if (!_licet_vocabulary_add_dimension (vocabulary, &source, NULL))
      _licet_image_reader_fail (reader);
  }
  n = _licet_image_reader_get_count (reader);
  for (guint i = 0; i < n; i++) {
    LicetUnitSource source;

    source.id = _licet_image_reader_get_text (reader);
    source.dimension = _licet_image_reader_get_text (reader);
    source.factor = _licet_image_reader_get_text (reader);
    source.offset = _licet_image_reader_get_optional_text (reader);
    source.aliases = _licet_image_reader_get_texts (reader);
    if (!_licet_vocabulary_add_unit (vocabulary, &source, NULL))
      _licet_image_reader_fail (reader);
  }
}

static void
read_kinds (LicetImageReader *reader,
            LicetVocabulary *vocabulary)
{
  guint n = _licet_image_reader_get_count (reader);

  vocabulary->kinds = LICET_ARENA_NEW_ARRAY (vocabulary->arena, LicetKind, n);
  vocabulary->n_kinds = n;
  for (guint i = 0; i < n; i++) {
    LicetKind *kind = &vocabulary->kinds[i];

    kind->index = i;
    kind->id = _licet_image_reader_get_text (reader);
    kind->label = _licet_image_reader_get_text (reader);
    kind->aliases = _licet_image_reader_get_texts (reader);
    kind->n_parents = _licet_image_reader_get_count (reader);
    kind->parents = LICET_ARENA_NEW_ARRAY (vocabulary->arena, const LicetKind *, kind->n_parents);
    for (guint j = 0; j < kind->n_parents; j++)
      kind->parents[j] = &vocabulary->kinds[_licet_image_reader_get_below (reader, n)];
    g_hash_table_insert (vocabulary->kinds_by_id, (gpointer) kind->id, kind);
  }
}

static void
read_quantities (LicetImageReader *reader,
                 LicetVocabulary *vocabulary)
{
  guint n = _licet_image_reader_get_count (reader);

  vocabulary->quantities = LICET_ARENA_NEW_ARRAY (vocabulary->arena, LicetQuantity, n);
  vocabulary->n_quantities = n;
  for (guint i = 0; i < n; i++) {
    LicetQuantity *quantity = &vocabulary->quantities[i];

    quantity->index = i;
    quantity->id = _licet_image_reader_get_text (reader);
    quantity->label = _licet_image_reader_get_text (reader);
    quantity->help = _licet_image_reader_get_optional_text (reader);
    if (!licet_unit_table_parse (vocabulary->units, _licet_image_reader_get_text (reader),
                                 &quantity->unit, NULL))
      _licet_image_reader_fail (reader);
    quantity->dimension = quantity->unit.dimension;
    quantity->is_span = _licet_image_reader_get_below (reader, 2) == 1;
    quantity->aliases = _licet_image_reader_get_texts (reader);
    g_hash_table_insert (vocabulary->quantities_by_id, (gpointer) quantity->id, quantity);
  }
}

static void
read_choices (LicetImageReader *reader,
              LicetVocabulary *vocabulary)
{
  guint n = _licet_image_reader_get_count (reader);

  vocabulary->choices = LICET_ARENA_NEW_ARRAY (vocabulary->arena, LicetChoice, n);
  vocabulary->n_choices = n;
  for (guint i = 0; i < n; i++) {
    LicetChoice *choice = &vocabulary->choices[i];
    LicetChoiceValue *values;

    choice->index = i;
    choice->id = _licet_image_reader_get_text (reader);
    choice->label = _licet_image_reader_get_text (reader);
    choice->n_values = _licet_image_reader_get_count (reader);
    values = LICET_ARENA_NEW_ARRAY (vocabulary->arena, LicetChoiceValue, choice->n_values);
    for (guint j = 0; j < choice->n_values; j++) {
      values[j].id = _licet_image_reader_get_text (reader);
      values[j].label = _licet_image_reader_get_text (reader);
    }
    choice->values = values;
    g_hash_table_insert (vocabulary->choices_by_id, (gpointer) choice->id, choice);
  }
}

GBytes *
_licet_vocabulary_write (const LicetVocabulary *vocabulary)
{
  g_autoptr (LicetImageWriter) writer = _licet_image_writer_new ();

  write_units (writer, vocabulary);
  write_kinds (writer, vocabulary);
  write_quantities (writer, vocabulary);
  write_choices (writer, vocabulary);
  return _licet_image_writer_end (writer);
}

LicetVocabulary *
_licet_vocabulary_read (GBytes *image)
{
  g_autoptr (LicetVocabulary) vocabulary = _licet_vocabulary_new ();
  LicetImageReader reader;

  vocabulary->image = g_bytes_ref (image);
  _licet_image_reader_init (&reader, image, vocabulary->arena);
  read_units (&reader, vocabulary);
  read_kinds (&reader, vocabulary);
  read_quantities (&reader, vocabulary);
  read_choices (&reader, vocabulary);
  if (!_licet_image_reader_end (&reader) || _licet_vocabulary_index_kinds (vocabulary) != NULL)
    return NULL;
  return g_steal_pointer (&vocabulary);
}
