/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-resolved"

#include "config.h"

#include <string.h>

#include "licet-determination-private.h"

void
_licet_resolved_init (LicetResolved *self,
                      const LicetClassifyOptions *options)
{
  const LicetClassifyOptions usual = LICET_CLASSIFY_OPTIONS_INIT;

  self->options = options != NULL ? *options : usual;
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
_licet_resolved_clear (LicetResolved *self)
{
  g_clear_pointer (&self->answers, g_hash_table_unref);
}

/* Ids and codes have no blanks in common with what stands between them: the code never has one. */
static char *
dup_key (const char *item_id,
         const char *code)
{
  return g_strconcat (item_id, " ", code, NULL);
}

static LicetTruth
ask (const char *item_id,
     const char *code,
     gpointer user_data)
{
  LicetResolved *self = user_data;
  LicetTruth truth = self->options.resolve (item_id, code, self->options.resolve_data);

  g_hash_table_replace (self->answers, dup_key (item_id, code), GUINT_TO_POINTER (truth));
  return truth;
}

static LicetTruth
recall (const char *item_id,
        const char *code,
        gpointer user_data)
{
  const LicetResolved *self = user_data;
  g_autofree char *key = dup_key (item_id, code);
  gpointer truth;

  return g_hash_table_lookup_extended (self->answers, key, NULL, &truth)
             ? (LicetTruth) GPOINTER_TO_UINT (truth)
             : LICET_UNKNOWN;
}

void
_licet_resolved_record (LicetResolved *self,
                        LicetClassifyOptions *ret_options)
{
  *ret_options = self->options;
  if (self->options.resolve == NULL)
    return;
  ret_options->resolve = ask;
  ret_options->resolve_data = self;
}

void
_licet_resolved_replay (LicetResolved *self,
                        JsonObject *record,
                        LicetClassifyOptions *ret_options)
{
  JsonArray *array = json_object_get_array_member (record, "resolved");

  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *answer = json_array_get_object_element (array, i);
    LicetTruth truth = LICET_UNKNOWN;

    (void) licet_truth_parse (json_object_get_string_member (answer, "truth"), &truth);
    g_hash_table_replace (self->answers,
                          dup_key (json_object_get_string_member (answer, "item"),
                                   json_object_get_string_member (answer, "code")),
                          GUINT_TO_POINTER (truth));
  }
  *ret_options = self->options;
  ret_options->near_percent = (guint) json_object_get_int_member (record, "near-percent");
  ret_options->resolve = recall;
  ret_options->resolve_data = self;
}

JsonArray *
_licet_resolved_write (LicetResolved *self)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (self->answers);
  JsonArray *array = json_array_new ();

  g_ptr_array_sort_values (keys, (GCompareFunc) strcmp);
  for (guint i = 0; i < keys->len; i++) {
    const char *key = g_ptr_array_index (keys, i);
    const char *blank = strrchr (key, ' ');
    g_autofree char *item_id = g_strndup (key, (gsize) (blank - key));
    LicetTruth truth = (LicetTruth) GPOINTER_TO_UINT (g_hash_table_lookup (self->answers, key));
    JsonObject *answer = json_object_new ();

    json_object_set_string_member (answer, "item", item_id);
    json_object_set_string_member (answer, "code", blank + 1);
    json_object_set_string_member (answer, "truth", licet_truth_serialise (truth));
    json_array_add_object_element (array, answer);
  }
  return array;
}
