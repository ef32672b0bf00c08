/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <string.h>

#include "license-fixture.h"

/* The lists of the law once more, held apart from the rule files: members, and those of which membership is asked. */
typedef struct {
  const char *group;
  const char *members;
  const char *unsure;
} GroupCase;

#define EU_MEMBER_STATES                                                                           \
  "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
#define REPAIR_AND_FAIR \
  "AL AR BA BR CL CN HK MO IN KZ MX ME MA MK RU RS SG ZA KR TN TR UA AE NC PF TF WF"

static const GroupCase group_cases[] = {
  { "eu-customs-territory", EU_MEMBER_STATES " AX GF GP MC MF MQ RE YT", "" },
  { "EU001", "AU CA CH GB IS JP LI NO NZ US", "AS BV CC CX GG GU HM IM JE MP NF PR SJ TK UM VI" },
  { "EU002", "AR ZA KR TR", "" },
  { "EU003", REPAIR_AND_FAIR, "BL PM" },
  { "EU004", REPAIR_AND_FAIR, "BL PM" },
  { "EU005", "AR CN HK MO IN ZA KR RU TR UA", "" },
  { "EU006", "AR KR TR UA", "" },
  { "EU007", "AR BR CL IN ID IL JO MY MX MA PH SG ZA KR TH TN", "" },
  { "EU008-excluded",
    "AF AM AZ BY KH CF CN HK MO CG CD EG ER GE IR IQ IL KZ KG LB LY MY ML MU MN MM KP OM PK QA RU "
    "SA SO SS SD SY TJ TM AE UZ VE "
    "YE ZW",
    "" },
  { "eu-arms-embargo", "AF BY CD CF HT IQ IR KP LB LY MM RU SD SO SS VE YE ZW",
    "AM AZ CN HK MO SY" },
  { "eu-goods-sanctions", "BY IR KP LY MM RU SY VE ZW", "" },
};

static LicetRules *rules;

static void
test_group (gconstpointer data)
{
  const GroupCase *test = data;
  g_auto (GStrv) members = g_strsplit (test->members, " ", -1);
  g_auto (GStrv) unsure = g_strsplit (test->unsure, " ", -1);
  const char *const *codes = licet_country_get_codes ();
  guint n = 0;

  for (guint i = 0; codes[i] != NULL; i++) {
    LicetTruth expected = LICET_NOT_MET;

    if (g_strv_contains ((const char *const *) members, codes[i])) {
      expected = LICET_MET;
      n++;
    } else if (g_strv_contains ((const char *const *) unsure, codes[i])) {
      expected = LICET_UNKNOWN;
    }
    if (licet_rules_destination_in (rules, codes[i], test->group) != expected)
      g_error ("%s: %s", test->group, codes[i]);
  }
  g_assert_cmpuint (n, ==, g_strv_length (members));
}

static void
test_unknown_is_never_no (void)
{
  g_assert_cmpint (licet_rules_destination_in (rules, "JP", "no-such-group"), ==, LICET_UNKNOWN);
  g_assert_cmpint (licet_rules_destination_in (rules, "Japan", "EU001"), ==, LICET_UNKNOWN);
  g_assert_cmpint (licet_rules_destination_in (rules, "jp", "EU001"), ==, LICET_UNKNOWN);
}

static void
test_doubt_is_asked (void)
{
  g_autoptr (LicetRequirementQuery) query = fixture_query ("3A001.a", "PR", FIXTURE_CLEAN);
  g_autoptr (LicetRequirement) open = fixture_require (rules, query);
  g_autoptr (LicetRequirement) counted = NULL;
  g_autoptr (LicetRequirement) not_counted = NULL;

  g_assert_cmpint (fixture_find_authorisation (open, "EU001")->state, ==, LICET_AUTHORISATION_OPEN);
  g_assert_true (fixture_misses (open, "eu.destination.territory"));
  fixture_answer (query, "eu.destination.territory=yes");
  counted = fixture_require (rules, query);
  fixture_assert_verdict (counted, LICET_REQUIREMENT_AUTHORIZED);
  fixture_answer (query, "eu.destination.territory=no");
  not_counted = fixture_require (rules, query);
  fixture_assert_verdict (not_counted, LICET_REQUIREMENT_LICENSE);
}

typedef struct {
  const char *name;
  const char *jurisdiction;
  const char *transaction;
  const char *destination;
  const char *origin;
  const char *party;
  const char *message;
} QueryCase;

static const QueryCase query_cases[] = {
  { "jurisdiction", "XX", "export", "JP", "DE", "JP", "no rules for the jurisdiction “XX”" },
  { "transaction", "EU", "gift", "JP", "DE", "JP", "no transaction “gift”" },
  { "destination", "EU", "export", "ZZ", "DE", "JP", "“ZZ”, the destination, is no country" },
  { "destination-name", "EU", "export", "Japan", "DE", "JP",
    "“Japan”, the destination, is no country" },
  { "origin", "EU", "export", "JP", "de", "JP", "“de”, the origin, is no country" },
  { "party", "EU", "export", "JP", "DE", "??", "“??”, the place of the end-user, is no country" },
};

static void
test_query (gconstpointer data)
{
  const QueryCase *test = data;
  g_autoptr (LicetRequirementQuery) query =
      licet_requirement_query_new (test->jurisdiction, test->transaction, test->destination);
  g_autoptr (GError) error = NULL;

  licet_requirement_query_set_origin (query, test->origin);
  licet_requirement_query_set_party (query, "end-user", test->party, NULL);
  g_assert_null (licet_requirement_new (rules, query, &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY);
  g_assert_nonnull (strstr (error->message, test->message));
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules = fixture_load_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (group_cases); i++) {
    g_autofree char *path =
        g_strconcat ("/license/destinations/as-the-law-lists-them/", group_cases[i].group, NULL);

    g_test_add_data_func (path, &group_cases[i], test_group);
  }
  for (guint i = 0; i < G_N_ELEMENTS (query_cases); i++) {
    g_autofree char *path =
        g_strconcat ("/license/destinations/refused/", query_cases[i].name, NULL);

    g_test_add_data_func (path, &query_cases[i], test_query);
  }
  g_test_add_func ("/license/destinations/unknown-is-never-no", test_unknown_is_never_no);
  g_test_add_func ("/license/destinations/doubt-is-asked", test_doubt_is_asked);
  status = g_test_run ();
  licet_rules_unref (rules);
  return status;
}
