/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-rules.h"

G_BEGIN_DECLS

/**
 * LicetRequirementVerdict: from the weakest to the strongest. Needs-facts never weakens a stronger answer, and a weaker answer
 * is given only when every stronger one is excluded by facts.
 */
typedef enum {
  LICET_REQUIREMENT_NONE,        /* no-license-required */
  LICET_REQUIREMENT_AUTHORIZED,  /* authorized */
  LICET_REQUIREMENT_NEEDS_FACTS, /* needs-facts */
  LICET_REQUIREMENT_LICENSE,     /* license-required */
  LICET_REQUIREMENT_PROHIBITED,  /* prohibited */
} LicetRequirementVerdict;

/** licet_requirement_verdict_serialise: Returns: (transfer none): the word in the comment above. */
const char *licet_requirement_verdict_serialise (LicetRequirementVerdict verdict);

/** LicetAuthorisationState: whether an authorisation can be used. */
typedef enum {
  LICET_AUTHORISATION_UNUSABLE,
  LICET_AUTHORISATION_OPEN,
  LICET_AUTHORISATION_USABLE,
} LicetAuthorisationState;

/** licet_authorisation_state_serialise: Returns: (transfer none): "unusable", "open" or "usable". */
const char *licet_authorisation_state_serialise (LicetAuthorisationState state);

/**
 * LicetConditionResult: one condition of an authorisation.
 * @id: "eu001.informed"
 * @mode: "can", "cannot" or "must"
 * @text: our words
 * @cite: the provision
 * @truth: whether what it says is the case; a "cannot" bars when met, a "can" or "must" fails when not met
 * @missing: (array zero-terminated=1): ids of questions whose answers would decide it
 */
typedef struct {
  char *id;
  char *mode;
  char *text;
  char *cite;
  LicetTruth truth;
  GStrv missing;
} LicetConditionResult;

/**
 * LicetAuthorisationResult:
 * @id: "EU001"
 * @name: its name
 * @cite: the provision
 * @state: whether it can be used
 * @why: one sentence: why not, or what is open
 * @conditions: (element-type LicetConditionResult): items and destination first (ids "items", "destination"), then rules that bar it (their
 * ids, mode "cannot") unless these do not apply, then its own
 */
typedef struct {
  char *id;
  char *name;
  char *cite;
  LicetAuthorisationState state;
  char *why;
  GPtrArray *conditions;
} LicetAuthorisationResult;

/**
 * LicetDuty: what follows for the exporter.
 * @authorisation: (nullable): the authorisation it comes with
 */
typedef struct {
  char *id;
  char *kind;
  char *text;
  char *cite;
  char *authorisation;
} LicetDuty;

/**
 * LicetTrailLine: one step of the reasoning.
 * @rule: "eu-art-3"
 * @cite: "Regulation (EU) 2021/821, Article 3(1)"
 * @text: what was found, in English
 * @facts: (array zero-terminated=1): the facts used, "destination SG", "eu.wmd.informed = no"
 * @truth: whether the rule applies
 */
typedef struct {
  char *rule;
  char *cite;
  char *text;
  GStrv facts;
  LicetTruth truth;
} LicetTrailLine;

/** LicetRequirementQuery: what is asked: one item to one destination under one jurisdiction. */
typedef struct _LicetRequirementQuery LicetRequirementQuery;

#define LICET_TYPE_REQUIREMENT_QUERY (licet_requirement_query_get_type ())
GType licet_requirement_query_get_type (void);

/**
 * licet_requirement_query_new:
 * @jurisdiction: "EU"
 * @transaction: "export", "intra-union-transfer", "brokering", "technical-assistance" or "transit"
 * @destination: ISO 3166-1 alpha-2 code of the country where the item ends up
 *
 * Returns: (transfer full): the query, counted by reference
 */
LicetRequirementQuery *licet_requirement_query_new (const char *jurisdiction,
                                                    const char *transaction,
                                                    const char *destination);
/** licet_requirement_query_ref: Returns: (transfer full): @query. */
LicetRequirementQuery *licet_requirement_query_ref (LicetRequirementQuery *query);
/** licet_requirement_query_unref: Gives up a reference; %NULL is accepted. */
void licet_requirement_query_unref (LicetRequirementQuery *query);
/** licet_requirement_query_set_item: Names the item: id and what to call it. */
void licet_requirement_query_set_item (LicetRequirementQuery *query,
                                       const char *id,
                                       const char *label);
/** licet_requirement_query_set_nature: Goods, software or technology. */
void licet_requirement_query_set_nature (LicetRequirementQuery *query,
                                         LicetNature nature);
/** licet_requirement_query_set_determination: The determination under the jurisdiction's list; none means that nothing is decided yet. */
void licet_requirement_query_set_determination (LicetRequirementQuery *query,
                                                LicetDetermination *determination);
/** licet_requirement_query_set_origin: Country from which it leaves, alpha-2. */
void licet_requirement_query_set_origin (LicetRequirementQuery *query,
                                         const char *country);
/** licet_requirement_query_set_permanence: "permanent" or "temporary". */
void licet_requirement_query_set_permanence (LicetRequirementQuery *query,
                                             const char *permanence);
/** licet_requirement_query_set_value: Value of the line. */
void licet_requirement_query_set_value (LicetRequirementQuery *query,
                                        const LicetDecimal *value,
                                        const char *currency);
/**
 * licet_requirement_query_set_party:
 * @role: "end-user", "consignee", ...; several of one role may be set
 * @country: (nullable): %NULL while it is not known: whatever hangs on it is then open, not excluded
 * @kind: (nullable): "commercial", "military", ...
 *
 * A party by its role.
 */
void licet_requirement_query_set_party (LicetRequirementQuery *query,
                                        const char *role,
                                        const char *country,
                                        const char *kind);
/** licet_requirement_query_set_answer: The answer to a rule question. */
void licet_requirement_query_set_answer (LicetRequirementQuery *query,
                                         const char *id,
                                         LicetTruth answer);

/** LicetRequirement: the verdict with everything under it. Immutable, counted by reference. */
typedef struct _LicetRequirement LicetRequirement;

#define LICET_TYPE_REQUIREMENT (licet_requirement_get_type ())
GType licet_requirement_get_type (void);

/**
 * licet_requirement_new:
 * @rules: the rules
 * @query: what is asked
 *
 * Returns: (transfer full): the requirement, or %NULL with %LICET_LICENSE_ERROR_QUERY
 */
LicetRequirement *licet_requirement_new (LicetRules *rules,
                                         LicetRequirementQuery *query,
                                         GError **error);
/** licet_requirement_ref: Returns: (transfer full): @requirement. */
LicetRequirement *licet_requirement_ref (LicetRequirement *requirement);
/** licet_requirement_unref: Gives up a reference; %NULL is accepted. */
void licet_requirement_unref (LicetRequirement *requirement);

/** licet_requirement_get_verdict: Returns: the verdict. */
LicetRequirementVerdict licet_requirement_get_verdict (LicetRequirement *requirement);
/** licet_requirement_get_sentence: Returns: (transfer none): the verdict in one or two English sentences. */
const char *licet_requirement_get_sentence (LicetRequirement *requirement);
/** licet_requirement_get_item_id: Returns: (transfer none): the item. */
const char *licet_requirement_get_item_id (LicetRequirement *requirement);
/** licet_requirement_get_destination: Returns: (transfer none): alpha-2 code. */
const char *licet_requirement_get_destination (LicetRequirement *requirement);
/** licet_requirement_get_jurisdiction: Returns: (transfer none): "EU". */
const char *licet_requirement_get_jurisdiction (LicetRequirement *requirement);
/**
 * licet_requirement_get_authorisations:
 *
 * Returns: (transfer none) (element-type LicetAuthorisationResult): usable first, then open, then unusable;
 *   order of the law within.
 */
GPtrArray *licet_requirement_get_authorisations (LicetRequirement *requirement);
/** licet_requirement_get_duties: Returns: (transfer none) (element-type LicetDuty): duties that follow. */
GPtrArray *licet_requirement_get_duties (LicetRequirement *requirement);
/** licet_requirement_get_trail: Returns: (transfer none) (element-type LicetTrailLine): the reasoning in order. */
GPtrArray *licet_requirement_get_trail (LicetRequirement *requirement);
/**
 * licet_requirement_get_missing: Returns: (transfer none) (array zero-terminated=1): ids of questions whose
 * answers would settle it, or one of
 * "determination", "transaction", "destination", "origin", "parties", "permanence", "value".
 */
const char *const *licet_requirement_get_missing (LicetRequirement *requirement);
/** licet_requirement_get_edition: Returns: (transfer none): edition of the rules. */
const char *licet_requirement_get_edition (LicetRequirement *requirement);

/**
 * licet_requirement_serialise: Returns: (transfer full):
 * {"item","destination","jurisdiction","requirement","sentence","edition","rules-digest",
 * "determination" (digest),"authorisations":[{"id","name","state","why","failed":[ids],"open":[ids],"conditions
 * ":[...]}],"duties":[...],"missing":[...],"trail":[...]}
 */
JsonNode *licet_requirement_serialise (LicetRequirement *requirement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetRequirementQuery, licet_requirement_query_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetRequirement, licet_requirement_unref)

G_END_DECLS
