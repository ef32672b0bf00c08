/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-cases.h>

#include <string.h>

/** What the tests take as today: after everything in the samples. */
#define TODAY "2026-11-24"

/** get_bundle: Returns: (transfer none): the bundle of the build, opened once. */
static inline LicetBundle *
get_bundle (void)
{
  static LicetBundle *bundle = NULL;
  g_autoptr (GError) error = NULL;

  if (bundle == NULL)
    bundle = licet_bundle_open (NULL, &error);
  g_assert_no_error (error);
  return bundle;
}

static inline LicetRules *
get_rules (void)
{
  static LicetRules *rules = NULL;
  g_autoptr (GError) error = NULL;

  if (rules == NULL)
    rules = licet_rules_load (get_bundle (), &error);
  g_assert_no_error (error);
  return rules;
}

/** dup_sample_folder: Returns: (transfer full): where the sample @name lies. */
static inline char *
dup_sample_folder (const char *name)
{
  return g_build_filename (g_getenv ("LICET_DATA_DIR"), "samples", name, NULL);
}

/** load_sample: Returns: (transfer full): the sample @name as it stands in the data. */
static inline LicetCase *
load_sample (const char *name)
{
  g_autofree char *folder = dup_sample_folder (name);
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  g_autoptr (GError) error = NULL;
  LicetCase *self = licet_case_load (get_bundle (), path, &error);

  g_assert_no_error (error);
  return self;
}

/** read_case: Returns: (transfer full) (nullable): the case in @text. */
static inline LicetCase *
read_case (const char *text,
           const char *folder,
           GError **error)
{
  g_autoptr (LicetJson) json = licet_json_parse ("case.json", text, -1, error);

  return json != NULL ? licet_case_new_from_json (get_bundle (), json, folder, error) : NULL;
}

/** dup_text: Returns: (transfer full): the case as canonical JSON. */
static inline char *
dup_text (LicetCase *self)
{
  g_autoptr (JsonNode) node = licet_case_serialise (self);

  return licet_json_serialise (node);
}

/** patch: Sets what stands at @pointer below @node to the JSON @value; %NULL takes it away. The way there must exist. */
static inline void
patch (JsonNode *node,
       const char *pointer,
       const char *value)
{
  g_auto (GStrv) steps = g_strsplit (pointer + 1, "/", -1);
  guint last = g_strv_length (steps) - 1;
  JsonObject *object;

  for (guint i = 0; i < last; i++) {
    if (JSON_NODE_HOLDS_ARRAY (node))
      node = json_array_get_element (json_node_get_array (node),
                                     (guint) g_ascii_strtoull (steps[i], NULL, 10));
    else
      node = json_object_get_member (json_node_get_object (node), steps[i]);
    if (node == NULL)
      g_error ("there is no %s in %s", steps[i], pointer);
  }
  object = json_node_get_object (node);
  if (value == NULL) {
    if (!json_object_has_member (object, steps[last]))
      g_error ("there is no %s", pointer);
    json_object_remove_member (object, steps[last]);
    return;
  }
  {
    g_autoptr (GError) error = NULL;
    g_autoptr (LicetJson) json = licet_json_parse ("patch", value, -1, &error);

    g_assert_no_error (error);
    json_object_set_member (object, steps[last], json_node_copy (licet_json_get_root (json)));
  }
}

/** Patch: a place and the JSON that stands there instead. */
typedef struct {
  const char *pointer;
  const char *value;
} Patch;

#define MAX_PATCHES 5

/** dup_concluded: Returns: (transfer full): the sample @name with its determinations, as text. Made once a sample. */
static inline const char *
dup_concluded (const char *name)
{
  static GHashTable *texts = NULL;
  char *text;

  if (texts == NULL)
    texts = g_hash_table_new (g_str_hash, g_str_equal);
  text = g_hash_table_lookup (texts, name);
  if (text == NULL) {
    g_autoptr (LicetCase) self = load_sample (name);
    g_autoptr (GError) error = NULL;

    g_assert_true (licet_case_conclude (self, &error));
    g_assert_no_error (error);
    text = dup_text (self);
    g_hash_table_insert (texts, g_strdup (name), text);
  }
  return text;
}

/** make_patched: Returns: (transfer full): the concluded sample @name with @patches. */
static inline LicetCase *
make_patched (const char *name,
              const Patch *patches)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("case.json", dup_concluded (name), -1, &error);
  g_autofree char *folder = dup_sample_folder (name);
  g_autofree char *text = NULL;
  LicetCase *self;

  g_assert_no_error (error);
  for (guint i = 0; patches != NULL && i < MAX_PATCHES && patches[i].pointer != NULL; i++)
    patch (licet_json_get_root (json), patches[i].pointer, patches[i].value);
  text = licet_json_serialise (licet_json_get_root (json));
  self = read_case (text, folder, &error);
  g_assert_no_error (error);
  return self;
}
