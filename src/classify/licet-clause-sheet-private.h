/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-clause-sheet.h"

G_BEGIN_DECLS

/** _licet_clause_serialise: Returns: (transfer full): @clause as JSON, with or without the clauses below it. */
JsonObject *_licet_clause_serialise (const LicetClause *clause,
                                     gboolean with_children);

/** _licet_clause_sheet_get_options: Returns: (transfer none): how it was made. */
const LicetClassifyOptions *_licet_clause_sheet_get_options (LicetClauseSheet *sheet);

G_END_DECLS
