/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-item-private.h>

#include "random-item.h"
#include "world.h"

/* The most a walk through the whole list and a clause sheet of a middling entry may take, in microseconds. The median is held to
 * it: beyond that a busy machine is measured and not the program. The walk's target is for a list of 3,500 paragraphs and is held
 * in proportion. */
#define WALK_TARGET 10000
#define WALK_PARAGRAPHS 3500
#define SHEET_TARGET 1000
#define ROUNDS 60

typedef struct {
  const char *name;
  GArray *times; /* gint64 */
} Series;

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

static guint
count_paragraphs (const LicetNode *node)
{
  guint n = 1;

  for (guint i = 0; i < node->n_children; i++)
    n += count_paragraphs (node->children[i]);
  return n;
}

static void
series_init (Series *self,
             const char *name)
{
  *self = (Series) { name, g_array_new (FALSE, FALSE, sizeof (gint64)) };
}

static void
series_add (Series *self,
            gint64 begun)
{
  gint64 taken = g_get_monotonic_time () - begun;

  g_array_append_val (self->times, taken);
}

/* Says how long it took, and frees it. Returns: the median. */
static gint64
series_finish (Series *self)
{
  gint64 median;

  g_array_sort (self->times, compare_times);
  median = g_array_index (self->times, gint64, self->times->len / 2);
  g_print ("classify %s: %u runs, p50 %.3f ms, p95 %.3f ms, max %.3f ms\n", self->name,
           self->times->len, (double) median / 1000,
           (double) g_array_index (self->times, gint64, (self->times->len - 1) * 95 / 100) / 1000,
           (double) g_array_index (self->times, gint64, self->times->len - 1) / 1000);
  g_array_unref (self->times);
  return median;
}

/* The usual item of a small firm: one kind, a handful of numbers. */
static LicetItem *
new_usual_item (LicetBundle *law)
{
  LicetItem *item = licet_item_new (law);

  licet_item_set_nature (item, LICET_NATURE_GOODS);
  (void) licet_item_add_kind (item, "adc", NULL);
  (void) licet_item_set_fact (item, "adc-resolution", "14 bit", NULL, NULL);
  (void) licet_item_set_fact (item, "sample-rate", "310 MS/s", NULL, NULL);
  (void) licet_item_set_fact (item, "ambient-temperature", "-40 degC to 85 degC", NULL, NULL);
  return item;
}

/* Everything that the list asks is known, and nothing rules out early: the most there is to do. */
static LicetItem *
new_full_item (LicetBundle *law)
{
  LicetItem *item = random_item_new (law);
  g_auto (GStrv) kinds = licet_item_dup_kinds (item);

  for (guint i = 0; kinds[i] != NULL; i++)
    licet_item_remove_kind (item, kinds[i]);
  licet_item_set_nature (item, LICET_NATURE_GOODS);
  return item;
}

static gint64
measure_walk (LicetItem *item,
              const LicetControlList *list,
              const char *name)
{
  Series walks;
  Series asks;
  g_autofree char *questions_name = g_strconcat ("questions, ", name, NULL);
  g_autofree char *walk_name = g_strconcat ("walk, ", name, NULL);
  gint64 median;

  series_init (&walks, walk_name);
  series_init (&asks, questions_name);
  for (guint i = 0; i < ROUNDS; i++) {
    gint64 begun = g_get_monotonic_time ();
    g_autoptr (LicetWalk) walk = licet_walk_new (item, list, NULL, NULL, NULL);
    g_autoptr (GPtrArray) questions = NULL;

    series_add (&walks, begun);
    begun = g_get_monotonic_time ();
    questions = licet_questions_for_walk (walk, item, 10);
    series_add (&asks, begun);
    g_assert_nonnull (questions);
  }
  median = series_finish (&walks);
  (void) series_finish (&asks);
  return median;
}

static gint64
measure_sheets (LicetItem *item,
                const LicetNode *const *entries,
                guint n,
                const char *name)
{
  Series sheets;
  const LicetNode *largest = entries[0];
  guint largest_size = 0;

  for (guint i = 0; i < n; i++)
    if (count_paragraphs (entries[i]) > largest_size) {
      largest = entries[i];
      largest_size = count_paragraphs (largest);
    }
  series_init (&sheets, name);
  for (guint i = 0; i < ROUNDS / 4; i++)
    for (guint j = 0; j < n; j++) {
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, entries[j], NULL);

      series_add (&sheets, begun);
      g_assert_nonnull (sheet);
    }
  {
    gint64 begun = g_get_monotonic_time ();
    g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, largest, NULL);

    g_print ("classify sheet of the largest entry, %s with %u paragraphs: %.3f ms\n", largest->full,
             largest_size, (double) (g_get_monotonic_time () - begun) / 1000);
  }
  return series_finish (&sheets);
}

static gboolean
measure (LicetBundle *law)
{
  const LicetControlList *list =
      licet_bundle_get_list (law, licet_bundle_get_list_ids (law)[0], NULL);
  g_autoptr (LicetItem) usual = new_usual_item (law);
  g_autoptr (LicetItem) full = new_full_item (law);
  g_autoptr (LicetItem) unknown = licet_item_new (law);
  const LicetNode *const *entries;
  guint n_paragraphs = 0;
  gint64 target;
  gboolean is_kept;
  guint n;

  entries = licet_control_list_get_entries (list, &n);
  for (guint i = 0; i < n; i++)
    n_paragraphs += count_paragraphs (entries[i]);
  g_print ("classify: %u entries, %u paragraphs\n", n, n_paragraphs);
  target = (gint64) WALK_TARGET * n_paragraphs / WALK_PARAGRAPHS;
  is_kept = measure_walk (usual, list, "usual item") <= target;
  is_kept = measure_walk (unknown, list, "nothing known") <= target && is_kept;
  is_kept = measure_walk (full, list, "much known, no kind") <= target && is_kept;
  is_kept = measure_sheets (usual, entries, n, "sheet, usual item") <= SHEET_TARGET && is_kept;
  is_kept =
      measure_sheets (full, entries, n, "sheet, much known, no kind") <= SHEET_TARGET && is_kept;
  if (!is_kept)
    g_print ("classify: slower than the targets (walk %.1f ms for this list, sheet %.1f ms)\n",
             (double) target / 1000, (double) SHEET_TARGET / 1000);
  return is_kept;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (LicetBundle) law = NULL;

  /* What is drawn by chance is drawn as in the tests, from a seed that is shown. */
  g_test_init (&argc, &argv, NULL);
  law = world_open_real ();
  return measure (law) ? 0 : 1;
}
