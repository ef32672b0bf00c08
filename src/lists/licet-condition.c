/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-condition"

#include "config.h"

#include "licet-condition-private.h"

static const struct {
  const char *member;
  const char *words;
} comparisons[LICET_N_COMPARISONS] = {
  [LICET_COMPARISON_GT] = { "gt", "more than" }, [LICET_COMPARISON_GE] = { "ge", "at least" },
  [LICET_COMPARISON_LT] = { "lt", "less than" }, [LICET_COMPARISON_LE] = { "le", "at most" },
  [LICET_COMPARISON_EQ] = { "eq", "exactly" },
};

static const char *const relations[LICET_N_RELATIONS] = {
  [LICET_RELATION_SELF] = "self",
  [LICET_RELATION_FOR] = "for",
  [LICET_RELATION_CONTAINS] = "contains",
  [LICET_RELATION_MADE_OF] = "made-of",
  [LICET_RELATION_PART_OF] = "part-of",
};

const char *
licet_comparison_get_words (LicetComparison comparison)
{
  g_return_val_if_fail (comparison < LICET_N_COMPARISONS, NULL);

  return comparisons[comparison].words;
}

const char *
_licet_comparison_get_member (LicetComparison comparison)
{
  g_assert (comparison < LICET_N_COMPARISONS);

  return comparisons[comparison].member;
}

const char *
licet_relation_serialise (LicetRelation relation)
{
  g_return_val_if_fail (relation < LICET_N_RELATIONS, NULL);

  return relations[relation];
}

gboolean
licet_relation_parse (const char *text,
                      LicetRelation *ret_relation)
{
  g_return_val_if_fail (text != NULL && ret_relation != NULL, FALSE);

  for (guint i = 0; i < LICET_N_RELATIONS; i++)
    if (g_str_equal (relations[i], text)) {
      *ret_relation = (LicetRelation) i;
      return TRUE;
    }
  return FALSE;
}

const LicetCondition *
_licet_condition_new_implicit (LicetArena *arena,
                               const char *key,
                               const char *question,
                               const char *const *figures)
{
  LicetCondition *condition = LICET_ARENA_NEW (arena, LicetCondition);

  condition->type = LICET_CONDITION_DESCRIBED;
  condition->key = key;
  condition->question = question;
  condition->figures = figures != NULL ? figures : _licet_arena_strdupv (arena, NULL);
  condition->is_implicit = TRUE;
  return condition;
}
