/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-statement"

#include "config.h"

#include "licet-statement.h"

#include <string.h>

struct _LicetStatement {
  GObject parent_instance;

  char *id;
  char *form;
  char *party;
  char *language;
  char *signed_copy;
  LicetStatementState state;
  GHashTable *dates;    /* utf8 step -> utf8 day */
  GHashTable *values;   /* utf8 field -> utf8 */
  GHashTable *returned; /* utf8 field -> utf8 */
  GPtrArray *accepted;  /* Accepted */
};

/* A difference somebody accepted. */
typedef struct {
  char *field;
  char *why;
  char *by;
} Accepted;

G_DEFINE_FINAL_TYPE (LicetStatement, licet_statement, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_ID,
  PROP_FORM,
  PROP_PARTY,
  PROP_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *const state_names[] = { "drafted", "sent", "received", "checked", "accepted", "rejected", "expired" };

/* Which state may follow which: drafted papers are sent, sent ones come back, what came back is checked and then judged. */
static const guint followers[] = {
  [LICET_STATEMENT_DRAFTED] = 1u << LICET_STATEMENT_SENT,
  [LICET_STATEMENT_SENT] = 1u << LICET_STATEMENT_RECEIVED | 1u << LICET_STATEMENT_DRAFTED,
  [LICET_STATEMENT_RECEIVED] = 1u << LICET_STATEMENT_CHECKED | 1u << LICET_STATEMENT_REJECTED | 1u << LICET_STATEMENT_EXPIRED,
  [LICET_STATEMENT_CHECKED] = 1u << LICET_STATEMENT_ACCEPTED | 1u << LICET_STATEMENT_REJECTED | 1u << LICET_STATEMENT_EXPIRED,
  [LICET_STATEMENT_ACCEPTED] = 1u << LICET_STATEMENT_EXPIRED,
  [LICET_STATEMENT_REJECTED] = 1u << LICET_STATEMENT_DRAFTED,
  [LICET_STATEMENT_EXPIRED] = 1u << LICET_STATEMENT_DRAFTED,
};

static const char *const date_steps[] = { "drafted", "sent", "received", "signed", "checked", "accepted", "rejected", "expired", NULL };

static const char *const known_members[] = {
  "id", "form", "party", "state", "language", "dates", "values", "returned", "accepted-differences", "signed-copy", NULL,
};

static void
accepted_free (Accepted *accepted)
{
  if (accepted == NULL)
    return;
  g_free (accepted->field);
  g_free (accepted->why);
  g_free (accepted->by);
  g_free (accepted);
}

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
      licet_json_place_set_error (place, error, "“%s”: “%s” in “dates” is no day of a known step; write for instance \"sent\": \"2026-11-23\"",
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
    Accepted *accepted;

    licet_json_place_element (&array, i, &element);
    if (!licet_json_place_refuse_unknown (&element, known, error) ||
        !licet_json_place_get_string (&element, "field", &field, error) ||
        !licet_json_place_get_string (&element, "why", &why, error) ||
        !licet_json_place_get_string (&element, "by", &by, error))
      return FALSE;
    if (*why == '\0') {
      licet_json_place_set_error (&element, error, "the accepted difference in “%s” has no reason; say in “why” why it is accepted", field);
      return FALSE;
    }
    accepted = g_new0 (Accepted, 1);
    accepted->field = g_strdup (field);
    accepted->why = g_strdup (why);
    accepted->by = g_strdup (by);
    g_ptr_array_add (self->accepted, accepted);
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
                              "“%s” is no state of a statement; use drafted, sent, received, checked, accepted, rejected or expired",
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
    const Accepted *accepted = g_ptr_array_index (self->accepted, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "field", accepted->field);
    json_object_set_string_member (object, "why", accepted->why);
    json_object_set_string_member (object, "by", accepted->by);
    json_array_add_object_element (array, object);
  }
  return array;
}

static void
licet_statement_finalize (GObject *object)
{
  LicetStatement *self = LICET_STATEMENT (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->form, g_free);
  g_clear_pointer (&self->party, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->signed_copy, g_free);
  g_clear_pointer (&self->dates, g_hash_table_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->returned, g_hash_table_unref);
  g_clear_pointer (&self->accepted, g_ptr_array_unref);
  G_OBJECT_CLASS (licet_statement_parent_class)->finalize (object);
}

static void
licet_statement_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  LicetStatement *self = LICET_STATEMENT (object);

  switch (prop_id) {
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_FORM:
    g_value_set_string (value, self->form);
    break;
  case PROP_PARTY:
    g_value_set_string (value, self->party);
    break;
  case PROP_STATE:
    g_value_set_uint (value, self->state);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
licet_statement_class_init (LicetStatementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = licet_statement_finalize;
  object_class->get_property = licet_statement_get_property;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_FORM] = g_param_spec_string ("form", NULL, NULL, NULL, flags);
  properties[PROP_PARTY] = g_param_spec_string ("party", NULL, NULL, NULL, flags);
  properties[PROP_STATE] = g_param_spec_uint ("state", NULL, NULL, 0, G_N_ELEMENTS (state_names) - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
licet_statement_init (LicetStatement *self)
{
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->returned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->accepted = g_ptr_array_new_with_free_func ((GDestroyNotify) accepted_free);
}

const char *
licet_statement_state_serialise (LicetStatementState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_names), "");

  return state_names[state];
}

gboolean
licet_statement_state_parse (const char *text,
                             LicetStatementState *ret_state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_str_equal (state_names[i], text)) {
      *ret_state = (LicetStatementState) i;
      return TRUE;
    }
  return FALSE;
}

LicetStatement *
licet_statement_new (const char *id,
                     const char *form,
                     const char *party)
{
  LicetStatement *self;

  g_return_val_if_fail (id != NULL && form != NULL && party != NULL, NULL);

  self = g_object_new (LICET_TYPE_STATEMENT, NULL);
  self->id = g_strdup (id);
  self->form = g_strdup (form);
  self->party = g_strdup (party);
  return self;
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
      !read_table (place, "returned", self->returned, error) ||
      !read_accepted (self, place, error))
    return NULL;
  return g_steal_pointer (&self);
}

JsonNode *
licet_statement_serialise (LicetStatement *self)
{
  JsonObject *object;
  JsonNode *node;

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
  json_object_set_object_member (object, "returned", serialise_table (self->returned));
  json_object_set_array_member (object, "accepted-differences", serialise_accepted (self));
  if (self->signed_copy != NULL)
    json_object_set_string_member (object, "signed-copy", self->signed_copy);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

const char *
licet_statement_get_id (LicetStatement *self)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  return self->id;
}

const char *
licet_statement_get_form (LicetStatement *self)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  return self->form;
}

const char *
licet_statement_get_party (LicetStatement *self)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  return self->party;
}

LicetStatementState
licet_statement_get_state (LicetStatement *self)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), LICET_STATEMENT_DRAFTED);

  return self->state;
}

const char *
licet_statement_get_date (LicetStatement *self,
                          const char *step)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  return g_hash_table_lookup (self->dates, step);
}

const char *
licet_statement_get_signed_copy (LicetStatement *self)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  return self->signed_copy;
}

GHashTable *
licet_statement_get_values (LicetStatement *self)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  return self->values;
}

GHashTable *
licet_statement_get_returned (LicetStatement *self)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  return self->returned;
}

const char *
licet_statement_get_accepted (LicetStatement *self,
                              const char *field)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  for (guint i = 0; i < self->accepted->len; i++) {
    const Accepted *accepted = g_ptr_array_index (self->accepted, i);

    if (g_str_equal (accepted->field, field))
      return accepted->why;
  }
  return NULL;
}

gboolean
licet_statement_advance (LicetStatement *self,
                         LicetStatementState state,
                         const char *date,
                         GError **error)
{
  GDate day;

  g_return_val_if_fail (LICET_IS_STATEMENT (self), FALSE);
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_names), FALSE);

  if (!(followers[self->state] & 1u << state)) {
    g_set_error (error, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_STATE,
                 "a statement that is %s cannot become %s", state_names[self->state], state_names[state]);
    return FALSE;
  }
  if (!licet_date_parse (date, &day, error))
    return FALSE;
  self->state = state;
  g_hash_table_insert (self->dates, g_strdup (state_names[state]), g_strdup (date));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  return TRUE;
}

void
licet_statement_set_value (LicetStatement *self,
                           const char *field,
                           const char *value)
{
  g_return_if_fail (LICET_IS_STATEMENT (self));
  g_return_if_fail (field != NULL);

  if (value == NULL)
    g_hash_table_remove (self->values, field);
  else
    g_hash_table_insert (self->values, g_strdup (field), licet_text_normalise (value));
}

char *
licet_statement_dup_expiry (LicetStatement *self,
                            LicetForm *form)
{
  const char *text = licet_statement_get_date (self, "signed");
  GDate day;

  if (text == NULL || licet_form_get_validity_months (form) == 0 || !licet_date_parse (text, &day, NULL))
    return NULL;
  g_date_add_months (&day, licet_form_get_validity_months (form));
  return licet_date_serialise (&day);
}
