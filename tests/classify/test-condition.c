/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include <string.h>

typedef struct {
  const char *name;
  const char *item; /* facts, choices and so on; nature goods is added */
  const char *node;
  LicetTruth truth;
  const char *why;     /* part of the first finding's sentence */
  const char *missing; /* NULL: nothing */
  const char *margin;  /* NULL: none */
  gboolean near;
} Case;

#define AMPLIFIER "\"kinds\": [\"amplifier\"], "
#define ADC "\"kinds\": [\"adc\"], "
#define FIBER "\"kinds\": [\"fiber\"], "
#define LASER "\"kinds\": [\"laser\"], "

static const Case cases[] = {
  /* kind */
  { "kind/stated-is-met", ADC "\"facts\": {}", "1A001.a", LICET_MET, "Said to be “ADC”", NULL, NULL,
    FALSE },
  { "kind/other-is-not-met", "\"kinds\": [\"dac\"]", "1A001.a", LICET_NOT_MET,
    "Not “ADC”: said to be “DAC”", NULL, NULL, FALSE },
  { "kind/broader-leaves-open", "\"kinds\": [\"converter\"]", "1A001.a", LICET_UNKNOWN,
    "not said whether", "kind:adc", NULL, FALSE },
  { "kind/none-leaves-open", "\"facts\": {}", "1A001.a", LICET_UNKNOWN, "not said whether",
    "kind:adc", NULL, FALSE },
  { "kind/refined-closes-the-rest", "\"kinds\": [\"converter\", \"dac\"]", "1A001.a", LICET_NOT_MET,
    "Not “ADC”", NULL, NULL, FALSE },
  { "kind/denied-is-not-met", "\"kinds\": [\"converter\"], \"answers\": {\"kind:adc\": false}",
    "1A001.a", LICET_NOT_MET, "Not “ADC”", NULL, NULL, FALSE },
  { "kind/denied-without-statement", "\"answers\": {\"kind:converter\": false}", "1A001.a",
    LICET_NOT_MET, "Said not to be “ADC”", NULL, NULL, FALSE },

  /* quantity: one value against all bounds */
  { "quantity/within", "\"facts\": {\"resolution\": \"9 bit\"}", "1A001.a.1", LICET_MET,
    "Resolution is 9 bit; needs at least 8 bit and less than 10 bit", NULL, "-10 %", FALSE },
  { "quantity/equal-is-at-least", "\"facts\": {\"resolution\": \"8 bit\"}", "1A001.a.1", LICET_MET,
    "at least 8 bit", NULL, "0 %", TRUE },
  { "quantity/equal-is-not-less", "\"facts\": {\"resolution\": \"10 bit\"}", "1A001.a.1",
    LICET_NOT_MET, "less than 10 bit", NULL, "0 %", TRUE },
  { "quantity/below", "\"facts\": {\"resolution\": \"7 bit\"}", "1A001.a.1", LICET_NOT_MET,
    "Resolution is 7 bit", NULL, "-12 %", FALSE },
  { "quantity/range-within", "\"facts\": {\"resolution\": \"8 bit to 9 bit\"}", "1A001.a.1",
    LICET_MET, "8 bit to 9 bit", NULL, NULL, TRUE },
  { "quantity/range-straddling-is-open", "\"facts\": {\"resolution\": \"9 bit to 12 bit\"}",
    "1A001.a.1", LICET_UNKNOWN, "may lie on either side", "quantity:resolution", NULL, FALSE },
  { "quantity/range-outside", "\"facts\": {\"resolution\": \"12 bit to 14 bit\"}", "1A001.a.1",
    LICET_NOT_MET, "12 bit to 14 bit", NULL, NULL, FALSE },
  { "quantity/range-touching-open-bound", "\"facts\": {\"resolution\": \"10 bit to 14 bit\"}",
    "1A001.a.1", LICET_NOT_MET, "10 bit to 14 bit", NULL, NULL, TRUE },
  { "quantity/bound-within", AMPLIFIER "\"facts\": {\"isolation\": \"at least 30 dB\"}", "1A002.f",
    LICET_MET, "at least 30 dB", NULL, NULL, TRUE },
  { "quantity/bound-straddling-is-open", AMPLIFIER "\"facts\": {\"isolation\": \"at least 28 dB\"}",
    "1A002.f", LICET_UNKNOWN, "either side", "quantity:isolation", NULL, FALSE },
  { "quantity/bound-outside", AMPLIFIER "\"facts\": {\"isolation\": \"less than 30 dB\"}",
    "1A002.f", LICET_NOT_MET, "30 dB", NULL, NULL, TRUE },
  { "quantity/bound-up-to-the-threshold-is-open",
    AMPLIFIER "\"facts\": {\"isolation\": \"up to 30 dB\"}", "1A002.f", LICET_UNKNOWN,
    "either side", "quantity:isolation", NULL, TRUE },
  { "quantity/not-applicable", AMPLIFIER "\"facts\": {\"isolation\": \"not applicable\"}",
    "1A002.f", LICET_NOT_MET, "said not to apply", NULL, NULL, FALSE },
  { "quantity/missing", AMPLIFIER "\"facts\": {}", "1A002.f", LICET_UNKNOWN, "is not known",
    "quantity:isolation", NULL, FALSE },
  { "quantity/equal-in-another-unit", AMPLIFIER "\"facts\": {\"width\": \"25.4 mm\"}", "1A002.j",
    LICET_MET, "exactly 1 inch", NULL, "0 %", TRUE },
  { "quantity/just-not-equal", AMPLIFIER "\"facts\": {\"width\": \"25.4000000001 mm\"}", "1A002.j",
    LICET_NOT_MET, "exactly", NULL, "+0.00000000039 %", TRUE },
  { "quantity/zero-threshold-has-no-margin", AMPLIFIER "\"facts\": {\"offset\": \"0\"}", "1A002.g",
    LICET_NOT_MET, "Offset is 0", NULL, NULL, FALSE },
  { "quantity/above-zero", AMPLIFIER "\"facts\": {\"offset\": \"0.001\"}", "1A002.g", LICET_MET,
    "Offset", NULL, NULL, FALSE },
  { "quantity/temperature-is-near-as-shown", AMPLIFIER "\"facts\": {\"junction\": \"131 degC\"}",
    "1A002.e", LICET_MET, "131", NULL, NULL, TRUE },
  { "quantity/temperature-is-not-near-as-shown",
    AMPLIFIER "\"facts\": {\"junction\": \"132 degC\"}", "1A002.e", LICET_MET, "132", NULL, NULL,
    FALSE },
  { "quantity/temperature-equal-in-kelvin", AMPLIFIER "\"facts\": {\"junction\": \"398.15 K\"}",
    "1A002.e", LICET_NOT_MET, "398.15", NULL, NULL, TRUE },

  /* quantity: a span */
  { "span/some-value-suffices", AMPLIFIER "\"facts\": {\"frequency\": \"2 GHz to 35 GHz\"}",
    "1A002.c", LICET_MET, "35 GHz", NULL, NULL, FALSE },
  { "span/covering-the-window-suffices",
    AMPLIFIER "\"facts\": {\"frequency\": \"2 GHz to 100 GHz\"}", "1A002.c", LICET_MET, "100 GHz",
    NULL, NULL, FALSE },
  { "span/below", AMPLIFIER "\"facts\": {\"frequency\": \"2 GHz to 31.8 GHz\"}", "1A002.c",
    LICET_NOT_MET, "31.8 GHz", NULL, NULL, TRUE },
  { "span/just-reaching", AMPLIFIER "\"facts\": {\"frequency\": \"2 GHz to 31.8000001 GHz\"}",
    "1A002.c", LICET_MET, "GHz", NULL, NULL, TRUE },
  { "span/far-end-decides-by-far", AMPLIFIER "\"facts\": {\"frequency\": \"31.9 GHz to 40 GHz\"}",
    "1A002.c", LICET_MET, "31.9 GHz", NULL, NULL, FALSE },
  { "span/bound-is-uncertain", AMPLIFIER "\"facts\": {\"frequency\": \"at least 2 GHz\"}",
    "1A002.c", LICET_UNKNOWN, "either side", "quantity:frequency", NULL, FALSE },
  { "span/bound-outside", AMPLIFIER "\"facts\": {\"frequency\": \"up to 18 GHz\"}", "1A002.c",
    LICET_NOT_MET, "18 GHz", NULL, NULL, FALSE },
  { "span/cold-end-decides", AMPLIFIER "\"facts\": {\"ambient\": \"-55 °C to 85 °C\"}", "1A002.d",
    LICET_MET, "-55", NULL, NULL, TRUE },

  /* covers */
  { "covers/wider", AMPLIFIER "\"facts\": {\"frequency\": \"2 GHz to 18 GHz\"}", "1A002.b",
    LICET_MET, "covered whole", NULL, NULL, FALSE },
  { "covers/exactly", AMPLIFIER "\"facts\": {\"frequency\": \"3 GHz to 6 GHz\"}", "1A002.b",
    LICET_MET, "covered whole", NULL, NULL, TRUE },
  { "covers/short-of-one-end", AMPLIFIER "\"facts\": {\"frequency\": \"3 GHz to 5.9 GHz\"}",
    "1A002.b", LICET_NOT_MET, "covered whole", NULL, NULL, TRUE },
  { "covers/one-frequency", AMPLIFIER "\"facts\": {\"frequency\": \"4 GHz\"}", "1A002.b",
    LICET_NOT_MET, "covered whole", NULL, NULL, FALSE },
  { "covers/bound-outside", AMPLIFIER "\"facts\": {\"frequency\": \"up to 5 GHz\"}", "1A002.b",
    LICET_NOT_MET, "covered", NULL, NULL, FALSE },
  { "covers/bound-may-cover", AMPLIFIER "\"facts\": {\"frequency\": \"up to 8 GHz\"}", "1A002.b",
    LICET_UNKNOWN, "either side", "quantity:frequency", NULL, FALSE },
  { "covers/missing", AMPLIFIER "\"facts\": {}", "1A002.b", LICET_UNKNOWN, "not known",
    "quantity:frequency", NULL, FALSE },

  /* expression */
  { "expression/exact-above",
    AMPLIFIER "\"facts\": {\"peak-power\": \"2 W\", \"frequency\": \"10 GHz\"}", "1A002.a",
    LICET_MET, "it comes to 200 W.GHz^2", NULL, "+33 %", FALSE },
  { "expression/equal-is-not-more",
    AMPLIFIER "\"facts\": {\"peak-power\": \"1.5 W\", \"frequency\": \"10 GHz\"}", "1A002.a",
    LICET_NOT_MET, "it comes to 150 W.GHz^2", NULL, "0 %", TRUE },
  { "expression/in-other-units",
    AMPLIFIER "\"facts\": {\"peak-power\": \"0.0015 kW\", \"frequency\": \"10000 MHz\"}", "1A002.a",
    LICET_NOT_MET, "150", NULL, "0 %", TRUE },
  { "expression/span-reaches",
    AMPLIFIER "\"facts\": {\"peak-power\": \"1 W\", \"frequency\": \"2 GHz to 18 GHz\"}", "1A002.a",
    LICET_MET, "4 to 324 W.GHz^2", NULL, NULL, FALSE },
  { "expression/uncertain-factor-is-open",
    AMPLIFIER "\"facts\": {\"peak-power\": \"1 W to 2 W\", \"frequency\": \"10 GHz\"}", "1A002.a",
    LICET_UNKNOWN, "not known well enough", "quantity:peak-power", NULL, FALSE },
  { "expression/uncertain-factor-decided",
    AMPLIFIER "\"facts\": {\"peak-power\": \"at least 2 W\", \"frequency\": \"10 GHz\"}", "1A002.a",
    LICET_MET, "at least 200", NULL, NULL, FALSE },
  { "expression/missing-factor", AMPLIFIER "\"facts\": {\"peak-power\": \"2 W\"}", "1A002.a",
    LICET_UNKNOWN, "Operating frequency is not known", "quantity:frequency", NULL, FALSE },
  { "expression/factor-does-not-apply",
    AMPLIFIER "\"facts\": {\"peak-power\": \"not applicable\", \"frequency\": \"10 GHz\"}",
    "1A002.a", LICET_NOT_MET, "said not to apply", NULL, NULL, FALSE },
  { "expression/division-by-zero-is-open",
    AMPLIFIER "\"facts\": {\"average-power\": \"1 W\", \"peak-power\": \"0 W\"}", "1A002.h",
    LICET_UNKNOWN, "may be zero", NULL, NULL, FALSE },
  { "expression/division-by-range-with-zero-is-open",
    AMPLIFIER "\"facts\": {\"average-power\": \"1 W\", \"peak-power\": \"up to 4 W\"}", "1A002.h",
    LICET_UNKNOWN, "may be zero", "quantity:peak-power", NULL, FALSE },
  { "expression/division",
    AMPLIFIER "\"facts\": {\"average-power\": \"1 W\", \"peak-power\": \"1 W\"}", "1A002.h",
    LICET_MET, "it comes to 1", NULL, "0 %", TRUE },
  { "expression/overflow-is-open",
    AMPLIFIER "\"facts\": {\"peak-power\": \"1e30 W\", \"frequency\": \"1e18 GHz\"}", "1A002.a",
    LICET_UNKNOWN, "too large", NULL, NULL, FALSE },
  { "expression/greatest-needs-not-all", AMPLIFIER "\"facts\": {\"peak-power\": \"1 kW\"}",
    "1A002.i", LICET_MET, "at least 1 kW", NULL, NULL, TRUE },
  { "expression/greatest-open-while-one-is-missing",
    AMPLIFIER "\"facts\": {\"peak-power\": \"10 W\"}", "1A002.i", LICET_UNKNOWN,
    "Average power is not known", "quantity:average-power", NULL, FALSE },
  { "expression/greatest-leaves-out-what-does-not-apply",
    AMPLIFIER "\"facts\": {\"peak-power\": \"10 W\", \"average-power\": \"n/a\"}", "1A002.i",
    LICET_NOT_MET, "0.01 kW", NULL, "-99 %", FALSE },
  { "expression/greatest-of-nothing-that-applies",
    AMPLIFIER "\"facts\": {\"peak-power\": \"n/a\", \"average-power\": \"n/a\"}", "1A002.i",
    LICET_NOT_MET, "said not to apply", NULL, NULL, FALSE },

  { "expression/two-spans-need-not-go-together",
    LASER "\"facts\": {\"frequency\": \"2 GHz to 18 GHz\"}", "2A008", LICET_UNKNOWN,
    "it comes to 0.111111 to 9", NULL, NULL, FALSE },

  /* choice */
  { "choice/one-of", FIBER "\"choices\": {\"matrix\": \"metal\"}", "1C001.a", LICET_MET,
    "Matrix is Metal; needs Metal or Ceramic", NULL, NULL, FALSE },
  { "choice/any-of-several", FIBER "\"choices\": {\"matrix\": [\"resin\", \"ceramic\"]}", "1C001.a",
    LICET_MET, "Resin, Ceramic", NULL, NULL, FALSE },
  { "choice/none-of", FIBER "\"choices\": {\"matrix\": \"resin\"}", "1C001.a", LICET_NOT_MET,
    "Matrix is Resin", NULL, NULL, FALSE },
  { "choice/missing", FIBER "\"choices\": {}", "1C001.a", LICET_UNKNOWN, "is not known",
    "choice:matrix", NULL, FALSE },
  { "choice/empty-is-missing", FIBER "\"choices\": {\"matrix\": []}", "1C001.a", LICET_UNKNOWN,
    "is not known", "choice:matrix", NULL, FALSE },

  /* described, implicit or not */
  { "described/yes", "\"answers\": {\"alpha:1A003\": true}", "1A003", LICET_MET,
    "Answered yes: “Lasers for the field”", NULL, NULL, FALSE },
  { "described/no-with-reason",
    "\"answers\": {\"alpha:1A003\": {\"is\": false, \"why\": \"Indoor only\"}}", "1A003",
    LICET_NOT_MET, "(Indoor only)", NULL, NULL, FALSE },
  { "described/not-answered", "\"answers\": {}", "1A003", LICET_UNKNOWN, "Not answered",
    "answer:alpha:1A003", NULL, FALSE },

  /* entry */
  { "entry/contains-named", LASER "\"relations\": {\"contains\": [\"1A001.a\"]}", "2A005.a",
    LICET_MET, "It contains 1A001.a", NULL, NULL, FALSE },
  { "entry/contains-below", LASER "\"relations\": {\"contains\": [\"alpha:1A001.a.2\"]}", "2A005.a",
    LICET_MET, "1A001.a.2", NULL, NULL, FALSE },
  { "entry/contains-above-is-open", LASER "\"relations\": {\"contains\": [\"1A001\"]}", "2A005.a",
    LICET_UNKNOWN, "may or may not", "relation:contains", NULL, FALSE },
  { "entry/contains-elsewhere", LASER "\"relations\": {\"contains\": [\"1A001.b\", \"1A002\"]}",
    "2A005.a", LICET_NOT_MET, "1A001.b, 1A002", NULL, NULL, FALSE },
  { "entry/contains-nothing", LASER "\"relations\": {\"contains\": []}", "2A005.a", LICET_NOT_MET,
    "Nothing that it contains", NULL, NULL, FALSE },
  { "entry/contains-not-listed", LASER "\"relations\": {\"contains\": [\"not-listed\"]}", "2A005.a",
    LICET_NOT_MET, "not-listed", NULL, NULL, FALSE },
  { "entry/contains-unsaid", LASER "\"relations\": {}", "2A005.a", LICET_UNKNOWN, "not said",
    "relation:contains", NULL, FALSE },
  { "entry/other-list-says-nothing-here", LASER "\"relations\": {\"contains\": [\"beta:1A101.a\"]}",
    "2A005.a", LICET_UNKNOWN, "may or may not", "relation:contains", NULL, FALSE },
  { "entry/item-without-case-is-open", LASER "\"relations\": {\"contains\": [\"item:chip\"]}",
    "2A005.a", LICET_UNKNOWN, "item:chip", "relation:contains", NULL, FALSE },
  { "entry/made-of-group", LASER "\"relations\": {\"made-of\": [\"1C001.b\"]}", "2A005.b",
    LICET_MET, "is made of 1C001.b", NULL, NULL, FALSE },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *json = g_strdup_printf ("{\"nature\": \"goods\", %s}", self->item);
  g_autoptr (LicetItem) item = world_item (json);
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, world_node (self->node), NULL);
  const LicetClause *clause = licet_clause_sheet_get_root (sheet);
  const LicetFinding *finding = g_ptr_array_index (clause->findings, 0);

  g_assert_cmpstr (licet_truth_serialise (finding->truth), ==, licet_truth_serialise (self->truth));
  world_assert_contains (finding->why, self->why);
  g_assert_cmpstr (finding->missing, ==, self->missing);
  g_assert_cmpstr (finding->margin, ==, self->margin);
  g_assert_cmpint (finding->near, ==, self->near);
  g_assert_cmpint (licet_evaluate (item, world_node (self->node), NULL), ==, clause->verdict);
}

typedef struct {
  const char *name;
  const char *width;   /* less than 5 mm */
  const char *matrix;  /* resin */
  const char *dyed;    /* not dyed */
  LicetTruth truth;
} Count;

static const Count counts[] = {
  { "all-three", "4 mm", "resin", "false", LICET_MET },
  { "two-are-enough", "4 mm", "resin", "true", LICET_MET },
  { "two-are-enough-though-one-is-open", "4 mm", "resin", NULL, LICET_MET },
  { "one-and-one-open", "4 mm", NULL, "true", LICET_UNKNOWN },
  { "one-of-three", "4 mm", "metal", "true", LICET_NOT_MET },
  { "one-open-cannot-suffice", "5 mm", NULL, "true", LICET_NOT_MET },
  { "nothing-known", NULL, NULL, NULL, LICET_UNKNOWN },
};

static void
test_count (gconstpointer data)
{
  const Count *self = data;
  g_autoptr (LicetItem) item = world_item ("{\"nature\": \"goods\", \"kinds\": [\"fiber\"]}");
  g_autoptr (LicetClauseSheet) sheet = NULL;
  const LicetFinding *finding;

  (void) licet_item_set_fact (item, "width", self->width, NULL, NULL);
  (void) licet_item_set_choice (item, "matrix", (const char *const[]) { self->matrix, NULL }, NULL);
  if (self->dyed != NULL)
    licet_item_set_answer (item, "alpha:1C001.b#d1",
                           g_str_equal (self->dyed, "true") ? LICET_MET : LICET_NOT_MET, NULL);
  sheet = licet_clause_sheet_new (item, world_node ("1C001.b"), NULL);
  g_assert_cmpint (licet_clause_sheet_get_root (sheet)->verdict, ==, self->truth);
  g_assert_cmpint (licet_evaluate (item, world_node ("1C001.b"), NULL), ==, self->truth);
  finding = g_ptr_array_index (licet_clause_sheet_get_root (sheet)->findings, 0);
  g_assert_cmpuint (finding->parts->len, ==, 3);
  world_assert_contains (finding->why, "needs 2");
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/classify/condition/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    g_autofree char *path = g_strconcat ("/classify/condition/at-least/", counts[i].name, NULL);

    g_test_add_data_func (path, &counts[i], test_count);
  }
  world_open ();
  status = g_test_run ();
  world_close ();
  return status;
}
