/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-clause-sheet"

#include "config.h"

#include "licet-clause-sheet.h"

#include "licet-clause-sheet-private.h"
#include "licet-item-private.h"
#include "licet-record-write-private.h"
#include "licet-words-private.h"

struct _LicetClauseSheet {
  gatomicrefcount ref_count;

  LicetBundle *bundle; /* whose nodes the clauses point at */
  LicetClassifyOptions options;
  LicetClause root;
};

G_DEFINE_BOXED_TYPE (LicetClauseSheet,
                     licet_clause_sheet,
                     licet_clause_sheet_ref,
                     licet_clause_sheet_unref)

static JsonArray *write_findings (GPtrArray *findings);

static JsonObject *
write_finding (const LicetFinding *finding)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "truth", licet_truth_serialise (finding->truth));
  json_object_set_string_member (object, "why", finding->why);
  _licet_record_set_flag (object, "near", finding->near);
  _licet_record_set_text (object, "margin", finding->margin);
  _licet_record_set_flag (object, "by-kind", finding->by_kind);
  _licet_record_set_text (object, "missing", finding->missing);
  if (finding->parts != NULL)
    json_object_set_array_member (object, "parts", write_findings (finding->parts));
  return object;
}

static JsonArray *
write_findings (GPtrArray *findings)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < findings->len; i++)
    json_array_add_object_element (array, write_finding (g_ptr_array_index (findings, i)));
  return array;
}

static JsonObject *
write_note (const LicetClauseNote *note)
{
  JsonObject *object = json_object_new ();
  LicetNoteEffect effect = note->general != NULL ? note->general->effect : note->note->effect;

  json_object_set_string_member (object, "effect", licet_note_effect_serialise (effect));
  json_object_set_string_member (object, "note",
                                 note->general != NULL ? note->general->id : note->note->key);
  json_object_set_string_member (object, "text",
                                 note->general != NULL ? note->general->text : note->note->text);
  _licet_record_set_text (object, "cite", note->general != NULL ? note->general->cite : NULL);
  json_object_set_string_member (object, "truth", licet_truth_serialise (note->truth));
  json_object_set_string_member (object, "why", note->finding->why);
  _licet_record_set_text (object, "missing", note->finding->missing);
  return object;
}

JsonObject *
_licet_clause_serialise (const LicetClause *clause,
                         gboolean with_children)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "path", clause->node->full);
  json_object_set_string_member (object, "text", clause->node->text);
  json_object_set_string_member (object, "verdict", licet_truth_serialise (clause->verdict));
  json_object_set_string_member (object, "own", licet_truth_serialise (clause->own));
  json_object_set_string_member (object, "why", clause->why);
  _licet_record_set_flag (object, "near", clause->near);
  _licet_record_set_flag (object, "by-kind", clause->by_kind);
  _licet_record_set_flag (object, "all", clause->node->is_all);
  if (clause->findings->len > 0)
    json_object_set_array_member (object, "findings", write_findings (clause->findings));
  if (clause->notes->len > 0) {
    JsonArray *notes = json_array_new ();

    for (guint i = 0; i < clause->notes->len; i++)
      json_array_add_object_element (notes, write_note (g_ptr_array_index (clause->notes, i)));
    json_object_set_array_member (object, "notes", notes);
  }
  if (with_children && clause->children->len > 0) {
    JsonArray *children = json_array_new ();

    for (guint i = 0; i < clause->children->len; i++)
      json_array_add_object_element (
          children, _licet_clause_serialise (g_ptr_array_index (clause->children, i), TRUE));
    json_object_set_array_member (object, "children", children);
  }
  return object;
}

const LicetClassifyOptions *
_licet_clause_sheet_get_options (LicetClauseSheet *self)
{
  return &self->options;
}

static const LicetClause *
find_clause (const LicetClause *clause,
             const char *full)
{
  if (g_str_equal (clause->node->full, full))
    return clause;
  if (!licet_code_covers (clause->node->full, full))
    return NULL;
  for (guint i = 0; i < clause->children->len; i++) {
    const LicetClause *found = find_clause (g_ptr_array_index (clause->children, i), full);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Where all parts of a paragraph must hold together, the paragraph is what is met, not its parts. */
static void
collect_met (const LicetClause *clause,
             GStrvBuilder *builder)
{
  gboolean is_deepest = TRUE;

  if (clause->verdict != LICET_MET)
    return;
  for (guint i = 0; i < clause->children->len && !clause->node->is_all; i++) {
    const LicetClause *child = g_ptr_array_index (clause->children, i);

    is_deepest = is_deepest && child->verdict != LICET_MET;
    collect_met (child, builder);
  }
  if (is_deepest)
    g_strv_builder_add (builder, clause->node->full);
}

LicetClauseSheet *
licet_clause_sheet_new (LicetItem *item,
                        const LicetNode *entry,
                        const LicetClassifyOptions *options)
{
  g_auto (LicetTester) tester = { 0 };
  LicetClauseSheet *self;

  g_return_val_if_fail (LICET_IS_ITEM (item), NULL);
  g_return_val_if_fail (entry != NULL, NULL);

  _licet_tester_init (&tester, item, options);
  self = g_new0 (LicetClauseSheet, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->bundle = g_object_ref (licet_item_get_bundle (item));
  self->options = tester.options;
  (void) _licet_tester_test_node (&tester, entry, &self->root);
  _licet_words_name_above (&self->root);
  return self;
}

LicetClauseSheet *
licet_clause_sheet_ref (LicetClauseSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
licet_clause_sheet_unref (LicetClauseSheet *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->ref_count))
    return;
  _licet_clause_clear (&self->root);
  g_object_unref (self->bundle);
  g_free (self);
}

const LicetClause *
licet_clause_sheet_get_root (LicetClauseSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->root;
}

const LicetClause *
licet_clause_sheet_find (LicetClauseSheet *self,
                         const char *full)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (full != NULL, NULL);

  return find_clause (&self->root, full);
}

GStrv
licet_clause_sheet_dup_met_paths (LicetClauseSheet *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (self != NULL, NULL);

  collect_met (&self->root, builder);
  return g_strv_builder_end (builder);
}

JsonNode *
licet_clause_sheet_serialise (LicetClauseSheet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return licet_json_make_node (_licet_clause_serialise (&self->root, TRUE));
}

LicetTruth
licet_evaluate (LicetItem *item,
                const LicetNode *node,
                const LicetClassifyOptions *options)
{
  g_auto (LicetTester) tester = { 0 };

  g_return_val_if_fail (LICET_IS_ITEM (item), LICET_UNKNOWN);
  g_return_val_if_fail (node != NULL, LICET_UNKNOWN);

  _licet_tester_init (&tester, item, options);
  return _licet_tester_test_node (&tester, node, NULL).truth;
}
