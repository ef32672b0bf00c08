/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-law"

#include "config.h"

#include "licet-rule-reader-private.h"

#include <string.h>

static const char *const known_rule[] = {
  "id",   "step", "cite", "text",  "within", "when", "unless", "verdict", "authorisations",
  "bars", "asks", "acts", "found", "duties", NULL,
};
static const char *const known_found[] = { "met", "not-met", "unknown", "relieved", NULL };
static const char *const known_authorisation[] = {
  "id", "name", "cite", "transactions", "items", "destinations", "conditions", "duties", NULL,
};
static const char *const known_part[] = { "text", "when", "cite", NULL };
static const char *const known_use[] = { "id", "mode", "text", "when", "cite", NULL };
static const char *const known_transaction[] = {
  "id", "label", "becomes", "verbs", "outcomes", NULL
};
static const char *const known_becomes[] = { "transaction", "when", NULL };
static const char *const known_outcome[] = { "sentence", "rule", "cite", "text", "duties", NULL };
static const char *const known_facts[] = { "transaction", "determination", "origin", "parties",
                                           "permanence",  "value",         NULL };
static const char *const natures[] = { "goods", "software", "technology", NULL };
static const char *const uses[] = { "can", "cannot", "must", NULL };
/* What a rule can bring about; the other verdicts follow when no rule does. */
static const char *const effects[] = { "", "needs-facts", "license-required", "prohibited", NULL };

/* The place of @text in @words, or -1 after adding a defect. */
static int
find_word (const LicetJsonPlace *place,
           const char *const *words,
           const char *text,
           LicetDefects *defects)
{
  g_autofree char *all = NULL;

  for (int i = 0; words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;
  all = g_strjoinv (", ", (char **) words);
  _licet_defects_add (defects, place, "“%s” is not known here; use one of %s", text, all);
  return -1;
}

static void
read_found (LicetRule *rule,
            const LicetJsonPlace *place,
            LicetDefects *defects)
{
  LicetJsonPlace found;

  if (!licet_json_place_has (place, "found"))
    return;
  if (!licet_json_place_member (place, "found", &found, NULL))
    g_assert_not_reached ();
  if (!_licet_rule_refuse_unknown (&found, known_found, defects))
    return;
  for (guint truth = LICET_NOT_MET; truth <= LICET_MET; truth++)
    _licet_rule_get_optional_text (&found, licet_truth_serialise ((LicetTruth) truth),
                                   &rule->found[truth], defects);
  _licet_rule_get_optional_text (&found, "relieved", &rule->relieved, defects);
}

static void
check_words (LicetRule *rule,
             const LicetJsonPlace *place,
             LicetDefects *defects)
{
  gboolean is_heard = rule->effect != LICET_RULE_SAYS || rule->bars[0] != NULL;

  /* A verdict without a line in the trail would be one without a reason. */
  if (is_heard && (rule->found[LICET_MET] == NULL || rule->found[LICET_UNKNOWN] == NULL))
    _licet_defects_add (
        defects, place,
        "rule “%s” decides something and says nothing; give “found” with “met” and “unknown”",
        rule->id);
  if (rule->may_be_covered && rule->effect != LICET_RULE_REQUIRES)
    _licet_defects_add (defects, place,
                        "“authorisations” needs the verdict license-required; take it out");
}

static void
read_effect (LicetRule *rule,
             const LicetJsonPlace *place,
             LicetDefects *defects)
{
  const char *verdict;
  GError *error = NULL;
  int effect;

  if (!_licet_rule_get_optional_text (place, "verdict", &verdict, defects))
    return;
  effect = verdict != NULL ? find_word (place, effects, verdict, defects) : LICET_RULE_SAYS;
  rule->effect = (LicetRuleEffect) MAX (effect, 0);
  if (!licet_json_place_get_optional_boolean (place, "authorisations", FALSE, &rule->may_be_covered,
                                              &error))
    _licet_defects_take (defects, error);
}

static void
read_bars (LicetRuleBook *book,
           LicetRule *rule,
           const LicetJsonPlace *place,
           LicetDefects *defects)
{
  if (!_licet_rule_get_strings (place, "bars", &rule->bars, defects) ||
      !_licet_rule_get_strings (place, "asks", &rule->asks, defects))
    return;
  for (guint i = 0; rule->bars[i] != NULL; i++)
    if (!g_str_equal (rule->bars[i], "*") &&
        _licet_rule_book_find (book, "authorisation", rule->bars[i]) == NULL)
      _licet_defects_add (defects, place,
                          "there is no authorisation “%s”; name one, or \"*\" for all",
                          rule->bars[i]);
  for (guint i = 0; rule->asks[i] != NULL; i++)
    find_word (place, known_facts, rule->asks[i], defects);
}

static void
read_step (LicetRuleBook *book,
           LicetRule *rule,
           const LicetJsonPlace *place,
           LicetDefects *defects)
{
  const char *step;
  int index;

  if (book->steps == NULL || !_licet_rule_get_text (place, "step", &step, defects))
    return;
  index = find_word (place, (const char *const *) book->steps, step, defects);
  rule->step = (guint) MAX (index, 0);
}

void
_licet_rule_fill_rule (LicetRuleBook *book,
                       const LicetJsonPlace *place,
                       gpointer element,
                       LicetDefects *defects)
{
  LicetRule *rule = element;
  const char *acts = NULL;

  rule->duties = _licet_rule_get_duties (book, place, defects);
  read_bars (book, rule, place, defects);
  if (rule->bars == NULL || rule->asks == NULL ||
      !_licet_rule_refuse_unknown (place, known_rule, defects) ||
      !_licet_rule_get_text (place, "cite", &rule->cite, defects) ||
      !_licet_rule_get_text (place, "text", &rule->text, defects) ||
      !_licet_rule_get_optional_text (place, "acts", &acts, defects) ||
      !_licet_rule_get_optional_condition (book, place, "within", &rule->within, defects) ||
      !_licet_rule_get_optional_condition (book, place, "when", &rule->when, defects) ||
      !_licet_rule_get_optional_condition (book, place, "unless", &rule->unless, defects))
    return;
  read_step (book, rule, place, defects);
  read_effect (rule, place, defects);
  read_found (rule, place, defects);
  check_words (rule, place, defects);
  if (acts == NULL)
    return;
  rule->acts = _licet_rule_book_find (book, "group", acts);
  if (rule->acts == NULL)
    _licet_defects_add (defects, place, "there is no group “%s”; name one that a rule file defines",
                        acts);
}

static LicetUseCondition *
add_use (LicetAuthorisation *authorisation,
         LicetUseMode mode,
         const char *id)
{
  LicetUseCondition *use = g_new0 (LicetUseCondition, 1);

  use->mode = mode;
  use->id = id;
  g_ptr_array_add (authorisation->conditions, use);
  return use;
}

static void
fill_use (LicetRuleBook *book,
          LicetUseCondition *use,
          const LicetJsonPlace *place,
          LicetDefects *defects)
{
  if (!_licet_rule_get_text (place, "text", &use->text, defects) ||
      !_licet_rule_get_text (place, "cite", &use->cite, defects) ||
      !_licet_rule_get_optional_condition (book, place, "when", &use->when, defects))
    return;
  if (use->when == NULL)
    _licet_defects_add (defects, place, "there is no “when”; say by what it is decided");
}

/* Items and destinations are conditions like the others, and come first. */
static void
read_part (LicetRuleBook *book,
           LicetAuthorisation *authorisation,
           const LicetJsonPlace *place,
           const char *member,
           const char *id,
           LicetDefects *defects)
{
  LicetJsonPlace part;
  GError *error = NULL;

  if (!licet_json_place_member (place, member, &part, &error)) {
    _licet_defects_take (defects, error);
    return;
  }
  if (_licet_rule_refuse_unknown (&part, known_part, defects))
    fill_use (book, add_use (authorisation, LICET_USE_CAN, id), &part, defects);
}

static void
read_use (LicetRuleBook *book,
          LicetAuthorisation *authorisation,
          const LicetJsonPlace *place,
          LicetDefects *defects)
{
  const char *id;
  const char *mode;
  int index;

  if (!_licet_rule_refuse_unknown (place, known_use, defects) ||
      !_licet_rule_get_text (place, "id", &id, defects) ||
      !_licet_rule_get_text (place, "mode", &mode, defects))
    return;
  for (guint i = 0; i < authorisation->conditions->len; i++) {
    LicetUseCondition *other = g_ptr_array_index (authorisation->conditions, i);

    if (g_str_equal (other->id, id))
      _licet_defects_add (defects, place,
                          "“%s” stands twice in “%s”; give each condition its own id", id,
                          authorisation->id);
  }
  index = find_word (place, uses, mode, defects);
  if (index >= 0)
    fill_use (book, add_use (authorisation, (LicetUseMode) index, id), place, defects);
}

void
_licet_rule_fill_authorisation (LicetRuleBook *book,
                                const LicetJsonPlace *place,
                                gpointer element,
                                LicetDefects *defects)
{
  LicetAuthorisation *authorisation = element;
  LicetJsonPlace list;
  guint n;

  authorisation->duties = _licet_rule_get_duties (book, place, defects);
  if (!_licet_rule_refuse_unknown (place, known_authorisation, defects) ||
      !_licet_rule_get_text (place, "name", &authorisation->name, defects) ||
      !_licet_rule_get_text (place, "cite", &authorisation->cite, defects) ||
      !_licet_rule_get_strings (place, "transactions", &authorisation->transactions, defects) ||
      !_licet_rule_open_list (place, "conditions", &list, &n, defects))
    return;
  if (authorisation->transactions[0] == NULL)
    _licet_defects_add (defects, place,
                        "“%s” is for no transaction; name at least one in “transactions”",
                        authorisation->id);
  for (guint i = 0; authorisation->transactions[i] != NULL; i++)
    if (_licet_rule_book_find (book, "transaction", authorisation->transactions[i]) == NULL)
      _licet_defects_add (defects, place,
                          "there is no transaction “%s”; name one of “transactions”",
                          authorisation->transactions[i]);
  read_part (book, authorisation, place, "items", "items", defects);
  read_part (book, authorisation, place, "destinations", "destination", defects);
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace use;

    licet_json_place_element (&list, i, &use);
    read_use (book, authorisation, &use, defects);
  }
}

static void
read_outcome (LicetRuleBook *book,
              LicetOutcomeWords *words,
              const LicetJsonPlace *place,
              LicetDefects *defects)
{
  words->duties = _licet_rule_get_duties (book, place, defects);
  if (!_licet_rule_refuse_unknown (place, known_outcome, defects) ||
      !_licet_rule_get_text (place, "sentence", &words->sentence, defects) ||
      !_licet_rule_get_optional_text (place, "rule", &words->rule, defects) || words->rule == NULL)
    return;
  /* A line of the trail is whole or not there. */
  if (_licet_rule_get_text (place, "cite", &words->cite, defects))
    _licet_rule_get_text (place, "text", &words->text, defects);
}

static void
read_becomes (LicetRuleBook *book,
              LicetRuleTransaction *transaction,
              const LicetJsonPlace *place,
              LicetDefects *defects)
{
  LicetJsonPlace becomes;
  const char *id;

  if (!licet_json_place_has (place, "becomes"))
    return;
  if (!licet_json_place_member (place, "becomes", &becomes, NULL))
    g_assert_not_reached ();
  if (!_licet_rule_refuse_unknown (&becomes, known_becomes, defects) ||
      !_licet_rule_get_text (&becomes, "transaction", &id, defects) ||
      !_licet_rule_get_optional_condition (book, &becomes, "when", &transaction->becomes_when,
                                           defects))
    return;
  transaction->becomes = _licet_rule_book_find (book, "transaction", id);
  if (transaction->becomes == NULL || transaction->becomes_when == NULL)
    _licet_defects_add (defects, &becomes,
                        "“becomes” needs a transaction of the file and “when”; give both");
}

void
_licet_rule_fill_transaction (LicetRuleBook *book,
                              const LicetJsonPlace *place,
                              gpointer element,
                              LicetDefects *defects)
{
  LicetRuleTransaction *transaction = element;
  LicetJsonPlace verbs;
  LicetJsonPlace outcomes;
  GError *error = NULL;

  if (!_licet_rule_refuse_unknown (place, known_transaction, defects) ||
      !_licet_rule_get_text (place, "label", &transaction->label, defects))
    return;
  read_becomes (book, transaction, place, defects);
  if (!licet_json_place_member (place, "verbs", &verbs, &error) ||
      !licet_json_place_member (place, "outcomes", &outcomes, &error)) {
    _licet_defects_take (defects, error);
    return;
  }
  for (guint i = 0; natures[i] != NULL; i++)
    _licet_rule_get_text (&verbs, natures[i], &transaction->verbs[i], defects);
  for (guint verdict = 0; verdict < LICET_N_VERDICTS; verdict++) {
    const char *name = licet_requirement_verdict_serialise ((LicetRequirementVerdict) verdict);
    LicetJsonPlace outcome;

    if (licet_json_place_member (&outcomes, name, &outcome, &error))
      read_outcome (book, &transaction->outcomes[verdict], &outcome, defects);
    else
      _licet_defects_take (defects, g_steal_pointer (&error));
  }
}
