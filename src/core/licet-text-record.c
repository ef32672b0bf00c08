/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-text-record"

#include "config.h"

#include "licet-text-record.h"

#include "licet-text.h"

typedef struct {
  char **texts;
} LicetTextRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (LicetTextRecord, licet_text_record, G_TYPE_OBJECT)

static char **
get_texts (LicetTextRecord *self)
{
  LicetTextRecordPrivate *private = licet_text_record_get_instance_private (self);

  /* Made when first needed: in instance initialisation the class of the subclass is not known yet. */
  if (private->texts == NULL)
    private->texts = g_new0 (char *, LICET_TEXT_RECORD_GET_CLASS (self)->n_fields);
  return private->texts;
}

static guint
find_field (LicetTextRecord *self,
            const char *property)
{
  LicetTextRecordClass *klass = LICET_TEXT_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].property, property))
      return i;
  return klass->n_fields;
}

static gboolean
read_field (const LicetTextField *field,
            const LicetJsonPlace *place,
            const char **ret_text,
            GError **error)
{
  LicetJsonPlace group;

  *ret_text = NULL;
  if (field->group == NULL)
    return licet_json_place_get_optional_string (place, field->member, ret_text, error);
  if (!licet_json_place_has (place, field->group))
    return TRUE;
  return licet_json_place_member (place, field->group, &group, error) &&
         licet_json_place_get_optional_string (&group, field->member, ret_text, error);
}

static void
licet_text_record_finalize (GObject *object)
{
  LicetTextRecord *self = LICET_TEXT_RECORD (object);
  LicetTextRecordPrivate *private = licet_text_record_get_instance_private (self);

  if (private->texts != NULL)
    for (guint i = 0; i < LICET_TEXT_RECORD_GET_CLASS (self)->n_fields; i++)
      g_free (private->texts[i]);
  g_clear_pointer (&private->texts, g_free);
  G_OBJECT_CLASS (licet_text_record_parent_class)->finalize (object);
}

/* Enough for a subclass that has no properties beside its fields. */
static void
licet_text_record_get_property (GObject *object,
                                guint prop_id,
                                GValue *value,
                                GParamSpec *pspec)
{
  if (!licet_text_record_get_field_value (LICET_TEXT_RECORD (object), prop_id, value))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
licet_text_record_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  if (!licet_text_record_set_field_value (LICET_TEXT_RECORD (object), prop_id, value, pspec))
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
licet_text_record_class_init (LicetTextRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = licet_text_record_finalize;
}

static void
licet_text_record_init (LicetTextRecord *self)
{
}

void
licet_text_record_class_set_fields (LicetTextRecordClass *klass,
                                    const LicetTextField *fields,
                                    guint n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* Not inherited: GObject clears both in every class derived. */
  if (object_class->get_property == NULL)
    object_class->get_property = licet_text_record_get_property;
  if (object_class->set_property == NULL)
    object_class->set_property = licet_text_record_set_property;
  klass->fields = fields;
  klass->n_fields = n_fields;
  for (guint i = 0; i < n_fields; i++) {
    GParamSpec *pspec =
        g_param_spec_string (fields[i].property, NULL, NULL, NULL,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);

    g_object_class_install_property (object_class, i + 1, pspec);
  }
}

const char *
licet_text_record_get (LicetTextRecord *self,
                       const char *property)
{
  guint index;

  g_return_val_if_fail (LICET_IS_TEXT_RECORD (self), NULL);

  index = find_field (self, property);
  g_return_val_if_fail (index < LICET_TEXT_RECORD_GET_CLASS (self)->n_fields, NULL);
  return get_texts (self)[index];
}

void
licet_text_record_set (LicetTextRecord *self,
                       const char *property,
                       const char *text)
{
  g_return_if_fail (LICET_IS_TEXT_RECORD (self));
  g_return_if_fail (find_field (self, property) < LICET_TEXT_RECORD_GET_CLASS (self)->n_fields);

  g_object_set (self, property, text, NULL);
}

gboolean
licet_text_record_read (LicetTextRecord *self,
                        const LicetJsonPlace *place,
                        GError **error)
{
  LicetTextRecordClass *klass;

  g_return_val_if_fail (LICET_IS_TEXT_RECORD (self), FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  klass = LICET_TEXT_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++) {
    g_autofree char *normal = NULL;
    const char *text;

    if (!read_field (&klass->fields[i], place, &text, error))
      return FALSE;
    normal = text != NULL ? licet_text_normalise (text) : NULL;
    g_object_set (self, klass->fields[i].property, normal, NULL);
  }
  if (get_texts (self)[0] == NULL) {
    licet_json_place_set_error (
        place, error, "“%s” is missing or empty; give a short name that nothing else here has",
        klass->fields[0].member);
    return FALSE;
  }
  return TRUE;
}

void
licet_text_record_write (LicetTextRecord *self,
                         JsonObject *object)
{
  LicetTextRecordClass *klass;

  g_return_if_fail (LICET_IS_TEXT_RECORD (self));
  g_return_if_fail (object != NULL);

  klass = LICET_TEXT_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++) {
    const LicetTextField *field = &klass->fields[i];
    const char *text = get_texts (self)[i];
    JsonObject *into = object;

    if (text == NULL)
      continue;
    if (field->group != NULL) {
      if (!json_object_has_member (object, field->group))
        json_object_set_object_member (object, field->group, json_object_new ());
      into = json_object_get_object_member (object, field->group);
    }
    json_object_set_string_member (into, field->member, text);
  }
}

gboolean
licet_text_record_get_field_value (LicetTextRecord *self,
                                   guint prop_id,
                                   GValue *value)
{
  if (prop_id < 1 || prop_id > LICET_TEXT_RECORD_GET_CLASS (self)->n_fields)
    return FALSE;
  g_value_set_string (value, get_texts (self)[prop_id - 1]);
  return TRUE;
}

gboolean
licet_text_record_set_field_value (LicetTextRecord *self,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  const char *text;

  if (prop_id < 1 || prop_id > LICET_TEXT_RECORD_GET_CLASS (self)->n_fields)
    return FALSE;
  text = g_value_get_string (value);
  if (text != NULL && *text == '\0')
    text = NULL;
  if (g_set_str (&get_texts (self)[prop_id - 1], text))
    g_object_notify_by_pspec (G_OBJECT (self), pspec);
  return TRUE;
}
