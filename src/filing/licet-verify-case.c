/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-verify-case"

#include "config.h"

#include "licet-verify-private.h"

#include <string.h>

#include "licet-freeze.h"
#include "licet-papers-private.h"
#include "licet-pdf-private.h"

static void fault (GStrvBuilder *faults,
                   const char *format,
                   ...) G_GNUC_PRINTF (2, 3);

static void
fault (GStrvBuilder *faults,
       const char *format,
       ...)
{
  va_list args;

  va_start (args, format);
  g_strv_builder_take (faults, g_strdup_vprintf (format, args));
  va_end (args);
}

static GStrv
read_journal (LicetBag *bag,
              GStrvBuilder *faults)
{
  GBytes *bytes = licet_bag_find (bag, LICET_BAG_JOURNAL);
  g_autofree char *text = NULL;
  gsize size;
  const char *data;
  GStrv lines;
  guint n;

  if (bytes == NULL) {
    fault (faults, LICET_BAG_JOURNAL " is missing");
    return g_new0 (char *, 1);
  }
  data = g_bytes_get_data (bytes, &size);
  if (size == 0 || data[size - 1] != '\n' || !g_utf8_validate_len (data, size, NULL)) {
    fault (faults, LICET_BAG_JOURNAL " is no text in whole lines");
    return g_new0 (char *, 1);
  }
  text = g_strndup (data, size - 1);
  lines = g_strsplit (text, "\n", -1);
  n = g_strv_length (lines);
  if (n == 0)
    fault (faults, LICET_BAG_JOURNAL " is empty");
  return lines;
}

static LicetJson *
read_case (LicetBag *bag,
           GStrvBuilder *faults)
{
  GBytes *bytes = licet_bag_find (bag, LICET_BAG_CASE);
  g_autoptr (GError) error = NULL;
  LicetJson *json;
  gsize size;
  const char *data;

  if (bytes == NULL) {
    fault (faults, LICET_BAG_CASE " is missing");
    return NULL;
  }
  data = g_bytes_get_data (bytes, &size);
  if (size > LICET_JSON_DEFAULT_LIMIT) {
    fault (faults, LICET_BAG_CASE " is larger than a case may be");
    return NULL;
  }
  json = licet_json_parse (LICET_BAG_CASE, data != NULL ? data : "", (gssize) size, &error);
  if (json == NULL)
    fault (faults, "%s", error->message);
  return json;
}

void
_licet_package_case_init (LicetPackageCase *self,
                          LicetBag *bag,
                          GStrvBuilder *faults)
{
  self->json = read_case (bag, faults);
  self->digest = self->json != NULL ? licet_frozen_digest (licet_json_get_root (self->json)) : NULL;
  self->journal = read_journal (bag, faults);
}

void
_licet_package_case_clear (LicetPackageCase *self)
{
  g_clear_pointer (&self->json, licet_json_unref);
  g_clear_pointer (&self->digest, g_free);
  g_clear_pointer (&self->journal, g_strfreev);
}

/* A paper names the facts it was made from; one of another case, or of this case before a change,
 * names others. */
static void
check_keyword (const LicetPackageCase *self,
               const char *path,
               GBytes *bytes,
               GStrvBuilder *faults)
{
  g_autofree char *named = _licet_pdf_dup_keyword (bytes, LICET_FACTS_KEYWORD);

  if (named == NULL)
    fault (faults, "%s does not name the facts it was made from", path);
  else if (g_strcmp0 (named, self->digest) != 0)
    fault (faults, "%s was made from other facts than those in " LICET_BAG_CASE, path);
}

/* One file that the case names under "papers" or "evidence". */
static gboolean
check_named (const LicetPackageCase *self,
             LicetBag *bag,
             const LicetJsonPlace *place,
             gboolean is_paper,
             GHashTable *named,
             GError **error)
{
  const char *path;
  const char *digest;
  g_autofree char *computed = NULL;
  g_autoptr (GStrvBuilder) faults = g_strv_builder_new ();
  g_auto (GStrv) found = NULL;
  GBytes *bytes;

  if (!licet_json_place_get_string (place, "path", &path, error) ||
      !licet_json_place_get_string (place, "sha256", &digest, error))
    return FALSE;
  bytes = licet_bag_find (bag, path);
  if (bytes == NULL) {
    licet_json_place_set_error (place, error, "%s is not in the package; ask for it", path);
    return FALSE;
  }
  g_hash_table_add (named, g_strdup (path));
  computed = licet_digest_bytes (bytes);
  if (!g_str_equal (digest, computed)) {
    licet_json_place_set_error (
      place, error, "%s is not the file that the case names; ask for the package again", path);
    return FALSE;
  }
  if (is_paper)
    check_keyword (self, path, bytes, faults);
  found = g_strv_builder_end (faults);
  if (found[0] == NULL)
    return TRUE;
  licet_json_place_set_error (place, error, "%s; ask for the package again", found[0]);
  return FALSE;
}

static void
check_list (const LicetPackageCase *self,
            LicetBag *bag,
            const LicetJsonPlace *package,
            const char *member,
            GHashTable *named,
            GStrvBuilder *faults)
{
  g_autoptr (GError) error = NULL;
  LicetJsonPlace list;
  guint length = 0;

  if (!licet_json_place_member (package, member, &list, &error) ||
      !licet_json_place_length (&list, &length, &error)) {
    fault (faults, "%s", error->message);
    return;
  }
  for (guint i = 0; i < length; i++) {
    g_autoptr (GError) reason = NULL;
    LicetJsonPlace place;

    licet_json_place_element (&list, i, &place);
    if (!check_named (self, bag, &place, g_str_equal (member, "papers"), named, &reason))
      fault (faults, "%s", reason->message);
  }
}

static void
check_unnamed (LicetBag *bag,
               GHashTable *named,
               GStrvBuilder *faults)
{
  static const char *const own[] = { LICET_BAG_CASE, LICET_BAG_JOURNAL, LICET_BAG_INDEX, NULL };
  GPtrArray *files = licet_bag_get_files (bag);

  for (guint i = 0; i < files->len; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);

    if (g_str_has_prefix (file->path, "data/") && !g_strv_contains (own, file->path) &&
        !g_hash_table_contains (named, file->path))
      fault (faults, "%s is in the package and the case does not name it", file->path);
  }
}

static void
check_root (const LicetPackageCase *self,
            LicetBag *bag,
            GStrvBuilder *faults)
{
  g_autofree char *said = licet_bag_dup_info (bag, "External-Identifier");
  g_autofree char *prefix = NULL;
  g_autofree char *safe = NULL;
  LicetJsonPlace root;
  const char *reference = NULL;
  gint64 round = 1;

  licet_json_place_root (self->json, &root);
  if (!licet_json_place_get_optional_string (&root, "reference", &reference, NULL) ||
      !licet_json_place_get_optional_integer (&root, "round", 1, &round, NULL)) {
    fault (faults, LICET_BAG_CASE " has no reference and round that can be read");
    return;
  }
  if (g_strcmp0 (said, reference) != 0)
    fault (faults, "bag-info.txt names %s and the case is %s", said != NULL ? said : "no reference",
           reference != NULL ? reference : "without one");
  safe = licet_file_make_safe_name (reference != NULL ? reference : "case");
  prefix = g_strdup_printf ("%s_r%" G_GINT64_FORMAT, safe, round);
  if (!g_str_equal (prefix, licet_bag_get_root (bag)))
    fault (faults, "the folder is called %s and the case is %s", licet_bag_get_root (bag), prefix);
}

void
_licet_package_case_check_papers (const LicetPackageCase *self,
                                  LicetBag *bag,
                                  guint *ret_n,
                                  GStrvBuilder *faults)
{
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) error = NULL;
  LicetJsonPlace root;
  LicetJsonPlace package;
  const char *facts = NULL;
  GBytes *index = licet_bag_find (bag, LICET_BAG_INDEX);

  *ret_n = 0;
  if (self->json == NULL)
    return;
  licet_json_place_root (self->json, &root);
  if (!licet_json_place_member (&root, "package", &package, &error) ||
      !licet_json_place_get_string (&package, "facts", &facts, &error)) {
    fault (faults, "%s", error->message);
    return;
  }
  if (g_strcmp0 (facts, self->digest) != 0)
    fault (faults, "the facts in " LICET_BAG_CASE " are not those that the package was made from");
  check_root (self, bag, faults);
  check_list (self, bag, &package, "papers", named, faults);
  check_list (self, bag, &package, "evidence", named, faults);
  check_unnamed (bag, named, faults);
  if (index == NULL)
    fault (faults, LICET_BAG_INDEX " is missing");
  else
    check_keyword (self, LICET_BAG_INDEX, index, faults);
  *ret_n = g_hash_table_size (named);
}

/* The line that the history was closed with, made again from the case. */
static char *
make_last_line (const LicetPackageCase *self,
                const char *previous)
{
  g_autoptr (JsonNode) detail = NULL;
  LicetJsonPlace root;
  LicetJsonPlace frozen;
  const char *moment = NULL;
  gint64 round = 1;

  licet_json_place_root (self->json, &root);
  if (!licet_json_place_member (&root, "frozen", &frozen, NULL) ||
      !licet_json_place_get_string (&frozen, "moment", &moment, NULL) ||
      !licet_json_place_get_optional_integer (&root, "round", 1, &round, NULL))
    return NULL;
  detail = licet_frozen_make_detail (self->digest, (guint) CLAMP (round, 0, G_MAXUINT));
  return licet_journal_line (previous, moment, NULL, "package", detail);
}

void
_licet_package_case_check_journal (const LicetPackageCase *self,
                                   GStrvBuilder *faults)
{
  guint n = g_strv_length (self->journal);
  g_auto (GStrv) lines = NULL;
  g_autofree char *last = NULL;
  LicetJsonPlace root;
  guint line = 0;

  if (n == 0) {
    fault (faults, "there is no history");
    return;
  }
  if (!licet_journal_check ((const char *const *) self->journal, &line))
    fault (faults, "line %u of the history does not follow from the line before", line);
  if (self->json == NULL)
    return;
  last = make_last_line (self, n > 1 ? self->journal[n - 2] : NULL);
  if (g_strcmp0 (last, self->journal[n - 1]) != 0)
    fault (faults, "the history does not end with this package of these facts");
  licet_json_place_root (self->json, &root);
  if (!licet_json_place_get_strings (&root, "journal", &lines, NULL)) {
    fault (faults, "the history in " LICET_BAG_CASE " cannot be read");
    return;
  }
  for (guint i = 0; i < n - 1 || lines[i] != NULL; i++)
    if (i >= n - 1 || g_strcmp0 (lines[i], self->journal[i]) != 0) {
      fault (faults, "the history and the case differ from line %u on", i + 1);
      return;
    }
}
