/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <string.h>

#include "license-fixture.h"

/*
 * @transaction: NULL for an export
 * @codes: NULL for not determined, "" for not listed
 * @base: answers given before
 * @answers: the answers the case is about
 * @rule: a rule whose line has the truth @truth; NULL for none looked at
 * @duty: a duty that follows, or NULL
 * @missing: what is asked for next, or NULL
 */
typedef struct {
  const char *name;
  const char *transaction;
  const char *codes;
  const char *destination;
  const char *base;
  const char *answers;
  LicetRequirementVerdict verdict;
  const char *rule;
  LicetTruth truth;
  const char *duty;
  const char *missing;
} UseCase;

#define NONE LICET_REQUIREMENT_NONE
#define FACTS LICET_REQUIREMENT_NEEDS_FACTS
#define LICENSE LICET_REQUIREMENT_LICENSE
#define PROHIBITED LICET_REQUIREMENT_PROHIBITED
#define CLEAR FIXTURE_NO_CONCERN
#define SERVICES                                                                                   \
  "eu.wmd.informed=no eu.wmd.aware=no eu.wmd.suspect=no eu.military.informed=no "                  \
  "eu.military.aware=no eu.military.suspect=no "                                                   \
  "eu.parts.informed=no eu.parts.aware=no eu.parts.suspect=no"
#define BROKER SERVICES " eu.broker.unlisted-national=no eu.broker.suspect-national=no"
#define ASSIST                                                                                     \
  SERVICES " eu.assistance.unlisted-national=no eu.assistance.suspect-national=no "                \
           "eu.assistance.exempt=no"
/* Sanctions acts looked through, nothing found. */
#define CHECKED CLEAR " eu.sanctions.prohibited=no eu.sanctions.authorisation=no"

/* Article 4 or 5 on an item that is not listed: informed, aware and suspect, each with what follows. */
#define LIMB(name, topic, destination, base, one, two, three, decision, national)                  \
  { name "/informed", NULL, "",        destination,           base, topic ".informed=yes",         \
    LICENSE,          one,  LICET_MET, "eu-apply-individual", NULL },                              \
      { name "/informed-not-said", NULL,  "",  destination,   base,                                \
        topic ".informed=?",       FACTS, one, LICET_UNKNOWN, NULL,                                \
        topic ".informed" },                                                                       \
      { name "/aware-waits-for-the-authority",                                                     \
        NULL,                                                                                      \
        "",                                                                                        \
        destination,                                                                               \
        base,                                                                                      \
        topic ".aware=yes",                                                                        \
        FACTS,                                                                                     \
        two,                                                                                       \
        LICET_UNKNOWN,                                                                             \
        "eu-notify-aware",                                                                         \
        decision },                                                                                \
      { name "/aware-and-authority-asks",                                                          \
        NULL,                                                                                      \
        "",                                                                                        \
        destination,                                                                               \
        base,                                                                                      \
        topic ".aware=yes " decision "=yes",                                                       \
        LICENSE,                                                                                   \
        two,                                                                                       \
        LICET_MET,                                                                                 \
        "eu-notify-aware",                                                                         \
        NULL },                                                                                    \
      { name "/aware-and-authority-does-not-ask",                                                  \
        NULL,                                                                                      \
        "",                                                                                        \
        destination,                                                                               \
        base,                                                                                      \
        topic ".aware=yes " decision "=no",                                                        \
        NONE,                                                                                      \
        two,                                                                                       \
        LICET_NOT_MET,                                                                             \
        "eu-notify-aware",                                                                         \
        NULL },                                                                                    \
      { name "/aware-not-said", NULL,  "",  destination,   base,                                   \
        topic ".aware=?",       FACTS, two, LICET_UNKNOWN, NULL,                                   \
        topic ".aware" },                                                                          \
      { name "/suspect-waits-for-national-law",                                                    \
        NULL,                                                                                      \
        "",                                                                                        \
        destination,                                                                               \
        base,                                                                                      \
        topic ".suspect=yes",                                                                      \
        FACTS,                                                                                     \
        three,                                                                                     \
        LICET_UNKNOWN,                                                                             \
        "eu-ask-authority",                                                                        \
        national },                                                                                \
      { name "/suspect-and-national-law-asks",                                                     \
        NULL,                                                                                      \
        "",                                                                                        \
        destination,                                                                               \
        base,                                                                                      \
        topic ".suspect=yes " national "=yes",                                                     \
        LICENSE,                                                                                   \
        three,                                                                                     \
        LICET_MET,                                                                                 \
        "eu-ask-authority",                                                                        \
        NULL },                                                                                    \
      { name "/suspect-and-national-law-does-not-ask",                                             \
        NULL,                                                                                      \
        "",                                                                                        \
        destination,                                                                               \
        base,                                                                                      \
        topic ".suspect=yes " national "=no",                                                      \
        NONE,                                                                                      \
        three,                                                                                     \
        LICET_NOT_MET,                                                                             \
        "eu-ask-authority",                                                                        \
        NULL },                                                                                    \
      { name "/suspect-not-said", NULL,  "",    destination,   base,                               \
        topic ".suspect=?",       FACTS, three, LICET_UNKNOWN, NULL,                               \
        topic ".suspect" }

#define SERVICE(name, kind, base, number, unlisted, suspect)                                       \
  { name "/informed", kind,      "3A001.a",           "SG", base, "eu.wmd.informed=yes", LICENSE,  \
    number "-1",      LICET_MET, "eu-apply-services", NULL },                                      \
      { name "/parts-informed",                                                                    \
        kind,                                                                                      \
        "3A001.a",                                                                                 \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.parts.informed=yes",                                                                   \
        LICENSE,                                                                                   \
        number "-1",                                                                               \
        LICET_MET,                                                                                 \
        "eu-records-services",                                                                     \
        NULL },                                                                                    \
      { name "/military-informed-for-any-destination",                                             \
        kind,                                                                                      \
        "3A001.a",                                                                                 \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.military.informed=yes",                                                                \
        LICENSE,                                                                                   \
        number "-1",                                                                               \
        LICET_MET,                                                                                 \
        NULL,                                                                                      \
        NULL },                                                                                    \
      { name "/military-informed-with-embargo",                                                    \
        kind,                                                                                      \
        "3A001.a",                                                                                 \
        "LB",                                                                                      \
        base,                                                                                      \
        "eu.military.informed=yes",                                                                \
        LICENSE,                                                                                   \
        number "-1",                                                                               \
        LICET_MET,                                                                                 \
        NULL,                                                                                      \
        NULL },                                                                                    \
      { name "/not-informed",  kind, "3A001.a", "SG", base, "", NONE, number "-1", LICET_NOT_MET,  \
        "eu-records-services", NULL },                                                             \
      { name "/informed-not-said", kind,  "3A001.a",   "SG",          base,                        \
        "eu.wmd.informed=?",       FACTS, number "-1", LICET_UNKNOWN, NULL,                        \
        "eu.wmd.informed" },                                                                       \
      { name "/aware",         kind,  "3A001.a",   "SG",          base,                            \
        "eu.wmd.aware=yes",    FACTS, number "-2", LICET_UNKNOWN, "eu-notify-aware",               \
        "eu.services.decision" },                                                                  \
      { name "/aware-and-decided",                                                                 \
        kind,                                                                                      \
        "3A001.a",                                                                                 \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.wmd.aware=yes eu.services.decision=yes",                                               \
        LICENSE,                                                                                   \
        number "-2",                                                                               \
        LICET_MET,                                                                                 \
        NULL,                                                                                      \
        NULL },                                                                                    \
      { name "/aware-and-decided-not",                                                             \
        kind,                                                                                      \
        "3A001.a",                                                                                 \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.wmd.aware=yes eu.services.decision=no",                                                \
        NONE,                                                                                      \
        number "-2",                                                                               \
        LICET_NOT_MET,                                                                             \
        NULL,                                                                                      \
        NULL },                                                                                    \
      { name "/unlisted-informed-without-national-law",                                            \
        kind,                                                                                      \
        "",                                                                                        \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.wmd.informed=yes",                                                                     \
        NONE,                                                                                      \
        number "-1",                                                                               \
        LICET_NOT_MET,                                                                             \
        NULL,                                                                                      \
        NULL },                                                                                    \
      { name "/unlisted-informed-with-national-law",                                               \
        kind,                                                                                      \
        "",                                                                                        \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.wmd.informed=yes " unlisted "=yes",                                                    \
        LICENSE,                                                                                   \
        NULL,                                                                                      \
        LICET_MET,                                                                                 \
        NULL,                                                                                      \
        NULL },                                                                                    \
      { name "/unlisted-informed-law-not-said",                                                    \
        kind,                                                                                      \
        "",                                                                                        \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.wmd.informed=yes " unlisted "=?",                                                      \
        FACTS,                                                                                     \
        NULL,                                                                                      \
        LICET_UNKNOWN,                                                                             \
        NULL,                                                                                      \
        unlisted },                                                                                \
      { name "/suspect-with-national-law",                                                         \
        kind,                                                                                      \
        "3A001.a",                                                                                 \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.parts.suspect=yes " suspect "=yes",                                                    \
        LICENSE,                                                                                   \
        NULL,                                                                                      \
        LICET_MET,                                                                                 \
        NULL,                                                                                      \
        NULL },                                                                                    \
      { name "/suspect-without-national-law",                                                      \
        kind,                                                                                      \
        "3A001.a",                                                                                 \
        "SG",                                                                                      \
        base,                                                                                      \
        "eu.parts.suspect=yes",                                                                    \
        NONE,                                                                                      \
        NULL,                                                                                      \
        LICET_MET,                                                                                 \
        NULL,                                                                                      \
        NULL },                                                                                    \
      { name "/not-determined", kind, NULL, "SG", base, "", FACTS, NULL, LICET_MET, NULL,          \
        "determination" }

static const UseCase use_cases[] = {
  { "article-3/listed-needs-an-authorisation", NULL, "3A001.a", "BR", CLEAR, "", LICENSE,
    "eu-art-3-1", LICET_MET, "eu-end-use-statement", NULL },
  { "article-3/not-listed-and-no-concern", NULL, "", "BR", CLEAR, "", NONE, "eu-art-3-1",
    LICET_NOT_MET, "eu-screen-parties", NULL },
  { "article-3/not-determined", NULL, NULL, "BR", CLEAR, "", FACTS, "eu-art-3-1", LICET_UNKNOWN,
    NULL, "determination" },
  LIMB ("article-4/wmd",
        "eu.wmd",
        "BR",
        CLEAR,
        "eu-art-4-1-a",
        "eu-art-4-2-a",
        "eu-art-4-3-a",
        "eu.authority.decision",
        "eu.suspect.national"),
  LIMB ("article-4/military",
        "eu.military",
        "LB",
        CLEAR,
        "eu-art-4-1-b",
        "eu-art-4-2-b",
        "eu-art-4-3-b",
        "eu.authority.decision",
        "eu.suspect.national"),
  LIMB ("article-4/parts",
        "eu.parts",
        "BR",
        CLEAR,
        "eu-art-4-1-c",
        "eu-art-4-2-c",
        "eu-art-4-3-c",
        "eu.authority.decision",
        "eu.suspect.national"),
  /* The question names the embargo; the program's own list of embargoes clears nobody who was told. */
  { "article-4/military/told-counts-for-any-destination", NULL, "", "BR", CLEAR,
    "eu.military.informed=yes", LICENSE, "eu-art-4-1-b", LICET_MET, NULL, NULL },
  { "article-4/military/knowledge-counts-for-any-destination", NULL, "", "BR", CLEAR,
    "eu.military.aware=yes", FACTS, "eu-art-4-2-b", LICET_UNKNOWN, "eu-notify-aware",
    "eu.authority.decision" },
  { "article-4/military/silence-is-not-no", NULL, "", "BR", CLEAR, "eu.military.informed=?", FACTS,
    "eu-art-4-1-b", LICET_UNKNOWN, NULL, "eu.military.informed" },
  { "article-4/military/doubtful-embargo", NULL, "", "CN", CLEAR,
    "eu.military.informed=yes eu.embargo.counts=no", LICENSE, "eu-art-4-1-b", LICET_MET, NULL,
    NULL },
  LIMB ("article-5",
        "eu.cyber",
        "BR",
        CLEAR " eu.cyber.item=yes eu.cyber.informed=no eu.cyber.aware=no eu.cyber.suspect=no",
        "eu-art-5-1",
        "eu-art-5-2",
        "eu-art-5-3",
        "eu.authority.decision",
        "eu.cyber.suspect-national"),
  { "article-5/only-cyber-surveillance", NULL, "", "BR", CLEAR, "eu.cyber.informed=yes", NONE,
    "eu-art-5-1", LICET_NOT_MET, NULL, NULL },
  { "article-5/item-not-said", NULL, "", "BR", CLEAR, "eu.cyber.item=?", FACTS, "eu-art-5-1",
    LICET_UNKNOWN, NULL, "eu.cyber.item" },
  { "article-9/national-list", NULL, "", "JP", CLEAR, "eu.national.listed=yes", LICENSE, "eu-art-9",
    LICET_MET, NULL, NULL },
  { "article-9/not-said", NULL, "", "JP", CLEAR, "eu.national.listed=?", FACTS, "eu-art-9",
    LICET_UNKNOWN, NULL, "eu.national.listed" },
  { "article-9/national-prohibition", NULL, "", "JP", CLEAR,
    "eu.national.listed=yes eu.national.prohibited=yes", PROHIBITED, "eu-art-9-prohibited",
    LICET_MET, NULL, NULL },
  { "article-9/prohibition-not-said", NULL, "", "JP", CLEAR, "eu.national.listed=yes", LICENSE,
    "eu-art-9-prohibited", LICET_UNKNOWN, NULL, "eu.national.prohibited" },
  { "article-10/other-list-and-informed", NULL, "", "JP", CLEAR,
    "eu.national.other=yes eu.national.informed=yes", LICENSE, "eu-art-10", LICET_MET, NULL, NULL },
  { "article-10/other-list-not-informed", NULL, "", "JP", CLEAR,
    "eu.national.other=yes eu.national.informed=no", NONE, "eu-art-10", LICET_NOT_MET, NULL, NULL },
  { "article-10/other-list-informed-not-said", NULL, "", "JP", CLEAR, "eu.national.other=yes",
    FACTS, "eu-art-10", LICET_UNKNOWN, NULL, "eu.national.informed" },
  { "article-10/not-said", NULL, "", "JP", CLEAR, "eu.national.other=?", FACTS, "eu-art-10",
    LICET_UNKNOWN, NULL, "eu.national.other" },
  SERVICE ("article-6",
           "brokering",
           BROKER,
           "eu-art-6",
           "eu.broker.unlisted-national",
           "eu.broker.suspect-national"),
  SERVICE ("article-8",
           "technical-assistance",
           ASSIST,
           "eu-art-8",
           "eu.assistance.unlisted-national",
           "eu.assistance.suspect-national"),
  { "article-8/free-in-eu001-destinations", "technical-assistance", "3A001.a", "JP", ASSIST,
    "eu.wmd.informed=yes", NONE, "eu-art-8-1", LICET_NOT_MET, NULL, NULL },
  { "article-8/exempt-assistance", "technical-assistance", "3A001.a", "SG", ASSIST,
    "eu.wmd.informed=yes eu.assistance.exempt=yes", NONE, "eu-art-8-1", LICET_NOT_MET, NULL, NULL },
  /* Article 8(3) is about paragraphs 1 and 2; national law on suspicion stands by itself. */
  { "article-8/suspicion-in-eu001-destinations", "technical-assistance", "3A001.a", "JP", ASSIST,
    "eu.wmd.suspect=yes eu.assistance.suspect-national=yes", LICENSE, "eu-art-8-5", LICET_MET, NULL,
    NULL },
  { "article-8/suspicion-and-exempt-assistance", "technical-assistance", "3A001.a", "SG", ASSIST,
    "eu.wmd.suspect=yes eu.assistance.suspect-national=yes eu.assistance.exempt=yes", LICENSE,
    "eu-art-8-5", LICET_MET, NULL, NULL },
  { "article-8/exemption-is-to-be-shown", "technical-assistance", "3A001.a", "SG", ASSIST,
    "eu.wmd.informed=yes eu.assistance.exempt=?", LICENSE, "eu-art-8-1", LICET_MET, NULL,
    "eu.assistance.exempt" },
  { "article-6/no-such-freedom-for-brokers", "brokering", "3A001.a", "JP", BROKER,
    "eu.wmd.informed=yes", LICENSE, "eu-art-6-1", LICET_MET, NULL, NULL },
  { "article-7/prohibited", "transit", "3A001.a", "SG", "", "eu.transit.prohibited=yes", PROHIBITED,
    "eu-art-7-1", LICET_MET, NULL, NULL },
  { "article-7/authorisation", "transit", "3A001.a", "SG", "",
    "eu.transit.prohibited=no eu.transit.authorisation=yes", LICENSE, "eu-art-7-2", LICET_MET,
    "eu-apply-transit", NULL },
  { "article-7/authorisation-while-prohibition-not-said", "transit", "3A001.a", "SG", "",
    "eu.transit.authorisation=yes", LICENSE, "eu-art-7-1", LICET_UNKNOWN, NULL,
    "eu.transit.prohibited" },
  { "article-7/neither", "transit", "3A001.a", "SG", "",
    "eu.transit.prohibited=no eu.transit.authorisation=no", NONE, "eu-art-7-1", LICET_NOT_MET, NULL,
    NULL },
  { "article-7/not-said", "transit", "3A001.a", "SG", "", "eu.transit.prohibited=no", FACTS,
    "eu-art-7-2", LICET_UNKNOWN, NULL, "eu.transit.authorisation" },
  { "article-7/not-determined", "transit", NULL, "SG", "",
    "eu.transit.prohibited=no eu.transit.authorisation=no", FACTS, NULL, LICET_MET, NULL,
    "determination" },
  /* Sanctions. */
  { "sanctions/russia-is-prohibited", NULL, "3A001.a", "RU", FIXTURE_CLEAN, "", PROHIBITED,
    "eu-ban-russia", LICET_MET, "eu-sanctions-exception", "eu.russia.exempt" },
  { "sanctions/russia-exception-leaves-the-requirement", NULL, "3A001.a", "RU", FIXTURE_CLEAN,
    "eu.russia.exempt=yes eu.sanctions.prohibited=no", LICENSE, "eu-ban-russia", LICET_NOT_MET,
    NULL, NULL },
  { "sanctions/russia-derogation-leaves-the-requirement", NULL, "3A001.a", "RU", FIXTURE_CLEAN,
    "eu.russia.derogation=yes eu.sanctions.prohibited=no", LICENSE, "eu-ban-russia-bars", LICET_MET,
    NULL, NULL },
  { "sanctions/russia-no-exception", NULL, "3A001.a", "RU", FIXTURE_CLEAN,
    "eu.russia.exempt=no eu.russia.derogation=no", PROHIBITED, "eu-ban-russia", LICET_MET, NULL,
    NULL },
  { "sanctions/russia-not-determined", NULL, NULL, "RU", FIXTURE_CLEAN, "", FACTS, "eu-ban-russia",
    LICET_UNKNOWN, NULL, "determination" },
  { "sanctions/russia-brokering", "brokering", "3A001.a", "RU", BROKER, "", PROHIBITED,
    "eu-ban-russia", LICET_MET, NULL, NULL },
  { "sanctions/russia-no-exception-for-brokers", "brokering", "3A001.a", "RU", BROKER,
    "eu.russia.exempt=yes eu.russia.derogation=yes", PROHIBITED, "eu-ban-russia", LICET_MET, NULL,
    NULL },
  { "sanctions/russia-exception-is-declared", NULL, "3A001.a", "RU", FIXTURE_CLEAN,
    "eu.russia.exempt=yes eu.sanctions.prohibited=no", LICENSE, "eu-russia-exception", LICET_MET,
    "eu-russia-exception", NULL },
  { "sanctions/russia-assistance", "technical-assistance", "3A001.a", "RU", ASSIST, "", PROHIBITED,
    "eu-ban-russia", LICET_MET, NULL, NULL },
  { "sanctions/russia-unlisted-is-not-cleared", NULL, "", "RU", CLEAR, "", FACTS,
    "eu-sanctions-prohibited", LICET_UNKNOWN, "eu-check-goods-sanctions",
    "eu.sanctions.prohibited" },
  { "sanctions/russia-unlisted-in-an-annex", NULL, "", "RU", CLEAR, "eu.sanctions.prohibited=yes",
    PROHIBITED, "eu-sanctions-prohibited", LICET_MET, NULL, NULL },
  { "sanctions/russia-unlisted-needs-their-authorisation", NULL, "", "RU", CLEAR,
    "eu.sanctions.prohibited=no eu.sanctions.authorisation=yes", LICENSE,
    "eu-sanctions-authorisation", LICET_MET, NULL, NULL },
  { "sanctions/russia-unlisted-in-no-annex", NULL, "", "RU", CHECKED, "", NONE,
    "eu-sanctions-prohibited", LICET_NOT_MET, NULL, NULL },
  { "sanctions/belarus-is-prohibited", NULL, "3A001.a", "BY", FIXTURE_CLEAN, "", PROHIBITED,
    "eu-ban-belarus", LICET_MET, NULL, "eu.belarus.exempt" },
  { "sanctions/north-korea-is-prohibited", NULL, "3A001.a", "KP", FIXTURE_CLEAN, "", PROHIBITED,
    "eu-ban-dprk", LICET_MET, NULL, "eu.dprk.exempt" },
  { "sanctions/iran-unlisted-is-not-cleared", NULL, "", "IR", CLEAR, "", FACTS,
    "eu-sanctions-prohibited", LICET_UNKNOWN, NULL, "eu.sanctions.prohibited" },
  { "sanctions/embargo-gives-a-line-and-a-duty", NULL, "", "LB", CLEAR, "", NONE, "eu-arms-embargo",
    LICET_MET, "eu-check-embargo", NULL },
  { "sanctions/ukraine-region-is-asked", NULL, "", "UA", CLEAR, "", FACTS,
    "eu-sanctions-prohibited", LICET_UNKNOWN, NULL, "eu.destination.occupied-region" },
  { "sanctions/ukraine-elsewhere", NULL, "", "UA", CLEAR, "eu.destination.occupied-region=no", NONE,
    "eu-ukraine-regions-named", LICET_MET, NULL, NULL },
  { "sanctions/ukraine-region", NULL, "", "UA", CLEAR, "eu.destination.occupied-region=yes", FACTS,
    "eu-ukraine-regions", LICET_MET, "eu-check-goods-sanctions", "eu.sanctions.prohibited" },
  /* Places. */
  { "places/northern-ireland-is-inside", NULL, "3A001.a", "GB", CLEAR,
    "eu.destination.northern-ireland=yes eu.transfer.onward=no", NONE, "eu-art-3-1", LICET_NOT_MET,
    "eu-commercial-documents", NULL },
  { "places/northern-ireland-and-onward", NULL, "3A001.a", "GB", CLEAR,
    "eu.destination.northern-ireland=yes eu.transfer.onward=yes eu.transfer.onward-national=yes",
    LICENSE, "eu-art-11-2", LICET_MET, NULL, NULL },
  { "places/northern-ireland-annex-iv", NULL, "1C239", "GB", CLEAR,
    "eu.destination.northern-ireland=yes", LICENSE, "eu-art-11-1-part-1", LICET_MET,
    "eu-apply-transfer", NULL },
  { "places/united-kingdom-is-outside", NULL, "3A001.a", "GB", CLEAR, "", LICENSE, "eu-art-3-1",
    LICET_MET, NULL, "eu.destination.northern-ireland" },
  { "places/heligoland-is-outside", NULL, "3A001.a", "DE", "",
    "eu.destination.outside-customs-territory=yes", LICENSE, "eu-art-3-1", LICET_MET, NULL, NULL },
  { "places/germany-is-asked", NULL, "3A001.a", "DE", "eu.transfer.onward=no", "", FACTS,
    "eu-art-3-1", LICET_UNKNOWN, NULL, "eu.destination.outside-customs-territory" },
  { "places/rest-of-germany", NULL, "3A001.a", "DE", "eu.transfer.onward=no",
    "eu.destination.outside-customs-territory=no", NONE, NULL, LICET_MET, NULL, NULL },
  { "places/monaco-is-inside", NULL, "3A001.a", "MC", "eu.transfer.onward=no", "", NONE, NULL,
    LICET_MET, NULL, NULL },
  { "places/greenland-is-outside", NULL, "3A001.a", "GL", CLEAR, "", LICENSE, "eu-art-3-1",
    LICET_MET, NULL, NULL },
};

static LicetRules *rules;

static void
test_use (gconstpointer data)
{
  const UseCase *test = data;
  g_autoptr (LicetRequirementQuery) query = licet_requirement_query_new (
      "EU", test->transaction != NULL ? test->transaction : "export", test->destination);
  g_autoptr (LicetRequirement) requirement = NULL;
  const LicetTrailLine *line;

  licet_requirement_query_set_item (query, "x", "thing");
  /* What is brokered lies in a third country. */
  licet_requirement_query_set_origin (
      query, g_strcmp0 (test->transaction, "brokering") == 0 ? "TW" : "DE");
  licet_requirement_query_set_permanence (query, "permanent");
  licet_requirement_query_set_party (query, "end-user", test->destination, "commercial");
  if (test->codes != NULL) {
    g_autoptr (LicetDetermination) determination = fixture_determine (test->codes, "");

    licet_requirement_query_set_determination (query, determination);
  }
  fixture_answer (query, test->base);
  fixture_answer (query, test->answers);
  requirement = fixture_require (rules, query);
  fixture_assert_verdict (requirement, test->verdict);
  if (test->rule != NULL) {
    line = fixture_find_line (requirement, test->rule);
    g_assert_nonnull (line);
    g_assert_cmpint (line->truth, ==, test->truth);
    g_assert_cmpstr (line->cite, !=, "");
  }
  if (test->duty != NULL)
    g_assert_true (fixture_has_duty (requirement, test->duty));
  if (test->missing != NULL)
    g_assert_true (fixture_misses (requirement, test->missing));
  for (guint i = 0; i < licet_requirement_get_authorisations (requirement)->len; i++) {
    const LicetAuthorisationResult *result =
        g_ptr_array_index (licet_requirement_get_authorisations (requirement), i);

    g_assert_cmpint (result->state, !=, LICET_AUTHORISATION_USABLE);
  }
}

/* Who buys counts like where it goes. */
static void
test_buyers_count (void)
{
  g_autoptr (LicetRequirementQuery) embargo = fixture_query ("", "AE", CLEAR);
  g_autoptr (LicetRequirementQuery) ban = fixture_query ("3A001.a.5.a.4", "JP", FIXTURE_CLEAN);
  g_autoptr (LicetRequirementQuery) nobody = licet_requirement_query_new ("EU", "export", "AE");
  g_autoptr (LicetDetermination) unlisted = fixture_determine ("", "");
  g_autoptr (LicetRequirement) requirement = NULL;
  g_autoptr (LicetRequirement) banned = NULL;
  g_autoptr (LicetRequirementQuery) detour = fixture_query ("", "KZ", CLEAR);
  g_autoptr (LicetRequirement) open = NULL;
  g_autoptr (LicetRequirementQuery) homeless = fixture_query ("", "AE", CLEAR);
  g_autoptr (LicetRequirement) unplaced = NULL;
  g_autoptr (LicetRequirement) unchecked = NULL;
  g_autoptr (LicetRequirement) prohibited = NULL;

  licet_requirement_query_set_party (embargo, "payer", "SD", "commercial");
  fixture_answer (embargo, "eu.military.informed=yes");
  requirement = fixture_require (rules, embargo);
  fixture_assert_verdict (requirement, LICET_REQUIREMENT_LICENSE);

  licet_requirement_query_set_party (ban, "intermediate", "RU", "commercial");
  banned = fixture_require (rules, ban);
  fixture_assert_verdict (banned, LICET_REQUIREMENT_PROHIBITED);

  licet_requirement_query_set_origin (nobody, "FR");
  licet_requirement_query_set_determination (nobody, unlisted);
  fixture_answer (nobody, CLEAR);
  open = fixture_require (rules, nobody);
  fixture_assert_verdict (open, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (open, "parties"));

  /* A party whose country nobody has said is not a party elsewhere. */
  licet_requirement_query_set_party (homeless, "ultimate-end-user", NULL, "commercial");
  unplaced = fixture_require (rules, homeless);
  fixture_assert_verdict (unplaced, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (unplaced, "parties"));

  /* An unlisted item that goes to somebody in Russia by way of Kazakhstan is no more cleared than one that goes there at once. */
  licet_requirement_query_set_party (detour, "ultimate-end-user", "RU", "commercial");
  unchecked = fixture_require (rules, detour);
  fixture_assert_verdict (unchecked, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (unchecked, "eu.sanctions.prohibited"));
  g_assert_true (fixture_has_duty (unchecked, "eu-check-goods-sanctions"));
  g_assert_cmpint (fixture_find_line (unchecked, "eu-goods-sanctions-party")->truth, ==, LICET_MET);
  fixture_answer (detour, "eu.sanctions.prohibited=yes");
  prohibited = fixture_require (rules, detour);
  fixture_assert_verdict (prohibited, LICET_REQUIREMENT_PROHIBITED);
}

/* A place outside the customs territory is no transfer, though the state is a Member State. */
static void
test_outside_the_customs_territory (void)
{
  g_autoptr (LicetRequirementQuery) query =
      fixture_query ("3A001.a", "DE", "eu.destination.outside-customs-territory=yes");
  g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);

  fixture_assert_verdict (requirement, LICET_REQUIREMENT_LICENSE);
  g_assert_false (fixture_misses (requirement, "eu.transfer.onward"));
  g_assert_false (fixture_has_duty (requirement, "eu-commercial-documents"));
  g_assert_false (fixture_has_duty (requirement, "eu-apply-transfer"));
}

static void
test_origin (void)
{
  g_autoptr (LicetRequirementQuery) outside = fixture_query ("3A001.a", "JP", FIXTURE_CLEAN);
  g_autoptr (LicetRequirementQuery) unsaid = fixture_query ("3A001.a", "JP", FIXTURE_CLEAN);
  g_autoptr (LicetRequirement) from_outside = NULL;
  g_autoptr (LicetRequirement) from_somewhere = NULL;
  g_autoptr (LicetRequirementQuery) brokered =
      licet_requirement_query_new ("EU", "brokering", "SG");
  g_autoptr (LicetDetermination) determination = fixture_determine ("3A001.a", "");
  g_autoptr (LicetRequirement) from_union = NULL;
  g_autoptr (LicetRequirement) from_taiwan = NULL;

  licet_requirement_query_set_origin (outside, "US");
  from_outside = fixture_require (rules, outside);
  fixture_assert_verdict (from_outside, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (from_outside, "transaction"));
  g_assert_cmpint (fixture_find_line (from_outside, "eu-not-from-the-union")->truth, ==, LICET_MET);

  /* And what lies in the Union is not brokered but exported. */
  licet_requirement_query_set_origin (brokered, "DE");
  licet_requirement_query_set_determination (brokered, determination);
  licet_requirement_query_set_party (brokered, "end-user", "SG", "commercial");
  fixture_answer (brokered, BROKER);
  from_union = fixture_require (rules, brokered);
  fixture_assert_verdict (from_union, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (from_union, "transaction"));
  licet_requirement_query_set_origin (brokered, "TW");
  from_taiwan = fixture_require (rules, brokered);
  fixture_assert_verdict (from_taiwan, LICET_REQUIREMENT_NONE);

  licet_requirement_query_set_origin (unsaid, NULL);
  from_somewhere = fixture_require (rules, unsaid);
  fixture_assert_verdict (from_somewhere, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (from_somewhere, "origin"));
}

/* What a determination did not look at, or looked at in another edition, is not cleared. */
static void
test_gaps_of_the_determination (void)
{
  g_autoptr (LicetRequirementQuery) query = fixture_query ("", "JP", CLEAR);
  g_autoptr (LicetDetermination) partial = fixture_determine ("", "0 1 2");
  g_autoptr (LicetDetermination) listed = fixture_determine ("3A001.a", "0 1 2");
  g_autoptr (LicetRequirement) open = NULL;
  g_autoptr (LicetRequirement) due = NULL;

  licet_requirement_query_set_determination (query, partial);
  open = fixture_require (rules, query);
  fixture_assert_verdict (open, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (open, "determination"));
  g_assert_nonnull (strstr (licet_requirement_get_sentence (open), "categories 0, 1, 2"));
  g_assert_nonnull (fixture_find_line (open, "determination-gap"));

  licet_requirement_query_set_determination (query, listed);
  due = fixture_require (rules, query);
  fixture_assert_verdict (due, LICET_REQUIREMENT_LICENSE);
  g_assert_nonnull (fixture_find_line (due, "determination-gap"));
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules = fixture_load_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (use_cases); i++) {
    g_autofree char *path = g_strconcat ("/license/end-use/", use_cases[i].name, NULL);

    g_test_add_data_func (path, &use_cases[i], test_use);
  }
  g_test_add_func ("/license/end-use/buyers-count", test_buyers_count);
  g_test_add_func ("/license/end-use/outside-the-customs-territory",
                   test_outside_the_customs_territory);
  g_test_add_func ("/license/end-use/origin", test_origin);
  g_test_add_func ("/license/end-use/gaps-of-the-determination", test_gaps_of_the_determination);
  status = g_test_run ();
  licet_rules_unref (rules);
  return status;
}
