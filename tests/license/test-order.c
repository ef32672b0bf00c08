/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <string.h>

#include "license-fixture.h"

#define N_ROUNDS 1500

static LicetRules *rules;

static const char *const codes[] = {
  "3A001.a.5.a.4", "3A001.a.3", "5A002.a.2", "5A001.c",       "1C350.1", "1C239",
  "7A117",         "3E001",     "0C001",     "3A001.a 9A117", "",
};
static const char *const destinations[] = {
  "JP", "GB", "US", "SG", "KR", "RU", "BY", "CN", "UA", "IR",
  "LB", "BR", "IN", "FR", "DE", "MC", "PR", "GL", "AE", "HT",
};
static const char *const transactions[] = { "export",    "export",
                                            "export",    "intra-union-transfer",
                                            "brokering", "technical-assistance",
                                            "transit" };

/* Answers that show relief from a rule, so that they alone may weaken what it made. */
static const char *const reliefs[] = {
  "eu.russia.exempt",
  "eu.russia.derogation",
  "eu.belarus.exempt",
  "eu.dprk.exempt",
  "eu.destination.northern-ireland",
  "eu.assistance.exempt",
  "eu.annex-iv.space-exemption",
  NULL,
};

static const char *
pick (GRand *rand,
      const char *const *words,
      guint n)
{
  return words[g_rand_int_range (rand, 0, (gint32) n)];
}

static LicetRequirementQuery *
make_random_query (GRand *rand)
{
  const char *destination = pick (rand, destinations, G_N_ELEMENTS (destinations));
  LicetRequirementQuery *query = licet_requirement_query_new (
      "EU", pick (rand, transactions, G_N_ELEMENTS (transactions)), destination);

  licet_requirement_query_set_permanence (query, g_rand_boolean (rand) ? "permanent" : "temporary");
  if (g_rand_int_range (rand, 0, 8) > 0)
    licet_requirement_query_set_origin (query, "NL");
  if (g_rand_int_range (rand, 0, 8) > 0)
    licet_requirement_query_set_party (query, "end-user", destination,
                                       g_rand_boolean (rand) ? "commercial" : "unknown");
  if (g_rand_int_range (rand, 0, 8) > 0) {
    g_autoptr (LicetDetermination) determination = fixture_determine (
        pick (rand, codes, G_N_ELEMENTS (codes)), g_rand_int_range (rand, 0, 6) == 0 ? "0" : "");

    licet_requirement_query_set_determination (query, determination);
  }
  return query;
}

static gboolean
is_settled (LicetRequirementVerdict verdict)
{
  return verdict == LICET_REQUIREMENT_NONE || verdict == LICET_REQUIREMENT_AUTHORIZED;
}

static gboolean
has_usable (LicetRequirement *requirement)
{
  GPtrArray *results = licet_requirement_get_authorisations (requirement);

  return results->len > 0 && ((LicetAuthorisationResult *) g_ptr_array_index (results, 0))->state ==
                                 LICET_AUTHORISATION_USABLE;
}

/* What @answer did to the verdict it may do. */
static void
check_step (LicetRequirement *before,
            LicetRequirement *after,
            const char *answer)
{
  LicetRequirementVerdict first = licet_requirement_get_verdict (before);
  LicetRequirementVerdict second = licet_requirement_get_verdict (after);
  GPtrArray *results = licet_requirement_get_authorisations (before);

  /* Nothing that was settled comes undone. */
  if (is_settled (first))
    g_assert_cmpint (second, ==, first);
  if (first == LICET_REQUIREMENT_PROHIBITED && second != first)
    g_assert_true (g_strv_contains (reliefs, answer));
  if (first == LICET_REQUIREMENT_LICENSE && second < first)
    g_assert_true (has_usable (after) || g_strv_contains (reliefs, answer));
  for (guint i = 0; i < results->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (results, i);
    const LicetAuthorisationResult *later = fixture_find_authorisation (after, result->id);

    if (later != NULL && result->state != LICET_AUTHORISATION_OPEN)
      g_assert_cmpint (later->state, ==, result->state);
  }
}

/* What holds of every requirement. */
static void
check_invariants (LicetRequirement *requirement)
{
  LicetRequirementVerdict verdict = licet_requirement_get_verdict (requirement);
  GPtrArray *results = licet_requirement_get_authorisations (requirement);
  GPtrArray *trail = licet_requirement_get_trail (requirement);

  g_assert_cmpuint (trail->len, >, 0);
  g_assert_cmpstr (licet_requirement_get_edition (requirement), ==, FIXTURE_EDITION);
  g_assert_null (strchr (licet_requirement_get_sentence (requirement), '{'));
  g_assert_cmpint (verdict == LICET_REQUIREMENT_AUTHORIZED, <=, has_usable (requirement));
  if (verdict == LICET_REQUIREMENT_NEEDS_FACTS)
    g_assert_nonnull (licet_requirement_get_missing (requirement)[0]);
  if (is_settled (verdict))
    g_assert_null (licet_requirement_get_missing (requirement)[0]);
  for (guint i = 0; i < results->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (results, i);
    guint n_open = 0;

    for (guint j = 0; j < result->conditions->len; j++) {
      const LicetConditionResult *condition = g_ptr_array_index (result->conditions, j);

      n_open += condition->truth == LICET_UNKNOWN;
      g_assert_true ((condition->truth == LICET_UNKNOWN) == (condition->missing[0] != NULL));
    }
    /* Unknown never authorises. */
    if (result->state == LICET_AUTHORISATION_USABLE)
      g_assert_cmpuint (n_open, ==, 0);
    if (result->state == LICET_AUTHORISATION_OPEN)
      g_assert_cmpuint (n_open, >, 0);
  }
  for (guint i = 0; i < trail->len; i++) {
    const LicetTrailLine *line = g_ptr_array_index (trail, i);

    g_assert_cmpstr (line->cite, !=, "");
    g_assert_null (strchr (line->text, '{'));
  }
}

/* Random answers, one after the other, until every question is answered. */
static void
test_answers_only_add (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *rand = g_rand_new_with_seed (seed);
  GPtrArray *questions = licet_rules_get_questions (rules);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < N_ROUNDS / questions->len + 1; round++) {
    g_autoptr (LicetRequirementQuery) query = make_random_query (rand);
    g_autoptr (LicetRequirement) before = fixture_require (rules, query);
    g_autoptr (GPtrArray) order = g_ptr_array_copy (questions, NULL, NULL);

    check_invariants (before);
    while (order->len > 0) {
      const LicetRuleQuestion *question = g_ptr_array_steal_index_fast (
          order, (guint) g_rand_int_range (rand, 0, (gint32) order->len));
      g_autoptr (LicetRequirement) after = NULL;

      licet_requirement_query_set_answer (
          query, question->id, g_rand_int_range (rand, 0, 4) == 0 ? LICET_MET : LICET_NOT_MET);
      after = fixture_require (rules, query);
      check_invariants (after);
      check_step (before, after, question->id);
      licet_requirement_unref (before);
      before = g_steal_pointer (&after);
    }
  }
  g_rand_free (rand);
}

/* Answering what is said to be missing, and nothing else, always leads to an answer. */
static void
test_missing_leads_to_an_answer (void)
{
  guint32 seed = (guint32) g_test_rand_int ();
  GRand *rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint round = 0; round < 60; round++) {
    const char *destination = pick (rand, destinations, G_N_ELEMENTS (destinations));
    g_autoptr (LicetRequirementQuery) query =
        fixture_query (pick (rand, codes, G_N_ELEMENTS (codes)), destination, NULL);
    guint n_steps = 0;

    for (;;) {
      g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);
      const char *const *missing = licet_requirement_get_missing (requirement);

      if (missing[0] == NULL)
        break;
      g_assert_nonnull (licet_rules_find_question (rules, missing[0]));
      licet_requirement_query_set_answer (query, missing[0],
                                          g_rand_boolean (rand) ? LICET_MET : LICET_NOT_MET);
      g_assert_cmpuint (n_steps++, <, 200);
    }
  }
  g_rand_free (rand);
}

/* No destination and no item is cleared, and no authorisation offered as usable, while nothing was answered. */
static void
test_silence_clears_nothing (void)
{
  const char *const *countries = licet_country_get_codes ();

  for (guint i = 0; countries[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (codes); j++) {
      g_autoptr (LicetRequirementQuery) query = fixture_query (codes[j], countries[i], NULL);
      g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);

      g_assert_false (is_settled (licet_requirement_get_verdict (requirement)));
      g_assert_false (has_usable (requirement));
    }
}

/* An item of Section I, or a transaction of which the authority has told, is never offered a general authorisation. */
static void
test_bars_hold_everywhere (void)
{
  static const char *const barred[] = { "1C239", "0C001", "3A001.a 9A117", "1C351.d.4" };
  const char *const *countries = licet_country_get_codes ();
  GPtrArray *questions = licet_rules_get_questions (rules);

  for (guint i = 0; countries[i] != NULL; i++) {
    g_autoptr (LicetRequirementQuery) informed = fixture_query ("3A001.a.3", countries[i], NULL);
    g_autoptr (LicetRequirement) told = NULL;

    for (guint j = 0; j < G_N_ELEMENTS (barred); j++) {
      g_autoptr (LicetRequirementQuery) query =
          fixture_query (barred[j], countries[i], FIXTURE_CLEAN);
      g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);

      g_assert_false (has_usable (requirement));
    }
    for (guint j = 0; j < questions->len; j++) {
      const LicetRuleQuestion *question = g_ptr_array_index (questions, j);
      gboolean is_told = g_str_equal (question->id, "eu.wmd.informed");

      licet_requirement_query_set_answer (informed, question->id,
                                          is_told ? LICET_MET : LICET_NOT_MET);
    }
    told = fixture_require (rules, informed);
    g_assert_false (has_usable (told));
  }
}

static void
test_serialised_says_everything (void)
{
  g_autoptr (LicetRequirementQuery) query = fixture_query ("3A001.a.5.a.4", "JP", FIXTURE_CLEAN);
  g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);
  g_autoptr (LicetRequirement) again = fixture_require (rules, query);
  g_autoptr (JsonNode) node = licet_requirement_serialise (requirement);
  g_autoptr (JsonNode) other = licet_requirement_serialise (again);
  g_autofree char *text = licet_json_serialise (node);
  g_autofree char *same = licet_json_serialise (other);
  JsonObject *object = json_node_get_object (node);
  JsonObject *first =
      json_array_get_object_element (json_object_get_array_member (object, "authorisations"), 0);

  g_assert_cmpstr (text, ==, same);
  g_assert_cmpstr (json_object_get_string_member (object, "item"), ==, "board");
  g_assert_cmpstr (json_object_get_string_member (object, "destination"), ==, "JP");
  g_assert_cmpstr (json_object_get_string_member (object, "jurisdiction"), ==, "EU");
  g_assert_cmpstr (json_object_get_string_member (object, "requirement"), ==, "authorized");
  g_assert_cmpstr (json_object_get_string_member (object, "edition"), ==, FIXTURE_EDITION);
  g_assert_cmpstr (json_object_get_string_member (object, "rules-digest"), ==,
                   licet_rules_get_digest (rules));
  g_assert_true (licet_digest_is_valid (json_object_get_string_member (object, "determination")));
  g_assert_cmpstr (json_object_get_string_member (first, "id"), ==, "EU001");
  g_assert_cmpstr (json_object_get_string_member (first, "state"), ==, "usable");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "failed")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (first, "open")), ==, 0);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "trail")), ==,
                    licet_requirement_get_trail (requirement)->len);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "duties")), ==,
                    licet_requirement_get_duties (requirement)->len);
}

/* A stale record: another edition may list what this one did not. */
static void
test_stale_determination_clears_nothing (void)
{
  g_autoptr (LicetRequirementQuery) query = fixture_query ("", "JP", FIXTURE_CLEAN);
  g_autoptr (LicetDetermination) current = fixture_determine ("", "");
  g_autoptr (JsonNode) node = licet_determination_serialise (current);
  g_autofree char *text = NULL;
  g_autofree char *old = NULL;
  g_autoptr (LicetJson) json = NULL;
  g_autoptr (LicetDetermination) stale = NULL;
  g_autoptr (LicetRequirement) requirement = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) parts = NULL;
  LicetJsonPlace place;

  text = licet_json_serialise (node);
  parts = g_strsplit (text, FIXTURE_EDITION, 2);
  old = g_strjoinv ("2024-11-08", parts);
  json = licet_json_parse ("old", old, -1, &error);
  g_assert_no_error (error);
  licet_json_place_root (json, &place);
  stale = licet_determination_new_from_json (&place, &error);
  g_assert_no_error (error);
  licet_requirement_query_set_determination (query, stale);
  requirement = fixture_require (rules, query);
  fixture_assert_verdict (requirement, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (requirement, "determination"));
  g_assert_nonnull (fixture_find_line (requirement, "determination-edition"));
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules = fixture_load_rules ();

  g_test_add_func ("/license/order/answers-only-add", test_answers_only_add);
  g_test_add_func ("/license/order/missing-leads-to-an-answer", test_missing_leads_to_an_answer);
  g_test_add_func ("/license/order/silence-clears-nothing", test_silence_clears_nothing);
  g_test_add_func ("/license/order/bars-hold-everywhere", test_bars_hold_everywhere);
  g_test_add_func ("/license/order/serialised-says-everything", test_serialised_says_everything);
  g_test_add_func ("/license/order/stale-determination-clears-nothing",
                   test_stale_determination_clears_nothing);
  status = g_test_run ();
  licet_rules_unref (rules);
  return status;
}
