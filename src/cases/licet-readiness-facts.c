/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-readiness-facts"

#include "config.h"

#include <string.h>

#include "licet-case-private.h"
#include "licet-line-private.h"
#include "licet-readiness-private.h"

typedef struct {
  const char *path;
  const char *label;
  const char *remedy;
} NeededText;

/* What every case needs; what an authority needs beside it stands in its sheets. */
static const NeededText needed_of_transaction[] = {
  { "transaction.kind", "The kind of transaction",
    "Say whether it is an export, a transfer within the Union, brokering or something else." },
  { "transaction.permanence", "Whether the goods stay abroad", "Say permanent or temporary." },
  { "transaction.currency", "The currency", "Give the currency of the contract." },
};

static const NeededText needed_of_end_use[] = {
  { "end-use.text", "The use of the goods",
    "Ask the end user what is done with them, in which plant or product." },
  { "end-use.place", "The place of use", "Ask the end user where they are used." },
};

static const char *const needed_of_line[] = { "quantity", "unit", "unit-value" };

static void
check_texts (LicetReadinessCheck *check,
             LicetSection section,
             const char *id,
             const NeededText *needed,
             guint n_needed)
{
  for (guint i = 0; i < n_needed; i++) {
    if (licet_case_get_text (check->self, needed[i].path) != NULL ||
        _licet_readiness_is_explained (check, section, needed[i].path, needed[i].label))
      continue;
    _licet_readiness_report_missing (check, "%s", needed[i].path);
    _licet_readiness_add (check, LICET_READINESS_OPEN, section, id, needed[i].path,
                          needed[i].remedy, "%s is not known", needed[i].label);
  }
}

static void
check_jurisdictions (LicetReadinessCheck *check)
{
  const char *const *jurisdictions = licet_case_get_jurisdictions (check->self);

  if (jurisdictions[0] == NULL)
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_TRANSACTION,
                          "transaction.no-jurisdiction", "transaction.jurisdictions",
                          "Name every jurisdiction whose rules apply, such as EU.",
                          "No jurisdiction is named");
  for (guint i = 0; jurisdictions[i] != NULL; i++)
    if (_licet_case_find_list (check->self, jurisdictions[i]) == NULL ||
        licet_rules_get_edition (check->rules, jurisdictions[i]) == NULL)
      _licet_readiness_add (
          check, LICET_READINESS_OPEN, LICET_SECTION_TRANSACTION, "transaction.not-covered",
          "transaction.jurisdictions", "Decide it by the official texts and attach what you found.",
          "This program holds no list or no rules of %s: it says nothing about them",
          jurisdictions[i]);
}

/* Days of the calendar sort as texts. */
static gboolean
is_before (const char *day,
           const char *other)
{
  return day != NULL && other != NULL && strcmp (day, other) < 0;
}

static void
check_days (LicetReadinessCheck *check)
{
  const char *contract = licet_case_get_text (check->self, "transaction.contract.date");
  const char *ship = licet_case_get_text (check->self, "transaction.ship-on");
  const char *back = licet_case_get_text (check->self, "transaction.return-by");
  gboolean is_temporary =
      g_strcmp0 (licet_case_get_text (check->self, "transaction.permanence"), "temporary") == 0;

  if (is_before (check->today, contract))
    _licet_readiness_add (check, LICET_READINESS_CONFLICT, LICET_SECTION_TRANSACTION,
                          "transaction.contract-ahead", "transaction.contract.date",
                          "Mend the day of the contract.",
                          "The contract is of %s, which is still to come", contract);
  if (is_before (ship, contract))
    _licet_readiness_add (check, LICET_READINESS_CONFLICT, LICET_SECTION_TRANSACTION,
                          "transaction.ship-before-contract", "transaction.ship-on",
                          "Mend one of the two days.",
                          "Shipping is on %s, before the contract of %s", ship, contract);
  if (is_before (ship, check->today))
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_TRANSACTION,
                          "transaction.ship-past", "transaction.ship-on",
                          "Plan a new day: nothing may leave before it is authorized.",
                          "The day of shipping, %s, is past", ship);
  if (is_temporary && back == NULL &&
      !_licet_readiness_is_explained (check, LICET_SECTION_TRANSACTION, "transaction.return-by",
                                      "The day of return"))
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_TRANSACTION,
                          "transaction.no-return", "transaction.return-by",
                          "Give the day by which the goods come back.",
                          "The goods leave for a time, but no day of return is given");
  if (is_before (back, ship))
    _licet_readiness_add (check, LICET_READINESS_CONFLICT, LICET_SECTION_TRANSACTION,
                          "transaction.return-before-ship", "transaction.return-by",
                          "Mend one of the two days.",
                          "The return by %s is before the shipping on %s", back, ship);
}

static void
check_total (LicetReadinessCheck *check)
{
  const char *contract = licet_case_get_text (check->self, "transaction.contract.value");
  const char *currency = licet_case_get_text (check->self, "transaction.currency");
  g_autofree char *total = licet_case_dup_total (check->self);

  if (contract == NULL || total == NULL)
    return;
  if (licet_values_agree ("number", contract, total))
    _licet_readiness_add (check, LICET_READINESS_FINE, LICET_SECTION_TRANSACTION,
                          "transaction.total", NULL, NULL,
                          "The lines add up to the value of the contract, %s %s", total,
                          currency != NULL ? currency : "");
  else
    _licet_readiness_add (check, LICET_READINESS_CONFLICT, LICET_SECTION_TRANSACTION,
                          "transaction.total", "transaction.contract.value",
                          "Mend the value of the contract, or the quantity or price of a line.",
                          "The lines add up to %s, but the contract says %s", total, contract);
}

void
_licet_readiness_check_transaction (LicetReadinessCheck *check)
{
  guint from = check->findings->len;

  check_texts (check, LICET_SECTION_TRANSACTION, "transaction.incomplete", needed_of_transaction,
               G_N_ELEMENTS (needed_of_transaction));
  check_jurisdictions (check);
  check_days (check);
  check_total (check);
  if (_licet_readiness_is_fine_since (check, from))
    _licet_readiness_add (
        check, LICET_READINESS_FINE, LICET_SECTION_TRANSACTION, "transaction.complete", NULL, NULL,
        "The facts of the transaction are given, and its days follow one another");
}

static void
check_line (LicetReadinessCheck *check,
            LicetLine *line,
            guint row,
            const char *place)
{
  const char *id = licet_line_get_id (line);
  const char *description = licet_item_get_description (licet_line_get_item (line));

  if (description == NULL || *description == '\0') {
    _licet_readiness_report_missing (check, "items[%u].description", row);
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_ITEMS, "item.incomplete",
                          place, "Say what the item is.", "Item “%s” has no description", id);
  }
  for (guint i = 0; i < G_N_ELEMENTS (needed_of_line); i++) {
    g_autofree char *path = g_strconcat (place, ".", needed_of_line[i], NULL);
    g_autofree char *label = g_strdup_printf ("The %s of item “%s”", needed_of_line[i], id);

    if (licet_line_get_text (line, needed_of_line[i]) != NULL ||
        _licet_readiness_is_explained (check, LICET_SECTION_ITEMS, path, label))
      continue;
    _licet_readiness_report_missing (check, "items[%u].%s", row, needed_of_line[i]);
    /* Without it the line has no value, and its box no amount. */
    _licet_readiness_report_missing (check, "items[%u].currency", row);
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_ITEMS, "item.incomplete", path,
                          "Take it from the order.", "%s is not known", label);
  }
}

static const LicetLineConclusion *
find_conclusion (LicetLine *line,
                 const char *list)
{
  GPtrArray *conclusions = _licet_line_get_conclusions (line);

  for (guint i = 0; i < conclusions->len; i++) {
    const LicetLineConclusion *conclusion = g_ptr_array_index (conclusions, i);

    if (g_str_equal (conclusion->list, list))
      return conclusion;
  }
  return NULL;
}

static void
check_review (LicetReadinessCheck *check,
              const LicetLineConclusion *conclusion,
              LicetDetermination *determination,
              const char *place)
{
  if (conclusion == NULL)
    return;
  if (!g_strv_equal ((const char *const *) conclusion->codes,
                     licet_determination_get_codes (determination)))
    _licet_readiness_add (check, LICET_READINESS_CONFLICT, LICET_SECTION_ITEMS, "item.codes", place,
                          "Conclude again, so that a record is made of what is concluded now.",
                          "What is concluded now differs from the last record of it");
  if (is_before (conclusion->review_on, check->today))
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_ITEMS, "item.review-due",
                          place, "Look at the item again, and conclude anew.",
                          "The determination was to be looked at again by %s",
                          conclusion->review_on);
}

/* What was concluded says nothing of the parts of the list that this program does not hold. */
static void
check_coverage (LicetReadinessCheck *check,
                LicetDetermination *determination,
                const char *place)
{
  const char *const *missing = licet_determination_get_missing_categories (determination);
  g_autofree char *categories = NULL;

  if (licet_determination_get_outcome (determination) != LICET_OUTCOME_NOT_LISTED ||
      missing[0] == NULL)
    return;
  categories = g_strjoinv (", ", (char **) missing);
  _licet_readiness_add (
      check, LICET_READINESS_OPEN, LICET_SECTION_ITEMS, "item.not-covered", place,
      "Look these categories through in the official list, and keep what you found as evidence.",
      "“Not listed” says nothing of category %s, which the bundled list does not hold", categories);
}

static void
check_determination (LicetReadinessCheck *check,
                     LicetLine *line,
                     guint row,
                     const LicetControlList *list,
                     const char *place)
{
  const char *list_id = licet_control_list_get_id (list);
  LicetDetermination *determination = licet_line_get_determination (line, list_id);
  g_auto (GStrv) stale = NULL;
  g_autofree char *codes = NULL;
  guint from = check->findings->len;

  if (determination == NULL) {
    g_autofree char *jurisdiction =
        g_ascii_strdown (licet_control_list_get_jurisdiction (list), -1);

    _licet_readiness_report_missing (check, "items[%u].codes-%s", row, jurisdiction);
    _licet_readiness_add (
        check, LICET_READINESS_OPEN, LICET_SECTION_ITEMS, "item.undetermined", place,
        "Classify it, and conclude under which paragraphs it falls, or that it is not listed.",
        "Item “%s” is not determined under %s", licet_line_get_id (line),
        licet_control_list_get_short_name (list));
    return;
  }
  stale = licet_determination_check (determination, licet_line_get_item (line), list);
  for (guint i = 0; stale[i] != NULL; i++)
    _licet_readiness_add (check, LICET_READINESS_CONFLICT, LICET_SECTION_ITEMS, "item.stale", place,
                          "Look at the clause sheet again, and conclude anew.",
                          "The determination of “%s” under %s no longer fits: %s",
                          licet_line_get_id (line), licet_control_list_get_short_name (list),
                          stale[i]);
  check_review (check, find_conclusion (line, list_id), determination, place);
  check_coverage (check, determination, place);
  if (!_licet_readiness_is_fine_since (check, from))
    return;
  codes = licet_line_dup_codes (line, list_id);
  _licet_readiness_add (
      check, LICET_READINESS_FINE, LICET_SECTION_ITEMS, "item.determined", place, NULL,
      "Item “%s”: %s under %s, edition %s, determined by %s on %s; the record still fits",
      licet_line_get_id (line), codes, licet_control_list_get_short_name (list),
      licet_determination_get_edition (determination),
      licet_determination_get_decided_by (determination),
      licet_determination_get_decided_on (determination));
}

void
_licet_readiness_check_items (LicetReadinessCheck *check)
{
  const char *const *jurisdictions = licet_case_get_jurisdictions (check->self);
  GListModel *lines = licet_case_get_lines (check->self);
  guint n = g_list_model_get_n_items (lines);

  if (n == 0)
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_ITEMS, "items.none", NULL,
                          "Add what is to be exported.", "The case has no items");
  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);
    g_autofree char *place = g_strconcat ("items.", licet_line_get_id (line), NULL);

    check_line (check, line, i, place);
    for (guint j = 0; jurisdictions[j] != NULL; j++) {
      const LicetControlList *list = _licet_case_find_list (check->self, jurisdictions[j]);

      if (list != NULL)
        check_determination (check, line, i, list, place);
    }
  }
}

static void
check_flags (LicetReadinessCheck *check)
{
  GPtrArray *flags = licet_case_get_red_flags (check->self);

  for (guint i = 0; i < flags->len; i++) {
    const LicetRedFlag *flag = g_ptr_array_index (flags, i);
    g_autofree char *place = g_strconcat ("end-use.red-flags.", flag->id, NULL);

    if (g_str_equal (flag->state, "closed"))
      _licet_readiness_add (check, LICET_READINESS_FINE, LICET_SECTION_END_USE,
                            "end-use.flag-closed", place, NULL, "Red flag “%s” is closed by %s: %s",
                            flag->text, flag->closed_by, flag->answer);
    else
      _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_END_USE, "end-use.flag-open",
                            place, "Ask, and close it with the answer and who closed it.",
                            "Red flag “%s” is open", flag->text);
  }
}

static void
check_answers (LicetReadinessCheck *check)
{
  GPtrArray *answers = licet_case_get_answers (check->self);

  for (guint i = 0; i < answers->len; i++) {
    const LicetCaseAnswer *answer = g_ptr_array_index (answers, i);
    g_autofree char *place = g_strconcat ("end-use.answers.", answer->id, NULL);

    if (licet_rules_find_question (check->rules, answer->id) == NULL)
      _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_END_USE,
                            "end-use.answer-unasked", place, "Take it away, or mend its name.",
                            "No rule asks “%s”: the answer decides nothing", answer->id);
    if (answer->by == NULL || answer->on == NULL)
      _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_END_USE,
                            "end-use.answer-unsigned", place, "Add who answered, and on which day.",
                            "The answer to “%s” does not say who gave it, or when", answer->id);
  }
}

static void
check_incorporation (LicetReadinessCheck *check)
{
  LicetTruth incorporated = licet_case_get_incorporated (check->self);

  if (incorporated == LICET_UNKNOWN &&
      !_licet_readiness_is_explained (check, LICET_SECTION_END_USE, "end-use.incorporated",
                                      "Whether the goods are built in")) {
    _licet_readiness_report_missing (check, "end-use.incorporated");
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_END_USE, "end-use.incomplete",
                          "end-use.incorporated", "Ask the end user.",
                          "Nobody has said whether the goods are built into another product");
  }
  if (incorporated == LICET_MET &&
      licet_case_get_text (check->self, "end-use.incorporated-into") == NULL &&
      !_licet_readiness_is_explained (check, LICET_SECTION_END_USE, "end-use.incorporated-into",
                                      "The product they are built into"))
    _licet_readiness_add (check, LICET_READINESS_OPEN, LICET_SECTION_END_USE, "end-use.incomplete",
                          "end-use.incorporated-into", "Ask the end user which product.",
                          "The goods are built into another product, but not said into which");
}

void
_licet_readiness_check_end_use (LicetReadinessCheck *check)
{
  guint from = check->findings->len;

  check_texts (check, LICET_SECTION_END_USE, "end-use.incomplete", needed_of_end_use,
               G_N_ELEMENTS (needed_of_end_use));
  check_incorporation (check);
  check_answers (check);
  check_flags (check);
  if (_licet_readiness_is_fine_since (check, from))
    _licet_readiness_add (
        check, LICET_READINESS_FINE, LICET_SECTION_END_USE, "end-use.complete", NULL, NULL,
        "The end use is described; %u questions are answered, each with who and when",
        licet_case_get_answers (check->self)->len);
}
