/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-query"

#include "config.h"

#include "licet-search-private.h"

#include <string.h>

#include "licet-search-words-private.h"

#define MAX_READINGS 24
/* The longest spelling of a unit, and how many words it may have ("parts per million"). */
#define MAX_UNIT 40
#define MAX_UNIT_WORDS 3
/* How many words on each side of a number may name what it measures. */
#define NEIGHBOURS 5

/* What a word counts for, by where it stands and what it is. */
#define WEIGHT_LATER 0.8
#define WEIGHT_PARAMETER 0.35
#define WEIGHT_NUMBER 0.3
#define WEIGHT_PURPOSE 0.8

/* Words that make a number a bound. "Up to" and "maximum" do not: they name the rated value. */
static const char *const bound_words[] = {
  ">=",       "<=",        "≥",         "≤",    ">",     "<",
  "at least", "more than", "less than", "over", "above", "below", "under",
};

static const char *const range_words[] = { "to", "...", "..", "…", "–", "—", "-" };

static void
free_word (LicetQueryWord *word)
{
  g_free (word->stem);
  g_free (word->typed);
  g_free (word->shown);
  g_free (word);
}

static void
free_reading (LicetReading *reading)
{
  licet_value_unref (reading->value);
  g_strfreev (reading->before);
  g_strfreev (reading->after);
  g_ptr_array_unref (reading->quantities);
  g_free (reading);
}

void
_licet_query_free (LicetQuery *query)
{
  if (query == NULL)
    return;
  g_ptr_array_unref (query->words);
  g_ptr_array_unref (query->readings);
  g_free (query);
}

/* What is read of the text, in valid UTF-8, minus signs and blanks as on a keyboard. */
static char *
cut_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) strnlen (text, LICET_MAX_QUERY * 4));
  GString *cut = g_string_new (NULL);
  const char *p = valid;

  for (guint n = 0; *p != '\0' && n < LICET_MAX_QUERY; n++, p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x2212 || c == 0x2010 || c == 0x2011)
      g_string_append_c (cut, '-');
    else if (c == 0x00a0 || c == 0x202f || c == 0x2009 || c == '\t' || c == '\r')
      g_string_append_c (cut, ' ');
    else
      g_string_append_len (cut, p, g_utf8_next_char (p) - p);
  }
  return g_string_free (cut, FALSE);
}

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c) || (guchar) c >= 0x80;
}

/* Whether @p ends the part of a description that may name a number: a decimal comma does not. */
static gboolean
is_separator (const char *p,
              const char *start)
{
  if (*p == ',')
    return p == start || !g_ascii_isdigit (p[-1]) || !g_ascii_isdigit (p[1]);
  return *p == ';' || *p == '|' || *p == '\n';
}

static const char *
skip_blanks (const char *p)
{
  while (*p == ' ')
    p++;
  return p;
}

/* The end of the number at @p, or @p when there is none. */
static const char *
skip_number (const char *p)
{
  const char *start = p;
  const char *power;

  if (*p == '-' || *p == '+')
    p++;
  if (!g_ascii_isdigit (*p))
    return start;
  while (g_ascii_isdigit (*p) || ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1])))
    p++;
  power = p;
  if (*power == 'e' || *power == 'E') {
    power++;
  } else {
    power = skip_blanks (power);
    if (*power == 'x' || *power == '*')
      power++;
    else if (g_str_has_prefix (power, "×"))
      power += strlen ("×");
    else
      return p;
    power = skip_blanks (power);
    if (!g_str_has_prefix (power, "10^"))
      return p;
    power += strlen ("10^");
  }
  if (*power == '-' || *power == '+')
    power++;
  if (!g_ascii_isdigit (*power))
    return p;
  while (g_ascii_isdigit (*power))
    power++;
  return power;
}

/* The end of the longest unit that is spelled at @p, or NULL. */
static const char *
skip_unit (LicetUnitTable *units,
           const char *p)
{
  const char *ends[MAX_UNIT];
  guint n_ends = 0;
  guint n_words = 1;

  for (const char *q = p; *q != '\0' && q - p < MAX_UNIT && n_ends < MAX_UNIT; q++) {
    if (strchr (";,|()\n=:", *q) != NULL || (*q == ' ' && ++n_words > MAX_UNIT_WORDS))
      break;
    /* A spelling ends where a word does, and "%" and "°" are words. */
    if (*q != ' ' && (!is_word_byte (q[1]) || !is_word_byte (*q)))
      ends[n_ends++] = q + 1;
  }
  while (n_ends > 0) {
    g_autofree char *spelling = g_strndup (p, (gsize) (ends[--n_ends] - p));
    LicetUnit unit;

    if (g_utf8_validate (spelling, -1, NULL) &&
        licet_unit_table_parse (units, spelling, &unit, NULL))
      return ends[n_ends];
  }
  return NULL;
}

/* "14-bit" and "14 bit": the place of the unit behind a number. */
static const char *
find_unit (const char *p)
{
  if (*p == '-' && g_ascii_isalpha (p[1]))
    return p + 1;
  return skip_blanks (p);
}

/* The beginning of the second number of a range whose first ends at @p, or NULL. */
static const char *
find_second (const char *p)
{
  p = skip_blanks (p);
  for (guint i = 0; i < G_N_ELEMENTS (range_words); i++)
    if (g_str_has_prefix (p, range_words[i])) {
      const char *second = skip_blanks (p + strlen (range_words[i]));

      return skip_number (second) > second ? second : NULL;
    }
  return NULL;
}

/* The bound, if the text before @number ends with one; in the form licet_value_parse() reads. */
static const char *
find_bound (const char *text,
            const char *number)
{
  while (number > text && number[-1] == ' ')
    number--;
  for (guint i = 0; i < G_N_ELEMENTS (bound_words); i++) {
    gsize length = strlen (bound_words[i]);
    const char *word;

    if ((gsize) (number - text) < length)
      continue;
    word = number - length;
    /* "Cover 5 mm" is not "over 5 mm". */
    if (g_ascii_strncasecmp (word, bound_words[i], length) == 0 &&
        (word == text || !g_ascii_isalpha (*word) || !is_word_byte (word[-1])))
      return bound_words[i];
  }
  return "";
}

/*
 * Reads the number at @start, with its unit and, for a range, its second end. Returns where it ends,
 * or NULL when it has no unit.
 */
static const char *
read_value (LicetUnitTable *units,
            const char *text,
            const char *start,
            LicetValue **ret_value)
{
  const char *number_end = skip_number (start);
  const char *unit = find_unit (number_end);
  const char *unit_end = skip_unit (units, unit);
  const char *second = find_second (unit_end != NULL ? unit_end : number_end);
  g_autofree char *number = g_strndup (start, (gsize) (number_end - start));
  gsize unit_length = unit_end != NULL ? (gsize) (unit_end - unit) : 0;
  g_autofree char *first_unit = g_strndup (unit, unit_length);
  g_autofree char *spelled = NULL;

  if (second != NULL) {
    const char *second_end = skip_number (second);
    const char *second_unit = find_unit (second_end);
    const char *second_unit_end = skip_unit (units, second_unit);

    if (second_unit_end != NULL) {
      spelled = g_strdup_printf ("%s %s to %.*s %.*s", number, first_unit,
                                 (int) (second_end - second), second,
                                 (int) (second_unit_end - second_unit), second_unit);
      *ret_value = licet_value_parse (units, spelled, NULL, NULL);
      if (*ret_value != NULL)
        return second_unit_end;
      g_clear_pointer (&spelled, g_free);
    }
  }
  if (unit_end == NULL)
    return NULL;
  spelled = g_strdup_printf ("%s %s %s", find_bound (text, start), number, first_unit);
  *ret_value = licet_value_parse (units, spelled, NULL, NULL);
  return *ret_value != NULL ? unit_end : NULL;
}

/* The last words before @end or the first from @start on, within the part of the description. */
static GStrv
list_neighbours (const char *start,
                 const char *end,
                 gboolean is_before)
{
  g_autofree char *part = g_strndup (start, (gsize) (end - start));
  g_auto (GStrv) words = _licet_words_split (part);
  guint n = g_strv_length (words);
  guint first = is_before && n > NEIGHBOURS ? n - NEIGHBOURS : 0;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = first; i < n && i < first + NEIGHBOURS; i++)
    g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

static void
add_reading (LicetQuery *query,
             const char *text,
             const char *start,
             const char *end,
             LicetValue *value)
{
  LicetReading *reading = g_new0 (LicetReading, 1);
  const char *from = start;
  const char *to = end;
  const char *unit = skip_number (start);

  while (from > text && !is_separator (from - 1, text))
    from--;
  while (*to != '\0' && !is_separator (to, text))
    to++;
  reading->value = value;
  reading->dimension = licet_value_get_unit (value)->dimension;
  reading->before = list_neighbours (from, start, TRUE);
  reading->after = list_neighbours (unit, to, FALSE);
  reading->quantities = g_ptr_array_new ();
  g_ptr_array_add (query->readings, reading);
}

/* "3D" and "5G" are words as well as numbers. */
static gboolean
is_word_too (const char *start,
             const char *end)
{
  const char *unit = skip_number (start);

  return end == unit + 1 && g_ascii_isalpha (*unit);
}

/* Whether a number can begin at @p: "9680" in "AD9680" is none. */
static gboolean
is_number_start (const char *p,
                 const char *text)
{
  gboolean is_signed = *p == '-' || *p == '+';

  if (p > text && (is_word_byte (p[-1]) || p[-1] == '.'))
    return FALSE;
  if (p > text && is_signed && strchr (" (=", p[-1]) == NULL)
    return FALSE;
  return skip_number (p) > p;
}

/* Takes the numbers with units out of @text, in place. */
static void
take_readings (LicetQuery *query,
               LicetUnitTable *units,
               char *text)
{
  g_autofree char *whole = g_strdup (text);

  for (const char *p = whole; *p != '\0';) {
    LicetValue *value = NULL;
    const char *end;

    if (!is_number_start (p, whole)) {
      p++;
      continue;
    }
    end = query->readings->len < MAX_READINGS ? read_value (units, whole, p, &value) : NULL;
    if (end == NULL) {
      p = skip_number (p);
      continue;
    }
    add_reading (query, whole, p, end, value);
    if (!is_word_too (p, end))
      memset (text + (p - whole), ' ', (gsize) (end - p));
    p = end;
  }
}

static gboolean
has_word (const LicetQuery *query,
          const char *stem)
{
  for (guint i = 0; i < query->words->len; i++)
    if (g_str_equal (((const LicetQueryWord *) g_ptr_array_index (query->words, i))->stem, stem))
      return TRUE;
  return FALSE;
}

LicetQueryWord *
_licet_query_add_word (LicetQuery *query,
                       const char *typed,
                       const char *stem,
                       guint segment,
                       double weight)
{
  LicetQueryWord *word = g_new0 (LicetQueryWord, 1);

  word->stem = g_strdup (stem);
  word->typed = g_strdup (typed);
  word->shown = g_strdup (typed);
  word->segment = segment;
  word->weight = weight;
  g_ptr_array_add (query->words, word);
  return word;
}

static void
add_words (LicetQuery *query,
           const char *part,
           guint segment,
           double weight)
{
  g_auto (GStrv) tokens = _licet_words_tokens (part);
  guint phrase = 0;

  for (guint i = 0; tokens[i] != NULL && query->words->len < LICET_MAX_QUERY_WORDS; i++) {
    g_autofree char *stem = _licet_word_stem (tokens[i]);
    gboolean is_number = strspn (tokens[i], "0123456789.") == strlen (tokens[i]);
    gboolean is_weak = is_number || tokens[i][1] == '\0';
    LicetQueryWord *word;

    if (i > 0 && _licet_word_is_joint (tokens[i]))
      phrase++;
    if (_licet_word_is_filler (tokens[i]) || has_word (query, stem))
      continue;
    word = _licet_query_add_word (query, tokens[i], stem, segment, weight);
    word->phrase = phrase;
    word->weight *= (is_weak ? WEIGHT_NUMBER : 1.0) * (phrase > 0 ? WEIGHT_PURPOSE : 1.0);
  }
}

/* Gives the words back the capitals they have in @text, where folding changed no more than these. */
static void
restore_capitals (LicetQuery *query,
                  const char *text)
{
  for (guint i = 0; i < query->words->len; i++) {
    LicetQueryWord *word = g_ptr_array_index (query->words, i);
    gsize length = strlen (word->typed);

    for (const char *p = text; *p != '\0'; p++)
      if ((p == text || !is_word_byte (p[-1])) &&
          g_ascii_strncasecmp (p, word->typed, length) == 0 && !is_word_byte (p[length])) {
        memcpy (word->shown, p, length);
        break;
      }
  }
}

static void
split_words (LicetQuery *query,
             const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text, ";|\n", -1);
  gsize length = strlen (text);

  for (guint i = 0; parts[i] != NULL; i++) {
    gboolean is_named = strchr (parts[i], '=') != NULL || (i > 0 && strchr (parts[i], ':') != NULL);

    add_words (query, parts[i], i, is_named ? WEIGHT_PARAMETER : i > 0 ? WEIGHT_LATER : 1.0);
  }
  if (length > 0 && is_word_byte (text[length - 1]) && query->words->len > 0) {
    LicetQueryWord *last = g_ptr_array_index (query->words, query->words->len - 1);

    /* Unless the word typed last is one of those left out. */
    last->is_prefix = g_str_has_suffix (text, last->typed) || (guchar) text[length - 1] >= 0x80 ||
                      g_ascii_strcasecmp (text + length - MIN (length, strlen (last->typed)),
                                          last->typed) == 0;
  }
}

LicetQuery *
_licet_query_new_empty (void)
{
  LicetQuery *query = g_new0 (LicetQuery, 1);

  query->words = g_ptr_array_new_with_free_func ((GDestroyNotify) free_word);
  query->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) free_reading);
  return query;
}

LicetQuery *
_licet_query_new (const LicetVocabulary *vocabulary,
                  const char *text)
{
  LicetQuery *query = _licet_query_new_empty ();
  g_autofree char *cut = cut_text (text);

  take_readings (query, licet_vocabulary_get_units (vocabulary), cut);
  split_words (query, cut);
  restore_capitals (query, cut);
  return query;
}
