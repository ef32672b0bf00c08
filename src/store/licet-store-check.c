/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-check"

#include "config.h"

#include "licet-store-private.h"

static void
add (GPtrArray *findings,
     const char *id,
     const char *fault,
     const char *fine)
{
  LicetStoreFinding *finding = g_new0 (LicetStoreFinding, 1);

  finding->id = g_strdup (id);
  finding->holds = fault == NULL;
  finding->text = g_strdup (fault != NULL ? fault : fine);
  g_ptr_array_add (findings, finding);
}

static gboolean
check_tables (LicetDb *db,
              GPtrArray *findings,
              GError **error)
{
  g_autofree char *fault = NULL;

  if (!_licet_db_check (db, &fault, error))
    return FALSE;
  add (findings, "database", fault,
       "The database is sound, and every reference in it leads somewhere");
  return TRUE;
}

static LicetDb *
make_pattern (GError **error)
{
  g_autoptr (LicetDb) pattern = _licet_db_open (":memory:", LICET_DB_MEMORY, error);

  return pattern != NULL && _licet_store_get_migrations ()[0](pattern, error)
             ? g_steal_pointer (&pattern)
             : NULL;
}

/* The triggers that keep records as they are could have been taken away with other tools. */
static gboolean
check_schema (LicetDb *db,
              GPtrArray *findings,
              GError **error)
{
  g_autoptr (LicetDb) pattern = make_pattern (error);
  g_autofree char *wanted = pattern != NULL ? _licet_store_dup_schema (pattern, error) : NULL;
  g_autofree char *is = wanted != NULL ? _licet_store_dup_schema (db, error) : NULL;

  if (is == NULL)
    return FALSE;
  add (findings, "tables",
       g_str_equal (is, wanted) ? NULL
                                : "Tables, indexes or triggers are not those that Licet makes",
       "Tables, indexes and the triggers that keep records are those that Licet makes");
  return TRUE;
}

static gboolean
check_documents (LicetDb *db,
                 GPtrArray *findings,
                 GError **error)
{
  sqlite3_stmt *row =
      _licet_db_query (db, "SELECT id, document, digest FROM cases ORDER BY id", NULL, 0, error);
  g_autoptr (GString) fault = g_string_new (NULL);
  gboolean has_row = TRUE;

  if (row == NULL)
    return FALSE;
  while (has_row) {
    g_autofree char *document = NULL;
    g_autofree char *digest = NULL;
    g_autofree char *is = NULL;
    g_autofree char *id = NULL;

    if (!_licet_db_next (db, row, &has_row, error))
      return FALSE;
    if (!has_row)
      break;
    id = _licet_db_dup_text (row, 0);
    document = _licet_db_dup_text (row, 1);
    digest = _licet_db_dup_text (row, 2);
    is = licet_digest_text (document);
    if (!g_str_equal (digest, is))
      g_string_append_printf (fault, "%sthe case “%s” is not what its digest says",
                              fault->len > 0 ? "; " : "", id);
  }
  add (findings, "cases", fault->len > 0 ? fault->str : NULL, "Every case is what its digest says");
  return TRUE;
}

static gboolean
check_histories (LicetDb *db,
                 GPtrArray *findings,
                 GError **error)
{
  g_auto (GStrv) ids =
      _licet_db_dup_column (db, "SELECT id FROM case_ids ORDER BY id", NULL, 0, error);
  g_autoptr (GString) fault = g_string_new (NULL);

  if (ids == NULL)
    return FALSE;
  for (guint i = 0; ids[i] != NULL; i++) {
    g_auto (GStrv) lines = _licet_history_load (db, ids[i], error);
    guint broken = 0;

    if (lines == NULL)
      return FALSE;
    if (!licet_journal_check ((const char *const *) lines, &broken))
      g_string_append_printf (
          fault, "%sline %u of the history of the case “%s” does not follow the line before",
          fault->len > 0 ? "; " : "", broken, ids[i]);
  }
  add (findings, "histories", fault->len > 0 ? fault->str : NULL,
       "The history of every case is whole");
  return TRUE;
}

static gboolean
check_records (LicetDb *db,
               GPtrArray *findings,
               GError **error)
{
  g_autofree char *fault = NULL;

  if (!_licet_records_check (db, &fault, error))
    return FALSE;
  add (findings, "records", fault,
       "Determinations, screening decisions and filings are as they were written");
  return TRUE;
}

static void
check_attachment (const char *folder,
                  const char *digest,
                  GString *fault)
{
  g_autofree char *path = g_build_filename (folder, digest, NULL);
  g_autofree char *is = licet_digest_file (path, NULL, NULL, NULL);

  if (is == NULL)
    g_string_append_printf (fault, "%sthe attachment %s cannot be read", fault->len > 0 ? "; " : "",
                            digest);
  else if (!g_str_equal (is, digest))
    g_string_append_printf (fault, "%sthe attachment %s is not what its digest says",
                            fault->len > 0 ? "; " : "", digest);
}

static gboolean
check_attachments (LicetDb *db,
                   const char *folder,
                   GPtrArray *findings,
                   GError **error)
{
  g_auto (GStrv) digests =
      _licet_db_dup_column (db, "SELECT digest FROM attachments ORDER BY digest", NULL, 0, error);
  g_autoptr (GString) fault = g_string_new (NULL);

  if (digests == NULL)
    return FALSE;
  for (guint i = 0; digests[i] != NULL; i++)
    check_attachment (folder, digests[i], fault);
  add (findings, "attachments", fault->len > 0 ? fault->str : NULL,
       "Every attachment is there and is what its digest says");
  return TRUE;
}

/* Every write in the database from the first on that the journal still holds, against every one that the journal calls committed. */
static char *
compare_writes (sqlite3_stmt *row,
                LicetDb *db,
                GPtrArray *writes,
                GError **error)
{
  gboolean has_row = TRUE;
  guint i = 0;

  for (;;) {
    const LicetStoreLogWrite *logged = i < writes->len ? g_ptr_array_index (writes, i) : NULL;
    g_autofree char *digest = NULL;
    gint64 number;

    if (!_licet_db_next (db, row, &has_row, error))
      return NULL;
    if (!has_row && logged == NULL)
      return g_strdup ("");
    if (!has_row)
      return g_strdup_printf ("write %" G_GINT64_FORMAT
                              " is committed in the journal, but not in the database",
                              logged->number);
    number = sqlite3_column_int64 (row, 0);
    digest = _licet_db_dup_text (row, 1);
    if (logged == NULL || logged->number != number || !g_str_equal (logged->begin, digest))
      return g_strdup_printf ("write %" G_GINT64_FORMAT
                              " is in the database, but not in the journal as it was written",
                              number);
    i++;
  }
}

typedef struct {
  const char *path;
  GPtrArray *findings;
} LogData;

/* As a job of the writer, though it writes nothing: what was left unsettled is settled before, and nobody writes meanwhile. */
static gboolean
work_check_log (LicetStoreWrite *write,
                gpointer user_data,
                GError **error)
{
  LogData *data = user_data;
  g_autofree char *log_path = _licet_store_log_dup_path (data->path);
  g_autoptr (GPtrArray) writes = NULL;
  g_autofree char *first_text = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *differs = NULL;
  sqlite3_stmt *row;
  gint64 first = 0;

  if (!_licet_store_log_check (log_path, &first, &writes, &fault, error))
    return FALSE;
  add (data->findings, "journal", fault, "The plain-text journal is whole");
  first_text = g_strdup_printf ("%" G_GINT64_FORMAT, first);
  row = _licet_db_query (
      write->db, "SELECT number, begin_digest FROM writes WHERE number >= ? ORDER BY number",
      (const char *const[]) { first_text }, 1, error);
  differs = row != NULL ? compare_writes (row, write->db, writes, error) : NULL;
  if (row != NULL)
    (void) sqlite3_reset (row);
  if (differs == NULL)
    return FALSE;
  add (data->findings, "writes", *differs != '\0' ? differs : NULL,
       "Database and plain-text journal hold the same writes");
  return TRUE;
}

static gboolean
check_log (LicetStore *store,
           GPtrArray *findings,
           GError **error)
{
  static const LicetStoreJob job = { NULL, work_check_log };
  LicetStoreWriter *writer = _licet_store_get_writer (store, error);
  LogData data = { licet_store_get_path (store), findings };

  return writer != NULL && _licet_store_writer_run (writer, &job, &data, error);
}

void
licet_store_finding_free (LicetStoreFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->id);
  g_free (finding->text);
  g_free (finding);
}

GPtrArray *
licet_store_check (LicetStore *store,
                   GError **error)
{
  g_autoptr (GPtrArray) findings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) licet_store_finding_free);
  g_autoptr (LicetDb) db = NULL;
  g_autofree char *folder = NULL;

  g_return_val_if_fail (LICET_IS_STORE (store), NULL);

  db = _licet_store_open_reader (store, error);
  folder = _licet_attachments_dup_folder (licet_store_get_path (store));
  if (db == NULL || !check_tables (db, findings, error) || !check_schema (db, findings, error) ||
      !check_documents (db, findings, error) || !check_histories (db, findings, error) ||
      !check_records (db, findings, error) || !check_attachments (db, folder, findings, error) ||
      !check_log (store, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}
