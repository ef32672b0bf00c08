/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib-object.h>

#include "licet-rational.h"

G_BEGIN_DECLS

/** LICET_MAX_BASE_DIMENSIONS: how many base dimensions a table can hold. */
#define LICET_MAX_BASE_DIMENSIONS 24

/**
 * LicetDimension:
 * @exponents: the power of each base dimension of the unit table; all zero for a pure number
 */
typedef struct {
  gint8 exponents[LICET_MAX_BASE_DIMENSIONS];
} LicetDimension;

/**
 * LicetUnit:
 * @label: (transfer none): the unit as it is shown, an interned string
 * @dimension: what it measures
 * @factor: what one of it is in the base unit
 * @offset: what is added after @factor, for temperatures; otherwise zero
 *
 * A unit of measure, plain or composed; copied by value.
 */
typedef struct {
  const char *label;
  LicetDimension dimension;
  LicetRational factor;
  LicetRational offset;
} LicetUnit;

/** LicetUnitTable: the units a person can use, counted by reference and not changed once it is shared. */
typedef struct _LicetUnitTable LicetUnitTable;

#define LICET_TYPE_UNIT_TABLE (licet_unit_table_get_type ())
GType licet_unit_table_get_type (void);

/** licet_unit_table_new: Returns: (transfer full): an empty table. */
LicetUnitTable *licet_unit_table_new (void);
/** licet_unit_table_ref: Returns: (transfer full): @table. */
LicetUnitTable *licet_unit_table_ref (LicetUnitTable *table);
/** licet_unit_table_unref: Gives up a reference; %NULL is accepted. */
void licet_unit_table_unref (LicetUnitTable *table);

/**
 * licet_unit_table_add_dimension:
 * @name: the name quantities use, such as "sample-rate"
 * @formula: base dimensions with their powers, "sample:1 time:-1"; "" for a pure number; bases appear by being named
 *
 * Returns: %FALSE with %LICET_CORE_ERROR_UNIT when @name exists, @formula cannot be read or there are too many bases
 */
gboolean licet_unit_table_add_dimension (LicetUnitTable *table,
                                         const char *name,
                                         const char *formula,
                                         GError **error);

/**
 * licet_unit_table_add_unit:
 * @id: the unit's own spelling
 * @dimension: name of a dimension of @table
 * @factor: decimal or fraction greater than zero
 * @offset: (nullable): decimal or fraction
 * @aliases: (nullable) (array zero-terminated=1): other spellings; exact first, then without regard to case
 *
 * Returns: %FALSE with %LICET_CORE_ERROR_UNIT when a spelling is taken or a number cannot be read
 */
gboolean licet_unit_table_add_unit (LicetUnitTable *table,
                                    const char *id,
                                    const char *dimension,
                                    const char *factor,
                                    const char *offset,
                                    const char *const *aliases,
                                    GError **error);

/** licet_unit_table_find_dimension: Returns: whether @name is a dimension, which is then in @ret_dimension. */
gboolean licet_unit_table_find_dimension (LicetUnitTable *table,
                                          const char *name,
                                          LicetDimension *ret_dimension);

/**
 * licet_unit_table_parse:
 * @text: a spelling of a unit ("MSPS"), or units composed by "." and "/" with integer powers: "W.GHz^2", "V/us"
 *
 * An exact spelling wins over one that differs in case only ("mW" and "MW" are never mixed up; when two units differ
 * in case only, a third spelling is refused as ambiguous).
 *
 * Returns: %FALSE with %LICET_CORE_ERROR_UNIT, the message naming units that look alike
 */
gboolean licet_unit_table_parse (LicetUnitTable *table,
                                 const char *text,
                                 LicetUnit *ret_unit,
                                 GError **error);

/**
 * licet_unit_table_dup_spellings:
 * @dimension: a dimension
 *
 * Returns: (transfer full): ids of the units of @dimension, in the order they were added; for suggestions
 */
GStrv licet_unit_table_dup_spellings (LicetUnitTable *table,
                                      const LicetDimension *dimension);

/** licet_dimension_equal: Returns: whether both measure the same. */
gboolean licet_dimension_equal (const LicetDimension *a,
                                const LicetDimension *b);
/** licet_dimension_is_pure: Returns: whether it is a pure number. */
gboolean licet_dimension_is_pure (const LicetDimension *dimension);

/**
 * licet_dimension_combine:
 * @a: a dimension
 * @b: another
 * @sign: 1 for the dimension of a product, -1 for that of a quotient
 *
 * Returns: %FALSE with %LICET_CORE_ERROR_OVERFLOW when a power does not fit
 */
gboolean licet_dimension_combine (const LicetDimension *a,
                                  const LicetDimension *b,
                                  int sign,
                                  LicetDimension *ret_dimension,
                                  GError **error);

/** licet_unit_to_base: @number of @unit, in the base unit (factor, then offset). */
gboolean licet_unit_to_base (const LicetUnit *unit,
                             const LicetRational *number,
                             LicetRational *ret_base,
                             GError **error);
/** licet_unit_from_base: A number in the base unit, in @unit. */
gboolean licet_unit_from_base (const LicetUnit *unit,
                               const LicetRational *base,
                               LicetRational *ret_number,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetUnitTable, licet_unit_table_unref)

G_END_DECLS
