/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-tester-reason"

#include "config.h"

#include "licet-tester-private.h"

/* The child that stands for the verdict of its parent: of those ruled out, one that is only just so, then one that the facts
 * and not the kinds alone rule out; otherwise the first that came out alike. */
static const LicetNode *
choose_child (LicetTester *self,
              const LicetNode *node,
              LicetVerdict verdict)
{
  const LicetNode *chosen = NULL;
  guint best = 0;

  for (guint i = 0; i < node->n_children; i++) {
    LicetVerdict child;
    guint merit;

    if (node->children[i]->is_unused)
      continue;
    child = _licet_tester_test_node (self, node->children[i], NULL);
    if (child.truth != verdict.truth)
      continue;
    merit = licet_verdict_is_near (child) ? 3 : licet_verdict_is_by_kind (child) == licet_verdict_is_by_kind (verdict) ? 2 : 1;
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
