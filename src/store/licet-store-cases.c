/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-cases"

#include "config.h"

#include <string.h>

#include "licet-store-private.h"

/*
 * A case as it is to be saved: taken from the case when it is asked for, so that what is changed afterwards is not in it.
 * @text: the case, as text: nodes are counted by reference, and those of a case are not to be shared by two threads
 * @json, @object: read from it by the writer
 */
typedef struct {
  char *id;
  char *text;
  LicetJson *json;
  JsonObject *object;
  GStrv journal;
  char *case_folder;
  char *attachments_folder;
  GPtrArray *copies; /* Copy */
} SaveData;

/* A file that was copied into the attachments. */
typedef struct {
  char *digest;
  char *name;
  gint64 size;
} Copy;

static void
copy_free (Copy *copy)
{
  g_free (copy->digest);
  g_free (copy->name);
  g_free (copy);
}

static void
save_data_free (SaveData *data)
{
  if (data == NULL)
    return;
  g_free (data->id);
  g_free (data->text);
  g_clear_pointer (&data->json, licet_json_unref);
  g_strfreev (data->journal);
  g_free (data->case_folder);
  g_free (data->attachments_folder);
  g_clear_pointer (&data->copies, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SaveData, save_data_free)

static GStrv
dup_journal (LicetCase *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GPtrArray *lines = licet_case_get_journal (self);

  for (guint i = 0; i < lines->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (lines, i));
  return g_strv_builder_end (builder);
}

static SaveData *
take_snapshot (LicetStore *store,
               LicetCase *self,
               GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  SaveData *data;

  if (licet_case_get_text (self, "id") == NULL || licet_case_get_text (self, "reference") == NULL) {
    g_set_error (error, LICET_CASES_ERROR, LICET_CASES_ERROR_FORMAT,
                 "the case has no id or no reference; give it both before it is saved");
    return NULL;
  }
  node = licet_case_serialise (self);
  data = g_new0 (SaveData, 1);
  data->id = g_strdup (licet_case_get_text (self, "id"));
  data->text = licet_json_serialise (node);
  data->journal = dup_journal (self);
  data->case_folder = g_strdup (licet_case_get_folder (self));
  data->attachments_folder = _licet_attachments_dup_folder (licet_store_get_path (store));
  data->copies = g_ptr_array_new_with_free_func ((GDestroyNotify) copy_free);
  return data;
}

/* Copies the file of a piece of evidence that lies beside the case, and names it by its digest from then on. One that is not
 * there stays as it is, and readiness says that it is missing. */
static gboolean
take_in (SaveData *data,
         JsonObject *evidence,
         GError **error)
{
  const char *file = json_object_get_string_member_with_default (evidence, "file", NULL);
  g_autofree char *source = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *name = NULL;
  gint64 size = 0;
  Copy *copy;

  if (file == NULL || licet_digest_is_valid (file) || data->case_folder == NULL)
    return TRUE;
  source = g_build_filename (data->case_folder, file, NULL);
  if (!g_file_test (source, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  if (!_licet_attachments_copy (data->attachments_folder, source, &digest, &size, error))
    return FALSE;
  name = g_path_get_basename (file);
  json_object_set_string_member (evidence, "file", digest);
  if (!json_object_has_member (evidence, "file-name"))
    json_object_set_string_member (evidence, "file-name", name);
  copy = g_new0 (Copy, 1);
  copy->digest = g_steal_pointer (&digest);
  copy->name = g_steal_pointer (&name);
  copy->size = size;
  g_ptr_array_add (data->copies, copy);
  return TRUE;
}

static gboolean
prepare_save (gpointer user_data,
              GError **error)
{
  SaveData *data = user_data;
  JsonArray *evidence;

  data->json = licet_json_parse (data->id, data->text, -1, error);
  if (data->json == NULL)
    return FALSE;
  data->object = json_node_get_object (licet_json_get_root (data->json));
  /* The history stands in its own table. */
  json_object_remove_member (data->object, "journal");
  evidence = json_object_get_array_member (data->object, "evidence");
  for (guint i = 0; i < json_array_get_length (evidence); i++)
    if (!take_in (data, json_array_get_object_element (evidence, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
add_copies (LicetStoreWrite *write,
            SaveData *data,
            GError **error)
{
  for (guint i = 0; i < data->copies->len; i++) {
    const Copy *copy = g_ptr_array_index (data->copies, i);
    gboolean is_new;

    if (!_licet_attachments_add_row (write, copy->digest, copy->size, copy->name, &is_new, error))
      return FALSE;
  }
  return TRUE;
}

/* The state of the statement @id in @object, or NULL. */
static const char *
find_state (JsonObject *object,
            const char *id)
{
  JsonArray *statements =
      object != NULL ? json_object_get_array_member (object, "statements") : NULL;

  for (guint i = 0; statements != NULL && i < json_array_get_length (statements); i++) {
    JsonObject *statement = json_array_get_object_element (statements, i);

    if (g_strcmp0 (json_object_get_string_member (statement, "id"), id) == 0)
      return json_object_get_string_member (statement, "state");
  }
  return NULL;
}

/* What became of each statement since the case was last saved. */
static gboolean
add_statement_events (LicetStoreWrite *write,
                      SaveData *data,
                      JsonObject *before,
                      GError **error)
{
  JsonArray *statements = json_object_get_array_member (data->object, "statements");

  for (guint i = 0; i < json_array_get_length (statements); i++) {
    JsonObject *statement = json_array_get_object_element (statements, i);
    const char *state = json_object_get_string_member (statement, "state");
    g_autofree char *event = g_strconcat ("statement-", state, NULL);

    if (g_strcmp0 (state, find_state (before, json_object_get_string_member (statement, "id"))) !=
            0 &&
        !_licet_history_add (write, data->id, NULL, event,
                             json_node_copy (json_array_get_element (statements, i)), error))
      return FALSE;
  }
  return TRUE;
}

static JsonNode *
make_detail (const char *digest,
             const char *number)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "digest", digest);
  json_object_set_string_member (object, "write", number);
  return licet_json_make_node (object);
}

static gboolean
make_known (LicetStoreWrite *write,
            const char *id,
            GError **error)
{
  return _licet_db_run (write->db,
                        "INSERT INTO case_ids (id, write) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        (const char *const[]) { id, write->number_text }, 2, error);
}

static gboolean
store_document (LicetStoreWrite *write,
                SaveData *data,
                const char *document,
                const char *digest,
                GError **error)
{
  const char *const texts[] = {
    data->id,
    json_object_get_string_member (data->object, "reference"),
    json_object_get_string_member_with_default (data->object, "created", write->moment),
    write->moment,
    document,
    digest,
  };

  return _licet_db_run (
      write->db,
      "INSERT INTO cases (id, reference, created, changed, document, digest) VALUES (?, ?, ?, ?, "
      "?, ?)"
      " ON CONFLICT (id) DO UPDATE SET reference = excluded.reference, changed = excluded.changed,"
      " document = excluded.document, digest = excluded.digest",
      texts, G_N_ELEMENTS (texts), error);
}

gboolean
_licet_store_load_document (LicetDb *db,
                            const char *id,
                            char **ret_document,
                            GError **error)
{
  return _licet_db_get_text (db, "SELECT document FROM cases WHERE id = ?",
                             (const char *const[]) { id }, 1, ret_document, error);
}

static gboolean
save_changed (LicetStoreWrite *write,
              SaveData *data,
              const char *before,
              JsonNode *node,
              const char *document,
              GError **error)
{
  g_autoptr (LicetJson) json =
      before != NULL ? licet_json_parse (data->id, before, -1, NULL) : NULL;
  JsonObject *object = json != NULL ? json_node_get_object (licet_json_get_root (json)) : NULL;
  g_autofree char *digest = licet_digest_text (document);
  const char *event = before != NULL ? "saved" : data->journal[0] != NULL ? "imported" : "created";

  if (!make_known (write, data->id, error) ||
      !_licet_history_merge (write, data->id, (const char *const *) data->journal, error) ||
      !_licet_history_add (write, data->id, NULL, event, make_detail (digest, write->number_text),
                           error) ||
      !_licet_records_keep_case (write, data->id, data->object, error) ||
      !add_statement_events (write, data, object, error) || !add_copies (write, data, error) ||
      !store_document (write, data, document, digest, error))
    return FALSE;
  _licet_store_write_describe (write, "save-case", data->id, json_node_copy (node));
  return TRUE;
}

static gboolean
work_save (LicetStoreWrite *write,
           gpointer user_data,
           GError **error)
{
  SaveData *data = user_data;
  JsonNode *node = licet_json_get_root (data->json);
  g_autofree char *document = licet_json_serialise (node);
  g_autofree char *before = NULL;

  if (strlen (document) > LICET_JSON_DEFAULT_LIMIT) {
    g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE,
                 "the case “%s” is larger than %u bytes; split it", data->id,
                 LICET_JSON_DEFAULT_LIMIT);
    return FALSE;
  }
  if (!_licet_store_load_document (write->db, data->id, &before, error))
    return FALSE;
  if (g_strcmp0 (before, document) == 0)
    return TRUE; /* as it was: there is nothing to write */
  return save_changed (write, data, before, node, document, error);
}

static const LicetStoreJob save_job = { prepare_save, work_save };

void
licet_store_save_case_async (LicetStore *store,
                             LicetCase *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (SaveData) data = NULL;
  LicetStoreWriter *writer;
  GError *error = NULL;

  g_return_if_fail (LICET_IS_STORE (store));
  g_return_if_fail (LICET_IS_CASE (self));

  task = g_task_new (store, cancellable, callback, user_data);
  g_task_set_source_tag (task, licet_store_save_case_async);
  writer = _licet_store_get_writer (store, &error);
  data = writer != NULL ? take_snapshot (store, self, &error) : NULL;
  if (data == NULL) {
    g_task_return_error (task, error);
    return;
  }
  _licet_store_writer_push (writer, &save_job, g_steal_pointer (&data),
                            (GDestroyNotify) save_data_free, task);
}

gboolean
licet_store_save_case_finish (LicetStore *store,
                              GAsyncResult *result,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
licet_store_save_case (LicetStore *store,
                       LicetCase *self,
                       GError **error)
{
  g_autoptr (SaveData) data = NULL;
  LicetStoreWriter *writer;

  g_return_val_if_fail (LICET_IS_STORE (store), FALSE);
  g_return_val_if_fail (LICET_IS_CASE (self), FALSE);

  writer = _licet_store_get_writer (store, error);
  data = writer != NULL ? take_snapshot (store, self, error) : NULL;
  return data != NULL && _licet_store_writer_run (writer, &save_job, data, error);
}

gboolean
_licet_store_refuse_unknown (const char *id,
                             GError **error)
{
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_NOT_FOUND,
               "there is no case “%s” in the store; look at the list of cases", id);
  return FALSE;
}

static gboolean
work_remove (LicetStoreWrite *write,
             gpointer user_data,
             GError **error)
{
  const char *id = user_data;
  g_autofree char *before = NULL;
  g_autofree char *digest = NULL;
  g_autoptr (LicetJson) json = NULL;

  if (!_licet_store_load_document (write->db, id, &before, error))
    return FALSE;
  if (before == NULL)
    return _licet_store_refuse_unknown (id, error);
  json = licet_json_parse (id, before, -1, error);
  if (json == NULL)
    return FALSE;
  digest = licet_digest_text (before);
  if (!_licet_history_add (write, id, NULL, "removed", make_detail (digest, write->number_text),
                           error) ||
      !_licet_db_run (write->db, "DELETE FROM cases WHERE id = ?", (const char *const[]) { id }, 1,
                      error))
    return FALSE;
  _licet_store_write_describe (write, "remove-case", id,
                               json_node_copy (licet_json_get_root (json)));
  return TRUE;
}

gboolean
licet_store_remove_case (LicetStore *store,
                         const char *id,
                         GError **error)
{
  static const LicetStoreJob job = { NULL, work_remove };
  LicetStoreWriter *writer;

  g_return_val_if_fail (LICET_IS_STORE (store), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  writer = _licet_store_get_writer (store, error);
  return writer != NULL && _licet_store_writer_run (writer, &job, (gpointer) id, error);
}

typedef struct {
  const char *id;
  const char *name;
  const char *digest;
} FilingData;

static gboolean
work_filing (LicetStoreWrite *write,
             gpointer user_data,
             GError **error)
{
  const FilingData *data = user_data;
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) content = licet_json_make_node (object);
  g_autofree char *before = NULL;

  if (!_licet_store_load_document (write->db, data->id, &before, error))
    return FALSE;
  if (before == NULL)
    return _licet_store_refuse_unknown (data->id, error);
  json_object_set_string_member (object, "package", data->name);
  json_object_set_string_member (object, "sha256", data->digest);
  if (!_licet_records_add (write, data->id, "filing", data->name, content, error) ||
      !_licet_history_add (write, data->id, NULL, "package", json_node_copy (content), error))
    return FALSE;
  _licet_store_write_describe (write, "add-filing", data->id, json_node_copy (content));
  return TRUE;
}

gboolean
licet_store_add_filing (LicetStore *store,
                        const char *id,
                        const char *name,
                        const char *digest,
                        GError **error)
{
  static const LicetStoreJob job = { NULL, work_filing };
  FilingData data = { id, name, digest };
  LicetStoreWriter *writer;

  g_return_val_if_fail (LICET_IS_STORE (store), FALSE);
  g_return_val_if_fail (id != NULL && name != NULL && digest != NULL, FALSE);

  writer = _licet_store_get_writer (store, error);
  return writer != NULL && _licet_store_writer_run (writer, &job, &data, error);
}
