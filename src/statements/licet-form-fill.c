/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-form-fill"

#include "config.h"

#include "licet-form.h"

#include <string.h>

#include "licet-form-private.h"

static JsonNode *
find_member (JsonNode *node,
             const char *member)
{
  JsonObject *object;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  object = json_node_get_object (node);
  return json_object_has_member (object, member) ? json_object_get_member (object, member) : NULL;
}

static JsonNode *
find_element (JsonNode *node,
              const char *digits)
{
  guint64 index;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) ||
      !g_ascii_string_to_unsigned (digits, 10, 0, G_MAXUINT, &index, NULL))
    return NULL;
  if (index >= json_array_get_length (json_node_get_array (node)))
    return NULL;
  return json_array_get_element (json_node_get_array (node), (guint) index);
}

/* One word of a path: "name", or "items[0]". */
static JsonNode *
find_step (JsonNode *node,
           const char *step)
{
  const char *bracket = strchr (step, '[');
  g_autofree char *member = NULL;
  g_autofree char *digits = NULL;

  if (bracket == NULL)
    return find_member (node, step);
  member = g_strndup (step, (gsize) (bracket - step));
  digits = g_strndup (bracket + 1, strcspn (bracket + 1, "]"));
  return find_element (find_member (node, member), digits);
}

static char *
dup_text (JsonNode *node)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node)) {
    JsonArray *array = json_node_get_array (node);
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; i < json_array_get_length (array); i++) {
      g_autofree char *element = dup_text (json_array_get_element (array, i));

      if (element != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", element);
    }
    return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
  }
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "yes" : "no");
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  return json_node_dup_string (node);
}

/* The value of the field, joined from all that it is bound to; NULL when nothing of it is known. */
static char *
dup_bound (const LicetFormField *field,
           JsonNode *facts,
           const char *prefix)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; field->bind[i] != NULL; i++) {
    g_autofree char *path = g_strconcat (prefix, field->bind[i], NULL);
    g_autofree char *part = licet_form_lookup (facts, path);

    if (part != NULL)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static gboolean
is_required (const LicetFormField *field,
             JsonNode *facts)
{
  /* What is not known to be unneeded is needed. */
  return field->is_required &&
         _licet_form_condition_evaluate (field->required_when, facts) != LICET_NOT_MET;
}

/* Why the field is missing: said of the field itself, or of a fact it is bound to. */
static char *
dup_reason (const LicetFormField *field,
            JsonNode *facts,
            const char *prefix,
            const char *id)
{
  JsonNode *reasons = find_member (facts, "missing-because");
  JsonNode *reason = find_member (reasons, id);

  for (guint i = 0; reason == NULL && field->bind[i] != NULL; i++) {
    g_autofree char *path = g_strconcat (prefix, field->bind[i], NULL);

    reason = find_member (reasons, path);
  }
  return dup_text (reason);
}

static LicetFilledField *
fill_field (const LicetFormSection *section,
            const LicetFormField *field,
            JsonNode *facts,
            int row,
            gboolean is_struck,
            GHashTable *values)
{
  LicetFilledField *filled = g_new0 (LicetFilledField, 1);
  g_autofree char *prefix = NULL;
  const char *typed;

  prefix = row >= 0 ? g_strdup_printf ("%s[%d].", section->repeat, row) : g_strdup ("");
  filled->id = g_strconcat (prefix, field->id, NULL);
  filled->number = g_strdup (field->number);
  filled->label = g_strdup (field->label);
  filled->help = g_strdup (field->help);
  filled->section = g_strdup (section->title);
  filled->row = row;
  filled->max_length = field->max_length;
  filled->multiline = field->lines > 1;
  filled->is_struck = is_struck;
  filled->is_required = !is_struck && is_required (field, facts);
  filled->bind = field->bind[0] != NULL ? g_strconcat (prefix, field->bind[0], NULL) : NULL;
  if (is_struck)
    return filled;

  typed = values != NULL ? g_hash_table_lookup (values, filled->id) : NULL;
  filled->is_typed = typed != NULL;
  filled->value = typed != NULL ? g_strdup (typed) : dup_bound (field, facts, prefix);
  if (filled->value == NULL)
    filled->reason = dup_reason (field, facts, prefix, filled->id);
  return filled;
}

static void
fill_section (const LicetFormSection *section,
              JsonNode *facts,
              GHashTable *values,
              GPtrArray *filled)
{
  gboolean is_struck = _licet_form_condition_evaluate (section->when, facts) == LICET_NOT_MET;
  JsonNode *list = section->repeat != NULL ? find_member (facts, section->repeat) : NULL;
  int n_rows = 1;

  if (section->repeat != NULL)
    n_rows = list != NULL && JSON_NODE_HOLDS_ARRAY (list)
                 ? (int) json_array_get_length (json_node_get_array (list))
                 : 0;
  for (int row = 0; row < n_rows; row++)
    for (guint i = 0; i < section->fields->len; i++)
      g_ptr_array_add (filled, fill_field (section, g_ptr_array_index (section->fields, i), facts,
                                           section->repeat != NULL ? row : -1, is_struck, values));
}

/* Returns: (transfer full): an object with the members of @node; a member can be set in it without touching @node. */
static JsonObject *
dup_object (JsonNode *node)
{
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return object;
  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &member, &value))
    json_object_set_member (object, member, json_node_copy (value));
  return object;
}

/* What is said to be missing of the signing party is missing of "party." too. */
static void
add_reasons_of_party (JsonObject *facts,
                      const char *party)
{
  g_autofree char *prefix = g_strconcat ("parties.", party, ".", NULL);
  JsonNode *reasons = json_object_get_member (facts, "missing-because");
  JsonObject *object = dup_object (reasons);
  JsonObjectIter iter;
  const char *path;
  JsonNode *reason;

  if (reasons != NULL && JSON_NODE_HOLDS_OBJECT (reasons)) {
    json_object_iter_init (&iter, json_node_get_object (reasons));
    while (json_object_iter_next (&iter, &path, &reason))
      if (g_str_has_prefix (path, prefix)) {
        g_autofree char *bound = g_strconcat ("party.", path + strlen (prefix), NULL);

        json_object_set_member (object, bound, json_node_copy (reason));
      }
  }
  json_object_set_object_member (facts, "missing-because", object);
}

void
licet_filled_field_free (LicetFilledField *field)
{
  if (field == NULL)
    return;
  g_free (field->id);
  g_free (field->number);
  g_free (field->label);
  g_free (field->help);
  g_free (field->section);
  g_free (field->value);
  g_free (field->reason);
  g_free (field->bind);
  g_free (field);
}

JsonNode *
_licet_form_find_node (JsonNode *facts,
                       const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);
  JsonNode *node = facts;

  /* A name may hold dots itself ("end-use.answers.eu.wmd.informed"): the rest of the path is tried as one name first. */
  for (guint i = 0; steps[i] != NULL && node != NULL; i++) {
    g_autofree char *rest = g_strjoinv (".", steps + i);
    JsonNode *whole = find_member (node, rest);

    if (whole != NULL)
      return whole;
    node = find_step (node, steps[i]);
  }
  return node;
}

const LicetFormField *
_licet_form_find_field (LicetForm *form,
                        const char *id)
{
  const char *dot = strstr (id, "].");

  for (guint i = 0; i < form->sections->len; i++) {
    const LicetFormSection *section = g_ptr_array_index (form->sections, i);

    if ((section->repeat != NULL) != (dot != NULL))
      continue;
    if (section->repeat != NULL && !g_str_has_prefix (id, section->repeat))
      continue;
    for (guint j = 0; j < section->fields->len; j++) {
      const LicetFormField *field = g_ptr_array_index (section->fields, j);

      if (g_str_equal (field->id, dot != NULL ? dot + 2 : id))
        return field;
    }
  }
  return NULL;
}

JsonNode *
_licet_form_with_party (JsonNode *facts,
                        const char *party)
{
  JsonNode *signer = party != NULL ? find_member (find_member (facts, "parties"), party) : NULL;
  JsonObject *object;

  if (signer == NULL)
    return json_node_ref (facts);
  /* A copied node shares its object with the original: the members go into a new one. */
  object = dup_object (facts);
  json_object_set_member (object, "party", json_node_copy (signer));
  add_reasons_of_party (object, party);
  return licet_json_make_node (object);
}

LicetTruth
licet_form_applies (LicetForm *form,
                    JsonNode *facts,
                    const char *party)
{
  g_autoptr (JsonNode) bound = NULL;

  g_return_val_if_fail (form != NULL, LICET_UNKNOWN);
  g_return_val_if_fail (facts != NULL, LICET_UNKNOWN);

  bound = _licet_form_with_party (facts, party);
  return _licet_form_condition_evaluate (form->applies, bound);
}

GPtrArray *
licet_form_fill (LicetForm *form,
                 JsonNode *facts,
                 const char *party,
                 GHashTable *values)
{
  g_autoptr (JsonNode) bound = NULL;
  GPtrArray *filled;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  bound = _licet_form_with_party (facts, party);
  filled = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_filled_field_free);
  for (guint i = 0; i < form->sections->len; i++)
    fill_section (g_ptr_array_index (form->sections, i), bound, values, filled);
  return filled;
}

GPtrArray *
licet_form_get_undertakings (LicetForm *form,
                             JsonNode *facts,
                             const char *party)
{
  g_autoptr (JsonNode) bound = NULL;
  GPtrArray *undertakings;

  g_return_val_if_fail (form != NULL, NULL);
  g_return_val_if_fail (facts != NULL, NULL);

  bound = _licet_form_with_party (facts, party);
  undertakings = g_ptr_array_new ();
  for (guint i = 0; i < form->promises->len; i++) {
    LicetFormPromise *promise = g_ptr_array_index (form->promises, i);

    if (_licet_form_condition_evaluate (promise->when, bound) != LICET_NOT_MET)
      g_ptr_array_add (undertakings, &promise->undertaking);
  }
  return undertakings;
}

char *
licet_form_lookup (JsonNode *facts,
                   const char *path)
{
  g_return_val_if_fail (facts != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return dup_text (_licet_form_find_node (facts, path));
}
