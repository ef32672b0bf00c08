/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-facts"

#include "config.h"

#include "licet-search-private.h"

#include <string.h>

#include "licet-index.h"

/* Kinds found whose paragraphs say what a number of the description may be. */
#define MAX_KINDS 3
/* Words behind a number name it less often than words before it. */
#define WEIGHT_BEHIND 0.6
/* What it says that a paragraph on the thing asks for a quantity; its name beside it says more. */
#define ASKED_FOR 1.0

/* A set of the quantities that conditions ask for, by index. */
typedef struct {
  GHashTable *quantities;
} Asked;

static void
ask_expression (Asked *asked,
                const LicetExpression *expression)
{
  if (expression->op == LICET_OPERATOR_QUANTITY)
    g_hash_table_add (asked->quantities, (gpointer) expression->quantity);
  for (guint i = 0; i < expression->n_operands; i++)
    ask_expression (asked, expression->operands[i]);
}

static void
ask_condition (const LicetCondition *condition,
               gboolean is_negated,
               gpointer data)
{
  Asked *asked = data;

  if (condition->quantity != NULL)
    g_hash_table_add (asked->quantities, (gpointer) condition->quantity);
  if (condition->expression != NULL)
    ask_expression (asked, condition->expression);
}

static void
ask_node (Asked *asked,
          const LicetNode *node)
{
  for (guint i = 0; i < node->n_conditions; i++)
    _licet_condition_walk (node->conditions[i], ask_condition, asked);
  for (guint i = 0; i < node->n_children; i++)
    ask_node (asked, node->children[i]);
}

/* What the paragraphs on @kind, or else on the nearest broader kind, ask for. */
static void
ask_kind (const LicetSearcher *searcher,
          Asked *asked,
          const LicetKind *kind,
          guint depth)
{
  const GArray *nodes = searcher->kind_nodes[kind->index];

  if (nodes == NULL) {
    for (guint i = 0; i < kind->n_parents && depth > 0; i++)
      ask_kind (searcher, asked, kind->parents[i], depth - 1);
    return;
  }
  for (guint i = 0; i < nodes->len; i++) {
    guint index = g_array_index (nodes, LicetPosting, i).node;

    ask_node (asked, _licet_searcher_get_node (searcher, index));
  }
}

static void
add_neighbours (LicetQuery *query,
                const GStrv words,
                guint segment,
                double weight)
{
  for (guint i = 0; words[i] != NULL; i++)
    (void) _licet_query_add_word (query, words[i], words[i], segment, weight);
}

/* What the words beside a number name. */
static GArray *
match_neighbours (const LicetSearcher *searcher,
                  const LicetReading *reading)
{
  g_autoptr (LicetQuery) beside = _licet_query_new_empty ();

  add_neighbours (beside, reading->before, 0, 1.0);
  add_neighbours (beside, reading->after, 1, WEIGHT_BEHIND);
  return _licet_names_match (searcher->quantities, beside);
}

static const LicetNameMatch *
find_match (const GArray *matches,
            guint target)
{
  for (guint i = 0; i < matches->len; i++)
    if (g_array_index (matches, LicetNameMatch, i).target == target)
      return &g_array_index (matches, LicetNameMatch, i);
  return NULL;
}

/* Sure is what words beside it name in full, the things found ask for, or alone is measured so. */
static void
resolve_reading (const LicetSearcher *searcher,
                 LicetReading *reading,
                 const Asked *asked)
{
  g_autoptr (GArray) matches = match_neighbours (searcher, reading);
  const LicetQuantity *quantities;
  gboolean is_told = FALSE;
  guint n_fitting = 0;
  double best = -1;
  guint n = 0;

  quantities = licet_vocabulary_get_quantities (licet_bundle_get_vocabulary (searcher->bundle), &n);
  for (guint i = 0; i < n; i++) {
    const LicetNameMatch *match;
    gboolean is_asked;
    double weight;

    if (!licet_dimension_equal (&quantities[i].dimension, &reading->dimension))
      continue;
    match = find_match (matches, i);
    is_asked = g_hash_table_contains (asked->quantities, &quantities[i]);
    weight = (match != NULL ? match->strength : 0) + (is_asked ? ASKED_FOR : 0);
    n_fitting++;
    if (weight > best) {
      g_ptr_array_set_size (reading->quantities, 0);
      is_told = is_asked || (match != NULL && match->is_whole);
    }
    if (weight >= best) {
      best = weight;
      g_ptr_array_add (reading->quantities, (gpointer) &quantities[i]);
    }
  }
  reading->is_sure = reading->quantities->len == 1 && (is_told || n_fitting == 1);
}

void
_licet_readings_resolve (const LicetSearcher *searcher,
                         LicetQuery *query,
                         GArray *kinds)
{
  g_autoptr (GHashTable) quantities = g_hash_table_new (NULL, NULL);
  const LicetKind *all;
  Asked asked = { quantities };
  guint n = 0;

  if (query->readings->len == 0)
    return;
  all = licet_vocabulary_get_kinds (licet_bundle_get_vocabulary (searcher->bundle), &n);
  for (guint i = 0; i < kinds->len && i < MAX_KINDS; i++)
    ask_kind (searcher, &asked, &all[g_array_index (kinds, LicetNameMatch, i).target], 3);
  for (guint i = 0; i < query->readings->len; i++)
    resolve_reading (searcher, g_ptr_array_index (query->readings, i), &asked);
}

/* Below 0 when @end lets in more than @other; both are lower (@sign 1) or upper ends (-1). */
static int
compare_ends (const LicetEnd *end,
              const LicetEnd *other,
              int sign)
{
  int order;

  if (!end->present || !other->present)
    return (int) end->present - (int) other->present;
  order = licet_rational_compare (&end->base, &other->base);
  if (order != 0)
    return order * sign;
  return (int) other->included - (int) end->included;
}

static gboolean
is_empty (const LicetEnd *lower,
          const LicetEnd *upper)
{
  int order;

  if (!lower->present || !upper->present)
    return FALSE;
  order = licet_rational_compare (&lower->base, &upper->base);
  return order > 0 || (order == 0 && !(lower->included && upper->included));
}

/* The values that @bounds let through, as one interval. */
static void
get_interval (const LicetCondition *condition,
              LicetEnd *lower,
              LicetEnd *upper)
{
  *lower = *upper = (LicetEnd) { FALSE, FALSE, LICET_RATIONAL_ZERO };
  for (guint i = 0; i < condition->n_bounds; i++) {
    LicetComparison comparison = condition->bounds[i].comparison;
    gboolean is_above = comparison == LICET_COMPARISON_GT || comparison == LICET_COMPARISON_GE;
    gboolean is_below = comparison == LICET_COMPARISON_LT || comparison == LICET_COMPARISON_LE;
    gboolean is_included = comparison != LICET_COMPARISON_GT && comparison != LICET_COMPARISON_LT;
    LicetEnd end = { TRUE, is_included, condition->bounds[i].base };

    if (!is_below && compare_ends (&end, lower, 1) > 0)
      *lower = end;
    if (!is_above && compare_ends (&end, upper, -1) > 0)
      *upper = end;
  }
}

static LicetTruth
test_value (const LicetCondition *condition,
            const LicetValue *value)
{
  const LicetEnd *lower = licet_value_get_lower (value);
  const LicetEnd *upper = licet_value_get_upper (value);
  LicetEnd least;
  LicetEnd most;
  int from;
  int to;

  get_interval (condition, &least, &most);
  from = compare_ends (lower, &least, 1);
  to = compare_ends (upper, &most, -1);
  if (condition->type == LICET_CONDITION_COVERS)
    return from <= 0 && to <= 0 ? LICET_MET : LICET_NOT_MET;
  if (is_empty (from > 0 ? lower : &least, to > 0 ? upper : &most))
    return LICET_NOT_MET;
  return (from >= 0 && to >= 0) || condition->quantity->is_span ? LICET_MET : LICET_UNKNOWN;
}

static void
explain (const LicetCondition *condition,
         const LicetReading *reading,
         GPtrArray *why)
{
  g_autofree char *words = licet_condition_dup_words (condition);

  const char *value = licet_value_get_text (reading->value);

  g_ptr_array_add (why, g_strdup_printf ("%s meets “%s”", value, words));
}

static LicetTruth
test_quantity (const LicetCondition *condition,
               GPtrArray *readings,
               GPtrArray *why)
{
  for (guint i = 0; i < readings->len; i++) {
    const LicetReading *reading = g_ptr_array_index (readings, i);
    LicetTruth truth;

    /* What may be another quantity says nothing. */
    if (!reading->is_sure || g_ptr_array_index (reading->quantities, 0) != condition->quantity)
      continue;
    truth = test_value (condition, reading->value);
    if (why != NULL && truth == LICET_MET)
      explain (condition, reading, why);
    return truth;
  }
  return LICET_UNKNOWN;
}

static LicetTruth
test_parts (const LicetCondition *condition,
            GPtrArray *readings,
            GPtrArray *why)
{
  guint n_met = 0;
  guint n_open = 0;
  guint needed;

  for (guint i = 0; i < condition->n_parts; i++) {
    LicetTruth truth = _licet_condition_test (condition->parts[i], readings, why);

    n_met += truth == LICET_MET;
    n_open += truth == LICET_UNKNOWN;
  }
  if (condition->type == LICET_CONDITION_ANY)
    needed = 1;
  else
    needed = condition->type == LICET_CONDITION_AT_LEAST ? condition->count : condition->n_parts;
  if (n_met >= needed)
    return LICET_MET;
  return n_met + n_open < needed ? LICET_NOT_MET : LICET_UNKNOWN;
}

LicetTruth
_licet_condition_test (const LicetCondition *condition,
                       GPtrArray *readings,
                       GPtrArray *why)
{
  switch (condition->type) {
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_COVERS:
    return test_quantity (condition, readings, why);
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
  case LICET_CONDITION_AT_LEAST:
    return test_parts (condition, readings, why);
  case LICET_CONDITION_NOT:
    return licet_truth_not (_licet_condition_test (condition->parts[0], readings, NULL));
  case LICET_CONDITION_KIND:
  case LICET_CONDITION_EXPRESSION:
  case LICET_CONDITION_CHOICE:
  case LICET_CONDITION_DESCRIBED:
  case LICET_CONDITION_ENTRY:
  default:
    return LICET_UNKNOWN;
  }
}
