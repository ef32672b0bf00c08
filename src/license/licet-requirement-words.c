/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-requirement-words"

#include "config.h"

#include "licet-requirement-private.h"

#include <string.h>

/* How many authorisations the sentence gives a reason of their own for; the rest is in the list. */
#define MAX_REASONS 3

char *
_licet_draft_dup_country (LicetRequirementDraft *draft,
                          const char *code)
{
  const char *name = licet_country_get_name (code);
  gboolean has_article = g_strv_contains ((const char *const *) draft->facts.book->with_article,
                                          code);

  return g_strconcat (has_article ? "the " : "", name, NULL);
}

char *
_licet_draft_dup_codes (LicetRequirementDraft *draft)
{
  if (draft->facts.codes[0] == NULL)
    return g_strdup ("the item");
  return g_strjoinv (", ", (char **) draft->facts.codes);
}

static char *
dup_item (LicetRequirementDraft *draft)
{
  const char *label = draft->facts.query->item_label;

  return *label != '\0' ? g_strconcat ("“", label, "”", NULL) : g_strdup ("the item");
}

/* "EU003", "EU003 and EU004", "EU001, EU003 and EU004". */
static char *
join_ids (GPtrArray *ids,
          const char *last)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ids->len; i++) {
    if (i > 0)
      g_string_append (text, i + 1 == ids->len ? last : ", ");
    g_string_append (text, g_ptr_array_index (ids, i));
  }
  return g_string_free (text, FALSE);
}

static char *
dup_usable (LicetRequirementDraft *draft)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GPtrArray *authorisations = draft->requirement->authorisations;

  for (guint i = 0; i < authorisations->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (authorisations, i);

    if (result->state == LICET_AUTHORISATION_USABLE)
      g_ptr_array_add (ids, result->id);
  }
  return join_ids (ids, " or ");
}

static char *
dup_act (LicetRequirementDraft *draft,
         const LicetRule *rule)
{
  const LicetRuleMember *member = NULL;

  if (rule == NULL)
    return NULL;
  if (rule->acts != NULL)
    member = _licet_rule_group_find_member (rule->acts, draft->facts.query->destination);
  if (member == NULL || member->act == NULL)
    return g_strdup (rule->cite);
  if (member->note == NULL)
    return g_strdup (member->act);
  return g_strdup_printf ("%s (%s)", member->act, member->note);
}

/* What stands for a placeholder; NULL when there is no such one. */
static char *
fill_in (LicetRequirementDraft *draft,
         const LicetRule *rule,
         const char *name)
{
  const LicetRequirementQuery *query = draft->facts.query;

  if (g_str_equal (name, "item"))
    return dup_item (draft);
  if (g_str_equal (name, "destination"))
    return g_strdup (draft->country);
  if (g_str_equal (name, "origin"))
    return query->origin != NULL ? _licet_draft_dup_country (draft, query->origin)
                                 : g_strdup ("an unknown place");
  if (g_str_equal (name, "codes"))
    return g_strdup (draft->codes);
  if (g_str_equal (name, "verb"))
    return g_strdup (draft->transaction->verbs[query->nature]);
  if (g_str_equal (name, "authorisations"))
    return dup_usable (draft);
  return g_str_equal (name, "act") ? dup_act (draft, rule) : NULL;
}

static void
capitalise (GString *text)
{
  text->str[0] = g_ascii_toupper (text->str[0]);
}

char *
_licet_draft_expand (LicetRequirementDraft *draft,
                     const LicetRule *rule,
                     const char *text)
{
  GString *expanded = g_string_sized_new (strlen (text) + 32);
  const char *open;

  while ((open = strchr (text, '{')) != NULL) {
    const char *close = strchr (open, '}');
    g_autofree char *name = close != NULL ? g_strndup (open + 1, (gsize) (close - open - 1)) : NULL;
    g_autofree char *value = name != NULL ? fill_in (draft, rule, name) : NULL;

    g_string_append_len (expanded, text, open - text);
    if (value == NULL) {
      g_string_append_c (expanded, '{');
      text = open + 1;
      continue;
    }
    g_string_append (expanded, value);
    text = close + 1;
  }
  g_string_append (expanded, text);
  capitalise (expanded);
  return g_string_free (expanded, FALSE);
}

/* @text: (transfer full) */
static void
add_line (LicetRequirementDraft *draft,
          const char *rule,
          const char *cite,
          char *text,
          GPtrArray *facts,
          LicetTruth truth)
{
  LicetTrailLine *line = g_new0 (LicetTrailLine, 1);

  line->rule = (char *) rule;
  line->cite = (char *) cite;
  line->text = text;
  line->truth = truth;
  g_ptr_array_add (facts, NULL);
  line->facts = (GStrv) g_ptr_array_free (facts, FALSE);
  g_ptr_array_add (draft->requirement->trail, line);
}

static GPtrArray *
new_facts (void)
{
  return g_ptr_array_new ();
}

/* @text: (transfer full) */
static void
add_fact (LicetRequirementDraft *draft,
          GPtrArray *facts,
          char *text)
{
  g_ptr_array_add (draft->requirement->pool, text);
  g_ptr_array_add (facts, text);
}

static char *
say_determination (LicetRequirementDraft *draft,
                   LicetDetermination *determination)
{
  const LicetRuleFacts *facts = &draft->facts;
  g_autofree char *item = dup_item (draft);
  g_autofree char *text = NULL;

  if (determination == NULL)
    text = g_strdup_printf ("%s has not been determined under %s yet.", item, facts->book->list);
  else if (facts->codes[0] != NULL)
    text = g_strdup_printf ("%s was determined to fall under %s of %s, edition %s (%s, %s).", item,
                            draft->codes, facts->book->list,
                            licet_determination_get_edition (determination),
                            licet_determination_get_decided_by (determination),
                            licet_determination_get_decided_on (determination));
  else
    text = g_strdup_printf ("%s was determined not to be listed in %s, edition %s (%s, %s).", item,
                            facts->book->list, licet_determination_get_edition (determination),
                            licet_determination_get_decided_by (determination),
                            licet_determination_get_decided_on (determination));
  text[0] = g_ascii_toupper (text[0]);
  return g_steal_pointer (&text);
}

static void
write_determination (LicetRequirementDraft *draft)
{
  LicetDetermination *determination = draft->facts.query->determination;
  const char *list = draft->facts.book->list;
  GPtrArray *facts = new_facts ();

  for (guint i = 0; draft->facts.codes[i] != NULL; i++)
    add_fact (draft, facts, g_strconcat ("code ", draft->facts.codes[i], NULL));
  if (determination != NULL)
    add_fact (draft, facts,
              g_strconcat ("determination ", licet_determination_get_digest (determination), NULL));
  add_line (draft, "determination", list, say_determination (draft, determination), facts,
            draft->facts.listed);
  if (determination == NULL)
    return;
  if (draft->facts.missing_categories[0] != NULL) {
    g_autofree char *all = g_strjoinv (", ", (char **) draft->facts.missing_categories);

    add_line (draft, "determination-gap", list,
              g_strdup_printf ("The determination says nothing of these categories of %s: %s. What "
                               "was not looked at is not "
                               "cleared.",
                               list, all),
              new_facts (), LICET_UNKNOWN);
  }
  if (_licet_rule_facts_is_stale (&draft->facts))
    add_line (draft, "determination-edition", list,
              g_strdup_printf ("The determination is under edition %s, the rules go by edition %s. "
                               "Determine the item again.",
                               licet_determination_get_edition (determination),
                               draft->facts.book->list_edition),
              new_facts (), LICET_UNKNOWN);
}

static void
write_finding (LicetRequirementDraft *draft,
               const LicetRuleFinding *finding)
{
  const LicetRule *rule = finding->rule;
  const char *words = finding->is_relieved ? rule->relieved : rule->found[finding->truth];
  GPtrArray *facts;

  if (words == NULL || finding->is_outside)
    return;
  facts = new_facts ();
  _licet_rule_collect_facts (&draft->facts, rule->within, facts);
  _licet_rule_collect_facts (&draft->facts, rule->when, facts);
  if (finding->is_relieved)
    _licet_rule_collect_facts (&draft->facts, rule->unless, facts);
  add_line (draft, rule->id, rule->cite, _licet_draft_expand (draft, rule, words), facts,
            finding->truth);
}

/* Whether @condition is why its authorisation is in @state. */
static gboolean
is_decisive (const LicetConditionResult *condition,
             LicetAuthorisationState state)
{
  if (state == LICET_AUTHORISATION_UNUSABLE)
    return _licet_condition_result_fails (condition);
  return state == LICET_AUTHORISATION_USABLE || condition->truth == LICET_UNKNOWN;
}

static void
write_authorisation (LicetRequirementDraft *draft,
                     const LicetAuthorisationResult *result)
{
  static const LicetTruth truths[] = { LICET_NOT_MET, LICET_UNKNOWN, LICET_MET };
  GPtrArray *facts = new_facts ();

  for (guint i = 0; i < result->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (result->conditions, i);

    if (is_decisive (condition, result->state))
      add_fact (draft, facts,
                g_strconcat (condition->id, ": ", licet_truth_serialise (condition->truth), NULL));
  }
  add_line (draft, result->id, result->cite, g_strdup (result->why), facts, truths[result->state]);
}

void
_licet_draft_write_trail (LicetRequirementDraft *draft)
{
  LicetRequirement *requirement = draft->requirement;
  const LicetOutcomeWords *words = &draft->transaction->outcomes[requirement->verdict];

  write_determination (draft);
  for (guint i = 0; i < draft->n_findings; i++)
    write_finding (draft, &draft->findings[i]);
  for (guint i = 0; i < requirement->authorisations->len; i++)
    write_authorisation (draft, g_ptr_array_index (requirement->authorisations, i));
  if (words->rule != NULL)
    add_line (draft, words->rule, words->cite, _licet_draft_expand (draft, NULL, words->text),
              new_facts (), LICET_MET);
}

/* "EU001 and EU002 do not cover Singapore": those that fail by the same condition are named together. */
static void
append_uncovered (LicetRequirementDraft *draft,
                  const char *condition,
                  const char *what,
                  GString *text)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *joined = NULL;
  GPtrArray *results = draft->requirement->authorisations;

  for (guint i = 0; i < results->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (results, i);
    const LicetConditionResult *failed = _licet_authorisation_result_find_failed (result);

    if (failed != NULL && g_str_equal (failed->id, condition))
      g_ptr_array_add (ids, result->id);
  }
  if (ids->len == 0)
    return;
  joined = join_ids (ids, " and ");
  g_string_append_printf (text, "%s%s %s not cover %s", text->len > 0 ? "; " : "", joined,
                          ids->len == 1 ? "does" : "do", what);
}

static gboolean
is_named_together (const LicetAuthorisationResult *result)
{
  const LicetConditionResult *failed = _licet_authorisation_result_find_failed (result);

  return failed != NULL &&
         (g_str_equal (failed->id, "destination") || g_str_equal (failed->id, "items"));
}

static char *
say_authorisations (LicetRequirementDraft *draft)
{
  GString *text = g_string_new (NULL);
  GPtrArray *results = draft->requirement->authorisations;
  guint n = 0;

  append_uncovered (draft, "destination", draft->country, text);
  append_uncovered (draft, "items", draft->codes, text);
  for (guint i = 0; i < results->len && n < MAX_REASONS; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (results, i);

    if (is_named_together (result))
      continue;
    g_string_append_printf (text, "%s%.*s", text->len > 0 ? "; " : "",
                            (int) strlen (result->why) - 1, result->why);
    n++;
  }
  g_string_append_c (text, '.');
  return g_string_free (text, FALSE);
}

/* The reason in the words of the first rule of @effect that applies. */
static char *
say_rule (LicetRequirementDraft *draft,
          LicetRuleEffect effect)
{
  for (guint i = 0; i < draft->n_findings; i++) {
    const LicetRuleFinding *finding = &draft->findings[i];

    if (finding->rule->effect == effect && finding->truth == LICET_MET)
      return _licet_draft_expand (draft, finding->rule, finding->rule->found[LICET_MET]);
  }
  return NULL;
}

static char *
say_missing (LicetRequirementDraft *draft)
{
  const char *first = draft->missing->len > 1 ? g_ptr_array_index (draft->missing, 0) : NULL;
  const LicetRuleQuestion *question;
  guint n = draft->missing->len - 1;

  if (draft->facts.query->determination == NULL)
    return g_strdup_printf ("It has not been determined under %s.", draft->facts.book->list);
  if (draft->facts.listed == LICET_UNKNOWN && draft->facts.missing_categories[0] != NULL) {
    g_autofree char *all = g_strjoinv (", ", (char **) draft->facts.missing_categories);

    return g_strdup_printf ("Its determination says nothing of categories %s of %s.", all,
                            draft->facts.book->list);
  }
  if (draft->facts.listed == LICET_UNKNOWN)
    return g_strdup_printf ("Its determination is under another edition of %s.",
                            draft->facts.book->list);
  if (first == NULL)
    return NULL;
  question = _licet_rule_book_find (draft->facts.book, "question", first);
  if (n == 1)
    return g_strdup_printf ("One fact is open: %s", question != NULL ? question->text : first);
  return g_strdup_printf ("%u facts are open, the first: %s", n,
                          question != NULL ? question->text : first);
}

static char *
say_reason (LicetRequirementDraft *draft)
{
  LicetRequirement *requirement = draft->requirement;
  const char *text = draft->transaction->outcomes[requirement->verdict].text;

  switch (requirement->verdict) {
  case LICET_REQUIREMENT_PROHIBITED:
    return say_rule (draft, LICET_RULE_PROHIBITS);
  case LICET_REQUIREMENT_LICENSE:
    return requirement->authorisations->len > 0 ? say_authorisations (draft)
                                                : say_rule (draft, LICET_RULE_REQUIRES);
  case LICET_REQUIREMENT_NEEDS_FACTS:
    return say_missing (draft);
  case LICET_REQUIREMENT_AUTHORIZED:
    return say_rule (draft, LICET_RULE_REQUIRES);
  case LICET_REQUIREMENT_NONE:
  default:
    return text != NULL ? _licet_draft_expand (draft, NULL, text) : NULL;
  }
}

void
_licet_draft_write_sentence (LicetRequirementDraft *draft)
{
  LicetRequirement *requirement = draft->requirement;
  g_autofree char *sentence = _licet_draft_expand (
      draft, NULL, draft->transaction->outcomes[requirement->verdict].sentence);
  g_autofree char *reason = say_reason (draft);

  requirement->sentence = g_strconcat (sentence, reason != NULL ? " " : NULL, reason, NULL);
}
