/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-lists.h>

/**
 * Product:
 * @query: what somebody types
 * @code: (nullable): the paragraph it belongs to; %NULL when it is not listed
 * @list: the list that is meant
 */
typedef struct {
  const char *query;
  const char *code;
  const char *list;
} Product;

/** load_products: Returns: (element-type Product): the products of the fixture @name; texts live as long as @ret_json. */
GArray *load_products (const char *name,
                       LicetJson **ret_json);

/** find_rank: Returns: the place of @product's entry among the hits, from 1; 0 when it is not among the first @limit. */
guint find_rank (LicetBundle *bundle,
                 const Product *product,
                 guint limit);
