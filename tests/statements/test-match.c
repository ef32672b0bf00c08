/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "statements-fixture.h"

typedef struct {
  const char *name;
  const char *type;
  const char *left;
  const char *right;
  gboolean agree;
} ValueCase;

static const ValueCase value_cases[] = {
  { "name-punctuation", "name", "Merlion & Co. KG", "MERLION & Co.KG", TRUE },
  { "name-umlaut-spelled-out", "name", "Müller Straße 3", "Mueller Strasse 3", TRUE },
  { "name-other", "name", "Merlion", "Merlin", FALSE },
  { "name-house-number", "name", "Shore Road 1-2", "Shore Road 12", FALSE },
  { "number-trailing-zeros", "number", "28320", "28320.00", TRUE },
  { "number-other", "number", "1.5", "15", FALSE },
  { "number-not-a-number", "number", "24", "24 pieces", FALSE },
  { "number-sign", "number", "-5", "5", FALSE },
  { "text-full-stop", "text", "Recorder for spectra.", "recorder for spectra", TRUE },
  { "text-decimal-point", "text", "2.5 GS/s", "25 GS/s", FALSE },
  { "text-direction", "text", "< 5 V", "> 5 V", FALSE },
  { "text-minus", "text", "to -5 °C", "to 5 °C", FALSE },
  { "text-hyphen", "text", "mass-spectra", "mass spectra", TRUE },
  { "date-same", "date", "2026-11-02", "2026-11-02", TRUE },
  { "date-digits-alike", "date", "2026-1-12", "2026-11-2", FALSE },
  { "country-code-and-name", "country", "SG", "Singapore", TRUE },
  { "country-other", "country", "Singapore", "Malaysia", FALSE },
  { "country-not-one", "country", "Atlantis", "atlantis", TRUE },
  { "code-other", "code", "3A001.a.5.a.4", "3A001.a.5.a.5", FALSE },
  { "nothing-and-nothing", "text", NULL, NULL, TRUE },
  { "nothing-and-something", "text", NULL, "A", FALSE },
};

static void
test_values (gconstpointer data)
{
  const ValueCase *row = data;

  g_assert_cmpint (licet_values_agree (row->type, row->left, row->right), ==, row->agree);
  g_assert_cmpint (licet_values_agree (row->type, row->right, row->left), ==, row->agree);
}

typedef struct {
  const char *name;
  const char *field;
  const char *returned;
  const char *left; /* what the case says, when it is a difference */
} MatchCase;

static const MatchCase match_cases[] = {
  { "name", "end-user.name", "Merlion Instruments", "Merlion Instruments & Co. Pte. Ltd." },
  { "address", "end-user.address", "2 Shore Road, Singapore", "1 Shore Road, Singapore" },
  { "country", "end-user.country", "Malaysia", "Singapore" },
  { "quantity", "items[0].quantity", "240", "24" },
  { "description", "items[0].description", "Digitizer, 25 GS/s", "Digitizer, 2.5 GS/s" },
  { "use", "use.text", "Radar", "Recorder for mass spectra" },
  { "date", "contract.date", "2026-11-12", "2026-11-02" },
  { "total", "contract.value", "283200.00", "28320.00" },
  { "code", "items[0].codes", "not listed", "3A001.a.5.a.4" },
  { "a-line-too-many", "items[1].quantity", "3", NULL },
  { "a-field-the-form-does-not-have", "price-per-hour", "3", NULL },
};

static const char *const same[][2] = {
  { "end-user.name", "MERLION INSTRUMENTS & CO PTE LTD" },
  { "end-user.country", "SG" },
  { "items[0].quantity", "24.0" },
  { "use.text", "recorder for mass-spectra." },
};

static LicetStatement *
make_statement (void)
{
  return licet_statement_new ("s", "eu-end-use", "m");
}

static void
test_difference_shows (gconstpointer data)
{
  const MatchCase *row = data;
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (LicetStatement) statement = make_statement ();
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) differences = NULL;
  const LicetDifference *difference;
  guint compared = 0;

  licet_statement_set_returned (statement, row->field, row->returned);
  differences = licet_statement_match (statement, form, facts, &compared);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpuint (compared, >, 15);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpstr (difference->field, ==, row->field);
  g_assert_cmpstr (difference->left, ==, row->left);
  g_assert_cmpstr (difference->right, ==, row->returned);
  g_assert_cmpstr (difference->label, !=, "");
  g_assert_null (difference->accepted);
}

static void
test_other_spelling_is_no_difference (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (LicetStatement) statement = make_statement ();
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) differences = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    licet_statement_set_returned (statement, same[i][0], same[i][1]);
  differences = licet_statement_match (statement, form, facts, NULL);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_value_in_a_struck_section_is_a_difference (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (LicetStatement) statement = licet_statement_new ("s", "eu-end-use", "l");
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) differences = NULL;

  licet_statement_set_returned (statement, "consignee.name", "Somebody");
  differences = licet_statement_match (statement, form, facts, NULL);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpstr (((const LicetDifference *) g_ptr_array_index (differences, 0))->right, ==,
                   "Somebody");
}

static void
test_field_of_the_signer_differs_from_nothing (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (LicetStatement) statement = make_statement ();
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) differences = NULL;

  licet_statement_set_returned (statement, "signature.date", "2026-11-20");
  differences = licet_statement_match (statement, form, facts, NULL);
  g_assert_cmpuint (differences->len, ==, 0);
}

static void
test_accepted_difference_is_marked (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (LicetStatement) statement = make_statement ();
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GError) error = NULL;

  licet_statement_set_returned (statement, "end-user.name", "Merlion");
  g_assert_false (
      licet_statement_accept_difference (statement, "end-user.name", " ", "K. Sommer", &error));
  g_assert_error (error, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_STATE);
  g_assert_true (licet_statement_accept_difference (statement, "end-user.name", "Trading name",
                                                    "K. Sommer", NULL));
  differences = licet_statement_match (statement, form, facts, NULL);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpstr (((const LicetDifference *) g_ptr_array_index (differences, 0))->accepted, ==,
                   "Trading name");
}

static void
replace_in_facts (JsonNode *facts,
                  const char *group,
                  const char *member,
                  const char *value)
{
  json_object_set_string_member (
      json_object_get_object_member (json_node_get_object (facts), group), member, value);
}

static void
test_case_changed_after_sending_shows (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (LicetStatement) statement = make_statement ();
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) paper = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (licet_statement_send (statement, form, facts, "2026-11-18", &error));
  g_assert_no_error (error);
  before = licet_statement_match (statement, form, facts, NULL);
  g_assert_cmpuint (before->len, ==, 0);
  replace_in_facts (facts, "end-use", "text", "Something else");
  after = licet_statement_match (statement, form, facts, NULL);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpstr (((const LicetDifference *) g_ptr_array_index (after, 0))->left, ==,
                   "Something else");
  /* What was sent is printed as it was sent. */
  paper = licet_statement_fill (statement, form, facts);
  g_assert_cmpstr (find_filled (paper, "use.text")->value, ==, "Recorder for mass spectra");
}

static void
test_return_check_compares_with_what_was_sent (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (LicetStatement) statement = make_statement ();
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) differences = NULL;
  guint compared = 0;

  g_assert_true (licet_statement_send (statement, form, facts, "2026-11-18", NULL));
  replace_in_facts (facts, "end-use", "text", "Something else");
  licet_statement_set_returned (statement, "use.text", "Recorder for mass spectra");
  licet_statement_set_returned (statement, "items[0].quantity", "12");
  differences = licet_statement_match_returned (statement, form, &compared);
  g_assert_cmpuint (compared, ==, 2);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_cmpstr (((const LicetDifference *) g_ptr_array_index (differences, 0))->left, ==, "24");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (value_cases); i++) {
    g_autofree char *path = g_strconcat ("/statements/values/", value_cases[i].name,
                                         value_cases[i].agree ? "-agrees" : "-differs", NULL);

    g_test_add_data_func (path, &value_cases[i], test_values);
  }
  for (guint i = 0; i < G_N_ELEMENTS (match_cases); i++) {
    g_autofree char *path = g_strconcat ("/statements/match/shows-", match_cases[i].name, NULL);

    g_test_add_data_func (path, &match_cases[i], test_difference_shows);
  }
  g_test_add_func ("/statements/match/other-spelling-is-no-difference",
                   test_other_spelling_is_no_difference);
  g_test_add_func ("/statements/match/value-in-a-struck-section-is-a-difference",
                   test_value_in_a_struck_section_is_a_difference);
  g_test_add_func ("/statements/match/field-of-the-signer-differs-from-nothing",
                   test_field_of_the_signer_differs_from_nothing);
  g_test_add_func ("/statements/match/accepted-difference-is-marked",
                   test_accepted_difference_is_marked);
  g_test_add_func ("/statements/match/case-changed-after-sending-shows",
                   test_case_changed_after_sending_shows);
  g_test_add_func ("/statements/match/return-check-compares-with-what-was-sent",
                   test_return_check_compares_with_what_was_sent);
  return g_test_run ();
}
