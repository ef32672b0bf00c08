/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-component"

#include "config.h"

#include "licet-component-private.h"

#include <string.h>

#include "licet-item-private.h"
#include "licet-open-private.h"

static const LicetGeneralNote *
find_rule (const LicetControlList *list)
{
  const LicetGeneralNote *notes;
  guint n;

  notes = licet_control_list_get_general_notes (list, &n);
  for (guint i = 0; i < n; i++)
    if (notes[i].effect == LICET_NOTE_FOLLOWS_COMPONENT)
      return &notes[i];
  return NULL;
}

static const char *const *
get_components (LicetTester *tester)
{
  return licet_item_get_relation (tester->item, LICET_RELATION_CONTAINS);
}

/* Whether the rule governs what is listed as @target; of an item of the case only that it is listed can be told. */
static gboolean
governs_target (const LicetGeneralNote *note,
                const char *target)
{
  const char *colon = strchr (target, ':');

  if (g_str_has_prefix (target, LICET_ITEM_PREFIX))
    return TRUE;
  return _licet_paths_govern (note->paths, note->except, colon != NULL ? colon + 1 : target);
}

static LicetTruth
test_listed (LicetTester *tester,
             const LicetGeneralNote *note,
             GStrv *ret_codes)
{
  const char *const *targets = get_components (tester);
  LicetTruth listed = targets == NULL ? LICET_UNKNOWN : LICET_NOT_MET;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; targets != NULL && targets[i] != NULL; i++) {
    LicetTruth one;

    if (!governs_target (note, targets[i]))
      continue;
    one = _licet_tester_test_listed (tester, targets[i]);
    listed = licet_truth_or (listed, one);
    if (one == LICET_MET && !g_str_has_prefix (targets[i], LICET_ITEM_PREFIX))
      g_strv_builder_add (builder, strchr (targets[i], ':') != NULL ? strchr (targets[i], ':') + 1
                                                                    : targets[i]);
  }
  *ret_codes = g_strv_builder_end (builder);
  return listed;
}

static LicetTruth
test_questions (LicetTester *tester,
                const LicetGeneralNote *note,
                GString *words)
{
  LicetVerdict verdict = LICET_VERDICT (LICET_MET);

  for (guint i = 0; i < note->n_questions; i++) {
    LicetFinding *finding = NULL;

    verdict = licet_verdict_and (
        verdict, _licet_tester_test_condition (tester, note->questions[i], &finding));
    g_string_append_printf (words, "; %s", finding->why);
    _licet_finding_free (finding);
  }
  return verdict.truth;
}

static char *
dup_words (LicetTester *tester,
           const LicetComponentRule *rule,
           const char *answers)
{
  const char *const *targets = get_components (tester);
  g_autofree char *named = NULL;

  if (targets == NULL)
    return g_strdup ("it is not said what listed components it contains");
  named = g_strjoinv (", ", (char **) targets);
  if (rule->listed == LICET_NOT_MET)
    return g_strdup ("it is said to contain no listed component");
  if (rule->listed == LICET_UNKNOWN)
    return g_strdup_printf ("it contains %s; whether that is listed here is open", named);
  return g_strdup_printf ("it contains %s, %s%s", named,
                          rule->truth == LICET_MET       ? "and follows it"
                          : rule->truth == LICET_NOT_MET ? "and does not follow it"
                                                         : "and whether it follows it is open",
                          answers);
}

void
_licet_component_rule_init (LicetComponentRule *self,
                            LicetTester *tester,
                            const LicetControlList *list)
{
  const LicetControlList *before;
  g_autoptr (GString) answers = g_string_new (NULL);

  *self = (LicetComponentRule) { find_rule (list), LICET_NOT_MET, LICET_NOT_MET,
                                 LICET_NOT_MET,    NULL,          NULL };
  if (self->note == NULL)
    return;
  if (licet_item_has_nature (tester->item) &&
      licet_item_get_nature (tester->item) != LICET_NATURE_GOODS) {
    self->why = g_strdup ("only goods follow a component");
    return;
  }
  before = _licet_tester_enter (tester, list);
  self->listed = test_listed (tester, self->note, &self->codes);
  self->questions = test_questions (tester, self->note, answers);
  if (self->note->when != NULL)
    self->questions = licet_truth_and (
        self->questions, _licet_tester_test_condition (tester, self->note->when, NULL).truth);
  self->truth = licet_truth_and (self->listed, self->questions);
  if (!licet_item_has_nature (tester->item))
    self->truth = licet_truth_and (self->truth, LICET_UNKNOWN);
  (void) _licet_tester_enter (tester, before);
  self->why = dup_words (tester, self, answers->str);
}

void
_licet_component_rule_clear (LicetComponentRule *self)
{
  g_clear_pointer (&self->codes, g_strfreev);
  g_clear_pointer (&self->why, g_free);
}

LicetTruth
_licet_component_rule_bears (const LicetComponentRule *self,
                             LicetTester *tester,
                             const LicetControlList *list,
                             const char *code)
{
  const char *const *targets = get_components (tester);
  const LicetControlList *before;
  LicetTruth truth = targets == NULL ? LICET_UNKNOWN : LICET_NOT_MET;

  if (self->note == NULL || !_licet_paths_govern (self->note->paths, self->note->except, code))
    return LICET_NOT_MET;
  before = _licet_tester_enter (tester, list);
  for (guint i = 0; targets != NULL && targets[i] != NULL; i++)
    truth = licet_truth_or (truth, _licet_tester_test_target (tester, targets[i], code));
  (void) _licet_tester_enter (tester, before);
  return truth;
}

void
_licet_component_rule_collect_missing (const LicetComponentRule *self,
                                       LicetTester *tester,
                                       GArray *missing)
{
  const LicetMissing contains = {
    LICET_MISSING_RELATION, licet_relation_serialise (LICET_RELATION_CONTAINS), NULL,
  };

  if (self->truth != LICET_UNKNOWN)
    return;
  if (get_components (tester) == NULL)
    g_array_append_val (missing, contains);
  if (self->listed != LICET_MET)
    return;
  for (guint i = 0; i < self->note->n_questions; i++)
    _licet_tester_collect_missing (tester, self->note->questions[i], missing);
  if (self->note->when != NULL)
    _licet_tester_collect_missing (tester, self->note->when, missing);
}

JsonObject *
_licet_component_rule_serialise (const LicetComponentRule *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "note", self->note->id);
  json_object_set_string_member (object, "cite", self->note->cite);
  json_object_set_string_member (object, "truth", licet_truth_serialise (self->truth));
  json_object_set_string_member (object, "why", self->why);
  return object;
}
