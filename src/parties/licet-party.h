/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

#include "licet-parties-error.h"

G_BEGIN_DECLS

/** LicetPartyRole: what a party does in a transaction, in the order of the chain. Flags: one party may do several. */
typedef enum {
  LICET_ROLE_EXPORTER = 1 << 0,
  LICET_ROLE_AGENT = 1 << 1,
  LICET_ROLE_FORWARDER = 1 << 2,
  LICET_ROLE_PAYER = 1 << 3,
  LICET_ROLE_CONSIGNEE = 1 << 4,
  LICET_ROLE_INTERMEDIATE = 1 << 5,
  LICET_ROLE_END_USER = 1 << 6,
  LICET_ROLE_ULTIMATE_END_USER = 1 << 7,
  LICET_ROLE_STOCKIST = 1 << 8,
} LicetPartyRole;
#define LICET_N_ROLES 9

/** LicetPartyKind: what a party is. */
typedef enum {
  LICET_PARTY_KIND_UNKNOWN,
  LICET_PARTY_KIND_COMMERCIAL,
  LICET_PARTY_KIND_GOVERNMENT,
  LICET_PARTY_KIND_MILITARY,
  LICET_PARTY_KIND_POLICE,
  LICET_PARTY_KIND_INTELLIGENCE,
  LICET_PARTY_KIND_ACADEMIC,
  LICET_PARTY_KIND_INDIVIDUAL,
  LICET_PARTY_KIND_OTHER,
} LicetPartyKind;

/** LicetScreeningState: what looking a party up in the lists gave. */
typedef enum {
  LICET_SCREENING_OPEN,
  LICET_SCREENING_CLEAR,
  LICET_SCREENING_HIT,
  LICET_SCREENING_HIT_DISMISSED,
} LicetScreeningState;

/** licet_party_role_serialise: Returns: (transfer none): "end-user". @role is one flag. */
const char *licet_party_role_serialise (LicetPartyRole role);
/** licet_party_role_get_label: Returns: (transfer none): "End user". */
const char *licet_party_role_get_label (LicetPartyRole role);
/** licet_party_role_parse: Returns: whether @text is a role, which is then in @ret_role. */
gboolean licet_party_role_parse (const char *text,
                                 LicetPartyRole *ret_role);
/** licet_party_kind_serialise: Returns: (transfer none): "commercial"; "unknown" for the first. */
const char *licet_party_kind_serialise (LicetPartyKind kind);
/** licet_party_kind_parse: Returns: whether @text is a kind. */
gboolean licet_party_kind_parse (const char *text,
                                 LicetPartyKind *ret_kind);
/** licet_screening_state_serialise: Returns: (transfer none): "open", "clear", "hit" or "hit-dismissed". */
const char *licet_screening_state_serialise (LicetScreeningState state);
/** licet_screening_state_parse: Returns: whether @text is a state. */
gboolean licet_screening_state_parse (const char *text,
                                      LicetScreeningState *ret_state);

/**
 * LicetParty: somebody who takes part in a transaction. Its texts are properties, so that a window can bind them:
 * id, name, street, postcode, city, region, country, identification, website, phone, email, contact, signatory,
 * screened-by, screened-on, screened-lists, screening-note; beside them roles, kind and screening.
 */
#define LICET_TYPE_PARTY (licet_party_get_type ())
G_DECLARE_FINAL_TYPE (LicetParty, licet_party, LICET, PARTY, LicetTextRecord)

/** licet_party_new: Returns: (transfer full): a party with the id @id and nothing else. */
LicetParty *licet_party_new (const char *id);
/** licet_party_new_from_json: Returns: (transfer full): the party at @place, or %NULL with an error naming file, line and place. */
LicetParty *licet_party_new_from_json (const LicetJsonPlace *place,
                                       GError **error);
/** licet_party_serialise: Returns: (transfer full): the party as licet_party_new_from_json() reads it. */
JsonNode *licet_party_serialise (LicetParty *party);

/** licet_party_get_text: Returns: (transfer none) (nullable): the text property @field; %NULL when not known. */
const char *licet_party_get_text (LicetParty *party,
                                  const char *field);
/** licet_party_get_id: Returns: (transfer none): its id in the case. */
const char *licet_party_get_id (LicetParty *party);
/** licet_party_get_name: Returns: (transfer none) (nullable): its name. */
const char *licet_party_get_name (LicetParty *party);
/** licet_party_get_country: Returns: (transfer none) (nullable): alpha-2 code. */
const char *licet_party_get_country (LicetParty *party);
/** licet_party_get_roles: Returns: its roles. */
LicetPartyRole licet_party_get_roles (LicetParty *party);
/** licet_party_has_role: Returns: whether it has @role. */
gboolean licet_party_has_role (LicetParty *party,
                               LicetPartyRole role);
/** licet_party_get_kind: Returns: what it is. */
LicetPartyKind licet_party_get_kind (LicetParty *party);
/** licet_party_get_screening: Returns: what screening gave. */
LicetScreeningState licet_party_get_screening (LicetParty *party);
/**
 * licet_party_dup_address:
 *
 * Returns: (transfer full): the address on one line, "Musterweg 14, 23552 Lübeck, Germany"; "" when nothing is
 *   known.
 */
char *licet_party_dup_address (LicetParty *party);
/** licet_party_dup_missing: Returns: (transfer full): names of fields a filing needs and that are empty: name, street, city, country. */
GStrv licet_party_dup_missing (LicetParty *party);

G_END_DECLS
