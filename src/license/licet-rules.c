/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rules"

#include "config.h"

#include "licet-rules.h"

#include <string.h>

#include "licet-rule-book-private.h"

#define PREFIX "rules/"

struct _LicetRules {
  gatomicrefcount ref_count;
  GPtrArray *books;
  GPtrArray *questions; /* LicetRuleQuestion of all books */
  GStrv jurisdictions;
  char *digest;
};

G_DEFINE_BOXED_TYPE (LicetRules, licet_rules, licet_rules_ref, licet_rules_unref)

/* "rules/eu/articles.json" is of "EU". */
static char *
dup_jurisdiction (const char *name)
{
  const char *rest = g_str_has_prefix (name, PREFIX) ? name + strlen (PREFIX) : NULL;
  const char *slash = rest != NULL ? strchr (rest, '/') : NULL;
  g_autofree char *folder = NULL;

  if (slash == NULL || slash == rest)
    return NULL;
  folder = g_strndup (rest, (gsize) (slash - rest));
  return g_ascii_strup (folder, -1);
}

/* Whether @message is about a document that is not @own (nullable: all are told). Each file is checked
 * together with the others of its jurisdiction; told only by its own, no defect is told twice. */
static gboolean
is_told_elsewhere (const char *message,
                   GPtrArray *documents,
                   LicetJson *own)
{
  for (guint i = 0; own != NULL && i < documents->len; i++) {
    LicetJson *json = g_ptr_array_index (documents, i);
    gsize length = strlen (licet_json_get_name (json));

    if (json != own && strncmp (message, licet_json_get_name (json), length) == 0 &&
        message[length] == ':')
      return TRUE;
  }
  return FALSE;
}

static gboolean
report (LicetDefects *defects,
        GPtrArray *documents,
        LicetJson *own,
        GError **error)
{
  g_auto (GStrv) messages = _licet_defects_dup_messages (defects);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; messages[i] != NULL; i++)
    if (!is_told_elsewhere (messages[i], documents, own))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", messages[i]);
  if (text->len == 0)
    return TRUE;
  g_set_error_literal (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA, text->str);
  return FALSE;
}

/* Jurisdiction to array of LicetJson, in the order of the documents. */
static GHashTable *
sort_by_jurisdiction (GPtrArray *documents,
                      GPtrArray *order)
{
  GHashTable *by_jurisdiction = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                       (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < documents->len; i++) {
    LicetJson *json = g_ptr_array_index (documents, i);
    char *jurisdiction = dup_jurisdiction (licet_json_get_name (json));
    GPtrArray *own;

    if (jurisdiction == NULL)
      continue;
    own = g_hash_table_lookup (by_jurisdiction, jurisdiction);
    if (own == NULL) {
      own = g_ptr_array_new ();
      g_ptr_array_add (order, jurisdiction);
      g_hash_table_insert (by_jurisdiction, jurisdiction, own);
    } else {
      g_free (jurisdiction);
    }
    g_ptr_array_add (own, json);
  }
  return by_jurisdiction;
}

static char *
dup_documents_digest (GPtrArray *documents)
{
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < documents->len; i++) {
    LicetJson *json = g_ptr_array_index (documents, i);
    g_autofree char *canonical = licet_json_serialise (licet_json_get_root (json));
    g_autofree char *digest = licet_digest_text (canonical);

    g_string_append_printf (lines, "%s  %s\n", digest, licet_json_get_name (json));
  }
  return licet_digest_text (lines->str);
}

LicetRules *
_licet_rules_new (GPtrArray *documents,
                  GError **error)
{
  g_autoptr (LicetDefects) defects = _licet_defects_new ();
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_autoptr (GHashTable) by_jurisdiction = sort_by_jurisdiction (documents, order);
  g_autoptr (LicetRules) rules = g_new0 (LicetRules, 1);
  g_autoptr (GStrvBuilder) jurisdictions = g_strv_builder_new ();

  g_atomic_ref_count_init (&rules->ref_count);
  rules->books = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_rule_book_free);
  rules->questions = g_ptr_array_new ();
  for (guint i = 0; i < order->len; i++) {
    const char *jurisdiction = g_ptr_array_index (order, i);
    LicetRuleBook *book = _licet_rule_book_read (
        jurisdiction, g_hash_table_lookup (by_jurisdiction, jurisdiction), defects);

    g_ptr_array_add (rules->books, book);
    g_strv_builder_add (jurisdictions, jurisdiction);
    if (_licet_defects_get_count (defects) == 0)
      _licet_rule_book_find_circle (book, defects);
    if (_licet_defects_get_count (defects) == 0)
      _licet_rule_book_check_codes (book, NULL, defects);
    g_ptr_array_extend (rules->questions, book->questions, NULL, NULL);
  }
  rules->jurisdictions = g_strv_builder_end (jurisdictions);
  rules->digest = dup_documents_digest (documents);
  if (rules->books->len == 0)
    _licet_defects_take (defects,
                         g_error_new (LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA,
                                      "there are no license rules; install the program again"));
  return report (defects, documents, NULL, error) ? g_steal_pointer (&rules) : NULL;
}

/* Documents of the bundle whose names begin with @prefix; @own (nullable) stands for the one called
 * @own_name, whether or not the bundle has it yet. */
static GPtrArray *
load_documents (LicetBundle *bundle,
                const char *prefix,
                const char *own_name,
                LicetJson *own,
                GError **error)
{
  g_autoptr (GPtrArray)
      documents = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_json_unref);
  g_auto (GStrv) names = licet_bundle_dup_document_names (bundle, prefix);

  if (own != NULL && !g_strv_contains ((const char *const *) names, own_name))
    g_ptr_array_add (documents, licet_json_ref (own));
  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (GError) local = NULL;
    LicetJson *json;

    if (own != NULL && g_str_equal (names[i], own_name))
      json = licet_json_ref (own);
    else
      json = licet_bundle_load_document (bundle, names[i], &local);
    if (json == NULL) {
      g_set_error_literal (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA, local->message);
      return NULL;
    }
    g_ptr_array_add (documents, json);
  }
  return g_steal_pointer (&documents);
}

LicetRules *
licet_rules_load (LicetBundle *bundle,
                  GError **error)
{
  g_autoptr (GPtrArray) documents = NULL;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  documents = load_documents (bundle, PREFIX, NULL, NULL, error);
  return documents != NULL ? _licet_rules_new (documents, error) : NULL;
}

LicetRules *
licet_rules_ref (LicetRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  g_atomic_ref_count_inc (&rules->ref_count);
  return rules;
}

void
licet_rules_unref (LicetRules *rules)
{
  if (rules == NULL || !g_atomic_ref_count_dec (&rules->ref_count))
    return;
  g_ptr_array_unref (rules->questions);
  g_ptr_array_unref (rules->books);
  g_strfreev (rules->jurisdictions);
  g_free (rules->digest);
  g_free (rules);
}

gboolean
licet_rules_check_document (LicetBundle *bundle,
                            const char *name,
                            LicetJson *json,
                            GError **error)
{
  g_autofree char *jurisdiction = NULL;
  g_autofree char *folder = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (LicetDefects) defects = NULL;
  g_autoptr (LicetRuleBook) book = NULL;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), FALSE);
  g_return_val_if_fail (name != NULL && json != NULL, FALSE);

  jurisdiction = dup_jurisdiction (name);
  if (jurisdiction == NULL) {
    g_set_error (
        error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA,
        "%s:1: rules stand in a folder for each jurisdiction; move the file to rules/JURISDICTION/",
        name);
    return FALSE;
  }
  folder = g_strndup (name, (gsize) (strchr (name + strlen (PREFIX), '/') + 1 - name));
  documents = load_documents (bundle, folder, name, json, error);
  if (documents == NULL)
    return FALSE;

  defects = _licet_defects_new ();
  book = _licet_rule_book_read (jurisdiction, documents, defects);
  if (_licet_defects_get_count (defects) == 0) {
    g_autoptr (GError) local = NULL;
    const LicetControlList *list = licet_bundle_get_list (bundle, book->list, &local);

    if (list == NULL)
      _licet_defects_take (defects, g_steal_pointer (&local));
    _licet_rule_book_find_circle (book, defects);
    _licet_rule_book_check_codes (book, list, defects);
  }
  return report (defects, documents, json, error);
}

const LicetRuleBook *
_licet_rules_find_book (LicetRules *rules,
                        const char *jurisdiction)
{
  for (guint i = 0; i < rules->books->len; i++) {
    const LicetRuleBook *book = g_ptr_array_index (rules->books, i);

    if (g_str_equal (book->id, jurisdiction))
      return book;
  }
  return NULL;
}

const char *const *
licet_rules_get_jurisdictions (LicetRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return (const char *const *) rules->jurisdictions;
}

const char *
licet_rules_get_edition (LicetRules *rules,
                         const char *jurisdiction)
{
  const LicetRuleBook *book;

  g_return_val_if_fail (rules != NULL && jurisdiction != NULL, NULL);

  book = _licet_rules_find_book (rules, jurisdiction);
  return book != NULL ? book->edition : NULL;
}

const char *
licet_rules_get_digest (LicetRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return rules->digest;
}

const LicetRuleQuestion *
licet_rules_find_question (LicetRules *rules,
                           const char *id)
{
  g_return_val_if_fail (rules != NULL && id != NULL, NULL);

  for (guint i = 0; i < rules->books->len; i++) {
    const LicetRuleQuestion *question = _licet_rule_book_find (g_ptr_array_index (rules->books, i),
                                                               "question", id);

    if (question != NULL)
      return question;
  }
  return NULL;
}

GPtrArray *
licet_rules_get_questions (LicetRules *rules)
{
  g_return_val_if_fail (rules != NULL, NULL);

  return rules->questions;
}

LicetTruth
licet_rules_destination_in (LicetRules *rules,
                            const char *country,
                            const char *group)
{
  g_return_val_if_fail (rules != NULL && country != NULL && group != NULL, LICET_UNKNOWN);

  for (guint i = 0; i < rules->books->len; i++) {
    const LicetRuleGroup *found = _licet_rule_book_find (g_ptr_array_index (rules->books, i),
                                                         "group", group);

    if (found != NULL)
      return _licet_rule_group_membership (found, country);
  }
  return LICET_UNKNOWN;
}
