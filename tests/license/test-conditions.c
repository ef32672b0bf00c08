/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include "license-fixture.h"
#include "licet-rule-book-private.h"

/* A small law with every form of condition, so that each is seen apart from the real one. */
static const char law[] =
    "{\"jurisdiction\": \"XX\", \"edition\": \"2025-11-15\", \"source\": \"s\", \"name\": \"n\", "
    "\"act\": \"a\", \"list\": \"eu-annex-i\","
    " \"list-edition\": \"2025-11-15\", \"roles\": [\"end-user\", \"payer\"], \"party-kinds\": "
    "[\"military\", \"commercial\"],"
    " \"steps\": [{\"id\": \"one\", \"title\": \"One\"}],"
    " \"groups\": [{\"id\": \"east\", \"name\": \"n\", \"cite\": \"c\", \"members\": [\"JP\", "
    "\"KR\"], \"unsure\": [\"TW\"], \"ask\": \"counts\"}],"
    " \"scopes\": [{\"id\": \"chips\", \"name\": \"n\", \"cite\": \"c\", \"rows\": [{\"code\": "
    "\"3A001\", \"except\": [\"3A001.b\"]},"
    " {\"code\": \"3A002.c\", \"when\": {\"answer\": \"a\", \"is\": true}}]}],"
    " \"conditions\": [{\"id\": \"named\", \"text\": \"t\", \"when\": {\"answer\": \"a\", \"is\": "
    "true}}],"
    " \"questions\": [{\"id\": \"a\", \"topic\": \"t\", \"mode\": \"fact\", \"text\": \"A?\", "
    "\"cite\": \"c\"},"
    " {\"id\": \"b\", \"topic\": \"t\", \"mode\": \"fact\", \"text\": \"B?\", \"cite\": \"c\"},"
    " {\"id\": \"counts\", \"topic\": \"t\", \"mode\": \"fact\", \"text\": \"C?\", \"cite\": "
    "\"c\"}],"
    " \"transactions\": [{\"id\": \"export\", \"label\": \"l\", \"verbs\": {\"goods\": \"g\", "
    "\"software\": \"s\", \"technology\": \"t\"},"
    " \"outcomes\": {\"prohibited\": {\"sentence\": \"p.\"}, \"license-required\": {\"sentence\": "
    "\"l.\"}, \"authorized\": {\"sentence\": \"a.\"},"
    " \"no-license-required\": {\"sentence\": \"n.\"}, \"needs-facts\": {\"sentence\": \"f.\"}}}],"
    " \"rules\": [{\"id\": \"r\", \"step\": \"one\", \"cite\": \"c\", \"text\": \"t\", "
    "\"verdict\": \"license-required\", \"when\": %s,"
    " \"found\": {\"met\": \"m\", \"not-met\": \"n\", \"unknown\": \"u\"}}]}";

/* @facts: what is known: codes=, to=, from=, end-user=COUNTRY:KIND, payer=, value=AMOUNT:CURRENCY, kept=, and answers */
typedef struct {
  const char *name;
  const char *condition;
  const char *facts;
  LicetTruth truth;
  const char *missing;
} FormCase;

#define A "{\"answer\": \"a\", \"is\": true}"
#define B "{\"answer\": \"b\", \"is\": true}"

static const FormCase form_cases[] = {
  { "answer/yes", A, "a=yes", LICET_MET, NULL },
  { "answer/no", A, "a=no", LICET_NOT_MET, NULL },
  { "answer/none", A, "", LICET_UNKNOWN, "a" },
  { "answer/asked-for-no", "{\"answer\": \"a\", \"is\": false}", "a=no", LICET_MET, NULL },
  { "answer/asked-for-no-without-answer", "{\"answer\": \"a\", \"is\": false}", "", LICET_UNKNOWN,
    "a" },
  { "not/unknown-stays", "{\"not\": " A "}", "", LICET_UNKNOWN, "a" },
  { "not/yes", "{\"not\": " A "}", "a=yes", LICET_NOT_MET, NULL },
  { "all/one-no-decides", "{\"all\": [" A ", " B "]}", "b=no", LICET_NOT_MET, NULL },
  { "all/one-unknown", "{\"all\": [" A ", " B "]}", "a=yes", LICET_UNKNOWN, "b" },
  { "all/both", "{\"all\": [" A ", " B "]}", "a=yes b=yes", LICET_MET, NULL },
  { "any/one-yes-decides", "{\"any\": [" A ", " B "]}", "b=yes", LICET_MET, NULL },
  { "any/one-unknown", "{\"any\": [" A ", " B "]}", "b=no", LICET_UNKNOWN, "a" },
  { "any/neither", "{\"any\": [" A ", " B "]}", "a=no b=no", LICET_NOT_MET, NULL },
  { "holds/named", "{\"holds\": \"named\"}", "a=yes", LICET_MET, NULL },
  { "holds/unknown", "{\"holds\": \"named\"}", "", LICET_UNKNOWN, "a" },
  { "listed/yes", "{\"listed\": true}", "codes=3A001.a", LICET_MET, NULL },
  { "listed/no", "{\"listed\": true}", "codes=", LICET_NOT_MET, NULL },
  { "listed/not-determined", "{\"listed\": true}", "codes=?", LICET_UNKNOWN, "determination" },
  { "listed/asked-for-no", "{\"listed\": false}", "codes=", LICET_MET, NULL },
  { "code-in/at-it", "{\"code-in\": \"chips\"}", "codes=3A001", LICET_UNKNOWN, "determination" },
  { "code-in/below", "{\"code-in\": \"chips\"}", "codes=3A001.a.5", LICET_MET, NULL },
  { "code-in/excepted", "{\"code-in\": \"chips\"}", "codes=3A001.b.1", LICET_NOT_MET, NULL },
  { "code-in/no-prefix-of-a-designator", "{\"code-in\": \"chips\"}", "codes=3A0011", LICET_NOT_MET,
    NULL },
  { "code-in/limited-row-asks", "{\"code-in\": \"chips\"}", "codes=3A002.c", LICET_UNKNOWN, "a" },
  { "code-in/limited-row-in", "{\"code-in\": \"chips\"}", "codes=3A002.c a=yes", LICET_MET, NULL },
  { "code-in/limited-row-out", "{\"code-in\": \"chips\"}", "codes=3A002.c a=no", LICET_NOT_MET,
    NULL },
  { "code-in/broader-code", "{\"code-in\": \"chips\"}", "codes=3A002 a=yes", LICET_UNKNOWN,
    "determination" },
  { "code-in/one-of-two", "{\"code-in\": \"chips\"}", "codes=3A001.a+3A225", LICET_MET, NULL },
  { "codes-all-in/one-of-two", "{\"codes-all-in\": \"chips\"}", "codes=3A001.a+3A225",
    LICET_NOT_MET, NULL },
  { "codes-all-in/both", "{\"codes-all-in\": \"chips\"}", "codes=3A001.a+3A001.c", LICET_MET,
    NULL },
  { "codes-all-in/not-listed", "{\"codes-all-in\": \"chips\"}", "codes=", LICET_NOT_MET, NULL },
  { "destination-in/in", "{\"destination-in\": \"east\"}", "to=KR", LICET_MET, NULL },
  { "destination-in/out", "{\"destination-in\": \"east\"}", "to=FR", LICET_NOT_MET, NULL },
  { "destination-in/doubt", "{\"destination-in\": \"east\"}", "to=TW", LICET_UNKNOWN, "counts" },
  { "destination-in/doubt-decided", "{\"destination-in\": \"east\"}", "to=TW counts=yes", LICET_MET,
    NULL },
  { "destination-in/no-answer-moves-a-member", "{\"destination-in\": \"east\"}", "to=JP counts=no",
    LICET_MET, NULL },
  { "origin-in/not-known", "{\"origin-in\": \"east\"}", "", LICET_UNKNOWN, "origin" },
  { "origin-in/in", "{\"origin-in\": \"east\"}", "from=JP", LICET_MET, NULL },
  { "party-in/nobody", "{\"party-in\": \"east\", \"roles\": [\"payer\"]}", "end-user=KR",
    LICET_UNKNOWN, "parties" },
  { "party-in/one-of-two", "{\"party-in\": \"east\", \"roles\": [\"payer\", \"end-user\"]}",
    "end-user=FR payer=KR", LICET_MET, NULL },
  { "party-in/none-of-two", "{\"party-in\": \"east\", \"roles\": [\"payer\", \"end-user\"]}",
    "end-user=FR payer=DE", LICET_NOT_MET, NULL },
  { "parties-all-in/nobody", "{\"parties-all-in\": \"east\", \"roles\": [\"payer\"]}",
    "end-user=KR", LICET_UNKNOWN, "parties" },
  { "parties-all-in/one-of-two",
    "{\"parties-all-in\": \"east\", \"roles\": [\"payer\", \"end-user\"]}", "end-user=FR payer=KR",
    LICET_NOT_MET, NULL },
  { "parties-all-in/both", "{\"parties-all-in\": \"east\", \"roles\": [\"payer\", \"end-user\"]}",
    "end-user=JP payer=KR", LICET_MET, NULL },
  { "party-kind/is", "{\"party-kind\": [\"military\"], \"roles\": [\"end-user\"]}",
    "end-user=FR:military", LICET_MET, NULL },
  { "party-kind/is-not", "{\"party-kind\": [\"military\"], \"roles\": [\"end-user\"]}",
    "end-user=FR:commercial", LICET_NOT_MET, NULL },
  { "party-kind/not-stated", "{\"party-kind\": [\"military\"], \"roles\": [\"end-user\"]}",
    "end-user=FR", LICET_UNKNOWN, "parties" },
  { "party-kind/nobody", "{\"party-kind\": [\"military\"], \"roles\": [\"end-user\"]}", "",
    LICET_UNKNOWN, "parties" },
  { "transaction-in/is", "{\"transaction-in\": [\"export\"]}", "", LICET_MET, NULL },
  { "permanence-in/is", "{\"permanence-in\": [\"temporary\"]}", "kept=temporary", LICET_MET, NULL },
  { "permanence-in/is-not", "{\"permanence-in\": [\"temporary\"]}", "kept=permanent", LICET_NOT_MET,
    NULL },
  { "permanence-in/not-said", "{\"permanence-in\": [\"temporary\"]}", "", LICET_UNKNOWN,
    "permanence" },
  { "value-at-most/below", "{\"value-at-most\": \"5000 EUR\"}", "value=4999.99:EUR", LICET_MET,
    NULL },
  { "value-at-most/equal", "{\"value-at-most\": \"5000 EUR\"}", "value=5000.00:EUR", LICET_MET,
    NULL },
  { "value-at-most/above", "{\"value-at-most\": \"5000 EUR\"}", "value=5000.01:EUR", LICET_NOT_MET,
    NULL },
  { "value-at-most/other-currency", "{\"value-at-most\": \"5000 EUR\"}", "value=1:USD",
    LICET_UNKNOWN, "value" },
  { "value-at-most/not-known", "{\"value-at-most\": \"5000 EUR\"}", "", LICET_UNKNOWN, "value" },
};

static void
set_party (LicetRequirementQuery *query,
           const char *role,
           const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);

  licet_requirement_query_set_party (query, role, parts[0], parts[1]);
}

static void
set_value (LicetRequirementQuery *query,
           const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_autoptr (GError) error = NULL;
  LicetDecimal value;

  licet_decimal_parse (parts[0], &value, &error);
  g_assert_no_error (error);
  licet_requirement_query_set_value (query, &value, parts[1]);
}

static void
set_fact (LicetRequirementQuery *query,
          const char *name,
          char *value)
{
  if (g_str_equal (name, "codes")) {
    g_autoptr (LicetDetermination) determination = NULL;

    if (!g_str_equal (value, "?"))
      determination = fixture_determine (g_strdelimit (value, "+", ' '), "");
    licet_requirement_query_set_determination (query, determination);
  } else if (g_str_equal (name, "from")) {
    licet_requirement_query_set_origin (query, value);
  } else if (g_str_equal (name, "kept")) {
    licet_requirement_query_set_permanence (query, value);
  } else if (g_str_equal (name, "value")) {
    set_value (query, value);
  } else if (g_str_equal (name, "end-user") || g_str_equal (name, "payer")) {
    set_party (query, name, value);
  } else if (!g_str_equal (name, "to")) {
    licet_requirement_query_set_answer (query, name,
                                        g_str_equal (value, "yes") ? LICET_MET : LICET_NOT_MET);
  }
}

/* The destination is JP unless the facts say otherwise, the item listed. */
static LicetRequirementQuery *
make_query (const char *facts)
{
  g_auto (GStrv) words = g_strsplit (facts, " ", -1);
  g_autoptr (LicetDetermination) determination = fixture_determine ("3A001.a", "");
  LicetRequirementQuery *query;
  const char *destination = "JP";

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (words[i], "to="))
      destination = words[i] + 3;
  query = licet_requirement_query_new ("XX", "export", destination);
  licet_requirement_query_set_determination (query, determination);
  for (guint i = 0; words[i] != NULL; i++) {
    g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);

    if (*words[i] != '\0')
      set_fact (query, parts[0], parts[1]);
  }
  return query;
}

static void
test_form (gconstpointer data)
{
  const FormCase *test = data;
  g_auto (GStrv) parts = g_strsplit (law, "%s", 2);
  g_autofree char *text = g_strjoinv (test->condition, parts);
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) licet_json_unref);
  g_autoptr (LicetRules) rules = NULL;
  g_autoptr (LicetRequirementQuery) query = make_query (test->facts);
  g_autoptr (LicetRequirement) requirement = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, licet_json_parse ("rules/xx/jurisdiction.json", text, -1, &error));
  g_assert_no_error (error);
  rules = _licet_rules_new (documents, &error);
  g_assert_no_error (error);
  requirement = fixture_require (rules, query);
  g_assert_cmpint (fixture_find_line (requirement, "r")->truth, ==, test->truth);
  if (test->missing != NULL)
    g_assert_true (fixture_misses (requirement, test->missing));
  if (test->truth == LICET_MET)
    fixture_assert_verdict (requirement, LICET_REQUIREMENT_LICENSE);
  else if (test->truth == LICET_UNKNOWN)
    fixture_assert_verdict (requirement, LICET_REQUIREMENT_NEEDS_FACTS);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (form_cases); i++) {
    g_autofree char *path = g_strconcat ("/license/conditions/", form_cases[i].name, NULL);

    g_test_add_data_func (path, &form_cases[i], test_form);
  }
  return g_test_run ();
}
