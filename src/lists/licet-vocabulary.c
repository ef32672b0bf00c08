/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-vocabulary"

#include "config.h"

#include "licet-vocabulary-private.h"

#define BITS 32u

typedef enum {
  STATE_NEW,
  STATE_OPEN,
  STATE_DONE,
} State;

static guint32 *
get_row (const LicetVocabulary *vocabulary,
         guint index)
{
  return vocabulary->ancestors + (gsize) index * vocabulary->row_length;
}

static const LicetKind *
index_kind (LicetVocabulary *vocabulary,
            const LicetKind *kind,
            State *states)
{
  guint32 *row = get_row (vocabulary, kind->index);

  if (states[kind->index] == STATE_DONE)
    return NULL;
  if (states[kind->index] == STATE_OPEN)
    return kind;
  states[kind->index] = STATE_OPEN;
  row[kind->index / BITS] |= 1u << (kind->index % BITS);
  for (guint i = 0; i < kind->n_parents; i++) {
    const LicetKind *parent = kind->parents[i];
    const LicetKind *cycle = index_kind (vocabulary, parent, states);

    if (cycle != NULL)
      return cycle;
    for (guint j = 0; j < vocabulary->row_length; j++)
      row[j] |= get_row (vocabulary, parent->index)[j];
  }
  states[kind->index] = STATE_DONE;
  return NULL;
}

LicetVocabulary *
_licet_vocabulary_new (void)
{
  LicetVocabulary *vocabulary = g_new0 (LicetVocabulary, 1);

  vocabulary->arena = _licet_arena_new ();
  vocabulary->units = licet_unit_table_new ();
  vocabulary->dimension_sources = g_array_new (FALSE, FALSE, sizeof (LicetDimensionSource));
  vocabulary->unit_sources = g_array_new (FALSE, FALSE, sizeof (LicetUnitSource));
  vocabulary->kinds_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  vocabulary->quantities_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  vocabulary->choices_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return vocabulary;
}

void
_licet_vocabulary_free (LicetVocabulary *vocabulary)
{
  if (vocabulary == NULL)
    return;
  g_clear_pointer (&vocabulary->kinds_by_id, g_hash_table_unref);
  g_clear_pointer (&vocabulary->quantities_by_id, g_hash_table_unref);
  g_clear_pointer (&vocabulary->choices_by_id, g_hash_table_unref);
  g_clear_pointer (&vocabulary->dimension_sources, g_array_unref);
  g_clear_pointer (&vocabulary->unit_sources, g_array_unref);
  g_clear_pointer (&vocabulary->units, licet_unit_table_unref);
  g_clear_pointer (&vocabulary->arena, _licet_arena_free);
  g_clear_pointer (&vocabulary->image, g_bytes_unref);
  g_free (vocabulary);
}

gboolean
_licet_vocabulary_add_dimension (LicetVocabulary *vocabulary,
                                 const LicetDimensionSource *source,
                                 GError **error)
{
  if (!licet_unit_table_add_dimension (vocabulary->units, source->name, source->formula, error))
    return FALSE;
  g_array_append_val (vocabulary->dimension_sources, *source);
  return TRUE;
}

gboolean
_licet_vocabulary_add_unit (LicetVocabulary *vocabulary,
                            const LicetUnitSource *source,
                            GError **error)
{
  if (!licet_unit_table_add_unit (vocabulary->units, source->id, source->dimension, source->factor,
                                  source->offset,
                                  source->aliases, error))
    return FALSE;
  g_array_append_val (vocabulary->unit_sources, *source);
  return TRUE;
}

const LicetKind *
_licet_vocabulary_index_kinds (LicetVocabulary *vocabulary)
{
  gsize n_kinds = vocabulary->n_kinds;
  g_autofree State *states = g_new0 (State, n_kinds + 1);

  vocabulary->row_length = (vocabulary->n_kinds + BITS - 1) / BITS;
  vocabulary->ancestors = LICET_ARENA_NEW_ARRAY (vocabulary->arena, guint32,
                                                 n_kinds * vocabulary->row_length);
  for (guint i = 0; i < vocabulary->n_kinds; i++) {
    const LicetKind *cycle = index_kind (vocabulary, &vocabulary->kinds[i], states);

    if (cycle != NULL)
      return cycle;
  }
  return NULL;
}

LicetUnitTable *
licet_vocabulary_get_units (const LicetVocabulary *vocabulary)
{
  g_return_val_if_fail (vocabulary != NULL, NULL);

  return vocabulary->units;
}

const LicetKind *
licet_vocabulary_find_kind (const LicetVocabulary *vocabulary,
                            const char *id)
{
  g_return_val_if_fail (vocabulary != NULL && id != NULL, NULL);

  return g_hash_table_lookup (vocabulary->kinds_by_id, id);
}

const LicetQuantity *
licet_vocabulary_find_quantity (const LicetVocabulary *vocabulary,
                                const char *id)
{
  g_return_val_if_fail (vocabulary != NULL && id != NULL, NULL);

  return g_hash_table_lookup (vocabulary->quantities_by_id, id);
}

const LicetChoice *
licet_vocabulary_find_choice (const LicetVocabulary *vocabulary,
                              const char *id)
{
  g_return_val_if_fail (vocabulary != NULL && id != NULL, NULL);

  return g_hash_table_lookup (vocabulary->choices_by_id, id);
}

const LicetChoiceValue *
licet_choice_find_value (const LicetChoice *choice,
                         const char *id)
{
  g_return_val_if_fail (choice != NULL && id != NULL, NULL);

  for (guint i = 0; i < choice->n_values; i++)
    if (g_str_equal (choice->values[i].id, id))
      return &choice->values[i];
  return NULL;
}

const LicetKind *
licet_vocabulary_get_kinds (const LicetVocabulary *vocabulary,
                            guint *ret_n)
{
  g_return_val_if_fail (vocabulary != NULL && ret_n != NULL, NULL);

  *ret_n = vocabulary->n_kinds;
  return vocabulary->kinds;
}

const LicetQuantity *
licet_vocabulary_get_quantities (const LicetVocabulary *vocabulary,
                                 guint *ret_n)
{
  g_return_val_if_fail (vocabulary != NULL && ret_n != NULL, NULL);

  *ret_n = vocabulary->n_quantities;
  return vocabulary->quantities;
}

const LicetChoice *
licet_vocabulary_get_choices (const LicetVocabulary *vocabulary,
                              guint *ret_n)
{
  g_return_val_if_fail (vocabulary != NULL && ret_n != NULL, NULL);

  *ret_n = vocabulary->n_choices;
  return vocabulary->choices;
}

gboolean
licet_vocabulary_kind_is_a (const LicetVocabulary *vocabulary,
                            const LicetKind *kind,
                            const LicetKind *ancestor)
{
  g_return_val_if_fail (vocabulary != NULL && kind != NULL && ancestor != NULL, FALSE);
  g_return_val_if_fail (kind->index < vocabulary->n_kinds && ancestor->index < vocabulary->n_kinds,
                        FALSE);

  return (get_row (vocabulary,
                   kind->index)[ancestor->index / BITS] >> (ancestor->index % BITS) & 1u) != 0;
}
