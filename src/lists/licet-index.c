/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-index"

#include "config.h"

#include "licet-index.h"

#include <string.h>

#include "licet-search-words-private.h"

/*
 * Words are folded and stemmed before they get here, so the simplest tokenizer does; a point stands
 * inside numbers only. Nothing is read back, so the text itself is not kept; positions are, or a table
 * without text scores nothing. Kinds are not among the columns: they have names of their own, and lead
 * from there to the paragraphs that ask for them or for their kin.
 */
static const char schema[] =
  "CREATE VIRTUAL TABLE search_text USING fts5"
  " (heading, text, asked, measures, choices, notes, terms, related,"
  " content = '', prefix = '3 4', tokenize = \"ascii tokenchars '.'\");"
  "CREATE TABLE search_name (id INTEGER PRIMARY KEY,"
  " what TEXT NOT NULL CHECK (what IN ('kind', 'quantity')),"
  " target TEXT NOT NULL, words TEXT NOT NULL) STRICT;"
  "CREATE TABLE search_word (word TEXT PRIMARY KEY, shown TEXT NOT NULL, uses INTEGER NOT NULL)"
  " STRICT, WITHOUT ROWID;"
  "CREATE TABLE search_size (nodes INTEGER NOT NULL) STRICT;";

static const char finish[] =
  "INSERT INTO search_text (search_text) VALUES ('optimize');"
  "CREATE VIRTUAL TABLE temp.search_vocabulary USING fts5vocab (main, search_text, row);"
  "UPDATE search_word SET uses = doc FROM temp.search_vocabulary WHERE term = word;"
  "DROP TABLE temp.search_vocabulary;";

enum {
  COLUMN_HEADING,
  COLUMN_TEXT,
  COLUMN_ASKED,
  COLUMN_MEASURES,
  COLUMN_CHOICES,
  COLUMN_NOTES,
  COLUMN_TERMS,
  COLUMN_RELATED,
  N_COLUMNS,
};

typedef sqlite3_stmt Statement;

static void
finalize_statement (Statement *statement)
{
  (void) sqlite3_finalize (statement);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Statement, finalize_statement)

/* What is being written, and the columns of the row in hand. */
typedef struct {
  sqlite3 *db;
  LicetBundle *bundle;
  GHashTable *shown; /* stem -> the shortest word it was made from */
  const LicetNode *node;
  GString *columns[N_COLUMNS];
} Writer;

static gboolean
set_database_error (sqlite3 *db,
                    GError **error)
{
  g_set_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_BUNDLE,
               "The search index cannot be written: %s", sqlite3_errmsg (db));
  return FALSE;
}

static gboolean
run (sqlite3 *db,
     const char *sql,
     GError **error)
{
  return sqlite3_exec (db, sql, NULL, NULL, NULL) == SQLITE_OK || set_database_error (db, error);
}

static Statement *
prepare (sqlite3 *db,
         const char *sql,
         GError **error)
{
  Statement *statement = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL) != SQLITE_OK)
    set_database_error (db, error);
  return statement;
}

/* Runs a bound @statement that returns no rows, and makes it ready for the next. */
static gboolean
run_statement (sqlite3 *db,
               Statement *statement,
               GError **error)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    return set_database_error (db, error);
  return sqlite3_reset (statement) == SQLITE_OK || set_database_error (db, error);
}

static void
bind_text (Statement *statement,
           int position,
           const char *text)
{
  (void) sqlite3_bind_text (statement, position, text, -1, SQLITE_TRANSIENT);
}

static void
list_node (GPtrArray *nodes,
           const LicetNode *node)
{
  g_ptr_array_add (nodes, (gpointer) node);
  for (guint i = 0; i < node->n_children; i++)
    list_node (nodes, node->children[i]);
}

GPtrArray *
_licet_index_list_nodes (LicetBundle *bundle,
                         GError **error)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new ();
  const char *const *ids = licet_bundle_get_list_ids (bundle);

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], error);
    const LicetNode *const *entries;
    guint n = 0;

    if (list == NULL)
      return NULL;
    entries = licet_control_list_get_entries (list, &n);
    for (guint j = 0; j < n; j++)
      list_node (nodes, entries[j]);
  }
  return g_steal_pointer (&nodes);
}

static void
walk (const LicetCondition *condition,
      gboolean is_negated,
      LicetConditionFunc func,
      gpointer data)
{
  gboolean is_not = condition->type == LICET_CONDITION_NOT;

  switch (condition->type) {
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
  case LICET_CONDITION_NOT:
  case LICET_CONDITION_AT_LEAST:
    for (guint i = 0; i < condition->n_parts; i++)
      walk (condition->parts[i], is_negated != is_not, func, data);
    break;
  case LICET_CONDITION_KIND:
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_EXPRESSION:
  case LICET_CONDITION_COVERS:
  case LICET_CONDITION_CHOICE:
  case LICET_CONDITION_DESCRIBED:
  case LICET_CONDITION_ENTRY:
  default:
    func (condition, is_negated, data);
    break;
  }
}

void
_licet_condition_walk (const LicetCondition *condition,
                       LicetConditionFunc func,
                       gpointer data)
{
  walk (condition, FALSE, func, data);
}

static void
remember_word (Writer *writer,
               const char *stem,
               const char *token)
{
  const char *known = g_hash_table_lookup (writer->shown, stem);

  gboolean is_shorter = known == NULL || strlen (token) < strlen (known);

  if (is_shorter || (strlen (token) == strlen (known) && strcmp (token, known) < 0))
    g_hash_table_insert (writer->shown, g_strdup (stem), g_strdup (token));
}

static void
add_words (Writer *writer,
           GString *column,
           const char *text)
{
  g_auto (GStrv) tokens = _licet_words_tokens (text);

  for (guint i = 0; tokens[i] != NULL; i++) {
    g_autofree char *stem = NULL;

    if (_licet_word_is_filler (tokens[i]))
      continue;
    stem = _licet_word_stem (tokens[i]);
    if (column->len > 0)
      g_string_append_c (column, ' ');
    g_string_append (column, stem);
    remember_word (writer, stem, tokens[i]);
  }
}

static void
add_quantity (Writer *writer,
              const LicetQuantity *quantity)
{
  GString *column = writer->columns[COLUMN_MEASURES];

  add_words (writer, column, quantity->label);
  for (guint i = 0; quantity->aliases[i] != NULL; i++)
    add_words (writer, column, quantity->aliases[i]);
}

static void
add_expression (Writer *writer,
                const LicetExpression *expression)
{
  if (expression->op == LICET_OPERATOR_QUANTITY)
    add_quantity (writer, expression->quantity);
  for (guint i = 0; i < expression->n_operands; i++)
    add_expression (writer, expression->operands[i]);
}

/* The paragraph that a condition of the node in hand names, if this bundle has it. */
static const LicetNode *
find_target (const Writer *writer,
             const char *target)
{
  const LicetNode *node = licet_control_list_find (writer->node->list, target);

  return node != NULL ? node : licet_bundle_find_node (writer->bundle, target, NULL);
}

static void
add_condition (const LicetCondition *condition,
               gboolean is_negated,
               gpointer data)
{
  Writer *writer = data;
  const LicetNode *target = NULL;

  if (condition->target != NULL)
    target = find_target (writer, condition->target);

  if (condition->quantity != NULL)
    add_quantity (writer, condition->quantity);
  if (condition->expression != NULL)
    add_expression (writer, condition->expression);
  if (condition->choice != NULL)
    add_words (writer, writer->columns[COLUMN_CHOICES], condition->choice->label);
  for (guint i = 0; i < condition->n_values; i++)
    add_words (writer, writer->columns[COLUMN_CHOICES], condition->values[i]->label);
  if (condition->question != NULL && !condition->is_implicit)
    add_words (writer, writer->columns[COLUMN_ASKED], condition->question);
  if (target != NULL)
    add_words (writer, writer->columns[COLUMN_RELATED], target->text);
}

static void
fill_row (Writer *writer)
{
  const LicetNode *node = writer->node;
  g_autoptr (GPtrArray) terms = licet_node_dup_terms (node);

  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_truncate (writer->columns[i], 0);
  add_words (writer, writer->columns[node->parent == NULL ? COLUMN_HEADING : COLUMN_TEXT],
             node->text);
  if (node->ask != NULL)
    add_words (writer, writer->columns[COLUMN_ASKED], node->ask);
  for (guint i = 0; i < node->n_conditions; i++)
    _licet_condition_walk (node->conditions[i], add_condition, writer);
  for (guint i = 0; i < node->n_notes; i++)
    add_words (writer, writer->columns[COLUMN_NOTES], node->notes[i].text);
  for (guint i = 0; i < terms->len; i++) {
    const LicetTerm *term = g_ptr_array_index (terms, i);

    add_words (writer, writer->columns[COLUMN_TERMS], term->term);
    for (guint j = 0; term->aliases[j] != NULL; j++)
      add_words (writer, writer->columns[COLUMN_TERMS], term->aliases[j]);
  }
}

static gboolean
write_rows (Writer *writer,
            GPtrArray *nodes,
            GError **error)
{
  g_autoptr (Statement) statement = NULL;

  statement = prepare (writer->db,
                       "INSERT INTO search_text"
                       " (rowid, heading, text, asked, measures, choices, notes, terms, related)"
                                   " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < nodes->len; i++) {
    writer->node = g_ptr_array_index (nodes, i);
    if (writer->node->is_unused)
      continue;
    fill_row (writer);
    (void) sqlite3_bind_int64 (statement, 1, (sqlite3_int64) i + 1);
    for (int j = 0; j < N_COLUMNS; j++)
      bind_text (statement, j + 2, writer->columns[j]->str);
    if (!run_statement (writer->db, statement, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_name (Writer *writer,
            Statement *statement,
            const char *what,
            const char *target,
            const char *name,
            GError **error)
{
  g_autoptr (GString) words = g_string_new (NULL);

  add_words (writer, words, name);
  if (words->len == 0)
    return TRUE;
  bind_text (statement, 1, what);
  bind_text (statement, 2, target);
  bind_text (statement, 3, words->str);
  return run_statement (writer->db, statement, error);
}

/* A label and the other names of the same thing; "rad-hard" is also there as one word. */
static gboolean
write_names (Writer *writer,
             Statement *statement,
             const char *what,
             const char *target,
             const char *label,
             const char *const *aliases,
             GError **error)
{
  if (!write_name (writer, statement, what, target, label, error))
    return FALSE;
  for (guint i = 0; aliases[i] != NULL; i++) {
    g_auto (GStrv) parts = NULL;
    g_autofree char *joined = NULL;

    if (!write_name (writer, statement, what, target, aliases[i], error))
      return FALSE;
    if (strchr (aliases[i], '-') == NULL)
      continue;
    parts = g_strsplit (aliases[i], "-", -1);
    joined = g_strjoinv ("", parts);
    if (!write_name (writer, statement, what, target, joined, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
write_vocabulary (Writer *writer,
                  GError **error)
{
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (writer->bundle);
  g_autoptr (Statement) statement = NULL;
  const LicetQuantity *quantities;
  const LicetKind *kinds;
  guint n_quantities = 0;
  guint n_kinds = 0;

  statement = prepare (writer->db,
                       "INSERT INTO search_name (what, target, words) VALUES (?1, ?2, ?3)", error);
  if (statement == NULL)
    return FALSE;
  kinds = licet_vocabulary_get_kinds (vocabulary, &n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    if (!write_names (writer, statement, "kind", kinds[i].id, kinds[i].label, kinds[i].aliases,
                      error))
      return FALSE;
  quantities = licet_vocabulary_get_quantities (vocabulary, &n_quantities);
  for (guint i = 0; i < n_quantities; i++)
    if (!write_names (writer, statement, "quantity", quantities[i].id, quantities[i].label,
                      quantities[i].aliases, error))
      return FALSE;
  return TRUE;
}

/* Only words are mended, not numbers and not what is too short to be mistaken for another. */
static gboolean
write_words (Writer *writer,
             GError **error)
{
  g_autoptr (GPtrArray) stems = g_hash_table_get_keys_as_ptr_array (writer->shown);
  g_autoptr (Statement) statement = NULL;

  statement = prepare (writer->db, "INSERT INTO search_word (word, shown, uses) VALUES (?1, ?2, 0)",
                       error);
  if (statement == NULL)
    return FALSE;
  g_ptr_array_sort_values (stems, (GCompareFunc) strcmp);
  for (guint i = 0; i < stems->len; i++) {
    const char *stem = g_ptr_array_index (stems, i);

    if (!_licet_word_is_mendable (stem))
      continue;
    bind_text (statement, 1, stem);
    bind_text (statement, 2, g_hash_table_lookup (writer->shown, stem));
    if (!run_statement (writer->db, statement, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
_licet_index_write (sqlite3 *db,
                    LicetBundle *bundle,
                    GError **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char *size = NULL;
  Writer writer = { db, bundle, shown };
  gboolean is_written;

  g_return_val_if_fail (db != NULL && LICET_IS_BUNDLE (bundle), FALSE);

  nodes = _licet_index_list_nodes (bundle, error);
  if (nodes == NULL)
    return FALSE;
  for (guint i = 0; i < N_COLUMNS; i++)
    writer.columns[i] = g_string_new (NULL);
  size = g_strdup_printf ("INSERT INTO search_size VALUES (%u)", nodes->len);
  is_written = run (db, schema, error) && run (db, size, error) &&
               write_rows (&writer, nodes, error) && write_vocabulary (&writer, error) &&
               write_words (&writer, error) && run (db, finish, error);
  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_free (writer.columns[i], TRUE);
  return is_written;
}
