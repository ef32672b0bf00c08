/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-history"

#include "config.h"

#include "licet-history.h"

struct _LicetHistory {
  GObject parent_instance;

  GPtrArray *nodes;
  guint current;
};

G_DEFINE_FINAL_TYPE (LicetHistory, licet_history, G_TYPE_OBJECT)

static void
licet_history_finalize (GObject *object)
{
  LicetHistory *self = LICET_HISTORY (object);

  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  G_OBJECT_CLASS (licet_history_parent_class)->finalize (object);
}

static void
licet_history_class_init (LicetHistoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = licet_history_finalize;
}

static void
licet_history_init (LicetHistory *self)
{
  self->nodes = g_ptr_array_new ();
}

LicetHistory *
licet_history_new (void)
{
  return g_object_new (LICET_TYPE_HISTORY, NULL);
}

void
licet_history_visit (LicetHistory *history,
                     const LicetNode *node)
{
  g_return_if_fail (LICET_IS_HISTORY (history) && node != NULL);

  if (history->nodes->len > 0) {
    if (g_ptr_array_index (history->nodes, history->current) == node)
      return;
    g_ptr_array_set_size (history->nodes, (int) history->current + 1);
  }
  g_ptr_array_add (history->nodes, (gpointer) node);
  history->current = history->nodes->len - 1;
}

gboolean
licet_history_can_go (LicetHistory *history,
                      int step)
{
  g_return_val_if_fail (LICET_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (step == 1 || step == -1, FALSE);

  if (step < 0)
    return history->current > 0;
  return history->current + 1 < history->nodes->len;
}

const LicetNode *
licet_history_go (LicetHistory *history,
                  int step)
{
  if (!licet_history_can_go (history, step))
    return NULL;
  history->current = step > 0 ? history->current + 1 : history->current - 1;
  return g_ptr_array_index (history->nodes, history->current);
}

void
licet_history_clear (LicetHistory *history)
{
  g_return_if_fail (LICET_IS_HISTORY (history));

  g_ptr_array_set_size (history->nodes, 0);
  history->current = 0;
}
