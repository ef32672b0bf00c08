/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-chain"

#include "config.h"

#include "licet-chain.h"

/* The stops of the goods in their order; who only carries, pays or helps is none. */
static const LicetPartyRole stops[] = {
  LICET_ROLE_EXPORTER, LICET_ROLE_INTERMEDIATE, LICET_ROLE_CONSIGNEE,
  LICET_ROLE_STOCKIST, LICET_ROLE_END_USER,     LICET_ROLE_ULTIMATE_END_USER,
};

static gboolean
party_has_open (LicetParty *party)
{
  g_auto (GStrv) missing = licet_party_dup_missing (party);
  LicetScreeningState screening = licet_party_get_screening (party);

  return missing[0] != NULL || screening == LICET_SCREENING_OPEN ||
         screening == LICET_SCREENING_HIT;
}

/* A party that is consignee and end user is one stop, shown as what it is last. */
static gboolean
has_later_stop (LicetParty *party,
                gsize from)
{
  for (gsize i = from + 1; i < G_N_ELEMENTS (stops); i++)
    if (licet_party_has_role (party, stops[i]))
      return TRUE;
  return FALSE;
}

void
licet_chain_link_free (LicetChainLink *link)
{
  if (link == NULL)
    return;
  g_clear_object (&link->party);
  g_free (link);
}

GPtrArray *
licet_chain_new (GPtrArray *parties)
{
  GPtrArray *chain;

  g_return_val_if_fail (parties != NULL, NULL);

  chain = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_chain_link_free);
  for (gsize i = 0; i < G_N_ELEMENTS (stops); i++)
    for (guint j = 0; j < parties->len; j++) {
      LicetParty *party = g_ptr_array_index (parties, j);
      LicetChainLink *link;

      if (!licet_party_has_role (party, stops[i]) || has_later_stop (party, i))
        continue;
      link = g_new0 (LicetChainLink, 1);
      link->party = g_object_ref (party);
      link->role = stops[i];
      link->has_open = party_has_open (party);
      g_ptr_array_add (chain, link);
    }
  return chain;
}

char *
licet_chain_dup_words (GPtrArray *chain)
{
  GString *words;

  g_return_val_if_fail (chain != NULL, NULL);

  words = g_string_new (NULL);
  for (guint i = 0; i < chain->len; i++) {
    const LicetChainLink *link = g_ptr_array_index (chain, i);
    const char *name = licet_party_get_name (link->party);
    const char *country = licet_party_get_country (link->party);

    g_string_append_printf (words, "%s%s (%s)", i > 0 ? " to " : "",
                            name != NULL ? name : "not known",
                            country != NULL ? country : "country not known");
  }
  return g_string_free (words, FALSE);
}
