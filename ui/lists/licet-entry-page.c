/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-entry-page"

#include "config.h"

#include "licet-entry-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "licet-clause-row.h"
#include "licet-entry-links.h"

/*
 * Rows made at once, which fill the window, and in each frame after that, so that an entry of hundreds of paragraphs
 * never holds one up: it is the layout of wrapped text that takes long.
 */
#define ROWS_AT_ONCE 12u
#define ROWS_IN_A_FRAME 4u

struct _LicetEntryPage {
  AdwNavigationPage parent_instance;

  const LicetNode *entry;
  const LicetNode *target; /* the paragraph to be chosen once its row is there */
  LicetClauseRow *chosen;  /* the paragraph a citation is made of; a row of @clauses */
  GPtrArray *pending;      /* paragraphs that have no row yet, last first */
  GHashTable *seen;
  guint fill_tick;
  guint scroll_tick;
  gboolean is_narrow;

  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkViewport *viewport;
  GtkLabel *crumbs;
  GtkLabel *heading;
  GtkListBox *clauses;
  GtkBox *rules;
  GtkListBox *rules_list;
  GtkBox *asides;
  GtkBox *columns;
  GtkPopover *term_popover; /* a child of @columns */
};

enum {
  SIGNAL_OPEN_NODE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LicetEntryPage, licet_entry_page, ADW_TYPE_NAVIGATION_PAGE)

/* Parents before children, so that it is read as the law is. */
static void
collect_clauses (const LicetNode *node,
                 GPtrArray *clauses)
{
  gboolean says_nothing = node->parent == NULL && node->n_notes == 0 && node->n_children > 0;

  for (guint i = 0; says_nothing && i < node->n_conditions; i++)
    says_nothing = node->conditions[i]->is_implicit;
  /* The heading above says what a mere heading would say again. */
  if (!says_nothing || (node->parent == NULL && node->is_all))
    g_ptr_array_add (clauses, (gpointer) node);
  for (guint i = 0; i < node->n_children; i++)
    collect_clauses (node->children[i], clauses);
}

static GtkListBoxRow *
find_row (LicetEntryPage *self,
          const LicetNode *node)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->clauses, i)) != NULL; i++)
    if (licet_clause_row_get_node (LICET_CLAUSE_ROW (row)) == node)
      return row;
  return NULL;
}

static void
choose_row (LicetEntryPage *self,
            LicetClauseRow *row)
{
  if (self->chosen != NULL)
    licet_clause_row_set_is_chosen (self->chosen, FALSE);
  self->chosen = row;
  if (row != NULL)
    licet_clause_row_set_is_chosen (row, TRUE);
}

static void
show_title (LicetEntryPage *self)
{
  const LicetNode *node = licet_entry_page_get_node (self);
  g_autofree char *subtitle = NULL;

  if (node == NULL) {
    adw_window_title_set_title (self->window_title, C_("page", "Entry"));
    adw_window_title_set_subtitle (self->window_title, "");
    adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), C_("page", "Entry"));
    return;
  }
  /* Translators: a control list and the day its edition came into force: "EU Annex I, 2025-11-15". */
  subtitle = g_strdup_printf (C_("edition", "%s, %s"),
                              licet_control_list_get_short_name (node->list),
                              licet_control_list_get_edition (node->list));
  adw_window_title_set_title (self->window_title, node->full);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), node->full);
}

/* Rows have no place before they are laid out. */
static gboolean
scroll_tick_cb (GtkWidget *widget,
                GdkFrameClock *clock,
                gpointer data)
{
  LicetEntryPage *self = LICET_ENTRY_PAGE (data);

  if (self->chosen != NULL && gtk_widget_get_height (GTK_WIDGET (self->chosen)) == 0)
    return G_SOURCE_CONTINUE;
  if (self->chosen != NULL) {
    graphene_point_t place;
    GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

    /* A third down, so that what stands above it can be read too. */
    if (gtk_widget_compute_point (GTK_WIDGET (self->chosen),
                                  gtk_viewport_get_child (self->viewport),
                                  &GRAPHENE_POINT_INIT (0, 0), &place))
      gtk_adjustment_set_value (adjustment,
                                (double) place.y - gtk_adjustment_get_page_size (adjustment) / 3);
  }
  self->scroll_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
show_target (LicetEntryPage *self)
{
  GtkListBoxRow *row = self->target != NULL ? find_row (self, self->target) : NULL;

  if (row == NULL)
    return;
  self->target = NULL;
  choose_row (self, LICET_CLAUSE_ROW (row));
  if (self->scroll_tick == 0)
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_tick_cb, self,
                                                      NULL);
}

static void
open_code (LicetEntryPage *self,
           const char *code)
{
  const LicetNode *node = licet_control_list_find (self->entry->list, code);

  if (node != NULL)
    g_signal_emit (self, signals[SIGNAL_OPEN_NODE], 0, node);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The meaning of a term where it stands, without leaving the page. */
static void
open_term (LicetEntryPage *self,
           const char *id,
           GtkWidget *where)
{
  const LicetTerm *term = licet_entry_links_find_term (self->entry->list, id);
  graphene_rect_t bounds;
  GtkWidget *box;
  GtkWidget *meaning;

  if (term == NULL || !gtk_widget_compute_bounds (where, GTK_WIDGET (self->columns), &bounds))
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (box), create_label (term->term, "heading"));
  meaning = create_label (term->meaning, NULL);
  gtk_label_set_max_width_chars (GTK_LABEL (meaning), 40);
  gtk_box_append (GTK_BOX (box), meaning);
  gtk_box_append (GTK_BOX (box), create_label (term->cite, "dimmed"));
  gtk_popover_set_child (self->term_popover, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->term_popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, term->term,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, term->meaning, -1);
  gtk_popover_set_pointing_to (self->term_popover,
                               &(GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y,
                                                 (int) bounds.size.width,
                                                 (int) bounds.size.height });
  gtk_popover_popup (self->term_popover);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), term->meaning,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
link_activated_cb (LicetEntryPage *self,
                   const char *uri,
                   GtkWidget *where)
{
  if (g_str_has_prefix (uri, "code:"))
    open_code (self, uri + strlen ("code:"));
  else if (g_str_has_prefix (uri, "term:"))
    open_term (self, uri + strlen ("term:"), where);
}

static gboolean
link_button_activated_cb (LicetEntryPage *self,
                          GtkLinkButton *button)
{
  link_activated_cb (self, gtk_link_button_get_uri (button), GTK_WIDGET (button));
  return TRUE;
}

static void
add_rows (LicetEntryPage *self,
          guint n)
{
  for (guint i = 0; i < n && self->pending->len > 0; i++) {
    const LicetNode *node = g_ptr_array_steal_index (self->pending, self->pending->len - 1);
    GtkWidget *row = licet_clause_row_new (node, self->seen);

    licet_clause_row_set_is_narrow (LICET_CLAUSE_ROW (row), self->is_narrow);
    g_signal_connect_object (row, "activate-link", G_CALLBACK (link_activated_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_list_box_append (self->clauses, row);
  }
  show_target (self);
}

static gboolean
fill_tick_cb (GtkWidget *widget,
              GdkFrameClock *clock,
              gpointer data)
{
  LicetEntryPage *self = LICET_ENTRY_PAGE (widget);

  add_rows (self, ROWS_IN_A_FRAME);
  if (self->pending->len > 0)
    return G_SOURCE_CONTINUE;
  self->fill_tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop_filling (LicetEntryPage *self)
{
  if (self->fill_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->fill_tick);
  self->fill_tick = 0;
  g_ptr_array_set_size (self->pending, 0);
}

static void
show_clauses (LicetEntryPage *self)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new ();

  self->chosen = NULL;
  gtk_list_box_remove_all (self->clauses);
  g_hash_table_remove_all (self->seen);
  stop_filling (self);
  collect_clauses (self->entry, clauses);
  for (guint i = clauses->len; i > 0; i--)
    g_ptr_array_add (self->pending, g_ptr_array_index (clauses, i - 1));
  add_rows (self, ROWS_AT_ONCE);
  if (self->pending->len > 0)
    self->fill_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_tick_cb, NULL, NULL);
}

static gboolean
governs (const LicetGeneralNote *note,
         const LicetNode *node)
{
  if (licet_general_note_governs (note, node))
    return TRUE;
  for (guint i = 0; i < node->n_children; i++)
    if (governs (note, node->children[i]))
      return TRUE;
  return FALSE;
}

static void
show_rules (LicetEntryPage *self)
{
  guint n = 0;
  const LicetGeneralNote *notes = licet_control_list_get_general_notes (self->entry->list, &n);
  gboolean has_any = FALSE;

  gtk_list_box_remove_all (self->rules_list);
  for (guint i = 0; i < n; i++) {
    g_autofree char *subtitle = NULL;
    GtkWidget *row;

    if (!governs (&notes[i], self->entry))
      continue;
    /* Translators: what a note does, and where it stands in the law. */
    subtitle = g_strdup_printf (C_("note", "%s · %s"),
                                licet_note_effect_get_words (notes[i].effect), notes[i].cite);
    row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", notes[i].text,
                        "subtitle", subtitle, "activatable", FALSE, NULL);
    gtk_list_box_append (self->rules_list, row);
    has_any = TRUE;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->rules), has_any);
}

static GtkBox *
add_aside (LicetEntryPage *self,
           const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", title, "xalign", 0.0f, "wrap", TRUE, NULL);

  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->asides, box);
  return GTK_BOX (box);
}

static void
add_link (LicetEntryPage *self,
          GtkBox *aside,
          const char *uri,
          const char *code,
          const char *title)
{
  GtkWidget *button = g_object_new (GTK_TYPE_LINK_BUTTON, "uri", uri, NULL);
  GtkWidget *label = create_label (NULL, "caption");
  g_autofree char *markup = NULL;
  g_autofree char *spoken = NULL;

  if (code != NULL) {
    markup = g_markup_printf_escaped ("<b>%s</b>  %s", code, title);
    spoken = g_strdup_printf ("%s, %s", code, title);
  } else {
    markup = g_markup_escape_text (title, -1);
    spoken = g_strdup (title);
  }
  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "aside");
  /* The address is for us; a person gets the name. */
  gtk_widget_set_has_tooltip (button, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  g_signal_connect_object (button, "activate-link", G_CALLBACK (link_button_activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (aside, button);
}

static const char *
get_nature_words (LicetNature nature)
{
  switch (nature) {
  case LICET_NATURE_GOODS:
    return C_("nature", "Goods");
  case LICET_NATURE_SOFTWARE:
    return C_("nature", "Software");
  case LICET_NATURE_TECHNOLOGY:
    return C_("nature", "Technology");
  default:
    g_return_val_if_reached ("");
  }
}

static void
show_related (LicetEntryPage *self)
{
  GtkBox *aside = NULL;

  for (guint i = 0; self->entry->see != NULL && self->entry->see[i] != NULL; i++) {
    const LicetNode *node = licet_control_list_find (self->entry->list, self->entry->see[i]);
    g_autofree char *uri = NULL;

    if (aside == NULL)
      aside = add_aside (self, _("See Also"));
    if (node == NULL) {
      gtk_box_append (aside, create_label (self->entry->see[i], "caption"));
      continue;
    }
    uri = g_strconcat ("code:", node->full, NULL);
    add_link (self, aside, uri, node->full, node->text);
  }
}

static void
collect_terms (const LicetNode *node,
               GPtrArray *terms)
{
  g_autoptr (GPtrArray) found = licet_node_dup_terms (node);

  for (guint i = 0; i < found->len; i++)
    if (!g_ptr_array_find (terms, g_ptr_array_index (found, i), NULL))
      g_ptr_array_add (terms, g_ptr_array_index (found, i));
  for (guint i = 0; i < node->n_children; i++)
    collect_terms (node->children[i], terms);
}

static void
show_terms (LicetEntryPage *self)
{
  g_autoptr (GPtrArray) terms = g_ptr_array_new ();
  GtkBox *aside;

  collect_terms (self->entry, terms);
  if (terms->len == 0)
    return;
  aside = add_aside (self, _("Defined Terms"));
  for (guint i = 0; i < terms->len; i++) {
    const LicetTerm *term = g_ptr_array_index (terms, i);
    g_autofree char *uri = g_strconcat ("term:", term->id, NULL);

    add_link (self, aside, uri, NULL, term->term);
  }
}

static void
show_asides (LicetEntryPage *self)
{
  GtkWidget *child;
  GtkBox *aside;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->asides))) != NULL)
    gtk_box_remove (self->asides, child);
  aside = add_aside (self, _("Nature"));
  gtk_box_append (aside, create_label (get_nature_words (self->entry->nature), "caption"));
  if (self->entry->origin != NULL && self->entry->origin[0] != NULL) {
    aside = add_aside (self, _("Regime Origin"));
    for (guint i = 0; self->entry->origin[i] != NULL; i++)
      gtk_box_append (aside, create_label (self->entry->origin[i], "caption"));
  }
  show_related (self);
  show_terms (self);
  aside = add_aside (self, _("Edition"));
  gtk_box_append (aside, create_label (licet_control_list_get_edition (self->entry->list),
                                       "caption"));
  child = create_label (licet_control_list_get_legal_basis (self->entry->list), "caption");
  gtk_widget_add_css_class (child, "dimmed");
  gtk_box_append (aside, child);
}

static void
show_heading (LicetEntryPage *self)
{
  const LicetNode *entry = self->entry;
  g_autofree char *category = g_strndup (entry->code, 1);
  g_autofree char *group = g_strndup (entry->code, 2);
  const char *title = licet_control_list_get_category_title (entry->list, category);
  const char *group_title = licet_control_list_get_group_title (entry->list, group[1]);
  /* Translators: where an entry stands: category, group; "3 Electronics › 3A Systems". */
  g_autofree char *crumbs = g_strdup_printf (C_("place", "%s %s › %s %s"), category,
                                             title != NULL ? title : "", group,
                                             group_title != NULL ? group_title : "");
  g_autofree char *heading = g_strdup_printf ("%s  %s", entry->code, entry->text);

  gtk_label_set_label (self->crumbs, crumbs);
  gtk_label_set_label (self->heading, heading);
}

static void
clause_activated_cb (LicetEntryPage *self,
                     GtkListBoxRow *row)
{
  choose_row (self, LICET_CLAUSE_ROW (row));
  show_title (self);
}

static void
set_narrow (LicetEntryPage *self,
            gboolean is_narrow)
{
  GtkListBoxRow *row;

  self->is_narrow = is_narrow;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->clauses, i)) != NULL; i++)
    licet_clause_row_set_is_narrow (LICET_CLAUSE_ROW (row), is_narrow);
}

static void
narrow_applied_cb (LicetEntryPage *self)
{
  set_narrow (self, TRUE);
}

static void
narrow_unapplied_cb (LicetEntryPage *self)
{
  set_narrow (self, FALSE);
}

static void
licet_entry_page_dispose (GObject *object)
{
  LicetEntryPage *self = LICET_ENTRY_PAGE (object);

  stop_filling (self);
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  self->entry = NULL;
  self->target = NULL;
  self->chosen = NULL;
  if (self->term_popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->term_popover));
  self->term_popover = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (object), LICET_TYPE_ENTRY_PAGE);
  G_OBJECT_CLASS (licet_entry_page_parent_class)->dispose (object);
}

static void
licet_entry_page_finalize (GObject *object)
{
  LicetEntryPage *self = LICET_ENTRY_PAGE (object);

  g_clear_pointer (&self->pending, g_ptr_array_unref);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  G_OBJECT_CLASS (licet_entry_page_parent_class)->finalize (object);
}

static void
licet_entry_page_class_init (LicetEntryPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = licet_entry_page_dispose;
  object_class->finalize = licet_entry_page_finalize;

  signals[SIGNAL_OPEN_NODE] = g_signal_new ("open-node", LICET_TYPE_ENTRY_PAGE, G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/licet/Licet/lists/licet-entry-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, window_title);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, stack);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, viewport);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, crumbs);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, heading);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, clauses);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, rules);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, rules_list);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, asides);
  gtk_widget_class_bind_template_child (widget_class, LicetEntryPage, columns);
  gtk_widget_class_bind_template_callback (widget_class, clause_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_unapplied_cb);
}

static void
licet_entry_page_init (LicetEntryPage *self)
{
  self->pending = g_ptr_array_new ();
  self->seen = g_hash_table_new (NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->term_popover = GTK_POPOVER (gtk_popover_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->term_popover), "term");
  gtk_widget_set_parent (GTK_WIDGET (self->term_popover), GTK_WIDGET (self->columns));
}

const LicetNode *
licet_entry_page_get_node (LicetEntryPage *page)
{
  g_return_val_if_fail (LICET_IS_ENTRY_PAGE (page), NULL);

  if (page->target != NULL)
    return page->target;
  return page->chosen != NULL ? licet_clause_row_get_node (page->chosen) : page->entry;
}

void
licet_entry_page_set_node (LicetEntryPage *page,
                           const LicetNode *node)
{
  g_return_if_fail (LICET_IS_ENTRY_PAGE (page));

  if (node == NULL) {
    page->entry = NULL;
    page->target = NULL;
    page->chosen = NULL;
    stop_filling (page);
    gtk_list_box_remove_all (page->clauses);
    gtk_stack_set_visible_child_name (page->stack, "empty");
    show_title (page);
    return;
  }
  page->target = node != node->entry ? node : NULL;
  if (page->entry != node->entry) {
    page->entry = node->entry;
    show_heading (page);
    show_clauses (page);
    show_rules (page);
    show_asides (page);
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (page->scroller), 0);
  } else {
    choose_row (page, NULL);
    show_target (page);
  }
  gtk_stack_set_visible_child_name (page->stack, "entry");
  show_title (page);
}

void
licet_entry_page_focus (LicetEntryPage *page)
{
  g_return_if_fail (LICET_IS_ENTRY_PAGE (page));

  if (page->chosen != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (page->chosen));
  else
    gtk_widget_child_focus (GTK_WIDGET (page->clauses), GTK_DIR_TAB_FORWARD);
}
