/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-core.h>

#include <string.h>

static void
test_fold (void)
{
  static const struct {
    const char *text;
    const char *folded;
  } rows[] = { { "Müller-Öl", "muller-ol" }, { "5 µm", "5 um" }, { "5 μm", "5 um" },
               { "  A \t B ", "a b" },       { "ﬁne", "fine" },  { "Москва", "moskva" },
               { "ÉCOLE", "ecole" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *folded = licet_text_fold (rows[i].text);
    g_autofree char *twice = licet_text_fold (folded);

    g_assert_cmpstr (folded, ==, rows[i].folded);
    g_assert_cmpstr (twice, ==, folded);
  }
}

static void
test_names_that_are_one (void)
{
  static const char *const pairs[][2] = { { "Müller GmbH & Co. KG", "MUELLER GmbH & Co.KG" },
                                          { "Société Générale", "Societe Generale" },
                                          { "O'Brien  Ltd.", "OBrien Ltd" },
                                          { "Straße 5", "Strasse 5" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *a = licet_text_fold_name (pairs[i][0]);
    g_autofree char *b = licet_text_fold_name (pairs[i][1]);

    g_assert_cmpstr (a, ==, b);
  }
}

static void
test_names_that_differ (void)
{
  g_autofree char *a = licet_text_fold_name ("Lionrock Instruments");
  g_autofree char *b = licet_text_fold_name ("Lionrock Instrument");

  g_assert_cmpstr (a, !=, b);
}

static void
test_tokens (void)
{
  g_auto (GStrv) tokens = licet_text_tokens ("14-bit 310 MSPS");
  static const char *const expected[] = { "14", "bit", "310", "msps", NULL };

  g_assert_cmpstrv (tokens, expected);
}

static void
test_length_is_what_a_person_counts (void)
{
  g_assert_cmpuint (licet_text_length ("é"), ==, 1);
  g_assert_cmpuint (licet_text_length ("e\xcc\x81"), ==, 1);
  g_assert_cmpuint (licet_text_length ("👩‍🔬"), ==, 1);
  g_assert_cmpuint (licet_text_length (""), ==, 0);
}

static void
test_normalise (void)
{
  g_autofree char *text = licet_text_normalise (" e\xcc\x81 ");

  g_assert_cmpstr (text, ==, "é");
}

static void
test_random_bytes (void)
{
  guint32 seed = g_random_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++) {
    char bytes[40] = "";
    g_autofree char *valid = NULL;
    g_autofree char *folded = NULL;
    g_autofree char *name = NULL;
    g_auto (GStrv) tokens = NULL;

    for (int n = g_rand_int_range (rand, 0, sizeof bytes - 1); n > 0; n--)
      bytes[n - 1] = (char) g_rand_int_range (rand, 1, 256);
    valid = g_utf8_make_valid (bytes, -1);
    folded = licet_text_fold (valid);
    name = licet_text_fold_name (valid);
    tokens = licet_text_tokens (valid);
    g_assert_true (g_utf8_validate (folded, -1, NULL) && g_utf8_validate (name, -1, NULL));
    g_assert_nonnull (tokens);
  }
}

static void
test_days (void)
{
  static const char *const bad[] = { "2026-02-29",  "2026-13-01", "26-01-01",   "2026-1-1",
                                     "2026-01-01 ", "",           "2026-01-00", "0000-01-01" };
  g_autofree char *text = NULL;
  GDate date;

  g_assert_true (licet_date_parse ("2028-02-29", &date, NULL));
  text = licet_date_serialise (&date);
  g_assert_cmpstr (text, ==, "2028-02-29");
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (licet_date_parse (bad[i], &date, &error));
    g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_DATE);
  }
}

static void
test_clock_can_be_fixed (void)
{
  g_autofree char *now = NULL;

  g_setenv ("LICET_NOW", "2026-11-23T09:15:00Z", TRUE);
  now = licet_clock_now ();
  g_assert_cmpstr (now, ==, "2026-11-23T09:15:00Z");
  g_unsetenv ("LICET_NOW");
  g_clear_pointer (&now, g_free);
  now = licet_clock_now ();
  g_assert_true (licet_timestamp_is_valid (now));
  g_assert_false (licet_timestamp_is_valid ("2026-11-23T25:15:00Z"));
  g_assert_false (licet_timestamp_is_valid ("2026-11-23 09:15:00"));
}

static void
test_countries (void)
{
  static const struct {
    const char *typed;
    const char *code;
  } rows[] = { { "sg", "SG" },
               { "SGP", "SG" },
               { "singapore", "SG" },
               { "Côte d'Ivoire", "CI" },
               { "cote d'ivoire", "CI" },
               { "Türkiye", "TR" },
               { "XK", "XK" } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpstr (licet_country_find (rows[i].typed, &error), ==, rows[i].code);
    g_assert_no_error (error);
  }
  g_assert_null (licet_country_find ("Atlantis", &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_COUNTRY);
  g_assert_false (licet_country_is_valid ("sg"));
  g_assert_false (licet_country_is_valid ("ZZ"));
  g_assert_cmpstr (licet_country_get_name ("SG"), ==, "Singapore");
  g_assert_cmpuint (g_strv_length ((char **) licet_country_get_codes ()), >=, 249);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text/folds-for-finding", test_fold);
  g_test_add_func ("/core/text/names-that-are-one", test_names_that_are_one);
  g_test_add_func ("/core/text/names-that-differ", test_names_that_differ);
  g_test_add_func ("/core/text/tokens", test_tokens);
  g_test_add_func ("/core/text/length-is-what-a-person-counts",
                   test_length_is_what_a_person_counts);
  g_test_add_func ("/core/text/normalises", test_normalise);
  g_test_add_func ("/core/text/random-bytes", test_random_bytes);
  g_test_add_func ("/core/date/days-of-the-calendar-only", test_days);
  g_test_add_func ("/core/date/clock-can-be-fixed", test_clock_can_be_fixed);
  g_test_add_func ("/core/country/found-as-typed", test_countries);
  return g_test_run ();
}
