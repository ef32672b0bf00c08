/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-names"

#include "config.h"

#include "licet-search-private.h"

#include <math.h>
#include <string.h>

#include "licet-search-words-private.h"

/* Words of the lists that one unfinished word may stand for. */
#define MAX_EXPANSIONS 200
/* How many words may stand between those of one name ("milling machine with five axes"). */
#define MAX_GAP 2
/* Less of a name than this says nothing of the thing. */
#define LEAST_COVERAGE 0.4
/* What remains of a match whose words all belong to a longer name. */
#define SHADOWED 0.2
/* What words out of their order lose: "digital to analog" is not "analog to digital". */
#define DISORDER 0.3
/* What a name loses for each other word between its own, and when it reaches across a "for". */
#define GAP 0.15
#define ACROSS 0.5

typedef struct {
  const char *text;
  double weight;  /* how telling: rare words are */
  GArray *names;  /* Use */
} Word;

/* A word in a name. */
typedef struct {
  guint name;
  int ordinal;
} Use;

typedef struct {
  guint target;
  guint n_words;
  double weight; /* sum of its words' */
} Name;

struct _LicetNames {
  GStringChunk *texts;
  GHashTable *by_text; /* text -> index in words, plus one */
  GArray *words;       /* Word */
  GArray *sorted;      /* guint: words in the order of the alphabet */
  GArray *names;       /* Name */
};

/* What a query has said of each name so far. */
typedef struct {
  const LicetNames *names;
  double *said;
  double *ordered;    /* of that, what was said in the order of the name */
  int *last;          /* ordinal of the word said last, plus one */
  guint64 *positions;
  GArray *touched;    /* guint */
} Tally;

static Word *
get_word (const LicetNames *names,
          guint index)
{
  return &g_array_index (names->words, Word, index);
}

static guint
intern_word (LicetNames *names,
             const char *text,
             gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (names->by_text, copy));
  Word word;

  if (found > 0)
    return found - 1;
  word.text = g_string_chunk_insert (names->texts, copy);
  word.weight = 0;
  word.names = g_array_new (FALSE, FALSE, sizeof (Use));
  g_array_append_val (names->words, word);
  g_hash_table_insert (names->by_text, (gpointer) word.text, GUINT_TO_POINTER (names->words->len));
  return names->words->len - 1;
}

static void
add_name (LicetNames *names,
          guint target,
          const char *words)
{
  Name name = { target, 0, 0 };
  guint index = names->names->len;

  for (const char *p = words; *p != '\0';) {
    gsize length = strcspn (p, " ");
    GArray *within = get_word (names, intern_word (names, p, length))->names;
    Use use = { index, (int) name.n_words };

    if (within->len == 0 || g_array_index (within, Use, within->len - 1).name != index) {
      g_array_append_val (within, use);
      name.n_words++;
    }
    p += length;
    while (*p == ' ')
      p++;
  }
  g_array_append_val (names->names, name);
}

static int
compare_words (gconstpointer a,
               gconstpointer b,
               gpointer data)
{
  const Word *left = get_word (data, *(const guint *) a);
  const Word *right = get_word (data, *(const guint *) b);

  return strcmp (left->text, right->text);
}

static Name *
get_name (const LicetNames *names,
          const Word *word,
          guint use)
{
  return &g_array_index (names->names, Name, g_array_index (word->names, Use, use).name);
}

/* A word is weighed by how many things are called by it, not by how many names each of them has. */
static void
weigh_words (LicetNames *names,
             guint n_targets)
{
  for (guint i = 0; i < names->words->len; i++) {
    Word *word = get_word (names, i);
    guint n = 0;
    guint last = G_MAXUINT;

    for (guint j = 0; j < word->names->len; j++) {
      const Name *name = get_name (names, word, j);

      n += name->target != last;
      last = name->target;
    }
    word->weight = log (1.0 + (double) n_targets / n);
    for (guint j = 0; j < word->names->len; j++)
      get_name (names, word, j)->weight += word->weight;
    g_array_append_val (names->sorted, i);
  }
  g_array_sort_with_data (names->sorted, compare_words, names);
}

static guint
find_target (const LicetVocabulary *vocabulary,
             const char *what,
             const char *id)
{
  if (g_str_equal (what, "kind")) {
    const LicetKind *kind = licet_vocabulary_find_kind (vocabulary, id);

    return kind != NULL ? kind->index : G_MAXUINT;
  } else {
    const LicetQuantity *quantity = licet_vocabulary_find_quantity (vocabulary, id);

    return quantity != NULL ? quantity->index : G_MAXUINT;
  }
}

static LicetNames *
new_names (void)
{
  LicetNames *names = g_new0 (LicetNames, 1);

  names->texts = g_string_chunk_new (4096);
  names->by_text = g_hash_table_new (g_str_hash, g_str_equal);
  names->words = g_array_new (FALSE, FALSE, sizeof (Word));
  names->sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  names->names = g_array_new (FALSE, FALSE, sizeof (Name));
  return names;
}

LicetNames *
_licet_names_load (sqlite3 *db,
                   const LicetVocabulary *vocabulary,
                   const char *what,
                   GError **error)
{
  g_autoptr (LicetNames) names = new_names ();
  g_autoptr (GHashTable) targets = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *statement = NULL;
  int result = SQLITE_ERROR;

  if (sqlite3_prepare_v2 (db, "SELECT target, words FROM search_name WHERE what = ?1 ORDER BY id",
                          -1, &statement, NULL) == SQLITE_OK) {
    (void) sqlite3_bind_text (statement, 1, what, -1, SQLITE_TRANSIENT);
    while ((result = sqlite3_step (statement)) == SQLITE_ROW) {
      const char *id = (const char *) sqlite3_column_text (statement, 0);
      guint target = find_target (vocabulary, what, id);

      if (target == G_MAXUINT)
        break;
      add_name (names, target, (const char *) sqlite3_column_text (statement, 1));
      g_hash_table_add (targets, GUINT_TO_POINTER (target));
    }
  }
  (void) sqlite3_finalize (statement);
  if (result != SQLITE_DONE) {
    _licet_search_set_error (db, error);
    return NULL;
  }
  weigh_words (names, g_hash_table_size (targets));
  return g_steal_pointer (&names);
}

void
_licet_names_free (LicetNames *names)
{
  if (names == NULL)
    return;
  for (guint i = 0; i < names->words->len; i++)
    g_array_unref (get_word (names, i)->names);
  g_array_unref (names->words);
  g_array_unref (names->sorted);
  g_array_unref (names->names);
  g_hash_table_unref (names->by_text);
  g_string_chunk_free (names->texts);
  g_free (names);
}

/* Place in the alphabet of the first word that is not before @prefix. */
static guint
find_first (const LicetNames *names,
            const char *prefix)
{
  guint from = 0;
  guint to = names->sorted->len;

  while (from < to) {
    guint middle = (from + to) / 2;

    if (strcmp (get_word (names, g_array_index (names->sorted, guint, middle))->text, prefix) < 0)
      from = middle + 1;
    else
      to = middle;
  }
  return from;
}

gboolean
_licet_names_has_word (const LicetNames *names,
                       const char *stem,
                       gboolean is_prefix)
{
  const char *text;
  guint first;

  if (!is_prefix)
    return g_hash_table_contains (names->by_text, stem);
  first = find_first (names, stem);
  if (first == names->sorted->len)
    return FALSE;
  text = get_word (names, g_array_index (names->sorted, guint, first))->text;
  return g_str_has_prefix (text, stem);
}

/* Counts the word @index, said by the words @positions of the query, for each name it stands in. */
static void
count_word (Tally *tally,
            guint index,
            guint64 positions,
            double factor)
{
  const Word *word = get_word (tally->names, index);

  for (guint i = 0; i < word->names->len; i++) {
    const Use *use = &g_array_index (word->names, Use, i);
    guint name = use->name;

    if ((tally->positions[name] & positions) != 0)
      continue;
    if (tally->positions[name] == 0)
      g_array_append_val (tally->touched, name);
    tally->positions[name] |= positions;
    tally->said[name] += word->weight * factor;
    if (use->ordinal >= tally->last[name])
      tally->ordered[name] += word->weight * factor;
    tally->last[name] = use->ordinal + 1;
  }
}

static void
count_text (Tally *tally,
            const char *text,
            guint64 positions)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (tally->names->by_text, text));

  if (found > 0)
    count_word (tally, found - 1, positions, 1.0);
}

static void
count_prefix (Tally *tally,
              const char *prefix,
              guint64 positions)
{
  const LicetNames *names = tally->names;
  guint first = find_first (names, prefix);
  gsize length = strlen (prefix);

  for (guint i = first; i < names->sorted->len && i < first + MAX_EXPANSIONS; i++) {
    guint index = g_array_index (names->sorted, guint, i);
    const char *text = get_word (names, index)->text;

    if (strncmp (text, prefix, length) != 0)
      return;
    count_word (tally, index, positions, 0.5 + 0.5 * (double) length / (double) strlen (text));
  }
}

/* "rad hard" is "radhard" too, and "photo multiplier tube" "photomultiplier tube". */
static void
count_joined (Tally *tally,
              const LicetQuery *query,
              guint first)
{
  const LicetQueryWord *a = g_ptr_array_index (query->words, first);
  const LicetQueryWord *b;
  g_autofree char *joined = NULL;
  g_autofree char *stem = NULL;

  if (first + 1 == query->words->len)
    return;
  b = g_ptr_array_index (query->words, first + 1);
  if (a->segment != b->segment)
    return;
  joined = g_strconcat (a->typed, b->typed, NULL);
  stem = _licet_word_stem (joined);
  count_text (tally, stem, G_GUINT64_CONSTANT (3) << first);
}

static void
count_query (Tally *tally,
             const LicetQuery *query)
{
  for (guint i = 0; i < query->words->len; i++) {
    const LicetQueryWord *word = g_ptr_array_index (query->words, i);
    guint64 position = G_GUINT64_CONSTANT (1) << i;

    count_joined (tally, query, i);
    count_text (tally, word->stem, position);
    /* One letter begins everything. */
    if (word->is_prefix && strlen (word->stem) > 1)
      count_prefix (tally, word->stem, position);
  }
}

/* How far the words at @positions are one name: not when they are far apart or in several parts. */
static double
get_closeness (const LicetQuery *query,
               guint64 positions)
{
  guint first = (guint) __builtin_ctzll (positions);
  guint last = 63 - (guint) __builtin_clzll (positions);
  guint gap = last - first + 1 - (guint) __builtin_popcountll (positions);
  const LicetQueryWord *a = g_ptr_array_index (query->words, first);
  const LicetQueryWord *b = g_ptr_array_index (query->words, last);

  if (a->segment != b->segment || gap > MAX_GAP)
    return 0;
  return (1.0 - GAP * gap) * (a->phrase != b->phrase ? ACROSS : 1.0);
}

static double
get_weight (const LicetQuery *query,
            guint64 positions)
{
  double weight = 0;

  for (guint i = 0; i < query->words->len; i++)
    if ((positions >> i & 1) != 0)
      weight = MAX (weight, ((const LicetQueryWord *) g_ptr_array_index (query->words, i))->weight);
  return weight;
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const LicetNameMatch *left = a;
  const LicetNameMatch *right = b;

  if (left->strength > right->strength)
    return -1;
  if (left->strength < right->strength)
    return 1;
  return left->target < right->target ? -1 : left->target > right->target;
}

/* The longest name first: what it took of the query says little of any other thing. */
static void
shadow_matches (GArray *matches)
{
  guint64 taken = 0;

  for (guint i = 0; i < matches->len; i++) {
    LicetNameMatch *match = &g_array_index (matches, LicetNameMatch, i);
    const LicetNameMatch *before = i > 0 ? &g_array_index (matches, LicetNameMatch, i - 1) : NULL;
    gboolean is_tie = before != NULL && before->words == match->words &&
                      before->is_whole && match->is_whole;

    if ((match->words & ~taken) == 0 && !is_tie)
      match->strength *= SHADOWED;
    else if (match->is_whole)
      taken |= match->words;
  }
  g_array_sort (matches, compare_matches);
}

/* The best name of each target. */
static GArray *
collect_matches (const Tally *tally,
                 const LicetQuery *query)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (LicetNameMatch));
  g_autoptr (GHashTable) by_target = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < tally->touched->len; i++) {
    guint index = g_array_index (tally->touched, guint, i);
    const Name *name = &g_array_index (tally->names->names, Name, index);
    double coverage = MIN (tally->said[index] / name->weight, 1.0);
    double order = tally->ordered[index] / tally->said[index];
    gboolean is_whole = coverage > 0.999 && order > 0.999;
    LicetNameMatch match = { name->target, 0, tally->positions[index], is_whole };
    gpointer key = GUINT_TO_POINTER (name->target);
    guint known = GPOINTER_TO_UINT (g_hash_table_lookup (by_target, key));
    double closeness = get_closeness (query, match.words);

    if (coverage < LEAST_COVERAGE || closeness <= 0)
      continue;
    match.strength = tally->said[index] * coverage * coverage * get_weight (query, match.words) *
                     closeness * (1.0 - DISORDER * (1.0 - order));
    if (known == 0) {
      g_array_append_val (matches, match);
      g_hash_table_insert (by_target, key, GUINT_TO_POINTER (matches->len));
    } else if (match.strength > g_array_index (matches, LicetNameMatch, known - 1).strength) {
      g_array_index (matches, LicetNameMatch, known - 1) = match;
    }
  }
  g_array_sort (matches, compare_matches);
  return matches;
}

GArray *
_licet_names_match (const LicetNames *names,
                    const LicetQuery *query)
{
  Tally tally = { names };
  GArray *matches;

  tally.said = g_new0 (double, names->names->len);
  tally.ordered = g_new0 (double, names->names->len);
  tally.last = g_new0 (int, names->names->len);
  tally.positions = g_new0 (guint64, names->names->len);
  tally.touched = g_array_new (FALSE, FALSE, sizeof (guint));
  count_query (&tally, query);
  matches = collect_matches (&tally, query);
  shadow_matches (matches);
  g_free (tally.said);
  g_free (tally.ordered);
  g_free (tally.last);
  g_free (tally.positions);
  g_array_unref (tally.touched);
  return matches;
}
