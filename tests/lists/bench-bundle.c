/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <glib/gstdio.h>
#include <licet-compiler.h>
#include <licet-lists.h>
#include <stdio.h>

#define N_ROUNDS 100
#define N_COMPILES 5

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

/* Everything that a page about @node and what stands below it says. */
static guint
describe (const LicetNode *node)
{
  g_autoptr (GPtrArray) terms = licet_node_dup_terms (node);
  guint n = terms->len;

  for (guint i = 0; i < node->n_conditions; i++) {
    g_autofree char *words = licet_condition_dup_words (node->conditions[i]);

    n += words != NULL;
  }
  for (guint i = 0; i < node->n_children; i++)
    n += describe (node->children[i]);
  return n;
}

static void
measure_pages (void)
{
  g_autoptr (LicetBundle) bundle = licet_bundle_open (NULL, NULL);
  const char *const *ids = licet_bundle_get_list_ids (bundle);

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], NULL);
    const LicetNode *slowest = NULL;
    const LicetNode *const *entries;
    gint64 longest = 0;
    guint n = 0;

    entries = licet_control_list_get_entries (list, &n);
    for (guint j = 0; j < n; j++) {
      gint64 start = g_get_monotonic_time ();
      gint64 took;

      (void) describe (entries[j]);
      took = g_get_monotonic_time () - start;
      if (took > longest) {
        longest = took;
        slowest = entries[j];
      }
    }
    printf ("bundle: words, numbers and terms of an entry: at most %.2f ms (%s) of %u entries in "
            "%s; a frame has 16 ms\n",
            (double) longest / 1000, slowest != NULL ? slowest->code : "none", n, ids[i]);
  }
}

static gboolean
measure_compile (void)
{
  g_autofree char *target = g_build_filename (g_get_tmp_dir (), "licet-bench.bundle", NULL);
  gint64 times[N_COMPILES];

  for (guint i = 0; i < N_COMPILES; i++) {
    gint64 start = g_get_monotonic_time ();

    if (!licet_bundle_compile (g_getenv ("LICET_DATA_DIR"), target, "bench", NULL, 0, NULL, NULL))
      return FALSE;
    times[i] = g_get_monotonic_time () - start;
  }
  (void) g_unlink (target);
  qsort (times, N_COMPILES, sizeof *times, compare);
  printf ("bundle: compile the data: median %.2f s (target 10 s)\n",
          (double) times[N_COMPILES / 2] / 1e6);
  return TRUE;
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
  if (n_nodes == 0)
    return 1;
  measure_pages ();
  return measure_compile () ? 0 : 1;
}
