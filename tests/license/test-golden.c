/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <string.h>

#include "license-fixture.h"

/*
 * What comes out for every country and some items, once without answers and once with harmless ones. The file is written
 * anew with --bless; then its difference is read before it is kept.
 */
#define GOLDEN "golden-destinations.txt"

static const char *const items[] = {
  "3A001.a.5.a.4", "3A001.a.3", "5A002.a.2", "5A001.c", "1C350.1", "3E001", "1C239", "0C001", "",
};

static LicetRules *rules;

/* Nothing is wrong, and the transaction is an ordinary sale: no repair, fair or group. */
static const char *const yes_answers[] = { "eu008.standards", NULL };

static void
answer_harmlessly (LicetRequirementQuery *query)
{
  GPtrArray *questions = licet_rules_get_questions (rules);

  for (guint i = 0; i < questions->len; i++) {
    const LicetRuleQuestion *question = g_ptr_array_index (questions, i);
    gboolean is_yes = g_strv_contains (yes_answers, question->id);

    licet_requirement_query_set_answer (query, question->id, is_yes ? LICET_MET : LICET_NOT_MET);
  }
}

static char *
dup_outcome (LicetRequirement *requirement)
{
  GString *text = g_string_new (
      licet_requirement_verdict_serialise (licet_requirement_get_verdict (requirement)));
  GPtrArray *results = licet_requirement_get_authorisations (requirement);

  for (guint i = 0; i < results->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (results, i);

    if (result->state != LICET_AUTHORISATION_UNUSABLE)
      g_string_append_printf (text, " %s=%s", result->id,
                              licet_authorisation_state_serialise (result->state));
  }
  return g_string_free (text, FALSE);
}

/* Countries with the same outcome stand on one line. */
static void
append_item (GString *table,
             const char *codes,
             gboolean is_answered)
{
  g_autoptr (GHashTable) by_outcome = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);
  g_autoptr (GPtrArray) order = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  const char *const *countries = licet_country_get_codes ();

  for (guint i = 0; countries[i] != NULL; i++) {
    g_autoptr (LicetRequirementQuery) query = fixture_query (codes, countries[i], NULL);
    g_autoptr (LicetRequirement) requirement = NULL;
    g_autofree char *outcome = NULL;
    GString *line;

    if (is_answered)
      answer_harmlessly (query);
    requirement = fixture_require (rules, query);
    outcome = dup_outcome (requirement);
    line = g_hash_table_lookup (by_outcome, outcome);
    if (line == NULL) {
      line = g_string_new (NULL);
      g_ptr_array_add (lines, line);
      g_hash_table_insert (by_outcome, outcome, line);
      g_ptr_array_add (order, g_steal_pointer (&outcome));
    }
    g_string_append_printf (line, " %s", countries[i]);
  }
  g_string_append_printf (table, "%s, %s\n", *codes != '\0' ? codes : "not listed",
                          is_answered ? "harmless answers" : "no answers");
  for (guint i = 0; i < lines->len; i++) {
    g_autofree char *members = g_string_free (g_ptr_array_index (lines, i), FALSE);

    g_string_append_printf (table, "  %s:%s\n", (const char *) g_ptr_array_index (order, i),
                            members);
  }
}

static char *
dup_table (void)
{
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (items); i++) {
    append_item (table, items[i], FALSE);
    append_item (table, items[i], TRUE);
  }
  return g_string_free (table, FALSE);
}

static void
test_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "license", GOLDEN, NULL);
  g_autofree char *table = dup_table ();
  g_autofree char *golden = NULL;
  g_auto (GStrv) found = g_strsplit (table, "\n", -1);
  g_auto (GStrv) expected = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &golden, NULL, &error);
  g_assert_no_error (error);
  expected = g_strsplit (golden, "\n", -1);
  for (guint i = 0; found[i] != NULL && expected[i] != NULL; i++)
    g_assert_cmpstr (found[i], ==, expected[i]);
  g_assert_cmpuint (g_strv_length (found), ==, g_strv_length (expected));
}

int
main (int argc,
      char **argv)
{
  gboolean is_blessing = argc > 1 && g_str_equal (argv[1], "--bless");
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  rules = fixture_load_rules ();

  if (is_blessing) {
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "license", GOLDEN, NULL);
    g_autofree char *table = dup_table ();

    status = g_file_set_contents (path, table, -1, NULL) ? 0 : 1;
  } else {
    g_test_add_func ("/license/golden/destinations-and-items", test_table);
    status = g_test_run ();
  }
  licet_rules_unref (rules);
  return status;
}
