/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "random-item.h"

#include <licet-item-private.h>

#define chance(of) (g_test_rand_int_range (0, (of)) == 0)

/* Conditions of a list by what they ask, so that what is drawn bears on something. */
static void
collect_conditions (const LicetCondition *condition,
                    GPtrArray *conditions)
{
  g_ptr_array_add (conditions, (gpointer) condition);
  for (guint i = 0; i < condition->n_parts; i++)
    collect_conditions (condition->parts[i], conditions);
}

static void
collect_from_node (const LicetNode *node,
                   GPtrArray *conditions)
{
  for (guint i = 0; i < node->n_conditions; i++)
    collect_conditions (node->conditions[i], conditions);
  for (guint i = 0; i < node->n_notes; i++)
    if (node->notes[i].when != NULL)
      collect_conditions (node->notes[i].when, conditions);
  for (guint i = 0; i < node->n_children; i++)
    collect_from_node (node->children[i], conditions);
}

static GPtrArray *
collect_from_list (const LicetControlList *list)
{
  GPtrArray *conditions = g_ptr_array_new ();
  const LicetGeneralNote *notes;
  const LicetNode *const *entries;
  guint n;

  notes = licet_control_list_get_general_notes (list, &n);
  for (guint i = 0; i < n; i++)
    if (notes[i].when != NULL)
      collect_conditions (notes[i].when, conditions);
  entries = licet_control_list_get_entries (list, &n);
  for (guint i = 0; i < n; i++)
    collect_from_node (entries[i], conditions);
  return conditions;
}

/* A value about a threshold: at it, beside it, across it, bounded by it, or none. */
static void
draw_value (LicetItem *item,
            const LicetQuantity *quantity,
            const LicetBound *bound)
{
  const LicetRational factors[] = { { 1, 1 },  { 999, 1000 }, { 1001, 1000 },
                                    { 1, 10 }, { 10, 1 },     { 2, 1 } };
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  LicetRational base;
  LicetRational shown;
  guint form = (guint) g_test_rand_int_range (0, 8);

  if (form == 7) {
    (void) licet_item_set_fact (item, quantity->id, "not applicable", NULL, NULL);
    return;
  }
  if (!licet_rational_multiply (
          &bound->base, &factors[g_test_rand_int_range (0, G_N_ELEMENTS (factors))], &base, NULL) ||
      !licet_unit_from_base (&quantity->unit, &base, &shown, NULL))
    return;
  number = licet_rational_format (&shown, 9);
  if (form < 4)
    text = g_strdup_printf ("%s %s", number, quantity->unit.label);
  else if (form < 6)
    text = g_strdup_printf ("%s %s %s", form == 4 ? "at least" : "less than", number,
                            quantity->unit.label);
  else
    text = g_strdup_printf ("%s %s to 1e20 %s", number, quantity->unit.label, quantity->unit.label);
  (void) licet_item_set_fact (item, quantity->id, text, NULL, NULL);
}

static void
draw_quantities (LicetItem *item,
                 const LicetExpression *expression,
                 const LicetBound *bound)
{
  if (expression->op == LICET_OPERATOR_QUANTITY && chance (2))
    draw_value (item, expression->quantity, bound);
  for (guint i = 0; i < expression->n_operands; i++)
    draw_quantities (item, expression->operands[i], bound);
}

static void
draw_relation (LicetItem *item,
               const LicetCondition *condition)
{
  const char *const nothing[] = { NULL };
  const char *const not_listed[] = { "not-listed", NULL };
  const char *const target[] = { condition->target, NULL };

  if (condition->relation == LICET_RELATION_SELF)
    return;
  (void) licet_item_set_relation (item, condition->relation,
                                  chance (3)   ? nothing
                                  : chance (3) ? not_listed
                                               : target,
                                  NULL);
}

static void
draw_fact (LicetItem *item,
           const LicetCondition *condition)
{
  const char *values[] = { NULL, NULL };

  switch (condition->type) {
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_COVERS:
    draw_value (item, condition->quantity, &condition->bounds[0]);
    break;
  case LICET_CONDITION_EXPRESSION:
    draw_quantities (item, condition->expression, &condition->bounds[0]);
    break;
  case LICET_CONDITION_CHOICE:
    values[0] =
        condition->choice->values[g_test_rand_int_range (0, (int) condition->choice->n_values)].id;
    (void) licet_item_set_choice (item, condition->choice->id, values, NULL);
    break;
  case LICET_CONDITION_DESCRIBED:
    licet_item_set_answer (item, condition->key, chance (2) ? LICET_MET : LICET_NOT_MET, NULL);
    break;
  case LICET_CONDITION_ENTRY:
    draw_relation (item, condition);
    break;
  case LICET_CONDITION_KIND:
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
  case LICET_CONDITION_NOT:
  case LICET_CONDITION_AT_LEAST:
  default:
    break;
  }
}

LicetItem *
random_item_new (LicetBundle *bundle)
{
  g_autoptr (GError) error = NULL;
  const LicetControlList *list =
      licet_bundle_get_list (bundle, licet_bundle_get_list_ids (bundle)[0], &error);
  g_autoptr (GPtrArray) conditions = NULL;
  LicetItem *item = licet_item_new (bundle);
  const LicetKind *kinds;
  int share = g_test_rand_int_range (2, 12);
  guint n;

  g_assert_no_error (error);
  if (!chance (8))
    licet_item_set_nature (item, chance (2)
                                     ? LICET_NATURE_GOODS
                                     : (LicetNature) g_test_rand_int_range (0, LICET_N_NATURES));
  kinds = licet_vocabulary_get_kinds (licet_bundle_get_vocabulary (bundle), &n);
  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    (void) licet_item_add_kind (item, kinds[g_test_rand_int_range (0, (int) n)].id, NULL);
  conditions = collect_from_list (list);
  for (guint i = 0; i < conditions->len; i++)
    if (chance (share))
      draw_fact (item, g_ptr_array_index (conditions, i));
  return item;
}

static gboolean
drop_fact (LicetItem *item)
{
  g_autoptr (GPtrArray) facts = licet_item_dup_facts (item);

  if (facts->len == 0)
    return FALSE;
  return licet_item_set_fact (item,
                              ((const LicetFact *) g_ptr_array_index (
                                   facts, (guint) g_test_rand_int_range (0, (int) facts->len)))
                                  ->quantity->id,
                              NULL, NULL, NULL);
}

static gboolean
drop_answer (LicetItem *item)
{
  g_auto (GStrv) keys = licet_item_dup_answer_keys (item);
  guint n = g_strv_length (keys);

  if (n == 0)
    return FALSE;
  licet_item_set_answer (item, keys[g_test_rand_int_range (0, (int) n)], LICET_UNKNOWN, NULL);
  return TRUE;
}

static gboolean
drop_choice (LicetItem *item)
{
  const LicetChoice *choices;
  guint start;
  guint n;

  choices =
      licet_vocabulary_get_choices (licet_bundle_get_vocabulary (licet_item_get_bundle (item)), &n);
  start = (guint) g_test_rand_int_range (0, (int) n);
  for (guint i = 0; i < n; i++) {
    const LicetChoice *choice = &choices[(start + i) % n];

    if (licet_item_get_choice (item, choice) != NULL)
      return licet_item_set_choice (item, choice->id, NULL, NULL);
  }
  return FALSE;
}

static gboolean
drop_kinds (LicetItem *item)
{
  g_auto (GStrv) kinds = licet_item_dup_kinds (item);

  for (guint i = 0; kinds[i] != NULL; i++)
    licet_item_remove_kind (item, kinds[i]);
  return kinds[0] != NULL;
}

static gboolean
drop_relation (LicetItem *item)
{
  for (guint i = LICET_RELATION_FOR; i < LICET_N_RELATIONS; i++)
    if (licet_item_get_relation (item, (LicetRelation) i) != NULL) {
      (void) licet_item_set_relation (item, (LicetRelation) i, NULL, NULL);
      return TRUE;
    }
  return FALSE;
}

LicetItem *
random_item_dup_with_one_fact_less (LicetItem *item)
{
  gboolean (*const drops[]) (LicetItem *) = { drop_fact, drop_answer, drop_choice, drop_kinds,
                                              drop_relation };
  LicetItem *less = licet_item_copy (item);
  guint start = (guint) g_test_rand_int_range (0, G_N_ELEMENTS (drops));

  for (guint i = 0; i < G_N_ELEMENTS (drops); i++)
    if (drops[(start + i) % G_N_ELEMENTS (drops)](less))
      break;
  return less;
}
