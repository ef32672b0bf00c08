/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-form-parse"

#include "config.h"

#include "licet-form-private.h"

static const char *const known_members[] = {
  "id",    "kind",    "jurisdiction",    "authority", "title",    "intro",        "edition", "cite",
  "roles", "applies", "validity-months", "signature", "sections", "undertakings", NULL,
};
static const char *const known_section_members[] = {
  "id", "title", "when", "repeat", "fields", NULL
};
static const char *const known_field_members[] = {
  "id", "number", "label", "help", "type", "max-length", "lines", "required", "bind", NULL,
};
static const char *const known_promise_members[] = { "id", "text", "cite", "when", NULL };
static const char *const types[] = { "text", "name", "number", "date", "country", "code", NULL };

static gboolean
read_optional_condition (const LicetJsonPlace *place,
                         const char *member,
                         LicetFormCondition **ret_condition,
                         GError **error)
{
  LicetJsonPlace inner;

  if (!licet_json_place_has (place, member))
    return TRUE;
  if (!licet_json_place_member (place, member, &inner, error))
    return FALSE;
  *ret_condition = _licet_form_condition_parse (&inner, error);
  return *ret_condition != NULL;
}

static gboolean
read_required (const LicetJsonPlace *place,
               LicetFormField *field,
               GError **error)
{
  LicetJsonPlace inner;

  if (!licet_json_place_has (place, "required"))
    return TRUE;
  if (!licet_json_place_member (place, "required", &inner, error))
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (inner.node))
    return licet_json_place_boolean (&inner, &field->is_required, error);
  field->is_required = TRUE;
  field->required_when = _licet_form_condition_parse (&inner, error);
  return field->required_when != NULL;
}

static gboolean
read_bind (const LicetJsonPlace *place,
           LicetFormField *field,
           const char *list,
           GError **error)
{
  LicetJsonPlace inner;
  const char *path = NULL;

  if (!licet_json_place_has (place, "bind")) {
    field->bind = g_new0 (char *, 1);
    return TRUE;
  }
  if (!licet_json_place_member (place, "bind", &inner, error))
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (inner.node)) {
    if (!licet_json_place_get_strings (place, "bind", &field->bind, error))
      return FALSE;
  } else {
    if (!licet_json_place_string (&inner, &path, error))
      return FALSE;
    field->bind = g_new0 (char *, 2);
    field->bind[0] = g_strdup (path);
  }
  for (guint i = 0; field->bind[i] != NULL; i++)
    if (!_licet_form_check_path (&inner, field->bind[i], list, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_limits (const LicetJsonPlace *place,
             LicetFormField *field,
             GError **error)
{
  LicetJsonPlace inner;
  gint64 max_length;
  gint64 lines;

  if (!licet_json_place_get_optional_integer (place, "max-length", 0, &max_length, error) ||
      !licet_json_place_get_optional_integer (place, "lines", 1, &lines, error))
    return FALSE;
  if (max_length < 0 || max_length > 100000 || lines < 1 || lines > 100) {
    licet_json_place_nearest (place, "max-length", &inner);
    licet_json_place_set_error (
        &inner, error, "“max-length” or “lines” is out of range; give 0 to 100000 and 1 to 100");
    return FALSE;
  }
  field->max_length = (guint) max_length;
  field->lines = (guint) lines;
  return TRUE;
}

static void
field_free (LicetFormField *field)
{
  if (field == NULL)
    return;
  g_free (field->id);
  g_free (field->number);
  g_free (field->label);
  g_free (field->help);
  g_free (field->type);
  g_strfreev (field->bind);
  _licet_form_condition_free (field->required_when);
  g_free (field);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetFormField, field_free)

static void
section_free (LicetFormSection *section)
{
  if (section == NULL)
    return;
  g_free (section->id);
  g_free (section->title);
  g_free (section->repeat);
  _licet_form_condition_free (section->when);
  g_clear_pointer (&section->fields, g_ptr_array_unref);
  g_free (section);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetFormSection, section_free)

static void
promise_free (LicetFormPromise *promise)
{
  if (promise == NULL)
    return;
  g_free ((char *) promise->undertaking.id);
  g_free ((char *) promise->undertaking.text);
  g_free ((char *) promise->undertaking.cite);
  _licet_form_condition_free (promise->when);
  g_free (promise);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetFormPromise, promise_free)

static gboolean
dup_string (const LicetJsonPlace *place,
            const char *member,
            char **ret_text,
            GError **error)
{
  const char *text = NULL;

  if (!licet_json_place_get_string (place, member, &text, error))
    return FALSE;
  *ret_text = g_strdup (text);
  return TRUE;
}

static gboolean
dup_optional_string (const LicetJsonPlace *place,
                     const char *member,
                     char **ret_text,
                     GError **error)
{
  const char *text = NULL;

  if (!licet_json_place_get_optional_string (place, member, &text, error))
    return FALSE;
  *ret_text = g_strdup (text);
  return TRUE;
}

static gboolean
refuse_second (GHashTable *seen,
               char *id,
               const LicetJsonPlace *place,
               GError **error)
{
  LicetJsonPlace inner;

  if (g_hash_table_add (seen, id))
    return TRUE;
  licet_json_place_nearest (place, "id", &inner);
  licet_json_place_set_error (&inner, error, "the id “%s” is there twice; give each its own", id);
  return FALSE;
}

static LicetFormField *
read_field (const LicetJsonPlace *place,
            const char *list,
            GError **error)
{
  g_autoptr (LicetFormField) field = g_new0 (LicetFormField, 1);
  LicetJsonPlace inner;

  if (!licet_json_place_refuse_unknown (place, known_field_members, error) ||
      !dup_string (place, "id", &field->id, error) ||
      !dup_optional_string (place, "number", &field->number, error) ||
      !dup_string (place, "label", &field->label, error) ||
      !dup_optional_string (place, "help", &field->help, error) ||
      !dup_string (place, "type", &field->type, error) ||
      !read_limits (place, field, error) ||
      !read_required (place, field, error) ||
      !read_bind (place, field, list, error))
    return NULL;
  if (!g_strv_contains (types, field->type)) {
    licet_json_place_nearest (place, "type", &inner);
    licet_json_place_set_error (
        &inner, error, "“%s” is no type of field; use text, name, number, date, country or code",
        field->type);
    return NULL;
  }
  return g_steal_pointer (&field);
}

static gboolean
read_fields (const LicetJsonPlace *place,
             LicetFormSection *section,
             GHashTable *seen,
             GError **error)
{
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_member (place, "fields", &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;
    LicetFormField *field;
    char *full;

    licet_json_place_element (&array, i, &element);
    field = read_field (&element, section->repeat, error);
    if (field == NULL)
      return FALSE;
    g_ptr_array_add (section->fields, field);
    full = section->repeat != NULL ? g_strconcat (section->repeat, "[].", field->id, NULL)
                                   : g_strdup (field->id);
    if (!refuse_second (seen, full, &element, error))
      return FALSE;
  }
  return TRUE;
}

static LicetFormSection *
read_section (const LicetJsonPlace *place,
              GHashTable *seen,
              GError **error)
{
  g_autoptr (LicetFormSection) section = g_new0 (LicetFormSection, 1);
  LicetJsonPlace inner;

  section->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) field_free);
  if (!licet_json_place_refuse_unknown (place, known_section_members, error) ||
      !dup_string (place, "id", &section->id, error) ||
      !dup_string (place, "title", &section->title, error) ||
      !dup_optional_string (place, "repeat", &section->repeat, error) ||
      !read_optional_condition (place, "when", &section->when, error))
    return NULL;
  if (section->repeat != NULL && !_licet_form_is_list (section->repeat)) {
    licet_json_place_nearest (place, "repeat", &inner);
    licet_json_place_set_error (
        &inner, error, "“%s” is no list of a case; repeat items or intermediates", section->repeat);
    return NULL;
  }
  if (!read_fields (place, section, seen, error))
    return NULL;
  return g_steal_pointer (&section);
}

static gboolean
read_sections (const LicetJsonPlace *root,
               LicetForm *form,
               GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_member (root, "sections", &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetFormSection *section;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    section = read_section (&element, seen, error);
    if (section == NULL)
      return FALSE;
    g_ptr_array_add (form->sections, section);
    if (!refuse_second (ids, g_strdup (section->id), &element, error))
      return FALSE;
  }
  return TRUE;
}

static LicetFormPromise *
read_promise (const LicetJsonPlace *place,
              GError **error)
{
  g_autoptr (LicetFormPromise) promise = g_new0 (LicetFormPromise, 1);

  if (!licet_json_place_refuse_unknown (place, known_promise_members, error) ||
      !dup_string (place, "id", (char **) &promise->undertaking.id, error) ||
      !dup_string (place, "text", (char **) &promise->undertaking.text, error) ||
      !dup_string (place, "cite", (char **) &promise->undertaking.cite, error) ||
      !read_optional_condition (place, "when", &promise->when, error))
    return NULL;
  return g_steal_pointer (&promise);
}

static gboolean
read_promises (const LicetJsonPlace *root,
               LicetForm *form,
               GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_has (root, "undertakings"))
    return TRUE;
  if (!licet_json_place_member (root, "undertakings", &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetFormPromise *promise;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    promise = read_promise (&element, error);
    if (promise == NULL)
      return FALSE;
    g_ptr_array_add (form->promises, promise);
    if (!refuse_second (ids, g_strdup (promise->undertaking.id), &element, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_kind (const LicetJsonPlace *root,
           LicetForm *form,
           GError **error)
{
  LicetJsonPlace inner;
  const char *kind = NULL;

  if (!licet_json_place_get_string (root, "kind", &kind, error))
    return FALSE;
  if (!g_str_equal (kind, "statement") && !g_str_equal (kind, "sheet")) {
    licet_json_place_nearest (root, "kind", &inner);
    licet_json_place_set_error (&inner, error, "“%s” is no kind of form; use statement or sheet",
                                kind);
    return FALSE;
  }
  form->kind = g_str_equal (kind, "sheet") ? LICET_FORM_SHEET : LICET_FORM_STATEMENT;
  return TRUE;
}

static gboolean
read_roles (const LicetJsonPlace *root,
            LicetForm *form,
            GError **error)
{
  LicetJsonPlace inner;

  if (!licet_json_place_get_strings (root, "roles", &form->roles, error))
    return FALSE;
  for (guint i = 0; form->roles[i] != NULL; i++)
    if (!_licet_form_is_party (form->roles[i])) {
      licet_json_place_nearest (root, "roles", &inner);
      licet_json_place_set_error (&inner, error,
                                  "“%s” is no role of a party; see Bindings in data/forms/README",
                                  form->roles[i]);
      return FALSE;
    }
  if ((form->kind == LICET_FORM_STATEMENT) == (form->roles[0] != NULL))
    return TRUE;
  licet_json_place_nearest (root, "roles", &inner);
  licet_json_place_set_error (
      &inner, error,
      "a statement names in “roles” who must give it, a sheet nobody; mend “roles” or “kind”");
  return FALSE;
}

static gboolean
read_validity (const LicetJsonPlace *root,
               LicetForm *form,
               GError **error)
{
  LicetJsonPlace inner;
  gint64 months;

  if (!licet_json_place_get_optional_integer (root, "validity-months", 0, &months, error))
    return FALSE;
  if (months < 0 || months > 120) {
    licet_json_place_nearest (root, "validity-months", &inner);
    licet_json_place_set_error (&inner, error, "“validity-months” is out of range; give 0 to 120");
    return FALSE;
  }
  form->validity_months = (guint) months;
  return TRUE;
}

static gboolean
check_edition (const LicetJsonPlace *root,
               LicetForm *form,
               GError **error)
{
  LicetJsonPlace inner;
  GDate day;

  if (licet_date_parse (form->edition, &day, NULL))
    return TRUE;
  licet_json_place_nearest (root, "edition", &inner);
  licet_json_place_set_error (&inner, error, "“%s” is no day; write the edition as 2026-11-23",
                              form->edition);
  return FALSE;
}

LicetForm *
_licet_form_parse (LicetJson *json,
                   GError **error)
{
  g_autoptr (LicetForm) form = g_new0 (LicetForm, 1);
  LicetJsonPlace root;

  g_atomic_ref_count_init (&form->ref_count);
  form->sections = g_ptr_array_new_with_free_func ((GDestroyNotify) section_free);
  form->promises = g_ptr_array_new_with_free_func ((GDestroyNotify) promise_free);
  licet_json_place_root (json, &root);
  if (!licet_json_place_refuse_unknown (&root, known_members, error) ||
      !dup_string (&root, "id", &form->id, error) ||
      !read_kind (&root, form, error) ||
      !dup_string (&root, "jurisdiction", &form->jurisdiction, error) ||
      !dup_string (&root, "authority", &form->authority, error) ||
      !dup_string (&root, "title", &form->title, error) ||
      !dup_optional_string (&root, "intro", &form->intro, error) ||
      !dup_string (&root, "edition", &form->edition, error) ||
      !check_edition (&root, form, error) ||
      !dup_string (&root, "cite", &form->cite, error) ||
      !read_roles (&root, form, error) ||
      !licet_json_place_get_strings (&root, "signature", &form->signature, error) ||
      !read_validity (&root, form, error) ||
      !read_optional_condition (&root, "applies", &form->applies, error) ||
      !read_sections (&root, form, error) ||
      !read_promises (&root, form, error))
    return NULL;
  return g_steal_pointer (&form);
}
