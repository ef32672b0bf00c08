/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-records"

#include "config.h"

#include "licet-store-private.h"

/* What the first record names as the one before it. */
#define NO_PREVIOUS "0000000000000000000000000000000000000000000000000000000000000000"

/* The digest that the next record names: over everything that stands in this one. */
static char *
dup_chain (const char *previous,
           const char *id,
           const char *kind,
           const char *subject,
           const char *digest)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = licet_json_make_node (object);
  g_autofree char *text = NULL;

  json_object_set_string_member (object, "previous", previous);
  json_object_set_string_member (object, "case", id);
  json_object_set_string_member (object, "kind", kind);
  json_object_set_string_member (object, "subject", subject);
  json_object_set_string_member (object, "content", digest);
  text = licet_json_serialise (node);
  return licet_digest_text (text);
}

static const char *
get_string (JsonObject *object,
            const char *member)
{
  return json_object_get_string_member_with_default (object, member, NULL);
}

/* The array @member of @object, or NULL. */
static JsonArray *
get_array (JsonObject *object,
           const char *member)
{
  return json_object_has_member (object, member) ? json_object_get_array_member (object, member)
                                                 : NULL;
}

static guint
get_length (JsonArray *array)
{
  return array != NULL ? json_array_get_length (array) : 0;
}

static gboolean
refuse_lost (const char *subject,
             GError **error)
{
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_IMMUTABLE,
               "a determination of the item “%s” that was kept before is missing or changed; "
               "determinations are added, never changed: "
               "load the case again, or give the item another id",
               subject);
  return FALSE;
}

static gboolean
keep_determinations (LicetStoreWrite *write,
                     const char *id,
                     JsonObject *item,
                     GError **error)
{
  JsonArray *determinations = get_array (item, "determinations");
  const char *subject = get_string (item, "id");
  g_auto (GStrv) kept = NULL;
  guint n_kept;

  kept = _licet_db_dup_column (write->db,
                               "SELECT digest FROM records WHERE case_id = ? AND kind = "
                               "'determination' AND subject = ? ORDER BY number",
                               (const char *const[]) { id, subject }, 2, error);
  if (kept == NULL)
    return FALSE;
  n_kept = g_strv_length (kept);
  if (n_kept > get_length (determinations))
    return refuse_lost (subject, error);
  for (guint i = 0; i < get_length (determinations); i++) {
    JsonNode *content = json_array_get_element (determinations, i);
    g_autofree char *text = licet_json_serialise (content);
    g_autofree char *digest = licet_digest_text (text);
    JsonObject *object = JSON_NODE_HOLDS_OBJECT (content) ? json_node_get_object (content) : NULL;

    if (i < n_kept && !g_str_equal (kept[i], digest))
      return refuse_lost (subject, error);
    if (i < n_kept)
      continue;
    if (!_licet_records_add (write, id, "determination", subject, content, error) ||
        !_licet_history_add (write, id, object != NULL ? get_string (object, "decided-by") : NULL,
                             "determination", json_node_copy (content), error))
      return FALSE;
  }
  return TRUE;
}

static JsonNode *
make_screening (JsonObject *party)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "party", get_string (party, "id"));
  licet_json_add_text (object, "name", get_string (party, "name"));
  json_object_set_member (object, "screening",
                          json_node_copy (json_object_get_member (party, "screening")));
  return licet_json_make_node (object);
}

/* A decision is kept when it differs from the last one that was kept of the party; a party not looked up yet has none. */
static gboolean
keep_screening (LicetStoreWrite *write,
                const char *id,
                JsonObject *party,
                GError **error)
{
  JsonObject *screening = json_object_has_member (party, "screening")
                              ? json_object_get_object_member (party, "screening")
                              : NULL;
  const char *subject = get_string (party, "id");
  g_autoptr (JsonNode) content = NULL;
  g_autofree char *last = NULL;
  g_autofree char *text = NULL;

  if (screening == NULL || g_strcmp0 (get_string (screening, "state"), "open") == 0)
    return TRUE;
  content = make_screening (party);
  text = licet_json_serialise (content);
  if (!_licet_db_get_text (write->db,
                           "SELECT content FROM records WHERE case_id = ? AND kind = 'screening' "
                           "AND subject = ? ORDER BY number DESC LIMIT 1",
                           (const char *const[]) { id, subject }, 2, &last, error))
    return FALSE;
  if (g_strcmp0 (last, text) == 0)
    return TRUE;
  return _licet_records_add (write, id, "screening", subject, content, error) &&
         _licet_history_add (write, id, get_string (screening, "by"), "screening",
                             json_node_copy (content), error);
}

gboolean
_licet_records_keep_case (LicetStoreWrite *write,
                          const char *id,
                          JsonObject *object,
                          GError **error)
{
  JsonArray *items = get_array (object, "items");
  JsonArray *parties = get_array (object, "parties");

  for (guint i = 0; i < get_length (items); i++)
    if (!keep_determinations (write, id, json_array_get_object_element (items, i), error))
      return FALSE;
  for (guint i = 0; i < get_length (parties); i++)
    if (!keep_screening (write, id, json_array_get_object_element (parties, i), error))
      return FALSE;
  return TRUE;
}

gboolean
_licet_records_add (LicetStoreWrite *write,
                    const char *id,
                    const char *kind,
                    const char *subject,
                    JsonNode *content,
                    GError **error)
{
  g_autofree char *text = licet_json_serialise (content);
  g_autofree char *digest = licet_digest_text (text);
  g_autofree char *previous = NULL;
  g_autofree char *chain = NULL;

  if (!_licet_db_get_text (write->db, "SELECT chain FROM records ORDER BY number DESC LIMIT 1",
                           NULL, 0, &previous, error))
    return FALSE;
  if (previous == NULL)
    previous = g_strdup (NO_PREVIOUS);
  chain = dup_chain (previous, id, kind, subject, digest);
  {
    const char *const texts[] = { id, kind, subject, text, digest, previous, chain };

    return _licet_db_run (write->db,
                          "INSERT INTO records (case_id, kind, subject, content, digest, previous, "
                          "chain) VALUES (?, ?, ?, ?, ?, ?, ?)",
                          texts, G_N_ELEMENTS (texts), error);
  }
}

static gboolean
is_sound (sqlite3_stmt *row,
          const char *before)
{
  g_autofree char *id = _licet_db_dup_text (row, 1);
  g_autofree char *kind = _licet_db_dup_text (row, 2);
  g_autofree char *subject = _licet_db_dup_text (row, 3);
  g_autofree char *content = _licet_db_dup_text (row, 4);
  g_autofree char *digest = _licet_db_dup_text (row, 5);
  g_autofree char *previous = _licet_db_dup_text (row, 6);
  g_autofree char *chain = _licet_db_dup_text (row, 7);
  g_autofree char *real_digest = licet_digest_text (content);
  g_autofree char *real_chain = dup_chain (before, id, kind, subject, digest);

  return g_str_equal (digest, real_digest) && g_str_equal (previous, before) &&
         g_str_equal (chain, real_chain);
}

gboolean
_licet_records_check (LicetDb *db,
                      char **ret_fault,
                      GError **error)
{
  sqlite3_stmt *row = _licet_db_query (db,
                                       "SELECT number, case_id, kind, subject, content, digest, "
                                       "previous, chain FROM records ORDER BY number",
                                       NULL, 0, error);
  g_autofree char *before = g_strdup (NO_PREVIOUS);
  g_autofree char *fault = NULL;
  gboolean has_row = row != NULL;

  while (has_row) {
    if (!_licet_db_next (db, row, &has_row, error))
      return FALSE;
    if (!has_row)
      break;
    if (fault == NULL && !is_sound (row, before))
      fault = g_strdup_printf ("record %lld is not as it was written",
                               (long long) sqlite3_column_int64 (row, 0));
    g_free (before);
    before = _licet_db_dup_text (row, 7);
  }
  if (row == NULL)
    return FALSE;
  *ret_fault = g_steal_pointer (&fault);
  return TRUE;
}
