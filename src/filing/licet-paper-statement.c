/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-paper-statement"

#include "config.h"

#include "licet-papers-private.h"

#include <string.h>

#define MAX_COLUMNS 8u

static const char *const signature_lines[] = {
  "Place and date",
  "Signature",
  "Name in block letters",
  "Function in block letters",
  "Company stamp, if there is one",
  NULL,
};

static gboolean
is_same_section (const LicetFilledField *a,
                 const LicetFilledField *b)
{
  return g_strcmp0 (a->section, b->section) == 0;
}

/* The first field after @from that stands in another section. */
static guint
find_section_end (GPtrArray *fields,
                  guint from)
{
  guint end = from;

  while (end < fields->len &&
         is_same_section (g_ptr_array_index (fields, from), g_ptr_array_index (fields, end)))
    end++;
  return end;
}

/* Fields of the first row. */
static guint
count_columns (GPtrArray *fields,
               guint from,
               guint end)
{
  guint n = 0;

  while (from + n < end &&
         ((const LicetFilledField *) g_ptr_array_index (fields, from + n))->row == 0)
    n++;
  return n;
}

/* A share of the width by what stands in a column, its head included. */
static guint
measure_column (GPtrArray *fields,
                guint from,
                guint end,
                guint n_columns,
                guint column)
{
  guint width = 5;

  for (guint i = from + column; i < end; i += n_columns) {
    const LicetFilledField *field = g_ptr_array_index (fields, i);
    guint length = field->value != NULL ? licet_text_length (field->value) : 0;

    width = MAX (width, MIN (length, 24u));
    width = MAX (width, MIN (licet_text_length (field->label), 9u));
  }
  return width;
}

static void
add_table (LicetDocument *document,
           GPtrArray *fields,
           guint from,
           guint end,
           guint n_columns)
{
  const char *heads[MAX_COLUMNS];
  guint widths[MAX_COLUMNS];
  LicetBlock *table;

  for (guint i = 0; i < n_columns; i++) {
    heads[i] = ((const LicetFilledField *) g_ptr_array_index (fields, from + i))->label;
    widths[i] = measure_column (fields, from, end, n_columns, i);
  }
  table = licet_document_begin_table (document, n_columns, heads, widths);
  for (guint i = from; i < end; i++) {
    const LicetFilledField *field = g_ptr_array_index (fields, i);

    licet_block_add_cell (table, field->value != NULL ? LICET_TEXT_NORMAL : LICET_TEXT_DIM,
                          field->value != NULL ? field->value : "\342\200\223");
  }
}

static void
add_pairs (LicetDocument *document,
           GPtrArray *fields,
           guint from,
           guint end)
{
  for (guint i = from; i < end; i++) {
    const LicetFilledField *field = g_ptr_array_index (fields, i);
    g_autofree char *label = field->number != NULL
                               ? g_strdup_printf ("%s  %s", field->number, field->label)
                               : g_strdup (field->label);
    g_autofree char *because = field->value == NULL && field->reason != NULL
                                 ? g_strconcat ("Missing because: ", field->reason, NULL)
                                 : NULL;

    if (field->value != NULL || field->is_required || because != NULL)
      licet_document_add_pair (document, label, field->value, because);
  }
}

static void
add_section (LicetDocument *document,
             GPtrArray *fields,
             guint from,
             guint end)
{
  const LicetFilledField *first = g_ptr_array_index (fields, from);
  guint n_columns = count_columns (fields, from, end);

  licet_document_add_heading (document, 1, first->section);
  if (first->is_struck) {
    g_autoptr (GString) labels = g_string_new (NULL);

    for (guint i = from; i < end; i++)
      g_string_append_printf (labels, "%s%s", i > from ? ", " : "",
                              ((const LicetFilledField *) g_ptr_array_index (fields, i))->label);
    licet_document_add_text (document, LICET_TEXT_STRUCK, labels->str);
    licet_document_add_text (document, LICET_TEXT_SMALL, "Does not apply to this statement.");
  } else if (n_columns > 0 && n_columns <= MAX_COLUMNS && (end - from) % n_columns == 0) {
    add_table (document, fields, from, end, n_columns);
  } else {
    add_pairs (document, fields, from, end);
  }
}

static void
add_undertakings (LicetDocument *document,
                  const LicetFrozen *frozen,
                  LicetStatement *statement,
                  LicetForm *form)
{
  g_autoptr (GPtrArray) undertakings = licet_form_get_undertakings (
    form, frozen->facts, licet_statement_get_party (statement));

  if (undertakings->len == 0)
    return;
  licet_document_add_heading (document, 1, "Undertakings");
  for (guint i = 0; i < undertakings->len; i++) {
    const LicetUndertaking *undertaking = g_ptr_array_index (undertakings, i);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    licet_document_add_box (document, number, undertaking->cite, LICET_TEXT_NORMAL,
                            undertaking->text, LICET_MARK_NONE, NULL);
  }
}

static void
add_signature (LicetDocument *document,
               LicetForm *form)
{
  guint months = licet_form_get_validity_months (form);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) rules = NULL;

  g_strv_builder_addv (builder, (const char **) licet_form_get_signature_rules (form));
  if (months > 0)
    g_strv_builder_take (
      builder,
      g_strdup_printf ("To be handed in within %u months of the day of signature.", months));
  rules = g_strv_builder_end (builder);
  licet_document_add_signature (document, "To Be Signed", (const char *const *) rules,
                                signature_lines);
}

static void
add_signed_copy (LicetDocument *document,
                 const LicetFrozen *frozen,
                 LicetStatement *statement)
{
  const char *id = licet_statement_get_signed_copy (statement);
  LicetEvidence *copy = id != NULL ? licet_case_find_evidence (frozen->self, id) : NULL;
  const char *name = copy != NULL ? licet_evidence_get_text (copy, "name") : id;

  if (name != NULL)
    licet_document_add_pair (document, "Signed copy", name,
                             "Among the evidence; this paper says what was sent to be signed");
}

static char *
dup_state (LicetStatement *statement)
{
  static const char *const steps[] = { "checked", "signed", "received", "sent", "drafted" };
  const char *state = licet_statement_state_serialise (licet_statement_get_state (statement));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    const char *day = licet_statement_get_date (statement, steps[i]);
    g_autofree char *shown = _licet_paper_dup_day (day);

    if (day != NULL)
      return g_strdup_printf ("State: %s (%s %s)", state, steps[i], shown);
  }
  return g_strdup_printf ("State: %s", state);
}

LicetDocument *
_licet_paper_new_statement (const LicetFrozen *frozen,
                            LicetStatement *statement,
                            LicetForm *form)
{
  LicetParty *party = licet_case_find_party (frozen->self, licet_statement_get_party (statement));
  const char *name = party != NULL ? licet_party_get_name (party) : NULL;
  g_autofree char *title = g_strdup_printf ("%s: %s", licet_form_get_title (form),
                                            name != NULL ? name
                                                         : licet_statement_get_party (statement));
  g_autofree char *state = dup_state (statement);
  g_autofree char *detail = g_strdup_printf ("%s, edition %s. %s", licet_form_get_cite (form),
                                             licet_form_get_edition (form), state);
  g_autoptr (GPtrArray) fields = licet_statement_fill (statement, form, frozen->facts);
  LicetDocument *document = _licet_paper_new (frozen, title, licet_form_get_cite (form));

  licet_document_add_title (document, licet_form_get_title (form), detail);
  if (licet_form_get_intro (form) != NULL)
    licet_document_add_text (document, LICET_TEXT_LEAD, licet_form_get_intro (form));
  licet_document_add_pair (document, "For", licet_form_get_authority (form), NULL);
  licet_document_add_pair (document, "Given by", name, NULL);
  add_signed_copy (document, frozen, statement);
  for (guint i = 0; i < fields->len;) {
    guint end = find_section_end (fields, i);

    add_section (document, fields, i, end);
    i = end;
  }
  add_undertakings (document, frozen, statement, form);
  add_signature (document, form);
  return document;
}
