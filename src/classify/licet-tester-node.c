/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-tester-node"

#include "config.h"

#include "licet-tester-private.h"

#include "licet-item-private.h"
#include "licet-words-private.h"

static LicetVerdict test_below (LicetTester *self,
                                const LicetNode *node,
                                LicetVerdict above,
                                gboolean has_conditions,
                                LicetClause *clause,
                                LicetNodeTest *ret_test);

static void
clause_note_free (LicetClauseNote *note)
{
  _licet_finding_free (note->finding);
  g_free (note);
}

static void
clause_free (LicetClause *clause)
{
  _licet_clause_clear (clause);
  g_free (clause);
}

static void
init_clause (LicetClause *clause,
             const LicetNode *node)
{
  *clause = (LicetClause) { .node = node };
  clause->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_finding_free);
  clause->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_note_free);
  clause->children = g_ptr_array_new_with_free_func ((GDestroyNotify) clause_free);
}

static LicetVerdict
test_nature (LicetTester *self,
             const LicetNode *node)
{
  if (!licet_item_has_nature (self->item))
    return licet_verdict_new (LICET_UNKNOWN);
  return licet_verdict_new (licet_item_get_nature (self->item) == node->nature ? LICET_MET
                                                                               : LICET_NOT_MET);
}

static LicetVerdict
test_own (LicetTester *self,
          const LicetNode *node,
          LicetClause *clause)
{
  LicetVerdict own = LICET_VERDICT (LICET_MET);

  for (guint i = 0; i < node->n_conditions && (clause != NULL || !licet_verdict_is_no (own)); i++) {
    LicetFinding *finding = NULL;

    own = licet_verdict_and (own, _licet_tester_test_condition (self, node->conditions[i],
                                                                clause != NULL ? &finding : NULL));
    if (clause != NULL)
      g_ptr_array_add (clause->findings, finding);
  }
  return own;
}

/* Whether the item is what the note defers for, and what it is part of decides: two findings under one head. */
static LicetVerdict
test_deferral (LicetTester *self,
               LicetVerdict applies,
               LicetFinding **finding)
{
  LicetFinding *host = finding != NULL ? g_new0 (LicetFinding, 1) : NULL;
  LicetVerdict verdict = _licet_tester_test_host (self, host);

  if (finding != NULL) {
    LicetFinding *both = g_new0 (LicetFinding, 1);

    both->condition = (*finding)->condition;
    both->truth = applies.truth;
    /* What it is part of is nobody's business unless the note applies. */
    both->why = applies.truth == LICET_NOT_MET
                    ? g_strdup ((*finding)->why)
                    : g_strdup_printf ("%s; %s", (*finding)->why, host->why);
    if (applies.truth != LICET_NOT_MET)
      both->missing = g_strdup ((*finding)->missing != NULL ? (*finding)->missing : host->missing);
    both->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_finding_free);
    g_ptr_array_add (both->parts, *finding);
    g_ptr_array_add (both->parts, host);
    *finding = both;
  }
  return licet_verdict_or (licet_verdict_not (applies), verdict);
}

static void
apply_note (LicetTester *self,
            const LicetPlacedNote *placed,
            LicetNodeTest *test,
            LicetClause *clause)
{
  LicetFinding *finding = NULL;
  LicetFinding **words = clause != NULL ? &finding : NULL;
  LicetVerdict verdict;

  if (placed->general != NULL && self->ignores_general)
    return;
  verdict = _licet_tester_test_condition (self, placed->when, words);
  if (placed->effect == LICET_NOTE_INCLUDES)
    test->included = licet_verdict_or (test->included, verdict);
  else if (placed->effect == LICET_NOTE_EXCLUDES)
    test->open = licet_verdict_and (test->open, licet_verdict_not (verdict));
  else if (placed->effect == LICET_NOTE_REQUIRES)
    test->open = licet_verdict_and (test->open, verdict);
  else
    test->open = licet_verdict_and (test->open, test_deferral (self, verdict, words));
  if (clause != NULL) {
    LicetClauseNote *note = g_new0 (LicetClauseNote, 1);

    *note = (LicetClauseNote) { placed->note, placed->general, verdict.truth, finding };
    g_ptr_array_add (clause->notes, note);
  }
}

static void
test_notes (LicetTester *self,
            const LicetNode *node,
            LicetNodeTest *test,
            LicetClause *clause)
{
  const GArray *placed = self->notes != NULL ? _licet_note_index_lookup (self->notes, node) : NULL;

  for (guint i = 0; i < node->n_notes; i++) {
    const LicetNote *note = &node->notes[i];
    const LicetPlacedNote own = { note->effect, note->when, note, NULL };

    /* One that names other nodes is placed by the index, here too when it governs this one. */
    if (_licet_note_decides (note->effect, note->when) &&
        (note->paths == NULL || note->paths[0] == NULL))
      apply_note (self, &own, test, clause);
  }
  for (guint i = 0; placed != NULL && i < placed->len; i++)
    apply_note (self, &g_array_index (placed, LicetPlacedNote, i), test, clause);
}

static LicetVerdict
test_child (LicetTester *self,
            const LicetNode *child,
            LicetVerdict above,
            gboolean has_conditions,
            LicetClause *clause)
{
  LicetNodeTest test;
  LicetClause *words = NULL;

  if (clause != NULL && !self->is_shallow) {
    words = g_new0 (LicetClause, 1);
    g_ptr_array_add (clause->children, words);
  }
  (void) test_below (self, child, above, has_conditions, words, &test);
  /* What stands above is added once, at the top: here it would only hide why a child is not met. */
  test.above = licet_verdict_new (LICET_MET);
  return _licet_node_test_get_verdict (&test);
}

/* A place that the law leaves empty neither meets a paragraph nor keeps another from being met. */
static LicetVerdict
test_children (LicetTester *self,
               const LicetNode *node,
               LicetVerdict above,
               gboolean has_conditions,
               LicetClause *clause)
{
  LicetVerdict verdict = licet_verdict_new (LICET_NOT_MET);
  gboolean is_first = TRUE;

  for (guint i = 0; i < node->n_children; i++) {
    LicetVerdict child;

    if (clause == NULL && !is_first &&
        (node->is_all ? licet_verdict_is_no (verdict) : licet_verdict_is_yes (verdict)))
      break;
    child = test_child (self, node->children[i], above, has_conditions, clause);
    if (node->children[i]->is_unused)
      continue;
    if (is_first || !node->is_all)
      verdict = licet_verdict_or (verdict, child);
    else
      verdict = licet_verdict_and (verdict, child);
    is_first = FALSE;
  }
  return verdict;
}

static void
finish_clause (LicetTester *self,
               LicetClause *clause,
               const LicetNodeTest *test,
               LicetVerdict verdict)
{
  clause->verdict = verdict.truth;
  clause->own = test->own.truth;
  clause->by_kind = licet_verdict_is_by_kind (verdict);
  clause->near = licet_verdict_is_near (verdict);
  for (guint i = 0; i < clause->findings->len; i++)
    clause->near =
        clause->near || ((const LicetFinding *) g_ptr_array_index (clause->findings, i))->near;
  clause->why = _licet_words_clause (self, clause, test);
}

/* @has_conditions: whether a node above has any: a heading that nothing at all decides is open, never met of itself. */
static LicetVerdict
test_below (LicetTester *self,
            const LicetNode *node,
            LicetVerdict above,
            gboolean has_conditions,
            LicetClause *clause,
            LicetNodeTest *ret_test)
{
  LicetVerdict no = LICET_VERDICT (LICET_NOT_MET);
  LicetNodeTest test = { above, test_nature (self, node), no, LICET_VERDICT (LICET_MET), no, no };
  LicetVerdict verdict;

  if (clause != NULL)
    init_clause (clause, node);
  has_conditions = has_conditions || node->n_conditions > 0;
  if (!node->is_unused && (clause != NULL || !licet_verdict_is_no (test.nature))) {
    test.own = test_own (self, node, clause);
    test_notes (self, node, &test, clause);
    if (node->n_children == 0)
      test.children = licet_verdict_new (has_conditions ? LICET_MET : LICET_UNKNOWN);
    else if (clause != NULL || !licet_verdict_is_no (licet_verdict_and (test.own, test.open)))
      test.children = test_children (self, node,
                                     licet_verdict_and (licet_verdict_and (above, test.nature),
                                                        licet_verdict_and (test.own, test.open)),
                                     has_conditions, clause);
  }
  verdict = _licet_node_test_get_verdict (&test);
  if (clause != NULL)
    finish_clause (self, clause, &test, verdict);
  if (ret_test != NULL)
    *ret_test = test;
  return verdict;
}

static gboolean
any_above_has_conditions (const LicetNode *node)
{
  for (const LicetNode *up = node->parent; up != NULL; up = up->parent)
    if (up->n_conditions > 0)
      return TRUE;
  return FALSE;
}

/* All that stands above @node. Where the law asks for all paragraphs of a node together, none of them is met alone. */
static LicetVerdict
test_above (LicetTester *self,
            const LicetNode *node)
{
  const LicetNode *up = node->parent;
  LicetVerdict verdict;
  LicetNodeTest test;

  if (up == NULL)
    return licet_verdict_new (LICET_MET);
  verdict = test_above (self, up);
  if (licet_verdict_is_no (verdict))
    return verdict;
  test = (LicetNodeTest) {
    .nature = test_nature (self, up),
    .own = test_own (self, up, NULL),
    .open = LICET_VERDICT (LICET_MET),
    .included = LICET_VERDICT (LICET_NOT_MET),
  };
  test_notes (self, up, &test, NULL);
  verdict = licet_verdict_and (licet_verdict_and (verdict, test.nature),
                               licet_verdict_and (test.own, test.open));
  if (up->is_all && !licet_verdict_is_no (verdict))
    verdict = licet_verdict_and (
        verdict, test_children (self, up, verdict, any_above_has_conditions (node), NULL));
  return verdict;
}

static LicetVerdict
test_whole (LicetTester *self,
            const LicetNode *node,
            LicetClause *clause,
            LicetNodeTest *ret_test)
{
  const LicetControlList *before = _licet_tester_enter (self, node->list);
  LicetVerdict verdict;

  verdict = test_below (self, node, test_above (self, node), any_above_has_conditions (node),
                        clause, ret_test);
  (void) _licet_tester_enter (self, before);
  return verdict;
}

LicetVerdict
_licet_tester_test_node (LicetTester *self,
                         const LicetNode *node,
                         LicetClause *clause)
{
  return test_whole (self, node, clause, NULL);
}

void
_licet_tester_take_apart (LicetTester *self,
                          const LicetNode *node,
                          LicetNodeTest *ret_test)
{
  (void) test_whole (self, node, NULL, ret_test);
}

LicetVerdict
_licet_node_test_get_verdict (const LicetNodeTest *test)
{
  LicetVerdict positive =
      licet_verdict_or (licet_verdict_and (test->own, test->children), test->included);

  return licet_verdict_and (licet_verdict_and (test->above, test->nature),
                            licet_verdict_and (positive, test->open));
}

void
_licet_clause_clear (LicetClause *clause)
{
  g_clear_pointer (&clause->why, g_free);
  g_clear_pointer (&clause->findings, g_ptr_array_unref);
  g_clear_pointer (&clause->notes, g_ptr_array_unref);
  g_clear_pointer (&clause->children, g_ptr_array_unref);
}
