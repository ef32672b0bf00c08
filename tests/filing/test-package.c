/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <licet-zip.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <signal.h>
#include <unistd.h>

static void
test_files (Fixture *fixture,
            gconstpointer data)
{
  static const char *const expected[] = {
    "bag-info.txt",
    "bagit.txt",
    "data/case.json",
    "data/classification/item-1-chip.pdf",
    "data/evidence/nm-ad14-datasheet.txt",
    "data/index.html",
    "data/journal.jsonl",
    "data/requirement.pdf",
    "data/sheets/eu-annex-iii-a.pdf",
    "data/statements/eu-end-use-merlion.pdf",
    "data/summary.pdf",
    "manifest-sha256.txt",
    "tagmanifest-sha256.txt",
  };
  g_autofree char *path = g_build_filename (fixture->out, "a.zip", NULL);
  g_autofree char *name = licet_package_dup_name (fixture->self);
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetPackageSummary) summary =
      licet_package_write (fixture->self, fixture->rules, path, NULL, NULL, &error);
  g_autofree char *digest = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "NM-2026-014_r1.licet.zip");
  g_assert_cmpstr (summary->root, ==, "NM-2026-014_r1");
  g_assert_cmpuint (summary->files->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_ptr_array_index (summary->files, i), ==, expected[i]);
  digest = licet_digest_file (path, NULL, NULL, NULL);
  g_assert_cmpstr (digest, ==, summary->digest);
  g_assert_cmpuint (fixture_count (fixture->out), ==, 1);
}

static void
test_same_bytes (Fixture *fixture,
                 gconstpointer data)
{
  g_autoptr (LicetCase) again = fixture_load (fixture, NULL);
  g_autofree char *first = fixture_write (fixture, fixture->self, "a.zip");
  g_autofree char *second = NULL;
  g_autoptr (GBytes) left = fixture_read (first);
  g_autoptr (GBytes) right = NULL;

  /* Another day, the same facts. */
  g_setenv ("LICET_NOW", "2026-11-27T17:30:00Z", TRUE);
  second = fixture_write (fixture, again, "b.zip");
  right = fixture_read (second);
  g_assert_true (g_bytes_equal (left, right));
}

static void
test_other_facts_other_bytes (Fixture *fixture,
                              gconstpointer data)
{
  g_autoptr (LicetCase) other =
      fixture_load (fixture, "\"quantity\": \"24\"=>\"quantity\": \"25\"");
  g_autofree char *first = fixture_write (fixture, fixture->self, "a.zip");
  g_autofree char *second = fixture_write (fixture, other, "b.zip");
  g_autoptr (GBytes) left = fixture_read (first);
  g_autoptr (GBytes) right = fixture_read (second);

  g_assert_false (g_bytes_equal (left, right));
}

static LicetBag *
read_bag (const char *path)
{
  g_autoptr (GBytes) archive = fixture_read (path);
  LicetBag *bag = licet_zip_read (archive, NULL, NULL);

  g_assert_nonnull (bag);
  return bag;
}

static char *
dup_text (LicetBag *bag,
          const char *path)
{
  GBytes *bytes = licet_bag_find (bag, path);

  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_withheld_is_named_and_not_in (Fixture *fixture,
                                   gconstpointer data)
{
  g_autofree char *path = fixture_write (fixture, fixture->self, "a.zip");
  g_autoptr (LicetBag) bag = read_bag (path);
  g_autofree char *index = dup_text (bag, LICET_BAG_INDEX);
  GPtrArray *files = licet_bag_get_files (bag);

  g_assert_nonnull (strstr (index, "<li>Price list</li>"));
  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);

    g_assert_null (memmem (g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes),
                           "not for third parties", 21));
  }
}

/* What a page may not be: able to run something or fetch something, or misled by a name. */
static void
test_index_is_plain (Fixture *fixture,
                     gconstpointer data)
{
  g_autoptr (LicetCase) other =
      fixture_load (fixture, "\"Nordlicht Messtechnik GmbH\",\n   "
                                   "\"kind\"=>\"<script>alert(1)</script> & Co\",\n   \"kind\"");
  g_autofree char *path = fixture_write (fixture, other, "a.zip");
  g_autoptr (LicetBag) bag = read_bag (path);
  g_autofree char *index = dup_text (bag, LICET_BAG_INDEX);

  g_assert_nonnull (strstr (index, "<html lang=\"en\">"));
  g_assert_nonnull (strstr (index, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co"));
  g_assert_null (strstr (index, "<script"));
  g_assert_null (strstr (index, "src="));
  g_assert_null (strstr (index, "http:"));
  g_assert_null (strstr (index, "https:"));
  g_assert_nonnull (strstr (index, "<a href=\"summary.pdf\">"));
  g_assert_nonnull (strstr (index, "<th scope=\"col\">"));
}

typedef struct {
  GCancellable *cancellable;
  guint at;
} Stop;

static void
stop_cb (const char *step,
         guint number,
         guint total,
         gpointer user_data)
{
  Stop *stop = user_data;

  g_assert_cmpuint (number, <=, total);
  if (number == stop->at)
    g_cancellable_cancel (stop->cancellable);
}

static void
test_cancel_leaves_nothing (Fixture *fixture,
                            gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->out, "a.zip", NULL);

  for (guint at = 1; at <= 7; at++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;
    Stop stop = { cancellable, at };
    LicetPackageOptions options = LICET_PACKAGE_OPTIONS_INIT;

    options.progress = stop_cb;
    options.progress_data = &stop;
    g_assert_null (
      licet_package_write (fixture->self, fixture->rules, path, &options, cancellable, &error));
    g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED);
    g_assert_cmpuint (fixture_count (fixture->out), ==, 0);
  }
}

static void
assert_not_written (Fixture *fixture,
                    const char *path,
                    const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_package_write (fixture->self, fixture->rules, path, NULL, NULL, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_WRITE);
  if (strstr (error->message, path) == NULL || strstr (error->message, reason) == NULL)
    g_error ("expected “%s”, found “%s”", reason, error->message);
}

static void
test_unwritable (Fixture *fixture,
                 gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (fixture->out, "none", "a.zip", NULL);
  struct stat status;

  assert_not_written (fixture, nowhere, "make it or choose another one");
  assert_not_written (fixture, fixture->out, "it is a folder");
  /* Root may write everywhere, so that this can be asked of others only. */
  if (geteuid () != 0) {
    g_autofree char *locked = g_build_filename (fixture->out, "a.zip", NULL);

    g_assert_cmpint (g_chmod (fixture->out, 0500), ==, 0);
    assert_not_written (fixture, locked, "you may not write there");
    g_assert_cmpint (g_chmod (fixture->out, 0700), ==, 0);
  }
  g_assert_cmpint (stat (fixture->out, &status), ==, 0);
  g_assert_cmpuint (fixture_count (fixture->out), ==, 0);
}

static void
test_no_room (Fixture *fixture,
              gconstpointer data)
{
  g_autofree char *path = fixture_write (fixture, fixture->self, "a.zip");
  g_autoptr (GBytes) before = fixture_read (path);
  g_autoptr (GBytes) after = NULL;
  struct rlimit old;
  struct rlimit small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 50000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  assert_not_written (fixture, path, "larger than allowed");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  after = fixture_read (path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpuint (fixture_count (fixture->out), ==, 1);
}

typedef struct {
  const char *name;
  const char *text; /* NULL takes the file away */
  const char *reason;
} Loss;

static const Loss losses[] = {
  { "missing", NULL, "put the file in its place" },
  { "changed", "another text\n", "not the file whose digest the case names" },
};

static void
test_evidence_must_be_what_it_was (Fixture *fixture,
                                   gconstpointer data)
{
  const Loss *loss = data;
  g_autofree char *path = g_build_filename (fixture->out, "a.zip", NULL);
  g_autofree char *file = g_build_filename (fixture->folder, "evidence", "nm-ad14 datasheet.txt",
                                            NULL);
  g_autoptr (GError) error = NULL;

  if (loss->text != NULL)
    g_assert_true (g_file_set_contents (file, loss->text, -1, NULL));
  else
    g_assert_cmpint (g_unlink (file), ==, 0);
  g_assert_null (licet_package_write (fixture->self, fixture->rules, path, NULL, NULL, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_EVIDENCE);
  g_assert_nonnull (strstr (error->message, loss->reason));
  g_assert_nonnull (strstr (error->message, "“datasheet”"));
  g_assert_cmpuint (fixture_count (fixture->out), ==, 0);
}

static void
test_broken_history_is_refused (Fixture *fixture,
                                gconstpointer data)
{
  static const char *const lines[] = { "{\"event\":\"created\"}", NULL };
  g_autofree char *path = g_build_filename (fixture->out, "a.zip", NULL);
  LicetPackageOptions options = LICET_PACKAGE_OPTIONS_INIT;
  g_autoptr (GError) error = NULL;

  options.journal = lines;
  g_assert_null (licet_package_write (fixture->self, fixture->rules, path, &options, NULL, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_EVIDENCE);
  g_assert_cmpuint (fixture_count (fixture->out), ==, 0);
}

static void
test_history_goes_along (Fixture *fixture,
                         gconstpointer data)
{
  g_autofree char *line = licet_journal_line (NULL, "2026-11-19T10:00:00Z", "K. Sommer", "created",
                                              NULL);
  const char *lines[] = { line, NULL };
  g_autofree char *path = g_build_filename (fixture->out, "a.zip", NULL);
  LicetPackageOptions options = LICET_PACKAGE_OPTIONS_INIT;
  g_autoptr (LicetPackageSummary) summary = NULL;
  g_autoptr (LicetBag) bag = NULL;
  g_autofree char *text = NULL;
  g_autofree char *day = NULL;
  g_auto (GStrv) written = NULL;

  options.journal = lines;
  summary = licet_package_write (fixture->self, fixture->rules, path, &options, NULL, NULL);
  g_assert_nonnull (summary);
  bag = read_bag (path);
  text = dup_text (bag, LICET_BAG_JOURNAL);
  written = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (written), ==, 3);
  g_assert_cmpstr (written[0], ==, line);
  g_assert_nonnull (strstr (written[1], "\"event\":\"package\""));
  g_assert_nonnull (strstr (written[1], "\"moment\":\"2026-11-19T10:00:00Z\""));
  day = licet_bag_dup_info (bag, "Bagging-Date");
  g_assert_cmpstr (day, ==, "2026-11-19");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, data, func)                                                                      \
  g_test_add ("/filing/package/" name, Fixture, data, fixture_set_up, func, fixture_tear_down)
  ADD ("has-its-files", NULL, test_files);
  ADD ("same-facts-same-bytes", NULL, test_same_bytes);
  ADD ("other-facts-other-bytes", NULL, test_other_facts_other_bytes);
  ADD ("withheld-is-named-and-not-in", NULL, test_withheld_is_named_and_not_in);
  ADD ("index-runs-and-fetches-nothing", NULL, test_index_is_plain);
  ADD ("cancel-leaves-nothing", NULL, test_cancel_leaves_nothing);
  ADD ("unwritable-is-reported", NULL, test_unwritable);
  ADD ("no-room-keeps-what-was-there", NULL, test_no_room);
  ADD ("broken-history-is-refused", NULL, test_broken_history_is_refused);
  ADD ("history-goes-along", NULL, test_history_goes_along);
#undef ADD
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++) {
    g_autofree char *name = g_strdup_printf ("/filing/package/evidence-must-be-what-it-was/%s",
                                             losses[i].name);

    g_test_add (name, Fixture, &losses[i], fixture_set_up, test_evidence_must_be_what_it_was,
                fixture_tear_down);
  }
  return g_test_run ();
}
