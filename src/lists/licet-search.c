/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search"

#include "config.h"

#include "licet-search.h"

#include <string.h>

#include "licet-search-rank-private.h"

void
licet_hit_free (LicetHit *hit)
{
  if (hit == NULL)
    return;
  g_free (hit->why);
  g_free (hit);
}

/* Whether anything in the data has the word, or begins with it if it is not finished. */
static gboolean
find_word (const LicetSearcher *searcher,
           LicetLookup *lookup,
           const LicetQueryWord *word,
           gboolean *ret_is_known,
           GError **error)
{
  const GArray *postings;

  *ret_is_known = _licet_names_has_word (searcher->kinds, word->stem, word->is_prefix) ||
                  _licet_names_has_word (searcher->quantities, word->stem, word->is_prefix);
  if (*ret_is_known)
    return TRUE;
  postings = _licet_lookup_find (lookup, word->stem, word->is_prefix, error);
  if (postings == NULL)
    return FALSE;
  *ret_is_known = postings->len > 0;
  return TRUE;
}

static gboolean
mend_words (const LicetSearcher *searcher,
            LicetLookup *lookup,
            const LicetQuery *query,
            GError **error)
{
  for (guint i = 0; i < query->words->len; i++) {
    LicetQueryWord *word = g_ptr_array_index (query->words, i);
    gboolean is_known = FALSE;

    if (!find_word (searcher, lookup, word, &is_known, error))
      return FALSE;
    if (!is_known && !_licet_lookup_mend (lookup, word, error))
      return FALSE;
  }
  return TRUE;
}

static GPtrArray *
search_words (const LicetSearcher *searcher,
              const char *text,
              const char *const *lists,
              guint limit,
              GCancellable *cancellable,
              GError **error)
{
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (searcher->bundle);
  g_autoptr (LicetQuery) query = _licet_query_new (vocabulary, text);
  g_autoptr (LicetLookup) lookup = _licet_lookup_borrow (searcher, error);
  g_autoptr (GArray) terms = _licet_terms_new ();
  g_autoptr (GArray) kinds = NULL;
  gboolean is_telling = FALSE;

  if (lookup == NULL || !mend_words (searcher, lookup, query, error))
    return NULL;
  kinds = _licet_names_match (searcher->kinds, query);
  _licet_readings_resolve (searcher, query, kinds);
  if (!_licet_terms_add_words (terms, lookup, query, &is_telling, cancellable, error))
    return NULL;
  _licet_terms_add_kinds (terms, searcher, kinds);
  if (!is_telling && kinds->len == 0)
    g_array_set_size (terms, 0);
  return _licet_search_rank (searcher, query, terms, lists, limit);
}

static gboolean
has_entry (const GPtrArray *hits,
           const LicetNode *entry)
{
  for (guint i = 0; i < hits->len; i++)
    if (((const LicetHit *) g_ptr_array_index (hits, i))->node->entry == entry)
      return TRUE;
  return FALSE;
}

/* Moves @more behind @hits, one an entry. */
static void
append_hits (GPtrArray *hits,
             GPtrArray *more,
             const char *const *lists,
             guint limit)
{
  for (guint i = 0; i < more->len && hits->len < limit; i++) {
    LicetHit *hit = g_ptr_array_index (more, i);
    const char *list = licet_control_list_get_id (hit->node->list);

    if ((lists != NULL && !g_strv_contains (lists, list)) || has_entry (hits, hit->node->entry))
      continue;
    g_ptr_array_add (hits, hit);
    more->pdata[i] = NULL;
  }
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const LicetHit *left = a;
  const LicetHit *right = b;

  return (left->score < right->score) - (left->score > right->score);
}

/* The whole text as a code or its beginning, and whole codes among other words. */
static GPtrArray *
search_codes (const LicetSearcher *searcher,
              const char *text)
{
  GPtrArray *hits = _licet_search_code (searcher, text);
  g_autofree char *cut = g_strndup (text, strnlen (text, LICET_MAX_QUERY));
  g_auto (GStrv) parts = g_strsplit_set (cut, " ,;\n\t()", LICET_MAX_QUERY_WORDS);

  for (guint i = 0; hits->len == 0 && parts[i] != NULL; i++)
    if (_licet_text_is_whole_code (parts[i])) {
      g_ptr_array_unref (hits);
      hits = _licet_search_code (searcher, parts[i]);
    }
  g_ptr_array_sort_values (hits, compare_hits);
  return hits;
}

GPtrArray *
licet_search (LicetBundle *bundle,
              const char *text,
              const char *const *lists,
              guint limit,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GPtrArray) words = NULL;
  const LicetSearcher *searcher;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle) && text != NULL && limit > 0, NULL);

  searcher = _licet_searcher_get (bundle, error);
  if (searcher == NULL || _licet_search_is_cancelled (cancellable, error))
    return NULL;
  words = search_words (searcher, text, lists, limit, cancellable, error);
  if (words == NULL)
    return NULL;
  codes = search_codes (searcher, text);
  hits = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_hit_free);
  append_hits (hits, codes, lists, limit);
  append_hits (hits, words, lists, limit);
  return g_steal_pointer (&hits);
}

/* How many words of a query a match took. */
static guint
count_words (const LicetNameMatch *match)
{
  return (guint) __builtin_popcountll (match->words);
}

static int
compare_answers (gconstpointer a,
                 gconstpointer b)
{
  const LicetNameMatch *left = a;
  const LicetNameMatch *right = b;
  guint n_left = count_words (left);
  guint n_right = count_words (right);

  if (n_left != n_right)
    return n_left > n_right ? -1 : 1;
  if (left->strength > right->strength)
    return -1;
  if (left->strength < right->strength)
    return 1;
  return left->target < right->target ? -1 : left->target > right->target;
}

GPtrArray *
licet_search_kinds (LicetBundle *bundle,
                    const char *text,
                    guint limit,
                    GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (LicetLookup) lookup = NULL;
  g_autoptr (LicetQuery) query = NULL;
  g_autoptr (GArray) matches = NULL;
  const LicetSearcher *searcher;
  const LicetKind *kinds;
  guint n = 0;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle) && text != NULL, NULL);

  searcher = _licet_searcher_get (bundle, error);
  lookup = searcher != NULL ? _licet_lookup_borrow (searcher, error) : NULL;
  if (lookup == NULL)
    return NULL;
  query = _licet_query_new (licet_bundle_get_vocabulary (bundle), text);
  if (!mend_words (searcher, lookup, query, error))
    return NULL;
  matches = _licet_names_match (searcher->kinds, query);
  g_array_sort (matches, compare_answers);
  kinds = licet_vocabulary_get_kinds (licet_bundle_get_vocabulary (bundle), &n);
  for (guint i = 0; i < matches->len && i < limit; i++)
    g_ptr_array_add (found, (gpointer) &kinds[g_array_index (matches, LicetNameMatch, i).target]);
  return g_steal_pointer (&found);
}

GHashTable *
licet_search_facts (LicetBundle *bundle,
                    const char *text)
{
  GHashTable *facts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) licet_value_unref);
  g_autoptr (LicetQuery) query = NULL;
  g_autoptr (GArray) kinds = NULL;
  const LicetSearcher *searcher;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle) && text != NULL, facts);

  /* A bundle that cannot be searched gives no facts: nothing rests on them. */
  searcher = _licet_searcher_get (bundle, NULL);
  if (searcher == NULL)
    return facts;
  query = _licet_query_new (licet_bundle_get_vocabulary (bundle), text);
  kinds = _licet_names_match (searcher->kinds, query);
  _licet_readings_resolve (searcher, query, kinds);
  for (guint i = 0; i < query->readings->len; i++) {
    const LicetReading *reading = g_ptr_array_index (query->readings, i);
    const LicetQuantity *quantity;

    if (!reading->is_sure)
      continue;
    quantity = g_ptr_array_index (reading->quantities, 0);
    if (!g_hash_table_contains (facts, quantity->id))
      g_hash_table_insert (facts, g_strdup (quantity->id), licet_value_ref (reading->value));
  }
  return facts;
}
