/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-zip.h>

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

#define DAY "2026-11-18"

static LicetBag *
make_bag (void)
{
  LicetBag *bag = licet_bag_new ("A_r1");

  g_assert_true (licet_bag_add_text (bag, "data/b.txt", "second", NULL));
  g_assert_true (licet_bag_add_text (bag, "data/a.txt", "first", NULL));
  g_assert_true (licet_bag_add_text (bag, "data/empty", "", NULL));
  g_assert_true (licet_bag_seal (bag, NULL, 0, NULL));
  return bag;
}

static GBytes *
make_archive (void)
{
  g_autoptr (LicetBag) bag = make_bag ();
  GBytes *archive = licet_zip_write (bag, DAY, NULL, NULL);

  g_assert_nonnull (archive);
  return archive;
}

static void
test_read_back (void)
{
  g_autoptr (LicetBag) bag = make_bag ();
  g_autoptr (GBytes) archive = make_archive ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetBag) read = licet_zip_read (archive, NULL, &error);
  GPtrArray *files = licet_bag_get_files (bag);
  guint64 offset;

  g_assert_no_error (error);
  g_assert_cmpstr (licet_bag_get_root (read), ==, "A_r1");
  g_assert_cmpuint (licet_bag_get_files (read)->len, ==, files->len);
  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);

    g_assert_true (g_bytes_equal (file->bytes, licet_bag_find (read, file->path)));
  }
  g_assert_false (licet_zip_find_difference (read, DAY, archive, &offset));
}

static void
test_same_bytes (void)
{
  g_autoptr (GBytes) first = make_archive ();
  g_autoptr (GBytes) second = make_archive ();

  g_assert_true (g_bytes_equal (first, second));
}

/* Refused, or told from the one form an archive has: no byte may change unnoticed. */
static gboolean
is_noticed (GBytes *archive)
{
  g_autoptr (LicetBag) bag = licet_zip_read (archive, NULL, NULL);
  guint64 offset;

  return bag == NULL || licet_zip_find_difference (bag, DAY, archive, &offset) ||
         licet_bag_check_digests (bag)[0] != NULL;
}

static void
test_any_changed_byte_is_noticed (void)
{
  g_autoptr (GBytes) archive = make_archive ();
  gsize size;
  const guint8 *data = g_bytes_get_data (archive, &size);

  for (gsize i = 0; i < size; i++) {
    g_autofree guint8 *copy = g_memdup2 (data, size);
    g_autoptr (GBytes) changed = NULL;

    copy[i] ^= (guint8) (1u << (i % 8));
    changed = g_bytes_new_static (copy, size);
    if (!is_noticed (changed))
      g_error ("byte %" G_GSIZE_FORMAT " changed unnoticed", i);
  }
}

static void
test_any_cut_is_noticed (void)
{
  g_autoptr (GBytes) archive = make_archive ();
  gsize size = g_bytes_get_size (archive);

  for (gsize i = 0; i < size; i++) {
    g_autoptr (GBytes) cut = g_bytes_new_from_bytes (archive, 0, i);

    g_assert_true (is_noticed (cut));
  }
}

static void
test_anything_around_is_noticed (void)
{
  g_autoptr (GBytes) archive = make_archive ();
  gsize size;
  const guint8 *data = g_bytes_get_data (archive, &size);

  for (guint at = 0; at < 2; at++) {
    g_autoptr (GByteArray) more = g_byte_array_new ();
    g_autoptr (GBytes) bytes = NULL;

    if (at == 0)
      g_byte_array_append (more, (const guint8 *) "#!/bin/sh\n", 10);
    g_byte_array_append (more, data, (guint) size);
    if (at == 1)
      g_byte_array_append (more, (const guint8 *) "more", 4);
    bytes = g_byte_array_free_to_bytes (g_steal_pointer (&more));
    g_assert_true (is_noticed (bytes));
  }
}

static void
test_random_bytes_are_refused (void)
{
  for (guint i = 0; i < 500; i++) {
    gsize size = (gsize) g_test_rand_int_range (0, 2000);
    g_autofree guint8 *data = g_malloc (size + 4);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (GError) error = NULL;

    for (gsize j = 0; j < size; j++)
      data[j] = (guint8) g_test_rand_int ();
    if (i % 2 == 0 && size > 4)
      memcpy (data, "PK\003\004", 4);
    bytes = g_bytes_new_static (data, size);
    g_assert_null (licet_zip_read (bytes, NULL, &error));
    g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
  }
}

typedef struct {
  const char *name;
  const char *path;
  mode_t type;
  const char *target;
  guint copies;
  gsize size;
  const char *reason;
} Hostile;

static const Hostile hostiles[] = {
  { "absolute", "/etc/cron.d/a", AE_IFREG, NULL, 1, 3, "no package of Licet" },
  { "parent", "A_r1/../../a", AE_IFREG, NULL, 1, 3, "no package of Licet" },
  { "drive", "C:/a", AE_IFREG, NULL, 1, 3, "no package of Licet" },
  { "no-folder", "a", AE_IFREG, NULL, 1, 3, "no package of Licet" },
  { "right-to-left", "A_r1/data/a\342\200\256fdp.exe", AE_IFREG, NULL, 1, 3,
    "no package of Licet" },
  { "symbolic-link", "A_r1/data/a", AE_IFLNK, "/etc/passwd", 1, 0, "is a link" },
  { "device", "A_r1/data/a", AE_IFCHR, NULL, 1, 0, "is " },
  { "folder", "A_r1/data/a", AE_IFDIR, NULL, 1, 0, "is a folder" },
  { "name-twice", "A_r1/data/a", AE_IFREG, NULL, 2, 3, "twice" },
  { "bomb", "A_r1/data/a", AE_IFREG, NULL, 1, 32u * 1024u * 1024u, "far larger" },
  { "nothing", NULL, 0, NULL, 0, 0, "no ZIP archive" },
};

static la_ssize_t
take_bytes_cb (struct archive *archive,
               void *user_data,
               const void *data,
               size_t size)
{
  g_byte_array_append (user_data, data, (guint) size);
  return (la_ssize_t) size;
}

static GBytes *
make_hostile (const Hostile *hostile)
{
  GByteArray *bytes = g_byte_array_new ();
  struct archive *writer = archive_write_new ();
  g_autofree char *zeros = g_malloc0 (hostile->size + 1);

  g_assert_cmpint (archive_write_set_format_zip (writer), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open2 (writer, bytes, NULL, take_bytes_cb, NULL, NULL), ==,
                   ARCHIVE_OK);
  for (guint i = 0; i < hostile->copies; i++) {
    struct archive_entry *entry = archive_entry_new ();

    archive_entry_set_pathname (entry, hostile->path);
    archive_entry_set_filetype (entry, hostile->type);
    archive_entry_set_perm (entry, 0644);
    archive_entry_set_size (entry, (la_int64_t) hostile->size);
    if (hostile->target != NULL)
      archive_entry_set_symlink (entry, hostile->target);
    archive_write_header (writer, entry);
    if (hostile->size > 0)
      archive_write_data (writer, zeros, hostile->size);
    archive_entry_free (entry);
  }
  archive_write_close (writer);
  archive_write_free (writer);
  return g_byte_array_free_to_bytes (bytes);
}

/* The writer may refuse to write a thing that a forger would not: then its mark is set in the
 * directory by hand. */
static GBytes *
force_type (GBytes *archive,
            mode_t type)
{
  gsize size;
  g_autofree guint8 *data = g_bytes_unref_to_data (archive, &size);

  for (gsize i = 0; i + 46 < size; i++)
    if (memcmp (data + i, "PK\001\002", 4) == 0) {
      guint32 mode = GUINT32_TO_LE (((guint32) type | 0644u) << 16);

      data[i + 5] = 3;
      memcpy (data + i + 38, &mode, 4);
    }
  return g_bytes_new_take (g_steal_pointer (&data), size);
}

static void
test_hostile_is_refused (gconstpointer data)
{
  const Hostile *hostile = data;
  Hostile plain = *hostile;
  g_autoptr (GBytes) archive = NULL;
  g_autoptr (GError) error = NULL;

  if (hostile->type == AE_IFCHR)
    plain.type = AE_IFREG;
  archive = make_hostile (&plain);
  if (plain.type != hostile->type)
    archive = force_type (archive, hostile->type);
  g_assert_null (licet_zip_read (archive, NULL, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
  if (strstr (error->message, hostile->reason) == NULL)
    g_error ("expected “%s”, found “%s”", hostile->reason, error->message);
}

/* The same files in another program's archive: sound, but not the bytes that were written. */
static void
test_packed_anew_is_noticed (void)
{
  static const char *const names[] = { "A_r1/data/a", "A_r1\\data\\a" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const Hostile other = { "other", names[i], AE_IFREG, NULL, 1, 3, NULL };
    g_autoptr (GBytes) archive = make_hostile (&other);
    g_autoptr (LicetBag) bag = licet_zip_read (archive, NULL, NULL);
    guint64 offset;

    g_assert_nonnull (bag);
    g_assert_true (licet_zip_find_difference (bag, DAY, archive, &offset));
  }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LicetBag) bag = make_bag ();
  g_autoptr (GBytes) archive = make_archive ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (licet_zip_write (bag, DAY, cancellable, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (licet_zip_read (archive, cancellable, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filing/zip/read-back", test_read_back);
  g_test_add_func ("/filing/zip/same-files-same-bytes", test_same_bytes);
  g_test_add_func ("/filing/zip/any-changed-byte-is-noticed", test_any_changed_byte_is_noticed);
  g_test_add_func ("/filing/zip/any-cut-is-noticed", test_any_cut_is_noticed);
  g_test_add_func ("/filing/zip/anything-around-is-noticed", test_anything_around_is_noticed);
  g_test_add_func ("/filing/zip/random-bytes-are-refused", test_random_bytes_are_refused);
  for (guint i = 0; i < G_N_ELEMENTS (hostiles); i++) {
    g_autofree char *name = g_strdup_printf ("/filing/zip/hostile-is-refused/%s", hostiles[i].name);

    g_test_add_data_func (name, &hostiles[i], test_hostile_is_refused);
  }
  g_test_add_func ("/filing/zip/packed-anew-is-noticed", test_packed_anew_is_noticed);
  g_test_add_func ("/filing/zip/cancelled-gives-nothing", test_cancelled);
  return g_test_run ();
}
