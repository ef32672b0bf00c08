/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-match"

#include "config.h"

#include "licet-match.h"

#include <string.h>

#include "licet-form-private.h"

static gboolean
numbers_agree (const char *left,
               const char *right)
{
  LicetDecimal a;
  LicetDecimal b;

  if (!licet_decimal_parse (left, &a, NULL) || !licet_decimal_parse (right, &b, NULL))
    return FALSE;
  return licet_decimal_equal (&a, &b);
}

static gboolean
countries_agree (const char *left,
                 const char *right)
{
  const char *a = licet_country_find (left, NULL);
  const char *b = licet_country_find (right, NULL);

  return a != NULL && g_strcmp0 (a, b) == 0;
}

static gboolean
names_agree (const char *left,
             const char *right)
{
  g_autofree char *a = licet_text_fold_name (left);
  g_autofree char *b = licet_text_fold_name (right);

  return g_str_equal (a, b);
}

/* Signs that carry meaning beside a number; a "-" only where it can be a minus. */
static gboolean
is_sign (const char *text,
         const char *p)
{
  if (strchr ("<>=+%/*^", *p) != NULL)
    return TRUE;
  if (*p == '.' || *p == ',')
    return p > text && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1]);
  return *p == '-' && g_ascii_isdigit (p[1]) && (p == text || !g_ascii_isalnum (p[-1]));
}

/* Words and numbers of a text as they are compared: punctuation of sentences off, that of numbers kept ("2.5 V" is not "25 V"). */
static char *
fold_prose (const char *text)
{
  g_autofree char *folded = licet_text_fold (text);
  g_autoptr (GString) prose = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p++) {
    gboolean is_kept = g_ascii_isalnum (*p) || (guchar) *p >= 0x80 || is_sign (folded, p);

    if (is_kept)
      g_string_append_c (prose, *p);
    else if (prose->len > 0 && prose->str[prose->len - 1] != ' ')
      g_string_append_c (prose, ' ');
  }
  g_strchomp (prose->str);
  return g_string_free (g_steal_pointer (&prose), FALSE);
}

static gboolean
texts_agree (const char *left,
             const char *right)
{
  g_autofree char *a = fold_prose (left);
  g_autofree char *b = fold_prose (right);

  return g_str_equal (a, b);
}

/* What the paper says of the field: what came back, else what was sent, else what was typed over; NULL when it is the case's own. */
static const char *
get_paper_value (LicetStatement *statement,
                 const char *field)
{
  GHashTable *papers[] = {
    licet_statement_get_returned (statement),
    licet_statement_get_sent (statement),
    licet_statement_get_values (statement),
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    const char *value = g_hash_table_lookup (papers[i], field);

    if (value != NULL)
      return value;
  }
  return NULL;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Fields of @papers that are not in @seen, in order. */
static GPtrArray *
dup_other_fields (GHashTable *const *papers,
                  guint n_papers,
                  GHashTable *seen)
{
  g_autoptr (GHashTable) found = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *fields = g_ptr_array_new ();

  for (guint i = 0; i < n_papers; i++) {
    GHashTableIter iter;
    gpointer field;

    g_hash_table_iter_init (&iter, papers[i]);
    while (g_hash_table_iter_next (&iter, &field, NULL))
      if (!g_hash_table_contains (seen, field) && g_hash_table_add (found, field))
        g_ptr_array_add (fields, field);
  }
  g_ptr_array_sort (fields, compare_texts);
  return fields;
}

static void
add_difference (GPtrArray *differences,
                LicetStatement *statement,
                const char *field,
                const char *label,
                const char *left,
                const char *right)
{
  LicetDifference *difference = g_new0 (LicetDifference, 1);

  difference->field = g_strdup (field);
  difference->label = g_strdup (label);
  difference->left = g_strdup (left);
  difference->right = g_strdup (right);
  difference->accepted = g_strdup (licet_statement_get_accepted (statement, field));
  g_ptr_array_add (differences, difference);
}

/* A line too many, or a section filled that does not apply: on the paper, and nowhere in the case. */
static void
add_other_fields (GPtrArray *differences,
                  LicetStatement *statement,
                  LicetForm *form,
                  GHashTable *seen)
{
  GHashTable *papers[] = {
    licet_statement_get_returned (statement),
    licet_statement_get_sent (statement),
    licet_statement_get_values (statement),
  };
  g_autoptr (GPtrArray) fields = dup_other_fields (papers, G_N_ELEMENTS (papers), seen);

  for (guint i = 0; i < fields->len; i++) {
    const char *field = g_ptr_array_index (fields, i);
    const LicetFormField *source = _licet_form_find_field (form, field);

    add_difference (differences, statement, field, source != NULL ? source->label : field, NULL,
                    get_paper_value (statement, field));
  }
}

void
licet_difference_free (LicetDifference *difference)
{
  if (difference == NULL)
    return;
  g_free (difference->field);
  g_free (difference->label);
  g_free (difference->left);
  g_free (difference->right);
  g_free (difference->accepted);
  g_free (difference);
}

gboolean
licet_values_agree (const char *type,
                    const char *left,
                    const char *right)
{
  g_return_val_if_fail (type != NULL, FALSE);

  if (left == NULL || right == NULL)
    return left == right;
  if (g_str_equal (type, "number") && numbers_agree (left, right))
    return TRUE;
  if (g_str_equal (type, "country") && countries_agree (left, right))
    return TRUE;
  return g_str_equal (type, "name") ? names_agree (left, right) : texts_agree (left, right);
}

GPtrArray *
licet_statement_match (LicetStatement *statement,
                       LicetForm *form,
                       JsonNode *facts,
                       guint *ret_compared)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) said = NULL;
  GPtrArray *differences;
  guint compared = 0;

  g_return_val_if_fail (LICET_IS_STATEMENT (statement), NULL);
  g_return_val_if_fail (form != NULL && facts != NULL, NULL);

  said = licet_form_fill (form, facts, licet_statement_get_party (statement), NULL);
  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_difference_free);
  for (guint i = 0; i < said->len; i++) {
    const LicetFilledField *field = g_ptr_array_index (said, i);
    const LicetFormField *source = _licet_form_find_field (form, field->id);
    const char *paper = get_paper_value (statement, field->id);

    if (field->is_struck || source == NULL)
      continue;
    g_hash_table_add (seen, field->id);
    /* What is printed from the case and was never sent equals it; it counts as compared all the same. */
    if (field->value != NULL || paper != NULL)
      compared++;
    /* A field that the case is not bound to, such as the day of the signature, is the signer's own: there is nothing to differ from. */
    if (paper != NULL && (field->value != NULL || source->bind[0] != NULL) &&
        !licet_values_agree (source->type, field->value, paper))
      add_difference (differences, statement, field->id, field->label, field->value, paper);
  }
  add_other_fields (differences, statement, form, seen);
  if (ret_compared != NULL)
    *ret_compared = compared;
  return differences;
}

GPtrArray *
licet_statement_match_returned (LicetStatement *statement,
                                LicetForm *form,
                                guint *ret_compared)
{
  g_autoptr (GPtrArray) fields = NULL;
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *returned;
  GHashTable *sent;
  GPtrArray *differences;

  g_return_val_if_fail (LICET_IS_STATEMENT (statement), NULL);
  g_return_val_if_fail (form != NULL, NULL);

  returned = licet_statement_get_returned (statement);
  sent = licet_statement_get_sent (statement);
  fields = dup_other_fields (&returned, 1, none);
  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_difference_free);
  for (guint i = 0; i < fields->len; i++) {
    const char *field = g_ptr_array_index (fields, i);
    const LicetFormField *source = _licet_form_find_field (form, field);
    const char *was = g_hash_table_lookup (sent, field);
    const char *is = g_hash_table_lookup (returned, field);

    if (!licet_values_agree (source != NULL ? source->type : "text", was, is))
      add_difference (differences, statement, field, source != NULL ? source->label : field, was,
                      is);
  }
  if (ret_compared != NULL)
    *ret_compared = fields->len;
  return differences;
}
