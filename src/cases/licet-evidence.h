/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

#include "licet-cases-error.h"

G_BEGIN_DECLS

/**
 * LicetEvidence: a file that shows something. Text properties: id, file (path below the folder of the case file, or digest in a store),
 * file-name (what it was called outside the store), name, kind, sensitivity, sha256, date.
 */
#define LICET_TYPE_EVIDENCE (licet_evidence_get_type ())
G_DECLARE_FINAL_TYPE (LicetEvidence, licet_evidence, LICET, EVIDENCE, LicetTextRecord)

/** licet_evidence_new_from_json: Returns: (transfer full): the evidence at @place, or %NULL with an error naming file, line and place. */
LicetEvidence *licet_evidence_new_from_json (const LicetJsonPlace *place,
                                             GError **error);
/** licet_evidence_serialise: Returns: (transfer full): as licet_evidence_new_from_json() reads it. */
JsonNode *licet_evidence_serialise (LicetEvidence *evidence);
/** licet_evidence_get_text: Returns: (transfer none) (nullable): the text property @field. */
const char *licet_evidence_get_text (LicetEvidence *evidence,
                                     const char *field);
/** licet_evidence_is_withheld: Returns: whether it stays out of packages. */
gboolean licet_evidence_is_withheld (LicetEvidence *evidence);
/** licet_evidence_dup_file_name: Returns: (transfer full) (nullable): what the file is called, "nm-250-datasheet.pdf". */
char *licet_evidence_dup_file_name (LicetEvidence *evidence);
/**
 * licet_evidence_dup_path:
 *
 * Returns: (transfer full) (nullable): where the file lies when the case lies in @folder; %NULL when that is
 *   not known.
 */
char *licet_evidence_dup_path (LicetEvidence *evidence,
                               const char *folder);

G_END_DECLS
