/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "cases-fixture.h"

static LicetRequirement *
require (const char *name,
         LicetCase **ret_case,
         GPtrArray **ret_requirements)
{
  g_autoptr (GError) error = NULL;

  *ret_case = make_patched (name, NULL);
  *ret_requirements = licet_case_require (*ret_case, get_rules (), &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*ret_requirements)->len, ==, 1);
  return g_ptr_array_index (*ret_requirements, 0);
}

static LicetAuthorisationState
get_state (LicetRequirement *requirement,
           const char *id)
{
  GPtrArray *authorisations = licet_requirement_get_authorisations (requirement);

  for (guint i = 0; i < authorisations->len; i++) {
    const LicetAuthorisationResult *authorisation = g_ptr_array_index (authorisations, i);

    if (g_str_equal (authorisation->id, id))
      return authorisation->state;
  }
  g_error ("%s is not there", id);
}

/* Nothing in a sample is in conflict; @open are the findings that may be open. */
static void
assert_ready (LicetCase *self,
              GPtrArray *requirements,
              const char *const *open)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings =
      licet_case_check_readiness (self, get_rules (), requirements, TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, >, 10);
  for (guint i = 0; i < findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (findings, i);

    if (finding->grade == LICET_READINESS_CONFLICT ||
        (finding->grade == LICET_READINESS_OPEN && !g_strv_contains (open, finding->id)))
      g_error ("%s: %s", finding->id, finding->text);
  }
}

/* No general authorisation covers Singapore. */
static void
test_singapore_needs_a_license (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (LicetCase) self = NULL;
  g_autoptr (GPtrArray) requirements = NULL;
  LicetRequirement *requirement = require ("converter-board-singapore", &self, &requirements);
  LicetDetermination *determination =
      licet_line_get_determination (licet_case_find_line (self, "board"), "eu-annex-i");

  g_assert_cmpint (licet_requirement_get_verdict (requirement), ==, LICET_REQUIREMENT_LICENSE);
  g_assert_cmpstr (licet_requirement_get_destination (requirement), ==, "SG");
  g_assert_cmpint (get_state (requirement, "EU001"), ==, LICET_AUTHORISATION_UNUSABLE);
  g_assert_cmpstr (licet_determination_get_codes (determination)[0], ==, "3A001.a.5.a.4");
  assert_ready (self, requirements, none);
}

/* The board itself stays below 3A002.h; without the answers to General Note 2 nothing could be concluded. */
static void
test_board_is_listed_by_its_component_alone (void)
{
  static const Patch patches[MAX_PATCHES] = { { "/items/0/classification/relations/contains",
                                                "[]" } };
  g_autoptr (LicetCase) self = make_patched ("converter-board-singapore", patches);
  LicetItem *item = licet_line_get_item (licet_case_find_line (self, "board"));
  const LicetControlList *list = licet_bundle_get_list (get_bundle (), "eu-annex-i", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetWalk) walk = licet_walk_new (item, list, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (licet_walk_count (walk, LICET_MET), ==, 0);
  g_assert_cmpuint (licet_walk_count (walk, LICET_UNKNOWN), ==, 0);
  g_assert_cmpint (licet_evaluate (item, licet_control_list_find (list, "3A002.h"), NULL), ==,
                   LICET_NOT_MET);
}

static void
test_japan_is_covered_by_eu001 (void)
{
  static const char *const none[] = { NULL };
  g_autoptr (LicetCase) self = NULL;
  g_autoptr (GPtrArray) requirements = NULL;
  LicetRequirement *requirement = require ("converter-board-japan", &self, &requirements);

  g_assert_cmpint (licet_requirement_get_verdict (requirement), ==, LICET_REQUIREMENT_AUTHORIZED);
  g_assert_cmpint (get_state (requirement, "EU001"), ==, LICET_AUTHORISATION_USABLE);
  assert_ready (self, requirements, none);
}

static const char *const conditions[] = {
  "eu.wmd.informed",   "eu.wmd.aware",   "eu.military.informed", "eu.military.aware",
  "eu.parts.informed", "eu.parts.aware", "eu.free-zone",
};

static void
test_each_unanswered_condition_opens_eu001 (gconstpointer data)
{
  g_autofree char *pointer = g_strconcat ("/end-use/answers/", (const char *) data, NULL);
  const Patch patches[MAX_PATCHES] = { { pointer, NULL } };
  g_autoptr (LicetCase) self = make_patched ("converter-board-japan", patches);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requirements = licet_case_require (self, get_rules (), &error);

  g_assert_no_error (error);
  g_assert_cmpint (get_state (g_ptr_array_index (requirements, 0), "EU001"), ==,
                   LICET_AUTHORISATION_OPEN);
  g_assert_cmpint (licet_requirement_get_verdict (g_ptr_array_index (requirements, 0)), !=,
                   LICET_REQUIREMENT_AUTHORIZED);
}

/* Documented, with the whole list walked and the near miss kept; of categories that are not in the data it says nothing. */
static void
test_converter_below_the_threshold_is_not_listed (void)
{
  static const char *const gaps[] = { "item.not-covered", "requirement.needs-facts",
                                      "statement.missing", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (LicetCase) self = NULL;
  g_autoptr (GPtrArray) requirements = NULL;
  LicetRequirement *requirement = require ("adc-below-threshold", &self, &requirements);
  LicetDetermination *determination =
      licet_line_get_determination (licet_case_find_line (self, "converter"), "eu-annex-i");
  g_auto (GStrv) trail = licet_determination_dup_trail (determination);
  g_autofree char *text = g_strjoinv ("\n", trail);
  gboolean has_gaps = licet_determination_get_missing_categories (determination)[0] != NULL;

  g_assert_cmpint (licet_determination_get_outcome (determination), ==, LICET_OUTCOME_NOT_LISTED);
  g_assert_nonnull (strstr (text, "245 MS/s"));
  g_assert_nonnull (strstr (text, "3A001 is missed only just"));
  g_assert_cmpint (licet_requirement_get_verdict (requirement), ==,
                   has_gaps ? LICET_REQUIREMENT_NEEDS_FACTS : LICET_REQUIREMENT_NONE);
  assert_ready (self, requirements, has_gaps ? gaps : none);
}

/* Once every category is in the data, the answers given are all that is needed. */
static void
test_converter_is_free_when_every_category_was_walked (void)
{
  static const Patch patches[MAX_PATCHES] = { { "/items/0/determinations/0/not-covered", "[]" } };
  g_autoptr (LicetCase) self = make_patched ("adc-below-threshold", patches);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requirements = licet_case_require (self, get_rules (), &error);
  LicetRequirement *requirement;

  g_assert_no_error (error);
  requirement = g_ptr_array_index (requirements, 0);
  g_assert_cmpstr (
      licet_requirement_verdict_serialise (licet_requirement_get_verdict (requirement)), ==,
      "no-license-required");
}

/* Six megasamples more, and it would be listed. */
static void
test_converter_above_the_threshold_would_be_listed (void)
{
  static const Patch patches[MAX_PATCHES] = {
    { "/items/0/classification/facts/sample-rate", "\"251 MS/s\"" },
    { "/items/0/determinations", "[]" },
  };
  g_autoptr (LicetCase) self = make_patched ("adc-below-threshold", patches);
  g_autoptr (GError) error = NULL;

  g_assert_false (licet_case_conclude (self, &error));
  g_assert_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_CONCLUSION);
  g_assert_nonnull (strstr (error->message, "3A001"));
}

/* The statement that came back says what was sent, but for the name that was accepted. */
static void
test_returned_statement_is_compared (void)
{
  g_autoptr (LicetCase) self = make_patched ("converter-board-singapore", NULL);
  g_autoptr (LicetStatement) statement =
      g_list_model_get_item (licet_case_get_statements (self), 0);
  g_autoptr (LicetForm) form = licet_form_load (get_bundle (), "statements/eu-end-use", NULL);
  g_autoptr (JsonNode) facts = licet_case_dup_facts (self);
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) returned = NULL;
  guint compared = 0;

  differences = licet_statement_match (statement, form, facts, &compared);
  g_assert_cmpuint (compared, >=, 25);
  g_assert_cmpuint (differences->len, ==, 1);
  g_assert_nonnull (((const LicetDifference *) g_ptr_array_index (differences, 0))->accepted);
  returned = licet_statement_match_returned (statement, form, NULL);
  g_assert_cmpuint (returned->len, >=, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/samples/singapore-needs-a-license", test_singapore_needs_a_license);
  g_test_add_func ("/cases/samples/board-is-listed-by-its-component-alone",
                   test_board_is_listed_by_its_component_alone);
  g_test_add_func ("/cases/samples/japan-is-covered-by-eu001", test_japan_is_covered_by_eu001);
  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++) {
    g_autofree char *path =
        g_strconcat ("/cases/samples/japan-is-open-without-", conditions[i], NULL);

    g_test_add_data_func (path, conditions[i], test_each_unanswered_condition_opens_eu001);
  }
  g_test_add_func ("/cases/samples/converter-below-the-threshold-is-not-listed",
                   test_converter_below_the_threshold_is_not_listed);
  g_test_add_func ("/cases/samples/converter-is-free-when-every-category-was-walked",
                   test_converter_is_free_when_every_category_was_walked);
  g_test_add_func ("/cases/samples/converter-above-the-threshold-would-be-listed",
                   test_converter_above_the_threshold_would_be_listed);
  g_test_add_func ("/cases/samples/returned-statement-is-compared",
                   test_returned_statement_is_compared);
  return g_test_run ();
}
