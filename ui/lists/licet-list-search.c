/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-list-search"

#include "config.h"

#include "licet-list-search.h"

#include "licet-hit-item.h"

/* More than this nobody reads; who wants others types another word. */
#define MAX_HITS 60u

static void
search_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = licet_search (LICET_BUNDLE (source), data, NULL, MAX_HITS,
                                             cancellable, &error);
  g_autoptr (GListStore) store = NULL;

  if (hits == NULL) {
    g_task_return_error (task, g_steal_pointer (&error));
    return;
  }
  store = g_list_store_new (LICET_TYPE_HIT_ITEM);
  for (guint i = 0; i < hits->len; i++) {
    g_autoptr (LicetHitItem) item = licet_hit_item_new (g_ptr_array_index (hits, i));

    g_list_store_append (store, item);
  }
  g_task_return_pointer (task, g_steal_pointer (&store), g_object_unref);
}

void
licet_list_search_async (LicetBundle *bundle,
                         const char *text,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (LICET_IS_BUNDLE (bundle) && text != NULL);

  task = g_task_new (bundle, cancellable, callback, data);
  g_task_set_source_tag (task, licet_list_search_async);
  g_task_set_task_data (task, g_strdup (text), g_free);
  g_task_run_in_thread (task, search_thread);
}

GListModel *
licet_list_search_finish (GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
