/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include "harness.h"

#include "licet-clause-row.h"
#include "licet-entry-page.h"
#include "licet-hit-item.h"
#include "licet-lists-room.h"
#include "licet-tree-item.h"

typedef struct {
  LicetBundle *bundle;
  LicetWindow *window;
  LicetListsRoom *room;
  LicetEntryPage *page;
} Fixture;

static void
open_at (Fixture *fixture,
         int width)
{
  fixture->bundle = harness_open_bundle ();
  fixture->window = harness_open_window (fixture->bundle, width, 720);
  fixture->room = LICET_LISTS_ROOM (
    harness_get_child (fixture->window, LICET_TYPE_WINDOW, "lists_room"));
  fixture->page = LICET_ENTRY_PAGE (
    harness_get_child (fixture->room, LICET_TYPE_LISTS_ROOM, "entry_page"));
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  open_at (fixture, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  harness_close_window (fixture->window);
  g_object_unref (fixture->bundle);
}

static GtkWidget *
get_child (Fixture *fixture,
           const char *name)
{
  return harness_get_child (fixture->room, LICET_TYPE_LISTS_ROOM, name);
}

static const char *
get_full (Fixture *fixture)
{
  const LicetNode *node = licet_lists_room_get_node (fixture->room);

  return node != NULL ? node->full : NULL;
}

static void
open_code (Fixture *fixture,
           const char *code)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "lists.open", "s",
                                             code));
  g_assert_cmpstr (get_full (fixture), ==, code);
}

static gboolean
is_enabled (Fixture *fixture,
            const char *action)
{
  return g_action_group_get_action_enabled (licet_lists_room_get_actions (fixture->room), action);
}

static guint
count_rows (Fixture *fixture)
{
  GtkListBox *clauses = GTK_LIST_BOX (
    harness_get_child (fixture->page, LICET_TYPE_ENTRY_PAGE, "clauses"));
  guint n = 0;

  while (gtk_list_box_get_row_at_index (clauses, (int) n) != NULL)
    n++;
  return n;
}

static guint
count_nodes (const LicetNode *node)
{
  guint n = 1;

  for (guint i = 0; i < node->n_children; i++)
    n += count_nodes (node->children[i]);
  return n;
}

static gboolean
is_filled (gpointer data)
{
  Fixture *fixture = data;
  guint n = count_nodes (licet_lists_room_get_node (fixture->room)->entry);

  return count_rows (fixture) + 1 >= n;
}

static gboolean
has_heading (GtkWidget *widget,
             gconstpointer data)
{
  return GTK_IS_LABEL (widget) &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) ==
           GTK_ACCESSIBLE_ROLE_HEADING &&
         g_str_has_prefix (gtk_label_get_text (GTK_LABEL (widget)), data);
}

static void
test_page_is_empty_at_first (Fixture *fixture,
                             gconstpointer data)
{
  g_assert_null (get_full (fixture));
  g_assert_false (is_enabled (fixture, "copy-citation"));
  g_assert_false (is_enabled (fixture, "back"));
  g_assert_true (is_enabled (fixture, "find"));
}

static void
test_tree_is_category_group_entry (Fixture *fixture,
                                   gconstpointer data)
{
  GtkSelectionModel *model = gtk_list_view_get_model (
    GTK_LIST_VIEW (get_child (fixture, "tree_view")));
  const char *const codes[] = { "0", "0A", "0A001" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
    g_autoptr (LicetTreeItem) item = gtk_tree_list_row_get_item (row);

    g_assert_cmpstr (licet_tree_item_get_code (item), ==, codes[i]);
    g_assert_cmpstr (licet_tree_item_get_title (item), !=, "");
    g_assert_cmpint (gtk_tree_list_row_get_depth (row), ==, i);
    gtk_tree_list_row_set_expanded (row, TRUE);
  }
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (model), 2);
  g_assert_cmpstr (get_full (fixture), ==, "0A001");
}

/* What stands in the tree at the side follows the page. */
static void
test_entry_is_selected_in_tree (Fixture *fixture,
                                gconstpointer data)
{
  GtkSelectionModel *model = gtk_list_view_get_model (
    GTK_LIST_VIEW (get_child (fixture, "tree_view")));
  GtkTreeListRow *row;
  g_autoptr (LicetTreeItem) item = NULL;

  open_code (fixture, "6A003.b.4");
  row = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));
  g_assert_nonnull (row);
  item = gtk_tree_list_row_get_item (row);
  g_assert_cmpstr (licet_tree_item_get_code (item), ==, "6A003");
}

static void
test_entry_shows_all_paragraphs (Fixture *fixture,
                                 gconstpointer data)
{
  open_code (fixture, "3A001");
  harness_wait (is_filled, fixture);
  g_assert_nonnull (harness_find (GTK_WIDGET (fixture->page), has_heading, "3A001"));
  g_assert_nonnull (harness_find (GTK_WIDGET (fixture->page), has_heading, "See Also"));
  g_assert_nonnull (harness_find (GTK_WIDGET (fixture->page), has_heading, "Regime Origin"));
  g_assert_nonnull (harness_find (GTK_WIDGET (fixture->page), has_heading, "Defined Terms"));
}

static gboolean
is_row_of (GtkWidget *widget,
           gconstpointer data)
{
  return LICET_IS_CLAUSE_ROW (widget) &&
         g_str_equal (licet_clause_row_get_node (LICET_CLAUSE_ROW (widget))->full, data);
}

static gboolean
has_text (GtkWidget *widget,
          gconstpointer data)
{
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), data);
}

static void
test_row_says_its_conditions (Fixture *fixture,
                              gconstpointer data)
{
  GtkWidget *row;

  open_code (fixture, "3A001.a.5.a.4");
  harness_wait (is_filled, fixture);
  row = harness_find (GTK_WIDGET (fixture->page), is_row_of, "3A001.a.5.a.4");
  g_assert_nonnull (row);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  g_assert_nonnull (harness_find (row, has_text, ">\u00a0250 MS/s"));
  g_assert_nonnull (harness_find (row, has_text,
                                  "• ADC resolution at least 14 bit and less than 16 bit\n"
                                  "• sample rate more than 250 MS/s"));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (
    row, GTK_ACCESSIBLE_PROPERTY_LABEL,
    "3A001.a.5.a.4, Resolution of 14 bit up to less than 16 bit, sampling faster than 250 MS/s; "
    "ADC resolution at least 14 bit and less than 16 bit; sample rate more than 250 MS/s");
}

static gboolean
shows_hits (gpointer data)
{
  GtkStack *pane = data;
  const char *name = gtk_stack_get_visible_child_name (pane);

  return g_str_equal (name, "hits");
}

static gboolean
shows_nothing (gpointer data)
{
  return g_str_equal (gtk_stack_get_visible_child_name (data), "nothing");
}

static gboolean
shows_tree (gpointer data)
{
  return g_str_equal (gtk_stack_get_visible_child_name (data), "tree");
}

static void
search (Fixture *fixture,
        const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_child (fixture, "search_entry")), text);
}

static void
test_search_gives_reasons (Fixture *fixture,
                           gconstpointer data)
{
  GListModel *hits;
  GtkWidget *view = get_child (fixture, "hits_view");

  search (fixture, "ADC");
  harness_wait (shows_hits, get_child (fixture, "pane"));
  hits = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (view)));
  g_assert_cmpuint (g_list_model_get_n_items (hits), >, 1);
  for (guint i = 0; i < g_list_model_get_n_items (hits); i++) {
    g_autoptr (LicetHitItem) item = g_list_model_get_item (hits, i);

    g_assert_cmpstr (licet_hit_item_get_why (item), !=, "");
    if (i == 0)
      g_assert_cmpstr (licet_hit_item_get_node (item)->full, ==, "3A001.a.5.a");
  }
  g_signal_emit_by_name (view, "activate", 0);
  g_assert_cmpstr (get_full (fixture), ==, "3A001.a.5.a");
}

/* Each keystroke asks anew, and only the last one is answered. */
static void
test_search_drops_older_keystrokes (Fixture *fixture,
                                    gconstpointer data)
{
  GListModel *hits;
  g_autoptr (LicetHitItem) first = NULL;

  search (fixture, "laser");
  g_signal_emit_by_name (get_child (fixture, "search_entry"), "search-changed");
  search (fixture, "6A003");
  g_signal_emit_by_name (get_child (fixture, "search_entry"), "search-changed");
  harness_wait (shows_hits, get_child (fixture, "pane"));
  harness_settle ();
  hits = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_child (fixture, "hits_view"))));
  first = g_list_model_get_item (hits, 0);
  g_assert_cmpstr (licet_hit_item_get_node (first)->full, ==, "6A003");
}

static void
test_search_that_finds_nothing_says_so (Fixture *fixture,
                                        gconstpointer data)
{
  search (fixture, "xyzzyxyzzy");
  harness_wait (shows_nothing, get_child (fixture, "pane"));
  search (fixture, "");
  harness_wait (shows_tree, get_child (fixture, "pane"));
}

static gboolean
is_link_to (GtkWidget *widget,
            gconstpointer data)
{
  return GTK_IS_LINK_BUTTON (widget) &&
         g_str_equal (gtk_link_button_get_uri (GTK_LINK_BUTTON (widget)), data);
}

static void
test_links_lead_to_entries (Fixture *fixture,
                            gconstpointer data)
{
  GtkWidget *link;
  gboolean is_handled = FALSE;

  open_code (fixture, "3A001");
  link = harness_find (GTK_WIDGET (fixture->page), is_link_to, "code:3A101");
  g_assert_nonnull (link);
  gtk_test_accessible_assert_role (link, GTK_ACCESSIBLE_ROLE_LINK);
  g_signal_emit_by_name (link, "activate-link", &is_handled);
  g_assert_true (is_handled);
  g_assert_cmpstr (get_full (fixture), ==, "3A101");
}

static gboolean
is_term_popover (GtkWidget *widget,
                 gconstpointer data)
{
  return GTK_IS_POPOVER (widget) && gtk_widget_has_css_class (widget, "term");
}

static void
test_terms_open_in_place (Fixture *fixture,
                          gconstpointer data)
{
  GtkWidget *link;
  GtkWidget *popover;
  gboolean is_handled = FALSE;

  open_code (fixture, "3A001");
  link = harness_find (GTK_WIDGET (fixture->page), is_link_to, "term:sample-rate");
  g_assert_nonnull (link);
  g_signal_emit_by_name (link, "activate-link", &is_handled);
  g_assert_true (is_handled);
  popover = harness_find (GTK_WIDGET (fixture->page), is_term_popover, NULL);
  g_assert_nonnull (popover);
  g_assert_true (gtk_widget_get_visible (popover));
  g_assert_nonnull (harness_find (popover, has_text, "Sample rate"));
  g_assert_cmpstr (get_full (fixture), ==, "3A001");
  gtk_popover_popdown (GTK_POPOVER (popover));
  harness_settle ();
  g_assert_false (gtk_widget_get_visible (popover));
}

static void
test_history_goes_back_and_forward (Fixture *fixture,
                                    gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_code (fixture, "3A001.a.5.a");
  open_code (fixture, "3A101");
  open_code (fixture, "6A003");
  g_assert_true (gtk_widget_activate_action (window, "lists.back", NULL));
  g_assert_cmpstr (get_full (fixture), ==, "3A101");
  g_assert_true (gtk_widget_activate_action (window, "lists.back", NULL));
  g_assert_cmpstr (get_full (fixture), ==, "3A001.a.5.a");
  g_assert_false (is_enabled (fixture, "back"));
  g_assert_true (gtk_widget_activate_action (window, "lists.forward", NULL));
  g_assert_cmpstr (get_full (fixture), ==, "3A101");
  /* Going elsewhere forgets what came after. */
  open_code (fixture, "5A002");
  g_assert_false (is_enabled (fixture, "forward"));
}

static void
read_cb (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_citation_is_copied (Fixture *fixture,
                         gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autofree char *text = NULL;

  open_code (fixture, "3A001.a.5.a.4");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "lists.copy-citation",
                                             NULL));
  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  harness_wait (is_set, &text);
  g_assert_cmpstr (text, ==, "EU Annex I, 3A001.a.5.a.4, edition 2025-11-15");
}

static gboolean
is_on_page (gpointer data)
{
  return adw_navigation_split_view_get_show_content (data);
}

static void
test_narrow_shows_one_thing_at_a_time (Fixture *fixture,
                                       gconstpointer data)
{
  AdwNavigationSplitView *split_view = ADW_NAVIGATION_SPLIT_VIEW (get_child (fixture,
                                                                             "split_view"));

  g_assert_true (adw_navigation_split_view_get_collapsed (split_view));
  g_assert_false (adw_navigation_split_view_get_show_content (split_view));
  open_code (fixture, "3A001");
  harness_wait (is_on_page, split_view);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, 360);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "lists.find", NULL));
  g_assert_false (adw_navigation_split_view_get_show_content (split_view));
}

/* As narrow as a telephone, with text twice as large, and mirrored: nothing asks for more room than there is. */
static void
test_fits (GtkTextDirection direction,
           int dpi)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkTextDirection usual = gtk_widget_get_default_direction ();
  Fixture fixture = { 0 };
  int minimum = 0;
  int usual_dpi = 0;

  g_object_get (settings, "gtk-xft-dpi", &usual_dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi * 1024, NULL);
  gtk_widget_set_default_direction (direction);
  open_at (&fixture, 360);
  open_code (&fixture, "3A001.a.5.a.4");
  harness_wait (is_filled, &fixture);
  gtk_widget_measure (GTK_WIDGET (fixture.page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture.window)), <=, 360);
  tear_down (&fixture, NULL);
  gtk_widget_set_default_direction (usual);
  g_object_set (settings, "gtk-xft-dpi", usual_dpi, NULL);
}

static void
test_fits_large_text (void)
{
  test_fits (GTK_TEXT_DIR_LTR, 192);
}

static void
test_fits_right_to_left (void)
{
  test_fits (GTK_TEXT_DIR_RTL, 96);
}

static void
test_controls_are_named (Fixture *fixture,
                         gconstpointer data)
{
  GtkWidget *entry = get_child (fixture, "search_entry");

  gtk_test_accessible_assert_role (entry, GTK_ACCESSIBLE_ROLE_SEARCH_BOX);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Search all control lists");
  gtk_test_accessible_assert_property (get_child (fixture, "tree_view"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Categories, groups and entries");
  gtk_test_accessible_assert_property (get_child (fixture, "hits_view"),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Entries found, best first");
}

static void
test_editions_stand_at_the_foot (Fixture *fixture,
                                 gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);

  g_assert_nonnull (harness_find (window, has_text, "EU 2025-11-15"));
  g_assert_nonnull (harness_find (window, has_text, "Newest is 374 days old"));
}

static void
test_missing_bundle_is_explained (void)
{
  LicetWindow *window = harness_open_window (NULL, 360, 640);
  GtkWidget *room = harness_get_child (window, LICET_TYPE_WINDOW, "lists_room");
  GtkWidget *rooms = harness_get_child (room, LICET_TYPE_LISTS_ROOM, "rooms");

  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (rooms)), ==, "missing");
  g_assert_nonnull (harness_find (room, has_text, "no such file"));
  g_assert_false (g_action_group_get_action_enabled (
    licet_lists_room_get_actions (LICET_LISTS_ROOM (room)), "find"));
  harness_close_window (window);
}

typedef struct {
  const char *name;
  int width;
  void (*test) (Fixture *fixture,
                gconstpointer data);
} Case;

static const Case cases[] = {
  { "page-is-empty-at-first", 1200, test_page_is_empty_at_first },
  { "tree-is-category-group-entry", 1200, test_tree_is_category_group_entry },
  { "entry-is-selected-in-tree", 1200, test_entry_is_selected_in_tree },
  { "entry-shows-all-paragraphs", 1200, test_entry_shows_all_paragraphs },
  { "row-says-its-conditions", 1200, test_row_says_its_conditions },
  { "search-gives-reasons", 1200, test_search_gives_reasons },
  { "search-drops-older-keystrokes", 1200, test_search_drops_older_keystrokes },
  { "search-that-finds-nothing-says-so", 1200, test_search_that_finds_nothing_says_so },
  { "links-lead-to-entries", 1200, test_links_lead_to_entries },
  { "terms-open-in-place", 1200, test_terms_open_in_place },
  { "history-goes-back-and-forward", 1200, test_history_goes_back_and_forward },
  { "citation-is-copied", 1200, test_citation_is_copied },
  { "narrow-shows-one-thing-at-a-time", 360, test_narrow_shows_one_thing_at_a_time },
  { "controls-are-named", 1200, test_controls_are_named },
  { "editions-stand-at-the-foot", 1200, test_editions_stand_at_the_foot },
};

int
main (int argc,
      char **argv)
{
  harness_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/ui/lists/", cases[i].name, NULL);

    g_test_add (path, Fixture, GINT_TO_POINTER (cases[i].width), set_up, cases[i].test, tear_down);
  }
  g_test_add_func ("/ui/lists/missing-bundle-is-explained", test_missing_bundle_is_explained);
  g_test_add_func ("/ui/lists/fits-360-pixels/large-text", test_fits_large_text);
  g_test_add_func ("/ui/lists/fits-360-pixels/right-to-left", test_fits_right_to_left);
  return g_test_run ();
}
