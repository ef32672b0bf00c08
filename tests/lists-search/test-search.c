/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <string.h>

#include <licet-lists.h>

#include "table.h"

#define LIMIT 20

static LicetBundle *bundle;

static GPtrArray *
search (const char *text)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = licet_search (bundle, text, NULL, LIMIT, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (hits);
  return hits;
}

static const LicetHit *
get_hit (GPtrArray *hits,
         guint index)
{
  g_assert_cmpuint (index, <, hits->len);
  return g_ptr_array_index (hits, index);
}

typedef struct {
  const char *name;
  const char *text;
  const char *first; /* NULL: nothing is found */
} Query;

static const Query codes[] = {
  { "entry", "3A001", "3A001" },
  { "small-letters", "3a001", "3A001" },
  { "without-zeros", "3a1", "3A001" },
  { "paragraph", "3A001.a.5", "3A001.a.5" },
  { "paragraph-without-points", "3a001a5", "3A001.a.5" },
  { "paragraph-without-points-or-zeros", "3a1a5a4", "3A001.a.5.a.4" },
  { "final-point", "3A001.a.5.", "3A001.a.5" },
  { "blanks", " 3A 001 a 5 ", "3A001.a.5" },
  { "list-before-it", "eu-annex-i:3A001.a.5.a", "3A001.a.5.a" },
  { "one-is-not-ten", "3A001.a.1", "3A001.a.1" },
  { "ten-is-not-one", "3a001a10", "3A001.a.10" },
  { "beginning", "3a22", "3A225" },
  { "group", "3b", "3B001" },
  { "path-that-is-not-there", "3A001.a.5.z", "3A001.a.5" },
  { "among-words", "is it 3A229 or not", "3A229" },
};

static const Query words[] = {
  { "abbreviation", "ADC", "3A001.a.5.a" },
  { "spelled-out", "analog to digital converter", "3A001.a.5.a" },
  { "british", "analogue-to-digital converters", "3A001.a.5.a" },
  { "with-a-stroke", "A/D converter", "3A001.a.5.a" },
  { "german", "Analog-Digital-Wandler", "3A001.a.5.a" },
  { "unfinished", "krytro", "3A228" },
  { "mistaken", "kritron", "3A228" },
  { "component-in-a-note", "gas mask visor", "1A004" },
  { "mistaken-long", "oscilloscpoe", "3A002" },
  { "datasheet", "14-bit 310 MSPS ADC; power=1.2 W; package=BGA", "3A001.a.5.a.4" },
  { "datasheet-glued", "14bit 310MSPS ADC", "3A001.a.5.a.4" },
  { "noise-does-no-harm", "ADC 14 bit 310 MSPS, RoHS, color=black, price 99 EUR, MOQ 10, reel",
    "3A001.a.5.a.4" },
  { "other-threshold", "12-bit 600 MSPS ADC", "3A001.a.5.a.3" },
  { "unknown-words", "qqqqxzzz wwwwvvvk", NULL },
  { "nothing", "", NULL },
  { "blanks", "   \t\n", NULL },
  { "fillers-only", "the of for and", NULL },
};

static void
test_first (gconstpointer data)
{
  const Query *query = data;
  g_autoptr (GPtrArray) hits = search (query->text);

  if (query->first == NULL) {
    g_assert_cmpuint (hits->len, ==, 0);
    return;
  }
  if (strlen (query->first) == strlen ("3A228"))
    g_assert_cmpstr (get_hit (hits, 0)->node->entry->code, ==, query->first);
  else
    g_assert_cmpstr (get_hit (hits, 0)->node->full, ==, query->first);
  for (guint i = 0; i < hits->len; i++)
    g_assert_cmpuint (strlen (get_hit (hits, i)->why), >, 0);
}

static void
test_beginning_finds_all (void)
{
  g_autoptr (GPtrArray) hits = search ("3a1");
  gboolean has_exact = FALSE;
  gboolean has_begun = FALSE;

  for (guint i = 0; i < hits->len; i++) {
    has_exact = has_exact || g_str_equal (get_hit (hits, i)->node->full, "3A001");
    has_begun = has_begun || g_str_equal (get_hit (hits, i)->node->full, "3A101");
  }
  g_assert_true (has_exact && has_begun);
}

static void
test_one_hit_an_entry (void)
{
  static const char *const texts[] = {
    "amplifier", "3a001 amplifier", "integrated circuit", "3", "software",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GPtrArray) hits = search (texts[i]);

    for (guint j = 0; j < hits->len; j++)
      for (guint k = 0; k < j; k++)
        g_assert_true (get_hit (hits, j)->node->entry != get_hit (hits, k)->node->entry);
  }
}

static void
test_limit_is_kept (void)
{
  g_autoptr (GPtrArray) words_hits = licet_search (bundle, "amplifier", NULL, 2, NULL, NULL);
  g_autoptr (GPtrArray) code_hits = licet_search (bundle, "3", NULL, 2, NULL, NULL);

  g_assert_cmpuint (words_hits->len, ==, 2);
  g_assert_cmpuint (code_hits->len, ==, 2);
}

static void
test_best_comes_first (void)
{
  g_autoptr (GPtrArray) hits = search ("microwave amplifier");

  g_assert_cmpuint (hits->len, >, 1);
  for (guint i = 1; i < hits->len; i++)
    g_assert_true (get_hit (hits, i - 1)->score >= get_hit (hits, i)->score);
}

static void
test_lists_are_chosen (void)
{
  static const char *const none[] = { "no-such-list", NULL };
  static const char *const both[] = { "no-such-list", "eu-annex-i", NULL };
  g_autoptr (GPtrArray) of_none = licet_search (bundle, "ADC", none, LIMIT, NULL, NULL);
  g_autoptr (GPtrArray) code_of_none = licet_search (bundle, "3A001", none, LIMIT, NULL, NULL);
  g_autoptr (GPtrArray) of_both = licet_search (bundle, "ADC", both, LIMIT, NULL, NULL);

  g_assert_cmpuint (of_none->len, ==, 0);
  g_assert_cmpuint (code_of_none->len, ==, 0);
  g_assert_cmpuint (of_both->len, >, 0);
}

typedef struct {
  const char *name;
  const char *text;
  const char *why;
} Reason;

static const Reason reasons[] = {
  { "kind", "ADC", "“ADC” (kind " },
  { "number", "14-bit 310 MSPS ADC", "310 MSPS meets “" },
  { "word", "krytron tube", "tube" },
  { "mended", "kritron", "read as “krytron”" },
  { "code", "3A001", "code" },
  { "missing-paragraph", "3A001.a.5.z", "nothing “z” below 3A001.a.5" },
};

static void
test_why (gconstpointer data)
{
  const Reason *reason = data;
  g_autoptr (GPtrArray) hits = search (reason->text);
  const char *why = get_hit (hits, 0)->why;

  if (strstr (why, reason->why) == NULL)
    g_test_message ("why: %s", why);
  g_assert_nonnull (strstr (why, reason->why));
}

static const char *const hostile[] = {
  "\"",
  "\" OR 1",
  "adc\" NEAR(\"dac\"",
  "NEAR(adc dac, 5)",
  "heading : adc",
  "{heading text} : adc",
  "^adc",
  "adc * * *",
  "adc AND OR NOT",
  "'; DROP TABLE search_text; --",
  "((((((((((((((((((((",
  "%s%n%d",
  "\xff\xfe\x80",
  "\xc3",
  "1e999999999999 V",
  "99999999999999999999999999999999999999999999 MHz",
  "-",
  "- 5",
  "1..2...3 V to",
  "1/2/3/4 m/s/s/s^999",
  "5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 5 V",
  "::::",
  "3A001.................a",
  "3a001aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
};

static void
test_signs_do_no_harm (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (GPtrArray) hits = search (hostile[i]);
    g_autoptr (GPtrArray) kinds = licet_search_kinds (bundle, hostile[i], LIMIT, NULL);
    g_autoptr (GHashTable) facts = licet_search_facts (bundle, hostile[i]);

    g_assert_nonnull (hits);
    g_assert_nonnull (kinds);
    g_assert_nonnull (facts);
  }
}

static void
test_a_megabyte_does_no_harm (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = NULL;
  gint64 begun;

  while (text->len < 1024 * 1024)
    g_string_append (text, "14-bit 310 MSPS ADC; café ");
  begun = g_get_monotonic_time ();
  hits = search (text->str);
  g_assert_cmpstr (get_hit (hits, 0)->node->entry->code, ==, "3A001");
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_TIME_SPAN_SECOND);
}

static void
test_random_bytes_do_no_harm (void)
{
  guint32 seed = g_random_int ();
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 300; i++) {
    char text[80];
    g_autoptr (GPtrArray) hits = NULL;

    fill_random (random, text, sizeof text, i % 2 == 0 ? 255 : 126);
    hits = search (text);
    g_assert_cmpuint (hits->len, <=, LIMIT);
  }
}

static void
test_cancelled_search_says_so (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (licet_search (bundle, "14-bit ADC converter", NULL, LIMIT, cancellable, &error));
  g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_CANCELLED);
}

static char *
describe (GPtrArray *hits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    g_string_append_printf (text, "%s %.6f %s\n", get_hit (hits, i)->node->key,
                            get_hit (hits, i)->score, get_hit (hits, i)->why);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gpointer
search_again (gpointer data)
{
  static const char *const texts[] = {
    "14-bit 310 MSPS ADC", "kritron", "microwave amplifier 40 W", "3a1",
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 20; i++) {
    g_autoptr (GPtrArray) hits = search (texts[i % G_N_ELEMENTS (texts)]);
    g_autofree char *described = describe (hits);

    g_string_append (text, described);
  }
  return g_string_free (text, FALSE);
}

static void
test_threads_find_the_same (void)
{
  GThread *threads[8];
  g_autofree char *expected = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("search", search_again, NULL);
  expected = search_again (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++) {
    g_autofree char *found = g_thread_join (threads[i]);

    g_assert_cmpstr (found, ==, expected);
  }
}

static const Query kinds[] = {
  { "alias", "adc", "adc" },
  { "beginning", "analog-to-dig", "adc" },
  { "unfinished-word", "krytr", "cold-cathode-tube" },
  { "unknown", "qqqqxzzz", NULL },
  { "nothing", "", NULL },
};

static void
test_kinds (gconstpointer data)
{
  const Query *query = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = licet_search_kinds (bundle, query->text, LIMIT, &error);

  g_assert_no_error (error);
  if (query->first == NULL) {
    g_assert_cmpuint (found->len, ==, 0);
    return;
  }
  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (((const LicetKind *) g_ptr_array_index (found, 0))->id, ==, query->first);
}

typedef struct {
  const char *name;
  const char *text;
  const char *quantity;
  const char *value; /* NULL: it is not read as a value of this quantity */
} Fact;

static const Fact facts[] = {
  { "hyphen", "14-bit ADC", "adc-resolution", "14 bit" },
  { "only-quantity-of-its-dimension", "ADC, 310 MSPS", "sample-rate", "310 MS/s" },
  { "glued", "ADC 310MSPS", "sample-rate", "310 MS/s" },
  { "word-before-it", "ADC sample rate 310 MSPS", "sample-rate", "310 MS/s" },
  { "parameter", "ADC; sample rate=310 MS/s", "sample-rate", "310 MS/s" },
  { "range", "amplifier, operating frequency 2-18 GHz", "operating-frequency", "2 GHz to 18 GHz" },
  { "range-in-words", "operating frequency 2 GHz to 18 GHz", "operating-frequency",
    "2 GHz to 18 GHz" },
  { "temperature-range", "SRAM, operating temperature -40 to +125 °C", "ambient-temperature",
    "-40 degC to 125 degC" },
  { "part-of-a-word-is-no-bound", "ADC with cover 310 MSPS", "sample-rate", "310 MS/s" },
  { "bound-in-words", "ADC at least 310 MSPS", "sample-rate", "at least 310 MS/s" },
  { "from-nothing-on", "ADC DC-310 MS/s", "sample-rate", "310 MS/s" },
  { "up-to-is-the-rated-value", "ADC up to 310 MSPS", "sample-rate", "310 MS/s" },
  { "decimal-comma", "ADC 2,5 GS/s", "sample-rate", "2.5 GS/s" },
  { "part-number-is-no-value", "ADC AD9680 310 MSPS", "adc-resolution", NULL },
  { "no-unit-no-value", "ADC 310", "sample-rate", NULL },
};

static void
assert_same_end (const LicetEnd *a,
                 const LicetEnd *b)
{
  g_assert_cmpint (a->present, ==, b->present);
  g_assert_cmpint (licet_rational_compare (&a->base, &b->base), ==, 0);
}

static void
test_fact (gconstpointer data)
{
  const Fact *fact = data;
  g_autoptr (GHashTable) found = licet_search_facts (bundle, fact->text);
  LicetValue *value = g_hash_table_lookup (found, fact->quantity);
  LicetUnitTable *units = licet_vocabulary_get_units (licet_bundle_get_vocabulary (bundle));
  g_autoptr (LicetValue) expected = NULL;

  if (fact->value == NULL) {
    g_assert_null (value);
    return;
  }
  g_assert_nonnull (value);
  expected = licet_value_parse (units, fact->value, NULL, NULL);
  g_assert_nonnull (expected);
  assert_same_end (licet_value_get_lower (value), licet_value_get_lower (expected));
  assert_same_end (licet_value_get_upper (value), licet_value_get_upper (expected));
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  bundle = licet_bundle_open (NULL, &error);
  g_assert_no_error (error);
  ADD_TABLE ("/search/code/", codes, test_first);
  ADD_TABLE ("/search/words/", words, test_first);
  ADD_TABLE ("/search/why/", reasons, test_why);
  ADD_TABLE ("/search/kinds/", kinds, test_kinds);
  ADD_TABLE ("/search/facts/", facts, test_fact);
  g_test_add_func ("/search/code/beginning-finds-all", test_beginning_finds_all);
  g_test_add_func ("/search/hits/one-an-entry", test_one_hit_an_entry);
  g_test_add_func ("/search/hits/limit-is-kept", test_limit_is_kept);
  g_test_add_func ("/search/hits/best-comes-first", test_best_comes_first);
  g_test_add_func ("/search/hits/lists-are-chosen", test_lists_are_chosen);
  g_test_add_func ("/search/hostile/signs-do-no-harm", test_signs_do_no_harm);
  g_test_add_func ("/search/hostile/a-megabyte-does-no-harm", test_a_megabyte_does_no_harm);
  g_test_add_func ("/search/hostile/random-bytes-do-no-harm", test_random_bytes_do_no_harm);
  g_test_add_func ("/search/cancelled-search-says-so", test_cancelled_search_says_so);
  g_test_add_func ("/search/threads-find-the-same", test_threads_find_the_same);
  result = g_test_run ();
  g_clear_object (&bundle);
  return result;
}
