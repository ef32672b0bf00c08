/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-interval-private.h"
#include "licet-tester-private.h"

G_BEGIN_DECLS

/* The sentences of findings and clauses, in English, without a final stop. They return (transfer full) text unless it says otherwise. */

/** _licet_words_kind: Whether the item is a thing of @kind, and by which statement. */
char *_licet_words_kind (LicetItem *item,
                         const LicetKind *kind,
                         LicetVerdict verdict);
/** _licet_words_quantity: "Resolution is 14 bit; needs at least 14 bit and less than 16 bit". */
char *_licet_words_quantity (const LicetCondition *condition,
                             const LicetFact *fact,
                             LicetTruth truth);
/** _licet_words_expression: The same of a formula. */
char *_licet_words_expression (const LicetCondition *condition,
                               const LicetOperand *operand,
                               LicetTruth truth);
/** _licet_words_choice: Which value the property has, and which are asked for. */
char *_licet_words_choice (const LicetCondition *condition,
                           const char *const *stated,
                           LicetTruth truth);
/** _licet_words_answer: What was answered, with (nullable) the reason given. */
char *_licet_words_answer (const char *question,
                           LicetTruth truth,
                           const char *why);
/** _licet_words_self: How the item stands to another paragraph. */
char *_licet_words_self (LicetTester *tester,
                         const char *code,
                         const LicetNode *target,
                         LicetTruth truth,
                         gboolean is_circle);
/** _licet_words_absent_target: The same when the bundle does not hold that paragraph. */
char *_licet_words_absent_target (const char *code,
                                  LicetTruth truth,
                                  const char *why);
/** _licet_words_relation: What stands in the relation, and @decisive (nullable) among it. */
char *_licet_words_relation (const LicetCondition *condition,
                             const char *const *targets,
                             const char *decisive,
                             LicetTruth truth);
/** _licet_words_host: Whether what the item is part of is listed. */
char *_licet_words_host (const char *const *targets,
                         LicetTruth truth);
/** _licet_words_combination: The part that decides, or all of them. */
char *_licet_words_combination (const LicetCondition *condition,
                                GPtrArray *parts,
                                LicetTruth truth);
/** _licet_words_clause: Why @clause, otherwise complete, came out as it did. */
char *_licet_words_clause (LicetTester *tester,
                           const LicetClause *clause,
                           const LicetNodeTest *test);

/** _licet_words_name_above: Where a clause below @root only waits for what stands above it, says for which paragraph and why. */
void _licet_words_name_above (LicetClause *root);

/** _licet_words_bounds: "at least 14 bit and less than 16 bit". */
char *_licet_words_bounds (const LicetBound *bounds,
                           guint n_bounds);
/** _licet_words_truth: Returns: (transfer none): "met", "not met" or "open". */
const char *_licet_words_truth (LicetTruth truth);
/** _licet_words_note_name: What to call the note of @note: its citation, or "a note". */
const char *_licet_words_note_name (const LicetClauseNote *note);

G_END_DECLS
