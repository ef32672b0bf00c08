/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-item"

#include "config.h"

#include "licet-item.h"

#include <string.h>

#include "licet-item-private.h"

G_DEFINE_FINAL_TYPE (LicetItem, licet_item, G_TYPE_OBJECT)

enum {
  PROP_BUNDLE = 1,
  PROP_DESCRIPTION,
  PROP_NATURE,
  PROP_KINDS,
  N_PROPS,
};

enum {
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
answer_free (LicetAnswer *answer)
{
  g_free (answer->why);
  g_free (answer);
}

static void
licet_item_constructed (GObject *object)
{
  LicetItem *self = LICET_ITEM (object);
  guint n;

  G_OBJECT_CLASS (licet_item_parent_class)->constructed (object);

  g_assert (self->bundle != NULL);
  self->vocabulary = licet_bundle_get_vocabulary (self->bundle);
  for (guint i = 0; i < LICET_N_NATURES; i++)
    self->trunks[i] =
        licet_vocabulary_find_kind (self->vocabulary, licet_nature_serialise ((LicetNature) i));
  licet_vocabulary_get_kinds (self->vocabulary, &n);
  self->kind_verdicts = g_new0 (LicetVerdict, n);
  licet_vocabulary_get_quantities (self->vocabulary, &n);
  self->facts = g_new0 (LicetFact *, n);
  licet_vocabulary_get_choices (self->vocabulary, &n);
  self->choices = g_new0 (GStrv, n);
  _licet_item_update_kinds (self);
}

static void
licet_item_finalize (GObject *object)
{
  LicetItem *self = LICET_ITEM (object);
  guint n;

  licet_vocabulary_get_quantities (self->vocabulary, &n);
  for (guint i = 0; i < n; i++)
    _licet_fact_free (self->facts[i]);
  licet_vocabulary_get_choices (self->vocabulary, &n);
  for (guint i = 0; i < n; i++)
    g_strfreev (self->choices[i]);
  for (guint i = 0; i < LICET_N_RELATIONS; i++)
    g_clear_pointer (&self->relations[i], g_strfreev);
  g_clear_pointer (&self->facts, g_free);
  g_clear_pointer (&self->choices, g_free);
  g_clear_pointer (&self->kind_verdicts, g_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);
  g_clear_pointer (&self->answers, g_hash_table_unref);
  g_clear_pointer (&self->description, g_free);
  g_clear_object (&self->bundle);

  G_OBJECT_CLASS (licet_item_parent_class)->finalize (object);
}

static void
licet_item_get_property (GObject *object,
                         guint prop_id,
                         GValue *value,
                         GParamSpec *pspec)
{
  LicetItem *self = LICET_ITEM (object);

  switch (prop_id) {
  case PROP_BUNDLE:
    g_value_set_object (value, self->bundle);
    break;
  case PROP_DESCRIPTION:
    g_value_set_string (value, self->description);
    break;
  case PROP_NATURE:
    g_value_set_int (value, self->has_nature ? (int) self->nature : -1);
    break;
  case PROP_KINDS:
    g_value_take_boxed (value, licet_item_dup_kinds (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
licet_item_set_property (GObject *object,
                         guint prop_id,
                         const GValue *value,
                         GParamSpec *pspec)
{
  LicetItem *self = LICET_ITEM (object);

  switch (prop_id) {
  case PROP_BUNDLE:
    self->bundle = g_value_dup_object (value);
    break;
  case PROP_DESCRIPTION:
    licet_item_set_description (self, g_value_get_string (value));
    break;
  case PROP_NATURE:
    if (g_value_get_int (value) >= 0)
      licet_item_set_nature (self, (LicetNature) g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
licet_item_class_init (LicetItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = licet_item_constructed;
  object_class->finalize = licet_item_finalize;
  object_class->get_property = licet_item_get_property;
  object_class->set_property = licet_item_set_property;

  properties[PROP_BUNDLE] =
      g_param_spec_object ("bundle", NULL, NULL, LICET_TYPE_BUNDLE,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", flags);
  properties[PROP_NATURE] =
      g_param_spec_int ("nature", NULL, NULL, -1, LICET_N_NATURES - 1, -1, flags);
  properties[PROP_KINDS] =
      g_param_spec_boxed ("kinds", NULL, NULL, G_TYPE_STRV,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
licet_item_init (LicetItem *self)
{
  self->description = g_strdup ("");
  self->kinds = g_ptr_array_new ();
  self->answers =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) answer_free);
}

void
_licet_item_emit_changed (LicetItem *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

LicetItem *
licet_item_new (LicetBundle *bundle)
{
  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  return g_object_new (LICET_TYPE_ITEM, "bundle", bundle, NULL);
}

LicetItem *
licet_item_copy (LicetItem *self)
{
  g_autoptr (LicetItem) copy = NULL;
  g_autoptr (GPtrArray) facts = NULL;
  GHashTableIter iter;
  const char *key;
  const LicetAnswer *answer;
  guint n;

  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);

  copy = licet_item_new (self->bundle);
  licet_item_set_description (copy, self->description);
  copy->nature = self->nature;
  copy->has_nature = self->has_nature;
  for (guint i = 0; i < self->kinds->len; i++)
    g_ptr_array_add (copy->kinds, g_ptr_array_index (self->kinds, i));
  facts = licet_item_dup_facts (self);
  for (guint i = 0; i < facts->len; i++) {
    const LicetFact *fact = g_ptr_array_index (facts, i);
    LicetFact *twin = g_new0 (LicetFact, 1);

    *twin = (LicetFact) { fact->quantity, licet_value_ref (fact->value), g_strdup (fact->source) };
    copy->facts[fact->quantity->index] = twin;
  }
  licet_vocabulary_get_choices (self->vocabulary, &n);
  for (guint i = 0; i < n; i++)
    copy->choices[i] = g_strdupv (self->choices[i]);
  for (guint i = 0; i < LICET_N_RELATIONS; i++)
    copy->relations[i] = g_strdupv (self->relations[i]);
  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, (gpointer *) &answer))
    licet_item_set_answer (copy, key, answer->truth, answer->why);
  _licet_item_update_kinds (copy);
  return g_steal_pointer (&copy);
}

LicetBundle *
licet_item_get_bundle (LicetItem *self)
{
  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);

  return self->bundle;
}

const char *
licet_item_get_description (LicetItem *self)
{
  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);

  return self->description;
}

void
licet_item_set_description (LicetItem *self,
                            const char *description)
{
  g_autofree char *kept = g_strdup (description != NULL ? description : "");

  g_return_if_fail (LICET_IS_ITEM (self));

  /* Blanks at the end stay until it is written: somebody may be typing. */
  if (strlen (kept) > LICET_ITEM_MAX_TEXT)
    *g_utf8_find_prev_char (kept, kept + LICET_ITEM_MAX_TEXT + 1) = '\0';
  if (!g_set_str (&self->description, kept))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DESCRIPTION]);
  _licet_item_emit_changed (self);
}

LicetNature
licet_item_get_nature (LicetItem *self)
{
  g_return_val_if_fail (LICET_IS_ITEM (self), LICET_NATURE_GOODS);

  return self->nature;
}

gboolean
licet_item_has_nature (LicetItem *self)
{
  g_return_val_if_fail (LICET_IS_ITEM (self), FALSE);

  return self->has_nature;
}

void
licet_item_set_nature (LicetItem *self,
                       LicetNature nature)
{
  guint before;

  g_return_if_fail (LICET_IS_ITEM (self));
  g_return_if_fail ((guint) nature < LICET_N_NATURES);

  if (self->has_nature && self->nature == nature)
    return;
  self->nature = nature;
  self->has_nature = TRUE;
  before = self->kinds->len;
  for (guint i = self->kinds->len; i > 0; i--)
    if (!_licet_item_fits_nature (self, g_ptr_array_index (self->kinds, i - 1)))
      g_ptr_array_remove_index (self->kinds, i - 1);
  _licet_item_update_kinds (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NATURE]);
  if (self->kinds->len != before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KINDS]);
  _licet_item_emit_changed (self);
}
