/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-book"

#include "config.h"

#include "licet-rule-book-private.h"

static void
scope_row_free (gpointer data)
{
  LicetScopeRow *row = data;

  g_strfreev (row->except);
  _licet_rule_condition_free (row->when);
  g_free (row);
}

static void
group_free (gpointer data)
{
  LicetRuleGroup *group = data;

  g_array_unref (group->members);
  g_free (group);
}

static void
scope_free (gpointer data)
{
  LicetRuleScope *scope = data;

  g_ptr_array_unref (scope->rows);
  g_ptr_array_unref (scope->include);
  g_free (scope);
}

static void
term_free (gpointer data)
{
  LicetRuleTerm *term = data;

  _licet_rule_condition_free (term->when);
  g_free (term);
}

static void
duty_free (gpointer data)
{
  LicetRuleDuty *duty = data;

  _licet_rule_condition_free (duty->when);
  g_free (duty);
}

static void
rule_free (gpointer data)
{
  LicetRule *rule = data;

  _licet_rule_condition_free (rule->within);
  _licet_rule_condition_free (rule->when);
  _licet_rule_condition_free (rule->unless);
  g_strfreev (rule->bars);
  g_strfreev (rule->asks);
  g_clear_pointer (&rule->duties, g_ptr_array_unref);
  g_free (rule);
}

static void
authorisation_free (gpointer data)
{
  LicetAuthorisation *authorisation = data;

  g_strfreev (authorisation->transactions);
  g_ptr_array_unref (authorisation->conditions);
  g_clear_pointer (&authorisation->duties, g_ptr_array_unref);
  g_free (authorisation);
}

static void
transaction_free (gpointer data)
{
  LicetRuleTransaction *transaction = data;

  _licet_rule_condition_free (transaction->becomes_when);
  for (guint i = 0; i < LICET_N_VERDICTS; i++)
    g_clear_pointer (&transaction->outcomes[i].duties, g_ptr_array_unref);
  g_free (transaction);
}

static void
init_group (gpointer element)
{
  LicetRuleGroup *group = element;

  group->members = g_array_new (FALSE, FALSE, sizeof (LicetRuleMember));
}

static void
init_scope (gpointer element)
{
  LicetRuleScope *scope = element;

  scope->rows = g_ptr_array_new_with_free_func (scope_row_free);
  scope->include = g_ptr_array_new ();
}

static void
use_condition_free (gpointer data)
{
  LicetUseCondition *condition = data;

  _licet_rule_condition_free (condition->when);
  g_free (condition);
}

static void
init_authorisation (gpointer element)
{
  LicetAuthorisation *authorisation = element;

  authorisation->conditions = g_ptr_array_new_with_free_func (use_condition_free);
}

#define SECTION(name, kind, array, Type, id_member, has_origin, init) \
  { name, kind, G_STRUCT_OFFSET (LicetRuleBook, array), sizeof (Type), \
    G_STRUCT_OFFSET (Type, id_member), has_origin, init }

static const LicetRuleSection sections[] = {
  SECTION ("transactions", "transaction", transactions, LicetRuleTransaction, id, TRUE, NULL),
  SECTION ("groups", "group", groups, LicetRuleGroup, id, TRUE, init_group),
  SECTION ("scopes", "scope", scopes, LicetRuleScope, id, TRUE, init_scope),
  SECTION ("conditions", "condition", terms, LicetRuleTerm, id, TRUE, NULL),
  SECTION ("questions", "question", questions, LicetRuleAsked, question.id, FALSE, NULL),
  SECTION ("duties", "duty", duties, LicetRuleDuty, duty.id, TRUE, NULL),
  SECTION ("rules", "rule", rules, LicetRule, id, TRUE, NULL),
  SECTION ("authorisations", "authorisation", authorisations, LicetAuthorisation, id, TRUE,
           init_authorisation),
};

#undef SECTION

const LicetRuleSection *
_licet_rule_book_get_sections (guint *ret_n)
{
  *ret_n = G_N_ELEMENTS (sections);
  return sections;
}

LicetRuleBook *
_licet_rule_book_new (const char *id)
{
  LicetRuleBook *book = g_new0 (LicetRuleBook, 1);

  book->id = g_strdup (id);
  book->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_json_unref);
  book->transactions = g_ptr_array_new_with_free_func (transaction_free);
  book->groups = g_ptr_array_new_with_free_func (group_free);
  book->scopes = g_ptr_array_new_with_free_func (scope_free);
  book->terms = g_ptr_array_new_with_free_func (term_free);
  book->questions = g_ptr_array_new_with_free_func (g_free);
  book->duties = g_ptr_array_new_with_free_func (duty_free);
  book->rules = g_ptr_array_new_with_free_func (rule_free);
  book->authorisations = g_ptr_array_new_with_free_func (authorisation_free);
  book->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return book;
}

void
_licet_rule_book_free (LicetRuleBook *book)
{
  if (book == NULL)
    return;
  g_hash_table_unref (book->by_id);
  g_ptr_array_unref (book->authorisations);
  g_ptr_array_unref (book->rules);
  g_ptr_array_unref (book->duties);
  g_ptr_array_unref (book->questions);
  g_ptr_array_unref (book->terms);
  g_ptr_array_unref (book->scopes);
  g_ptr_array_unref (book->groups);
  g_ptr_array_unref (book->transactions);
  g_strfreev (book->steps);
  g_strfreev (book->with_article);
  g_strfreev (book->roles);
  g_strfreev (book->party_kinds);
  g_ptr_array_unref (book->documents);
  g_free (book->id);
  g_free (book);
}

gpointer
_licet_rule_book_add (LicetRuleBook *book,
                      const LicetRuleSection *section,
                      const char *id,
                      const LicetRuleOrigin *origin)
{
  GPtrArray *array = G_STRUCT_MEMBER (GPtrArray *, book, section->array_offset);
  gpointer element;

  if (_licet_rule_book_find (book, section->kind, id) != NULL)
    return NULL;
  element = g_malloc0 (section->size);
  if (section->has_origin)
    *(LicetRuleOrigin *) element = *origin;
  G_STRUCT_MEMBER (const char *, element, section->id_offset) = id;
  if (section->init != NULL)
    section->init (element);
  g_ptr_array_add (array, element);
  g_hash_table_insert (book->by_id, g_strconcat (section->kind, ":", id, NULL), element);
  return element;
}

gpointer
_licet_rule_book_find (const LicetRuleBook *book,
                       const char *kind,
                       const char *id)
{
  g_autofree char *key = g_strconcat (kind, ":", id, NULL);

  return g_hash_table_lookup (book->by_id, key);
}

void
_licet_rule_origin_complain (const LicetRuleOrigin *origin,
                             LicetDefects *defects,
                             const char *format,
                             ...)
{
  g_autofree char *reason = NULL;
  LicetJsonPlace root;
  LicetJsonPlace section;
  LicetJsonPlace element;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  licet_json_place_root (origin->json, &root);
  /* The element was read from there, so it is there. */
  if (!licet_json_place_member (&root, origin->section, &section, NULL))
    g_assert_not_reached ();
  licet_json_place_element (&section, origin->index, &element);
  (void) _licet_defects_add (defects, &element, "%s", reason);
}

int
_licet_rule_country_index (const char *code)
{
  if (code == NULL || !g_ascii_isupper (code[0]) || !g_ascii_isupper (code[1]) || code[2] != '\0')
    return -1;
  return (code[0] - 'A') * 26 + (code[1] - 'A');
}

LicetTruth
_licet_rule_group_membership (const LicetRuleGroup *group,
                              const char *country)
{
  int index = _licet_rule_country_index (country);

  return index < 0 ? LICET_UNKNOWN : (LicetTruth) group->membership[index];
}

const LicetRuleMember *
_licet_rule_group_find_member (const LicetRuleGroup *group,
                               const char *country)
{
  for (guint i = 0; i < group->members->len; i++) {
    const LicetRuleMember *member = &g_array_index (group->members, LicetRuleMember, i);

    if (g_str_equal (member->country, country))
      return member;
  }
  return NULL;
}
