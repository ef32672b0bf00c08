/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-document-text"

#include "config.h"

#include "licet-document.h"

static void
append_mark (GString *text,
             LicetMark mark)
{
  if (mark != LICET_MARK_NONE)
    g_string_append_printf (text, "[%s] ", licet_mark_get_word (mark));
}

static void
append_detail (GString *text,
               const char *detail)
{
  if (detail != NULL)
    g_string_append_printf (text, " (%s)", detail);
}

static void
append_cell (GString *text,
             const LicetCell *cell)
{
  for (guint i = 0; i < cell->indent; i++)
    g_string_append (text, "  ");
  append_mark (text, cell->mark);
  g_string_append (text, cell->text);
  append_detail (text, cell->detail);
}

static void
append_table (GString *text,
              const LicetBlock *block)
{
  for (guint i = 0; i < block->cells->len; i++) {
    if (i % block->n_columns != 0)
      g_string_append (text, " | ");
    append_cell (text, g_ptr_array_index (block->cells, i));
    if (i % block->n_columns == block->n_columns - 1)
      g_string_append_c (text, '\n');
  }
}

static void
append_row (GString *text,
            const LicetBlock *block,
            const char *separator)
{
  for (guint i = 0; block->cells != NULL && i < block->cells->len; i++) {
    if (i > 0)
      g_string_append (text, separator);
    append_cell (text, g_ptr_array_index (block->cells, i));
  }
  g_string_append_c (text, '\n');
}

static void
append_signature (GString *text,
                  const LicetBlock *block)
{
  g_string_append_printf (text, "\n## %s\n", block->text);
  for (guint i = 0; i < block->cells->len; i++) {
    const LicetCell *cell = g_ptr_array_index (block->cells, i);

    g_string_append_printf (text, cell->style == LICET_TEXT_SMALL ? "%s\n" : "____ %s\n",
                            cell->text);
  }
}

static void
append_line (GString *text,
             const LicetBlock *block)
{
  if (block->number != NULL)
    g_string_append_printf (text, "%s. ", block->number);
  if (block->label != NULL)
    g_string_append_printf (text, "%s: ", block->label);
  append_mark (text, block->mark);
  if (block->style == LICET_TEXT_STRUCK)
    g_string_append_printf (text, "~%s~", block->text);
  else
    g_string_append (text, block->text);
  append_detail (text, block->detail);
  g_string_append_c (text, '\n');
}

static void
append_block (GString *text,
              const LicetBlock *block)
{
  switch (block->type) {
  case LICET_BLOCK_TITLE:
    g_string_append_printf (text, "# %s\n", block->text);
    if (block->detail != NULL)
      g_string_append_printf (text, "%s\n", block->detail);
    break;
  case LICET_BLOCK_HEADING:
    g_string_append_printf (text, "\n%s %s\n", block->level == 1 ? "##" : "###", block->text);
    break;
  case LICET_BLOCK_TABLE:
    append_table (text, block);
    break;
  case LICET_BLOCK_CHAIN:
    append_row (text, block, " -> ");
    break;
  case LICET_BLOCK_SIGNATURE:
    append_signature (text, block);
    break;
  case LICET_BLOCK_PAGE:
    g_string_append (text, "\n----\n");
    break;
  case LICET_BLOCK_TEXT:
  case LICET_BLOCK_PAIR:
  case LICET_BLOCK_CALLOUT:
  case LICET_BLOCK_BOX:
  default:
    append_line (text, block);
    break;
  }
}

char *
licet_document_dup_text (LicetDocument *document)
{
  GPtrArray *blocks;
  GString *text;

  g_return_val_if_fail (document != NULL, NULL);

  text = g_string_new (NULL);
  blocks = licet_document_get_blocks (document);
  for (guint i = 0; i < blocks->len; i++)
    append_block (text, g_ptr_array_index (blocks, i));
  return g_string_free (text, FALSE);
}
