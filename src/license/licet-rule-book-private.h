/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-defects-private.h>

#include "licet-requirement.h"

G_BEGIN_DECLS

/*
 * The rules of one jurisdiction as the files say them. Texts are borrowed from the documents, which the book keeps.
 */
typedef struct _LicetRuleBook LicetRuleBook;
typedef struct _LicetRuleCondition LicetRuleCondition;
typedef struct _LicetRuleGroup LicetRuleGroup;
typedef struct _LicetRuleScope LicetRuleScope;
typedef struct _LicetRuleTerm LicetRuleTerm;

/** LicetRuleConditionType: the forms that data/rules/README.md describes. */
typedef enum {
  LICET_RULE_ALL,
  LICET_RULE_ANY,
  LICET_RULE_NOT,
  LICET_RULE_HOLDS,
  LICET_RULE_ANSWER,
  LICET_RULE_LISTED,
  LICET_RULE_CODE_IN,
  LICET_RULE_CODES_ALL_IN,
  LICET_RULE_DESTINATION_IN,
  LICET_RULE_ORIGIN_IN,
  LICET_RULE_PARTY_IN,
  LICET_RULE_PARTIES_ALL_IN,
  LICET_RULE_PARTY_KIND,
  LICET_RULE_TRANSACTION_IN,
  LICET_RULE_PERMANENCE_IN,
  LICET_RULE_VALUE_AT_MOST,
} LicetRuleConditionType;

/**
 * LicetRuleCondition:
 * @type: its form; what it uses of the rest follows from it
 * @parts: (element-type LicetRuleCondition): for the combinations
 * @term: for %LICET_RULE_HOLDS
 * @question: for %LICET_RULE_ANSWER
 * @is: the answer asked for, or whether the item is to be listed
 * @group: for the forms about countries
 * @scope: for the forms about codes
 * @words: (array zero-terminated=1): roles for the forms about parties; ids for transaction and permanence
 * @kinds: (array zero-terminated=1): for %LICET_RULE_PARTY_KIND
 * @value: for %LICET_RULE_VALUE_AT_MOST
 * @currency: of @value
 */
struct _LicetRuleCondition {
  LicetRuleConditionType type;
  GPtrArray *parts;
  const LicetRuleTerm *term;
  const LicetRuleQuestion *question;
  gboolean is;
  const LicetRuleGroup *group;
  const LicetRuleScope *scope;
  GStrv words;
  GStrv kinds;
  LicetRational value;
  char *currency;
};

/** LicetRuleOrigin: where in which document an element stands, for complaints about it. */
typedef struct {
  LicetJson *json;
  const char *section;
  guint index;
} LicetRuleOrigin;

/** LicetRuleMember: a country of a group, with the act that puts it there and a remark, where there are. */
typedef struct {
  const char *country;
  const char *act;
  const char *note;
} LicetRuleMember;

#define LICET_RULE_N_COUNTRIES (26 * 26)

/**
 * LicetRuleGroup:
 * @membership: #LicetTruth by country, see _licet_rule_country_index()
 * @members: (element-type LicetRuleMember): those that are in it, then those of which that is not certain
 * @ask: (nullable): the question that decides where membership is not certain
 */
struct _LicetRuleGroup {
  LicetRuleOrigin origin;
  const char *id;
  const char *name;
  guint8 membership[LICET_RULE_N_COUNTRIES];
  GArray *members;
  const LicetRuleQuestion *ask;
};

/**
 * LicetScopeRow:
 * @code: everything at and below it
 * @except: (array zero-terminated=1): codes below it that are not meant
 * @when: (nullable): what limits it
 */
typedef struct {
  const char *code;
  GStrv except;
  LicetRuleCondition *when;
} LicetScopeRow;

/**
 * LicetRuleScope:
 * @rows: (element-type LicetScopeRow)
 * @include: (element-type LicetRuleScope): scopes that are part of it
 * @index: its number in the book
 */
struct _LicetRuleScope {
  LicetRuleOrigin origin;
  const char *id;
  GPtrArray *rows;
  GPtrArray *include;
  guint index;
};

/** LicetRuleTerm: a condition with a name. */
struct _LicetRuleTerm {
  LicetRuleOrigin origin;
  const char *id;
  const char *text;
  LicetRuleCondition *when;
  guint index;
};

/** LicetRuleAsked: a question with its number in the book. */
typedef struct {
  LicetRuleQuestion question;
  guint index;
} LicetRuleAsked;

/** LicetRuleDuty: what follows, and when. Its id stands where that of the other elements does. */
typedef struct {
  LicetRuleOrigin origin;
  LicetDuty duty;
  LicetRuleCondition *when;
} LicetRuleDuty;

/** LicetRuleEffect: what a rule brings about where it applies. */
typedef enum {
  LICET_RULE_SAYS,
  LICET_RULE_NEEDS_FACTS,
  LICET_RULE_REQUIRES,
  LICET_RULE_PROHIBITS,
} LicetRuleEffect;

/**
 * LicetRule:
 * @step: number of its step in the order of thought
 * @within: (nullable): the situation it is about; outside of it nothing is said of it
 * @when: (nullable): applies where this holds; %NULL for always
 * @unless: (nullable): takes it away, but only when met
 * @may_be_covered: whether a general authorisation can satisfy it
 * @bars: (array zero-terminated=1): ids of authorisations that cannot be used where @when holds; "*" for all
 * @asks: (array zero-terminated=1): facts it asks for when it applies
 * @acts: (nullable): the group whose acts its words name
 * @found: words by #LicetTruth; %NULL where nothing is to be said
 * @relieved: (nullable): words for when @unless takes it away
 * @duties: (element-type LicetRuleDuty)
 */
typedef struct {
  LicetRuleOrigin origin;
  const char *id;
  guint step;
  const char *cite;
  const char *text;
  LicetRuleCondition *within;
  LicetRuleCondition *when;
  LicetRuleCondition *unless;
  LicetRuleEffect effect;
  gboolean may_be_covered;
  GStrv bars;
  GStrv asks;
  const LicetRuleGroup *acts;
  const char *found[LICET_MET + 1];
  const char *relieved;
  GPtrArray *duties;
} LicetRule;

/** LicetUseMode: how a condition of an authorisation works. */
typedef enum {
  LICET_USE_CAN,
  LICET_USE_CANNOT,
  LICET_USE_MUST,
} LicetUseMode;

/** LicetUseCondition: one condition of an authorisation. */
typedef struct {
  const char *id;
  LicetUseMode mode;
  const char *text;
  const char *cite;
  LicetRuleCondition *when;
} LicetUseCondition;

/**
 * LicetAuthorisation:
 * @conditions: (element-type LicetUseCondition): "items" and "destination" first
 * @duties: (element-type LicetRuleDuty)
 */
typedef struct {
  LicetRuleOrigin origin;
  const char *id;
  const char *name;
  const char *cite;
  GStrv transactions;
  GPtrArray *conditions;
  GPtrArray *duties;
} LicetAuthorisation;

/** LicetOutcomeWords: what is said and what follows when a transaction comes out in one way. */
typedef struct {
  const char *sentence;
  const char *rule;
  const char *cite;
  const char *text;
  GPtrArray *duties;
} LicetOutcomeWords;

#define LICET_N_VERDICTS (LICET_REQUIREMENT_PROHIBITED + 1)

/**
 * LicetRuleTransaction:
 * @becomes: (nullable): the kind it is in truth where @becomes_when holds, as an export to a Member State is a transfer
 */
typedef struct _LicetRuleTransaction LicetRuleTransaction;
struct _LicetRuleTransaction {
  LicetRuleOrigin origin;
  const char *id;
  const char *label;
  const LicetRuleTransaction *becomes;
  LicetRuleCondition *becomes_when;
  const char *verbs[LICET_NATURE_TECHNOLOGY + 1];
  LicetOutcomeWords outcomes[LICET_N_VERDICTS];
};

struct _LicetRuleBook {
  char *id;
  GPtrArray *documents; /* LicetJson */
  const char *name;
  const char *act;
  const char *edition;
  const char *list;
  const char *list_edition;
  GStrv with_article; /* countries that English names with "the" */
  GStrv roles;
  GStrv party_kinds;
  GStrv steps;
  GPtrArray *transactions;
  GPtrArray *groups;
  GPtrArray *scopes;
  GPtrArray *terms;
  GPtrArray *questions; /* LicetRuleQuestion */
  GPtrArray *duties;
  GPtrArray *rules; /* in the order of thought */
  GPtrArray *authorisations;
  GHashTable *by_id; /* "group:EU001" -> the element */
};

/** _licet_rule_book_new: Returns: (transfer full): an empty book for the jurisdiction @id. */
LicetRuleBook *_licet_rule_book_new (const char *id);
/** _licet_rule_book_free: Frees @book; %NULL is accepted. */
void _licet_rule_book_free (LicetRuleBook *book);
/** LicetRuleSection: a list of a rule file. */
typedef struct {
  const char *name;    /* of the member */
  const char *kind;    /* one of it, in words and keys */
  gsize array_offset;  /* in LicetRuleBook */
  gsize size;          /* of an element */
  gsize id_offset;     /* in an element */
  gboolean has_origin; /* at the beginning of an element */
  void (*init) (gpointer element);
} LicetRuleSection;

/** _licet_rule_book_get_sections: Returns: (transfer none): the lists a rule file may have. */
const LicetRuleSection *_licet_rule_book_get_sections (guint *ret_n);

/**
 * _licet_rule_book_add:
 * @id: borrowed from a document
 * @origin: where it stands
 *
 * Returns: (transfer none) (nullable): a new element of @section, empty; %NULL when there is one of this id
 */
gpointer _licet_rule_book_add (LicetRuleBook *book,
                               const LicetRuleSection *section,
                               const char *id,
                               const LicetRuleOrigin *origin);
/** _licet_rule_book_find: Returns: (transfer none) (nullable): the element @id of the kind @kind ("group", "scope", "term", ...). */
gpointer _licet_rule_book_find (const LicetRuleBook *book,
                                const char *kind,
                                const char *id);

/**
 * _licet_rule_book_read:
 * @id: the jurisdiction, the folder's name in capitals
 * @documents: (element-type LicetJson): all rule files of the jurisdiction
 * @defects: every defect found is added
 *
 * Returns: (transfer full): the book; to be used only when no defect was added
 */
LicetRuleBook *_licet_rule_book_read (const char *id,
                                      GPtrArray *documents,
                                      LicetDefects *defects);

/** _licet_rule_origin_complain: Adds a defect at @origin. */
void _licet_rule_origin_complain (const LicetRuleOrigin *origin,
                                  LicetDefects *defects,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (3, 4);
/** _licet_rule_condition_read: Returns: (transfer full): the condition at @place, or %NULL after adding a defect. */
LicetRuleCondition *_licet_rule_condition_read (const LicetRuleBook *book,
                                                const LicetJsonPlace *place,
                                                LicetDefects *defects);
/** _licet_rule_condition_free: Frees @condition; %NULL is accepted. */
void _licet_rule_condition_free (LicetRuleCondition *condition);

/** _licet_rule_book_find_circle: Adds a defect when a named condition or scope leads back to itself. */
void _licet_rule_book_find_circle (const LicetRuleBook *book,
                                   LicetDefects *defects);
/** _licet_rule_book_check_codes: Adds a defect for every code that is badly formed, or not in @list (nullable) although its category is. */
void _licet_rule_book_check_codes (const LicetRuleBook *book,
                                   const LicetControlList *list,
                                   LicetDefects *defects);

/** _licet_rule_country_index: Returns: the place of the country in LicetRuleGroup.membership, or -1 when @code is not two capitals. */
int _licet_rule_country_index (const char *code);
/** _licet_rule_group_membership: Returns: whether @country is in @group, before any answer. */
LicetTruth _licet_rule_group_membership (const LicetRuleGroup *group,
                                         const char *country);
/** _licet_rule_group_find_member: Returns: (transfer none) (nullable): what @group says of @country. */
const LicetRuleMember *_licet_rule_group_find_member (const LicetRuleGroup *group,
                                                      const char *country);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetRuleBook, _licet_rule_book_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetRuleCondition, _licet_rule_condition_free)

/**
 * _licet_rules_new:
 *
 * Returns: (transfer full): rules made of @documents (LicetJson, named "rules/JURISDICTION/..."), or %NULL with
 *   %LICET_LICENSE_ERROR_DATA naming every defect.
 */
LicetRules *_licet_rules_new (GPtrArray *documents,
                              GError **error);
/** _licet_rules_find_book: Returns: (transfer none) (nullable): the rules of @jurisdiction. */
const LicetRuleBook *_licet_rules_find_book (LicetRules *rules,
                                             const char *jurisdiction);

G_END_DECLS
