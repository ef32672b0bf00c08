/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <string.h>

#include "products.h"

/* The most a keystroke may take at the 95th percentile, in microseconds. */
#define TARGET 5000
#define LIMIT 20

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return left < right ? -1 : left > right;
}

/* Types @text letter by letter, as somebody at a search box does. */
static void
type (LicetBundle *bundle,
      const char *text,
      GArray *times)
{
  for (const char *end = g_utf8_next_char (text); ; end = g_utf8_next_char (end)) {
    g_autofree char *typed = g_strndup (text, (gsize) (end - text));
    gint64 begun = g_get_monotonic_time ();
    g_autoptr (GPtrArray) hits = licet_search (bundle, typed, NULL, LIMIT, NULL, NULL);
    gint64 taken = g_get_monotonic_time () - begun;

    g_assert_nonnull (hits);
    g_array_append_val (times, taken);
    if (*end == '\0')
      return;
  }
}

static gint64
get_percentile (GArray *times,
                guint percent)
{
  return g_array_index (times, gint64, (times->len - 1) * percent / 100);
}

static void
type_products (LicetBundle *bundle,
               const char *name,
               GArray *times)
{
  g_autoptr (LicetJson) json = NULL;
  g_autoptr (GArray) products = load_products (name, &json);

  for (guint i = 0; i < products->len; i++)
    type (bundle, g_array_index (products, Product, i).query, times);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetBundle) bundle = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 first;

  g_test_init (&argc, &argv, NULL);
  bundle = licet_bundle_open (NULL, &error);
  g_assert_no_error (error);
  type (bundle, "a", times);
  first = g_array_index (times, gint64, 0);
  g_array_set_size (times, 0);
  type_products (bundle, "products.json", times);
  type_products (bundle, "products-unseen.json", times);
  g_array_sort (times, compare_times);
  g_print ("search: first %.1f ms (lists and names read), then %u keystrokes: "
           "p50 %.2f ms, p95 %.2f ms, max %.2f ms\n",
           (double) first / 1000, times->len, (double) get_percentile (times, 50) / 1000,
             (double) get_percentile (times, 95) / 1000,
           (double) get_percentile (times, 100) / 1000);
  return get_percentile (times, 95) <= TARGET ? 0 : 1;
}
