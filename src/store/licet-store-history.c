/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-history"

#include "config.h"

#include "licet-store-private.h"

static gboolean
insert_line (LicetStoreWrite *write,
             const char *id,
             const char *line,
             GError **error)
{
  return _licet_db_run (write->db, "INSERT INTO history (case_id, line) VALUES (?, ?)",
                        (const char *const[]) { id, line }, 2, error);
}

static gboolean
refuse_fork (const char *id,
             guint line,
             GError **error)
{
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_IMMUTABLE,
               "the history of the case “%s” and that of the store differ from line %u on; give "
               "the case another id to keep both",
               id, line);
  return FALSE;
}

GStrv
_licet_history_load (LicetDb *db,
                     const char *id,
                     GError **error)
{
  return _licet_db_dup_column (db, "SELECT line FROM history WHERE case_id = ? ORDER BY number",
                               (const char *const[]) { id }, 1, error);
}

/* A case that was filed elsewhere may come back with more history than the store has, or with less when it is saved twice; never with
 * another one. */
gboolean
_licet_history_merge (LicetStoreWrite *write,
                      const char *id,
                      const char *const *given,
                      GError **error)
{
  g_auto (GStrv) kept = _licet_history_load (write->db, id, error);
  guint common = 0;
  guint broken = 0;

  if (kept == NULL)
    return FALSE;
  while (kept[common] != NULL && given[common] != NULL && g_str_equal (kept[common], given[common]))
    common++;
  if (given[common] == NULL)
    return TRUE;
  if (kept[common] != NULL)
    return refuse_fork (id, common + 1, error);
  if (!licet_journal_check_from (common > 0 ? kept[common - 1] : NULL, given + common, &broken)) {
    g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_DAMAGED,
                 "line %u of the history of the case “%s” does not follow the line before; "
                 "get the file again, or take its “journal” out",
                 common + broken, id);
    return FALSE;
  }
  for (guint i = common; given[i] != NULL; i++)
    if (!insert_line (write, id, given[i], error))
      return FALSE;
  return TRUE;
}

gboolean
_licet_history_add (LicetStoreWrite *write,
                    const char *id,
                    const char *actor,
                    const char *event,
                    JsonNode *detail,
                    GError **error)
{
  g_autoptr (JsonNode) owned = detail;
  g_autofree char *previous = NULL;
  g_autofree char *line = NULL;

  if (!_licet_db_get_text (
          write->db, "SELECT line FROM history WHERE case_id = ? ORDER BY number DESC LIMIT 1",
          (const char *const[]) { id }, 1, &previous, error))
    return FALSE;
  line = licet_journal_line (previous, write->moment, actor, event, owned);
  return insert_line (write, id, line, error);
}
