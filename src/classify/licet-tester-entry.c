/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-tester-entry"

#include "config.h"

#include "licet-tester-private.h"

#include <string.h>

#include "licet-item-private.h"
#include "licet-words-private.h"

/* How far "self" conditions may lead from one to the next; data that goes deeper is not understood. */
#define MAX_DEPTH 24

static const char *
strip_list (const char *code)
{
  const char *colon = strchr (code, ':');

  return colon != NULL ? colon + 1 : code;
}

/* Whether @target names another list than the one @code stands in (both with a list before them, or of the tester's). */
static gboolean
is_of_other_list (LicetTester *self,
                  const char *target,
                  const char *code)
{
  const char *target_colon = strchr (target, ':');
  const char *code_colon = strchr (code, ':');
  const char *list = code;
  gsize length;

  if (target_colon == NULL)
    return FALSE;
  if (code_colon != NULL) {
    length = (gsize) (code_colon - code);
  } else {
    list = self->list != NULL ? licet_control_list_get_id (self->list) : "";
    length = strlen (list);
  }
  return (gsize) (target_colon - target) != length || strncmp (target, list, length) != 0;
}

static char *
qualify (LicetTester *self,
         const char *code)
{
  if (strchr (code, ':') != NULL || self->list == NULL)
    return g_strdup (code);
  return g_strconcat (licet_control_list_get_id (self->list), ":", code, NULL);
}

static gpointer
pack (LicetVerdict verdict)
{
  return GUINT_TO_POINTER (1u | (guint) verdict.truth << 1 | (guint) verdict.bare << 3 |
                           (guint) verdict.loose << 5);
}

static LicetVerdict
unpack (gpointer packed)
{
  guint bits = GPOINTER_TO_UINT (packed);

  return (LicetVerdict) { (LicetTruth) (bits >> 1 & 3), (LicetTruth) (bits >> 3 & 3),
                          (LicetTruth) (bits >> 5 & 3) };
}

/* The item against @target with all that stands above it. What depends on a circle is not kept. */
static LicetVerdict
test_self (LicetTester *self,
           const LicetNode *target)
{
  gboolean is_usual = !self->ignores_general && self->assumed == NULL;
  gpointer packed = is_usual ? g_hash_table_lookup (self->known, target) : NULL;
  guint before = self->n_cycles;
  LicetVerdict verdict;

  if (packed != NULL)
    return unpack (packed);
  if (self->stack->len >= MAX_DEPTH || g_ptr_array_find (self->stack, target, NULL)) {
    self->n_cycles++;
    return licet_verdict_new (LICET_UNKNOWN);
  }
  g_ptr_array_add (self->stack, (gpointer) target);
  verdict = _licet_tester_test_node (self, target, NULL);
  g_ptr_array_set_size (self->stack, (int) self->stack->len - 1);
  if (self->n_cycles == before && is_usual)
    g_hash_table_insert (self->known, (gpointer) target, pack (verdict));
  return verdict;
}

static LicetVerdict
test_self_condition (LicetTester *self,
                     const LicetCondition *condition,
                     LicetFinding *finding)
{
  const LicetNode *target = _licet_tester_find_target (self, condition);
  g_autofree char *key = NULL;
  LicetVerdict verdict;
  const char *why = NULL;
  guint before = self->n_cycles;

  if (target != NULL) {
    verdict = test_self (self, target);
    if (finding != NULL)
      finding->why = _licet_words_self (self, condition->target, target, verdict.truth,
                                        self->n_cycles > before);
    return verdict;
  }
  /* The category is not in this bundle: only a person can say. */
  key = _licet_tester_dup_target_key (self, condition);
  verdict = licet_verdict_new (licet_item_get_answer (self->item, key, &why));
  if (finding != NULL) {
    finding->why = _licet_words_absent_target (condition->target, verdict.truth, why);
    if (verdict.truth == LICET_UNKNOWN)
      finding->missing = g_strconcat ("answer:", key, NULL);
  }
  return verdict;
}

/* "3A001.a" named: met for 3A001, open for 3A001.a.1, and not met for 3A002. */
static LicetTruth
compare_codes (const char *named,
               const char *wanted)
{
  if (licet_code_covers (wanted, named))
    return LICET_MET;
  return licet_code_covers (named, wanted) ? LICET_UNKNOWN : LICET_NOT_MET;
}

LicetTruth
_licet_tester_test_target (LicetTester *self,
                           const char *target,
                           const char *code)
{
  if (g_str_equal (target, LICET_NOT_LISTED))
    return LICET_NOT_MET;
  if (g_str_has_prefix (target, LICET_ITEM_PREFIX)) {
    g_autofree char *qualified = qualify (self, code);

    if (self->options.resolve == NULL)
      return LICET_UNKNOWN;
    return self->options.resolve (target + strlen (LICET_ITEM_PREFIX), qualified,
                                  self->options.resolve_data);
  }
  /* What another list says of it is no statement about this one. */
  if (is_of_other_list (self, target, code))
    return LICET_UNKNOWN;
  return compare_codes (strip_list (target), strip_list (code));
}

LicetTruth
_licet_tester_test_listed (LicetTester *self,
                           const char *target)
{
  return _licet_tester_test_target (self, target, "*");
}

static LicetVerdict
test_relation (LicetTester *self,
               const LicetCondition *condition,
               LicetFinding *finding)
{
  const char *const *targets = licet_item_get_relation (self->item, condition->relation);
  LicetTruth truth = targets == NULL ? LICET_UNKNOWN : LICET_NOT_MET;
  const char *decisive = NULL;

  for (guint i = 0; targets != NULL && targets[i] != NULL && truth != LICET_MET; i++) {
    LicetTruth one = _licet_tester_test_target (self, targets[i], condition->target);

    if (one > truth)
      decisive = targets[i];
    truth = licet_truth_or (truth, one);
  }
  if (finding != NULL) {
    finding->why = _licet_words_relation (condition, targets, decisive, truth);
    if (truth == LICET_UNKNOWN)
      finding->missing =
          g_strconcat ("relation:", licet_relation_serialise (condition->relation), NULL);
  }
  return licet_verdict_new (truth);
}

LicetVerdict
_licet_tester_test_host (LicetTester *self,
                         LicetFinding *finding)
{
  const char *const *targets = licet_item_get_relation (self->item, LICET_RELATION_PART_OF);
  gboolean is_said = targets != NULL && targets[0] != NULL;
  LicetTruth truth = is_said ? LICET_NOT_MET : LICET_UNKNOWN;

  for (guint i = 0; is_said && targets[i] != NULL; i++)
    truth = licet_truth_or (truth, _licet_tester_test_listed (self, targets[i]));
  if (truth == LICET_UNKNOWN && self->assumed != NULL &&
      self->assumed->type == LICET_MISSING_RELATION &&
      g_str_equal (self->assumed->id, licet_relation_serialise (LICET_RELATION_PART_OF)))
    truth = self->assumed_truth;
  if (finding != NULL) {
    finding->truth = truth;
    finding->why = _licet_words_host (targets, truth);
    if (truth == LICET_UNKNOWN)
      finding->missing = g_strdup ("relation:part-of");
  }
  return licet_verdict_new (truth);
}

const LicetNode *
_licet_tester_find_target (LicetTester *self,
                           const LicetCondition *condition)
{
  if (strchr (condition->target, ':') == NULL && self->list != NULL)
    return licet_control_list_find (self->list, condition->target);
  return licet_bundle_find_node (licet_item_get_bundle (self->item), condition->target, NULL);
}

char *
_licet_tester_dup_target_key (LicetTester *self,
                              const LicetCondition *condition)
{
  return qualify (self, condition->target);
}

LicetVerdict
_licet_tester_test_entry (LicetTester *self,
                          const LicetCondition *condition,
                          LicetFinding *finding)
{
  if (condition->relation == LICET_RELATION_SELF)
    return test_self_condition (self, condition, finding);
  return test_relation (self, condition, finding);
}
