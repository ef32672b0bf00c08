/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-paper-answers"

#include "config.h"

#include "licet-papers-private.h"

typedef struct {
  const char *path;
  const char *label;
  gboolean is_country;
} Fact;

static const Fact transaction_facts[] = {
  { "transaction.kind", "Kind", FALSE },
  { "transaction.permanence", "Permanent or temporary", FALSE },
  { "transaction.return-by", "To be returned by", FALSE },
  { "transaction.member-state", "Exporter's Member State", TRUE },
  { "transaction.location", "Where the items are", TRUE },
  { "transaction.customs-state", "Where they enter the export procedure", TRUE },
  { "transaction.customs-procedure", "Customs procedure", FALSE },
  { "transaction.contract.number", "Contract", FALSE },
  { "transaction.contract.date", "Date of the contract", FALSE },
  { "transaction.contract.value", "Value of the contract", FALSE },
  { "transaction.currency", "Currency", FALSE },
  { "transaction.ship-on", "To be shipped on", FALSE },
  { "route.carrier", "Carrier", FALSE },
  { "route.transport-document", "Transport document", FALSE },
};

static const Fact end_use_facts[] = {
  { "end-use.text", "Use", FALSE },
  { "end-use.place", "Place of use", FALSE },
  { "end-use.incorporated-into", "Built into", FALSE },
};

static const Fact party_facts[] = {
  { "identification", "Identification", FALSE },
  { "website", "Website", FALSE },
  { "phone", "Telephone", FALSE },
  { "email", "E-mail", FALSE },
  { "contact", "Contact", FALSE },
  { "signatory", "Signs", FALSE },
};

static const Fact line_facts[] = {
  { "part-number", "Part number", FALSE }, { "maker", "Maker", FALSE },
  { "commodity-code", "Commodity code", FALSE }, { "cas", "CAS number", FALSE },
  { "origin", "Origin", TRUE },
};

/* What a text is for a reader: a name of a country, a day in words, or itself. */
static char *
dup_shown (const char *text,
           gboolean is_country)
{
  if (text == NULL)
    return NULL;
  return is_country ? g_strdup (_licet_paper_get_country (text)) : _licet_paper_dup_day (text);
}

static void
add_case_facts (LicetDocument *document,
                const LicetFrozen *frozen,
                const Fact *facts,
                guint n_facts)
{
  for (guint i = 0; i < n_facts; i++) {
    const char *text = licet_case_get_text (frozen->self, facts[i].path);
    const char *reason = licet_case_get_reason (frozen->self, facts[i].path);
    g_autofree char *shown = dup_shown (text, facts[i].is_country);
    g_autofree char *because = reason != NULL && text == NULL
                                 ? g_strconcat ("Missing because: ", reason, NULL)
                                 : NULL;

    if (text != NULL || because != NULL)
      licet_document_add_pair (document, facts[i].label, shown, because);
  }
}

static void
add_items (LicetDocument *document,
           const LicetFrozen *frozen)
{
  const char *currency = licet_case_get_text (frozen->self, "transaction.currency");
  GListModel *lines = licet_case_get_lines (frozen->self);

  licet_document_add_heading (document, 1, "Items");
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);
    g_autofree char *name = _licet_paper_dup_item_name (frozen, licet_line_get_id (line));
    g_autofree char *price = _licet_paper_dup_money (licet_line_get_text (line, "unit-value"),
                                                     currency);
    const char *quantity = licet_line_get_text (line, "quantity");
    const char *unit = licet_line_get_text (line, "unit");

    licet_document_add_heading (document, 2, name);
    for (guint j = 0; j < G_N_ELEMENTS (line_facts); j++) {
      const char *text = licet_line_get_text (line, line_facts[j].path);
      g_autofree char *shown = dup_shown (text, line_facts[j].is_country);

      if (text != NULL)
        licet_document_add_pair (document, line_facts[j].label, shown, NULL);
    }
    if (quantity != NULL) {
      g_autofree char *amount = g_strdup_printf ("%s %s", quantity, unit != NULL ? unit : "");

      licet_document_add_pair (document, "Quantity", amount, NULL);
    }
    if (price != NULL)
      licet_document_add_pair (document, "Value of one", price, NULL);
  }
}

static char *
dup_roles (LicetParty *party)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint bit = 0; bit < LICET_N_ROLES; bit++) {
    LicetPartyRole role = (LicetPartyRole) (1u << bit);

    if (licet_party_has_role (party, role))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              licet_party_role_get_label (role));
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_screening (LicetDocument *document,
               LicetParty *party)
{
  static const char *const words[] = {
    [LICET_SCREENING_OPEN] = "Not screened",
    [LICET_SCREENING_CLEAR] = "Clear",
    [LICET_SCREENING_HIT] = "A hit that is not settled",
    [LICET_SCREENING_HIT_DISMISSED] = "A hit, found to be somebody else",
  };
  g_autofree char *day = _licet_paper_dup_day (licet_party_get_text (party, "screened-on"));
  const char *by = licet_party_get_text (party, "screened-by");
  const char *lists = licet_party_get_text (party, "screened-lists");
  const char *note = licet_party_get_text (party, "screening-note");
  g_autoptr (GString) detail = g_string_new (NULL);

  if (by != NULL)
    g_string_append_printf (detail, "%s, %s", by, day);
  if (lists != NULL)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? "; " : "", lists);
  if (note != NULL)
    g_string_append_printf (detail, "%s%s", detail->len > 0 ? "; " : "", note);
  licet_document_add_pair (document, "Screening", words[licet_party_get_screening (party)],
                           detail->len > 0 ? detail->str : NULL);
}

static void
add_parties (LicetDocument *document,
             const LicetFrozen *frozen)
{
  GListModel *parties = licet_case_get_parties (frozen->self);

  licet_document_add_heading (document, 1, "Parties");
  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (parties, i);
    g_autofree char *roles = dup_roles (party);
    g_autofree char *address = licet_party_dup_address (party);
    const char *name = licet_party_get_name (party);

    licet_document_add_heading (document, 2, name != NULL ? name : licet_party_get_id (party));
    licet_document_add_pair (document, "Takes part as", roles, NULL);
    licet_document_add_pair (document, "Address", address, NULL);
    if (licet_party_get_kind (party) != LICET_PARTY_KIND_UNKNOWN)
      licet_document_add_pair (document, "Kind",
                               licet_party_kind_serialise (licet_party_get_kind (party)), NULL);
    for (guint j = 0; j < G_N_ELEMENTS (party_facts); j++) {
      const char *text = licet_party_get_text (party, party_facts[j].path);

      if (text != NULL)
        licet_document_add_pair (document, party_facts[j].label, text, NULL);
    }
    add_screening (document, party);
  }
}

static char *
dup_who (const char *by,
         const char *on)
{
  g_autofree char *day = _licet_paper_dup_day (on);

  if (by == NULL)
    return g_strdup (day);
  return *day != '\0' ? g_strdup_printf ("%s, %s", by, day) : g_strdup (by);
}

static void
add_end_use_answers (LicetDocument *document,
                     const LicetFrozen *frozen)
{
  static const char *const heads[] = { "Question", "Answer", "Answered by" };
  static const guint widths[] = { 13, 3, 8 };
  GPtrArray *answers = licet_case_get_answers (frozen->self);
  LicetBlock *table;

  if (answers->len == 0)
    return;
  licet_document_add_heading (document, 2, "Questions on the end use");
  table = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; i < answers->len; i++) {
    const LicetCaseAnswer *answer = g_ptr_array_index (answers, i);
    const LicetRuleQuestion *question = licet_rules_find_question (frozen->rules, answer->id);
    g_autofree char *who = dup_who (answer->by, answer->on);
    g_autofree char *why = answer->reference != NULL
                             ? g_strdup_printf ("%s (%s)", answer->why != NULL ? answer->why : "",
                                                answer->reference)
                             : g_strdup (answer->why);

    licet_block_add_mark (table, LICET_MARK_NONE, 0, question != NULL ? question->text : answer->id,
                          question != NULL ? question->cite : NULL);
    licet_block_add_cell (table, LICET_TEXT_STRONG, answer->truth == LICET_MET ? "Yes" : "No");
    licet_block_add_mark (table, LICET_MARK_NONE, 0, who, why);
  }
}

static void
add_red_flags (LicetDocument *document,
               const LicetFrozen *frozen)
{
  GPtrArray *flags = licet_case_get_red_flags (frozen->self);

  if (flags->len == 0)
    return;
  licet_document_add_heading (document, 2, "Red flags");
  for (guint i = 0; i < flags->len; i++) {
    const LicetRedFlag *flag = g_ptr_array_index (flags, i);
    gboolean is_closed = g_strcmp0 (flag->state, "closed") == 0;
    g_autofree char *who = dup_who (flag->closed_by, flag->closed_on);
    g_autofree char *detail = g_strdup_printf ("%s%s%s%s", is_closed ? "Closed: " : "Open. ",
                                               flag->answer != NULL ? flag->answer : "",
                                               *who != '\0' ? "; " : "", who);

    licet_document_add_item (document, is_closed ? LICET_MARK_DONE : LICET_MARK_UNKNOWN, flag->text,
                             detail);
  }
}

static void
add_end_use (LicetDocument *document,
             const LicetFrozen *frozen)
{
  LicetTruth incorporated = licet_case_get_incorporated (frozen->self);

  licet_document_add_heading (document, 1, "End Use");
  add_case_facts (document, frozen, end_use_facts, G_N_ELEMENTS (end_use_facts));
  licet_document_add_pair (document, "Goes into another product",
                           incorporated == LICET_MET       ? "Yes"
                           : incorporated == LICET_NOT_MET ? "No"
                                                           : NULL,
                           NULL);
  add_end_use_answers (document, frozen);
  add_red_flags (document, frozen);
}

static void
add_statements (LicetDocument *document,
                const LicetFrozen *frozen)
{
  static const char *const heads[] = { "Statement of", "Form", "State", "Signed" };
  static const guint widths[] = { 9, 6, 4, 5 };
  GListModel *statements = licet_case_get_statements (frozen->self);
  LicetBlock *table;

  if (g_list_model_get_n_items (statements) == 0)
    return;
  licet_document_add_heading (document, 1, "Statements");
  table = licet_document_begin_table (document, 4, heads, widths);
  for (guint i = 0; i < g_list_model_get_n_items (statements); i++) {
    g_autoptr (LicetStatement) statement = g_list_model_get_item (statements, i);
    LicetParty *party = licet_case_find_party (frozen->self, licet_statement_get_party (statement));
    g_autofree char *signed_on = _licet_paper_dup_day (
      licet_statement_get_date (statement, "signed"));
    const char *name = party != NULL ? licet_party_get_name (party) : NULL;

    licet_block_add_cell (table, LICET_TEXT_NORMAL,
                          name != NULL ? name : licet_statement_get_party (statement));
    licet_block_add_cell (table, LICET_TEXT_NORMAL, licet_statement_get_form (statement));
    licet_block_add_cell (table, LICET_TEXT_NORMAL,
                          licet_statement_state_serialise (licet_statement_get_state (statement)));
    licet_block_add_cell (table, *signed_on != '\0' ? LICET_TEXT_NORMAL : LICET_TEXT_DIM,
                          *signed_on != '\0' ? signed_on : "not yet");
  }
}

static void
add_evidence (LicetDocument *document,
              const LicetFrozen *frozen)
{
  static const char *const heads[] = { "Evidence", "Kind", "SHA-256 of the file" };
  static const guint widths[] = { 9, 5, 10 };
  GListModel *evidence = licet_case_get_evidence (frozen->self);
  LicetBlock *table;

  if (g_list_model_get_n_items (evidence) == 0)
    return;
  licet_document_add_heading (document, 1, "Evidence");
  table = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++) {
    g_autoptr (LicetEvidence) piece = g_list_model_get_item (evidence, i);
    const char *name = licet_evidence_get_text (piece, "name");
    const char *kind = licet_evidence_get_text (piece, "kind");
    const char *sensitivity = licet_evidence_get_text (piece, "sensitivity");
    const char *digest = licet_evidence_get_text (piece, "sha256");
    const char *note = licet_evidence_is_withheld (piece) ? "Withheld: not in this package"
                       : g_strcmp0 (sensitivity, "confidential") == 0 ? "Confidential"
                                                                      : NULL;

    licet_block_add_mark (table, LICET_MARK_NONE, 0,
                          name != NULL ? name : licet_evidence_get_text (piece, "id"), note);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, kind);
    licet_block_add_cell (table, LICET_TEXT_SMALL,
                          digest != NULL ? digest : "see manifest-sha256.txt");
  }
}

static void
add_readiness (LicetDocument *document,
               const LicetFrozen *frozen)
{
  licet_document_add_heading (document, 1, "What Was Checked Before Export");
  for (guint i = 0; i < frozen->findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (frozen->findings, i);

    licet_document_add_item (document, _licet_paper_get_grade_mark (finding->grade), finding->text,
                             finding->remedy);
  }
}

static void
add_editions (LicetDocument *document,
              const LicetFrozen *frozen)
{
  LicetBundle *bundle = licet_case_get_bundle (frozen->self);
  const char *const *ids = licet_bundle_get_list_ids (bundle);
  const char *const *jurisdictions = licet_rules_get_jurisdictions (frozen->rules);
  g_autofree char *facts = NULL;

  licet_document_add_heading (document, 1, "Editions");
  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], NULL);
    g_autofree char *detail = NULL;

    if (list == NULL)
      continue;
    detail = g_strdup_printf ("%s\nSHA-256 %s", licet_control_list_get_legal_basis (list),
                              licet_control_list_get_digest (list));
    licet_document_add_pair (document, licet_control_list_get_short_name (list),
                             licet_control_list_get_edition (list), detail);
  }
  for (guint i = 0; jurisdictions[i] != NULL; i++) {
    g_autofree char *label = g_strdup_printf ("Rules, %s", jurisdictions[i]);
    g_autofree char *detail = g_strdup_printf ("SHA-256 %s",
                                               licet_rules_get_digest (frozen->rules));

    licet_document_add_pair (document, label,
                             licet_rules_get_edition (frozen->rules, jurisdictions[i]), detail);
  }
  facts = g_strdup_printf ("SHA-256 %s", frozen->digest);
  licet_document_add_pair (document, "Facts of this case", "Named in the keywords of every paper",
                           facts);
}

void
_licet_paper_add_answers (LicetDocument *document,
                          const LicetFrozen *frozen)
{
  licet_document_add_heading (document, 1, "Transaction");
  add_case_facts (document, frozen, transaction_facts, G_N_ELEMENTS (transaction_facts));
  add_items (document, frozen);
  add_parties (document, frozen);
  add_end_use (document, frozen);
  add_statements (document, frozen);
  add_evidence (document, frozen);
  add_readiness (document, frozen);
  add_editions (document, frozen);
}
