/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include "random-item.h"

/* On the real law: the fast way agrees with the sheet, and to know less never turns one decision into the other. */

#define N_ITEMS 40

static LicetBundle *law;

static const LicetNode *const *
get_entries (guint *ret_n)
{
  g_autoptr (GError) error = NULL;
  const LicetControlList *list =
      licet_bundle_get_list (law, licet_bundle_get_list_ids (law)[0], &error);

  g_assert_no_error (error);
  return licet_control_list_get_entries (list, ret_n);
}

static void
assert_clause (LicetItem *item,
               const LicetClause *clause)
{
  g_assert_nonnull (clause->why);
  g_assert_cmpuint (strlen (clause->why), >, 0);
  /* Within a sheet the parts of a whole are shown alone; everything else as it is asked for by itself. */
  for (guint i = 0; i < clause->children->len; i++)
    assert_clause (item, g_ptr_array_index (clause->children, i));
  for (guint i = 0; i < clause->findings->len; i++) {
    const LicetFinding *finding = g_ptr_array_index (clause->findings, i);

    g_assert_nonnull (finding->why);
    if (finding->by_kind)
      g_assert_cmpint (finding->truth, ==, LICET_NOT_MET);
  }
  if (clause->by_kind)
    g_assert_cmpint (clause->verdict, ==, LICET_NOT_MET);
}

static void
test_fast_is_sheet (void)
{
  const LicetNode *const *entries;
  guint n;

  entries = get_entries (&n);
  for (guint i = 0; i < N_ITEMS; i++) {
    g_autoptr (LicetItem) item = random_item_new (law);

    for (guint j = 0; j < n; j++) {
      g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, entries[j], NULL);
      const LicetClause *root = licet_clause_sheet_get_root (sheet);

      g_assert_cmpint (licet_evaluate (item, entries[j], NULL), ==, root->verdict);
      assert_clause (item, root);
    }
  }
}

static void
collect_nodes (const LicetNode *node,
               GPtrArray *nodes)
{
  g_ptr_array_add (nodes, (gpointer) node);
  for (guint i = 0; i < node->n_children; i++)
    collect_nodes (node->children[i], nodes);
}

/* A paragraph alone against the same paragraph in the sheet of its entry. */
static void
test_paragraph_is_its_clause (void)
{
  const LicetNode *const *entries;
  guint n;

  entries = get_entries (&n);
  for (guint i = 0; i < N_ITEMS; i++) {
    g_autoptr (LicetItem) item = random_item_new (law);
    const LicetNode *entry = entries[g_test_rand_int_range (0, (int) n)];
    g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
    g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, entry, NULL);

    collect_nodes (entry, nodes);
    for (guint j = 0; j < nodes->len; j++) {
      const LicetNode *node = g_ptr_array_index (nodes, j);
      const LicetClause *clause = licet_clause_sheet_find (sheet, node->full);
      gboolean is_part = FALSE;

      for (const LicetNode *up = node->parent; up != NULL; up = up->parent)
        is_part = is_part || up->is_all;
      g_assert_nonnull (clause);
      if (!is_part)
        g_assert_cmpint (licet_evaluate (item, node, NULL), ==, clause->verdict);
    }
  }
}

static void
test_walk_is_sheet (void)
{
  g_autoptr (GError) error = NULL;
  const LicetControlList *list =
      licet_bundle_get_list (law, licet_bundle_get_list_ids (law)[0], &error);

  for (guint i = 0; i < N_ITEMS; i++) {
    g_autoptr (LicetItem) item = random_item_new (law);
    g_autoptr (LicetWalk) walk = NULL;
    GPtrArray *entries;
    guint counted = 0;

    (void) licet_item_set_relation (item, LICET_RELATION_CONTAINS, (const char *const[]) { NULL },
                                    NULL);
    walk = licet_walk_new (item, list, NULL, NULL, &error);
    g_assert_no_error (error);
    entries = licet_walk_get_entries (walk);
    for (guint j = 0; j < entries->len; j++) {
      const LicetWalkEntry *entry = g_ptr_array_index (entries, j);
      g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, entry->entry, NULL);

      g_assert_cmpint (licet_clause_sheet_get_root (sheet)->verdict, ==, entry->verdict);
      g_assert_cmpint (licet_clause_sheet_get_root (sheet)->by_kind, ==, entry->by_kind);
      g_assert_nonnull (entry->why);
    }
    for (guint j = 0; j <= LICET_MET; j++)
      counted += licet_walk_count (walk, (LicetTruth) j);
    g_assert_cmpuint (counted, ==, entries->len);
  }
}

/* With one fact less, what was decided stays or becomes open. Kinds are one fact: another kind stated says also what the thing
 * is not. */
static void
test_less_never_flips (void)
{
  const LicetNode *const *entries;
  guint n;

  entries = get_entries (&n);
  for (guint i = 0; i < N_ITEMS; i++) {
    g_autoptr (LicetItem) item = random_item_new (law);
    g_autoptr (LicetItem) less = random_item_dup_with_one_fact_less (item);

    for (guint j = 0; j < n; j++) {
      LicetTruth before = licet_evaluate (item, entries[j], NULL);
      LicetTruth after = licet_evaluate (less, entries[j], NULL);

      if (before == LICET_UNKNOWN)
        g_assert_cmpint (after, ==, LICET_UNKNOWN);
      else if (after != LICET_UNKNOWN)
        g_assert_cmpint (after, ==, before);
    }
  }
}

static void
test_questions_are_sound (void)
{
  g_autoptr (GError) error = NULL;
  const LicetControlList *list =
      licet_bundle_get_list (law, licet_bundle_get_list_ids (law)[0], &error);

  for (guint i = 0; i < N_ITEMS / 4; i++) {
    g_autoptr (LicetItem) item = random_item_new (law);
    g_autoptr (LicetWalk) walk = licet_walk_new (item, list, NULL, NULL, &error);
    g_autoptr (GPtrArray) questions = licet_questions_for_walk (walk, item, G_MAXUINT);

    for (guint j = 0; j < questions->len; j++) {
      const LicetQuestion *question = g_ptr_array_index (questions, j);

      g_assert_cmpuint (question->settles, <=, question->open);
      g_assert_nonnull (strchr (question->missing, ':'));
      g_assert_cmpuint (strlen (question->text), >, 3);
    }
    /* Something open always has something to be asked. */
    if (licet_walk_count (walk, LICET_UNKNOWN) > 0)
      g_assert_cmpuint (questions->len, >, 0);
  }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  law = world_open_real ();
  g_test_add_func ("/classify/agreement/fast-way-is-the-sheet", test_fast_is_sheet);
  g_test_add_func ("/classify/agreement/paragraph-is-its-clause", test_paragraph_is_its_clause);
  g_test_add_func ("/classify/agreement/walk-is-the-sheet", test_walk_is_sheet);
  g_test_add_func ("/classify/agreement/one-fact-less-never-flips", test_less_never_flips);
  g_test_add_func ("/classify/agreement/questions-are-sound", test_questions_are_sound);
  status = g_test_run ();
  g_object_unref (law);
  return status;
}
