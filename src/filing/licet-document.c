/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-document"

#include "config.h"

#include "licet-document.h"

#include <string.h>

struct _LicetDocument {
  LicetDocumentInfo info;
  GStringChunk *texts;
  GPtrArray *blocks; /* LicetBlock */
};

static void
cell_free (LicetCell *cell)
{
  g_free (cell->text);
  g_free (cell->detail);
  g_free (cell);
}

static void
block_free (LicetBlock *block)
{
  g_free (block->label);
  g_free (block->text);
  g_free (block->detail);
  g_free (block->number);
  g_free (block->widths);
  g_clear_pointer (&block->cells, g_ptr_array_unref);
  g_free (block);
}

/* Everything that is set is UTF-8, whatever it was. */
static char *
dup_valid (const char *text)
{
  return text != NULL ? g_utf8_make_valid (text, -1) : NULL;
}

static LicetBlock *
add_block (LicetDocument *document,
           LicetBlockType type,
           const char *text)
{
  LicetBlock *block = g_new0 (LicetBlock, 1);

  block->type = type;
  block->text = dup_valid (text);
  g_ptr_array_add (document->blocks, block);
  return block;
}

static LicetCell *
add_cell (LicetBlock *block,
          const char *text)
{
  LicetCell *cell = g_new0 (LicetCell, 1);

  if (block->cells == NULL)
    block->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) cell_free);
  cell->text = dup_valid (text != NULL ? text : "");
  g_ptr_array_add (block->cells, cell);
  return cell;
}

static const char *
keep (LicetDocument *document,
      const char *text)
{
  g_autofree char *valid = dup_valid (text);

  return valid != NULL ? g_string_chunk_insert (document->texts, valid) : NULL;
}

const char *
licet_mark_get_word (LicetMark mark)
{
  static const char *const words[] = { "",     "met",      "not met", "unknown",
                                       "done", "conflict", "cross",   "required" };

  g_return_val_if_fail ((guint) mark < G_N_ELEMENTS (words), "");

  return words[mark];
}

LicetDocument *
licet_document_new (const LicetDocumentInfo *info)
{
  LicetDocument *document;

  g_return_val_if_fail (info != NULL && info->title != NULL && info->moment != NULL, NULL);

  document = g_new0 (LicetDocument, 1);
  document->texts = g_string_chunk_new (1024);
  document->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  document->info = (LicetDocumentInfo) {
    .title = keep (document, info->title),
    .author = keep (document, info->author),
    .subject = keep (document, info->subject),
    .keywords = keep (document, info->keywords),
    .moment = keep (document, info->moment),
    .head_left = keep (document, info->head_left),
    .head_right = keep (document, info->head_right),
    .foot = keep (document, info->foot),
  };
  return document;
}

void
licet_document_free (LicetDocument *document)
{
  if (document == NULL)
    return;
  g_string_chunk_free (document->texts);
  g_ptr_array_unref (document->blocks);
  g_free (document);
}

const LicetDocumentInfo *
licet_document_get_info (LicetDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return &document->info;
}

GPtrArray *
licet_document_get_blocks (LicetDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return document->blocks;
}

void
licet_document_add_title (LicetDocument *document,
                          const char *text,
                          const char *detail)
{
  g_return_if_fail (document != NULL && text != NULL);

  add_block (document, LICET_BLOCK_TITLE, text)->detail = dup_valid (detail);
}

void
licet_document_add_heading (LicetDocument *document,
                            guint level,
                            const char *text)
{
  g_return_if_fail (document != NULL && text != NULL);
  g_return_if_fail (level == 1 || level == 2);

  add_block (document, LICET_BLOCK_HEADING, text)->level = level;
}

void
licet_document_add_text (LicetDocument *document,
                         LicetTextStyle style,
                         const char *text)
{
  g_return_if_fail (document != NULL && text != NULL);

  add_block (document, LICET_BLOCK_TEXT, text)->style = style;
}

void
licet_document_add_item (LicetDocument *document,
                         LicetMark mark,
                         const char *text,
                         const char *detail)
{
  LicetBlock *block;

  g_return_if_fail (document != NULL && text != NULL);

  block = add_block (document, LICET_BLOCK_TEXT, text);
  block->mark = mark;
  block->detail = dup_valid (detail);
}

void
licet_document_add_pair (LicetDocument *document,
                         const char *label,
                         const char *text,
                         const char *detail)
{
  gboolean is_given = text != NULL && *text != '\0';
  LicetBlock *block;

  g_return_if_fail (document != NULL && label != NULL);

  block = add_block (document, LICET_BLOCK_PAIR, is_given ? text : "Not given");
  block->label = dup_valid (label);
  block->detail = dup_valid (detail);
  block->style = is_given ? LICET_TEXT_NORMAL : LICET_TEXT_DIM;
}

void
licet_document_add_callout (LicetDocument *document,
                            LicetMark mark,
                            const char *label,
                            const char *text)
{
  LicetBlock *block;

  g_return_if_fail (document != NULL && label != NULL && text != NULL);

  block = add_block (document, LICET_BLOCK_CALLOUT, text);
  block->label = dup_valid (label);
  block->mark = mark;
}

void
licet_document_add_box (LicetDocument *document,
                        const char *number,
                        const char *label,
                        LicetTextStyle style,
                        const char *text,
                        LicetMark mark,
                        const char *detail)
{
  LicetBlock *block;

  g_return_if_fail (document != NULL && label != NULL && text != NULL);

  block = add_block (document, LICET_BLOCK_BOX, text);
  block->style = style;
  block->number = dup_valid (number);
  block->label = dup_valid (label);
  block->mark = mark;
  block->detail = dup_valid (detail);
}

void
licet_document_add_signature (LicetDocument *document,
                              const char *heading,
                              const char *const *rules,
                              const char *const *labels)
{
  LicetBlock *block;

  g_return_if_fail (document != NULL && heading != NULL && rules != NULL && labels != NULL);

  block = add_block (document, LICET_BLOCK_SIGNATURE, heading);
  for (guint i = 0; rules[i] != NULL; i++)
    add_cell (block, rules[i])->style = LICET_TEXT_SMALL;
  for (guint i = 0; labels[i] != NULL; i++)
    add_cell (block, labels[i]);
}

void
licet_document_add_page (LicetDocument *document)
{
  g_return_if_fail (document != NULL);

  add_block (document, LICET_BLOCK_PAGE, NULL);
}

LicetBlock *
licet_document_begin_table (LicetDocument *document,
                            guint n_columns,
                            const char *const *heads,
                            const guint *widths)
{
  LicetBlock *block;

  g_return_val_if_fail (document != NULL && heads != NULL && widths != NULL, NULL);
  g_return_val_if_fail (n_columns > 0, NULL);

  block = add_block (document, LICET_BLOCK_TABLE, NULL);
  block->n_columns = n_columns;
  block->widths = g_memdup2 (widths, n_columns * sizeof *widths);
  for (guint i = 0; i < n_columns; i++)
    add_cell (block, heads[i])->style = LICET_TEXT_STRONG;
  return block;
}

LicetBlock *
licet_document_begin_chain (LicetDocument *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return add_block (document, LICET_BLOCK_CHAIN, NULL);
}

void
licet_block_add_cell (LicetBlock *block,
                      LicetTextStyle style,
                      const char *text)
{
  g_return_if_fail (block != NULL);

  add_cell (block, text)->style = style;
}

void
licet_block_add_mark (LicetBlock *block,
                      LicetMark mark,
                      guint indent,
                      const char *text,
                      const char *detail)
{
  LicetCell *cell;

  g_return_if_fail (block != NULL);

  cell = add_cell (block, text);
  cell->mark = mark;
  cell->indent = indent;
  cell->detail = dup_valid (detail);
}
