/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-common"

#include "config.h"

#include <string.h>

#include "licet-cli-private.h"

static const LicetCliCommand *
find_command (const char *name)
{
  const LicetCliCommand *command = _licet_cli_get_commands ();

  while (command->name != NULL && !g_str_equal (command->name, name))
    command++;
  return command;
}

static void
print_help (const LicetCliCommand *command,
            GOptionContext *context)
{
  g_autofree char *help = g_option_context_get_help (context, FALSE, NULL);
  char *options = strstr (help, "\n\n");

  _licet_cli_print_line ("usage: licet-cli %s %s", command->name, command->usage);
  _licet_cli_print_line ("%c%s.", g_ascii_toupper (command->summary[0]), command->summary + 1);
  if (options != NULL)
    _licet_cli_print_line ("%s", g_strchomp (options + 1));
}

gboolean
_licet_cli_parse (char ***words,
                  const GOptionEntry *entries,
                  guint min,
                  guint max,
                  LicetCliStatus *ret_status)
{
  const LicetCliCommand *command = find_command ((*words)[0]);
  GOptionContext *context = g_option_context_new (NULL);
  gboolean wants_help = FALSE;
  const GOptionEntry own[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &wants_help, "Show this help", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  gboolean is_parsed;
  guint n;

  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, own, NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  is_parsed = g_option_context_parse_strv (context, words, &error);
  n = g_strv_length (*words) - 1;
  if (is_parsed && wants_help)
    print_help (command, context);
  g_option_context_free (context);
  if (!is_parsed) {
    g_autoptr (GError) refused = g_error_new (error->domain, error->code,
                                              "%s; see licet-cli %s --help", error->message,
                                              command->name);

    *ret_status = _licet_cli_complain (command->name, refused);
    return FALSE;
  }
  if (wants_help) {
    *ret_status = LICET_CLI_DONE;
    return FALSE;
  }
  if (n >= min && n <= max)
    return TRUE;
  g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s; usage: licet-cli %s %s",
               n < min ? "something is missing" : "too much was given", command->name,
               command->usage);
  *ret_status = _licet_cli_complain (command->name, error);
  return FALSE;
}

LicetBundle *
_licet_cli_open_bundle (void)
{
  g_autoptr (GError) error = NULL;
  LicetBundle *bundle = licet_bundle_open (NULL, &error);

  if (bundle == NULL)
    _licet_cli_complain (NULL, error);
  return bundle;
}

const LicetControlList *
_licet_cli_find_list (LicetBundle *bundle,
                      const char *id)
{
  g_autoptr (GError) error = NULL;
  const LicetControlList *list = licet_bundle_get_list (bundle, id, &error);

  if (list == NULL)
    _licet_cli_complain (id, error);
  return list;
}

LicetBundle *
_licet_cli_begin (char ***words,
                  guint n,
                  gboolean *ret_wants_json,
                  LicetCliStatus *ret_status)
{
  const GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, ret_wants_json, "Print JSON", NULL },
    G_OPTION_ENTRY_NULL,
  };

  if (!_licet_cli_parse (words, entries, n, n, ret_status))
    return NULL;
  *ret_status = LICET_CLI_BAD_INPUT;
  return _licet_cli_open_bundle ();
}

gboolean
_licet_cli_case_load (LicetCliCase *self,
                      const char *path)
{
  g_autoptr (GError) error = NULL;

  self->bundle = _licet_cli_open_bundle ();
  if (self->bundle == NULL)
    return FALSE;
  self->rules = licet_rules_load (self->bundle, &error);
  if (self->rules != NULL)
    self->self = licet_case_load (self->bundle, path, &error);
  if (self->self != NULL && licet_case_conclude (self->self, &error))
    return TRUE;
  _licet_cli_complain (self->rules != NULL ? path : NULL, error);
  return FALSE;
}

void
_licet_cli_case_clear (LicetCliCase *self)
{
  g_clear_object (&self->self);
  g_clear_pointer (&self->rules, licet_rules_unref);
  g_clear_object (&self->bundle);
}
