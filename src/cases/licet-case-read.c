/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-case-read"

#include "config.h"

#include "licet-case.h"

#include <string.h>

#include "licet-case-private.h"

static const char *const known_members[] = {
  "licet-case",      "id",      "reference", "created", "round",      "transaction",
  "items",           "parties", "route",     "end-use", "statements", "evidence",
  "missing-because", "journal", "frozen",    "package", NULL,
};
static const char *const known_transaction_members[] = {
  "kind",     "jurisdictions", "permanence",    "return-by",          "member-state",
  "location", "customs-state", "customs-procedure", "contract",       "currency",
  "ship-on",  NULL,
};
static const char *const known_contract_members[] = { "number", "date", "value", NULL };
static const char *const known_route_members[] = { "countries", "carrier", "transport-document",
                                                   NULL };
/* More lines, parties or papers than this no transaction has. */
#define MAX_RECORDS 2000

typedef gpointer (*ReadRecord) (LicetCase *self,
                                const LicetJsonPlace *place,
                                GError **error);

static gpointer
read_line (LicetCase *self,
           const LicetJsonPlace *place,
           GError **error)
{
  return licet_line_new_from_json (self->bundle, place, error);
}

static gpointer
read_party (LicetCase *self,
            const LicetJsonPlace *place,
            GError **error)
{
  return licet_party_new_from_json (place, error);
}

static gpointer
read_statement (LicetCase *self,
                const LicetJsonPlace *place,
                GError **error)
{
  return licet_statement_new_from_json (place, error);
}

static gpointer
read_evidence (LicetCase *self,
               const LicetJsonPlace *place,
               GError **error)
{
  return licet_evidence_new_from_json (place, error);
}

gboolean
_licet_case_read_length (const LicetJsonPlace *array,
                         guint *ret_length,
                         GError **error)
{
  if (!licet_json_place_length (array, ret_length, error))
    return FALSE;
  if (*ret_length <= MAX_RECORDS)
    return TRUE;
  licet_json_place_set_error (array, error,
                              "there are %u here, more than the %u a case may have; split the case",
                              *ret_length, (guint) MAX_RECORDS);
  return FALSE;
}

gboolean
_licet_case_refuse_second (GHashTable *seen,
                           const LicetJsonPlace *place,
                           GError **error)
{
  const char *id = NULL;

  if (!licet_json_place_get_string (place, "id", &id, error))
    return FALSE;
  if (g_hash_table_add (seen, (gpointer) id))
    return TRUE;
  licet_json_place_set_error (place, error, "the id “%s” is there twice; give each its own", id);
  return FALSE;
}

static gboolean
read_records (LicetCase *self,
              const LicetJsonPlace *root,
              const char *member,
              ReadRecord read,
              GListStore *into,
              GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_has (root, member))
    return TRUE;
  if (!licet_json_place_member (root, member, &array, error) ||
      !_licet_case_read_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    g_autoptr (GObject) record = NULL;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    record = read (self, &element, error);
    if (record == NULL || !_licet_case_refuse_second (seen, &element, error))
      return FALSE;
    g_list_store_append (into, record);
  }
  return TRUE;
}

/* Reads the text at a path of up to three members below @place. */
static gboolean
read_text (LicetCase *self,
           const LicetJsonPlace *place,
           const LicetCaseTextField *field,
           const char *path,
           GError **error)
{
  const char *dot = strchr (path, '.');
  g_autofree char *normal = NULL;
  const char *text = NULL;

  if (dot != NULL) {
    g_autofree char *head = g_strndup (path, (gsize) (dot - path));
    LicetJsonPlace below;

    if (!licet_json_place_has (place, head))
      return TRUE;
    return licet_json_place_member (place, head, &below, error) &&
           read_text (self, &below, field, dot + 1, error);
  }
  if (!licet_json_place_get_optional_string (place, path, &text, error))
    return FALSE;
  normal = text != NULL ? licet_text_normalise (text) : NULL;
  if (normal == NULL || *normal == '\0')
    return TRUE;
  {
    g_autoptr (GError) reason = NULL;

    if (!_licet_case_check_text (field, normal, &reason)) {
      licet_json_place_set_error (place, error, "%s", reason->message);
      return FALSE;
    }
  }
  g_hash_table_insert (self->texts, g_strdup (field->path), g_steal_pointer (&normal));
  return TRUE;
}

static gboolean
read_texts (LicetCase *self,
            const LicetJsonPlace *root,
            GError **error)
{
  const LicetCaseTextField *fields;
  guint n;

  fields = _licet_case_get_text_fields (&n);
  for (guint i = 0; i < n; i++)
    if (!read_text (self, root, &fields[i], fields[i].path, error))
      return FALSE;
  if (g_hash_table_lookup (self->texts, "id") == NULL ||
      g_hash_table_lookup (self->texts, "reference") == NULL) {
    licet_json_place_set_error (root, error, "“id” or “reference” is missing; a case needs both");
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_jurisdictions (LicetCase *self,
                    const LicetJsonPlace *transaction,
                    GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) jurisdictions = NULL;

  if (!licet_json_place_get_strings (transaction, "jurisdictions", &jurisdictions, error))
    return FALSE;
  for (guint i = 0; jurisdictions[i] != NULL; i++)
    if (!g_hash_table_add (seen, jurisdictions[i])) {
      licet_json_place_set_error (transaction, error,
                                  "“%s” is among the jurisdictions twice; name each once",
                                  jurisdictions[i]);
      return FALSE;
    }
  g_strfreev (self->jurisdictions);
  self->jurisdictions = g_steal_pointer (&jurisdictions);
  return TRUE;
}

static gboolean
read_transaction (LicetCase *self,
                  const LicetJsonPlace *root,
                  GError **error)
{
  LicetJsonPlace transaction;
  LicetJsonPlace contract;

  if (!licet_json_place_has (root, "transaction"))
    return TRUE;
  if (!licet_json_place_member (root, "transaction", &transaction, error) ||
      !licet_json_place_refuse_unknown (&transaction, known_transaction_members, error))
    return FALSE;
  if (licet_json_place_has (&transaction, "contract") &&
      (!licet_json_place_member (&transaction, "contract", &contract, error) ||
       !licet_json_place_refuse_unknown (&contract, known_contract_members, error)))
    return FALSE;
  return read_jurisdictions (self, &transaction, error);
}

static gboolean
read_route (LicetCase *self,
            const LicetJsonPlace *root,
            GError **error)
{
  LicetJsonPlace route;

  if (!licet_json_place_has (root, "route"))
    return TRUE;
  g_clear_pointer (&self->route, g_strfreev);
  if (!licet_json_place_member (root, "route", &route, error) ||
      !licet_json_place_refuse_unknown (&route, known_route_members, error) ||
      !licet_json_place_get_strings (&route, "countries", &self->route, error))
    return FALSE;
  for (guint i = 0; self->route[i] != NULL; i++)
    if (!licet_country_is_valid (self->route[i])) {
      licet_json_place_set_error (
          &route, error, "“%s” is no country code; use two letters of ISO 3166-1", self->route[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_reasons (LicetCase *self,
              const LicetJsonPlace *root,
              GError **error)
{
  g_autoptr (GPtrArray) paths = NULL;
  LicetJsonPlace reasons;

  if (!licet_json_place_has (root, "missing-because"))
    return TRUE;
  if (!licet_json_place_member (root, "missing-because", &reasons, error))
    return FALSE;
  paths = licet_json_place_dup_members (&reasons, error);
  if (paths == NULL)
    return FALSE;
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    const char *reason = NULL;

    if (!licet_json_place_get_string (&reasons, path, &reason, error))
      return FALSE;
    g_hash_table_insert (self->reasons, g_strdup (path), g_strdup (reason));
  }
  return TRUE;
}

static gboolean
read_journal (LicetCase *self,
              const LicetJsonPlace *root,
              GError **error)
{
  g_auto (GStrv) lines = NULL;

  if (!licet_json_place_get_strings (root, "journal", &lines, error))
    return FALSE;
  for (guint i = 0; lines[i] != NULL; i++)
    g_ptr_array_add (self->journal, g_strdup (lines[i]));
  return TRUE;
}

static gboolean
check_evidence (LicetCase *self,
                const LicetJsonPlace *root,
                const char *what,
                const char *id,
                const char *const *evidence,
                GError **error)
{
  for (guint i = 0; evidence[i] != NULL; i++)
    if (licet_case_find_evidence (self, evidence[i]) == NULL) {
      licet_json_place_set_error (
          root, error,
          "the %s “%s” names the evidence “%s”, which is not in the case; add or rename it", what,
          id, evidence[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_evidence_of_lines (LicetCase *self,
                         const LicetJsonPlace *root,
                         GError **error)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

    if (!check_evidence (self, root, "item", licet_line_get_id (line),
                         licet_line_get_evidence (line), error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_evidence_of_flags (LicetCase *self,
                         const LicetJsonPlace *root,
                         GError **error)
{
  for (guint i = 0; i < self->red_flags->len; i++) {
    const LicetRedFlag *flag = g_ptr_array_index (self->red_flags, i);

    if (!check_evidence (self, root, "red flag", flag->id, (const char *const *) flag->evidence,
                         error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_parties_of_statements (LicetCase *self,
                             const LicetJsonPlace *root,
                             GError **error)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->statements));

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetStatement) statement =
        g_list_model_get_item (G_LIST_MODEL (self->statements), i);

    if (licet_case_find_party (self, licet_statement_get_party (statement)) == NULL) {
      licet_json_place_set_error (
          root, error,
          "the statement “%s” names the party “%s”, which is not in the case; add or rename it",
          licet_statement_get_id (statement), licet_statement_get_party (statement));
      return FALSE;
    }
  }
  return TRUE;
}

static gboolean
check_version (const LicetJsonPlace *root,
               GError **error)
{
  LicetJsonPlace place;
  gint64 version;

  if (!licet_json_place_has (root, "licet-case")) {
    licet_json_place_set_error (root, error,
                                "this is no case; a case begins with \"licet-case\": 1");
    return FALSE;
  }
  if (!licet_json_place_member (root, "licet-case", &place, error) ||
      !licet_json_place_integer (&place, &version, error))
    return FALSE;
  if (version != 1) {
    licet_json_place_set_error (
        root, error, "this case has format %" G_GINT64_FORMAT "; use a newer Licet to open it",
        version);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_round (LicetCase *self,
            const LicetJsonPlace *root,
            GError **error)
{
  gint64 round;

  if (!licet_json_place_get_optional_integer (root, "round", 1, &round, error))
    return FALSE;
  if (round < 1 || round > 999) {
    licet_json_place_set_error (root, error, "“round” is %" G_GINT64_FORMAT "; give 1 to 999",
                                round);
    return FALSE;
  }
  self->round = (guint) round;
  return TRUE;
}

LicetCase *
licet_case_new_from_json (LicetBundle *bundle,
                          LicetJson *json,
                          const char *folder,
                          GError **error)
{
  g_autoptr (LicetCase) self = NULL;
  LicetJsonPlace root;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);
  g_return_val_if_fail (json != NULL, NULL);

  self = g_object_new (LICET_TYPE_CASE, NULL);
  self->bundle = g_object_ref (bundle);
  self->folder = g_strdup (folder);
  licet_json_place_root (json, &root);
  if (!check_version (&root, error) ||
      !licet_json_place_refuse_unknown (&root, known_members, error) ||
      !read_texts (self, &root, error) ||
      !read_round (self, &root, error) ||
      !read_transaction (self, &root, error) ||
      !read_route (self, &root, error) ||
      !_licet_case_read_end_use (self, &root, error) ||
      !read_reasons (self, &root, error) ||
      !read_journal (self, &root, error) ||
      !read_records (self, &root, "items", read_line, self->lines, error) ||
      !read_records (self, &root, "parties", read_party, self->parties, error) ||
      !read_records (self, &root, "statements", read_statement, self->statements, error) ||
      !read_records (self, &root, "evidence", read_evidence, self->evidence, error) ||
      !check_evidence_of_lines (self, &root, error) ||
      !check_evidence_of_flags (self, &root, error) ||
      !check_parties_of_statements (self, &root, error))
    return NULL;
  return g_steal_pointer (&self);
}

LicetCase *
licet_case_load (LicetBundle *bundle,
                 const char *path,
                 GError **error)
{
  g_autoptr (LicetJson) json = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  json = licet_json_load (path, error);
  if (json == NULL)
    return NULL;
  folder = g_path_get_dirname (path);
  return licet_case_new_from_json (bundle, json, folder, error);
}
