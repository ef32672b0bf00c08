/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-show"

#include "config.h"

#include "licet-cli-private.h"

static JsonArray *
make_notes (const LicetNode *node)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < node->n_notes; i++) {
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "effect",
                                   licet_note_effect_serialise (node->notes[i].effect));
    json_object_set_string_member (object, "text", node->notes[i].text);
    json_array_add_object_element (array, object);
  }
  return array;
}

static JsonArray *
make_conditions (const LicetNode *node)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < node->n_conditions; i++) {
    g_autofree char *words = licet_condition_dup_words (node->conditions[i]);

    json_array_add_string_element (array, words);
  }
  return array;
}

static JsonObject *
make_object (const LicetNode *node)
{
  JsonObject *object = json_object_new ();
  JsonArray *children = json_array_new ();

  json_object_set_string_member (object, "list", licet_control_list_get_id (node->list));
  json_object_set_string_member (object, "code", node->code);
  json_object_set_string_member (object, "path", node->path);
  json_object_set_string_member (object, "text", node->text);
  json_object_set_string_member (object, "nature", licet_nature_serialise (node->nature));
  json_object_set_string_member (object, "of", node->is_all ? "all" : "any");
  json_object_set_boolean_member (object, "unused", node->is_unused);
  json_object_set_array_member (object, "conditions", make_conditions (node));
  json_object_set_array_member (object, "notes", make_notes (node));
  for (guint i = 0; i < node->n_children; i++)
    json_array_add_object_element (children, make_object (node->children[i]));
  json_object_set_array_member (object, "nodes", children);
  return object;
}

static JsonNode *
make_json (const LicetNode *node)
{
  JsonObject *object = make_object (node);
  g_autofree char *citation = licet_node_dup_citation (node);

  json_object_set_string_member (object, "edition", licet_control_list_get_edition (node->list));
  json_object_set_string_member (object, "citation", citation);
  json_object_set_array_member (object, "see", licet_json_make_strings (node->entry->see));
  json_object_set_array_member (object, "origin", licet_json_make_strings (node->entry->origin));
  return licet_json_make_node (object);
}

static void
print_conditions (const LicetNode *node,
                  guint indent)
{
  for (guint i = 0; i < node->n_conditions; i++) {
    g_autofree char *words = NULL;
    g_autofree char *first = NULL;

    /* That the words describe the item is what every paragraph says of itself. */
    if (node->conditions[i]->is_implicit)
      continue;
    words = licet_condition_dup_words (node->conditions[i]);
    first = g_strdup_printf ("%*s- ", (int) indent, "");
    _licet_cli_print_wrapped (first, indent + 2, words);
  }
}

static void
print_node (const LicetNode *node,
            guint depth)
{
  guint indent = 2 * depth;
  g_autofree char *first = g_strdup_printf ("%*s%s  ", (int) indent, "", node->full);

  _licet_cli_print_wrapped (first, indent + 4, node->is_unused ? "(not used)" : node->text);
  print_conditions (node, indent + 4);
  for (guint i = 0; i < node->n_notes; i++) {
    g_autofree char *note = g_strdup_printf ("%*sNote (%s): ", (int) indent + 4, "",
                                             licet_note_effect_serialise (node->notes[i].effect));

    _licet_cli_print_wrapped (note, indent + 6, node->notes[i].text);
  }
  if (node->is_all && node->n_children > 0)
    _licet_cli_print_line ("%*sall of:", (int) indent + 4, "");
  for (guint i = 0; i < node->n_children; i++)
    print_node (node->children[i], depth + 1);
}

static void
print_entry (const LicetNode *node)
{
  g_autofree char *citation = licet_node_dup_citation (node);
  g_autofree char *see = node->entry->see != NULL ? g_strjoinv (", ", (char **) node->entry->see)
                                                  : g_strdup ("");
  g_autofree char *origin = node->entry->origin != NULL
                              ? g_strjoinv (", ", (char **) node->entry->origin)
                              : g_strdup ("");

  _licet_cli_print_wrapped ("", 0, citation);
  _licet_cli_print_line ("%s", "");
  print_node (node, 0);
  _licet_cli_print_line ("%s", "");
  if (*see != '\0')
    _licet_cli_print_wrapped ("See also: ", 2, see);
  if (*origin != '\0')
    _licet_cli_print_wrapped ("Regime: ", 2, origin);
  _licet_cli_print_wrapped (
    "", 0,
    "These are Licet's own words for what the paragraph controls; the law is the official text.");
}

LicetCliStatus
_licet_cli_run_show (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  gboolean wants_json = FALSE;
  LicetCliStatus status = LICET_CLI_DONE;
  g_autoptr (LicetBundle) bundle = _licet_cli_begin (&words, 1, &wants_json, &status);
  g_autoptr (GError) error = NULL;
  const LicetNode *node;

  if (bundle == NULL)
    return status;
  node = licet_bundle_find_node (bundle, words[1], &error);
  if (node == NULL)
    return _licet_cli_complain (words[1], error);
  if (wants_json)
    _licet_cli_print_json (make_json (node));
  else
    print_entry (node);
  return LICET_CLI_DONE;
}
