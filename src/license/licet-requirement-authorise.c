/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-requirement-authorise"

#include "config.h"

#include "licet-requirement-private.h"

#include <string.h>

static const char *const mode_names[] = { "can", "cannot", "must" };

static void
condition_result_free (gpointer data)
{
  LicetConditionResult *result = data;

  g_strfreev (result->missing);
  g_free (result);
}

gboolean
_licet_condition_result_fails (const LicetConditionResult *condition)
{
  if (g_str_equal (condition->mode, mode_names[LICET_USE_CANNOT]))
    return condition->truth == LICET_MET;
  return condition->truth == LICET_NOT_MET;
}

static GStrv
dup_ids (GPtrArray *ids)
{
  g_ptr_array_add (ids, NULL);
  return g_strdupv ((char **) ids->pdata);
}

static LicetConditionResult *
add_condition (LicetAuthorisationResult *result,
               const char *id,
               LicetUseMode mode,
               const char *text,
               const char *cite,
               LicetTruth truth)
{
  LicetConditionResult *condition = g_new0 (LicetConditionResult, 1);

  condition->id = (char *) id;
  condition->mode = (char *) mode_names[mode];
  condition->text = (char *) text;
  condition->cite = (char *) cite;
  condition->truth = truth;
  g_ptr_array_add (result->conditions, condition);
  return condition;
}

static void
add_use (LicetRequirementDraft *draft,
         LicetAuthorisationResult *result,
         const LicetUseCondition *use)
{
  LicetTruth truth = _licet_rule_evaluate (&draft->facts, use->when);
  LicetConditionResult *condition = add_condition (result, use->id, use->mode, use->text, use->cite,
                                                   truth);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  if (truth == LICET_UNKNOWN)
    _licet_rule_collect_missing (&draft->facts, use->when, ids);
  condition->missing = dup_ids (ids);
}

static gboolean
bars (const LicetRule *rule,
      const LicetAuthorisation *authorisation)
{
  return g_strv_contains ((const char *const *) rule->bars, "*") ||
         g_strv_contains ((const char *const *) rule->bars, authorisation->id);
}

/* Rules that take an authorisation away, or that prohibit the transaction altogether, are conditions
 * of it like its own. */
static void
add_bars (LicetRequirementDraft *draft,
          LicetAuthorisationResult *result,
          const LicetAuthorisation *authorisation)
{
  for (guint i = 0; i < draft->n_findings; i++) {
    const LicetRuleFinding *finding = &draft->findings[i];
    const LicetRule *rule = finding->rule;
    g_autoptr (GPtrArray) ids = NULL;
    LicetConditionResult *condition;

    if (finding->truth == LICET_NOT_MET ||
        (rule->effect != LICET_RULE_PROHIBITS && !bars (rule, authorisation)))
      continue;
    ids = g_ptr_array_new ();
    condition = add_condition (result, rule->id, LICET_USE_CANNOT, rule->text, rule->cite,
                               finding->truth);
    if (finding->truth == LICET_UNKNOWN)
      _licet_draft_collect_missing (draft, finding, ids);
    condition->missing = dup_ids (ids);
  }
}

static LicetAuthorisationState
find_state (const LicetAuthorisationResult *result)
{
  LicetAuthorisationState state = LICET_AUTHORISATION_USABLE;

  for (guint i = 0; i < result->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (result->conditions, i);

    if (_licet_condition_result_fails (condition))
      return LICET_AUTHORISATION_UNUSABLE;
    if (condition->truth == LICET_UNKNOWN)
      state = LICET_AUTHORISATION_OPEN;
  }
  return state;
}

static guint
count_missing (const LicetAuthorisationResult *result)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < result->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (result->conditions, i);

    for (guint j = 0; condition->missing[j] != NULL; j++)
      _licet_rule_add_missing (ids, condition->missing[j]);
  }
  return ids->len;
}

/* The destination is what one asks about first, so it is named first. */
static const LicetConditionResult *
find_failed (const LicetAuthorisationResult *result)
{
  const LicetConditionResult *failed = NULL;

  for (guint i = 0; i < result->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (result->conditions, i);

    if (!_licet_condition_result_fails (condition))
      continue;
    if (g_str_equal (condition->id, "destination"))
      return condition;
    if (failed == NULL)
      failed = condition;
  }
  return failed;
}

static char *
say_failed (LicetRequirementDraft *draft,
            const LicetAuthorisationResult *result)
{
  const LicetConditionResult *failed = find_failed (result);

  g_assert (failed != NULL);
  if (g_str_equal (failed->id, "destination")) {
    g_autofree char *country = _licet_draft_dup_country (draft, draft->facts.query->destination);

    return g_strdup_printf ("%s does not cover %s.", result->id, country);
  }
  if (g_str_equal (failed->id, "items")) {
    g_autofree char *codes = _licet_draft_dup_codes (draft);

    return g_strdup_printf ("%s does not cover %s.", result->id, codes);
  }
  if (g_str_equal (failed->mode, mode_names[LICET_USE_CANNOT]))
    return g_strdup_printf ("%s cannot be used: %s", result->id, failed->text);
  return g_strdup_printf ("%s asks for something that is not so: %s", result->id, failed->text);
}

static char *
say_why (LicetRequirementDraft *draft,
         const LicetAuthorisationResult *result)
{
  guint n;

  switch (result->state) {
  case LICET_AUTHORISATION_USABLE:
    return g_strdup_printf ("%s can be used.", result->id);
  case LICET_AUTHORISATION_OPEN:
    n = count_missing (result);
    return g_strdup_printf ("%s can be used only if %u open fact%s allow%s it.", result->id, n,
                            n == 1 ? "" : "s", n == 1 ? "s" : "");
  case LICET_AUTHORISATION_UNUSABLE:
    return say_failed (draft, result);
  default:
    g_assert_not_reached ();
  }
}

static LicetAuthorisationResult *
judge (LicetRequirementDraft *draft,
       const LicetAuthorisation *authorisation)
{
  LicetAuthorisationResult *result = g_new0 (LicetAuthorisationResult, 1);
  /* Items and destination come first, then what the rules bar, then the rest. */
  guint n_first = 2;

  result->id = (char *) authorisation->id;
  result->name = (char *) authorisation->name;
  result->cite = (char *) authorisation->cite;
  result->conditions = g_ptr_array_new_with_free_func (condition_result_free);
  for (guint i = 0; i < authorisation->conditions->len; i++) {
    if (i == n_first)
      add_bars (draft, result, authorisation);
    add_use (draft, result, g_ptr_array_index (authorisation->conditions, i));
  }
  if (authorisation->conditions->len <= n_first)
    add_bars (draft, result, authorisation);
  result->state = find_state (result);
  result->why = say_why (draft, result);
  return result;
}

static int
compare_states (gconstpointer a,
                gconstpointer b)
{
  const LicetAuthorisationResult *first = *(const LicetAuthorisationResult *const *) a;
  const LicetAuthorisationResult *second = *(const LicetAuthorisationResult *const *) b;

  return (int) second->state - (int) first->state;
}

void
_licet_draft_authorise (LicetRequirementDraft *draft)
{
  GPtrArray *authorisations = draft->facts.book->authorisations;
  GPtrArray *results = draft->requirement->authorisations;

  for (guint i = 0; i < authorisations->len; i++) {
    const LicetAuthorisation *authorisation = g_ptr_array_index (authorisations, i);

    if (g_strv_contains ((const char *const *) authorisation->transactions, draft->transaction->id))
      g_ptr_array_add (results, judge (draft, authorisation));
  }
  g_ptr_array_sort (results, compare_states);
}

gboolean
_licet_draft_has_usable (LicetRequirementDraft *draft)
{
  GPtrArray *results = draft->requirement->authorisations;
  const LicetAuthorisationResult *first = results->len > 0 ? g_ptr_array_index (results, 0) : NULL;

  return first != NULL && first->state == LICET_AUTHORISATION_USABLE;
}
