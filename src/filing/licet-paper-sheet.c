/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-paper-sheet"

#include "config.h"

#include "licet-papers-private.h"

/* How long a value is against what the form takes, and what is the matter with it. */
static char *
dup_state (const LicetFilledField *field,
           LicetMark *ret_mark)
{
  guint length = field->value != NULL ? licet_text_length (field->value) : 0;

  *ret_mark = LICET_MARK_NONE;
  if (field->is_struck)
    return g_strdup ("does not apply");
  if (field->value == NULL && field->reason != NULL)
    return g_strdup_printf ("missing because: %s", field->reason);
  if (field->value == NULL) {
    *ret_mark = field->is_required ? LICET_MARK_UNKNOWN : LICET_MARK_NONE;
    return g_strdup (field->is_required ? "missing" : "not needed");
  }
  if (field->max_length == 0) {
    *ret_mark = LICET_MARK_DONE;
    return g_strdup_printf ("%u characters", length);
  }
  *ret_mark = length > field->max_length ? LICET_MARK_CONFLICT : LICET_MARK_DONE;
  return g_strdup_printf (length > field->max_length ? "%u of %u characters: too long"
                                                     : "%u of %u characters",
                          length, field->max_length);
}

static void
add_field (LicetDocument *document,
           const LicetFilledField *field)
{
  LicetMark mark;
  g_autofree char *state = dup_state (field, &mark);
  const char *empty = field->help != NULL ? field->help : "Left empty";

  licet_document_add_box (document, field->number, field->label,
                          field->value != NULL ? LICET_TEXT_NORMAL : LICET_TEXT_DIM,
                          field->value != NULL ? field->value : empty, mark, state);
}

LicetDocument *
_licet_paper_new_sheet (const LicetFrozen *frozen,
                        LicetForm *form)
{
  LicetDocument *document = _licet_paper_new (frozen, licet_form_get_title (form),
                                              licet_form_get_cite (form));
  g_autoptr (GPtrArray) fields = licet_form_fill (form, frozen->facts, NULL, NULL);
  g_autofree char *detail = g_strdup_printf (
    "%s; %s, edition %s",
    licet_form_get_intro (form) != NULL ? licet_form_get_intro (form) : "Sheet",
    licet_form_get_cite (form), licet_form_get_edition (form));
  const char *section = NULL;
  int row = -1;

  licet_document_add_title (document, licet_form_get_title (form), detail);
  licet_document_add_pair (document, "For", licet_form_get_authority (form), NULL);
  for (guint i = 0; i < fields->len; i++) {
    const LicetFilledField *field = g_ptr_array_index (fields, i);

    if (g_strcmp0 (section, field->section) != 0)
      licet_document_add_heading (document, 1, field->section);
    if (field->row >= 0 && (field->row != row || g_strcmp0 (section, field->section) != 0)) {
      g_autofree char *line = g_strdup_printf ("Line %d", field->row + 1);

      licet_document_add_heading (document, 2, line);
    }
    section = field->section;
    row = field->row;
    add_field (document, field);
  }
  return document;
}
