/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "store-fixture.h"

#include <string.h>

/* A case with a determination that was made once, and a screening decision. */
static const char decided[] =
    "{\"licet-case\": 1, \"id\": \"a\", \"reference\": \"r\", \"created\": "
    "\"2026-11-16T08:30:00Z\","
    " \"items\": [{\"id\": \"board\", \"classification\": {\"description\": \"A printed form\", "
    "\"nature\": \"technology\"}}],"
    " \"parties\": [{\"id\": \"m\", \"name\": \"M\", \"screening\": {\"state\": \"clear\", \"by\": "
    "\"K\", \"on\": \"2026-11-17\", \"lists\": \"EU\"}}]}";

/* A determination as it is kept, made by hand from what the reader of records needs. */
static JsonNode *
make_record (const char *note)
{
  g_autofree char *text =
      g_strdup_printf ("{\"outcome\": \"not-listed\", \"codes\": [], \"list\": \"eu-annex-i\", "
                       "\"edition\": \"2025-11-15\", \"note\": \"%s\","
                       " \"decided-by\": \"K. Sommer\", \"decided-on\": \"2026-11-18\"}",
                       note);
  g_autoptr (LicetJson) json = licet_json_parse ("record", text, -1, NULL);

  return json_node_copy (licet_json_get_root (json));
}

static const char *const statements[] = {
  "UPDATE records SET content = '{}'",
  "DELETE FROM records",
  "UPDATE history SET line = '{}'",
  "DELETE FROM history",
  "UPDATE writes SET subject = 'x'",
  "DELETE FROM writes",
  "UPDATE attachments SET size = 0",
  "DELETE FROM attachments",
  "DELETE FROM case_ids",
  "UPDATE store SET id = 'x'",
  "INSERT OR REPLACE INTO history (number, case_id, line) SELECT number, case_id, '{}' FROM "
  "history",
  "INSERT OR REPLACE INTO records (number, case_id, kind, subject, content, digest, previous, "
  "chain)"
  " SELECT number, case_id, kind, subject, '{}', digest, previous, chain FROM records",
};

/* Each table that is added to only, with a row in it. */
static void
fill (Fixture *fixture)
{
  g_autofree char *source = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autoptr (LicetCase) self = read_case (fixture->bundle, decided, NULL);
  g_autofree char *digest = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_true (licet_store_save_case (fixture->store, self, &error));
  g_assert_no_error (error);
  g_assert_true (licet_store_add_filing (fixture->store, "a", "r_r1.licet.zip", "feed", &error));
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (source, "datasheet", -1, NULL));
  digest = licet_store_add_attachment (fixture->store, source, &error);
  g_assert_no_error (error);
}

static void
test_tables_refuse_change (Fixture *fixture,
                           gconstpointer data)
{
  g_autoptr (LicetDb) db = NULL;

  fill (fixture);
  db = _licet_db_open (fixture->path, LICET_DB_WRITE, NULL);
  g_assert_nonnull (db);
  for (guint i = 0; i < G_N_ELEMENTS (statements); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (_licet_db_exec (db, statements[i], &error));
    g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_IMMUTABLE);
    g_assert_nonnull (strstr (error->message, "kept as they were"));
  }
  assert_sound (fixture->store);
}

static const char *const unfit[] = {
  "INSERT INTO cases (id, reference, created, changed, document, digest) VALUES ('nobody', 'r', "
  "'2026-11-16T08:30:00Z',"
  " '2026-11-16T08:30:00Z', '{}', "
  "'0000000000000000000000000000000000000000000000000000000000000000')",
  "UPDATE cases SET created = '2026'",
  "UPDATE cases SET document = '{'",
  "UPDATE cases SET digest = 'short'",
  "UPDATE cases SET reference = ''",
  "INSERT INTO attachments (digest, size, name, added) VALUES ('ABC', 1, 'n', "
  "'2026-11-16T08:30:00Z')",
  "INSERT INTO writes (number, moment, action, subject, begin_digest) VALUES ('many', "
  "'2026-11-16T08:30:00Z', 'a', 's', 'd')",
};

static void
test_tables_refuse_what_does_not_fit (Fixture *fixture,
                                      gconstpointer data)
{
  g_autoptr (LicetDb) db = NULL;

  fill (fixture);
  db = _licet_db_open (fixture->path, LICET_DB_WRITE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (unfit); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (_licet_db_exec (db, unfit[i], &error));
    g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE);
  }
  assert_sound (fixture->store);
}

typedef struct {
  const char *name;
  const char *sql;
  const char *fault;
} Forgery;

/* What somebody with other tools could do, and which check finds it. */
static const Forgery forgeries[] = {
  { "record",
    "DROP TRIGGER records_is_not_changed; UPDATE records SET content = json_set (content, "
    "'$.party', 'x');"
    "CREATE TRIGGER records_is_not_changed BEFORE UPDATE ON records BEGIN SELECT RAISE (ABORT, "
    "'records are kept as they were'); END",
    "records" },
  { "record-taken-away",
    "DROP TRIGGER records_is_not_deleted; DELETE FROM records WHERE number = 1;"
    "CREATE TRIGGER records_is_not_deleted BEFORE DELETE ON records BEGIN SELECT RAISE (ABORT, "
    "'records are kept as they were'); END",
    "records" },
  { "trigger", "DROP TRIGGER history_is_not_changed", "tables" },
  { "history",
    "DROP TRIGGER history_is_not_changed; UPDATE history SET line = replace (line, 'created', "
    "'changed') WHERE number = 1;"
    "CREATE TRIGGER history_is_not_changed BEFORE UPDATE ON history BEGIN SELECT RAISE (ABORT, "
    "'history are kept as they were'); END",
    "histories" },
  { "case", "UPDATE cases SET document = json_set (document, '$.reference', 'x')", "cases" },
  { "write",
    "DROP TRIGGER writes_is_not_deleted; PRAGMA foreign_keys = OFF; DELETE FROM writes WHERE "
    "number = 2;"
    "CREATE TRIGGER writes_is_not_deleted BEFORE DELETE ON writes BEGIN SELECT RAISE (ABORT, "
    "'writes are kept as they were'); END",
    "writes" },
};

static void
test_forgery_is_found (Fixture *fixture,
                       gconstpointer data)
{
  const Forgery *row = data;
  sqlite3 *handle = NULL;
  char *message = NULL;

  fill (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, row->sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  assert_fault (fixture->store, row->fault);
}

static gboolean
has_fault (LicetStore *store,
           const char *id)
{
  g_autoptr (GPtrArray) findings = licet_store_check (store, NULL);

  for (guint i = 0; i < findings->len; i++) {
    const LicetStoreFinding *finding = g_ptr_array_index (findings, i);

    if (g_str_equal (finding->id, id))
      return !finding->holds;
  }
  g_assert_not_reached ();
}

/* Any byte of the plain-text journal that is changed is found. */
static void
test_changed_journal_is_found (Fixture *fixture,
                               gconstpointer data)
{
  g_autofree char *path = _licet_store_log_dup_path (fixture->path);
  g_autofree char *contents = NULL;
  gsize last_line;
  gsize length;

  fill (fixture);
  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  last_line = (gsize) ((const char *) memrchr (contents, '\n', length - 1) - contents);
  for (gsize i = 0; i < length; i += 97) {
    g_autoptr (GPtrArray) writes = NULL;
    g_autofree char *changed = g_memdup2 (contents, length);
    g_autofree char *fault = NULL;
    g_autoptr (GError) error = NULL;
    gint64 first;

    changed[i] = (char) (changed[i] ^ 1);
    g_assert_true (g_file_set_contents (path, changed, (gssize) length, NULL));
    g_assert_true (_licet_store_log_check (path, &first, &writes, &fault, &error));
    g_assert_no_error (error);
    /* The moment of the last line is all that no line after it, and no row of the database, bears out. */
    if (fault == NULL)
      g_assert_true (i > last_line || has_fault (fixture->store, "writes"));
  }
  g_assert_true (g_file_set_contents (path, contents, (gssize) length, NULL));
  assert_sound (fixture->store);
}

static void
test_missing_journal_is_found (Fixture *fixture,
                               gconstpointer data)
{
  g_autofree char *path = _licet_store_log_dup_path (fixture->path);

  fill (fixture);
  close_store (fixture);
  g_assert_cmpint (g_unlink (path), ==, 0);
  open_store (fixture);
  assert_fault (fixture->store, "writes");
}

static void
test_screening_is_kept_once_a_decision (Fixture *fixture,
                                        gconstpointer data)
{
  g_autoptr (LicetCase) self = read_case (fixture->bundle, decided, NULL);
  g_autoptr (LicetDb) db = NULL;
  g_auto (GStrv) contents = NULL;
  LicetParty *party = licet_case_find_party (self, "m");

  open_store (fixture);
  g_assert_true (licet_store_save_case (fixture->store, self, NULL));
  g_assert_true (licet_case_set_text (self, "end-use.text", "t", NULL));
  g_assert_true (licet_store_save_case (fixture->store, self, NULL));
  g_object_set (party, "screening", (guint) LICET_SCREENING_HIT, NULL);
  g_assert_true (licet_store_save_case (fixture->store, self, NULL));
  db = _licet_db_open (fixture->path, LICET_DB_READ, NULL);
  contents = _licet_db_dup_column (
      db, "SELECT content FROM records WHERE kind = 'screening' ORDER BY number", NULL, 0, NULL);
  g_assert_cmpuint (g_strv_length (contents), ==, 2);
  g_assert_nonnull (strstr (contents[0], "\"clear\""));
  g_assert_nonnull (strstr (contents[1], "\"hit\""));
  assert_sound (fixture->store);
}

static JsonObject *
make_document (const char *const *notes)
{
  g_autoptr (LicetJson) json = licet_json_parse ("case", decided, -1, NULL);
  JsonObject *object = json_node_dup_object (licet_json_get_root (json));
  JsonObject *item =
      json_array_get_object_element (json_object_get_array_member (object, "items"), 0);
  JsonArray *records = json_array_new ();

  for (guint i = 0; notes[i] != NULL; i++)
    json_array_add_element (records, make_record (notes[i]));
  json_object_set_array_member (item, "determinations", records);
  return object;
}

typedef struct {
  const char *name;
  const char *before[3];
  const char *after[3];
  gboolean is_kept;
} KeptCase;

static const KeptCase kept_cases[] = {
  { "one-more", { "a" }, { "a", "b" }, TRUE },
  { "the-same", { "a", "b" }, { "a", "b" }, TRUE },
  { "one-less", { "a", "b" }, { "a" }, FALSE },
  { "changed", { "a" }, { "b" }, FALSE },
  { "turned-round", { "a", "b" }, { "b", "a" }, FALSE },
};

typedef struct {
  JsonObject *object;
} KeepData;

static gboolean
work_keep (LicetStoreWrite *write,
           gpointer data,
           GError **error)
{
  KeepData *keep = data;

  _licet_store_write_describe (write, "save-case", "a", NULL);
  return _licet_db_run (write->db,
                        "INSERT INTO case_ids (id, write) VALUES ('a', ?) ON CONFLICT DO NOTHING",
                        (const char *const[]) { write->number_text }, 1, error) &&
         _licet_records_keep_case (write, "a", keep->object, error);
}

/* Determinations are added, never changed or taken away. */
static void
test_determinations_are_kept (Fixture *fixture,
                              gconstpointer data)
{
  static const LicetStoreJob job = { NULL, work_keep };
  const KeptCase *row = data;
  KeepData before = { make_document (row->before) };
  KeepData after = { make_document (row->after) };
  g_autoptr (GError) error = NULL;
  LicetStoreWriter *writer;

  open_store (fixture);
  writer = _licet_store_get_writer (fixture->store, NULL);
  g_assert_true (_licet_store_writer_run (writer, &job, &before, &error));
  g_assert_no_error (error);
  g_assert_cmpint (_licet_store_writer_run (writer, &job, &after, &error), ==, row->is_kept);
  if (!row->is_kept)
    g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_IMMUTABLE);
  assert_sound (fixture->store);
  json_object_unref (before.object);
  json_object_unref (after.object);
}

/* A long journal is put aside; the chain goes on from its last line. */
static void
test_long_journal_goes_on_in_a_new_file (Fixture *fixture,
                                         gconstpointer data)
{
  g_autofree char *path = _licet_store_log_dup_path (fixture->path);
  g_autoptr (LicetStoreLog) log = NULL;
  g_autoptr (GPtrArray) writes = NULL;
  g_autofree char *fault = NULL;
  g_autofree char *aside = g_strconcat (path, ".2026-11-20T08-00-00Z", NULL);
  g_autoptr (GError) error = NULL;
  gint64 first;

  fill (fixture);
  log = _licet_store_log_open (path, &error);
  g_assert_no_error (error);
  g_setenv ("LICET_NOW", "2026-11-20T08:00:00Z", TRUE);
  g_assert_true (_licet_store_log_lock (log, 10, &error));
  g_assert_no_error (error);
  _licet_store_log_unlock (log);
  g_unsetenv ("LICET_NOW");
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
  /* The writer notices that the file under the name is another one. */
  g_assert_true (licet_store_remove_case (fixture->store, "a", &error));
  g_assert_no_error (error);
  assert_sound (fixture->store);

  g_assert_true (_licet_store_log_check (path, &first, &writes, &fault, &error));
  g_assert_null (fault);
  g_assert_cmpint (first, ==, 1);
  g_assert_cmpuint (writes->len, ==, 4);
  /* What was put aside may be thrown away; the rest is still whole and still held against the database. */
  g_assert_cmpint (g_unlink (aside), ==, 0);
  assert_sound (fixture->store);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/store/kept/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("tables-refuse-change", test_tables_refuse_change);
  ADD ("tables-refuse-what-does-not-fit", test_tables_refuse_what_does_not_fit);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++) {
    g_autofree char *path =
        g_strconcat ("/store/kept/check-finds-forged-", forgeries[i].name, NULL);

    g_test_add (path, Fixture, &forgeries[i], set_up, test_forgery_is_found, tear_down);
  }
  ADD ("changed-journal-is-found", test_changed_journal_is_found);
  ADD ("missing-journal-is-found", test_missing_journal_is_found);
  ADD ("screening-is-kept-once-a-decision", test_screening_is_kept_once_a_decision);
  for (guint i = 0; i < G_N_ELEMENTS (kept_cases); i++) {
    g_autofree char *path = g_strconcat ("/store/kept/determinations-", kept_cases[i].name,
                                         kept_cases[i].is_kept ? "-accepted" : "-refused", NULL);

    g_test_add (path, Fixture, &kept_cases[i], set_up, test_determinations_are_kept, tear_down);
  }
  ADD ("long-journal-goes-on-in-a-new-file", test_long_journal_goes_on_in_a_new_file);
  return g_test_run ();
}
