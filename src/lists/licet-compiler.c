/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-compiler"

#include "config.h"

#include "licet-compiler.h"

#include <string.h>

#include "licet-compiler-private.h"
#include "licet-index.h"

static const char *const vocabulary_files[] = { "units", "kinds", "quantities", "choices" };

/* Everything between the files and the bundle. */
typedef struct {
  LicetSources sources;
  LicetDefects *defects;
  LicetReading reading;
  LicetVocabulary *vocabulary;
  GPtrArray *lists;      /* LicetListSource, by id */
  GHashTable *list_by_id;
} Compilation;

static void
compilation_clear (Compilation *compilation)
{
  g_clear_pointer (&compilation->list_by_id, g_hash_table_unref);
  g_clear_pointer (&compilation->lists, g_ptr_array_unref);
  g_clear_pointer (&compilation->reading.quantity_uses, g_free);
  g_clear_pointer (&compilation->reading.choice_uses, g_free);
  g_clear_pointer (&compilation->vocabulary, _licet_vocabulary_free);
  g_clear_pointer (&compilation->defects, _licet_defects_free);
  _licet_sources_clear (&compilation->sources);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Compilation, compilation_clear)

static gboolean
is_vocabulary (LicetReading *reading,
               LicetJson *json)
{
  const char *name = licet_json_get_name (json);
  LicetJsonPlace root;

  if (!g_str_has_prefix (name, "vocabulary/"))
    return FALSE;
  name += strlen ("vocabulary/");
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary_files); i++)
    if (g_str_has_prefix (name, vocabulary_files[i]))
      return TRUE;
  licet_json_place_root (json, &root);
  return _licet_defects_add (reading->defects, &root,
                             "a vocabulary has no file of that name; let it begin with units, "
                             "kinds, quantities or choices");
}

static void
parse_vocabulary (Compilation *compilation)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  for (guint i = 0; i < compilation->sources.documents->len; i++)
    if (is_vocabulary (&compilation->reading, g_ptr_array_index (compilation->sources.documents,
                                                                 i)))
      g_ptr_array_add (documents, g_ptr_array_index (compilation->sources.documents, i));
  compilation->vocabulary = _licet_vocabulary_parse (&compilation->reading, documents);
  compilation->reading.vocabulary = compilation->vocabulary;
  compilation->reading.quantity_uses = g_new0 (gboolean, compilation->vocabulary->n_quantities + 1);
  compilation->reading.choice_uses = g_new0 (gboolean, compilation->vocabulary->n_choices + 1);
}

/* The folders below lists/, each a list. */
static void
find_lists (Compilation *compilation)
{
  GPtrArray *documents = compilation->sources.documents;

  for (guint i = 0; i < documents->len; i++) {
    LicetJson *json = g_ptr_array_index (documents, i);
    const char *name = licet_json_get_name (json);
    g_autofree char *id = NULL;
    LicetJsonPlace root;

    if (!g_str_has_prefix (name, "lists/"))
      continue;
    name += strlen ("lists/");
    if (strchr (name, '/') == NULL) {
      licet_json_place_root (json, &root);
      (void) _licet_defects_add (compilation->defects, &root,
                                 "a list has a folder of its own; move the file into it");
      continue;
    }
    id = g_strndup (name, strcspn (name, "/"));
    if (!g_hash_table_contains (compilation->list_by_id, id)) {
      LicetListSource *source = _licet_list_source_new (&compilation->reading, id, documents);

      g_ptr_array_add (compilation->lists, source);
      g_hash_table_insert (compilation->list_by_id, (gpointer) source->list->id, source);
    }
  }
}

static void
parse_lists (Compilation *compilation)
{
  GPtrArray *lists = compilation->lists;

  /* Step by step over all lists: one may be written in terms of another. */
  find_lists (compilation);
  for (guint i = 0; i < lists->len; i++) {
    _licet_list_terms_parse (&compilation->reading, g_ptr_array_index (lists, i));
    _licet_list_notes_parse (&compilation->reading, g_ptr_array_index (lists, i));
    _licet_list_nodes_parse (&compilation->reading, g_ptr_array_index (lists, i));
  }
  for (guint i = 0; i < lists->len; i++) {
    LicetListSource *source = g_ptr_array_index (lists, i);
    g_autofree char *digest = _licet_list_source_dup_digest (source, compilation->sources.digests);

    source->list->digest = _licet_arena_strdup (source->list->arena, digest);
    _licet_control_list_index (source->list);
  }
  for (guint i = 0; i < lists->len; i++)
    _licet_list_check (&compilation->reading, g_ptr_array_index (lists, i));
}

static void
note_unused (Compilation *compilation)
{
  const LicetVocabulary *vocabulary = compilation->vocabulary;

  for (guint i = 0; i < vocabulary->n_quantities; i++)
    if (!compilation->reading.quantity_uses[i])
      _licet_defects_note (compilation->defects,
                           "vocabulary: no paragraph asks for the quantity “%s”",
                           vocabulary->quantities[i].id);
  for (guint i = 0; i < vocabulary->n_choices; i++)
    if (!compilation->reading.choice_uses[i])
      _licet_defects_note (compilation->defects,
                           "vocabulary: no paragraph asks for the choice “%s”",
                           vocabulary->choices[i].id);
}

static void
parse (Compilation *compilation,
       const char *data_dir)
{
  compilation->defects = _licet_defects_new ();
  compilation->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_list_source_free);
  compilation->list_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  compilation->reading.defects = compilation->defects;
  compilation->reading.lists = compilation->list_by_id;
  _licet_sources_load (&compilation->sources, data_dir, compilation->defects);
  /* What a file that cannot be read would have defined is missed everywhere: say the cause alone. */
  if (_licet_defects_get_count (compilation->defects) > 0)
    return;
  parse_vocabulary (compilation);
  parse_lists (compilation);
  note_unused (compilation);
}

static void
run_checkers (Compilation *compilation,
              LicetBundle *bundle,
              const LicetDocumentChecker *checkers,
              guint n_checkers)
{
  for (guint i = 0; i < compilation->sources.documents->len; i++) {
    LicetJson *json = g_ptr_array_index (compilation->sources.documents, i);

    for (guint j = 0; j < n_checkers; j++) {
      GError *error = NULL;

      if (g_str_has_prefix (licet_json_get_name (json), checkers[j].prefix) &&
          !checkers[j].check (bundle, licet_json_get_name (json), json, &error))
        (void) _licet_defects_take (compilation->defects, error);
    }
  }
}

/* The first defect as the error; all of them, and notes, as messages. */
static gboolean
report (Compilation *compilation,
        GStrv *ret_messages,
        GError **error)
{
  g_auto (GStrv) messages = _licet_defects_dup_messages (compilation->defects);
  gboolean is_sound = _licet_defects_get_count (compilation->defects) == 0;

  if (!is_sound)
    g_set_error_literal (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_DATA, messages[0]);
  if (ret_messages != NULL)
    *ret_messages = g_steal_pointer (&messages);
  return is_sound;
}

static gboolean
build (Compilation *compilation,
       sqlite3 *db,
       const char *version,
       const LicetDocumentChecker *checkers,
       guint n_checkers,
       GError **error)
{
  g_autoptr (LicetBundle) bundle = NULL;

  if (!_licet_bundle_write (db, &compilation->sources, compilation->vocabulary, compilation->lists,
                            version, error))
    return FALSE;
  bundle = _licet_bundle_new_for_db (db, error);
  if (bundle == NULL)
    return FALSE;
  /* What was written is read back at once, so that no bundle is made that cannot be used. */
  for (guint i = 0; i < compilation->lists->len; i++) {
    const LicetListSource *source = g_ptr_array_index (compilation->lists, i);

    if (licet_bundle_get_list (bundle, source->list->id, error) == NULL)
      return FALSE;
  }
  run_checkers (compilation, bundle, checkers, n_checkers);
  return _licet_defects_get_count (compilation->defects) > 0 ||
         _licet_index_write (db, bundle, error);
}

gboolean
licet_bundle_compile (const char *data_dir,
                      const char *target,
                      const char *version,
                      const LicetDocumentChecker *checkers,
                      guint n_checkers,
                      GStrv *ret_messages,
                      GError **error)
{
  g_auto (Compilation) compilation = { { NULL } };
  gboolean is_sound;
  sqlite3 *db = NULL;

  g_return_val_if_fail (data_dir != NULL && target != NULL && version != NULL, FALSE);
  g_return_val_if_fail (checkers != NULL || n_checkers == 0, FALSE);

  parse (&compilation, data_dir);
  if (_licet_defects_get_count (compilation.defects) > 0)
    return report (&compilation, ret_messages, error);
  if (sqlite3_open_v2 (":memory:", &db,
                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY,
                       NULL) != SQLITE_OK) {
    g_set_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE,
                 "the bundle cannot be begun: %s", sqlite3_errmsg (db));
    sqlite3_close (db);
    return FALSE;
  }
  is_sound = build (&compilation, db, version, checkers, n_checkers, error) &&
             report (&compilation, ret_messages, error) &&
             _licet_bundle_save (db, target, error);
  sqlite3_close (db);
  return is_sound;
}
