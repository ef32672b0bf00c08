/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <string.h>

#include "tree.h"

static const LicetNode *
find (LicetBundle *bundle,
      const char *code)
{
  g_autoptr (GError) error = NULL;
  const LicetNode *node = licet_bundle_find_node (bundle, code, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

static void
test_node_is_what_was_written (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetNode *entry = find (bundle, "3A001");
  const LicetNode *node = find (bundle, "alpha:3A001.a");
  const LicetNode *first = node->children[0];

  g_assert_cmpstr (entry->text, ==, "Amplifiers");
  g_assert_cmpstr (entry->path, ==, "");
  g_assert_cmpuint (entry->n_conditions, ==, 0);
  g_assert_cmpuint (entry->n_children, ==, 3);
  g_assert_cmpstrv (entry->origin, ((const char *const[]) { "WA 3.A.1", NULL }));
  g_assert_cmpstrv (entry->see, ((const char *const[]) { "3A002", "9A004", NULL }));
  g_assert_true (node->parent == entry && node->entry == entry && entry->entry == entry &&
                 entry->parent == NULL);
  g_assert_true (node->is_all && !entry->is_all);
  g_assert_cmpstr (node->full, ==, "3A001.a");
  g_assert_cmpstr (node->code, ==, "3A001");
  g_assert_cmpstr (node->path, ==, "a");
  g_assert_cmpstr (node->key, ==, "alpha:3A001.a");
  g_assert_cmpint (node->nature, ==, LICET_NATURE_GOODS);
  g_assert_cmpint (find (bundle, "3D001.a")->nature, ==, LICET_NATURE_SOFTWARE);
  g_assert_cmpstr (first->path, ==, "a.1");
  g_assert_true (node->children[2]->is_unused && !first->is_unused);
  g_assert_cmpuint (node->children[2]->n_conditions, ==, 0);
  g_assert_cmpstr (node->children[2]->text, ==, "Not used");
}

static void
test_conditions_are_what_was_written (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (bundle);
  const LicetCondition *bounds = find (bundle, "3A001.a.1")->conditions[0];
  const LicetCondition *formula = find (bundle, "3A001.a.2")->conditions[0];
  const LicetCondition *either = find (bundle, "3A001.b")->conditions[0];
  const LicetCondition *some = find (bundle, "3A002.a")->conditions[0];
  const LicetCondition *stage = find (bundle, "3D001")->conditions[1];
  const LicetCondition *part = find (bundle, "3D001.b")->conditions[1];

  g_assert_cmpint (bounds->type, ==, LICET_CONDITION_QUANTITY);
  g_assert_true (bounds->quantity == licet_vocabulary_find_quantity (vocabulary, "frequency"));
  g_assert_cmpuint (bounds->n_bounds, ==, 2);
  g_assert_cmpint (bounds->bounds[0].comparison, ==, LICET_COMPARISON_GT);
  g_assert_cmpint (bounds->bounds[1].comparison, ==, LICET_COMPARISON_LE);
  g_assert_true (bounds->bounds[0].base.numerator == 4000000000 &&
                 bounds->bounds[0].base.denominator == 1);
  g_assert_cmpstr (bounds->bounds[0].text, ==, "4 GHz");
  g_assert_cmpstr (bounds->bounds[0].unit.label, ==, "GHz");

  g_assert_cmpint (formula->type, ==, LICET_CONDITION_EXPRESSION);
  g_assert_cmpint (formula->expression->op, ==, LICET_OPERATOR_MULTIPLY);
  g_assert_cmpint (formula->expression->operands[1]->op, ==, LICET_OPERATOR_POWER);
  g_assert_cmpint (formula->expression->operands[1]->exponent, ==, 2);
  g_assert_true (licet_dimension_equal (&formula->expression->dimension,
                                        &formula->bounds[0].unit.dimension));

  g_assert_cmpint (either->type, ==, LICET_CONDITION_ANY);
  g_assert_cmpint (either->parts[1]->type, ==, LICET_CONDITION_COVERS);
  g_assert_true (either->parts[1]->quantity->is_span);
  g_assert_cmpint (some->type, ==, LICET_CONDITION_AT_LEAST);
  g_assert_cmpuint (some->count, ==, 2);
  g_assert_cmpuint (some->n_parts, ==, 3);
  g_assert_cmpint (some->parts[2]->type, ==, LICET_CONDITION_NOT);
  g_assert_cmpstr (stage->values[1]->id, ==, "use");
  g_assert_true (stage->choice == licet_vocabulary_find_choice (vocabulary, "stage"));
  g_assert_cmpstr (part->target, ==, "9A004");
  g_assert_cmpint (part->relation, ==, LICET_RELATION_PART_OF);
}

static void
test_answers_have_keys (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetNode *node = find (bundle, "3A001.a");
  const LicetNode *tube = find (bundle, "3A001.b");
  const LicetNode *radar = find (bundle, "3A001.c");
  const LicetControlList *list = licet_bundle_get_list (bundle, "alpha", NULL);
  const LicetGeneralNote *notes;
  guint n = 0;

  g_assert_cmpstr (tube->conditions[0]->parts[0]->key, ==, "alpha:3A001.b#d1");
  g_assert_cmpstr (tube->conditions[1]->key, ==, "alpha:3A001.b#d2");
  g_assert_cmpstrv (tube->conditions[1]->figures, ((const char *const[]) { "1.7 mm", NULL }));
  g_assert_cmpstr (radar->conditions[0]->key, ==, "alpha:3A001.c");
  g_assert_cmpstr (radar->conditions[0]->question, ==, "Was it made for radar?");
  g_assert_true (radar->conditions[0]->is_implicit && !tube->conditions[1]->is_implicit);

  g_assert_cmpuint (node->n_notes, ==, 3);
  g_assert_cmpstr (node->notes[0].key, ==, "alpha:3A001.a#n1");
  g_assert_cmpstr (node->notes[0].when->key, ==, "alpha:3A001.a#n1");
  g_assert_cmpstr (node->notes[0].when->question, ==, "Not for toys.");
  g_assert_null (node->notes[1].when);
  g_assert_cmpint (node->notes[2].when->type, ==, LICET_CONDITION_ALL);
  g_assert_cmpstr (node->notes[2].when->parts[0]->key, ==, "alpha:3A001.a#n3#d1");

  notes = licet_control_list_get_general_notes (list, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (notes[0].effect, ==, LICET_NOTE_FOLLOWS_COMPONENT);
  g_assert_cmpstr (notes[0].questions[1]->key, ==, "alpha:#note-2#d2");
  g_assert_cmpstr (notes[1].when->key, ==, "alpha:#public");
  g_assert_cmpstr (notes[2].id, ==, "3A-note");
  g_assert_null (notes[2].when);
}

static void
test_as_takes_over_within_a_list (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetNode *node = find (bundle, "3A002.b");

  g_assert_cmpstr (node->text, ==, "The same in modules");
  g_assert_true (node->is_all);
  g_assert_cmpstr (node->conditions[0]->kind->id, ==, "power-amplifier");
  g_assert_cmpuint (node->n_children, ==, 3);
  g_assert_cmpstr (node->children[0]->full, ==, "3A002.b.1");
  g_assert_cmpstr (node->children[0]->text, ==, "Above 6 GHz");
  g_assert_cmpstr (node->children[0]->conditions[0]->bounds[0].text, ==, "6 GHz");
  g_assert_cmpstr (node->children[1]->full, ==, "3A002.b.2");
  g_assert_cmpstr (node->children[1]->text, ==, "Strong ones");
  g_assert_cmpstr (node->notes[0].key, ==, "alpha:3A002.b#n1");
  g_assert_cmpstrv (node->notes[2].paths, ((const char *const[]) { "3A002.b.2", NULL }));
}

static void
test_as_takes_over_across_lists (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetNode *node = find (bundle, "beta:3A101.a");
  const LicetNode *tube = find (bundle, "beta:3A101.b");
  const LicetNode *again = find (bundle, "beta:3A101.c.1");
  const LicetNode *part = find (bundle, "beta:3A101.e");

  g_assert_cmpstr (node->text, ==, "Solid state power amplifiers");
  g_assert_cmpstr (licet_control_list_get_id (node->list), ==, "beta");
  g_assert_cmpuint (node->n_children, ==, 3);
  g_assert_cmpstr (node->children[0]->key, ==, "beta:3A101.a.1");
  g_assert_cmpstr (node->notes[2].when->parts[0]->key, ==, "beta:3A101.a#n3#d1");
  g_assert_cmpstr (tube->text, ==, "Tubes here");
  g_assert_cmpstr (tube->conditions[1]->key, ==, "beta:3A101.b#d2");
  g_assert_cmpstr (again->text, ==, "Above 4 GHz");
  /* A code means what it meant where it was written. */
  g_assert_cmpstr (part->conditions[0]->parts[0]->target, ==, "alpha:3A002");
  g_assert_cmpint (part->nature, ==, LICET_NATURE_TECHNOLOGY);
}

static void
test_as_of_a_missing_category_is_asked (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetNode *node = find (bundle, "beta:3A101.d");

  g_assert_cmpuint (node->n_conditions, ==, 1);
  g_assert_true (node->conditions[0]->is_implicit);
  g_assert_cmpstr (node->conditions[0]->question, ==, "alpha:9A004.b");
}

static void
test_missing_categories_are_named (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetControlList *list = licet_bundle_get_list (bundle, "alpha", NULL);
  g_auto (GStrv) messages = NULL;

  g_assert_cmpstrv (licet_control_list_get_categories (list),
                    ((const char *const[]) { "3", NULL }));
  g_assert_cmpstrv (licet_control_list_get_missing_categories (list),
                    ((const char *const[]) { "9", NULL }));
  g_assert_true (tree_compile (tree, &messages, NULL));
  g_assert_true (g_strv_contains ((const char *const *) messages,
                                  "note: lists/alpha: category 9 has no entries yet; 4 references "
                                  "go there"));
}

static void
test_unused_words_are_noted (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_auto (GStrv) messages = NULL;

  (void) tree_replace (tree, "lists/alpha/category-3.json",
                       "{\"quantity\": \"width\", \"lt\": \"5 mm\"}, ", "");
  g_assert_true (tree_compile (tree, &messages, NULL));
  g_assert_true (g_strv_contains ((const char *const *) messages,
                                  "note: vocabulary: no paragraph asks for the quantity “width”"));
}

static void
test_vocabulary_is_what_was_written (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = tree_open (tree);
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (bundle);
  const LicetKind *power = licet_vocabulary_find_kind (vocabulary, "power-amplifier");
  const LicetKind *goods = licet_vocabulary_find_kind (vocabulary, "goods");
  const LicetKind *software = licet_vocabulary_find_kind (vocabulary, "software");
  const LicetQuantity *bandwidth = licet_vocabulary_find_quantity (vocabulary, "bandwidth");
  g_autoptr (LicetValue) value = NULL;
  guint n = 0;

  (void) licet_vocabulary_get_kinds (vocabulary, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_true (licet_vocabulary_kind_is_a (vocabulary, power, power));
  g_assert_true (licet_vocabulary_kind_is_a (vocabulary, power, goods));
  g_assert_false (licet_vocabulary_kind_is_a (vocabulary, goods, power));
  g_assert_false (licet_vocabulary_kind_is_a (vocabulary, power, software));
  g_assert_cmpstr (bandwidth->help, ==, "Band over its middle.");
  g_assert_cmpstr (bandwidth->unit.label, ==, "%");
  g_assert_false (bandwidth->is_span);
  g_assert_null (licet_vocabulary_find_choice (vocabulary, "no-such"));
  value = licet_value_parse (licet_vocabulary_get_units (vocabulary), "25 °C", NULL, NULL);
  g_assert_true (licet_value_get_lower (value)->base.numerator * 20 ==
                 licet_value_get_lower (value)->base.denominator * 5963);
}

static void
test_digests_follow_the_content (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) before = tree_open (tree);
  g_autofree char *alpha =
    g_strdup (licet_control_list_get_digest (licet_bundle_get_list (before, "alpha", NULL)));
  g_autofree char *beta =
    g_strdup (licet_control_list_get_digest (licet_bundle_get_list (before, "beta", NULL)));
  g_autoptr (LicetBundle) spaced = NULL;
  g_autoptr (LicetBundle) changed = NULL;

  g_assert_true (licet_digest_is_valid (licet_bundle_get_digest (before)));
  (void) tree_replace (tree, "lists/alpha/category-3.json", "{\"category\": \"3\",\n",
                       "{\n\"category\":\"3\",");
  spaced = tree_open (tree);
  g_assert_cmpstr (licet_bundle_get_digest (spaced), ==, licet_bundle_get_digest (before));
  (void) tree_replace (tree, "lists/alpha/category-3.json", "\"4 GHz\"", "\"5 GHz\"");
  changed = tree_open (tree);
  g_assert_cmpstr (licet_bundle_get_digest (changed), !=, licet_bundle_get_digest (before));
  g_assert_cmpstr (licet_control_list_get_digest (licet_bundle_get_list (changed, "alpha", NULL)),
                   !=, alpha);
  /* Beta takes over from alpha, so it is another list now. */
  g_assert_cmpstr (licet_control_list_get_digest (licet_bundle_get_list (changed, "beta", NULL)),
                   !=, beta);
}

static void
test_same_data_gives_same_bytes (void)
{
  g_autoptr (Tree) one = tree_new ();
  g_autoptr (Tree) other = tree_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_object_unref (tree_open (one));
  g_object_unref (tree_open (other));
  first = licet_digest_file (one->bundle, NULL, NULL, NULL);
  second = licet_digest_file (other->bundle, NULL, NULL, NULL);
  g_assert_cmpstr (first, ==, second);
}

static void
test_documents_are_kept (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) bundle = NULL;
  g_autoptr (LicetJson) json = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  const char *digest;

  tree_write (tree, "rules/eu/one.json", "{\"b\": 1,\n \"a\": []}", -1);
  tree_write (tree, "forms/README.md", "not data", -1);
  bundle = tree_open (tree);
  names = licet_bundle_dup_document_names (bundle, "rules/");
  g_assert_cmpstrv (names, ((const char *const[]) { "rules/eu/one.json", NULL }));
  json = licet_bundle_load_document (bundle, "rules/eu/one.json", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (licet_json_get_text (json), ==, "{\"a\":[],\"b\":1}");
  digest = licet_bundle_get_document_digest (bundle, "rules/eu/one.json");
  g_assert_true (licet_digest_is_valid (digest));
  g_assert_true (digest == licet_bundle_get_document_digest (bundle, "rules/eu/one.json"));
  g_assert_null (licet_bundle_get_document_digest (bundle, "rules/eu/two.json"));
  g_assert_null (licet_bundle_load_document (bundle, "rules/eu/two.json", &error));
  g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE);
}

static gboolean
refuse_two (LicetBundle *bundle,
            const char *name,
            LicetJson *json,
            GError **error)
{
  LicetJsonPlace root;

  g_assert_nonnull (licet_bundle_find_node (bundle, "alpha:3A001.a", NULL));
  licet_json_place_root (json, &root);
  if (!licet_json_place_has (&root, "two"))
    return TRUE;
  licet_json_place_set_error (&root, error, "two is refused; take it out");
  return FALSE;
}

static void
test_higher_layers_check_their_own (void)
{
  static const LicetDocumentChecker checkers[] = { { "rules/", refuse_two } };
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (GError) error = NULL;

  tree_write (tree, "rules/a.json", "{}", -1);
  tree_write (tree, "forms/b.json", "{\"two\": true}", -1);
  g_assert_true (licet_bundle_compile (tree->folder, tree->bundle, "1", checkers, 1, NULL, &error));
  g_assert_no_error (error);
  tree_write (tree, "rules/b.json", "\n{\"two\": true}", -1);
  g_assert_false (licet_bundle_compile (tree->folder, tree->bundle, "1", checkers, 1, NULL,
                                        &error));
  g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_DATA);
  g_assert_cmpstr (error->message, ==, "rules/b.json:2: /: two is refused; take it out");
}

static void
test_failure_leaves_the_old_bundle (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_object_unref (tree_open (tree));
  before = licet_digest_file (tree->bundle, NULL, NULL, NULL);
  tree_write (tree, "lists/alpha/terms.json", "{", -1);
  g_assert_false (tree_compile (tree, NULL, &error));
  after = licet_digest_file (tree->bundle, NULL, NULL, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_sources_are_named_for_the_build (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_auto (GStrv) names = licet_bundle_dup_source_names (tree->folder);

  g_assert_true (g_strv_contains ((const char *const *) names, "lists/alpha"));
  g_assert_true (g_strv_contains ((const char *const *) names, "lists/alpha/category-3.json"));
  g_assert_true (g_strv_contains ((const char *const *) names, "vocabulary/units.json"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/compile/node-is-what-was-written", test_node_is_what_was_written);
  g_test_add_func ("/lists/compile/conditions-are-what-was-written",
                   test_conditions_are_what_was_written);
  g_test_add_func ("/lists/compile/answers-have-keys", test_answers_have_keys);
  g_test_add_func ("/lists/compile/as-takes-over-within-a-list", test_as_takes_over_within_a_list);
  g_test_add_func ("/lists/compile/as-takes-over-across-lists", test_as_takes_over_across_lists);
  g_test_add_func ("/lists/compile/as-of-a-missing-category-is-asked",
                   test_as_of_a_missing_category_is_asked);
  g_test_add_func ("/lists/compile/missing-categories-are-named",
                   test_missing_categories_are_named);
  g_test_add_func ("/lists/compile/unused-words-are-noted", test_unused_words_are_noted);
  g_test_add_func ("/lists/compile/vocabulary-is-what-was-written",
                   test_vocabulary_is_what_was_written);
  g_test_add_func ("/lists/compile/digests-follow-the-content", test_digests_follow_the_content);
  g_test_add_func ("/lists/compile/same-data-gives-same-bytes", test_same_data_gives_same_bytes);
  g_test_add_func ("/lists/compile/documents-are-kept", test_documents_are_kept);
  g_test_add_func ("/lists/compile/higher-layers-check-their-own",
                   test_higher_layers_check_their_own);
  g_test_add_func ("/lists/compile/failure-leaves-the-old-bundle",
                   test_failure_leaves_the_old_bundle);
  g_test_add_func ("/lists/compile/sources-are-named-for-the-build",
                   test_sources_are_named_for_the_build);
  return g_test_run ();
}
