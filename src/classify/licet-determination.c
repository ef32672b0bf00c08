/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-determination"

#include "config.h"

#include "licet-determination.h"

#include <string.h>

#include "licet-determination-private.h"

#define FORMAT 1

struct _LicetDetermination {
  gatomicrefcount ref_count;

  JsonObject *record;
  char *digest;
  LicetOutcome outcome;
  GStrv codes;
  GStrv missing_categories;
  const char *list_id; /* these stand in the record */
  const char *edition;
  const char *decided_by;
  const char *decided_on;
};

G_DEFINE_BOXED_TYPE (LicetDetermination,
                     licet_determination,
                     licet_determination_ref,
                     licet_determination_unref)

static const char *const known_members[] = {
  "licet-determination",
  "outcome",
  "codes",
  "follows-component",
  "list",
  "bundle",
  "near-percent",
  "item",
  "resolved",
  "sheets",
  "walk",
  "component",
  "also-met",
  "kinds-reviewed",
  "rejected",
  "not-covered",
  "note",
  "decided-by",
  "decided-on",
  "review-on",
  "trail",
  NULL,
};
static const char *const known_list_members[] = { "id", "name", "edition", "digest", NULL };
static const char *const known_bundle_members[] = { "digest", "version", NULL };
static const char *const known_resolved_members[] = { "item", "code", "truth", NULL };
static const char *const list_members[] = { "codes", "also-met", "not-covered", "trail", NULL };

static GStrv
dup_strings (JsonObject *object,
             const char *member)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray *array = json_object_get_array_member (object, member);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  return g_strv_builder_end (builder);
}

LicetDetermination *
_licet_determination_new_for_record (JsonObject *record)
{
  LicetDetermination *self = g_new0 (LicetDetermination, 1);
  JsonObject *list = json_object_get_object_member (record, "list");
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *canonical = NULL;

  g_atomic_ref_count_init (&self->ref_count);
  self->record = json_object_ref (record);
  if (!json_object_is_immutable (record))
    json_object_seal (record);
  json_node_set_object (node, record);
  canonical = licet_json_serialise (node);
  self->digest = licet_digest_text (canonical);
  self->codes = dup_strings (record, "codes");
  self->outcome = self->codes[0] != NULL ? LICET_OUTCOME_LISTED : LICET_OUTCOME_NOT_LISTED;
  self->missing_categories = dup_strings (record, "not-covered");
  self->list_id = json_object_get_string_member (list, "id");
  self->edition = json_object_get_string_member (list, "edition");
  self->decided_by = json_object_get_string_member (record, "decided-by");
  self->decided_on = json_object_get_string_member (record, "decided-on");
  return self;
}

JsonObject *
_licet_determination_get_record (LicetDetermination *self)
{
  return self->record;
}

/* A number with a fraction has no canonical form: records hold none. */
static gboolean
refuse_fractions (const LicetJsonPlace *place,
                  GError **error)
{
  if (JSON_NODE_HOLDS_VALUE (place->node) &&
      json_node_get_value_type (place->node) == G_TYPE_DOUBLE) {
    licet_json_place_set_error (
        place, error,
        "here stands a number with a fraction; a record has none, so it was changed by hand");
    return FALSE;
  }
  if (JSON_NODE_HOLDS_ARRAY (place->node)) {
    guint length = json_array_get_length (json_node_get_array (place->node));

    for (guint i = 0; i < length; i++) {
      LicetJsonPlace element;

      licet_json_place_element (place, i, &element);
      if (!refuse_fractions (&element, error))
        return FALSE;
    }
  }
  if (JSON_NODE_HOLDS_OBJECT (place->node)) {
    g_autoptr (GPtrArray) names = licet_json_place_dup_members (place, NULL);

    for (guint i = 0; i < names->len; i++) {
      LicetJsonPlace at;

      if (licet_json_place_member (place, g_ptr_array_index (names, i), &at, NULL) &&
          !refuse_fractions (&at, error))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_lists (const LicetJsonPlace *place,
             GError **error)
{
  for (guint i = 0; list_members[i] != NULL; i++) {
    g_auto (GStrv) texts = NULL;
    LicetJsonPlace at;

    if (!licet_json_place_member (place, list_members[i], &at, error) ||
        !licet_json_place_get_strings (place, list_members[i], &texts, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_digest (const LicetJsonPlace *place,
              GError **error)
{
  const char *digest;

  if (!licet_json_place_get_string (place, "digest", &digest, error))
    return FALSE;
  if (!licet_digest_is_valid (digest)) {
    licet_json_place_set_error (
        place, error,
        "“digest” is not 64 lower-case hexadecimal digits; take the record from where it was made");
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_sources (const LicetJsonPlace *place,
               GError **error)
{
  LicetJsonPlace list;
  LicetJsonPlace bundle;
  const char *text;
  GDate day;

  if (!licet_json_place_member (place, "list", &list, error) ||
      !licet_json_place_refuse_unknown (&list, known_list_members, error) ||
      !licet_json_place_get_string (&list, "id", &text, error) ||
      !licet_json_place_get_string (&list, "name", &text, error) ||
      !check_digest (&list, error) ||
      !licet_json_place_get_string (&list, "edition", &text, error))
    return FALSE;
  if (!licet_date_parse (text, &day, NULL)) {
    licet_json_place_set_error (&list, error, "the edition “%s” is no day; write it as 2025-11-15",
                                text);
    return FALSE;
  }
  return licet_json_place_member (place, "bundle", &bundle, error) &&
         licet_json_place_refuse_unknown (&bundle, known_bundle_members, error) &&
         licet_json_place_get_string (&bundle, "version", &text, error) &&
         check_digest (&bundle, error);
}

static gboolean
check_resolved (const LicetJsonPlace *place,
                GError **error)
{
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_member (place, "resolved", &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;
    LicetTruth truth;
    const char *text;

    licet_json_place_element (&array, i, &element);
    if (!licet_json_place_refuse_unknown (&element, known_resolved_members, error) ||
        !licet_json_place_get_string (&element, "item", &text, error) ||
        !licet_json_place_get_string (&element, "code", &text, error) ||
        !licet_json_place_get_string (&element, "truth", &text, error))
      return FALSE;
    if (!licet_truth_parse (text, &truth)) {
      licet_json_place_set_error (&element, error,
                                  "“%s” is no verdict; write met, not-met or unknown", text);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_person (const LicetJsonPlace *place,
              GError **error)
{
  const char *text;
  GDate day;

  if (!licet_json_place_get_string (place, "decided-by", &text, error) ||
      !licet_json_place_get_string (place, "decided-on", &text, error))
    return FALSE;
  if (!licet_date_parse (text, &day, NULL)) {
    licet_json_place_set_error (place, error,
                                "“%s” in “decided-on” is no day; write it as 2026-11-23", text);
    return FALSE;
  }
  return licet_json_place_get_optional_string (place, "review-on", &text, error) &&
         licet_json_place_get_optional_string (place, "follows-component", &text, error) &&
         licet_json_place_get_optional_string (place, "note", &text, error);
}

static gboolean
check_format (const LicetJsonPlace *place,
              GError **error)
{
  gint64 number;

  if (!licet_json_place_get_optional_integer (place, "licet-determination", 0, &number, error))
    return FALSE;
  if (number != FORMAT) {
    licet_json_place_set_error (
        place, error, "“licet-determination” is not %d; a newer program may have made this record",
        FORMAT);
    return FALSE;
  }
  if (!licet_json_place_get_optional_integer (place, "near-percent", -1, &number, error))
    return FALSE;
  if (number < 0 || number > LICET_MAX_NEAR_PERCENT) {
    licet_json_place_set_error (place, error,
                                "“near-percent” is missing or no share in percent; write 5");
    return FALSE;
  }
  return TRUE;
}

/* What filing prints of a record: lists and an object, whatever stands in them. */
static gboolean
check_shape (const LicetJsonPlace *place,
             GError **error)
{
  g_autoptr (GPtrArray) members = NULL;
  LicetJsonPlace at;
  gboolean flag;
  guint length;

  if (!licet_json_place_get_optional_boolean (place, "kinds-reviewed", FALSE, &flag, error) ||
      !licet_json_place_member (place, "sheets", &at, error) ||
      !licet_json_place_length (&at, &length, error) ||
      !licet_json_place_member (place, "rejected", &at, error) ||
      !licet_json_place_length (&at, &length, error) ||
      !licet_json_place_member (place, "walk", &at, error))
    return FALSE;
  members = licet_json_place_dup_members (&at, error);
  return members != NULL;
}

static gboolean
check_outcome (const LicetJsonPlace *place,
               GError **error)
{
  g_auto (GStrv) codes = NULL;
  const char *outcome;
  LicetJsonPlace item;

  if (!licet_json_place_get_string (place, "outcome", &outcome, error) ||
      !licet_json_place_get_strings (place, "codes", &codes, error) ||
      !licet_json_place_member (place, "item", &item, error))
    return FALSE;
  if (!g_str_equal (outcome, codes[0] != NULL ? "listed" : "not-listed")) {
    licet_json_place_set_error (place, error,
                                "the outcome “%s” does not agree with the codes; it is listed with "
                                "codes and not-listed without",
                                outcome);
    return FALSE;
  }
  if (!JSON_NODE_HOLDS_OBJECT (item.node)) {
    licet_json_place_set_error (&item, error,
                                "the item is no object; take the record from where it was made");
    return FALSE;
  }
  return TRUE;
}

LicetDetermination *
licet_determination_new_from_json (const LicetJsonPlace *place,
                                   GError **error)
{
  g_return_val_if_fail (place != NULL, NULL);

  if (!licet_json_place_refuse_unknown (place, known_members, error) ||
      !refuse_fractions (place, error) ||
      !check_format (place, error) ||
      !check_lists (place, error) ||
      !check_shape (place, error) ||
      !check_outcome (place, error) ||
      !check_sources (place, error) ||
      !check_resolved (place, error) ||
      !check_person (place, error))
    return NULL;
  return _licet_determination_new_for_record (json_node_get_object (place->node));
}

JsonNode *
licet_determination_serialise (LicetDetermination *self)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, self->record);
  return json_node_copy (node);
}

LicetDetermination *
licet_determination_ref (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
licet_determination_unref (LicetDetermination *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  json_object_unref (self->record);
  g_strfreev (self->codes);
  g_strfreev (self->missing_categories);
  g_free (self->digest);
  g_free (self);
}

const char *
licet_determination_get_digest (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->digest;
}

LicetOutcome
licet_determination_get_outcome (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, LICET_OUTCOME_LISTED);

  return self->outcome;
}

const char *
licet_determination_get_list_id (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->list_id;
}

const char *
licet_determination_get_edition (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->edition;
}

const char *const *
licet_determination_get_codes (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->codes;
}

const char *const *
licet_determination_get_missing_categories (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->missing_categories;
}

const char *
licet_determination_get_decided_by (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->decided_by;
}

const char *
licet_determination_get_decided_on (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->decided_on;
}

gboolean
licet_determination_covers (LicetDetermination *self,
                            const char *code)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (code != NULL, FALSE);

  for (guint i = 0; self->codes[i] != NULL; i++)
    if (licet_code_covers (code, self->codes[i]))
      return TRUE;
  return FALSE;
}

GStrv
licet_determination_dup_trail (LicetDetermination *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_strings (self->record, "trail");
}
