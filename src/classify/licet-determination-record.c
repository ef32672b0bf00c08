/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-determination-record"

#include "config.h"

#include <string.h>

#include "licet-clause-sheet-private.h"
#include "licet-determination-private.h"
#include "licet-record-write-private.h"

/* For each code what was found from the entry down to it, and all that stands below it. */
static JsonArray *
write_sheets (const LicetDecision *decision)
{
  JsonArray *sheets = json_array_new ();

  for (guint i = 0; i < decision->codes->len; i++) {
    g_autoptr (GPtrArray) chain = _licet_decision_dup_chain (decision, i);
    JsonObject *sheet = json_object_new ();
    JsonArray *clauses = json_array_new ();

    for (guint j = 0; j < chain->len; j++)
      json_array_add_object_element (
          clauses, _licet_clause_serialise (g_ptr_array_index (chain, j), j + 1 == chain->len));
    json_object_set_string_member (sheet, "code", g_ptr_array_index (decision->codes, i));
    json_object_set_array_member (sheet, "path", clauses);
    json_array_add_object_element (sheets, sheet);
  }
  return sheets;
}

/* Every entry that is not ruled out, or only just; for "not listed" every one that facts rule out. Those ruled out by kind
 * by their codes, nearest kinds first. */
static JsonObject *
write_walk (const LicetDecision *decision)
{
  GPtrArray *entries = licet_walk_get_entries (decision->walk);
  JsonObject *object = json_object_new ();
  JsonArray *kept = json_array_new ();
  JsonArray *by_kind = json_array_new ();

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (entry->by_kind)
      json_array_add_string_element (by_kind, entry->entry->full);
    if (entry->verdict != LICET_NOT_MET || entry->near ||
        (decision->codes->len == 0 && !entry->by_kind))
      json_array_add_object_element (kept, _licet_walk_entry_serialise (entry));
  }
  json_object_set_int_member (object, "entries-walked", entries->len);
  json_object_set_int_member (object, "met", licet_walk_count (decision->walk, LICET_MET));
  json_object_set_int_member (object, "unknown", licet_walk_count (decision->walk, LICET_UNKNOWN));
  json_object_set_int_member (object, "not-met", licet_walk_count (decision->walk, LICET_NOT_MET));
  json_object_set_array_member (object, "entries", kept);
  json_object_set_array_member (object, "by-kind", by_kind);
  return object;
}

static JsonArray *
write_rejected (const LicetDecision *decision)
{
  const char *const *said = decision->conclusion->rejected;
  GPtrArray *entries = licet_walk_get_entries (decision->walk);
  JsonArray *array = json_array_new ();

  for (guint i = 0; said != NULL && said[i] != NULL; i++) {
    g_autofree char *code = _licet_rejected_dup_code (said[i]);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "code", code);
    json_object_set_string_member (object, "why", _licet_rejected_get_reason (said[i]));
    json_object_set_string_member (object, "by", decision->conclusion->decided_by);
    json_array_add_object_element (array, object);
  }
  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);
    JsonObject *object;

    if (entry->verdict != LICET_NOT_MET || !entry->near)
      continue;
    object = json_object_new ();
    json_object_set_string_member (object, "code", entry->entry->full);
    json_object_set_string_member (object, "why", entry->why);
    json_array_add_object_element (array, object);
  }
  return array;
}

static JsonObject *
write_list (const LicetControlList *list)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", licet_control_list_get_id (list));
  json_object_set_string_member (object, "name", licet_control_list_get_short_name (list));
  json_object_set_string_member (object, "edition", licet_control_list_get_edition (list));
  json_object_set_string_member (object, "digest", licet_control_list_get_digest (list));
  return object;
}

static JsonObject *
write_bundle (LicetBundle *bundle)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "digest", licet_bundle_get_digest (bundle));
  json_object_set_string_member (object, "version", licet_bundle_get_version (bundle));
  return object;
}

gboolean
_licet_decision_is_component (const LicetDecision *decision,
                              guint index)
{
  return decision->follows != NULL &&
         g_str_equal (g_ptr_array_index (decision->codes, index), decision->follows);
}

GPtrArray *
_licet_decision_dup_chain (const LicetDecision *decision,
                           guint index)
{
  const char *code = g_ptr_array_index (decision->codes, index);
  LicetClauseSheet *sheet = g_ptr_array_index (decision->sheets, index);
  GPtrArray *chain = g_ptr_array_new ();
  const LicetClause *clause = sheet != NULL ? licet_clause_sheet_get_root (sheet) : NULL;

  while (clause != NULL) {
    const LicetClause *next = NULL;

    g_ptr_array_add (chain, (gpointer) clause);
    for (guint i = 0; i < clause->children->len && next == NULL; i++) {
      const LicetClause *child = g_ptr_array_index (clause->children, i);

      if (licet_code_covers (child->node->full, code))
        next = child;
    }
    clause = next;
  }
  return chain;
}

/* The code before the colon of "3A002.h: reason". */
char *
_licet_rejected_dup_code (const char *rejected)
{
  const char *colon = strchr (rejected, ':');

  return g_strstrip (colon != NULL ? g_strndup (rejected, (gsize) (colon - rejected))
                                   : g_strdup (rejected));
}

const char *
_licet_rejected_get_reason (const char *rejected)
{
  const char *colon = strchr (rejected, ':');

  return colon != NULL ? colon + 1 + strspn (colon + 1, " ") : rejected;
}

JsonObject *
_licet_decision_write_record (const LicetDecision *decision,
                              LicetResolved *resolved)
{
  const LicetConclusion *conclusion = decision->conclusion;
  const LicetComponentRule *rule = _licet_walk_get_component_rule (decision->walk);
  g_auto (GStrv) trail = _licet_decision_dup_trail (decision);
  JsonObject *record = json_object_new ();

  json_object_set_int_member (record, "licet-determination", 1);
  json_object_set_string_member (record, "outcome",
                                 decision->codes->len > 0 ? "listed" : "not-listed");
  json_object_set_array_member (
      record, "codes", licet_json_make_strings ((const char *const *) decision->codes->pdata));
  _licet_record_set_text (record, "follows-component", decision->follows);
  json_object_set_object_member (record, "list", write_list (decision->list));
  json_object_set_object_member (record, "bundle",
                                 write_bundle (licet_item_get_bundle (decision->item)));
  json_object_set_array_member (
      record, "not-covered",
      licet_json_make_strings (licet_control_list_get_missing_categories (decision->list)));
  json_object_set_int_member (record, "near-percent",
                              _licet_walk_get_options (decision->walk)->near_percent);
  json_object_set_member (record, "item", licet_item_serialise (decision->item));
  json_object_set_array_member (record, "resolved", _licet_resolved_write (resolved));
  json_object_set_array_member (record, "sheets", write_sheets (decision));
  json_object_set_object_member (record, "walk", write_walk (decision));
  if (rule->note != NULL)
    json_object_set_object_member (record, "component", _licet_component_rule_serialise (rule));
  json_object_set_array_member (
      record, "also-met",
      licet_json_make_strings ((const char *const *) decision->also_met->pdata));
  json_object_set_array_member (record, "rejected", write_rejected (decision));
  json_object_set_boolean_member (record, "kinds-reviewed", conclusion->kinds_reviewed);
  _licet_record_set_text (record, "note", conclusion->note);
  json_object_set_string_member (record, "decided-by", conclusion->decided_by);
  json_object_set_string_member (record, "decided-on", conclusion->decided_on);
  _licet_record_set_text (record, "review-on", conclusion->review_on);
  json_object_set_array_member (record, "trail",
                                licet_json_make_strings ((const char *const *) trail));
  return record;
}
