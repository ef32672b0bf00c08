/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-core.h>

static LicetUnitTable *
make_table (void)
{
  g_autoptr (LicetUnitTable) table = licet_unit_table_new ();
  g_autoptr (GError) error = NULL;
  static const char *const hertz[] = { "hertz", NULL };
  static const char *const sample[] = { "MSPS", "Msps", "megasamples per second", NULL };
  static const char *const celsius[] = { "°C", "deg C", NULL };

  licet_unit_table_add_dimension (table, "one", "", &error);
  licet_unit_table_add_dimension (table, "length", "length:1", &error);
  licet_unit_table_add_dimension (table, "frequency", "time:-1", &error);
  licet_unit_table_add_dimension (table, "power", "mass:1 length:2 time:-3", &error);
  licet_unit_table_add_dimension (table, "sample-rate", "sample:1 time:-1", &error);
  licet_unit_table_add_dimension (table, "information", "information:1", &error);
  licet_unit_table_add_dimension (table, "temperature", "temperature:1", &error);
  licet_unit_table_add_dimension (table, "level", "decibel:1", &error);
  licet_unit_table_add_unit (table, "1", "one", "1", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "Hz", "frequency", "1", NULL, hertz, &error);
  licet_unit_table_add_unit (table, "GHz", "frequency", "1000000000", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "m", "length", "1", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "in", "length", "0.0254", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "mW", "power", "1/1000", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "MW", "power", "1000000", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "W", "power", "1", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "MS/s", "sample-rate", "1000000", NULL, sample, &error);
  licet_unit_table_add_unit (table, "bit", "information", "1", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "K", "temperature", "1", NULL, NULL, &error);
  licet_unit_table_add_unit (table, "degC", "temperature", "1", "273.15", celsius, &error);
  licet_unit_table_add_unit (table, "dB", "level", "1", NULL, NULL, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&table);
}

typedef struct {
  const char *name;
  const char *text;
  const char *dimension;
  const char *lower; /* in the base unit; NULL: open */
  gboolean lower_included;
  const char *upper;
  gboolean upper_included;
} ReadCase;

static const ReadCase read_cases[] = {
  { "exact", "310 MS/s", "sample-rate", "310000000", TRUE, "310000000", TRUE },
  { "datasheet-spelling", "310MSPS", "sample-rate", "310000000", TRUE, "310000000", TRUE },
  { "hyphen-before-unit", "14-bit", "information", "14", TRUE, "14", TRUE },
  { "range-with-to", "2 GHz to 18 GHz", "frequency", "2000000000", TRUE, "18000000000", TRUE },
  { "range-with-hyphen", "2-18 GHz", "frequency", "2000000000", TRUE, "18000000000", TRUE },
  { "range-with-dash", "2–18 GHz", "frequency", "2000000000", TRUE, "18000000000", TRUE },
  { "range-with-dots", "2..18 GHz", "frequency", "2000000000", TRUE, "18000000000", TRUE },
  { "range-of-two-units", "100 Hz to 1 GHz", "frequency", "100", TRUE, "1000000000", TRUE },
  { "negative-range", "-55 °C to +125 °C", "temperature", "218.15", TRUE, "398.15", TRUE },
  { "unicode-minus", "−40 °C", "temperature", "233.15", TRUE, "233.15", TRUE },
  { "at-least", "at least 30 dB", "level", "30", TRUE, NULL, FALSE },
  { "at-least-sign", ">= 30 dB", "level", "30", TRUE, NULL, FALSE },
  { "more-than-excludes-the-end", "> 30 dB", "level", "30", FALSE, NULL, FALSE },
  { "up-to", "up to 5 W", "power", NULL, FALSE, "5", TRUE },
  { "less-than", "< 9 W", "power", NULL, FALSE, "9", FALSE },
  { "case-tells-milli-from-mega", "5 mW", "power", "0.005", TRUE, "0.005", TRUE },
  { "decimal-comma", "2,7 GHz", "frequency", "2700000000", TRUE, "2700000000", TRUE },
  { "blank-groups", "10 000 Hz", "frequency", "10000", TRUE, "10000", TRUE },
  { "power-of-ten", "5 x 10^3 Hz", "frequency", "5000", TRUE, "5000", TRUE },
  { "exponent", "5e3 Hz", "frequency", "5000", TRUE, "5000", TRUE },
  { "composed-unit", "2 W/m", NULL, "2", TRUE, "2", TRUE },
  { "inch-is-exact", "1 in", "length", "0.0254", TRUE, "0.0254", TRUE },
};

static void
assert_end (const LicetEnd *end,
            const char *expected,
            gboolean included)
{
  LicetRational number;

  g_assert_cmpint (end->present, ==, expected != NULL);
  if (expected == NULL)
    return;
  g_assert_cmpint (end->included, ==, included);
  g_assert_true (licet_rational_parse (expected, &number, NULL));
  g_assert_cmpint (licet_rational_compare (&end->base, &number), ==, 0);
}

static void
test_read (gconstpointer data)
{
  const ReadCase *row = data;
  g_autoptr (LicetUnitTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetValue) value = NULL;
  LicetDimension dimension;

  if (row->dimension != NULL)
    g_assert_true (licet_unit_table_find_dimension (table, row->dimension, &dimension));
  value = licet_value_parse (table, row->text, row->dimension != NULL ? &dimension : NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (value);
  assert_end (licet_value_get_lower (value), row->lower, row->lower_included);
  assert_end (licet_value_get_upper (value), row->upper, row->upper_included);
}

typedef struct {
  const char *name;
  const char *text;
  const char *dimension;
  int code;
  const char *says;
} RefuseCase;

static const RefuseCase refuse_cases[] = {
  { "doubtful-comma", "1,300 GHz", "frequency", LICET_CORE_ERROR_NUMBER, "1300 or 1.3" },
  { "tolerance", "10 ± 1 W", "power", LICET_CORE_ERROR_NUMBER, "range" },
  { "no-unit", "310", "sample-rate", LICET_CORE_ERROR_UNIT, "MS/s" },
  { "other-dimension", "310 W", "sample-rate", LICET_CORE_ERROR_UNIT, "MS/s" },
  { "unknown-unit", "3 furlongs", "length", LICET_CORE_ERROR_UNIT, "furlongs" },
  { "ambiguous-case", "3 mw", "power", LICET_CORE_ERROR_UNIT, "mW" },
  { "backward-range", "18 GHz to 2 GHz", "frequency", LICET_CORE_ERROR_NUMBER,
    "smaller value first" },
  { "bound-and-range", "at least 2 GHz to 18 GHz", "frequency", LICET_CORE_ERROR_NUMBER,
    "one of them" },
  { "no-number", "fast", "frequency", LICET_CORE_ERROR_NUMBER, "does not begin with a number" },
  { "empty", "", "frequency", LICET_CORE_ERROR_NUMBER, "does not begin with a number" },
  { "too-many-digits", "1234567890123456789012345678901 Hz", "frequency", LICET_CORE_ERROR_OVERFLOW,
    "" },
};

static void
test_refuse (gconstpointer data)
{
  const RefuseCase *row = data;
  g_autoptr (LicetUnitTable) table = make_table ();
  g_autoptr (GError) error = NULL;
  LicetDimension dimension;

  g_assert_true (licet_unit_table_find_dimension (table, row->dimension, &dimension));
  g_assert_null (licet_value_parse (table, row->text, &dimension, &error));
  g_assert_error (error, LICET_CORE_ERROR, row->code);
  g_assert_nonnull (strstr (error->message, row->says));
}

static void
test_not_applicable_is_said_not_assumed (void)
{
  g_autoptr (LicetUnitTable) table = make_table ();
  g_autoptr (LicetValue) value = licet_value_parse (table, "n/a", NULL, NULL);

  g_assert_true (licet_value_is_not_applicable (value));
  g_assert_false (licet_value_is_exact (value));
}

static void
test_unit_composes (void)
{
  g_autoptr (LicetUnitTable) table = make_table ();
  LicetUnit unit;
  LicetDimension power;
  LicetRational expected;

  g_assert_true (licet_unit_table_parse (table, "W.GHz^2", &unit, NULL));
  g_assert_true (licet_rational_parse ("1e18", &expected, NULL));
  g_assert_cmpint (licet_rational_compare (&unit.factor, &expected), ==, 0);
  g_assert_true (licet_unit_table_find_dimension (table, "power", &power));
  g_assert_false (licet_dimension_equal (&unit.dimension, &power));
}

static void
test_unit_spelling_is_taken_once (void)
{
  g_autoptr (LicetUnitTable) table = make_table ();
  g_autoptr (GError) error = NULL;

  g_assert_false (licet_unit_table_add_unit (table, "Hz", "frequency", "1", NULL, NULL, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_UNIT);
  g_clear_error (&error);
  g_assert_false (licet_unit_table_add_unit (table, "x", "frequency", "0", NULL, NULL, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_UNIT);
}

static void
test_units_convert_there_and_back (void)
{
  g_autoptr (LicetUnitTable) table = make_table ();
  static const char *const units[] = { "degC", "in", "MS/s", "mW", "dB" };
  LicetRational number, base, back;

  g_assert_true (licet_rational_parse ("-123.456", &number, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++) {
    LicetUnit unit;

    g_assert_true (licet_unit_table_parse (table, units[i], &unit, NULL));
    g_assert_true (licet_unit_to_base (&unit, &number, &base, NULL));
    g_assert_true (licet_unit_from_base (&unit, &base, &back, NULL));
    g_assert_cmpint (licet_rational_compare (&back, &number), ==, 0);
  }
}

/* Any text gives a value or an error that says something, and never more. */
static void
test_random_text (void)
{
  static const char *const pieces[] = { "1",   "2.5",  "-",  "e", "x",   "10^",      "to", " ",
                                        "GHz", "MS/s", "..", ",", ">=",  "at least", "±",  "\xff",
                                        "°C",  "^",    "/",  ".", "000", "µ" };
  g_autoptr (LicetUnitTable) table = make_table ();
  guint32 seed = g_random_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (LicetValue) value = NULL;

    for (int n = g_rand_int_range (rand, 0, 9); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    value = licet_value_parse (table, text->str, NULL, &error);
    g_assert_true ((value == NULL) == (error != NULL));
    if (error != NULL)
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (read_cases); i++) {
    g_autofree char *path = g_strconcat ("/core/value/reads-", read_cases[i].name, NULL);

    g_test_add_data_func (path, &read_cases[i], test_read);
  }
  for (guint i = 0; i < G_N_ELEMENTS (refuse_cases); i++) {
    g_autofree char *path = g_strconcat ("/core/value/refuses-", refuse_cases[i].name, NULL);

    g_test_add_data_func (path, &refuse_cases[i], test_refuse);
  }
  g_test_add_func ("/core/value/not-applicable-is-said-not-assumed",
                   test_not_applicable_is_said_not_assumed);
  g_test_add_func ("/core/value/random-text-gives-a-value-or-an-error", test_random_text);
  g_test_add_func ("/core/unit/composes", test_unit_composes);
  g_test_add_func ("/core/unit/spelling-is-taken-once", test_unit_spelling_is_taken_once);
  g_test_add_func ("/core/unit/converts-there-and-back", test_units_convert_there_and_back);
  return g_test_run ();
}
