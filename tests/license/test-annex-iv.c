/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <string.h>

#include "license-fixture.h"

typedef enum {
  PART_1,
  MTCR,
  PART_2,
} Part;

/*
 * @question: what the narrower words of Annex IV ask; NULL when the whole entry is meant
 * @inside: the answer that puts the item into Annex IV
 */
typedef struct {
  const char *code;
  const char *question;
  const char *inside;
  Part part;
} RowCase;

static const RowCase row_cases[] = {
  { "1C001", NULL, NULL, PART_1 },
  { "1C101", "eu.annex-iv.1c101", "yes", PART_1 },
  { "1D103", NULL, NULL, PART_1 },
  { "1E101", "eu.annex-iv.1e101", "yes", PART_1 },
  { "1E102", "eu.annex-iv.1e102", "yes", PART_1 },
  { "6B008", NULL, NULL, PART_1 },
  { "6B108", NULL, NULL, PART_1 },
  { "1A007.a", "eu.annex-iv.1a007", "yes", PART_1 },
  { "1A007.b", NULL, NULL, PART_1 },
  { "1C239", NULL, NULL, PART_1 },
  { "1E201", "eu.annex-iv.1e201-1c239", "yes", PART_1 },
  { "3A229", NULL, NULL, PART_1 },
  { "3A232", NULL, NULL, PART_1 },
  { "3E201", "eu.annex-iv.3e201-strategic", "yes", PART_1 },
  { "6A001.a.1.b.1", "eu.annex-iv.6a001-5khz", "yes", PART_1 },
  { "6A001.a.1.b.6", NULL, NULL, PART_1 },
  { "6A001.a.2.a.2", NULL, NULL, PART_1 },
  { "6A001.a.2.a.3", NULL, NULL, PART_1 },
  { "6A001.a.2.a.6", NULL, NULL, PART_1 },
  { "6A001.a.2.b", NULL, NULL, PART_1 },
  { "6A001.a.2.c", "eu.annex-iv.6a001-real-time", "yes", PART_1 },
  { "6A001.a.2.e.1", NULL, NULL, PART_1 },
  { "6A001.a.2.e.2", NULL, NULL, PART_1 },
  { "6A001.a.2.f", "eu.annex-iv.6a001-real-time", "yes", PART_1 },
  { "6D003.a", NULL, NULL, PART_1 },
  { "8A002.o.3.b", NULL, NULL, PART_1 },
  { "8E002.a", NULL, NULL, PART_1 },
  { "5A004.a", NULL, NULL, PART_1 },
  { "5D002.a.3.a", NULL, NULL, PART_1 },
  { "5D002.c.3.a", NULL, NULL, PART_1 },
  { "5E002.a", "eu.annex-iv.5e002", "yes", PART_1 },
  { "7A117", "eu.annex-iv.7a117", "no", MTCR },
  { "7B001", "eu.annex-iv.7b001", "yes", MTCR },
  { "7B003", "eu.annex-iv.7b003", "yes", MTCR },
  { "7B103.a", NULL, NULL, MTCR },
  { "7D101", "eu.annex-iv.7d101", "yes", MTCR },
  { "7E001", "eu.annex-iv.7e001", "yes", MTCR },
  { "7E002", "eu.annex-iv.7e002", "yes", MTCR },
  { "7E101", "eu.annex-iv.7e101", "yes", MTCR },
  { "9A004.a", "eu.annex-iv.9a004", "yes", MTCR },
  { "9A005", "eu.annex-iv.launcher-use", "yes", MTCR },
  { "9A007.a", "eu.annex-iv.launcher-use", "yes", MTCR },
  { "9A008.d", "eu.annex-iv.launcher-use", "yes", MTCR },
  { "9A104", "eu.annex-iv.9a104", "yes", MTCR },
  { "9A105.a", "eu.annex-iv.apogee", "no", MTCR },
  { "9A106.c", "eu.annex-iv.small-rocket", "no", MTCR },
  { "9A108.c", "eu.annex-iv.small-rocket", "no", MTCR },
  { "9A116", "eu.annex-iv.9a116", "no", MTCR },
  { "9A119", "eu.annex-iv.9a119", "yes", MTCR },
  { "9B115", "eu.annex-iv.9b115", "yes", MTCR },
  { "9B116", "eu.annex-iv.9b116", "yes", MTCR },
  { "9D101", "eu.annex-iv.9d101", "yes", MTCR },
  { "9E001", "eu.annex-iv.9e001", "yes", MTCR },
  { "9E002", "eu.annex-iv.9e002", "yes", MTCR },
  { "9E101", "eu.annex-iv.9e101", "yes", MTCR },
  { "9E102", "eu.annex-iv.9e102", "yes", MTCR },
  { "1C351.d.4", NULL, NULL, PART_2 },
  { "1C351.d.5", NULL, NULL, PART_2 },
  { "0A001", NULL, NULL, PART_2 },
  { "0A001.a", NULL, NULL, PART_2 },
  { "0B001", NULL, NULL, PART_2 },
  { "0B003.a", NULL, NULL, PART_2 },
  { "0B006", NULL, NULL, PART_2 },
  { "0C002", "eu.annex-iv.0c002", "yes", PART_2 },
  { "0C003", "eu.annex-iv.0c003", "yes", PART_2 },
  { "0D001", "eu.annex-iv.natural-uranium", "no", PART_2 },
  { "0E001", "eu.annex-iv.natural-uranium", "no", PART_2 },
  { "1B226", NULL, NULL, PART_2 },
  { "1B231", NULL, NULL, PART_2 },
  { "1B233", NULL, NULL, PART_2 },
  { "1C012.b", NULL, NULL, PART_2 },
  { "1C233", NULL, NULL, PART_2 },
  { "1C235", NULL, NULL, PART_2 },
  { "1E001", "eu.annex-iv.1e001", "yes", PART_2 },
  { "1E201", "eu.annex-iv.1e201-nsg", "yes", PART_2 },
  { "3A228.a", NULL, NULL, PART_2 },
  { "3A228.b", NULL, NULL, PART_2 },
  { "3A231", NULL, NULL, PART_2 },
  { "3E201", "eu.annex-iv.3e201-nsg", "yes", PART_2 },
  { "6A203.a", "eu.annex-iv.6a203", "yes", PART_2 },
  { "6A203.b", "eu.annex-iv.6a203", "yes", PART_2 },
  { "6A225", NULL, NULL, PART_2 },
  { "6A226", NULL, NULL, PART_2 },
};

/* What is not in Annex IV although something near it is. */
static const char *const outside[] = {
  "0C001",     "1A102",         "1A007",         "1C012.a",       "1C351.d.1",   "1C351.d.6",
  "1C450.a.1", "3A228.c",       "3A001.a.5.a.4", "5A004.b",       "5A002.a.1",   "5D002.a.1",
  "5D002.c.1", "6A001.a.1.b.2", "6A001.a.2.a.1", "6A001.a.2.a.4", "6A001.a.2.d", "6A001.a.2.e.3",
  "6A203.c",   "6D003.b",       "7A116",         "7B103.b",       "7E104",       "8A002.o.3.a",
  "8E002.b",   "9A004.b",       "9A007.b",       "9A008.a",       "9A105.b",     "9A106.d",
  "9A108.a",   "9A117",
};

#define CLEAN_TRANSFER "eu.transfer.onward=no eu.annex-iv.space-exemption=no"

static LicetRules *rules;

static char *
dup_answer (const RowCase *row,
            gboolean is_inside)
{
  gboolean is_yes = g_str_equal (row->inside, "yes") == is_inside;

  return g_strconcat (row->question, is_yes ? "=yes" : "=no", NULL);
}

static LicetRequirement *
require (const char *codes,
         const char *destination,
         const char *answers,
         const char *more)
{
  g_autoptr (LicetRequirementQuery) query = fixture_query (codes, destination, answers);

  if (more != NULL)
    fixture_answer (query, more);
  return fixture_require (rules, query);
}

static const char *
get_rule (Part part)
{
  static const char *const names[] = { "eu-art-11-1-part-1", "eu-art-11-1-mtcr",
                                       "eu-art-11-1-part-2" };

  return names[part];
}

static void
test_inside_needs_a_transfer_authorisation (gconstpointer data)
{
  const RowCase *row = data;
  g_autofree char *answer = row->question != NULL ? dup_answer (row, TRUE) : NULL;
  g_autoptr (LicetRequirement) transfer = require (row->code, "FR", CLEAN_TRANSFER, answer);
  g_autoptr (LicetRequirement) export = require (row->code, "JP", FIXTURE_CLEAN, answer);

  fixture_assert_verdict (transfer, LICET_REQUIREMENT_LICENSE);
  g_assert_cmpint (fixture_find_line (transfer, get_rule (row->part))->truth, ==, LICET_MET);
  g_assert_true (fixture_has_duty (transfer, "eu-apply-transfer"));
  g_assert_true (fixture_has_duty (transfer, "eu-commercial-documents"));
  g_assert_true (fixture_has_duty (transfer, "eu-records-transfer"));
  /* Annex IV is part of Section I: no general authorisation takes it out of the Union either. */
  fixture_assert_verdict (export, LICET_REQUIREMENT_LICENSE);
  g_assert_cmpint (
      fixture_find_condition (fixture_find_authorisation (export, "EU001"), "items")->truth, ==,
      LICET_NOT_MET);
}

static void
test_narrower_words_are_asked (gconstpointer data)
{
  const RowCase *row = data;
  g_autofree char *answer = dup_answer (row, FALSE);
  g_autoptr (LicetRequirement) open = require (row->code, "FR", CLEAN_TRANSFER, NULL);
  g_autoptr (LicetRequirement) open_export = require (row->code, "JP", FIXTURE_CLEAN, NULL);
  g_autoptr (LicetRequirement) out = NULL;

  fixture_assert_verdict (open, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (open, row->question));
  fixture_assert_verdict (open_export, LICET_REQUIREMENT_LICENSE);
  /* 1E201 and 3E201 stand in both parts, so each asks twice; Section I takes in 0C002, 0D001 and 0E001 whole. */
  if (g_str_equal (row->code, "1E201") || g_str_equal (row->code, "3E201")) {
    out = require (row->code, "FR",
                   CLEAN_TRANSFER " eu.annex-iv.1e201-nsg=no eu.annex-iv.1e201-1c239=no",
                   "eu.annex-iv.3e201-nsg=no eu.annex-iv.3e201-strategic=no");
  } else {
    out = require (row->code, "FR", CLEAN_TRANSFER, answer);
  }
  fixture_assert_verdict (out, LICET_REQUIREMENT_NONE);
}

static void
test_outside (gconstpointer data)
{
  const char *code = data;
  g_autoptr (LicetRequirement) requirement = require (code, "FR", CLEAN_TRANSFER, NULL);

  /* A code broader than a row leaves it open. */
  fixture_assert_verdict (requirement, g_str_equal (code, "1A007") ? LICET_REQUIREMENT_NEEDS_FACTS
                                                                   : LICET_REQUIREMENT_NONE);
}

static void
test_space_exemption_is_to_be_shown (void)
{
  g_autoptr (LicetRequirement) unsaid = require ("7B103.a", "FR", "eu.transfer.onward=no", NULL);
  g_autoptr (LicetRequirement) shown =
      require ("7B103.a", "FR", "eu.transfer.onward=no", "eu.annex-iv.space-exemption=yes");
  g_autoptr (LicetRequirement) other =
      require ("1C239", "FR", "eu.transfer.onward=no", "eu.annex-iv.space-exemption=yes");
  g_autoptr (LicetRequirement) export =
      require ("7B103.a", "JP", FIXTURE_CLEAN, "eu.annex-iv.space-exemption=yes");

  fixture_assert_verdict (unsaid, LICET_REQUIREMENT_LICENSE);
  g_assert_true (fixture_misses (unsaid, "eu.annex-iv.space-exemption"));
  fixture_assert_verdict (shown, LICET_REQUIREMENT_NONE);
  g_assert_nonnull (strstr (fixture_find_line (shown, "eu-art-11-1-mtcr")->text, "exemptions"));
  /* It is for missile technology, and for transfers. */
  fixture_assert_verdict (other, LICET_REQUIREMENT_LICENSE);
  fixture_assert_verdict (export, LICET_REQUIREMENT_LICENSE);
}

static void
test_other_items_move_freely (void)
{
  g_autoptr (LicetRequirement) listed =
      require ("3A001.a.5.a.4", "FR", "eu.transfer.onward=no", NULL);
  g_autoptr (LicetRequirement) unlisted = require ("", "FR", "eu.transfer.onward=no", NULL);
  g_autoptr (LicetRequirement) unsaid = require ("3A001.a.5.a.4", "FR", NULL, NULL);

  fixture_assert_verdict (listed, LICET_REQUIREMENT_NONE);
  g_assert_true (fixture_has_duty (listed, "eu-commercial-documents"));
  fixture_assert_verdict (unlisted, LICET_REQUIREMENT_NONE);
  g_assert_false (fixture_has_duty (unlisted, "eu-commercial-documents"));
  fixture_assert_verdict (unsaid, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (unsaid, "eu.transfer.onward"));
}

static void
test_onward_transfer (void)
{
  g_autoptr (LicetRequirement) asked = require ("3A001.a", "FR", "eu.transfer.onward=yes", NULL);
  g_autoptr (LicetRequirement) required =
      require ("3A001.a", "FR", "eu.transfer.onward=yes eu.transfer.onward-national=yes", NULL);
  g_autoptr (LicetRequirement) not_required =
      require ("3A001.a", "FR", "eu.transfer.onward=yes eu.transfer.onward-national=no", NULL);
  g_autoptr (LicetRequirementQuery) query =
      licet_requirement_query_new ("EU", "intra-union-transfer", "SG");
  g_autoptr (LicetDetermination) determination = fixture_determine ("3A001.a", "");
  g_autoptr (LicetRequirement) unlisted =
      require ("", "FR",
               FIXTURE_NO_CONCERN " eu.national.listed=yes eu.transfer.onward=yes "
                                  "eu.transfer.onward-national=yes",
               NULL);
  g_autoptr (LicetRequirement) known = NULL;
  g_autoptr (LicetRequirement) leaving = NULL;

  fixture_assert_verdict (asked, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (asked, "eu.transfer.onward-national"));
  fixture_assert_verdict (required, LICET_REQUIREMENT_LICENSE);
  fixture_assert_verdict (not_required, LICET_REQUIREMENT_NONE);
  /* Article 11(2) names Articles 5, 9 and 10 beside 3 and 4. */
  fixture_assert_verdict (unlisted, LICET_REQUIREMENT_LICENSE);

  /* A transfer whose destination is named outside the Union is an onward one without being asked. */
  licet_requirement_query_set_determination (query, determination);
  licet_requirement_query_set_origin (query, "DE");
  licet_requirement_query_set_party (query, "end-user", "SG", "commercial");
  fixture_answer (query, "eu.transfer.onward-national=yes");
  known = fixture_require (rules, query);
  fixture_assert_verdict (known, LICET_REQUIREMENT_LICENSE);
  g_assert_cmpint (fixture_find_line (known, "eu-art-11-2")->truth, ==, LICET_MET);

  /* And the leg that leaves the Union is not cleared as a transfer. */
  fixture_answer (query, "eu.transfer.onward-national=no");
  leaving = fixture_require (rules, query);
  fixture_assert_verdict (leaving, LICET_REQUIREMENT_NEEDS_FACTS);
  g_assert_true (fixture_misses (leaving, "transaction"));
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules = fixture_load_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (row_cases); i++) {
    g_autofree char *inside =
        g_strdup_printf ("/license/annex-iv/%s-%u/needs-an-authorisation", row_cases[i].code, i);
    g_autofree char *narrow =
        g_strdup_printf ("/license/annex-iv/%s-%u/narrower-words-are-asked", row_cases[i].code, i);

    g_test_add_data_func (inside, &row_cases[i], test_inside_needs_a_transfer_authorisation);
    if (row_cases[i].question != NULL)
      g_test_add_data_func (narrow, &row_cases[i], test_narrower_words_are_asked);
  }
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++) {
    g_autofree char *path = g_strconcat ("/license/annex-iv/outside/", outside[i], NULL);

    g_test_add_data_func (path, outside[i], test_outside);
  }
  g_test_add_func ("/license/annex-iv/space-exemption-is-to-be-shown",
                   test_space_exemption_is_to_be_shown);
  g_test_add_func ("/license/annex-iv/other-items-move-freely", test_other_items_move_freely);
  g_test_add_func ("/license/annex-iv/onward-transfer", test_onward_transfer);
  status = g_test_run ();
  licet_rules_unref (rules);
  return status;
}
