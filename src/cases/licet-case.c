/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-case"

#include "config.h"

#include "licet-case.h"

#include <string.h>

#include "licet-case-private.h"

G_DEFINE_FINAL_TYPE (LicetCase, licet_case, G_TYPE_OBJECT)

static const LicetCaseTextField text_fields[] = {
  { "id", LICET_CASE_TEXT_FREE },
  { "reference", LICET_CASE_TEXT_FREE },
  { "created", LICET_CASE_TEXT_MOMENT },
  { "transaction.kind", LICET_CASE_TEXT_TRANSACTION },
  { "transaction.permanence", LICET_CASE_TEXT_PERMANENCE },
  { "transaction.return-by", LICET_CASE_TEXT_DAY },
  { "transaction.member-state", LICET_CASE_TEXT_COUNTRY },
  { "transaction.location", LICET_CASE_TEXT_COUNTRY },
  { "transaction.customs-state", LICET_CASE_TEXT_COUNTRY },
  { "transaction.customs-procedure", LICET_CASE_TEXT_FREE },
  { "transaction.contract.number", LICET_CASE_TEXT_FREE },
  { "transaction.contract.date", LICET_CASE_TEXT_DAY },
  { "transaction.contract.value", LICET_CASE_TEXT_NUMBER },
  { "transaction.currency", LICET_CASE_TEXT_CURRENCY },
  { "transaction.ship-on", LICET_CASE_TEXT_DAY },
  { "route.carrier", LICET_CASE_TEXT_FREE },
  { "route.transport-document", LICET_CASE_TEXT_FREE },
  { "end-use.text", LICET_CASE_TEXT_FREE },
  { "end-use.place", LICET_CASE_TEXT_FREE },
  { "end-use.incorporated-into", LICET_CASE_TEXT_FREE },
};

static const char *const transactions[] = {
  "export", "intra-union-transfer", "brokering", "technical-assistance", "transit", NULL,
};
static const char *const permanences[] = { "permanent", "temporary", NULL };

static const char *const section_titles[LICET_N_SECTIONS] = {
  "Transaction",         "Items",      "Parties and Route", "End Use",
  "License Requirement", "Statements", "Evidence",          "Filing Package",
};

static const char *const section_states[] = { "not-started", "needs-facts", "done", "conflict" };

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const LicetCaseTextField *
find_field (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_fields); i++)
    if (g_str_equal (text_fields[i].path, path))
      return &text_fields[i];
  return NULL;
}

static gboolean
refuse (GError **error,
        const char *path,
        const char *text,
        const char *reason)
{
  g_set_error (error, LICET_CASES_ERROR, LICET_CASES_ERROR_FORMAT, "“%s” in “%s” %s", text, path,
               reason);
  return FALSE;
}

static gboolean
is_currency (const char *text)
{
  return strlen (text) == 3 && strspn (text, G_CSET_A_2_Z) == 3;
}

static gboolean
is_number (const char *text)
{
  LicetDecimal number;

  return licet_decimal_parse (text, &number, NULL) && number.mantissa >= 0;
}

static void
answer_free (LicetCaseAnswer *answer)
{
  if (answer == NULL)
    return;
  g_free (answer->id);
  g_free (answer->why);
  g_free (answer->by);
  g_free (answer->on);
  g_free (answer->reference);
  g_free (answer);
}

static void
red_flag_free (LicetRedFlag *flag)
{
  if (flag == NULL)
    return;
  g_free (flag->id);
  g_free (flag->text);
  g_free (flag->state);
  g_free (flag->answer);
  g_strfreev (flag->evidence);
  g_free (flag->closed_by);
  g_free (flag->closed_on);
  g_free (flag);
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const LicetCaseAnswer *left = *(const LicetCaseAnswer *const *) a;
  const LicetCaseAnswer *right = *(const LicetCaseAnswer *const *) b;

  return strcmp (left->id, right->id);
}

static void
licet_case_finalize (GObject *object)
{
  LicetCase *self = LICET_CASE (object);

  g_clear_object (&self->bundle);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->reasons, g_hash_table_unref);
  g_clear_pointer (&self->jurisdictions, g_strfreev);
  g_clear_pointer (&self->route, g_strfreev);
  g_clear_object (&self->lines);
  g_clear_object (&self->parties);
  g_clear_object (&self->statements);
  g_clear_object (&self->evidence);
  g_clear_pointer (&self->answers, g_ptr_array_unref);
  g_clear_pointer (&self->red_flags, g_ptr_array_unref);
  g_clear_pointer (&self->journal, g_ptr_array_unref);
  G_OBJECT_CLASS (licet_case_parent_class)->finalize (object);
}

static void
licet_case_class_init (LicetCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = licet_case_finalize;

  /**
   * LicetCase::changed:
   * @path: which fact
   *
   * A fact of the case itself was changed; those of its lines, parties and papers notify on their own.
   */
  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", LICET_TYPE_CASE, G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
licet_case_init (LicetCase *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->reasons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->round = 1;
  self->jurisdictions = g_new0 (char *, 1);
  self->route = g_new0 (char *, 1);
  self->incorporated = LICET_UNKNOWN;
  self->lines = g_list_store_new (LICET_TYPE_LINE);
  self->parties = g_list_store_new (LICET_TYPE_PARTY);
  self->statements = g_list_store_new (LICET_TYPE_STATEMENT);
  self->evidence = g_list_store_new (LICET_TYPE_EVIDENCE);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  self->red_flags = g_ptr_array_new_with_free_func ((GDestroyNotify) red_flag_free);
  self->journal = g_ptr_array_new_with_free_func (g_free);
}

const LicetCaseTextField *
_licet_case_get_text_fields (guint *ret_n)
{
  *ret_n = G_N_ELEMENTS (text_fields);
  return text_fields;
}

gboolean
_licet_case_check_text (const LicetCaseTextField *field,
                        const char *text,
                        GError **error)
{
  GDate day;

  switch (field->type) {
  case LICET_CASE_TEXT_FREE:
    return TRUE;
  case LICET_CASE_TEXT_DAY:
    return licet_date_parse (text, &day, NULL) ||
           refuse (error, field->path, text, "is no day; write it as 2026-11-23");
  case LICET_CASE_TEXT_MOMENT:
    return licet_timestamp_is_valid (text) ||
           refuse (error, field->path, text, "is no moment; write it as 2026-11-23T09:15:00Z");
  case LICET_CASE_TEXT_COUNTRY:
    return licet_country_is_valid (text) ||
           refuse (error, field->path, text,
                   "is no country code; use two letters of ISO 3166-1, such as DE");
  case LICET_CASE_TEXT_CURRENCY:
    return is_currency (text) ||
           refuse (error, field->path, text,
                   "is no currency; use three letters of ISO 4217, such as EUR");
  case LICET_CASE_TEXT_NUMBER:
    return is_number (text) ||
           refuse (error, field->path, text, "is no amount; write it as 28320.00");
  case LICET_CASE_TEXT_TRANSACTION:
    return g_strv_contains (transactions, text) ||
           refuse (error, field->path, text,
                   "is no kind of transaction; use export, intra-union-transfer, brokering, "
                   "technical-assistance or transit");
  case LICET_CASE_TEXT_PERMANENCE:
    return g_strv_contains (permanences, text) ||
           refuse (error, field->path, text, "is neither permanent nor temporary");
  default:
    g_assert_not_reached ();
  }
}

LicetCaseAnswer *
_licet_case_answer_new (const char *id,
                        LicetTruth truth,
                        const char *why,
                        const char *by,
                        const char *on,
                        const char *reference)
{
  LicetCaseAnswer *answer = g_new0 (LicetCaseAnswer, 1);

  answer->id = g_strdup (id);
  answer->truth = truth;
  answer->why = g_strdup (why);
  answer->by = g_strdup (by);
  answer->on = g_strdup (on);
  answer->reference = g_strdup (reference);
  return answer;
}

const char *
licet_section_get_title (LicetSection section)
{
  g_return_val_if_fail ((guint) section < LICET_N_SECTIONS, "");

  return section_titles[section];
}

const char *
licet_section_state_serialise (LicetSectionState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (section_states), "");

  return section_states[state];
}

LicetCase *
licet_case_new (LicetBundle *bundle,
                const char *reference)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *now = licet_clock_now ();
  LicetCase *self;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  self = g_object_new (LICET_TYPE_CASE, NULL);
  self->bundle = g_object_ref (bundle);
  g_hash_table_insert (self->texts, g_strdup ("id"), g_steal_pointer (&id));
  g_hash_table_insert (self->texts, g_strdup ("created"), g_steal_pointer (&now));
  if (reference != NULL)
    g_hash_table_insert (self->texts, g_strdup ("reference"), g_strdup (reference));
  return self;
}

LicetBundle *
licet_case_get_bundle (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return self->bundle;
}

const char *
licet_case_get_folder (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return self->folder;
}

const char *
licet_case_get_text (LicetCase *self,
                     const char *path)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);
  g_return_val_if_fail (find_field (path) != NULL, NULL);

  return g_hash_table_lookup (self->texts, path);
}

gboolean
licet_case_set_text (LicetCase *self,
                     const char *path,
                     const char *text,
                     GError **error)
{
  const LicetCaseTextField *field;
  g_autofree char *normal = NULL;

  g_return_val_if_fail (LICET_IS_CASE (self), FALSE);

  field = find_field (path);
  g_return_val_if_fail (field != NULL, FALSE);

  normal = text != NULL ? licet_text_normalise (text) : NULL;
  if (normal == NULL || *normal == '\0') {
    if (g_hash_table_remove (self->texts, path))
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, path);
    return TRUE;
  }
  if (g_strcmp0 (normal, g_hash_table_lookup (self->texts, path)) == 0)
    return TRUE;
  if (!_licet_case_check_text (field, normal, error))
    return FALSE;
  g_hash_table_insert (self->texts, g_strdup (path), g_steal_pointer (&normal));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, path);
  return TRUE;
}

guint
licet_case_get_round (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), 1);

  return self->round;
}

const char *const *
licet_case_get_jurisdictions (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return (const char *const *) self->jurisdictions;
}

const char *const *
licet_case_get_route (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return (const char *const *) self->route;
}

LicetTruth
licet_case_get_incorporated (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), LICET_UNKNOWN);

  return self->incorporated;
}

GListModel *
licet_case_get_lines (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return G_LIST_MODEL (self->lines);
}

GListModel *
licet_case_get_parties (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return G_LIST_MODEL (self->parties);
}

GListModel *
licet_case_get_statements (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return G_LIST_MODEL (self->statements);
}

GListModel *
licet_case_get_evidence (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return G_LIST_MODEL (self->evidence);
}

const LicetCaseAnswer *
licet_case_get_answer (LicetCase *self,
                       const char *id)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  for (guint i = 0; i < self->answers->len; i++) {
    const LicetCaseAnswer *answer = g_ptr_array_index (self->answers, i);

    if (g_str_equal (answer->id, id))
      return answer;
  }
  return NULL;
}

void
licet_case_set_answer (LicetCase *self,
                       const char *id,
                       LicetTruth truth,
                       const char *why,
                       const char *by,
                       const char *on,
                       const char *reference)
{
  g_autofree char *path = NULL;

  g_return_if_fail (LICET_IS_CASE (self));
  g_return_if_fail (id != NULL);

  for (guint i = 0; i < self->answers->len; i++) {
    const LicetCaseAnswer *answer = g_ptr_array_index (self->answers, i);

    if (g_str_equal (answer->id, id)) {
      g_ptr_array_remove_index (self->answers, i);
      break;
    }
  }
  if (truth != LICET_UNKNOWN)
    g_ptr_array_add (self->answers, _licet_case_answer_new (id, truth, why, by, on, reference));
  g_ptr_array_sort (self->answers, compare_answers);
  path = g_strconcat ("end-use.answers.", id, NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, path);
}

GPtrArray *
licet_case_get_answers (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return self->answers;
}

GPtrArray *
licet_case_get_red_flags (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return self->red_flags;
}

GPtrArray *
licet_case_get_journal (LicetCase *self)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return self->journal;
}

const char *
licet_case_get_reason (LicetCase *self,
                       const char *path)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return g_hash_table_lookup (self->reasons, path);
}
