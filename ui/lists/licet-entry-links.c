/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-entry-links"

#include "config.h"

#include "licet-entry-links.h"

#include <string.h>

/* A place in a text that becomes a link. */
typedef struct {
  gsize start;
  gsize end;
  char *uri;
} Span;

static void
clear_span (gpointer data)
{
  g_free (((Span *) data)->uri);
}

static gboolean
overlaps (GArray *spans,
          gsize start,
          gsize end)
{
  for (guint i = 0; i < spans->len; i++) {
    const Span *span = &g_array_index (spans, Span, i);

    if (start < span->end && end > span->start)
      return TRUE;
  }
  return FALSE;
}

static void
add_codes (GArray *spans,
           const LicetNode *node,
           const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("\\b[0-9][A-Z][0-9]{3}(\\.[a-z0-9]+)*\\b",
                                          G_REGEX_OPTIMIZE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL)) {
    g_autofree char *code = g_match_info_fetch (match, 0);
    const LicetNode *target = licet_control_list_find (node->list, code);
    int start = 0;
    int end = 0;

    /* What names its own entry or a place above leads nowhere new. */
    if (target == NULL || licet_code_covers (target->full, node->full))
      continue;
    if (g_match_info_fetch_pos (match, 0, &start, &end)) {
      Span span = { (gsize) start, (gsize) end, g_strconcat ("code:", target->full, NULL) };

      g_array_append_val (spans, span);
    }
  }
}

static gboolean
is_in_word (gunichar c)
{
  return g_unichar_isalnum (c) || c == '-';
}

/* Where @word stands in @text as a word of its own, its case aside; ASCII is all that terms are written in. */
static const char *
find_word (const char *text,
           const char *word)
{
  gsize length = strlen (word);

  if (length == 0)
    return NULL;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    if (g_ascii_strncasecmp (p, word, length) != 0)
      continue;
    if (p > text && is_in_word (g_utf8_get_char (g_utf8_prev_char (p))))
      continue;
    if (p[length] != '\0' && is_in_word (g_utf8_get_char (p + length)))
      continue;
    return p;
  }
  return NULL;
}

static gboolean
add_word (GArray *spans,
          const LicetTerm *term,
          const char *text,
          const char *word)
{
  const char *found = find_word (text, word);
  gsize start;

  if (found == NULL)
    return FALSE;
  start = (gsize) (found - text);
  if (overlaps (spans, start, start + strlen (word)))
    return FALSE;
  else {
    Span span = { start, start + strlen (word), g_strconcat ("term:", term->id, NULL) };

    g_array_append_val (spans, span);
  }
  return TRUE;
}

static void
add_terms (GArray *spans,
           const LicetNode *node,
           const char *text,
           GHashTable *seen)
{
  g_autoptr (GPtrArray) terms = licet_node_dup_terms (node);

  for (guint i = 0; i < terms->len; i++) {
    const LicetTerm *term = g_ptr_array_index (terms, i);
    gboolean is_found;

    if (g_hash_table_contains (seen, term))
      continue;
    is_found = add_word (spans, term, text, term->term);
    for (guint j = 0; !is_found && term->aliases != NULL && term->aliases[j] != NULL; j++)
      is_found = add_word (spans, term, text, term->aliases[j]);
    if (is_found)
      g_hash_table_add (seen, (gpointer) term);
  }
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  gsize first = ((const Span *) a)->start;
  gsize second = ((const Span *) b)->start;

  return first < second ? -1 : first > second;
}

static void
append_escaped (GString *markup,
                const char *text,
                gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize) length);

  g_string_append (markup, escaped);
}

char *
licet_entry_links_dup_markup (const LicetNode *node,
                              const char *text,
                              GHashTable *seen)
{
  g_autoptr (GArray) spans = NULL;
  GString *markup;
  gsize done = 0;

  g_return_val_if_fail (node != NULL && text != NULL && seen != NULL, NULL);

  spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_array_set_clear_func (spans, clear_span);
  add_codes (spans, node, text);
  add_terms (spans, node, text, seen);
  g_array_sort (spans, compare_spans);

  markup = g_string_new (NULL);
  for (guint i = 0; i < spans->len; i++) {
    const Span *span = &g_array_index (spans, Span, i);

    append_escaped (markup, text + done, span->start - done);
    g_string_append_printf (markup, "<a href=\"%s\">", span->uri);
    append_escaped (markup, text + span->start, span->end - span->start);
    g_string_append (markup, "</a>");
    done = span->end;
  }
  append_escaped (markup, text + done, strlen (text) - done);
  return g_string_free (markup, FALSE);
}

const LicetTerm *
licet_entry_links_find_term (const LicetControlList *list,
                             const char *id)
{
  guint n = 0;
  const LicetTerm *terms;

  g_return_val_if_fail (list != NULL && id != NULL, NULL);

  terms = licet_control_list_get_terms (list, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (terms[i].id, id))
      return &terms[i];
  return NULL;
}
