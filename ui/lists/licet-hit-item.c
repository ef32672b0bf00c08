/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-hit-item"

#include "config.h"

#include "licet-hit-item.h"

#include <glib/gi18n.h>

struct _LicetHitItem {
  GObject parent_instance;

  const LicetNode *node;
  char *why;
};

enum {
  PROP_0,
  PROP_CODE,
  PROP_TITLE,
  PROP_WHY,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LicetHitItem, licet_hit_item, G_TYPE_OBJECT)

static void
licet_hit_item_get_property (GObject *object,
                             guint property_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  LicetHitItem *self = LICET_HIT_ITEM (object);

  switch (property_id) {
  case PROP_CODE:
    g_value_set_string (value, self->node->full);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->node->text);
    break;
  case PROP_WHY:
    g_value_set_string (value, self->why);
    break;
  case PROP_LABEL:
    /* Translators: a search result for a screen reader: code, what it is about, and why it was found. */
    g_value_take_string (value, g_strdup_printf (_("%s, %s. Found by: %s"), self->node->full,
                                                 self->node->text, self->why));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
licet_hit_item_finalize (GObject *object)
{
  LicetHitItem *self = LICET_HIT_ITEM (object);

  g_clear_pointer (&self->why, g_free);
  G_OBJECT_CLASS (licet_hit_item_parent_class)->finalize (object);
}

static void
licet_hit_item_class_init (LicetHitItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = licet_hit_item_get_property;
  object_class->finalize = licet_hit_item_finalize;

  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_WHY] = g_param_spec_string ("why", NULL, NULL, NULL,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* All in one, for a screen reader. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
licet_hit_item_init (LicetHitItem *self)
{
}

LicetHitItem *
licet_hit_item_new (const LicetHit *hit)
{
  LicetHitItem *item;

  g_return_val_if_fail (hit != NULL, NULL);

  item = g_object_new (LICET_TYPE_HIT_ITEM, NULL);
  item->node = hit->node;
  item->why = g_strdup (hit->why);
  return item;
}

const LicetNode *
licet_hit_item_get_node (LicetHitItem *item)
{
  g_return_val_if_fail (LICET_IS_HIT_ITEM (item), NULL);

  return item->node;
}

const char *
licet_hit_item_get_why (LicetHitItem *item)
{
  g_return_val_if_fail (LICET_IS_HIT_ITEM (item), NULL);

  return item->why;
}
