/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-json"

#include "config.h"

#include "licet-json.h"

#include <string.h>

#include "licet-file.h"
#include "licet-json-scan.h"

struct _LicetJson {
  gatomicrefcount ref_count;

  char *name;
  char *text;
  gsize length;
  JsonNode *root;
};

G_DEFINE_BOXED_TYPE (LicetJson, licet_json, licet_json_ref, licet_json_unref)

static const char *
name_type (JsonNode *node)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    return "an object";
  case JSON_NODE_ARRAY:
    return "a list";
  case JSON_NODE_NULL:
    return "null";
  case JSON_NODE_VALUE:
    break;
  default:
    g_assert_not_reached ();
  }
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return "a text";
  return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? "true or false" : "a number";
}

static gboolean
refuse_type (const LicetJsonPlace *place,
             const char *wanted,
             GError **error)
{
  licet_json_place_set_error (place, error, "here stands %s; write %s", name_type (place->node),
                              wanted);
  return FALSE;
}

static void
append_pointer (const LicetJsonPlace *place,
                GString *pointer)
{
  if (place->parent == NULL)
    return;
  append_pointer (place->parent, pointer);
  g_string_append_c (pointer, '/');
  if (place->member == NULL) {
    g_string_append_printf (pointer, "%u", place->index);
    return;
  }
  for (const char *p = place->member; *p != '\0'; p++) {
    if (*p == '~')
      g_string_append (pointer, "~0");
    else if (*p == '/')
      g_string_append (pointer, "~1");
    else
      g_string_append_c (pointer, *p);
  }
}

static void
write_text (GString *out,
            const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text; *p != '\0'; p++) {
    switch (*p) {
    case '"':
      g_string_append (out, "\\\"");
      break;
    case '\\':
      g_string_append (out, "\\\\");
      break;
    case '\n':
      g_string_append (out, "\\n");
      break;
    case '\r':
      g_string_append (out, "\\r");
      break;
    case '\t':
      g_string_append (out, "\\t");
      break;
    case '\b':
      g_string_append (out, "\\b");
      break;
    case '\f':
      g_string_append (out, "\\f");
      break;
    default:
      if ((guchar) *p < 0x20)
        g_string_append_printf (out, "\\u%04x", (guint) (guchar) *p);
      else
        g_string_append_c (out, *p);
    }
  }
  g_string_append_c (out, '"');
}

/* The shortest digits that are read back as the same number. Quantities are texts; only scores, and strangers, have fractions. */
static void
write_fraction (GString *out,
                double number)
{
  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++) {
    double back = g_ascii_strtod (g_ascii_formatd (text, sizeof text, formats[i], number), NULL);

    if (!(back < number) && !(back > number))
      break;
  }
  g_string_append (out, text);
}

static void
write_value (GString *out,
             JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    write_text (out, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (out, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else
    write_fraction (out, json_node_get_double (node));
}

static void
new_line (GString *out,
          guint depth)
{
  g_string_append_c (out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (out, "  ");
}

static void write_node (GString *out,
                        JsonNode *node,
                        gboolean is_pretty,
                        guint depth);

static void
write_array (GString *out,
             JsonArray *array,
             gboolean is_pretty,
             guint depth)
{
  guint length = json_array_get_length (array);

  g_string_append_c (out, '[');
  for (guint i = 0; i < length; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    if (is_pretty)
      new_line (out, depth + 1);
    write_node (out, json_array_get_element (array, i), is_pretty, depth + 1);
  }
  if (is_pretty && length > 0)
    new_line (out, depth);
  g_string_append_c (out, ']');
}

static void
write_object (GString *out,
              JsonObject *object,
              gboolean is_pretty,
              guint depth)
{
  g_autoptr (GList) members = json_object_get_members (object);

  /* UTF-8 sorts by bytes as its code points do. */
  if (!is_pretty)
    members = g_list_sort (g_steal_pointer (&members), (GCompareFunc) strcmp);
  g_string_append_c (out, '{');
  for (GList *l = members; l != NULL; l = l->next) {
    if (l != members)
      g_string_append_c (out, ',');
    if (is_pretty)
      new_line (out, depth + 1);
    write_text (out, l->data);
    g_string_append (out, is_pretty ? ": " : ":");
    write_node (out, json_object_get_member (object, l->data), is_pretty, depth + 1);
  }
  if (is_pretty && members != NULL)
    new_line (out, depth);
  g_string_append_c (out, '}');
}

static void
write_node (GString *out,
            JsonNode *node,
            gboolean is_pretty,
            guint depth)
{
  switch (json_node_get_node_type (node)) {
  case JSON_NODE_OBJECT:
    write_object (out, json_node_get_object (node), is_pretty, depth);
    break;
  case JSON_NODE_ARRAY:
    write_array (out, json_node_get_array (node), is_pretty, depth);
    break;
  case JSON_NODE_NULL:
    g_string_append (out, "null");
    break;
  case JSON_NODE_VALUE:
    write_value (out, node);
    break;
  default:
    g_assert_not_reached ();
  }
}

static JsonNode *
find_member (const LicetJsonPlace *place,
             const char *member)
{
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (place->node) ||
      !json_object_has_member (json_node_get_object (place->node), member))
    return NULL;
  node = json_object_get_member (json_node_get_object (place->node), member);
  return JSON_NODE_HOLDS_NULL (node) ? NULL : node;
}

LicetJson *
licet_json_parse (const char *name,
                  const char *text,
                  gssize length,
                  GError **error)
{
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *fault = NULL;
  LicetJson *json;
  guint line = 1;

  g_return_val_if_fail (name != NULL && text != NULL, NULL);

  if (length < 0)
    length = (gssize) strlen (text);
  if (!licet_json_scan (text, (gsize) length, &line, &fault)) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_JSON, "%s:%u: %s", name, line, fault);
    return NULL;
  }
  parser = json_parser_new_immutable ();
  if (!json_parser_load_from_data (parser, text, length, &reason)) {
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_JSON,
                 "%s:%d: cannot be read as JSON: %s", name, json_parser_get_current_line (parser),
                 reason->message);
    return NULL;
  }
  json = g_new0 (LicetJson, 1);
  g_atomic_ref_count_init (&json->ref_count);
  json->name = g_strdup (name);
  json->text = g_strndup (text, (gsize) length);
  json->length = (gsize) length;
  json->root = json_parser_steal_root (parser);
  return json;
}

LicetJson *
licet_json_load (const char *path,
                 GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize size;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = licet_file_read (path, LICET_JSON_DEFAULT_LIMIT, error);
  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &size);
  return licet_json_parse (path, data != NULL ? data : "", (gssize) size, error);
}

LicetJson *
licet_json_ref (LicetJson *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  g_atomic_ref_count_inc (&json->ref_count);
  return json;
}

void
licet_json_unref (LicetJson *json)
{
  if (json == NULL || !g_atomic_ref_count_dec (&json->ref_count))
    return;
  g_free (json->name);
  g_free (json->text);
  g_clear_pointer (&json->root, json_node_unref);
  g_free (json);
}

const char *
licet_json_get_name (LicetJson *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  return json->name;
}

const char *
licet_json_get_text (LicetJson *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  return json->text;
}

JsonNode *
licet_json_get_root (LicetJson *json)
{
  g_return_val_if_fail (json != NULL, NULL);

  return json->root;
}

void
licet_json_place_root (LicetJson *json,
                       LicetJsonPlace *ret_place)
{
  g_return_if_fail (json != NULL && ret_place != NULL);

  *ret_place = (LicetJsonPlace) { .json = json, .node = json->root };
}

char *
licet_json_place_dup_pointer (const LicetJsonPlace *place)
{
  GString *pointer;

  g_return_val_if_fail (place != NULL, NULL);

  pointer = g_string_new (NULL);
  append_pointer (place, pointer);
  return g_string_free (pointer, FALSE);
}

guint
licet_json_place_get_line (const LicetJsonPlace *place)
{
  g_autofree char *pointer = NULL;

  g_return_val_if_fail (place != NULL, 1);

  pointer = licet_json_place_dup_pointer (place);
  return licet_json_find_line (place->json->text, place->json->length, pointer);
}

void
licet_json_place_set_error (const LicetJsonPlace *place,
                            GError **error,
                            const char *format,
                            ...)
{
  g_autofree char *pointer = NULL;
  g_autofree char *reason = NULL;
  va_list args;

  g_return_if_fail (place != NULL);

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  pointer = licet_json_place_dup_pointer (place);
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_MEMBER, "%s:%u: %s: %s", place->json->name,
               licet_json_place_get_line (place), *pointer != '\0' ? pointer : "/", reason);
}

gboolean
licet_json_place_has (const LicetJsonPlace *place,
                      const char *member)
{
  g_return_val_if_fail (place != NULL && member != NULL, FALSE);

  return find_member (place, member) != NULL;
}

gboolean
licet_json_place_member (const LicetJsonPlace *place,
                         const char *member,
                         LicetJsonPlace *ret_place,
                         GError **error)
{
  JsonNode *node;

  g_return_val_if_fail (place != NULL && member != NULL && ret_place != NULL, FALSE);

  if (!JSON_NODE_HOLDS_OBJECT (place->node))
    return refuse_type (place, "an object in braces", error);
  node = find_member (place, member);
  if (node == NULL) {
    licet_json_place_set_error (place, error, "“%s” is missing; add it", member);
    return FALSE;
  }
  *ret_place =
      (LicetJsonPlace) { .json = place->json, .node = node, .parent = place, .member = member };
  return TRUE;
}

gboolean
licet_json_place_length (const LicetJsonPlace *place,
                         guint *ret_length,
                         GError **error)
{
  g_return_val_if_fail (place != NULL && ret_length != NULL, FALSE);

  if (!JSON_NODE_HOLDS_ARRAY (place->node))
    return refuse_type (place, "a list in brackets", error);
  *ret_length = json_array_get_length (json_node_get_array (place->node));
  return TRUE;
}

void
licet_json_place_element (const LicetJsonPlace *place,
                          guint index,
                          LicetJsonPlace *ret_place)
{
  g_return_if_fail (place != NULL && ret_place != NULL);
  g_return_if_fail (JSON_NODE_HOLDS_ARRAY (place->node));

  *ret_place = (LicetJsonPlace) {
    .json = place->json,
    .node = json_array_get_element (json_node_get_array (place->node), index),
    .parent = place,
    .index = index,
  };
}

GPtrArray *
licet_json_place_dup_members (const LicetJsonPlace *place,
                              GError **error)
{
  GPtrArray *members;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  g_return_val_if_fail (place != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (place->node)) {
    refuse_type (place, "an object in braces", error);
    return NULL;
  }
  members = g_ptr_array_new ();
  json_object_iter_init_ordered (&iter, json_node_get_object (place->node));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    g_ptr_array_add (members, (gpointer) name);
  return members;
}

void
licet_json_place_nearest (const LicetJsonPlace *place,
                          const char *member,
                          LicetJsonPlace *ret_place)
{
  g_return_if_fail (place != NULL && member != NULL && ret_place != NULL);

  if (!licet_json_place_has (place, member) ||
      !licet_json_place_member (place, member, ret_place, NULL))
    *ret_place = *place;
}

gboolean
licet_json_place_refuse_unknown (const LicetJsonPlace *place,
                                 const char *const *known,
                                 GError **error)
{
  g_autoptr (GPtrArray) members = licet_json_place_dup_members (place, error);

  if (members == NULL)
    return FALSE;
  for (guint i = 0; i < members->len; i++) {
    const char *name = g_ptr_array_index (members, i);

    if (!g_strv_contains (known, name)) {
      g_autofree char *all = g_strjoinv (", ", (char **) known);
      LicetJsonPlace member;

      licet_json_place_nearest (place, name, &member);
      licet_json_place_set_error (&member, error, "“%s” is not known here; use one of %s", name,
                                  all);
      return FALSE;
    }
  }
  return TRUE;
}

gboolean
licet_json_place_string (const LicetJsonPlace *place,
                         const char **ret_text,
                         GError **error)
{
  g_return_val_if_fail (place != NULL && ret_text != NULL, FALSE);

  if (!JSON_NODE_HOLDS_VALUE (place->node) ||
      json_node_get_value_type (place->node) != G_TYPE_STRING)
    return refuse_type (place, "a text in quotation marks", error);
  *ret_text = json_node_get_string (place->node);
  return TRUE;
}

gboolean
licet_json_place_integer (const LicetJsonPlace *place,
                          gint64 *ret_integer,
                          GError **error)
{
  g_return_val_if_fail (place != NULL && ret_integer != NULL, FALSE);

  if (!JSON_NODE_HOLDS_VALUE (place->node) ||
      json_node_get_value_type (place->node) != G_TYPE_INT64)
    return refuse_type (place, "a whole number", error);
  *ret_integer = json_node_get_int (place->node);
  return TRUE;
}

gboolean
licet_json_place_boolean (const LicetJsonPlace *place,
                          gboolean *ret_boolean,
                          GError **error)
{
  g_return_val_if_fail (place != NULL && ret_boolean != NULL, FALSE);

  if (!JSON_NODE_HOLDS_VALUE (place->node) ||
      json_node_get_value_type (place->node) != G_TYPE_BOOLEAN)
    return refuse_type (place, "true or false", error);
  *ret_boolean = json_node_get_boolean (place->node);
  return TRUE;
}

gboolean
licet_json_place_get_string (const LicetJsonPlace *place,
                             const char *member,
                             const char **ret_text,
                             GError **error)
{
  LicetJsonPlace inner;

  return licet_json_place_member (place, member, &inner, error) &&
         licet_json_place_string (&inner, ret_text, error);
}

gboolean
licet_json_place_get_optional_string (const LicetJsonPlace *place,
                                      const char *member,
                                      const char **ret_text,
                                      GError **error)
{
  if (!JSON_NODE_HOLDS_OBJECT (place->node))
    return refuse_type (place, "an object in braces", error);
  if (!licet_json_place_has (place, member)) {
    *ret_text = NULL;
    return TRUE;
  }
  return licet_json_place_get_string (place, member, ret_text, error);
}

gboolean
licet_json_place_get_optional_boolean (const LicetJsonPlace *place,
                                       const char *member,
                                       gboolean fallback,
                                       gboolean *ret_boolean,
                                       GError **error)
{
  LicetJsonPlace inner;

  if (!licet_json_place_has (place, member)) {
    *ret_boolean = fallback;
    return TRUE;
  }
  return licet_json_place_member (place, member, &inner, error) &&
         licet_json_place_boolean (&inner, ret_boolean, error);
}

gboolean
licet_json_place_get_optional_integer (const LicetJsonPlace *place,
                                       const char *member,
                                       gint64 fallback,
                                       gint64 *ret_integer,
                                       GError **error)
{
  LicetJsonPlace inner;

  if (!licet_json_place_has (place, member)) {
    *ret_integer = fallback;
    return TRUE;
  }
  return licet_json_place_member (place, member, &inner, error) &&
         licet_json_place_integer (&inner, ret_integer, error);
}

gboolean
licet_json_place_get_strings (const LicetJsonPlace *place,
                              const char *member,
                              GStrv *ret_texts,
                              GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  LicetJsonPlace array;
  guint length = 0;

  if (licet_json_place_has (place, member) &&
      (!licet_json_place_member (place, member, &array, error) ||
       !licet_json_place_length (&array, &length, error)))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    const char *text = NULL;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    if (!licet_json_place_string (&element, &text, error))
      return FALSE;
    g_strv_builder_add (builder, text);
  }
  *ret_texts = g_strv_builder_end (builder);
  return TRUE;
}

char *
licet_json_serialise (JsonNode *node)
{
  GString *out;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_new (NULL);
  write_node (out, node, FALSE, 0);
  return g_string_free (out, FALSE);
}

char *
licet_json_serialise_pretty (JsonNode *node)
{
  GString *out;

  g_return_val_if_fail (node != NULL, NULL);

  out = g_string_new (NULL);
  write_node (out, node, TRUE, 0);
  g_string_append_c (out, '\n');
  return g_string_free (out, FALSE);
}
