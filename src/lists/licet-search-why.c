/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-why"

#include "config.h"

#include "licet-search-rank-private.h"

#include <string.h>

/* Kinds and words that are named; the rest is left out. */
#define MAX_KINDS 2
#define MAX_WORDS 8
/* A kind much weaker than the best one is no reason. */
#define LEAST_STRENGTH 0.4
/* Nor is one that leads to a paragraph only because that asks for something far broader. */
#define LEAST_KINSHIP 0.25

static gboolean
is_found (const LicetSearchTerm *term,
          const LicetFound *found)
{
  double least = term->match != NULL ? term->match->strength * LEAST_KINSHIP : 0;

  for (guint i = 0; i < term->postings->len; i++) {
    const LicetPosting *posting = &g_array_index (term->postings, LicetPosting, i);

    if (posting->node >= found->root && posting->node < found->end && posting->score >= least)
      return TRUE;
  }
  return FALSE;
}

/* The words of the query that name a kind, as they were typed. */
static char *
dup_typed (const LicetQuery *query,
           guint64 words)
{
  g_autoptr (GString) typed = g_string_new (NULL);

  for (guint i = 0; i < query->words->len; i++) {
    const LicetQueryWord *word = g_ptr_array_index (query->words, i);

    if ((words >> i & 1) != 0)
      g_string_append_printf (typed, "%s%s", typed->len > 0 ? " " : "", word->shown);
  }
  return g_string_free (g_steal_pointer (&typed), FALSE);
}

static void
explain_kinds (const LicetSearcher *searcher,
               const LicetQuery *query,
               const GArray *terms,
               const LicetFound *found,
               GPtrArray *why)
{
  const LicetKind *all;
  double best = 0;
  guint n = 0;

  all = licet_vocabulary_get_kinds (licet_bundle_get_vocabulary (searcher->bundle), &n);
  for (guint i = 0; i < terms->len && why->len < MAX_KINDS; i++) {
    const LicetSearchTerm *term = &g_array_index (terms, LicetSearchTerm, i);

    if (term->match == NULL)
      continue;
    best = MAX (best, term->match->strength);
    if (term->match->strength >= LEAST_STRENGTH * best && is_found (term, found)) {
      g_autofree char *typed = dup_typed (query, term->match->words);
      const char *label = all[term->match->target].label;

      g_ptr_array_add (why, g_strdup_printf ("“%s” (kind %s)", typed, label));
    }
  }
}

/* For a paragraph whose limbs must all be met, they are it. */
static void
explain_numbers (const LicetQuery *query,
                 const LicetNode *node,
                 GPtrArray *why)
{
  for (guint i = 0; i < node->n_conditions; i++)
    (void) _licet_condition_test (node->conditions[i], query->readings, why);
  for (guint i = 0; node->is_all && i < node->n_children; i++)
    explain_numbers (query, node->children[i], why);
}

static void
explain_words (const GArray *terms,
               const LicetFound *found,
               GPtrArray *why)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const LicetQueryWord *last = NULL;
  guint n = 0;

  for (guint i = 0; i < terms->len && n < MAX_WORDS; i++) {
    const LicetSearchTerm *term = &g_array_index (terms, LicetSearchTerm, i);

    if (term->word == NULL || term->word == last || !is_found (term, found))
      continue;
    last = term->word;
    g_string_append_printf (words, "%s%s", n++ > 0 ? ", " : "", last->shown);
    if (last->mended != NULL)
      g_string_append_printf (words, " (read as “%s”)", last->mended);
  }
  if (n > 0)
    g_ptr_array_add (why, g_strdup_printf ("%s %s", n == 1 ? "word" : "words", words->str));
}

char *
_licet_search_explain (const LicetSearcher *searcher,
                       const LicetQuery *query,
                       const GArray *terms,
                       const LicetFound *found)
{
  g_autoptr (GPtrArray) why = g_ptr_array_new_with_free_func (g_free);

  explain_kinds (searcher, query, terms, found, why);
  if (found->served != NULL)
    g_ptr_array_add (why, g_strdup_printf ("may be for %s", found->served->full));
  for (const LicetNode *node = found->node; node != NULL; node = node->parent)
    if (node == found->node || !node->is_all)
      explain_numbers (query, node, why);
  explain_words (terms, found, why);
  if (why->len == 0)
    g_ptr_array_add (why, g_strdup ("asks for a broader kind of thing"));
  g_ptr_array_add (why, NULL);
  return g_strjoinv ("; ", (char **) why->pdata);
}
