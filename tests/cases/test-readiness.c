/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "cases-fixture.h"

#define SG "converter-board-singapore"
#define JP "converter-board-japan"

/* A sample with something changed, and the finding that this provokes. */
typedef struct {
  const char *id;
  LicetReadinessGrade grade;
  LicetSection section;
  const char *sample;
  Patch patches[MAX_PATCHES];
} Row;

#define ROW(id, grade, section, ...)                                                               \
  { id, LICET_READINESS_##grade, LICET_SECTION_##section, __VA_ARGS__ }

static const Row rows[] = {
  ROW ("transaction.incomplete", OPEN, TRANSACTION, SG, { { "/transaction/currency", NULL } }),
  ROW ("fact.explained",
       FINE,
       TRANSACTION,
       SG,
       { { "/transaction/permanence", NULL },
         { "/missing-because", "{\"transaction.permanence\": \"Not agreed yet\"}" } }),
  ROW ("transaction.no-jurisdiction",
       OPEN,
       TRANSACTION,
       SG,
       { { "/transaction/jurisdictions", "[]" } }),
  ROW ("transaction.not-covered",
       OPEN,
       TRANSACTION,
       SG,
       { { "/transaction/jurisdictions", "[\"EU\", \"XX\"]" } }),
  ROW ("transaction.contract-ahead",
       CONFLICT,
       TRANSACTION,
       SG,
       { { "/transaction/contract/date", "\"2027-01-01\"" } }),
  ROW ("transaction.ship-before-contract",
       CONFLICT,
       TRANSACTION,
       SG,
       { { "/transaction/ship-on", "\"2026-11-01\"" } }),
  ROW ("transaction.ship-past",
       OPEN,
       TRANSACTION,
       SG,
       { { "/transaction/ship-on", "\"2026-11-23\"" } }),
  ROW ("transaction.no-return",
       OPEN,
       TRANSACTION,
       SG,
       { { "/transaction/permanence", "\"temporary\"" } }),
  ROW ("transaction.return-before-ship",
       CONFLICT,
       TRANSACTION,
       SG,
       { { "/transaction/permanence", "\"temporary\"" },
         { "/transaction/return-by", "\"2027-03-14\"" } }),
  ROW ("transaction.total",
       CONFLICT,
       TRANSACTION,
       SG,
       { { "/transaction/contract/value", "\"28320.01\"" } }),
  ROW ("items.none", OPEN, ITEMS, SG, { { "/items", "[]" } }),
  ROW ("item.incomplete", OPEN, ITEMS, SG, { { "/items/0/quantity", NULL } }),
  ROW ("item.undetermined", OPEN, ITEMS, SG, { { "/items/0/determinations", "[]" } }),
  ROW ("item.stale",
       CONFLICT,
       ITEMS,
       SG,
       { { "/items/0/classification/facts/sample-rate", "\"300 MS/s\"" } }),
  ROW ("item.codes",
       CONFLICT,
       ITEMS,
       SG,
       { { "/items/0/conclusions/0/codes", "[\"3A001.a.5.a.5\"]" } }),
  ROW ("item.review-due",
       OPEN,
       ITEMS,
       SG,
       { { "/items/0/conclusions/0/review-on", "\"2026-11-23\"" } }),
  ROW ("item.not-covered",
       OPEN,
       ITEMS,
       "adc-below-threshold",
       { { "/items/0/determinations/0/not-covered", "[\"6\"]" } }),
  ROW ("parties.role-missing", OPEN, PARTIES, SG, { { "/parties/0/roles", "[]" } }),
  ROW ("parties.incomplete", OPEN, PARTIES, SG, { { "/parties/1/address/street", NULL } }),
  ROW ("parties.screening-open",
       OPEN,
       PARTIES,
       SG,
       { { "/parties/1/screening", "{\"state\": \"open\"}" } }),
  ROW ("parties.screening-hit",
       CONFLICT,
       PARTIES,
       SG,
       { { "/parties/1/screening/state", "\"hit\"" } }),
  ROW ("parties.screening-undocumented",
       OPEN,
       PARTIES,
       SG,
       { { "/parties/1/screening/lists", NULL } }),
  ROW ("parties.screening-ahead",
       CONFLICT,
       PARTIES,
       SG,
       { { "/parties/1/screening/on", "\"2026-11-25\"" } }),
  ROW ("end-use.incomplete", OPEN, END_USE, SG, { { "/end-use/text", NULL } }),
  ROW ("end-use.incomplete", OPEN, END_USE, SG, { { "/end-use/incorporated", NULL } }),
  ROW ("end-use.incomplete", OPEN, END_USE, SG, { { "/end-use/incorporated-into", NULL } }),
  ROW ("end-use.answer-unasked",
       OPEN,
       END_USE,
       SG,
       { { "/end-use/answers/eu.nobody.asks",
           "{\"is\": true, \"by\": \"K\", \"on\": \"2026-11-18\"}" } }),
  ROW ("end-use.answer-unsigned",
       OPEN,
       END_USE,
       SG,
       { { "/end-use/answers/eu.wmd.informed", "false" } }),
  ROW ("end-use.flag-open", OPEN, END_USE, SG, { { "/end-use/red-flags/0/state", "\"open\"" } }),
  ROW ("end-use.unanswered",
       OPEN,
       END_USE,
       "adc-below-threshold",
       { { "/items/0/determinations/0/not-covered", "[]" },
         { "/end-use/answers/eu.wmd.informed", NULL } }),
  ROW ("requirement.undecided", OPEN, REQUIREMENT, SG, { { "/transaction/jurisdictions", "[]" } }),
  ROW ("requirement.needs-facts", OPEN, REQUIREMENT, SG, { { "/items/0/determinations", "[]" } }),
  ROW ("requirement.authorisation-open",
       OPEN,
       REQUIREMENT,
       SG,
       { { "/end-use/answers/eu003.reimported", NULL } }),
  ROW ("requirement.prohibited",
       CONFLICT,
       REQUIREMENT,
       SG,
       { { "/parties/1/address/country", "\"KP\"" },
         { "/parties/2/address/country", "\"KP\"" },
         { "/end-use/answers/eu.dprk.exempt",
           "{\"is\": false, \"by\": \"K\", \"on\": \"2026-11-18\"}" },
         { "/end-use/answers/eu.sanctions.prohibited",
           "{\"is\": true, \"by\": \"K\", \"on\": \"2026-11-18\"}" } }),
  ROW ("statement.missing", OPEN, STATEMENTS, SG, { { "/statements", "[]" } }),
  ROW ("statement.unneeded", FINE, STATEMENTS, JP, { { NULL } }),
  ROW ("statement.form-unknown",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/form", "\"nothing\"" } }),
  ROW ("statement.role", CONFLICT, STATEMENTS, SG, { { "/statements/0/party", "\"hansekai\"" } }),
  ROW ("statement.unsent", OPEN, STATEMENTS, SG, { { "/statements/0/state", "\"drafted\"" } }),
  ROW ("statement.unreturned", OPEN, STATEMENTS, SG, { { "/statements/0/state", "\"sent\"" } }),
  ROW ("statement.unchecked", OPEN, STATEMENTS, SG, { { "/statements/0/state", "\"received\"" } }),
  ROW ("statement.rejected",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/state", "\"rejected\"" } }),
  ROW ("statement.expired", CONFLICT, STATEMENTS, SG, { { "/statements/0/state", "\"expired\"" } }),
  ROW ("statement.unsigned", OPEN, STATEMENTS, SG, { { "/statements/0/dates/signed", NULL } }),
  ROW ("statement.no-copy", OPEN, STATEMENTS, SG, { { "/statements/0/signed-copy", NULL } }),
  ROW ("statement.copy-missing",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/signed-copy", "\"nothing\"" } }),
  ROW ("statement.days",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/dates/received", "\"2026-11-19\"" } }),
  ROW ("statement.days",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/dates/checked", "\"2026-11-25\"" } }),
  ROW ("statement.too-old",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/form", "\"uk-undertaking\"" },
         { "/statements/0/dates/signed", "\"2026-05-23\"" } }),
  ROW ("statement.in-time",
       FINE,
       STATEMENTS,
       SG,
       { { "/statements/0/form", "\"uk-undertaking\"" },
         { "/statements/0/dates/signed", "\"2026-05-24\"" } }),
  ROW ("statement.too-long",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/sent/contract.currency", "\"Euro\"" } }),
  ROW ("statement.incomplete",
       OPEN,
       STATEMENTS,
       SG,
       { { "/statements/0/sent", "{}" }, { "/parties/2/contact", NULL } }),
  ROW ("statement.mismatch",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/returned/items[0].quantity", "\"25\"" } }),
  ROW ("statement.mismatch",
       CONFLICT,
       STATEMENTS,
       SG,
       { { "/statements/0/accepted-differences", "[]" } }),
  ROW ("statement.difference-accepted", FINE, STATEMENTS, SG, { { NULL } }),
  ROW ("evidence.none",
       OPEN,
       EVIDENCE,
       SG,
       { { "/evidence", "[]" },
         { "/items/0/evidence", "[]" },
         { "/end-use/red-flags", "[]" },
         { "/statements", "[]" } }),
  ROW ("evidence.missing",
       CONFLICT,
       EVIDENCE,
       SG,
       { { "/evidence/0/file", "\"evidence/nothing.pdf\"" } }),
  ROW ("evidence.changed",
       CONFLICT,
       EVIDENCE,
       SG,
       { { "/evidence/0/sha256",
           "\"0000000000000000000000000000000000000000000000000000000000000000\"" } }),
  ROW ("evidence.undigested", OPEN, EVIDENCE, SG, { { "/evidence/0/sha256", NULL } }),
  ROW ("evidence.none-for-item", OPEN, EVIDENCE, SG, { { "/items/0/evidence", "[]" } }),
  ROW ("evidence.withheld", FINE, EVIDENCE, SG, { { NULL } }),
  ROW ("evidence.unchanged", FINE, EVIDENCE, SG, { { NULL } }),
  ROW ("sheet.incomplete", OPEN, TRANSACTION, SG, { { "/transaction/customs-procedure", NULL } }),
  ROW ("sheet.incomplete", OPEN, PARTIES, SG, { { "/parties/0/identification", NULL } }),
  ROW ("sheet.incomplete", OPEN, ITEMS, SG, { { "/items/0/origin", NULL } }),
  ROW ("sheet.too-long",
       CONFLICT,
       TRANSACTION,
       SG,
       { { "/transaction/customs-procedure", "\"10000000000000000000000000000000000000000\"" } }),
  ROW ("sheet.unneeded", FINE, FILING, JP, { { NULL } }),
  ROW ("fact.explained",
       FINE,
       TRANSACTION,
       SG,
       { { "/transaction/customs-procedure", NULL },
         { "/missing-because",
           "{\"transaction.customs-procedure\": \"Chosen by the forwarder\"}" } }),
};

static GPtrArray *
check (LicetCase *self)
{
  g_autoptr (GPtrArray) requirements = licet_case_require (self, get_rules (), NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *findings =
      licet_case_check_readiness (self, get_rules (), requirements, TODAY, &error);

  g_assert_no_error (error);
  return findings;
}

/* Returns: (transfer none): the findings of the sample as it is, made once. */
static GPtrArray *
check_sound (const char *sample)
{
  static GHashTable *checked = NULL;
  GPtrArray *findings;

  if (checked == NULL)
    checked = g_hash_table_new (g_str_hash, g_str_equal);
  findings = g_hash_table_lookup (checked, sample);
  if (findings == NULL) {
    g_autoptr (LicetCase) sound = make_patched (sample, NULL);

    findings = check (sound);
    g_hash_table_insert (checked, g_strdup (sample), findings);
  }
  return findings;
}

static const LicetReadinessFinding *
find (GPtrArray *findings,
      const Row *row)
{
  for (guint i = 0; i < findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (findings, i);

    if (g_str_equal (finding->id, row->id) && finding->grade == row->grade &&
        finding->section == row->section)
      return finding;
  }
  return NULL;
}

static void
print (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (findings, i);

    if (finding->grade != LICET_READINESS_FINE)
      g_test_message ("%s %s: %s", finding->id, licet_readiness_grade_serialise (finding->grade),
                      finding->text);
  }
}

/* Each finding appears when, and only when, the case gives reason for it; and says what to do. */
static void
test_finding (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (LicetCase) patched = make_patched (row->sample, row->patches);
  GPtrArray *before = check_sound (row->sample);
  g_autoptr (GPtrArray) after = check (patched);
  const LicetReadinessFinding *finding = find (after, row);

  if (finding == NULL) {
    print (after);
    g_error ("no %s", row->id);
  }
  g_assert_true (*finding->text != '\0');
  if (row->grade != LICET_READINESS_FINE) {
    /* What the list does not hold is open in the sample itself, as long as it does not. */
    g_assert_true (find (before, row) == NULL || g_str_equal (row->id, "item.not-covered"));
    g_assert_nonnull (finding->remedy);
  }
}

static void
test_conflicts_come_first (void)
{
  static const Patch patches[MAX_PATCHES] = { { "/transaction/currency", NULL },
                                              { "/evidence/0/file", "\"evidence/nothing.pdf\"" },
                                              { "/parties/1/screening/state", "\"hit\"" } };
  g_autoptr (LicetCase) self = make_patched (SG, patches);
  g_autoptr (GPtrArray) findings = check (self);

  g_assert_cmpint (((const LicetReadinessFinding *) g_ptr_array_index (findings, 0))->grade, ==,
                   LICET_READINESS_CONFLICT);
  for (guint i = 1; i < findings->len; i++) {
    const LicetReadinessFinding *left = g_ptr_array_index (findings, i - 1);
    const LicetReadinessFinding *right = g_ptr_array_index (findings, i);

    g_assert_true (left->grade > right->grade ||
                   (left->grade == right->grade && left->section <= right->section));
  }
}

/* A fact that is missing is reported once, not by each paper that would show it. */
static void
test_missing_fact_is_reported_once (void)
{
  static const Patch patches[MAX_PATCHES] = { { "/items/0/unit-value", NULL },
                                              { "/statements", "[]" } };
  g_autoptr (LicetCase) self = make_patched (SG, patches);
  g_autoptr (GPtrArray) findings = check (self);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (findings, i);

    n += finding->section == LICET_SECTION_ITEMS && finding->grade == LICET_READINESS_OPEN ? 1 : 0;
  }
  g_assert_cmpuint (n, ==, 1);
}

static void
test_same_case_gives_same_findings (void)
{
  g_autoptr (LicetCase) self = make_patched (SG, NULL);
  g_autoptr (GPtrArray) first = check (self);
  g_autoptr (GPtrArray) second = check (self);

  g_assert_cmpuint (first->len, ==, second->len);
  for (guint i = 0; i < first->len; i++)
    g_assert_cmpstr (((const LicetReadinessFinding *) g_ptr_array_index (first, i))->text, ==,
                     ((const LicetReadinessFinding *) g_ptr_array_index (second, i))->text);
}

static void
test_today_must_be_a_day (void)
{
  g_autoptr (LicetCase) self = make_patched (SG, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_case_check_readiness (self, get_rules (), NULL, "today", &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_DATE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("/cases/readiness/%s-%u", rows[i].id, i);

    g_test_add_data_func (path, &rows[i], test_finding);
  }
  g_test_add_func ("/cases/readiness/conflicts-come-first", test_conflicts_come_first);
  g_test_add_func ("/cases/readiness/missing-fact-is-reported-once",
                   test_missing_fact_is_reported_once);
  g_test_add_func ("/cases/readiness/same-case-gives-same-findings",
                   test_same_case_gives_same_findings);
  g_test_add_func ("/cases/readiness/today-must-be-a-day", test_today_must_be_a_day);
  return g_test_run ();
}
