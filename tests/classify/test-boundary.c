/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include <licet-interval-private.h>
#include <licet-item-private.h>
#include <licet-tester-private.h>

/*
 * Every comparison of the real law at its threshold: just below, equal, just above, equal in another unit, a range across it, bounds
 * on either side, missing, not applicable. What to expect is worked out here from the numbers alone.
 */

/* How far "just" is: a millionth of the threshold, or of one unit where the threshold is zero. */
static const LicetRational grain = { 1, 1000000 };

typedef struct {
  const LicetCondition *condition;
  guint bound;
} Comparison;

static LicetBundle *law;
static GPtrArray *comparisons;

/* --- facts --- */

static void
set_value (LicetItem *item,
           const LicetQuantity *quantity,
           LicetValue *value)
{
  LicetFact *fact = g_new0 (LicetFact, 1);

  *fact = (LicetFact) { quantity, value, NULL };
  _licet_fact_free (item->facts[quantity->index]);
  item->facts[quantity->index] = fact;
}

static void
set_exact (LicetItem *item,
           const LicetQuantity *quantity,
           const LicetRational *base)
{
  set_value (item, quantity, licet_value_new_exact (base, &quantity->unit));
}

static void
set_text (LicetItem *item,
          const LicetQuantity *quantity,
          const char *text)
{
  g_autoptr (GError) error = NULL;

  (void) licet_item_set_fact (item, quantity->id, text, NULL, &error);
  g_assert_no_error (error);
}

/* "NUMBER UNIT" in the quantity's own unit, with digits enough for a millionth. */
static char *
write_value (const LicetQuantity *quantity,
             const LicetRational *base)
{
  g_autofree char *text = NULL;
  LicetRational number;

  g_assert_true (licet_unit_from_base (&quantity->unit, base, &number, NULL));
  text = licet_rational_format (&number, 15);
  return g_strdup_printf ("%s %s", text, quantity->unit.label);
}

static LicetRational
step (const LicetRational *base,
      int side)
{
  LicetRational size = base->numerator == 0 ? (LicetRational) LICET_RATIONAL_ONE : *base;
  LicetRational result;

  if (size.numerator < 0)
    size.numerator = -size.numerator;
  size.numerator *= side;
  g_assert_true (licet_rational_multiply (&size, &grain, &result, NULL));
  g_assert_true (licet_rational_add (base, &result, &result, NULL));
  return result;
}

/* --- what to expect --- */

static gboolean
holds (const LicetRational *number,
       const LicetBound *bound)
{
  int order = licet_rational_compare (number, &bound->base);

  switch (bound->comparison) {
  case LICET_COMPARISON_GT:
    return order > 0;
  case LICET_COMPARISON_GE:
    return order >= 0;
  case LICET_COMPARISON_LT:
    return order < 0;
  case LICET_COMPARISON_LE:
    return order <= 0;
  case LICET_COMPARISON_EQ:
    return order == 0;
  default:
    g_assert_not_reached ();
  }
}

static LicetTruth
expect (const LicetCondition *condition,
        const LicetRational *number)
{
  for (guint i = 0; i < condition->n_bounds; i++)
    if (!holds (number, &condition->bounds[i]))
      return LICET_NOT_MET;
  return LICET_MET;
}

/* The condition as both ways see it: with words, and without. */
static LicetFinding *
test_condition (LicetItem *item,
                const LicetCondition *condition)
{
  g_auto (LicetTester) tester = { 0 };
  LicetFinding *finding = NULL;

  _licet_tester_init (&tester, item, NULL);
  (void) _licet_tester_test_condition (&tester, condition, &finding);
  g_assert_cmpint (_licet_tester_test_condition (&tester, condition, NULL).truth, ==,
                   finding->truth);
  g_assert_nonnull (finding->why);
  return finding;
}

static void
assert_truth (LicetItem *item,
              const LicetCondition *condition,
              LicetTruth truth,
              const char *what)
{
  LicetFinding *finding = test_condition (item, condition);

  if (finding->truth != truth)
    g_error ("%s: expected %s, found %s: %s", what, licet_truth_serialise (truth),
             licet_truth_serialise (finding->truth), finding->why);
  _licet_finding_free (finding);
}

static gboolean
is_near_and_measured (LicetItem *item,
                      const LicetCondition *condition,
                      gboolean *ret_has_margin)
{
  LicetFinding *finding = test_condition (item, condition);
  gboolean is_near = finding->near;

  *ret_has_margin = finding->margin != NULL;
  _licet_finding_free (finding);
  return is_near;
}

static void
assert_near (LicetItem *item,
             const LicetCondition *condition,
             const LicetBound *bound)
{
  gboolean has_margin = FALSE;
  gboolean is_near = is_near_and_measured (item, condition, &has_margin);
  LicetRational shown;

  g_assert_true (licet_unit_from_base (&bound->unit, &bound->base, &shown, NULL));
  /* Only the one threshold that is zero has nothing to be near to; another of the same condition may. */
  if (condition->n_bounds == 1 || shown.numerator != 0)
    g_assert_cmpint (is_near, ==, shown.numerator != 0);
  if (condition->n_bounds == 1 && condition->type != LICET_CONDITION_COVERS)
    g_assert_cmpint (has_margin, ==,
                     bound->base.numerator != 0 && bound->unit.offset.numerator == 0);
}

/* --- quantities --- */

/* The threshold in another unit, where one says it without rounding. */
static char *
write_in_other_unit (const LicetQuantity *quantity,
                     const LicetBound *bound)
{
  LicetUnitTable *units = licet_vocabulary_get_units (licet_bundle_get_vocabulary (law));
  g_auto (GStrv) spellings = licet_unit_table_dup_spellings (units, &quantity->dimension);

  for (guint i = 0; spellings[i] != NULL; i++) {
    g_autofree char *number = NULL;
    g_autofree char *text = NULL;
    g_autoptr (LicetValue) value = NULL;
    LicetRational converted;
    LicetUnit unit;

    if (!licet_unit_table_parse (units, spellings[i], &unit, NULL) ||
        g_strcmp0 (unit.label, bound->unit.label) == 0 ||
        !licet_unit_from_base (&unit, &bound->base, &converted, NULL))
      continue;
    number = licet_rational_format (&converted, 18);
    text = g_strdup_printf ("%s %s", number, spellings[i]);
    value = licet_value_parse (units, text, &quantity->dimension, NULL);
    if (value != NULL &&
        licet_rational_compare (&licet_value_get_lower (value)->base, &bound->base) == 0)
      return g_steal_pointer (&text);
  }
  return NULL;
}

static void
test_ranges (LicetItem *item,
             const LicetCondition *condition,
             const LicetBound *bound)
{
  const LicetQuantity *quantity = condition->quantity;
  const LicetRational below = step (&bound->base, -1);
  const LicetRational above = step (&bound->base, 1);
  g_autofree char *low = write_value (quantity, &below);
  g_autofree char *high = write_value (quantity, &above);
  g_autofree char *across = g_strdup_printf ("%s to %s", low, high);
  g_autofree char *from_low = g_strdup_printf ("at least %s", low);
  g_autofree char *to_high = g_strdup_printf ("up to %s", high);

  set_text (item, quantity, across);
  assert_truth (item, condition, quantity->is_span ? LICET_MET : LICET_UNKNOWN,
                "range across the threshold");
  /* A bound that begins just below reaches the threshold and what lies beyond, so that it decides nothing. */
  set_text (item, quantity, from_low);
  assert_truth (item, condition, LICET_UNKNOWN, "bound from below the threshold");
  set_text (item, quantity, to_high);
  assert_truth (item, condition, LICET_UNKNOWN, "bound to above the threshold");
}

static void
test_quantity (const LicetCondition *condition,
               const LicetBound *bound)
{
  const LicetQuantity *quantity = condition->quantity;
  g_autoptr (LicetItem) item = licet_item_new (law);
  g_autofree char *other = write_in_other_unit (quantity, bound);

  assert_truth (item, condition, LICET_UNKNOWN, "missing");
  set_text (item, quantity, "not applicable");
  assert_truth (item, condition, LICET_NOT_MET, "not applicable");
  for (int side = -1; side <= 1; side++) {
    LicetRational number = side == 0 ? bound->base : step (&bound->base, side);

    set_exact (item, quantity, &number);
    assert_truth (item, condition, expect (condition, &number),
                  side < 0    ? "just below"
                  : side == 0 ? "equal"
                              : "just above");
    assert_near (item, condition, bound);
  }
  set_text (item, quantity, bound->text);
  assert_truth (item, condition, expect (condition, &bound->base), "equal, as the law writes it");
  if (other != NULL) {
    set_text (item, quantity, other);
    assert_truth (item, condition, expect (condition, &bound->base), "equal, in another unit");
  }
  test_ranges (item, condition, bound);
}

/* --- intervals to be covered --- */

static void
test_covers (const LicetCondition *condition,
             const LicetBound *bound)
{
  const LicetQuantity *quantity = condition->quantity;
  const LicetBound *lower =
      &condition->bounds[condition->bounds[0].comparison == LICET_COMPARISON_GE ? 0 : 1];
  const LicetBound *upper = &condition->bounds[lower == &condition->bounds[0] ? 1 : 0];
  int inward = bound == lower ? 1 : -1;
  g_autoptr (LicetItem) item = licet_item_new (law);

  assert_truth (item, condition, LICET_UNKNOWN, "missing");
  set_text (item, quantity, "not applicable");
  assert_truth (item, condition, LICET_NOT_MET, "not applicable");
  set_exact (item, quantity, &bound->base);
  assert_truth (item, condition, LICET_NOT_MET, "one value");
  for (int side = -1; side <= 1; side++) {
    LicetRational moved = side == 0 ? bound->base : step (&bound->base, side);
    g_autofree char *low = write_value (quantity, bound == lower ? &moved : &lower->base);
    g_autofree char *high = write_value (quantity, bound == upper ? &moved : &upper->base);
    g_autofree char *text = g_strdup_printf ("%s to %s", low, high);

    set_text (item, quantity, text);
    assert_truth (item, condition, side == inward ? LICET_NOT_MET : LICET_MET, "interval");
    assert_near (item, condition, bound);
  }
}

/* --- formulas --- */

static void
collect_quantities (const LicetExpression *expression,
                    GPtrArray *quantities)
{
  if (expression->op == LICET_OPERATOR_QUANTITY &&
      !g_ptr_array_find (quantities, expression->quantity, NULL))
    g_ptr_array_add (quantities, (gpointer) expression->quantity);
  for (guint i = 0; i < expression->n_operands; i++)
    collect_quantities (expression->operands[i], quantities);
}

static const LicetValue *
get_value (const LicetQuantity *quantity,
           gpointer user_data)
{
  const LicetFact *fact = ((LicetItem *) user_data)->facts[quantity->index];

  return fact != NULL ? fact->value : NULL;
}

/* What the formula comes to with @number units of @pivot, all else as it is set. */
static gboolean
compute (LicetItem *item,
         const LicetExpression *expression,
         const LicetQuantity *pivot,
         const LicetRational *base,
         LicetRational *ret_result)
{
  g_auto (LicetOperand) operand = { 0 };

  set_exact (item, pivot, base);
  _licet_operand_compute (expression, get_value, item, &operand);
  if (operand.problem != NULL || !_licet_interval_is_exact (&operand.interval))
    return FALSE;
  *ret_result = operand.interval.lower.base;
  return TRUE;
}

/* The value of @pivot that brings the formula to @target, found as if it were a straight line or a reciprocal. */
static gboolean
solve (LicetItem *item,
       const LicetExpression *expression,
       const LicetQuantity *pivot,
       const LicetRational *target,
       LicetRational *ret_base)
{
  const LicetRational one = LICET_RATIONAL_ONE;
  const LicetRational two = { 2, 1 };
  LicetRational at_one;
  LicetRational at_two;
  LicetRational rise;
  LicetRational start;
  LicetRational check;

  if (!compute (item, expression, pivot, &one, &at_one) ||
      !compute (item, expression, pivot, &two, &at_two) ||
      !licet_rational_subtract (&at_two, &at_one, &rise, NULL))
    return FALSE;
  if (rise.numerator != 0 && licet_rational_subtract (&at_one, &rise, &start, NULL) &&
      licet_rational_subtract (target, &start, ret_base, NULL) &&
      licet_rational_divide (ret_base, &rise, ret_base, NULL) &&
      compute (item, expression, pivot, ret_base, &check) &&
      licet_rational_compare (&check, target) == 0)
    return TRUE;
  return licet_rational_divide (&at_one, target, ret_base, NULL) &&
         compute (item, expression, pivot, ret_base, &check) &&
         licet_rational_compare (&check, target) == 0;
}

/* a * x + b * y */
static gboolean
combine (gint64 a,
         const LicetRational *x,
         gint64 b,
         const LicetRational *y,
         LicetRational *ret_sum)
{
  const LicetRational left = { a, 1 };
  const LicetRational right = { b, 1 };
  LicetRational first;
  LicetRational second;

  return licet_rational_multiply (&left, x, &first, NULL) &&
         licet_rational_multiply (&right, y, &second, NULL) &&
         licet_rational_add (&first, &second, ret_sum, NULL);
}

/* As solve() where the formula is one straight line divided by another, (A x + B) / (x + D), which three points give. */
static gboolean
solve_quotient (LicetItem *item,
                const LicetExpression *expression,
                const LicetQuantity *pivot,
                const LicetRational *target,
                LicetRational *ret_base)
{
  LicetRational at[3];
  LicetRational a;
  LicetRational b;
  LicetRational d;
  LicetRational over;
  LicetRational under;
  LicetRational check;

  for (int i = 0; i < 3; i++) {
    const LicetRational x = { i + 1, 1 };

    if (!compute (item, expression, pivot, &x, &at[i]))
      return FALSE;
  }
  /* D = (3 f3 - 4 f2 + f1) / (2 f2 - f1 - f3) */
  if (!combine (3, &at[2], -4, &at[1], &over) || !combine (1, &over, 1, &at[0], &over) ||
      !combine (2, &at[1], -1, &at[0], &under) || !combine (1, &under, -1, &at[2], &under) ||
      !licet_rational_divide (&over, &under, &d, NULL))
    return FALSE;
  /* A = 2 f2 - f1 + D (f2 - f1); B = f1 (1 + D) - A */
  if (!combine (1, &at[1], -1, &at[0], &over) ||
      !licet_rational_multiply (&over, &d, &over, NULL) ||
      !combine (2, &at[1], -1, &at[0], &under) || !licet_rational_add (&over, &under, &a, NULL) ||
      !licet_rational_multiply (&at[0], &d, &over, NULL) ||
      !licet_rational_add (&over, &at[0], &over, NULL) ||
      !licet_rational_subtract (&over, &a, &b, NULL))
    return FALSE;
  /* x = (B - target D) / (target - A) */
  return licet_rational_multiply (target, &d, &over, NULL) &&
         licet_rational_subtract (&b, &over, &over, NULL) &&
         licet_rational_subtract (target, &a, &under, NULL) &&
         licet_rational_divide (&over, &under, ret_base, NULL) &&
         compute (item, expression, pivot, ret_base, &check) &&
         licet_rational_compare (&check, target) == 0;
}

static const LicetQuantity *
find_pivot (LicetItem *item,
            const LicetCondition *condition,
            const LicetBound *bound,
            GPtrArray *quantities,
            LicetRational *ret_base)
{
  for (guint i = 0; i < quantities->len; i++) {
    for (guint j = 0; j < quantities->len; j++) {
      const LicetQuantity *quantity = g_ptr_array_index (quantities, j);

      /* One of the quantity's own unit: a number that the law would think of. */
      set_exact (item, quantity, &quantity->unit.factor);
    }
    if (solve (item, condition->expression, g_ptr_array_index (quantities, i), &bound->base,
               ret_base) ||
        solve_quotient (item, condition->expression, g_ptr_array_index (quantities, i),
                        &bound->base, ret_base))
      return g_ptr_array_index (quantities, i);
  }
  return NULL;
}

static void
test_expression (const LicetCondition *condition,
                 const LicetBound *bound)
{
  g_autoptr (GPtrArray) quantities = g_ptr_array_new ();
  g_autoptr (LicetItem) item = licet_item_new (law);
  const LicetQuantity *pivot;
  LicetRational base;

  assert_truth (item, condition, LICET_UNKNOWN, "all missing");
  collect_quantities (condition->expression, quantities);
  pivot = find_pivot (item, condition, bound, quantities, &base);
  g_assert_nonnull (pivot);
  for (int side = -1; side <= 1; side++) {
    LicetRational number = side == 0 ? base : step (&base, side);
    LicetRational result;

    g_assert_true (compute (item, condition->expression, pivot, &number, &result));
    g_assert_cmpint (licet_rational_compare (&result, &bound->base) == 0, ==, side == 0);
    assert_truth (item, condition, expect (condition, &result),
                  side < 0    ? "just below"
                  : side == 0 ? "equal"
                              : "just above");
    assert_near (item, condition, bound);
  }
  {
    const LicetRational below = step (&base, -1);
    const LicetRational above = step (&base, 1);
    g_autofree char *low = write_value (pivot, &below);
    g_autofree char *high = write_value (pivot, &above);
    g_autofree char *across = g_strdup_printf ("%s to %s", low, high);

    set_text (item, pivot, across);
    assert_truth (item, condition, pivot->is_span ? LICET_MET : LICET_UNKNOWN,
                  "range across the threshold");
  }
  set_text (item, pivot, NULL);
  for (guint i = 0; i < quantities->len; i++)
    if (g_ptr_array_index (quantities, i) != pivot)
      set_text (item, g_ptr_array_index (quantities, i), "not applicable");
  set_text (item, pivot, "not applicable");
  assert_truth (item, condition, LICET_NOT_MET, "nothing applicable");
}

static void
test_comparison (gconstpointer data)
{
  const Comparison *self = data;
  const LicetBound *bound = &self->condition->bounds[self->bound];

  if (self->condition->type == LICET_CONDITION_QUANTITY)
    test_quantity (self->condition, bound);
  else if (self->condition->type == LICET_CONDITION_COVERS)
    test_covers (self->condition, bound);
  else
    test_expression (self->condition, bound);
}

/* --- finding them all --- */

static void
add_condition (const char *place,
               const LicetCondition *condition)
{
  for (guint i = 0; i < condition->n_parts; i++)
    add_condition (place, condition->parts[i]);
  for (guint i = 0; i < condition->n_bounds; i++) {
    Comparison *comparison = g_new0 (Comparison, 1);
    g_autofree char *path = NULL;

    *comparison = (Comparison) { condition, i };
    g_ptr_array_add (comparisons, comparison);
    path = g_strdup_printf ("/classify/boundary/%s/%u-%s-%s", place, comparisons->len,
                            condition->type == LICET_CONDITION_EXPRESSION ? "formula"
                                                                          : condition->quantity->id,
                            licet_comparison_get_words (condition->bounds[i].comparison));
    g_strdelimit (path, " ", '-');
    g_test_add_data_func (path, comparison, test_comparison);
  }
}

static void
add_node (const LicetNode *node)
{
  for (guint i = 0; i < node->n_conditions; i++)
    add_condition (node->key, node->conditions[i]);
  for (guint i = 0; i < node->n_notes; i++)
    if (node->notes[i].when != NULL)
      add_condition (node->notes[i].key, node->notes[i].when);
  for (guint i = 0; i < node->n_children; i++)
    add_node (node->children[i]);
}

static void
add_list (const LicetControlList *list)
{
  const LicetGeneralNote *notes;
  const LicetNode *const *entries;
  guint n;

  notes = licet_control_list_get_general_notes (list, &n);
  for (guint i = 0; i < n; i++)
    if (notes[i].when != NULL)
      add_condition (notes[i].id, notes[i].when);
  entries = licet_control_list_get_entries (list, &n);
  for (guint i = 0; i < n; i++)
    add_node (entries[i]);
}

int
main (int argc,
      char **argv)
{
  const char *const *ids;
  int status;

  g_test_init (&argc, &argv, NULL);
  law = world_open_real ();
  comparisons = g_ptr_array_new_with_free_func (g_free);
  ids = licet_bundle_get_list_ids (law);
  for (guint i = 0; ids[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;
    const LicetControlList *list = licet_bundle_get_list (law, ids[i], &error);

    g_assert_no_error (error);
    add_list (list);
  }
  g_assert_cmpuint (comparisons->len, >, 0);
  status = g_test_run ();
  g_ptr_array_unref (comparisons);
  g_object_unref (law);
  return status;
}
