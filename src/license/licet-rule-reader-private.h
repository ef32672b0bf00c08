/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-rule-book-private.h"

G_BEGIN_DECLS

/**
 * LicetRuleFiller:
 * @place: the element in its document
 * @element: the element as made for it, with nothing but its id and origin
 *
 * Reads one element of a rule file. Everything that can be referred to already has its place in @book.
 */
typedef void (*LicetRuleFiller) (LicetRuleBook *book,
                                 const LicetJsonPlace *place,
                                 gpointer element,
                                 LicetDefects *defects);

/** _licet_rule_fill_transaction: Reads an element of "transactions". */
void _licet_rule_fill_transaction (LicetRuleBook *book,
                                   const LicetJsonPlace *place,
                                   gpointer element,
                                   LicetDefects *defects);
/** _licet_rule_fill_group: Reads an element of "groups". */
void _licet_rule_fill_group (LicetRuleBook *book,
                             const LicetJsonPlace *place,
                             gpointer element,
                             LicetDefects *defects);
/** _licet_rule_fill_scope: Reads an element of "scopes". */
void _licet_rule_fill_scope (LicetRuleBook *book,
                             const LicetJsonPlace *place,
                             gpointer element,
                             LicetDefects *defects);
/** _licet_rule_fill_term: Reads an element of "conditions". */
void _licet_rule_fill_term (LicetRuleBook *book,
                            const LicetJsonPlace *place,
                            gpointer element,
                            LicetDefects *defects);
/** _licet_rule_fill_question: Reads an element of "questions". */
void _licet_rule_fill_question (LicetRuleBook *book,
                                const LicetJsonPlace *place,
                                gpointer element,
                                LicetDefects *defects);
/** _licet_rule_fill_duty: Reads an element of "duties". */
void _licet_rule_fill_duty (LicetRuleBook *book,
                            const LicetJsonPlace *place,
                            gpointer element,
                            LicetDefects *defects);
/** _licet_rule_fill_rule: Reads an element of "rules". */
void _licet_rule_fill_rule (LicetRuleBook *book,
                            const LicetJsonPlace *place,
                            gpointer element,
                            LicetDefects *defects);
/** _licet_rule_fill_authorisation: Reads an element of "authorisations". */
void _licet_rule_fill_authorisation (LicetRuleBook *book,
                                     const LicetJsonPlace *place,
                                     gpointer element,
                                     LicetDefects *defects);

/** _licet_rule_get_text: A text that must be there and say something; else a defect is added. */
gboolean _licet_rule_get_text (const LicetJsonPlace *place,
                               const char *member,
                               const char **ret_text,
                               LicetDefects *defects);
/** _licet_rule_get_optional_text: As _licet_rule_get_text(); an absent member gives %NULL. */
gboolean _licet_rule_get_optional_text (const LicetJsonPlace *place,
                                        const char *member,
                                        const char **ret_text,
                                        LicetDefects *defects);
/** _licet_rule_get_strings: An array of texts; empty when absent. */
gboolean _licet_rule_get_strings (const LicetJsonPlace *place,
                                  const char *member,
                                  GStrv *ret_texts,
                                  LicetDefects *defects);
/** _licet_rule_get_optional_condition: The condition @member; %NULL when absent. */
gboolean _licet_rule_get_optional_condition (const LicetRuleBook *book,
                                             const LicetJsonPlace *place,
                                             const char *member,
                                             LicetRuleCondition **ret_condition,
                                             LicetDefects *defects);
/** _licet_rule_get_duties: Returns: (transfer full) (element-type LicetRuleDuty): the duties that "duties" names; defects are added. */
GPtrArray *_licet_rule_get_duties (const LicetRuleBook *book,
                                   const LicetJsonPlace *place,
                                   LicetDefects *defects);
/** _licet_rule_refuse_unknown: Adds a defect when @place has a member that is not @known. */
gboolean _licet_rule_refuse_unknown (const LicetJsonPlace *place,
                                     const char *const *known,
                                     LicetDefects *defects);
/** _licet_rule_open_list: The array @member with its length; 0 when absent. %FALSE after adding a defect. */
gboolean _licet_rule_open_list (const LicetJsonPlace *place,
                                const char *member,
                                LicetJsonPlace *ret_list,
                                guint *ret_length,
                                LicetDefects *defects);

G_END_DECLS
