/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <gio/gio.h>

#define RUNS 40u

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* "licet-cli search" from start to exit, as a terminal waits for it. */
int
main (int argc,
      char *argv[])
{
  const char *words[] = { argc > 1 ? argv[1] : "licet-cli", "search",
                          "14-bit 310 MSPS ADC; power=1.2 W; package=BGA", NULL };
  gint64 times[RUNS];

  for (guint i = 0; i < RUNS; i++) {
    gint64 begin = g_get_monotonic_time ();
    g_autoptr (GError) error = NULL;
    int status;

    if (!g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                       NULL, &status, &error) ||
        !g_spawn_check_wait_status (status, &error)) {
      g_printerr ("%s\n", error->message);
      return 1;
    }
    times[i] = g_get_monotonic_time () - begin;
  }
  qsort (times, RUNS, sizeof times[0], compare);
  g_print (
    "licet-cli search, start to exit: median %.1f ms, 95th percentile %.1f ms (target 50 ms)\n",
    (double) times[RUNS / 2] / 1000, (double) times[RUNS * 95 / 100] / 1000);
  return 0;
}
