/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-readiness-parties"

#include "config.h"

#include <string.h>

#include "licet-readiness-private.h"

static void
add (LicetReadinessCheck *check,
     LicetReadinessGrade grade,
     const char *id,
     LicetParty *party,
     const char *remedy,
     const char *text)
{
  const char *name = licet_party_get_name (party);
  g_autofree char *place = g_strconcat ("parties.", licet_party_get_id (party), NULL);

  _licet_readiness_add (check, grade, LICET_SECTION_PARTIES, id, place, remedy, "%s: %s",
                        name != NULL ? name : licet_party_get_id (party), text);
}

static void
check_role (LicetReadinessCheck *check,
            LicetPartyRole roles,
            const char *label,
            const char *remedy)
{
  for (guint bit = 0; bit < LICET_N_ROLES; bit++) {
    LicetPartyRole role = (LicetPartyRole) (1u << bit);

    if ((roles & role) && licet_case_find_role (check->self, role) != NULL)
      return;
  }
  for (guint bit = 0; bit < LICET_N_ROLES; bit++)
    if (roles & (1u << bit))
      _licet_readiness_report_missing (check, "%s",
                                       licet_party_role_serialise ((LicetPartyRole) (1u << bit)));
  _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_PARTIES, "parties.role-missing",
                        NULL, remedy, "The case names no %s", label);
}

static void
check_address (LicetReadinessCheck *check,
               LicetParty *party)
{
  g_auto (GStrv) missing = licet_party_dup_missing (party);

  for (guint i = 0; missing[i] != NULL; i++) {
    g_autofree char *path =
        g_strconcat ("parties.", licet_party_get_id (party), ".", missing[i], NULL);
    g_autofree char *label =
        g_strdup_printf ("The %s of party “%s”", missing[i], licet_party_get_id (party));

    if (_licet_readiness_is_explained (check, LICET_SECTION_PARTIES, path, label))
      continue;
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_PARTIES, "parties.incomplete",
                          path, "Take it from the order or a register.", "%s is not known", label);
  }
}

static void
check_screening_record (LicetReadinessCheck *check,
                        LicetParty *party)
{
  const char *on = licet_party_get_text (party, "screened-on");

  if (on == NULL || licet_party_get_text (party, "screened-by") == NULL ||
      licet_party_get_text (party, "screened-lists") == NULL)
    add (check, LICET_READINESS_OPEN, "parties.screening-undocumented", party,
         "Add who looked it up, on which day, and in which edition of which lists.",
         "was screened, but the record does not say by whom, when or against what");
  if (on != NULL && strcmp (on, check->today) > 0)
    add (check, LICET_READINESS_CONFLICT, "parties.screening-ahead", party, "Mend the day.",
         "the day of its screening is still to come");
}

static void
check_screening (LicetReadinessCheck *check,
                 LicetParty *party)
{
  guint from = check->findings->len;

  switch (licet_party_get_screening (party)) {
  case LICET_SCREENING_OPEN:
    add (check, LICET_READINESS_OPEN, "parties.screening-open", party,
         "Look it up in the lists, and keep what was found.",
         "was not looked up in the lists of sanctioned and denied parties");
    return;
  case LICET_SCREENING_HIT:
    add (check, LICET_READINESS_CONFLICT, "parties.screening-hit", party,
         "Stop. If it is somebody else, dismiss the hit with the reason; if it is the same, do not "
         "supply.",
         "screening found it in a list");
    return;
  case LICET_SCREENING_CLEAR:
  case LICET_SCREENING_HIT_DISMISSED:
    check_screening_record (check, party);
    break;
  default:
    g_assert_not_reached ();
  }
  if (!_licet_readiness_is_fine_since (check, from))
    return;
  if (licet_party_get_screening (party) == LICET_SCREENING_HIT_DISMISSED)
    add (check, LICET_READINESS_FINE, "parties.screened", party, NULL,
         licet_party_get_text (party, "screening-note"));
  else
    add (check, LICET_READINESS_FINE, "parties.screened", party, NULL, "screening found nothing");
}

void
_licet_readiness_check_parties (LicetReadinessCheck *check)
{
  GListModel *parties = licet_case_get_parties (check->self);
  guint n = g_list_model_get_n_items (parties);

  check_role (check, LICET_ROLE_EXPORTER, "exporter", "Add your own firm as exporter.");
  check_role (check, LICET_ROLE_END_USER | LICET_ROLE_ULTIMATE_END_USER | LICET_ROLE_STOCKIST,
              "end user", "Add who will use the goods, or who keeps them in stock.");
  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (parties, i);

    check_address (check, party);
    check_screening (check, party);
  }
}
