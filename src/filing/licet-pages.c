/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-pages"

#include "config.h"

#include "licet-pages-private.h"

#include <string.h>

#define FAMILY "Sans"
#define SIDE_MARGIN 62.0
#define TOP_MARGIN 82.0
#define BOTTOM_MARGIN 70.0
#define RULE_WIDTH 0.6
/* Room between a shape and the word after it. */
#define MARK_WIDTH 12.0
/* A text longer than this many characters is cut; the whole of it stands in the case file. */
#define MAX_TEXT 40000
#define CUT "… (cut here; the whole text stands in case.json)"
/* Breaking one paragraph into lines takes time by the square of its length: a longer one is set in
 * parts. */
#define PART 1000
/* A row up to this share of a page is kept in one piece. */
#define WHOLE_SHARE 0.34

typedef struct {
  const char *name;
  double width;
  double height;
} Paper;

static const Paper papers[] = {
  { "a4", 595.276, 841.89 },
  { "letter", 612.0, 792.0 },
};

typedef struct {
  double size;
  PangoWeight weight;
  double spacing;
} Face;

/* Sizes for a family with a large x-height; a narrower one only leaves more air. */
static const Face faces[] = {
  [LICET_FACE_TITLE] = { 16.5, PANGO_WEIGHT_BOLD, 1.05 },
  [LICET_FACE_HEADING] = { 11.0, PANGO_WEIGHT_BOLD, 1.1 },
  [LICET_FACE_SUBHEADING] = { 9.2, PANGO_WEIGHT_BOLD, 1.1 },
  [LICET_FACE_LEAD] = { 10.2, PANGO_WEIGHT_NORMAL, 1.15 },
  [LICET_FACE_BODY] = { 8.6, PANGO_WEIGHT_NORMAL, 1.12 },
  [LICET_FACE_STRONG] = { 8.6, PANGO_WEIGHT_BOLD, 1.12 },
  [LICET_FACE_STRUCK] = { 8.6, PANGO_WEIGHT_NORMAL, 1.12 },
  [LICET_FACE_SMALL] = { 7.4, PANGO_WEIGHT_NORMAL, 1.1 },
  [LICET_FACE_SMALL_STRONG] = { 7.4, PANGO_WEIGHT_BOLD, 1.1 },
};

static const Paper *
find_paper (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_str_equal (papers[i].name, name))
      return &papers[i];
  return NULL;
}

static void
clear_op (gpointer data)
{
  LicetOp *op = data;

  g_clear_pointer (&op->line, pango_layout_line_unref);
}

static void
clear_stack_line (gpointer data)
{
  LicetStackLine *line = data;

  g_clear_pointer (&line->line, pango_layout_line_unref);
}

static GArray *
get_page (LicetPages *pages)
{
  return g_ptr_array_index (pages->pages, pages->pages->len - 1);
}

/* Text as it is printed by any machine: no hinting, so that widths do not depend on a screen. */
static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en"));
  return context;
}

static gboolean
check_font (PangoContext *context,
            GError **error)
{
  PangoFontDescription *description = pango_font_description_from_string (FAMILY " 9");
  g_autoptr (GObject) font = (GObject *) pango_context_load_font (context, description);

  pango_font_description_free (description);
  if (font == NULL)
    g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_RENDER,
                 "no font can be found to print with; install one, for instance DejaVu Sans");
  return font != NULL;
}

LicetPages *
_licet_pages_new (const char *paper,
                  GError **error)
{
  const Paper *found = find_paper (paper);
  g_autoptr (LicetPages) pages = NULL;

  if (found == NULL) {
    g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_RENDER,
                 "“%s” is no paper that is known; use a4 or letter", paper);
    return NULL;
  }
  pages = g_new0 (LicetPages, 1);
  pages->context = make_context ();
  pages->width = found->width;
  pages->height = found->height;
  pages->left = SIDE_MARGIN;
  pages->right = found->width - SIDE_MARGIN;
  pages->top = TOP_MARGIN;
  pages->bottom = found->height - BOTTOM_MARGIN;
  pages->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  pages->bookmarks = g_array_new (FALSE, TRUE, sizeof (LicetBookmark));
  pages->layouts = g_ptr_array_new_with_free_func (g_object_unref);
  pages->open = g_ptr_array_new ();
  _licet_pages_break (pages);
  return check_font (pages->context, error) ? g_steal_pointer (&pages) : NULL;
}

void
_licet_pages_free (LicetPages *pages)
{
  if (pages == NULL)
    return;
  g_ptr_array_unref (pages->pages);
  g_ptr_array_unref (pages->layouts);
  g_ptr_array_unref (pages->open);
  g_array_unref (pages->bookmarks);
  g_object_unref (pages->context);
  g_free (pages);
}

static void
add_tag (LicetPages *pages,
         LicetOpType type,
         const char *tag)
{
  LicetOp op = { .type = type, .tag = tag };

  _licet_pages_add (pages, &op);
}

void
_licet_pages_break (LicetPages *pages)
{
  GArray *page = g_array_new (FALSE, TRUE, sizeof (LicetOp));

  for (guint i = pages->open->len; i > 0; i--)
    add_tag (pages, LICET_OP_END, g_ptr_array_index (pages->open, i - 1));
  g_array_set_clear_func (page, clear_op);
  g_ptr_array_add (pages->pages, page);
  pages->y = pages->top;
  for (guint i = 0; i < pages->open->len; i++)
    add_tag (pages, LICET_OP_BEGIN, g_ptr_array_index (pages->open, i));
}

double
_licet_pages_get_room (LicetPages *pages)
{
  return pages->bottom - pages->y;
}

gboolean
_licet_pages_is_fresh (LicetPages *pages)
{
  return pages->y <= pages->top;
}

void
_licet_pages_add (LicetPages *pages,
                  const LicetOp *op)
{
  LicetOp copy = *op;

  if (copy.line != NULL)
    pango_layout_line_ref (copy.line);
  g_array_append_val (get_page (pages), copy);
}

void
_licet_pages_add_tag (LicetPages *pages,
                      LicetOpType type,
                      const char *tag)
{
  g_assert (type == LICET_OP_BEGIN || type == LICET_OP_END);

  if (type == LICET_OP_BEGIN)
    g_ptr_array_add (pages->open, (gpointer) tag);
  else
    g_ptr_array_set_size (pages->open, (int) pages->open->len - 1);
  add_tag (pages, type, tag);
}

void
_licet_pages_add_rule (LicetPages *pages,
                       double y)
{
  LicetOp op = {
    .type = LICET_OP_FILL,
    .x = pages->left,
    .y = y,
    .width = pages->right - pages->left,
    .height = RULE_WIDTH,
    .ink = LICET_INK_RULE,
  };

  _licet_pages_add (pages, &op);
}

PangoLayout *
_licet_pages_make_layout (LicetPages *pages,
                          LicetFace face,
                          const char *text,
                          double width)
{
  PangoLayout *layout = pango_layout_new (pages->context);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, FAMILY);
  pango_font_description_set_weight (description, faces[face].weight);
  pango_font_description_set_absolute_size (description, faces[face].size * PANGO_SCALE);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, (int) (MAX (width, 1.0) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  if (face == LICET_FACE_STRUCK) {
    PangoAttrList *attributes = pango_attr_list_new ();

    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
    pango_layout_set_attributes (layout, attributes);
    pango_attr_list_unref (attributes);
  }
  g_ptr_array_add (pages->layouts, layout);
  return layout;
}

void
_licet_stack_init (LicetStack *stack,
                   const char *tag,
                   double x,
                   double width)
{
  *stack = (LicetStack) { .tag = tag, .x = x, .width = width };
  stack->lines = g_array_new (FALSE, TRUE, sizeof (LicetStackLine));
  g_array_set_clear_func (stack->lines, clear_stack_line);
}

void
_licet_stack_clear (LicetStack *stack)
{
  g_clear_pointer (&stack->lines, g_array_unref);
}

/* How many bytes of @text make the next part: up to a line break, or to the last blank of a long
 * paragraph. */
static gsize
measure_part (const char *text)
{
  const char *end = strchr (text, '\n');
  const char *limit;
  gsize length = end != NULL ? (gsize) (end - text) : strlen (text);

  if (length <= PART)
    return length;
  limit = g_utf8_find_prev_char (text, text + PART);
  for (const char *blank = limit; blank > text; blank--)
    if (*blank == ' ')
      return (gsize) (blank - text) + 1;
  return (gsize) (limit - text);
}

static void
add_part (LicetStack *stack,
          LicetPages *pages,
          LicetFace face,
          LicetInk ink,
          const char *text)
{
  double indent = stack->mark != LICET_MARK_NONE ? MARK_WIDTH : 0;
  PangoLayout *layout = _licet_pages_make_layout (pages, face, text, stack->width - indent);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do {
    LicetStackLine line = { .ink = ink };
    PangoRectangle logical;
    double height;

    pango_layout_iter_get_line_extents (iter, NULL, &logical);
    height = (double) logical.height / PANGO_SCALE;
    line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
    line.x = indent + (double) logical.x / PANGO_SCALE;
    line.height = height * faces[face].spacing;
    line.baseline = (double) (pango_layout_iter_get_baseline (iter) - logical.y) / PANGO_SCALE +
                    (line.height - height) / 2;
    g_array_append_val (stack->lines, line);
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

void
_licet_stack_add (LicetStack *stack,
                  LicetPages *pages,
                  LicetFace face,
                  LicetInk ink,
                  const char *text)
{
  g_autofree char *cut = NULL;
  const char *rest = text;

  if (g_utf8_strlen (text, -1) > MAX_TEXT) {
    g_autofree char *begin = g_utf8_substring (text, 0, MAX_TEXT);

    cut = g_strconcat (begin, CUT, NULL);
    rest = cut;
  }
  do {
    gsize length = measure_part (rest);
    g_autofree char *part = g_strndup (rest, length);

    add_part (stack, pages, face, ink, part);
    rest += length;
    if (*rest == '\n')
      rest++;
  } while (*rest != '\0');
}

double
_licet_stack_get_height (const LicetStack *stack)
{
  double height = 0;

  for (guint i = stack->next; i < stack->lines->len; i++)
    height += g_array_index (stack->lines, LicetStackLine, i).height;
  return height;
}

/* Puts the lines of @stack that fit into @room, at least one on a fresh page. Returns the height
 * used. */
static double
put_lines (LicetPages *pages,
           LicetStack *stack,
           double room)
{
  double used = 0;

  _licet_pages_add_tag (pages, LICET_OP_BEGIN, stack->tag);
  while (stack->next < stack->lines->len) {
    const LicetStackLine *line = &g_array_index (stack->lines, LicetStackLine, stack->next);
    LicetOp op = {
      .type = LICET_OP_LINE,
      .x = stack->x + line->x,
      .y = pages->y + used + line->baseline,
      .ink = line->ink,
      .line = line->line,
    };

    if (used + line->height > room && (used > 0 || !_licet_pages_is_fresh (pages)))
      break;
    if (stack->next == 0 && stack->mark != LICET_MARK_NONE) {
      LicetOp shape = { .type = LICET_OP_MARK, .x = stack->x, .y = op.y, .mark = stack->mark };

      _licet_pages_add (pages, &shape);
    }
    _licet_pages_add (pages, &op);
    used += line->height;
    stack->next++;
  }
  _licet_pages_add_tag (pages, LICET_OP_END, stack->tag);
  return used;
}

static gboolean
has_more (const LicetStack *stacks,
          guint n_stacks)
{
  for (guint i = 0; i < n_stacks; i++)
    if (stacks[i].next < stacks[i].lines->len)
      return TRUE;
  return FALSE;
}

static double
get_row_height (const LicetStack *stacks,
                guint n_stacks)
{
  double height = 0;

  for (guint i = 0; i < n_stacks; i++) {
    double here = _licet_stack_get_height (&stacks[i]);

    height = MAX (height, here);
  }
  return height;
}

void
_licet_pages_put_row (LicetPages *pages,
                      LicetStack *stacks,
                      guint n_stacks,
                      LicetBreak on_break,
                      gpointer user_data)
{
  double height = get_row_height (stacks, n_stacks);

  if (height > _licet_pages_get_room (pages) &&
      height <= (pages->bottom - pages->top) * WHOLE_SHARE) {
    _licet_pages_break (pages);
    if (on_break != NULL)
      on_break (pages, user_data);
  }
  while (has_more (stacks, n_stacks)) {
    double room = _licet_pages_get_room (pages);
    double used = 0;

    for (guint i = 0; i < n_stacks; i++) {
      double here = put_lines (pages, &stacks[i], room);

      used = MAX (used, here);
    }
    pages->y += used;
    if (has_more (stacks, n_stacks)) {
      _licet_pages_break (pages);
      if (on_break != NULL)
        on_break (pages, user_data);
    }
  }
}
