/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-condition-parse"

#include "config.h"

#include "licet-condition-private.h"

#include <string.h>

#include "licet-source-private.h"

typedef gboolean (*ParseForm) (LicetConditionScope *scope,
                               const LicetJsonPlace *place,
                               LicetCondition *condition,
                               guint depth);

static const LicetCondition *parse (LicetConditionScope *scope,
                                    const LicetJsonPlace *place,
                                    guint depth);

/* The text @member of @place, borrowed; what is wrong with it is a defect. */
static const char *
read_word (LicetConditionScope *scope,
           const LicetJsonPlace *place,
           const char *member)
{
  GError *error = NULL;
  const char *word = NULL;

  if (!licet_json_place_get_string (place, member, &word, &error))
    (void) _licet_defects_take (scope->reading->defects, error);
  return word;
}

static gboolean
parse_kind (LicetConditionScope *scope,
            const LicetJsonPlace *place,
            LicetCondition *condition,
            guint depth)
{
  const char *id = read_word (scope, place, "kind");

  if (id == NULL)
    return FALSE;
  condition->kind = licet_vocabulary_find_kind (scope->reading->vocabulary, id);
  if (condition->kind == NULL)
    return _licet_defects_add (scope->reading->defects, place,
                               "“%s” is no kind; define it in a kinds file or name another", id);
  return TRUE;
}

static gboolean
parse_quantity (LicetConditionScope *scope,
                const LicetJsonPlace *place,
                LicetCondition *condition,
                guint depth)
{
  const char *id = read_word (scope, place, "quantity");

  if (id == NULL)
    return FALSE;
  condition->quantity = _licet_reading_use_quantity (scope->reading, place, id);
  return condition->quantity != NULL &&
         _licet_reading_bounds (scope->reading, place, &condition->quantity->dimension,
                                &condition->bounds, &condition->n_bounds);
}

static gboolean
parse_expression (LicetConditionScope *scope,
                  const LicetJsonPlace *place,
                  LicetCondition *condition,
                  guint depth)
{
  LicetJsonPlace inner;

  (void) licet_json_place_member (place, "expr", &inner, NULL);
  condition->expression = _licet_expression_parse (scope->reading, &inner);
  return condition->expression != NULL &&
         _licet_reading_bounds (scope->reading, place, &condition->expression->dimension,
                                &condition->bounds, &condition->n_bounds);
}

static gboolean
parse_covers (LicetConditionScope *scope,
              const LicetJsonPlace *place,
              LicetCondition *condition,
              guint depth)
{
  const char *id = read_word (scope, place, "covers");

  if (id == NULL)
    return FALSE;
  condition->quantity = _licet_reading_use_quantity (scope->reading, place, id);
  if (condition->quantity == NULL)
    return FALSE;
  if (!condition->quantity->is_span)
    return _licet_defects_add (scope->reading->defects, place,
                               "a range of “%s” is one uncertain value and covers nothing; give "
                               "the quantity \"range\": \"span\", or compare it", id);
  if (!_licet_reading_bounds (scope->reading, place, &condition->quantity->dimension,
                              &condition->bounds, &condition->n_bounds))
    return FALSE;
  if (condition->n_bounds != 2)
    return _licet_defects_add (scope->reading->defects, place,
                               "an interval has two ends; give “ge” and “le”");
  return TRUE;
}

static gboolean
parse_choice (LicetConditionScope *scope,
              const LicetJsonPlace *place,
              LicetCondition *condition,
              guint depth)
{
  LicetReading *reading = scope->reading;
  const char *id = read_word (scope, place, "choice");
  const char *const *values = NULL;

  if (id == NULL || !_licet_reading_texts (reading, place, "in", LICET_MAX_ID, &values))
    return FALSE;
  condition->choice = licet_vocabulary_find_choice (reading->vocabulary, id);
  if (condition->choice == NULL)
    return _licet_defects_add (reading->defects, place,
                               "“%s” is no choice; define it in a choices file or name another",
                               id);
  if (values[0] == NULL)
    return _licet_defects_add (reading->defects, place,
                               "no value is named; list one or more of “%s” in “in”", id);
  reading->choice_uses[condition->choice->index] = TRUE;
  condition->n_values = g_strv_length ((char **) values);
  condition->values = LICET_ARENA_NEW_ARRAY (reading->arena, const LicetChoiceValue *,
                                             condition->n_values);
  for (guint i = 0; i < condition->n_values; i++) {
    condition->values[i] = licet_choice_find_value (condition->choice, values[i]);
    if (condition->values[i] == NULL)
      return _licet_defects_add (reading->defects, place,
                                 "“%s” is no value of “%s”; add it to the choice or name another",
                                 values[i], id);
  }
  return TRUE;
}

static gboolean
parse_described (LicetConditionScope *scope,
                 const LicetJsonPlace *place,
                 LicetCondition *condition,
                 guint depth)
{
  LicetReading *reading = scope->reading;
  g_autofree char *key = NULL;

  scope->n_described++;
  key = g_strdup_printf ("%s#d%u", scope->key, scope->n_described);
  condition->key = _licet_arena_strdup (reading->arena, key);
  return _licet_reading_text (reading, place, "described", LICET_MAX_PROSE, &condition->question) &&
         _licet_reading_texts (reading, place, "figures", LICET_MAX_ID, &condition->figures) &&
         _licet_reading_check_figures (reading, place, condition->figures, condition->question,
                                       scope->words);
}

static gboolean
parse_entry (LicetConditionScope *scope,
             const LicetJsonPlace *place,
             LicetCondition *condition,
             guint depth)
{
  LicetReading *reading = scope->reading;
  const char *target = read_word (scope, place, "entry");
  const char *relation = NULL;

  if (target == NULL || !_licet_reading_optional_text (reading, place, "relation", LICET_MAX_ID,
                                                       &relation))
    return FALSE;
  if (relation != NULL && !licet_relation_parse (relation, &condition->relation))
    return _licet_defects_add (reading->defects, place,
                               "“%s” is no relation; write self, for, contains, made-of or part-of",
                               relation);
  if (!_licet_reading_check_target (reading, place, scope->list, target,
                                    condition->relation == LICET_RELATION_SELF
                                    ? LICET_TARGET_NODE : LICET_TARGET_SCOPE))
    return FALSE;
  if (strchr (target, ':') == NULL && !g_str_equal (scope->list, scope->own_list)) {
    g_autofree char *qualified = g_strconcat (scope->list, ":", target, NULL);

    condition->target = _licet_arena_strdup (reading->arena, qualified);
  } else
    condition->target = _licet_arena_strdup (reading->arena, target);
  return TRUE;
}

static gboolean
parse_elements (LicetConditionScope *scope,
                const LicetJsonPlace *array,
                guint length,
                guint depth,
                const LicetCondition ***ret_parts,
                guint *ret_n)
{
  const LicetCondition **parts = LICET_ARENA_NEW_ARRAY (scope->reading->arena,
                                                        const LicetCondition *, length);
  gboolean is_sound = TRUE;

  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;

    licet_json_place_element (array, i, &element);
    parts[i] = parse (scope, &element, depth);
    is_sound = is_sound && parts[i] != NULL;
  }
  if (is_sound) {
    *ret_parts = parts;
    *ret_n = length;
  }
  return is_sound;
}

static gboolean
parse_parts (LicetConditionScope *scope,
             const LicetJsonPlace *place,
             const char *member,
             LicetCondition *condition,
             guint depth)
{
  LicetJsonPlace array;
  guint length;

  if (!_licet_reading_array (scope->reading, place, member, &array, &length))
    return FALSE;
  if (length == 0)
    return _licet_defects_add (scope->reading->defects, place,
                               "“%s” is empty; name conditions or take it out", member);
  return parse_elements (scope, &array, length, depth + 1, &condition->parts, &condition->n_parts);
}

static gboolean
parse_all (LicetConditionScope *scope,
           const LicetJsonPlace *place,
           LicetCondition *condition,
           guint depth)
{
  return parse_parts (scope, place, "all", condition, depth);
}

static gboolean
parse_any (LicetConditionScope *scope,
           const LicetJsonPlace *place,
           LicetCondition *condition,
           guint depth)
{
  return parse_parts (scope, place, "any", condition, depth);
}

static gboolean
parse_not (LicetConditionScope *scope,
           const LicetJsonPlace *place,
           LicetCondition *condition,
           guint depth)
{
  LicetJsonPlace inner;

  (void) licet_json_place_member (place, "not", &inner, NULL);
  condition->parts = LICET_ARENA_NEW_ARRAY (scope->reading->arena, const LicetCondition *, 1);
  condition->parts[0] = parse (scope, &inner, depth + 1);
  condition->n_parts = 1;
  return condition->parts[0] != NULL;
}

static gboolean
parse_at_least (LicetConditionScope *scope,
                const LicetJsonPlace *place,
                LicetCondition *condition,
                guint depth)
{
  GError *error = NULL;
  gint64 count = 0;

  if (!licet_json_place_get_optional_integer (place, "at-least", 0, &count, &error))
    return _licet_defects_take (scope->reading->defects, error);
  if (!parse_parts (scope, place, "of", condition, depth))
    return FALSE;
  if (count < 1 || count > condition->n_parts)
    return _licet_defects_add (scope->reading->defects, place,
                               "at least %" G_GINT64_FORMAT " of %u cannot be; give a number "
                               "from 1 to %u",
                               count, condition->n_parts, condition->n_parts);
  condition->count = (guint) count;
  return TRUE;
}

static const char *const members_kind[] = { "kind", NULL };
static const char *const members_quantity[] = { "quantity", "gt", "ge", "lt", "le", "eq", NULL };
static const char *const members_expression[] = { "expr", "gt", "ge", "lt", "le", "eq", NULL };
static const char *const members_covers[] = { "covers", "ge", "le", NULL };
static const char *const members_choice[] = { "choice", "in", NULL };
static const char *const members_described[] = { "described", "figures", NULL };
static const char *const members_entry[] = { "entry", "relation", NULL };
static const char *const members_all[] = { "all", NULL };
static const char *const members_any[] = { "any", NULL };
static const char *const members_not[] = { "not", NULL };
static const char *const members_at_least[] = { "at-least", "of", NULL };

/* The first member of each names the form. */
static const struct {
  const char *const *members;
  LicetConditionType type;
  ParseForm parse;
} forms[] = {
  { members_kind, LICET_CONDITION_KIND, parse_kind },
  { members_quantity, LICET_CONDITION_QUANTITY, parse_quantity },
  { members_expression, LICET_CONDITION_EXPRESSION, parse_expression },
  { members_covers, LICET_CONDITION_COVERS, parse_covers },
  { members_choice, LICET_CONDITION_CHOICE, parse_choice },
  { members_described, LICET_CONDITION_DESCRIBED, parse_described },
  { members_entry, LICET_CONDITION_ENTRY, parse_entry },
  { members_all, LICET_CONDITION_ALL, parse_all },
  { members_any, LICET_CONDITION_ANY, parse_any },
  { members_not, LICET_CONDITION_NOT, parse_not },
  { members_at_least, LICET_CONDITION_AT_LEAST, parse_at_least },
};

static const LicetCondition *
parse (LicetConditionScope *scope,
       const LicetJsonPlace *place,
       guint depth)
{
  LicetCondition *condition = LICET_ARENA_NEW (scope->reading->arena, LicetCondition);

  if (depth > LICET_MAX_CONDITION_DEPTH) {
    (void) _licet_defects_add (scope->reading->defects, place,
                               "the condition is more than %d levels deep; write it flatter",
                               LICET_MAX_CONDITION_DEPTH);
    return NULL;
  }
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    if (!licet_json_place_has (place, forms[i].members[0]))
      continue;
    condition->type = forms[i].type;
    if (!_licet_reading_known (scope->reading, place, forms[i].members) ||
        !forms[i].parse (scope, place, condition, depth))
      return NULL;
    return condition;
  }
  (void) _licet_defects_add (scope->reading->defects, place,
                             "this is no condition; write an object with kind, quantity, expr, "
                             "covers, choice, described, entry, all, any, not or at-least");
  return NULL;
}

const LicetCondition *
_licet_condition_parse (LicetConditionScope *scope,
                        const LicetJsonPlace *place)
{
  return parse (scope, place, 0);
}

gboolean
_licet_condition_parse_list (LicetConditionScope *scope,
                             const LicetJsonPlace *place,
                             const char *member,
                             const LicetCondition ***ret_conditions,
                             guint *ret_n)
{
  LicetJsonPlace array;
  guint length;

  return _licet_reading_array (scope->reading, place, member, &array, &length) &&
         parse_elements (scope, &array, length, 0, ret_conditions, ret_n);
}

gboolean
_licet_condition_parse_one (LicetConditionScope *scope,
                            const LicetJsonPlace *place,
                            const char *member,
                            const LicetCondition **ret_condition)
{
  const LicetCondition **parts = NULL;
  LicetCondition *all;
  LicetJsonPlace inner;
  guint n = 0;

  if (!licet_json_place_has (place, member)) {
    *ret_condition = NULL;
    return TRUE;
  }
  (void) licet_json_place_member (place, member, &inner, NULL);
  if (!JSON_NODE_HOLDS_ARRAY (inner.node)) {
    *ret_condition = parse (scope, &inner, 0);
    return *ret_condition != NULL;
  }
  if (!_licet_condition_parse_list (scope, place, member, &parts, &n))
    return FALSE;
  if (n == 0)
    return _licet_defects_add (scope->reading->defects, &inner,
                               "the list is empty; name conditions or take “%s” out", member);
  if (n == 1) {
    *ret_condition = parts[0];
    return TRUE;
  }
  all = LICET_ARENA_NEW (scope->reading->arena, LicetCondition);
  all->type = LICET_CONDITION_ALL;
  all->parts = parts;
  all->n_parts = n;
  *ret_condition = all;
  return TRUE;
}
