/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-words"

#include "config.h"

#include "licet-search-words-private.h"

#include <string.h>

#include <licet-core.h>

/* What is shorter is too easily mistaken for another word. */
#define LEAST_MENDED 5

/* Sorted, for a binary search: little words in the languages of the aliases. */
static const char *const fillers[] = {
  "a", "about", "al", "all", "am", "an", "and", "any", "are", "as", "at", "au", "auf", "aus",
  "be", "bei", "but", "by", "can", "con", "d", "das", "de", "del", "dem", "den", "der", "des",
  "die", "du", "ein", "eine", "einen", "einer", "el", "en", "est", "et", "for", "from", "fuer",
  "fur", "has", "have", "having", "how", "im", "in", "is", "ist", "it", "its", "la", "las", "le",
  "les", "los", "mit", "not", "o", "oder", "of", "on", "or", "other", "ou", "our", "para", "per",
  "por", "pour", "que", "sur", "than", "that", "the", "their", "this", "to", "un", "una", "und",
  "une", "used", "using", "via", "von", "was", "we", "which", "with", "y", "zu", "zum", "zur",
};

/* Those of them behind which stands what the thing is for or made with, not the thing. */
static const char *const joints[] = {
  "avec", "con",  "containing", "for",   "from", "fuer", "fur", "including",
  "mit",  "para", "pour",       "using", "with", NULL,
};

static const struct {
  const char *word;
  const char *digits;
} numerals[] = {
  { "two", "2" },   { "three", "3" }, { "four", "4" }, { "five", "5" },   { "six", "6" },
  { "seven", "7" }, { "eight", "8" }, { "nine", "9" }, { "twelve", "12" },
};

/* Endings that British and American English spell differently; both become the American one. */
static const struct {
  const char *from;
  const char *to;
  gsize least; /* bytes of a word it applies to */
} spellings[] = {
  { "isation", "ization", 9 }, { "ising", "izing", 7 }, { "ised", "ized", 6 },
  { "iser", "izer", 6 }, { "ise", "ize", 6 }, { "ysing", "yzing", 7 }, { "ysed", "yzed", 6 },
  { "yser", "yzer", 6 }, { "yse", "yze", 6 }, { "our", "or", 5 }, { "bre", "ber", 5 },
  { "tre", "ter", 5 }, { "ogue", "og", 6 }, { "mme", "m", 6 }, { "inium", "inum", 8 },
  { "ence", "ense", 6 }, { "mould", "mold", 5 }, { "sulphide", "sulfide", 8 },
  { "sulphur", "sulfur", 7 }, { "caesium", "cesium", 7 },
};

static gboolean
is_vowel (char c)
{
  return c != '\0' && strchr ("aeiouy", c) != NULL;
}

static gboolean
has_vowel (const char *word,
           gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (is_vowel (word[i]))
      return TRUE;
  return FALSE;
}

static gboolean
ends_with (const GString *word,
           const char *ending)
{
  gsize length = strlen (ending);

  return word->len >= length && memcmp (word->str + word->len - length, ending, length) == 0;
}

static gboolean
ends_with_any (const GString *word,
               const char *const *endings)
{
  for (guint i = 0; endings[i] != NULL; i++)
    if (ends_with (word, endings[i]))
      return TRUE;
  return FALSE;
}

static void
strip_plural (GString *word)
{
  static const char *const singular[] = { "ss", "us", "is", NULL };
  static const char *const hissing[] = { "sses", "xes", "ches", "shes", "nses", NULL };

  if (word->len < 3 || !ends_with (word, "s") || ends_with_any (word, singular) ||
      g_str_equal (word->str, "lens"))
    return;
  /* "ICs", but not "gas". */
  if (word->len == 3 && is_vowel (word->str[1]))
    return;
  if (word->len > 4 && ends_with (word, "ies")) {
    g_string_truncate (word, word->len - 3);
    g_string_append_c (word, 'y');
  } else if (word->len > 4 && ends_with_any (word, hissing)) {
    g_string_truncate (word, word->len - 2);
  } else {
    g_string_truncate (word, word->len - 1);
  }
}

static void
fold_spelling (GString *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    if (word->len >= spellings[i].least && ends_with (word, spellings[i].from)) {
      g_string_truncate (word, word->len - strlen (spellings[i].from));
      g_string_append (word, spellings[i].to);
      return;
    }
}

static gboolean
has_ending (const GString *word,
            const char *ending,
            gsize least)
{
  return word->len >= least && ends_with (word, ending) &&
         has_vowel (word->str, word->len - strlen (ending));
}

/* -ed and -ing, then what is left of the verb: "machine", "machined" and "machining" are one. */
static void
strip_verb (GString *word)
{
  char last;

  if (has_ending (word, "ing", 6))
    g_string_truncate (word, word->len - 3);
  else if (has_ending (word, "ed", 5) && !ends_with (word, "eed"))
    g_string_truncate (word, word->len - 2);
  else if (word->len > 3 && ends_with (word, "e"))
    g_string_truncate (word, word->len - 1);
  last = word->str[word->len - 1];
  if (word->len > 3 && last == word->str[word->len - 2] && !g_ascii_isdigit (last))
    g_string_truncate (word, word->len - 1);
}

static gboolean
has_digit (const char *token)
{
  return strpbrk (token, "0123456789") != NULL;
}

char *
_licet_word_stem (const char *token)
{
  GString *word = g_string_new_len (token, (gssize) strnlen (token, LICET_MAX_WORD));

  for (guint i = 0; i < G_N_ELEMENTS (numerals); i++)
    if (g_str_equal (word->str, numerals[i].word)) {
      g_string_assign (word, numerals[i].digits);
      return g_string_free (word, FALSE);
    }
  if (!has_digit (word->str)) {
    strip_plural (word);
    fold_spelling (word);
    strip_verb (word);
  }
  return g_string_free (word, FALSE);
}

gboolean
_licet_word_is_filler (const char *token)
{
  gsize from = 0;
  gsize to = G_N_ELEMENTS (fillers);

  while (from < to) {
    gsize middle = (from + to) / 2;
    int order = strcmp (token, fillers[middle]);

    if (order == 0)
      return TRUE;
    if (order < 0)
      to = middle;
    else
      from = middle + 1;
  }
  return FALSE;
}

/* Whether @p is the sign between a single letter and what follows it. */
static gboolean
is_joint (const char *text,
          const char *p)
{
  if ((*p != '-' && *p != '/') || p == text)
    return FALSE;
  return g_ascii_isalpha (p[-1]) && g_ascii_isalpha (p[1]) &&
         (p == text + 1 || !g_ascii_isalnum (p[-2]));
}

/* "A/D", "x-ray" and "e-beam" are one word each: the letter alone says nothing. */
static char *
join_letters (const char *text)
{
  g_autofree char *folded = licet_text_fold (text);
  GString *joined = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++)
    if (!is_joint (folded, p))
      g_string_append_c (joined, *p);
  return g_string_free (joined, FALSE);
}

gboolean
_licet_word_is_mendable (const char *stem)
{
  return strlen (stem) >= LEAST_MENDED && !has_digit (stem);
}

gboolean
_licet_word_is_joint (const char *token)
{
  return g_strv_contains (joints, token);
}

GStrv
_licet_words_tokens (const char *text)
{
  g_autofree char *joined = join_letters (text);

  return licet_text_tokens (joined);
}

GStrv
_licet_words_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tokens = _licet_words_tokens (text);

  for (guint i = 0; tokens[i] != NULL; i++)
    if (!_licet_word_is_filler (tokens[i]))
      g_strv_builder_take (builder, _licet_word_stem (tokens[i]));
  return g_strv_builder_end (builder);
}

guint
_licet_word_distance (const char *a,
                      const char *b,
                      guint limit)
{
  guint rows[3][LICET_MAX_WORD + 1];
  gsize n_a = strnlen (a, LICET_MAX_WORD);
  gsize n_b = strnlen (b, LICET_MAX_WORD);

  if (n_a > n_b + limit || n_b > n_a + limit)
    return limit + 1;
  for (gsize j = 0; j <= n_b; j++)
    rows[0][j] = (guint) j;
  for (gsize i = 1; i <= n_a; i++) {
    guint *row = rows[i % 3];
    const guint *above = rows[(i + 2) % 3];
    guint least = row[0] = (guint) i;

    for (gsize j = 1; j <= n_b; j++) {
      row[j] = MIN (MIN (above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], rows[(i + 1) % 3][j - 2] + 1);
      least = MIN (least, row[j]);
    }
    if (least > limit)
      return limit + 1;
  }
  return MIN (rows[n_a % 3][n_b], limit + 1);
}
