/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-determination-trail"

#include "config.h"

#include "licet-determination-private.h"
#include "licet-item-private.h"
#include "licet-record-write-private.h"
#include "licet-words-private.h"

/* How many digits of a digest a line shows. */
#define DIGEST_SHOWN 12

static guint
count_by_kind (LicetWalk *walk)
{
  GPtrArray *entries = licet_walk_get_entries (walk);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++)
    n += ((const LicetWalkEntry *) g_ptr_array_index (entries, i))->by_kind;
  return n;
}

static void
add_list (const LicetDecision *decision,
          GStrvBuilder *trail)
{
  const LicetControlList *list = decision->list;
  LicetWalk *walk = decision->walk;
  const char *const *missing = licet_control_list_get_missing_categories (list);
  guint by_kind = count_by_kind (walk);

  _licet_lines_add (trail,
                    "%s, edition %s (%s; data %.*s): %u entries walked; %u met, %u open, %u ruled "
                    "out by facts, %u by what the item is said to be",
                    licet_control_list_get_short_name (list), licet_control_list_get_edition (list),
                    licet_control_list_get_legal_basis (list), DIGEST_SHOWN,
                    licet_control_list_get_digest (list), licet_walk_get_entries (walk)->len,
                    licet_walk_count (walk, LICET_MET), licet_walk_count (walk, LICET_UNKNOWN),
                    licet_walk_count (walk, LICET_NOT_MET) - by_kind, by_kind);
  for (guint i = 0; missing[i] != NULL; i++)
    _licet_lines_add (trail,
                      "Not covered: category %s (%s); its entries are not in the data, so this "
                      "record says nothing of them",
                      missing[i], licet_control_list_get_category_title (list, missing[i]));
}

static void
add_facts (const LicetDecision *decision,
           GStrvBuilder *trail)
{
  LicetItem *item = decision->item;
  g_autoptr (GPtrArray) facts = licet_item_dup_facts (item);

  if (licet_item_has_nature (item))
    _licet_lines_add (trail, "The item is %s",
                      licet_nature_serialise (licet_item_get_nature (item)));
  for (guint i = 0; i < item->kinds->len; i++)
    _licet_lines_add (trail, "Said to be “%s”",
                      ((const LicetKind *) g_ptr_array_index (item->kinds, i))->label);
  for (guint i = 0; i < facts->len; i++) {
    const LicetFact *fact = g_ptr_array_index (facts, i);

    _licet_lines_add (trail, "%s: %s%s%s%s", fact->quantity->label,
                      licet_value_get_text (fact->value), fact->source != NULL ? " (" : "",
                      fact->source != NULL ? fact->source : "", fact->source != NULL ? ")" : "");
  }
}

static void
add_notes (const LicetClause *clause,
           GStrvBuilder *trail)
{
  for (guint i = 0; i < clause->notes->len; i++) {
    const LicetClauseNote *note = g_ptr_array_index (clause->notes, i);

    _licet_lines_add (trail, "%s to %s, “%s”: %s. %s", _licet_words_note_name (note),
                      clause->node->full,
                      note->general != NULL ? note->general->text : note->note->text,
                      _licet_words_truth (note->truth), note->finding->why);
  }
}

static void
add_component (const LicetDecision *decision,
               const char *code,
               GStrvBuilder *trail)
{
  const LicetNode *node = licet_control_list_find (decision->list, code);
  g_autofree char *citation = node != NULL ? licet_node_dup_citation (node) : NULL;

  if (node != NULL)
    _licet_lines_add (trail,
                      "%s, “%s”: the paragraph of a component, whose control the item follows",
                      citation, node->text);
  else
    _licet_lines_add (trail,
                      "%s, %s: the paragraph of a component, whose control the item follows; it is "
                      "not in the data",
                      licet_control_list_get_short_name (decision->list), code);
}

static void
add_codes (const LicetDecision *decision,
           GStrvBuilder *trail)
{
  for (guint i = 0; i < decision->codes->len; i++) {
    g_autoptr (GPtrArray) chain = _licet_decision_dup_chain (decision, i);

    if (_licet_decision_is_component (decision, i))
      add_component (decision, g_ptr_array_index (decision->codes, i), trail);
    for (guint j = 0; j < chain->len; j++) {
      const LicetClause *clause = g_ptr_array_index (chain, j);
      g_autofree char *citation = licet_node_dup_citation (clause->node);

      _licet_lines_add (trail, "%s, “%s”: %s. %s", citation, clause->node->text,
                        _licet_words_truth (clause->verdict), clause->why);
      add_notes (clause, trail);
    }
  }
}

/* Whether a note, as its condition came out, takes what it governs out of the list. */
static gboolean
takes_out (LicetTester *tester,
           const LicetGeneralNote *note)
{
  LicetTruth truth;

  if (!_licet_note_decides (note->effect, note->when) || note->effect == LICET_NOTE_INCLUDES)
    return FALSE;
  truth = _licet_tester_test_condition (tester, note->when, NULL).truth;
  return truth == (note->effect == LICET_NOTE_REQUIRES ? LICET_NOT_MET : LICET_MET);
}

/* The entries that would not be ruled out but for rules of the list: where these decide, they are named. */
static GPtrArray *
dup_freed_entries (const LicetDecision *decision,
                   LicetTester *tester)
{
  GPtrArray *entries = licet_walk_get_entries (decision->walk);
  GPtrArray *freed = g_ptr_array_new ();

  tester->ignores_general = TRUE;
  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (entry->verdict == LICET_NOT_MET &&
        _licet_tester_test_node (tester, entry->entry, NULL).truth != LICET_NOT_MET)
      g_ptr_array_add (freed, (gpointer) entry->entry);
  }
  tester->ignores_general = FALSE;
  return freed;
}

static void
add_general_notes (const LicetDecision *decision,
                   GStrvBuilder *trail)
{
  g_auto (LicetTester) tester = { 0 };
  g_autoptr (GPtrArray) freed = NULL;
  const LicetGeneralNote *notes;
  guint n;

  _licet_tester_init (&tester, decision->item, decision->options);
  (void) _licet_tester_enter (&tester, decision->list);
  freed = dup_freed_entries (decision, &tester);
  notes = licet_control_list_get_general_notes (decision->list, &n);
  for (guint i = 0; i < n && freed->len > 0; i++) {
    g_autoptr (GString) named = g_string_new (NULL);

    if (!takes_out (&tester, &notes[i]))
      continue;
    for (guint j = 0; j < freed->len; j++) {
      const LicetNode *entry = g_ptr_array_index (freed, j);

      if (_licet_paths_govern (notes[i].paths, notes[i].except, entry->full))
        g_string_append_printf (named, "%s%s", named->len > 0 ? ", " : "", entry->full);
    }
    if (named->len > 0)
      _licet_lines_add (trail, "%s, “%s”: rules out %s, which would otherwise be met or open",
                        notes[i].cite, notes[i].text, named->str);
  }
}

static void
add_walk (const LicetDecision *decision,
          GStrvBuilder *trail)
{
  GPtrArray *entries = licet_walk_get_entries (decision->walk);
  const LicetComponentRule *rule = _licet_walk_get_component_rule (decision->walk);

  if (rule->note != NULL)
    _licet_lines_add (trail, "%s: %s; %s", rule->note->cite, _licet_words_truth (rule->truth),
                      rule->why);
  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (entry->near && entry->verdict == LICET_NOT_MET)
      _licet_lines_add (trail, "Near: %s is missed only just. %s", entry->entry->full, entry->why);
    else if (entry->verdict == LICET_UNKNOWN)
      _licet_lines_add (trail, "Left open: %s. %s", entry->entry->full, entry->why);
  }
}

static const char *
find_rejection (const LicetConclusion *conclusion,
                const char *code)
{
  for (guint i = 0; conclusion->rejected != NULL && conclusion->rejected[i] != NULL; i++) {
    g_autofree char *rejected = _licet_rejected_dup_code (conclusion->rejected[i]);

    if (licet_code_covers (code, rejected))
      return _licet_rejected_get_reason (conclusion->rejected[i]);
  }
  return NULL;
}

static void
add_conclusion (const LicetDecision *decision,
                GStrvBuilder *trail)
{
  const LicetConclusion *conclusion = decision->conclusion;
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < decision->also_met->len; i++) {
    const char *code = g_ptr_array_index (decision->also_met, i);
    const char *reason = find_rejection (conclusion, code);

    _licet_lines_add (trail, "Met as well and not concluded: %s (%s)", code,
                      reason != NULL ? reason : "no reason given");
  }
  for (guint i = 0; conclusion->rejected != NULL && conclusion->rejected[i] != NULL; i++)
    _licet_lines_add (trail, "Rejected by %s: %s", conclusion->decided_by, conclusion->rejected[i]);
  if (conclusion->kinds_reviewed)
    _licet_lines_add (trail,
                      "The entries ruled out by what the item is said to be were looked through");
  for (guint i = 0; i < decision->codes->len; i++)
    g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (decision->codes, i));
  _licet_lines_add (trail, "Concluded by %s on %s: %s", conclusion->decided_by,
                    conclusion->decided_on, codes->len > 0 ? codes->str : "not listed");
  if (!_licet_text_is_blank (conclusion->review_on))
    _licet_lines_add (trail, "To be looked at again on %s", conclusion->review_on);
}

GStrv
_licet_decision_dup_trail (const LicetDecision *decision)
{
  g_autoptr (GStrvBuilder) trail = g_strv_builder_new ();

  add_list (decision, trail);
  add_facts (decision, trail);
  add_codes (decision, trail);
  add_general_notes (decision, trail);
  add_walk (decision, trail);
  add_conclusion (decision, trail);
  return g_strv_builder_end (trail);
}
