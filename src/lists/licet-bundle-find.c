/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-bundle-find"

#include "config.h"

#include "licet-bundle.h"

#include <string.h>

#define MAX_LOOKALIKES 6

/* Codes beside the one that is missing: what stands below the nearest node above it, or entries
 * that begin alike. */
static void
add_lookalikes (const LicetControlList *list,
                const char *code,
                GPtrArray *alike)
{
  g_autofree char *above = g_strdup (code);
  const LicetNode *node = NULL;
  guint n = 0;
  const LicetNode *const *entries = licet_control_list_get_entries (list, &n);

  while (node == NULL && strrchr (above, '.') != NULL) {
    *strrchr (above, '.') = '\0';
    node = licet_control_list_find (list, above);
  }
  for (guint i = 0; node != NULL && i < node->n_children && alike->len < MAX_LOOKALIKES; i++)
    g_ptr_array_add (alike, (gpointer) node->children[i]->full);
  for (guint length = 4; node == NULL && alike->len == 0 && length >= 2; length--)
    for (guint i = 0; i < n && alike->len < MAX_LOOKALIKES; i++)
      if (g_ascii_strncasecmp (entries[i]->full, above, length) == 0)
        g_ptr_array_add (alike, (gpointer) entries[i]->full);
}

static const LicetNode *
find_in_lists (LicetBundle *bundle,
               const char *only,
               const char *code,
               GPtrArray *alike,
               GError **error)
{
  const char *const *ids = licet_bundle_get_list_ids (bundle);

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list;
    const LicetNode *node;

    if (only != NULL && !g_str_equal (only, ids[i]))
      continue;
    list = licet_bundle_get_list (bundle, ids[i], error);
    if (list == NULL)
      return NULL;
    node = licet_control_list_find (list, code);
    if (node != NULL)
      return node;
    add_lookalikes (list, code, alike);
  }
  g_set_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_CODE, "there is no “%s”%s%s", code,
               only != NULL ? " in " : "", only != NULL ? only : "");
  return NULL;
}

const LicetNode *
licet_bundle_find_node (LicetBundle *bundle,
                        const char *code,
                        GError **error)
{
  g_autoptr (GPtrArray) alike = g_ptr_array_new ();
  g_autofree char *only = NULL;
  g_autofree char *all = NULL;
  g_autoptr (GError) inner = NULL;
  const LicetNode *node;
  const char *colon;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle) && code != NULL, NULL);

  colon = strchr (code, ':');
  if (colon != NULL) {
    only = g_strndup (code, (gsize) (colon - code));
    if (licet_bundle_get_list (bundle, only, error) == NULL)
      return NULL;
  }
  node = find_in_lists (bundle, only, colon != NULL ? colon + 1 : code, alike, &inner);
  if (node != NULL)
    return node;
  if (!g_error_matches (inner, LICET_LISTS_ERROR, LICET_LISTS_ERROR_CODE)) {
    g_propagate_error (error, g_steal_pointer (&inner));
    return NULL;
  }
  g_ptr_array_add (alike, NULL);
  all = g_strjoinv (", ", (char **) alike->pdata);
  g_set_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_CODE, "%s; %s%s", inner->message,
               *all != '\0' ? "there are: " : "write it as 3A001.a.5", all);
  return NULL;
}
