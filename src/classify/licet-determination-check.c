/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-determination-check"

#include "config.h"

#include "licet-determination-private.h"
#include "licet-item-private.h"
#include "licet-record-write-private.h"

static char *
dup_value (JsonObject *object,
           const char *member)
{
  if (object == NULL || !json_object_has_member (object, member))
    return g_strdup ("not known");
  return licet_json_serialise (json_object_get_member (object, member));
}

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node =
      json_object_has_member (object, member) ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void
compare_member (JsonObject *before,
                JsonObject *now,
                const char *group,
                const char *member,
                GStrvBuilder *complaints)
{
  g_autofree char *old = dup_value (before, member);
  g_autofree char *new = dup_value (now, member);

  if (!g_str_equal (old, new))
    _licet_lines_add (complaints, "%s%s%s was %s and is now %s", group, *group != '\0' ? "/" : "",
                      member, old, new);
}

static void
compare_group (JsonObject *before,
               JsonObject *now,
               const char *group,
               GStrvBuilder *complaints)
{
  JsonObject *old = get_object (before, group);
  JsonObject *new = get_object (now, group);
  g_autoptr (GList) old_names = old != NULL ? json_object_get_members (old) : NULL;
  g_autoptr (GList) new_names = new != NULL ? json_object_get_members (new) : NULL;

  for (GList *l = old_names; l != NULL; l = l->next)
    compare_member (old, new, group, l->data, complaints);
  for (GList *l = new_names; l != NULL; l = l->next)
    if (old == NULL || !json_object_has_member (old, l->data))
      compare_member (old, new, group, l->data, complaints);
}

static void
compare_items (JsonObject *before,
               LicetItem *item,
               GStrvBuilder *complaints)
{
  static const char *const members[] = { "description", "nature", "kinds" };
  static const char *const groups[] = { "facts", "choices", "relations", "answers" };
  g_autoptr (JsonNode) node = licet_item_serialise (item);
  JsonObject *now = json_node_get_object (node);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    compare_member (before, now, "", members[i], complaints);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    compare_group (before, now, groups[i], complaints);
}

static void
compare_lists (JsonObject *before,
               const LicetControlList *list,
               GStrvBuilder *complaints)
{
  const char *edition = json_object_get_string_member (before, "edition");

  if (!g_str_equal (edition, licet_control_list_get_edition (list)))
    _licet_lines_add (complaints, "%s was of edition %s and is now of edition %s",
                      licet_control_list_get_short_name (list), edition,
                      licet_control_list_get_edition (list));
  else if (!g_str_equal (json_object_get_string_member (before, "digest"),
                         licet_control_list_get_digest (list)))
    _licet_lines_add (complaints, "the data for %s of %s was corrected or extended since",
                      licet_control_list_get_short_name (list), edition);
}

static void
decide_anew (LicetDetermination *self,
             LicetItem *item,
             const LicetControlList *list,
             GStrvBuilder *complaints)
{
  JsonObject *record = _licet_determination_get_record (self);
  const char *const *codes = licet_determination_get_codes (self);
  const char *follows =
      json_object_get_string_member_with_default (record, "follows-component", NULL);
  g_auto (LicetResolved) resolved = { 0 };
  LicetClassifyOptions options;

  _licet_resolved_init (&resolved, NULL);
  _licet_resolved_replay (&resolved, record, &options);
  for (guint i = 0; codes[i] != NULL; i++) {
    g_autoptr (GError) error = NULL;

    if (!_licet_determination_is_borne (item, list, &options, codes[i], follows, &error))
      _licet_lines_add (complaints, "%s", error->message);
  }
  if (codes[0] == NULL) {
    g_autoptr (LicetWalk) walk = licet_walk_new (item, list, &options, NULL, NULL);

    if (!licet_walk_can_conclude_not_listed (walk))
      _licet_lines_add (complaints, "“not listed” no longer holds: entries met %u, open %u",
                        licet_walk_count (walk, LICET_MET), licet_walk_count (walk, LICET_UNKNOWN));
  }
}

GStrv
licet_determination_check (LicetDetermination *self,
                           LicetItem *item,
                           const LicetControlList *list)
{
  g_autoptr (GStrvBuilder) complaints = g_strv_builder_new ();
  JsonObject *record;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (LICET_IS_ITEM (item), NULL);
  g_return_val_if_fail (list != NULL, NULL);

  record = _licet_determination_get_record (self);
  if (!g_str_equal (licet_determination_get_list_id (self), licet_control_list_get_id (list))) {
    _licet_lines_add (complaints, "the record is about %s, not %s",
                      licet_determination_get_list_id (self), licet_control_list_get_id (list));
    return g_strv_builder_end (complaints);
  }
  compare_items (json_object_get_object_member (record, "item"), item, complaints);
  compare_lists (json_object_get_object_member (record, "list"), list, complaints);
  decide_anew (self, item, list, complaints);
  return g_strv_builder_end (complaints);
}
