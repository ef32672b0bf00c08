/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "cases-fixture.h"

#define SG "converter-board-singapore"

/* For every section: how a case has to be for each state of it. */
typedef struct {
  LicetSection section;
  LicetSectionState state;
  Patch patches[MAX_PATCHES];
} Row;

#define ROW(section, state, ...) { LICET_SECTION_##section, LICET_SECTION_##state, __VA_ARGS__ }

static const Row rows[] = {
  ROW (TRANSACTION, NOT_STARTED, { { "/transaction", "{}" } }),
  ROW (TRANSACTION, NEEDS_FACTS, { { "/transaction/currency", NULL } }),
  ROW (TRANSACTION, DONE, { { NULL } }),
  ROW (TRANSACTION, CONFLICT, { { "/transaction/contract/value", "\"1\"" } }),
  ROW (ITEMS, NOT_STARTED, { { "/items", "[]" } }),
  ROW (ITEMS, NEEDS_FACTS, { { "/items/0/quantity", NULL } }),
  ROW (ITEMS, DONE, { { NULL } }),
  ROW (ITEMS, CONFLICT, { { "/items/0/classification/facts/sample-rate", "\"300 MS/s\"" } }),
  ROW (PARTIES, NOT_STARTED, { { "/parties", "[]" }, { "/statements", "[]" } }),
  ROW (PARTIES, NEEDS_FACTS, { { "/parties/1/screening", "{\"state\": \"open\"}" } }),
  ROW (PARTIES, DONE, { { NULL } }),
  ROW (PARTIES, CONFLICT, { { "/parties/1/screening/state", "\"hit\"" } }),
  ROW (END_USE, NOT_STARTED, { { "/end-use", "{}" } }),
  ROW (END_USE, NEEDS_FACTS, { { "/end-use/red-flags/0/state", "\"open\"" } }),
  ROW (END_USE, DONE, { { NULL } }),
  ROW (END_USE, CONFLICT, { { "/end-use/text", "\"@long@\"" } }),
  ROW (REQUIREMENT, NOT_STARTED, { { "/items", "[]" } }),
  ROW (REQUIREMENT, NEEDS_FACTS, { { "/items/0/determinations", "[]" } }),
  ROW (REQUIREMENT, DONE, { { NULL } }),
  ROW (REQUIREMENT,
       CONFLICT,
       { { "/parties/1/address/country", "\"KP\"" },
         { "/parties/2/address/country", "\"KP\"" },
         { "/end-use/answers/eu.dprk.exempt", "false" },
         { "/end-use/answers/eu.sanctions.prohibited", "true" } }),
  ROW (STATEMENTS, NOT_STARTED, { { "/statements", "[]" } }),
  ROW (STATEMENTS, NEEDS_FACTS, { { "/statements/0/state", "\"sent\"" } }),
  ROW (STATEMENTS, DONE, { { NULL } }),
  ROW (STATEMENTS, CONFLICT, { { "/statements/0/returned/use.country", "\"Malaysia\"" } }),
  ROW (EVIDENCE,
       NOT_STARTED,
       { { "/evidence", "[]" },
         { "/items/0/evidence", "[]" },
         { "/end-use/red-flags", "[]" },
         { "/statements", "[]" } }),
  ROW (EVIDENCE, NEEDS_FACTS, { { "/items/0/evidence", "[]" } }),
  ROW (EVIDENCE, DONE, { { NULL } }),
  ROW (EVIDENCE, CONFLICT, { { "/evidence/0/file", "\"evidence/nothing.pdf\"" } }),
  ROW (FILING,
       NOT_STARTED,
       { { "/transaction", "{}" },
         { "/items", "[]" },
         { "/parties", "[]" },
         { "/end-use", "{}" },
         { "/statements", "[]" } }),
  ROW (FILING, NEEDS_FACTS, { { "/end-use/red-flags/0/state", "\"open\"" } }),
  ROW (FILING, DONE, { { NULL } }),
  ROW (FILING, CONFLICT, { { "/parties/1/screening/state", "\"hit\"" } }),
};

static LicetCase *
make_row_case (const Row *row)
{
  g_autofree char *length = g_strnfill (1001, 'x');
  g_autofree char *value = g_strdup_printf ("\"%s\"", length);
  Patch patches[MAX_PATCHES];

  memcpy (patches, row->patches, sizeof patches);
  if (g_strcmp0 (patches[0].value, "\"@long@\"") == 0)
    patches[0].value = value;
  return make_patched (SG, patches);
}

static void
test_state (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (LicetCase) self = make_row_case (row);
  guint missing = 99;
  LicetSectionState state =
      licet_case_get_section_state (self, get_rules (), row->section, &missing);

  g_assert_cmpstr (licet_section_state_serialise (state), ==,
                   licet_section_state_serialise (row->state));
  g_assert_cmpint (missing == 0, ==, row->state == LICET_SECTION_DONE);
  g_assert_cmpint (licet_case_get_section_state (self, get_rules (), row->section, NULL), ==,
                   row->state);
}

static void
test_missing_facts_are_counted (void)
{
  static const Patch patches[MAX_PATCHES] = { { "/items/0/quantity", NULL },
                                              { "/items/0/unit", NULL },
                                              { "/parties/1/address/street", NULL } };
  g_autoptr (LicetCase) self = make_patched (SG, patches);
  guint items = 0;
  guint parties = 0;
  guint all = 0;

  (void) licet_case_get_section_state (self, get_rules (), LICET_SECTION_ITEMS, &items);
  (void) licet_case_get_section_state (self, get_rules (), LICET_SECTION_PARTIES, &parties);
  (void) licet_case_get_section_state (self, get_rules (), LICET_SECTION_FILING, &all);
  g_assert_cmpuint (items, ==, 2);
  g_assert_cmpuint (parties, ==, 1);
  g_assert_cmpuint (all, >=, 3);
}

static void
test_sections_have_titles (void)
{
  for (guint i = 0; i < LICET_N_SECTIONS; i++)
    g_assert_cmpstr (licet_section_get_title ((LicetSection) i), !=, "");
}

int
main (int argc,
      char **argv)
{
  /* Section states are judged by the day of the clock. */
  g_setenv ("LICET_NOW", TODAY "T12:00:00Z", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *title = g_ascii_strdown (licet_section_get_title (rows[i].section), -1);
    g_autofree char *path =
        g_strdup_printf ("/cases/sections/%s-is-%s", g_strdelimit (title, " ", '-'),
                         licet_section_state_serialise (rows[i].state));

    g_test_add_data_func (path, &rows[i], test_state);
  }
  g_test_add_func ("/cases/sections/missing-facts-are-counted", test_missing_facts_are_counted);
  g_test_add_func ("/cases/sections/have-titles", test_sections_have_titles);
  return g_test_run ();
}
