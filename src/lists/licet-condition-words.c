/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-condition-words"

#include "config.h"

#include "licet-condition.h"

#include <string.h>

#include "licet-vocabulary.h"

/* Words that have no plural and so no article: "it is software", "it is test equipment". */
static const char *const uncountable[] = {
  "software", "firmware", "technology", "equipment", "electronics", "hardware", "information",
  "powder", "know-how", NULL,
};

static void append_condition (GString *out,
                              const LicetCondition *condition,
                              gboolean is_inner);

/* "Sample rate" as "sample rate", but "ADC resolution", "X-ray source" and "GaN wafer" as they are. */
static char *
dup_lower (const char *label)
{
  char *lower = g_strdup (label);

  if (g_ascii_isupper (label[0]) && (g_ascii_islower (label[1]) || label[1] == ' ') &&
      strcspn (label + 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") >= strcspn (label + 1, " -"))
    lower[0] = g_ascii_tolower (lower[0]);
  return lower;
}

/* What a thing is called without what it is for: "Crucible" of "Crucible for molten metal". */
static char *
dup_head (const char *label)
{
  static const char *const ends[] = { " for ", " of ", " with ", " in ", " to ", " that ", " by ",
                                      " on ", " from ", " (" };
  gsize length = strlen (label);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    const char *end = strstr (label, ends[i]);

    if (end != NULL && (gsize) (end - label) < length)
      length = (gsize) (end - label);
  }
  return g_strndup (label, length);
}

static gboolean
needs_article (const char *label)
{
  g_autofree char *head = dup_head (label);
  const char *last = strrchr (head, ' ') != NULL ? strrchr (head, ' ') + 1 : head;
  g_autofree char *word = g_ascii_strdown (last, -1);

  if (g_strv_contains (uncountable, word))
    return FALSE;
  return !g_str_has_suffix (word, "s") || g_str_has_suffix (word, "ss") ||
         g_str_has_suffix (word, "us") || g_str_has_suffix (word, "is");
}

/* Whether the word is spoken with a vowel first: "an ADC" and "an 8-bit", but "a UAV" and "a unit". */
static gboolean
sounds_like_vowel (const char *word)
{
  static const char *const consonants[] = { "uni", "use", "uti", "eu", "one" };
  g_autofree char *lower = g_ascii_strdown (word, -1);

  if (g_ascii_isupper (word[0]) && !g_ascii_islower (word[1]) && word[1] != '\0' && word[1] != ' ')
    return strchr ("AEFHILMNORSX", word[0]) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (consonants); i++)
    if (g_str_has_prefix (lower, consonants[i]))
      return FALSE;
  return strchr ("aeiou8", lower[0]) != NULL;
}

static void
append_kind (GString *out,
             const LicetKind *kind)
{
  g_autofree char *label = dup_lower (kind->label);

  if (needs_article (kind->label))
    g_string_append (out, sounds_like_vowel (label) ? "an " : "a ");
  g_string_append (out, label);
}

static void
append_bounds (GString *out,
               const LicetCondition *condition)
{
  for (guint i = 0; i < condition->n_bounds; i++)
    g_string_append_printf (out, "%s%s %s", i > 0 ? " and " : " ",
                            licet_comparison_get_words (condition->bounds[i].comparison),
                            condition->bounds[i].text);
}

static const char *
get_operator_words (LicetOperator op)
{
  switch (op) {
  case LICET_OPERATOR_ADD:
    return " + ";
  case LICET_OPERATOR_SUBTRACT:
    return " - ";
  case LICET_OPERATOR_MULTIPLY:
    return " × ";
  case LICET_OPERATOR_DIVIDE:
    return " / ";
  case LICET_OPERATOR_MIN:
  case LICET_OPERATOR_MAX:
    return ", ";
  case LICET_OPERATOR_QUANTITY:
  case LICET_OPERATOR_CONSTANT:
  case LICET_OPERATOR_POWER:
  default:
    return "";
  }
}

static void
append_expression (GString *out,
                   const LicetExpression *expression,
                   gboolean is_inner)
{
  gboolean is_choice = expression->op == LICET_OPERATOR_MIN || expression->op == LICET_OPERATOR_MAX;
  gboolean is_sum = !is_choice && expression->n_operands > 1;

  if (expression->op == LICET_OPERATOR_QUANTITY) {
    g_autofree char *label = dup_lower (expression->quantity->label);

    g_string_append (out, label);
    return;
  }
  if (expression->op == LICET_OPERATOR_CONSTANT) {
    g_string_append (out, expression->text);
    return;
  }
  if (is_choice)
    g_string_append (out, expression->op == LICET_OPERATOR_MIN ? "the least of "
                                                               : "the greatest of ");
  if (is_choice || (is_sum && is_inner))
    g_string_append_c (out, '(');
  for (guint i = 0; i < expression->n_operands; i++) {
    if (i > 0)
      g_string_append (out, get_operator_words (expression->op));
    append_expression (out, expression->operands[i], !is_choice);
  }
  if (is_choice || (is_sum && is_inner))
    g_string_append_c (out, ')');
  if (expression->op == LICET_OPERATOR_POWER)
    g_string_append_printf (out, "^%d", expression->exponent);
}

static const char *
get_separator (guint index,
               guint n)
{
  if (index == 0)
    return "";
  return index + 1 < n ? ", " : " or ";
}

static void
append_choice (GString *out,
               const LicetCondition *condition)
{
  g_autofree char *label = dup_lower (condition->choice->label);

  g_string_append_printf (out, "%s is ", label);
  for (guint i = 0; i < condition->n_values; i++) {
    g_autofree char *value = dup_lower (condition->values[i]->label);

    g_string_append (out, get_separator (i, condition->n_values));
    g_string_append (out, value);
  }
}

static const char *
get_relation_words (LicetRelation relation)
{
  switch (relation) {
  case LICET_RELATION_FOR:
    return "it is for what is listed in ";
  case LICET_RELATION_CONTAINS:
    return "it contains what is listed in ";
  case LICET_RELATION_MADE_OF:
    return "it is made of what is listed in ";
  case LICET_RELATION_PART_OF:
    return "it is part of what is listed in ";
  case LICET_RELATION_SELF:
  default:
    return "it is listed in ";
  }
}

static void
append_parts (GString *out,
              const LicetCondition *condition,
              const char *between)
{
  for (guint i = 0; i < condition->n_parts; i++) {
    if (i > 0)
      g_string_append (out, between);
    append_condition (out, condition->parts[i], TRUE);
  }
}

/* Whether each part says the same of another kind, or of another entry. */
static gboolean
are_alike (const LicetCondition *condition)
{
  const LicetCondition *first = condition->parts[0];

  if (condition->type != LICET_CONDITION_ANY ||
      (first->type != LICET_CONDITION_KIND && first->type != LICET_CONDITION_ENTRY))
    return FALSE;
  for (guint i = 1; i < condition->n_parts; i++)
    if (condition->parts[i]->type != first->type ||
        condition->parts[i]->relation != first->relation)
      return FALSE;
  return TRUE;
}

/* "it is an oscilloscope, a probe or a board" instead of the same beginning again and again. */
static void
append_alike (GString *out,
              const LicetCondition *condition)
{
  gboolean is_kind = condition->parts[0]->type == LICET_CONDITION_KIND;

  g_string_append (out, is_kind ? "it is " : get_relation_words (condition->parts[0]->relation));
  for (guint i = 0; i < condition->n_parts; i++) {
    g_string_append (out, get_separator (i, condition->n_parts));
    if (is_kind)
      append_kind (out, condition->parts[i]->kind);
    else
      g_string_append (out, condition->parts[i]->target);
  }
}

static void
append_combination (GString *out,
                    const LicetCondition *condition,
                    gboolean is_inner)
{
  if (condition->n_parts == 1) {
    append_condition (out, condition->parts[0], is_inner);
    return;
  }
  if (are_alike (condition)) {
    append_alike (out, condition);
    return;
  }
  if (is_inner)
    g_string_append_c (out, '(');
  append_parts (out, condition, condition->type == LICET_CONDITION_ALL ? ", and " : ", or ");
  if (is_inner)
    g_string_append_c (out, ')');
}

static void
append_not (GString *out,
            const LicetCondition *condition)
{
  const LicetCondition *part = condition->parts[0];

  if (part->type == LICET_CONDITION_KIND) {
    g_string_append (out, "it is not ");
    append_kind (out, part->kind);
    return;
  }
  if (part->type == LICET_CONDITION_ENTRY && part->relation == LICET_RELATION_SELF) {
    g_string_append_printf (out, "it is not listed in %s", part->target);
    return;
  }
  g_string_append (out, "this does not hold: ");
  append_condition (out, part, TRUE);
}

static void
append_quantity (GString *out,
                 const LicetCondition *condition)
{
  g_autofree char *label = dup_lower (condition->quantity->label);

  g_string_append (out, label);
  if (condition->type == LICET_CONDITION_COVERS)
    g_string_append_printf (out, " covers all from %s to %s", condition->bounds[0].text,
                            condition->bounds[1].text);
  else
    append_bounds (out, condition);
}

static void
append_condition (GString *out,
                  const LicetCondition *condition,
                  gboolean is_inner)
{
  switch (condition->type) {
  case LICET_CONDITION_KIND:
    g_string_append (out, "it is ");
    append_kind (out, condition->kind);
    break;
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_COVERS:
    append_quantity (out, condition);
    break;
  case LICET_CONDITION_EXPRESSION:
    append_expression (out, condition->expression, FALSE);
    append_bounds (out, condition);
    break;
  case LICET_CONDITION_CHOICE:
    append_choice (out, condition);
    break;
  case LICET_CONDITION_DESCRIBED:
    if (g_str_has_suffix (condition->question, "?"))
      g_string_append_printf (out, "yes to “%s”", condition->question);
    else
      g_string_append_printf (out, "it is described by “%s”", condition->question);
    break;
  case LICET_CONDITION_ENTRY:
    g_string_append_printf (out, "%s%s", get_relation_words (condition->relation),
                            condition->target);
    break;
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
    append_combination (out, condition, is_inner);
    break;
  case LICET_CONDITION_NOT:
    append_not (out, condition);
    break;
  case LICET_CONDITION_AT_LEAST:
    g_string_append_printf (out, "at least %u of these: ", condition->count);
    append_parts (out, condition, "; ");
    break;
  default:
    g_assert_not_reached ();
  }
}

char *
licet_condition_dup_words (const LicetCondition *condition)
{
  GString *out;

  g_return_val_if_fail (condition != NULL, NULL);

  out = g_string_new (NULL);
  append_condition (out, condition, FALSE);
  return g_string_free (out, FALSE);
}
