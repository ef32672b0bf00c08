/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-requirement-query"

#include "config.h"

#include "licet-requirement.h"

#include "licet-requirement-query-private.h"

G_DEFINE_BOXED_TYPE (LicetRequirementQuery,
                     licet_requirement_query,
                     licet_requirement_query_ref,
                     licet_requirement_query_unref)

static void
party_free (gpointer data)
{
  LicetQueryParty *party = data;

  g_free (party->role);
  g_free (party->country);
  g_free (party->kind);
  g_free (party);
}

LicetRequirementQuery *
licet_requirement_query_new (const char *jurisdiction,
                             const char *transaction,
                             const char *destination)
{
  LicetRequirementQuery *query;

  g_return_val_if_fail (jurisdiction != NULL && transaction != NULL && destination != NULL, NULL);

  query = g_new0 (LicetRequirementQuery, 1);
  g_atomic_ref_count_init (&query->ref_count);
  query->jurisdiction = g_strdup (jurisdiction);
  query->transaction = g_strdup (transaction);
  query->destination = g_strdup (destination);
  query->item_id = g_strdup ("");
  query->item_label = g_strdup ("");
  query->parties = g_ptr_array_new_with_free_func (party_free);
  query->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return query;
}

LicetRequirementQuery *
licet_requirement_query_ref (LicetRequirementQuery *query)
{
  g_return_val_if_fail (query != NULL, NULL);

  g_atomic_ref_count_inc (&query->ref_count);
  return query;
}

void
licet_requirement_query_unref (LicetRequirementQuery *query)
{
  if (query == NULL || !g_atomic_ref_count_dec (&query->ref_count))
    return;
  g_free (query->jurisdiction);
  g_free (query->transaction);
  g_free (query->destination);
  g_free (query->item_id);
  g_free (query->item_label);
  g_clear_pointer (&query->determination, licet_determination_unref);
  g_free (query->origin);
  g_free (query->permanence);
  g_free (query->currency);
  g_ptr_array_unref (query->parties);
  g_hash_table_unref (query->answers);
  g_free (query);
}

void
licet_requirement_query_set_item (LicetRequirementQuery *query,
                                  const char *id,
                                  const char *label)
{
  g_return_if_fail (query != NULL && id != NULL && label != NULL);

  g_set_str (&query->item_id, id);
  g_set_str (&query->item_label, label);
}

void
licet_requirement_query_set_nature (LicetRequirementQuery *query,
                                    LicetNature nature)
{
  g_return_if_fail (query != NULL);
  g_return_if_fail ((guint) nature <= LICET_NATURE_TECHNOLOGY);

  query->nature = nature;
}

void
licet_requirement_query_set_determination (LicetRequirementQuery *query,
                                           LicetDetermination *determination)
{
  g_return_if_fail (query != NULL);

  g_clear_pointer (&query->determination, licet_determination_unref);
  if (determination != NULL)
    query->determination = licet_determination_ref (determination);
}

void
licet_requirement_query_set_origin (LicetRequirementQuery *query,
                                    const char *country)
{
  g_return_if_fail (query != NULL);

  g_set_str (&query->origin, country);
}

void
licet_requirement_query_set_permanence (LicetRequirementQuery *query,
                                        const char *permanence)
{
  g_return_if_fail (query != NULL);

  g_set_str (&query->permanence, permanence);
}

void
licet_requirement_query_set_value (LicetRequirementQuery *query,
                                   const LicetDecimal *value,
                                   const char *currency)
{
  g_return_if_fail (query != NULL);
  g_return_if_fail (value != NULL && currency != NULL);

  query->has_value = TRUE;
  query->value = *value;
  g_set_str (&query->currency, currency);
}

void
licet_requirement_query_set_party (LicetRequirementQuery *query,
                                   const char *role,
                                   const char *country,
                                   const char *kind)
{
  LicetQueryParty *party;

  g_return_if_fail (query != NULL);
  g_return_if_fail (role != NULL);

  party = g_new0 (LicetQueryParty, 1);
  party->role = g_strdup (role);
  party->country = g_strdup (country);
  party->kind = g_strdup (kind);
  g_ptr_array_add (query->parties, party);
}

void
licet_requirement_query_set_answer (LicetRequirementQuery *query,
                                    const char *id,
                                    LicetTruth answer)
{
  g_return_if_fail (query != NULL && id != NULL);

  if (answer == LICET_UNKNOWN)
    g_hash_table_remove (query->answers, id);
  else
    g_hash_table_insert (query->answers, g_strdup (id), GUINT_TO_POINTER (answer + 1));
}
