/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-case-write"

#include "config.h"

#include "licet-case.h"

#include <string.h>

#include "licet-case-private.h"

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
  licet_json_add_text (object, "why", answer->why);
  licet_json_add_text (object, "by", answer->by);
  licet_json_add_text (object, "on", answer->on);
  licet_json_add_text (object, "reference", answer->reference);
  return object;
}

static JsonObject *
write_red_flag (const LicetRedFlag *flag)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", flag->id);
  json_object_set_string_member (object, "text", flag->text);
  json_object_set_string_member (object, "state", flag->state);
  licet_json_add_text (object, "answer", flag->answer);
  json_object_set_array_member (object, "evidence",
                                licet_json_make_strings ((const char *const *) flag->evidence));
  licet_json_add_text (object, "closed-by", flag->closed_by);
  licet_json_add_text (object, "closed-on", flag->closed_on);
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
  g_autoptr (GList) paths =
      g_list_sort (g_hash_table_get_keys (self->reasons), (GCompareFunc) strcmp);
  JsonObject *object = json_object_new ();

  for (GList *l = paths; l != NULL; l = l->next)
    json_object_set_string_member (object, l->data, g_hash_table_lookup (self->reasons, l->data));
  return object;
}

JsonNode *
licet_case_serialise (LicetCase *self)
{
  const LicetCaseTextField *fields;
  JsonObject *object;
  JsonArray *journal;
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
  json_object_set_array_member (
      get_object (object, "transaction"), "jurisdictions",
      licet_json_make_strings ((const char *const *) self->jurisdictions));
  json_object_set_array_member (get_object (object, "route"), "countries",
                                licet_json_make_strings ((const char *const *) self->route));
  write_end_use (self, get_object (object, "end-use"));
  json_object_set_array_member (object, "items", write_records (self->lines, write_line));
  json_object_set_array_member (object, "parties", write_records (self->parties, write_party));
  json_object_set_array_member (object, "statements",
                                write_records (self->statements, write_statement));
  json_object_set_array_member (object, "evidence", write_records (self->evidence, write_evidence));
  json_object_set_object_member (object, "missing-because", write_reasons (self));
  journal = json_array_new ();
  for (guint i = 0; i < self->journal->len; i++)
    json_array_add_string_element (journal, g_ptr_array_index (self->journal, i));
  json_object_set_array_member (object, "journal", journal);
  return licet_json_make_node (object);
}
