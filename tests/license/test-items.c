/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <string.h>

#include "license-fixture.h"

/* What an authorisation says of an item. */
typedef struct {
  const char *authorisation;
  const char *codes;
  const char *answers;
  LicetTruth items;
} ItemCase;

static const ItemCase item_cases[] = {
  { "EU001", "3A001.a.5.a.4", "", LICET_MET },
  { "EU001", "3A001.a 6A002.a", "", LICET_MET },
  { "EU001", "", "", LICET_NOT_MET },
  { "EU001", "0A001.a", "", LICET_NOT_MET },
  { "EU001", "0C001", "", LICET_NOT_MET },
  { "EU001", "0C002", "", LICET_NOT_MET },
  { "EU001", "0C003", "", LICET_UNKNOWN },
  { "EU001", "0C003", "eu.annex-iv.0c003=no", LICET_MET },
  { "EU001", "0C003", "eu.annex-iv.0c003=yes", LICET_NOT_MET },
  { "EU001", "0D001", "", LICET_NOT_MET },
  { "EU001", "0E001", "", LICET_NOT_MET },
  { "EU001", "1A102", "", LICET_NOT_MET },
  { "EU001", "1C351.a.1", "", LICET_NOT_MET },
  { "EU001", "1C351.d.4", "", LICET_NOT_MET },
  { "EU001", "1C353.a", "", LICET_NOT_MET },
  { "EU001", "1C354.b", "", LICET_NOT_MET },
  { "EU001", "1C450.a.1", "", LICET_NOT_MET },
  { "EU001", "1C450.a.2", "", LICET_NOT_MET },
  { "EU001", "1C450.a.4", "", LICET_MET },
  { "EU001", "1C450.a", "", LICET_UNKNOWN },
  { "EU001", "7E104", "", LICET_NOT_MET },
  { "EU001", "9A009.a", "", LICET_NOT_MET },
  { "EU001", "9A009.b", "", LICET_MET },
  { "EU001", "9A117", "", LICET_NOT_MET },
  { "EU001", "5A004.a", "", LICET_NOT_MET },
  { "EU001", "5A004.b", "", LICET_MET },
  { "EU001", "3A001.a 9A117", "", LICET_NOT_MET },
  { "EU002", "3A001.a.10", "", LICET_MET },
  { "EU002", "3A001.a.1", "", LICET_NOT_MET },
  { "EU002", "3A001.a", "", LICET_UNKNOWN },
  { "EU002", "3A001.a.3 3A001.a.5.a.4", "", LICET_NOT_MET },
  { "EU002", "1C003.b", "", LICET_MET },
  { "EU002", "1C003.a", "", LICET_NOT_MET },
  { "EU003", "3D001", "", LICET_NOT_MET },
  { "EU003", "3E001", "", LICET_NOT_MET },
  { "EU003", "6A002.a.1.c", "", LICET_NOT_MET },
  { "EU003", "6A002.a.1.a", "", LICET_MET },
  { "EU003", "6A001.a.2.a.5", "", LICET_NOT_MET },
  { "EU003", "6A001.b", "", LICET_MET },
  { "EU004", "3E001", "", LICET_NOT_MET },
  { "EU004", "3D001", "", LICET_UNKNOWN },
  { "EU004", "3D001", "eu004.demonstration-software=yes", LICET_MET },
  { "EU004", "3D001", "eu004.demonstration-software=no", LICET_NOT_MET },
  { "EU004", "6A002.a.1.a", "", LICET_NOT_MET },
  { "EU004", "6A001.b", "", LICET_NOT_MET },
  { "EU004", "6A002.c", "", LICET_MET },
  { "EU005", "5A001.b.2", "", LICET_MET },
  { "EU005", "5A001.d", "", LICET_MET },
  { "EU005", "5A001.b.5", "", LICET_NOT_MET },
  { "EU005", "5B001.a", "", LICET_UNKNOWN },
  { "EU005", "5B001.a", "eu005.related=yes", LICET_MET },
  { "EU005", "5D001.a", "eu005.related=no", LICET_NOT_MET },
  { "EU005", "5E001.a", "eu005.installation=yes", LICET_MET },
  { "EU005", "5E001.a", "eu005.installation=no", LICET_NOT_MET },
  { "EU005", "5E001.b.1", "eu005.installation=yes", LICET_NOT_MET },
  { "EU006", "1C350.4", "", LICET_NOT_MET },
  { "EU006", "1C350.23", "", LICET_NOT_MET },
  { "EU006", "1C350.29", "", LICET_NOT_MET },
  { "EU006", "1C350.65", "", LICET_MET },
  { "EU006", "1C350.66", "", LICET_NOT_MET },
  { "EU006", "1C450.b.7", "", LICET_NOT_MET },
  { "EU006", "1C450.b.8", "", LICET_MET },
  { "EU006", "1C450.a.1", "", LICET_NOT_MET },
  { "EU007", "3A001.a", "", LICET_NOT_MET },
  { "EU007", "4D004", "", LICET_NOT_MET },
  { "EU007", "4E001.c", "", LICET_NOT_MET },
  { "EU007", "4E001.a", "", LICET_UNKNOWN },
  { "EU007", "4E001.a", "eu007.related=no", LICET_MET },
  { "EU007", "5E001.a", "eu007.related=yes", LICET_NOT_MET },
  { "EU007", "7E104", "", LICET_NOT_MET },
  { "EU007", "9D001", "", LICET_MET },
  { "EU008", "5A002.a.1", "", LICET_NOT_MET },
  { "EU008", "5A002.a.3", "", LICET_MET },
  { "EU008", "5A002.a.4", "", LICET_NOT_MET },
  { "EU008", "5A002.a", "", LICET_UNKNOWN },
  { "EU008", "5A002.b", "", LICET_UNKNOWN },
  { "EU008", "5A002.b", "eu008.token=yes", LICET_MET },
  { "EU008", "5D002.b", "eu008.token=no", LICET_NOT_MET },
  { "EU008", "5D002.a.1", "eu008.software=yes", LICET_MET },
  { "EU008", "5D002.c.1", "eu008.functions=yes", LICET_MET },
  { "EU008", "5D002.c.1", "eu008.functions=no", LICET_NOT_MET },
  { "EU008", "5E002.b", "eu008.token=yes", LICET_MET },
  { "EU008", "5E002.a", "eu008.token=yes", LICET_NOT_MET },
  { "EU008", "5A002.a.2 5A001.f", "", LICET_NOT_MET },
};

/* Codes as the law lists them, held apart from the rule files. */
typedef struct {
  const char *authorisation;
  const char *codes;
  LicetTruth items;
} ListCase;

static const ListCase list_cases[] = {
  { "EU002",
    "1A001 1A003 1A004 1C003.b 1C003.c 1C004 1C005 1C006 1C008 1C009 2B008 3A001.a.3 3A001.a.6 "
    "3A001.a.7 3A001.a.9 3A001.a.10 "
    "3A001.a.11 3A001.a.12 3A002.c 3A002.d 3A002.e 3A002.f 3C001 3C002 3C003 3C004 3C005 3C006",
    LICET_MET },
  { "EU003",
    "1A002.a 1C012.a 1C227 1C228 1C229 1C230 1C231 1C236 1C237 1C240 1C350 1C450 5A001.b.5 5A002.c "
    "5A002.d 5A002.e 5A003.a 5A003.b "
    "6A001.a.2.a.1 6A001.a.2.a.5 6A002.a.1.c 8A001.b 8A001.c.1 9A011",
    LICET_NOT_MET },
  { "EU004",
    "1A002.a 1C002.b.4 1C010 1C012.a 1C227 1C228 1C229 1C230 1C231 1C236 1C237 1C240 1C350 1C450 "
    "5A001.b.5 5A002.c 5A002.d 5A002.e "
    "5A003.a 5A003.b 6A001 6A002.a 8A001.b 8A001.c.1 9A011",
    LICET_NOT_MET },
  { "EU006",
    "1C350.1 1C350.2 1C350.3 1C350.5 1C350.6 1C350.7 1C350.8 1C350.9 1C350.10 1C350.11 1C350.12 "
    "1C350.13 1C350.14 1C350.15 1C350.16 "
    "1C350.17 1C350.18 1C350.19 1C350.20 1C350.21 1C350.22 1C350.24 1C350.25 1C350.26 1C350.27 "
    "1C350.28 1C350.30 1C350.31 1C350.32 "
    "1C350.33 1C350.34 1C350.35 1C350.36 1C350.37 1C350.38 1C350.39 1C350.40 1C350.41 1C350.42 "
    "1C350.43 1C350.44 1C350.45 1C350.46 "
    "1C350.47 1C350.48 1C350.49 1C350.50 1C350.51 1C350.52 1C350.53 1C350.54 1C350.55 1C350.56 "
    "1C350.57 1C350.58 1C350.59 1C350.60 "
    "1C350.61 1C350.62 1C350.63 1C350.64 1C350.65 1C450.a.4 1C450.a.5 1C450.a.6 1C450.a.7 "
    "1C450.b.1 1C450.b.2 1C450.b.3 1C450.b.4 "
    "1C450.b.5 1C450.b.6 1C450.b.8",
    LICET_MET },
};

static LicetRules *rules;

/* A destination that each covers, in the order of the law. */
static const char *
find_destination (const char *authorisation)
{
  static const char *const destinations[] = { "JP", "KR", "SG", "SG", "IN", "KR", "IN", "BR" };

  return destinations[authorisation[strlen (authorisation) - 1] - '1'];
}

static LicetTruth
find_items_truth (const char *authorisation,
                  const char *codes,
                  const char *answers)
{
  g_autoptr (LicetRequirementQuery) query =
      fixture_query (codes, find_destination (authorisation), answers);
  g_autoptr (LicetRequirement) requirement = fixture_require (rules, query);
  const LicetAuthorisationResult *result = fixture_find_authorisation (requirement, authorisation);

  /* What is not listed needs none. */
  return result != NULL ? fixture_find_condition (result, "items")->truth : LICET_NOT_MET;
}

static void
test_items (gconstpointer data)
{
  const ItemCase *test = data;

  g_assert_cmpint (find_items_truth (test->authorisation, test->codes, test->answers), ==,
                   test->items);
}

static void
test_list (gconstpointer data)
{
  const ListCase *test = data;
  g_auto (GStrv) codes = g_strsplit (test->codes, " ", -1);

  for (guint i = 0; codes[i] != NULL; i++) {
    g_autofree char *below = g_strconcat (codes[i], ".z", NULL);

    if (find_items_truth (test->authorisation, codes[i], NULL) != test->items)
      g_error ("%s: %s", test->authorisation, codes[i]);
    g_assert_cmpint (find_items_truth (test->authorisation, below, NULL), ==, test->items);
  }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  rules = fixture_load_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (item_cases); i++) {
    g_autofree char *path =
        g_strdup_printf ("/license/authorisations/%s/items/%s-%u", item_cases[i].authorisation,
                         *item_cases[i].codes != '\0' ? item_cases[i].codes : "not-listed", i);

    g_strdelimit (path, " ", '+');
    g_test_add_data_func (path, &item_cases[i], test_items);
  }
  for (guint i = 0; i < G_N_ELEMENTS (list_cases); i++) {
    g_autofree char *path = g_strdup_printf (
        "/license/authorisations/%s/items/as-the-law-lists-them", list_cases[i].authorisation);

    g_test_add_data_func (path, &list_cases[i], test_list);
  }
  status = g_test_run ();
  licet_rules_unref (rules);
  return status;
}
