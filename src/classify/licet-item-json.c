/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-item-json"

#include "config.h"

#include <string.h>

#include "licet-item-private.h"
#include "licet-record-write-private.h"

/* A file from a stranger may not make the program hold more than a person could ever have typed. */
#define MAX_ANSWERS 4000

static const char *const known_members[] = {
  "description", "nature", "kinds", "facts", "choices", "relations", "answers", NULL,
};
static const char *const known_fact_members[] = { "value", "source", NULL };
static const char *const known_answer_members[] = { "is", "why", NULL };

typedef gboolean (*MemberFunc) (LicetItem *item,
                                const char *name,
                                const LicetJsonPlace *place,
                                GError **error);

static gboolean
read_text (const LicetJsonPlace *place,
           const char **ret_text,
           GError **error)
{
  const char *text;

  if (!licet_json_place_string (place, &text, error))
    return FALSE;
  if (strlen (text) > LICET_ITEM_MAX_TEXT) {
    licet_json_place_set_error (
        place, error,
        "the text is longer than %d bytes; shorten it and attach the rest as evidence",
        LICET_ITEM_MAX_TEXT);
    return FALSE;
  }
  *ret_text = text;
  return TRUE;
}

/* Reads the optional text @member of the object @place. */
static gboolean
read_optional_text (const LicetJsonPlace *place,
                    const char *member,
                    const char **ret_text,
                    GError **error)
{
  LicetJsonPlace at;

  *ret_text = NULL;
  if (!licet_json_place_has (place, member))
    return TRUE;
  return licet_json_place_member (place, member, &at, error) && read_text (&at, ret_text, error);
}

/* Hands on what a setter complained of, with the place it stands at. */
static gboolean
refuse (const LicetJsonPlace *place,
        const GError *reason,
        GError **error)
{
  licet_json_place_set_error (place, error, "%s", reason->message);
  return FALSE;
}

static gboolean
read_list (const LicetJsonPlace *place,
           GStrv *ret_texts,
           GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint length;

  if (!licet_json_place_length (place, &length, error))
    return FALSE;
  if (length > LICET_ITEM_MAX_TARGETS) {
    licet_json_place_set_error (place, error,
                                "the list has more than %d elements; leave out what says the same",
                                LICET_ITEM_MAX_TARGETS);
    return FALSE;
  }
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;
    const char *text;

    licet_json_place_element (place, i, &element);
    if (!read_text (&element, &text, error))
      return FALSE;
    g_strv_builder_add (builder, text);
  }
  *ret_texts = g_strv_builder_end (builder);
  return TRUE;
}

static gboolean
read_nature (LicetItem *item,
             const LicetJsonPlace *place,
             GError **error)
{
  LicetJsonPlace at;
  LicetNature nature;
  const char *text;

  if (!licet_json_place_has (place, "nature"))
    return TRUE;
  if (!licet_json_place_member (place, "nature", &at, error) ||
      !licet_json_place_string (&at, &text, error))
    return FALSE;
  if (!licet_nature_parse (text, &nature)) {
    licet_json_place_set_error (&at, error,
                                "“%s” is no nature; write goods, software or technology", text);
    return FALSE;
  }
  licet_item_set_nature (item, nature);
  return TRUE;
}

static gboolean
read_kinds (LicetItem *item,
            const LicetJsonPlace *place,
            GError **error)
{
  g_auto (GStrv) kinds = NULL;
  LicetJsonPlace array;

  if (!licet_json_place_has (place, "kinds"))
    return TRUE;
  if (!licet_json_place_member (place, "kinds", &array, error) ||
      !read_list (&array, &kinds, error))
    return FALSE;
  for (guint i = 0; kinds[i] != NULL; i++) {
    g_autoptr (GError) reason = NULL;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    if (!licet_item_add_kind (item, kinds[i], &reason))
      return refuse (&element, reason, error);
  }
  return TRUE;
}

static gboolean
read_fact (LicetItem *item,
           const char *quantity,
           const LicetJsonPlace *place,
           GError **error)
{
  g_autoptr (GError) reason = NULL;
  const char *text;
  const char *source = NULL;

  if (JSON_NODE_HOLDS_OBJECT (place->node)) {
    if (!licet_json_place_refuse_unknown (place, known_fact_members, error) ||
        !licet_json_place_get_string (place, "value", &text, error) ||
        !read_optional_text (place, "source", &source, error))
      return FALSE;
  } else if (!licet_json_place_string (place, &text, error)) {
    return FALSE;
  }
  return licet_item_set_fact (item, quantity, text, source, &reason) ||
         refuse (place, reason, error);
}

static gboolean
read_choice (LicetItem *item,
             const char *choice,
             const LicetJsonPlace *place,
             GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_auto (GStrv) values = NULL;

  if (JSON_NODE_HOLDS_ARRAY (place->node)) {
    if (!read_list (place, &values, error))
      return FALSE;
  } else {
    const char *value;

    if (!licet_json_place_string (place, &value, error))
      return FALSE;
    values = g_strdupv ((char *[]) { (char *) value, NULL });
  }
  return licet_item_set_choice (item, choice, (const char *const *) values, &reason) ||
         refuse (place, reason, error);
}

static gboolean
read_relation (LicetItem *item,
               const char *name,
               const LicetJsonPlace *place,
               GError **error)
{
  g_auto (GStrv) targets = NULL;
  LicetRelation relation;

  if (!licet_relation_parse (name, &relation) || relation == LICET_RELATION_SELF) {
    licet_json_place_set_error (
        place, error, "“%s” is no relation; write for, contains, made-of or part-of", name);
    return FALSE;
  }
  if (!read_list (place, &targets, error))
    return FALSE;
  for (guint i = 0; targets[i] != NULL; i++) {
    g_autoptr (GError) reason = NULL;
    LicetJsonPlace element;

    licet_json_place_element (place, i, &element);
    if (!_licet_item_check_target (item, targets[i], &reason))
      return refuse (&element, reason, error);
  }
  return licet_item_set_relation (item, relation, (const char *const *) targets, error);
}

static gboolean
read_answer (LicetItem *item,
             const char *key,
             const LicetJsonPlace *place,
             GError **error)
{
  LicetJsonPlace is = *place;
  const char *why = NULL;
  gboolean answer;

  if (strlen (key) > LICET_ITEM_MAX_KEY || *key == '\0') {
    licet_json_place_set_error (
        place, error,
        "this is no key of a question; take the key from the question that was asked");
    return FALSE;
  }
  if (JSON_NODE_HOLDS_OBJECT (place->node)) {
    if (!licet_json_place_refuse_unknown (place, known_answer_members, error) ||
        !licet_json_place_member (place, "is", &is, error) ||
        !read_optional_text (place, "why", &why, error))
      return FALSE;
  }
  if (!licet_json_place_boolean (&is, &answer, error))
    return FALSE;
  licet_item_set_answer (item, key, answer ? LICET_MET : LICET_NOT_MET, why);
  return TRUE;
}

/* Reads the object @member of @place, each of its members by @read; one that is null is as good as absent. */
static gboolean
read_members (LicetItem *item,
              const LicetJsonPlace *place,
              const char *member,
              MemberFunc read,
              GError **error)
{
  g_autoptr (GPtrArray) names = NULL;
  LicetJsonPlace object;

  if (!licet_json_place_has (place, member))
    return TRUE;
  if (!licet_json_place_member (place, member, &object, error))
    return FALSE;
  names = licet_json_place_dup_members (&object, error);
  if (names == NULL)
    return FALSE;
  if (names->len > MAX_ANSWERS) {
    licet_json_place_set_error (&object, error,
                                "there are more than %d of these; leave out what no question asks",
                                MAX_ANSWERS);
    return FALSE;
  }
  for (guint i = 0; i < names->len; i++) {
    const char *name = g_ptr_array_index (names, i);
    LicetJsonPlace at;

    if (!licet_json_place_has (&object, name))
      continue;
    if (!licet_json_place_member (&object, name, &at, error) || !read (item, name, &at, error))
      return FALSE;
  }
  return TRUE;
}

static JsonObject *
write_facts (LicetItem *self)
{
  g_autoptr (GPtrArray) facts = licet_item_dup_facts (self);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < facts->len; i++) {
    const LicetFact *fact = g_ptr_array_index (facts, i);
    const char *text = licet_value_get_text (fact->value);
    JsonObject *with_source;

    if (fact->source == NULL) {
      json_object_set_string_member (object, fact->quantity->id, text);
      continue;
    }
    with_source = json_object_new ();
    json_object_set_string_member (with_source, "value", text);
    json_object_set_string_member (with_source, "source", fact->source);
    json_object_set_object_member (object, fact->quantity->id, with_source);
  }
  return object;
}

static JsonObject *
write_choices (LicetItem *self)
{
  JsonObject *object = json_object_new ();
  const LicetChoice *choices;
  guint n;

  choices = licet_vocabulary_get_choices (self->vocabulary, &n);
  for (guint i = 0; i < n; i++)
    if (self->choices[i] != NULL)
      json_object_set_array_member (
          object, choices[i].id,
          licet_json_make_strings ((const char *const *) self->choices[i]));
  return object;
}

static JsonObject *
write_relations (LicetItem *self)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < LICET_N_RELATIONS; i++)
    if (self->relations[i] != NULL)
      json_object_set_array_member (
          object, licet_relation_serialise ((LicetRelation) i),
          licet_json_make_strings ((const char *const *) self->relations[i]));
  return object;
}

static JsonObject *
write_answers (LicetItem *self)
{
  g_auto (GStrv) keys = licet_item_dup_answer_keys (self);
  JsonObject *object = json_object_new ();

  for (guint i = 0; keys[i] != NULL; i++) {
    const char *why;
    gboolean is = licet_item_get_answer (self, keys[i], &why) == LICET_MET;
    JsonObject *with_why;

    if (why == NULL) {
      json_object_set_boolean_member (object, keys[i], is);
      continue;
    }
    with_why = json_object_new ();
    json_object_set_boolean_member (with_why, "is", is);
    json_object_set_string_member (with_why, "why", why);
    json_object_set_object_member (object, keys[i], with_why);
  }
  return object;
}

LicetItem *
licet_item_new_from_json (LicetBundle *bundle,
                          const LicetJsonPlace *place,
                          GError **error)
{
  g_autoptr (LicetItem) item = NULL;
  g_autofree char *normal = NULL;
  const char *description = NULL;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  item = licet_item_new (bundle);
  if (!licet_json_place_refuse_unknown (place, known_members, error) ||
      !read_optional_text (place, "description", &description, error))
    return NULL;
  normal = description != NULL ? licet_text_normalise (description) : NULL;
  licet_item_set_description (item, normal);
  /* The nature comes first: which kinds a thing can be follows from it. */
  if (!read_nature (item, place, error) ||
      !read_kinds (item, place, error) ||
      !read_members (item, place, "facts", read_fact, error) ||
      !read_members (item, place, "choices", read_choice, error) ||
      !read_members (item, place, "relations", read_relation, error) ||
      !read_members (item, place, "answers", read_answer, error))
    return NULL;
  return g_steal_pointer (&item);
}

JsonNode *
licet_item_serialise (LicetItem *self)
{
  g_auto (GStrv) kinds = NULL;
  g_autofree char *description = NULL;
  JsonObject *object;

  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);

  kinds = licet_item_dup_kinds (self);
  object = json_object_new ();
  description = licet_text_normalise (self->description);
  json_object_set_string_member (object, "description", description);
  if (self->has_nature)
    json_object_set_string_member (object, "nature", licet_nature_serialise (self->nature));
  json_object_set_array_member (object, "kinds",
                                licet_json_make_strings ((const char *const *) kinds));
  json_object_set_object_member (object, "facts", write_facts (self));
  json_object_set_object_member (object, "choices", write_choices (self));
  json_object_set_object_member (object, "relations", write_relations (self));
  json_object_set_object_member (object, "answers", write_answers (self));
  return licet_json_make_node (object);
}
