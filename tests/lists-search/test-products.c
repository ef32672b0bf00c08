/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "products.h"

/*
 * With LICET_SHOW_PRODUCTS set, what was found for each product of the tuned set is shown. What the
 * unseen set misses is never shown: looking would spend it.
 */
#define FIRST 1
#define FEW 5

static LicetBundle *bundle;

typedef struct {
  const char *name;
  const char *fixture;
  gboolean is_seen;
  guint first; /* per cent that must be first */
  guint few;   /* per cent that must be among the first few */
} Set;

static const Set sets[] = {
  { "category-3-tuned", "products.json", TRUE, 88, 97 },
  { "category-3-unseen", "products-unseen.json", FALSE, 83, 93 },
  { "whole-list-tuned", "products-list.json", TRUE, 80, 96 },
  { "whole-list-unseen", "products-list-unseen.json", FALSE, 79, 96 },
};

static void
show (const Product *product,
      guint rank)
{
  const char *lists[] = { product->list, NULL };
  g_autoptr (GPtrArray) hits = licet_search (bundle, product->query, lists, FEW, NULL, NULL);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++) {
    const LicetHit *hit = g_ptr_array_index (hits, i);

    g_string_append_printf (found, "\n#     %s %.1f %s", hit->node->full, hit->score, hit->why);
  }
  g_test_message ("%u %s: %s%s", rank, product->query, product->code, found->str);
}

static void
test_found (gconstpointer data)
{
  const Set *set = data;
  g_autoptr (LicetJson) json = NULL;
  g_autoptr (GArray) products = load_products (set->fixture, &json);
  guint n_first = 0;
  guint n_few = 0;
  guint n = 0;

  for (guint i = 0; i < products->len; i++) {
    const Product *product = &g_array_index (products, Product, i);
    guint rank;

    if (product->code == NULL)
      continue;
    rank = find_rank (bundle, product, FEW);
    n++;
    n_first += rank == 1;
    n_few += rank > 0;
    if (set->is_seen && g_getenv ("LICET_SHOW_PRODUCTS") != NULL)
      show (product, rank);
  }
  g_test_message ("%s: %u products, first %u (%u %%), among %u %u (%u %%)", set->name, n, n_first,
                  n_first * 100 / n, FEW, n_few, n_few * 100 / n);
  g_assert_cmpuint (n_first * 100, >=, set->first * n);
  g_assert_cmpuint (n_few * 100, >=, set->few * n);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  bundle = licet_bundle_open (NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (sets); i++) {
    g_autofree char *name = g_strconcat ("/search/products/right-entry-is-near-the-top/",
                                         sets[i].name, NULL);

    g_test_add_data_func (name, &sets[i], test_found);
  }
  result = g_test_run ();
  g_clear_object (&bundle);
  return result;
}
