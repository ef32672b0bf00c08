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
  LICET_CASE_TEXT_CURRENCY,
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

/** _licet_case_read_length: The number of elements of @array; %FALSE when there are more than a case may have. */
gboolean _licet_case_read_length (const LicetJsonPlace *array,
                                  guint *ret_length,
                                  GError **error);

/** _licet_case_refuse_second: Whether the "id" of @place is not in @seen yet, where it is kept, borrowed from the document. */
gboolean _licet_case_refuse_second (GHashTable *seen,
                                    const LicetJsonPlace *place,
                                    GError **error);

/** _licet_case_read_end_use: Reads answers and red flags of the case below @root. */
gboolean _licet_case_read_end_use (LicetCase *self,
                                   const LicetJsonPlace *root,
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
