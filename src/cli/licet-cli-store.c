/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-store"

#include "config.h"

#include <licet-store.h>

#include "licet-cli-private.h"

/* Opening would make a store; who checks or saves one means one that is there. */
static LicetStore *
open_store (LicetBundle *bundle,
            const char *path)
{
  g_autoptr (GError) error = NULL;
  LicetStore *store = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    store = licet_store_open (bundle, path, &error);
  else
    g_set_error (&error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN,
                 "%s: there is no store; name one with --store", path);
  if (store == NULL)
    _licet_cli_complain (path, error);
  return store;
}

static JsonNode *
make_json (GPtrArray *findings,
           gboolean is_sound)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++) {
    const LicetStoreFinding *finding = g_ptr_array_index (findings, i);
    JsonObject *member = json_object_new ();

    json_object_set_string_member (member, "id", finding->id);
    json_object_set_boolean_member (member, "holds", finding->holds);
    json_object_set_string_member (member, "text", finding->text);
    json_array_add_object_element (array, member);
  }
  json_object_set_boolean_member (object, "sound", is_sound);
  json_object_set_array_member (object, "checks", array);
  return licet_json_make_node (object);
}

static LicetCliStatus
check_store (LicetStore *store,
             gboolean wants_json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = licet_store_check (store, &error);
  gboolean is_sound = TRUE;

  if (findings == NULL)
    return _licet_cli_complain (licet_store_get_path (store), error);
  for (guint i = 0; i < findings->len; i++)
    is_sound = is_sound && ((const LicetStoreFinding *) g_ptr_array_index (findings, i))->holds;
  if (wants_json)
    _licet_cli_print_json (make_json (findings, is_sound));
  for (guint i = 0; i < findings->len && !wants_json; i++) {
    const LicetStoreFinding *finding = g_ptr_array_index (findings, i);
    g_autofree char *first = g_strdup_printf ("  %s %-14s ", finding->holds ? "holds" : "FAILS",
                                              finding->id);

    _licet_cli_print_wrapped (first, 23, finding->text);
  }
  return is_sound ? LICET_CLI_DONE : LICET_CLI_NEGATIVE;
}

static LicetCliStatus
back_up_store (LicetStore *store,
               const char *target,
               gboolean wants_json)
{
  g_autoptr (GError) error = NULL;

  if (!licet_store_backup (store, target, &error))
    return _licet_cli_complain (target, error);
  if (wants_json) {
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "store", licet_store_get_path (store));
    json_object_set_string_member (object, "backup", target);
    _licet_cli_print_json (licet_json_make_node (object));
  } else {
    _licet_cli_print_line ("%s: a verified copy of %s", target, licet_store_get_path (store));
  }
  return LICET_CLI_DONE;
}

static LicetCliStatus
refuse_word (const char *word)
{
  g_autoptr (GError) error = NULL;

  g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "“%s” cannot be done so; write \"store check\" or \"store backup TARGET\"", word);
  return _licet_cli_complain ("store", error);
}

LicetCliStatus
_licet_cli_run_store (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  g_autofree char *path = NULL;
  gboolean wants_json = FALSE;
  const GOptionEntry entries[] = {
    { "store", 's', 0, G_OPTION_ARG_FILENAME, &path, "The store; the office's own unless given",
      "FILE" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wants_json, "Print JSON", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LicetBundle) bundle = NULL;
  g_autoptr (LicetStore) store = NULL;
  gboolean is_backup;
  LicetCliStatus status;

  if (!_licet_cli_parse (&words, entries, 1, 2, &status))
    return status;
  is_backup = g_str_equal (words[1], "backup");
  if ((!is_backup && !g_str_equal (words[1], "check")) || is_backup != (words[2] != NULL))
    return refuse_word (words[1]);
  if (path == NULL)
    path = licet_store_get_default_path ();
  bundle = _licet_cli_open_bundle ();
  store = bundle != NULL ? open_store (bundle, path) : NULL;
  if (store == NULL)
    return LICET_CLI_BAD_INPUT;
  return is_backup ? back_up_store (store, words[2], wants_json) : check_store (store, wants_json);
}
