/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-window"

#include "config.h"

#include "licet-window.h"

#include <glib/gi18n.h>

#include "licet-lists-room.h"

#define SCHEMA_ID "app.licet.Licet"

struct _LicetWindow {
  AdwApplicationWindow parent_instance;

  GSettings *settings;

  AdwToastOverlay *toasts;
  AdwNavigationSplitView *split_view;
  GtkListBox *rooms_list;
  GtkBox *foot;
  GtkLabel *editions_label;
  GtkLabel *age_label;
  LicetListsRoom *lists_room;
};

G_DEFINE_FINAL_TYPE (LicetWindow, licet_window, ADW_TYPE_APPLICATION_WINDOW)

/* A program that is not installed has no schema; then nothing is kept, and nothing breaks. */
static GSettings *
find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

static void
bind_settings (LicetWindow *self)
{
  self->settings = find_settings ();
  if (self->settings == NULL)
    return;
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
room_activated_cb (LicetWindow *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->lists_room), GTK_DIR_TAB_FORWARD);
}

static void
toast_activated_cb (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  LicetWindow *self = LICET_WINDOW (widget);
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 3);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* How long the newest edition has been in force, in days; -1 when no list names a day that has come. */
static int
get_age (LicetBundle *bundle)
{
  const char *const *ids = licet_bundle_get_list_ids (bundle);
  GDate today;
  int age = -1;

  licet_date_today (&today);
  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], NULL);
    GDate edition;
    int days;

    if (list == NULL ||
        !licet_date_parse (licet_control_list_get_edition (list), &edition, NULL))
      continue;
    days = g_date_days_between (&edition, &today);
    if (days >= 0 && (age < 0 || days < age))
      age = days;
  }
  return age;
}

static void
show_editions (LicetWindow *self,
               LicetBundle *bundle)
{
  g_autofree char *editions = licet_editions_dup_words (bundle);
  g_autofree char *age = NULL;
  int days = get_age (bundle);

  if (days >= 0)
    /* Translators: the age of the newest edition of a control list. */
    age = g_strdup_printf (ngettext ("Newest is %d day old", "Newest is %d days old",
                                     (gulong) days), days);
  gtk_label_set_label (self->editions_label, editions);
  gtk_label_set_label (self->age_label, age != NULL ? age : "");
}

static void
licet_window_dispose (GObject *object)
{
  LicetWindow *self = LICET_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), LICET_TYPE_WINDOW);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (licet_window_parent_class)->dispose (object);
}

static void
licet_window_class_init (LicetWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LICET_TYPE_LISTS_ROOM);

  G_OBJECT_CLASS (klass)->dispose = licet_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/app/licet/Licet/app/licet-window.ui");
  gtk_widget_class_bind_template_child (widget_class, LicetWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LicetWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, LicetWindow, rooms_list);
  gtk_widget_class_bind_template_child (widget_class, LicetWindow, foot);
  gtk_widget_class_bind_template_child (widget_class, LicetWindow, editions_label);
  gtk_widget_class_bind_template_child (widget_class, LicetWindow, age_label);
  gtk_widget_class_bind_template_child (widget_class, LicetWindow, lists_room);
  gtk_widget_class_bind_template_callback (widget_class, room_activated_cb);
  gtk_widget_class_install_action (widget_class, "win.toast", "s", toast_activated_cb);
}

static void
licet_window_init (LicetWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "lists",
                                  licet_lists_room_get_actions (self->lists_room));
  gtk_list_box_select_row (self->rooms_list, gtk_list_box_get_row_at_index (self->rooms_list, 0));
  bind_settings (self);
}

LicetWindow *
licet_window_new (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  return g_object_new (LICET_TYPE_WINDOW, "application", application, NULL);
}

void
licet_window_set_bundle (LicetWindow *window,
                         LicetBundle *bundle,
                         const char *problem)
{
  g_return_if_fail (LICET_IS_WINDOW (window));
  g_return_if_fail (bundle == NULL || LICET_IS_BUNDLE (bundle));

  licet_lists_room_set_bundle (window->lists_room, bundle, problem);
  gtk_widget_set_visible (GTK_WIDGET (window->foot), bundle != NULL);
  if (bundle != NULL)
    show_editions (window, bundle);
}

char *
licet_editions_dup_words (LicetBundle *bundle)
{
  g_autoptr (GString) words = NULL;
  const char *const *ids;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  words = g_string_new (NULL);
  ids = licet_bundle_get_list_ids (bundle);
  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], NULL);

    if (list != NULL)
      g_string_append_printf (words, "%s%s %s", words->len > 0 ? " · " : "",
                              licet_control_list_get_jurisdiction (list),
                              licet_control_list_get_edition (list));
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}
