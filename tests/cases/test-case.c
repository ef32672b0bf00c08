/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "cases-fixture.h"

static const char *const samples[] = { "converter-board-singapore", "converter-board-japan",
                                       "adc-below-threshold" };

/* Everything a case can hold: read, written, read again, and the same. */
static void
test_round_trip (gconstpointer data)
{
  const char *name = data;
  g_autoptr (LicetCase) self = make_patched (name, NULL);
  g_autoptr (LicetCase) again = NULL;
  g_autoptr (LicetLine) line = NULL;
  g_autofree char *folder = dup_sample_folder (name);
  g_autofree char *text = dup_text (self);
  g_autofree char *other = NULL;
  g_autoptr (GError) error = NULL;

  again = read_case (text, folder, &error);
  g_assert_no_error (error);
  other = dup_text (again);
  g_assert_cmpstr (text, ==, other);
  line = g_list_model_get_item (licet_case_get_lines (again), 0);
  g_assert_cmpuint (licet_line_get_determinations (line)->len, ==, 1);
}

static void
test_new_case_is_empty (void)
{
  g_autoptr (LicetCase) self = licet_case_new (get_bundle (), "R-1");
  g_autoptr (LicetCase) again = NULL;
  g_autofree char *text = dup_text (self);
  g_auto (GStrv) destinations = licet_case_dup_destinations (self);
  g_autofree char *total = licet_case_dup_total (self);
  g_autoptr (GError) error = NULL;

  again = read_case (text, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (licet_case_get_text (again, "reference"), ==, "R-1");
  g_assert_true (licet_timestamp_is_valid (licet_case_get_text (again, "created")));
  g_assert_cmpuint (licet_case_get_round (again), ==, 1);
  g_assert_cmpint (licet_case_get_incorporated (again), ==, LICET_UNKNOWN);
  g_assert_null (destinations[0]);
  g_assert_null (total);
}

typedef struct {
  const char *path;
  const char *text;
  gboolean is_taken;
} TextCase;

static const TextCase text_cases[] = {
  { "transaction.kind", "export", TRUE },
  { "transaction.kind", "sale", FALSE },
  { "transaction.permanence", "for-ever", FALSE },
  { "transaction.contract.date", "2026-11-02", TRUE },
  { "transaction.contract.date", "2026-02-29", FALSE },
  { "transaction.contract.value", "28320.00", TRUE },
  { "transaction.contract.value", "-1", FALSE },
  { "transaction.contract.value", "28.320,00", FALSE },
  { "transaction.currency", "EUR", TRUE },
  { "transaction.currency", "Euro", FALSE },
  { "transaction.location", "DE", TRUE },
  { "transaction.location", "Germany", FALSE },
  { "created", "2026-11-02", FALSE },
  { "end-use.text", "Anything at all", TRUE },
};

static void
changed_cb (LicetCase *self,
            const char *path,
            gpointer count)
{
  (*(guint *) count)++;
}

static void
test_texts_are_checked (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (text_cases); i++) {
    const TextCase *row = &text_cases[i];
    g_autoptr (LicetCase) self = licet_case_new (get_bundle (), "R-1");
    g_autofree char *before = g_strdup (licet_case_get_text (self, row->path));
    g_autoptr (GError) error = NULL;
    guint count = 0;

    g_signal_connect (self, "changed", G_CALLBACK (changed_cb), &count);
    g_assert_cmpint (licet_case_set_text (self, row->path, row->text, &error), ==, row->is_taken);
    g_assert_cmpuint (count, ==, row->is_taken ? 1 : 0);
    g_assert_cmpstr (licet_case_get_text (self, row->path), ==, row->is_taken ? row->text : before);
    if (!row->is_taken) {
      g_assert_error (error, LICET_CASES_ERROR, LICET_CASES_ERROR_FORMAT);
      continue;
    }
    /* The same again is no change; nothing takes it away. */
    g_assert_true (licet_case_set_text (self, row->path, row->text, NULL));
    g_assert_cmpuint (count, ==, 1);
    g_assert_true (licet_case_set_text (self, row->path, "", NULL));
    g_assert_null (licet_case_get_text (self, row->path));
    g_assert_cmpuint (count, ==, 2);
  }
}

static void
test_answers_are_kept_and_taken_away (void)
{
  g_autoptr (LicetCase) self = licet_case_new (get_bundle (), "R-1");

  licet_case_set_answer (self, "eu.wmd.informed", LICET_NOT_MET, "No notice", "K", "2026-11-18",
                         NULL);
  licet_case_set_answer (self, "eu.military.aware", LICET_MET, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (licet_case_get_answers (self)->len, ==, 2);
  g_assert_cmpstr (
      ((const LicetCaseAnswer *) g_ptr_array_index (licet_case_get_answers (self), 0))->id, ==,
      "eu.military.aware");
  g_assert_cmpstr (licet_case_get_answer (self, "eu.wmd.informed")->why, ==, "No notice");
  licet_case_set_answer (self, "eu.wmd.informed", LICET_UNKNOWN, NULL, NULL, NULL, NULL);
  g_assert_null (licet_case_get_answer (self, "eu.wmd.informed"));
}

typedef struct {
  const char *name;
  const char *parties;
  const char *destinations;
} DestinationCase;

#define PARTY(id, roles, country)                                                                  \
  "{\"id\": \"" id "\", \"roles\": [" roles "], \"address\": {\"country\": \"" country "\"}}"

static const DestinationCase destination_cases[] = {
  { "end-user-comes-before-the-consignee",
    PARTY ("x", "\"exporter\"", "DE") "," PARTY ("c", "\"consignee\"", "MY") "," PARTY (
        "u", "\"end-user\"", "SG"),
    "SG MY" },
  { "ultimate-end-user-comes-first",
    PARTY ("x", "\"exporter\"", "DE") "," PARTY ("u", "\"end-user\"", "SG") "," PARTY (
        "v", "\"ultimate-end-user\"", "JP"),
    "JP SG" },
  { "each-country-once",
    PARTY ("x", "\"exporter\"", "DE") "," PARTY (
        "c", "\"consignee\", \"end-user\"", "SG") "," PARTY ("i", "\"intermediate\"", "SG"),
    "SG" },
  { "intermediate-at-home-is-no-destination",
    PARTY ("x", "\"exporter\"", "DE") "," PARTY ("i", "\"intermediate\"", "DE") "," PARTY (
        "u", "\"end-user\"", "SG"),
    "SG" },
  { "end-user-at-home-is-one",
    PARTY ("x", "\"exporter\"", "DE") "," PARTY ("u", "\"end-user\"", "DE"), "DE" },
  { "forwarder-and-payer-are-none",
    PARTY ("f", "\"forwarder\", \"payer\"", "CH") "," PARTY ("s", "\"stockist\"", "SG"), "SG" },
};

static void
test_destinations (gconstpointer data)
{
  const DestinationCase *row = data;
  g_autofree char *text = g_strdup_printf (
      "{\"licet-case\": 1, \"id\": \"a\", \"reference\": \"r\", \"parties\": [%s]}", row->parties);
  g_autoptr (LicetCase) self = NULL;
  g_autofree char *joined = NULL;
  g_auto (GStrv) destinations = NULL;
  g_autoptr (GError) error = NULL;

  self = read_case (text, NULL, &error);
  g_assert_no_error (error);
  destinations = licet_case_dup_destinations (self);
  joined = g_strjoinv (" ", destinations);
  g_assert_cmpstr (joined, ==, row->destinations);
}

static void
test_total_is_exact_or_not_known (void)
{
  static const struct {
    const char *items;
    const char *total;
  } rows[] = {
    { "{\"id\": \"a\", \"quantity\": \"24\", \"unit-value\": \"1180.00\"}", "28320.00" },
    { "{\"id\": \"a\", \"quantity\": \"3\", \"unit-value\": \"0.1\"}, {\"id\": \"b\", "
      "\"quantity\": \"0.5\", \"unit-value\": \"0.25\"}",
      "0.425" },
    { "{\"id\": \"a\", \"quantity\": \"3\", \"unit-value\": \"0.1\"}, {\"id\": \"b\", "
      "\"quantity\": \"1\"}",
      NULL },
    { "{\"id\": \"a\", \"quantity\": \"1e25\", \"unit-value\": \"123456789.987654321\"}", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (
        "{\"licet-case\": 1, \"id\": \"a\", \"reference\": \"r\", \"items\": [%s]}", rows[i].items);
    g_autoptr (LicetCase) self = read_case (text, NULL, NULL);
    g_autofree char *total = NULL;

    g_assert_nonnull (self);
    total = licet_case_dup_total (self);
    if (i < 3)
      g_assert_cmpstr (total, ==, rows[i].total);
  }
}

typedef struct {
  const char *path;
  const char *value;
} FactCase;

static const FactCase fact_cases[] = {
  { "reference", "NM-2026-014" },
  { "round", "1" },
  { "transaction.contract-date", "2026-11-02" },
  { "transaction.location", "Germany" },
  { "transaction.location-code", "DE" },
  { "exporter.name", "Nordlicht Messtechnik GmbH" },
  { "end-user.id", "merlion" },
  { "parties.merlion.address", "8 Sample Crescent, 119999 Singapore, Singapore" },
  { "items[0].line", "1" },
  { "items[0].value", "28320.00" },
  { "items[0].codes", "3A001.a.5.a.4" },
  { "items[0].codes-eu", "3A001.a.5.a.4" },
  { "items[0].origin-code", "DE" },
  { "end-use.incorporated", "yes" },
  { "end-use.answers.eu.wmd.informed", "no" },
  { "destination", "Singapore" },
  { "consigned-to-code", "SG" },
  { "totals.value", "28320.00" },
  { "totals.lines", "1" },
  { "editions.eu-annex-i", "2025-11-15" },
  { "agent.name", NULL },
};

static void
test_facts_are_bound (void)
{
  g_autoptr (LicetCase) self = make_patched ("converter-board-singapore", NULL);
  g_autoptr (JsonNode) facts = licet_case_dup_facts (self);

  for (guint i = 0; i < G_N_ELEMENTS (fact_cases); i++) {
    g_autofree char *value = licet_form_lookup (facts, fact_cases[i].path);

    g_assert_cmpstr (value, ==, fact_cases[i].value);
  }
}

/* Why a fact is missing stands by its path in the file, and is found by the path a form binds. */
static void
test_reasons_are_bound (void)
{
  static const Patch patches[MAX_PATCHES] = {
    { "/missing-because",
      "{\"transaction.contract.date\": \"Framework order\", \"items.board.cas\": \"No chemical\", "
      "\"parties.merlion.phone\": \"By mail only\"}" },
  };
  static const FactCase rows[] = {
    { "missing-because.transaction.contract-date", "Framework order" },
    { "missing-because.items[0].cas", "No chemical" },
    { "missing-because.end-user.phone", "By mail only" },
    { "missing-because.parties.merlion.phone", "By mail only" },
  };
  g_autoptr (LicetCase) self = make_patched ("converter-board-singapore", patches);
  g_autoptr (JsonNode) facts = licet_case_dup_facts (self);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *value = licet_form_lookup (facts, rows[i].path);

    g_assert_cmpstr (value, ==, rows[i].value);
  }
}

static void
test_concluding_twice_adds_nothing (void)
{
  g_autoptr (LicetCase) self = load_sample ("converter-board-singapore");
  LicetLine *line = licet_case_find_line (self, "board");
  g_autoptr (GError) error = NULL;

  g_assert_true (licet_case_conclude (self, &error));
  g_assert_true (licet_case_conclude (self, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (licet_line_get_determinations (line)->len, ==, 1);
  /* Another fact makes the record stale: a new one is added, and the old one stays. */
  g_assert_true (
      licet_item_set_fact (licet_line_get_item (line), "sample-rate", "300 MS/s", NULL, &error));
  g_assert_true (licet_case_conclude (self, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (licet_line_get_determinations (line)->len, ==, 2);
}

static void
test_conclusion_the_facts_do_not_bear_is_refused (void)
{
  static const Patch patches[MAX_PATCHES] = {
    { "/items/0/determinations", "[]" },
    { "/items/0/conclusions/0/codes", "[]" },
    { "/items/0/conclusions/0/follows-component", NULL },
  };
  g_autoptr (LicetCase) self = make_patched ("converter-board-singapore", patches);
  g_autoptr (GError) error = NULL;

  g_assert_false (licet_case_conclude (self, &error));
  g_assert_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_CONCLUSION);
  g_assert_nonnull (strstr (error->message, "item “board”"));
}

/* A board that contains an item of the case is decided after that item, whatever their order. */
static void
test_items_of_the_case_stand_for_their_codes (void)
{
  static const char chip[] =
      "{\"id\": \"chip\", \"quantity\": \"1\", \"classification\": {\"description\": "
      "\"Converter\", \"nature\": \"goods\", \"kinds\": [\"adc\"],"
      " \"facts\": {\"adc-resolution\": \"14 bit\", \"sample-rate\": \"310 MS/s\"}, \"choices\": "
      "{\"design-scope\": \"general-purpose\"}},"
      " \"conclusions\": [{\"list\": \"eu-annex-i\", \"codes\": [\"3A001.a.5.a.4\"], "
      "\"decided-by\": \"K\", \"decided-on\": \"2026-11-18\"}]}";
  g_autoptr (LicetJson) json =
      licet_json_parse ("case.json", dup_concluded ("converter-board-singapore"), -1, NULL);
  g_autoptr (LicetJson) other = licet_json_parse ("chip", chip, -1, NULL);
  g_autoptr (LicetCase) self = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *root = licet_json_get_root (json);

  patch (root, "/items/0/determinations", "[]");
  patch (root, "/items/0/classification/relations/contains", "[\"item:chip\"]");
  json_array_add_element (json_object_get_array_member (json_node_get_object (root), "items"),
                          json_node_copy (licet_json_get_root (other)));
  text = licet_json_serialise (root);
  self = read_case (text, NULL, &error);
  g_assert_no_error (error);
  (void) licet_case_conclude (self, &error);
  g_assert_no_error (error);
  g_assert_nonnull (
      licet_line_get_determination (licet_case_find_line (self, "board"), "eu-annex-i"));
}

static void
test_requiring_needs_a_destination_and_a_jurisdiction (void)
{
  static const Patch nowhere[MAX_PATCHES] = { { "/parties", "[]" }, { "/statements", "[]" } };
  static const Patch lawless[MAX_PATCHES] = { { "/transaction/jurisdictions", "[]" } };
  g_autoptr (LicetCase) first = make_patched ("converter-board-singapore", nowhere);
  g_autoptr (LicetCase) second = make_patched ("converter-board-singapore", lawless);
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_case_require (first, get_rules (), &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY);
  g_clear_error (&error);
  g_assert_null (licet_case_require (second, get_rules (), &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY);
}

/* An end user of whom no country is known yet is not left out: he might be anywhere. */
static void
test_party_without_a_country_is_open (void)
{
  static const Patch homeless[MAX_PATCHES] = { { "/parties/2/address", "{\"city\": \"Pune\"}" },
                                               { "/statements", "[]" } };
  g_autoptr (LicetCase) whole = make_patched ("adc-below-threshold", NULL);
  g_autoptr (LicetCase) open = make_patched ("adc-below-threshold", homeless);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) cleared = licet_case_require (whole, get_rules (), &error);
  g_autoptr (GPtrArray) undecided = licet_case_require (open, get_rules (), &error);

  g_assert_no_error (error);
  g_assert_cmpint (licet_requirement_get_verdict (g_ptr_array_index (cleared, 0)), ==,
                   LICET_REQUIREMENT_NONE);
  g_assert_cmpint (licet_requirement_get_verdict (g_ptr_array_index (undecided, 0)), ==,
                   LICET_REQUIREMENT_NEEDS_FACTS);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *path = g_strconcat ("/cases/case/round-trips-", samples[i], NULL);

    g_test_add_data_func (path, samples[i], test_round_trip);
  }
  g_test_add_func ("/cases/case/new-one-is-empty", test_new_case_is_empty);
  g_test_add_func ("/cases/case/texts-are-checked", test_texts_are_checked);
  g_test_add_func ("/cases/case/answers-are-kept-and-taken-away",
                   test_answers_are_kept_and_taken_away);
  for (guint i = 0; i < G_N_ELEMENTS (destination_cases); i++) {
    g_autofree char *path = g_strconcat ("/cases/destinations/", destination_cases[i].name, NULL);

    g_test_add_data_func (path, &destination_cases[i], test_destinations);
  }
  g_test_add_func ("/cases/case/total-is-exact-or-not-known", test_total_is_exact_or_not_known);
  g_test_add_func ("/cases/facts/are-bound", test_facts_are_bound);
  g_test_add_func ("/cases/facts/reasons-are-bound", test_reasons_are_bound);
  g_test_add_func ("/cases/conclude/twice-adds-nothing", test_concluding_twice_adds_nothing);
  g_test_add_func ("/cases/conclude/refuses-what-the-facts-do-not-bear",
                   test_conclusion_the_facts_do_not_bear_is_refused);
  g_test_add_func ("/cases/conclude/items-of-the-case-stand-for-their-codes",
                   test_items_of_the_case_stand_for_their_codes);
  g_test_add_func ("/cases/require/party-without-a-country-is-open",
                   test_party_without_a_country_is_open);
  g_test_add_func ("/cases/require/needs-a-destination-and-a-jurisdiction",
                   test_requiring_needs_a_destination_and_a_jurisdiction);
  return g_test_run ();
}
