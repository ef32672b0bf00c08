/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-rule-facts-private.h"

G_BEGIN_DECLS

struct _LicetRequirement {
  gatomicrefcount ref_count;

  LicetRules *rules; /* owns the texts that results borrow */
  const LicetRuleBook *book;
  LicetRequirementVerdict verdict;
  char *sentence;
  char *item_id;
  char *destination;
  char *determination; /* digest, or NULL */
  GPtrArray *authorisations;
  GPtrArray *duties;
  GPtrArray *trail;
  GPtrArray *pool; /* facts that lines of the trail borrow */
  GStrv missing;
};

/** LicetRuleFinding: how a rule came out. */
typedef struct {
  const LicetRule *rule;
  LicetTruth truth; /* whether it applies, after what takes it away */
  gboolean is_relieved;
  gboolean is_outside; /* the rule is about another situation */
} LicetRuleFinding;

/** LicetRequirementDraft: a requirement in the making. */
typedef struct {
  LicetRuleFacts facts;
  const LicetRuleTransaction *transaction;
  LicetRuleFinding *findings; /* one for each rule of the book, in order */
  guint n_findings;
  LicetRequirement *requirement;
  GPtrArray *missing; /* borrowed ids */
  GPtrArray *ids;     /* for collecting some, empty between uses */
  char *country;      /* the destination as one says it in a sentence */
  char *codes;        /* the codes of the item, or what stands for them */
} LicetRequirementDraft;

/** LicetAuthorisationFinding: a result with what it keeps its conditions in. */
typedef struct {
  LicetAuthorisationResult result;
  LicetConditionResult *block; /* as many as the result has conditions */
} LicetAuthorisationFinding;

/** _licet_authorisation_finding_free: Frees a #LicetAuthorisationFinding. */
void _licet_authorisation_finding_free (gpointer finding);

/** _licet_draft_collect_missing: Adds to @ids what would decide @finding, which is unknown. */
void _licet_draft_collect_missing (LicetRequirementDraft *draft,
                                   const LicetRuleFinding *finding,
                                   GPtrArray *ids);
/** _licet_draft_find_missing: Fills @draft's missing: what would settle the verdict, which stands. */
void _licet_draft_find_missing (LicetRequirementDraft *draft);
/** _licet_draft_authorise: Fills the requirement's authorisations: those for the transaction, with every condition. */
void _licet_draft_authorise (LicetRequirementDraft *draft);
/** _licet_authorisation_result_find_failed: Returns: (nullable): the condition to name when one asks why not. */
const LicetConditionResult *
_licet_authorisation_result_find_failed (const LicetAuthorisationResult *result);
/** _licet_condition_result_fails: Returns: whether @condition takes its authorisation away. */
gboolean _licet_condition_result_fails (const LicetConditionResult *condition);
/** _licet_draft_has_usable: Returns: whether an authorisation can be used. */
gboolean _licet_draft_has_usable (LicetRequirementDraft *draft);
/** _licet_draft_write_trail: Fills the trail, when the verdict stands. */
void _licet_draft_write_trail (LicetRequirementDraft *draft);
/** _licet_draft_write_sentence: Fills the sentence, when everything else stands. */
void _licet_draft_write_sentence (LicetRequirementDraft *draft);
/** _licet_draft_expand: Returns: (transfer full): @text with its placeholders filled in; @rule (nullable) is the one it belongs to. */
char *_licet_draft_expand (LicetRequirementDraft *draft,
                           const LicetRule *rule,
                           const char *text);
/** _licet_draft_dup_country: Returns: (transfer full): the country as one says it in a sentence, "the United States". */
char *_licet_draft_dup_country (LicetRequirementDraft *draft,
                                const char *code);
/** _licet_draft_dup_codes: Returns: (transfer full): the codes of the item, "3A001.a.5, 3A002.h". */
char *_licet_draft_dup_codes (LicetRequirementDraft *draft);

G_END_DECLS
