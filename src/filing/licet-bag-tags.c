/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-bag-tags"

#include "config.h"

#include "licet-bag.h"

#include <licet-core.h>
#include <string.h>

#define DECLARATION "bagit.txt"
#define INFO "bag-info.txt"
#define MANIFEST "manifest-sha256.txt"
#define TAG_MANIFEST "tagmanifest-sha256.txt"
#define PAYLOAD "data/"

static const char declaration[] = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/* What RFC 8493 calls the octetstream sum: bytes of the payload, a point, number of its files. */
static char *
dup_oxum (LicetBag *bag)
{
  GPtrArray *files = licet_bag_get_files (bag);
  guint64 size = 0;
  guint n = 0;

  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);

    if (!g_str_has_prefix (file->path, PAYLOAD))
      continue;
    size += g_bytes_get_size (file->bytes);
    n++;
  }
  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%u", size, n);
}

/* A value on one line: what would break the line is a blank. */
static void
append_info (GString *text,
             const char *label,
             const char *value)
{
  g_autofree char *line = g_strdelimit (g_strdup (value), "\r\n\t", ' ');

  g_string_append_printf (text, "%s: %s\n", label, line);
}

static char *
make_manifest (LicetBag *bag,
               gboolean is_payload)
{
  GPtrArray *files = licet_bag_get_files (bag);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);
    g_autofree char *digest = NULL;

    if (g_str_has_prefix (file->path, PAYLOAD) != is_payload)
      continue;
    digest = licet_digest_bytes (file->bytes);
    g_string_append_printf (text, "%s  %s\n", digest, file->path);
  }
  return g_string_free (text, FALSE);
}

/* The file @path as text, or NULL when it is absent or no UTF-8. */
static char *
dup_text (LicetBag *bag,
          const char *path)
{
  GBytes *bytes = licet_bag_find (bag, path);
  const char *data;
  gsize size;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  return g_utf8_validate_len (data != NULL ? data : "", size, NULL) ? g_strndup (data, size) : NULL;
}

/* Returns path -> digest, or NULL with what is wrong added to @faults. */
static GHashTable *
read_manifest (LicetBag *bag,
               const char *name,
               GStrvBuilder *faults)
{
  g_autoptr (GHashTable) digests = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *text = dup_text (bag, name);
  g_auto (GStrv) lines = NULL;

  if (text == NULL) {
    g_strv_builder_take (faults, g_strdup_printf ("%s is missing or no text", name));
    return NULL;
  }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autofree char *digest = NULL;
    const char *path;

    if (*lines[i] == '\0' && lines[i + 1] == NULL)
      break;
    digest = g_strndup (lines[i], LICET_DIGEST_LENGTH);
    path = strlen (lines[i]) > LICET_DIGEST_LENGTH + 2 ? lines[i] + LICET_DIGEST_LENGTH : "";
    if (!licet_digest_is_valid (digest) || !g_str_has_prefix (path, "  ") ||
        !licet_bag_path_is_safe (path + 2)) {
      g_strv_builder_take (faults,
                           g_strdup_printf ("%s, line %u is no digest with a name", name, i + 1));
      return NULL;
    }
    if (!g_hash_table_replace (digests, g_strdup (path + 2), g_steal_pointer (&digest))) {
      g_strv_builder_take (faults, g_strdup_printf ("%s names %s twice", name, path + 2));
      return NULL;
    }
  }
  return g_steal_pointer (&digests);
}

static gboolean
is_tag (const char *path)
{
  static const char *const tags[] = { DECLARATION, INFO, MANIFEST, TAG_MANIFEST, NULL };

  return g_strv_contains (tags, path);
}

/* Each file that @name is answerable for against its line. Lines that found their file are taken
 * out of @digests. */
static void
check_files (LicetBag *bag,
             const char *name,
             GHashTable *digests,
             GStrvBuilder *faults)
{
  GPtrArray *files = licet_bag_get_files (bag);
  gboolean is_payload = g_str_equal (name, MANIFEST);

  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);
    g_autofree char *digest = NULL;
    const char *said;

    if (g_str_has_prefix (file->path, PAYLOAD) != is_payload ||
        g_str_equal (file->path, TAG_MANIFEST))
      continue;
    said = g_hash_table_lookup (digests, file->path);
    if (said == NULL) {
      g_strv_builder_take (faults, g_strdup_printf ("%s is not in %s", file->path, name));
      continue;
    }
    digest = licet_digest_bytes (file->bytes);
    if (!g_str_equal (said, digest))
      g_strv_builder_take (
        faults,
        g_strdup_printf ("%s was changed: its digest is not the one in %s", file->path, name));
    g_hash_table_remove (digests, file->path);
  }
}

static void
check_manifest (LicetBag *bag,
                const char *name,
                GStrvBuilder *faults)
{
  g_autoptr (GHashTable) digests = read_manifest (bag, name, faults);
  g_autoptr (GPtrArray) left = NULL;

  if (digests == NULL)
    return;
  check_files (bag, name, digests, faults);
  left = g_hash_table_get_keys_as_ptr_array (digests);
  g_ptr_array_sort_values (left, (GCompareFunc) strcmp);
  for (guint i = 0; i < left->len; i++)
    g_strv_builder_take (faults,
                         g_strdup_printf ("%s is named in %s and is not there",
                                          (const char *) g_ptr_array_index (left, i), name));
}

gboolean
licet_bag_seal (LicetBag *bag,
                const LicetBagInfo *info,
                guint n_info,
                GError **error)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *oxum = NULL;
  g_autofree char *manifest = NULL;
  g_autofree char *tag_manifest = NULL;

  g_return_val_if_fail (bag != NULL, FALSE);

  text = g_string_new (NULL);
  for (guint i = 0; i < n_info; i++)
    if (info[i].value != NULL)
      append_info (text, info[i].label, info[i].value);
  oxum = dup_oxum (bag);
  append_info (text, "Payload-Oxum", oxum);
  manifest = make_manifest (bag, TRUE);
  if (!licet_bag_add_text (bag, DECLARATION, declaration, error) ||
      !licet_bag_add_text (bag, INFO, text->str, error) ||
      !licet_bag_add_text (bag, MANIFEST, manifest, error))
    return FALSE;
  tag_manifest = make_manifest (bag, FALSE);
  return licet_bag_add_text (bag, TAG_MANIFEST, tag_manifest, error);
}

char *
licet_bag_dup_info (LicetBag *bag,
                    const char *label)
{
  g_autofree char *text = NULL;
  g_autofree char *prefix = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (bag != NULL && label != NULL, NULL);

  text = dup_text (bag, INFO);
  prefix = g_strconcat (label, ": ", NULL);
  lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], prefix))
      return g_strdup (lines[i] + strlen (prefix));
  return NULL;
}

GStrv
licet_bag_check_form (LicetBag *bag)
{
  g_autoptr (GStrvBuilder) faults = NULL;
  g_autofree char *said = NULL;
  g_autofree char *text = NULL;
  g_autofree char *oxum = NULL;
  GPtrArray *files;

  g_return_val_if_fail (bag != NULL, NULL);

  faults = g_strv_builder_new ();
  text = dup_text (bag, DECLARATION);
  if (g_strcmp0 (text, declaration) != 0)
    g_strv_builder_add (faults, DECLARATION " is missing or does not declare BagIt 1.0");
  said = licet_bag_dup_info (bag, "Payload-Oxum");
  oxum = dup_oxum (bag);
  if (g_strcmp0 (said, oxum) != 0)
    g_strv_builder_take (
      faults, g_strdup_printf (INFO " says %s bytes and files of payload, and there are %s",
                               said != NULL ? said : "nothing of the", oxum));
  files = licet_bag_get_files (bag);
  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);

    if (!g_str_has_prefix (file->path, PAYLOAD) && !is_tag (file->path))
      g_strv_builder_take (faults,
                           g_strdup_printf ("%s does not belong into a package", file->path));
  }
  return g_strv_builder_end (faults);
}

GStrv
licet_bag_check_digests (LicetBag *bag)
{
  g_autoptr (GStrvBuilder) faults = NULL;

  g_return_val_if_fail (bag != NULL, NULL);

  faults = g_strv_builder_new ();
  check_manifest (bag, MANIFEST, faults);
  check_manifest (bag, TAG_MANIFEST, faults);
  return g_strv_builder_end (faults);
}
