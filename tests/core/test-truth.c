/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-core.h>

static const LicetTruth all[] = { LICET_NOT_MET, LICET_UNKNOWN, LICET_MET };

static void
test_unknown_is_never_no (void)
{
  g_assert_cmpint (licet_truth_not (LICET_UNKNOWN), ==, LICET_UNKNOWN);
  g_assert_cmpint (licet_truth_and (LICET_UNKNOWN, LICET_MET), ==, LICET_UNKNOWN);
  g_assert_cmpint (licet_truth_or (LICET_UNKNOWN, LICET_NOT_MET), ==, LICET_UNKNOWN);
}

static void
test_strong_value_decides (void)
{
  g_assert_cmpint (licet_truth_and (LICET_UNKNOWN, LICET_NOT_MET), ==, LICET_NOT_MET);
  g_assert_cmpint (licet_truth_or (LICET_UNKNOWN, LICET_MET), ==, LICET_MET);
}

static void
test_de_morgan (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < G_N_ELEMENTS (all); j++) {
      LicetTruth left = licet_truth_not (licet_truth_and (all[i], all[j]));
      LicetTruth right = licet_truth_or (licet_truth_not (all[i]), licet_truth_not (all[j]));

      g_assert_cmpint (left, ==, right);
      g_assert_cmpint (licet_truth_and (all[i], all[j]), ==, licet_truth_and (all[j], all[i]));
    }
}

static void
test_words_round_trip (void)
{
  LicetTruth read = LICET_MET;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    g_assert_true (licet_truth_parse (licet_truth_serialise (all[i]), &read));
    g_assert_cmpint (read, ==, all[i]);
  }
  read = LICET_MET;
  g_assert_false (licet_truth_parse ("maybe", &read));
  g_assert_cmpint (read, ==, LICET_MET);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/truth/unknown-is-never-no", test_unknown_is_never_no);
  g_test_add_func ("/core/truth/strong-value-decides", test_strong_value_decides);
  g_test_add_func ("/core/truth/de-morgan", test_de_morgan);
  g_test_add_func ("/core/truth/words-round-trip", test_words_round_trip);
  return g_test_run ();
}
