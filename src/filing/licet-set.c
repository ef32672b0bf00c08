/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-set"

#include "config.h"

#include "licet-pages-private.h"

#define SPACE 5.0
#define COLUMN_GAP 10.0
#define LABEL_SHARE 0.29
#define NUMBER_WIDTH 26.0
#define NOTE_WIDTH 104.0
#define INDENT 11.0
#define PANEL_PADDING 10.0
#define STOPS_A_ROW 3u
#define STOP_GAP 26.0
#define SIGN_HEIGHT 40.0
/* A page used up to this share takes what would otherwise begin the next one. */
#define HARDLY_USED 0.4

static double
get_width (LicetPages *pages)
{
  return pages->right - pages->left;
}

static LicetFace
face_of (LicetTextStyle style)
{
  switch (style) {
  case LICET_TEXT_STRONG:
    return LICET_FACE_STRONG;
  case LICET_TEXT_SMALL:
    return LICET_FACE_SMALL;
  case LICET_TEXT_LEAD:
    return LICET_FACE_LEAD;
  case LICET_TEXT_STRUCK:
    return LICET_FACE_STRUCK;
  case LICET_TEXT_NORMAL:
  case LICET_TEXT_DIM:
  default:
    return LICET_FACE_BODY;
  }
}

static LicetInk
ink_of (LicetTextStyle style)
{
  return style == LICET_TEXT_DIM || style == LICET_TEXT_SMALL || style == LICET_TEXT_STRUCK
           ? LICET_INK_DIM
           : LICET_INK_TEXT;
}

/* Space before a block, unless it begins the page. */
static void
leave_space (LicetPages *pages,
             double space)
{
  if (!_licet_pages_is_fresh (pages))
    pages->y += space;
}

/* Begins a page unless @height is left. */
static void
need_room (LicetPages *pages,
           double height)
{
  if (_licet_pages_get_room (pages) < height && !_licet_pages_is_fresh (pages))
    _licet_pages_break (pages);
}

static void
set_plain (LicetPages *pages,
           const char *tag,
           LicetFace face,
           LicetInk ink,
           LicetMark mark,
           const char *text,
           const char *detail)
{
  LicetStack stack;

  _licet_stack_init (&stack, tag, pages->left, get_width (pages));
  stack.mark = mark;
  _licet_stack_add (&stack, pages, face, ink, text);
  if (detail != NULL)
    _licet_stack_add (&stack, pages, LICET_FACE_SMALL, LICET_INK_DIM, detail);
  _licet_pages_put_row (pages, &stack, 1, NULL, NULL);
  _licet_stack_clear (&stack);
}

static void
add_bookmark (LicetPages *pages,
              const char *text,
              guint level)
{
  LicetBookmark bookmark = { text, level, pages->pages->len, pages->y };

  g_array_append_val (pages->bookmarks, bookmark);
}

static void
set_title (LicetPages *pages,
           const LicetBlock *block)
{
  need_room (pages, 90);
  add_bookmark (pages, block->text, 1);
  set_plain (pages, "H1", LICET_FACE_TITLE, LICET_INK_TEXT, LICET_MARK_NONE, block->text, NULL);
  if (block->detail != NULL) {
    pages->y += 4;
    set_plain (pages, "P", LICET_FACE_BODY, LICET_INK_DIM, LICET_MARK_NONE, block->detail, NULL);
  }
  pages->y += 10;
  _licet_pages_add_rule (pages, pages->y);
  pages->y += 8;
}

/* A heading never stands alone at the foot of a page, nor with the heads of a table and no row. */
static void
set_heading (LicetPages *pages,
             const LicetBlock *block)
{
  gboolean is_first = block->level == 1;

  leave_space (pages, is_first ? 15 : 9);
  need_room (pages, is_first ? 110 : 96);
  add_bookmark (pages, block->text, block->level + 1);
  set_plain (pages, is_first ? "H2" : "H3", is_first ? LICET_FACE_HEADING : LICET_FACE_SUBHEADING,
             LICET_INK_TEXT, LICET_MARK_NONE, block->text, NULL);
  pages->y += is_first ? 5 : 3;
}

static void
set_text (LicetPages *pages,
          const LicetBlock *block)
{
  set_plain (pages, "P", face_of (block->style), ink_of (block->style), block->mark, block->text,
             block->detail);
  pages->y += SPACE;
}

static void
set_pair (LicetPages *pages,
          const LicetBlock *block)
{
  double label_width = get_width (pages) * LABEL_SHARE;
  LicetStack stacks[2];

  _licet_stack_init (&stacks[0], "P", pages->left, label_width - COLUMN_GAP);
  _licet_stack_add (&stacks[0], pages, LICET_FACE_BODY, LICET_INK_DIM, block->label);
  _licet_stack_init (&stacks[1], "P", pages->left + label_width, get_width (pages) - label_width);
  _licet_stack_add (&stacks[1], pages, face_of (block->style), ink_of (block->style), block->text);
  if (block->detail != NULL)
    _licet_stack_add (&stacks[1], pages, LICET_FACE_SMALL, LICET_INK_DIM, block->detail);
  _licet_pages_put_row (pages, stacks, 2, NULL, NULL);
  _licet_stack_clear (&stacks[0]);
  _licet_stack_clear (&stacks[1]);
  pages->y += 3;
}

static void
set_callout (LicetPages *pages,
             const LicetBlock *block)
{
  double inner = get_width (pages) - 2 * PANEL_PADDING - 3;
  LicetStack stack;
  LicetOp panel = { .type = LICET_OP_FILL, .ink = LICET_INK_PANEL };
  LicetOp bar = { .type = LICET_OP_FILL, .ink = LICET_INK_ACCENT };
  double height;

  _licet_stack_init (&stack, "P", pages->left + PANEL_PADDING + 3, inner);
  stack.mark = block->mark;
  _licet_stack_add (&stack, pages, LICET_FACE_STRONG, LICET_INK_TEXT, block->label);
  _licet_stack_add (&stack, pages, LICET_FACE_LEAD, LICET_INK_TEXT, block->text);
  height = _licet_stack_get_height (&stack) + 2 * PANEL_PADDING;
  leave_space (pages, SPACE);
  need_room (pages, height);
  /* A sentence longer than a page goes without its panel. */
  if (height <= _licet_pages_get_room (pages)) {
    panel.x = bar.x = pages->left;
    panel.y = bar.y = pages->y;
    panel.width = get_width (pages);
    panel.height = bar.height = height;
    bar.width = 3;
    _licet_pages_add (pages, &panel);
    _licet_pages_add (pages, &bar);
    pages->y += PANEL_PADDING;
  }
  _licet_pages_put_row (pages, &stack, 1, NULL, NULL);
  _licet_stack_clear (&stack);
  pages->y += PANEL_PADDING + SPACE;
}

static void
set_box (LicetPages *pages,
         const LicetBlock *block)
{
  double middle = get_width (pages) - NUMBER_WIDTH -
                  (block->detail != NULL ? NOTE_WIDTH + COLUMN_GAP : 0);
  LicetStack stacks[3];

  _licet_stack_init (&stacks[0], "P", pages->left, NUMBER_WIDTH - 4);
  _licet_stack_add (&stacks[0], pages, LICET_FACE_STRONG, LICET_INK_TEXT,
                    block->number != NULL ? block->number : "");
  _licet_stack_init (&stacks[1], "P", pages->left + NUMBER_WIDTH, middle);
  _licet_stack_add (&stacks[1], pages, LICET_FACE_SMALL, LICET_INK_DIM, block->label);
  _licet_stack_add (&stacks[1], pages, face_of (block->style), ink_of (block->style), block->text);
  _licet_stack_init (&stacks[2], "P", pages->right - NOTE_WIDTH, NOTE_WIDTH);
  stacks[2].mark = block->mark;
  if (block->detail != NULL)
    _licet_stack_add (&stacks[2], pages, LICET_FACE_SMALL, LICET_INK_DIM, block->detail);
  _licet_pages_put_row (pages, stacks, 3, NULL, NULL);
  for (guint i = 0; i < 3; i++)
    _licet_stack_clear (&stacks[i]);
  pages->y += 4;
  _licet_pages_add_rule (pages, pages->y);
  pages->y += 5;
}

static void
init_cells (LicetPages *pages,
            const LicetBlock *block,
            guint row,
            LicetStack *stacks)
{
  double width = get_width (pages);
  guint total = 0;
  guint before = 0;

  for (guint i = 0; i < block->n_columns; i++)
    total += block->widths[i];
  for (guint i = 0; i < block->n_columns; i++) {
    const LicetCell *cell = g_ptr_array_index (block->cells, row * block->n_columns + i);
    double indent = INDENT * cell->indent;
    double from = width * before / total;
    double to = width * (before + block->widths[i]) / total;
    LicetFace face = row == 0 ? LICET_FACE_SMALL_STRONG : face_of (cell->style);

    before += block->widths[i];
    _licet_stack_init (&stacks[i], row == 0 ? "TH" : "TD", pages->left + from + indent,
                       MAX (to - from - indent - (i + 1 < block->n_columns ? COLUMN_GAP : 0), 30));
    stacks[i].mark = cell->mark;
    _licet_stack_add (&stacks[i], pages, face, row == 0 ? LICET_INK_DIM : ink_of (cell->style),
                      cell->text);
    if (cell->detail != NULL)
      _licet_stack_add (&stacks[i], pages, LICET_FACE_SMALL, LICET_INK_DIM, cell->detail);
  }
}

static void set_table_row (LicetPages *pages,
                           const LicetBlock *block,
                           guint row);

/* The table goes on, with its heads again. */
static void
table_broken_cb (LicetPages *pages,
                 gpointer user_data)
{
  set_table_row (pages, user_data, 0);
}

static void
set_table_row (LicetPages *pages,
               const LicetBlock *block,
               guint row)
{
  g_autofree LicetStack *stacks = g_new0 (LicetStack, block->n_columns);

  init_cells (pages, block, row, stacks);
  _licet_pages_add_tag (pages, LICET_OP_BEGIN, "TR");
  _licet_pages_put_row (pages, stacks, block->n_columns, row > 0 ? table_broken_cb : NULL,
                        (gpointer) block);
  _licet_pages_add_tag (pages, LICET_OP_END, "TR");
  for (guint i = 0; i < block->n_columns; i++)
    _licet_stack_clear (&stacks[i]);
  pages->y += 3;
  _licet_pages_add_rule (pages, pages->y);
  pages->y += 4;
}

static void
set_table (LicetPages *pages,
           const LicetBlock *block)
{
  guint n_rows = block->cells->len / block->n_columns;

  leave_space (pages, 2);
  need_room (pages, 60);
  _licet_pages_add_tag (pages, LICET_OP_BEGIN, "Table");
  for (guint row = 0; row < n_rows; row++)
    set_table_row (pages, block, row);
  _licet_pages_add_tag (pages, LICET_OP_END, "Table");
  pages->y += SPACE;
}

static double
init_stop (LicetPages *pages,
           const LicetCell *cell,
           double x,
           double width,
           LicetStack *stack)
{
  _licet_stack_init (stack, "P", x + 7, width - 14);
  stack->mark = cell->mark;
  if (cell->detail != NULL)
    _licet_stack_add (stack, pages, LICET_FACE_SMALL, LICET_INK_DIM, cell->detail);
  _licet_stack_add (stack, pages, LICET_FACE_STRONG, LICET_INK_TEXT, cell->text);
  return _licet_stack_get_height (stack);
}

static void
set_chain_row (LicetPages *pages,
               const LicetBlock *block,
               guint from,
               guint n)
{
  double width = (get_width (pages) - STOP_GAP * (STOPS_A_ROW - 1)) / STOPS_A_ROW;
  LicetStack stacks[STOPS_A_ROW];
  double height = 0;

  for (guint i = 0; i < n; i++) {
    double here = init_stop (pages, g_ptr_array_index (block->cells, from + i),
                             pages->left + i * (width + STOP_GAP), width, &stacks[i]);

    height = MAX (height, here);
  }
  need_room (pages, height + 20);
  for (guint i = 0; i < n; i++) {
    double x = pages->left + i * (width + STOP_GAP);
    LicetOp frame = {
      .type = LICET_OP_FRAME,
      .x = x,
      .y = pages->y,
      .width = width,
      .height = height + 12,
      .ink = LICET_INK_DIM,
    };
    LicetOp arrow = {
      .type = LICET_OP_ARROW,
      .x = x + width + 5,
      .y = pages->y + (height + 12) / 2,
      .width = STOP_GAP - 10,
      .ink = LICET_INK_DIM,
    };

    _licet_pages_add (pages, &frame);
    if (from + i + 1 < block->cells->len)
      _licet_pages_add (pages, &arrow);
  }
  pages->y += 6;
  _licet_pages_put_row (pages, stacks, n, NULL, NULL);
  for (guint i = 0; i < n; i++)
    _licet_stack_clear (&stacks[i]);
  pages->y += 14;
}

static void
set_chain (LicetPages *pages,
           const LicetBlock *block)
{
  guint n = block->cells != NULL ? block->cells->len : 0;

  leave_space (pages, SPACE);
  for (guint i = 0; i < n; i += STOPS_A_ROW)
    set_chain_row (pages, block, i, MIN (STOPS_A_ROW, n - i));
}

/* Two lines to a row, each with its label below. */
static void
set_lines (LicetPages *pages,
           const LicetBlock *block,
           guint from)
{
  double width = (get_width (pages) - 2 * COLUMN_GAP) / 2;
  guint n = block->cells->len;

  for (guint i = from; i < n; i += 2) {
    guint n_here = MIN (2u, n - i);
    LicetStack stacks[2];

    pages->y += SIGN_HEIGHT;
    for (guint j = 0; j < n_here; j++) {
      const LicetCell *cell = g_ptr_array_index (block->cells, i + j);
      double x = pages->left + j * (width + 2 * COLUMN_GAP);
      LicetOp line = {
        .type = LICET_OP_FILL,
        .x = x,
        .y = pages->y,
        .width = width,
        .height = 0.7,
        .ink = LICET_INK_TEXT,
      };

      _licet_pages_add (pages, &line);
      _licet_stack_init (&stacks[j], "P", x, width);
      _licet_stack_add (&stacks[j], pages, LICET_FACE_SMALL, LICET_INK_DIM, cell->text);
    }
    pages->y += 3;
    _licet_pages_put_row (pages, stacks, n_here, NULL, NULL);
    for (guint j = 0; j < n_here; j++)
      _licet_stack_clear (&stacks[j]);
  }
}

/* Rules and lines stay together: nobody signs a page that says nothing. */
static void
set_signature (LicetPages *pages,
               const LicetBlock *block)
{
  LicetBlock heading = { .type = LICET_BLOCK_HEADING, .level = 1, .text = block->text };
  guint n_rules = 0;
  guint n_lines;

  while (n_rules < block->cells->len &&
         ((const LicetCell *) g_ptr_array_index (block->cells, n_rules))->style == LICET_TEXT_SMALL)
    n_rules++;
  n_lines = block->cells->len - n_rules;
  need_room (pages, 40 + n_rules * 26 + (n_lines + 1) / 2 * (SIGN_HEIGHT + 14));
  set_heading (pages, &heading);
  for (guint i = 0; i < n_rules; i++) {
    const LicetCell *cell = g_ptr_array_index (block->cells, i);

    set_plain (pages, "P", LICET_FACE_SMALL, LICET_INK_DIM, LICET_MARK_NONE, cell->text, NULL);
    pages->y += 3;
  }
  set_lines (pages, block, n_rules);
  pages->y += SPACE;
}

static void
set_page (LicetPages *pages)
{
  if (pages->y - pages->top > (pages->bottom - pages->top) * HARDLY_USED)
    _licet_pages_break (pages);
  else
    leave_space (pages, 3 * PANEL_PADDING);
}

static void
set_block (LicetPages *pages,
           const LicetBlock *block)
{
  switch (block->type) {
  case LICET_BLOCK_TITLE:
    set_title (pages, block);
    break;
  case LICET_BLOCK_HEADING:
    set_heading (pages, block);
    break;
  case LICET_BLOCK_PAIR:
    set_pair (pages, block);
    break;
  case LICET_BLOCK_CALLOUT:
    set_callout (pages, block);
    break;
  case LICET_BLOCK_BOX:
    set_box (pages, block);
    break;
  case LICET_BLOCK_TABLE:
    set_table (pages, block);
    break;
  case LICET_BLOCK_CHAIN:
    set_chain (pages, block);
    break;
  case LICET_BLOCK_SIGNATURE:
    set_signature (pages, block);
    break;
  case LICET_BLOCK_PAGE:
    set_page (pages);
    break;
  case LICET_BLOCK_TEXT:
  default:
    set_text (pages, block);
    break;
  }
}

gboolean
_licet_pages_set (LicetPages *pages,
                  LicetDocument *document,
                  GCancellable *cancellable,
                  GError **error)
{
  GPtrArray *blocks = licet_document_get_blocks (document);

  for (guint i = 0; i < blocks->len; i++) {
    if (g_cancellable_is_cancelled (cancellable)) {
      g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED,
                   "the work was stopped; nothing was written");
      return FALSE;
    }
    set_block (pages, g_ptr_array_index (blocks, i));
  }
  return TRUE;
}
