/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-paper-summary"

#include "config.h"

#include "licet-papers-private.h"

static const char *const titles[] = {
  [LICET_REQUIREMENT_NONE] = "Export Without a License",
  [LICET_REQUIREMENT_AUTHORIZED] = "Export Under a General Authorisation",
  [LICET_REQUIREMENT_NEEDS_FACTS] = "Export Case, Not Decided Yet",
  [LICET_REQUIREMENT_LICENSE] = "Application for an Export Authorisation",
  [LICET_REQUIREMENT_PROHIBITED] = "Export Case, Prohibited",
};

static const char *
find_title (const LicetFrozen *frozen)
{
  LicetRequirement *strongest = _licet_paper_find_strongest (frozen);

  return titles[strongest != NULL ? licet_requirement_get_verdict (strongest)
                                  : LICET_REQUIREMENT_NEEDS_FACTS];
}

/* The authority that an application goes to, as the first sheet of the case's jurisdictions names
 * it. */
static char *
dup_authority (const LicetFrozen *frozen)
{
  LicetBundle *bundle = licet_case_get_bundle (frozen->self);
  g_auto (GStrv) names = licet_form_dup_names (bundle, LICET_FORM_SHEET);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (LicetForm) form = licet_form_load (bundle, names[i], NULL);

    if (form != NULL && g_strv_contains (licet_case_get_jurisdictions (frozen->self),
                                         licet_form_get_jurisdiction (form)))
      return g_strdup (licet_form_get_authority (form));
  }
  return NULL;
}

static void
add_letterhead (LicetDocument *document,
                const LicetFrozen *frozen)
{
  LicetParty *exporter = licet_case_find_role (frozen->self, LICET_ROLE_EXPORTER);
  g_autofree char *authority = dup_authority (frozen);
  g_autofree char *address = exporter != NULL ? licet_party_dup_address (exporter) : NULL;
  g_autofree char *day = _licet_paper_dup_day (frozen->day);
  const char *name = exporter != NULL ? licet_party_get_name (exporter) : NULL;
  const char *email = exporter != NULL ? licet_party_get_text (exporter, "email") : NULL;
  const char *contact = exporter != NULL ? licet_party_get_text (exporter, "contact") : NULL;

  if (authority != NULL)
    licet_document_add_pair (document, "To", authority, NULL);
  licet_document_add_pair (document, "From", name, address);
  licet_document_add_pair (document, "Contact", contact, email);
  licet_document_add_pair (document, "Our reference",
                           licet_case_get_text (frozen->self, "reference"), NULL);
  licet_document_add_pair (document, "Date", day, NULL);
}

static void
add_verdicts (LicetDocument *document,
              const LicetFrozen *frozen)
{
  static const char *const heads[] = { "Item", "Destination", "What is required" };
  static const guint widths[] = { 5, 3, 4 };
  LicetRequirement *strongest = _licet_paper_find_strongest (frozen);
  LicetBlock *table;

  if (strongest != NULL)
    licet_document_add_callout (
      document, _licet_paper_get_verdict_mark (licet_requirement_get_verdict (strongest)),
      _licet_paper_get_verdict_word (licet_requirement_get_verdict (strongest)),
      licet_requirement_get_sentence (strongest));
  if (frozen->requirements->len < 2)
    return;
  table = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; i < frozen->requirements->len; i++) {
    LicetRequirement *requirement = g_ptr_array_index (frozen->requirements, i);
    LicetRequirementVerdict verdict = licet_requirement_get_verdict (requirement);
    g_autofree char *name = _licet_paper_dup_item_name (
      frozen, licet_requirement_get_item_id (requirement));
    g_autofree char *destination = g_strdup_printf (
      "%s, %s", _licet_paper_get_country (licet_requirement_get_destination (requirement)),
      licet_requirement_get_jurisdiction (requirement));

    licet_block_add_cell (table, LICET_TEXT_NORMAL, name);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, destination);
    licet_block_add_mark (table, _licet_paper_get_verdict_mark (verdict), 0,
                          _licet_paper_get_verdict_word (verdict), NULL);
  }
}

static char *
dup_codes (const LicetFrozen *frozen,
           LicetLine *line)
{
  LicetBundle *bundle = licet_case_get_bundle (frozen->self);
  const char *const *ids = licet_bundle_get_list_ids (bundle);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++) {
    g_autofree char *codes = licet_line_dup_codes (line, ids[i]);

    if (*codes != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", codes);
  }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE)
                       : g_strdup ("not determined");
}

static void
add_goods (LicetDocument *document,
           const LicetFrozen *frozen)
{
  static const char *const heads[] = { "Item", "Description", "Listed as", "Quantity", "Value" };
  static const guint widths[] = { 2, 11, 7, 5, 7 };
  const char *currency = licet_case_get_text (frozen->self, "transaction.currency");
  g_autofree char *total = licet_case_dup_total (frozen->self);
  g_autofree char *money = _licet_paper_dup_money (total, currency);
  GListModel *lines = licet_case_get_lines (frozen->self);
  LicetBlock *table;

  licet_document_add_heading (document, 1, "Goods, Software and Technology");
  table = licet_document_begin_table (document, 5, heads, widths);
  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);
    g_autofree char *number = g_strdup_printf ("%u", i + 1);
    g_autofree char *codes = dup_codes (frozen, line);
    g_autofree char *quantity = NULL;
    g_autofree char *amount = NULL;
    g_autofree char *value = NULL;
    LicetDecimal decimal;

    if (licet_line_get_value (line, &decimal))
      amount = licet_decimal_format_money (&decimal, 2);
    value = _licet_paper_dup_money (amount, currency);
    quantity = g_strdup_printf (
      "%s %s",
      licet_line_get_text (line, "quantity") != NULL ? licet_line_get_text (line, "quantity") : "?",
      licet_line_get_text (line, "unit") != NULL ? licet_line_get_text (line, "unit") : "");
    licet_block_add_cell (table, LICET_TEXT_STRONG, number);
    licet_block_add_mark (table, LICET_MARK_NONE, 0,
                          licet_item_get_description (licet_line_get_item (line)),
                          licet_line_get_text (line, "part-number"));
    licet_block_add_cell (table, LICET_TEXT_NORMAL, codes);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, quantity);
    licet_block_add_cell (table, value != NULL ? LICET_TEXT_NORMAL : LICET_TEXT_DIM,
                          value != NULL ? value : "not given");
  }
  licet_document_add_pair (document, "Total", money, NULL);
}

static void
add_way (LicetDocument *document,
         const LicetFrozen *frozen)
{
  g_autoptr (GPtrArray) parties = licet_case_dup_party_array (frozen->self);
  g_autoptr (GPtrArray) chain = licet_chain_new (parties);
  g_autofree char *words = licet_chain_dup_words (chain);
  const char *const *route = licet_case_get_route (frozen->self);
  LicetBlock *block;

  licet_document_add_heading (document, 1, "The Way of the Goods");
  block = licet_document_begin_chain (document);
  for (guint i = 0; i < chain->len; i++) {
    const LicetChainLink *stop = g_ptr_array_index (chain, i);
    const char *name = licet_party_get_name (stop->party);
    g_autofree char *detail = g_strdup_printf (
      "%s, %s%s", licet_party_role_get_label (stop->role),
      _licet_paper_get_country (licet_party_get_country (stop->party)),
      stop->has_open ? "; something is open" : "");

    licet_block_add_mark (block, stop->has_open ? LICET_MARK_UNKNOWN : LICET_MARK_NONE, 0,
                          name != NULL ? name : licet_party_get_id (stop->party), detail);
  }
  if (chain->len > 0)
    licet_document_add_text (document, LICET_TEXT_SMALL, words);
  if (route[0] != NULL) {
    g_autoptr (GString) text = g_string_new (NULL);

    for (guint i = 0; route[i] != NULL; i++)
      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", _licet_paper_get_country (route[i]));
    licet_document_add_pair (document, "Through", text->str, NULL);
  }
  licet_document_add_pair (document, "End use", licet_case_get_text (frozen->self, "end-use.text"),
                           NULL);
}

static void
add_enclosures (LicetDocument *document,
                GPtrArray *enclosures)
{
  static const char *const heads[] = { "Enclosed", "File", "Pages" };
  static const guint widths[] = { 12, 12, 3 };
  LicetBlock *table;

  licet_document_add_heading (document, 1, "What Is Enclosed");
  table = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; i < enclosures->len; i++) {
    const LicetEnclosure *enclosure = g_ptr_array_index (enclosures, i);
    g_autofree char *pages = enclosure->pages > 0 ? g_strdup_printf ("%u", enclosure->pages)
                                                  : g_strdup ("");

    licet_block_add_cell (table, LICET_TEXT_NORMAL, enclosure->title);
    licet_block_add_cell (table, LICET_TEXT_DIM, enclosure->path);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, pages);
  }
}

static void
add_open_findings (LicetDocument *document,
                   const LicetFrozen *frozen)
{
  guint n = 0;

  for (guint i = 0; i < frozen->findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (frozen->findings, i);

    if (finding->grade == LICET_READINESS_FINE)
      continue;
    if (n++ == 0)
      licet_document_add_heading (document, 1, "Still Open");
    licet_document_add_item (document, _licet_paper_get_grade_mark (finding->grade), finding->text,
                             finding->remedy);
  }
}

LicetDocument *
_licet_paper_new_summary (const LicetFrozen *frozen,
                          GPtrArray *enclosures)
{
  LicetDocument *document = _licet_paper_new (frozen, find_title (frozen), NULL);
  g_autofree char *reference = _licet_paper_dup_reference (frozen);
  g_autofree char *day = _licet_paper_dup_day (frozen->day);
  g_autofree char *detail = g_strdup_printf ("%s; as of %s", reference, day);

  licet_document_add_title (document, find_title (frozen), detail);
  add_letterhead (document, frozen);
  add_verdicts (document, frozen);
  add_goods (document, frozen);
  add_way (document, frozen);
  add_open_findings (document, frozen);
  add_enclosures (document, enclosures);
  licet_document_add_page (document);
  licet_document_add_title (document, "Check Your Answers",
                            "Every fact of the case, as it stands in case.json");
  _licet_paper_add_answers (document, frozen);
  return document;
}
