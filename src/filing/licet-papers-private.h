/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-document.h"
#include "licet-freeze.h"

G_BEGIN_DECLS

/** LICET_FACTS_KEYWORD: stands before the digest of the frozen facts in the keywords of every paper. */
#define LICET_FACTS_KEYWORD "licet-facts-"

/**
 * LicetEnclosure: a file of the package as a reader is told of it.
 * @path: in the bag, "data/summary.pdf"
 * @title: what it is
 * @pages: pages of a paper, 0 when it has none or is not made yet
 * @size: bytes, 0 when it is not made yet
 * @sha256: (nullable): its digest
 * @evidence: (nullable): id of the piece of evidence it is
 */
typedef struct {
  char *path;
  char *title;
  guint pages;
  gsize size;
  char *sha256;
  char *evidence;
} LicetEnclosure;

/** _licet_enclosure_free: Frees @enclosure; %NULL is accepted. */
void _licet_enclosure_free (LicetEnclosure *enclosure);

/* What papers have in common. */

/** _licet_paper_new: Returns: (transfer full): an empty paper called @title with what stands on every page of @frozen. */
LicetDocument *_licet_paper_new (const LicetFrozen *frozen,
                                 const char *title,
                                 const char *subject);
/** _licet_paper_dup_day: Returns: (transfer full): "18 November 2026"; @day itself when it is no day; "" when it is not known. */
char *_licet_paper_dup_day (const char *day);
/** _licet_paper_dup_money: Returns: (transfer full) (nullable): "EUR 28 320.00"; %NULL when @amount is not known. */
char *_licet_paper_dup_money (const char *amount,
                              const char *currency);
/** _licet_paper_get_country: Returns: (transfer none): "Singapore"; @code itself when it is no country; "not known" for %NULL. */
const char *_licet_paper_get_country (const char *code);
/** _licet_paper_dup_reference: Returns: (transfer full): "NM-2026-014, round 1". */
char *_licet_paper_dup_reference (const LicetFrozen *frozen);
/** _licet_paper_dup_editions: Returns: (transfer full): "EU Annex I 2025-11-15, EU rules 2025-11-15". */
char *_licet_paper_dup_editions (const LicetFrozen *frozen);
/** _licet_paper_dup_line_name: Returns: (transfer full): what a line is called: description with part number. */
char *_licet_paper_dup_line_name (LicetLine *line);
/** _licet_paper_dup_item_name: Returns: (transfer full): "Item 2, converter board"; @id itself when there is no such item. */
char *_licet_paper_dup_item_name (const LicetFrozen *frozen,
                                  const char *id);
/** _licet_paper_get_truth_mark: Returns: the shape of @truth. */
LicetMark _licet_paper_get_truth_mark (LicetTruth truth);
/** _licet_paper_get_truth_word: Returns: (transfer none): "Met", "Not met" or "Unknown". */
const char *_licet_paper_get_truth_word (LicetTruth truth);
/** _licet_paper_get_verdict_mark: Returns: the shape of @verdict. */
LicetMark _licet_paper_get_verdict_mark (LicetRequirementVerdict verdict);
/** _licet_paper_get_verdict_word: Returns: (transfer none): "License required". */
const char *_licet_paper_get_verdict_word (LicetRequirementVerdict verdict);
/** _licet_paper_get_grade_mark: Returns: the shape of a finding of readiness. */
LicetMark _licet_paper_get_grade_mark (LicetReadinessGrade grade);
/** _licet_paper_find_strongest: Returns: (transfer none) (nullable): the first requirement with the strongest verdict. */
LicetRequirement *_licet_paper_find_strongest (const LicetFrozen *frozen);

/* The papers. */

/**
 * _licet_paper_new_summary:
 *
 * Returns: (transfer full): cover letter and check-your-answers; @enclosures are the other files (element-type LicetEnclosure).
 */
LicetDocument *_licet_paper_new_summary (const LicetFrozen *frozen,
                                         GPtrArray *enclosures);
/** _licet_paper_add_answers: Adds the check-your-answers to a summary. */
void _licet_paper_add_answers (LicetDocument *document,
                               const LicetFrozen *frozen);
/** _licet_paper_new_sheet: Returns: (transfer full): an authority's sheet with its numbered boxes. */
LicetDocument *_licet_paper_new_sheet (const LicetFrozen *frozen,
                                       LicetForm *form);
/** _licet_paper_new_statement: Returns: (transfer full): a statement for signature. */
LicetDocument *_licet_paper_new_statement (const LicetFrozen *frozen,
                                           LicetStatement *statement,
                                           LicetForm *form);
/** _licet_paper_new_classification: Returns: (transfer full): how line @number (from 1) was classified; or %NULL with an error. */
LicetDocument *_licet_paper_new_classification (const LicetFrozen *frozen,
                                                LicetLine *line,
                                                guint number,
                                                GError **error);
/** _licet_paper_add_walk: Adds what became of every entry of @list to the classification of @item. */
gboolean _licet_paper_add_walk (LicetDocument *document,
                                LicetItem *item,
                                const LicetControlList *list,
                                const LicetClassifyOptions *options,
                                GError **error);
/** _licet_paper_new_requirement: Returns: (transfer full): what is required and why. */
LicetDocument *_licet_paper_new_requirement (const LicetFrozen *frozen);

/**
 * _licet_package_make_record:
 *
 * Returns: (transfer full): the "package" member of case.json: papers and evidence with digests, what is withheld, readiness.
 */
JsonObject *_licet_package_make_record (const LicetFrozen *frozen,
                                        GPtrArray *enclosures);

/** _licet_index_make: Returns: (transfer full): the page for a reader without the program; @enclosures are all other files. */
char *_licet_index_make (const LicetFrozen *frozen,
                         GPtrArray *enclosures);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetEnclosure, _licet_enclosure_free)

G_END_DECLS
