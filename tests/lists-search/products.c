/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "products.h"

GArray *
load_products (const char *name,
               LicetJson **ret_json)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", name, NULL);
  GArray *products = g_array_new (FALSE, FALSE, sizeof (Product));
  LicetJsonPlace root;
  LicetJsonPlace all;
  guint n = 0;

  *ret_json = licet_json_load (path, &error);
  g_assert_no_error (error);
  licet_json_place_root (*ret_json, &root);
  g_assert_true (licet_json_place_member (&root, "products", &all, NULL));
  g_assert_true (licet_json_place_length (&all, &n, NULL));
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace place;
    Product product;

    licet_json_place_element (&all, i, &place);
    g_assert_true (licet_json_place_get_string (&place, "query", &product.query, NULL));
    g_assert_true (licet_json_place_get_optional_string (&place, "code", &product.code, NULL));
    g_assert_true (licet_json_place_get_string (&place, "list", &product.list, NULL));
    g_array_append_val (products, product);
  }
  return products;
}

guint
find_rank (LicetBundle *bundle,
           const Product *product,
           guint limit)
{
  const char *lists[] = { product->list, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = licet_search (bundle, product->query, lists, limit, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++) {
    const LicetHit *hit = g_ptr_array_index (hits, i);

    if (licet_code_covers (hit->node->code, product->code))
      return i + 1;
  }
  return 0;
}
