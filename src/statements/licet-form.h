/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-license.h>

#include "licet-statements-error.h"

G_BEGIN_DECLS

/**
 * LicetForm: a statement or an authority sheet as data: sections, fields with bindings, undertakings, signature rules.
 * Immutable, counted by reference. data/forms/README documents the format.
 */
typedef struct _LicetForm LicetForm;

#define LICET_TYPE_FORM (licet_form_get_type ())
GType licet_form_get_type (void);

/** LicetFormKind: what a form is. */
typedef enum {
  LICET_FORM_STATEMENT,
  LICET_FORM_SHEET,
} LicetFormKind;

/**
 * LicetFilledField: a field of a form with the value the case gives it.
 * @id: "end-user.name"; in a repeated section with the row: "items[0].description"
 * @number: (nullable): number of the box, "17"
 * @label: its label
 * @help: (nullable): in plain words
 * @section: title of the section
 * @row: row of a repeated section from 0, or -1
 * @value: (nullable): its value; %NULL when not known
 * @is_typed: whether the value was typed over what the case says
 * @max_length: the most characters, 0 for no limit
 * @is_required: whether it must be filled for this case
 * @is_struck: whether the section does not apply and is struck out
 * @reason: (nullable): why it is missing, if somebody said so
 * @bind: (nullable): where the value comes from, for "Go to"
 * @multiline: whether it takes several lines
 */
typedef struct {
  char *id;
  char *number;
  char *label;
  char *help;
  char *section;
  int row;
  char *value;
  gboolean is_typed;
  guint max_length;
  gboolean is_required;
  gboolean is_struck;
  char *reason;
  char *bind;
  gboolean multiline;
} LicetFilledField;

/** licet_filled_field_free: Frees @field; %NULL is accepted. */
void licet_filled_field_free (LicetFilledField *field);

/**
 * LicetUndertaking: a point the signer promises.
 * @id: its name
 * @text: our words
 * @cite: the point of law it answers
 */
typedef struct {
  const char *id;
  const char *text;
  const char *cite;
} LicetUndertaking;

/**
 * licet_form_load:
 *
 * Returns: (transfer full): the form "statements/eu-end-use" or "sheets/eu-annex-iii-a", or %NULL with
 *   %LICET_STATEMENTS_ERROR_FORM or _DATA.
 */
LicetForm *licet_form_load (LicetBundle *bundle,
                            const char *name,
                            GError **error);
/** licet_form_check_document: A #LicetDocumentCheck for "forms/". */
gboolean licet_form_check_document (LicetBundle *bundle,
                                    const char *name,
                                    LicetJson *json,
                                    GError **error);
/** licet_form_dup_names: Returns: (transfer full): names of the forms of @kind in @bundle. */
GStrv licet_form_dup_names (LicetBundle *bundle,
                            LicetFormKind kind);
/** licet_form_ref: Returns: (transfer full): @form. */
LicetForm *licet_form_ref (LicetForm *form);
/** licet_form_unref: Gives up a reference; %NULL is accepted. */
void licet_form_unref (LicetForm *form);
/** licet_form_get_id: Returns: (transfer none): "eu-end-use". */
const char *licet_form_get_id (LicetForm *form);
/** licet_form_get_title: Returns: (transfer none): its title. */
const char *licet_form_get_title (LicetForm *form);
/** licet_form_get_authority: Returns: (transfer none): who asks for it. */
const char *licet_form_get_authority (LicetForm *form);
/** licet_form_get_edition: Returns: (transfer none): date of the form it follows. */
const char *licet_form_get_edition (LicetForm *form);
/** licet_form_get_jurisdiction: Returns: (transfer none): "EU", "UK". */
const char *licet_form_get_jurisdiction (LicetForm *form);
/** licet_form_get_cite: Returns: (transfer none): the provision that asks for it. */
const char *licet_form_get_cite (LicetForm *form);
/** licet_form_get_roles: Returns: (transfer none) (array zero-terminated=1): roles of parties that must give it; none for a sheet. */
const char *const *licet_form_get_roles (LicetForm *form);
/** licet_form_get_validity_months: Returns: months from the signature within which it must be handed in, 0 for no limit. */
guint licet_form_get_validity_months (LicetForm *form);
/** licet_form_get_signature_rules: Returns: (transfer none) (array zero-terminated=1): how it must be signed, our words. */
const char *const *licet_form_get_signature_rules (LicetForm *form);
/** licet_form_get_intro: Returns: (transfer none) (nullable): a line under the title. */
const char *licet_form_get_intro (LicetForm *form);

/**
 * licet_form_applies:
 * @facts: the case as it is bound
 * @party: (nullable): id of the party that would sign
 *
 * Returns: whether the form is asked for; unknown when a fact that decides it is not there
 */
LicetTruth licet_form_applies (LicetForm *form,
                               JsonNode *facts,
                               const char *party);

/**
 * licet_form_fill:
 * @form: the form
 * @facts: the case as it is bound: see data/forms/README, "Bindings"
 * @party: (nullable): id of the party that signs, so that "party." binds to it; %NULL for a sheet
 * @values: (nullable) (element-type utf8 utf8): what was typed over, by id of the field
 *
 * Returns: (transfer full) (element-type LicetFilledField): all fields in the order of the form, rows of repeated sections unrolled
 */
GPtrArray *licet_form_fill (LicetForm *form,
                            JsonNode *facts,
                            const char *party,
                            GHashTable *values);

/**
 * licet_form_get_undertakings:
 *
 * Returns: (transfer full) (element-type LicetUndertaking): the undertakings that apply to @facts and the
 *   signing @party; borrowed texts.
 */
GPtrArray *licet_form_get_undertakings (LicetForm *form,
                                        JsonNode *facts,
                                        const char *party);

/**
 * licet_form_lookup:
 * @facts: a bound case
 * @path: "end-user.address.street", "items[0].codes", "transaction.contract.date"
 *
 * Returns: (transfer full) (nullable): the value as text: lists joined by "; ", truth as "yes"/"no"
 */
char *licet_form_lookup (JsonNode *facts,
                         const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetForm, licet_form_unref)

G_END_DECLS
