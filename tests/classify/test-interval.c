/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include <licet-interval-private.h>
#include <licet-near-private.h>

/* Intervals in a few signs: "[2,18]", "(0,5)", "[3,)" and "(,)". */
static void
read_end (const char *text,
          gboolean included,
          LicetEnd *ret_end)
{
  g_autoptr (GError) error = NULL;

  *ret_end = (LicetEnd) { *text != '\0', included && *text != '\0', LICET_RATIONAL_ZERO };
  if (*text == '\0')
    return;
  (void) licet_rational_parse (text, &ret_end->base, &error);
  g_assert_no_error (error);
}

static LicetInterval
read_interval (const char *text)
{
  g_autofree char *inner = g_strndup (text + 1, strlen (text) - 2);
  g_auto (GStrv) ends = g_strsplit (inner, ",", 2);
  LicetInterval interval;

  read_end (ends[0], text[0] == '[', &interval.lower);
  read_end (ends[1], text[strlen (text) - 1] == ']', &interval.upper);
  return interval;
}

static char *
write_interval (const LicetInterval *interval)
{
  g_autofree char *lower =
      interval->lower.present ? licet_rational_serialise (&interval->lower.base) : g_strdup ("");
  g_autofree char *upper =
      interval->upper.present ? licet_rational_serialise (&interval->upper.base) : g_strdup ("");

  return g_strdup_printf ("%s%s,%s%s",
                          interval->lower.present && interval->lower.included ? "[" : "(", lower,
                          upper, interval->upper.present && interval->upper.included ? "]" : ")");
}

typedef struct {
  const char *name;
  const char *a;
  char op;
  const char *b; /* for a power, the exponent */
  const char *result; /* NULL: refused */
} Calculation;

static const Calculation calculations[] = {
  { "sum-of-numbers", "[2,2]", '+', "[3,3]", "[5,5]" },
  { "sum-of-ranges", "[1,2]", '+', "(10,20]", "(11,22]" },
  { "sum-without-end", "[1,)", '+', "[2,3]", "[3,)" },
  { "difference-turns-ends", "[1,2]", '-', "[0,10)", "(-9,2]" },
  { "product-of-numbers", "[2,2]", '*', "[3,3]", "[6,6]" },
  { "product-across-zero", "[-2,3]", '*', "[-5,7]", "[-15,21]" },
  { "product-with-open-end", "[2,3)", '*', "[4,5]", "[8,15)" },
  { "product-with-zero-is-zero", "[0,0]", '*', "(,)", "[0,0]" },
  { "product-without-end", "[2,3]", '*', "[1,)", "[2,)" },
  { "product-with-negative-without-end", "[-1,1]", '*', "[1,)", "(,)" },
  { "quotient", "[1,2]", '/', "[4,8]", "[1/8,1/2]" },
  { "quotient-by-open-zero", "[1,2]", '/', "(0,4]", "[1/4,)" },
  { "quotient-without-end", "[1,1]", '/', "[2,)", "(0,1/2]" },
  { "quotient-by-negative", "[1,2]", '/', "[-4,-2]", "[-1,-1/4]" },
  { "quotient-by-zero-refused", "[1,2]", '/', "[0,4]", NULL },
  { "quotient-across-zero-refused", "[1,2]", '/', "[-1,4]", NULL },
  { "square", "[2,3]", '^', "2", "[4,9]" },
  { "square-across-zero", "[-2,3]", '^', "2", "[0,9]" },
  { "square-across-zero-left", "[-4,3)", '^', "2", "[0,16]" },
  { "square-of-negative", "[-3,-2)", '^', "2", "(4,9]" },
  { "square-without-end", "[-2,)", '^', "2", "[0,)" },
  { "cube-of-negative", "[-2,3]", '^', "3", "[-8,27]" },
  { "negative-power", "[2,4]", '^', "-1", "[1/4,1/2]" },
  { "zeroth-power", "[-2,4]", '^', "0", "[1,1]" },
  { "greatest", "[1,5]", 'M', "[2,3]", "[2,5]" },
  { "greatest-with-unknown", "[1,5]", 'M', "(,)", "[1,)" },
  { "least", "[1,5]", 'm', "[2,3]", "[1,3]" },
  { "least-with-unknown", "[1,5]", 'm', "(,)", "(,5]" },
  { "too-large-refused", "[1e30,1e30]", '*', "[1e30,1e30]", NULL },
  { "power-too-large-refused", "[1e20,1e20]", '^', "3", NULL },
};

static gboolean
calculate (const Calculation *self,
           LicetInterval *result,
           GError **error)
{
  LicetInterval a = read_interval (self->a);
  LicetInterval b;

  if (self->op == '^')
    return _licet_interval_power (&a, (int) g_ascii_strtoll (self->b, NULL, 10), result, error);
  b = read_interval (self->b);
  if (self->op == '+')
    return _licet_interval_add (&a, &b, result, error);
  if (self->op == '*')
    return _licet_interval_multiply (&a, &b, result, error);
  if (self->op == '-') {
    _licet_interval_negate (&b, &b);
    return _licet_interval_add (&a, &b, result, error);
  }
  if (self->op == '/')
    return _licet_interval_invert (&b, &b, error) &&
           _licet_interval_multiply (&a, &b, result, error);
  _licet_interval_extreme (&a, &b, self->op == 'M', result);
  return TRUE;
}

static void
test_calculation (gconstpointer data)
{
  const Calculation *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LicetInterval result;

  if (self->result == NULL) {
    g_assert_false (calculate (self, &result, &error));
    g_assert_nonnull (error);
    return;
  }
  (void) calculate (self, &result, &error);
  g_assert_no_error (error);
  text = write_interval (&result);
  g_assert_cmpstr (text, ==, self->result);
}

typedef struct {
  const char *name;
  const char *outer;
  const char *inner;
  gboolean contains;
  gboolean meets;
} Pair;

static const Pair pairs[] = {
  { "inside", "[1,10]", "[2,3]", TRUE, TRUE },
  { "whole-contains-all", "(,)", "(3,)", TRUE, TRUE },
  { "same", "[1,2]", "[1,2]", TRUE, TRUE },
  { "open-end-does-not-contain-closed", "(1,2]", "[1,2]", FALSE, TRUE },
  { "closed-end-contains-open", "[1,2]", "(1,2)", TRUE, TRUE },
  { "touching-closed-meet", "[1,2]", "[2,3]", FALSE, TRUE },
  { "touching-open-do-not-meet", "[1,2)", "[2,3]", FALSE, FALSE },
  { "apart", "[1,2]", "[3,4]", FALSE, FALSE },
  { "without-end-is-not-contained", "[1,9]", "[2,)", FALSE, TRUE },
};

static void
test_pair (gconstpointer data)
{
  const Pair *self = data;
  LicetInterval outer = read_interval (self->outer);
  LicetInterval inner = read_interval (self->inner);

  g_assert_cmpint (_licet_interval_contains (&outer, &inner), ==, self->contains);
  g_assert_cmpint (_licet_interval_meets (&outer, &inner), ==, self->meets);
  g_assert_cmpint (_licet_interval_meets (&inner, &outer), ==, self->meets);
}

static void
test_result_may_be_operand (void)
{
  LicetInterval a = read_interval ("[2,3]");
  g_autofree char *text = NULL;

  g_assert_true (_licet_interval_multiply (&a, &a, &a, NULL));
  g_assert_true (_licet_interval_power (&a, 2, &a, NULL));
  text = write_interval (&a);
  g_assert_cmpstr (text, ==, "[16,81]");
}

typedef struct {
  const char *name;
  const char *value;
  const char *threshold;
  const char *margin; /* NULL: none */
  gboolean is_near;
} Margin;

static const Margin margins[] = {
  { "equal-is-near", "250", "250", "0 %", TRUE },
  { "just-above", "250.1", "250", "+0.04 %", TRUE },
  { "just-below", "249.9", "250", "-0.04 %", TRUE },
  { "at-five-percent", "262.5", "250", "+5 %", TRUE },
  { "at-five-percent-below", "237.5", "250", "-5 %", TRUE },
  { "beyond-five-percent", "262.50001", "250", "+5 %", FALSE },
  { "below-negative", "-51", "-50", "-2 %", TRUE },
  { "above-negative", "-40", "-50", "+20 %", FALSE },
  { "two-digits", "310", "250", "+24 %", FALSE },
  { "zero-threshold-has-none", "0", "0", NULL, FALSE },
  { "far-above", "25000", "250", "+9900 %", FALSE },
};

static void
test_margin (gconstpointer data)
{
  const Margin *self = data;
  LicetBound bound = { .comparison = LICET_COMPARISON_GT,
                       .text = "",
                       .unit = { "x", { { 0 } }, LICET_RATIONAL_ONE, LICET_RATIONAL_ZERO } };
  LicetInterval value;
  LicetRational number;
  g_autofree char *margin = NULL;

  g_assert_true (licet_rational_parse (self->threshold, &bound.base, NULL));
  g_assert_true (licet_rational_parse (self->value, &number, NULL));
  _licet_interval_init_exact (&value, &number);
  margin = _licet_near_dup_margin (&number, &bound, 1);
  g_assert_cmpstr (margin, ==, self->margin);
  g_assert_cmpint (_licet_near (&value, LICET_NEAR_ANY_END, &bound, 1, 5), ==, self->is_near);
  g_assert_false (_licet_near (&value, LICET_NEAR_ANY_END, &bound, 1, 0) &&
                  licet_rational_compare (&number, &bound.base) != 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (calculations); i++) {
    g_autofree char *path = g_strconcat ("/classify/interval/", calculations[i].name, NULL);

    g_test_add_data_func (path, &calculations[i], test_calculation);
  }
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *path = g_strconcat ("/classify/interval/pair/", pairs[i].name, NULL);

    g_test_add_data_func (path, &pairs[i], test_pair);
  }
  g_test_add_func ("/classify/interval/result-may-be-operand", test_result_may_be_operand);
  for (guint i = 0; i < G_N_ELEMENTS (margins); i++) {
    g_autofree char *path = g_strconcat ("/classify/margin/", margins[i].name, NULL);

    g_test_add_data_func (path, &margins[i], test_margin);
  }
  return g_test_run ();
}
