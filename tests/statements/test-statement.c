/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "statements-fixture.h"

#include <string.h>

static const char whole[] =
    "{\"id\": \"s\", \"form\": \"eu-end-use\", \"party\": \"m\", \"state\": \"checked\", "
    "\"language\": \"de\","
    " \"dates\": {\"drafted\": \"2026-11-16\", \"sent\": \"2026-11-17\", \"signed\": "
    "\"2026-11-18\", \"received\": \"2026-11-19\", \"checked\": null},"
    " \"values\": {\"use.text\": \"Spectra\"}, \"sent\": {\"use.text\": \"Spectra\"}, "
    "\"returned\": {\"use.text\": \"Spectra\"},"
    " \"accepted-differences\": [{\"field\": \"use.text\", \"why\": \"Shorter\", \"by\": \"K. "
    "Sommer\"}], \"signed-copy\": \"copy\"}";

static LicetStatement *
read_statement (const char *text,
                GError **error)
{
  g_autoptr (LicetJson) json = licet_json_parse ("s.json", text, -1, NULL);
  LicetJsonPlace root;

  g_assert_nonnull (json);
  licet_json_place_root (json, &root);
  return licet_statement_new_from_json (&root, error);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetStatement) statement = read_statement (whole, &error);
  g_autoptr (LicetStatement) again = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  g_assert_no_error (error);
  node = licet_statement_serialise (statement);
  text = licet_json_serialise (node);
  again = read_statement (text, &error);
  g_assert_no_error (error);
  second = licet_statement_serialise (again);
  other = licet_json_serialise (second);
  g_assert_cmpstr (text, ==, other);
  g_assert_cmpint (licet_statement_get_state (again), ==, LICET_STATEMENT_CHECKED);
  g_assert_cmpstr (licet_statement_get_date (again, "signed"), ==, "2026-11-18");
  g_assert_null (licet_statement_get_date (again, "checked"));
  g_assert_cmpstr (licet_statement_get_signed_copy (again), ==, "copy");
  g_assert_cmpstr (licet_statement_get_accepted (again, "use.text"), ==, "Shorter");
}

typedef struct {
  const char *name;
  const char *old;
  const char *new;
  const char *says;
} Defect;

static const Defect defects[] = {
  { "no-such-state", "\"checked\", \"language\"", "\"done\", \"language\"", "“done” is no state" },
  { "no-such-step", "\"drafted\"", "\"begun\"", "no day of a known step" },
  { "no-day", "2026-11-17", "17.11.2026", "no day of a known step" },
  { "unknown-member", "\"language\"", "\"tongue\"", "tongue" },
  { "accepted-without-reason", "\"Shorter\"", "\"\"", "no reason" },
  { "accepted-by-nobody", ", \"by\": \"K. Sommer\"", "", "by" },
  { "no-party", "\"party\": \"m\", ", "", "party" },
  { "value-no-text", "\"values\": {\"use.text\": \"Spectra\"}", "\"values\": {\"use.text\": 3}",
    "use.text" },
};

static void
test_defect (gconstpointer data)
{
  const Defect *row = data;
  g_autoptr (GString) text = g_string_new (whole);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, row->old, row->new, 1), ==, 1);
  g_assert_null (read_statement (text->str, &error));
  g_assert_nonnull (strstr (error->message, row->says));
}

/* Every pair of states: what follows, and what does not. */
static const char *const followers[] = {
  [LICET_STATEMENT_DRAFTED] = "sent",
  [LICET_STATEMENT_SENT] = "drafted received",
  [LICET_STATEMENT_RECEIVED] = "checked rejected expired",
  [LICET_STATEMENT_CHECKED] = "accepted rejected expired",
  [LICET_STATEMENT_ACCEPTED] = "expired",
  [LICET_STATEMENT_REJECTED] = "drafted",
  [LICET_STATEMENT_EXPIRED] = "drafted",
};

static LicetStatement *
make_in_state (LicetStatementState state)
{
  g_autofree char *text =
      g_strdup_printf ("{\"id\": \"s\", \"form\": \"f\", \"party\": \"p\", \"state\": \"%s\"}",
                       licet_statement_state_serialise (state));
  LicetStatement *statement = read_statement (text, NULL);

  g_assert_nonnull (statement);
  return statement;
}

static void
test_life_cycle (void)
{
  for (guint from = LICET_STATEMENT_DRAFTED; from <= LICET_STATEMENT_EXPIRED; from++) {
    g_auto (GStrv) allowed = g_strsplit (followers[from], " ", -1);

    for (guint to = LICET_STATEMENT_DRAFTED; to <= LICET_STATEMENT_EXPIRED; to++) {
      g_autoptr (LicetStatement) statement = make_in_state ((LicetStatementState) from);
      const char *name = licet_statement_state_serialise ((LicetStatementState) to);
      gboolean follows = g_strv_contains ((const char *const *) allowed, name);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (
          licet_statement_advance (statement, (LicetStatementState) to, "2026-11-20", &error), ==,
          follows);
      g_assert_cmpint (licet_statement_get_state (statement), ==, follows ? to : from);
      if (!follows)
        g_assert_error (error, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_STATE);
      else
        g_assert_cmpstr (licet_statement_get_date (statement, name), ==, "2026-11-20");
    }
  }
}

static void
test_step_is_not_before_the_last (void)
{
  g_autoptr (LicetStatement) statement = licet_statement_new ("s", "f", "p");
  g_autoptr (GError) error = NULL;

  g_assert_true (licet_statement_advance (statement, LICET_STATEMENT_SENT, "2026-11-20", NULL));
  g_assert_false (
      licet_statement_advance (statement, LICET_STATEMENT_RECEIVED, "2026-11-19", &error));
  g_assert_error (error, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_STATE);
  g_assert_cmpint (licet_statement_get_state (statement), ==, LICET_STATEMENT_SENT);
  g_assert_true (licet_statement_advance (statement, LICET_STATEMENT_RECEIVED, "2026-11-20", NULL));
}

static void
test_day_must_be_one (void)
{
  g_autoptr (LicetStatement) statement = licet_statement_new ("s", "f", "p");
  g_autoptr (GError) error = NULL;

  g_assert_false (licet_statement_advance (statement, LICET_STATEMENT_SENT, "2026-02-30", &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_DATE);
  g_assert_cmpint (licet_statement_get_state (statement), ==, LICET_STATEMENT_DRAFTED);
}

static void
test_new_draft_forgets_the_old_signature (void)
{
  g_autoptr (LicetStatement) statement = read_statement (whole, NULL);
  g_autoptr (LicetForm) form = load_form ("statements/uk-undertaking");
  g_autofree char *expiry = NULL;

  g_assert_true (licet_statement_advance (statement, LICET_STATEMENT_REJECTED, "2026-11-20", NULL));
  g_assert_true (licet_statement_advance (statement, LICET_STATEMENT_DRAFTED, "2026-11-21", NULL));
  g_assert_null (licet_statement_get_date (statement, "signed"));
  g_assert_null (licet_statement_get_signed_copy (statement));
  g_assert_null (licet_statement_get_accepted (statement, "use.text"));
  g_assert_cmpuint (g_hash_table_size (licet_statement_get_returned (statement)), ==, 0);
  g_assert_cmpuint (g_hash_table_size (licet_statement_get_sent (statement)), ==, 0);
  /* What was typed over stays. */
  g_assert_cmpuint (g_hash_table_size (licet_statement_get_values (statement)), ==, 1);
  expiry = licet_statement_dup_expiry (statement, form);
  g_assert_null (expiry);
}

typedef struct {
  const char *name;
  const char *form;
  const char *signed_on;
  const char *expiry;
} ExpiryCase;

static const ExpiryCase expiry_cases[] = {
  { "six-months", "statements/uk-undertaking", "2026-05-20", "2026-11-20" },
  { "shorter-month", "statements/uk-undertaking", "2026-08-31", "2027-02-28" },
  { "not-signed", "statements/uk-undertaking", NULL, NULL },
  { "no-limit", "statements/eu-end-use", "2026-05-20", NULL },
};

static void
test_expiry (gconstpointer data)
{
  const ExpiryCase *row = data;
  g_autoptr (LicetStatement) statement = licet_statement_new ("s", "f", "p");
  g_autoptr (LicetForm) form = load_form (row->form);
  g_autofree char *expiry = NULL;

  g_assert_true (licet_statement_set_signed (statement, row->signed_on, NULL, NULL));
  expiry = licet_statement_dup_expiry (statement, form);
  g_assert_cmpstr (expiry, ==, row->expiry);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/statement/round-trips", test_round_trip);
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++) {
    g_autofree char *path = g_strconcat ("/statements/statement/refuses-", defects[i].name, NULL);

    g_test_add_data_func (path, &defects[i], test_defect);
  }
  g_test_add_func ("/statements/statement/life-cycle", test_life_cycle);
  g_test_add_func ("/statements/statement/step-is-not-before-the-last",
                   test_step_is_not_before_the_last);
  g_test_add_func ("/statements/statement/day-must-be-one", test_day_must_be_one);
  g_test_add_func ("/statements/statement/new-draft-forgets-the-old-signature",
                   test_new_draft_forgets_the_old_signature);
  for (guint i = 0; i < G_N_ELEMENTS (expiry_cases); i++) {
    g_autofree char *path =
        g_strconcat ("/statements/statement/expiry-", expiry_cases[i].name, NULL);

    g_test_add_data_func (path, &expiry_cases[i], test_expiry);
  }
  return g_test_run ();
}
