/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <pango/pangocairo.h>

#include "licet-document.h"

G_BEGIN_DECLS

/** LicetFace: the faces that papers are set in. */
typedef enum {
  LICET_FACE_TITLE,
  LICET_FACE_HEADING,
  LICET_FACE_SUBHEADING,
  LICET_FACE_LEAD,
  LICET_FACE_BODY,
  LICET_FACE_STRONG,
  LICET_FACE_STRUCK,
  LICET_FACE_SMALL,
  LICET_FACE_SMALL_STRONG,
} LicetFace;

/** LicetInk: the inks. */
typedef enum {
  LICET_INK_TEXT,
  LICET_INK_DIM,
  LICET_INK_RULE,
  LICET_INK_PANEL,
  LICET_INK_ACCENT,
  LICET_INK_ALARM,
} LicetInk;

/** LicetOpType: what can stand on a page. */
typedef enum {
  LICET_OP_LINE,
  LICET_OP_FILL,
  LICET_OP_FRAME,
  LICET_OP_ARROW,
  LICET_OP_MARK,
  LICET_OP_BEGIN,
  LICET_OP_END,
} LicetOpType;

/**
 * LicetOp: something on a page.
 * @line: for %LICET_OP_LINE, a line of text with its baseline at @x, @y
 * @tag: for %LICET_OP_BEGIN and %LICET_OP_END, the element of the structure, static
 */
typedef struct {
  LicetOpType type;
  double x;
  double y;
  double width;
  double height;
  LicetInk ink;
  LicetMark mark;
  PangoLayoutLine *line;
  const char *tag;
} LicetOp;

/** LicetBookmark: a heading and where it stands; the text is borrowed from the document. */
typedef struct {
  const char *text;
  guint level;
  guint page;
  double y;
} LicetBookmark;

/**
 * LicetPages: pages being set, in points, and what is needed to set them.
 * @left: left edge of the text
 * @right: right edge of the text
 * @top: upper edge of the text
 * @bottom: lower edge of the text
 * @y: where the next thing goes
 * @pages: (element-type GArray): a row of #LicetOp for each page
 * @bookmarks: (element-type LicetBookmark)
 * @layouts: (element-type PangoLayout): keeps lines alive
 * @open: (element-type utf8): elements that were begun and not ended, static; a page ends them and the next begins them again
 */
typedef struct {
  double width;
  double height;
  double left;
  double right;
  double top;
  double bottom;
  double y;
  PangoContext *context;
  GPtrArray *pages;
  GArray *bookmarks;
  GPtrArray *layouts;
  GPtrArray *open;
} LicetPages;

/** LicetStackLine: a line of a stack. */
typedef struct {
  PangoLayoutLine *line;
  double x;
  double height;
  double baseline;
  LicetInk ink;
} LicetStackLine;

/**
 * LicetStack: lines of text below each other at @x, @width wide, which may go on on the next page.
 * @tag: element of the structure
 * @mark: a shape before its first line
 */
typedef struct {
  const char *tag;
  double x;
  double width;
  LicetMark mark;
  GArray *lines;
  guint next;
} LicetStack;

/**
 * _licet_pages_new:
 *
 * Returns: (transfer full): one empty page of @paper; or %NULL with %LICET_FILING_ERROR_RENDER when there is no font or no such
 * paper.
 */
LicetPages *_licet_pages_new (const char *paper,
                              GError **error);
/** _licet_pages_free: Frees @pages; %NULL is accepted. */
void _licet_pages_free (LicetPages *pages);
/** _licet_pages_break: Begins a page. */
void _licet_pages_break (LicetPages *pages);
/** _licet_pages_get_room: Returns: what is left of the page. */
double _licet_pages_get_room (LicetPages *pages);
/** _licet_pages_is_fresh: Returns: whether nothing is on the page yet. */
gboolean _licet_pages_is_fresh (LicetPages *pages);
/** _licet_pages_add: Puts @op on the page. */
void _licet_pages_add (LicetPages *pages,
                       const LicetOp *op);
/** _licet_pages_add_tag: Begins or ends the element @tag. */
void _licet_pages_add_tag (LicetPages *pages,
                           LicetOpType type,
                           const char *tag);
/** _licet_pages_add_rule: Draws a thin rule over the whole width at @y. */
void _licet_pages_add_rule (LicetPages *pages,
                            double y);
/** _licet_pages_make_layout: Returns: (transfer none): the UTF-8 text @text set in @face, at most @width wide, kept by @pages. */
PangoLayout *_licet_pages_make_layout (LicetPages *pages,
                                       LicetFace face,
                                       const char *text,
                                       double width);

/** _licet_stack_init: An empty stack. */
void _licet_stack_init (LicetStack *stack,
                        const char *tag,
                        double x,
                        double width);
/** _licet_stack_clear: Frees what is in @stack. */
void _licet_stack_clear (LicetStack *stack);
/** _licet_stack_add: Adds the UTF-8 text @text, of any length, below what is there. */
void _licet_stack_add (LicetStack *stack,
                       LicetPages *pages,
                       LicetFace face,
                       LicetInk ink,
                       const char *text);
/** _licet_stack_get_height: Returns: height of the lines not put yet. */
double _licet_stack_get_height (const LicetStack *stack);

/** LicetBreak: Told when a row goes on on another page, after the break. */
typedef void (*LicetBreak) (LicetPages *pages,
                            gpointer user_data);

/**
 * _licet_pages_put_row:
 * @stacks: (array length=n_stacks): stacks that begin on the same line
 * @on_break: (nullable): told after each page break, to repeat heads
 *
 * Puts the stacks on the page and, where they do not fit, on the next ones. A row shorter than a third of a page is not torn.
 */
void _licet_pages_put_row (LicetPages *pages,
                           LicetStack *stacks,
                           guint n_stacks,
                           LicetBreak on_break,
                           gpointer user_data);

/** _licet_pages_set: Sets all blocks of @document. Returns: %FALSE with %LICET_FILING_ERROR_CANCELLED. */
gboolean _licet_pages_set (LicetPages *pages,
                           LicetDocument *document,
                           GCancellable *cancellable,
                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetPages, _licet_pages_free)

G_END_DECLS
