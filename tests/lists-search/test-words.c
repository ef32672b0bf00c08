/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-core.h>

#include "licet-search-words-private.h"

#include "table.h"

typedef struct {
  const char *name;
  const char *first;
  const char *second;
  gboolean is_same;
} Pair;

static const Pair pairs[] = {
  { "plural", "converters", "converter", TRUE },
  { "plural-of-y", "assemblies", "assembly", TRUE },
  { "plural-of-abbreviation", "adcs", "adc", TRUE },
  { "plural-of-lens", "lenses", "lens", TRUE },
  { "plural-of-switch", "switches", "switch", TRUE },
  { "gas-is-no-plural", "gas", "ga", FALSE },
  { "past", "hardened", "hardening", TRUE },
  { "doubled-letter", "milled", "mill", TRUE },
  { "machining", "machining", "machine", TRUE },
  { "speed-is-no-past", "speed", "spe", FALSE },
  { "british-analyser", "analyser", "analyzer", TRUE },
  { "british-fibre", "fibres", "fiber", TRUE },
  { "british-analogue", "analogue", "analog", TRUE },
  { "british-polarised", "polarised", "polarized", TRUE },
  { "british-vapour", "vapour", "vapor", TRUE },
  { "british-aluminium", "aluminium", "aluminum", TRUE },
  { "british-programme", "programme", "program", TRUE },
  { "numeral", "five", "5", TRUE },
  { "other-word", "laser", "phaser", FALSE },
  { "number-is-kept", "1550s", "1550", FALSE },
};

static void
test_stem (gconstpointer data)
{
  const Pair *pair = data;
  g_autofree char *first = _licet_word_stem (pair->first);
  g_autofree char *second = _licet_word_stem (pair->second);

  if (pair->is_same)
    g_assert_cmpstr (first, ==, second);
  else
    g_assert_cmpstr (first, !=, second);
}

static void
test_every_filler_is_found (void)
{
  static const char *const fillers[] = {
    "a", "and", "au", "aus", "de", "for", "mit", "oder", "of", "un", "y", "zur",
  };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    g_assert_true (_licet_word_is_filler (fillers[i]));
  g_assert_false (_licet_word_is_filler ("ad"));
  g_assert_false (_licet_word_is_filler (""));
  g_assert_false (_licet_word_is_filler ("zz"));
}

typedef struct {
  const char *name;
  const char *text;
  const char *words;
} Split;

static const Split splits[] = {
  { "letters-join-a-word", "A/D converter", "ad converter" },
  { "x-ray-is-one-word", "Flash X-ray e-beam", "flash xray ebeam" },
  { "fillers-go", "software for the use of lasers", "softwar use laser" },
  { "accents-go", "Durée d'établissement", "dure etablissement" },
  { "point-in-number-stays", "1.3 GS/s. Ends", "1.3 gs s end" },
  { "nothing-but-signs", "*** \"\" ( ) --", "" },
};

static void
test_split (gconstpointer data)
{
  const Split *split = data;
  g_auto (GStrv) words = _licet_words_split (split->text);
  g_autofree char *joined = g_strjoinv (" ", words);

  g_assert_cmpstr (joined, ==, split->words);
}

typedef struct {
  const char *name;
  const char *a;
  const char *b;
  guint limit;
  guint distance;
} Distance;

static const Distance distances[] = {
  { "same", "laser", "laser", 2, 0 },
  { "one-missing", "oscilloscope", "oscillosope", 2, 1 },
  { "one-more", "laser", "lasser", 1, 1 },
  { "one-other", "laser", "lazer", 1, 1 },
  { "swapped", "laser", "lasre", 1, 1 },
  { "two", "spectrometer", "spectrmoeterr", 2, 2 },
  { "beyond-the-limit", "laser", "maser", 0, 1 },
  { "far", "laser", "diode", 2, 3 },
  { "lengths-apart", "a", "abcdef", 2, 3 },
  { "empty", "", "ab", 2, 2 },
};

static void
test_distance (gconstpointer data)
{
  const Distance *distance = data;

  g_assert_cmpuint (_licet_word_distance (distance->a, distance->b, distance->limit), ==,
                    distance->distance);
  g_assert_cmpuint (_licet_word_distance (distance->b, distance->a, distance->limit), ==,
                    distance->distance);
}

static void
check_words (const char *text)
{
  g_auto (GStrv) words = _licet_words_split (text);
  guint n = g_strv_length (words);

  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (strlen (words[i]), <=, LICET_MAX_WORD);
}

static void
test_random_bytes_do_no_harm (void)
{
  guint32 seed = g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2000; i++) {
    char text[64];

    fill_random (random, text, sizeof text, 255);
    check_words (text);
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD_TABLE ("/search/words/stem/", pairs, test_stem);
  ADD_TABLE ("/search/words/split/", splits, test_split);
  ADD_TABLE ("/search/words/distance/", distances, test_distance);
  g_test_add_func ("/search/words/every-filler-is-found", test_every_filler_is_found);
  g_test_add_func ("/search/words/random-bytes-do-no-harm", test_random_bytes_do_no_harm);
  return g_test_run ();
}
