/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-clause-sheet.h"
#include "licet-note-index-private.h"
#include "licet-verdict-private.h"

G_BEGIN_DECLS

/** LicetMissingType: what sort of fact is missing. */
typedef enum {
  LICET_MISSING_NATURE,
  LICET_MISSING_KIND,
  LICET_MISSING_QUANTITY,
  LICET_MISSING_CHOICE,
  LICET_MISSING_ANSWER,
  LICET_MISSING_RELATION,
} LicetMissingType;

/**
 * LicetMissing:
 * @type: what sort of fact
 * @id: (transfer none): which: the id, key or relation; "" for the nature. Lives as long as the bundle.
 * @subject: (transfer none) (nullable): the kind, quantity or choice, or the condition that asks
 */
typedef struct {
  LicetMissingType type;
  const char *id;
  gconstpointer subject;
} LicetMissing;

/**
 * LicetTester:
 * @item: the item
 * @options: how
 * @list: (nullable): the list of what is tested now; codes without a list are looked up in it
 * @notes: (nullable): its notes by node
 * @stack: (element-type LicetNode): what is being tested through "self" conditions
 * @n_cycles: how often something was met that was being tested already
 * @known: verdicts of nodes that "self" conditions asked for
 * @ignores_general: whether the notes of the list are left out, to see whether they decide
 * @assumed: (nullable): a missing fact that is taken as if it were known, to see what it settles
 * @assumed_truth: how what asks for it then comes out
 * @is_shallow: whether clauses are made for a node alone, without its children
 *
 * One item against any number of nodes. The words and the verdict come from the same walk through the conditions: the words are
 * made when there is somewhere to put them, so that the fast way and the sheet cannot disagree.
 */
typedef struct {
  LicetItem *item;
  LicetClassifyOptions options;
  const LicetControlList *list;
  const LicetNoteIndex *notes;
  GPtrArray *stack;
  guint n_cycles;
  GHashTable *known;
  gboolean ignores_general;
  const LicetMissing *assumed;
  LicetTruth assumed_truth;
  gboolean is_shallow;
} LicetTester;

/** _licet_tester_init: Makes @tester ready for @item; @options may be %NULL. The item is borrowed. */
void _licet_tester_init (LicetTester *tester,
                         LicetItem *item,
                         const LicetClassifyOptions *options);
/** _licet_tester_clear: Frees what @tester holds. */
void _licet_tester_clear (LicetTester *tester);

/** _licet_tester_enter: Turns to @list. Returns: (nullable): the list before, to be entered again afterwards. */
const LicetControlList *_licet_tester_enter (LicetTester *tester,
                                             const LicetControlList *list);

/** _licet_tester_test_condition: @ret_finding: (out) (optional) (transfer full): the verdict in words. */
LicetVerdict _licet_tester_test_condition (LicetTester *tester,
                                           const LicetCondition *condition,
                                           LicetFinding **ret_finding);

/** _licet_tester_test_entry: A condition of the type %LICET_CONDITION_ENTRY; words go to @finding if there is one. */
LicetVerdict _licet_tester_test_entry (LicetTester *tester,
                                       const LicetCondition *condition,
                                       LicetFinding *finding);

/** _licet_tester_test_host: Whether what the item is part of is listed. */
LicetVerdict _licet_tester_test_host (LicetTester *tester,
                                      LicetFinding *finding);

/**
 * _licet_tester_test_listed:
 * @target: one thing named in a relation
 *
 * Whether @target is listed in the tester's list at all.
 */
LicetTruth _licet_tester_test_listed (LicetTester *tester,
                                      const char *target);

/**
 * _licet_tester_test_target:
 * @target: one thing named in a relation
 * @code: a code, with its list before it or one of the tester's list
 *
 * Whether @target is specified in @code or below.
 */
LicetTruth _licet_tester_test_target (LicetTester *tester,
                                      const char *target,
                                      const char *code);

/**
 * _licet_tester_find_target:
 *
 * Returns: (nullable): the node that a condition of the type %LICET_CONDITION_ENTRY names; %NULL when the
 *   bundle does not hold it.
 */
const LicetNode *_licet_tester_find_target (LicetTester *tester,
                                            const LicetCondition *condition);

/**
 * _licet_tester_dup_target_key:
 *
 * Returns: (transfer full): under which key somebody may say whether the item is specified in a target that the
 *   bundle does not hold: "eu-annex-i:1C008.a".
 */
char *_licet_tester_dup_target_key (LicetTester *tester,
                                    const LicetCondition *condition);

/**
 * _licet_tester_test_node:
 * @clause: (nullable): filled with words when given
 *
 * The node with all that stands above it.
 */
LicetVerdict _licet_tester_test_node (LicetTester *tester,
                                      const LicetNode *node,
                                      LicetClause *clause);

/**
 * LicetNodeTest: a node taken apart.
 * @above: what stands above it
 * @nature: whether it is about things of the item's nature
 * @own: its conditions
 * @open: what notes require, less what they take out
 * @included: whether a note includes the item whatever the conditions say
 * @children: its children together; met when it has none
 */
typedef struct {
  LicetVerdict above;
  LicetVerdict nature;
  LicetVerdict own;
  LicetVerdict open;
  LicetVerdict included;
  LicetVerdict children;
} LicetNodeTest;

/** _licet_tester_take_apart: What decides @node, part by part. */
void _licet_tester_take_apart (LicetTester *tester,
                               const LicetNode *node,
                               LicetNodeTest *ret_test);
/** _licet_node_test_get_verdict: Returns: the parts together. */
LicetVerdict _licet_node_test_get_verdict (const LicetNodeTest *test);

/** _licet_tester_dup_reason: Returns: (transfer full): one sentence on why @node came out as it did, naming the paragraph that decides. */
char *_licet_tester_dup_reason (LicetTester *tester,
                                const LicetNode *node);

/** _licet_finding_free: Frees @finding with its parts; %NULL is accepted. */
void _licet_finding_free (LicetFinding *finding);
/** _licet_clause_clear: Frees what @clause holds. */
void _licet_clause_clear (LicetClause *clause);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetTester, _licet_tester_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetClause, _licet_clause_clear)

G_END_DECLS
