/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-bag"

#include "config.h"

#include "licet-bag.h"

#include <string.h>

struct _LicetBag {
  char *root;
  GPtrArray *files;  /* LicetBagFile, by path */
  GHashTable *names; /* utf8 in lower case */
  guint64 size;
};

static void
bag_file_free (LicetBagFile *file)
{
  g_free (file->path);
  g_bytes_unref (file->bytes);
  g_free (file);
}

/* Where the file @path stands, or would stand. */
static guint
find_place (LicetBag *bag,
            const char *path)
{
  guint low = 0;
  guint high = bag->files->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;
    const LicetBagFile *file = g_ptr_array_index (bag->files, middle);

    if (strcmp (file->path, path) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Names are kept in lower case, folders with a final slash, so that no system mixes up two files,
 * or a file and a folder. */
static gboolean
is_taken (LicetBag *bag,
          const char *folded)
{
  g_autofree char *as_folder = g_strconcat (folded, "/", NULL);

  if (g_hash_table_contains (bag->names, folded) || g_hash_table_contains (bag->names, as_folder))
    return TRUE;
  for (const char *slash = strchr (folded, '/'); slash != NULL; slash = strchr (slash + 1, '/')) {
    g_autofree char *folder = g_strndup (folded, (gsize) (slash - folded));

    if (g_hash_table_contains (bag->names, folder))
      return TRUE;
  }
  return FALSE;
}

static void
take_name (LicetBag *bag,
           const char *folded)
{
  for (const char *slash = strchr (folded, '/'); slash != NULL; slash = strchr (slash + 1, '/'))
    g_hash_table_add (bag->names, g_strndup (folded, (gsize) (slash - folded) + 1));
  g_hash_table_add (bag->names, g_strdup (folded));
}

static gboolean
component_is_safe (const char *component)
{
  static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

  return *component != '\0' && *component != '.' && strlen (component) <= 128 &&
         component[strspn (component, letters)] == '\0';
}

static gboolean
refuse (GError **error,
        const char *path,
        const char *reason)
{
  g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED, "%s: %s", path, reason);
  return FALSE;
}

gboolean
licet_bag_path_is_safe (const char *path)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  if (strlen (path) > 512)
    return FALSE;
  parts = g_strsplit (path, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!component_is_safe (parts[i]))
      return FALSE;
  return parts[0] != NULL;
}

LicetBag *
licet_bag_new (const char *root)
{
  LicetBag *bag;

  g_return_val_if_fail (root != NULL && component_is_safe (root), NULL);

  bag = g_new0 (LicetBag, 1);
  bag->root = g_strdup (root);
  bag->files = g_ptr_array_new_with_free_func ((GDestroyNotify) bag_file_free);
  bag->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return bag;
}

void
licet_bag_free (LicetBag *bag)
{
  if (bag == NULL)
    return;
  g_free (bag->root);
  g_ptr_array_unref (bag->files);
  g_hash_table_unref (bag->names);
  g_free (bag);
}

const char *
licet_bag_get_root (LicetBag *bag)
{
  g_return_val_if_fail (bag != NULL, NULL);

  return bag->root;
}

GPtrArray *
licet_bag_get_files (LicetBag *bag)
{
  g_return_val_if_fail (bag != NULL, NULL);

  return bag->files;
}

GBytes *
licet_bag_find (LicetBag *bag,
                const char *path)
{
  const LicetBagFile *file;
  guint place;

  g_return_val_if_fail (bag != NULL && path != NULL, NULL);

  place = find_place (bag, path);
  file = place < bag->files->len ? g_ptr_array_index (bag->files, place) : NULL;
  return file != NULL && g_str_equal (file->path, path) ? file->bytes : NULL;
}

gboolean
licet_bag_has (LicetBag *bag,
               const char *path)
{
  g_autofree char *folded = NULL;

  g_return_val_if_fail (bag != NULL && path != NULL, FALSE);

  folded = g_ascii_strdown (path, -1);
  return is_taken (bag, folded);
}

gboolean
licet_bag_add (LicetBag *bag,
               const char *path,
               GBytes *bytes,
               GError **error)
{
  g_autofree char *folded = NULL;
  LicetBagFile *file;
  gsize size;

  g_return_val_if_fail (bag != NULL && path != NULL && bytes != NULL, FALSE);

  size = g_bytes_get_size (bytes);
  folded = g_ascii_strdown (path, -1);
  if (!licet_bag_path_is_safe (path))
    return refuse (
      error, path,
      "this is no name for a file of a package; use letters, digits, “.”, “-” and “_”");
  if (is_taken (bag, folded))
    return refuse (error, path, "the name stands in the package twice; keep one of the files");
  if (bag->files->len >= LICET_BAG_MAX_FILES)
    return refuse (error, path, "the package would have more than 4096 files; leave some out");
  if (size > LICET_BAG_MAX_FILE)
    return refuse (error, path, "the file is larger than 256 MiB; give a smaller one");
  if (bag->size + size > LICET_BAG_MAX_BYTES)
    return refuse (error, path, "the package would be larger than 512 MiB; leave files out");

  file = g_new0 (LicetBagFile, 1);
  file->path = g_strdup (path);
  file->bytes = g_bytes_ref (bytes);
  g_ptr_array_insert (bag->files, (int) find_place (bag, path), file);
  take_name (bag, folded);
  bag->size += size;
  return TRUE;
}

gboolean
licet_bag_add_text (LicetBag *bag,
                    const char *path,
                    const char *text,
                    GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (text != NULL, FALSE);

  bytes = g_bytes_new (text, strlen (text));
  return licet_bag_add (bag, path, bytes, error);
}
