/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-tester-reason"

#include "config.h"

#include "licet-tester-private.h"

/* How well a child that came out as its parent explains it: of those ruled out, one that is only just so; then, of these and of
 * the open ones, one whose own conditions hold, so that the item is what it is about; then one ruled out in the same way. */
static guint
get_merit (const LicetNodeTest *child,
           LicetVerdict child_verdict,
           LicetVerdict verdict)
{
  if (licet_verdict_is_near (child_verdict))
    return 4;
  if (child->own.truth == LICET_MET)
    return 3;
  return licet_verdict_is_by_kind (child_verdict) == licet_verdict_is_by_kind (verdict) ? 2 : 1;
}

static const LicetNode *
choose_child (LicetTester *self,
              const LicetNode *node,
              LicetVerdict verdict)
{
  const LicetNode *chosen = NULL;
  guint best = 0;

  for (guint i = 0; i < node->n_children; i++) {
    LicetNodeTest test;
    LicetVerdict child;
    guint merit;

    if (node->children[i]->is_unused)
      continue;
    _licet_tester_take_apart (self, node->children[i], &test);
    child = _licet_node_test_get_verdict (&test);
    if (child.truth != verdict.truth)
      continue;
    merit = get_merit (&test, child, verdict);
    if (merit > best) {
      chosen = node->children[i];
      best = merit;
    }
  }
  return chosen;
}

/* Whether the verdict rests on the children: with all else held, they alone come out so. */
static gboolean
rests_on_children (const LicetNode *node,
                   const LicetNodeTest *test,
                   LicetTruth truth)
{
  LicetTruth rest = licet_truth_and (licet_truth_and (test->above.truth, test->nature.truth),
                                     licet_truth_and (test->own.truth, test->open.truth));

  if (node->n_children == 0 || test->children.truth != truth)
    return FALSE;
  return rest == LICET_MET || (truth == LICET_NOT_MET && rest != LICET_NOT_MET);
}

static char *
explain (LicetTester *self,
         const LicetNode *node)
{
  g_auto (LicetClause) clause = { 0 };

  self->is_shallow = TRUE;
  (void) _licet_tester_test_node (self, node, &clause);
  self->is_shallow = FALSE;
  return g_steal_pointer (&clause.why);
}

char *
_licet_tester_dup_reason (LicetTester *self,
                          const LicetNode *node)
{
  const LicetNode *at = node;
  g_autofree char *why = NULL;
  LicetVerdict verdict;

  for (;;) {
    const LicetNode *child;
    LicetNodeTest test;

    _licet_tester_take_apart (self, at, &test);
    verdict = _licet_node_test_get_verdict (&test);
    /* What is met as a whole only is named as a whole. */
    if (!rests_on_children (at, &test, verdict.truth) || (at->is_all && verdict.truth == LICET_MET))
      break;
    child = choose_child (self, at, verdict);
    if (child == NULL)
      break;
    at = child;
  }
  why = explain (self, at);
  if (at == node && verdict.truth == LICET_NOT_MET)
    return g_steal_pointer (&why);
  switch (verdict.truth) {
  case LICET_NOT_MET:
    return g_strdup_printf ("Nothing in it applies; nearest is %s: %s", at->full, why);
  case LICET_UNKNOWN:
    return g_strdup_printf ("Open at %s: %s", at->full, why);
  case LICET_MET:
  default:
    return g_strdup_printf ("%s applies: %s", at->full, why);
  }
}
