/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-tree-item"

#include "config.h"

#include "licet-tree-item.h"

struct _LicetTreeItem {
  GObject parent_instance;

  const LicetControlList *list;
  const LicetNode *node;
  char *code;
  char *title;
  GListStore *children;
};

enum {
  PROP_0,
  PROP_CODE,
  PROP_TITLE,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LicetTreeItem, licet_tree_item, G_TYPE_OBJECT)

static LicetTreeItem *
create_item (const LicetControlList *list,
             const char *code,
             const char *title)
{
  LicetTreeItem *item = g_object_new (LICET_TYPE_TREE_ITEM, NULL);

  item->list = list;
  item->code = g_strdup (code);
  item->title = g_strdup (title != NULL ? title : "");
  return item;
}

static LicetTreeItem *
create_group (const LicetControlList *list,
              const char *code,
              const char *title)
{
  LicetTreeItem *item = create_item (list, code, title);

  item->children = g_list_store_new (LICET_TYPE_TREE_ITEM);
  return item;
}

/*
 * The last line of @store when its code is @code, else a new one at the end; @store owns it. Entries come in the order
 * of the law.
 */
static LicetTreeItem *
take_group (GListStore *store,
            const LicetControlList *list,
            const char *code,
            const char *title)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));
  g_autoptr (LicetTreeItem) last = NULL;

  if (n > 0)
    last = g_list_model_get_item (G_LIST_MODEL (store), n - 1);
  if (last == NULL || !g_str_equal (last->code, code)) {
    g_clear_object (&last);
    last = create_group (list, code, title);
    g_list_store_append (store, last);
  }
  return last;
}

static void
add_entries (GListStore *store,
             const LicetControlList *list)
{
  guint n = 0;
  const LicetNode *const *entries = licet_control_list_get_entries (list, &n);

  for (guint i = 0; i < n; i++) {
    const LicetNode *entry = entries[i];
    g_autofree char *category = g_strndup (entry->code, 1);
    g_autofree char *group = g_strndup (entry->code, 2);
    LicetTreeItem *above = take_group (store, list, category,
                                       licet_control_list_get_category_title (list, category));
    LicetTreeItem *middle = take_group (above->children, list, group,
                                        licet_control_list_get_group_title (list, group[1]));
    g_autoptr (LicetTreeItem) item = create_item (list, entry->code, entry->text);

    item->node = entry;
    g_list_store_append (middle->children, item);
  }
}

static char *
dup_label (LicetTreeItem *item)
{
  return *item->code == '\0' ? g_strdup (item->title)
                             : g_strdup_printf ("%s, %s", item->code, item->title);
}

static void
licet_tree_item_get_property (GObject *object,
                              guint property_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  LicetTreeItem *self = LICET_TREE_ITEM (object);

  switch (property_id) {
  case PROP_CODE:
    g_value_set_string (value, self->code);
    break;
  case PROP_TITLE:
    g_value_set_string (value, self->title);
    break;
  case PROP_LABEL:
    g_value_take_string (value, dup_label (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
licet_tree_item_finalize (GObject *object)
{
  LicetTreeItem *self = LICET_TREE_ITEM (object);

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_object (&self->children);
  G_OBJECT_CLASS (licet_tree_item_parent_class)->finalize (object);
}

static void
licet_tree_item_class_init (LicetTreeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = licet_tree_item_get_property;
  object_class->finalize = licet_tree_item_finalize;

  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL,
                                               G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Both in one, for a screen reader. */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
licet_tree_item_init (LicetTreeItem *self)
{
}

GListModel *
licet_tree_item_new_forest (LicetBundle *bundle,
                            GError **error)
{
  g_autoptr (GListStore) roots = g_list_store_new (LICET_TYPE_TREE_ITEM);
  const char *const *ids;
  gboolean has_several;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  ids = licet_bundle_get_list_ids (bundle);
  has_several = ids[0] != NULL && ids[1] != NULL;
  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], error);

    if (list == NULL)
      return NULL;
    if (has_several) {
      g_autoptr (LicetTreeItem) above = create_group (list, "",
                                                      licet_control_list_get_name (list));

      add_entries (above->children, list);
      g_list_store_append (roots, above);
    } else {
      add_entries (roots, list);
    }
  }
  return G_LIST_MODEL (g_steal_pointer (&roots));
}

const char *
licet_tree_item_get_code (LicetTreeItem *item)
{
  g_return_val_if_fail (LICET_IS_TREE_ITEM (item), NULL);

  return item->code;
}

const char *
licet_tree_item_get_title (LicetTreeItem *item)
{
  g_return_val_if_fail (LICET_IS_TREE_ITEM (item), NULL);

  return item->title;
}

const LicetNode *
licet_tree_item_get_node (LicetTreeItem *item)
{
  g_return_val_if_fail (LICET_IS_TREE_ITEM (item), NULL);

  return item->node;
}

GListModel *
licet_tree_item_get_children (LicetTreeItem *item)
{
  g_return_val_if_fail (LICET_IS_TREE_ITEM (item), NULL);

  return item->children != NULL ? G_LIST_MODEL (item->children) : NULL;
}

gboolean
licet_tree_item_contains (LicetTreeItem *item,
                          const LicetNode *node)
{
  g_return_val_if_fail (LICET_IS_TREE_ITEM (item) && node != NULL, FALSE);

  if (item->node != NULL)
    return item->node == node->entry;
  return item->list == node->list && g_str_has_prefix (node->code, item->code);
}
