/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include <glib/gstdio.h>
#include <licet-compiler.h>
#include <string.h>

static LicetBundle *world;
static char *folder;

LicetBundle *
world_open (void)
{
  g_autofree char *data = g_test_build_filename (G_TEST_DIST, "classify", "data", NULL);
  g_autofree char *target = NULL;
  g_autoptr (GError) error = NULL;

  if (world != NULL)
    return world;
  folder = g_dir_make_tmp ("licet-classify-XXXXXX", &error);
  g_assert_no_error (error);
  target = g_build_filename (folder, "licet.bundle", NULL);
  (void) licet_bundle_compile (data, target, "1", NULL, 0, NULL, &error);
  g_assert_no_error (error);
  world = licet_bundle_open (target, &error);
  g_assert_no_error (error);
  return world;
}

void
world_close (void)
{
  g_autofree char *target = g_build_filename (folder, "licet.bundle", NULL);

  g_assert_finalize_object (world);
  world = NULL;
  g_assert_cmpint (g_remove (target), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_clear_pointer (&folder, g_free);
}

LicetBundle *
world_open_real (void)
{
  g_autoptr (GError) error = NULL;
  LicetBundle *bundle = licet_bundle_open (NULL, &error);

  g_assert_no_error (error);
  return bundle;
}

const LicetControlList *
world_list (const char *id)
{
  g_autoptr (GError) error = NULL;
  const LicetControlList *list = licet_bundle_get_list (world_open (), id, &error);

  g_assert_no_error (error);
  return list;
}

const LicetNode *
world_node (const char *full)
{
  const LicetNode *node = licet_control_list_find (world_list ("alpha"), full);

  g_assert_nonnull (node);
  return node;
}

static LicetItem *
read_item (const char *text,
           GError **error)
{
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("item.json", text, -1, &parse_error);
  LicetJsonPlace place;

  g_assert_no_error (parse_error);
  licet_json_place_root (json, &place);
  return licet_item_new_from_json (world_open (), &place, error);
}

LicetItem *
world_item (const char *json)
{
  g_autoptr (GError) error = NULL;
  LicetItem *item = read_item (json, &error);

  g_assert_no_error (error);
  return item;
}

char *
world_item_error (const char *json)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_item (json, &error));
  g_assert_nonnull (error);
  return g_strdup (error->message);
}

void
world_assert_contains (const char *text,
                       const char *part)
{
  g_assert_nonnull (text);
  if (strstr (text, part) == NULL)
    g_error ("“%s” does not contain “%s”", text, part);
}

char *
world_serialise (JsonNode *node)
{
  char *text = licet_json_serialise (node);

  json_node_unref (node);
  return text;
}
