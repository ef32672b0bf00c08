/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <licet-freeze.h>
#include <licet-zip.h>
#include <string.h>

/* One package for all tests: writing it takes longer than looking at it. */
static Fixture shared;
static GBytes *archive;

static LicetVerifyReport *
verify_bytes (LicetBundle *bundle,
              GBytes *bytes,
              GError **error)
{
  g_autofree char *path = g_build_filename (shared.out, "verify.zip", NULL);

  g_assert_true (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                           (gssize) g_bytes_get_size (bytes),
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return licet_package_verify (path, bundle, NULL, error);
}

static const LicetVerifyCheck *
find_check (const LicetVerifyReport *report,
            const char *id)
{
  for (guint i = 0; i < report->checks->len; i++) {
    const LicetVerifyCheck *check = g_ptr_array_index (report->checks, i);

    if (g_str_equal (check->id, id))
      return check;
  }
  g_error ("no check “%s”", id);
}

static void
test_sound (void)
{
  static const char *const ids[] = { "archive", "bag", "digests", "journal", "case", "editions" };
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetVerifyReport) report = verify_bytes (shared.bundle, archive, &error);
  g_autoptr (JsonNode) json = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (report->checks->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    const LicetVerifyCheck *check = g_ptr_array_index (report->checks, i);

    g_assert_cmpstr (check->id, ==, ids[i]);
    if (!check->holds)
      g_error ("%s: %s", check->id, check->text);
  }
  g_assert_true (report->is_sound);
  g_assert_cmpstr (report->reference, ==, "NM-2026-014");
  g_assert_cmpuint (report->n_files, ==, 13);
  g_assert_nonnull (strstr (find_check (report, "editions")->text, "decided again"));
  json = licet_verify_report_serialise (report);
  text = licet_json_serialise (json);
  g_assert_nonnull (strstr (text, "\"files\":13,\"reference\":\"NM-2026-014\",\"sound\":true"));
}

/* The law at hand is not needed to see whether a package is whole. */
static void
test_sound_without_the_law (void)
{
  g_autoptr (LicetVerifyReport) report = verify_bytes (NULL, archive, NULL);

  g_assert_true (report->is_sound);
  g_assert_cmpuint (report->checks->len, ==, 5);
}

static void
test_any_changed_byte (void)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (archive, &size);

  /* Strides of a prime through the files, and closer through the directory at the end. */
  for (gsize i = 0; i < size; i += i + 2000 < size ? 15013 : 61) {
    g_autofree guint8 *copy = g_memdup2 (bytes, size);
    g_autoptr (GBytes) changed = NULL;
    g_autoptr (LicetVerifyReport) report = NULL;

    copy[i] ^= (guint8) (1u << (i % 8));
    changed = g_bytes_new_static (copy, size);
    report = verify_bytes (NULL, changed, NULL);
    if (report != NULL && report->is_sound)
      g_error ("byte %" G_GSIZE_FORMAT " changed unnoticed", i);
  }
}

static void
test_any_cut (void)
{
  gsize size = g_bytes_get_size (archive);

  for (guint i = 0; i < 50; i++) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (archive, 0, size * i / 50);
    g_autoptr (GError) error = NULL;

    g_assert_null (verify_bytes (NULL, cut, &error));
    g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
    g_assert_nonnull (strstr (error->message, "verify.zip"));
  }
}

static void
test_not_a_package (void)
{
  g_autofree char *nowhere = g_build_filename (shared.out, "none.zip", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_package_verify (nowhere, NULL, NULL, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (licet_package_verify (shared.out, NULL, NULL, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
}

/* A forger who knows the format: puts @bytes under @path (NULL takes the file out) and makes
 * manifests anew. */
static GBytes *
forge (GBytes *package,
       const char *path,
       GBytes *bytes)
{
  g_autoptr (LicetBag) bag = licet_zip_read (package, NULL, NULL);
  g_autoptr (LicetBag) forged = licet_bag_new (licet_bag_get_root (bag));
  g_autofree char *day = licet_bag_dup_info (bag, "Bagging-Date");
  g_autofree char *reference = licet_bag_dup_info (bag, "External-Identifier");
  const LicetBagInfo info[] = { { "Bagging-Date", day }, { "External-Identifier", reference } };
  GPtrArray *files = licet_bag_get_files (bag);

  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);

    if (g_str_has_prefix (file->path, "data/") && !g_str_equal (file->path, path))
      g_assert_true (licet_bag_add (forged, file->path, file->bytes, NULL));
  }
  if (bytes != NULL)
    g_assert_true (licet_bag_add (forged, path, bytes, NULL));
  g_assert_true (licet_bag_seal (forged, info, G_N_ELEMENTS (info), NULL));
  return licet_zip_write (forged, day, NULL, NULL);
}

static GBytes *
replace_text (GBytes *package,
              const char *path,
              const char *from,
              const char *to)
{
  g_autoptr (LicetBag) bag = licet_zip_read (package, NULL, NULL);
  GBytes *bytes = licet_bag_find (bag, path);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_auto (GStrv) parts = g_strsplit (text, from, -1);
  g_autofree char *changed = g_strjoinv (to, parts);
  g_autoptr (GBytes) other = g_bytes_new (changed, strlen (changed));

  g_assert_cmpuint (g_strv_length (parts), >, 1);
  return forge (package, path, other);
}

typedef struct {
  const char *name;
  const char *path;
  const char *from; /* NULL takes the file out */
  const char *to;
  const char *check;
  const char *fault;
} Forgery;

static const Forgery forgeries[] = {
  { "case-fact", "data/case.json", "\"quantity\": \"24\"", "\"quantity\": \"240\"", "case",
    "not those that the package was made from" },
  { "case-verdict", "data/case.json", "\"license-required\"", "\"no-license-required\"", "case",
    "not those that the package" },
  { "case-facts-digest", "data/case.json", "\"facts\": \"", "\"facts\": \"0", "case",
    "not those that the package was made from" },
  { "case-gone", "data/case.json", NULL, NULL, "case", "data/case.json is missing" },
  { "case-no-json", "data/case.json", "{", "(", "case", "data/case.json:1" },
  { "case-no-package", "data/case.json", "\"package\":", "\"parcel\":", "case", "package" },
  { "case-paper-path", "data/case.json", "data/summary.pdf", "data/../summary.pdf", "case",
    "is not in the package" },
  { "case-paper-type", "data/case.json", "\"papers\": [", "\"papers\": {\"a\": [], \"b\": [",
    "case", "data/case.json" },
  { "reference", "data/case.json", "NM-2026-014", "NM-2026-015", "case",
    "bag-info.txt names NM-2026-014" },
  { "paper-gone", "data/summary.pdf", NULL, NULL, "case",
    "data/summary.pdf is not in the package" },
  { "paper-changed", "data/requirement.pdf", "Singapore", "Singapuri", "case",
    "not the file that the case names" },
  { "index-of-another-case", "data/index.html", "licet-facts-", "licet-facts-0", "case",
    "data/index.html was made from other facts" },
  { "index-gone", "data/index.html", NULL, NULL, "case", "data/index.html is missing" },
  { "evidence-changed", "data/evidence/nm-ad14-datasheet.txt", "310", "210", "case",
    "not the file that the case names" },
  { "history-changed", "data/journal.jsonl", "\"round\":1", "\"round\":2", "journal",
    "does not end with this package" },
  { "history-gone", "data/journal.jsonl", NULL, NULL, "journal", "there is no history" },
  { "history-of-another-case", "data/journal.jsonl", "\"facts\":\"", "\"facts\":\"f", "journal",
    "does not end with this package" },
  { "history-no-lines", "data/journal.jsonl", "\n", "", "journal", "there is no history" },
  { "history-no-chain", "data/journal.jsonl", "\"previous\":\"0", "\"previous\":\"1", "journal",
    "line 1 of the history" },
};

static void
test_forgery (gconstpointer data)
{
  const Forgery *forgery = data;
  g_autoptr (GBytes) forged = NULL;
  g_autoptr (LicetVerifyReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (forgery->name, "paper-changed")) {
    g_autoptr (LicetBag) bag = licet_zip_read (archive, NULL, NULL);
    GBytes *other = licet_bag_find (bag, "data/summary.pdf");

    forged = forge (archive, forgery->path, other);
  } else if (forgery->from == NULL) {
    forged = forge (archive, forgery->path, NULL);
  } else {
    forged = replace_text (archive, forgery->path, forgery->from, forgery->to);
  }
  report = verify_bytes (shared.bundle, forged, &error);
  g_assert_no_error (error);
  g_assert_false (report->is_sound);
  g_assert_false (find_check (report, forgery->check)->holds);
  if (strstr (find_check (report, forgery->check)->text, forgery->fault) == NULL)
    g_error ("expected “%s”, found “%s”", forgery->fault,
             find_check (report, forgery->check)->text);
  g_assert_true (find_check (report, "archive")->holds);
  g_assert_true (find_check (report, "digests")->holds);
}

/* A paper of another case, with manifests and the case's own list of papers made to fit. */
static void
test_exchanged_paper (void)
{
  g_autoptr (LicetCase) other =
      fixture_load (&shared, "\"quantity\": \"24\"=>\"quantity\": \"25\"");
  g_autofree char *second = fixture_write (&shared, other, "b.zip");
  g_autoptr (GBytes) other_archive = fixture_read (second);
  g_autoptr (LicetBag) bag = licet_zip_read (archive, NULL, NULL);
  g_autoptr (LicetBag) other_bag = licet_zip_read (other_archive, NULL, NULL);
  GBytes *paper = licet_bag_find (other_bag, "data/summary.pdf");
  g_autofree char *from = licet_digest_bytes (licet_bag_find (bag, "data/summary.pdf"));
  g_autofree char *to = licet_digest_bytes (paper);
  g_autoptr (GBytes) exchanged = forge (archive, "data/summary.pdf", paper);
  g_autoptr (GBytes) fitted = replace_text (exchanged, LICET_BAG_CASE, from, to);
  g_autoptr (LicetVerifyReport) report = verify_bytes (NULL, fitted, NULL);

  g_assert_false (report->is_sound);
  g_assert_nonnull (
    strstr (find_check (report, "case")->text, "data/summary.pdf was made from other facts"));
}

static void
test_unnamed_file (void)
{
  g_autoptr (GBytes) more = g_bytes_new_static ("more", 4);
  g_autoptr (GBytes) forged = forge (archive, "data/evidence/more.txt", more);
  g_autoptr (LicetVerifyReport) report = verify_bytes (NULL, forged, NULL);

  g_assert_false (report->is_sound);
  g_assert_nonnull (
    strstr (find_check (report, "case")->text,
            "data/evidence/more.txt is in the package and the case does not name it"));
}

/* The frozen answer changed, and every digest that names it: decided again, the facts say
 * otherwise. */
static void
test_another_verdict (void)
{
  g_autoptr (GBytes) forged = replace_text (archive, LICET_BAG_CASE, "\"license-required\"",
                                            "\"no-license-required\"");
  g_autoptr (LicetVerifyReport) report = verify_bytes (shared.bundle, forged, NULL);

  g_assert_false (find_check (report, "editions")->holds);
  g_assert_nonnull (strstr (find_check (report, "editions")->text,
                            "decided again, the facts give another requirement"));
}

/* A package outlives the editions it was decided by: it is whole, and says that it was not decided
 * again. */
static void
test_other_edition (void)
{
  g_autofree char *digest = g_strdup (licet_bundle_get_digest (shared.bundle));
  g_autofree char *other = g_strdup (digest);
  g_autoptr (GBytes) forged = NULL;
  g_autoptr (LicetVerifyReport) report = NULL;

  other[0] = other[0] == '0' ? '1' : '0';
  forged = replace_text (archive, LICET_BAG_CASE, digest, other);
  report = verify_bytes (shared.bundle, forged, NULL);
  g_assert_true (find_check (report, "editions")->holds);
  g_assert_nonnull (strstr (find_check (report, "editions")->text, "not the editions here"));
}

static void
test_random_bytes (void)
{
  for (guint i = 0; i < 50; i++) {
    gsize size = (gsize) g_test_rand_int_range (0, 4000);
    g_autofree guint8 *bytes = g_malloc (size + 1);
    g_autoptr (GBytes) noise = NULL;
    g_autoptr (GError) error = NULL;

    for (gsize j = 0; j < size; j++)
      bytes[j] = (guint8) g_test_rand_int ();
    noise = g_bytes_new_static (bytes, size);
    g_assert_null (verify_bytes (NULL, noise, &error));
    g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
  }
}

/* Random changes inside the JSON of a package: whatever it says then, an answer and no crash. */
static void
test_random_case (void)
{
  g_autoptr (LicetBag) bag = licet_zip_read (archive, NULL, NULL);
  GBytes *bytes = licet_bag_find (bag, LICET_BAG_CASE);
  gsize size;
  const guint8 *text = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < 30; i++) {
    g_autofree guint8 *copy = g_memdup2 (text, size);
    g_autoptr (GBytes) changed = NULL;
    g_autoptr (GBytes) forged = NULL;
    g_autoptr (LicetVerifyReport) report = NULL;

    for (guint j = 0; j < 1 + i % 4; j++)
      copy[g_test_rand_int_range (0, (gint32) size)] =
        (guint8) "{}[]\",:0atfn\\"[g_test_rand_int_range (0, 13)];
    changed = g_bytes_new_static (copy, size);
    if (g_bytes_equal (changed, bytes))
      continue;
    forged = forge (archive, LICET_BAG_CASE, changed);
    report = verify_bytes (shared.bundle, forged, NULL);
    g_assert_nonnull (report);
  }
}

int
main (int argc,
      char *argv[])
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  fixture_set_up (&shared, NULL);
  path = fixture_write (&shared, shared.self, "a.zip");
  archive = fixture_read (path);

  g_test_add_func ("/filing/verify/sound", test_sound);
  g_test_add_func ("/filing/verify/sound-without-the-law", test_sound_without_the_law);
  g_test_add_func ("/filing/verify/any-changed-byte-is-found", test_any_changed_byte);
  g_test_add_func ("/filing/verify/any-cut-is-refused", test_any_cut);
  g_test_add_func ("/filing/verify/not-a-package-is-refused", test_not_a_package);
  g_test_add_func ("/filing/verify/exchanged-paper-is-found", test_exchanged_paper);
  g_test_add_func ("/filing/verify/unnamed-file-is-found", test_unnamed_file);
  g_test_add_func ("/filing/verify/another-verdict-is-found", test_another_verdict);
  g_test_add_func ("/filing/verify/other-edition-is-said", test_other_edition);
  g_test_add_func ("/filing/verify/random-bytes-are-refused", test_random_bytes);
  g_test_add_func ("/filing/verify/random-case-gives-an-answer", test_random_case);
  for (guint i = 0; i < G_N_ELEMENTS (forgeries); i++) {
    g_autofree char *name = g_strdup_printf ("/filing/verify/forgery-is-found/%s",
                                             forgeries[i].name);

    g_test_add_data_func (name, &forgeries[i], test_forgery);
  }
  status = g_test_run ();
  g_bytes_unref (archive);
  fixture_tear_down (&shared, NULL);
  return status;
}
