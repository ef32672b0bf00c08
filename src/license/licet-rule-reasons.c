/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-reasons"

#include "config.h"

#include "licet-rule-facts-private.h"

/* Names of facts that are no questions. */
#define DETERMINATION "determination"
#define ORIGIN "origin"
#define PARTIES "parties"
#define PERMANENCE "permanence"
#define VALUE "value"

void
_licet_rule_add_missing (GPtrArray *ids,
                         const char *id)
{
  if (!g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (gpointer) id);
}

static void
take_fact (GPtrArray *texts,
           char *text)
{
  if (g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
    g_free (text);
  else
    g_ptr_array_add (texts, text);
}

static void
collect_group_missing (const LicetRuleGroup *group,
                       const char *country,
                       const char *fact,
                       GPtrArray *ids)
{
  _licet_rule_add_missing (ids, country != NULL && group->ask != NULL ? group->ask->id : fact);
}

static void
collect_scope_missing (LicetRuleFacts *facts,
                       const LicetRuleScope *scope,
                       const char *code,
                       GPtrArray *ids)
{
  for (guint i = 0; i < scope->rows->len; i++) {
    const LicetScopeRow *row = g_ptr_array_index (scope->rows, i);
    LicetTruth covers = _licet_rule_row_covers (row, code);
    LicetTruth limit;

    if (covers == LICET_NOT_MET)
      continue;
    limit = _licet_rule_evaluate (facts, row->when);
    if (limit == LICET_NOT_MET)
      continue;
    if (covers == LICET_UNKNOWN)
      _licet_rule_add_missing (ids, DETERMINATION);
    else if (limit == LICET_UNKNOWN)
      _licet_rule_collect_missing (facts, row->when, ids);
  }
  for (guint i = 0; i < scope->include->len; i++)
    collect_scope_missing (facts, g_ptr_array_index (scope->include, i), code, ids);
}

static void
collect_codes_missing (LicetRuleFacts *facts,
                       const LicetRuleScope *scope,
                       GPtrArray *ids)
{
  if (facts->listed != LICET_MET)
    _licet_rule_add_missing (ids, DETERMINATION);
  for (guint i = 0; facts->codes[i] != NULL; i++)
    if (_licet_rule_scope_covers (facts, scope, facts->codes[i]) == LICET_UNKNOWN)
      collect_scope_missing (facts, scope, facts->codes[i], ids);
}

static void
collect_parties_missing (LicetRuleFacts *facts,
                         const LicetRuleCondition *condition,
                         GPtrArray *ids)
{
  gboolean is_known = FALSE;

  for (guint i = 0; i < facts->query->parties->len; i++) {
    const LicetQueryParty *party = g_ptr_array_index (facts->query->parties, i);

    if (!g_strv_contains ((const char *const *) condition->words, party->role))
      continue;
    is_known = TRUE;
    if (condition->type == LICET_RULE_PARTY_KIND)
      _licet_rule_add_missing (ids, PARTIES);
    else if (_licet_rule_group_holds (facts, condition->group, party->country) == LICET_UNKNOWN)
      collect_group_missing (condition->group, party->country, PARTIES, ids);
  }
  if (!is_known)
    _licet_rule_add_missing (ids, PARTIES);
}

static void
collect_parts_missing (LicetRuleFacts *facts,
                       const LicetRuleCondition *condition,
                       GPtrArray *ids)
{
  for (guint i = 0; i < condition->parts->len; i++) {
    const LicetRuleCondition *part = g_ptr_array_index (condition->parts, i);

    if (_licet_rule_evaluate (facts, part) != LICET_UNKNOWN)
      continue;
    _licet_rule_collect_missing (facts, part, ids);
    /* One "no" decides "all": what comes after is asked when it still matters. */
    if (condition->type == LICET_RULE_ALL)
      return;
  }
}

void
_licet_rule_collect_missing (LicetRuleFacts *facts,
                             const LicetRuleCondition *condition,
                             GPtrArray *ids)
{
  if (condition == NULL)
    return;
  switch (condition->type) {
  case LICET_RULE_ALL:
  case LICET_RULE_ANY:
  case LICET_RULE_NOT:
    collect_parts_missing (facts, condition, ids);
    break;
  case LICET_RULE_HOLDS:
    _licet_rule_collect_missing (facts, condition->term->when, ids);
    break;
  case LICET_RULE_ANSWER:
    _licet_rule_add_missing (ids, condition->question->id);
    break;
  case LICET_RULE_LISTED:
    _licet_rule_add_missing (ids, DETERMINATION);
    break;
  case LICET_RULE_CODE_IN:
  case LICET_RULE_CODES_ALL_IN:
    collect_codes_missing (facts, condition->scope, ids);
    break;
  case LICET_RULE_DESTINATION_IN:
    collect_group_missing (condition->group, facts->query->destination, "destination", ids);
    break;
  case LICET_RULE_ORIGIN_IN:
    collect_group_missing (condition->group, facts->query->origin, ORIGIN, ids);
    break;
  case LICET_RULE_PARTY_IN:
  case LICET_RULE_PARTY_KIND:
    collect_parties_missing (facts, condition, ids);
    break;
  case LICET_RULE_PERMANENCE_IN:
    _licet_rule_add_missing (ids, PERMANENCE);
    break;
  case LICET_RULE_VALUE_AT_MOST:
    _licet_rule_add_missing (ids, VALUE);
    break;
  case LICET_RULE_TRANSACTION_IN:
  default:
    break;
  }
}

static void
collect_codes_facts (LicetRuleFacts *facts,
                     GPtrArray *texts)
{
  for (guint i = 0; facts->codes[i] != NULL; i++)
    take_fact (texts, g_strconcat ("code ", facts->codes[i], NULL));
  if (facts->listed == LICET_NOT_MET)
    take_fact (texts, g_strdup ("not listed"));
  else if (facts->listed == LICET_UNKNOWN && facts->query->determination != NULL)
    take_fact (texts, g_strdup ("not listed in the categories looked at"));
  else if (facts->listed == LICET_UNKNOWN)
    take_fact (texts, g_strdup ("not determined"));
}

/* What limits the rows that take in a code of the item. */
static void
collect_scope_facts (LicetRuleFacts *facts,
                     const LicetRuleScope *scope,
                     GPtrArray *texts)
{
  for (guint i = 0; i < scope->rows->len; i++) {
    const LicetScopeRow *row = g_ptr_array_index (scope->rows, i);

    for (guint j = 0; row->when != NULL && facts->codes[j] != NULL; j++)
      if (_licet_rule_row_covers (row, facts->codes[j]) != LICET_NOT_MET)
        _licet_rule_collect_facts (facts, row->when, texts);
  }
  for (guint i = 0; i < scope->include->len; i++)
    collect_scope_facts (facts, g_ptr_array_index (scope->include, i), texts);
}

static void
collect_parties_facts (LicetRuleFacts *facts,
                       const LicetRuleCondition *condition,
                       GPtrArray *texts)
{
  for (guint i = 0; i < facts->query->parties->len; i++) {
    const LicetQueryParty *party = g_ptr_array_index (facts->query->parties, i);
    const char *value = condition->type == LICET_RULE_PARTY_IN ? party->country : party->kind;

    if (g_strv_contains ((const char *const *) condition->words, party->role))
      take_fact (texts,
                 g_strdup_printf ("%s %s", party->role, value != NULL ? value : "of unknown kind"));
  }
}

/* Only the parts that made the difference: one not met decides "all", one met decides "any". */
static void
collect_parts_facts (LicetRuleFacts *facts,
                     const LicetRuleCondition *condition,
                     GPtrArray *texts)
{
  LicetTruth decisive = condition->type == LICET_RULE_ALL ? LICET_NOT_MET : LICET_MET;
  LicetTruth whole = _licet_rule_evaluate (facts, condition);

  for (guint i = 0; i < condition->parts->len; i++) {
    const LicetRuleCondition *part = g_ptr_array_index (condition->parts, i);

    if (whole == decisive && condition->type != LICET_RULE_NOT &&
        _licet_rule_evaluate (facts, part) != decisive)
      continue;
    _licet_rule_collect_facts (facts, part, texts);
    if (whole == decisive && condition->type != LICET_RULE_NOT)
      return;
  }
}

static const char *
say_answer (LicetTruth truth)
{
  if (truth == LICET_UNKNOWN)
    return "not answered";
  return truth == LICET_MET ? "yes" : "no";
}

static char *
dup_fact (const char *name,
          const char *value)
{
  return g_strconcat (name, value != NULL ? " " : " not known", value, NULL);
}

void
_licet_rule_collect_facts (LicetRuleFacts *facts,
                           const LicetRuleCondition *condition,
                           GPtrArray *texts)
{
  if (condition == NULL)
    return;
  switch (condition->type) {
  case LICET_RULE_ALL:
  case LICET_RULE_ANY:
  case LICET_RULE_NOT:
    collect_parts_facts (facts, condition, texts);
    break;
  case LICET_RULE_HOLDS:
    _licet_rule_collect_facts (facts, condition->term->when, texts);
    break;
  case LICET_RULE_ANSWER:
    take_fact (
        texts,
        g_strconcat (condition->question->id, " = ",
                     say_answer (_licet_rule_facts_get_answer (facts, condition->question->id)),
                     NULL));
    break;
  case LICET_RULE_LISTED:
    collect_codes_facts (facts, texts);
    break;
  case LICET_RULE_CODE_IN:
  case LICET_RULE_CODES_ALL_IN:
    collect_codes_facts (facts, texts);
    collect_scope_facts (facts, condition->scope, texts);
    break;
  case LICET_RULE_DESTINATION_IN:
    take_fact (texts, dup_fact ("destination", facts->query->destination));
    break;
  case LICET_RULE_ORIGIN_IN:
    take_fact (texts, dup_fact ("origin", facts->query->origin));
    break;
  case LICET_RULE_PARTY_IN:
  case LICET_RULE_PARTY_KIND:
    collect_parties_facts (facts, condition, texts);
    break;
  case LICET_RULE_TRANSACTION_IN:
    take_fact (texts, dup_fact ("transaction", facts->query->transaction));
    break;
  case LICET_RULE_PERMANENCE_IN:
    take_fact (texts, dup_fact ("permanence", facts->query->permanence));
    break;
  case LICET_RULE_VALUE_AT_MOST: {
    g_autofree char *value = facts->query->has_value
                                 ? licet_decimal_serialise (&facts->query->value)
                                 : NULL;

    take_fact (texts, value != NULL ? g_strdup_printf ("value %s %s", value, facts->query->currency)
                                    : dup_fact ("value", NULL));
    break;
  }
  default:
    break;
  }
}
