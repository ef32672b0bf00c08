/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <sqlite3.h>

#include "licet-bundle.h"

G_BEGIN_DECLS

/**
 * _licet_index_write:
 * @db: the bundle being made, open for writing, lists and vocabulary already in it
 * @bundle: the same, as read back
 *
 * Writes the tables that licet_search() finds by: a full-text table with a row a paragraph, names of kinds and
 * quantities cut into words, and all words for the mending of typing mistakes.
 *
 * Returns: %FALSE with %LICET_LISTS_ERROR_BUNDLE
 */
gboolean _licet_index_write (sqlite3 *db,
                             LicetBundle *bundle,
                             GError **error);

/**
 * _licet_index_list_nodes:
 *
 * Every entry and paragraph of every list, parents before children; row N of the index is element N - 1.
 *
 * Returns: (transfer container) (element-type LicetNode): the nodes, or %NULL with an error
 */
GPtrArray *_licet_index_list_nodes (LicetBundle *bundle,
                                    GError **error);

/** LicetConditionFunc: called for each condition that is no combination; @is_negated below an odd number of `not`. */
typedef void (*LicetConditionFunc) (const LicetCondition *condition,
                                    gboolean is_negated,
                                    gpointer data);

/** _licet_condition_walk: Calls @func for all that @condition is combined of, in the order of the data. */
void _licet_condition_walk (const LicetCondition *condition,
                            LicetConditionFunc func,
                            gpointer data);

G_END_DECLS
