/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-pdf"

#include "config.h"

#include "licet-document.h"

#include <cairo-pdf.h>
#include <math.h>

#include "licet-pages-private.h"
#include "licet-pdf-private.h"

#define HEAD_Y 44.0
#define FOOT_FROM_BOTTOM 42.0
#define MARK_SIZE 6.2

static const double inks[][3] = {
  [LICET_INK_TEXT] = { 0.09, 0.09, 0.10 },   [LICET_INK_DIM] = { 0.36, 0.37, 0.40 },
  [LICET_INK_RULE] = { 0.82, 0.83, 0.85 },   [LICET_INK_PANEL] = { 0.955, 0.96, 0.97 },
  [LICET_INK_ACCENT] = { 0.11, 0.33, 0.58 }, [LICET_INK_ALARM] = { 0.66, 0.12, 0.12 },
};

static void
set_ink (cairo_t *cr,
         LicetInk ink)
{
  cairo_set_source_rgb (cr, inks[ink][0], inks[ink][1], inks[ink][2]);
}

static void
draw_ring (cairo_t *cr,
           double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
}

static void
draw_question (cairo_t *cr,
               double radius)
{
  draw_ring (cr, radius);
  cairo_arc (cr, 0, -0.9, 1.15, -G_PI, 0.45 * G_PI);
  cairo_line_to (cr, 0, 0.95);
  cairo_stroke (cr);
  cairo_arc (cr, 0, 1.95, 0.42, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_lock (cairo_t *cr,
           double radius)
{
  cairo_rectangle (cr, -radius * 0.85, -radius * 0.15, radius * 1.7, radius * 1.2);
  cairo_fill (cr);
  cairo_arc (cr, 0, -radius * 0.2, radius * 0.55, -G_PI, 0);
  cairo_stroke (cr);
}

static void
draw_triangle (cairo_t *cr,
               double radius)
{
  cairo_move_to (cr, 0, -radius);
  cairo_line_to (cr, radius * 1.1, radius * 0.85);
  cairo_line_to (cr, -radius * 1.1, radius * 0.85);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_tick (cairo_t *cr,
           double radius)
{
  cairo_move_to (cr, -radius * 0.8, 0.1);
  cairo_line_to (cr, -radius * 0.2, radius * 0.7);
  cairo_line_to (cr, radius * 0.9, -radius * 0.7);
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr,
            double radius)
{
  cairo_move_to (cr, -radius * 0.7, -radius * 0.7);
  cairo_line_to (cr, radius * 0.7, radius * 0.7);
  cairo_move_to (cr, radius * 0.7, -radius * 0.7);
  cairo_line_to (cr, -radius * 0.7, radius * 0.7);
  cairo_stroke (cr);
}

/* The shapes say what the word beside them says; the ink only helps the eye. */
static void
draw_mark (cairo_t *cr,
           const LicetOp *op)
{
  double radius = MARK_SIZE / 2;

  cairo_save (cr);
  cairo_translate (cr, op->x + radius + 0.5, op->y - radius);
  cairo_set_line_width (cr, 0.9);
  set_ink (cr, op->mark == LICET_MARK_MET || op->mark == LICET_MARK_REQUIRED ? LICET_INK_ACCENT
               : op->mark == LICET_MARK_CONFLICT                             ? LICET_INK_ALARM
                                                                             : LICET_INK_DIM);
  switch (op->mark) {
  case LICET_MARK_MET:
    cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
    cairo_fill (cr);
    break;
  case LICET_MARK_NOT_MET:
    draw_ring (cr, radius);
    break;
  case LICET_MARK_UNKNOWN:
    draw_question (cr, radius + 0.5);
    break;
  case LICET_MARK_DONE:
    draw_tick (cr, radius);
    break;
  case LICET_MARK_CONFLICT:
    draw_triangle (cr, radius);
    break;
  case LICET_MARK_CROSS:
    draw_cross (cr, radius);
    break;
  case LICET_MARK_REQUIRED:
    draw_lock (cr, radius);
    break;
  case LICET_MARK_NONE:
  default:
    break;
  }
  cairo_restore (cr);
}

static void
draw_arrow (cairo_t *cr,
            const LicetOp *op)
{
  double tip = op->x + op->width;

  cairo_set_line_width (cr, 0.9);
  cairo_move_to (cr, op->x, op->y);
  cairo_line_to (cr, tip - 3, op->y);
  cairo_stroke (cr);
  cairo_move_to (cr, tip, op->y);
  cairo_line_to (cr, tip - 4.5, op->y - 2.6);
  cairo_line_to (cr, tip - 4.5, op->y + 2.6);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_op (cairo_t *cr,
         const LicetOp *op)
{
  set_ink (cr, op->ink);
  cairo_new_path (cr);
  switch (op->type) {
  case LICET_OP_LINE:
    cairo_move_to (cr, op->x, op->y);
    pango_cairo_show_layout_line (cr, op->line);
    break;
  case LICET_OP_FILL:
    cairo_rectangle (cr, op->x, op->y, op->width, op->height);
    cairo_fill (cr);
    break;
  case LICET_OP_FRAME:
    cairo_set_line_width (cr, 0.7);
    cairo_rectangle (cr, op->x, op->y, op->width, op->height);
    cairo_stroke (cr);
    break;
  case LICET_OP_ARROW:
    draw_arrow (cr, op);
    break;
  case LICET_OP_MARK:
    draw_mark (cr, op);
    break;
  case LICET_OP_BEGIN:
    cairo_tag_begin (cr, op->tag, NULL);
    break;
  case LICET_OP_END:
    cairo_tag_end (cr, op->tag);
    break;
  default:
    break;
  }
}

/* A line of the margin, cut at @width; aligned to @x with its left or right end. */
static void
draw_margin (cairo_t *cr,
             LicetPages *pages,
             const char *text,
             double y,
             double share,
             gboolean is_right)
{
  double width = (pages->right - pages->left) * share;
  PangoLayout *layout;

  if (text == NULL)
    return;
  layout = _licet_pages_make_layout (pages, LICET_FACE_SMALL, text, width);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  set_ink (cr, LICET_INK_DIM);
  cairo_move_to (cr, is_right ? pages->right - width : pages->left, y);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_page (cairo_t *cr,
           LicetPages *pages,
           const LicetDocumentInfo *info,
           guint number)
{
  GArray *page = g_ptr_array_index (pages->pages, number - 1);
  g_autofree char *count = g_strdup_printf ("Page %u of %u", number, pages->pages->len);

  for (guint i = 0; i < page->len; i++)
    draw_op (cr, &g_array_index (page, LicetOp, i));
  draw_margin (cr, pages, info->head_left, HEAD_Y, 0.45, FALSE);
  draw_margin (cr, pages, info->head_right, HEAD_Y, 0.53, TRUE);
  draw_margin (cr, pages, info->foot, pages->height - FOOT_FROM_BOTTOM, 0.75, FALSE);
  draw_margin (cr, pages, count, pages->height - FOOT_FROM_BOTTOM, 0.23, TRUE);
}

static void
add_outline (cairo_surface_t *surface,
             LicetPages *pages)
{
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT,
                     CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < pages->bookmarks->len; i++) {
    const LicetBookmark *bookmark = &g_array_index (pages->bookmarks, LicetBookmark, i);
    g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", bookmark->page,
                                              (int) pages->left, (int) MAX (bookmark->y - 12, 0));
    int id = cairo_pdf_surface_add_outline (surface, parents[bookmark->level - 1], bookmark->text,
                                            place,
                                            bookmark->level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

    for (guint level = bookmark->level; level < G_N_ELEMENTS (parents); level++)
      parents[level] = id;
  }
}

static void
set_metadata (cairo_surface_t *surface,
              cairo_pdf_metadata_t which,
              const char *text)
{
  if (text != NULL)
    cairo_pdf_surface_set_metadata (surface, which, text);
}

static void
set_info (cairo_surface_t *surface,
          const LicetDocumentInfo *info)
{
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, info->keywords);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Licet " LICET_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, info->moment);
  set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, info->moment);
}

static cairo_status_t
take_bytes_cb (void *closure,
               const unsigned char *data,
               unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
draw (LicetPages *pages,
      const LicetDocumentInfo *info,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes_cb, bytes,
                                                                  pages->width, pages->height);
  cairo_t *cr;
  cairo_status_t status;
  gboolean is_cancelled = FALSE;

  /* In this version all objects stand open in the file, so that what a paper says of itself can be
   * read without a library. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_info (surface, info);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < pages->pages->len && !is_cancelled; i++) {
    is_cancelled = g_cancellable_is_cancelled (cancellable);
    draw_page (cr, pages, info, i + 1);
    /* Closed behind the last page, the tag would open one more, with nothing on it. */
    if (i + 1 == pages->pages->len || is_cancelled)
      cairo_tag_end (cr, "Document");
    cairo_show_page (cr);
  }
  add_outline (surface, pages);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (is_cancelled) {
    g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED,
                 "the work was stopped; nothing was written");
    return NULL;
  }
  if (status != CAIRO_STATUS_SUCCESS) {
    g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_RENDER,
                 "“%s” cannot be drawn: %s; report this", info->title,
                 cairo_status_to_string (status));
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

GBytes *
licet_document_render (LicetDocument *document,
                       const char *paper,
                       GCancellable *cancellable,
                       guint *ret_pages,
                       GError **error)
{
  g_autoptr (LicetPages) pages = NULL;
  g_autoptr (GBytes) drawn = NULL;

  g_return_val_if_fail (document != NULL && paper != NULL, NULL);

  pages = _licet_pages_new (paper, error);
  if (pages == NULL || !_licet_pages_set (pages, document, cancellable, error))
    return NULL;
  drawn = draw (pages, licet_document_get_info (document), cancellable, error);
  if (drawn == NULL)
    return NULL;
  if (ret_pages != NULL)
    *ret_pages = pages->pages->len;
  return _licet_pdf_add_language (drawn, "en");
}
