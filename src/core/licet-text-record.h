/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-json.h"

G_BEGIN_DECLS

/**
 * LicetTextField: a text of a record.
 * @property: name of its property
 * @group: (nullable): object of the file it stands in
 * @member: its name in the file
 */
typedef struct {
  const char *property;
  const char *group;
  const char *member;
} LicetTextField;

/**
 * LicetTextRecord: what parties, lines and pieces of evidence have in common: a row of texts, each a property that notifies and a
 * member of a file. An empty text is the same as none.
 */
#define LICET_TYPE_TEXT_RECORD (licet_text_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (LicetTextRecord, licet_text_record, LICET, TEXT_RECORD, GObject)

struct _LicetTextRecordClass {
  GObjectClass parent_class;

  const LicetTextField *fields;
  guint n_fields;
};

/**
 * licet_text_record_class_set_fields:
 * @klass: a subclass, in its class_init
 * @fields: (array length=n_fields): its texts, static; the first is its id
 *
 * Installs a property for each field, with ids from 1; a subclass's own properties begin at @n_fields + 1.
 */
void licet_text_record_class_set_fields (LicetTextRecordClass *klass,
                                         const LicetTextField *fields,
                                         guint n_fields);

/** licet_text_record_get: Returns: (transfer none) (nullable): the text @property; %NULL when not known. */
const char *licet_text_record_get (LicetTextRecord *record,
                                   const char *property);

/** licet_text_record_set: Sets the text @property; notifies when it changes. */
void licet_text_record_set (LicetTextRecord *record,
                            const char *property,
                            const char *text);

/** licet_text_record_read: Reads every field from the object @place, in NFC; an absent one stays unknown. The id must be there. */
gboolean licet_text_record_read (LicetTextRecord *record,
                                 const LicetJsonPlace *place,
                                 GError **error);

/** licet_text_record_write: Writes every field into @object, groups as objects; what is not known is left out. */
void licet_text_record_write (LicetTextRecord *record,
                              JsonObject *object);

/** licet_text_record_get_field_value: For a subclass with properties of its own: handles ids of fields. Returns: whether it is one. */
gboolean licet_text_record_get_field_value (LicetTextRecord *record,
                                            guint prop_id,
                                            GValue *value);

/** licet_text_record_set_field_value: For a subclass with properties of its own: handles ids of fields. Returns: whether it is one. */
gboolean licet_text_record_set_field_value (LicetTextRecord *record,
                                            guint prop_id,
                                            const GValue *value,
                                            GParamSpec *pspec);

G_END_DECLS
