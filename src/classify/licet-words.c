/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-words"

#include "config.h"

#include "licet-words-private.h"

#include "licet-item-private.h"

/* How many parts of a combination, or things in a relation, a sentence names. */
#define MAX_NAMED 3

static const char *const relation_words[LICET_N_RELATIONS] = {
  [LICET_RELATION_SELF] = "is",
  [LICET_RELATION_FOR] = "is for",
  [LICET_RELATION_CONTAINS] = "contains",
  [LICET_RELATION_MADE_OF] = "is made of",
  [LICET_RELATION_PART_OF] = "is part of",
};

static char *
join_targets (const char *const *targets)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; targets[i] != NULL; i++) {
    if (i == MAX_NAMED) {
      g_string_append_printf (text, " and %u more", g_strv_length ((char **) targets) - i);
      break;
    }
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", targets[i]);
  }
  return g_string_free (text, FALSE);
}

static const LicetKind *
find_statement (LicetItem *item,
                const LicetKind *kind)
{
  for (guint i = 0; i < item->kinds->len; i++) {
    const LicetKind *stated = g_ptr_array_index (item->kinds, i);

    if (licet_vocabulary_kind_is_a (item->vocabulary, stated, kind))
      return stated;
  }
  return NULL;
}

static char *
join_kinds (LicetItem *item)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) labels = NULL;

  for (guint i = 0; i < item->kinds->len; i++)
    g_strv_builder_take (
        builder,
        g_strdup_printf ("“%s”", ((const LicetKind *) g_ptr_array_index (item->kinds, i))->label));
  labels = g_strv_builder_end (builder);
  return join_targets ((const char *const *) labels);
}

char *
_licet_words_kind (LicetItem *item,
                   const LicetKind *kind,
                   LicetVerdict verdict)
{
  const LicetKind *stated;

  if (verdict.truth == LICET_UNKNOWN)
    return g_strdup_printf ("It is not said whether it is “%s”", kind->label);
  if (!_licet_item_fits_nature (item, kind))
    return g_strdup_printf ("Not “%s”: the item is %s", kind->label,
                            licet_nature_serialise (item->nature));
  if (verdict.truth == LICET_NOT_MET && item->kinds->len == 0)
    return g_strdup_printf ("Said not to be “%s”", kind->label);
  if (verdict.truth == LICET_NOT_MET) {
    g_autofree char *kinds = join_kinds (item);

    return g_strdup_printf ("Not “%s”: said to be %s", kind->label, kinds);
  }
  stated = find_statement (item, kind);
  if (stated == NULL)
    return g_strdup_printf ("“%s” as its nature says", kind->label);
  if (stated == kind)
    return g_strdup_printf ("Said to be “%s”", kind->label);
  return g_strdup_printf ("Said to be “%s”, which is “%s”", stated->label, kind->label);
}

char *
_licet_words_bounds (const LicetBound *bounds,
                     guint n_bounds)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_bounds; i++)
    g_string_append_printf (text, "%s%s %s", i > 0 ? " and " : "",
                            licet_comparison_get_words (bounds[i].comparison), bounds[i].text);
  return g_string_free (text, FALSE);
}

/* What is asked for, as the second half of a sentence. */
static char *
dup_need (const LicetCondition *condition)
{
  g_autofree char *bounds = _licet_words_bounds (condition->bounds, condition->n_bounds);

  return g_strdup_printf (
      "%s %s", condition->type == LICET_CONDITION_COVERS ? "to be covered whole:" : "needs",
      bounds);
}

char *
_licet_words_quantity (const LicetCondition *condition,
                       const LicetFact *fact,
                       LicetTruth truth)
{
  const char *label = condition->quantity->label;
  g_autofree char *need = dup_need (condition);

  if (fact == NULL)
    return g_strdup_printf ("%s is not known; %s", label, need);
  if (licet_value_is_not_applicable (fact->value))
    return g_strdup_printf ("%s is said not to apply", label);
  if (truth == LICET_UNKNOWN)
    return g_strdup_printf ("%s is %s, which may lie on either side; %s", label,
                            licet_value_get_text (fact->value), need);
  return g_strdup_printf ("%s is %s; %s", label, licet_value_get_text (fact->value), need);
}

/* A result in the unit of the threshold; a range by its ends. A pure number has no unit to show. */
static char *
dup_result (const LicetInterval *interval,
            const LicetUnit *unit)
{
  const LicetEnd *ends[] = { &interval->lower, &interval->upper };
  const char *label = g_str_equal (unit->label, "1") ? "" : unit->label;
  char *texts[] = { NULL, NULL };
  char *result;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    LicetRational number;

    if (ends[i]->present && licet_unit_from_base (unit, &ends[i]->base, &number, NULL))
      texts[i] = licet_rational_format (&number, 6);
  }
  if (texts[0] != NULL && texts[1] != NULL)
    result = _licet_interval_is_exact (interval)
                 ? g_strdup_printf ("%s %s", texts[0], label)
                 : g_strdup_printf ("%s to %s %s", texts[0], texts[1], label);
  else if (texts[0] != NULL || texts[1] != NULL)
    result = g_strdup_printf ("%s %s %s", texts[0] != NULL ? "at least" : "at most",
                              texts[0] != NULL ? texts[0] : texts[1], label);
  else
    result = NULL;
  g_free (texts[0]);
  g_free (texts[1]);
  return result != NULL ? g_strchomp (result) : NULL;
}

char *
_licet_words_expression (const LicetCondition *condition,
                         const LicetOperand *operand,
                         LicetTruth truth)
{
  g_autofree char *words = licet_condition_dup_words (condition);
  g_autofree char *result = NULL;

  words[0] = g_ascii_toupper (words[0]);
  if (operand->not_applicable != NULL)
    return g_strdup_printf ("%s is said not to apply; asked for: %s",
                            operand->not_applicable->label, words);
  if (operand->problem != NULL)
    return g_strdup_printf ("%s: cannot be computed, %s", words, operand->problem);
  if (truth == LICET_UNKNOWN && !operand->is_known)
    return g_strdup_printf (
        "%s: %s is not known%s", words, operand->unknown->label,
        operand->interval.lower.present || operand->interval.upper.present ? " well enough" : "");
  result = dup_result (&operand->interval, &condition->bounds[0].unit);
  return g_strdup_printf ("%s: it comes to %s", words,
                          result != NULL ? result : "a number too long to show");
}

char *
_licet_words_choice (const LicetCondition *condition,
                     const char *const *stated,
                     LicetTruth truth)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) wanted = NULL;
  g_auto (GStrv) given = NULL;
  g_autofree char *needs = NULL;
  g_autofree char *is = NULL;

  for (guint i = 0; i < condition->n_values; i++)
    g_strv_builder_add (builder, condition->values[i]->label);
  wanted = g_strv_builder_end (builder);
  needs = g_strjoinv (" or ", wanted);
  if (truth == LICET_UNKNOWN)
    return g_strdup_printf ("%s is not known; needs %s", condition->choice->label, needs);
  for (guint i = 0; stated[i] != NULL; i++)
    g_strv_builder_add (builder, licet_choice_find_value (condition->choice, stated[i])->label);
  given = g_strv_builder_end (builder);
  is = g_strjoinv (", ", given);
  return g_strdup_printf ("%s is %s; needs %s", condition->choice->label, is, needs);
}

char *
_licet_words_answer (const char *question,
                     LicetTruth truth,
                     const char *why)
{
  if (truth == LICET_UNKNOWN)
    return g_strdup_printf ("Not answered: “%s”", question);
  return g_strdup_printf ("Answered %s: “%s”%s%s%s", truth == LICET_MET ? "yes" : "no", question,
                          why != NULL ? " (" : "", why != NULL ? why : "", why != NULL ? ")" : "");
}

char *
_licet_words_self (LicetTester *self,
                   const char *code,
                   const LicetNode *target,
                   LicetTruth truth,
                   gboolean is_circle)
{
  if (is_circle)
    return g_strdup_printf ("%s refers back to here, so it cannot decide", code);
  if (truth == LICET_UNKNOWN)
    return g_strdup_printf ("Whether it falls under %s is open", code);
  return g_strdup_printf ("It %s under %s", truth == LICET_MET ? "falls" : "does not fall", code);
}

char *
_licet_words_absent_target (const char *code,
                            LicetTruth truth,
                            const char *why)
{
  g_autofree char *question = NULL;

  if (truth == LICET_UNKNOWN)
    return g_strdup_printf (
        "Whether it falls under %s is to be looked up; that entry is not in this bundle", code);
  question = g_strdup_printf ("Does it fall under %s?", code);
  return _licet_words_answer (question, truth, why);
}

char *
_licet_words_relation (const LicetCondition *condition,
                       const char *const *targets,
                       const char *decisive,
                       LicetTruth truth)
{
  const char *relation = relation_words[condition->relation];
  g_autofree char *named = NULL;

  if (targets == NULL)
    return g_strdup_printf ("It is not said what it %s; needs %s", relation, condition->target);
  if (targets[0] == NULL)
    return g_strdup_printf ("Nothing that it %s is named; needs %s", relation, condition->target);
  if (truth == LICET_UNKNOWN)
    return g_strdup_printf ("It %s %s, which may or may not be %s", relation,
                            decisive != NULL ? decisive : targets[0], condition->target);
  if (truth == LICET_MET)
    return g_strdup_printf ("It %s %s; needs %s", relation, decisive, condition->target);
  named = join_targets (targets);
  return g_strdup_printf ("It %s %s; needs %s", relation, named, condition->target);
}

char *
_licet_words_host (const char *const *targets,
                   LicetTruth truth)
{
  g_autofree char *named = targets != NULL ? join_targets (targets) : NULL;

  if (targets == NULL)
    return g_strdup ("what it is part of is not said");
  if (targets[0] == NULL)
    return g_strdup ("it is said to be part of nothing");
  if (truth == LICET_UNKNOWN)
    return g_strdup_printf ("whether %s is listed is open", named);
  return g_strdup_printf ("it is part of %s, which is %s", named,
                          truth == LICET_MET ? "listed" : "not listed");
}

static char *
join_whys (GPtrArray *findings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < findings->len && i < MAX_NAMED; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            ((const LicetFinding *) g_ptr_array_index (findings, i))->why);
  if (findings->len > MAX_NAMED)
    g_string_append_printf (text, "; and %u more", findings->len - MAX_NAMED);
  return g_string_free (text, FALSE);
}

/* The first finding that came out as @truth; for "not met", one that does not rest on the stated kinds alone goes first. */
static const LicetFinding *
find_decisive (GPtrArray *findings,
               LicetTruth truth)
{
  const LicetFinding *found = NULL;

  for (guint i = 0; i < findings->len; i++) {
    const LicetFinding *finding = g_ptr_array_index (findings, i);

    if (finding->truth == truth && (found == NULL || (found->by_kind && !finding->by_kind)))
      found = finding;
  }
  return found;
}

char *
_licet_words_combination (const LicetCondition *condition,
                          GPtrArray *parts,
                          LicetTruth truth)
{
  const LicetFinding *decisive = parts != NULL ? find_decisive (parts, truth) : NULL;
  guint n_met = 0;

  for (guint i = 0; parts != NULL && i < parts->len; i++)
    n_met += ((const LicetFinding *) g_ptr_array_index (parts, i))->truth == LICET_MET;
  if (condition->type == LICET_CONDITION_AT_LEAST)
    return g_strdup_printf ("%u of %u hold; needs %u", n_met, condition->n_parts, condition->count);
  if (condition->type == LICET_CONDITION_NOT && parts != NULL)
    return g_strdup_printf ("Must not hold: %s",
                            ((const LicetFinding *) g_ptr_array_index (parts, 0))->why);
  if (parts == NULL)
    return g_strdup (condition->type == LICET_CONDITION_ALL ? "Nothing is asked"
                                                            : "Nothing can hold");
  if (truth == LICET_UNKNOWN ||
      (condition->type == LICET_CONDITION_ALL) == (truth == LICET_NOT_MET))
    return g_strdup (decisive->why);
  return join_whys (parts);
}

const char *
_licet_words_truth (LicetTruth truth)
{
  static const char *const words[] = { "not met", "open", "met" };

  g_assert ((guint) truth < G_N_ELEMENTS (words));

  return words[truth];
}

const char *
_licet_words_note_name (const LicetClauseNote *note)
{
  return note->general != NULL ? note->general->cite : "A note";
}

static LicetNoteEffect
get_effect (const LicetClauseNote *note)
{
  return note->general != NULL ? note->general->effect : note->note->effect;
}

/* Whether a note, taken alone, makes the paragraph come out as @truth. */
static gboolean
note_decides (const LicetClauseNote *note,
              LicetTruth truth)
{
  LicetTruth held = note->truth;

  switch (get_effect (note)) {
  case LICET_NOTE_INCLUDES:
    return truth != LICET_NOT_MET && held == truth;
  case LICET_NOTE_REQUIRES:
    return truth != LICET_MET && held == truth;
  case LICET_NOTE_EXCLUDES:
    return truth != LICET_MET && held == licet_truth_not (truth);
  case LICET_NOTE_DEFERS: {
    const LicetFinding *host = g_ptr_array_index (note->finding->parts, 1);

    return truth != LICET_MET && licet_truth_or (licet_truth_not (held), host->truth) == truth;
  }
  case LICET_NOTE_DEFINES:
  case LICET_NOTE_METHOD:
  case LICET_NOTE_SEE:
  case LICET_NOTE_FOLLOWS_COMPONENT:
  default:
    g_assert_not_reached ();
  }
}

static char *
dup_note_reason (const LicetClause *clause,
                 LicetTruth truth)
{
  static const char *const verbs[] = { "takes it out", "is open", "includes it" };

  for (guint i = 0; i < clause->notes->len; i++) {
    const LicetClauseNote *note = g_ptr_array_index (clause->notes, i);

    if (note_decides (note, truth))
      return g_strdup_printf ("%s %s: %s", _licet_words_note_name (note), verbs[truth],
                              note->finding->why);
  }
  return NULL;
}

static const LicetClause *
find_child (const LicetClause *clause,
            LicetTruth verdict)
{
  for (guint i = 0; i < clause->children->len; i++) {
    const LicetClause *child = g_ptr_array_index (clause->children, i);

    if (child->verdict == verdict && !child->node->is_unused)
      return child;
  }
  return NULL;
}

static char *
dup_children_reason (const LicetClause *clause,
                     LicetTruth truth)
{
  const LicetClause *child = find_child (clause, truth);

  if (truth == LICET_MET && clause->node->is_all)
    return g_strdup_printf ("All of its %u parts hold", clause->node->n_children);
  if (truth == LICET_NOT_MET && !clause->node->is_all)
    return g_strdup_printf ("None of its %u paragraphs applies", clause->node->n_children);
  if (child == NULL)
    return g_strdup (truth == LICET_MET ? "A paragraph below applies"
                                        : "It depends on the paragraphs below");
  if (truth == LICET_NOT_MET)
    return g_strdup_printf ("%s, one of the parts that all must hold, does not", child->node->full);
  return g_strdup_printf (truth == LICET_MET ? "%s applies" : "It depends on %s",
                          child->node->full);
}

static char *
dup_own_reason (const LicetClause *clause,
                LicetTruth truth)
{
  const LicetFinding *finding = find_decisive (clause->findings, truth);

  return finding != NULL ? g_strdup (finding->why) : NULL;
}

static char *
dup_nature_reason (LicetTester *self,
                   const LicetNode *node)
{
  if (!licet_item_has_nature (self->item))
    return g_strdup_printf ("It is about %s; it is not said whether the item is",
                            licet_nature_serialise (node->nature));
  return g_strdup_printf ("It is about %s; the item is %s", licet_nature_serialise (node->nature),
                          licet_nature_serialise (licet_item_get_nature (self->item)));
}

static char *
dup_met_reason (const LicetClause *clause,
                const LicetNodeTest *test)
{
  if (licet_truth_and (test->own.truth, test->children.truth) != LICET_MET)
    return dup_note_reason (clause, LICET_MET);
  if (clause->node->n_children > 0)
    return dup_children_reason (clause, LICET_MET);
  return clause->findings->len > 0 ? join_whys (clause->findings)
                                   : g_strdup ("Nothing is asked beyond what stands above it");
}

static const char *
get_above_words (LicetTruth verdict)
{
  return verdict == LICET_NOT_MET ? "What stands above it does not hold"
                                  : "What stands above it is open";
}

/* Whether the words or the notes of @clause by themselves make what stands below come out as @verdict. */
static gboolean
decides_below (const LicetClause *clause,
               LicetTruth verdict)
{
  if (clause->own == verdict)
    return TRUE;
  for (guint i = 0; i < clause->notes->len; i++)
    if (note_decides (g_ptr_array_index (clause->notes, i), verdict))
      return TRUE;
  return FALSE;
}

static char *
dup_decisive_reason (const LicetClause *clause,
                     LicetTruth verdict)
{
  char *why = dup_note_reason (clause, verdict);

  return why != NULL ? why : dup_own_reason (clause, verdict);
}

static void
name_above (LicetClause *clause,
            GPtrArray *above)
{
  const char *words = get_above_words (clause->verdict);

  for (guint i = above->len; i > 0 && g_str_equal (clause->why, words); i--) {
    const LicetClause *other = g_ptr_array_index (above, i - 1);
    g_autofree char *reason = NULL;

    if (decides_below (other, clause->verdict))
      reason = dup_decisive_reason (other, clause->verdict);
    if (reason == NULL)
      continue;
    g_free (clause->why);
    clause->why = g_strdup_printf ("%s, at %s: %s", words, other->node->full, reason);
  }
  g_ptr_array_add (above, clause);
  for (guint i = 0; i < clause->children->len; i++)
    name_above (g_ptr_array_index (clause->children, i), above);
  g_ptr_array_set_size (above, (int) above->len - 1);
}

void
_licet_words_name_above (LicetClause *root)
{
  g_autoptr (GPtrArray) above = g_ptr_array_new ();

  name_above (root, above);
}

char *
_licet_words_clause (LicetTester *self,
                     const LicetClause *clause,
                     const LicetNodeTest *test)
{
  LicetTruth verdict = clause->verdict;
  char *why = NULL;

  if (clause->node->is_unused)
    return g_strdup ("The list leaves this place empty");
  if (verdict == LICET_MET)
    return dup_met_reason (clause, test);
  if (test->nature.truth == verdict)
    return dup_nature_reason (self, clause->node);
  if (test->open.truth == verdict)
    why = dup_note_reason (clause, verdict);
  if (why == NULL && test->own.truth == verdict)
    why = dup_own_reason (clause, verdict);
  if (why == NULL && clause->node->n_children > 0 && test->children.truth == verdict)
    why = dup_children_reason (clause, verdict);
  if (why == NULL && test->included.truth == LICET_UNKNOWN)
    why = dup_note_reason (clause, LICET_UNKNOWN);
  if (why == NULL && test->above.truth == verdict)
    why = g_strdup (get_above_words (verdict));
  return why != NULL ? why : g_strdup ("Nothing recorded decides it; read the text");
}
