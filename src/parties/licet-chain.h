/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-party.h"

G_BEGIN_DECLS

/**
 * LicetChainLink: one stop of the goods.
 * @party: who
 * @role: as what
 * @has_open: whether something of it is open: a field that is missing, a screening not closed
 */
typedef struct {
  LicetParty *party;
  LicetPartyRole role;
  gboolean has_open;
} LicetChainLink;

/** licet_chain_link_free: Frees @link; %NULL is accepted. */
void licet_chain_link_free (LicetChainLink *link);

/**
 * licet_chain_new:
 * @parties: (element-type LicetParty): the parties of a case
 *
 * The way of the goods: exporter, intermediates, consignee, end user, ultimate end user; agents, forwarders and payers are
 * not stops.
 *
 * Returns: (transfer full) (element-type LicetChainLink): the stops in order
 */
GPtrArray *licet_chain_new (GPtrArray *parties);

/** licet_chain_dup_words: Returns: (transfer full): "Nordlicht (DE) to Lionrock (SG) to Merlion (SG)". */
char *licet_chain_dup_words (GPtrArray *chain);

G_END_DECLS
