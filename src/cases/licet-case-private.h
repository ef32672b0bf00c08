/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-case.h"

G_BEGIN_DECLS

struct _LicetCase {
  GObject parent_instance;

  LicetBundle *bundle;
  char *folder;
  GHashTable *texts;   /* utf8 path -> utf8 */
  GHashTable *reasons; /* utf8 path -> utf8 */
  guint round;
  GStrv jurisdictions;
  GStrv route;
  LicetTruth incorporated;
  GListStore *lines;
  GListStore *parties;
  GListStore *statements;
  GListStore *evidence;
  GPtrArray *answers;   /* LicetCaseAnswer, by id */
  GPtrArray *red_flags; /* LicetRedFlag */
  GPtrArray *journal;   /* utf8 */
};

/** LicetCaseTextType: what a text of a case must be. */
typedef enum {
  LICET_CASE_TEXT_FREE,
  LICET_CASE_TEXT_DAY,
  LICET_CASE_TEXT_MOMENT,
  LICET_CASE_TEXT_COUNTRY,
  LICET_CASE_TEXT_NUMBER,
  LICET_CASE_TEXT_TRANSACTION,
  LICET_CASE_TEXT_PERMANENCE,
} LicetCaseTextType;

/** LicetCaseTextField: a text of a case: its path in the file, and what it must be. */
typedef struct {
  const char *path;
  LicetCaseTextType type;
} LicetCaseTextField;

/** _licet_case_get_text_fields: Returns: (transfer none): the texts of a case. */
const LicetCaseTextField *_licet_case_get_text_fields (guint *ret_n);

/** _licet_case_check_text: Returns: whether @text is what @field must be; if not, @error says what to write. */
gboolean _licet_case_check_text (const LicetCaseTextField *field,
                                 const char *text,
                                 GError **error);

/** _licet_case_answer_new: Returns: (transfer full): an answer with copies of the texts. */
LicetCaseAnswer *_licet_case_answer_new (const char *id,
                                         LicetTruth truth,
                                         const char *why,
                                         const char *by,
                                         const char *on,
                                         const char *reference);

/** _licet_case_find_list: Returns: (transfer none) (nullable): the control list of @jurisdiction in the bundle of @self. */
const LicetControlList *_licet_case_find_list (LicetCase *self,
                                               const char *jurisdiction);

G_END_DECLS
