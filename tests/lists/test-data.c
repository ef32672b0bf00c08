/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-lists.h>
#include <string.h>

/* The data of the program itself, as it was compiled. */

typedef void (*NodeFunc) (const LicetNode *node,
                          gpointer data);

static LicetBundle *
open_bundle (void)
{
  g_autoptr (GError) error = NULL;
  LicetBundle *bundle = licet_bundle_open (NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

static void
walk_node (const LicetNode *node,
           NodeFunc func,
           gpointer data)
{
  func (node, data);
  for (guint i = 0; i < node->n_children; i++)
    walk_node (node->children[i], func, data);
}

static void
walk (LicetBundle *bundle,
      NodeFunc func,
      gpointer data)
{
  const char *const *ids = licet_bundle_get_list_ids (bundle);

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], NULL);
    const LicetNode *const *entries;
    guint n = 0;

    g_assert_nonnull (list);
    entries = licet_control_list_get_entries (list, &n);
    for (guint j = 0; j < n; j++)
      walk_node (entries[j], func, data);
  }
}

static void
count_category_3 (const LicetNode *node,
                  gpointer data)
{
  guint *counts = data;

  if (!g_str_equal (licet_control_list_get_id (node->list), "eu-annex-i") || node->code[0] != '3')
    return;
  counts[0] += node->parent == NULL;
  counts[1]++;
}

static void
test_category_3_is_complete (void)
{
  g_autoptr (LicetBundle) bundle = open_bundle ();
  const LicetControlList *list = licet_bundle_get_list (bundle, "eu-annex-i", NULL);
  guint counts[2] = { 0, 0 };

  g_assert_nonnull (list);
  walk (bundle, count_category_3, counts);
  g_assert_cmpuint (counts[0], ==, 51);
  g_assert_cmpuint (counts[1], ==, 543);
  g_assert_true (g_strv_contains (licet_control_list_get_categories (list), "3"));
  g_assert_cmpstr (licet_control_list_get_edition (list), ==, "2025-11-15");
}

static void
check_condition (const LicetCondition *condition,
                 GHashTable *keys)
{
  g_autofree char *words = licet_condition_dup_words (condition);

  g_assert_true (g_utf8_validate (words, -1, NULL));
  g_assert_cmpuint (strlen (words), >, 5);
  for (guint i = 0; i < condition->n_parts; i++)
    check_condition (condition->parts[i], keys);
  if (condition->type == LICET_CONDITION_DESCRIBED &&
      !g_hash_table_add (keys, (gpointer) condition->key))
    g_error ("two questions have the key %s", condition->key);
}

static void
check_node (const LicetNode *node,
            gpointer data)
{
  g_autofree char *citation = licet_node_dup_citation (node);
  g_autoptr (GPtrArray) terms = licet_node_dup_terms (node);

  g_assert_true (licet_control_list_find (node->list, node->full) == node);
  g_assert_nonnull (strstr (citation, node->full));
  g_assert_true (node->is_unused || node->n_conditions + node->n_children > 0);
  for (guint i = 0; i < node->n_conditions; i++)
    check_condition (node->conditions[i], data);
  for (guint i = 0; i < node->n_notes; i++)
    if (node->notes[i].when != NULL)
      check_condition (node->notes[i].when, data);
}

static void
test_every_paragraph_can_be_said_and_answered (void)
{
  g_autoptr (LicetBundle) bundle = open_bundle ();
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  walk (bundle, check_node, keys);
  g_assert_cmpuint (g_hash_table_size (keys), >, 0);
}

static void
test_bundle_opens_by_environment (void)
{
  g_autoptr (LicetBundle) bundle = open_bundle ();

  g_assert_true (licet_digest_is_valid (licet_bundle_get_digest (bundle)));
  g_assert_nonnull (licet_vocabulary_find_kind (licet_bundle_get_vocabulary (bundle), "adc"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lists/data/bundle-opens-by-environment", test_bundle_opens_by_environment);
  g_test_add_func ("/lists/data/category-3-is-complete", test_category_3_is_complete);
  g_test_add_func ("/lists/data/every-paragraph-can-be-said-and-answered",
                   test_every_paragraph_can_be_said_and_answered);
  return g_test_run ();
}
