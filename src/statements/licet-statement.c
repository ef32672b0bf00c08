/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-statement"

#include "config.h"

#include "licet-statement.h"

#include <string.h>

#include "licet-statement-private.h"

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

static const char *const state_names[] = { "drafted",  "sent",     "received", "checked",
                                           "accepted", "rejected", "expired" };

/* Which state may follow which: drafted papers are sent, sent ones come back, what came back is checked and then judged. */
static const guint followers[] = {
  [LICET_STATEMENT_DRAFTED] = 1u << LICET_STATEMENT_SENT,
  [LICET_STATEMENT_SENT] = 1u << LICET_STATEMENT_RECEIVED | 1u << LICET_STATEMENT_DRAFTED,
  [LICET_STATEMENT_RECEIVED] = 1u << LICET_STATEMENT_CHECKED | 1u << LICET_STATEMENT_REJECTED |
                               1u << LICET_STATEMENT_EXPIRED,
  [LICET_STATEMENT_CHECKED] = 1u << LICET_STATEMENT_ACCEPTED | 1u << LICET_STATEMENT_REJECTED |
                              1u << LICET_STATEMENT_EXPIRED,
  [LICET_STATEMENT_ACCEPTED] = 1u << LICET_STATEMENT_EXPIRED,
  [LICET_STATEMENT_REJECTED] = 1u << LICET_STATEMENT_DRAFTED,
  [LICET_STATEMENT_EXPIRED] = 1u << LICET_STATEMENT_DRAFTED,
};

static void
accepted_free (LicetAccepted *accepted)
{
  if (accepted == NULL)
    return;
  g_free (accepted->field);
  g_free (accepted->why);
  g_free (accepted->by);
  g_free (accepted);
}

/* The latest day of the steps before; days of the calendar sort as texts. */
static const char *
get_last_day (LicetStatement *self)
{
  static const char *const steps[] = { "drafted", "sent",    "received",
                                       "signed",  "checked", "accepted" };
  const char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    const char *day = g_hash_table_lookup (self->dates, steps[i]);

    if (day != NULL && (last == NULL || strcmp (day, last) > 0))
      last = day;
  }
  return last;
}

/* A new draft begins anew: what was sent, signed and accepted before says nothing of it. */
static void
start_again (LicetStatement *self)
{
  g_hash_table_remove_all (self->dates);
  g_hash_table_remove_all (self->sent);
  g_hash_table_remove_all (self->returned);
  g_ptr_array_set_size (self->accepted, 0);
  g_clear_pointer (&self->signed_copy, g_free);
}

static void
set_entry (GHashTable *table,
           const char *field,
           const char *value)
{
  if (value == NULL)
    g_hash_table_remove (table, field);
  else
    g_hash_table_insert (table, g_strdup (field), licet_text_normalise (value));
}

static void
copy_entries (GHashTable *from,
              GHashTable *to)
{
  GHashTableIter iter;
  gpointer field, value;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &field, &value))
    g_hash_table_insert (to, field, value);
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
  g_clear_pointer (&self->sent, g_hash_table_unref);
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
  properties[PROP_STATE] =
      g_param_spec_uint ("state", NULL, NULL, 0, G_N_ELEMENTS (state_names) - 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
licet_statement_init (LicetStatement *self)
{
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->sent = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->returned = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->accepted = g_ptr_array_new_with_free_func ((GDestroyNotify) accepted_free);
}

void
_licet_statement_add_accepted (LicetStatement *self,
                               const char *field,
                               const char *why,
                               const char *by)
{
  LicetAccepted *accepted;

  for (guint i = 0; i < self->accepted->len; i++) {
    accepted = g_ptr_array_index (self->accepted, i);
    if (g_str_equal (accepted->field, field)) {
      g_ptr_array_remove_index (self->accepted, i);
      break;
    }
  }
  accepted = g_new0 (LicetAccepted, 1);
  accepted->field = g_strdup (field);
  accepted->why = g_strdup (why);
  accepted->by = g_strdup (by);
  g_ptr_array_add (self->accepted, accepted);
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
licet_statement_get_sent (LicetStatement *self)
{
  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);

  return self->sent;
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
    const LicetAccepted *accepted = g_ptr_array_index (self->accepted, i);

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
  const char *last;
  GDate day;

  g_return_val_if_fail (LICET_IS_STATEMENT (self), FALSE);
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_names), FALSE);

  last = get_last_day (self);
  if (!(followers[self->state] & 1u << state)) {
    g_set_error (error, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_STATE,
                 "a statement that is %s cannot become %s", state_names[self->state],
                 state_names[state]);
    return FALSE;
  }
  if (!licet_date_parse (date, &day, error))
    return FALSE;
  if (last != NULL && strcmp (date, last) < 0) {
    g_set_error (error, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_STATE,
                 "a statement cannot become %s on %s, before its last step on %s; mend the day",
                 state_names[state], date, last);
    return FALSE;
  }
  if (state == LICET_STATEMENT_DRAFTED)
    start_again (self);
  self->state = state;
  g_hash_table_insert (self->dates, g_strdup (state_names[state]), g_strdup (date));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  return TRUE;
}

GPtrArray *
licet_statement_fill (LicetStatement *self,
                      LicetForm *form,
                      JsonNode *facts)
{
  g_autoptr (GHashTable) paper = NULL;

  g_return_val_if_fail (LICET_IS_STATEMENT (self), NULL);
  g_return_val_if_fail (form != NULL && facts != NULL, NULL);

  paper = g_hash_table_new (g_str_hash, g_str_equal);
  copy_entries (self->values, paper);
  copy_entries (self->sent, paper);
  return licet_form_fill (form, facts, self->party, paper);
}

gboolean
licet_statement_send (LicetStatement *self,
                      LicetForm *form,
                      JsonNode *facts,
                      const char *date,
                      GError **error)
{
  g_autoptr (GPtrArray) filled = NULL;

  g_return_val_if_fail (LICET_IS_STATEMENT (self), FALSE);
  g_return_val_if_fail (form != NULL && facts != NULL, FALSE);

  filled = licet_form_fill (form, facts, self->party, self->values);
  if (!licet_statement_advance (self, LICET_STATEMENT_SENT, date, error))
    return FALSE;
  for (guint i = 0; i < filled->len; i++) {
    const LicetFilledField *field = g_ptr_array_index (filled, i);

    set_entry (self->sent, field->id, field->value);
  }
  return TRUE;
}

void
licet_statement_set_value (LicetStatement *self,
                           const char *field,
                           const char *value)
{
  g_return_if_fail (LICET_IS_STATEMENT (self));
  g_return_if_fail (field != NULL);

  set_entry (self->values, field, value);
}

void
licet_statement_set_returned (LicetStatement *self,
                              const char *field,
                              const char *value)
{
  g_return_if_fail (LICET_IS_STATEMENT (self));
  g_return_if_fail (field != NULL);

  set_entry (self->returned, field, value);
}

gboolean
licet_statement_set_signed (LicetStatement *self,
                            const char *date,
                            const char *copy,
                            GError **error)
{
  GDate day;

  g_return_val_if_fail (LICET_IS_STATEMENT (self), FALSE);

  if (date != NULL && !licet_date_parse (date, &day, error))
    return FALSE;
  if (date != NULL)
    g_hash_table_insert (self->dates, g_strdup ("signed"), g_strdup (date));
  else
    g_hash_table_remove (self->dates, "signed");
  g_set_str (&self->signed_copy, copy);
  return TRUE;
}

gboolean
licet_statement_accept_difference (LicetStatement *self,
                                   const char *field,
                                   const char *why,
                                   const char *by,
                                   GError **error)
{
  g_autofree char *reason = NULL;

  g_return_val_if_fail (LICET_IS_STATEMENT (self), FALSE);
  g_return_val_if_fail (field != NULL && why != NULL && by != NULL, FALSE);

  reason = licet_text_normalise (why);
  if (*reason == '\0' || *by == '\0') {
    g_set_error (error, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_STATE,
                 "the difference in “%s” has no reason or nobody who accepts it; say why, and who",
                 field);
    return FALSE;
  }
  _licet_statement_add_accepted (self, field, reason, by);
  return TRUE;
}

char *
licet_statement_dup_expiry (LicetStatement *self,
                            LicetForm *form)
{
  const char *text = licet_statement_get_date (self, "signed");
  GDate day;

  if (text == NULL || licet_form_get_validity_months (form) == 0 ||
      !licet_date_parse (text, &day, NULL))
    return NULL;
  g_date_add_months (&day, licet_form_get_validity_months (form));
  return licet_date_serialise (&day);
}
