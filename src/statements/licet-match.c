/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-match"

#include "config.h"

#include "licet-match.h"

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

static void
add_difference (GPtrArray *differences,
                LicetStatement *statement,
                const LicetFilledField *field,
                const char *left,
                const char *right)
{
  LicetDifference *difference = g_new0 (LicetDifference, 1);

  difference->field = g_strdup (field->id);
  difference->label = g_strdup (field->label);
  difference->left = g_strdup (left);
  difference->right = g_strdup (right);
  difference->accepted = g_strdup (licet_statement_get_accepted (statement, field->id));
  g_ptr_array_add (differences, difference);
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
  return names_agree (left, right);
}

GPtrArray *
licet_statement_match (LicetStatement *statement,
                       LicetForm *form,
                       JsonNode *facts,
                       guint *ret_compared)
{
  g_autoptr (GPtrArray) said = NULL;
  GHashTable *returned;
  GHashTable *values;
  GPtrArray *differences;
  guint compared = 0;

  g_return_val_if_fail (LICET_IS_STATEMENT (statement), NULL);
  g_return_val_if_fail (form != NULL && facts != NULL, NULL);

  said = licet_form_fill (form, facts, licet_statement_get_party (statement), NULL);
  returned = licet_statement_get_returned (statement);
  values = licet_statement_get_values (statement);
  differences = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_difference_free);
  for (guint i = 0; i < said->len; i++) {
    const LicetFilledField *field = g_ptr_array_index (said, i);
    const LicetFormField *source = _licet_form_find_field (form, field->id);
    const char *back = g_hash_table_lookup (returned, field->id);
    const char *paper = back != NULL ? back : g_hash_table_lookup (values, field->id);

    if (field->is_struck || source == NULL)
      continue;
    /* What was printed from the case and not touched since equals it; it was compared all the same. */
    if (field->value != NULL || paper != NULL)
      compared++;
    if (paper != NULL && !licet_values_agree (source->type, field->value, paper))
      add_difference (differences, statement, field, field->value, paper);
  }
  if (ret_compared != NULL)
    *ret_compared = compared;
  return differences;
}
