/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-bag.h>

#include <string.h>

static LicetBag *
make_bag (void)
{
  static const LicetBagInfo info[] = {
    { "External-Identifier", "NM-2026-014" },
    { "Bagging-Date", "2026-11-18" },
    { "Source-Organization", "Nordlicht\nMesstechnik" },
    { "Contact-Name", NULL },
  };
  LicetBag *bag = licet_bag_new ("NM-2026-014_r1");

  g_assert_true (licet_bag_add_text (bag, "data/index.html", "<p>one</p>\n", NULL));
  g_assert_true (licet_bag_add_text (bag, "data/case.json", "{}\n", NULL));
  g_assert_true (licet_bag_seal (bag, info, G_N_ELEMENTS (info), NULL));
  return bag;
}

static char *
dup_file (LicetBag *bag,
          const char *path)
{
  GBytes *bytes = licet_bag_find (bag, path);
  gsize size;
  const char *data;

  g_assert_nonnull (bytes);
  data = g_bytes_get_data (bytes, &size);
  return g_strndup (data, size);
}

/* A copy of @bag in which @path is @text, or is left out, or is added. */
static LicetBag *
copy_with (LicetBag *bag,
           const char *path,
           const char *text)
{
  LicetBag *copy = licet_bag_new (licet_bag_get_root (bag));
  GPtrArray *files = licet_bag_get_files (bag);

  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);

    if (!g_str_equal (file->path, path))
      g_assert_true (licet_bag_add (copy, file->path, file->bytes, NULL));
  }
  if (text != NULL)
    g_assert_true (licet_bag_add_text (copy, path, text, NULL));
  return copy;
}

static void
test_sealed_as_the_rfc_says (void)
{
  g_autoptr (LicetBag) bag = make_bag ();
  g_autofree char *declaration = dup_file (bag, "bagit.txt");
  g_autofree char *info = dup_file (bag, "bag-info.txt");
  g_autofree char *manifest = dup_file (bag, "manifest-sha256.txt");
  g_autofree char *tags = dup_file (bag, "tagmanifest-sha256.txt");

  g_assert_cmpstr (declaration, ==, "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
  g_assert_cmpstr (info, ==,
                   "External-Identifier: NM-2026-014\nBagging-Date: 2026-11-18\n"
                   "Source-Organization: Nordlicht Messtechnik\nPayload-Oxum: 14.2\n");
  g_assert_cmpstr (
    manifest, ==,
    "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356  data/case.json\n"
    "855980bd7f070da2865f2d73d450b0e2c8410a7a8142f3b9f978c6717fd6d63e  data/index.html\n");
  g_assert_nonnull (strstr (tags, "  bag-info.txt\n"));
  g_assert_nonnull (strstr (tags, "  bagit.txt\n"));
  g_assert_nonnull (strstr (tags, "  manifest-sha256.txt\n"));
  g_assert_null (strstr (tags, "tagmanifest"));
}

static void
test_sound_has_no_faults (void)
{
  g_autoptr (LicetBag) bag = make_bag ();
  g_auto (GStrv) form = licet_bag_check_form (bag);
  g_auto (GStrv) digests = licet_bag_check_digests (bag);

  g_assert_cmpstr (form[0], ==, NULL);
  g_assert_cmpstr (digests[0], ==, NULL);
}

typedef struct {
  const char *name;
  const char *path;
  const char *text; /* NULL takes the file out */
  gboolean is_form;
  const char *fault;
} Damage;

static const Damage damages[] = {
  { "changed-payload", "data/case.json", "{ }\n", FALSE, "data/case.json was changed" },
  { "lost-payload", "data/case.json", NULL, FALSE,
    "data/case.json is named in manifest-sha256.txt and is not there" },
  { "added-payload", "data/more.txt", "more", FALSE,
    "data/more.txt is not in manifest-sha256.txt" },
  { "added-payload-changes-the-sum", "data/more.txt", "more", TRUE, "bag-info.txt says 14.2" },
  { "changed-info", "bag-info.txt", "Payload-Oxum: 14.2\n", FALSE, "bag-info.txt was changed" },
  { "lost-declaration", "bagit.txt", NULL, TRUE, "bagit.txt is missing" },
  { "other-version", "bagit.txt", "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n", TRUE,
    "bagit.txt is missing or" },
  { "fetch", "fetch.txt", "https://example.com/a 3 data/a\n", TRUE, "fetch.txt does not belong" },
  { "lost-manifest", "manifest-sha256.txt", NULL, FALSE, "manifest-sha256.txt is missing" },
  { "lost-tag-manifest", "tagmanifest-sha256.txt", NULL, FALSE,
    "tagmanifest-sha256.txt is missing" },
  { "manifest-line", "manifest-sha256.txt", "abc  data/case.json\n", FALSE,
    "manifest-sha256.txt, line 1" },
  { "manifest-path", "manifest-sha256.txt",
    "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356  ../case.json\n", FALSE,
    "manifest-sha256.txt, line 1" },
  { "manifest-twice", "manifest-sha256.txt",
    "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356  data/case.json\n"
    "ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356  data/case.json\n",
    FALSE, "names data/case.json twice" },
};

static void
test_damage_is_found (gconstpointer data)
{
  const Damage *damage = data;
  g_autoptr (LicetBag) bag = make_bag ();
  g_autoptr (LicetBag) copy = copy_with (bag, damage->path, damage->text);
  g_auto (GStrv) faults = damage->is_form ? licet_bag_check_form (copy)
                                          : licet_bag_check_digests (copy);
  g_autofree char *all = g_strjoinv ("\n", faults);

  if (strstr (all, damage->fault) == NULL)
    g_error ("expected “%s”, found “%s”", damage->fault, all);
}

static const char *const unsafe[] = {
  "",         "/etc/passwd",       "../a",         "data/../../a", "data//a",
  "data/./a", "data/a/",           "data/.hidden", "data\\a",      "C:/a",
  "a b",      "data/\303\274.txt", "data/a\nb",    "~/a",          "data/%2e",
};

static void
test_unsafe_paths_are_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unsafe); i++) {
    g_autoptr (LicetBag) bag = licet_bag_new ("root");
    g_autoptr (GError) error = NULL;

    g_assert_false (licet_bag_path_is_safe (unsafe[i]));
    g_assert_false (licet_bag_add_text (bag, unsafe[i], "", &error));
    g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
  }
  g_assert_true (licet_bag_path_is_safe ("data/evidence/nm-250_rev.C.pdf"));
}

static void
test_names_never_collide (void)
{
  static const char *const pairs[][2] = {
    { "data/a", "data/a" },
    { "data/A", "data/a" },
    { "data/a", "data/a/b" },
    { "data/a/b", "data/A" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (LicetBag) bag = licet_bag_new ("root");
    g_autoptr (GError) error = NULL;

    g_assert_true (licet_bag_add_text (bag, pairs[i][0], "", NULL));
    g_assert_false (licet_bag_add_text (bag, pairs[i][1], "", &error));
    g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
  }
}

static void
test_files_have_a_limit (void)
{
  g_autoptr (LicetBag) bag = licet_bag_new ("root");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LICET_BAG_MAX_FILES; i++) {
    g_autofree char *path = g_strdup_printf ("data/%u", i);

    g_assert_true (licet_bag_add (bag, path, bytes, NULL));
  }
  g_assert_false (licet_bag_add (bag, "data/one-more", bytes, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filing/bag/sealed-as-the-rfc-says", test_sealed_as_the_rfc_says);
  g_test_add_func ("/filing/bag/sound-has-no-faults", test_sound_has_no_faults);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++) {
    g_autofree char *name = g_strdup_printf ("/filing/bag/damage-is-found/%s", damages[i].name);

    g_test_add_data_func (name, &damages[i], test_damage_is_found);
  }
  g_test_add_func ("/filing/bag/unsafe-paths-are-refused", test_unsafe_paths_are_refused);
  g_test_add_func ("/filing/bag/names-never-collide", test_names_never_collide);
  g_test_add_func ("/filing/bag/files-have-a-limit", test_files_have_a_limit);
  return g_test_run ();
}
