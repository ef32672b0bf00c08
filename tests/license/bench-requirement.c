/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "license-fixture.h"

#define N_ROUNDS 40

static int
compare_times (const void *a,
               const void *b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

/* Microseconds of the processor, so that what else runs on the machine does not count. */
static gint64
get_processor_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* What if it went elsewhere: one item to every country. */
static void
measure (LicetRules *rules,
         const char *codes,
         const char *answers)
{
  const char *const *countries = licet_country_get_codes ();
  gint64 times[N_ROUNDS];
  guint n = 0;

  for (guint round = 0; round < N_ROUNDS; round++) {
    g_autoptr (GPtrArray) queries =
        g_ptr_array_new_with_free_func ((GDestroyNotify) licet_requirement_query_unref);
    gint64 start;

    n = 0;
    for (guint i = 0; countries[i] != NULL; i++)
      g_ptr_array_add (queries, fixture_query (codes, countries[i], answers));
    start = get_processor_time ();
    for (guint i = 0; i < queries->len; i++) {
      g_autoptr (LicetRequirement) requirement =
          fixture_require (rules, g_ptr_array_index (queries, i));

      n += licet_requirement_get_trail (requirement)->len > 0;
    }
    times[round] = get_processor_time () - start;
  }
  qsort (times, N_ROUNDS, sizeof (gint64), compare_times);
  printf ("%-14s %-12s %u destinations: median %.2f ms, 95th percentile %.2f ms (target 10 ms)\n",
          *codes != '\0' ? codes : "not listed", answers != NULL ? "answered" : "no answers", n,
          (double) times[N_ROUNDS / 2] / 1000, (double) times[N_ROUNDS * 95 / 100] / 1000);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (LicetRules) rules = NULL;
  gint64 start = get_processor_time ();

  rules = fixture_load_rules ();
  printf ("rules read and checked in %.2f ms\n", (double) (get_processor_time () - start) / 1000);
  measure (rules, "3A001.a.5.a.4", NULL);
  measure (rules, "3A001.a.5.a.4", FIXTURE_CLEAN);
  measure (rules, "1C239", FIXTURE_CLEAN);
  measure (rules, "", NULL);
  measure (rules, "", FIXTURE_CLEAN);
  return 0;
}
