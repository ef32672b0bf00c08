/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-search-private.h"

G_BEGIN_DECLS

/** LICET_N_NATURES: goods, software, technology. */
#define LICET_N_NATURES 3

/**
 * LicetSearchTerm:
 * @weight: what it counts for beside the others
 * @postings: (element-type LicetPosting): where it is found
 * @word: (nullable): the word of the query it is
 * @match: (nullable): or the kind that words of the query name
 *
 * One thing a query asks for.
 */
typedef struct {
  double weight;
  GArray *postings;
  const LicetQueryWord *word;
  const LicetNameMatch *match;
} LicetSearchTerm;

/** _licet_search_is_cancelled: Returns: whether @cancellable was cancelled, which is then in @error. */
gboolean _licet_search_is_cancelled (GCancellable *cancellable,
                                     GError **error);

/** _licet_terms_new: Returns: (transfer full) (element-type LicetSearchTerm): an empty list of terms. */
GArray *_licet_terms_new (void);

/**
 * _licet_terms_add_words:
 * @ret_is_telling: set to %TRUE when one of the words is rare enough to lead anywhere
 *
 * Adds where the words of @query stand.
 *
 * Returns: %FALSE with an error, %LICET_LISTS_ERROR_CANCELLED among them
 */
gboolean _licet_terms_add_words (GArray *terms,
                                 LicetLookup *lookup,
                                 const LicetQuery *query,
                                 gboolean *ret_is_telling,
                                 GCancellable *cancellable,
                                 GError **error);

/** _licet_terms_add_kinds: Adds the paragraphs that ask for @kinds (element-type LicetNameMatch; must live as long) or their kin. */
void _licet_terms_add_kinds (GArray *terms,
                             const LicetSearcher *searcher,
                             const GArray *kinds);

/** _licet_terms_get_natures: Sets in @natures which natures the kinds among @terms name. */
void _licet_terms_get_natures (const GArray *terms,
                               const LicetSearcher *searcher,
                               gboolean natures[LICET_N_NATURES]);

/**
 * _licet_search_rank:
 * @lists: (nullable): ids of the lists wanted
 *
 * Returns: (transfer full) (element-type LicetHit): the entries that @terms and the numbers of @query lead to, best first
 */
GPtrArray *_licet_search_rank (const LicetSearcher *searcher,
                               const LicetQuery *query,
                               const GArray *terms,
                               const char *const *lists,
                               guint limit);

/**
 * LicetFound:
 * @root: index of the entry
 * @end: index behind its last paragraph
 * @node: what was found in it
 * @served: (nullable): what the words name that this is software or technology for
 */
typedef struct {
  guint root;
  guint end;
  const LicetNode *node;
  const LicetNode *served;
} LicetFound;

/** _licet_search_explain: Returns: (transfer full): why @found was found, in English. */
char *_licet_search_explain (const LicetSearcher *searcher,
                             const LicetQuery *query,
                             const GArray *terms,
                             const LicetFound *found);

G_END_DECLS
