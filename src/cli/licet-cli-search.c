/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-search"

#include "config.h"

#include "licet-cli-private.h"

#define DEFAULT_LIMIT 10
#define MAX_LIMIT 1000

static JsonNode *
make_json (GPtrArray *hits)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < hits->len; i++) {
    const LicetHit *hit = g_ptr_array_index (hits, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "list", licet_control_list_get_id (hit->node->list));
    json_object_set_string_member (object, "code", hit->node->code);
    json_object_set_string_member (object, "path", hit->node->path);
    json_object_set_string_member (object, "heading", hit->node->entry->text);
    json_object_set_double_member (object, "score",
                                   (double) (gint64) (hit->score * 1000 + 0.5) / 1000);
    json_object_set_string_member (object, "why", hit->why);
    json_array_add_object_element (array, object);
  }
  json_node_take_array (node, array);
  return node;
}

static void
print_hits (GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++) {
    const LicetHit *hit = g_ptr_array_index (hits, i);
    g_autofree char *first = g_strdup_printf ("%-14s  ", hit->node->full);

    _licet_cli_print_wrapped (first, 16, hit->node->entry->text);
    if (*hit->node->path != '\0')
      _licet_cli_print_wrapped ("                ", 16, hit->node->text);
    _licet_cli_print_wrapped ("                because: ", 18, hit->why);
  }
  if (hits->len == 0)
    _licet_cli_print_line (
      "Nothing was found; that says nothing of whether something is listed. Try other words.");
}

static gboolean
check_arguments (LicetBundle *bundle,
                 const char *const *lists,
                 int limit)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; lists != NULL && lists[i] != NULL; i++)
    if (_licet_cli_find_list (bundle, lists[i]) == NULL)
      return FALSE;
  if (limit >= 1 && limit <= MAX_LIMIT)
    return TRUE;
  g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "%d is no number of hits; give one from 1 to %d", limit, MAX_LIMIT);
  _licet_cli_complain ("--limit", error);
  return FALSE;
}

LicetCliStatus
_licet_cli_run_search (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  g_auto (GStrv) lists = NULL;
  gboolean wants_json = FALSE;
  int limit = DEFAULT_LIMIT;
  const GOptionEntry entries[] = {
    { "list", 'l', 0, G_OPTION_ARG_STRING_ARRAY, &lists,
      "Search this list only; may be given several times", "LIST" },
    { "limit", 'n', 0, G_OPTION_ARG_INT, &limit, "At most this many hits, 10 unless given", "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wants_json, "Print JSON", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LicetBundle) bundle = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  LicetCliStatus status;

  if (!_licet_cli_parse (&words, entries, 1, G_MAXUINT, &status))
    return status;
  bundle = _licet_cli_open_bundle ();
  if (bundle == NULL || !check_arguments (bundle, (const char *const *) lists, limit))
    return LICET_CLI_BAD_INPUT;
  joined = g_strjoinv (" ", words + 1);
  text = g_utf8_make_valid (joined, -1);
  hits = licet_search (bundle, text, (const char *const *) lists, (guint) limit, NULL, &error);
  if (hits == NULL)
    return _licet_cli_complain ("search", error);
  if (wants_json)
    _licet_cli_print_json (make_json (hits));
  else
    print_hits (hits);
  return LICET_CLI_DONE;
}
