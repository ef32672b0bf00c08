/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-classify.h>

#include "licet-license-error.h"

G_BEGIN_DECLS

/** LicetRules: the license rules of all jurisdictions, read from the bundle. Immutable, counted by reference. */
typedef struct _LicetRules LicetRules;

#define LICET_TYPE_RULES (licet_rules_get_type ())
GType licet_rules_get_type (void);

/**
 * LicetRuleQuestion:
 * @id: "eu.wmd.informed"
 * @text: the question
 * @help: (nullable): what is meant
 * @mode: "informed", "aware", "suspect" or "fact"
 * @topic: "wmd", "military", ...
 * @cite: the provision
 */
typedef struct {
  const char *id;
  const char *text;
  const char *help;
  const char *mode;
  const char *topic;
  const char *cite;
} LicetRuleQuestion;

/** licet_rules_load: Returns: (transfer full): the rules in @bundle, or %NULL with %LICET_LICENSE_ERROR_DATA. */
LicetRules *licet_rules_load (LicetBundle *bundle,
                              GError **error);
/** licet_rules_ref: Returns: (transfer full): @rules. */
LicetRules *licet_rules_ref (LicetRules *rules);
/** licet_rules_unref: Gives up a reference; %NULL is accepted. */
void licet_rules_unref (LicetRules *rules);

/** licet_rules_check_document: A #LicetDocumentCheck for "rules/": every id, country, group and code resolves. */
gboolean licet_rules_check_document (LicetBundle *bundle,
                                     const char *name,
                                     LicetJson *json,
                                     GError **error);

/** licet_rules_get_jurisdictions: Returns: (transfer none) (array zero-terminated=1): "EU". */
const char *const *licet_rules_get_jurisdictions (LicetRules *rules);
/** licet_rules_get_edition: Returns: (transfer none) (nullable): edition of the rules of @jurisdiction, ISO 8601. */
const char *licet_rules_get_edition (LicetRules *rules,
                                     const char *jurisdiction);
/** licet_rules_get_digest: Returns: (transfer none): SHA-256 over all rule files. */
const char *licet_rules_get_digest (LicetRules *rules);
/** licet_rules_find_question: Returns: (transfer none) (nullable): the question @id. */
const LicetRuleQuestion *licet_rules_find_question (LicetRules *rules,
                                                    const char *id);
/** licet_rules_get_questions: Returns: (transfer none) (element-type LicetRuleQuestion): all, in the order of the files. */
GPtrArray *licet_rules_get_questions (LicetRules *rules);
/** licet_rules_destination_in: Returns: whether @country is in the group @group; unknown when the rules do not say. */
LicetTruth licet_rules_destination_in (LicetRules *rules,
                                       const char *country,
                                       const char *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetRules, licet_rules_unref)

G_END_DECLS
