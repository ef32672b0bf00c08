/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-classify"

#include "config.h"

#include "licet-cli-private.h"

#define MAX_QUESTIONS 10u
#define QUESTIONS_SHOWN 5u

/* The clauses an answer rests on: the deepest that are met or open, and those near a threshold. */
static void
collect_clauses (const LicetClause *clause,
                 GPtrArray *clauses)
{
  gboolean is_deepest = TRUE;

  if (clause->verdict == LICET_NOT_MET && !clause->near)
    return;
  for (guint i = 0; i < clause->children->len; i++) {
    const LicetClause *child = g_ptr_array_index (clause->children, i);

    is_deepest = is_deepest && child->verdict == LICET_NOT_MET && !child->near;
    collect_clauses (child, clauses);
  }
  if (is_deepest)
    g_ptr_array_add (clauses, (gpointer) clause);
}

static JsonArray *
make_paths (GPtrArray *clauses)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < clauses->len; i++) {
    const LicetClause *clause = g_ptr_array_index (clauses, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "path", clause->node->path);
    json_object_set_string_member (object, "verdict", licet_truth_serialise (clause->verdict));
    json_object_set_boolean_member (object, "near", clause->near);
    json_object_set_string_member (object, "why", clause->why);
    json_array_add_object_element (array, object);
  }
  return array;
}

static void
add_entry (JsonArray *entries,
           LicetItem *item,
           const LicetWalkEntry *entry)
{
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, entry->entry, NULL);
  g_autoptr (GPtrArray) clauses = g_ptr_array_new ();
  JsonObject *object = json_object_new ();

  collect_clauses (licet_clause_sheet_get_root (sheet), clauses);
  json_object_set_string_member (object, "list", licet_control_list_get_id (entry->entry->list));
  json_object_set_string_member (object, "code", entry->entry->code);
  json_object_set_string_member (object, "verdict", licet_truth_serialise (entry->verdict));
  json_object_set_string_member (object, "why", entry->why);
  json_object_set_boolean_member (object, "near", entry->near);
  json_object_set_boolean_member (object, "by-kind", entry->by_kind);
  json_object_set_array_member (object, "paths", make_paths (clauses));
  json_array_add_object_element (entries, object);
}

static void
add_questions (JsonArray *array,
               LicetWalk *walk,
               LicetItem *item)
{
  g_autoptr (GPtrArray) questions = licet_questions_for_walk (walk, item, MAX_QUESTIONS);

  for (guint i = 0; i < questions->len; i++) {
    const LicetQuestion *question = g_ptr_array_index (questions, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "missing", question->missing);
    json_object_set_string_member (object, "text", question->text);
    if (question->help != NULL)
      json_object_set_string_member (object, "help", question->help);
    json_object_set_int_member (object, "settles", question->settles);
    json_object_set_int_member (object, "open", question->open);
    json_object_set_array_member (object, "codes",
                                  licet_json_make_strings ((const char *const *) question->codes));
    json_array_add_object_element (array, object);
  }
}

static JsonObject *
make_list (LicetWalk *walk)
{
  const LicetControlList *list = licet_walk_get_list (walk);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "list", licet_control_list_get_id (list));
  json_object_set_string_member (object, "edition", licet_control_list_get_edition (list));
  json_object_set_int_member (object, "met", licet_walk_count (walk, LICET_MET));
  json_object_set_int_member (object, "unknown", licet_walk_count (walk, LICET_UNKNOWN));
  json_object_set_int_member (object, "not-met", licet_walk_count (walk, LICET_NOT_MET));
  json_object_set_array_member (
    object, "missing-categories",
    licet_json_make_strings (licet_control_list_get_missing_categories (list)));
  return object;
}

static void
print_json (GPtrArray *walks,
            LicetItem *item,
            gboolean wants_all)
{
  JsonObject *object = json_object_new ();
  JsonArray *entries = json_array_new ();
  JsonArray *questions = json_array_new ();
  JsonArray *lists = json_array_new ();

  for (guint i = 0; i < walks->len; i++) {
    LicetWalk *walk = g_ptr_array_index (walks, i);
    GPtrArray *all = licet_walk_get_entries (walk);

    for (guint j = 0; j < all->len; j++) {
      const LicetWalkEntry *entry = g_ptr_array_index (all, j);

      if (wants_all || entry->verdict != LICET_NOT_MET)
        add_entry (entries, item, entry);
    }
    add_questions (questions, walk, item);
    json_array_add_object_element (lists, make_list (walk));
  }
  json_object_set_array_member (object, "entries", entries);
  json_object_set_array_member (object, "questions", questions);
  json_object_set_array_member (object, "lists", lists);
  _licet_cli_print_json (licet_json_make_node (object));
}

static void
print_clauses (LicetItem *item,
               const LicetWalkEntry *entry)
{
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, entry->entry, NULL);
  g_autoptr (GPtrArray) clauses = g_ptr_array_new ();

  collect_clauses (licet_clause_sheet_get_root (sheet), clauses);
  for (guint i = 0; i < clauses->len; i++) {
    const LicetClause *clause = g_ptr_array_index (clauses, i);
    g_autofree char *first = g_strdup_printf ("    %s, %s%s: ", clause->node->full,
                                              _licet_cli_get_truth_word (clause->verdict),
                                              clause->near ? ", near threshold" : "");

    _licet_cli_print_wrapped (first, 6, clause->why);
  }
}

static void
print_entries (LicetWalk *walk,
               LicetItem *item,
               LicetTruth verdict,
               gboolean with_clauses)
{
  GPtrArray *entries = licet_walk_get_entries (walk);

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);
    g_autofree char *first = NULL;

    if (entry->verdict != verdict)
      continue;
    first = g_strdup_printf ("  %s, %s: ", entry->entry->full,
                             entry->by_kind && verdict == LICET_NOT_MET
                               ? "not that kind, as stated"
                               : _licet_cli_get_truth_word (verdict));
    _licet_cli_print_wrapped (first, 4, with_clauses ? entry->entry->text : entry->why);
    if (with_clauses)
      print_clauses (item, entry);
  }
}

static void
print_questions (LicetWalk *walk,
                 LicetItem *item)
{
  g_autoptr (GPtrArray) questions = licet_questions_for_walk (walk, item, QUESTIONS_SHOWN);

  if (questions->len > 0)
    _licet_cli_print_line ("\nTo be answered next:");
  for (guint i = 0; i < questions->len; i++) {
    const LicetQuestion *question = g_ptr_array_index (questions, i);
    g_autofree char *text = g_strdup_printf ("%s (%s; settles up to %u of %u)", question->text,
                                             question->missing, question->settles, question->open);

    _licet_cli_print_wrapped ("  - ", 4, text);
  }
}

static void
print_walk (LicetWalk *walk,
            LicetItem *item,
            gboolean wants_all)
{
  const LicetControlList *list = licet_walk_get_list (walk);
  const char *const *missing = licet_control_list_get_missing_categories (list);
  g_autofree char *counts = g_strdup_printf (
    "%s, edition %s: entries met %u, open %u, ruled out %u",
    licet_control_list_get_short_name (list), licet_control_list_get_edition (list),
    licet_walk_count (walk, LICET_MET), licet_walk_count (walk, LICET_UNKNOWN),
    licet_walk_count (walk, LICET_NOT_MET));

  _licet_cli_print_wrapped ("", 2, counts);
  if (missing[0] != NULL) {
    g_autofree char *joined = g_strjoinv (", ", (char **) missing);
    g_autofree char *text = g_strdup_printf (
      "Nothing is said of these categories, which are not in this edition's data: %s", joined);

    _licet_cli_print_wrapped ("", 2, text);
  }
  print_entries (walk, item, LICET_MET, TRUE);
  print_entries (walk, item, LICET_UNKNOWN, TRUE);
  if (wants_all)
    print_entries (walk, item, LICET_NOT_MET, FALSE);
  print_questions (walk, item);
}

static GPtrArray *
make_walks (LicetItem *item,
            const char *const *lists)
{
  LicetBundle *bundle = licet_item_get_bundle (item);
  const char *const *ids = lists != NULL ? lists : licet_bundle_get_list_ids (bundle);
  g_autoptr (GPtrArray) walks = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_walk_unref);

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = _licet_cli_find_list (bundle, ids[i]);
    g_autoptr (GError) error = NULL;
    LicetWalk *walk;

    if (list == NULL)
      return NULL;
    walk = licet_walk_new (item, list, NULL, NULL, &error);
    if (walk == NULL) {
      _licet_cli_complain (ids[i], error);
      return NULL;
    }
    g_ptr_array_add (walks, walk);
  }
  return g_steal_pointer (&walks);
}

static LicetItem *
load_item (LicetBundle *bundle,
           const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_load (path, &error);
  LicetItem *item = NULL;
  LicetJsonPlace root;

  if (json != NULL) {
    licet_json_place_root (json, &root);
    item = licet_item_new_from_json (bundle, &root, &error);
  }
  if (item == NULL)
    _licet_cli_complain (path, error);
  return item;
}

LicetCliStatus
_licet_cli_run_classify (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  g_auto (GStrv) lists = NULL;
  gboolean wants_json = FALSE;
  gboolean wants_all = FALSE;
  const GOptionEntry entries[] = {
    { "list", 'l', 0, G_OPTION_ARG_STRING_ARRAY, &lists,
      "Walk this list only; may be given several times", "LIST" },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &wants_all,
      "Name the entries that are ruled out too, with the reason", NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wants_json, "Print JSON", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (LicetBundle) bundle = NULL;
  g_autoptr (LicetItem) item = NULL;
  g_autoptr (GPtrArray) walks = NULL;
  LicetCliStatus status;

  if (!_licet_cli_parse (&words, entries, 1, 1, &status))
    return status;
  bundle = _licet_cli_open_bundle ();
  item = bundle != NULL ? load_item (bundle, words[1]) : NULL;
  walks = item != NULL ? make_walks (item, (const char *const *) lists) : NULL;
  if (walks == NULL)
    return LICET_CLI_BAD_INPUT;
  if (wants_json)
    print_json (walks, item, wants_all);
  for (guint i = 0; i < walks->len && !wants_json; i++)
    print_walk (g_ptr_array_index (walks, i), item, wants_all);
  return LICET_CLI_DONE;
}
