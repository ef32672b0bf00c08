/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-requirement"

#include "config.h"

#include "licet-requirement.h"

#include "licet-requirement-private.h"

G_DEFINE_BOXED_TYPE (LicetRequirement,
                     licet_requirement,
                     licet_requirement_ref,
                     licet_requirement_unref)

static const char *const verdict_names[] = {
  "no-license-required", "authorized", "needs-facts", "license-required", "prohibited",
};
static const char *const state_names[] = { "unusable", "open", "usable" };

const char *
licet_requirement_verdict_serialise (LicetRequirementVerdict verdict)
{
  g_return_val_if_fail ((guint) verdict < G_N_ELEMENTS (verdict_names), "");

  return verdict_names[verdict];
}

const char *
licet_authorisation_state_serialise (LicetAuthorisationState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_names), "");

  return state_names[state];
}

static void
trail_line_free (gpointer data)
{
  LicetTrailLine *line = data;

  g_free (line->text);
  g_free (line->facts);
  g_free (line);
}

static LicetRequirement *
create_requirement (LicetRules *rules,
                    const LicetRuleBook *book,
                    LicetRequirementQuery *query)
{
  LicetRequirement *requirement = g_new0 (LicetRequirement, 1);

  g_atomic_ref_count_init (&requirement->ref_count);
  requirement->rules = licet_rules_ref (rules);
  requirement->book = book;
  requirement->item_id = g_strdup (query->item_id);
  requirement->destination = g_strdup (query->destination);
  if (query->determination != NULL)
    requirement->determination = g_strdup (licet_determination_get_digest (query->determination));
  requirement->authorisations = g_ptr_array_new_with_free_func (_licet_authorisation_finding_free);
  requirement->duties = g_ptr_array_new_with_free_func (g_free);
  requirement->trail = g_ptr_array_new_with_free_func (trail_line_free);
  requirement->pool = g_ptr_array_new_with_free_func (g_free);
  return requirement;
}

static gboolean
check_country (const char *code,
               const char *what,
               GError **error)
{
  if (code == NULL || licet_country_is_valid (code))
    return TRUE;
  g_set_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY,
               "“%s”, %s, is no country; use its ISO 3166-1 alpha-2 code", code, what);
  return FALSE;
}

static gboolean
check_places (LicetRequirementQuery *query,
              GError **error)
{
  if (!check_country (query->destination, "the destination", error) ||
      !check_country (query->origin, "the origin", error))
    return FALSE;
  for (guint i = 0; i < query->parties->len; i++) {
    const LicetQueryParty *party = g_ptr_array_index (query->parties, i);
    g_autofree char *what = g_strconcat ("the place of the ", party->role, NULL);

    if (!check_country (party->country, what, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_query (const LicetRuleBook *book,
             LicetRequirementQuery *query,
             GError **error)
{
  LicetDetermination *determination = query->determination;

  if (book == NULL) {
    g_set_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY,
                 "there are no rules for the jurisdiction “%s”; choose one of those bundled",
                 query->jurisdiction);
    return FALSE;
  }
  if (_licet_rule_book_find (book, "transaction", query->transaction) == NULL) {
    g_set_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY,
                 "the rules of %s know no transaction “%s”; choose one they know, such as “export”",
                 book->id, query->transaction);
    return FALSE;
  }
  if (determination != NULL &&
      !g_str_equal (licet_determination_get_list_id (determination), book->list)) {
    g_set_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY,
                 "the determination is under “%s”, but the rules of %s go by “%s”; determine the "
                 "item under that list",
                 licet_determination_get_list_id (determination), book->id, book->list);
    return FALSE;
  }
  return check_places (query, error);
}

static void
find_rules (LicetRequirementDraft *draft)
{
  const LicetRuleBook *book = draft->facts.book;

  draft->n_findings = book->rules->len;
  draft->findings = g_new0 (LicetRuleFinding, book->rules->len + 1);
  for (guint i = 0; i < book->rules->len; i++) {
    const LicetRule *rule = g_ptr_array_index (book->rules, i);
    LicetRuleFinding *finding = &draft->findings[i];

    finding->rule = rule;
    finding->truth = _licet_rule_evaluate (&draft->facts, rule->within);
    finding->is_outside = finding->truth == LICET_NOT_MET;
    if (!finding->is_outside)
      finding->truth = licet_truth_and (finding->truth,
                                        _licet_rule_evaluate (&draft->facts, rule->when));
    /* Relief has to be shown: what is unknown relieves nobody. */
    if (finding->truth != LICET_NOT_MET && rule->unless != NULL &&
        _licet_rule_evaluate (&draft->facts, rule->unless) == LICET_MET) {
      finding->truth = LICET_NOT_MET;
      finding->is_relieved = TRUE;
    }
  }
}

static gboolean
has_finding (const LicetRequirementDraft *draft,
             LicetRuleEffect effect,
             LicetTruth truth)
{
  for (guint i = 0; i < draft->n_findings; i++)
    if (draft->findings[i].rule->effect == effect && draft->findings[i].truth == truth)
      return TRUE;
  return FALSE;
}

/* Whether some rule that a general authorisation may satisfy applies, or may apply. */
static gboolean
asks_for_authorisation (const LicetRequirementDraft *draft)
{
  for (guint i = 0; i < draft->n_findings; i++)
    if (draft->findings[i].rule->may_be_covered && draft->findings[i].truth != LICET_NOT_MET)
      return TRUE;
  return FALSE;
}

/* Whether a requirement stands that no usable authorisation satisfies. */
static gboolean
is_license_due (LicetRequirementDraft *draft)
{
  gboolean has_usable = _licet_draft_has_usable (draft);

  for (guint i = 0; i < draft->n_findings; i++) {
    const LicetRuleFinding *finding = &draft->findings[i];

    if (finding->rule->effect == LICET_RULE_REQUIRES && finding->truth == LICET_MET &&
        !(finding->rule->may_be_covered && has_usable))
      return TRUE;
  }
  return FALSE;
}

/*
 * From the strongest down; a weaker answer only when no fact that is still open could make it
 * stronger. A guard stands beside the rules: what was not determined, or not held against the whole
 * list as it is, is never cleared, whatever the rules say.
 */
static LicetRequirementVerdict
decide (LicetRequirementDraft *draft)
{
  if (has_finding (draft, LICET_RULE_PROHIBITS, LICET_MET))
    return LICET_REQUIREMENT_PROHIBITED;
  if (is_license_due (draft))
    return LICET_REQUIREMENT_LICENSE;
  if (has_finding (draft, LICET_RULE_PROHIBITS, LICET_UNKNOWN) ||
      has_finding (draft, LICET_RULE_REQUIRES, LICET_UNKNOWN) ||
      has_finding (draft, LICET_RULE_NEEDS_FACTS, LICET_UNKNOWN) ||
      has_finding (draft, LICET_RULE_NEEDS_FACTS, LICET_MET) ||
      draft->facts.listed == LICET_UNKNOWN)
    return LICET_REQUIREMENT_NEEDS_FACTS;
  if (has_finding (draft, LICET_RULE_REQUIRES, LICET_MET))
    return LICET_REQUIREMENT_AUTHORIZED;
  return LICET_REQUIREMENT_NONE;
}

static void
add_duties (LicetRequirementDraft *draft,
            GPtrArray *duties,
            const char *authorisation)
{
  GPtrArray *follow = draft->requirement->duties;

  for (guint i = 0; i < duties->len; i++) {
    const LicetRuleDuty *source = g_ptr_array_index (duties, i);
    gboolean is_there = FALSE;
    LicetDuty *duty;

    /* A duty that is not excluded is better told than left out. */
    if (_licet_rule_evaluate (&draft->facts, source->when) == LICET_NOT_MET)
      continue;
    for (guint j = 0; j < follow->len && !is_there; j++) {
      const LicetDuty *other = g_ptr_array_index (follow, j);

      is_there = g_str_equal (other->id, source->duty.id) &&
                 g_strcmp0 (other->authorisation, authorisation) == 0;
    }
    if (is_there)
      continue;
    duty = g_memdup2 (&source->duty, sizeof (LicetDuty));
    duty->authorisation = (char *) authorisation;
    g_ptr_array_add (follow, duty);
  }
}

static void
add_duties_of_use (LicetRequirementDraft *draft)
{
  GPtrArray *results = draft->requirement->authorisations;

  for (guint i = 0; i < results->len; i++) {
    const LicetAuthorisationResult *result = g_ptr_array_index (results, i);
    const LicetAuthorisation *authorisation;

    if (result->state != LICET_AUTHORISATION_USABLE)
      continue;
    authorisation = _licet_rule_book_find (draft->facts.book, "authorisation", result->id);
    add_duties (draft, authorisation->duties, authorisation->id);
  }
}

static void
collect_duties (LicetRequirementDraft *draft)
{
  LicetRequirement *requirement = draft->requirement;

  for (guint i = 0; i < draft->n_findings; i++)
    if (draft->findings[i].truth == LICET_MET)
      add_duties (draft, draft->findings[i].rule->duties, NULL);
  if (requirement->verdict == LICET_REQUIREMENT_AUTHORIZED)
    add_duties_of_use (draft);
  add_duties (draft, draft->transaction->outcomes[requirement->verdict].duties, NULL);
}

/* What it is called is one thing, what it is another. */
static const LicetRuleTransaction *
find_transaction (LicetRequirementDraft *draft)
{
  const LicetRuleTransaction *transaction = _licet_rule_book_find (draft->facts.book, "transaction",
                                                                   draft->facts.query->transaction);

  if (transaction->becomes != NULL &&
      _licet_rule_evaluate (&draft->facts, transaction->becomes_when) == LICET_MET)
    return transaction->becomes;
  return transaction;
}

LicetRequirement *
licet_requirement_new (LicetRules *rules,
                       LicetRequirementQuery *query,
                       GError **error)
{
  g_autoptr (LicetRequirement) requirement = NULL;
  const LicetRuleBook *book;
  LicetRequirementDraft draft = { 0 };

  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (query != NULL, NULL);

  book = _licet_rules_find_book (rules, query->jurisdiction);
  if (!check_query (book, query, error))
    return NULL;

  requirement = create_requirement (rules, book, query);
  _licet_rule_facts_init (&draft.facts, book, query, requirement->pool);
  draft.transaction = find_transaction (&draft);
  draft.requirement = requirement;
  draft.missing = g_ptr_array_new ();
  draft.ids = g_ptr_array_new ();
  draft.country = _licet_draft_dup_country (&draft, query->destination);
  draft.codes = _licet_draft_dup_codes (&draft);

  find_rules (&draft);
  if (asks_for_authorisation (&draft))
    _licet_draft_authorise (&draft);
  requirement->verdict = decide (&draft);
  _licet_draft_find_missing (&draft);
  g_ptr_array_add (draft.missing, NULL);
  requirement->missing = g_strdupv ((char **) draft.missing->pdata);
  collect_duties (&draft);
  _licet_draft_write_trail (&draft);
  _licet_draft_write_sentence (&draft);

  g_free (draft.country);
  g_free (draft.codes);
  g_ptr_array_unref (draft.missing);
  g_ptr_array_unref (draft.ids);
  g_free (draft.findings);
  _licet_rule_facts_clear (&draft.facts);
  return g_steal_pointer (&requirement);
}

LicetRequirement *
licet_requirement_ref (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  g_atomic_ref_count_inc (&requirement->ref_count);
  return requirement;
}

void
licet_requirement_unref (LicetRequirement *requirement)
{
  if (requirement == NULL || !g_atomic_ref_count_dec (&requirement->ref_count))
    return;
  g_free (requirement->sentence);
  g_free (requirement->item_id);
  g_free (requirement->destination);
  g_free (requirement->determination);
  g_ptr_array_unref (requirement->authorisations);
  g_ptr_array_unref (requirement->duties);
  g_ptr_array_unref (requirement->trail);
  g_ptr_array_unref (requirement->pool);
  g_strfreev (requirement->missing);
  licet_rules_unref (requirement->rules);
  g_free (requirement);
}

LicetRequirementVerdict
licet_requirement_get_verdict (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, LICET_REQUIREMENT_NEEDS_FACTS);

  return requirement->verdict;
}

const char *
licet_requirement_get_sentence (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return requirement->sentence;
}

const char *
licet_requirement_get_item_id (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return requirement->item_id;
}

const char *
licet_requirement_get_destination (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return requirement->destination;
}

const char *
licet_requirement_get_jurisdiction (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return requirement->book->id;
}

GPtrArray *
licet_requirement_get_authorisations (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return requirement->authorisations;
}

GPtrArray *
licet_requirement_get_duties (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return requirement->duties;
}

GPtrArray *
licet_requirement_get_trail (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return requirement->trail;
}

const char *const *
licet_requirement_get_missing (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return (const char *const *) requirement->missing;
}

const char *
licet_requirement_get_edition (LicetRequirement *requirement)
{
  g_return_val_if_fail (requirement != NULL, NULL);

  return requirement->book->edition;
}
