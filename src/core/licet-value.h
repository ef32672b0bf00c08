/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-unit.h"

G_BEGIN_DECLS

/**
 * LicetValue:
 *
 * What a datasheet says of a quantity: one number, a range ("2 GHz to 18 GHz"), a bound ("at least 30 dB"), or that
 * the quantity does not apply. Immutable, counted by reference. Ends are kept in the base unit, exactly.
 */
typedef struct _LicetValue LicetValue;

#define LICET_TYPE_VALUE (licet_value_get_type ())
GType licet_value_get_type (void);

/**
 * LicetEnd:
 * @present: whether there is an end on this side; otherwise the value is open there
 * @included: whether the end itself belongs to the value
 * @base: the end in the base unit
 */
typedef struct {
  gboolean present;
  gboolean included;
  LicetRational base;
} LicetEnd;

/**
 * licet_value_parse:
 * @table: the units
 * @text: "310 MS/s", "2 GHz to 18 GHz", "2-18 GHz", "-55 °C to +125 °C", "at least 30 dB", ">= 30 dB", "up to 5 V", "< 9 ns",
 *   "not applicable"; a decimal comma is taken when it cannot be a group ("2,7 GHz"), a doubtful one ("1,300") is refused
 * @dimension: (nullable): what it must measure; %NULL accepts any
 *
 * Returns: (transfer full): the value, or %NULL with %LICET_CORE_ERROR_NUMBER, _UNIT or _OVERFLOW, the message saying
 *   what was read and what to type instead
 */
LicetValue *licet_value_parse (LicetUnitTable *table,
                               const char *text,
                               const LicetDimension *dimension,
                               GError **error);

/** licet_value_new_exact: Returns: (transfer full): the one number @base (in base units), shown in @unit. */
LicetValue *licet_value_new_exact (const LicetRational *base,
                                   const LicetUnit *unit);

/** licet_value_ref: Returns: (transfer full): @value. */
LicetValue *licet_value_ref (LicetValue *value);
/** licet_value_unref: Gives up a reference; %NULL is accepted. */
void licet_value_unref (LicetValue *value);

/** licet_value_is_exact: Returns: whether it is one number. */
gboolean licet_value_is_exact (const LicetValue *value);
/** licet_value_is_not_applicable: Returns: whether it says that the quantity does not apply. */
gboolean licet_value_is_not_applicable (const LicetValue *value);
/** licet_value_get_lower: Returns: (transfer none): the lower end. */
const LicetEnd *licet_value_get_lower (const LicetValue *value);
/** licet_value_get_upper: Returns: (transfer none): the upper end. */
const LicetEnd *licet_value_get_upper (const LicetValue *value);
/** licet_value_get_unit: Returns: (transfer none): the unit it was given in. */
const LicetUnit *licet_value_get_unit (const LicetValue *value);
/** licet_value_get_text: Returns: (transfer none): what was typed, tidied. */
const char *licet_value_get_text (const LicetValue *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetValue, licet_value_unref)

G_END_DECLS
