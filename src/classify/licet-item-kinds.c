/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-item-kinds"

#include "config.h"

#include <string.h>

#include "licet-item-private.h"

static gboolean
is_a (LicetItem *self,
      const LicetKind *kind,
      const LicetKind *ancestor)
{
  return licet_vocabulary_kind_is_a (self->vocabulary, kind, ancestor);
}

/* A stated kind gives way to a narrower one that is stated too: "integrated circuit" and "converter" say "converter". */
static gboolean
is_refined (LicetItem *self,
            const LicetKind *kind)
{
  for (guint i = 0; i < self->kinds->len; i++) {
    const LicetKind *other = g_ptr_array_index (self->kinds, i);

    if (other != kind && is_a (self, other, kind))
      return TRUE;
  }
  return FALSE;
}

static LicetTruth
find_by_statement (LicetItem *self,
                   const LicetKind *kind,
                   GPtrArray *denied)
{
  LicetTruth truth = self->kinds->len == 0 ? LICET_UNKNOWN : LICET_NOT_MET;

  for (guint i = 0; i < self->kinds->len; i++) {
    const LicetKind *stated = g_ptr_array_index (self->kinds, i);

    if (is_a (self, stated, kind))
      return LICET_MET;
    if (is_a (self, kind, stated) && !is_refined (self, stated))
      truth = LICET_UNKNOWN;
  }
  for (guint i = 0; i < denied->len && truth == LICET_UNKNOWN; i++)
    if (is_a (self, kind, g_ptr_array_index (denied, i)))
      truth = LICET_NOT_MET;
  return truth;
}

static GPtrArray *
dup_denied_kinds (LicetItem *self)
{
  GPtrArray *denied = g_ptr_array_new ();
  GHashTableIter iter;
  const char *key;
  const LicetAnswer *answer;

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &answer)) {
    const LicetKind *kind;

    if (answer->truth != LICET_NOT_MET || !g_str_has_prefix (key, LICET_KIND_PREFIX))
      continue;
    kind = licet_vocabulary_find_kind (self->vocabulary, key + strlen (LICET_KIND_PREFIX));
    if (kind != NULL)
      g_ptr_array_add (denied, (gpointer) kind);
  }
  return denied;
}

static void
update (LicetItem *self)
{
  _licet_item_update_kinds (self);
  g_object_notify (G_OBJECT (self), "kinds");
  _licet_item_emit_changed (self);
}

void
_licet_item_update_kinds (LicetItem *self)
{
  g_autoptr (GPtrArray) denied = dup_denied_kinds (self);
  const LicetKind *kinds;
  guint n;

  kinds = licet_vocabulary_get_kinds (self->vocabulary, &n);
  for (guint i = 0; i < n; i++) {
    LicetVerdict *verdict = &self->kind_verdicts[i];
    LicetTruth stated;

    if (self->has_nature && &kinds[i] == self->trunks[self->nature]) {
      *verdict = licet_verdict_new (LICET_MET);
    } else if (!_licet_item_fits_nature (self, &kinds[i])) {
      *verdict = licet_verdict_new (LICET_NOT_MET);
    } else {
      stated = find_by_statement (self, &kinds[i], denied);
      *verdict = (LicetVerdict) { stated, stated == LICET_MET ? LICET_MET : LICET_UNKNOWN, stated };
    }
  }
}

LicetVerdict
_licet_item_test_kind (LicetItem *self,
                       const LicetKind *kind)
{
  return self->kind_verdicts[kind->index];
}

gboolean
_licet_item_fits_nature (LicetItem *self,
                         const LicetKind *kind)
{
  gboolean has_trunk = FALSE;

  if (!self->has_nature)
    return TRUE;
  for (guint i = 0; i < LICET_N_NATURES; i++) {
    if (self->trunks[i] == NULL || !is_a (self, kind, self->trunks[i]))
      continue;
    if (i == (guint) self->nature)
      return TRUE;
    has_trunk = TRUE;
  }
  return !has_trunk;
}

gboolean
licet_item_add_kind (LicetItem *self,
                     const char *id,
                     GError **error)
{
  const LicetKind *kind;

  g_return_val_if_fail (LICET_IS_ITEM (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  kind = licet_vocabulary_find_kind (self->vocabulary, id);
  if (kind == NULL) {
    g_set_error (
        error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT,
        "no kind of thing is called “%s”; search for the word and take the id that is shown", id);
    return FALSE;
  }
  if (!_licet_item_fits_nature (self, kind)) {
    g_set_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT,
                 "“%s” is no kind of %s; change the nature or take another kind", id,
                 licet_nature_serialise (self->nature));
    return FALSE;
  }
  if (g_ptr_array_find (self->kinds, kind, NULL))
    return TRUE;
  g_ptr_array_add (self->kinds, (gpointer) kind);
  update (self);
  return TRUE;
}

void
licet_item_remove_kind (LicetItem *self,
                        const char *id)
{
  const LicetKind *kind;

  g_return_if_fail (LICET_IS_ITEM (self));
  g_return_if_fail (id != NULL);

  kind = licet_vocabulary_find_kind (self->vocabulary, id);
  if (kind == NULL || !g_ptr_array_remove (self->kinds, (gpointer) kind))
    return;
  update (self);
}

GStrv
licet_item_dup_kinds (LicetItem *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);

  for (guint i = 0; i < self->kinds->len; i++)
    g_strv_builder_add (builder, ((const LicetKind *) g_ptr_array_index (self->kinds, i))->id);
  return g_strv_builder_end (builder);
}

gboolean
licet_item_has_kinds (LicetItem *self)
{
  g_return_val_if_fail (LICET_IS_ITEM (self), FALSE);

  return self->kinds->len > 0;
}
