/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-case-json"

#include "config.h"

#include "licet-case.h"

#include <string.h>

#include "licet-case-private.h"

static const char *const known_members[] = {
  "licet-case", "id",       "reference",       "created", "round",  "transaction", "items", "parties", "route", "end-use",
  "statements", "evidence", "missing-because", "journal", "frozen", "package",     NULL,
};
static const char *const known_transaction_members[] = {
  "kind",     "jurisdictions", "permanence",    "return-by",          "member-state",
  "location", "customs-state", "customs-procedure", "contract",       "currency",
  "ship-on",  NULL,
};
static const char *const known_contract_members[] = { "number", "date", "value", NULL };
static const char *const known_route_members[] = { "countries", "carrier", "transport-document", NULL };
static const char *const known_end_use_members[] = {
  "text", "place", "incorporated", "incorporated-into", "answers", "red-flags", NULL,
};
static const char *const known_answer_members[] = { "is", "why", "by", "on", "reference", NULL };
static const char *const known_flag_members[] = {
  "id", "text", "state", "answer", "evidence", "closed-by", "closed-on", NULL,
};

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

static gboolean
refuse_second (GHashTable *seen,
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
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    g_autoptr (GObject) record = NULL;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    record = read (self, &element, error);
    if (record == NULL || !refuse_second (seen, &element, error))
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
    return licet_json_place_member (place, head, &below, error) && read_text (self, &below, field, dot + 1, error);
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
  if (g_hash_table_lookup (self->texts, "id") == NULL || g_hash_table_lookup (self->texts, "reference") == NULL) {
    licet_json_place_set_error (root, error, "“id” or “reference” is missing; a case needs both");
    return FALSE;
  }
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
  g_clear_pointer (&self->jurisdictions, g_strfreev);
  return licet_json_place_get_strings (&transaction, "jurisdictions", &self->jurisdictions, error);
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
      licet_json_place_set_error (&route, error, "“%s” is no country code; use two letters of ISO 3166-1", self->route[i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_answer (LicetCase *self,
             const char *id,
             const LicetJsonPlace *place,
             GError **error)
{
  const char *reference = NULL;
  const char *why = NULL;
  const char *by = NULL;
  const char *on = NULL;
  LicetJsonPlace value;
  gboolean is = FALSE;

  if (JSON_NODE_HOLDS_VALUE (place->node)) {
    if (!licet_json_place_boolean (place, &is, error))
      return FALSE;
  } else {
    if (!licet_json_place_refuse_unknown (place, known_answer_members, error) ||
        !licet_json_place_member (place, "is", &value, error) ||
        !licet_json_place_boolean (&value, &is, error) ||
        !licet_json_place_get_optional_string (place, "why", &why, error) ||
        !licet_json_place_get_optional_string (place, "by", &by, error) ||
        !licet_json_place_get_optional_string (place, "on", &on, error) ||
        !licet_json_place_get_optional_string (place, "reference", &reference, error))
      return FALSE;
  }
  licet_case_set_answer (self, id, is ? LICET_MET : LICET_NOT_MET, why, by, on, reference);
  return TRUE;
}

static gboolean
read_answers (LicetCase *self,
              const LicetJsonPlace *end_use,
              GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  LicetJsonPlace answers;

  if (!licet_json_place_has (end_use, "answers"))
    return TRUE;
  if (!licet_json_place_member (end_use, "answers", &answers, error))
    return FALSE;
  ids = licet_json_place_dup_members (&answers, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    const char *id = g_ptr_array_index (ids, i);
    LicetJsonPlace answer;

    if (!licet_json_place_has (&answers, id))
      continue; /* null: not known */
    if (!licet_json_place_member (&answers, id, &answer, error) || !read_answer (self, id, &answer, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_red_flag (LicetCase *self,
               const LicetJsonPlace *place,
               GError **error)
{
  const char *closed_by = NULL;
  const char *closed_on = NULL;
  const char *answer = NULL;
  const char *state = NULL;
  const char *text = NULL;
  const char *id = NULL;
  LicetRedFlag *flag;
  GStrv evidence = NULL;

  if (!licet_json_place_refuse_unknown (place, known_flag_members, error) ||
      !licet_json_place_get_string (place, "id", &id, error) ||
      !licet_json_place_get_string (place, "text", &text, error) ||
      !licet_json_place_get_string (place, "state", &state, error) ||
      !licet_json_place_get_optional_string (place, "answer", &answer, error) ||
      !licet_json_place_get_optional_string (place, "closed-by", &closed_by, error) ||
      !licet_json_place_get_optional_string (place, "closed-on", &closed_on, error))
    return FALSE;
  if (!g_str_equal (state, "open") && !g_str_equal (state, "closed")) {
    licet_json_place_set_error (place, error, "“%s” is no state of a red flag; use open or closed", state);
    return FALSE;
  }
  if (g_str_equal (state, "closed") && (answer == NULL || closed_by == NULL)) {
    licet_json_place_set_error (place, error, "the closed flag “%s” lacks “answer” or “closed-by”; say what settled it and who", id);
    return FALSE;
  }
  if (!licet_json_place_get_strings (place, "evidence", &evidence, error))
    return FALSE;
  flag = g_new0 (LicetRedFlag, 1);
  flag->id = g_strdup (id);
  flag->text = g_strdup (text);
  flag->state = g_strdup (state);
  flag->answer = g_strdup (answer);
  flag->evidence = evidence;
  flag->closed_by = g_strdup (closed_by);
  flag->closed_on = g_strdup (closed_on);
  g_ptr_array_add (self->red_flags, flag);
  return TRUE;
}

static gboolean
read_red_flags (LicetCase *self,
                const LicetJsonPlace *end_use,
                GError **error)
{
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_has (end_use, "red-flags"))
    return TRUE;
  if (!licet_json_place_member (end_use, "red-flags", &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    if (!read_red_flag (self, &element, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_end_use (LicetCase *self,
              const LicetJsonPlace *root,
              GError **error)
{
  LicetJsonPlace end_use;
  LicetJsonPlace value;
  gboolean incorporated;

  if (!licet_json_place_has (root, "end-use"))
    return TRUE;
  if (!licet_json_place_member (root, "end-use", &end_use, error) ||
      !licet_json_place_refuse_unknown (&end_use, known_end_use_members, error))
    return FALSE;
  if (licet_json_place_has (&end_use, "incorporated")) {
    if (!licet_json_place_member (&end_use, "incorporated", &value, error) ||
        !licet_json_place_boolean (&value, &incorporated, error))
      return FALSE;
    self->incorporated = incorporated ? LICET_MET : LICET_NOT_MET;
  }
  return read_answers (self, &end_use, error) && read_red_flags (self, &end_use, error);
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
check_evidence_of_lines (LicetCase *self,
                         const LicetJsonPlace *root,
                         GError **error)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
    const char *const *evidence = licet_line_get_evidence (line);

    for (guint j = 0; evidence[j] != NULL; j++)
      if (licet_case_find_evidence (self, evidence[j]) == NULL) {
        licet_json_place_set_error (root, error, "the item “%s” names the evidence “%s”, which is not in the case; add or rename it",
                                    licet_line_get_id (line), evidence[j]);
        return FALSE;
      }
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
    g_autoptr (LicetStatement) statement = g_list_model_get_item (G_LIST_MODEL (self->statements), i);

    if (licet_case_find_party (self, licet_statement_get_party (statement)) == NULL) {
      licet_json_place_set_error (root, error, "the statement “%s” names the party “%s”, which is not in the case; add or rename it",
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
    licet_json_place_set_error (root, error, "this is no case; a case begins with \"licet-case\": 1");
    return FALSE;
  }
  if (!licet_json_place_member (root, "licet-case", &place, error) ||
      !licet_json_place_integer (&place, &version, error))
    return FALSE;
  if (version != 1) {
    licet_json_place_set_error (root, error, "this case has format %" G_GINT64_FORMAT "; use a newer Licet to open it", version);
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
    licet_json_place_set_error (root, error, "“round” is %" G_GINT64_FORMAT "; give 1 to 999", round);
    return FALSE;
  }
  self->round = (guint) round;
  return TRUE;
}

/* Sets the text at @path below @object, making the objects on the way. */
static void
write_text (JsonObject *object,
            const char *path,
            const char *text)
{
  const char *dot = strchr (path, '.');
  g_autofree char *head = NULL;

  if (dot == NULL) {
    json_object_set_string_member (object, path, text);
    return;
  }
  head = g_strndup (path, (gsize) (dot - path));
  if (!json_object_has_member (object, head))
    json_object_set_object_member (object, head, json_object_new ());
  write_text (json_object_get_object_member (object, head), dot + 1, text);
}

static void
write_optional (JsonObject *object,
                const char *member,
                const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static JsonArray *
write_strings (const char *const *texts)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);
  return array;
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  if (!json_object_has_member (object, member))
    json_object_set_object_member (object, member, json_object_new ());
  return json_object_get_object_member (object, member);
}

static JsonObject *
write_answer (const LicetCaseAnswer *answer)
{
  JsonObject *object = json_object_new ();

  json_object_set_boolean_member (object, "is", answer->truth == LICET_MET);
  write_optional (object, "why", answer->why);
  write_optional (object, "by", answer->by);
  write_optional (object, "on", answer->on);
  write_optional (object, "reference", answer->reference);
  return object;
}

static JsonObject *
write_red_flag (const LicetRedFlag *flag)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", flag->id);
  json_object_set_string_member (object, "text", flag->text);
  json_object_set_string_member (object, "state", flag->state);
  write_optional (object, "answer", flag->answer);
  json_object_set_array_member (object, "evidence", write_strings ((const char *const *) flag->evidence));
  write_optional (object, "closed-by", flag->closed_by);
  write_optional (object, "closed-on", flag->closed_on);
  return object;
}

static void
write_end_use (LicetCase *self,
               JsonObject *end_use)
{
  JsonObject *answers = json_object_new ();
  JsonArray *flags = json_array_new ();

  if (self->incorporated != LICET_UNKNOWN)
    json_object_set_boolean_member (end_use, "incorporated", self->incorporated == LICET_MET);
  for (guint i = 0; i < self->answers->len; i++) {
    const LicetCaseAnswer *answer = g_ptr_array_index (self->answers, i);

    json_object_set_object_member (answers, answer->id, write_answer (answer));
  }
  json_object_set_object_member (end_use, "answers", answers);
  for (guint i = 0; i < self->red_flags->len; i++)
    json_array_add_object_element (flags, write_red_flag (g_ptr_array_index (self->red_flags, i)));
  json_object_set_array_member (end_use, "red-flags", flags);
}

typedef JsonNode *(*WriteRecord) (gpointer record);

static JsonArray *
write_records (GListStore *list,
               WriteRecord write)
{
  JsonArray *array = json_array_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++) {
    g_autoptr (GObject) record = g_list_model_get_item (G_LIST_MODEL (list), i);

    json_array_add_element (array, write (record));
  }
  return array;
}

static JsonNode *
write_line (gpointer record)
{
  return licet_line_serialise (LICET_LINE (record));
}

static JsonNode *
write_party (gpointer record)
{
  return licet_party_serialise (LICET_PARTY (record));
}

static JsonNode *
write_statement (gpointer record)
{
  return licet_statement_serialise (LICET_STATEMENT (record));
}

static JsonNode *
write_evidence (gpointer record)
{
  return licet_evidence_serialise (LICET_EVIDENCE (record));
}

static JsonObject *
write_reasons (LicetCase *self)
{
  g_autoptr (GList) paths = g_list_sort (g_hash_table_get_keys (self->reasons), (GCompareFunc) strcmp);
  JsonObject *object = json_object_new ();

  for (GList *l = paths; l != NULL; l = l->next)
    json_object_set_string_member (object, l->data, g_hash_table_lookup (self->reasons, l->data));
  return object;
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
      !read_end_use (self, &root, error) ||
      !read_reasons (self, &root, error) ||
      !read_journal (self, &root, error) ||
      !read_records (self, &root, "items", read_line, self->lines, error) ||
      !read_records (self, &root, "parties", read_party, self->parties, error) ||
      !read_records (self, &root, "statements", read_statement, self->statements, error) ||
      !read_records (self, &root, "evidence", read_evidence, self->evidence, error) ||
      !check_evidence_of_lines (self, &root, error) ||
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

JsonNode *
licet_case_serialise (LicetCase *self)
{
  const LicetCaseTextField *fields;
  JsonObject *object;
  JsonArray *journal;
  JsonNode *node;
  guint n;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  object = json_object_new ();
  json_object_set_int_member (object, "licet-case", 1);
  fields = _licet_case_get_text_fields (&n);
  for (guint i = 0; i < n; i++) {
    const char *text = g_hash_table_lookup (self->texts, fields[i].path);

    if (text != NULL)
      write_text (object, fields[i].path, text);
  }
  json_object_set_int_member (object, "round", self->round);
  json_object_set_array_member (get_object (object, "transaction"), "jurisdictions",
                                write_strings ((const char *const *) self->jurisdictions));
  json_object_set_array_member (get_object (object, "route"), "countries",
                                write_strings ((const char *const *) self->route));
  write_end_use (self, get_object (object, "end-use"));
  json_object_set_array_member (object, "items", write_records (self->lines, write_line));
  json_object_set_array_member (object, "parties", write_records (self->parties, write_party));
  json_object_set_array_member (object, "statements", write_records (self->statements, write_statement));
  json_object_set_array_member (object, "evidence", write_records (self->evidence, write_evidence));
  json_object_set_object_member (object, "missing-because", write_reasons (self));
  journal = json_array_new ();
  for (guint i = 0; i < self->journal->len; i++)
    json_array_add_string_element (journal, g_ptr_array_index (self->journal, i));
  json_object_set_array_member (object, "journal", journal);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}
