/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-lists-room"

#include "config.h"

#include "licet-lists-room.h"

#include <glib/gi18n.h>

#include "licet-entry-page.h"
#include "licet-history.h"
#include "licet-hit-item.h"
#include "licet-list-search.h"
#include "licet-tree-item.h"

struct _LicetListsRoom {
  AdwNavigationPage parent_instance;

  LicetBundle *bundle;
  LicetHistory *history;
  GSimpleActionGroup *actions;
  GCancellable *search; /* of the last keystroke; results of all others are dropped */
  GtkTreeListModel *tree;
  GtkSingleSelection *tree_selection;
  GtkSingleSelection *hits;
  gboolean is_collapsed;
  gboolean is_choosing; /* while the room itself moves the selection */

  GtkStack *rooms;
  GtkStack *pane;
  AdwNavigationSplitView *split_view;
  AdwStatusPage *missing_status;
  GtkLabel *missing_reason;
  AdwWindowTitle *list_title;
  GtkSearchEntry *search_entry;
  GtkLabel *found_label;
  GtkListView *tree_view;
  GtkListView *hits_view;
  GtkScrolledWindow *hits_scroller;
  GtkLabel *foot;
  LicetEntryPage *entry_page;
};

enum {
  PROP_0,
  PROP_COLLAPSED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (LicetListsRoom, licet_lists_room, ADW_TYPE_NAVIGATION_PAGE)

static void
enable (LicetListsRoom *self,
        const char *name,
        gboolean is_enabled)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), name);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), is_enabled);
}

static void
update_actions (LicetListsRoom *self)
{
  enable (self, "find", self->bundle != NULL);
  enable (self, "open", self->bundle != NULL);
  enable (self, "back", licet_history_can_go (self->history, -1));
  enable (self, "forward", licet_history_can_go (self->history, 1));
  enable (self, "copy-citation", licet_entry_page_get_node (self->entry_page) != NULL);
}

/* Opens the tree down to the entry of @node and selects it, without opening its page again. */
static void
select_in_tree (LicetListsRoom *self,
                const LicetNode *node)
{
  guint i = 0;
  g_autoptr (GtkTreeListRow) row = NULL;

  while ((row = gtk_tree_list_model_get_row (self->tree, i)) != NULL) {
    g_autoptr (LicetTreeItem) item = gtk_tree_list_row_get_item (row);

    if (licet_tree_item_contains (item, node)) {
      if (licet_tree_item_get_node (item) != NULL) {
        self->is_choosing = TRUE;
        gtk_list_view_scroll_to (self->tree_view, i, GTK_LIST_SCROLL_SELECT, NULL);
        self->is_choosing = FALSE;
        return;
      }
      gtk_tree_list_row_set_expanded (row, TRUE);
    }
    i++;
    g_clear_object (&row);
  }
}

static void
show_node (LicetListsRoom *self,
           const LicetNode *node)
{
  licet_entry_page_set_node (self->entry_page, node);
  select_in_tree (self, node);
  update_actions (self);
}

static void
visit (LicetListsRoom *self,
       const LicetNode *node)
{
  licet_history_visit (self->history, node);
  show_node (self, node);
}

/* Shows the page of @node and moves there. */
static void
enter (LicetListsRoom *self,
       const LicetNode *node)
{
  /* First, because the page that comes forward may take the focus and select a paragraph by it. */
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  visit (self, node);
  licet_entry_page_focus (self->entry_page);
}

static void
open_node_cb (LicetListsRoom *self,
              const LicetNode *node)
{
  enter (self, node);
}

static const LicetNode *
get_selected_entry (LicetListsRoom *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->tree_selection);
  g_autoptr (LicetTreeItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item != NULL ? licet_tree_item_get_node (item) : NULL;
}

static void
tree_selected_cb (LicetListsRoom *self)
{
  const LicetNode *node = get_selected_entry (self);

  if (self->is_choosing || node == NULL)
    return;
  licet_history_visit (self->history, node);
  licet_entry_page_set_node (self->entry_page, node);
  update_actions (self);
}

static void
hit_selected_cb (LicetListsRoom *self)
{
  LicetHitItem *item = gtk_single_selection_get_selected_item (self->hits);

  if (!self->is_choosing && item != NULL)
    visit (self, licet_hit_item_get_node (item));
}

static void
tree_activated_cb (LicetListsRoom *self,
                   guint position)
{
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (self->tree, position);
  g_autoptr (LicetTreeItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (item == NULL)
    return;
  if (licet_tree_item_get_node (item) != NULL)
    enter (self, licet_tree_item_get_node (item));
  else
    gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
hit_activated_cb (LicetListsRoom *self,
                  guint position)
{
  g_autoptr (LicetHitItem) item = g_list_model_get_item (G_LIST_MODEL (self->hits), position);

  if (item != NULL)
    enter (self, licet_hit_item_get_node (item));
}

/* A click opens a group; where the page lies behind the tree, a click on an entry goes there too. */
static void
tree_clicked_cb (LicetListsRoom *self)
{
  guint position = gtk_single_selection_get_selected (self->tree_selection);

  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (self->is_collapsed || get_selected_entry (self) == NULL)
    tree_activated_cb (self, position);
}

static void
hit_clicked_cb (LicetListsRoom *self)
{
  guint position = gtk_single_selection_get_selected (self->hits);

  if (self->is_collapsed && position != GTK_INVALID_LIST_POSITION)
    hit_activated_cb (self, position);
}

static void
say_found (LicetListsRoom *self,
           guint n)
{
  g_autofree char *words = NULL;

  if (n > 0)
    /* Translators: how many entries a search found. */
    words = g_strdup_printf (ngettext ("%u entry found", "%u entries found", n), n);
  else
    words = g_strdup (_("Nothing found"));
  gtk_label_set_label (self->found_label, words);
  gtk_widget_set_visible (GTK_WIDGET (self->found_label), n > 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->search_entry), words,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_hits (LicetListsRoom *self,
           GListModel *hits)
{
  guint n = g_list_model_get_n_items (hits);

  self->is_choosing = TRUE;
  gtk_single_selection_set_model (self->hits, hits);
  gtk_single_selection_set_selected (self->hits, GTK_INVALID_LIST_POSITION);
  self->is_choosing = FALSE;
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->hits_scroller), 0);
  gtk_stack_set_visible_child_name (self->pane, n > 0 ? "hits" : "nothing");
  say_found (self, n);
}

static void
search_ready_cb (GObject *source,
                 GAsyncResult *result,
                 gpointer data)
{
  g_autofree GWeakRef *weak = data;
  g_autoptr (LicetListsRoom) self = g_weak_ref_get (weak);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) hits = licet_list_search_finish (result, &error);

  g_weak_ref_clear (weak);
  if (self == NULL || g_task_get_cancellable (G_TASK (result)) != self->search)
    return;
  if (hits != NULL) {
    show_hits (self, hits);
  } else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    gtk_label_set_label (self->found_label, error->message);
    gtk_widget_set_visible (GTK_WIDGET (self->found_label), TRUE);
  }
}

static void
search_changed_cb (LicetListsRoom *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  GWeakRef *weak;

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  if (*g_strstrip (text) == '\0') {
    gtk_widget_set_visible (GTK_WIDGET (self->found_label), FALSE);
    gtk_stack_set_visible_child_name (self->pane, "tree");
    return;
  }
  if (self->bundle == NULL)
    return;
  self->search = g_cancellable_new ();
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  licet_list_search_async (self->bundle, text, self->search, search_ready_cb, weak);
}

static void
search_stopped_cb (LicetListsRoom *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  gtk_widget_grab_focus (GTK_WIDGET (self->tree_view));
}

static void
search_activated_cb (LicetListsRoom *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->pane), "hits"))
    hit_activated_cb (self, 0);
}

static void
search_next_cb (LicetListsRoom *self)
{
  if (g_str_equal (gtk_stack_get_visible_child_name (self->pane), "hits"))
    gtk_widget_grab_focus (GTK_WIDGET (self->hits_view));
}

static void
find_activated_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  LicetListsRoom *self = LICET_LISTS_ROOM (data);

  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

static void
go (LicetListsRoom *self,
    int step)
{
  const LicetNode *node = licet_history_go (self->history, step);

  if (node != NULL)
    show_node (self, node);
}

static void
back_activated_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  go (LICET_LISTS_ROOM (data), -1);
}

static void
forward_activated_cb (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer data)
{
  go (LICET_LISTS_ROOM (data), 1);
}

static void
copy_activated_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  LicetListsRoom *self = LICET_LISTS_ROOM (data);
  const LicetNode *node = licet_entry_page_get_node (self->entry_page);
  g_autofree char *citation = NULL;
  g_autofree char *words = NULL;

  if (node == NULL)
    return;
  citation = licet_node_dup_citation (node);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), citation);
  /* Translators: what was copied to the clipboard. */
  words = g_strdup_printf (_("Copied: %s"), citation);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", words);
}

static void
open_activated_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  LicetListsRoom *self = LICET_LISTS_ROOM (data);
  const LicetNode *node = licet_bundle_find_node (self->bundle,
                                                  g_variant_get_string (parameter, NULL), NULL);

  if (node != NULL)
    enter (self, node);
}

static const GActionEntry entries[] = {
  { "find", find_activated_cb, NULL, NULL, NULL, { 0 } },
  { "back", back_activated_cb, NULL, NULL, NULL, { 0 } },
  { "forward", forward_activated_cb, NULL, NULL, NULL, { 0 } },
  { "copy-citation", copy_activated_cb, NULL, NULL, NULL, { 0 } },
  { "open", open_activated_cb, "s", NULL, NULL, { 0 } },
};

static gboolean
is_not_empty (GObject *object,
              const char *text)
{
  return text != NULL && *text != '\0';
}

static GListModel *
create_children (gpointer item,
                 gpointer data)
{
  GListModel *children = licet_tree_item_get_children (LICET_TREE_ITEM (item));

  return children != NULL ? g_object_ref (children) : NULL;
}

static void
add_click (LicetListsRoom *self,
           GtkListView *view,
           GCallback clicked_cb)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (click, "released", clicked_cb, self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
}

static void
show_foot (LicetListsRoom *self)
{
  const char *const *ids = licet_bundle_get_list_ids (self->bundle);
  g_autoptr (GString) words = g_string_new (NULL);
  guint n_entries = 0;

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (self->bundle, ids[i], NULL);
    g_autofree char *missing = NULL;
    guint n = 0;

    (void) licet_control_list_get_entries (list, &n);
    n_entries += n;
    if (licet_control_list_get_missing_categories (list)[0] == NULL)
      continue;
    missing = g_strjoinv (", ",
                          (char **) licet_control_list_get_missing_categories (list));
    /* Translators: the name of a list, and the categories that are not in this program. */
    g_string_append_printf (words, _("%s: categories %s are not held here. "),
                            licet_control_list_get_short_name (list), missing);
  }
  /* Translators: how many entries all lists have together. */
  g_string_append_printf (words, ngettext ("%u entry", "%u entries", n_entries), n_entries);
  gtk_label_set_label (self->foot, words->str);
  if (ids[0] != NULL && ids[1] == NULL) {
    const LicetControlList *list = licet_bundle_get_list (self->bundle, ids[0], NULL);

    adw_window_title_set_title (self->list_title, licet_control_list_get_short_name (list));
  }
}

static void
show_missing (LicetListsRoom *self,
              const char *problem)
{
  adw_status_page_set_description (self->missing_status,
                                   _("Licet cannot find its control lists. Install the program "
                                     "again, then start it once more. Nothing of yours is lost."));
  gtk_label_set_label (self->missing_reason, problem != NULL ? problem : "");
  gtk_stack_set_visible_child_name (self->rooms, "missing");
}

static void
licet_lists_room_get_property (GObject *object,
                               guint property_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  LicetListsRoom *self = LICET_LISTS_ROOM (object);

  switch (property_id) {
  case PROP_COLLAPSED:
    g_value_set_boolean (value, self->is_collapsed);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
licet_lists_room_set_property (GObject *object,
                               guint property_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  LicetListsRoom *self = LICET_LISTS_ROOM (object);

  switch (property_id) {
  case PROP_COLLAPSED:
    if (self->is_collapsed == g_value_get_boolean (value))
      return;
    self->is_collapsed = g_value_get_boolean (value);
    g_object_notify_by_pspec (object, pspec);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
  }
}

static void
licet_lists_room_dispose (GObject *object)
{
  LicetListsRoom *self = LICET_LISTS_ROOM (object);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  /* Else both the template and the page would let go of the same child. */
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), LICET_TYPE_LISTS_ROOM);
  g_clear_object (&self->actions);
  g_clear_object (&self->tree);
  g_clear_object (&self->tree_selection);
  g_clear_object (&self->hits);
  g_clear_object (&self->history);
  g_clear_object (&self->bundle);
  G_OBJECT_CLASS (licet_lists_room_parent_class)->dispose (object);
}

static void
licet_lists_room_class_init (LicetListsRoomClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LICET_TYPE_ENTRY_PAGE);
  g_type_ensure (LICET_TYPE_HIT_ITEM);
  g_type_ensure (LICET_TYPE_TREE_ITEM);

  object_class->get_property = licet_lists_room_get_property;
  object_class->set_property = licet_lists_room_set_property;
  object_class->dispose = licet_lists_room_dispose;

  /* Whether tree and entry stand one behind the other instead of side by side; the window's width decides. */
  properties[PROP_COLLAPSED] = g_param_spec_boolean ("collapsed", NULL, NULL, FALSE,
                                                     G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                                                       G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/licet/Licet/lists/licet-lists-room.ui");
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, rooms);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, pane);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, split_view);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, missing_status);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, missing_reason);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, list_title);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, search_entry);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, found_label);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, tree_view);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, hits_view);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, hits_scroller);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, foot);
  gtk_widget_class_bind_template_child (widget_class, LicetListsRoom, entry_page);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_next_cb);
  gtk_widget_class_bind_template_callback (widget_class, tree_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_node_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_not_empty);
}

static void
licet_lists_room_init (LicetListsRoom *self)
{
  self->history = licet_history_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "lists", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_search_entry_set_key_capture_widget (self->search_entry, GTK_WIDGET (self->tree_view));
  self->hits = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->hits, FALSE);
  gtk_single_selection_set_can_unselect (self->hits, TRUE);
  g_signal_connect_object (self->hits, "notify::selected", G_CALLBACK (hit_selected_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->hits_view, GTK_SELECTION_MODEL (self->hits));
  add_click (self, self->tree_view, G_CALLBACK (tree_clicked_cb));
  add_click (self, self->hits_view, G_CALLBACK (hit_clicked_cb));
  update_actions (self);
}

GActionGroup *
licet_lists_room_get_actions (LicetListsRoom *room)
{
  g_return_val_if_fail (LICET_IS_LISTS_ROOM (room), NULL);

  return G_ACTION_GROUP (room->actions);
}

void
licet_lists_room_set_bundle (LicetListsRoom *room,
                             LicetBundle *bundle,
                             const char *problem)
{
  g_autoptr (GListModel) forest = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (LICET_IS_LISTS_ROOM (room));
  g_return_if_fail (bundle == NULL || LICET_IS_BUNDLE (bundle));

  licet_entry_page_set_node (room->entry_page, NULL);
  licet_history_clear (room->history);
  if (bundle != NULL)
    forest = licet_tree_item_new_forest (bundle, &error);
  if (forest == NULL)
    bundle = NULL;
  g_set_object (&room->bundle, bundle);
  update_actions (room);
  if (forest == NULL) {
    show_missing (room, error != NULL ? error->message : problem);
    return;
  }

  g_clear_object (&room->tree);
  g_clear_object (&room->tree_selection);
  room->tree = gtk_tree_list_model_new (g_steal_pointer (&forest), FALSE, FALSE, create_children,
                                        NULL, NULL);
  room->tree_selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (room->tree)));
  gtk_single_selection_set_autoselect (room->tree_selection, FALSE);
  gtk_single_selection_set_can_unselect (room->tree_selection, TRUE);
  gtk_single_selection_set_selected (room->tree_selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (room->tree_selection, "notify::selected", G_CALLBACK (tree_selected_cb),
                           room, G_CONNECT_SWAPPED);
  gtk_list_view_set_model (room->tree_view, GTK_SELECTION_MODEL (room->tree_selection));
  show_foot (room);
  gtk_stack_set_visible_child_name (room->rooms, "browser");
}

const LicetNode *
licet_lists_room_get_node (LicetListsRoom *room)
{
  g_return_val_if_fail (LICET_IS_LISTS_ROOM (room), NULL);

  return licet_entry_page_get_node (room->entry_page);
}
