/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <licet-papers-private.h>
#include <string.h>

static LicetDocument *
make_summary (const LicetFrozen *frozen)
{
  g_autoptr (GPtrArray) enclosures =
      g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_enclosure_free);
  LicetEnclosure *enclosure = g_new0 (LicetEnclosure, 1);

  enclosure->path = g_strdup ("data/requirement.pdf");
  enclosure->title = g_strdup ("What Is Required");
  enclosure->pages = 5;
  g_ptr_array_add (enclosures, enclosure);
  return _licet_paper_new_summary (frozen, enclosures);
}

static LicetDocument *
make_sheet (const LicetFrozen *frozen)
{
  g_autoptr (LicetForm) form =
      licet_form_load (licet_case_get_bundle (frozen->self), "sheets/eu-annex-iii-a", NULL);

  return _licet_paper_new_sheet (frozen, form);
}

static LicetDocument *
make_statement (const LicetFrozen *frozen)
{
  g_autoptr (LicetForm) form =
      licet_form_load (licet_case_get_bundle (frozen->self), "statements/eu-end-use", NULL);
  g_autoptr (LicetStatement) statement =
      g_list_model_get_item (licet_case_get_statements (frozen->self), 0);

  return _licet_paper_new_statement (frozen, statement, form);
}

static LicetDocument *
make_classification (const LicetFrozen *frozen)
{
  g_autoptr (LicetLine) line = g_list_model_get_item (licet_case_get_lines (frozen->self), 0);

  return _licet_paper_new_classification (frozen, line, 1, NULL);
}

typedef struct {
  const char *name;
  LicetDocument *(*make) (const LicetFrozen *frozen);
} Paper;

static const Paper papers[] = {
  { "summary", make_summary },
  { "sheet", make_sheet },
  { "statement", make_statement },
  { "classification", make_classification },
  { "requirement", _licet_paper_new_requirement },
};

/* What a paper says, without digests, which change with every form. */
static char *
dup_lasting (const char *text)
{
  g_autoptr (GRegex) digest =
      g_regex_new ("[0-9a-f]{64}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GRegex) data =
      g_regex_new ("data [0-9a-f]{12}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *masked = g_regex_replace_literal (digest, text, -1, 0, "DIGEST",
                                                     G_REGEX_MATCH_DEFAULT, NULL);

  return g_regex_replace_literal (data, masked, -1, 0, "data DIGEST", G_REGEX_MATCH_DEFAULT, NULL);
}

static void
compare_with_golden (const char *name,
                     const char *text)
{
  g_autofree char *file = g_strdup_printf ("%s.txt", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "filing", "fixtures", "golden", file,
                                                 NULL);
  g_autofree char *golden = NULL;

  if (g_getenv ("LICET_BLESS") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  if (!g_str_equal (golden, text)) {
    g_auto (GStrv) was = g_strsplit (golden, "\n", -1);
    g_auto (GStrv) is = g_strsplit (text, "\n", -1);
    guint i = 0;

    while (was[i] != NULL && is[i] != NULL && g_str_equal (was[i], is[i]))
      i++;
    g_error (
      "%s:%u: expected “%s”, found “%s”; if that is right, run the test again with LICET_BLESS=1",
      path, i + 1, was[i] != NULL ? was[i] : "the end", is[i] != NULL ? is[i] : "the end");
  }
}

static void
test_golden (Fixture *fixture,
             gconstpointer data)
{
  const Paper *paper = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetFrozen) frozen = licet_freeze (fixture->self, fixture->rules, NULL, &error);
  g_autoptr (LicetDocument) document = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lasting = NULL;

  g_assert_no_error (error);
  document = paper->make (frozen);
  text = licet_document_dup_text (document);
  lasting = dup_lasting (text);
  compare_with_golden (paper->name, lasting);
}

/* Reference, editions and facts are named by every paper, on every page and in the file. */
static void
test_named (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (LicetFrozen) frozen = licet_freeze (fixture->self, fixture->rules, NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    g_autoptr (LicetDocument) document = papers[i].make (frozen);
    const LicetDocumentInfo *info = licet_document_get_info (document);

    g_assert_cmpstr (info->head_left, ==, "NM-2026-014, round 1");
    g_assert_nonnull (strstr (info->head_right, "EU Annex I 2025-11-15"));
    g_assert_nonnull (strstr (info->head_right, "EU rules "));
    g_assert_cmpstr (info->foot, ==, "Nordlicht Messtechnik GmbH");
    g_assert_cmpstr (info->author, ==, "Nordlicht Messtechnik GmbH");
    g_assert_cmpstr (info->moment, ==, "2026-11-18T00:00:00Z");
    g_assert_nonnull (strstr (info->keywords, frozen->digest));
    g_assert_cmpuint (strlen (info->title), >, 8);
  }
}

typedef struct {
  const char *name;
  const char *change;
  LicetDocument *(*make) (const LicetFrozen *frozen);
  const char *line;
} Claim;

static const Claim claims[] = {
  { "too-long-is-a-conflict", "\"DE1234567\"=>\"DE1234567890123456789012345678901234567890\"",
    make_sheet,
    "2. Identification number: [conflict] DE1234567890123456789012345678901234567890 (42 of 40 "
    "characters: too long)" },
  { "missing-is-marked", "   \"identification\": \"DE1234567\",\n=>", make_sheet,
    "2. Identification number: [unknown] Left empty (missing)" },
  { "missing-because-is-said",
    "{\"route.carrier\"=>{\"agent.name\": \"We act ourselves\", \"route.carrier\"", make_sheet,
    "(missing because: We act ourselves)" },
  { "open-flag-is-open", "\"state\": \"closed\"=>\"state\": \"open\"", make_summary,
    "[unknown] New customer, found through a fair" },
  { "yes-is-yes", "\"is\": false, \"by\": \"K. Sommer\"=>\"is\": true, \"by\": \"K. Sommer\"",
    make_summary, "| Yes |" },
  { "state-has-its-day-in-words", NULL, make_statement,
    "State: drafted (drafted 18 November 2026)" },
  { "what-does-not-apply-is-struck-out", NULL, make_statement, "~Name, Address, Country~" },
};

static void
test_claim (Fixture *fixture,
            gconstpointer data)
{
  const Claim *claim = data;
  g_autoptr (LicetCase) self = fixture_load (fixture, claim->change);
  g_autoptr (LicetFrozen) frozen = licet_freeze (self, fixture->rules, NULL, NULL);
  g_autoptr (LicetDocument) document = claim->make (frozen);
  g_autofree char *text = licet_document_dup_text (document);

  if (strstr (text, claim->line) == NULL)
    g_error ("“%s” is not in:\n%s", claim->line, text);
}

static void
test_days_and_money (void)
{
  static const char *const days[][2] = {
    { "2026-11-18", "18 November 2026" },
    { "2026-01-01", "1 January 2026" },
    { "soon", "soon" },
    { NULL, "" },
  };
  static const char *const amounts[][2] = {
    { "28320.00", "EUR 28\342\200\257320.00" },
    { "999.5", "EUR 999.5" },
    { "1000000", "EUR 1\342\200\257000\342\200\257000" },
    { "0", "EUR 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++) {
    g_autofree char *day = _licet_paper_dup_day (days[i][0]);

    g_assert_cmpstr (day, ==, days[i][1]);
  }
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++) {
    g_autofree char *money = _licet_paper_dup_money (amounts[i][0], "EUR");

    g_assert_cmpstr (money, ==, amounts[i][1]);
  }
  g_assert_null (_licet_paper_dup_money (NULL, "EUR"));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    g_autofree char *name = g_strdup_printf ("/filing/papers/say/%s", papers[i].name);

    g_test_add (name, Fixture, &papers[i], fixture_set_up, test_golden, fixture_tear_down);
  }
  for (guint i = 0; i < G_N_ELEMENTS (claims); i++) {
    g_autofree char *name = g_strdup_printf ("/filing/papers/%s", claims[i].name);

    g_test_add (name, Fixture, &claims[i], fixture_set_up, test_claim, fixture_tear_down);
  }
  g_test_add ("/filing/papers/name-reference-edition-and-facts", Fixture, NULL, fixture_set_up,
              test_named, fixture_tear_down);
  g_test_add_func ("/filing/papers/days-and-money-in-words", test_days_and_money);
  return g_test_run ();
}
