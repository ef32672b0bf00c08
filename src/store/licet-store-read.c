/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-read"

#include "config.h"

#include "licet-store-private.h"

LicetCase *
licet_store_load_case (LicetStore *store,
                       const char *id,
                       GError **error)
{
  g_autoptr (LicetDb) reader = NULL;
  g_autoptr (LicetJson) whole = NULL;
  g_autoptr (LicetJson) json = NULL;
  g_autofree char *document = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) journal = NULL;

  g_return_val_if_fail (LICET_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  reader = _licet_store_open_reader (store, error);
  /* One transaction, so that document and history are of the same moment. */
  if (reader == NULL || !_licet_db_exec (reader, "BEGIN", error) ||
      !_licet_store_load_document (reader, id, &document, error))
    return NULL;
  if (document == NULL) {
    (void) _licet_store_refuse_unknown (id, error);
    return NULL;
  }
  journal = _licet_history_load (reader, id, error);
  json = journal != NULL ? licet_json_parse (id, document, -1, error) : NULL;
  if (json == NULL)
    return NULL;
  json_object_set_array_member (json_node_get_object (licet_json_get_root (json)), "journal",
                                licet_json_make_strings ((const char *const *) journal));
  text = licet_json_serialise (licet_json_get_root (json));
  whole = licet_json_parse (id, text, -1, error);
  if (whole == NULL)
    return NULL;
  folder = _licet_attachments_dup_folder (licet_store_get_path (store));
  return licet_case_new_from_json (_licet_store_get_bundle (store), whole, folder, error);
}

void
licet_store_entry_free (LicetStoreEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->id);
  g_free (entry->reference);
  g_free (entry->created);
  g_free (entry->changed);
  g_free (entry);
}

static LicetStoreEntry *
read_entry (sqlite3_stmt *row)
{
  LicetStoreEntry *entry = g_new0 (LicetStoreEntry, 1);

  entry->id = _licet_db_dup_text (row, 0);
  entry->reference = _licet_db_dup_text (row, 1);
  entry->created = _licet_db_dup_text (row, 2);
  entry->changed = _licet_db_dup_text (row, 3);
  return entry;
}

GPtrArray *
licet_store_list_cases (LicetStore *store,
                        GError **error)
{
  static const char select[] =
      "SELECT id, reference, created, changed FROM cases ORDER BY changed DESC, id";
  g_autoptr (GPtrArray) entries =
      g_ptr_array_new_with_free_func ((GDestroyNotify) licet_store_entry_free);
  g_autoptr (LicetDb) reader = NULL;
  gboolean has_row = TRUE;
  sqlite3_stmt *row;

  g_return_val_if_fail (LICET_IS_STORE (store), NULL);

  reader = _licet_store_open_reader (store, error);
  row = reader != NULL ? _licet_db_query (reader, select, NULL, 0, error) : NULL;
  if (row == NULL)
    return NULL;
  while (has_row) {
    if (!_licet_db_next (reader, row, &has_row, error))
      return NULL;
    if (has_row)
      g_ptr_array_add (entries, read_entry (row));
  }
  return g_steal_pointer (&entries);
}

GStrv
licet_store_dup_journal (LicetStore *store,
                         const char *id,
                         GError **error)
{
  g_autoptr (LicetDb) reader = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (LICET_IS_STORE (store), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  reader = _licet_store_open_reader (store, error);
  lines = reader != NULL ? _licet_history_load (reader, id, error) : NULL;
  if (lines != NULL && lines[0] == NULL) {
    (void) _licet_store_refuse_unknown (id, error);
    return NULL;
  }
  return g_steal_pointer (&lines);
}
