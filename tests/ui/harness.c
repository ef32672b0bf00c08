/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include "harness.h"

#define LIMIT_US (10 * G_USEC_PER_SEC)

void
harness_init (int *argc,
              char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

LicetBundle *
harness_open_bundle (void)
{
  g_autoptr (GError) error = NULL;
  LicetBundle *bundle = licet_bundle_open (NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

LicetWindow *
harness_open_window (LicetBundle *bundle,
                     int width,
                     int height)
{
  LicetWindow *window = g_object_new (LICET_TYPE_WINDOW, NULL);

  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  licet_window_set_bundle (window, bundle, bundle == NULL ? "no such file" : NULL);
  gtk_window_present (GTK_WINDOW (window));
  harness_wait (is_mapped, window);
  harness_settle ();
  return window;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
harness_close_window (LicetWindow *window)
{
  gpointer watched = window;

  /* An idle of libadwaita 1.7 writes into a breakpoint bin that may be gone by then; let it run first. */
  harness_settle ();
  g_object_add_weak_pointer (G_OBJECT (window), &watched);
  gtk_window_destroy (GTK_WINDOW (window));
  harness_wait (is_gone, &watched);
}

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
harness_wait (HarnessCondition condition,
              gpointer data)
{
  gint64 end = g_get_monotonic_time () + LIMIT_US;
  guint waker = g_timeout_add (20, wake_cb, NULL);

  while (!condition (data)) {
    g_assert_cmpint (g_get_monotonic_time (), <, end);
    g_main_context_iteration (NULL, TRUE);
  }
  g_source_remove (waker);
}

void
harness_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

GtkWidget *
harness_find (GtkWidget *root,
              HarnessMatch match,
              gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = harness_find (child, match, data);

    if (found != NULL)
      return found;
  }
  return NULL;
}

GtkWidget *
harness_get_child (gpointer widget,
                   GType type,
                   const char *name)
{
  GObject *child = gtk_widget_get_template_child (GTK_WIDGET (widget), type, name);

  g_assert_true (GTK_IS_WIDGET (child));
  return GTK_WIDGET (child);
}
