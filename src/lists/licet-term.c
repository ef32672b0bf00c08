/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-term"

#include "config.h"

#include "licet-control-list-private.h"

#include <licet-core.h>
#include <string.h>

/* One way to write a term. */
typedef struct {
  const LicetTerm *term;
  GStrv words;
  guint n_words;
} Spelling;

struct _LicetTermIndex {
  GPtrArray *spellings;  /* Spelling */
  GHashTable *by_word;   /* first word -> GPtrArray of Spelling, longest first */
};

static void
spelling_free (Spelling *spelling)
{
  g_strfreev (spelling->words);
  g_free (spelling);
}

/* "converters" as "converter", "assemblies" as "assembly", "lenses" as "lens"; "bus", "analysis" and "glass" stay. */
static void
make_singular (char *word)
{
  gsize length = strlen (word);

  if (length < 3 || word[length - 1] != 's')
    return;
  if (g_str_has_suffix (word, "ies") && length > 4)
    strcpy (word + length - 3, "y");
  else if (g_str_has_suffix (word, "sses") || g_str_has_suffix (word, "xes") ||
           g_str_has_suffix (word, "ches") ||
           g_str_has_suffix (word, "shes") || g_str_has_suffix (word, "nses"))
    word[length - 2] = '\0';
  else if (!g_str_has_suffix (word, "ss") && !g_str_has_suffix (word, "us") &&
           !g_str_has_suffix (word, "is"))
    word[length - 1] = '\0';
}

GStrv
_licet_term_fold (const char *text)
{
  GStrv words = licet_text_tokens (text);

  for (guint i = 0; words[i] != NULL; i++)
    make_singular (words[i]);
  return words;
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  const Spelling *left = *(const Spelling *const *) a;
  const Spelling *right = *(const Spelling *const *) b;

  return (int) right->n_words - (int) left->n_words;
}

static void
add_spelling (LicetTermIndex *index,
              const LicetTerm *term,
              const char *text)
{
  Spelling *spelling = g_new0 (Spelling, 1);
  GPtrArray *same;

  spelling->term = term;
  spelling->words = _licet_term_fold (text);
  spelling->n_words = g_strv_length (spelling->words);
  g_ptr_array_add (index->spellings, spelling);
  if (spelling->n_words == 0)
    return;
  same = g_hash_table_lookup (index->by_word, spelling->words[0]);
  if (same == NULL) {
    same = g_ptr_array_new ();
    g_hash_table_insert (index->by_word, spelling->words[0], same);
  }
  g_ptr_array_add (same, spelling);
}

static LicetTermIndex *
term_index_new (const LicetControlList *list)
{
  LicetTermIndex *index = g_new0 (LicetTermIndex, 1);
  GHashTableIter iter;
  gpointer same;

  index->spellings = g_ptr_array_new_with_free_func ((GDestroyNotify) spelling_free);
  index->by_word = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                          (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < list->n_terms; i++) {
    add_spelling (index, &list->terms[i], list->terms[i].term);
    for (guint j = 0; list->terms[i].aliases[j] != NULL; j++)
      add_spelling (index, &list->terms[i], list->terms[i].aliases[j]);
  }
  g_hash_table_iter_init (&iter, index->by_word);
  while (g_hash_table_iter_next (&iter, NULL, &same))
    g_ptr_array_sort (same, compare_lengths);
  return index;
}

void
_licet_term_index_free (LicetTermIndex *index)
{
  if (index == NULL)
    return;
  g_hash_table_unref (index->by_word);
  g_ptr_array_unref (index->spellings);
  g_free (index);
}

static const LicetTermIndex *
get_index (const LicetControlList *list)
{
  /* The list is immutable to everybody else: the index is the one thing made late. */
  LicetControlList *mutable_list = (LicetControlList *) list;
  const LicetTermIndex *index;

  g_mutex_lock (&mutable_list->lock);
  if (mutable_list->term_index == NULL)
    mutable_list->term_index = term_index_new (list);
  index = mutable_list->term_index;
  g_mutex_unlock (&mutable_list->lock);
  return index;
}

static gboolean
is_local (const LicetTerm *term)
{
  return term->local[0] != NULL;
}

static gboolean
applies (const LicetTerm *term,
         const LicetNode *node)
{
  for (guint i = 0; term->local[i] != NULL; i++)
    if (licet_code_covers (term->local[i], node->full))
      return TRUE;
  return !is_local (term);
}

static gboolean
begins_with (char *const *words,
             const Spelling *spelling)
{
  for (guint i = 0; i < spelling->n_words; i++)
    if (words[i] == NULL || !g_str_equal (words[i], spelling->words[i]))
      return FALSE;
  return TRUE;
}

/* The longest spelling at the beginning of @words; of two as long the one of a local meaning. */
static const Spelling *
find_spelling (const LicetTermIndex *index,
               const LicetNode *node,
               char *const *words)
{
  const GPtrArray *same = g_hash_table_lookup (index->by_word, words[0]);
  const Spelling *best = NULL;

  for (guint i = 0; same != NULL && i < same->len; i++) {
    const Spelling *spelling = g_ptr_array_index (same, i);

    if (best != NULL && (best->n_words > spelling->n_words || is_local (best->term)))
      break;
    if (applies (spelling->term, node) && begins_with (words, spelling) &&
        (best == NULL || is_local (spelling->term)))
      best = spelling;
  }
  return best;
}

static void
add_terms (const LicetTermIndex *index,
           const LicetNode *node,
           const char *text,
           GPtrArray *terms)
{
  g_auto (GStrv) words = _licet_term_fold (text);

  for (guint i = 0; words[i] != NULL;) {
    const Spelling *spelling = find_spelling (index, node, words + i);

    if (spelling == NULL) {
      i++;
      continue;
    }
    if (!g_ptr_array_find (terms, spelling->term, NULL))
      g_ptr_array_add (terms, (gpointer) spelling->term);
    i += spelling->n_words;
  }
}

GPtrArray *
licet_node_dup_terms (const LicetNode *node)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  const LicetTermIndex *index;
  GPtrArray *terms;

  g_return_val_if_fail (node != NULL, NULL);

  index = get_index (node->list);
  add_terms (index, node, node->text, found);
  for (guint i = 0; i < node->n_notes; i++)
    add_terms (index, node, node->notes[i].text, found);
  terms = g_ptr_array_new ();
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < found->len; i++)
      if (is_local (g_ptr_array_index (found, i)) == (pass == 0))
        g_ptr_array_add (terms, g_ptr_array_index (found, i));
  return terms;
}
