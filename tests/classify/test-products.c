/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include <string.h>

/* Real kinds of product with the figures of their datasheets against the real law (tests/fixtures/items.json): what the official
 * text says of each, decided by reading it. And ordinary products, which no entry names: how much one must answer until that is
 * certain. */

/* The most that an ordinary product may have to answer beyond what kind of thing it is, unless the fixture says why more. */
#define MOST_ANSWERS 12

typedef struct {
  const char *name;
  LicetJsonPlace place;
} Product;

static LicetBundle *law;
static const LicetControlList *list;
static LicetJson *json;
/* The places in the fixture outlive the tests: a place points at the one above it. */
static LicetJsonPlace root;
static LicetJsonPlace listed;
static LicetJsonPlace unlisted;

/* One case fails and the others run on: what a change of the law's data moves is seen at once. Returns: NULL when it cannot be read. */
static LicetItem *
read_item (const LicetJsonPlace *product)
{
  g_autoptr (GError) error = NULL;
  LicetJsonPlace place;
  LicetItem *item;

  g_assert_true (licet_json_place_member (product, "item", &place, NULL));
  item = licet_item_new_from_json (law, &place, &error);
  if (item == NULL)
    g_test_fail_printf ("%s", error->message);
  return item;
}

static const LicetNode *
find_entry (const LicetNode *node)
{
  while (node->parent != NULL)
    node = node->parent;
  return node;
}

static void
check_expectation (const Product *product,
                   LicetItem *item,
                   const LicetJsonPlace *expected)
{
  g_autoptr (LicetClauseSheet) sheet = NULL;
  const LicetClause *clause;
  const LicetClause *top;
  const LicetNode *node;
  const char *verdict;
  const char *code;
  LicetTruth truth;

  g_assert_true (licet_json_place_get_string (expected, "code", &code, NULL));
  g_assert_true (licet_json_place_get_string (expected, "verdict", &verdict, NULL));
  g_assert_true (licet_truth_parse (verdict, &truth));
  node = licet_control_list_find (list, code);
  if (node == NULL) {
    g_test_fail_printf ("%s: the list has no %s", product->name, code);
    return;
  }
  sheet = licet_clause_sheet_new (item, find_entry (node), NULL);
  top = licet_clause_sheet_get_root (sheet);
  clause = licet_clause_sheet_find (sheet, code);
  if (clause->verdict != truth)
    g_test_fail_printf ("%s: %s should be %s and is %s: %s", product->name, code, verdict,
                        licet_truth_serialise (clause->verdict), clause->why);
  if (licet_json_place_has (expected, "near")) {
    gboolean near;

    g_assert_true (licet_json_place_get_optional_boolean (expected, "near", FALSE, &near, NULL));
    if (clause->near != near)
      g_test_fail_printf ("%s: %s should be %s and is not: %s", product->name, code,
                          near ? "near its threshold" : "far from its threshold", clause->why);
  }
  if (licet_evaluate (item, find_entry (node), NULL) != top->verdict)
    g_test_fail_printf ("%s: %s is %s on its sheet and otherwise when evaluated: %s", product->name,
                        find_entry (node)->full, licet_truth_serialise (top->verdict), top->why);
}

static void
test_product (gconstpointer data)
{
  const Product *product = data;
  g_autoptr (LicetItem) item = read_item (&product->place);
  LicetJsonPlace expected;
  guint n = 0;

  g_assert_true (licet_json_place_member (&product->place, "expect", &expected, NULL));
  g_assert_true (licet_json_place_length (&expected, &n, NULL));
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n && item != NULL; i++) {
    LicetJsonPlace place;

    licet_json_place_element (&expected, i, &place);
    check_expectation (product, item, &place);
  }
}

/* Each verdict in each category: a set that only ever said "met" would pass with a program that does. */
static void
test_set_is_wide (void)
{
  guint counts[10][LICET_MET + 1] = { 0 };
  guint n_other = 0;
  guint n = 0;

  g_assert_true (licet_json_place_length (&unlisted, &n, NULL));
  g_assert_cmpuint (n, >=, 25);
  g_assert_true (licet_json_place_length (&listed, &n, NULL));
  g_assert_cmpuint (n, >=, 160);
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace product;
    LicetJsonPlace expected;
    LicetJsonPlace first;
    g_autoptr (LicetItem) item = NULL;
    const char *verdict;
    const char *code;
    LicetTruth truth;

    licet_json_place_element (&listed, i, &product);
    g_assert_true (licet_json_place_member (&product, "expect", &expected, NULL));
    licet_json_place_element (&expected, 0, &first);
    g_assert_true (licet_json_place_get_string (&first, "code", &code, NULL));
    g_assert_true (licet_json_place_get_string (&first, "verdict", &verdict, NULL));
    g_assert_true (licet_truth_parse (verdict, &truth));
    counts[code[0] - '0'][truth]++;
    item = read_item (&product);
    n_other += item != NULL && licet_item_get_nature (item) != LICET_NATURE_GOODS;
  }
  for (guint category = 0; category < 10; category++) {
    const guint *count = counts[category];

    g_test_message ("category %u: %u met, %u not met, %u unknown", category, count[LICET_MET],
                    count[LICET_NOT_MET], count[LICET_UNKNOWN]);
    for (guint truth = 0; truth <= LICET_MET; truth++)
      g_assert_cmpuint (count[truth], >, 0);
  }
  g_assert_cmpuint (n_other, >=, 12);
}

static const char *
strip (const char *missing,
       const char *prefix)
{
  return g_str_has_prefix (missing, prefix) ? missing + strlen (prefix) : NULL;
}

/* Answers @missing from what is known of the product. Returns: whether that is known. */
static gboolean
answer (LicetItem *item,
        LicetItem *known,
        const char *missing)
{
  const char *id;

  if ((id = strip (missing, "quantity:")) != NULL) {
    g_autoptr (GPtrArray) facts = licet_item_dup_facts (known);

    for (guint i = 0; i < facts->len; i++) {
      const LicetFact *fact = g_ptr_array_index (facts, i);

      if (g_str_equal (fact->quantity->id, id))
        return licet_item_set_fact (item, id, licet_value_get_text (fact->value), NULL, NULL);
    }
    return FALSE;
  }
  if ((id = strip (missing, "choice:")) != NULL) {
    const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (law);
    const LicetChoice *choice = licet_vocabulary_find_choice (vocabulary, id);
    const char *const *values = choice != NULL ? licet_item_get_choice (known, choice) : NULL;

    return values != NULL && licet_item_set_choice (item, id, values, NULL);
  }
  if ((id = strip (missing, "relation:")) != NULL) {
    for (guint i = LICET_RELATION_SELF + 1; i <= LICET_RELATION_PART_OF; i++) {
      const char *const *targets = licet_item_get_relation (known, (LicetRelation) i);

      if (g_str_equal (licet_relation_serialise ((LicetRelation) i), id))
        return targets != NULL && licet_item_set_relation (item, (LicetRelation) i, targets, NULL);
    }
    return FALSE;
  }
  id = strip (missing, "answer:");
  if (id == NULL)
    id = missing;
  if (licet_item_get_answer (known, id, NULL) == LICET_UNKNOWN)
    return FALSE;
  licet_item_set_answer (item, id, licet_item_get_answer (known, id, NULL), NULL);
  return TRUE;
}

/* What a small exporter does: says what kind of thing it is, and then answers what is asked, one after the other. */
static void
test_ordinary (gconstpointer data)
{
  const Product *product = data;
  g_autoptr (LicetItem) known = read_item (&product->place);
  g_autoptr (LicetItem) item = licet_item_new (law);
  g_autoptr (GString) asked = g_string_new (NULL);
  g_auto (GStrv) kinds = NULL;
  g_autoptr (GError) error = NULL;
  guint n_answers = 0;
  gint64 most = MOST_ANSWERS;

  if (known == NULL)
    return;
  kinds = licet_item_dup_kinds (known);
  g_assert_true (licet_json_place_get_optional_integer (&product->place, "at-most", most, &most,
                                                        NULL));
  licet_item_set_nature (item, licet_item_get_nature (known));
  for (guint i = 0; kinds[i] != NULL; i++) {
    licet_item_add_kind (item, kinds[i], &error);
    g_assert_no_error (error);
  }
  for (;;) {
    g_autoptr (LicetWalk) walk = licet_walk_new (item, list, NULL, NULL, &error);
    g_autoptr (GPtrArray) questions = NULL;
    const LicetQuestion *question;

    g_assert_no_error (error);
    if (licet_walk_count (walk, LICET_MET) > 0) {
      const LicetWalkEntry *entry = g_ptr_array_index (licet_walk_get_entries (walk), 0);

      g_test_fail_printf ("%s: %s is met: %s", product->name, entry->entry->full, entry->why);
      return;
    }
    if (licet_walk_can_conclude_not_listed (walk))
      break;
    questions = licet_questions_for_walk (walk, item, 1);
    g_assert_cmpuint (questions->len, >, 0);
    question = g_ptr_array_index (questions, 0);
    if (!answer (item, known, question->missing)) {
      g_autofree char *codes = g_strjoinv (" ", question->codes);

      g_test_fail_printf ("%s: after %u answers (%s) the fixture does not say %s: %s (%s)",
                          product->name, n_answers, asked->str, question->missing, question->text,
                          codes);
      return;
    }
    n_answers++;
    g_string_append_printf (asked, "%s%s", asked->len > 0 ? ", " : "", question->missing);
  }
  g_test_message ("%s: not listed after %u answers: %s", product->name, n_answers, asked->str);
  if (n_answers > most)
    g_test_fail_printf ("%s: not listed only after %u answers, more than %u: %s", product->name,
                        n_answers, (guint) most, asked->str);
}

/* One case for each product of @all. Returns: (transfer full): what the cases are given */
static GArray *
add_products (const LicetJsonPlace *all,
              const char *folder,
              GTestDataFunc test)
{
  GArray *products;
  guint n = 0;

  g_assert_true (licet_json_place_length (all, &n, NULL));
  products = g_array_sized_new (FALSE, TRUE, sizeof (Product), n);
  g_array_set_size (products, n);
  for (guint i = 0; i < n; i++) {
    Product *product = &g_array_index (products, Product, i);
    g_autoptr (GString) path = g_string_new (NULL);

    licet_json_place_element (all, i, &product->place);
    g_assert_true (licet_json_place_get_string (&product->place, "name", &product->name, NULL));
    g_string_append (path, product->name);
    g_string_replace (path, ", ", "-", 0);
    g_string_replace (path, " ", "-", 0);
    g_string_replace (path, "/", "-", 0);
    g_string_prepend (path, folder);
    g_test_add_data_func (path->str, product, test);
  }
  return products;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GArray) products = NULL;
  g_autoptr (GArray) ordinary = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  law = world_open_real ();
  list = licet_bundle_get_list (law, "eu-annex-i", &error);
  g_assert_no_error (error);
  path = g_test_build_filename (G_TEST_DIST, "fixtures", "items.json", NULL);
  json = licet_json_load (path, &error);
  g_assert_no_error (error);
  licet_json_place_root (json, &root);
  g_test_add_func ("/classify/products/every-category-has-every-verdict", test_set_is_wide);
  g_assert_true (licet_json_place_member (&root, "items", &listed, NULL));
  g_assert_true (licet_json_place_member (&root, "ordinary", &unlisted, NULL));
  products = add_products (&listed, "/classify/products/", test_product);
  ordinary = add_products (&unlisted, "/classify/ordinary/", test_ordinary);
  status = g_test_run ();
  licet_json_unref (json);
  g_object_unref (law);
  return status;
}
