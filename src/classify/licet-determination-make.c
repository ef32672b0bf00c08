/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-determination-make"

#include "config.h"

#include <string.h>

#include "licet-determination-private.h"
#include "licet-question.h"
#include "licet-record-write-private.h"

/* How many open or met entries a refusal names. */
#define MAX_NAMED 5

static gboolean refuse (GError **error,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error,
        const char *format,
        ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error_literal (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_CONCLUSION, message);
  return FALSE;
}

static gboolean
check_person (const LicetConclusion *conclusion,
              GError **error)
{
  GDate decided;
  GDate review;

  if (_licet_text_is_blank (conclusion->decided_by))
    return refuse (error, "nobody is named who decides; say who does");
  if (conclusion->decided_on == NULL || !licet_date_parse (conclusion->decided_on, &decided, NULL))
    return refuse (error, "the day of the decision is missing or no day; write it as 2026-11-23");
  if (conclusion->review_on == NULL)
    return TRUE;
  if (!licet_date_parse (conclusion->review_on, &review, NULL))
    return refuse (error, "“%s” is no day to look again; write it as 2027-11-23",
                   conclusion->review_on);
  if (g_date_compare (&review, &decided) <= 0)
    return refuse (error,
                   "the day to look again, %s, does not come after the day of the decision, %s; "
                   "choose a later one",
                   conclusion->review_on, conclusion->decided_on);
  return TRUE;
}

/* Whether the item follows the component listed under @code. */
static gboolean
check_component (LicetTester *tester,
                 const LicetControlList *list,
                 const char *code,
                 GError **error)
{
  g_auto (LicetComponentRule) rule = { 0 };
  LicetTruth bears;

  _licet_component_rule_init (&rule, tester, list);
  if (rule.note == NULL)
    return refuse (error,
                   "%s has no rule by which goods follow a component; conclude paragraphs that the "
                   "item meets itself",
                   licet_control_list_get_short_name (list));
  if (!licet_item_has_nature (tester->item) ||
      licet_item_get_nature (tester->item) != LICET_NATURE_GOODS)
    return refuse (
        error, "only goods follow a component (%s); conclude paragraphs that the item meets itself",
        rule.note->cite);
  bears = _licet_component_rule_bears (&rule, tester, list, code);
  if (bears != LICET_MET)
    return refuse (error,
                   "it is %s that the item contains a component listed under %s; name the "
                   "component in “contains”",
                   bears == LICET_UNKNOWN ? "not certain" : "not said", code);
  if (rule.questions != LICET_MET)
    return refuse (error,
                   "the item does not follow its component as long as %s does not bear it: %s; "
                   "answer its questions",
                   rule.note->cite, rule.why);
  return TRUE;
}

static gboolean
check_own_code (LicetTester *tester,
                const LicetNode *node,
                GError **error)
{
  LicetVerdict verdict = _licet_tester_test_node (tester, node, NULL);
  g_autofree char *why = NULL;

  if (verdict.truth == LICET_MET)
    return TRUE;
  why = _licet_tester_dup_reason (tester, node);
  if (verdict.truth == LICET_UNKNOWN)
    return refuse (error, "%s is not yet met. %s; supply what is missing", node->full, why);
  return refuse (error, "%s is not met. %s; correct the facts or conclude something else",
                 node->full, why);
}

gboolean
_licet_code_is_missing (const LicetControlList *list,
                        const char *code)
{
  const char *const *missing = licet_control_list_get_missing_categories (list);

  for (guint i = 0; missing[i] != NULL; i++)
    if (licet_code_covers (missing[i], code))
      return TRUE;
  return FALSE;
}

gboolean
_licet_determination_is_borne (LicetItem *item,
                               const LicetControlList *list,
                               const LicetClassifyOptions *options,
                               const char *code,
                               const char *follows_component,
                               GError **error)
{
  g_auto (LicetTester) tester = { 0 };
  const LicetNode *node = licet_control_list_find (list, code);
  gboolean is_component = follows_component != NULL && g_str_equal (code, follows_component);

  _licet_tester_init (&tester, item, options);
  if (node == NULL && !(is_component && _licet_code_is_missing (list, code)))
    return refuse (
        error, "%s of %s has no %s; take the code of an entry or paragraph that is there",
        licet_control_list_get_short_name (list), licet_control_list_get_edition (list), code);
  return is_component ? check_component (&tester, list, code, error)
                      : check_own_code (&tester, node, error);
}

/* The code as the list writes it; one of a category that is not here stays as it was typed. */
static char *
dup_canonical (const LicetControlList *list,
               const char *code)
{
  const LicetNode *node = licet_control_list_find (list, code);

  return g_strdup (node != NULL ? node->full : code);
}

static gboolean
check_listed (LicetDecision *decision,
              GError **error)
{
  const char *follows = decision->follows;
  gboolean has_component = follows == NULL;

  for (guint i = 0; i < decision->codes->len; i++) {
    const char *code = g_ptr_array_index (decision->codes, i);

    if (!_licet_determination_is_borne (decision->item, decision->list, decision->options, code,
                                        follows, error))
      return FALSE;
    has_component = has_component || g_str_equal (code, follows);
  }
  if (!has_component)
    return refuse (error, "the component's code %s is not among the codes; add it to them",
                   follows);
  return TRUE;
}

static char *
name_entries (LicetWalk *walk,
              LicetTruth verdict)
{
  GPtrArray *entries = licet_walk_get_entries (walk);
  GString *text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (entry->verdict != verdict)
      continue;
    if (n < MAX_NAMED)
      g_string_append_printf (text, "%s%s", n > 0 ? ", " : "", entry->entry->full);
    n++;
  }
  if (n > MAX_NAMED)
    g_string_append_printf (text, " and %u more", n - MAX_NAMED);
  return g_string_free (text, FALSE);
}

static const char *
get_first_reason (LicetWalk *walk,
                  LicetTruth verdict)
{
  GPtrArray *entries = licet_walk_get_entries (walk);

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (entry->verdict == verdict)
      return entry->why;
  }
  return "";
}

/* "Not listed" while something is met, open or not asked is a guess, and this is where guesses stop. */
static gboolean
check_not_listed (LicetDecision *decision,
                  GError **error)
{
  LicetWalk *walk = decision->walk;
  const LicetComponentRule *rule = _licet_walk_get_component_rule (walk);

  if (decision->conclusion->follows_component != NULL)
    return refuse (
        error,
        "an item that follows a component is listed; name the component's code among the codes");
  if (licet_walk_count (walk, LICET_MET) > 0) {
    g_autofree char *named = name_entries (walk, LICET_MET);

    return refuse (error,
                   "the item is listed: it meets %s (%s); conclude that, or correct the facts",
                   named, get_first_reason (walk, LICET_MET));
  }
  if (licet_walk_count (walk, LICET_UNKNOWN) > 0) {
    g_autofree char *named = name_entries (walk, LICET_UNKNOWN);
    g_autoptr (GPtrArray) questions = licet_questions_for_walk (walk, decision->item, 1);

    return refuse (error, "“not listed” would be a guess with %s open; answer first: %s", named,
                   questions->len > 0
                       ? ((const LicetQuestion *) g_ptr_array_index (questions, 0))->text
                       : get_first_reason (walk, LICET_UNKNOWN));
  }
  if (rule->truth == LICET_MET)
    return refuse (error, "the item is not free: by %s %s; conclude the component's code",
                   rule->note->cite, rule->why);
  if (rule->truth == LICET_UNKNOWN)
    return refuse (error, "“not listed” would be a guess while %s is open: %s; answer that first",
                   rule->note->cite, rule->why);
  if (!decision->conclusion->kinds_reviewed)
    return refuse (error, "entries are ruled out only because of what the item is said to be; look "
                          "through these and say that it was done");
  return TRUE;
}

static gboolean
check_rejected (const LicetConclusion *conclusion,
                GError **error)
{
  for (guint i = 0; conclusion->rejected != NULL && conclusion->rejected[i] != NULL; i++) {
    const char *text = conclusion->rejected[i];

    if (strchr (text, ':') == NULL || _licet_text_is_blank (_licet_rejected_get_reason (text)))
      return refuse (error, "the rejected candidate “%s” has no reason; write it as CODE: reason",
                     text);
  }
  return TRUE;
}

static void
find_also_met (LicetDecision *decision)
{
  GPtrArray *entries = licet_walk_get_entries (decision->walk);

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);
    gboolean is_concluded = entry->verdict != LICET_MET;

    for (guint j = 0; j < decision->codes->len && !is_concluded; j++)
      is_concluded = licet_code_covers (entry->entry->full, g_ptr_array_index (decision->codes, j));
    if (!is_concluded)
      g_ptr_array_add (decision->also_met, g_strdup (entry->entry->full));
  }
}

/* What the item's own facts say of its component's paragraph is no reason for anything. */
static void
make_sheets (LicetDecision *decision)
{
  for (guint i = 0; i < decision->codes->len; i++) {
    const LicetNode *node =
        licet_control_list_find (decision->list, g_ptr_array_index (decision->codes, i));
    LicetClauseSheet *sheet = NULL;

    if (!_licet_decision_is_component (decision, i))
      sheet = licet_clause_sheet_new (decision->item, node->entry, decision->options);
    g_ptr_array_add (decision->sheets, sheet);
  }
}

static GPtrArray *
dup_codes (const LicetControlList *list,
           const char *const *said)
{
  GPtrArray *codes = g_ptr_array_new_null_terminated (4, g_free, TRUE);

  for (guint i = 0; said != NULL && said[i] != NULL; i++) {
    char *code = dup_canonical (list, said[i]);

    if (g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
      g_free (code);
    else
      g_ptr_array_add (codes, code);
  }
  return codes;
}

LicetDetermination *
licet_determination_new (LicetItem *item,
                         const LicetControlList *list,
                         const LicetConclusion *conclusion,
                         const LicetClassifyOptions *options,
                         GError **error)
{
  g_auto (LicetResolved) resolved = { 0 };
  g_autoptr (LicetWalk) walk = NULL;
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  g_autoptr (GPtrArray) also_met = NULL;
  g_autoptr (JsonObject) record = NULL;
  g_autofree char *follows = NULL;
  LicetClassifyOptions recording;
  LicetDecision decision;

  g_return_val_if_fail (LICET_IS_ITEM (item), NULL);
  g_return_val_if_fail (list != NULL, NULL);
  g_return_val_if_fail (conclusion != NULL, NULL);

  if (!check_person (conclusion, error) || !check_rejected (conclusion, error))
    return NULL;
  _licet_resolved_init (&resolved, options);
  _licet_resolved_record (&resolved, &recording);
  walk = licet_walk_new (item, list, &recording, NULL, error);
  if (walk == NULL)
    return NULL;
  codes = dup_codes (list, conclusion->codes);
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_clause_sheet_unref);
  also_met = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  follows = conclusion->follows_component != NULL
                ? dup_canonical (list, conclusion->follows_component)
                : NULL;
  decision = (LicetDecision) { item,    list,  conclusion, &recording, walk,
                               follows, codes, sheets,     also_met };
  if (codes->len > 0 ? !check_listed (&decision, error) : !check_not_listed (&decision, error))
    return NULL;
  make_sheets (&decision);
  find_also_met (&decision);
  record = _licet_decision_write_record (&decision, &resolved);
  return _licet_determination_new_for_record (record);
}
