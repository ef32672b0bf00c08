/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gio/gio.h>

#include "licet-filing-error.h"

G_BEGIN_DECLS

/** LicetMark: a shape before a word that says the same, so that neither colour nor shape carries a meaning alone. */
typedef enum {
  LICET_MARK_NONE,
  LICET_MARK_MET,      /* filled dot */
  LICET_MARK_NOT_MET,  /* ring */
  LICET_MARK_UNKNOWN,  /* ring with a question mark */
  LICET_MARK_DONE,     /* tick */
  LICET_MARK_CONFLICT, /* triangle */
  LICET_MARK_CROSS,    /* cross */
  LICET_MARK_REQUIRED, /* lock */
} LicetMark;

/** LicetTextStyle: how a text of a paper stands out. */
typedef enum {
  LICET_TEXT_NORMAL,
  LICET_TEXT_STRONG,
  LICET_TEXT_DIM,
  LICET_TEXT_SMALL,
  LICET_TEXT_LEAD,
  LICET_TEXT_STRUCK,
} LicetTextStyle;

/** LicetBlockType: what a part of a paper is. */
typedef enum {
  LICET_BLOCK_TITLE,
  LICET_BLOCK_HEADING,
  LICET_BLOCK_TEXT,
  LICET_BLOCK_PAIR,
  LICET_BLOCK_CALLOUT,
  LICET_BLOCK_BOX,
  LICET_BLOCK_TABLE,
  LICET_BLOCK_CHAIN,
  LICET_BLOCK_SIGNATURE,
  LICET_BLOCK_PAGE,
} LicetBlockType;

/**
 * LicetCell: a cell of a table, a stop of a chain, or a line of a signature.
 * @text: what it says
 * @detail: (nullable): a dim line below
 * @mark: a shape before @text
 * @style: how it stands out
 * @indent: steps to the right, for paragraphs of a list
 */
typedef struct {
  char *text;
  char *detail;
  LicetMark mark;
  LicetTextStyle style;
  guint indent;
} LicetCell;

/**
 * LicetBlock:
 * @type: what it is; what it uses of the rest follows from it
 * @level: of a heading, 1 or 2
 * @label: (nullable): of a pair, a box or a callout
 * @text: (nullable): the text, value or title
 * @detail: (nullable): what stands dim below it
 * @number: (nullable): of a box
 * @mark: a shape before @text
 * @style: how it stands out
 * @n_columns: of a table
 * @widths: (array length=n_columns): shares of the width
 * @cells: (element-type LicetCell): of a table, heads first; stops; of a signature, rules (small) and lines to be signed on
 */
typedef struct {
  LicetBlockType type;
  guint level;
  char *label;
  char *text;
  char *detail;
  char *number;
  LicetMark mark;
  LicetTextStyle style;
  guint n_columns;
  guint *widths;
  GPtrArray *cells;
} LicetBlock;

/**
 * LicetDocument: a paper as what it says, before anything is drawn: the same paper can be read as text by a test, and drawn on
 * pages of any size.
 */
typedef struct _LicetDocument LicetDocument;

/**
 * LicetDocumentInfo: what stands on every page and in the file itself.
 * @title: title of the paper
 * @author: (nullable): the exporter
 * @subject: (nullable): what the paper is about
 * @keywords: (nullable): for machines
 * @moment: moment the case is of, ISO 8601
 * @head_left: (nullable): top of each page, left: reference and round
 * @head_right: (nullable): top of each page, right: editions
 * @foot: (nullable): bottom of each page, left
 */
typedef struct {
  const char *title;
  const char *author;
  const char *subject;
  const char *keywords;
  const char *moment;
  const char *head_left;
  const char *head_right;
  const char *foot;
} LicetDocumentInfo;

/** licet_mark_get_word: Returns: (transfer none): the shape in letters, "met", for text forms. */
const char *licet_mark_get_word (LicetMark mark);

/** licet_document_new: Returns: (transfer full): an empty paper; the texts of @info are copied. */
LicetDocument *licet_document_new (const LicetDocumentInfo *info);
/** licet_document_free: Frees @document; %NULL is accepted. */
void licet_document_free (LicetDocument *document);
/** licet_document_get_info: Returns: (transfer none): what stands on every page. */
const LicetDocumentInfo *licet_document_get_info (LicetDocument *document);
/** licet_document_get_blocks: Returns: (transfer none) (element-type LicetBlock): its parts in order. */
GPtrArray *licet_document_get_blocks (LicetDocument *document);

/** licet_document_add_title: The title of the paper, with a dim line below. */
void licet_document_add_title (LicetDocument *document,
                               const char *text,
                               const char *detail);
/** licet_document_add_heading: A heading of @level 1 or 2, which is a bookmark too. */
void licet_document_add_heading (LicetDocument *document,
                                 guint level,
                                 const char *text);
/** licet_document_add_text: A paragraph. */
void licet_document_add_text (LicetDocument *document,
                              LicetTextStyle style,
                              const char *text);
/** licet_document_add_item: A paragraph that begins with a shape. */
void licet_document_add_item (LicetDocument *document,
                              LicetMark mark,
                              const char *text,
                              const char *detail);
/** licet_document_add_pair: A label with its value; a value of %NULL says "Not given". */
void licet_document_add_pair (LicetDocument *document,
                              const char *label,
                              const char *text,
                              const char *detail);
/** licet_document_add_callout: The sentence a paper is about, set off from the rest. */
void licet_document_add_callout (LicetDocument *document,
                                 LicetMark mark,
                                 const char *label,
                                 const char *text);
/** licet_document_add_box: A numbered box of an authority's sheet, @detail its length and what is the matter with it, after @mark. */
void licet_document_add_box (LicetDocument *document,
                             const char *number,
                             const char *label,
                             LicetTextStyle style,
                             const char *text,
                             LicetMark mark,
                             const char *detail);
/**
 * licet_document_add_signature:
 *
 * A heading, rules in small print and lines to be filled by hand, all on one page; both rows ended by %NULL.
 */
void licet_document_add_signature (LicetDocument *document,
                                   const char *heading,
                                   const char *const *rules,
                                   const char *const *labels);
/** licet_document_add_page: What follows begins a page, or stands well apart on one that is hardly used. */
void licet_document_add_page (LicetDocument *document);

/**
 * licet_document_begin_table:
 * @heads: (array length=n_columns): heads, repeated on each page
 * @widths: (array length=n_columns): shares of the width
 *
 * Returns: (transfer none): a table for licet_block_add_cell(), row by row
 */
LicetBlock *licet_document_begin_table (LicetDocument *document,
                                        guint n_columns,
                                        const char *const *heads,
                                        const guint *widths);
/** licet_document_begin_chain: Returns: (transfer none): a row of stops with arrows; name as text, role and country as detail. */
LicetBlock *licet_document_begin_chain (LicetDocument *document);
/** licet_block_add_cell: Adds a cell. */
void licet_block_add_cell (LicetBlock *block,
                           LicetTextStyle style,
                           const char *text);
/** licet_block_add_mark: Adds a cell with a shape, @indent steps to the right. */
void licet_block_add_mark (LicetBlock *block,
                           LicetMark mark,
                           guint indent,
                           const char *text,
                           const char *detail);

/** licet_document_dup_text: Returns: (transfer full): the paper as plain text, for tests and terminals. */
char *licet_document_dup_text (LicetDocument *document);

/**
 * licet_document_render:
 * @paper: "a4" or "letter"
 * @cancellable: (nullable): to stop early
 * @ret_pages: (out) (optional): how many pages it has
 *
 * A PDF with page numbers, bookmarks, structure and text that can be searched. The same paper gives the same bytes on the
 * same system.
 *
 * Returns: (transfer full): the PDF, or %NULL with %LICET_FILING_ERROR_RENDER or _CANCELLED
 */
GBytes *licet_document_render (LicetDocument *document,
                               const char *paper,
                               GCancellable *cancellable,
                               guint *ret_pages,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetDocument, licet_document_free)

G_END_DECLS
