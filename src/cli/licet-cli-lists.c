/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-lists"

#include "config.h"

#include "licet-cli-private.h"

static JsonObject *
make_list (const LicetControlList *list)
{
  JsonObject *object = json_object_new ();
  guint n;

  (void) licet_control_list_get_entries (list, &n);
  json_object_set_string_member (object, "id", licet_control_list_get_id (list));
  json_object_set_string_member (object, "short-name", licet_control_list_get_short_name (list));
  json_object_set_string_member (object, "name", licet_control_list_get_name (list));
  json_object_set_string_member (object, "jurisdiction",
                                 licet_control_list_get_jurisdiction (list));
  json_object_set_string_member (object, "legal-basis", licet_control_list_get_legal_basis (list));
  json_object_set_string_member (object, "edition", licet_control_list_get_edition (list));
  json_object_set_string_member (object, "digest", licet_control_list_get_digest (list));
  json_object_set_int_member (object, "entries", n);
  json_object_set_array_member (object, "categories",
                                licet_json_make_strings (licet_control_list_get_categories (list)));
  json_object_set_array_member (
    object, "missing-categories",
    licet_json_make_strings (licet_control_list_get_missing_categories (list)));
  return object;
}

static void
print_json (LicetBundle *bundle,
            LicetRules *rules,
            GPtrArray *lists)
{
  const char *const *jurisdictions = licet_rules_get_jurisdictions (rules);
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  JsonArray *editions = json_array_new ();

  for (guint i = 0; i < lists->len; i++)
    json_array_add_object_element (array, make_list (g_ptr_array_index (lists, i)));
  for (guint i = 0; jurisdictions[i] != NULL; i++) {
    JsonObject *rule = json_object_new ();

    json_object_set_string_member (rule, "jurisdiction", jurisdictions[i]);
    json_object_set_string_member (rule, "edition",
                                   licet_rules_get_edition (rules, jurisdictions[i]));
    json_array_add_object_element (editions, rule);
  }
  json_object_set_array_member (object, "lists", array);
  json_object_set_array_member (object, "rules", editions);
  json_object_set_string_member (object, "rules-digest", licet_rules_get_digest (rules));
  json_object_set_string_member (object, "digest", licet_bundle_get_digest (bundle));
  _licet_cli_print_json (licet_json_make_node (object));
}

static void
print_list (const LicetControlList *list)
{
  const char *const *missing = licet_control_list_get_missing_categories (list);
  g_autofree char *joined = g_strjoinv (", ", (char **) missing);
  guint n;

  (void) licet_control_list_get_entries (list, &n);
  _licet_cli_print_line ("%s  %s, edition %s, %u entries", licet_control_list_get_id (list),
                         licet_control_list_get_short_name (list),
                         licet_control_list_get_edition (list), n);
  _licet_cli_print_wrapped ("  ", 2, licet_control_list_get_legal_basis (list));
  if (missing[0] != NULL)
    _licet_cli_print_wrapped ("  categories not covered yet: ", 4, joined);
}

static void
print_lists (LicetRules *rules,
             GPtrArray *lists)
{
  const char *const *jurisdictions = licet_rules_get_jurisdictions (rules);

  for (guint i = 0; i < lists->len; i++)
    print_list (g_ptr_array_index (lists, i));
  for (guint i = 0; jurisdictions[i] != NULL; i++)
    _licet_cli_print_line ("rules of %s, edition %s", jurisdictions[i],
                           licet_rules_get_edition (rules, jurisdictions[i]));
}

LicetCliStatus
_licet_cli_run_lists (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  gboolean wants_json = FALSE;
  LicetCliStatus status = LICET_CLI_DONE;
  g_autoptr (LicetBundle) bundle = _licet_cli_begin (&words, 0, &wants_json, &status);
  g_autoptr (LicetRules) rules = NULL;
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *const *ids;

  if (bundle == NULL)
    return status;
  ids = licet_bundle_get_list_ids (bundle);
  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = _licet_cli_find_list (bundle, ids[i]);

    if (list == NULL)
      return LICET_CLI_BAD_INPUT;
    g_ptr_array_add (lists, (gpointer) list);
  }
  rules = licet_rules_load (bundle, &error);
  if (rules == NULL)
    return _licet_cli_complain (NULL, error);
  if (wants_json)
    print_json (bundle, rules, lists);
  else
    print_lists (rules, lists);
  return LICET_CLI_DONE;
}
