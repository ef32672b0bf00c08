/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-elements"

#include "config.h"

#include "licet-rule-reader-private.h"

static const char *const known_group[] = { "id",      "name",   "cite", "note",
                                           "members", "unsure", "ask",  NULL };
static const char *const known_member[] = { "country", "act", "note", NULL };
static const char *const known_scope[] = { "id", "name", "cite", "rows", "include", NULL };
static const char *const known_row[] = { "code", "except", "when", "limit", NULL };
static const char *const known_term[] = { "id", "text", "when", NULL };
static const char *const known_question[] = { "id", "topic", "mode", "text", "help", "cite", NULL };
static const char *const known_duty[] = { "id", "kind", "text", "cite", "when", NULL };
static const char *const modes[] = { "informed", "aware", "suspect", "fact", NULL };

/* An element that is a text or an object: the text is what stands in @member of the object. */
static gboolean
read_short_form (const LicetJsonPlace *place,
                 const char *member,
                 const char *const *known,
                 const char **ret_text,
                 gboolean *ret_is_object,
                 LicetDefects *defects)
{
  GError *error = NULL;

  *ret_is_object = JSON_NODE_HOLDS_OBJECT (place->node);
  if (*ret_is_object)
    return _licet_rule_refuse_unknown (place, known, defects) &&
           _licet_rule_get_text (place, member, ret_text, defects);
  if (licet_json_place_string (place, ret_text, &error))
    return TRUE;
  _licet_defects_take (defects, error);
  return FALSE;
}

static void
read_member (LicetRuleGroup *group,
             const LicetJsonPlace *place,
             LicetTruth truth,
             LicetDefects *defects)
{
  LicetRuleMember member = { NULL, NULL, NULL };
  gboolean is_object;
  int index;

  if (!read_short_form (place, "country", known_member, &member.country, &is_object, defects))
    return;
  if (is_object && (!_licet_rule_get_optional_text (place, "act", &member.act, defects) ||
                    !_licet_rule_get_optional_text (place, "note", &member.note, defects)))
    return;
  index = licet_country_is_valid (member.country) ? _licet_rule_country_index (member.country) : -1;
  if (index < 0) {
    _licet_defects_add (defects, place, "“%s” is no country; use an ISO 3166-1 alpha-2 code",
                        member.country);
    return;
  }
  if (group->membership[index] != LICET_NOT_MET) {
    _licet_defects_add (defects, place, "“%s” stands twice in “%s”; take one out", member.country,
                        group->id);
    return;
  }
  group->membership[index] = (guint8) truth;
  g_array_append_val (group->members, member);
}

static void
read_members (LicetRuleGroup *group,
              const LicetJsonPlace *place,
              const char *name,
              LicetTruth truth,
              LicetDefects *defects)
{
  LicetJsonPlace list;
  guint n;

  if (!_licet_rule_open_list (place, name, &list, &n, defects))
    return;
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace element;

    licet_json_place_element (&list, i, &element);
    read_member (group, &element, truth, defects);
  }
}

void
_licet_rule_fill_group (LicetRuleBook *book,
                        const LicetJsonPlace *place,
                        gpointer element,
                        LicetDefects *defects)
{
  LicetRuleGroup *group = element;
  const char *cite;
  const char *ask;

  if (!_licet_rule_refuse_unknown (place, known_group, defects) ||
      !_licet_rule_get_text (place, "name", &group->name, defects) ||
      !_licet_rule_get_text (place, "cite", &cite, defects) ||
      !_licet_rule_get_optional_text (place, "ask", &ask, defects))
    return;
  read_members (group, place, "members", LICET_MET, defects);
  read_members (group, place, "unsure", LICET_UNKNOWN, defects);
  if (group->members->len == 0)
    _licet_defects_add (defects, place, "group “%s” has no members; name them", group->id);
  if (licet_json_place_has (place, "unsure") != (ask != NULL))
    _licet_defects_add (defects, place, "“unsure” and “ask” go together; give both or none");
  if (ask == NULL)
    return;
  group->ask = _licet_rule_book_find (book, "question", ask);
  if (group->ask == NULL)
    _licet_defects_add (defects, place,
                        "there is no question “%s”; name one that a rule file defines", ask);
}

static void
read_row (LicetRuleBook *book,
          LicetRuleScope *scope,
          const LicetJsonPlace *place,
          LicetDefects *defects)
{
  LicetScopeRow *row = g_new0 (LicetScopeRow, 1);
  const char *limit;
  gboolean is_object;

  g_ptr_array_add (scope->rows, row);
  if (!read_short_form (place, "code", known_row, &row->code, &is_object, defects) || !is_object)
    return;
  if (!_licet_rule_get_strings (place, "except", &row->except, defects) ||
      !_licet_rule_get_optional_text (place, "limit", &limit, defects) ||
      !_licet_rule_get_optional_condition (book, place, "when", &row->when, defects))
    return;
  for (guint i = 0; row->except[i] != NULL; i++)
    if (!licet_code_covers (row->code, row->except[i]))
      _licet_defects_add (defects, place,
                          "“%s” is not below “%s”; except only what the row takes in",
                          row->except[i], row->code);
}

void
_licet_rule_fill_scope (LicetRuleBook *book,
                        const LicetJsonPlace *place,
                        gpointer element,
                        LicetDefects *defects)
{
  LicetRuleScope *scope = element;
  g_auto (GStrv) include = NULL;
  LicetJsonPlace rows;
  const char *text;
  guint n;

  if (!_licet_rule_refuse_unknown (place, known_scope, defects) ||
      !_licet_rule_get_text (place, "name", &text, defects) ||
      !_licet_rule_get_text (place, "cite", &text, defects) ||
      !_licet_rule_get_strings (place, "include", &include, defects) ||
      !_licet_rule_open_list (place, "rows", &rows, &n, defects))
    return;
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace row;

    licet_json_place_element (&rows, i, &row);
    read_row (book, scope, &row, defects);
  }
  for (guint i = 0; include[i] != NULL; i++) {
    LicetRuleScope *part = _licet_rule_book_find (book, "scope", include[i]);

    if (part != NULL)
      g_ptr_array_add (scope->include, part);
    else
      _licet_defects_add (defects, place,
                          "there is no scope “%s”; name one that a rule file defines", include[i]);
  }
  if (n == 0 && include[0] == NULL)
    _licet_defects_add (defects, place, "scope “%s” is empty; give “rows” or “include”", scope->id);
}

void
_licet_rule_fill_term (LicetRuleBook *book,
                       const LicetJsonPlace *place,
                       gpointer element,
                       LicetDefects *defects)
{
  LicetRuleTerm *term = element;

  if (!_licet_rule_refuse_unknown (place, known_term, defects) ||
      !_licet_rule_get_text (place, "text", &term->text, defects) ||
      !_licet_rule_get_optional_condition (book, place, "when", &term->when, defects))
    return;
  if (term->when == NULL)
    _licet_defects_add (defects, place, "condition “%s” has no “when”; say when it holds",
                        term->id);
}

void
_licet_rule_fill_question (LicetRuleBook *book,
                           const LicetJsonPlace *place,
                           gpointer element,
                           LicetDefects *defects)
{
  LicetRuleQuestion *question = element;

  if (!_licet_rule_refuse_unknown (place, known_question, defects) ||
      !_licet_rule_get_text (place, "topic", &question->topic, defects) ||
      !_licet_rule_get_text (place, "mode", &question->mode, defects) ||
      !_licet_rule_get_text (place, "text", &question->text, defects) ||
      !_licet_rule_get_text (place, "cite", &question->cite, defects) ||
      !_licet_rule_get_optional_text (place, "help", &question->help, defects))
    return;
  if (!g_strv_contains (modes, question->mode))
    _licet_defects_add (defects, place,
                        "“%s” is no mode of asking; use informed, aware, suspect or fact",
                        question->mode);
}

void
_licet_rule_fill_duty (LicetRuleBook *book,
                       const LicetJsonPlace *place,
                       gpointer element,
                       LicetDefects *defects)
{
  LicetRuleDuty *duty = element;
  const char *kind;
  const char *text;
  const char *cite;

  if (!_licet_rule_refuse_unknown (place, known_duty, defects) ||
      !_licet_rule_get_text (place, "kind", &kind, defects) ||
      !_licet_rule_get_text (place, "text", &text, defects) ||
      !_licet_rule_get_text (place, "cite", &cite, defects) ||
      !_licet_rule_get_optional_condition (book, place, "when", &duty->when, defects))
    return;
  duty->duty.kind = (char *) kind;
  duty->duty.text = (char *) text;
  duty->duty.cite = (char *) cite;
}
