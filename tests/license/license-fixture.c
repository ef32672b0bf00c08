/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include "license-fixture.h"

#include <string.h>

#include "licet-rule-book-private.h"

static void
add_files (const char *folder,
           const char *prefix,
           GPtrArray *paths)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *key = g_strconcat (prefix, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR)) {
      g_autofree char *inner = g_strconcat (key, "/", NULL);

      add_files (path, inner, paths);
    } else if (g_str_has_suffix (name, ".json")) {
      g_ptr_array_add (paths, g_steal_pointer (&key));
    }
  }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GPtrArray *
fixture_load_documents (void)
{
  g_autofree char *folder = g_build_filename (g_getenv ("LICET_DATA_DIR"), "rules", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_json_unref);

  add_files (folder, "rules/", names);
  g_ptr_array_sort (names, compare_texts);
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    g_autofree char *path = g_build_filename (g_getenv ("LICET_DATA_DIR"), name, NULL);
    g_autofree char *text = NULL;
    g_autoptr (GError) error = NULL;
    gsize length;

    g_file_get_contents (path, &text, &length, &error);
    g_assert_no_error (error);
    g_ptr_array_add (documents, licet_json_parse (name, text, (gssize) length, &error));
    g_assert_no_error (error);
  }
  return documents;
}

LicetRules *
fixture_load_rules (void)
{
  g_autoptr (GPtrArray) documents = fixture_load_documents ();
  g_autoptr (GError) error = NULL;
  LicetRules *rules = _licet_rules_new (documents, &error);

  g_assert_no_error (error);
  return rules;
}

/* "a b" as the elements of a JSON array. */
static char *
quote_words (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  g_autofree char *joined = g_strjoinv ("\",\"", parts);

  return *words != '\0' ? g_strconcat ("\"", joined, "\"", NULL) : g_strdup ("");
}

LicetDetermination *
fixture_determine (const char *codes,
                   const char *missing_categories)
{
  static const char zeros[] = "0000000000000000000000000000000000000000000000000000000000000000";
  g_autofree char *code_list = quote_words (codes);
  g_autofree char *category_list = quote_words (missing_categories);
  g_autofree char *text = g_strdup_printf (
      "{\"licet-determination\":1,\"outcome\":\"%s\",\"codes\":[%s],\"list\":{\"id\":\"eu-annex-"
      "i\",\"name\":\"EU Annex I\","
      "\"edition\":\"" FIXTURE_EDITION
      "\",\"digest\":\"%s\"},\"bundle\":{\"digest\":\"%s\",\"version\":\"0\"},"
      "\"not-covered\":[%s],\"near-percent\":5,\"item\":{},\"resolved\":[],\"sheets\":[],\"walk\":{"
      "},\"also-met\":[],"
      "\"rejected\":[],\"kinds-reviewed\":true,\"decided-by\":\"A. "
      "Tester\",\"decided-on\":\"2026-11-18\",\"trail\":[]}",
      *codes != '\0' ? "listed" : "not-listed", code_list, zeros, zeros, category_list);
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("determination", text, -1, &error);
  LicetDetermination *determination;
  LicetJsonPlace place;

  g_assert_no_error (error);
  licet_json_place_root (json, &place);
  determination = licet_determination_new_from_json (&place, &error);
  g_assert_no_error (error);
  return determination;
}

void
fixture_answer (LicetRequirementQuery *query,
                const char *answers)
{
  g_auto (GStrv) words = g_strsplit (answers, " ", -1);

  for (guint i = 0; words[i] != NULL; i++) {
    char *sign = strchr (words[i], '=');

    if (*words[i] == '\0')
      continue;
    g_assert_nonnull (sign);
    *sign = '\0';
    if (g_str_equal (sign + 1, "?"))
      licet_requirement_query_set_answer (query, words[i], LICET_UNKNOWN);
    else
      licet_requirement_query_set_answer (
          query, words[i], g_str_equal (sign + 1, "yes") ? LICET_MET : LICET_NOT_MET);
  }
}

LicetRequirementQuery *
fixture_query (const char *codes,
               const char *destination,
               const char *answers)
{
  LicetRequirementQuery *query = licet_requirement_query_new ("EU", "export", destination);

  licet_requirement_query_set_item (query, "board", "converter board");
  licet_requirement_query_set_origin (query, "DE");
  licet_requirement_query_set_permanence (query, "permanent");
  if (licet_country_is_valid (destination))
    licet_requirement_query_set_party (query, "end-user", destination, "commercial");
  if (codes != NULL) {
    g_autoptr (LicetDetermination) determination = fixture_determine (codes, "");

    licet_requirement_query_set_determination (query, determination);
  }
  if (answers != NULL)
    fixture_answer (query, answers);
  return query;
}

LicetRequirement *
fixture_require (LicetRules *rules,
                 LicetRequirementQuery *query)
{
  g_autoptr (GError) error = NULL;
  LicetRequirement *requirement = licet_requirement_new (rules, query, &error);

  g_assert_no_error (error);
  g_assert_nonnull (requirement);
  return requirement;
}

const LicetAuthorisationResult *
fixture_find_authorisation (LicetRequirement *requirement,
                            const char *id)
{
  GPtrArray *results = licet_requirement_get_authorisations (requirement);

  for (guint i = 0; i < results->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (results, i);

    if (g_str_equal (result->id, id))
      return result;
  }
  return NULL;
}

const LicetConditionResult *
fixture_find_condition (const LicetAuthorisationResult *result,
                        const char *id)
{
  for (guint i = 0; i < result->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (result->conditions, i);

    if (g_str_equal (condition->id, id))
      return condition;
  }
  return NULL;
}

const LicetTrailLine *
fixture_find_line (LicetRequirement *requirement,
                   const char *rule)
{
  GPtrArray *trail = licet_requirement_get_trail (requirement);

  for (guint i = 0; i < trail->len; i++) {
    const LicetTrailLine *line = g_ptr_array_index (trail, i);

    if (g_str_equal (line->rule, rule))
      return line;
  }
  return NULL;
}

gboolean
fixture_has_duty (LicetRequirement *requirement,
                  const char *id)
{
  GPtrArray *duties = licet_requirement_get_duties (requirement);

  for (guint i = 0; i < duties->len; i++) {
    const LicetDuty *duty = g_ptr_array_index (duties, i);

    if (g_str_equal (duty->id, id))
      return TRUE;
  }
  return FALSE;
}

gboolean
fixture_misses (LicetRequirement *requirement,
                const char *id)
{
  return g_strv_contains (licet_requirement_get_missing (requirement), id);
}

void
fixture_assert_verdict (LicetRequirement *requirement,
                        LicetRequirementVerdict verdict)
{
  const char *expected = licet_requirement_verdict_serialise (verdict);
  const char *found = licet_requirement_verdict_serialise (
      licet_requirement_get_verdict (requirement));

  if (!g_str_equal (expected, found))
    g_test_message ("%s", licet_requirement_get_sentence (requirement));
  g_assert_cmpstr (found, ==, expected);
}
