/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-form-private.h>
#include <licet-statements.h>

/** load_form: Returns: (transfer full): the form "statements/eu-end-use" as it stands in the data. */
static inline LicetForm *
load_form (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("LICET_DATA_DIR"), "forms", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_load (path, &error);
  LicetForm *form;

  g_assert_no_error (error);
  form = _licet_form_parse (json, &error);
  g_assert_no_error (error);
  return form;
}

/** read_facts: Returns: (transfer full): the bound case in @text. */
static inline JsonNode *
read_facts (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("facts", text, -1, &error);

  g_assert_no_error (error);
  return json_node_copy (licet_json_get_root (json));
}

/** find_filled: Returns: (transfer none): the field @id of @filled, which must be there. */
static inline const LicetFilledField *
find_filled (GPtrArray *filled,
             const char *id)
{
  for (guint i = 0; i < filled->len; i++) {
    const LicetFilledField *field = g_ptr_array_index (filled, i);

    if (g_str_equal (field->id, id))
      return field;
  }
  g_error ("there is no field “%s”", id);
}

/* A bound case: a board to Singapore, by way of a distributor. */
#define FACTS                                                                                      \
  "{\"reference\": \"NM-1\", \"round\": \"1\","                                                    \
  " \"exporter\": {\"id\": \"n\", \"name\": \"Nordlicht Messtechnik GmbH\", \"address\": "         \
  "\"Musterweg 14, 23552 Lübeck, Germany\","                                                      \
  " \"country\": \"Germany\", \"country-code\": \"DE\", \"identification\": \"DE1\", "             \
  "\"contact\": \"K. Sommer\"},"                                                                   \
  " \"consignee\": {\"id\": \"l\", \"name\": \"Lionrock\", \"address\": \"2 Dock, Singapore\", "   \
  "\"country\": \"Singapore\"},"                                                                   \
  " \"end-user\": {\"id\": \"m\", \"name\": \"Merlion Instruments & Co. Pte. Ltd.\"},"             \
  " \"intermediates\": [],"                                                                        \
  " \"parties\": {"                                                                                \
  "  \"m\": {\"id\": \"m\", \"roles\": [\"end-user\"], \"name\": \"Merlion Instruments & Co. "     \
  "Pte. Ltd.\","                                                                                   \
  "   \"address\": \"1 Shore Road, Singapore\", \"country\": \"Singapore\", \"contact\": "         \
  "\"Tan\", \"signatory\": \"Tan, Director\"},"                                                    \
  "  \"l\": {\"id\": \"l\", \"roles\": [\"consignee\"], \"name\": \"Lionrock\"},"                  \
  "  \"s\": {\"id\": \"s\", \"roles\": [\"stockist\"], \"name\": \"Stock\", \"signatory\": "       \
  "\"Lim\"}},"                                                                                     \
  " \"items\": [{\"line\": \"1\", \"id\": \"board\", \"description\": \"Digitizer, 2.5 GS/s\", "   \
  "\"part-number\": \"NM-250\","                                                                   \
  "   \"quantity\": \"24\", \"unit\": \"piece\", \"value\": \"28320.00\", \"currency\": \"EUR\", " \
  "\"codes\": \"3A001.a.5.a.4\"}],"                                                                \
  " \"end-use\": {\"text\": \"Recorder for mass spectra\", \"place\": \"Singapore\", "             \
  "\"incorporated\": false,"                                                                       \
  "   \"answers\": {\"eu.wmd.informed\": false}},"                                                 \
  " \"destination\": \"Singapore\", \"destination-code\": \"SG\","                                 \
  " \"transaction\": {\"contract-number\": \"PO-7731\", \"contract-date\": \"2026-11-02\"},"       \
  " \"totals\": {\"value\": \"28320.00\", \"currency\": \"EUR\", \"lines\": \"1\"},"               \
  " \"verdicts\": {\"eu\": [\"license-required\"]},"                                               \
  " \"missing-because\": {\"parties.m.email\": \"Has no e-mail\", "                                \
  "\"transaction.customs-procedure\": \"Chosen by the forwarder\"}}"
