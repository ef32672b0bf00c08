/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <string.h>

#include "license-fixture.h"

/* For each authorisation an export that it covers, with every answer it asks for. */
typedef struct {
  const char *id;
  const char *codes;
  const char *destination;
  const char *permanence;
  const char *answers;
} BaseCase;

#define EU003_ANSWERS                                                                              \
  " eu003.reimported=yes eu003.unchanged=yes eu003.exchanged=no eu003.five-years=yes "             \
  "eu003.country-of-consignment=yes"                                                               \
  " eu003.original-authorisation=yes eu003.same-end-user=yes eu003.enhanced=no eu003.revoked=no "  \
  "eu003.other-end-use=no"
#define EU004_ANSWERS                                                                              \
  " eu004.exhibition=yes eu004.return=yes eu004.return-waived=no eu004.classified=no "             \
  "eu004.return-uncertain=no eu004.private=no"                                                     \
  " eu004.production=no eu004.in-use=no eu004.sale=no eu004.storage=no eu004.control-lost=no"
#define SECURITY_ANSWERS                                                                           \
  " eu.security-use.informed=no eu.security-use.aware=no eu.rights.informed=no "                   \
  "eu.rights.aware=no eu.security-body.aware=no"
#define EU007_ANSWERS                                                                              \
  " eu007.legal-person=yes eu007.subsidiary=no eu007.sister=yes eu007.parent-place=yes "           \
  "eu007.guarantee=yes"                                                                            \
  " eu007.development-only=yes eu007.control=yes eu007.return=yes eu007.icp=yes "                  \
  "eu007.re-export=no eu007.suspect=no"                                                            \
  " eu007.suspect-national=no" SECURITY_ANSWERS
#define EU008_ANSWERS                                                                              \
  " eu008.standards=yes eu008.government-standards=no eu008.changeable=no eu008.accredited=no "    \
  "eu008.classified=no"                                                                            \
  " eu008.re-export=no eu008.prohibited=no" SECURITY_ANSWERS

static const BaseCase base_cases[] = {
  { "EU001", "3A001.a.5.a.4", "JP", "permanent", FIXTURE_CLEAN },
  { "EU002", "3A001.a.3", "KR", "permanent", FIXTURE_CLEAN },
  { "EU003", "3A001.a.5.a.4", "SG", "permanent", FIXTURE_CLEAN EU003_ANSWERS },
  { "EU004", "3A001.a.5.a.4", "SG", "temporary", FIXTURE_CLEAN EU004_ANSWERS },
  { "EU005", "5A001.c", "IN", "permanent",
    FIXTURE_CLEAN " eu.interception.informed=no eu.interception.aware=no eu005.re-export=no" },
  { "EU006", "1C350.1", "KR", "permanent", FIXTURE_CLEAN " eu006.re-export=no" },
  { "EU007", "3E001", "IN", "permanent", FIXTURE_CLEAN EU007_ANSWERS },
  { "EU008", "5A002.a.2", "BR", "permanent", FIXTURE_CLEAN EU008_ANSWERS },
};

/* A condition that hangs on one question. */
typedef struct {
  const char *authorisation;
  const char *condition;
  const char *question;
} SimpleCase;

#define ARTICLE_4(id, prefix)                                                                      \
  { id, prefix ".wmd-informed", "eu.wmd.informed" },                                               \
      { id, prefix ".military-informed", "eu.military.informed" },                                 \
      { id, prefix ".parts-informed", "eu.parts.informed" },                                       \
      { id, prefix ".wmd-aware", "eu.wmd.aware" },                                                 \
      { id, prefix ".military-aware", "eu.military.aware" },                                       \
      { id, prefix ".parts-aware", "eu.parts.aware" }
#define SECURITY(id, prefix)                                                                       \
  { id, prefix ".wmd-informed", "eu.wmd.informed" },                                               \
      { id, prefix ".security-use-informed", "eu.security-use.informed" },                         \
      { id, prefix ".parts-informed", "eu.parts.informed" },                                       \
      { id, prefix ".rights-informed", "eu.rights.informed" },                                     \
      { id, prefix ".wmd-aware", "eu.wmd.aware" },                                                 \
      { id, prefix ".security-use-aware", "eu.security-use.aware" },                               \
      { id, prefix ".parts-aware", "eu.parts.aware" },                                             \
      { id, prefix ".rights-aware", "eu.rights.aware" },                                           \
      { id, prefix ".security-body", "eu.security-body.aware" }

static const SimpleCase simple_cases[] = {
  ARTICLE_4 ("EU001", "eu001"),
  { "EU001", "eu001.free-zone", "eu.free-zone" },
  ARTICLE_4 ("EU002", "eu002"),
  { "EU002", "eu002.free-zone", "eu.free-zone" },
  ARTICLE_4 ("EU003", "eu003"),
  { "EU003", "eu003.free-zone", "eu.free-zone" },
  { "EU003", "eu003.reimported", "eu003.reimported" },
  { "EU003", "eu003.five-years", "eu003.five-years" },
  { "EU003", "eu003.country-of-consignment", "eu003.country-of-consignment" },
  { "EU003", "eu003.original-authorisation", "eu003.original-authorisation" },
  { "EU003", "eu003.same-end-user", "eu003.same-end-user" },
  { "EU003", "eu003.enhanced", "eu003.enhanced" },
  { "EU003", "eu003.revoked", "eu003.revoked" },
  { "EU003", "eu003.other-end-use", "eu003.other-end-use" },
  ARTICLE_4 ("EU004", "eu004"),
  { "EU004", "eu004.free-zone", "eu.free-zone" },
  { "EU004", "eu004.exhibition", "eu004.exhibition" },
  { "EU004", "eu004.return", "eu004.return" },
  { "EU004", "eu004.classified", "eu004.classified" },
  { "EU004", "eu004.return-uncertain", "eu004.return-uncertain" },
  { "EU004", "eu004.private", "eu004.private" },
  { "EU004", "eu004.production", "eu004.production" },
  { "EU004", "eu004.in-use", "eu004.in-use" },
  { "EU004", "eu004.sale", "eu004.sale" },
  { "EU004", "eu004.storage", "eu004.storage" },
  { "EU004", "eu004.control", "eu004.control-lost" },
  ARTICLE_4 ("EU005", "eu005"),
  { "EU005", "eu005.free-zone", "eu.free-zone" },
  { "EU005", "eu005.interception-informed", "eu.interception.informed" },
  { "EU005", "eu005.interception-aware", "eu.interception.aware" },
  { "EU005", "eu005.re-export", "eu005.re-export" },
  ARTICLE_4 ("EU006", "eu006"),
  { "EU006", "eu006.free-zone", "eu.free-zone" },
  { "EU006", "eu006.re-export", "eu006.re-export" },
  SECURITY ("EU007", "eu007"),
  { "EU007", "eu007.legal-person", "eu007.legal-person" },
  { "EU007", "eu007.group", "eu007.sister" },
  { "EU007", "eu007.parent-place", "eu007.parent-place" },
  { "EU007", "eu007.guarantee", "eu007.guarantee" },
  { "EU007", "eu007.development-only", "eu007.development-only" },
  { "EU007", "eu007.control", "eu007.control" },
  { "EU007", "eu007.return", "eu007.return" },
  { "EU007", "eu007.icp", "eu007.icp" },
  { "EU007", "eu007.re-export", "eu007.re-export" },
  SECURITY ("EU008", "eu008"),
  { "EU008", "eu008.free-zone", "eu.free-zone" },
  { "EU008", "eu008.standards", "eu008.standards" },
  { "EU008", "eu008.government-standards", "eu008.government-standards" },
  { "EU008", "eu008.changeable", "eu008.changeable" },
  { "EU008", "eu008.accredited", "eu008.accredited" },
  { "EU008", "eu008.classified", "eu008.classified" },
  { "EU008", "eu008.re-export", "eu008.re-export" },
  { "EU008", "eu008.prohibited", "eu008.prohibited" },
};

/* An answer or two that leave the authorisation in another state. */
typedef struct {
  const char *name;
  const char *authorisation;
  const char *answers;
  LicetAuthorisationState state;
  const char *condition; /* the one that decides; NULL when it stays usable */
} TurnCase;

static const TurnCase turn_cases[] = {
  { "exchange-is-enough", "EU003", "eu003.unchanged=no eu003.exchanged=yes",
    LICET_AUTHORISATION_USABLE, NULL },
  { "neither-unchanged-nor-exchanged", "EU003", "eu003.unchanged=no", LICET_AUTHORISATION_UNUSABLE,
    "eu003.unchanged-or-exchanged" },
  { "unchanged-not-said", "EU003", "eu003.unchanged=? eu003.exchanged=?", LICET_AUTHORISATION_OPEN,
    "eu003.unchanged-or-exchanged" },
  { "return-may-be-waived", "EU004", "eu004.return=no eu004.return-waived=yes",
    LICET_AUTHORISATION_USABLE, NULL },
  { "subsidiary-needs-no-guarantee", "EU007",
    "eu007.subsidiary=yes eu007.sister=no eu007.guarantee=no", LICET_AUTHORISATION_USABLE, NULL },
  { "sister-needs-a-guarantee", "EU007", "eu007.guarantee=no", LICET_AUTHORISATION_UNUSABLE,
    "eu007.guarantee" },
  { "neither-subsidiary-nor-sister", "EU007", "eu007.sister=no", LICET_AUTHORISATION_UNUSABLE,
    "eu007.group" },
  { "suspicion-without-national-law", "EU007", "eu007.suspect=yes", LICET_AUTHORISATION_USABLE,
    NULL },
  { "suspicion-with-national-law", "EU007", "eu007.suspect=yes eu007.suspect-national=yes",
    LICET_AUTHORISATION_UNUSABLE, "eu007.suspect-national" },
  { "suspicion-and-law-not-said", "EU007", "eu007.suspect=? eu007.suspect-national=?",
    LICET_AUTHORISATION_OPEN, "eu007.suspect-national" },
  { "forbidden-by-the-authority", "EU001", "eu.gea.forbidden=yes", LICET_AUTHORISATION_UNUSABLE,
    "eu-art-12-7" },
  { "forbidden-or-not-is-not-said", "EU001", "eu.gea.forbidden=?", LICET_AUTHORISATION_OPEN,
    "eu-art-12-7" },
  { "forbidden-bars-every-one", "EU008", "eu.gea.forbidden=yes", LICET_AUTHORISATION_UNUSABLE,
    "eu-art-12-7" },
};

static LicetRules *rules;

static const BaseCase *
find_base (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (base_cases); i++)
    if (g_str_equal (base_cases[i].id, id))
      return &base_cases[i];
  g_assert_not_reached ();
}

static LicetRequirementQuery *
make_base_query (const BaseCase *base,
                 const char *answers)
{
  LicetRequirementQuery *query = fixture_query (base->codes, base->destination, base->answers);

  licet_requirement_query_set_permanence (query, base->permanence);
  if (answers != NULL)
    fixture_answer (query, answers);
  return query;
}

static gboolean
is_simple (const char *authorisation,
           const char *condition)
{
  for (guint i = 0; i < G_N_ELEMENTS (simple_cases); i++)
    if (g_str_equal (simple_cases[i].authorisation, authorisation) &&
        g_str_equal (simple_cases[i].condition, condition))
      return TRUE;
  return FALSE;
}

static void
test_usable (gconstpointer data)
{
  static const char *const others[] = { "items",
                                        "destination",
                                        "eu001.end-user",
                                        "eu002.end-user",
                                        "eu003.end-user",
                                        "eu004.end-user",
                                        "eu005.end-user",
                                        "eu006.end-user",
                                        "eu007.end-user",
                                        "eu008.end-user",
                                        "eu003.unchanged-or-exchanged",
                                        "eu004.temporary",
                                        "eu007.suspect-national",
                                        "eu008.other-entry",
                                        NULL };
  const BaseCase *base = data;
  g_autoptr (LicetRequirementQuery) query = make_base_query (base, NULL);
  g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);
  const LicetAuthorisationResult *result = fixture_find_authorisation (requirement, base->id);
  g_autofree char *declare = g_ascii_strdown (base->id, -1);
  g_autofree char *duty = g_strconcat (declare, "-declare", NULL);

  fixture_assert_verdict (requirement, LICET_REQUIREMENT_AUTHORIZED);
  g_assert_cmpint (result->state, ==, LICET_AUTHORISATION_USABLE);
  g_assert_true (fixture_has_duty (requirement, duty));
  g_assert_true (fixture_has_duty (requirement, "eu-records"));
  g_assert_nonnull (strstr (licet_requirement_get_sentence (requirement), base->id));
  g_assert_nonnull (fixture_find_line (requirement, base->id));
  g_assert_null (licet_requirement_get_missing (requirement)[0]);
  /* No condition without a case of its own. */
  for (guint i = 0; i < result->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (result->conditions, i);

    if (!is_simple (base->id, condition->id) && !g_strv_contains (others, condition->id))
      g_error ("%s has no case", condition->id);
  }
}

static void
test_fails (gconstpointer data)
{
  const SimpleCase *test = data;
  const BaseCase *base = find_base (test->authorisation);
  g_autoptr (LicetRequirementQuery) query = make_base_query (base, NULL);
  g_autoptr (LicetRequirement) before = fixture_require (rules, query);
  const LicetConditionResult *condition =
      fixture_find_condition (fixture_find_authorisation (before, base->id), test->condition);
  gboolean is_bar = g_str_equal (condition->mode, "cannot");
  g_autofree char *answer = g_strconcat (test->question, is_bar ? "=yes" : "=no", NULL);
  g_autoptr (LicetRequirement) after = NULL;
  const LicetAuthorisationResult *result;

  g_assert_cmpint (condition->truth, ==, is_bar ? LICET_NOT_MET : LICET_MET);
  fixture_answer (query, answer);
  after = fixture_require (rules, query);
  result = fixture_find_authorisation (after, base->id);
  condition = fixture_find_condition (result, test->condition);
  g_assert_cmpint (condition->truth, ==, is_bar ? LICET_MET : LICET_NOT_MET);
  g_assert_cmpint (result->state, ==, LICET_AUTHORISATION_UNUSABLE);
  fixture_assert_verdict (after, LICET_REQUIREMENT_LICENSE);
}

static void
test_stays_open (gconstpointer data)
{
  const SimpleCase *test = data;
  const BaseCase *base = find_base (test->authorisation);
  g_autofree char *answer = g_strconcat (test->question, "=?", NULL);
  g_autoptr (LicetRequirementQuery) query = make_base_query (base, answer);
  g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);
  const LicetAuthorisationResult *result = fixture_find_authorisation (requirement, base->id);
  const LicetConditionResult *condition = fixture_find_condition (result, test->condition);

  g_assert_cmpint (condition->truth, ==, LICET_UNKNOWN);
  g_assert_true (g_strv_contains ((const char *const *) condition->missing, test->question));
  g_assert_cmpint (result->state, ==, LICET_AUTHORISATION_OPEN);
  g_assert_true (fixture_misses (requirement, test->question));
  fixture_assert_verdict (requirement, LICET_REQUIREMENT_LICENSE);
  g_assert_false (fixture_has_duty (requirement, "eu-first-use-30-days"));
}

static void
test_turn (gconstpointer data)
{
  const TurnCase *test = data;
  g_autoptr (LicetRequirementQuery) query =
      make_base_query (find_base (test->authorisation), test->answers);
  g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);
  const LicetAuthorisationResult *result =
      fixture_find_authorisation (requirement, test->authorisation);
  const LicetConditionResult *condition;
  LicetTruth failed;

  g_assert_cmpint (result->state, ==, test->state);
  if (test->condition == NULL)
    return;
  condition = fixture_find_condition (result, test->condition);
  failed = g_str_equal (condition->mode, "cannot") ? LICET_MET : LICET_NOT_MET;
  g_assert_cmpint (condition->truth, ==,
                   test->state == LICET_AUTHORISATION_OPEN ? LICET_UNKNOWN : failed);
}

static void
test_permanent_export_is_no_fair (void)
{
  const BaseCase *base = find_base ("EU004");
  g_autoptr (LicetRequirementQuery) query = make_base_query (base, NULL);
  g_autoptr (LicetRequirement) permanent = NULL;
  g_autoptr (LicetRequirement) unsaid = NULL;

  licet_requirement_query_set_permanence (query, "permanent");
  permanent = fixture_require (rules, query);
  g_assert_cmpint (fixture_find_authorisation (permanent, "EU004")->state, ==,
                   LICET_AUTHORISATION_UNUSABLE);
  licet_requirement_query_set_permanence (query, NULL);
  unsaid = fixture_require (rules, query);
  g_assert_cmpint (fixture_find_authorisation (unsaid, "EU004")->state, ==,
                   LICET_AUTHORISATION_OPEN);
  g_assert_true (fixture_misses (unsaid, "permanence"));
}

/* The kind of a party speaks whatever was answered; an unknown kind is no civil one. */
static void
test_security_body_by_its_kind (void)
{
  static const char *const kinds[] = { "military", "police", "intelligence" };
  static const char *const ids[] = { "EU007", "EU008" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    const BaseCase *base = find_base (ids[i]);
    g_autoptr (LicetRequirementQuery) unknown = make_base_query (base, NULL);
    g_autoptr (LicetRequirement) open = NULL;

    for (guint j = 0; j < G_N_ELEMENTS (kinds); j++) {
      g_autoptr (LicetRequirementQuery) query = make_base_query (base, NULL);
      g_autoptr (LicetRequirement) requirement = NULL;

      licet_requirement_query_set_party (query, "consignee", base->destination, kinds[j]);
      requirement = fixture_require (rules, query);
      g_assert_cmpint (fixture_find_authorisation (requirement, ids[i])->state, ==,
                       LICET_AUTHORISATION_UNUSABLE);
    }
    licet_requirement_query_set_party (unknown, "consignee", base->destination, "unknown");
    open = fixture_require (rules, unknown);
    g_assert_cmpint (fixture_find_authorisation (open, ids[i])->state, ==,
                     LICET_AUTHORISATION_OPEN);
    g_assert_true (fixture_misses (open, "parties"));
  }
}

/* A recipient on the way does not make the destination of one who uses the item elsewhere. */
static void
test_end_user_elsewhere (void)
{
  static const char *const ids[] = { "EU001", "EU002", "EU003", "EU004",
                                     "EU005", "EU006", "EU007", "EU008" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    const BaseCase *base = find_base (ids[i]);
    g_autofree char *name = g_ascii_strdown (ids[i], -1);
    g_autofree char *condition = g_strconcat (name, ".end-user", NULL);
    g_autoptr (LicetRequirementQuery) query = make_base_query (base, NULL);
    g_autoptr (LicetRequirementQuery) nobody =
        licet_requirement_query_new ("EU", "export", base->destination);
    g_autoptr (LicetDetermination) determination = fixture_determine (base->codes, "");
    g_autoptr (LicetRequirement) requirement = NULL;
    g_autoptr (LicetRequirement) open = NULL;

    licet_requirement_query_set_party (query, "ultimate-end-user", "PK", "commercial");
    requirement = fixture_require (rules, query);
    g_assert_cmpint (fixture_find_authorisation (requirement, ids[i])->state, ==,
                     LICET_AUTHORISATION_UNUSABLE);
    g_assert_cmpint (
        fixture_find_condition (fixture_find_authorisation (requirement, ids[i]), condition)->truth,
        ==, i + 1 < G_N_ELEMENTS (ids) ? LICET_NOT_MET : LICET_MET);

    licet_requirement_query_set_origin (nobody, "DE");
    licet_requirement_query_set_permanence (nobody, base->permanence);
    licet_requirement_query_set_determination (nobody, determination);
    fixture_answer (nobody, base->answers);
    open = fixture_require (rules, nobody);
    g_assert_cmpint (fixture_find_authorisation (open, ids[i])->state, ==,
                     LICET_AUTHORISATION_OPEN);
  }
}

/* Who was told of a military end-use is not cleared because the program knows of no embargo on the destination. */
static void
test_military_limb_needs_no_known_embargo (void)
{
  static const char *const ids[] = { "EU001", "EU002", "EU003", "EU004", "EU005", "EU006" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    const BaseCase *base = find_base (ids[i]);
    g_autoptr (LicetRequirementQuery) query =
        fixture_query (base->codes, base->destination, base->answers);
    g_autoptr (LicetRequirement) requirement = NULL;

    licet_requirement_query_set_permanence (query, base->permanence);
    fixture_answer (query, "eu.military.informed=yes eu.military.aware=?");
    requirement = fixture_require (rules, query);
    g_assert_cmpint (fixture_find_authorisation (requirement, ids[i])->state, ==,
                     LICET_AUTHORISATION_UNUSABLE);
  }
}

static void
test_duties (void)
{
  static const struct {
    const char *authorisation;
    const char *duty;
  } duties[] = {
    { "EU001", "eu-first-use-30-days" },  { "EU001", "eu-national-registration" },
    { "EU001", "eu-national-reporting" }, { "EU002", "eu-first-use-30-days" },
    { "EU003", "eu-first-use-30-days" },  { "EU003", "eu003-evidence" },
    { "EU004", "eu-first-use-30-days" },  { "EU004", "eu004-return" },
    { "EU005", "eu-first-use-30-days" },  { "EU006", "eu-first-use-30-days" },
    { "EU007", "eu007-register" },        { "EU007", "eu007-notify" },
    { "EU007", "eu007-report" },          { "EU007", "eu007-icp" },
    { "EU008", "eu008-register" },        { "EU008", "eu008-notify" },
    { "EU008", "eu008-technical-data" },  { "EU008", "eu008-report" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (duties); i++) {
    g_autoptr (LicetRequirementQuery) query =
        make_base_query (find_base (duties[i].authorisation), NULL);
    g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);

    g_assert_true (fixture_has_duty (requirement, duties[i].duty));
    g_assert_true (fixture_has_duty (requirement, "eu-screen-parties"));
  }
}

static void
test_order_is_usable_open_unusable (void)
{
  g_autoptr (LicetRequirementQuery) query = make_base_query (find_base ("EU004"), NULL);
  g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);
  GPtrArray *results = licet_requirement_get_authorisations (requirement);
  LicetAuthorisationState last = LICET_AUTHORISATION_USABLE;

  g_assert_cmpuint (results->len, ==, 8);
  for (guint i = 0; i < results->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (results, i);
    const LicetConditionResult *first = g_ptr_array_index (result->conditions, 0);
    const LicetConditionResult *second = g_ptr_array_index (result->conditions, 1);

    g_assert_cmpint (result->state, <=, last);
    last = result->state;
    g_assert_cmpstr (first->id, ==, "items");
    g_assert_cmpstr (second->id, ==, "destination");
    g_assert_true (g_str_has_suffix (result->why, "."));
  }
}

static void
add_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (base_cases); i++) {
    g_autofree char *path = g_strdup_printf (
        "/license/authorisations/%s/usable-when-all-is-answered", base_cases[i].id);

    g_test_add_data_func (path, &base_cases[i], test_usable);
  }
  for (guint i = 0; i < G_N_ELEMENTS (simple_cases); i++) {
    const SimpleCase *test = &simple_cases[i];
    g_autofree char *fails = g_strdup_printf ("/license/authorisations/%s/%s/fails",
                                              test->authorisation, test->condition);
    g_autofree char *open = g_strdup_printf ("/license/authorisations/%s/%s/open",
                                             test->authorisation, test->condition);

    g_test_add_data_func (fails, test, test_fails);
    g_test_add_data_func (open, test, test_stays_open);
  }
  for (guint i = 0; i < G_N_ELEMENTS (turn_cases); i++) {
    g_autofree char *path = g_strdup_printf ("/license/authorisations/turn/%s", turn_cases[i].name);

    g_test_add_data_func (path, &turn_cases[i], test_turn);
  }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules = fixture_load_rules ();

  add_cases ();
  g_test_add_func ("/license/authorisations/EU004/permanent-export-is-no-fair",
                   test_permanent_export_is_no_fair);
  g_test_add_func ("/license/authorisations/security-body-by-its-kind",
                   test_security_body_by_its_kind);
  g_test_add_func ("/license/authorisations/end-user-elsewhere", test_end_user_elsewhere);
  g_test_add_func ("/license/authorisations/military-limb-needs-no-known-embargo",
                   test_military_limb_needs_no_known_embargo);
  g_test_add_func ("/license/authorisations/duties", test_duties);
  g_test_add_func ("/license/authorisations/order-is-usable-open-unusable",
                   test_order_is_usable_open_unusable);
  status = g_test_run ();
  licet_rules_unref (rules);
  return status;
}
