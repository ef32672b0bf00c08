/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-parties.h>
#include <licet-statements.h>

#include "licet-evidence.h"
#include "licet-line.h"

G_BEGIN_DECLS

/** LicetSection: the sections of a case, in their order. */
typedef enum {
  LICET_SECTION_TRANSACTION,
  LICET_SECTION_ITEMS,
  LICET_SECTION_PARTIES,
  LICET_SECTION_END_USE,
  LICET_SECTION_REQUIREMENT,
  LICET_SECTION_STATEMENTS,
  LICET_SECTION_EVIDENCE,
  LICET_SECTION_FILING,
} LicetSection;
#define LICET_N_SECTIONS 8

/** LicetSectionState: how far a section is. */
typedef enum {
  LICET_SECTION_NOT_STARTED,
  LICET_SECTION_NEEDS_FACTS,
  LICET_SECTION_DONE,
  LICET_SECTION_CONFLICT,
} LicetSectionState;

/** licet_section_get_title: Returns: (transfer none): "Parties and Route". */
const char *licet_section_get_title (LicetSection section);
/** licet_section_state_serialise: Returns: (transfer none): "not-started", "needs-facts", "done" or "conflict". */
const char *licet_section_state_serialise (LicetSectionState state);

/** LicetRedFlag: something that makes one look twice. */
typedef struct {
  char *id;
  char *text;
  char *state; /* "open" or "closed" */
  char *answer;
  GStrv evidence;
  char *closed_by;
  char *closed_on;
} LicetRedFlag;

/** LicetCaseAnswer: an end-use answer with who gave it. */
typedef struct {
  char *id;
  LicetTruth truth;
  char *why;
  char *by;
  char *on;
  char *reference;
} LicetCaseAnswer;

/**
 * LicetCase:
 *
 * One transaction, whole: the aggregate that the window shows, the store keeps and a package freezes. data/samples/README
 * documents its file format.
 */
#define LICET_TYPE_CASE (licet_case_get_type ())
G_DECLARE_FINAL_TYPE (LicetCase, licet_case, LICET, CASE, GObject)

/** licet_case_new: Returns: (transfer full): an empty case with a new id, created now. */
LicetCase *licet_case_new (LicetBundle *bundle,
                           const char *reference);
/**
 * licet_case_load:
 *
 * Returns: (transfer full): the case in the file @path, its folder remembered for evidence; or %NULL with
 *   "FILE:LINE: place: reason; remedy".
 */
LicetCase *licet_case_load (LicetBundle *bundle,
                            const char *path,
                            GError **error);
/** licet_case_new_from_json: As licet_case_load() from @json; @folder (nullable) is where evidence lies. */
LicetCase *licet_case_new_from_json (LicetBundle *bundle,
                                     LicetJson *json,
                                     const char *folder,
                                     GError **error);
/** licet_case_serialise: Returns: (transfer full): the case as it is loaded; load and serialise give equal cases. */
JsonNode *licet_case_serialise (LicetCase *self);

/** licet_case_get_bundle: Returns: (transfer none): the bundle it is decided by. */
LicetBundle *licet_case_get_bundle (LicetCase *self);
/** licet_case_get_folder: Returns: (transfer none) (nullable): where its evidence lies. */
const char *licet_case_get_folder (LicetCase *self);
/**
 * licet_case_get_text:
 *
 * Returns: (transfer none) (nullable): "id", "reference", "created", "transaction.kind",
 *   "transaction.contract.date", "route.carrier", "end-use.text", ...
 */
const char *licet_case_get_text (LicetCase *self,
                                 const char *path);
/**
 * licet_case_set_text:
 *
 * Sets the text at @path; %NULL or "" takes it away.
 *
 * Returns: %FALSE with %LICET_CASES_ERROR_FORMAT saying what to write.
 */
gboolean licet_case_set_text (LicetCase *self,
                              const char *path,
                              const char *text,
                              GError **error);
/** licet_case_get_round: Returns: the submission round, from 1. */
guint licet_case_get_round (LicetCase *self);
/** licet_case_get_jurisdictions: Returns: (transfer none) (array zero-terminated=1): "EU". */
const char *const *licet_case_get_jurisdictions (LicetCase *self);
/** licet_case_get_route: Returns: (transfer none) (array zero-terminated=1): countries of transit, alpha-2. */
const char *const *licet_case_get_route (LicetCase *self);
/** licet_case_get_incorporated: Returns: whether the goods go into another product; unknown when nobody said. */
LicetTruth licet_case_get_incorporated (LicetCase *self);

/** licet_case_get_lines: Returns: (transfer none): a list of #LicetLine. */
GListModel *licet_case_get_lines (LicetCase *self);
/** licet_case_get_parties: Returns: (transfer none): a list of #LicetParty. */
GListModel *licet_case_get_parties (LicetCase *self);
/** licet_case_get_statements: Returns: (transfer none): a list of #LicetStatement. */
GListModel *licet_case_get_statements (LicetCase *self);
/** licet_case_get_evidence: Returns: (transfer none): a list of #LicetEvidence. */
GListModel *licet_case_get_evidence (LicetCase *self);
/** licet_case_find_line: Returns: (transfer none) (nullable): the line with the id @id. */
LicetLine *licet_case_find_line (LicetCase *self,
                                 const char *id);
/** licet_case_find_party: Returns: (transfer none) (nullable): the party with the id @id. */
LicetParty *licet_case_find_party (LicetCase *self,
                                   const char *id);
/** licet_case_find_role: Returns: (transfer none) (nullable): the first party with @role. */
LicetParty *licet_case_find_role (LicetCase *self,
                                  LicetPartyRole role);
/** licet_case_find_evidence: Returns: (transfer none) (nullable): the evidence with the id @id. */
LicetEvidence *licet_case_find_evidence (LicetCase *self,
                                         const char *id);
/** licet_case_dup_party_array: Returns: (transfer full) (element-type LicetParty): the parties, for licet_chain_new(). */
GPtrArray *licet_case_dup_party_array (LicetCase *self);

/** licet_case_get_answer: Returns: (transfer none) (nullable): the end-use answer @id. */
const LicetCaseAnswer *licet_case_get_answer (LicetCase *self,
                                              const char *id);
/** licet_case_set_answer: Keeps the end-use answer @id; %LICET_UNKNOWN takes it away. Texts are nullable. */
void licet_case_set_answer (LicetCase *self,
                            const char *id,
                            LicetTruth truth,
                            const char *why,
                            const char *by,
                            const char *on,
                            const char *reference);
/** licet_case_get_answers: Returns: (transfer none) (element-type LicetCaseAnswer): all, by id. */
GPtrArray *licet_case_get_answers (LicetCase *self);
/** licet_case_get_red_flags: Returns: (transfer none) (element-type LicetRedFlag): all. */
GPtrArray *licet_case_get_red_flags (LicetCase *self);
/** licet_case_get_journal: Returns: (transfer none) (element-type utf8): history lines the case came with. */
GPtrArray *licet_case_get_journal (LicetCase *self);
/** licet_case_get_reason: Returns: (transfer none) (nullable): why the fact at @path is missing. */
const char *licet_case_get_reason (LicetCase *self,
                                   const char *path);
/**
 * licet_case_dup_destinations:
 *
 * Returns: (transfer full): countries to be decided for: of the ultimate end user or end user first, then
 *   consignees and intermediates elsewhere; each once.
 */
GStrv licet_case_dup_destinations (LicetCase *self);
/** licet_case_dup_total: Returns: (transfer full) (nullable): the sum of all lines, "28320.00"; %NULL when one is not known. */
char *licet_case_dup_total (LicetCase *self);

/**
 * licet_case_conclude:
 *
 * Makes determinations from the conclusions in the case that have none yet for their list and facts, items that others
 * contain first.
 *
 * Returns: %FALSE with %LICET_CLASSIFY_ERROR_CONCLUSION when the facts do not bear one; those made before stay
 */
gboolean licet_case_conclude (LicetCase *self,
                              GError **error);

/** licet_case_init_classify_options: Fills @ret_options so that "item:ID" relations are resolved in this case; it must outlive them. */
void licet_case_init_classify_options (LicetCase *self,
                                       LicetClassifyOptions *ret_options);

/**
 * licet_case_require:
 * @rules: the license rules
 *
 * Each item to each destination under each jurisdiction of the case.
 *
 * Returns: (transfer full) (element-type LicetRequirement): items in order, destinations within; or %NULL with an error
 */
GPtrArray *licet_case_require (LicetCase *self,
                               LicetRules *rules,
                               GError **error);

/**
 * licet_case_dup_facts:
 *
 * The case as forms are bound to it; data/forms/README, "Bindings": exporter, agent, consignee, end-user, ultimate-end-user,
 * intermediates[], parties{}, items[] with line numbers, codes and values, transaction, route, end-use, totals, editions.
 *
 * Returns: (transfer full): the bound case
 */
JsonNode *licet_case_dup_facts (LicetCase *self);
/**
 * licet_case_dup_decided_facts:
 *
 * As licet_case_dup_facts(), with the answers of @requirements (nullable) as "verdicts", by which a form says
 * when it is asked for.
 */
JsonNode *licet_case_dup_decided_facts (LicetCase *self,
                                        GPtrArray *requirements);

/**
 * licet_case_get_section_state:
 * @rules: the license rules
 * @section: a section
 * @ret_missing: (out) (optional): how many facts are missing or in conflict in it; for %LICET_SECTION_FILING in all
 *
 * As licet_case_check_readiness() finds it today, but evidence is only looked for, not read: fit for the main loop.
 *
 * Returns: how far @section is
 */
LicetSectionState licet_case_get_section_state (LicetCase *self,
                                                LicetRules *rules,
                                                LicetSection section,
                                                guint *ret_missing);

G_END_DECLS
