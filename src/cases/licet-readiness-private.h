/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-readiness.h"

G_BEGIN_DECLS

/**
 * LicetReadinessCheck: a readiness check while it runs.
 * @requirements: (nullable): what is required; %NULL when nothing is decided
 * @undecided: (nullable): why nothing is decided
 * @facts: the bound case, with "verdicts" beside it
 * @today: the day to judge dates by
 * @reads_files: whether evidence is read to compare its digest, not only looked for
 * @reported: bound paths, or the first words of some, that are reported missing already
 */
typedef struct {
  LicetCase *self;
  LicetRules *rules;
  GPtrArray *requirements;
  const char *undecided;
  JsonNode *facts;
  const char *today;
  gboolean reads_files;
  GHashTable *reported;
  GPtrArray *findings;
} LicetReadinessCheck;

/** _licet_readiness_add: Adds a finding; @place and @remedy are nullable. */
void _licet_readiness_add (LicetReadinessCheck *check,
                           LicetReadinessGrade grade,
                           LicetSection section,
                           const char *id,
                           const char *place,
                           const char *remedy,
                           const char *format,
                           ...) G_GNUC_PRINTF (7, 8);

/** _licet_readiness_is_fine_since: Returns: whether no finding from number @from on is open or a conflict. */
gboolean _licet_readiness_is_fine_since (LicetReadinessCheck *check,
                                         guint from);

/** _licet_readiness_report_missing: Notes that the fact bound at @format is reported, so that a sheet does not report it again. */
void _licet_readiness_report_missing (LicetReadinessCheck *check,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (2, 3);

/** _licet_readiness_is_reported: Returns: whether the fact bound at @path (nullable) is reported missing. */
gboolean _licet_readiness_is_reported (LicetReadinessCheck *check,
                                       const char *path);

/** _licet_readiness_is_explained: Whether a reason is given why the fact at @path is missing; then a finding says so. */
gboolean _licet_readiness_is_explained (LicetReadinessCheck *check,
                                        LicetSection section,
                                        const char *path,
                                        const char *label);

/** _licet_readiness_check_transaction: The transaction: its facts, days and total. */
void _licet_readiness_check_transaction (LicetReadinessCheck *check);
/** _licet_readiness_check_items: Each line: its trade data and its determination under each list. */
void _licet_readiness_check_items (LicetReadinessCheck *check);
/** _licet_readiness_check_parties: Each party: who is missing, what of it is missing, its screening. */
void _licet_readiness_check_parties (LicetReadinessCheck *check);
/** _licet_readiness_check_end_use: The use, the answers and the red flags. */
void _licet_readiness_check_end_use (LicetReadinessCheck *check);
/** _licet_readiness_check_requirement: What is required of each item. */
void _licet_readiness_check_requirement (LicetReadinessCheck *check);
/** _licet_readiness_check_statements: Which statements are needed, and each statement; %FALSE when a form cannot be read. */
gboolean _licet_readiness_check_statements (LicetReadinessCheck *check,
                                            GError **error);
/** _licet_readiness_check_evidence: Each file: whether it is there, and what its digest says. */
void _licet_readiness_check_evidence (LicetReadinessCheck *check);
/** _licet_readiness_check_sheets: The authority's sheets: each box that must be filled; %FALSE when a form cannot be read. */
gboolean _licet_readiness_check_sheets (LicetReadinessCheck *check,
                                        GError **error);

G_END_DECLS
