/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-statement-json"

#include "config.h"

#include "licet-statement.h"

#include <string.h>

#include "licet-statement-private.h"

static const char *const known_members[] = {
  "id",          "form",   "party", "state",    "language",
  "dates",       "values", "sent",  "returned", "accepted-differences",
  "signed-copy", NULL,
};

static const char *const date_steps[] = { "drafted",  "sent",     "received", "signed", "checked",
                                          "accepted", "rejected", "expired",  NULL };

static gboolean
read_table (const LicetJsonPlace *place,
            const char *member,
            GHashTable *into,
            GError **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  LicetJsonPlace object;

  if (!licet_json_place_has (place, member))
    return TRUE;
  if (!licet_json_place_member (place, member, &object, error))
    return FALSE;
  keys = licet_json_place_dup_members (&object, error);
  if (keys == NULL)
    return FALSE;
  for (guint i = 0; i < keys->len; i++) {
    const char *key = g_ptr_array_index (keys, i);
    const char *text = NULL;

    if (!licet_json_place_get_optional_string (&object, key, &text, error))
      return FALSE;
    if (text != NULL)
      g_hash_table_insert (into, g_strdup (key), licet_text_normalise (text));
  }
  return TRUE;
}

static gboolean
check_dates (LicetStatement *self,
             const LicetJsonPlace *place,
             GError **error)
{
  GHashTableIter iter;
  gpointer step, day;

  g_hash_table_iter_init (&iter, self->dates);
  while (g_hash_table_iter_next (&iter, &step, &day)) {
    GDate date;

    if (!g_strv_contains (date_steps, step) || !licet_date_parse (day, &date, NULL)) {
      licet_json_place_set_error (place, error,
                                  "“%s”: “%s” in “dates” is no day of a known step; write for "
                                  "instance \"sent\": \"2026-11-23\"",
                                  (const char *) step, (const char *) day);
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
read_accepted (LicetStatement *self,
               const LicetJsonPlace *place,
               GError **error)
{
  static const char *const known[] = { "field", "why", "by", NULL };
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_has (place, "accepted-differences"))
    return TRUE;
  if (!licet_json_place_member (place, "accepted-differences", &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    const char *field = NULL;
    const char *why = NULL;
    const char *by = NULL;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    if (!licet_json_place_refuse_unknown (&element, known, error) ||
        !licet_json_place_get_string (&element, "field", &field, error) ||
        !licet_json_place_get_string (&element, "why", &why, error) ||
        !licet_json_place_get_string (&element, "by", &by, error))
      return FALSE;
    if (*why == '\0') {
      licet_json_place_set_error (
          &element, error,
          "the accepted difference in “%s” has no reason; say in “why” why it is accepted", field);
      return FALSE;
    }
    _licet_statement_add_accepted (self, field, why, by);
  }
  return TRUE;
}

static gboolean
read_state (LicetStatement *self,
            const LicetJsonPlace *place,
            GError **error)
{
  const char *state = NULL;

  if (!licet_json_place_get_string (place, "state", &state, error))
    return FALSE;
  if (licet_statement_state_parse (state, &self->state))
    return TRUE;
  licet_json_place_set_error (place, error,
                              "“%s” is no state of a statement; use drafted, sent, received, "
                              "checked, accepted, rejected or expired",
                              state);
  return FALSE;
}

static JsonObject *
serialise_table (GHashTable *table)
{
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) strcmp);
  JsonObject *object = json_object_new ();

  for (GList *l = keys; l != NULL; l = l->next)
    json_object_set_string_member (object, l->data, g_hash_table_lookup (table, l->data));
  return object;
}

static JsonArray *
serialise_accepted (LicetStatement *self)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < self->accepted->len; i++) {
    const LicetAccepted *accepted = g_ptr_array_index (self->accepted, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "field", accepted->field);
    json_object_set_string_member (object, "why", accepted->why);
    json_object_set_string_member (object, "by", accepted->by);
    json_array_add_object_element (array, object);
  }
  return array;
}

LicetStatement *
licet_statement_new_from_json (const LicetJsonPlace *place,
                               GError **error)
{
  g_autoptr (LicetStatement) self = NULL;
  const char *signed_copy = NULL;
  const char *language = NULL;
  const char *party = NULL;
  const char *form = NULL;
  const char *id = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  if (!licet_json_place_refuse_unknown (place, known_members, error) ||
      !licet_json_place_get_string (place, "id", &id, error) ||
      !licet_json_place_get_string (place, "form", &form, error) ||
      !licet_json_place_get_string (place, "party", &party, error) ||
      !licet_json_place_get_optional_string (place, "language", &language, error) ||
      !licet_json_place_get_optional_string (place, "signed-copy", &signed_copy, error))
    return NULL;
  self = licet_statement_new (id, form, party);
  self->language = g_strdup (language);
  self->signed_copy = g_strdup (signed_copy);
  if (!read_state (self, place, error) ||
      !read_table (place, "dates", self->dates, error) ||
      !check_dates (self, place, error) ||
      !read_table (place, "values", self->values, error) ||
      !read_table (place, "sent", self->sent, error) ||
      !read_table (place, "returned", self->returned, error) ||
      !read_accepted (self, place, error))
    return NULL;
  return g_steal_pointer (&self);
}

JsonNode *
licet_statement_serialise (LicetStatement *self)
{
  JsonObject *object;

  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "id", self->id);
  json_object_set_string_member (object, "form", self->form);
  json_object_set_string_member (object, "party", self->party);
  json_object_set_string_member (object, "state", licet_statement_state_serialise (self->state));
  if (self->language != NULL)
    json_object_set_string_member (object, "language", self->language);
  json_object_set_object_member (object, "dates", serialise_table (self->dates));
  json_object_set_object_member (object, "values", serialise_table (self->values));
  json_object_set_object_member (object, "sent", serialise_table (self->sent));
  json_object_set_object_member (object, "returned", serialise_table (self->returned));
  json_object_set_array_member (object, "accepted-differences", serialise_accepted (self));
  if (self->signed_copy != NULL)
    json_object_set_string_member (object, "signed-copy", self->signed_copy);
  return licet_json_make_node (object);
}
