/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-readiness-requirement"

#include "config.h"

#include "licet-readiness-private.h"

static char *
dup_place (LicetRequirement *requirement)
{
  return g_strconcat ("items.", licet_requirement_get_item_id (requirement), NULL);
}

static void
check_verdict (LicetReadinessCheck *check,
               LicetRequirement *requirement)
{
  const char *sentence = licet_requirement_get_sentence (requirement);
  g_autofree char *place = dup_place (requirement);

  switch (licet_requirement_get_verdict (requirement)) {
  case LICET_REQUIREMENT_PROHIBITED:
    _licet_readiness_add (
        check, LICET_READINESS_CONFLICT, LICET_SECTION_REQUIREMENT, "requirement.prohibited", place,
        "Do not supply it; ask the authority if you think that the prohibition does not apply.",
        "%s", sentence);
    break;
  case LICET_REQUIREMENT_NEEDS_FACTS:
    _licet_readiness_add (
        check, LICET_READINESS_OPEN, LICET_SECTION_REQUIREMENT, "requirement.needs-facts", place,
        "Answer what is still open; until then treat it as if a license were required.", "%s",
        sentence);
    break;
  case LICET_REQUIREMENT_LICENSE:
  case LICET_REQUIREMENT_AUTHORIZED:
  case LICET_REQUIREMENT_NONE:
    _licet_readiness_add (check, LICET_READINESS_FINE, LICET_SECTION_REQUIREMENT,
                          "requirement.decided", place, NULL, "%s (rules of %s)", sentence,
                          licet_requirement_get_edition (requirement));
    break;
  default:
    g_assert_not_reached ();
  }
}

/* An authorisation that might spare the application, if only somebody answered its questions. */
static void
check_authorisations (LicetReadinessCheck *check,
                      LicetRequirement *requirement)
{
  GPtrArray *authorisations = licet_requirement_get_authorisations (requirement);
  g_autofree char *place = dup_place (requirement);

  if (licet_requirement_get_verdict (requirement) != LICET_REQUIREMENT_LICENSE)
    return;
  for (guint i = 0; i < authorisations->len; i++) {
    const LicetAuthorisationResult *authorisation = g_ptr_array_index (authorisations, i);

    if (authorisation->state == LICET_AUTHORISATION_OPEN)
      _licet_readiness_add (
          check, LICET_READINESS_OPEN, LICET_SECTION_REQUIREMENT, "requirement.authorisation-open",
          place, "Answer its conditions before you apply for a license.",
          "%s might cover this export: %s", authorisation->id, authorisation->why);
  }
}

static void
check_questions (LicetReadinessCheck *check,
                 LicetRequirement *requirement,
                 GHashTable *asked)
{
  const char *const *missing = licet_requirement_get_missing (requirement);

  if (licet_requirement_get_verdict (requirement) != LICET_REQUIREMENT_NEEDS_FACTS)
    return;
  for (guint i = 0; missing[i] != NULL; i++) {
    const LicetRuleQuestion *question = licet_rules_find_question (check->rules, missing[i]);
    g_autofree char *place = g_strconcat ("end-use.answers.", missing[i], NULL);

    if (question == NULL || !g_hash_table_add (asked, (gpointer) question->id))
      continue;
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_END_USE, "end-use.unanswered",
                          place, "Answer it, with your name and the day.", "Not answered: %s",
                          question->text);
  }
}

void
_licet_readiness_check_requirement (LicetReadinessCheck *check)
{
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

  if (check->requirements == NULL || check->requirements->len == 0) {
    _licet_readiness_add (
        check, LICET_READINESS_OPEN, LICET_SECTION_REQUIREMENT, "requirement.undecided", NULL,
        "Give items, destination and jurisdiction, and decide it.",
        "What is required is not decided%s%s", check->undecided != NULL ? ": " : "",
        check->undecided != NULL ? check->undecided : "");
    return;
  }
  for (guint i = 0; i < check->requirements->len; i++) {
    LicetRequirement *requirement = g_ptr_array_index (check->requirements, i);

    check_verdict (check, requirement);
    check_authorisations (check, requirement);
    check_questions (check, requirement, asked);
  }
}
