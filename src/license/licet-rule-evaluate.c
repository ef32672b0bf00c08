/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-evaluate"

#include "config.h"

#include "licet-rule-facts-private.h"

static const char *const none[] = { NULL };

gboolean
_licet_rule_facts_is_stale (const LicetRuleFacts *facts)
{
  LicetDetermination *determination = facts->query->determination;

  return determination != NULL &&
         !g_str_equal (licet_determination_get_edition (determination), facts->book->list_edition);
}

void
_licet_rule_facts_init (LicetRuleFacts *facts,
                        const LicetRuleBook *book,
                        LicetRequirementQuery *query,
                        GPtrArray *pool)
{
  LicetDetermination *determination = query->determination;

  facts->book = book;
  facts->pool = pool;
  facts->query = query;
  facts->codes = none;
  facts->missing_categories = none;
  facts->listed = LICET_UNKNOWN;
  facts->scopes = g_new0 (guint8, book->scopes->len + 1);
  facts->terms = g_new0 (guint8, book->terms->len + 1);
  facts->answers = g_new0 (guint8, book->questions->len + 1);
  facts->answer_texts = g_new0 (const char *, book->questions->len + 1);
  if (determination == NULL)
    return;

  facts->missing_categories = licet_determination_get_missing_categories (determination);
  if (licet_determination_get_outcome (determination) == LICET_OUTCOME_LISTED) {
    facts->codes = licet_determination_get_codes (determination);
    facts->listed = LICET_MET;
  } else if (facts->missing_categories[0] == NULL && !_licet_rule_facts_is_stale (facts)) {
    /* Only what was held against the whole law as it stands is known not to be listed. */
    facts->listed = LICET_NOT_MET;
  }
}

void
_licet_rule_facts_clear (LicetRuleFacts *facts)
{
  g_clear_pointer (&facts->scopes, g_free);
  g_clear_pointer (&facts->terms, g_free);
  g_clear_pointer (&facts->answers, g_free);
  g_clear_pointer (&facts->answer_texts, g_free);
  g_clear_pointer (&facts->code_texts, g_free);
}

LicetTruth
_licet_rule_facts_get_answer (LicetRuleFacts *facts,
                              const LicetRuleQuestion *question)
{
  guint8 *found = &facts->answers[((const LicetRuleAsked *) question)->index];

  if (*found == 0) {
    gpointer stored = g_hash_table_lookup (facts->query->answers, question->id);

    *found = stored != NULL ? (guint8) GPOINTER_TO_UINT (stored) : LICET_UNKNOWN + 1;
  }
  return (LicetTruth) (*found - 1);
}

LicetTruth
_licet_rule_group_holds (LicetRuleFacts *facts,
                         const LicetRuleGroup *group,
                         const char *country)
{
  LicetTruth truth = country != NULL ? _licet_rule_group_membership (group, country)
                                     : LICET_UNKNOWN;

  if (truth == LICET_UNKNOWN && country != NULL && group->ask != NULL)
    truth = _licet_rule_facts_get_answer (facts, group->ask);
  return truth;
}

LicetTruth
_licet_rule_row_covers (const LicetScopeRow *row,
                        const char *code)
{
  LicetTruth truth = LICET_NOT_MET;

  /* Most rows are of another category, and this is asked of every row. */
  if (row->code[0] != code[0])
    return LICET_NOT_MET;
  if (licet_code_covers (row->code, code))
    truth = LICET_MET;
  else if (licet_code_covers (code, row->code))
    /* The item was determined under a broader code: it may or may not be in the row. */
    truth = LICET_UNKNOWN;
  for (guint i = 0; truth != LICET_NOT_MET && row->except != NULL && row->except[i] != NULL; i++) {
    if (licet_code_covers (row->except[i], code))
      truth = LICET_NOT_MET;
    else if (licet_code_covers (code, row->except[i]))
      truth = LICET_UNKNOWN;
  }
  return truth;
}

LicetTruth
_licet_rule_scope_covers (LicetRuleFacts *facts,
                          const LicetRuleScope *scope,
                          const char *code)
{
  LicetTruth truth = LICET_NOT_MET;

  for (guint i = 0; i < scope->rows->len && truth != LICET_MET; i++) {
    const LicetScopeRow *row = g_ptr_array_index (scope->rows, i);
    LicetTruth covers = _licet_rule_row_covers (row, code);

    if (covers != LICET_NOT_MET)
      truth = licet_truth_or (truth,
                              licet_truth_and (covers, _licet_rule_evaluate (facts, row->when)));
  }
  for (guint i = 0; i < scope->include->len && truth != LICET_MET; i++)
    truth = licet_truth_or (
        truth, _licet_rule_scope_covers (facts, g_ptr_array_index (scope->include, i), code));
  return truth;
}

static LicetTruth
evaluate_code_in (LicetRuleFacts *facts,
                  const LicetRuleScope *scope)
{
  guint8 *found = &facts->scopes[scope->index];
  LicetTruth truth = LICET_NOT_MET;

  if (facts->listed != LICET_MET)
    return facts->listed;
  if (*found == 0) {
    for (guint i = 0; facts->codes[i] != NULL; i++)
      truth = licet_truth_or (truth, _licet_rule_scope_covers (facts, scope, facts->codes[i]));
    *found = (guint8) (truth + 1);
  }
  return (LicetTruth) (*found - 1);
}

static LicetTruth
evaluate_codes_all_in (LicetRuleFacts *facts,
                       const LicetRuleScope *scope)
{
  LicetTruth truth = facts->listed;

  for (guint i = 0; facts->codes[i] != NULL; i++)
    truth = licet_truth_and (truth, _licet_rule_scope_covers (facts, scope, facts->codes[i]));
  return truth;
}

static LicetTruth
evaluate_party (LicetRuleFacts *facts,
                const LicetRuleCondition *condition,
                const LicetQueryParty *party)
{
  if (condition->type != LICET_RULE_PARTY_KIND)
    return _licet_rule_group_holds (facts, condition->group, party->country);
  /* A kind nobody has stated is not a kind that was ruled out. */
  if (party->kind == NULL ||
      !g_strv_contains ((const char *const *) facts->book->party_kinds, party->kind))
    return LICET_UNKNOWN;
  return g_strv_contains ((const char *const *) condition->kinds, party->kind) ? LICET_MET
                                                                               : LICET_NOT_MET;
}

static LicetTruth
evaluate_parties (LicetRuleFacts *facts,
                  const LicetRuleCondition *condition)
{
  gboolean is_all = condition->type == LICET_RULE_PARTIES_ALL_IN;
  LicetTruth truth = is_all ? LICET_MET : LICET_NOT_MET;
  gboolean is_known = FALSE;

  for (guint i = 0; i < facts->query->parties->len; i++) {
    const LicetQueryParty *party = g_ptr_array_index (facts->query->parties, i);
    LicetTruth one;

    if (!g_strv_contains ((const char *const *) condition->words, party->role))
      continue;
    is_known = TRUE;
    one = evaluate_party (facts, condition, party);
    truth = is_all ? licet_truth_and (truth, one) : licet_truth_or (truth, one);
  }
  return is_known ? truth : LICET_UNKNOWN;
}

static LicetTruth
evaluate_value (const LicetRuleFacts *facts,
                const LicetRuleCondition *condition)
{
  LicetRational value;

  if (!facts->query->has_value || !g_str_equal (facts->query->currency, condition->currency) ||
      !licet_rational_from_decimal (&facts->query->value, &value, NULL))
    return LICET_UNKNOWN;
  return licet_rational_compare (&value, &condition->value) <= 0 ? LICET_MET : LICET_NOT_MET;
}

static LicetTruth
evaluate_parts (LicetRuleFacts *facts,
                const LicetRuleCondition *condition)
{
  gboolean is_all = condition->type == LICET_RULE_ALL;
  LicetTruth stop = is_all ? LICET_NOT_MET : LICET_MET;
  LicetTruth truth = is_all ? LICET_MET : LICET_NOT_MET;

  for (guint i = 0; i < condition->parts->len && truth != stop; i++) {
    LicetTruth part = _licet_rule_evaluate (facts, g_ptr_array_index (condition->parts, i));

    truth = is_all ? licet_truth_and (truth, part) : licet_truth_or (truth, part);
  }
  return truth;
}

static LicetTruth
evaluate_term (LicetRuleFacts *facts,
               const LicetRuleTerm *term)
{
  guint8 *found = &facts->terms[term->index];

  if (*found == 0)
    *found = (guint8) (_licet_rule_evaluate (facts, term->when) + 1);
  return (LicetTruth) (*found - 1);
}

static LicetTruth
is_among (GStrv words,
          const char *word)
{
  if (word == NULL)
    return LICET_UNKNOWN;
  return g_strv_contains ((const char *const *) words, word) ? LICET_MET : LICET_NOT_MET;
}

LicetTruth
_licet_rule_evaluate (LicetRuleFacts *facts,
                      const LicetRuleCondition *condition)
{
  LicetTruth truth;

  if (condition == NULL)
    return LICET_MET;
  switch (condition->type) {
  case LICET_RULE_ALL:
  case LICET_RULE_ANY:
    return evaluate_parts (facts, condition);
  case LICET_RULE_NOT:
    return licet_truth_not (_licet_rule_evaluate (facts, g_ptr_array_index (condition->parts, 0)));
  case LICET_RULE_HOLDS:
    return evaluate_term (facts, condition->term);
  case LICET_RULE_ANSWER:
    truth = _licet_rule_facts_get_answer (facts, condition->question);
    return condition->is ? truth : licet_truth_not (truth);
  case LICET_RULE_LISTED:
    return condition->is ? facts->listed : licet_truth_not (facts->listed);
  case LICET_RULE_CODE_IN:
    return evaluate_code_in (facts, condition->scope);
  case LICET_RULE_CODES_ALL_IN:
    return evaluate_codes_all_in (facts, condition->scope);
  case LICET_RULE_DESTINATION_IN:
    return _licet_rule_group_holds (facts, condition->group, facts->query->destination);
  case LICET_RULE_ORIGIN_IN:
    return _licet_rule_group_holds (facts, condition->group, facts->query->origin);
  case LICET_RULE_PARTY_IN:
  case LICET_RULE_PARTIES_ALL_IN:
  case LICET_RULE_PARTY_KIND:
    return evaluate_parties (facts, condition);
  case LICET_RULE_TRANSACTION_IN:
    return is_among (condition->words, facts->query->transaction);
  case LICET_RULE_PERMANENCE_IN:
    return is_among (condition->words, facts->query->permanence);
  case LICET_RULE_VALUE_AT_MOST:
    return evaluate_value (facts, condition);
  default:
    g_assert_not_reached ();
  }
}
