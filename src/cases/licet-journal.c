/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-journal"

#include "config.h"

#include "licet-journal.h"

/* What the first line names as the one before it. */
#define NO_PREVIOUS "0000000000000000000000000000000000000000000000000000000000000000"

/* The digest a line says the line before it has, or NULL when it is no canonical line. */
static char *
dup_previous (const char *line)
{
  g_autoptr (LicetJson) json = NULL;
  g_autofree char *canonical = NULL;
  LicetJsonPlace place;
  const char *previous = NULL;

  json = licet_json_parse ("journal", line, -1, NULL);
  if (json == NULL)
    return NULL;
  licet_json_place_root (json, &place);
  if (!licet_json_place_get_string (&place, "previous", &previous, NULL))
    return NULL;
  canonical = licet_json_serialise (licet_json_get_root (json));
  return g_str_equal (canonical, line) ? g_strdup (previous) : NULL;
}

char *
licet_journal_line (const char *previous,
                    const char *moment,
                    const char *actor,
                    const char *event,
                    JsonNode *detail)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *digest = NULL;
  JsonObject *object;

  g_return_val_if_fail (moment != NULL && event != NULL, NULL);

  digest = previous != NULL ? licet_digest_text (previous) : g_strdup (NO_PREVIOUS);
  object = json_object_new ();
  json_object_set_string_member (object, "previous", digest);
  json_object_set_string_member (object, "moment", moment);
  json_object_set_string_member (object, "event", event);
  licet_json_add_text (object, "actor", actor);
  if (detail != NULL)
    json_object_set_member (object, "detail", json_node_copy (detail));
  node = licet_json_make_node (object);
  return licet_json_serialise (node);
}

gboolean
licet_journal_check (const char *const *lines,
                     guint *ret_line)
{
  return licet_journal_check_from (NULL, lines, ret_line);
}

gboolean
licet_journal_check_from (const char *before,
                          const char *const *lines,
                          guint *ret_line)
{
  g_return_val_if_fail (lines != NULL, FALSE);

  for (guint i = 0; lines[i] != NULL; i++) {
    const char *previous = i == 0 ? before : lines[i - 1];
    g_autofree char *said = dup_previous (lines[i]);
    g_autofree char *is = previous != NULL ? licet_digest_text (previous) : g_strdup (NO_PREVIOUS);

    if (g_strcmp0 (said, is) != 0) {
      if (ret_line != NULL)
        *ret_line = i + 1;
      return FALSE;
    }
  }
  return TRUE;
}
