/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-clause-row"

#include "config.h"

#include "licet-clause-row.h"

#include <glib/gi18n.h>

#include "licet-entry-links.h"

/* How far a paragraph is set in for each level, in pixels. */
#define INDENT 14

struct _LicetClauseRow {
  GtkListBoxRow parent_instance;

  const LicetNode *node;
  gboolean has_thresholds;

  GtkLabel *designator;
  GtkLabel *text;
  GtkLabel *conditions;
  GtkBox *words;
  GtkBox *notes;
  GtkBox *thresholds;
};

enum {
  SIGNAL_ACTIVATE_LINK,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LicetClauseRow, licet_clause_row, GTK_TYPE_LIST_BOX_ROW)

static guint
get_depth (const LicetNode *node)
{
  guint depth = 0;

  for (const LicetNode *above = node->parent; above != NULL; above = above->parent)
    depth++;
  return depth;
}

static const char *
get_sign (LicetComparison comparison)
{
  switch (comparison) {
  case LICET_COMPARISON_GT:
    return ">";
  case LICET_COMPARISON_GE:
    return "≥";
  case LICET_COMPARISON_LT:
    return "<";
  case LICET_COMPARISON_LE:
    return "≤";
  case LICET_COMPARISON_EQ:
  default:
    return "=";
  }
}

/* Thresholds of the paragraph itself; those in combinations are told in words only, where their "or" stands. */
static void
add_thresholds (LicetClauseRow *self,
                const LicetCondition *condition)
{
  if (condition->type != LICET_CONDITION_QUANTITY && condition->type != LICET_CONDITION_EXPRESSION)
    return;
  for (guint i = 0; i < condition->n_bounds; i++) {
    const LicetBound *bound = &condition->bounds[i];
    g_autofree char *text = g_strdup_printf ("%s\u00a0%s", get_sign (bound->comparison),
                                             bound->text);
    /* It repeats the words beside it, so a screen reader passes over it. */
    GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "halign", GTK_ALIGN_END,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

    gtk_widget_add_css_class (label, "threshold");
    gtk_widget_add_css_class (label, "numeric");
    gtk_box_append (self->thresholds, label);
    self->has_thresholds = TRUE;
  }
}

static void
show_conditions (LicetClauseRow *self,
                 GString *spoken)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->node->n_conditions; i++) {
    const LicetCondition *condition = self->node->conditions[i];
    g_autofree char *phrase = NULL;

    /* That the words describe the item is what every paragraph says of itself. */
    if (condition->is_implicit)
      continue;
    phrase = licet_condition_dup_words (condition);
    g_string_append_printf (words, "%s• %s", n > 0 ? "\n" : "", phrase);
    g_string_append_printf (spoken, "; %s", phrase);
    add_thresholds (self, condition);
    n++;
  }
  if (self->node->is_all && self->node->n_children > 0) {
    g_string_append_printf (words, "%s%s", n > 0 ? "\n" : "", _("All of the following together"));
    g_string_append_printf (spoken, "; %s", _("All of the following together"));
  }
  gtk_label_set_label (self->conditions, words->str);
  gtk_widget_set_visible (GTK_WIDGET (self->conditions), words->len > 0);
}

static gboolean
link_activated_cb (LicetClauseRow *self,
                   const char *uri,
                   GtkLabel *label)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_LINK], 0, uri, label);
  return TRUE;
}

static void
show_notes (LicetClauseRow *self,
            GHashTable *seen,
            GString *spoken)
{
  for (guint i = 0; i < self->node->n_notes; i++) {
    const LicetNote *note = &self->node->notes[i];
    const char *effect = licet_note_effect_get_words (note->effect);
    g_autofree char *linked = licet_entry_links_dup_markup (self->node, note->text, seen);
    g_autofree char *escaped = g_markup_escape_text (effect, -1);
    /* Translators: a note of the law; the first is what it does ("Excludes"), the second its words. */
    g_autofree char *markup = g_strdup_printf (_("<b>%s</b> — %s"), escaped, linked);
    GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "use-markup", TRUE, "label", markup, "wrap",
                                     TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

    gtk_widget_add_css_class (label, "caption");
    gtk_widget_add_css_class (label, "note");
    g_signal_connect_object (label, "activate-link", G_CALLBACK (link_activated_cb), self,
                             G_CONNECT_SWAPPED);
    gtk_box_append (self->notes, label);
    /* Translators: a note read aloud: what it does, then its words. */
    g_string_append_printf (spoken, _(". Note, %s: %s"), effect, note->text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->notes), self->node->n_notes > 0);
}

static void
licet_clause_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LICET_TYPE_CLAUSE_ROW);
  G_OBJECT_CLASS (licet_clause_row_parent_class)->dispose (object);
}

static void
licet_clause_row_class_init (LicetClauseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = licet_clause_row_dispose;

  signals[SIGNAL_ACTIVATE_LINK] = g_signal_new ("activate-link", LICET_TYPE_CLAUSE_ROW,
                                                G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                G_TYPE_NONE, 2, G_TYPE_STRING, GTK_TYPE_WIDGET);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/licet/Licet/lists/licet-clause-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LicetClauseRow, designator);
  gtk_widget_class_bind_template_child (widget_class, LicetClauseRow, text);
  gtk_widget_class_bind_template_child (widget_class, LicetClauseRow, conditions);
  gtk_widget_class_bind_template_child (widget_class, LicetClauseRow, words);
  gtk_widget_class_bind_template_child (widget_class, LicetClauseRow, notes);
  gtk_widget_class_bind_template_child (widget_class, LicetClauseRow, thresholds);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
}

static void
licet_clause_row_init (LicetClauseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
licet_clause_row_new (const LicetNode *node,
                      GHashTable *seen)
{
  LicetClauseRow *self;
  g_autoptr (GString) spoken = NULL;
  g_autofree char *markup = NULL;
  const char *words;
  guint depth;

  g_return_val_if_fail (node != NULL && seen != NULL, NULL);

  self = g_object_new (LICET_TYPE_CLAUSE_ROW, NULL);
  self->node = node;
  words = node->is_unused ? _("Not used") : node->text;
  depth = get_depth (node);

  gtk_label_set_label (self->designator, depth == 0 ? node->code : node->path);
  gtk_widget_set_margin_start (GTK_WIDGET (self->designator),
                               depth > 1 ? (int) (depth - 1) * INDENT : 0);
  markup = licet_entry_links_dup_markup (node, words, seen);
  gtk_label_set_label (self->text, markup);
  if (node->is_unused)
    gtk_widget_add_css_class (GTK_WIDGET (self->text), "dimmed");
  if (node->n_children > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "group");

  spoken = g_string_new (node->full);
  g_string_append_printf (spoken, ", %s", words);
  show_conditions (self, spoken);
  show_notes (self, seen, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken->str,
                                  -1);
  licet_clause_row_set_is_narrow (self, FALSE);
  return GTK_WIDGET (self);
}

const LicetNode *
licet_clause_row_get_node (LicetClauseRow *row)
{
  g_return_val_if_fail (LICET_IS_CLAUSE_ROW (row), NULL);

  return row->node;
}

void
licet_clause_row_set_is_narrow (LicetClauseRow *row,
                                gboolean is_narrow)
{
  g_return_if_fail (LICET_IS_CLAUSE_ROW (row));

  gtk_widget_set_visible (GTK_WIDGET (row->thresholds), row->has_thresholds && !is_narrow);
}

void
licet_clause_row_set_is_chosen (LicetClauseRow *row,
                                gboolean is_chosen)
{
  g_return_if_fail (LICET_IS_CLAUSE_ROW (row));

  if (is_chosen)
    gtk_widget_add_css_class (GTK_WIDGET (row), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "chosen");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, is_chosen, -1);
}

const char *
licet_note_effect_get_words (LicetNoteEffect effect)
{
  switch (effect) {
  case LICET_NOTE_EXCLUDES:
    return C_("note", "Excludes");
  case LICET_NOTE_INCLUDES:
    return C_("note", "Includes");
  case LICET_NOTE_DEFINES:
    return C_("note", "Defines");
  case LICET_NOTE_METHOD:
    return C_("note", "Method");
  case LICET_NOTE_SEE:
    return C_("note", "See also");
  case LICET_NOTE_DEFERS:
    return C_("note", "Shares the status of other goods");
  case LICET_NOTE_REQUIRES:
    return C_("note", "Requires");
  case LICET_NOTE_FOLLOWS_COMPONENT:
    return C_("note", "Follows a component");
  default:
    g_return_val_if_reached ("");
  }
}
