/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-bound-parse"

#include "config.h"

#include "licet-condition-private.h"

#include <string.h>

static gboolean
parse_bound (LicetReading *reading,
             const LicetJsonPlace *place,
             const LicetDimension *dimension,
             LicetBound *bound)
{
  g_auto (GStrv) fitting = NULL;
  g_autofree char *all = NULL;
  GError *error = NULL;
  const char *text = NULL;

  if (!licet_json_place_string (place, &text, &error))
    return _licet_defects_take (reading->defects, error);
  if (!_licet_reading_measure (reading, place, text, &bound->base, &bound->unit))
    return FALSE;
  bound->text = _licet_arena_strdup (reading->arena, text);
  if (licet_dimension_equal (&bound->unit.dimension, dimension))
    return TRUE;
  fitting = licet_unit_table_dup_spellings (licet_vocabulary_get_units (reading->vocabulary),
                                            dimension);
  all = g_strjoinv (", ", fitting);
  return _licet_defects_add (reading->defects, place,
                             "the unit of “%s” does not fit what is compared; use %s", text,
                             *all != '\0' ? all : "one composed as W.GHz^2 is");
}

static gboolean
check_interval (LicetReading *reading,
                const LicetJsonPlace *place,
                const LicetBound *bounds,
                guint n)
{
  const LicetBound *lower = NULL;
  const LicetBound *upper = NULL;
  int order;

  for (guint i = 0; i < n; i++) {
    gboolean is_lower = bounds[i].comparison == LICET_COMPARISON_GT ||
                        bounds[i].comparison == LICET_COMPARISON_GE;
    const LicetBound **end = is_lower ? &lower : &upper;

    if (bounds[i].comparison == LICET_COMPARISON_EQ && n > 1)
      return _licet_defects_add (reading->defects, place,
                                 "“eq” stands with other bounds; take them out");
    if (*end != NULL)
      return _licet_defects_add (reading->defects, place,
                                 "there are two bounds on one side; take one out");
    *end = &bounds[i];
  }
  if (lower == NULL || upper == NULL)
    return TRUE;
  order = licet_rational_compare (&lower->base, &upper->base);
  if (order < 0)
    return TRUE;
  if (order == 0 && lower->comparison == LICET_COMPARISON_GE &&
      upper->comparison == LICET_COMPARISON_LE)
    return _licet_defects_add (reading->defects, place,
                               "the bounds leave one value; write it with “eq”");
  return _licet_defects_add (reading->defects, place,
                             "no value is %s %s and %s %s; turn the bounds round or mend them",
                             licet_comparison_get_words (lower->comparison), lower->text,
                             licet_comparison_get_words (upper->comparison), upper->text);
}

const LicetQuantity *
_licet_reading_use_quantity (LicetReading *reading,
                             const LicetJsonPlace *place,
                             const char *id)
{
  const LicetQuantity *quantity = licet_vocabulary_find_quantity (reading->vocabulary, id);

  if (quantity == NULL) {
    (void) _licet_defects_add (
        reading->defects, place,
        "“%s” is no quantity; define it in a quantities file or name another", id);
    return NULL;
  }
  reading->quantity_uses[quantity->index] = TRUE;
  return quantity;
}

gboolean
_licet_reading_measure (LicetReading *reading,
                        const LicetJsonPlace *place,
                        const char *text,
                        LicetRational *ret_base,
                        LicetUnit *ret_unit)
{
  LicetUnitTable *units = licet_vocabulary_get_units (reading->vocabulary);
  const char *blank = strchr (text, ' ');
  g_autofree char *digits = blank != NULL ? g_strndup (text, (gsize) (blank - text))
                                          : g_strdup (text);
  g_autoptr (GError) error = NULL;
  LicetDecimal decimal;
  LicetRational number;
  LicetUnit unit;

  if (!licet_decimal_parse (digits, &decimal, &error) ||
      !licet_unit_table_parse (units, blank != NULL ? blank + 1 : "", &unit, &error) ||
      !licet_rational_from_decimal (&decimal, &number, &error) ||
      !licet_unit_to_base (&unit, &number, ret_base, &error))
    return _licet_defects_add (reading->defects, place, "“%s” is no value such as \"250 MS/s\": %s",
                               text, error->message);
  *ret_unit = unit;
  return TRUE;
}

gboolean
_licet_reading_bounds (LicetReading *reading,
                       const LicetJsonPlace *place,
                       const LicetDimension *dimension,
                       const LicetBound **ret_bounds,
                       guint *ret_n)
{
  /* The lower end first, for the words. */
  static const LicetComparison order[] = {
    LICET_COMPARISON_GT, LICET_COMPARISON_GE, LICET_COMPARISON_EQ, LICET_COMPARISON_LT,
    LICET_COMPARISON_LE,
  };
  LicetBound *bounds = LICET_ARENA_NEW_ARRAY (reading->arena, LicetBound, G_N_ELEMENTS (order));
  gboolean is_sound = TRUE;
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++) {
    const char *member = _licet_comparison_get_member (order[i]);
    LicetJsonPlace inner;

    if (!licet_json_place_has (place, member))
      continue;
    (void) licet_json_place_member (place, member, &inner, NULL);
    bounds[n].comparison = order[i];
    if (parse_bound (reading, &inner, dimension, &bounds[n]))
      n++;
    else
      is_sound = FALSE;
  }
  if (!is_sound)
    return FALSE;
  if (n == 0)
    return _licet_defects_add (reading->defects, place,
                               "there is nothing to compare with; add gt, ge, lt, le or eq");
  *ret_bounds = bounds;
  *ret_n = n;
  return check_interval (reading, place, bounds, n);
}
