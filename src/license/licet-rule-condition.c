/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-condition"

#include "config.h"

#include "licet-rule-book-private.h"

#include <string.h>

/* A reader for one form: fills @condition from @place, whose first member is @name. */
typedef gboolean (*FormReader) (const LicetRuleBook *book,
                                const LicetJsonPlace *place,
                                const char *name,
                                LicetRuleCondition *condition,
                                LicetDefects *defects);

typedef struct {
  const char *name;
  LicetRuleConditionType type;
  FormReader read;
  const char *second; /* the member that stands beside @name, or NULL */
} Form;

static gboolean
get_string (const LicetJsonPlace *place,
            const char *member,
            const char **ret_text,
            LicetDefects *defects)
{
  GError *error = NULL;

  if (licet_json_place_get_string (place, member, ret_text, &error))
    return TRUE;
  _licet_defects_take (defects, error);
  return FALSE;
}

/* The element of the sort @kind that @member names. */
static gboolean
get_element (const LicetRuleBook *book,
             const LicetJsonPlace *place,
             const char *member,
             const char *kind,
             gconstpointer *ret_element,
             LicetDefects *defects)
{
  const char *id;

  if (!get_string (place, member, &id, defects))
    return FALSE;
  *ret_element = _licet_rule_book_find (book, kind, id);
  if (*ret_element == NULL)
    return _licet_defects_add (defects, place,
                               "there is no %s “%s”; name one that a rule file defines", kind, id);
  return TRUE;
}

static gboolean
get_words (const LicetJsonPlace *place,
           const char *member,
           const char *const *known,
           GStrv *ret_words,
           LicetDefects *defects)
{
  g_auto (GStrv) words = NULL;
  GError *error = NULL;

  if (!licet_json_place_get_strings (place, member, &words, &error)) {
    _licet_defects_take (defects, error);
    return FALSE;
  }
  if (words[0] == NULL) {
    _licet_defects_add (defects, place, "“%s” is empty or missing; name at least one", member);
    return FALSE;
  }
  for (guint i = 0; known != NULL && words[i] != NULL; i++)
    if (!g_strv_contains (known, words[i])) {
      _licet_defects_add (defects, place, "“%s” is not known as one of “%s”; use a known word",
                          words[i], member);
      return FALSE;
    }
  *ret_words = g_steal_pointer (&words);
  return TRUE;
}

static gboolean
read_parts (const LicetRuleBook *book,
            const LicetJsonPlace *place,
            const char *name,
            LicetRuleCondition *condition,
            LicetDefects *defects)
{
  LicetJsonPlace list;
  GError *error = NULL;
  guint n;

  if (!licet_json_place_member (place, name, &list, &error) ||
      !licet_json_place_length (&list, &n, &error)) {
    _licet_defects_take (defects, error);
    return FALSE;
  }
  if (n == 0) {
    _licet_defects_add (defects, &list, "“%s” has no parts; give at least one", name);
    return FALSE;
  }
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace element;
    LicetRuleCondition *part;

    licet_json_place_element (&list, i, &element);
    part = _licet_rule_condition_read (book, &element, defects);
    if (part == NULL)
      return FALSE;
    g_ptr_array_add (condition->parts, part);
  }
  return TRUE;
}

static gboolean
read_not (const LicetRuleBook *book,
          const LicetJsonPlace *place,
          const char *name,
          LicetRuleCondition *condition,
          LicetDefects *defects)
{
  LicetJsonPlace inner;
  LicetRuleCondition *part;

  /* The form was found by this member, so it is there. */
  if (!licet_json_place_member (place, name, &inner, NULL))
    g_assert_not_reached ();
  part = _licet_rule_condition_read (book, &inner, defects);
  if (part == NULL)
    return FALSE;
  g_ptr_array_add (condition->parts, part);
  return TRUE;
}

static gboolean
read_holds (const LicetRuleBook *book,
            const LicetJsonPlace *place,
            const char *name,
            LicetRuleCondition *condition,
            LicetDefects *defects)
{
  return get_element (book, place, name, "condition", (gconstpointer *) &condition->term, defects);
}

static gboolean
read_boolean (const LicetJsonPlace *place,
              const char *member,
              gboolean *ret_boolean,
              LicetDefects *defects)
{
  LicetJsonPlace inner;
  GError *error = NULL;

  if (licet_json_place_member (place, member, &inner, &error) &&
      licet_json_place_boolean (&inner, ret_boolean, &error))
    return TRUE;
  _licet_defects_take (defects, error);
  return FALSE;
}

static gboolean
read_answer (const LicetRuleBook *book,
             const LicetJsonPlace *place,
             const char *name,
             LicetRuleCondition *condition,
             LicetDefects *defects)
{
  return get_element (book, place, name, "question", (gconstpointer *) &condition->question,
                      defects) &&
         read_boolean (place, "is", &condition->is, defects);
}

static gboolean
read_listed (const LicetRuleBook *book,
             const LicetJsonPlace *place,
             const char *name,
             LicetRuleCondition *condition,
             LicetDefects *defects)
{
  return read_boolean (place, name, &condition->is, defects);
}

static gboolean
read_scope (const LicetRuleBook *book,
            const LicetJsonPlace *place,
            const char *name,
            LicetRuleCondition *condition,
            LicetDefects *defects)
{
  return get_element (book, place, name, "scope", (gconstpointer *) &condition->scope, defects);
}

static gboolean
read_group (const LicetRuleBook *book,
            const LicetJsonPlace *place,
            const char *name,
            LicetRuleCondition *condition,
            LicetDefects *defects)
{
  return get_element (book, place, name, "group", (gconstpointer *) &condition->group, defects);
}

static gboolean
read_party_in (const LicetRuleBook *book,
               const LicetJsonPlace *place,
               const char *name,
               LicetRuleCondition *condition,
               LicetDefects *defects)
{
  return read_group (book, place, name, condition, defects) &&
         get_words (place, "roles", (const char *const *) book->roles, &condition->words, defects);
}

static gboolean
read_party_kind (const LicetRuleBook *book,
                 const LicetJsonPlace *place,
                 const char *name,
                 LicetRuleCondition *condition,
                 LicetDefects *defects)
{
  return get_words (place, name, (const char *const *) book->party_kinds, &condition->kinds,
                    defects) &&
         get_words (place, "roles", (const char *const *) book->roles, &condition->words, defects);
}

static gboolean
read_transaction (const LicetRuleBook *book,
                  const LicetJsonPlace *place,
                  const char *name,
                  LicetRuleCondition *condition,
                  LicetDefects *defects)
{
  if (!get_words (place, name, NULL, &condition->words, defects))
    return FALSE;
  for (guint i = 0; condition->words[i] != NULL; i++)
    if (_licet_rule_book_find (book, "transaction", condition->words[i]) == NULL)
      return _licet_defects_add (defects, place,
                                 "there is no transaction “%s”; name one of “transactions”",
                                 condition->words[i]);
  return TRUE;
}

static gboolean
read_permanence (const LicetRuleBook *book,
                 const LicetJsonPlace *place,
                 const char *name,
                 LicetRuleCondition *condition,
                 LicetDefects *defects)
{
  static const char *const known[] = { "permanent", "temporary", NULL };

  return get_words (place, name, known, &condition->words, defects);
}

static gboolean
read_value (const LicetRuleBook *book,
            const LicetJsonPlace *place,
            const char *name,
            LicetRuleCondition *condition,
            LicetDefects *defects)
{
  const char *text;
  const char *blank;
  g_autofree char *number = NULL;

  if (!get_string (place, name, &text, defects))
    return FALSE;
  blank = strchr (text, ' ');
  number = blank != NULL ? g_strndup (text, (gsize) (blank - text)) : NULL;
  if (blank == NULL || strlen (blank + 1) != 3 ||
      !licet_rational_parse (number, &condition->value, NULL)) {
    _licet_defects_add (defects, place, "“%s” is no amount; write it as \"5000 EUR\"", text);
    return FALSE;
  }
  condition->currency = g_strdup (blank + 1);
  return TRUE;
}

static const Form forms[] = {
  { "all", LICET_RULE_ALL, read_parts, NULL },
  { "any", LICET_RULE_ANY, read_parts, NULL },
  { "not", LICET_RULE_NOT, read_not, NULL },
  { "holds", LICET_RULE_HOLDS, read_holds, NULL },
  { "answer", LICET_RULE_ANSWER, read_answer, "is" },
  { "listed", LICET_RULE_LISTED, read_listed, NULL },
  { "code-in", LICET_RULE_CODE_IN, read_scope, NULL },
  { "codes-all-in", LICET_RULE_CODES_ALL_IN, read_scope, NULL },
  { "destination-in", LICET_RULE_DESTINATION_IN, read_group, NULL },
  { "origin-in", LICET_RULE_ORIGIN_IN, read_group, NULL },
  { "party-in", LICET_RULE_PARTY_IN, read_party_in, "roles" },
  { "parties-all-in", LICET_RULE_PARTIES_ALL_IN, read_party_in, "roles" },
  { "party-kind", LICET_RULE_PARTY_KIND, read_party_kind, "roles" },
  { "transaction-in", LICET_RULE_TRANSACTION_IN, read_transaction, NULL },
  { "permanence-in", LICET_RULE_PERMANENCE_IN, read_permanence, NULL },
  { "value-at-most", LICET_RULE_VALUE_AT_MOST, read_value, NULL },
};

static const Form *
find_form (const LicetJsonPlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (licet_json_place_has (place, forms[i].name))
      return &forms[i];
  return NULL;
}

LicetRuleCondition *
_licet_rule_condition_read (const LicetRuleBook *book,
                            const LicetJsonPlace *place,
                            LicetDefects *defects)
{
  g_autoptr (LicetRuleCondition) condition = NULL;
  const Form *form = find_form (place);
  const char *known[3];
  GError *error = NULL;

  if (form == NULL) {
    _licet_defects_add (
        defects, place,
        "this is no form of condition; see data/rules/README.md for those there are");
    return NULL;
  }
  known[0] = form->name;
  known[1] = form->second;
  known[2] = NULL;
  if (!licet_json_place_refuse_unknown (place, known, &error)) {
    _licet_defects_take (defects, error);
    return NULL;
  }

  condition = g_new0 (LicetRuleCondition, 1);
  condition->type = form->type;
  condition->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_rule_condition_free);
  if (!form->read (book, place, form->name, condition, defects))
    return NULL;
  return g_steal_pointer (&condition);
}

void
_licet_rule_condition_free (LicetRuleCondition *condition)
{
  if (condition == NULL)
    return;
  g_ptr_array_unref (condition->parts);
  g_strfreev (condition->words);
  g_strfreev (condition->kinds);
  g_free (condition->currency);
  g_free (condition);
}
