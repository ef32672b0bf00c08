/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include "harness.h"

#include "licet-clause-row.h"
#include "licet-entry-page.h"
#include "licet-lists-room.h"

static void
test_instantiates (gconstpointer data)
{
  GType type = *(const GType *) data;
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));
  gpointer watched = widget;

  g_assert_cmpstr (G_OBJECT_TYPE_NAME (widget), ==, g_type_name (type));
  g_assert_nonnull (gtk_widget_get_first_child (widget));
  g_object_add_weak_pointer (G_OBJECT (widget), &watched);
  if (GTK_IS_WINDOW (widget))
    gtk_window_destroy (GTK_WINDOW (widget));
  g_object_unref (widget);
  harness_settle ();
  g_assert_null (watched);
}

/* Shortcuts are read from the resource by its path; a name that is wrong there is found by nobody else. */
static void
test_shortcuts (void)
{
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource ("/app/licet/Licet/gtk/help-overlay.ui");
  GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

  g_assert_true (GTK_IS_WINDOW (overlay));
  gtk_window_destroy (GTK_WINDOW (overlay));
}

int
main (int argc,
      char **argv)
{
  GType types[4];

  harness_init (&argc, &argv);
  types[0] = LICET_TYPE_CLAUSE_ROW;
  types[1] = LICET_TYPE_ENTRY_PAGE;
  types[2] = LICET_TYPE_LISTS_ROOM;
  types[3] = LICET_TYPE_WINDOW;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autofree char *path = g_strconcat ("/ui/template/instantiates/", g_type_name (types[i]),
                                         NULL);

    g_test_add_data_func (path, &types[i], test_instantiates);
  }
  g_test_add_func ("/ui/template/shortcuts-are-found", test_shortcuts);
  return g_test_run ();
}
