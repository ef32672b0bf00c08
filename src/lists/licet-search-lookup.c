/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-lookup"

#include "config.h"

#include "licet-search-private.h"

#include <string.h>

#include "licet-bundle-private.h"
#include "licet-search-words-private.h"

/* Words a connection remembers, so that a keystroke costs the last one only. */
#define MAX_REMEMBERED 256
/* Shorter beginnings are too many words; names of kinds answer them. */
#define LEAST_PREFIX 3
/* From this length on two mistakes are mended. */
#define LONG_WORD 8
/* What a mended word counts for. */
#define MENDED 0.7

/* Weights of the columns: heading, text, asked, measures, choices, notes, terms, related. */
static const char find_sql[] =
  "SELECT rowid, -bm25 (search_text, 3.0, 2.0, 1.0, 0.7, 1.0, 0.4, 0.4, 0.4) FROM search_text"
  " WHERE search_text MATCH ?1 ORDER BY rowid";

struct _LicetLookup {
  LicetSearcher *searcher;
  sqlite3 *db;
  sqlite3_stmt *find;
  GHashTable *found; /* expression -> GArray of LicetPosting */
};

typedef struct {
  char *word;
  char *shown;
  guint uses;
} MendableWord;

static void
free_lookup (LicetLookup *lookup)
{
  g_clear_pointer (&lookup->found, g_hash_table_unref);
  (void) sqlite3_finalize (lookup->find);
  (void) sqlite3_close (lookup->db);
  g_free (lookup);
}

void
_licet_search_set_error (sqlite3 *db,
                         GError **error)
{
  g_set_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE,
               "The search index of the data cannot be read (%s); install the program again",
               sqlite3_errmsg (db));
}

void
_licet_lookup_free_idle (LicetSearcher *searcher)
{
  for (guint i = 0; i < searcher->idle->len; i++)
    free_lookup (g_ptr_array_index (searcher->idle, i));
  g_ptr_array_set_size (searcher->idle, 0);
}

LicetLookup *
_licet_lookup_borrow (const LicetSearcher *searcher,
                      GError **error)
{
  LicetSearcher *pool = (LicetSearcher *) searcher;
  LicetLookup *lookup = NULL;

  g_mutex_lock (&pool->lock);
  if (pool->idle->len > 0)
    lookup = g_ptr_array_steal_index (pool->idle, pool->idle->len - 1);
  g_mutex_unlock (&pool->lock);
  if (lookup != NULL)
    return lookup;
  lookup = g_new0 (LicetLookup, 1);
  lookup->searcher = pool;
  lookup->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) g_array_unref);
  lookup->db = _licet_bundle_open_connection (pool->bundle, error);
  if (lookup->db == NULL) {
    free_lookup (lookup);
    return NULL;
  }
  if (sqlite3_prepare_v3 (lookup->db, find_sql, -1, SQLITE_PREPARE_PERSISTENT,
                          &lookup->find, NULL) != SQLITE_OK) {
    _licet_search_set_error (lookup->db, error);
    free_lookup (lookup);
    return NULL;
  }
  return lookup;
}

void
_licet_lookup_return (LicetLookup *lookup)
{
  LicetSearcher *pool;

  if (lookup == NULL)
    return;
  pool = lookup->searcher;
  if (g_hash_table_size (lookup->found) > MAX_REMEMBERED)
    g_hash_table_remove_all (lookup->found);
  g_mutex_lock (&pool->lock);
  g_ptr_array_add (pool->idle, lookup);
  g_mutex_unlock (&pool->lock);
}

guint
_licet_lookup_get_n_nodes (LicetLookup *lookup)
{
  return lookup->searcher->nodes->len;
}

static GArray *
find_postings (LicetLookup *lookup,
               const char *expression,
               GError **error)
{
  g_autoptr (GArray) postings = g_array_new (FALSE, FALSE, sizeof (LicetPosting));
  guint n_nodes = lookup->searcher->nodes->len;
  int result;

  (void) sqlite3_bind_text (lookup->find, 1, expression, -1, SQLITE_TRANSIENT);
  while ((result = sqlite3_step (lookup->find)) == SQLITE_ROW) {
    gint64 row = sqlite3_column_int64 (lookup->find, 0);
    LicetPosting posting = { (guint) (row - 1), (float) sqlite3_column_double (lookup->find, 1) };

    if (row < 1 || row > n_nodes)
      break;
    g_array_append_val (postings, posting);
  }
  (void) sqlite3_reset (lookup->find);
  if (result != SQLITE_DONE) {
    _licet_search_set_error (lookup->db, error);
    return NULL;
  }
  return g_steal_pointer (&postings);
}

GArray *
_licet_lookup_find (LicetLookup *lookup,
                    const char *stem,
                    gboolean is_prefix,
                    GError **error)
{
  g_autofree char *expression = NULL;
  GArray *postings;

  /* Stems hold letters, digits and inner points only: nothing in them can end the quotes. */
  is_prefix = is_prefix && strlen (stem) >= LEAST_PREFIX;
  expression = g_strdup_printf ("\"%s\"%s", stem, is_prefix ? " *" : "");
  postings = g_hash_table_lookup (lookup->found, expression);
  if (postings != NULL)
    return postings;
  postings = find_postings (lookup, expression, error);
  if (postings != NULL)
    g_hash_table_insert (lookup->found, g_steal_pointer (&expression), postings);
  return postings;
}

static void
clear_mendable (gpointer data)
{
  g_free (((MendableWord *) data)->word);
  g_free (((MendableWord *) data)->shown);
}

static GArray *
load_mendable (LicetLookup *lookup,
               GError **error)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (MendableWord));
  sqlite3_stmt *statement = NULL;
  int result = SQLITE_ERROR;

  g_array_set_clear_func (words, clear_mendable);
  if (sqlite3_prepare_v2 (lookup->db, "SELECT word, shown, uses FROM search_word", -1,
                          &statement, NULL) == SQLITE_OK)
    while ((result = sqlite3_step (statement)) == SQLITE_ROW) {
      MendableWord word = {
        g_strdup ((const char *) sqlite3_column_text (statement, 0)),
        g_strdup ((const char *) sqlite3_column_text (statement, 1)),
        (guint) sqlite3_column_int (statement, 2),
      };

      g_array_append_val (words, word);
    }
  (void) sqlite3_finalize (statement);
  if (result != SQLITE_DONE) {
    _licet_search_set_error (lookup->db, error);
    return NULL;
  }
  return g_steal_pointer (&words);
}

static GArray *
get_mendable (LicetLookup *lookup,
              GError **error)
{
  LicetSearcher *searcher = lookup->searcher;
  GArray *words;

  g_mutex_lock (&searcher->lock);
  if (searcher->mendable == NULL)
    searcher->mendable = load_mendable (lookup, error);
  words = searcher->mendable;
  g_mutex_unlock (&searcher->lock);
  return words;
}

/* Whether @word, @distance away from @stem, is a better guess than @best. */
static gboolean
is_better (const MendableWord *word,
           guint distance,
           const MendableWord *best,
           guint best_distance,
           const char *stem)
{
  gboolean begins = word->word[0] == stem[0];
  gboolean best_begins;

  if (best == NULL || distance != best_distance)
    return best == NULL || distance < best_distance;
  best_begins = best->word[0] == stem[0];
  if (begins != best_begins)
    return begins;
  if (word->uses != best->uses)
    return word->uses > best->uses;
  return strcmp (word->word, best->word) < 0;
}

gboolean
_licet_lookup_mend (LicetLookup *lookup,
                    LicetQueryWord *word,
                    GError **error)
{
  guint limit = strlen (word->stem) >= LONG_WORD ? 2 : 1;
  const MendableWord *best = NULL;
  guint best_distance = limit + 1;
  GArray *words;

  if (!_licet_word_is_mendable (word->stem))
    return TRUE;
  words = get_mendable (lookup, error);
  if (words == NULL)
    return FALSE;
  for (guint i = 0; i < words->len; i++) {
    const MendableWord *other = &g_array_index (words, MendableWord, i);
    guint distance = _licet_word_distance (word->stem, other->word, limit);

    if (distance <= limit && is_better (other, distance, best, best_distance, word->stem)) {
      best = other;
      best_distance = distance;
    }
  }
  if (best != NULL) {
    g_free (word->stem);
    word->stem = g_strdup (best->word);
    word->mended = best->shown;
    word->is_prefix = FALSE;
    word->weight *= MENDED;
  }
  return TRUE;
}
