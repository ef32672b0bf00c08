/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <string.h>

#include "tree.h"

#define ALPHA "lists/alpha/category-3.json"
#define COND "{\"quantity\": \"frequency\", \"gt\": \"4 GHz\", \"le\": \"8 GHz\"}"

typedef struct {
  const char *claim;
  const char *condition;
  const char *words;
} Case;

static const Case cases[] = {
  { "kind", "{\"kind\": \"power-amplifier\"}", "it is a power amplifier" },
  { "kind-with-vowel", "{\"kind\": \"amplifier\"}", "it is an amplifier" },
  { "kind-spoken-with-vowel", "{\"kind\": \"adc\"}", "it is an ADC" },
  { "kind-without-article", "{\"kind\": \"software\"}", "it is software" },
  { "kind-in-the-plural", "{\"kind\": \"goods\"}", "it is goods" },
  { "more-than", "{\"quantity\": \"peak-power\", \"gt\": \"250 W\"}",
    "peak power more than 250 W" },
  { "exactly", "{\"quantity\": \"peak-power\", \"eq\": \"250 W\"}", "peak power exactly 250 W" },
  { "between", "{\"quantity\": \"width\", \"lt\": \"16 mm\", \"ge\": \"14 mm\"}",
    "width at least 14 mm and less than 16 mm" },
  { "covers", "{\"covers\": \"ambient\", \"ge\": \"-54 degC\", \"le\": \"125 degC\"}",
    "ambient temperature covers all from -54 degC to 125 degC" },
  { "formula",
    "{\"expr\": [\"*\", \"peak-power\", [\"^\", \"frequency\", 2]], \"gt\": \"150 W.GHz^2\"}",
    "peak power × operating frequency^2 more than 150 W.GHz^2" },
  { "formula-with-brackets",
    "{\"expr\": [\"/\", [\"-\", \"frequency\", \"1 GHz\"], \"frequency\"], \"le\": \"0.5\"}",
    "(operating frequency - 1 GHz) / operating frequency at most 0.5" },
  { "formula-of-the-greatest", "{\"expr\": [\"max\", \"peak-power\", \"2 W\"], \"ge\": \"5 W\"}",
    "the greatest of (peak power, 2 W) at least 5 W" },
  { "choice", "{\"choice\": \"stage\", \"in\": [\"development\", \"use\"]}",
    "stage is development or use" },
  { "described", "{\"described\": \"Is it for radar?\"}", "yes to “Is it for radar?”" },
  { "described-without-question", "{\"described\": \"Made for radar\"}",
    "it is described by “Made for radar”" },
  { "entry", "{\"entry\": \"3A002\"}", "it is listed in 3A002" },
  { "entry-for", "{\"entry\": \"beta:3A101\", \"relation\": \"for\"}",
    "it is for what is listed in beta:3A101" },
  { "entry-contains", "{\"entry\": \"3A\", \"relation\": \"contains\"}",
    "it contains what is listed in 3A" },
  { "entry-made-of", "{\"entry\": \"3A002\", \"relation\": \"made-of\"}",
    "it is made of what is listed in 3A002" },
  { "entry-part-of", "{\"entry\": \"3A002\", \"relation\": \"part-of\"}",
    "it is part of what is listed in 3A002" },
  { "not-a-kind", "{\"not\": {\"kind\": \"adc\"}}", "it is not an ADC" },
  { "not-listed", "{\"not\": {\"entry\": \"3A002\"}}", "it is not listed in 3A002" },
  { "not", "{\"not\": {\"quantity\": \"width\", \"lt\": \"16 mm\"}}",
    "this does not hold: width less than 16 mm" },
  { "all", "{\"all\": [{\"kind\": \"adc\"}, {\"quantity\": \"width\", \"lt\": \"16 mm\"}]}",
    "it is an ADC, and width less than 16 mm" },
  { "any-within-all",
    "{\"all\": [{\"kind\": \"adc\"}, {\"any\": [{\"entry\": \"3A002\"}, {\"kind\": "
    "\"software\"}]}]}",
    "it is an ADC, and (it is listed in 3A002, or it is software)" },
  { "any-of-kinds",
    "{\"any\": [{\"kind\": \"adc\"}, {\"kind\": \"amplifier\"}, {\"kind\": \"software\"}]}",
    "it is an ADC, an amplifier or software" },
  { "any-of-entries",
    "{\"any\": [{\"entry\": \"3A002\", \"relation\": \"for\"}, {\"entry\": \"3A\", \"relation\": "
    "\"for\"}]}",
    "it is for what is listed in 3A002 or 3A" },
  { "any-of-different-relations",
    "{\"any\": [{\"entry\": \"3A002\", \"relation\": \"for\"}, {\"entry\": \"3A002\"}]}",
    "it is for what is listed in 3A002, or it is listed in 3A002" },
  { "at-least", "{\"at-least\": 2, \"of\": [{\"kind\": \"adc\"}, {\"kind\": \"software\"}]}",
    "at least 2 of these: it is an ADC; it is software" },
};

static void
test_reads_as_english (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = NULL;
  g_autofree char *words = NULL;

  (void) tree_replace (tree, ALPHA, COND, expected->condition);
  bundle = tree_open (tree);
  words = licet_condition_dup_words (licet_bundle_find_node (bundle, "3A001.a.1",
                                                             NULL)->conditions[0]);
  g_assert_cmpstr (words, ==, expected->words);
}

static void
test_relations_round_trip (void)
{
  LicetRelation read = LICET_RELATION_FOR;

  for (guint i = 0; i < LICET_N_RELATIONS; i++) {
    g_assert_true (licet_relation_parse (licet_relation_serialise ((LicetRelation) i), &read));
    g_assert_cmpint (read, ==, i);
  }
  g_assert_false (licet_relation_parse ("beside", &read));
}

static void
test_scope_covers_code (void)
{
  static const struct {
    const char *scope;
    const char *code;
    gboolean covers;
  } scopes[] = {
    { "*", "3A001.a", TRUE },          { "3", "3A001", TRUE },          { "3", "4A001", FALSE },
    { "3A", "3A001.a", TRUE },         { "3A", "3D001", FALSE },        { "3A001", "3A001", TRUE },
    { "3A001", "3A001.a.5", TRUE },    { "3A001.a.1", "3A001.a.1", TRUE },
    { "3A001.a.1", "3A001.a.10", FALSE },
    { "3A001.a.1", "3A001.a", FALSE }, { "3A001.a", "3A001.aa", FALSE }, { "3A0", "3A001", FALSE },
    { "", "3A001", FALSE },            { "3A001.", "3A001.a", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    g_assert_cmpint (licet_code_covers (scopes[i].scope, scopes[i].code), ==, scopes[i].covers);
}

static void
test_code_is_found_as_people_write_it (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetControlList *list = licet_bundle_get_list (bundle, "alpha", NULL);
  const LicetNode *node = licet_control_list_find (list, "3A001.a.1");
  g_autofree char *endless = g_strnfill (100000, 'a');

  g_assert_nonnull (node);
  g_assert_true (licet_control_list_find (list, "3a001.A.1.") == node);
  g_assert_null (licet_control_list_find (list, "3A001.a.9"));
  g_assert_null (licet_control_list_find (list, ""));
  g_assert_null (licet_control_list_find (list, "."));
  g_assert_null (licet_control_list_find (list, endless));
}

static void
test_missing_code_names_others (void)
{
  static const struct {
    const char *code;
    const char *reason;
  } codes[] = {
    { "3A001.a.9", "there is no “3A001.a.9”; there are: 3A001.a.1, 3A001.a.2, 3A001.a.3" },
    { "alpha:3A009", "there is no “3A009” in alpha; there are: 3A001, 3A002" },
    { "gamma:3A001", "there is no list “gamma”; use one of: alpha, beta" },
    { "amplifier", "there is no “amplifier”; write it as 3A001.a.5" },
  };
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (licet_bundle_find_node (bundle, codes[i].code, &error));
    g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_CODE);
    g_assert_cmpstr (error->message, ==, codes[i].reason);
  }
}

static void
test_general_note_governs_its_paths (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetControlList *list = licet_bundle_get_list (bundle, "alpha", NULL);
  const LicetGeneralNote *notes;
  guint n = 0;

  notes = licet_control_list_get_general_notes (list, &n);
  g_assert_true (licet_general_note_governs (&notes[0], licet_control_list_find (list, "3A001")));
  g_assert_true (licet_general_note_governs (&notes[1], licet_control_list_find (list, "3D001.a")));
  g_assert_false (licet_general_note_governs (&notes[1],
                                              licet_control_list_find (list, "3D001.b")));
  g_assert_false (licet_general_note_governs (&notes[1], licet_control_list_find (list, "3A001")));
}

static void
test_paragraph_can_be_cited (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  g_autofree char *citation = licet_node_dup_citation (licet_bundle_find_node (bundle, "3A001.a.1",
                                                                               NULL));

  g_assert_cmpstr (citation, ==, "Alpha, 3A001.a.1, edition 2025-11-15");
}

static void
test_header_is_what_was_written (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetControlList *list = licet_bundle_get_list (bundle, "alpha", NULL);

  g_assert_cmpstrv (licet_bundle_get_list_ids (bundle),
                    ((const char *const[]) { "alpha", "beta", NULL }));
  g_assert_cmpstr (licet_bundle_get_version (bundle), ==, "1.2.3");
  g_assert_cmpstr (licet_control_list_get_name (list), ==, "List alpha");
  g_assert_cmpstr (licet_control_list_get_legal_basis (list), ==, "Act 1");
  g_assert_cmpstr (licet_control_list_get_jurisdiction (list), ==, "EU");
  g_assert_cmpstr (licet_control_list_get_edition (list), ==, "2025-11-15");
  g_assert_cmpstr (licet_control_list_get_category_title (list, "9"), ==, "Aerospace");
  g_assert_null (licet_control_list_get_category_title (list, "4"));
  g_assert_null (licet_control_list_get_category_title (list, "39"));
  g_assert_cmpstr (licet_control_list_get_group_title (list, 'A'), ==, "Equipment");
  g_assert_null (licet_control_list_get_group_title (list, 'Z'));
}

static char *
join_terms (LicetBundle *bundle,
            const char *code)
{
  g_autoptr (GPtrArray) terms = licet_node_dup_terms (licet_bundle_find_node (bundle, code, NULL));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < terms->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            ((const LicetTerm *) g_ptr_array_index (terms, i))->id);
  return g_string_free (ids, FALSE);
}

static void
test_terms_are_found (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = NULL;
  g_autofree char *text = g_strdup_printf ("\"text\": \"%s\"", expected->condition);
  g_autofree char *ids = NULL;

  (void) tree_replace (tree, ALPHA, "\"text\": \"Tubes of any power\"", text);
  bundle = tree_open (tree);
  ids = join_terms (bundle, "3A001.b");
  g_assert_cmpstr (ids, ==, expected->words);
}

static const Case term_cases[] = {
  { "longest-wins", "A power amplifier", "power-amplifier" },
  { "plural-is-one", "Power amplifiers", "power-amplifier" },
  { "quoted-or-not", "Some 'power amplifiers' and \\\"space-qualified\\\" parts",
    "power-amplifier space-qualified" },
  { "alias-is-one", "PAs in space", "power-amplifier" },
  { "local-meaning-instead-of-general", "Tubes of any power", "power-local" },
  { "local-meaning-first", "Space-qualified tubes of any power", "power-local space-qualified" },
  { "once-each", "Space-qualified, and space-qualified again", "space-qualified" },
  { "part-of-a-word-is-none", "Powerful overpowering", "" },
  { "none", "Tubes", "" },
};

static void
test_terms_of_notes_count (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = NULL;
  g_autofree char *ids = NULL;

  (void) tree_replace (tree, ALPHA, "Measured at the output.", "Power is measured at the output.");
  bundle = tree_open (tree);
  ids = join_terms (bundle, "3A001.a");
  g_assert_cmpstr (ids, ==, "power-amplifier power");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/lists/words/", cases[i].claim, NULL);

    g_test_add_data_func (path, &cases[i], test_reads_as_english);
  }
  for (guint i = 0; i < G_N_ELEMENTS (term_cases); i++) {
    g_autofree char *path = g_strconcat ("/lists/terms/", term_cases[i].claim, NULL);

    g_test_add_data_func (path, &term_cases[i], test_terms_are_found);
  }
  g_test_add_func ("/lists/terms/of-notes-count", test_terms_of_notes_count);
  g_test_add_func ("/lists/relation/round-trips", test_relations_round_trip);
  g_test_add_func ("/lists/code/scope-covers-it", test_scope_covers_code);
  g_test_add_func ("/lists/code/found-as-people-write-it", test_code_is_found_as_people_write_it);
  g_test_add_func ("/lists/code/missing-one-names-others", test_missing_code_names_others);
  g_test_add_func ("/lists/general-note/governs-its-paths", test_general_note_governs_its_paths);
  g_test_add_func ("/lists/paragraph/can-be-cited", test_paragraph_can_be_cited);
  g_test_add_func ("/lists/header/is-what-was-written", test_header_is_what_was_written);
  return g_test_run ();
}
