/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "cases-fixture.h"

#define N_LINES 5

static void
make_lines (char **lines)
{
  for (guint i = 0; i < N_LINES; i++)
    lines[i] = licet_journal_line (i > 0 ? lines[i - 1] : NULL, "2026-11-20T08:00:00Z",
                                   i % 2 == 0 ? "K" : NULL, "saved", NULL);
  lines[N_LINES] = NULL;
}

static void
test_chain_holds (void)
{
  char *lines[N_LINES + 1];
  g_auto (GStrv) owned = NULL;

  make_lines (lines);
  owned = g_strdupv (lines);
  g_assert_true (licet_journal_check ((const char *const *) lines, NULL));
  g_assert_true (licet_journal_check_from (lines[1], (const char *const *) lines + 2, NULL));
  g_assert_false (licet_journal_check_from (lines[0], (const char *const *) lines + 2, NULL));
  for (guint i = 0; i < N_LINES; i++)
    g_free (lines[i]);
}

/* Any changed byte of any line but the last is found, at the line that no longer follows or is no line any more. */
static void
test_any_changed_byte_is_found (void)
{
  char *lines[N_LINES + 1];

  make_lines (lines);
  for (guint i = 0; i < N_LINES - 1; i++)
    for (gsize j = 0; lines[i][j] != '\0'; j++) {
      guint broken = 0;

      lines[i][j] = (char) (lines[i][j] ^ 1);
      g_assert_false (licet_journal_check ((const char *const *) lines, &broken));
      g_assert_true (broken == i + 1 || broken == i + 2);
      lines[i][j] = (char) (lines[i][j] ^ 1);
    }
  for (guint i = 0; i < N_LINES; i++)
    g_free (lines[i]);
}

static void
test_missing_line_is_found (void)
{
  char *lines[N_LINES + 1];
  guint broken = 0;

  make_lines (lines);
  g_assert_false (
      licet_journal_check ((const char *const[]) { lines[0], lines[2], NULL }, &broken));
  g_assert_cmpuint (broken, ==, 2);
  g_assert_false (
      licet_journal_check ((const char *const[]) { lines[1], lines[2], NULL }, &broken));
  g_assert_cmpuint (broken, ==, 1);
  for (guint i = 0; i < N_LINES; i++)
    g_free (lines[i]);
}

static void
test_line_must_be_canonical (void)
{
  g_autofree char *line = licet_journal_line (NULL, "2026-11-20T08:00:00Z", NULL, "saved", NULL);
  g_autofree char *spaced = g_strconcat (line, " ", NULL);

  g_assert_false (licet_journal_check ((const char *const[]) { spaced, NULL }, NULL));
  g_assert_false (licet_journal_check ((const char *const[]) { "no json", NULL }, NULL));
  g_assert_false (licet_journal_check ((const char *const[]) { "{}", NULL }, NULL));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cases/journal/chain-holds", test_chain_holds);
  g_test_add_func ("/cases/journal/any-changed-byte-is-found", test_any_changed_byte_is_found);
  g_test_add_func ("/cases/journal/missing-line-is-found", test_missing_line_is_found);
  g_test_add_func ("/cases/journal/line-must-be-canonical", test_line_must_be_canonical);
  return g_test_run ();
}
