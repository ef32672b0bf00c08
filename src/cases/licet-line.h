/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-classify.h>

#include "licet-cases-error.h"

G_BEGIN_DECLS

/**
 * LicetLine: one line of the transaction: the item with its trade data, conclusions and determinations. Text properties: id,
 * part-number, maker, quantity, unit, unit-value, commodity-code, cas, origin.
 */
#define LICET_TYPE_LINE (licet_line_get_type ())
G_DECLARE_FINAL_TYPE (LicetLine, licet_line, LICET, LINE, LicetTextRecord)

/** licet_line_new_from_json: Returns: (transfer full): the line at @place, or %NULL with an error naming file, line and place. */
LicetLine *licet_line_new_from_json (LicetBundle *bundle,
                                     const LicetJsonPlace *place,
                                     GError **error);
/** licet_line_serialise: Returns: (transfer full): as licet_line_new_from_json() reads it. */
JsonNode *licet_line_serialise (LicetLine *line);
/** licet_line_get_text: Returns: (transfer none) (nullable): the text property @field. */
const char *licet_line_get_text (LicetLine *line,
                                 const char *field);
/** licet_line_get_id: Returns: (transfer none): its id in the case. */
const char *licet_line_get_id (LicetLine *line);
/** licet_line_get_item: Returns: (transfer none): the thing itself. */
LicetItem *licet_line_get_item (LicetLine *line);
/** licet_line_get_evidence: Returns: (transfer none) (array zero-terminated=1): ids of its evidence. */
const char *const *licet_line_get_evidence (LicetLine *line);
/** licet_line_get_value: The value of the line, quantity by unit value. Returns: %FALSE when either is not known. */
gboolean licet_line_get_value (LicetLine *line,
                               LicetDecimal *ret_value);
/** licet_line_get_determination: Returns: (transfer none) (nullable): the newest determination under the list @list. */
LicetDetermination *licet_line_get_determination (LicetLine *line,
                                                  const char *list);
/** licet_line_get_determinations: Returns: (transfer none) (element-type LicetDetermination): all, oldest first. */
GPtrArray *licet_line_get_determinations (LicetLine *line);
/** licet_line_add_determination: Adds a record; determinations are never changed or taken away. */
void licet_line_add_determination (LicetLine *line,
                                   LicetDetermination *determination);
/**
 * licet_line_dup_codes:
 *
 * Returns: (transfer full): "3A001.a.5.a.4", several joined by ", ", "not listed", or "" when nothing is
 *   determined under @list.
 */
char *licet_line_dup_codes (LicetLine *line,
                            const char *list);

G_END_DECLS
