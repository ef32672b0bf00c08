/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-paper-classification"

#include "config.h"

#include "licet-papers-private.h"

#include <string.h>

/* Paragraphs deeper than this are not drawn further to the right. */
#define MAX_INDENT 6u

static void
add_kinds (LicetDocument *document,
           LicetItem *item)
{
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (licet_item_get_bundle (item));
  g_auto (GStrv) kinds = licet_item_dup_kinds (item);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; kinds[i] != NULL; i++) {
    const LicetKind *kind = licet_vocabulary_find_kind (vocabulary, kinds[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", kind != NULL ? kind->label : kinds[i]);
  }
  licet_document_add_pair (document, "It is said to be", text->str, NULL);
}

static void
add_choices (LicetDocument *document,
             LicetItem *item)
{
  guint n;
  const LicetChoice *choices = licet_vocabulary_get_choices (
    licet_bundle_get_vocabulary (licet_item_get_bundle (item)), &n);

  for (guint i = 0; i < n; i++) {
    const char *const *values = licet_item_get_choice (item, &choices[i]);
    g_autoptr (GString) text = g_string_new (NULL);

    if (values == NULL)
      continue;
    for (guint j = 0; values[j] != NULL; j++) {
      const LicetChoiceValue *value = licet_choice_find_value (&choices[i], values[j]);

      g_string_append_printf (text, "%s%s", j > 0 ? ", " : "",
                              value != NULL ? value->label : values[j]);
    }
    licet_document_add_pair (document, choices[i].label, text->str, NULL);
  }
}

static void
add_relations (LicetDocument *document,
               LicetItem *item)
{
  static const char *const labels[LICET_N_RELATIONS] = { NULL, "It is for", "It contains",
                                                         "It is made of", "It is part of" };

  for (guint i = 0; i < LICET_N_RELATIONS; i++) {
    const char *const *targets = licet_item_get_relation (item, (LicetRelation) i);
    g_autofree char *text = targets != NULL ? g_strjoinv (", ", (char **) targets) : NULL;

    if (text != NULL && labels[i] != NULL)
      licet_document_add_pair (document, labels[i], *text != '\0' ? text : "nothing listed", NULL);
  }
}

static void
add_numbers (LicetDocument *document,
             LicetItem *item)
{
  static const char *const heads[] = { "Quantity", "Value", "Read where" };
  static const guint widths[] = { 9, 6, 10 };
  g_autoptr (GPtrArray) facts = licet_item_dup_facts (item);
  LicetBlock *table;

  if (facts->len == 0)
    return;
  table = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; i < facts->len; i++) {
    const LicetFact *fact = g_ptr_array_index (facts, i);

    licet_block_add_cell (table, LICET_TEXT_NORMAL, fact->quantity->label);
    licet_block_add_cell (table, LICET_TEXT_STRONG, licet_value_get_text (fact->value));
    licet_block_add_cell (table, fact->source != NULL ? LICET_TEXT_NORMAL : LICET_TEXT_DIM,
                          fact->source != NULL ? fact->source : "not said");
  }
}

/* The condition that the answer under @key is for. */
static const LicetCondition *
find_condition (const LicetCondition *const *conditions,
                guint n_conditions,
                const char *key)
{
  for (guint i = 0; i < n_conditions; i++) {
    const LicetCondition *condition = conditions[i];
    const LicetCondition *found;

    if (g_strcmp0 (condition->key, key) == 0)
      return condition;
    found = find_condition (condition->parts, condition->n_parts, key);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static const LicetCondition *
find_in_node (const LicetNode *node,
              const char *key)
{
  const LicetCondition *found = find_condition (node->conditions, node->n_conditions, key);

  for (guint i = 0; i < node->n_notes && found == NULL; i++)
    if (node->notes[i].when != NULL)
      found = find_condition (&node->notes[i].when, 1, key);
  return found;
}

static const LicetCondition *
find_in_general_notes (const LicetControlList *list,
                       const char *key,
                       const char **ret_cite)
{
  guint n;
  const LicetGeneralNote *notes = licet_control_list_get_general_notes (list, &n);

  for (guint i = 0; i < n; i++) {
    const LicetCondition *found = find_condition (notes[i].questions, notes[i].n_questions, key);

    if (found == NULL && notes[i].when != NULL)
      found = find_condition (&notes[i].when, 1, key);
    *ret_cite = notes[i].cite;
    if (found != NULL)
      return found;
  }
  return NULL;
}

/* An answer is kept under the key of its question: "LIST:CODE", "LIST:CODE#d1", "LIST:#NOTE#d1",
 * ... */
static char *
dup_question (LicetItem *item,
              const char *key)
{
  LicetBundle *bundle = licet_item_get_bundle (item);
  g_autofree char *code = g_strndup (key, strcspn (key, "#"));
  g_autofree char *id = g_strndup (key, strcspn (key, ":"));
  const LicetNode *node = licet_bundle_find_node (bundle, code, NULL);
  const LicetControlList *list = licet_bundle_get_list (bundle, id, NULL);
  const LicetCondition *condition = node != NULL ? find_in_node (node, key) : NULL;
  const char *cite = node != NULL ? node->full : NULL;

  if (condition == NULL && list != NULL)
    condition = find_in_general_notes (list, key, &cite);
  if (condition != NULL && condition->question != NULL)
    return g_strdup_printf ("%s: %s", cite, condition->question);
  return node != NULL
           ? g_strdup_printf ("%s: %s", node->full, node->ask != NULL ? node->ask : node->text)
           : g_strdup (key);
}

static void
add_answers (LicetDocument *document,
             LicetItem *item)
{
  static const char *const heads[] = { "Asked", "Answer", "Why" };
  static const guint widths[] = { 12, 3, 9 };
  g_auto (GStrv) keys = licet_item_dup_answer_keys (item);
  LicetBlock *table;

  if (keys[0] == NULL)
    return;
  table = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; keys[i] != NULL; i++) {
    const char *why = NULL;
    LicetTruth truth = licet_item_get_answer (item, keys[i], &why);
    g_autofree char *question = dup_question (item, keys[i]);

    licet_block_add_cell (table, LICET_TEXT_NORMAL, question);
    licet_block_add_cell (table, LICET_TEXT_STRONG, truth == LICET_MET ? "Yes" : "No");
    licet_block_add_cell (table, LICET_TEXT_NORMAL, why);
  }
}

static void
add_item (LicetDocument *document,
          LicetLine *line)
{
  static const char *const natures[] = { "Goods", "Software", "Technology" };
  LicetItem *item = licet_line_get_item (line);

  licet_document_add_heading (document, 1, "What It Is");
  licet_document_add_pair (document, "Description", licet_item_get_description (item), NULL);
  licet_document_add_pair (document, "Part number", licet_line_get_text (line, "part-number"),
                           NULL);
  licet_document_add_pair (document, "Maker", licet_line_get_text (line, "maker"), NULL);
  licet_document_add_pair (
    document, "Nature", licet_item_has_nature (item) ? natures[licet_item_get_nature (item)] : NULL,
    NULL);
  add_kinds (document, item);
  add_choices (document, item);
  add_relations (document, item);
  add_numbers (document, item);
  add_answers (document, item);
}

/* What a reader has to see of what lies below: what is met, what is open, what is near; the rest is
 * told in one line. */
static gboolean
is_worth_opening (const LicetClause *clause)
{
  if (clause->verdict == LICET_NOT_MET && clause->by_kind)
    return FALSE;
  return clause->verdict != LICET_NOT_MET || clause->near || clause->own != LICET_NOT_MET;
}

static char *
dup_reason (const LicetClause *clause)
{
  g_autoptr (GString) text = g_string_new (clause->why);

  for (guint i = 0; i < clause->findings->len; i++) {
    const LicetFinding *finding = g_ptr_array_index (clause->findings, i);

    if (finding->margin != NULL && (finding->near || clause->verdict == LICET_MET))
      g_string_append_printf (text, " (%s from the threshold)", finding->margin);
  }
  if (clause->near)
    g_string_append (text, "; near threshold");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_note (LicetBlock *table,
          const LicetClauseNote *note,
          guint indent)
{
  const char *text = note->general != NULL ? note->general->text : note->note->text;
  g_autofree char *title = g_strdup_printf ("Note: %s", text);

  licet_block_add_mark (table, LICET_MARK_NONE, MIN (indent, MAX_INDENT), "", title);
  licet_block_add_mark (table, _licet_paper_get_truth_mark (note->truth), 0,
                        _licet_paper_get_truth_word (note->truth), NULL);
  licet_block_add_cell (table, LICET_TEXT_NORMAL, note->finding->why);
}

static void
add_clause (LicetBlock *table,
            const LicetClause *clause,
            guint indent)
{
  g_autofree char *reason = dup_reason (clause);

  licet_block_add_mark (table, LICET_MARK_NONE, MIN (indent, MAX_INDENT), clause->node->full,
                        clause->node->text);
  licet_block_add_mark (table, _licet_paper_get_truth_mark (clause->verdict), 0,
                        clause->by_kind && clause->verdict == LICET_NOT_MET
                          ? "Not that kind"
                          : _licet_paper_get_truth_word (clause->verdict),
                        NULL);
  licet_block_add_cell (table, LICET_TEXT_NORMAL, reason);
  if (!is_worth_opening (clause))
    return;
  for (guint i = 0; i < clause->notes->len; i++)
    add_note (table, g_ptr_array_index (clause->notes, i), indent + 1);
  for (guint i = 0; i < clause->children->len; i++)
    add_clause (table, g_ptr_array_index (clause->children, i), indent + 1);
}

static void
add_sheet (LicetDocument *document,
           LicetItem *item,
           const LicetNode *entry,
           const LicetClassifyOptions *options)
{
  static const char *const heads[] = { "Paragraph", "Verdict", "Why" };
  static const guint widths[] = { 10, 4, 10 };
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, entry, options);
  g_autofree char *title = g_strdup_printf ("Clause sheet of %s, %s", entry->full, entry->text);

  licet_document_add_heading (document, 2, title);
  add_clause (licet_document_begin_table (document, 3, heads, widths),
              licet_clause_sheet_get_root (sheet), 0);
}

static void
add_sheets (LicetDocument *document,
            LicetItem *item,
            LicetDetermination *determination,
            const LicetControlList *list,
            const LicetClassifyOptions *options)
{
  const char *const *codes = licet_determination_get_codes (determination);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; codes[i] != NULL; i++) {
    const LicetNode *node = licet_control_list_find (list, codes[i]);

    if (node == NULL || g_ptr_array_find (seen, node->entry, NULL))
      continue;
    g_ptr_array_add (seen, (gpointer) node->entry);
    add_sheet (document, item, node->entry, options);
  }
}

static void
add_trail (LicetDocument *document,
           LicetDetermination *determination)
{
  static const char *const heads[] = { "Step", "Reason" };
  static const guint widths[] = { 1, 14 };
  g_auto (GStrv) trail = licet_determination_dup_trail (determination);
  LicetBlock *table;

  if (trail[0] == NULL)
    return;
  licet_document_add_heading (document, 2, "How this was decided");
  table = licet_document_begin_table (document, 2, heads, widths);
  for (guint i = 0; trail[i] != NULL; i++) {
    g_autofree char *number = g_strdup_printf ("%u", i + 1);

    licet_block_add_cell (table, LICET_TEXT_DIM, number);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, trail[i]);
  }
}

static void
add_stale (LicetDocument *document,
           LicetItem *item,
           LicetDetermination *determination,
           const LicetControlList *list)
{
  g_auto (GStrv) stale = licet_determination_check (determination, item, list);

  for (guint i = 0; stale[i] != NULL; i++)
    licet_document_add_item (document, LICET_MARK_CONFLICT, stale[i], "Determine it again.");
}

static void
add_determination (LicetDocument *document,
                   LicetLine *line,
                   LicetDetermination *determination,
                   const LicetControlList *list)
{
  gboolean is_listed = licet_determination_get_outcome (determination) == LICET_OUTCOME_LISTED;
  g_autofree char *codes = licet_line_dup_codes (line, licet_control_list_get_id (list));
  g_autofree char *day = _licet_paper_dup_day (licet_determination_get_decided_on (determination));
  g_autofree char *sentence = is_listed
                                ? g_strdup_printf ("It falls under %s.", codes)
                                : g_strdup ("No entry that was walked is met, and none is open.");
  g_autofree char *record = NULL;

  licet_document_add_callout (document, is_listed ? LICET_MARK_MET : LICET_MARK_NOT_MET,
                              is_listed ? "Listed" : "Not listed", sentence);
  licet_document_add_pair (document, "Decided by",
                           licet_determination_get_decided_by (determination), day);
  licet_document_add_pair (document, "Edition", licet_determination_get_edition (determination),
                           licet_control_list_get_legal_basis (list));
  record = g_strdup_printf ("SHA-256 %s", licet_determination_get_digest (determination));
  licet_document_add_pair (document, "Record", "In case.json, with the facts it rests on", record);
  add_stale (document, licet_line_get_item (line), determination, list);
}

static void
add_candidates (LicetDocument *document,
                LicetDetermination *determination)
{
  g_autoptr (JsonNode) record = licet_determination_serialise (determination);
  JsonObject *object = json_node_get_object (record);
  JsonNode *rejected = json_object_get_member (object, "rejected");
  JsonArray *array;

  if (rejected == NULL || !JSON_NODE_HOLDS_ARRAY (rejected) ||
      json_array_get_length (json_node_get_array (rejected)) == 0)
    return;
  array = json_node_get_array (rejected);
  licet_document_add_heading (document, 2, "Looked at and rejected");
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonNode *node = json_array_get_element (array, i);

    if (JSON_NODE_HOLDS_VALUE (node))
      licet_document_add_item (document, LICET_MARK_NOT_MET, json_node_get_string (node), NULL);
    else if (JSON_NODE_HOLDS_OBJECT (node))
      licet_document_add_item (
        document, LICET_MARK_NOT_MET,
        json_object_get_string_member_with_default (json_node_get_object (node), "code", ""),
        json_object_get_string_member_with_default (json_node_get_object (node), "why", NULL));
  }
}

static gboolean
add_list (LicetDocument *document,
          const LicetFrozen *frozen,
          LicetLine *line,
          const LicetControlList *list,
          GError **error)
{
  LicetDetermination *determination = licet_line_get_determination (
    line, licet_control_list_get_id (list));
  LicetClassifyOptions options;

  licet_case_init_classify_options (frozen->self, &options);
  licet_document_add_heading (document, 1, licet_control_list_get_short_name (list));
  if (determination == NULL) {
    licet_document_add_callout (document, LICET_MARK_UNKNOWN, "Not determined",
                                "Nobody has concluded yet what the item falls under.");
  } else {
    add_determination (document, line, determination, list);
    add_trail (document, determination);
    add_sheets (document, licet_line_get_item (line), determination, list, &options);
    add_candidates (document, determination);
  }
  return _licet_paper_add_walk (document, licet_line_get_item (line), list, &options, error);
}

LicetDocument *
_licet_paper_new_classification (const LicetFrozen *frozen,
                                 LicetLine *line,
                                 guint number,
                                 GError **error)
{
  LicetBundle *bundle = licet_case_get_bundle (frozen->self);
  const char *const *jurisdictions = licet_case_get_jurisdictions (frozen->self);
  const char *const *ids = licet_bundle_get_list_ids (bundle);
  g_autofree char *title = g_strdup_printf ("Classification of Item %u", number);
  g_autofree char *name = _licet_paper_dup_line_name (line);
  g_autoptr (LicetDocument) document = _licet_paper_new (frozen, title, name);

  licet_document_add_title (document, title, name);
  add_item (document, line);
  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], error);

    if (list == NULL)
      return NULL;
    if (g_strv_contains (jurisdictions, licet_control_list_get_jurisdiction (list)) &&
        !add_list (document, frozen, line, list, error))
      return NULL;
  }
  return g_steal_pointer (&document);
}
