/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-lists.h>
#include <stdio.h>

#define N_ROUNDS 100

static int
compare (const void *a,
         const void *b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static guint
count_nodes (const LicetNode *node)
{
  guint n = 1;

  for (guint i = 0; i < node->n_children; i++)
    n += count_nodes (node->children[i]);
  return n;
}

/* Opens the bundle and loads all its lists, as a program does when it starts. */
static guint
load (void)
{
  g_autoptr (LicetBundle) bundle = licet_bundle_open (NULL, NULL);
  const char *const *ids = bundle != NULL ? licet_bundle_get_list_ids (bundle) : NULL;
  guint n_nodes = 0;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], NULL);
    const LicetNode *const *entries;
    guint n = 0;

    if (list == NULL)
      return 0;
    entries = licet_control_list_get_entries (list, &n);
    for (guint j = 0; j < n; j++)
      n_nodes += count_nodes (entries[j]);
  }
  return n_nodes;
}

int
main (void)
{
  gint64 times[N_ROUNDS];
  guint n_nodes = 0;

  for (guint i = 0; i < N_ROUNDS; i++) {
    gint64 start = g_get_monotonic_time ();

    n_nodes = load ();
    times[i] = g_get_monotonic_time () - start;
  }
  qsort (times, N_ROUNDS, sizeof *times, compare);
  printf ("bundle: open and load %u paragraphs: median %.2f ms, 95th percentile %.2f ms, first and "
          "worst %.2f ms\n", n_nodes,
          (double) times[N_ROUNDS / 2] / 1000, (double) times[N_ROUNDS * 95 / 100] / 1000,
          (double) times[N_ROUNDS - 1] / 1000);
  return n_nodes > 0 ? 0 : 1;
}
