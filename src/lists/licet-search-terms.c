/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-terms"

#include "config.h"

#include "licet-search-rank-private.h"

#include <math.h>

/* What a name of a kind counts for, beside words of the text. */
#define KIND_WEIGHT 3.5
/* A thing in a paragraph on things a level narrower, and on things a level broader. */
#define NARROWER 0.6
#define BROADER 0.5
/* The next broader kind when no paragraph asks for the kind itself: so the list calls the thing. */
#define CALLED 0.85
#define MAX_DISTANCE 4
/* What is so much broader that nearly everything is one of it: no way to a paragraph. */
#define LEAST_KINSHIP 0.2
/* Kinds that are followed, and how strong they must be beside the best. */
#define MAX_KINDS 12
#define LEAST_STRENGTH 0.25
/* A word whose end is still being typed. */
#define UNFINISHED 0.5
/* A word that more of the paragraphs have tells nothing. */
#define TELLING_SHARE 3

static void
clear_term (gpointer data)
{
  g_array_unref (((LicetSearchTerm *) data)->postings);
}

GArray *
_licet_terms_new (void)
{
  GArray *terms = g_array_new (FALSE, FALSE, sizeof (LicetSearchTerm));

  g_array_set_clear_func (terms, clear_term);
  return terms;
}

static gboolean
add_word (GArray *terms,
          LicetLookup *lookup,
          const LicetQueryWord *word,
          gboolean is_prefix,
          guint *ret_found,
          GError **error)
{
  LicetSearchTerm term = { word->weight, NULL, word, NULL };
  GArray *postings = _licet_lookup_find (lookup, word->stem, is_prefix, error);

  if (postings == NULL)
    return FALSE;
  *ret_found = postings->len;
  if (postings->len == 0)
    return TRUE;
  if (is_prefix)
    term.weight *= UNFINISHED;
  term.postings = g_array_ref (postings);
  g_array_append_val (terms, term);
  return TRUE;
}

gboolean
_licet_search_is_cancelled (GCancellable *cancellable,
                            GError **error)
{
  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;
  g_set_error_literal (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_CANCELLED,
                       "The search was stopped");
  return TRUE;
}

gboolean
_licet_terms_add_words (GArray *terms,
                        LicetLookup *lookup,
                        const LicetQuery *query,
                        gboolean *ret_is_telling,
                        GCancellable *cancellable,
                        GError **error)
{
  guint most = _licet_lookup_get_n_nodes (lookup) / TELLING_SHARE;

  for (guint i = 0; i < query->words->len; i++) {
    const LicetQueryWord *word = g_ptr_array_index (query->words, i);
    guint n_exact = 0;
    guint n_begun = 0;

    if (_licet_search_is_cancelled (cancellable, error))
      return FALSE;
    if (!add_word (terms, lookup, word, FALSE, &n_exact, error) ||
        (word->is_prefix && !add_word (terms, lookup, word, TRUE, &n_begun, error)))
      return FALSE;
    if ((n_exact > 0 && n_exact <= most) || (n_begun > 0 && n_begun <= most))
      *ret_is_telling = TRUE;
  }
  return TRUE;
}

/* How much it says that a paragraph asks for @kind: little when half of the list does. */
static double
get_telling (const LicetSearcher *searcher,
             const LicetKind *kind)
{
  double n = searcher->n_entries;

  return 0.3 + 0.7 * log (1.0 + n / MAX (searcher->kind_entries[kind->index], 1)) / log (1.0 + n);
}

/* The paragraphs that ask for @kind itself. */
static void
add_kind_nodes (const LicetSearcher *searcher,
                GArray *postings,
                const LicetKind *kind,
                double score)
{
  const GArray *nodes = searcher->kind_nodes[kind->index];

  for (guint i = 0; nodes != NULL && i < nodes->len; i++) {
    LicetPosting posting = g_array_index (nodes, LicetPosting, i);

    posting.score *= (float) (score * get_telling (searcher, kind));
    g_array_append_val (postings, posting);
  }
}

static void
add_narrower (const LicetSearcher *searcher,
              GArray *postings,
              const LicetKind *kind,
              double score,
              guint depth)
{
  const GPtrArray *children = searcher->kind_children[kind->index];

  for (guint i = 0; children != NULL && depth > 0 && i < children->len; i++) {
    const LicetKind *child = g_ptr_array_index (children, i);

    add_kind_nodes (searcher, postings, child, score * NARROWER);
    add_narrower (searcher, postings, child, score * NARROWER, depth - 1);
  }
}

/* What it still says that something is of @kind: nothing to speak of when everything is. */
static double
get_narrowness (const LicetSearcher *searcher,
                const LicetKind *kind)
{
  double n = searcher->n_kinds;
  double share = log (1.0 + n / searcher->kind_breadth[kind->index]) / log (1.0 + n);

  return MIN (1.0, 2.0 * share);
}

/* @is_called: whether a paragraph asks for something on the way up to @kind. */
static void
add_broader (const LicetSearcher *searcher,
             GArray *postings,
             const LicetKind *kind,
             double score,
             double least,
             gboolean is_called,
             guint depth)
{
  gboolean is_asked = is_called || searcher->kind_nodes[kind->index] != NULL;
  double left = score * (is_asked ? BROADER : CALLED);

  for (guint i = 0; depth > 0 && left >= least && i < kind->n_parents; i++) {
    add_kind_nodes (searcher, postings, kind->parents[i],
                    left * get_narrowness (searcher, kind->parents[i]));
    add_broader (searcher, postings, kind->parents[i], left, least, is_asked, depth - 1);
  }
}

void
_licet_terms_add_kinds (GArray *terms,
                        const LicetSearcher *searcher,
                        const GArray *kinds)
{
  const LicetKind *all;
  guint n = 0;

  all = licet_vocabulary_get_kinds (licet_bundle_get_vocabulary (searcher->bundle), &n);
  for (guint i = 0; i < kinds->len && i < MAX_KINDS; i++) {
    const LicetNameMatch *match = &g_array_index (kinds, LicetNameMatch, i);
    LicetSearchTerm term = { KIND_WEIGHT, NULL, NULL, match };

    if (match->strength < LEAST_STRENGTH * g_array_index (kinds, LicetNameMatch, 0).strength)
      break;
    term.postings = g_array_new (FALSE, FALSE, sizeof (LicetPosting));
    add_kind_nodes (searcher, term.postings, &all[match->target], match->strength);
    add_narrower (searcher, term.postings, &all[match->target], match->strength, MAX_DISTANCE);
    add_broader (searcher, term.postings, &all[match->target], match->strength,
                 match->strength * LEAST_KINSHIP, FALSE, MAX_DISTANCE);
    g_array_append_val (terms, term);
  }
}

/* The nature of all paragraphs that ask for the kind of @match; LICET_N_NATURES for several. */
static guint
get_nature (const LicetSearcher *searcher,
            const LicetNameMatch *match)
{
  const GArray *nodes = match->is_whole ? searcher->kind_nodes[match->target] : NULL;
  guint nature = LICET_N_NATURES;

  for (guint i = 0; nodes != NULL && i < nodes->len; i++) {
    guint index = g_array_index (nodes, LicetPosting, i).node;
    const LicetNode *node = _licet_searcher_get_node (searcher, index);

    if (i > 0 && node->nature != nature)
      return LICET_N_NATURES;
    nature = node->nature;
  }
  return nature;
}

/* Whether the words of @match are part of a name of goods: "SiC wafers" are not their making. */
static gboolean
is_name_of_goods (const GArray *terms,
                  const LicetSearcher *searcher,
                  const LicetNameMatch *match)
{
  for (guint i = 0; i < terms->len; i++) {
    const LicetNameMatch *other = g_array_index (terms, LicetSearchTerm, i).match;

    if (other != NULL && (match->words & ~other->words) == 0 &&
        get_nature (searcher, other) == LICET_NATURE_GOODS)
      return TRUE;
  }
  return FALSE;
}

void
_licet_terms_get_natures (const GArray *terms,
                          const LicetSearcher *searcher,
                          gboolean natures[LICET_N_NATURES])
{
  for (guint i = 0; i < terms->len; i++) {
    const LicetNameMatch *match = g_array_index (terms, LicetSearchTerm, i).match;
    guint nature = match != NULL ? get_nature (searcher, match) : LICET_N_NATURES;

    if (nature == LICET_N_NATURES)
      continue;
    if (nature == LICET_NATURE_GOODS || !is_name_of_goods (terms, searcher, match))
      natures[nature] = TRUE;
  }
}
