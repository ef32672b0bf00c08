/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-requirement-query-private.h"
#include "licet-rule-book-private.h"

G_BEGIN_DECLS

/**
 * LicetRuleFacts: what is known in one evaluation, and what was found out on the way. Lives on the stack; the book and the query
 * outlive it.
 */
typedef struct {
  const LicetRuleBook *book;
  LicetRequirementQuery *query;
  const char *const *codes;              /* none unless the item is determined to be listed */
  const char *const *missing_categories; /* of the list, as the determination says */
  LicetTruth listed;
  guint8 *scopes; /* found truth + 1, by scope: whether some code is in it */
  guint8 *terms;  /* found truth + 1, by named condition */
  guint8 *answers; /* looked-up truth + 1, by question */
  /* Facts as texts, made when first needed; the pool owns them and may outlive this. */
  GPtrArray *pool;
  const char **answer_texts; /* by question */
  const char **code_texts;   /* by code; the last is for the item without codes */
  const char *destination_text;
  const char *origin_text;
  const char *transaction_text;
} LicetRuleFacts;

/** _licet_rule_facts_init: Reads what @query knows; texts are put into @pool (element-type utf8), which frees them. */
void _licet_rule_facts_init (LicetRuleFacts *facts,
                             const LicetRuleBook *book,
                             LicetRequirementQuery *query,
                             GPtrArray *pool);
/** _licet_rule_facts_clear: Frees what init made. */
void _licet_rule_facts_clear (LicetRuleFacts *facts);

/** _licet_rule_facts_is_stale: Returns: whether the item was determined under another edition of the list than the rules go by. */
gboolean _licet_rule_facts_is_stale (const LicetRuleFacts *facts);
/** _licet_rule_facts_get_answer: Returns: the answer to @question; unknown when there is none. */
LicetTruth _licet_rule_facts_get_answer (LicetRuleFacts *facts,
                                         const LicetRuleQuestion *question);
/** _licet_rule_evaluate: Returns: whether @condition (nullable: always) holds. */
LicetTruth _licet_rule_evaluate (LicetRuleFacts *facts,
                                 const LicetRuleCondition *condition);
/** _licet_rule_scope_covers: Returns: whether @code is in @scope. */
LicetTruth _licet_rule_scope_covers (LicetRuleFacts *facts,
                                     const LicetRuleScope *scope,
                                     const char *code);
/** _licet_rule_row_covers: Returns: whether @code is in @row, before what limits the row is looked at. */
LicetTruth _licet_rule_row_covers (const LicetScopeRow *row,
                                   const char *code);
/** _licet_rule_group_holds: Returns: whether @country (nullable) is in @group, with the answer that decides doubt. */
LicetTruth _licet_rule_group_holds (LicetRuleFacts *facts,
                                    const LicetRuleGroup *group,
                                    const char *country);

/** _licet_rule_collect_missing: Adds to @ids (borrowed texts, none twice) what would decide @condition, which is unknown. */
void _licet_rule_collect_missing (LicetRuleFacts *facts,
                                  const LicetRuleCondition *condition,
                                  GPtrArray *ids);
/** _licet_rule_add_missing: Adds @id to @ids unless it is there. */
void _licet_rule_add_missing (GPtrArray *ids,
                              const char *id);
/** _licet_rule_collect_facts: Adds to @texts (texts of the pool, none twice) the facts by which @condition came out as it did. */
void _licet_rule_collect_facts (LicetRuleFacts *facts,
                                const LicetRuleCondition *condition,
                                GPtrArray *texts);

G_END_DECLS
