/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib/gstdio.h>
#include <licet-store-private.h>

/** Fixture: a folder of its own for each test, with the path of a store in it. */
typedef struct {
  LicetBundle *bundle;
  char *folder;
  char *path;
  LicetStore *store;
} Fixture;

/** open_store: Opens the store of the fixture anew. */
static inline void
open_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  fixture->store = licet_store_open (fixture->bundle, fixture->path, &error);
  g_assert_no_error (error);
}

static inline void
close_store (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  if (fixture->store == NULL)
    return;
  g_assert_true (licet_store_close (fixture->store, &error));
  g_assert_no_error (error);
  g_clear_object (&fixture->store);
}

static inline void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK) && g_file_test (path, G_FILE_TEST_IS_DIR)) {
    dir = g_dir_open (path, 0, NULL);
    while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
    g_assert_cmpint (g_rmdir (path), ==, 0);
    return;
  }
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static inline void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->bundle = licet_bundle_open (NULL, &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("licet-store-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "office.licet", NULL);
}

static inline void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  close_store (fixture);
  remove_tree (fixture->folder);
  g_clear_pointer (&fixture->folder, g_free);
  g_clear_pointer (&fixture->path, g_free);
  g_clear_object (&fixture->bundle);
}

/** read_case: Returns: (transfer full): the case in @text; evidence lies in @folder (nullable). */
static inline LicetCase *
read_case (LicetBundle *bundle,
           const char *text,
           const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("case.json", text, -1, &error);
  LicetCase *self;

  g_assert_no_error (error);
  self = licet_case_new_from_json (bundle, json, folder, &error);
  g_assert_no_error (error);
  return self;
}

/** make_case: Returns: (transfer full): a small case whose texts all say @version, so that a mixture of two would show. */
static inline LicetCase *
make_case (LicetBundle *bundle,
           const char *id,
           guint version)
{
  g_autofree char *text = g_strdup_printf (
      "{\"licet-case\": 1, \"id\": \"%s\", \"reference\": \"v%u\", \"created\": "
      "\"2026-11-16T08:30:00Z\","
      " \"transaction\": {\"contract\": {\"number\": \"v%u\"}},"
      " \"parties\": [{\"id\": \"m\", \"roles\": [\"end-user\"], \"name\": \"v%u\"}],"
      " \"statements\": [{\"id\": \"s\", \"form\": \"eu-end-use\", \"party\": \"m\", \"state\": "
      "\"drafted\"}],"
      " \"end-use\": {\"text\": \"v%u\"}}",
      id, version, version, version, version);

  return read_case (bundle, text, NULL);
}

static inline void
save (Fixture *fixture,
      const char *id,
      guint version)
{
  g_autoptr (LicetCase) self = make_case (fixture->bundle, id, version);
  g_autoptr (GError) error = NULL;

  g_assert_true (licet_store_save_case (fixture->store, self, &error));
  g_assert_no_error (error);
}

/** get_version: Returns: the version of a case made by make_case(), the same in all its parts. */
static inline guint
get_version (LicetCase *self)
{
  LicetParty *party = licet_case_find_party (self, "m");
  const char *text = licet_case_get_text (self, "reference");

  g_assert_nonnull (party);
  g_assert_cmpstr (licet_case_get_text (self, "transaction.contract.number"), ==, text);
  g_assert_cmpstr (licet_case_get_text (self, "end-use.text"), ==, text);
  g_assert_cmpstr (licet_party_get_name (party), ==, text);
  return (guint) g_ascii_strtoull (text + 1, NULL, 10);
}

/** load_version: Returns: the version of the case @id in the store, 0 when it is not there. */
static inline guint
load_version (LicetStore *store,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetCase) self = licet_store_load_case (store, id, &error);

  if (self == NULL) {
    g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_NOT_FOUND);
    return 0;
  }
  return get_version (self);
}

/** assert_sound: Every check of the store holds. */
static inline void
assert_sound (LicetStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = licet_store_check (store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 8);
  for (guint i = 0; i < findings->len; i++) {
    const LicetStoreFinding *finding = g_ptr_array_index (findings, i);

    if (!finding->holds)
      g_error ("%s: %s", finding->id, finding->text);
  }
}

/** assert_fault: The check @id does not hold, and every other does. */
static inline void
assert_fault (LicetStore *store,
              const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = licet_store_check (store, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++) {
    const LicetStoreFinding *finding = g_ptr_array_index (findings, i);

    if (finding->holds == g_str_equal (finding->id, id))
      g_error ("%s: %s", finding->id, finding->text);
  }
}
