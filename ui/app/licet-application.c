/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-application"

#include "config.h"

#include "licet-application.h"

#include <glib/gi18n.h>

#include "licet-window.h"

#define APPLICATION_ID "app.licet.Licet"

struct _LicetApplication {
  AdwApplication parent_instance;

  GCancellable *loading;
  LicetBundle *bundle;
  char *problem;
};

G_DEFINE_FINAL_TYPE (LicetApplication, licet_application, ADW_TYPE_APPLICATION)

static gboolean
is_loaded (LicetApplication *self)
{
  return self->bundle != NULL || self->problem != NULL;
}

static void
fill_windows (LicetApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (LICET_IS_WINDOW (l->data))
      licet_window_set_bundle (LICET_WINDOW (l->data), self->bundle, self->problem);
}

/* Lists are read when first asked for; ask here, so that the window never waits for the disk. */
static void
load_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetBundle) bundle = licet_bundle_open (NULL, &error);
  const char *const *ids = bundle != NULL ? licet_bundle_get_list_ids (bundle) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL && error == NULL; i++)
    (void) licet_bundle_get_list (bundle, ids[i], &error);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_steal_pointer (&bundle), g_object_unref);
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  LicetApplication *self = LICET_APPLICATION (source);
  g_autoptr (GError) error = NULL;

  self->bundle = g_task_propagate_pointer (G_TASK (result), &error);
  if (self->bundle == NULL)
    self->problem = g_strdup (error->message);
  fill_windows (self);
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer data)
{
  LicetApplication *self = LICET_APPLICATION (data);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  AdwDialog *dialog = adw_about_dialog_new ();
  AdwAboutDialog *about = ADW_ABOUT_DIALOG (dialog);
  g_autofree char *editions = self->bundle != NULL ? licet_editions_dup_words (self->bundle) : NULL;
  g_autofree char *comments = NULL;

  adw_about_dialog_set_application_name (about, "Licet");
  adw_about_dialog_set_application_icon (about, APPLICATION_ID);
  adw_about_dialog_set_version (about, LICET_VERSION);
  adw_about_dialog_set_developer_name (about, _("The Licet developers"));
  adw_about_dialog_set_copyright (about, "© 2026 The Licet developers");
  adw_about_dialog_set_license_type (about, GTK_LICENSE_GPL_3_0);
  if (editions != NULL)
    /* Translators: the lists the program holds, each with the day it came into force. */
    comments = g_strdup_printf (_("Control lists held: %s.\nThe words for the controls are our "
                                  "own; the official text is the law. Licet gives no legal "
                                  "advice."), editions);
  else
    comments = g_strdup (_("No control lists are loaded."));
  adw_about_dialog_set_comments (about, comments);
  /* Translators: your own name, and below it those of others who translated. */
  adw_about_dialog_set_translator_credits (about, _("translator-credits"));
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer data)
{
  g_application_quit (G_APPLICATION (data));
}

static const GActionEntry entries[] = {
  { "about", about_activated_cb, NULL, NULL, NULL, { 0 } },
  { "quit", quit_activated_cb, NULL, NULL, NULL, { 0 } },
};

typedef struct {
  const char *action;
  const char *accels[3];
} Accels;

static const Accels accels[] = {
  { "app.quit", { "<Control>q" } },
  { "window.close", { "<Control>w" } },
  { "lists.find", { "<Control>f" } },
  { "lists.back", { "<Alt>Left", "Back" } },
  { "lists.forward", { "<Alt>Right", "Forward" } },
  { "lists.copy-citation", { "<Control><Shift>c" } },
};

static void
licet_application_activate (GApplication *application)
{
  LicetApplication *self = LICET_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL) {
    window = GTK_WINDOW (licet_window_new (GTK_APPLICATION (self)));
    if (is_loaded (self))
      licet_window_set_bundle (LICET_WINDOW (window), self->bundle, self->problem);
  }
  gtk_window_present (window);
}

static void
licet_application_startup (GApplication *application)
{
  LicetApplication *self = LICET_APPLICATION (application);
  g_autoptr (GTask) task = NULL;

  G_APPLICATION_CLASS (licet_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (gsize i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accels[i].action,
                                           accels[i].accels);

  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, licet_application_startup);
  g_task_set_return_on_cancel (task, FALSE);
  g_task_run_in_thread (task, load_thread);
}

static void
licet_application_finalize (GObject *object)
{
  LicetApplication *self = LICET_APPLICATION (object);

  g_clear_object (&self->loading);
  g_clear_object (&self->bundle);
  g_clear_pointer (&self->problem, g_free);
  G_OBJECT_CLASS (licet_application_parent_class)->finalize (object);
}

static void
licet_application_class_init (LicetApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = licet_application_finalize;
  G_APPLICATION_CLASS (klass)->activate = licet_application_activate;
  G_APPLICATION_CLASS (klass)->startup = licet_application_startup;
}

static void
licet_application_init (LicetApplication *self)
{
}

LicetApplication *
licet_application_new (void)
{
  return g_object_new (LICET_TYPE_APPLICATION, "application-id", APPLICATION_ID, "version",
                       LICET_VERSION, NULL);
}
