/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-line"

#include "config.h"

#include "licet-line.h"

#include "licet-line-private.h"

struct _LicetLine {
  LicetTextRecord parent_instance;

  LicetItem *item;
  GStrv evidence;
  GPtrArray *conclusions;
  GPtrArray *determinations;
};

G_DEFINE_FINAL_TYPE (LicetLine, licet_line, LICET_TYPE_TEXT_RECORD)

static const LicetTextField text_fields[] = {
  { "id", NULL, "id" },
  { "part-number", NULL, "part-number" },
  { "maker", NULL, "maker" },
  { "quantity", NULL, "quantity" },
  { "unit", NULL, "unit" },
  { "unit-value", NULL, "unit-value" },
  { "commodity-code", NULL, "commodity-code" },
  { "cas", NULL, "cas" },
  { "origin", NULL, "origin" },
};

static const char *const known_members[] = {
  "id",
  "part-number",
  "maker",
  "quantity",
  "unit",
  "unit-value",
  "commodity-code",
  "cas",
  "origin",
  "evidence",
  "classification",
  "conclusions",
  "determinations",
  NULL,
};

static const char *const known_conclusion_members[] = {
  "list", "codes",      "follows-component", "kinds-reviewed", "rejected",
  "note", "decided-by", "decided-on",        "review-on",      NULL,
};

static void
conclusion_free (LicetLineConclusion *conclusion)
{
  if (conclusion == NULL)
    return;
  g_free (conclusion->list);
  g_strfreev (conclusion->codes);
  g_free (conclusion->follows_component);
  g_strfreev (conclusion->rejected);
  g_free (conclusion->note);
  g_free (conclusion->decided_by);
  g_free (conclusion->decided_on);
  g_free (conclusion->review_on);
  g_free (conclusion);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetLineConclusion, conclusion_free)

static gboolean
read_day (const LicetJsonPlace *place,
          const char *member,
          gboolean is_needed,
          char **ret_day,
          GError **error)
{
  const char *text = NULL;
  GDate day;

  if (is_needed ? !licet_json_place_get_string (place, member, &text, error)
                : !licet_json_place_get_optional_string (place, member, &text, error))
    return FALSE;
  if (text != NULL && !licet_date_parse (text, &day, NULL)) {
    licet_json_place_set_error (place, error, "“%s” in “%s” is no day; write it as 2026-11-23",
                                text, member);
    return FALSE;
  }
  *ret_day = g_strdup (text);
  return TRUE;
}

static LicetLineConclusion *
read_conclusion (const LicetJsonPlace *place,
                 GError **error)
{
  g_autoptr (LicetLineConclusion) conclusion = g_new0 (LicetLineConclusion, 1);
  const char *list = NULL;
  const char *follows = NULL;
  const char *note = NULL;
  const char *decided_by = NULL;

  if (!licet_json_place_refuse_unknown (place, known_conclusion_members, error) ||
      !licet_json_place_get_string (place, "list", &list, error) ||
      !licet_json_place_get_strings (place, "codes", &conclusion->codes, error) ||
      !licet_json_place_get_optional_string (place, "follows-component", &follows, error) ||
      !licet_json_place_get_optional_boolean (place, "kinds-reviewed", FALSE,
                                              &conclusion->kinds_reviewed, error) ||
      !licet_json_place_get_strings (place, "rejected", &conclusion->rejected, error) ||
      !licet_json_place_get_optional_string (place, "note", &note, error) ||
      !licet_json_place_get_string (place, "decided-by", &decided_by, error) ||
      !read_day (place, "decided-on", TRUE, &conclusion->decided_on, error) ||
      !read_day (place, "review-on", FALSE, &conclusion->review_on, error))
    return NULL;
  conclusion->list = g_strdup (list);
  conclusion->follows_component = g_strdup (follows);
  conclusion->note = g_strdup (note);
  conclusion->decided_by = g_strdup (decided_by);
  return g_steal_pointer (&conclusion);
}

static gboolean
read_conclusions (LicetLine *self,
                  const LicetJsonPlace *place,
                  GError **error)
{
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_has (place, "conclusions"))
    return TRUE;
  if (!licet_json_place_member (place, "conclusions", &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetLineConclusion *conclusion;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    conclusion = read_conclusion (&element, error);
    if (conclusion == NULL)
      return FALSE;
    g_ptr_array_add (self->conclusions, conclusion);
  }
  return TRUE;
}

static gboolean
read_determinations (LicetLine *self,
                     const LicetJsonPlace *place,
                     GError **error)
{
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_has (place, "determinations"))
    return TRUE;
  if (!licet_json_place_member (place, "determinations", &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetDetermination *determination;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    determination = licet_determination_new_from_json (&element, error);
    if (determination == NULL)
      return FALSE;
    g_ptr_array_add (self->determinations, determination);
  }
  return TRUE;
}

static gboolean
read_item (LicetLine *self,
           LicetBundle *bundle,
           const LicetJsonPlace *place,
           GError **error)
{
  LicetJsonPlace classification;

  if (!licet_json_place_has (place, "classification")) {
    self->item = licet_item_new (bundle);
    return TRUE;
  }
  if (!licet_json_place_member (place, "classification", &classification, error))
    return FALSE;
  self->item = licet_item_new_from_json (bundle, &classification, error);
  return self->item != NULL;
}

static gboolean
check_number (LicetLine *self,
              const LicetJsonPlace *place,
              const char *property,
              GError **error)
{
  const char *text = licet_line_get_text (self, property);
  g_autoptr (GError) reason = NULL;
  LicetDecimal number;

  if (text == NULL)
    return TRUE;
  if (!licet_decimal_parse (text, &number, &reason)) {
    licet_json_place_set_error (place, error, "“%s” cannot be read: %s", property, reason->message);
    return FALSE;
  }
  if (number.mantissa < 0) {
    licet_json_place_set_error (place, error, "“%s” is %s; give zero or more", property, text);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check (LicetLine *self,
       const LicetJsonPlace *place,
       GError **error)
{
  const char *origin = licet_line_get_text (self, "origin");

  if (!check_number (self, place, "quantity", error) ||
      !check_number (self, place, "unit-value", error))
    return FALSE;
  if (origin != NULL && !licet_country_is_valid (origin)) {
    licet_json_place_set_error (
        place, error, "“%s” is no country code; use two letters of ISO 3166-1, such as DE", origin);
    return FALSE;
  }
  return TRUE;
}

static JsonObject *
serialise_conclusion (const LicetLineConclusion *conclusion)
{
  JsonObject *object = json_object_new ();

  licet_json_add_text (object, "list", conclusion->list);
  json_object_set_array_member (object, "codes",
                                licet_json_make_strings ((const char *const *) conclusion->codes));
  licet_json_add_text (object, "follows-component", conclusion->follows_component);
  json_object_set_boolean_member (object, "kinds-reviewed", conclusion->kinds_reviewed);
  json_object_set_array_member (
      object, "rejected", licet_json_make_strings ((const char *const *) conclusion->rejected));
  licet_json_add_text (object, "note", conclusion->note);
  licet_json_add_text (object, "decided-by", conclusion->decided_by);
  licet_json_add_text (object, "decided-on", conclusion->decided_on);
  licet_json_add_text (object, "review-on", conclusion->review_on);
  return object;
}

static void
licet_line_finalize (GObject *object)
{
  LicetLine *self = LICET_LINE (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->evidence, g_strfreev);
  g_clear_pointer (&self->conclusions, g_ptr_array_unref);
  g_clear_pointer (&self->determinations, g_ptr_array_unref);
  G_OBJECT_CLASS (licet_line_parent_class)->finalize (object);
}

static void
licet_line_class_init (LicetLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = licet_line_finalize;
  licet_text_record_class_set_fields (LICET_TEXT_RECORD_CLASS (klass), text_fields,
                                      G_N_ELEMENTS (text_fields));
}

static void
licet_line_init (LicetLine *self)
{
  self->evidence = g_new0 (char *, 1);
  self->conclusions = g_ptr_array_new_with_free_func ((GDestroyNotify) conclusion_free);
  self->determinations =
      g_ptr_array_new_with_free_func ((GDestroyNotify) licet_determination_unref);
}

GPtrArray *
_licet_line_get_conclusions (LicetLine *self)
{
  g_assert (LICET_IS_LINE (self));

  return self->conclusions;
}

LicetLine *
licet_line_new_from_json (LicetBundle *bundle,
                          const LicetJsonPlace *place,
                          GError **error)
{
  g_autoptr (LicetLine) self = NULL;
  g_auto (GStrv) evidence = NULL;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (!licet_json_place_refuse_unknown (place, known_members, error))
    return NULL;
  self = g_object_new (LICET_TYPE_LINE, NULL);
  if (!licet_text_record_read (LICET_TEXT_RECORD (self), place, error) ||
      !check (self, place, error) ||
      !licet_json_place_get_strings (place, "evidence", &evidence, error) ||
      !read_item (self, bundle, place, error) ||
      !read_conclusions (self, place, error) ||
      !read_determinations (self, place, error))
    return NULL;
  g_strfreev (self->evidence);
  self->evidence = g_steal_pointer (&evidence);
  return g_steal_pointer (&self);
}

JsonNode *
licet_line_serialise (LicetLine *self)
{
  JsonArray *determinations;
  JsonArray *conclusions;
  JsonObject *object;

  g_return_val_if_fail (LICET_IS_LINE (self), NULL);

  object = json_object_new ();
  licet_text_record_write (LICET_TEXT_RECORD (self), object);
  json_object_set_array_member (object, "evidence",
                                licet_json_make_strings ((const char *const *) self->evidence));
  json_object_set_member (object, "classification", licet_item_serialise (self->item));
  conclusions = json_array_new ();
  for (guint i = 0; i < self->conclusions->len; i++)
    json_array_add_object_element (conclusions,
                                   serialise_conclusion (g_ptr_array_index (self->conclusions, i)));
  json_object_set_array_member (object, "conclusions", conclusions);
  determinations = json_array_new ();
  for (guint i = 0; i < self->determinations->len; i++)
    json_array_add_element (determinations, licet_determination_serialise (
                                                g_ptr_array_index (self->determinations, i)));
  json_object_set_array_member (object, "determinations", determinations);
  return licet_json_make_node (object);
}

const char *
licet_line_get_text (LicetLine *self,
                     const char *field)
{
  g_return_val_if_fail (LICET_IS_LINE (self), NULL);

  return licet_text_record_get (LICET_TEXT_RECORD (self), field);
}

const char *
licet_line_get_id (LicetLine *self)
{
  return licet_line_get_text (self, "id");
}

LicetItem *
licet_line_get_item (LicetLine *self)
{
  g_return_val_if_fail (LICET_IS_LINE (self), NULL);

  return self->item;
}

const char *const *
licet_line_get_evidence (LicetLine *self)
{
  g_return_val_if_fail (LICET_IS_LINE (self), NULL);

  return (const char *const *) self->evidence;
}

gboolean
licet_line_get_value (LicetLine *self,
                      LicetDecimal *ret_value)
{
  const char *quantity = licet_line_get_text (self, "quantity");
  const char *unit_value = licet_line_get_text (self, "unit-value");
  LicetDecimal number;
  LicetDecimal each;

  return quantity != NULL && unit_value != NULL &&
         licet_decimal_parse (quantity, &number, NULL) &&
         licet_decimal_parse (unit_value, &each, NULL) &&
         licet_decimal_multiply (&number, &each, ret_value, NULL);
}

LicetDetermination *
licet_line_get_determination (LicetLine *self,
                              const char *list)
{
  g_return_val_if_fail (LICET_IS_LINE (self), NULL);

  for (guint i = self->determinations->len; i > 0; i--) {
    LicetDetermination *determination = g_ptr_array_index (self->determinations, i - 1);

    if (g_str_equal (licet_determination_get_list_id (determination), list))
      return determination;
  }
  return NULL;
}

GPtrArray *
licet_line_get_determinations (LicetLine *self)
{
  g_return_val_if_fail (LICET_IS_LINE (self), NULL);

  return self->determinations;
}

void
licet_line_add_determination (LicetLine *self,
                              LicetDetermination *determination)
{
  g_return_if_fail (LICET_IS_LINE (self));
  g_return_if_fail (determination != NULL);

  g_ptr_array_add (self->determinations, licet_determination_ref (determination));
}

char *
licet_line_dup_codes (LicetLine *self,
                      const char *list)
{
  LicetDetermination *determination = licet_line_get_determination (self, list);

  if (determination == NULL)
    return g_strdup ("");
  if (licet_determination_get_outcome (determination) == LICET_OUTCOME_NOT_LISTED)
    return g_strdup ("not listed");
  return g_strjoinv (", ", (char **) licet_determination_get_codes (determination));
}
