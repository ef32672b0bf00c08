/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-case-query"

#include "config.h"

#include "licet-case.h"

#include "licet-case-private.h"

/* The record of @list whose "id" is @id. All of a case are few enough to be looked through. */
static gpointer
find_record (GListStore *list,
             const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetTextRecord) record = g_list_model_get_item (G_LIST_MODEL (list), i);

    if (g_strcmp0 (licet_text_record_get (record, "id"), id) == 0)
      return record; /* borrowed: the list keeps it */
  }
  return NULL;
}

static void
add_destination (GStrvBuilder *builder,
                 GHashTable *seen,
                 LicetParty *party)
{
  const char *country = licet_party_get_country (party);

  if (country != NULL && g_hash_table_add (seen, (gpointer) country))
    g_strv_builder_add (builder, country);
}

const LicetControlList *
_licet_case_find_list (LicetCase *self,
                       const char *jurisdiction)
{
  const char *const *ids = licet_bundle_get_list_ids (self->bundle);

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (self->bundle, ids[i], NULL);

    if (list != NULL && g_str_equal (licet_control_list_get_jurisdiction (list), jurisdiction))
      return list;
  }
  return NULL;
}

LicetLine *
licet_case_find_line (LicetCase *self,
                      const char *id)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return find_record (self->lines, id);
}

LicetParty *
licet_case_find_party (LicetCase *self,
                       const char *id)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return find_record (self->parties, id);
}

LicetEvidence *
licet_case_find_evidence (LicetCase *self,
                          const char *id)
{
  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  return find_record (self->evidence, id);
}

LicetParty *
licet_case_find_role (LicetCase *self,
                      LicetPartyRole role)
{
  guint n;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->parties));
  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (G_LIST_MODEL (self->parties), i);

    if (licet_party_has_role (party, role))
      return party; /* borrowed: the list keeps it */
  }
  return NULL;
}

GPtrArray *
licet_case_dup_party_array (LicetCase *self)
{
  GPtrArray *array;
  guint n;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  array = g_ptr_array_new_with_free_func (g_object_unref);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->parties));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (array, g_list_model_get_item (G_LIST_MODEL (self->parties), i));
  return array;
}

GStrv
licet_case_dup_destinations (LicetCase *self)
{
  /* Where the goods end up comes first; whoever holds them on the way counts when that is another country. */
  static const LicetPartyRole order[] = {
    LICET_ROLE_ULTIMATE_END_USER, LICET_ROLE_END_USER,     LICET_ROLE_STOCKIST,
    LICET_ROLE_CONSIGNEE,         LICET_ROLE_INTERMEDIATE,
  };
  const guint first_on_the_way = 3;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  LicetParty *exporter;
  const char *home;
  guint n;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  exporter = licet_case_find_role (self, LICET_ROLE_EXPORTER);
  home = exporter != NULL ? licet_party_get_country (exporter) : NULL;
  n = g_list_model_get_n_items (G_LIST_MODEL (self->parties));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    for (guint j = 0; j < n; j++) {
      g_autoptr (LicetParty) party = g_list_model_get_item (G_LIST_MODEL (self->parties), j);

      if (!licet_party_has_role (party, order[i]))
        continue;
      /* Who hands the goods on at home sends them nowhere. */
      if (i >= first_on_the_way && g_strcmp0 (licet_party_get_country (party), home) == 0)
        continue;
      add_destination (builder, seen, party);
    }
  return g_strv_builder_end (builder);
}

char *
licet_case_dup_total (LicetCase *self)
{
  LicetDecimal total = { 0, 0 };
  guint n;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  if (n == 0)
    return NULL;
  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);
    LicetDecimal value;

    if (!licet_line_get_value (line, &value) || !licet_decimal_add (&total, &value, &total, NULL))
      return NULL;
  }
  return licet_decimal_format_money (&total, 2);
}
