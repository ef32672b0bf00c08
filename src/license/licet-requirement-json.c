/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-requirement-json"

#include "config.h"

#include "licet-requirement-private.h"

static JsonObject *
make_condition (const LicetConditionResult *condition)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", condition->id);
  json_object_set_string_member (object, "mode", condition->mode);
  json_object_set_string_member (object, "truth", licet_truth_serialise (condition->truth));
  json_object_set_string_member (object, "text", condition->text);
  json_object_set_string_member (object, "cite", condition->cite);
  json_object_set_array_member (object, "missing",
                                licet_json_make_strings ((const char *const *) condition->missing));
  return object;
}

static JsonObject *
make_authorisation (const LicetAuthorisationResult *result)
{
  JsonObject *object = json_object_new ();
  JsonArray *conditions = json_array_new ();
  JsonArray *failed = json_array_new ();
  JsonArray *open = json_array_new ();

  for (guint i = 0; i < result->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (result->conditions, i);

    if (_licet_condition_result_fails (condition))
      json_array_add_string_element (failed, condition->id);
    else if (condition->truth == LICET_UNKNOWN)
      json_array_add_string_element (open, condition->id);
    json_array_add_object_element (conditions, make_condition (condition));
  }
  json_object_set_string_member (object, "id", result->id);
  json_object_set_string_member (object, "name", result->name);
  json_object_set_string_member (object, "state",
                                 licet_authorisation_state_serialise (result->state));
  json_object_set_string_member (object, "why", result->why);
  json_object_set_array_member (object, "failed", failed);
  json_object_set_array_member (object, "open", open);
  json_object_set_array_member (object, "conditions", conditions);
  return object;
}

static JsonObject *
make_duty (const LicetDuty *duty)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", duty->id);
  json_object_set_string_member (object, "kind", duty->kind);
  json_object_set_string_member (object, "text", duty->text);
  json_object_set_string_member (object, "cite", duty->cite);
  if (duty->authorisation != NULL)
    json_object_set_string_member (object, "authorisation", duty->authorisation);
  return object;
}

static JsonObject *
make_line (const LicetTrailLine *line)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "rule", line->rule);
  json_object_set_string_member (object, "cite", line->cite);
  json_object_set_string_member (object, "truth", licet_truth_serialise (line->truth));
  json_object_set_string_member (object, "text", line->text);
  json_object_set_array_member (object, "facts",
                                licet_json_make_strings ((const char *const *) line->facts));
  return object;
}

typedef JsonObject *(*MakeObject) (gconstpointer element);

static void
set_objects (JsonObject *object,
             const char *member,
             GPtrArray *elements,
             MakeObject make)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < elements->len; i++)
    json_array_add_object_element (array, make (g_ptr_array_index (elements, i)));
  json_object_set_array_member (object, member, array);
}

JsonNode *
licet_requirement_serialise (LicetRequirement *requirement)
{
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (requirement != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "item", requirement->item_id);
  json_object_set_string_member (object, "destination", requirement->destination);
  json_object_set_string_member (object, "jurisdiction", requirement->book->id);
  json_object_set_string_member (object, "requirement",
                                 licet_requirement_verdict_serialise (requirement->verdict));
  json_object_set_string_member (object, "sentence", requirement->sentence);
  json_object_set_string_member (object, "edition", requirement->book->edition);
  json_object_set_string_member (object, "rules-digest",
                                 licet_rules_get_digest (requirement->rules));
  if (requirement->determination != NULL)
    json_object_set_string_member (object, "determination", requirement->determination);
  set_objects (object, "authorisations", requirement->authorisations,
               (MakeObject) make_authorisation);
  set_objects (object, "duties", requirement->duties, (MakeObject) make_duty);
  json_object_set_array_member (object, "missing",
                                licet_json_make_strings (
                                  (const char *const *) requirement->missing));
  set_objects (object, "trail", requirement->trail, (MakeObject) make_line);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}
