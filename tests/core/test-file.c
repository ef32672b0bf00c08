/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-core.h>

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  char *folder;
} Fixture;

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("licet-file-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

static void
test_written_and_read (Fixture *fixture,
                       gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.txt", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) more = g_bytes_new_static ("two two", 7);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (licet_file_write (path, bytes, &error));
  g_assert_true (licet_file_write (path, more, &error));
  g_assert_no_error (error);
  read = licet_file_read (path, 7, &error);
  g_assert_true (g_bytes_equal (read, more));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
  g_clear_pointer (&read, g_bytes_unref);
  g_assert_null (licet_file_read (path, 6, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ);
}

static void
test_missing_folder_is_named (Fixture *fixture,
                              gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "no", "a.txt", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr (GError) error = NULL;

  g_assert_false (licet_file_write (path, bytes, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
}

/* The size limit stands in for a full disk: write() comes back short. */
static void
test_full_disk_leaves_the_old_file (Fixture *fixture,
                                    gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.txt", NULL);
  g_autofree char *large = g_malloc0 (100000);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("old", 3);
  g_autoptr (GBytes) more = g_bytes_new_static (large, 100000);
  g_autoptr (GBytes) read = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit before, limit;
  gboolean written;

  g_assert_true (licet_file_write (path, bytes, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  written = licet_file_write (path, more, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_false (written);
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_WRITE);
  read = licet_file_read (path, 100, NULL);
  g_assert_true (g_bytes_equal (read, bytes));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* What has no size and no end is read up to the limit, and never replaced by a file. */
static void
test_device_is_neither_read_nor_replaced (Fixture *fixture,
                                          gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "pipe", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) nothing = NULL;
  g_autoptr (GError) error = NULL;
  struct stat status;

  g_assert_null (licet_file_read ("/dev/zero", 100000, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_READ);
  g_clear_error (&error);
  nothing = licet_file_read ("/dev/null", 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (nothing), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_false (licet_file_write (path, bytes, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_WRITE);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_true (S_ISFIFO (status.st_mode));
}

static void
test_digest (Fixture *fixture,
             gconstpointer data)
{
  static const char abc[] = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  g_autofree char *path = g_build_filename (fixture->folder, "abc", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autofree char *of_text = licet_digest_text ("abc");
  g_autofree char *of_bytes = licet_digest_bytes (bytes);
  g_autofree char *of_file = NULL;
  guint64 size = 0;

  g_assert_true (licet_file_write (path, bytes, NULL));
  of_file = licet_digest_file (path, NULL, &size, NULL);
  g_assert_cmpstr (of_text, ==, abc);
  g_assert_cmpstr (of_bytes, ==, abc);
  g_assert_cmpstr (of_file, ==, abc);
  g_assert_cmpuint (size, ==, 3);
  g_assert_true (licet_digest_is_valid (abc));
  g_assert_false (licet_digest_is_valid ("BA78"));
}

static void
test_safe_names (void)
{
  static const char *const names[] = {
    "../../etc/passwd", "/abs",     "a b:c*?.pdf", ".hidden", "CON", "nul.txt", "", "...",
    "ä ö.pdf",          "a\nb.pdf", "-rf"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *safe = licet_file_make_safe_name (names[i]);
    g_autofree char *again = licet_file_make_safe_name (safe);

    g_assert_cmpuint (strlen (safe), >, 0);
    g_assert_cmpuint (strlen (safe), <=, 80);
    g_assert_cmpint (safe[0], !=, '.');
    g_assert_cmpuint (
        strspn (safe, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."), ==,
        strlen (safe));
    g_assert_cmpint (g_ascii_strcasecmp (safe, "con"), !=, 0);
    g_assert_cmpint (g_ascii_strncasecmp (safe, "nul.", 4), !=, 0);
    g_assert_cmpstr (safe, ==, again);
  }
}

static void
test_long_name_keeps_its_extension (void)
{
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *file = g_strconcat (name, ".pdf", NULL);
  g_autofree char *safe = licet_file_make_safe_name (file);

  g_assert_cmpuint (strlen (safe), <=, 80);
  g_assert_true (g_str_has_suffix (safe, ".pdf"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/core/file/written-and-read", Fixture, NULL, set_up, test_written_and_read,
              tear_down);
  g_test_add ("/core/file/missing-folder-is-named", Fixture, NULL, set_up,
              test_missing_folder_is_named, tear_down);
  g_test_add ("/core/file/full-disk-leaves-the-old-file", Fixture, NULL, set_up,
              test_full_disk_leaves_the_old_file, tear_down);
  g_test_add ("/core/file/device-is-neither-read-nor-replaced", Fixture, NULL, set_up,
              test_device_is_neither_read_nor_replaced, tear_down);
  g_test_add ("/core/digest/known-answer", Fixture, NULL, set_up, test_digest, tear_down);
  g_test_add_func ("/core/file/safe-names", test_safe_names);
  g_test_add_func ("/core/file/long-name-keeps-its-extension", test_long_name_keeps_its_extension);
  return g_test_run ();
}
