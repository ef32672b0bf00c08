/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-tester"

#include "config.h"

#include "licet-tester-private.h"

#include "licet-item-private.h"
#include "licet-near-private.h"
#include "licet-words-private.h"

static LicetFinding *
new_finding (const LicetCondition *condition)
{
  LicetFinding *finding = g_new0 (LicetFinding, 1);

  finding->condition = condition;
  return finding;
}

/* The verdict on a decided fact; standing near a threshold, it would be open but for a little. */
static LicetVerdict
decide (LicetTruth truth,
        gboolean is_near)
{
  return (LicetVerdict) { truth, truth, is_near ? LICET_UNKNOWN : truth };
}

static LicetTruth
compare_with_bounds (const LicetInterval *interval,
                     gboolean is_span,
                     const LicetBound *bounds,
                     guint n_bounds)
{
  LicetInterval allowed;

  _licet_interval_init_bounds (&allowed, bounds, n_bounds);
  if (!_licet_interval_meets (&allowed, interval))
    return LICET_NOT_MET;
  return is_span || _licet_interval_contains (&allowed, interval) ? LICET_MET : LICET_UNKNOWN;
}

static LicetVerdict
test_kind (LicetTester *self,
           const LicetCondition *condition,
           LicetFinding *finding)
{
  LicetVerdict verdict = _licet_item_test_kind (self->item, condition->kind);

  if (finding == NULL)
    return verdict;
  finding->why = _licet_words_kind (self->item, condition->kind, verdict);
  if (verdict.truth == LICET_UNKNOWN)
    finding->missing = g_strconcat (LICET_KIND_PREFIX, condition->kind->id, NULL);
  return verdict;
}

static LicetVerdict
test_interval (LicetTester *self,
               const LicetCondition *condition,
               const LicetInterval *interval,
               gboolean is_span,
               LicetFinding *finding)
{
  LicetTruth truth =
      compare_with_bounds (interval, is_span, condition->bounds, condition->n_bounds);
  gboolean is_near =
      _licet_near (interval, is_span ? LICET_NEAR_REACH : LICET_NEAR_ANY_END, condition->bounds,
                   condition->n_bounds, self->options.near_percent);

  if (finding == NULL)
    return decide (truth, is_near);
  finding->near = is_near;
  if (_licet_interval_is_exact (interval))
    finding->margin =
        _licet_near_dup_margin (&interval->lower.base, condition->bounds, condition->n_bounds);
  return decide (truth, is_near);
}

/* A span with an open end says only what lies outside it. */
static LicetVerdict
test_coverage (LicetTester *self,
               const LicetCondition *condition,
               const LicetInterval *covered,
               LicetFinding *finding)
{
  gboolean is_near = _licet_near (covered, LICET_NEAR_COVER, condition->bounds, condition->n_bounds,
                                  self->options.near_percent);
  LicetInterval wanted;

  if (finding != NULL)
    finding->near = is_near;
  _licet_interval_init_bounds (&wanted, condition->bounds, condition->n_bounds);
  if (!_licet_interval_contains (covered, &wanted))
    return decide (LICET_NOT_MET, is_near);
  return covered->lower.present && covered->upper.present ? decide (LICET_MET, is_near)
                                                          : licet_verdict_new (LICET_UNKNOWN);
}

static LicetVerdict
test_quantity (LicetTester *self,
               const LicetCondition *condition,
               LicetFinding *finding)
{
  const LicetQuantity *quantity = condition->quantity;
  const LicetFact *fact = self->item->facts[quantity->index];
  LicetVerdict verdict = LICET_VERDICT (LICET_UNKNOWN);
  LicetInterval interval;

  if (fact != NULL && licet_value_is_not_applicable (fact->value)) {
    verdict = licet_verdict_new (LICET_NOT_MET);
  } else if (fact != NULL) {
    _licet_interval_init_value (&interval, fact->value);
    if (condition->type == LICET_CONDITION_COVERS)
      verdict = test_coverage (self, condition, &interval, finding);
    else
      verdict = test_interval (
          self, condition, &interval,
          quantity->is_span && interval.lower.present && interval.upper.present, finding);
  }
  if (finding == NULL)
    return verdict;
  finding->why = _licet_words_quantity (condition, fact, verdict.truth);
  if (verdict.truth == LICET_UNKNOWN)
    finding->missing = g_strconcat ("quantity:", quantity->id, NULL);
  return verdict;
}

static const LicetValue *
get_value (const LicetQuantity *quantity,
           gpointer user_data)
{
  const LicetItem *item = user_data;
  const LicetFact *fact = item->facts[quantity->index];

  return fact != NULL ? fact->value : NULL;
}

static LicetVerdict
test_expression (LicetTester *self,
                 const LicetCondition *condition,
                 LicetFinding *finding)
{
  LicetVerdict verdict = LICET_VERDICT (LICET_UNKNOWN);
  g_auto (LicetOperand) operand = { 0 };

  _licet_operand_compute (condition->expression, get_value, self->item, &operand);
  if (operand.not_applicable != NULL)
    verdict = licet_verdict_new (LICET_NOT_MET);
  else if (operand.problem == NULL)
    verdict = test_interval (self, condition, &operand.interval, operand.is_span, finding);
  if (finding == NULL)
    return verdict;
  finding->why = _licet_words_expression (condition, &operand, verdict.truth);
  if (verdict.truth == LICET_UNKNOWN && operand.unknown != NULL)
    finding->missing = g_strconcat ("quantity:", operand.unknown->id, NULL);
  return verdict;
}

static LicetVerdict
test_choice (LicetTester *self,
             const LicetCondition *condition,
             LicetFinding *finding)
{
  const char *const *stated = licet_item_get_choice (self->item, condition->choice);
  LicetTruth truth = stated == NULL ? LICET_UNKNOWN : LICET_NOT_MET;

  for (guint i = 0; stated != NULL && i < condition->n_values; i++)
    if (g_strv_contains (stated, condition->values[i]->id))
      truth = LICET_MET;
  if (finding != NULL) {
    finding->why = _licet_words_choice (condition, stated, truth);
    if (truth == LICET_UNKNOWN)
      finding->missing = g_strconcat ("choice:", condition->choice->id, NULL);
  }
  return licet_verdict_new (truth);
}

static LicetVerdict
test_described (LicetTester *self,
                const LicetCondition *condition,
                LicetFinding *finding)
{
  const char *why = NULL;
  LicetTruth truth = licet_item_get_answer (self->item, condition->key, &why);

  if (finding != NULL) {
    finding->why = _licet_words_answer (condition->question, truth, why);
    if (truth == LICET_UNKNOWN)
      finding->missing = g_strconcat ("answer:", condition->key, NULL);
  }
  return licet_verdict_new (truth);
}

/* Tests part @index of a combination; its finding becomes one of @finding's parts. */
static LicetVerdict
test_part (LicetTester *self,
           const LicetCondition *condition,
           guint index,
           LicetFinding *finding)
{
  LicetFinding *part;
  LicetVerdict verdict;

  if (finding == NULL)
    return _licet_tester_test_condition (self, condition->parts[index], NULL);
  verdict = _licet_tester_test_condition (self, condition->parts[index], &part);
  if (finding->parts == NULL)
    finding->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_finding_free);
  g_ptr_array_add (finding->parts, part);
  finding->near = finding->near || part->near;
  return verdict;
}

/* All of the parts, or any: without words, no further than it takes. */
static LicetVerdict
test_all_or_any (LicetTester *self,
                 const LicetCondition *condition,
                 LicetFinding *finding)
{
  gboolean is_all = condition->type == LICET_CONDITION_ALL;
  LicetVerdict verdict = licet_verdict_new (is_all ? LICET_MET : LICET_NOT_MET);

  for (guint i = 0; i < condition->n_parts; i++) {
    LicetVerdict part;

    if (finding == NULL &&
        (is_all ? licet_verdict_is_no (verdict) : licet_verdict_is_yes (verdict)))
      break;
    part = test_part (self, condition, i, finding);
    verdict = is_all ? licet_verdict_and (verdict, part) : licet_verdict_or (verdict, part);
  }
  return verdict;
}

static void
count (LicetTruth truth,
       guint *met,
       guint *possible)
{
  if (truth == LICET_MET)
    (*met)++;
  if (truth != LICET_NOT_MET)
    (*possible)++;
}

static LicetTruth
judge_count (guint wanted,
             guint met,
             guint possible)
{
  if (met >= wanted)
    return LICET_MET;
  return possible < wanted ? LICET_NOT_MET : LICET_UNKNOWN;
}

static LicetVerdict
test_at_least (LicetTester *self,
               const LicetCondition *condition,
               LicetFinding *finding)
{
  guint met[3] = { 0 };
  guint possible[3] = { 0 };

  for (guint i = 0; i < condition->n_parts; i++) {
    LicetVerdict part = test_part (self, condition, i, finding);

    count (part.truth, &met[0], &possible[0]);
    count (part.bare, &met[1], &possible[1]);
    count (part.loose, &met[2], &possible[2]);
  }
  return (LicetVerdict) { judge_count (condition->count, met[0], possible[0]),
                          judge_count (condition->count, met[1], possible[1]),
                          judge_count (condition->count, met[2], possible[2]) };
}

static LicetVerdict
test_combination (LicetTester *self,
                  const LicetCondition *condition,
                  LicetFinding *finding)
{
  LicetVerdict verdict;

  if (condition->type == LICET_CONDITION_ALL || condition->type == LICET_CONDITION_ANY)
    verdict = test_all_or_any (self, condition, finding);
  else if (condition->type == LICET_CONDITION_NOT)
    verdict = licet_verdict_not (test_part (self, condition, 0, finding));
  else
    verdict = test_at_least (self, condition, finding);
  if (finding != NULL)
    finding->why = _licet_words_combination (condition, finding->parts, verdict.truth);
  return verdict;
}

static LicetVerdict
test_form (LicetTester *self,
           const LicetCondition *condition,
           LicetFinding *finding)
{
  switch (condition->type) {
  case LICET_CONDITION_KIND:
    return test_kind (self, condition, finding);
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_COVERS:
    return test_quantity (self, condition, finding);
  case LICET_CONDITION_EXPRESSION:
    return test_expression (self, condition, finding);
  case LICET_CONDITION_CHOICE:
    return test_choice (self, condition, finding);
  case LICET_CONDITION_DESCRIBED:
    return test_described (self, condition, finding);
  case LICET_CONDITION_ENTRY:
    return _licet_tester_test_entry (self, condition, finding);
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
  case LICET_CONDITION_NOT:
  case LICET_CONDITION_AT_LEAST:
    return test_combination (self, condition, finding);
  default:
    g_assert_not_reached ();
  }
}

static gboolean
has_quantity (const LicetExpression *expression,
              const LicetQuantity *quantity)
{
  if (expression->op == LICET_OPERATOR_QUANTITY)
    return expression->quantity == quantity;
  for (guint i = 0; i < expression->n_operands; i++)
    if (has_quantity (expression->operands[i], quantity))
      return TRUE;
  return FALSE;
}

static gboolean
asks_for (LicetTester *self,
          const LicetCondition *condition,
          const LicetMissing *missing)
{
  g_autofree char *key = NULL;

  switch (condition->type) {
  case LICET_CONDITION_KIND:
    return missing->type == LICET_MISSING_KIND && condition->kind == missing->subject;
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_COVERS:
    return missing->type == LICET_MISSING_QUANTITY && condition->quantity == missing->subject;
  case LICET_CONDITION_EXPRESSION:
    return missing->type == LICET_MISSING_QUANTITY &&
           has_quantity (condition->expression, missing->subject);
  case LICET_CONDITION_CHOICE:
    return missing->type == LICET_MISSING_CHOICE && condition->choice == missing->subject;
  case LICET_CONDITION_DESCRIBED:
    return missing->type == LICET_MISSING_ANSWER && g_str_equal (condition->key, missing->id);
  case LICET_CONDITION_ENTRY:
    if (condition->relation != LICET_RELATION_SELF)
      return missing->type == LICET_MISSING_RELATION &&
             g_str_equal (licet_relation_serialise (condition->relation), missing->id);
    if (missing->type != LICET_MISSING_ANSWER ||
        _licet_tester_find_target (self, condition) != NULL)
      return FALSE;
    key = _licet_tester_dup_target_key (self, condition);
    return g_str_equal (key, missing->id);
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
  case LICET_CONDITION_NOT:
  case LICET_CONDITION_AT_LEAST:
    return FALSE;
  default:
    g_assert_not_reached ();
  }
}

/* What would decide a combination is what would decide its first open part. */
static void
inherit_missing (LicetFinding *finding)
{
  if (finding->truth != LICET_UNKNOWN || finding->missing != NULL || finding->parts == NULL)
    return;
  for (guint i = 0; i < finding->parts->len && finding->missing == NULL; i++) {
    const LicetFinding *part = g_ptr_array_index (finding->parts, i);

    if (part->truth == LICET_UNKNOWN)
      finding->missing = g_strdup (part->missing);
  }
}

LicetVerdict
_licet_tester_test_condition (LicetTester *self,
                              const LicetCondition *condition,
                              LicetFinding **ret_finding)
{
  LicetFinding *finding;
  LicetVerdict verdict;

  if (ret_finding == NULL) {
    verdict = test_form (self, condition, NULL);
    if (self->assumed != NULL && verdict.truth == LICET_UNKNOWN &&
        asks_for (self, condition, self->assumed))
      verdict = licet_verdict_new (self->assumed_truth);
    return verdict;
  }
  finding = new_finding (condition);
  verdict = test_form (self, condition, finding);
  finding->truth = verdict.truth;
  finding->by_kind = licet_verdict_is_by_kind (verdict);
  inherit_missing (finding);
  *ret_finding = finding;
  return verdict;
}

void
_licet_finding_free (LicetFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->why);
  g_free (finding->margin);
  g_free (finding->missing);
  g_clear_pointer (&finding->parts, g_ptr_array_unref);
  g_free (finding);
}

void
_licet_tester_init (LicetTester *self,
                    LicetItem *item,
                    const LicetClassifyOptions *options)
{
  const LicetClassifyOptions usual = LICET_CLASSIFY_OPTIONS_INIT;

  *self = (LicetTester) { .item = item, .options = options != NULL ? *options : usual };
  self->options.near_percent = MIN (self->options.near_percent, LICET_MAX_NEAR_PERCENT);
  self->stack = g_ptr_array_new ();
  self->known = g_hash_table_new (g_direct_hash, g_direct_equal);
}

void
_licet_tester_clear (LicetTester *self)
{
  g_clear_pointer (&self->stack, g_ptr_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
}

const LicetControlList *
_licet_tester_enter (LicetTester *self,
                     const LicetControlList *list)
{
  const LicetControlList *before = self->list;

  if (list != before) {
    self->list = list;
    self->notes =
        list != NULL ? _licet_note_index_get (licet_item_get_bundle (self->item), list) : NULL;
  }
  return before;
}
