/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-item.h"

G_BEGIN_DECLS

/**
 * LicetClassifyOptions:
 * @near_percent: a value within this share of a threshold, in percent, is marked near; 5 unless set, at most
 *   %LICET_MAX_NEAR_PERCENT
 * @resolve: (nullable) (scope forever): how an item of the case ("item:ID") named in a relation is looked up: whether it was
 *   determined under a code ("eu-annex-i:3A001.a") or below, or under any of the list ("eu-annex-i:*"). Unknown when it has no
 *   determination. %NULL: every such relation is unknown.
 * @resolve_data: for @resolve
 */
typedef struct {
  guint near_percent;
  LicetTruth (*resolve) (const char *item_id,
                         const char *code,
                         gpointer user_data);
  gpointer resolve_data;
} LicetClassifyOptions;

/** LICET_MAX_NEAR_PERCENT: the widest margin that counts as near. */
#define LICET_MAX_NEAR_PERCENT 100

/** LICET_CLASSIFY_OPTIONS_INIT: near is 5 %, no items of a case. */
#define LICET_CLASSIFY_OPTIONS_INIT { 5, NULL, NULL }

typedef struct _LicetFinding LicetFinding;
typedef struct _LicetClause LicetClause;
typedef struct _LicetClauseNote LicetClauseNote;
typedef struct _LicetClauseSheet LicetClauseSheet;

/**
 * LicetFinding:
 * @condition: what was tested
 * @truth: how it came out
 * @why: English, with the fact: "Resolution is 14 bit; needs at least 14 bit and less than 16 bit"
 * @near: whether the value stands within the near margin of a threshold, on either side
 * @margin: (nullable): how far above (+) or below (-) the nearest threshold, "+0.04 %"; only for one exact value and a threshold
 *   that is not 0 and not of a unit with an offset
 * @by_kind: whether it is not met only because of the kinds that were stated
 * @missing: (nullable): what would decide it: "quantity:sample-rate", "choice:stage", "kind:adc", "answer:KEY", "relation:for"; of a
 *   combination, what would decide its first open part; %NULL where only the paragraph referred to can tell
 * @parts: (element-type LicetFinding) (nullable): findings of a combination
 */
struct _LicetFinding {
  const LicetCondition *condition;
  LicetTruth truth;
  char *why;
  gboolean near;
  char *margin;
  gboolean by_kind;
  char *missing;
  GPtrArray *parts;
};

/**
 * LicetClauseNote:
 * @note: (nullable): an excluding, including, requiring or deferring note
 * @general: (nullable): the same of the list, then @note is %NULL
 * @truth: how its condition came out. A deferring note takes out what it governs only when what the item is part of is not
 *   listed: whatever is not described here does not come to be so by going into something listed.
 * @finding: the reason; of a deferring note, with what the item is part of as its second part
 */
struct _LicetClauseNote {
  const LicetNote *note;
  const LicetGeneralNote *general;
  LicetTruth truth;
  LicetFinding *finding;
};

/**
 * LicetClause:
 * @node: the paragraph
 * @verdict: met, not met or unknown: its conditions, its children and its notes together
 * @own: its conditions alone
 * @why: English, the reason in one sentence
 * @near: whether a finding here or, when the verdict rests on it, below is near a threshold
 * @by_kind: whether it is ruled out only by the kinds that were stated
 * @findings: (element-type LicetFinding): one for each condition
 * @notes: (element-type LicetClauseNote): notes that decide, in the order of the law
 * @children: (element-type LicetClause)
 */
struct _LicetClause {
  const LicetNode *node;
  LicetTruth verdict;
  LicetTruth own;
  char *why;
  gboolean near;
  gboolean by_kind;
  GPtrArray *findings;
  GPtrArray *notes;
  GPtrArray *children;
};

#define LICET_TYPE_CLAUSE_SHEET (licet_clause_sheet_get_type ())
GType licet_clause_sheet_get_type (void);

/**
 * licet_clause_sheet_new:
 * @item: the item
 * @entry: an entry or a paragraph; the sheet starts there, conditions of the nodes above it included in the verdict
 * @options: (nullable): the options
 *
 * Each paragraph of the entry with its verdict and reasons. Pure: the same facts give the same sheet. The verdict of a clause
 * includes all that stands above it. Parts of a paragraph that holds as a whole only are shown each alone; at the top of a
 * sheet such a part is met with the others only.
 *
 * Returns: (transfer full): the sheet, counted by reference
 */
LicetClauseSheet *licet_clause_sheet_new (LicetItem *item,
                                          const LicetNode *entry,
                                          const LicetClassifyOptions *options);
/** licet_clause_sheet_ref: Returns: (transfer full): @sheet. */
LicetClauseSheet *licet_clause_sheet_ref (LicetClauseSheet *sheet);
/** licet_clause_sheet_unref: Gives up a reference; %NULL is accepted. */
void licet_clause_sheet_unref (LicetClauseSheet *sheet);
/** licet_clause_sheet_get_root: Returns: (transfer none): the top clause. */
const LicetClause *licet_clause_sheet_get_root (LicetClauseSheet *sheet);
/** licet_clause_sheet_find: Returns: (transfer none) (nullable): the clause of the node "3A001.a.5". */
const LicetClause *licet_clause_sheet_find (LicetClauseSheet *sheet,
                                            const char *full);
/** licet_clause_sheet_dup_met_paths: Returns: (transfer full): deepest paragraphs that are met, full codes in the order of the law. */
GStrv licet_clause_sheet_dup_met_paths (LicetClauseSheet *sheet);
/** licet_clause_sheet_serialise: Returns: (transfer full): the sheet as JSON, for records and --json. */
JsonNode *licet_clause_sheet_serialise (LicetClauseSheet *sheet);

/**
 * licet_evaluate:
 *
 * The verdict alone, without reasons: what the walk uses.
 *
 * Returns: the same verdict as the root of licet_clause_sheet_new()
 */
LicetTruth licet_evaluate (LicetItem *item,
                           const LicetNode *node,
                           const LicetClassifyOptions *options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetClauseSheet, licet_clause_sheet_unref)

G_END_DECLS
