/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "statements-fixture.h"

static void
test_values_come_from_the_case (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) filled = licet_form_fill (form, facts, "m", NULL);
  const LicetFilledField *field = find_filled (filled, "end-user.name");

  g_assert_cmpstr (field->value, ==, "Merlion Instruments & Co. Pte. Ltd.");
  g_assert_cmpstr (field->bind, ==, "party.name");
  g_assert_true (field->is_required);
  g_assert_false (field->is_typed);
  field = find_filled (filled, "items[0].quantity");
  g_assert_cmpstr (field->value, ==, "24");
  g_assert_cmpint (field->row, ==, 0);
  g_assert_cmpstr (field->bind, ==, "items[0].quantity");
  field = find_filled (filled, "use.incorporated");
  g_assert_cmpstr (field->value, ==, "no");
  g_assert_true (find_filled (filled, "use.text")->multiline);
}

static void
test_several_bindings_are_joined (void)
{
  g_autoptr (LicetForm) form = load_form ("sheets/eu-annex-iii-a");
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) filled = licet_form_fill (form, facts, NULL, NULL);

  g_assert_cmpstr (find_filled (filled, "box-1")->value, ==,
                   "Nordlicht Messtechnik GmbH, Musterweg 14, 23552 Lübeck, Germany");
  g_assert_cmpstr (find_filled (filled, "box-12")->value, ==, "Singapore, SG");
  g_assert_cmpstr (find_filled (filled, "items[0].box-17")->value, ==, "EUR, 28320.00");
  g_assert_cmpstr (find_filled (filled, "box-1")->number, ==, "1");
}

static void
test_typed_value_wins_and_is_marked (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GHashTable) values = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) filled = NULL;

  g_hash_table_insert (values, (gpointer) "items[0].quantity", (gpointer) "25");
  filled = licet_form_fill (form, facts, "m", values);
  g_assert_cmpstr (find_filled (filled, "items[0].quantity")->value, ==, "25");
  g_assert_true (find_filled (filled, "items[0].quantity")->is_typed);
}

static void
test_reason_is_found_by_what_is_bound (void)
{
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (LicetForm) statement = load_form ("statements/eu-end-use");
  g_autoptr (LicetForm) sheet = load_form ("sheets/eu-annex-iii-a");
  g_autoptr (GPtrArray) of_statement = licet_form_fill (statement, facts, "m", NULL);
  g_autoptr (GPtrArray) of_sheet = licet_form_fill (sheet, facts, NULL, NULL);

  g_assert_null (find_filled (of_statement, "end-user.email")->value);
  g_assert_cmpstr (find_filled (of_statement, "end-user.email")->reason, ==, "Has no e-mail");
  g_assert_cmpstr (find_filled (of_sheet, "box-21")->reason, ==, "Chosen by the forwarder");
  g_assert_null (find_filled (of_sheet, "box-10")->reason);
}

static void
test_section_that_does_not_apply_is_struck (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) of_end_user = licet_form_fill (form, facts, "m", NULL);
  g_autoptr (GPtrArray) of_consignee = licet_form_fill (form, facts, "l", NULL);

  g_assert_false (find_filled (of_end_user, "consignee.name")->is_struck);
  g_assert_true (find_filled (of_consignee, "consignee.name")->is_struck);
  g_assert_false (find_filled (of_consignee, "consignee.name")->is_required);
  g_assert_null (find_filled (of_consignee, "consignee.name")->value);
}

static void
test_unknown_is_never_unneeded (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (JsonNode) nothing = read_facts ("{}");
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) of_nothing = licet_form_fill (form, nothing, NULL, NULL);
  g_autoptr (GPtrArray) of_case = licet_form_fill (form, facts, "m", NULL);

  /* Nobody said whether it is built in, nor who the consignee is: both are asked for. */
  g_assert_true (find_filled (of_nothing, "use.product")->is_required);
  g_assert_true (find_filled (of_nothing, "consignee.name")->is_required);
  g_assert_false (find_filled (of_case, "use.product")->is_required);
  g_assert_cmpint (licet_form_applies (form, nothing, NULL), ==, LICET_UNKNOWN);
}

typedef struct {
  const char *name;
  const char *verdicts;
  LicetTruth applies;
} AppliesCase;

static const AppliesCase applies_cases[] = {
  { "license-required", "[\"license-required\"]", LICET_MET },
  { "needs-facts", "[\"authorized\", \"needs-facts\"]", LICET_MET },
  { "authorized", "[\"authorized\"]", LICET_NOT_MET },
  { "no-license-required", "[\"no-license-required\"]", LICET_NOT_MET },
};

static void
test_applies_by_verdict (gconstpointer data)
{
  const AppliesCase *row = data;
  g_autofree char *text = g_strdup_printf ("{\"verdicts\": {\"eu\": %s}}", row->verdicts);
  g_autoptr (LicetForm) form = load_form ("statements/eu-end-use");
  g_autoptr (JsonNode) facts = read_facts (text);

  g_assert_cmpint (licet_form_applies (form, facts, NULL), ==, row->applies);
}

/* Section A of Annex III is the form for exports; services have Section B, transit has none. */
static void
test_export_sheet_by_transaction (void)
{
  static const struct {
    const char *kind;
    LicetTruth applies;
  } rows[] = {
    { "export", LICET_MET },        { "intra-union-transfer", LICET_MET },
    { "brokering", LICET_NOT_MET }, { "technical-assistance", LICET_NOT_MET },
    { "transit", LICET_NOT_MET },
  };
  g_autoptr (LicetForm) form = load_form ("sheets/eu-annex-iii-a");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (
        "{\"verdicts\": {\"eu\": [\"license-required\"]}, \"transaction\": {\"kind\": \"%s\"}}",
        rows[i].kind);
    g_autoptr (JsonNode) facts = read_facts (text);

    g_assert_cmpint (licet_form_applies (form, facts, NULL), ==, rows[i].applies);
  }
}

static gboolean
has_undertaking (GPtrArray *undertakings,
                 const char *id)
{
  for (guint i = 0; i < undertakings->len; i++)
    if (g_str_equal (((const LicetUndertaking *) g_ptr_array_index (undertakings, i))->id, id))
      return TRUE;
  return FALSE;
}

/* Roles decide: an end user signs section 8, a stockist without orders section 9. */
static void
test_role_decides_uk_sections (void)
{
  g_autoptr (LicetForm) form = load_form ("statements/uk-undertaking");
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) of_end_user = licet_form_fill (form, facts, "m", NULL);
  g_autoptr (JsonNode) stock = read_facts (
      "{\"parties\": {\"s\": {\"id\": \"s\", \"roles\": [\"stockist\"], \"name\": \"Stock\"}},"
      " \"items\": [], \"intermediates\": []}");
  g_autoptr (GPtrArray) of_stockist = licet_form_fill (form, stock, "s", NULL);
  g_autoptr (GPtrArray) with_orders = licet_form_fill (form, facts, "s", NULL);
  g_autoptr (GPtrArray) of_end_user_signs = licet_form_get_undertakings (form, facts, "m");
  g_autoptr (GPtrArray) of_stockist_signs = licet_form_get_undertakings (form, stock, "s");

  g_assert_false (find_filled (of_end_user, "use.text")->is_struck);
  g_assert_false (find_filled (of_end_user, "signature.name")->is_struck);
  g_assert_true (find_filled (of_end_user, "stock.onward")->is_struck);
  g_assert_true (find_filled (of_end_user, "ultimate.name")->is_struck);

  g_assert_true (find_filled (of_stockist, "use.text")->is_struck);
  g_assert_true (find_filled (of_stockist, "consignee.name")->is_struck);
  g_assert_true (find_filled (of_stockist, "signature.name")->is_struck);
  g_assert_true (find_filled (of_stockist, "stock.onward")->is_required);

  g_assert_false (find_filled (with_orders, "use.text")->is_struck);
  g_assert_false (find_filled (with_orders, "consignee.name")->is_struck);
  g_assert_true (find_filled (with_orders, "stock.onward")->is_struck);

  g_assert_true (has_undertaking (of_end_user_signs, "no-nuclear"));
  g_assert_false (has_undertaking (of_end_user_signs, "stock"));
  g_assert_true (has_undertaking (of_stockist_signs, "stock"));
  g_assert_false (has_undertaking (of_stockist_signs, "use"));
}

typedef struct {
  const char *path;
  const char *value;
} LookupCase;

static const LookupCase lookup_cases[] = {
  { "reference", "NM-1" },
  { "items[0].codes", "3A001.a.5.a.4" },
  { "items[1].codes", NULL },
  { "items[x].codes", NULL },
  { "items[-1].codes", NULL },
  { "end-use.answers.eu.wmd.informed", "no" },
  { "end-use.answers.eu.wmd", NULL },
  { "parties.m.roles", "end-user" },
  { "parties.m", NULL },
  { "nothing.at.all", NULL },
  { "", NULL },
  { "...", NULL },
  { "items[", NULL },
};

static void
test_lookup (void)
{
  g_autoptr (JsonNode) facts = read_facts (FACTS);

  for (guint i = 0; i < G_N_ELEMENTS (lookup_cases); i++) {
    g_autofree char *value = licet_form_lookup (facts, lookup_cases[i].path);

    g_assert_cmpstr (value, ==, lookup_cases[i].value);
  }
}

/* The boxes of the act, in its order, each under its number. */
static void
test_annex_iii_has_boxes_1_to_22 (void)
{
  g_autoptr (LicetForm) form = load_form ("sheets/eu-annex-iii-a");
  g_autoptr (JsonNode) facts = read_facts (FACTS);
  g_autoptr (GPtrArray) filled = licet_form_fill (form, facts, NULL, NULL);

  g_assert_cmpuint (filled->len, ==, 22);
  for (guint i = 0; i < filled->len; i++) {
    const LicetFilledField *field = g_ptr_array_index (filled, i);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    g_assert_cmpstr (field->number, ==, number);
    g_assert_cmpint (field->row, ==, i >= 12 && i < 18 ? 0 : -1);
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/form/values-come-from-the-case", test_values_come_from_the_case);
  g_test_add_func ("/statements/form/several-bindings-are-joined",
                   test_several_bindings_are_joined);
  g_test_add_func ("/statements/form/typed-value-wins-and-is-marked",
                   test_typed_value_wins_and_is_marked);
  g_test_add_func ("/statements/form/reason-is-found-by-what-is-bound",
                   test_reason_is_found_by_what_is_bound);
  g_test_add_func ("/statements/form/section-that-does-not-apply-is-struck",
                   test_section_that_does_not_apply_is_struck);
  g_test_add_func ("/statements/form/export-sheet-by-transaction",
                   test_export_sheet_by_transaction);
  g_test_add_func ("/statements/form/unknown-is-never-unneeded", test_unknown_is_never_unneeded);
  for (guint i = 0; i < G_N_ELEMENTS (applies_cases); i++) {
    g_autofree char *path =
        g_strconcat ("/statements/form/asked-for-when-", applies_cases[i].name, NULL);

    g_test_add_data_func (path, &applies_cases[i], test_applies_by_verdict);
  }
  g_test_add_func ("/statements/form/role-decides-uk-sections", test_role_decides_uk_sections);
  g_test_add_func ("/statements/form/lookup", test_lookup);
  g_test_add_func ("/statements/form/annex-iii-has-boxes-1-to-22",
                   test_annex_iii_has_boxes_1_to_22);
  return g_test_run ();
}
