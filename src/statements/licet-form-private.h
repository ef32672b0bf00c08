/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-form.h"

G_BEGIN_DECLS

typedef struct _LicetFormCondition LicetFormCondition;

/** LicetFormField: a field as the form file says it. */
typedef struct {
  char *id;
  char *number;
  char *label;
  char *help;
  char *type;
  GStrv bind;
  guint max_length;
  guint lines;
  gboolean is_required;
  LicetFormCondition *required_when;
} LicetFormField;

/** LicetFormSection: a section as the form file says it. */
typedef struct {
  char *id;
  char *title;
  char *repeat;
  LicetFormCondition *when;
  GPtrArray *fields;
} LicetFormSection;

/** LicetFormPromise: an undertaking with its condition. */
typedef struct {
  LicetUndertaking undertaking;
  LicetFormCondition *when;
} LicetFormPromise;

struct _LicetForm {
  gatomicrefcount ref_count;

  LicetFormKind kind;
  char *id;
  char *title;
  char *authority;
  char *intro;
  char *edition;
  char *jurisdiction;
  char *cite;
  GStrv roles;
  GStrv signature;
  guint validity_months;
  LicetFormCondition *applies;
  GPtrArray *sections;
  GPtrArray *promises;
};

/** _licet_form_parse: Returns: (transfer full): the form in @json, or %NULL with an error naming file, line and place. */
LicetForm *_licet_form_parse (LicetJson *json,
                              GError **error);

/** _licet_form_condition_parse: Returns: (transfer full): the condition at @place, or %NULL with an error. */
LicetFormCondition *_licet_form_condition_parse (const LicetJsonPlace *place,
                                                 GError **error);
/** _licet_form_condition_free: Frees @condition; %NULL is accepted. */
void _licet_form_condition_free (LicetFormCondition *condition);
/** _licet_form_condition_evaluate: Returns: whether @condition (nullable: always) holds for @facts; unknown when a fact is not there. */
LicetTruth _licet_form_condition_evaluate (const LicetFormCondition *condition,
                                           JsonNode *facts);

/** _licet_form_check_path: Whether @path is one that a case, or a row of @list (nullable), answers; if not, @error names @place. */
gboolean _licet_form_check_path (const LicetJsonPlace *place,
                                 const char *path,
                                 const char *list,
                                 GError **error);
/** _licet_form_is_list: Returns: whether @name is a list whose rows a section can repeat. */
gboolean _licet_form_is_list (const char *name);
/** _licet_form_is_party: Returns: whether @name is a role of parties. */
gboolean _licet_form_is_party (const char *name);

/** _licet_form_find_node: Returns: (transfer none) (nullable): what stands at @path below @facts. */
JsonNode *_licet_form_find_node (JsonNode *facts,
                                 const char *path);

/** _licet_form_find_field: Returns: (transfer none) (nullable): the field of the form that the filled field @id comes from. */
const LicetFormField *_licet_form_find_field (LicetForm *form,
                                              const char *id);

/** _licet_form_with_party: Returns: (transfer full): @facts with the party @party as "party". */
JsonNode *_licet_form_with_party (JsonNode *facts,
                                  const char *party);

G_END_DECLS
