/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "store-fixture.h"

#include <string.h>

static void
test_round_trip (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (LicetCase) self = make_case (fixture->bundle, "a", 1);
  g_autoptr (LicetCase) loaded = NULL;
  g_autoptr (JsonNode) left = licet_case_serialise (self);
  g_autoptr (JsonNode) right = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *read = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_true (licet_store_save_case (fixture->store, self, &error));
  g_assert_no_error (error);
  loaded = licet_store_load_case (fixture->store, "a", &error);
  g_assert_no_error (error);
  right = licet_case_serialise (loaded);
  /* The history is what the store adds. */
  g_assert_cmpuint (licet_case_get_journal (loaded)->len, ==, 2);
  json_object_remove_member (json_node_get_object (left), "journal");
  json_object_remove_member (json_node_get_object (right), "journal");
  saved = licet_json_serialise (left);
  read = licet_json_serialise (right);
  g_assert_cmpstr (saved, ==, read);
  assert_sound (fixture->store);
}

static void
test_survives_closing (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->path, "-wal", NULL);

  open_store (fixture);
  save (fixture, "a", 7);
  close_store (fixture);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  open_store (fixture);
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, 7);
  assert_sound (fixture->store);
}

static void
test_list_is_newest_first (Fixture *fixture,
                           gconstpointer data)
{
  static const char *const moments[] = { "2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z",
                                         "2026-11-20T10:00:00Z" };
  static const char *const ids[] = { "a", "b", "a" };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  const LicetStoreEntry *entry;

  open_store (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    g_setenv ("LICET_NOW", moments[i], TRUE);
    save (fixture, ids[i], i + 1);
  }
  g_unsetenv ("LICET_NOW");
  entries = licet_store_list_cases (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 2);
  entry = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (entry->id, ==, "a");
  g_assert_cmpstr (entry->reference, ==, "v3");
  g_assert_cmpstr (entry->created, ==, "2026-11-16T08:30:00Z");
  g_assert_cmpstr (entry->changed, ==, "2026-11-20T10:00:00Z");
}

static void
test_unchanged_case_is_not_written (Fixture *fixture,
                                    gconstpointer data)
{
  g_auto (GStrv) journal = NULL;

  open_store (fixture);
  save (fixture, "a", 1);
  save (fixture, "a", 1);
  journal = licet_store_dup_journal (fixture->store, "a", NULL);
  g_assert_cmpuint (g_strv_length (journal), ==, 2);
  assert_sound (fixture->store);
}

static void
test_removed_case_keeps_its_history (Fixture *fixture,
                                     gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) journal = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  open_store (fixture);
  save (fixture, "a", 1);
  g_assert_true (licet_store_remove_case (fixture->store, "a", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, 0);
  entries = licet_store_list_cases (fixture->store, NULL);
  g_assert_cmpuint (entries->len, ==, 0);
  journal = licet_store_dup_journal (fixture->store, "a", NULL);
  g_assert_cmpuint (g_strv_length (journal), ==, 3);
  g_assert_nonnull (strstr (journal[2], "\"removed\""));
  g_assert_true (licet_journal_check ((const char *const *) journal, NULL));
  g_assert_false (licet_store_remove_case (fixture->store, "a", &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_NOT_FOUND);
  assert_sound (fixture->store);
}

static void
test_unknown_case_is_said_to_be_unknown (Fixture *fixture,
                                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_null (licet_store_load_case (fixture->store, "nobody", &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (licet_store_dup_journal (fixture->store, "nobody", &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (licet_store_add_filing (fixture->store, "nobody", "p.zip", "00", &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_NOT_FOUND);
}

/* The moments of statements and of packages are in the history, in order. */
static void
test_history_tells_what_happened (Fixture *fixture,
                                  gconstpointer data)
{
  static const char *const events[] = { "\"created\"", "\"statement-drafted\"", "\"saved\"",
                                        "\"statement-sent\"", "\"package\"" };
  g_autoptr (LicetCase) self = make_case (fixture->bundle, "a", 1);
  g_autoptr (LicetStatement) statement = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) journal = NULL;

  open_store (fixture);
  g_assert_true (licet_store_save_case (fixture->store, self, &error));
  statement = g_list_model_get_item (licet_case_get_statements (self), 0);
  g_assert_true (licet_statement_advance (statement, LICET_STATEMENT_SENT, "2026-11-20", NULL));
  g_assert_true (licet_store_save_case (fixture->store, self, &error));
  g_assert_true (licet_store_add_filing (fixture->store, "a", "A_r1.licet.zip", "feed", &error));
  g_assert_no_error (error);
  journal = licet_store_dup_journal (fixture->store, "a", NULL);
  g_assert_cmpuint (g_strv_length (journal), ==, G_N_ELEMENTS (events));
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    g_assert_nonnull (strstr (journal[i], events[i]));
  g_assert_true (licet_journal_check ((const char *const *) journal, NULL));
  assert_sound (fixture->store);
}

static LicetCase *
make_case_with_history (Fixture *fixture,
                        const char *const *lines)
{
  g_autoptr (LicetCase) plain = make_case (fixture->bundle, "a", 1);
  g_autoptr (JsonNode) node = licet_case_serialise (plain);
  g_autofree char *text = NULL;
  JsonArray *array = json_array_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    json_array_add_string_element (array, lines[i]);
  json_object_set_array_member (json_node_get_object (node), "journal", array);
  text = licet_json_serialise (node);
  return read_case (fixture->bundle, text, NULL);
}

static void
test_history_a_case_came_with_goes_on (Fixture *fixture,
                                       gconstpointer data)
{
  g_autofree char *first = licet_journal_line (NULL, "2026-11-01T00:00:00Z", "K", "created", NULL);
  g_autofree char *second = licet_journal_line (first, "2026-11-02T00:00:00Z", "K", "saved", NULL);
  g_autofree char *other = licet_journal_line (first, "2026-11-03T00:00:00Z", "K", "forged", NULL);
  g_autoptr (LicetCase) whole =
      make_case_with_history (fixture, (const char *const[]) { first, second, NULL });
  g_autoptr (LicetCase) shorter =
      make_case_with_history (fixture, (const char *const[]) { first, NULL });
  g_autoptr (LicetCase) forked =
      make_case_with_history (fixture, (const char *const[]) { first, other, NULL });
  g_autoptr (LicetCase) broken =
      make_case_with_history (fixture, (const char *const[]) { second, NULL });
  g_auto (GStrv) journal = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_false (licet_store_save_case (fixture->store, broken, &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_true (licet_store_save_case (fixture->store, whole, &error));
  g_assert_no_error (error);
  journal = licet_store_dup_journal (fixture->store, "a", NULL);
  g_assert_cmpstr (journal[0], ==, first);
  g_assert_cmpstr (journal[1], ==, second);
  g_assert_nonnull (strstr (journal[2], "\"imported\""));
  g_assert_true (licet_journal_check ((const char *const *) journal, NULL));

  /* An older copy may be saved again; one with another past may not. */
  g_assert_true (licet_case_set_text (shorter, "end-use.text", "other", NULL));
  g_assert_true (licet_store_save_case (fixture->store, shorter, &error));
  g_assert_no_error (error);
  g_assert_true (licet_case_set_text (forked, "end-use.text", "forged", NULL));
  g_assert_false (licet_store_save_case (fixture->store, forked, &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_IMMUTABLE);
  assert_sound (fixture->store);
}

typedef struct {
  GMainLoop *loop;
  GString *order;
  guint left;
  guint failed;
} Calls;

typedef struct {
  Calls *calls;
  char name;
} Call;

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  Call *call = data;

  if (licet_store_save_case_finish (LICET_STORE (source), result, NULL))
    g_string_append_c (call->calls->order, call->name);
  else
    call->calls->failed++;
  if (--call->calls->left == 0)
    g_main_loop_quit (call->calls->loop);
}

#define N_CALLS 26

static void
queue_saves (Fixture *fixture,
             Calls *calls,
             Call *rows,
             GCancellable *cancellable)
{
  calls->loop = g_main_loop_new (NULL, FALSE);
  calls->order = g_string_new (NULL);
  calls->left = N_CALLS;
  calls->failed = 0;
  for (guint i = 0; i < N_CALLS; i++) {
    g_autoptr (LicetCase) self = make_case (fixture->bundle, "a", i + 1);

    rows[i] = (Call) { calls, (char) ('a' + (int) i) };
    licet_store_save_case_async (fixture->store, self, cancellable, saved_cb, &rows[i]);
    /* What is changed after the call is not in what is saved. */
    g_assert_true (licet_case_set_text (self, "end-use.text", "later", NULL));
  }
}

static void
end_calls (Calls *calls)
{
  g_main_loop_unref (calls->loop);
  g_string_free (calls->order, TRUE);
}

static void
test_writes_run_in_the_order_asked (Fixture *fixture,
                                    gconstpointer data)
{
  Call rows[N_CALLS];
  Calls calls;
  g_auto (GStrv) journal = NULL;

  open_store (fixture);
  queue_saves (fixture, &calls, rows, NULL);
  g_main_loop_run (calls.loop);
  g_assert_cmpstr (calls.order->str, ==, "abcdefghijklmnopqrstuvwxyz");
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, N_CALLS);
  journal = licet_store_dup_journal (fixture->store, "a", NULL);
  g_assert_cmpuint (g_strv_length (journal), ==, N_CALLS + 1);
  assert_sound (fixture->store);
  end_calls (&calls);
}

static void
test_closing_finishes_what_was_asked (Fixture *fixture,
                                      gconstpointer data)
{
  Call rows[N_CALLS];
  Calls calls;

  open_store (fixture);
  queue_saves (fixture, &calls, rows, NULL);
  g_assert_true (licet_store_close (fixture->store, NULL));
  g_assert_true (licet_store_close (fixture->store, NULL));
  g_main_loop_run (calls.loop);
  g_assert_cmpuint (calls.failed, ==, 0);
  g_clear_object (&fixture->store);
  open_store (fixture);
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, N_CALLS);
  assert_sound (fixture->store);
  end_calls (&calls);
}

/* The task keeps the store as long as it is under way, and lets it go where it was asked for. */
static void
test_last_reference_may_go_while_writing (Fixture *fixture,
                                          gconstpointer data)
{
  Call rows[N_CALLS];
  Calls calls;

  open_store (fixture);
  queue_saves (fixture, &calls, rows, NULL);
  g_clear_object (&fixture->store);
  g_main_loop_run (calls.loop);
  g_assert_cmpuint (calls.failed, ==, 0);
  open_store (fixture);
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, N_CALLS);
  end_calls (&calls);
}

static void
test_cancelled_before_it_began_is_not_written (Fixture *fixture,
                                               gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Call rows[N_CALLS];
  Calls calls;

  open_store (fixture);
  g_cancellable_cancel (cancellable);
  queue_saves (fixture, &calls, rows, cancellable);
  g_main_loop_run (calls.loop);
  g_assert_cmpuint (calls.failed, ==, N_CALLS);
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, 0);
  assert_sound (fixture->store);
  end_calls (&calls);
}

static void
test_closed_store_refuses_writes (Fixture *fixture,
                                  gconstpointer data)
{
  g_autoptr (LicetCase) self = make_case (fixture->bundle, "a", 1);
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_true (licet_store_close (fixture->store, NULL));
  g_assert_false (licet_store_save_case (fixture->store, self, &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE);
}

static gpointer
read_over_and_over (gpointer data)
{
  Fixture *fixture = data;
  guint last = 0;

  /* get_version() asserts that all parts are of one version; and time does not run backwards. */
  while (last < N_CALLS) {
    guint version = load_version (fixture->store, "a");

    g_assert_cmpuint (version, >=, last);
    last = version;
  }
  return NULL;
}

static void
test_readers_see_whole_states (Fixture *fixture,
                               gconstpointer data)
{
  GThread *readers[2];

  open_store (fixture);
  save (fixture, "a", 1);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = g_thread_new ("reader", read_over_and_over, fixture);
  for (guint version = 2; version <= N_CALLS; version++)
    save (fixture, "a", version);
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    g_thread_join (readers[i]);
  assert_sound (fixture->store);
}

/* Two programs have the same store open, and write by turns. */
static void
test_two_programs_share_a_store (Fixture *fixture,
                                 gconstpointer data)
{
  g_autoptr (LicetStore) other = NULL;
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  other = licet_store_open (fixture->bundle, fixture->path, &error);
  g_assert_no_error (error);
  for (guint version = 1; version <= 6; version++) {
    g_autoptr (LicetCase) self = make_case (fixture->bundle, "a", version);

    g_assert_true (licet_store_save_case (version % 2 == 0 ? fixture->store : other, self, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, 6);
  assert_sound (fixture->store);
  g_assert_true (licet_store_close (other, NULL));
  assert_sound (fixture->store);
}

static void
test_case_without_reference_is_refused (Fixture *fixture,
                                        gconstpointer data)
{
  g_autoptr (LicetCase) self = licet_case_new (fixture->bundle, NULL);
  g_autoptr (GError) error = NULL;

  open_store (fixture);
  g_assert_false (licet_store_save_case (fixture->store, self, &error));
  g_assert_error (error, LICET_CASES_ERROR, LICET_CASES_ERROR_FORMAT);
}

#define ADD(name, function) g_test_add ("/store/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("case/round-trips", test_round_trip);
  ADD ("case/survives-closing", test_survives_closing);
  ADD ("case/list-is-newest-first", test_list_is_newest_first);
  ADD ("case/unchanged-is-not-written", test_unchanged_case_is_not_written);
  ADD ("case/removed-keeps-its-history", test_removed_case_keeps_its_history);
  ADD ("case/unknown-is-said-to-be-unknown", test_unknown_case_is_said_to_be_unknown);
  ADD ("case/without-reference-is-refused", test_case_without_reference_is_refused);
  ADD ("history/tells-what-happened", test_history_tells_what_happened);
  ADD ("history/a-case-came-with-goes-on", test_history_a_case_came_with_goes_on);
  ADD ("writer/runs-in-the-order-asked", test_writes_run_in_the_order_asked);
  ADD ("writer/closing-finishes-what-was-asked", test_closing_finishes_what_was_asked);
  ADD ("writer/last-reference-may-go-while-writing", test_last_reference_may_go_while_writing);
  ADD ("writer/cancelled-before-it-began-is-not-written",
       test_cancelled_before_it_began_is_not_written);
  ADD ("writer/closed-store-refuses", test_closed_store_refuses_writes);
  ADD ("readers/see-whole-states", test_readers_see_whole_states);
  ADD ("readers/two-programs-share-a-store", test_two_programs_share_a_store);
  return g_test_run ();
}
