/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-requirement-authorise"

#include "config.h"

#include "licet-requirement-private.h"

#include <string.h>

/* The conditions that every authorisation has: items and destination. */
#define N_FIRST 2

static const char *const mode_names[] = { "can", "cannot", "must" };

/* What most conditions miss. */
static char *no_ids[] = { NULL };

void
_licet_authorisation_finding_free (gpointer data)
{
  LicetAuthorisationFinding *finding = data;

  for (guint i = 0; i < finding->result.conditions->len; i++)
    if (finding->block[i].missing != no_ids)
      g_free (finding->block[i].missing);
  g_ptr_array_unref (finding->result.conditions);
  g_free (finding->result.why);
  g_free (finding->block);
  g_free (finding);
}

gboolean
_licet_condition_result_fails (const LicetConditionResult *condition)
{
  if (g_str_equal (condition->mode, mode_names[LICET_USE_CANNOT]))
    return condition->truth == LICET_MET;
  return condition->truth == LICET_NOT_MET;
}

/* What @ids holds, which is emptied. The ids are borrowed from the rules; only the array is made. */
static GStrv
take_ids (GPtrArray *ids)
{
  GStrv taken;

  g_ptr_array_add (ids, NULL);
  taken = g_memdup2 (ids->pdata, ids->len * sizeof (char *));
  g_ptr_array_set_size (ids, 0);
  return taken;
}

static LicetConditionResult *
add_condition (LicetAuthorisationFinding *finding,
               const char *id,
               LicetUseMode mode,
               const char *text,
               const char *cite,
               LicetTruth truth)
{
  GPtrArray *conditions = finding->result.conditions;
  LicetConditionResult *condition = &finding->block[conditions->len];

  condition->id = (char *) id;
  condition->mode = (char *) mode_names[mode];
  condition->text = (char *) text;
  condition->cite = (char *) cite;
  condition->truth = truth;
  condition->missing = no_ids;
  g_ptr_array_add (conditions, condition);
  return condition;
}

static void
add_use (LicetRequirementDraft *draft,
         LicetAuthorisationFinding *finding,
         const LicetUseCondition *use)
{
  LicetTruth truth = _licet_rule_evaluate (&draft->facts, use->when);
  LicetConditionResult *condition;

  condition = add_condition (finding, use->id, use->mode, use->text, use->cite, truth);
  if (truth != LICET_UNKNOWN)
    return;
  _licet_rule_collect_missing (&draft->facts, use->when, draft->ids);
  condition->missing = take_ids (draft->ids);
}

static gboolean
bars (const LicetRuleFinding *finding,
      const LicetAuthorisation *authorisation)
{
  const char *const *ids = (const char *const *) finding->rule->bars;

  if (finding->truth == LICET_NOT_MET)
    return FALSE;
  return finding->rule->effect == LICET_RULE_PROHIBITS || g_strv_contains (ids, "*") ||
         g_strv_contains (ids, authorisation->id);
}

/* Rules that take an authorisation away, or that prohibit the transaction altogether, are conditions
 * of it like its own. */
static void
add_bars (LicetRequirementDraft *draft,
          LicetAuthorisationFinding *result,
          const LicetAuthorisation *authorisation)
{
  for (guint i = 0; i < draft->n_findings; i++) {
    const LicetRuleFinding *finding = &draft->findings[i];
    const LicetRule *rule = finding->rule;
    LicetConditionResult *condition;

    if (!bars (finding, authorisation))
      continue;
    condition = add_condition (result, rule->id, LICET_USE_CANNOT, rule->text, rule->cite,
                               finding->truth);
    if (finding->truth != LICET_UNKNOWN)
      continue;
    _licet_draft_collect_missing (draft, finding, draft->ids);
    condition->missing = take_ids (draft->ids);
  }
}

static guint
count_bars (const LicetRequirementDraft *draft,
            const LicetAuthorisation *authorisation)
{
  guint n = 0;

  for (guint i = 0; i < draft->n_findings; i++)
    n += bars (&draft->findings[i], authorisation);
  return n;
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
const LicetConditionResult *
_licet_authorisation_result_find_failed (const LicetAuthorisationResult *result)
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
  const LicetConditionResult *failed = _licet_authorisation_result_find_failed (result);

  g_assert (failed != NULL);
  if (g_str_equal (failed->id, "destination"))
    return g_strdup_printf ("%s does not cover %s.", result->id, draft->country);
  if (g_str_equal (failed->id, "items"))
    return g_strdup_printf ("%s does not cover %s.", result->id, draft->codes);
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

static LicetAuthorisationFinding *
judge (LicetRequirementDraft *draft,
       const LicetAuthorisation *authorisation)
{
  LicetAuthorisationFinding *finding = g_new0 (LicetAuthorisationFinding, 1);
  LicetAuthorisationResult *result = &finding->result;
  guint n_own = authorisation->conditions->len;
  guint n = n_own + count_bars (draft, authorisation);

  result->id = (char *) authorisation->id;
  result->name = (char *) authorisation->name;
  result->cite = (char *) authorisation->cite;
  result->conditions = g_ptr_array_sized_new (n);
  finding->block = g_new0 (LicetConditionResult, n);
  /* Items and destination come first, then what the rules bar, then the rest. */
  for (guint i = 0; i < MIN (n_own, N_FIRST); i++)
    add_use (draft, finding, g_ptr_array_index (authorisation->conditions, i));
  add_bars (draft, finding, authorisation);
  for (guint i = N_FIRST; i < n_own; i++)
    add_use (draft, finding, g_ptr_array_index (authorisation->conditions, i));
  result->state = find_state (result);
  result->why = say_why (draft, result);
  return finding;
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
