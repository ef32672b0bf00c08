/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-paper-requirement"

#include "config.h"

#include "licet-papers-private.h"

/* Facts shown of a step of the trail. */
#define MAX_FACTS 6u

static LicetMark
get_state_mark (LicetAuthorisationState state)
{
  switch (state) {
  case LICET_AUTHORISATION_USABLE:
    return LICET_MARK_DONE;
  case LICET_AUTHORISATION_UNUSABLE:
    return LICET_MARK_CROSS;
  case LICET_AUTHORISATION_OPEN:
  default:
    return LICET_MARK_UNKNOWN;
  }
}

static const char *
get_state_word (LicetAuthorisationState state)
{
  switch (state) {
  case LICET_AUTHORISATION_USABLE:
    return "Usable";
  case LICET_AUTHORISATION_UNUSABLE:
    return "Not usable";
  case LICET_AUTHORISATION_OPEN:
  default:
    return "Open";
  }
}

/* A "cannot" bars when it is met; a "can" or "must" fails when it is not. */
static gboolean
is_against (const LicetConditionResult *condition)
{
  return condition->truth == (g_str_equal (condition->mode, "cannot") ? LICET_MET : LICET_NOT_MET);
}

static const char *
get_condition_word (const LicetConditionResult *condition)
{
  gboolean is_cannot = g_str_equal (condition->mode, "cannot");

  if (condition->truth == LICET_UNKNOWN)
    return "Open";
  if (is_against (condition))
    return is_cannot ? "Bars it" : "Fails";
  return is_cannot ? "Clear" : "Holds";
}

static LicetMark
get_condition_mark (const LicetConditionResult *condition)
{
  if (condition->truth == LICET_UNKNOWN)
    return LICET_MARK_UNKNOWN;
  return is_against (condition) ? LICET_MARK_CROSS : LICET_MARK_DONE;
}

static void
add_conditions (LicetDocument *document,
                const LicetAuthorisationResult *authorisation)
{
  static const char *const heads[] = { "Mode", "Condition", "State" };
  static const guint widths[] = { 3, 15, 4 };
  g_autofree char *title = g_strdup_printf ("Conditions of %s", authorisation->id);
  LicetBlock *table;

  licet_document_add_heading (document, 2, title);
  table = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; i < authorisation->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (authorisation->conditions, i);
    g_autofree char *mode = g_strdup (condition->mode);

    mode[0] = g_ascii_toupper (mode[0]);
    licet_block_add_cell (table, LICET_TEXT_STRONG, mode);
    licet_block_add_mark (table, LICET_MARK_NONE, 0, condition->text, condition->cite);
    licet_block_add_mark (table, get_condition_mark (condition), 0, get_condition_word (condition),
                          NULL);
  }
}

static void
add_authorisations (LicetDocument *document,
                    LicetRequirement *requirement)
{
  static const char *const heads[] = { "Authorisation", "State", "Why" };
  static const guint widths[] = { 10, 4, 9 };
  GPtrArray *authorisations = licet_requirement_get_authorisations (requirement);
  LicetBlock *table;

  if (authorisations->len == 0)
    return;
  licet_document_add_heading (document, 2, "General authorisations");
  table = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; i < authorisations->len; i++) {
    const LicetAuthorisationResult *authorisation = g_ptr_array_index (authorisations, i);
    g_autofree char *detail = g_strdup_printf ("%s; %s", authorisation->name, authorisation->cite);

    licet_block_add_mark (table, LICET_MARK_NONE, 0, authorisation->id, detail);
    licet_block_add_mark (table, get_state_mark (authorisation->state), 0,
                          get_state_word (authorisation->state), NULL);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, authorisation->why);
  }
  for (guint i = 0; i < authorisations->len; i++) {
    const LicetAuthorisationResult *authorisation = g_ptr_array_index (authorisations, i);

    if (authorisation->state != LICET_AUTHORISATION_UNUSABLE)
      add_conditions (document, authorisation);
  }
}

static void
add_missing (LicetDocument *document,
             const LicetFrozen *frozen,
             LicetRequirement *requirement)
{
  const char *const *missing = licet_requirement_get_missing (requirement);

  if (missing[0] == NULL)
    return;
  licet_document_add_heading (document, 2,
                              licet_requirement_get_verdict (requirement) ==
                                  LICET_REQUIREMENT_NEEDS_FACTS
                                ? "To be answered"
                                : "Not answered; an authorisation might need it");
  for (guint i = 0; missing[i] != NULL; i++) {
    const LicetRuleQuestion *question = licet_rules_find_question (frozen->rules, missing[i]);

    licet_document_add_item (document, LICET_MARK_UNKNOWN,
                             question != NULL ? question->text : missing[i],
                             question != NULL ? question->cite : NULL);
  }
}

static void
add_duties (LicetDocument *document,
            LicetRequirement *requirement)
{
  GPtrArray *duties = licet_requirement_get_duties (requirement);

  if (duties->len == 0)
    return;
  licet_document_add_heading (document, 2, "Duties that follow");
  for (guint i = 0; i < duties->len; i++) {
    const LicetDuty *duty = g_ptr_array_index (duties, i);
    g_autofree char *detail = duty->authorisation != NULL
                                ? g_strdup_printf ("%s; %s", duty->cite, duty->authorisation)
                                : g_strdup (duty->cite);

    licet_document_add_item (document, LICET_MARK_NONE, duty->text, detail);
  }
}

/* The facts a step rests on; the whole of a long row stands in case.json. */
static char *
dup_facts (const LicetTrailLine *line)
{
  guint n = line->facts != NULL ? g_strv_length (line->facts) : 0;
  g_autoptr (GString) text = g_string_new ("From: ");

  for (guint i = 0; i < MIN (n, MAX_FACTS); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", line->facts[i]);
  if (n > MAX_FACTS)
    g_string_append_printf (text, "; and %u more", n - MAX_FACTS);
  return n > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
add_trail (LicetDocument *document,
           LicetRequirement *requirement)
{
  static const char *const heads[] = { "Step", "Rule", "What was found", "Applies" };
  static const guint widths[] = { 2, 7, 14, 4 };
  GPtrArray *trail = licet_requirement_get_trail (requirement);
  LicetBlock *table;

  licet_document_add_heading (document, 2, "How this was decided");
  table = licet_document_begin_table (document, 4, heads, widths);
  for (guint i = 0; i < trail->len; i++) {
    const LicetTrailLine *line = g_ptr_array_index (trail, i);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    g_autofree char *from = dup_facts (line);

    licet_block_add_cell (table, LICET_TEXT_DIM, number);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, line->cite);
    licet_block_add_mark (table, LICET_MARK_NONE, 0, line->text, from);
    licet_block_add_mark (table, _licet_paper_get_truth_mark (line->truth), 0,
                          line->truth == LICET_MET       ? "Yes"
                          : line->truth == LICET_NOT_MET ? "No"
                                                         : "Not known",
                          NULL);
  }
}

static void
add_requirement (LicetDocument *document,
                 const LicetFrozen *frozen,
                 LicetRequirement *requirement)
{
  LicetRequirementVerdict verdict = licet_requirement_get_verdict (requirement);
  g_autofree char *name = _licet_paper_dup_item_name (frozen,
                                                      licet_requirement_get_item_id (requirement));
  g_autofree char *title = g_strdup_printf (
    "%s, to %s", name, _licet_paper_get_country (licet_requirement_get_destination (requirement)));
  g_autofree char *edition = g_strdup_printf ("Under the rules of %s, edition %s",
                                              licet_requirement_get_jurisdiction (requirement),
                                              licet_requirement_get_edition (requirement));

  licet_document_add_heading (document, 1, title);
  licet_document_add_callout (document, _licet_paper_get_verdict_mark (verdict),
                              _licet_paper_get_verdict_word (verdict),
                              licet_requirement_get_sentence (requirement));
  licet_document_add_text (document, LICET_TEXT_SMALL, edition);
  add_missing (document, frozen, requirement);
  add_authorisations (document, requirement);
  add_duties (document, requirement);
  add_trail (document, requirement);
}

LicetDocument *
_licet_paper_new_requirement (const LicetFrozen *frozen)
{
  LicetDocument *document = _licet_paper_new (frozen, "What Is Required", NULL);
  g_autofree char *reference = _licet_paper_dup_reference (frozen);

  licet_document_add_title (document, "What Is Required", reference);
  for (guint i = 0; i < frozen->requirements->len; i++)
    add_requirement (document, frozen, g_ptr_array_index (frozen->requirements, i));
  licet_document_add_text (
    document, LICET_TEXT_SMALL,
    "Decided by the rules named above from the facts in case.json. A record, not legal advice.");
  return document;
}
