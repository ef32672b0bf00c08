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

/* Texts of the pool are made once, so that the same fact is the same pointer. */
static void
add_fact (GPtrArray *texts,
          const char *text)
{
  if (!g_ptr_array_find (texts, text, NULL))
    g_ptr_array_add (texts, (gpointer) text);
}

/* @text: (transfer full) */
static const char *
keep (LicetRuleFacts *facts,
      char *text)
{
  g_ptr_array_add (facts->pool, text);
  return text;
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
  case LICET_RULE_PARTIES_ALL_IN:
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

static const char *
say_unlisted (const LicetRuleFacts *facts)
{
  if (facts->listed == LICET_NOT_MET)
    return "not listed";
  if (facts->query->determination != NULL)
    return "not listed in the categories looked at";
  return "not determined";
}

static void
collect_codes_facts (LicetRuleFacts *facts,
                     GPtrArray *texts)
{
  guint n = g_strv_length ((GStrv) facts->codes);

  if (n == 0)
    add_fact (texts, say_unlisted (facts));
  if (facts->code_texts == NULL) {
    facts->code_texts = g_new0 (const char *, n + 1);
    for (guint i = 0; i < n; i++)
      facts->code_texts[i] = keep (facts, g_strconcat ("code ", facts->codes[i], NULL));
  }
  for (guint i = 0; i < n; i++)
    add_fact (texts, facts->code_texts[i]);
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
    gboolean is_kind = condition->type == LICET_RULE_PARTY_KIND;
    const char *value = is_kind ? party->kind : party->country;
    const char *unknown = is_kind ? "of unknown kind" : "of unknown country";
    g_autofree char *text = NULL;

    if (!g_strv_contains ((const char *const *) condition->words, party->role))
      continue;
    text = g_strconcat (party->role, " ", value != NULL ? value : unknown, NULL);
    if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
      add_fact (texts, keep (facts, g_steal_pointer (&text)));
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

/* "destination SG"; @cached (nullable) keeps the text for the next time. */
static const char *
say_fact (LicetRuleFacts *facts,
          const char *name,
          const char *value,
          const char **cached)
{
  if (cached != NULL && *cached != NULL)
    return *cached;
  {
    char *text = g_strconcat (name, value != NULL ? " " : " not known", value, NULL);

    if (cached != NULL)
      *cached = text;
    return keep (facts, text);
  }
}

static const char *
say_question (LicetRuleFacts *facts,
              const LicetRuleQuestion *question)
{
  const char **text = &facts->answer_texts[((const LicetRuleAsked *) question)->index];

  if (*text == NULL)
    *text = keep (facts,
                  g_strconcat (question->id, " = ",
                               say_answer (_licet_rule_facts_get_answer (facts, question)), NULL));
  return *text;
}

static const char *
say_value (LicetRuleFacts *facts)
{
  g_autofree char *value = NULL;

  if (!facts->query->has_value)
    return "value not known";
  value = licet_decimal_serialise (&facts->query->value);
  return keep (facts, g_strdup_printf ("value %s %s", value, facts->query->currency));
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
    add_fact (texts, say_question (facts, condition->question));
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
    add_fact (texts,
              say_fact (facts, "destination", facts->query->destination, &facts->destination_text));
    break;
  case LICET_RULE_ORIGIN_IN:
    add_fact (texts, say_fact (facts, "origin", facts->query->origin, &facts->origin_text));
    break;
  case LICET_RULE_PARTY_IN:
  case LICET_RULE_PARTIES_ALL_IN:
  case LICET_RULE_PARTY_KIND:
    collect_parties_facts (facts, condition, texts);
    break;
  case LICET_RULE_TRANSACTION_IN:
    add_fact (texts,
              say_fact (facts, "transaction", facts->query->transaction, &facts->transaction_text));
    break;
  case LICET_RULE_PERMANENCE_IN:
    add_fact (texts, say_fact (facts, "permanence", facts->query->permanence, NULL));
    break;
  case LICET_RULE_VALUE_AT_MOST:
    add_fact (texts, say_value (facts));
    break;
  default:
    break;
  }
}
