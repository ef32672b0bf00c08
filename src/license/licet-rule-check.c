/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-check"

#include "config.h"

#include "licet-rule-book-private.h"

/* How long a chain of named conditions and scopes may be; real ones have three or four links. */
#define MAX_CHAIN 32

typedef enum {
  VISIT_NEW,
  VISIT_OPEN,
  VISIT_DONE,
} Visit;

typedef struct {
  guint8 *terms;
  guint8 *scopes;
  guint depth;
  LicetDefects *defects;
} Walk;

static void visit_condition (Walk *walk,
                             const LicetRuleCondition *condition);

/* Returns whether the element is to be gone into. */
static gboolean
enter (Walk *walk,
       guint8 *state,
       const LicetRuleOrigin *origin,
       const char *id)
{
  if (*state == VISIT_DONE)
    return FALSE;
  if (*state == VISIT_OPEN || walk->depth >= MAX_CHAIN) {
    _licet_rule_origin_complain (
        origin, walk->defects,
        "“%s” leads back to itself, or through more than %d others; take the reference out", id,
        MAX_CHAIN);
    *state = VISIT_DONE;
    return FALSE;
  }
  *state = VISIT_OPEN;
  walk->depth++;
  return TRUE;
}

static void
leave (Walk *walk,
       guint8 *state)
{
  *state = VISIT_DONE;
  walk->depth--;
}

static void
visit_scope (Walk *walk,
             const LicetRuleScope *scope)
{
  guint8 *state = &walk->scopes[scope->index];

  if (!enter (walk, state, &scope->origin, scope->id))
    return;
  for (guint i = 0; i < scope->rows->len; i++) {
    const LicetScopeRow *row = g_ptr_array_index (scope->rows, i);

    visit_condition (walk, row->when);
  }
  for (guint i = 0; i < scope->include->len; i++)
    visit_scope (walk, g_ptr_array_index (scope->include, i));
  leave (walk, state);
}

static void
visit_term (Walk *walk,
            const LicetRuleTerm *term)
{
  guint8 *state = &walk->terms[term->index];

  if (!enter (walk, state, &term->origin, term->id))
    return;
  visit_condition (walk, term->when);
  leave (walk, state);
}

static void
visit_condition (Walk *walk,
                 const LicetRuleCondition *condition)
{
  if (condition == NULL)
    return;
  if (condition->term != NULL)
    visit_term (walk, condition->term);
  if (condition->scope != NULL)
    visit_scope (walk, condition->scope);
  for (guint i = 0; i < condition->parts->len; i++)
    visit_condition (walk, g_ptr_array_index (condition->parts, i));
}

void
_licet_rule_book_find_circle (const LicetRuleBook *book,
                              LicetDefects *defects)
{
  g_autofree guint8 *terms = g_new0 (guint8, book->terms->len + 1);
  g_autofree guint8 *scopes = g_new0 (guint8, book->scopes->len + 1);
  Walk walk = { terms, scopes, 0, defects };

  for (guint i = 0; i < book->terms->len; i++)
    visit_term (&walk, g_ptr_array_index (book->terms, i));
  for (guint i = 0; i < book->scopes->len; i++)
    visit_scope (&walk, g_ptr_array_index (book->scopes, i));
}

/* "3A001.a.5", "3A" or "3": digit, letter, three digits, then designators after dots. */
static gboolean
is_well_formed (const char *code)
{
  static const char pattern[] = "^[0-9]([A-Z]([0-9]{3}(\\.[a-z0-9]{1,3}){0,12})?)?$";

  return g_regex_match_simple (pattern, code, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT);
}

static gboolean
is_in_list (const LicetControlList *list,
            const char *code)
{
  const char *const *missing = licet_control_list_get_missing_categories (list);
  guint n;
  const LicetNode *const *entries;

  if (licet_control_list_find (list, code) != NULL)
    return TRUE;
  for (guint i = 0; missing[i] != NULL; i++)
    if (licet_code_covers (missing[i], code))
      return TRUE;
  /* A category or section is there when one of its entries is. */
  entries = licet_control_list_get_entries (list, &n);
  for (guint i = 0; i < n; i++)
    if (licet_code_covers (code, entries[i]->full))
      return TRUE;
  return FALSE;
}

static void
check_code (const LicetRuleScope *scope,
            const LicetControlList *list,
            const char *code,
            LicetDefects *defects)
{
  if (!is_well_formed (code))
    _licet_rule_origin_complain (&scope->origin, defects,
                                 "“%s” is no code; write it as \"3A001.a.5\", \"3A\" or \"3\"",
                                 code);
  else if (list != NULL && !is_in_list (list, code))
    _licet_rule_origin_complain (&scope->origin, defects,
                                 "there is no “%s” in the list; name a code it has", code);
}

void
_licet_rule_book_check_codes (const LicetRuleBook *book,
                              const LicetControlList *list,
                              LicetDefects *defects)
{
  for (guint i = 0; i < book->scopes->len; i++) {
    const LicetRuleScope *scope = g_ptr_array_index (book->scopes, i);

    for (guint j = 0; j < scope->rows->len; j++) {
      const LicetScopeRow *row = g_ptr_array_index (scope->rows, j);

      check_code (scope, list, row->code, defects);
      for (guint k = 0; row->except != NULL && row->except[k] != NULL; k++)
        check_code (scope, list, row->except[k], defects);
    }
  }
}
