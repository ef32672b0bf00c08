/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-tester-private.h"

G_BEGIN_DECLS

/**
 * LicetComponentRule: whether goods follow a listed component that they contain.
 * @note: (nullable): the rule of the list; %NULL when the list has none
 * @listed: whether they contain something listed
 * @questions: whether all that the rule asks is answered yes
 * @truth: whether they follow
 * @codes: (nullable) (array zero-terminated=1): the listed components that are named by their codes
 * @why: English
 */
typedef struct {
  const LicetGeneralNote *note;
  LicetTruth listed;
  LicetTruth questions;
  LicetTruth truth;
  GStrv codes;
  char *why;
} LicetComponentRule;

/** _licet_component_rule_init: The rule of @list for the tester's item. */
void _licet_component_rule_init (LicetComponentRule *rule,
                                 LicetTester *tester,
                                 const LicetControlList *list);
/** _licet_component_rule_clear: Frees what @rule holds. */
void _licet_component_rule_clear (LicetComponentRule *rule);

/** _licet_component_rule_bears: Whether the goods contain a component listed under @code, so that they may follow it. */
LicetTruth _licet_component_rule_bears (const LicetComponentRule *rule,
                                        LicetTester *tester,
                                        const LicetControlList *list,
                                        const char *code);

/** _licet_component_rule_collect_missing: Adds to @missing (element-type LicetMissing) what keeps the rule open. */
void _licet_component_rule_collect_missing (const LicetComponentRule *rule,
                                            LicetTester *tester,
                                            GArray *missing);

/** _licet_component_rule_serialise: Returns: (transfer full): how it came out, as JSON; only when the list has the rule. */
JsonObject *_licet_component_rule_serialise (const LicetComponentRule *rule);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetComponentRule, _licet_component_rule_clear)

G_END_DECLS
