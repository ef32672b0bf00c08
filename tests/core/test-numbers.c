/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-core.h>

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *canonical; /* NULL when the text must be refused */
  int code;
} DecimalCase;

static const DecimalCase decimal_cases[] = {
  { "integer", "310", "310", 0 },
  { "negative-fraction", "-0.25", "-0.25", 0 },
  { "exponent", "5e13", "50000000000000", 0 },
  { "negative-exponent", "1.5E-4", "0.00015", 0 },
  { "trailing-zeros-do-not-count", "1.500", "1.5", 0 },
  { "zero-has-no-sign", "-0.0", "0", 0 },
  { "leading-zeros", "007", "7", 0 },
  { "beyond-double", "123456789012345678901234567.89", "123456789012345678901234567.89", 0 },
  { "thirty-digits", "123456789012345678901234567890", "123456789012345678901234567890", 0 },
  { "thirty-one-digits-refused", "1234567890123456789012345678901", NULL,
    LICET_CORE_ERROR_OVERFLOW },
  { "exponent-refused-not-wrapped", "1e99999999999999999999", NULL, LICET_CORE_ERROR_OVERFLOW },
  { "exponent-beyond-sixty", "1e61", NULL, LICET_CORE_ERROR_OVERFLOW },
  { "empty", "", NULL, LICET_CORE_ERROR_NUMBER },
  { "words", "ten", NULL, LICET_CORE_ERROR_NUMBER },
  { "two-points", "1.2.3", NULL, LICET_CORE_ERROR_NUMBER },
  { "comma", "1,5", NULL, LICET_CORE_ERROR_NUMBER },
  { "hexadecimal", "0x10", NULL, LICET_CORE_ERROR_NUMBER },
  { "infinity", "inf", NULL, LICET_CORE_ERROR_NUMBER },
  { "trailing-blank", "1 ", NULL, LICET_CORE_ERROR_NUMBER },
};

static void
test_decimal (gconstpointer data)
{
  const DecimalCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LicetDecimal decimal = { 42, 1 };
  LicetDecimal again;

  if (row->canonical == NULL) {
    g_assert_false (licet_decimal_parse (row->text, &decimal, &error));
    g_assert_error (error, LICET_CORE_ERROR, row->code);
    g_assert_true (decimal.mantissa == 42 && decimal.exponent == 1);
    return;
  }
  g_assert_true (licet_decimal_parse (row->text, &decimal, &error));
  g_assert_no_error (error);
  text = licet_decimal_serialise (&decimal);
  g_assert_true (licet_decimal_parse (text, &again, &error));
  g_assert_true (licet_decimal_equal (&decimal, &again));
  if (strlen (row->canonical) <= 21)
    g_assert_cmpstr (text, ==, row->canonical);
}

static void
test_money_keeps_every_digit (void)
{
  static const struct {
    const char *text;
    guint digits;
    const char *money;
  } rows[] = { { "28320", 2, "28320.00" },
               { "0.5", 2, "0.50" },
               { "1.005", 2, "1.005" },
               { "-3", 0, "-3" },
               { "-0.01", 2, "-0.01" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *money = NULL;
    LicetDecimal decimal;

    g_assert_true (licet_decimal_parse (rows[i].text, &decimal, NULL));
    money = licet_decimal_format_money (&decimal, rows[i].digits);
    g_assert_cmpstr (money, ==, rows[i].money);
  }
}

static void
test_product_that_does_not_fit_is_refused (void)
{
  g_autoptr (GError) error = NULL;
  LicetDecimal a, result = { 7, 0 };

  g_assert_true (licet_decimal_parse ("123456789012345678901234567891", &a, NULL));
  g_assert_false (licet_decimal_multiply (&a, &a, &result, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_OVERFLOW);
  g_assert_true (result.mantissa == 7);
  g_clear_error (&error);
  /* A sum whose terms lie too far apart has too many digits. */
  LicetDecimal large, small;
  g_assert_true (licet_decimal_parse ("1e40", &large, NULL));
  g_assert_true (licet_decimal_parse ("1e-40", &small, NULL));
  g_assert_false (licet_decimal_add (&large, &small, &result, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_OVERFLOW);
}

static LicetRational
rational (const char *text)
{
  LicetRational result;

  g_assert_true (licet_rational_parse (text, &result, NULL));
  return result;
}

static void
test_rational_is_reduced_with_positive_denominator (void)
{
  LicetRational r = rational ("-6/4");

  g_assert_true (r.numerator == -3 && r.denominator == 2);
  r = rational ("0/5");
  g_assert_true (r.numerator == 0 && r.denominator == 1);
}

static void
test_third_is_exact (void)
{
  LicetRational third = rational ("1/3"), sum = LICET_RATIONAL_ZERO, one = LICET_RATIONAL_ONE;

  for (guint i = 0; i < 3; i++)
    g_assert_true (licet_rational_add (&sum, &third, &sum, NULL));
  g_assert_cmpint (licet_rational_compare (&sum, &one), ==, 0);
}

static void
test_neighbours_beyond_double_differ (void)
{
  LicetRational a = rational ("100000000000000000000000001"),
                b = rational ("100000000000000000000000002");

  g_assert_cmpint (licet_rational_compare (&a, &b), ==, -1);
  g_assert_cmpint (licet_rational_compare (&b, &a), ==, 1);
}

static void
test_comparison_never_overflows (void)
{
  LicetRational big = rational ("1e30"), small = rational ("1e-30"), third = rational ("1/3"),
                inverse;

  g_assert_true (licet_rational_multiply (&small, &third, &inverse, NULL));
  g_assert_cmpint (licet_rational_compare (&big, &inverse), ==, 1);
  g_assert_cmpint (licet_rational_compare (&inverse, &big), ==, -1);
  inverse.numerator = -inverse.numerator;
  g_assert_cmpint (licet_rational_compare (&inverse, &big), ==, -1);
}

static void
test_overflow_is_an_error_and_leaves_the_result (void)
{
  g_autoptr (GError) error = NULL;
  LicetRational big = rational ("1e30"), result = { 5, 1 };

  g_assert_false (licet_rational_multiply (&big, &big, &result, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_OVERFLOW);
  g_assert_true (result.numerator == 5);
  g_clear_error (&error);
  g_assert_false (licet_rational_power (&big, 20, &result, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_OVERFLOW);
  g_clear_error (&error);
  g_assert_false (
      licet_rational_divide (&big, &(LicetRational) LICET_RATIONAL_ZERO, &result, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_DIVISION);
}

static void
test_power (void)
{
  LicetRational r = rational ("3/2"), result, expected = rational ("8/27");

  g_assert_true (licet_rational_power (&r, -3, &result, NULL));
  g_assert_cmpint (licet_rational_compare (&result, &expected), ==, 0);
  g_assert_true (licet_rational_power (&r, 0, &result, NULL));
  g_assert_cmpint (licet_rational_compare (&result, &(LicetRational) LICET_RATIONAL_ONE), ==, 0);
  g_assert_false (licet_rational_power (&(LicetRational) LICET_RATIONAL_ZERO, -1, &result, NULL));
}

static void
test_format_rounds_half_to_even (void)
{
  static const struct {
    const char *number;
    guint significant;
    const char *text;
  } rows[] = { { "250.1", 4, "250.1" }, { "0.0400", 1, "0.04" }, { "2.5", 1, "2" },
               { "3.5", 1, "4" },       { "2/3", 3, "0.667" },   { "-1/3", 2, "-0.33" },
               { "0", 3, "0" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    LicetRational r = rational (rows[i].number);
    g_autofree char *text = licet_rational_format (&r, rows[i].significant);

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

static LicetRational
random_rational (GRand *rand)
{
  LicetRational r;
  g_autofree char *text = g_strdup_printf ("%d/%d", g_rand_int_range (rand, -100000, 100000),
                                           g_rand_int_range (rand, 1, 100000));

  g_assert_true (licet_rational_parse (text, &r, NULL));
  return r;
}

static void
test_field_laws (void)
{
  guint32 seed = g_random_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 2000; i++) {
    LicetRational a = random_rational (rand), b = random_rational (rand),
                  c = random_rational (rand);
    LicetRational ab, ac, left, right, back;
    g_autofree char *text = licet_rational_serialise (&a);

    g_assert_true (licet_rational_parse (text, &back, NULL));
    g_assert_cmpint (licet_rational_compare (&a, &back), ==, 0);
    g_assert_true (licet_rational_add (&b, &c, &left, NULL) &&
                   licet_rational_multiply (&a, &left, &left, NULL));
    g_assert_true (licet_rational_multiply (&a, &b, &ab, NULL) &&
                   licet_rational_multiply (&a, &c, &ac, NULL));
    g_assert_true (licet_rational_add (&ab, &ac, &right, NULL));
    g_assert_cmpint (licet_rational_compare (&left, &right), ==, 0);
    if (b.numerator != 0) {
      g_assert_true (licet_rational_divide (&ab, &b, &back, NULL));
      g_assert_cmpint (licet_rational_compare (&back, &a), ==, 0);
    }
    g_assert_cmpint (licet_rational_compare (&a, &b), ==, -licet_rational_compare (&b, &a));
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (decimal_cases); i++) {
    g_autofree char *path = g_strconcat ("/core/decimal/", decimal_cases[i].name, NULL);

    g_test_add_data_func (path, &decimal_cases[i], test_decimal);
  }
  g_test_add_func ("/core/decimal/money-keeps-every-digit", test_money_keeps_every_digit);
  g_test_add_func ("/core/decimal/product-that-does-not-fit-is-refused",
                   test_product_that_does_not_fit_is_refused);
  g_test_add_func ("/core/rational/reduced-with-positive-denominator",
                   test_rational_is_reduced_with_positive_denominator);
  g_test_add_func ("/core/rational/third-is-exact", test_third_is_exact);
  g_test_add_func ("/core/rational/neighbours-beyond-double-differ",
                   test_neighbours_beyond_double_differ);
  g_test_add_func ("/core/rational/comparison-never-overflows", test_comparison_never_overflows);
  g_test_add_func ("/core/rational/overflow-is-an-error-and-leaves-the-result",
                   test_overflow_is_an_error_and_leaves_the_result);
  g_test_add_func ("/core/rational/power", test_power);
  g_test_add_func ("/core/rational/format-rounds-half-to-even", test_format_rounds_half_to_even);
  g_test_add_func ("/core/rational/field-laws", test_field_laws);
  return g_test_run ();
}
