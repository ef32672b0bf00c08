/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-requirement-missing"

#include "config.h"

#include "licet-requirement-private.h"

void
_licet_draft_collect_missing (LicetRequirementDraft *draft,
                              const LicetRuleFinding *finding,
                              GPtrArray *ids)
{
  const LicetRule *rule = finding->rule;

  if (_licet_rule_evaluate (&draft->facts, rule->within) == LICET_UNKNOWN)
    _licet_rule_collect_missing (&draft->facts, rule->within, ids);
  else
    _licet_rule_collect_missing (&draft->facts, rule->when, ids);
}

static void
collect_rules_missing (LicetRequirementDraft *draft,
                       LicetRuleEffect effect)
{
  for (guint i = 0; i < draft->n_findings; i++) {
    const LicetRuleFinding *finding = &draft->findings[i];

    if (finding->rule->effect != effect)
      continue;
    if (finding->truth == LICET_UNKNOWN)
      _licet_draft_collect_missing (draft, finding, draft->missing);
    for (guint j = 0; finding->truth == LICET_MET && finding->rule->asks[j] != NULL; j++)
      _licet_rule_add_missing (draft->missing, finding->rule->asks[j]);
  }
}

/* What would take away the rules that the verdict rests on. */
static void
collect_relief_missing (LicetRequirementDraft *draft,
                        LicetRuleEffect effect)
{
  for (guint i = 0; i < draft->n_findings; i++) {
    const LicetRuleFinding *finding = &draft->findings[i];

    if (finding->rule->effect == effect && finding->truth == LICET_MET &&
        finding->rule->unless != NULL &&
        _licet_rule_evaluate (&draft->facts, finding->rule->unless) == LICET_UNKNOWN)
      _licet_rule_collect_missing (&draft->facts, finding->rule->unless, draft->missing);
  }
}

static void
collect_open_missing (LicetRequirementDraft *draft)
{
  GPtrArray *authorisations = draft->requirement->authorisations;

  for (guint i = 0; i < authorisations->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (authorisations, i);

    if (result->state != LICET_AUTHORISATION_OPEN)
      continue;
    for (guint j = 0; j < result->conditions->len; j++) {
      const LicetConditionResult *condition = g_ptr_array_index (result->conditions, j);

      for (guint k = 0; condition->missing[k] != NULL; k++)
        _licet_rule_add_missing (draft->missing, condition->missing[k]);
    }
  }
}

void
_licet_draft_find_missing (LicetRequirementDraft *draft)
{
  switch (draft->requirement->verdict) {
  case LICET_REQUIREMENT_PROHIBITED:
    collect_relief_missing (draft, LICET_RULE_PROHIBITS);
    break;
  case LICET_REQUIREMENT_LICENSE:
    collect_rules_missing (draft, LICET_RULE_PROHIBITS);
    collect_open_missing (draft);
    collect_relief_missing (draft, LICET_RULE_REQUIRES);
    break;
  case LICET_REQUIREMENT_NEEDS_FACTS:
    if (draft->facts.listed == LICET_UNKNOWN)
      _licet_rule_add_missing (draft->missing, "determination");
    collect_rules_missing (draft, LICET_RULE_PROHIBITS);
    collect_rules_missing (draft, LICET_RULE_REQUIRES);
    collect_rules_missing (draft, LICET_RULE_NEEDS_FACTS);
    break;
  case LICET_REQUIREMENT_AUTHORIZED:
  case LICET_REQUIREMENT_NONE:
  default:
    break;
  }
}
