/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-open"

#include "config.h"

#include "licet-open-private.h"

#include "licet-item-private.h"

static const char *const prefixes[] = {
  [LICET_MISSING_NATURE] = "nature:",     [LICET_MISSING_KIND] = "kind:",
  [LICET_MISSING_QUANTITY] = "quantity:", [LICET_MISSING_CHOICE] = "choice:",
  [LICET_MISSING_ANSWER] = "answer:",     [LICET_MISSING_RELATION] = "relation:",
};

typedef struct {
  LicetTester *tester;
  LicetOpenFunc func;
  gpointer user_data;
  GArray *missing;
  GArray *excluding; /* what would only tell whether a note takes the paragraph out */
} Visit;

static void
add (GArray *missing,
     LicetMissingType type,
     const char *id,
     gconstpointer subject)
{
  const LicetMissing one = { type, id, subject };

  g_array_append_val (missing, one);
}

/* A value that is a range may be what keeps a formula open, as well as one that is not there. */
static void
collect_from_expression (LicetTester *self,
                         const LicetExpression *expression,
                         GArray *missing)
{
  if (expression->op == LICET_OPERATOR_QUANTITY) {
    const LicetFact *fact = self->item->facts[expression->quantity->index];

    if (fact == NULL ||
        (!licet_value_is_exact (fact->value) && !licet_value_is_not_applicable (fact->value)))
      add (missing, LICET_MISSING_QUANTITY, expression->quantity->id, expression->quantity);
  }
  for (guint i = 0; i < expression->n_operands; i++)
    collect_from_expression (self, expression->operands[i], missing);
}

static void
take_over (const LicetNode *paragraph,
           const GArray *missing,
           gpointer user_data)
{
  g_array_append_vals (user_data, missing->data, missing->len);
}

static void
collect_from_self (LicetTester *self,
                   const LicetCondition *condition,
                   GArray *missing)
{
  const LicetNode *target = _licet_tester_find_target (self, condition);
  g_autofree char *key = NULL;

  if (target == NULL) {
    key = _licet_tester_dup_target_key (self, condition);
    add (missing, LICET_MISSING_ANSWER, g_intern_string (key), condition);
    return;
  }
  if (g_ptr_array_find (self->stack, target, NULL))
    return;
  g_ptr_array_add (self->stack, (gpointer) target);
  _licet_tester_visit_open (self, target, take_over, missing);
  g_ptr_array_set_size (self->stack, (int) self->stack->len - 1);
}

static void
collect_from_entry (LicetTester *self,
                    const LicetCondition *condition,
                    GArray *missing)
{
  if (condition->relation == LICET_RELATION_SELF)
    collect_from_self (self, condition, missing);
  else
    add (missing, LICET_MISSING_RELATION, licet_relation_serialise (condition->relation),
         condition);
}

void
_licet_tester_collect_missing (LicetTester *self,
                               const LicetCondition *condition,
                               GArray *missing)
{
  if (_licet_tester_test_condition (self, condition, NULL).truth != LICET_UNKNOWN)
    return;
  switch (condition->type) {
  case LICET_CONDITION_KIND:
    add (missing, LICET_MISSING_KIND, condition->kind->id, condition->kind);
    break;
  case LICET_CONDITION_QUANTITY:
  case LICET_CONDITION_COVERS:
    add (missing, LICET_MISSING_QUANTITY, condition->quantity->id, condition->quantity);
    break;
  case LICET_CONDITION_EXPRESSION:
    collect_from_expression (self, condition->expression, missing);
    break;
  case LICET_CONDITION_CHOICE:
    add (missing, LICET_MISSING_CHOICE, condition->choice->id, condition->choice);
    break;
  case LICET_CONDITION_DESCRIBED:
    add (missing, LICET_MISSING_ANSWER, condition->key, condition);
    break;
  case LICET_CONDITION_ENTRY:
    collect_from_entry (self, condition, missing);
    break;
  case LICET_CONDITION_ALL:
  case LICET_CONDITION_ANY:
  case LICET_CONDITION_NOT:
  case LICET_CONDITION_AT_LEAST:
    for (guint i = 0; i < condition->n_parts; i++)
      _licet_tester_collect_missing (self, condition->parts[i], missing);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
collect_from_note (LicetTester *self,
                   LicetNoteEffect effect,
                   const LicetCondition *when,
                   GArray *missing)
{
  _licet_tester_collect_missing (self, when, missing);
  if (effect == LICET_NOTE_DEFERS &&
      _licet_tester_test_condition (self, when, NULL).truth != LICET_NOT_MET &&
      _licet_tester_test_host (self, NULL).truth == LICET_UNKNOWN)
    add (missing, LICET_MISSING_RELATION, licet_relation_serialise (LICET_RELATION_PART_OF), NULL);
}

/* What keeps @node open by itself in @missing, and by the notes that take out in @excluding. */
static void
collect_from_node (LicetTester *self,
                   const LicetNode *node,
                   GArray *missing,
                   GArray *excluding)
{
  const GArray *placed = self->notes != NULL ? _licet_note_index_lookup (self->notes, node) : NULL;

  if (!licet_item_has_nature (self->item))
    add (missing, LICET_MISSING_NATURE, "", NULL);
  for (guint i = 0; i < node->n_conditions; i++)
    _licet_tester_collect_missing (self, node->conditions[i], missing);
  for (guint i = 0; i < node->n_notes; i++) {
    const LicetNote *note = &node->notes[i];

    if (_licet_note_decides (note->effect, note->when) &&
        (note->paths == NULL || note->paths[0] == NULL))
      collect_from_note (self, note->effect, note->when,
                         note->effect == LICET_NOTE_EXCLUDES ? excluding : missing);
  }
  for (guint i = 0; placed != NULL && i < placed->len; i++) {
    const LicetPlacedNote *note = &g_array_index (placed, LicetPlacedNote, i);

    collect_from_note (self, note->effect, note->when,
                       note->effect == LICET_NOTE_EXCLUDES ? excluding : missing);
  }
}

static gboolean
is_open (LicetTester *self,
         const LicetNode *node)
{
  return !node->is_unused && _licet_tester_test_node (self, node, NULL).truth == LICET_UNKNOWN;
}

/* What keeps open the parts of a paragraph that only holds as a whole. */
static void
collect_from_parts (LicetTester *self,
                    const LicetNode *node,
                    GArray *missing,
                    GArray *excluding)
{
  for (guint i = 0; i < node->n_children; i++) {
    collect_from_node (self, node->children[i], missing, excluding);
    collect_from_parts (self, node->children[i], missing, excluding);
  }
}

/* What stands above is asked first. */
static void
collect_from_above (LicetTester *self,
                    const LicetNode *node,
                    GArray *missing,
                    GArray *excluding)
{
  if (node->parent == NULL)
    return;
  collect_from_above (self, node->parent, missing, excluding);
  collect_from_node (self, node->parent, missing, excluding);
  if (node->parent->is_all)
    collect_from_parts (self, node->parent, missing, excluding);
}

/* Whether a note takes a paragraph out is worth asking once all else of it holds. */
static void
tell (Visit *self,
      const LicetNode *node)
{
  guint mark = self->missing->len;

  if (mark == 0)
    g_array_append_vals (self->missing, self->excluding->data, self->excluding->len);
  self->func (node, self->missing, self->user_data);
  g_array_set_size (self->missing, mark);
}

static void
visit (Visit *self,
       const LicetNode *node)
{
  guint mark = self->missing->len;
  guint excluding_mark = self->excluding->len;
  gboolean has_open = FALSE;

  collect_from_node (self->tester, node, self->missing, self->excluding);
  if (node->is_all)
    collect_from_parts (self->tester, node, self->missing, self->excluding);
  for (guint i = 0; i < node->n_children && !node->is_all; i++)
    if (is_open (self->tester, node->children[i])) {
      has_open = TRUE;
      visit (self, node->children[i]);
    }
  if (!has_open)
    tell (self, node);
  g_array_set_size (self->missing, mark);
  g_array_set_size (self->excluding, excluding_mark);
}

void
_licet_tester_visit_open (LicetTester *self,
                          const LicetNode *node,
                          LicetOpenFunc func,
                          gpointer user_data)
{
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (LicetMissing));
  g_autoptr (GArray) excluding = g_array_new (FALSE, FALSE, sizeof (LicetMissing));
  Visit all = { self, func, user_data, missing, excluding };
  const LicetControlList *before;

  if (!is_open (self, node))
    return;
  before = _licet_tester_enter (self, node->list);
  collect_from_above (self, node, missing, excluding);
  visit (&all, node);
  (void) _licet_tester_enter (self, before);
}

gboolean
_licet_tester_may_settle (LicetTester *self,
                          const LicetNode *paragraph,
                          const LicetMissing *missing)
{
  static const LicetTruth answers[] = { LICET_NOT_MET, LICET_MET };
  gboolean settles = FALSE;

  self->assumed = missing;
  for (guint i = 0; i < G_N_ELEMENTS (answers) && !settles; i++) {
    self->assumed_truth = answers[i];
    settles = !is_open (self, paragraph);
  }
  self->assumed = NULL;
  return settles;
}

char *
_licet_missing_dup_name (const LicetMissing *missing)
{
  return g_strconcat (prefixes[missing->type], missing->id, NULL);
}
