/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-item-facts"

#include "config.h"

#include <string.h>

#include "licet-item-private.h"

static int
compare_facts (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(const LicetFact *const *) a)->quantity->id,
                 (*(const LicetFact *const *) b)->quantity->id);
}

static const LicetQuantity *
find_quantity (LicetItem *self,
               const char *id,
               GError **error)
{
  const LicetQuantity *quantity = licet_vocabulary_find_quantity (self->vocabulary, id);

  if (quantity == NULL)
    g_set_error (
        error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT,
        "no quantity is called “%s”; the ids stand in the sheet of the entry that asks for it", id);
  return quantity;
}

static char *
join_value_ids (const LicetChoice *choice)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < choice->n_values; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", choice->values[i].id);
  return g_string_free (ids, FALSE);
}

/* Whether @list has entries of the category that @code would stand in. */
static gboolean
has_category_of (const LicetControlList *list,
                 const char *code)
{
  const char *const *categories = licet_control_list_get_categories (list);

  for (guint i = 0; categories[i] != NULL; i++)
    if (licet_code_covers (categories[i], code))
      return TRUE;
  return FALSE;
}

/* Whether a bundle that does not have @code says so for a reason: the category it would stand in is there. */
static gboolean
is_surely_wrong (LicetBundle *bundle,
                 const char *code)
{
  const char *const *ids = licet_bundle_get_list_ids (bundle);
  const char *colon = strchr (code, ':');

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list;

    if (colon != NULL &&
        (strlen (ids[i]) != (gsize) (colon - code) || !g_str_has_prefix (code, ids[i])))
      continue;
    list = licet_bundle_get_list (bundle, ids[i], NULL);
    if (list != NULL && has_category_of (list, colon != NULL ? colon + 1 : code))
      return TRUE;
  }
  return FALSE;
}

void
_licet_fact_free (LicetFact *fact)
{
  if (fact == NULL)
    return;
  licet_value_unref (fact->value);
  g_free (fact->source);
  g_free (fact);
}

char *
_licet_item_dup_text (const char *text)
{
  g_autofree char *tidy = text != NULL ? licet_text_normalise (text) : NULL;

  if (tidy == NULL || *tidy == '\0')
    return NULL;
  if (strlen (tidy) > LICET_ITEM_MAX_TEXT)
    *g_utf8_find_prev_char (tidy, tidy + LICET_ITEM_MAX_TEXT + 1) = '\0';
  return g_steal_pointer (&tidy);
}

gboolean
_licet_item_check_target (LicetItem *self,
                          const char *target,
                          GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_str_equal (target, LICET_NOT_LISTED))
    return TRUE;
  if (g_str_equal (target, LICET_ITEM_PREFIX) || *target == '\0') {
    g_set_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT,
                 "nothing is named here; write a code, item: with the id of an item of the case, "
                 "or " LICET_NOT_LISTED);
    return FALSE;
  }
  if (g_str_has_prefix (target, LICET_ITEM_PREFIX) ||
      licet_bundle_find_node (self->bundle, target, &reason) != NULL ||
      !is_surely_wrong (self->bundle, target))
    return TRUE;
  g_set_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT, "%s", reason->message);
  return FALSE;
}

gboolean
licet_item_set_fact (LicetItem *self,
                     const char *id,
                     const char *text,
                     const char *source,
                     GError **error)
{
  const LicetQuantity *quantity;
  g_autoptr (GError) reason = NULL;
  LicetFact *fact = NULL;

  g_return_val_if_fail (LICET_IS_ITEM (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  quantity = find_quantity (self, id, error);
  if (quantity == NULL)
    return FALSE;
  if (text != NULL) {
    LicetValue *value = licet_value_parse (licet_vocabulary_get_units (self->vocabulary), text,
                                           &quantity->dimension, &reason);

    if (value == NULL) {
      g_set_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT, "%s: %s",
                   quantity->label, reason->message);
      return FALSE;
    }
    fact = g_new0 (LicetFact, 1);
    *fact = (LicetFact) { quantity, value, _licet_item_dup_text (source) };
  }
  _licet_fact_free (self->facts[quantity->index]);
  self->facts[quantity->index] = fact;
  _licet_item_emit_changed (self);
  return TRUE;
}

const LicetFact *
licet_item_get_fact (LicetItem *self,
                     const LicetQuantity *quantity)
{
  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);
  g_return_val_if_fail (quantity != NULL, NULL);

  return self->facts[quantity->index];
}

GPtrArray *
licet_item_dup_facts (LicetItem *self)
{
  GPtrArray *facts;
  guint n;

  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);

  facts = g_ptr_array_new ();
  licet_vocabulary_get_quantities (self->vocabulary, &n);
  for (guint i = 0; i < n; i++)
    if (self->facts[i] != NULL)
      g_ptr_array_add (facts, self->facts[i]);
  g_ptr_array_sort (facts, compare_facts);
  return facts;
}

gboolean
licet_item_set_choice (LicetItem *self,
                       const char *id,
                       const char *const *values,
                       GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const LicetChoice *choice;
  gboolean has_values = values != NULL && values[0] != NULL;

  g_return_val_if_fail (LICET_IS_ITEM (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  choice = licet_vocabulary_find_choice (self->vocabulary, id);
  if (choice == NULL) {
    g_set_error (
        error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT,
        "no property is called “%s”; the ids stand in the sheet of the entry that asks for it", id);
    return FALSE;
  }
  for (guint i = 0; has_values && values[i] != NULL; i++) {
    if (licet_choice_find_value (choice, values[i]) == NULL) {
      g_autofree char *known = join_value_ids (choice);

      g_set_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT,
                   "%s: there is no value “%s”; take one of %s", choice->label, values[i], known);
      return FALSE;
    }
    g_strv_builder_add (builder, values[i]);
  }
  g_clear_pointer (&self->choices[choice->index], g_strfreev);
  if (has_values)
    self->choices[choice->index] = g_strv_builder_end (builder);
  _licet_item_emit_changed (self);
  return TRUE;
}

const char *const *
licet_item_get_choice (LicetItem *self,
                       const LicetChoice *choice)
{
  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);
  g_return_val_if_fail (choice != NULL, NULL);

  return (const char *const *) self->choices[choice->index];
}

gboolean
licet_item_set_relation (LicetItem *self,
                         LicetRelation relation,
                         const char *const *targets,
                         GError **error)
{
  GStrv copy;

  g_return_val_if_fail (LICET_IS_ITEM (self), FALSE);
  g_return_val_if_fail ((guint) relation < LICET_N_RELATIONS && relation != LICET_RELATION_SELF,
                        FALSE);

  for (guint i = 0; targets != NULL && targets[i] != NULL; i++)
    if (!_licet_item_check_target (self, targets[i], error))
      return FALSE;
  copy = g_strdupv ((char **) targets);
  g_strfreev (self->relations[relation]);
  self->relations[relation] = copy;
  _licet_item_emit_changed (self);
  return TRUE;
}

const char *const *
licet_item_get_relation (LicetItem *self,
                         LicetRelation relation)
{
  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);
  g_return_val_if_fail ((guint) relation < LICET_N_RELATIONS, NULL);

  return (const char *const *) self->relations[relation];
}

void
licet_item_set_answer (LicetItem *self,
                       const char *key,
                       LicetTruth truth,
                       const char *why)
{
  g_return_if_fail (LICET_IS_ITEM (self));
  g_return_if_fail (key != NULL && *key != '\0' && strlen (key) <= LICET_ITEM_MAX_KEY);

  if (truth == LICET_UNKNOWN) {
    g_hash_table_remove (self->answers, key);
  } else {
    LicetAnswer *answer = g_new0 (LicetAnswer, 1);

    *answer = (LicetAnswer) { truth, _licet_item_dup_text (why) };
    g_hash_table_replace (self->answers, g_strdup (key), answer);
  }
  if (g_str_has_prefix (key, LICET_KIND_PREFIX))
    _licet_item_update_kinds (self);
  _licet_item_emit_changed (self);
}

LicetTruth
licet_item_get_answer (LicetItem *self,
                       const char *key,
                       const char **ret_why)
{
  const LicetAnswer *answer;

  g_return_val_if_fail (LICET_IS_ITEM (self), LICET_UNKNOWN);
  g_return_val_if_fail (key != NULL, LICET_UNKNOWN);

  answer = g_hash_table_lookup (self->answers, key);
  if (ret_why != NULL)
    *ret_why = answer != NULL ? answer->why : NULL;
  return answer != NULL ? answer->truth : LICET_UNKNOWN;
}

GStrv
licet_item_dup_answer_keys (LicetItem *self)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (LICET_IS_ITEM (self), NULL);

  keys = g_hash_table_get_keys_as_ptr_array (self->answers);
  g_ptr_array_sort_values (keys, (GCompareFunc) strcmp);
  for (guint i = 0; i < keys->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (keys, i));
  return g_strv_builder_end (builder);
}
