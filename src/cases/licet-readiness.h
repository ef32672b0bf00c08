/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-case.h"

G_BEGIN_DECLS

/** LicetReadinessGrade: how much a finding weighs. */
typedef enum {
  LICET_READINESS_FINE,     /* checked and in order */
  LICET_READINESS_OPEN,     /* something is not known or not done */
  LICET_READINESS_CONFLICT, /* two papers disagree, or a rule is broken */
} LicetReadinessGrade;

/** licet_readiness_grade_serialise: Returns: (transfer none): "fine", "open" or "conflict". */
const char *licet_readiness_grade_serialise (LicetReadinessGrade grade);

/**
 * LicetReadinessFinding: one result of the readiness check.
 * @id: what was checked: "parties.incomplete", "statement.mismatch", "item.undetermined", ...
 * @grade: how much it weighs
 * @section: where to mend it
 * @place: (nullable): which thing there: "items.board", "parties.merlion", "statements.merlion"
 * @text: what was found, English
 * @remedy: (nullable): what to do
 */
typedef struct {
  char *id;
  LicetReadinessGrade grade;
  LicetSection section;
  char *place;
  char *text;
  char *remedy;
} LicetReadinessFinding;

/** licet_readiness_finding_free: Frees @finding; %NULL is accepted. */
void licet_readiness_finding_free (LicetReadinessFinding *finding);

/**
 * licet_readiness_serialise:
 *
 * Returns: (transfer full): @findings (element-type LicetReadinessFinding) as JSON:
 *   [{"id","grade","place"?,"text","remedy"?}].
 */
JsonArray *licet_readiness_serialise (GPtrArray *findings);

/**
 * licet_case_check_readiness:
 * @requirements: (element-type LicetRequirement) (nullable): as licet_case_require() gave them
 * @today: the day to judge dates by, ISO 8601
 *
 * Completeness, agreement across documents (names, lines, totals, dates, codes), validity dates, stale editions, open flags,
 * evidence that is missing or changed. Things in order are reported too, so that silence is never a pass.
 *
 * Returns: (transfer full) (element-type LicetReadinessFinding): conflicts first, then open, then fine
 */
GPtrArray *licet_case_check_readiness (LicetCase *self,
                                       LicetRules *rules,
                                       GPtrArray *requirements,
                                       const char *today,
                                       GError **error);

G_END_DECLS
