/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-license.h>

G_BEGIN_DECLS

/** Everything on the table that nothing else is said about. */
#define FIXTURE_EDITION "2025-11-15"

/** fixture_load_documents: Returns: (transfer full) (element-type LicetJson): the rule files of data/. */
GPtrArray *fixture_load_documents (void);
/** fixture_load_rules: Returns: (transfer full): the rules of data/. */
LicetRules *fixture_load_rules (void);

/**
 * fixture_determine:
 * @codes: "3A001.a 3A002.h"; "" for "not listed"
 * @missing_categories: "0 1 2"; "" for none
 *
 * Returns: (transfer full): a determination under the EU list
 */
LicetDetermination *fixture_determine (const char *codes,
                                       const char *missing_categories);

/**
 * fixture_query:
 * @codes: (nullable): as for fixture_determine(); %NULL for not determined
 * @answers: (nullable): "eu.wmd.informed=no eu.free-zone=yes ..."
 *
 * Returns: (transfer full): an export from Germany to a commercial end user in @destination
 */
LicetRequirementQuery *fixture_query (const char *codes,
                                      const char *destination,
                                      const char *answers);
/** fixture_answer: Sets all of @answers, "ID=yes ID=no ID=?"; the last takes an answer away. */
void fixture_answer (LicetRequirementQuery *query,
                     const char *answers);

/** fixture_require: Returns: (transfer full): the requirement; an error fails the test. */
LicetRequirement *fixture_require (LicetRules *rules,
                                   LicetRequirementQuery *query);

/** fixture_find_authorisation: Returns: (transfer none) (nullable): the result for @id. */
const LicetAuthorisationResult *fixture_find_authorisation (LicetRequirement *requirement,
                                                            const char *id);
/** fixture_find_condition: Returns: (transfer none) (nullable): the condition @id. */
const LicetConditionResult *fixture_find_condition (const LicetAuthorisationResult *result,
                                                    const char *id);
/** fixture_find_line: Returns: (transfer none) (nullable): the line of the trail that @rule wrote. */
const LicetTrailLine *fixture_find_line (LicetRequirement *requirement,
                                         const char *rule);
/** fixture_has_duty: Returns: whether the duty @id follows. */
gboolean fixture_has_duty (LicetRequirement *requirement,
                           const char *id);
/** fixture_misses: Returns: whether @id is among what is missing. */
gboolean fixture_misses (LicetRequirement *requirement,
                         const char *id);
/** fixture_assert_verdict: Fails with the sentence when the verdict is another one. */
void fixture_assert_verdict (LicetRequirement *requirement,
                             LicetRequirementVerdict verdict);

/** What clears an export of an item that is not listed. */
#define FIXTURE_NO_CONCERN                                                                         \
  "eu.wmd.informed=no eu.wmd.aware=no eu.wmd.suspect=no eu.military.informed=no "                  \
  "eu.military.aware=no eu.military.suspect=no "                                                   \
  "eu.parts.informed=no eu.parts.aware=no eu.parts.suspect=no eu.cyber.item=no "                   \
  "eu.national.listed=no eu.national.other=no"
/** What a general authorisation asks about Article 4, the route and the exporter. */
#define FIXTURE_CLEAN FIXTURE_NO_CONCERN " eu.free-zone=no eu.gea.forbidden=no"

G_END_DECLS
