/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-code"

#include "config.h"

#include "licet-search-private.h"

#include <string.h>

/* "3A001" is a category and group, and three digits. */
#define GROUP 2
#define DIGITS 3
#define MAX_CODE 64

/* What was typed, taken apart. */
typedef struct {
  char *list;          /* NULL for any */
  char group[GROUP + 1]; /* as far as it was typed, in capitals */
  char digits[DIGITS + 1];
  const char *path;    /* what comes behind, without leading points */
  char *text;
} Code;

static void
clear_code (Code *code)
{
  g_free (code->list);
  g_free (code->text);
}

/* The text without blanks, in small letters; a list's id before a colon goes to @list. */
static char *
squeeze (const char *text,
         char **list)
{
  const char *colon = strchr (text, ':');
  GString *out = g_string_new (NULL);

  if (colon != NULL) {
    *list = g_strstrip (g_strndup (text, (gsize) (colon - text)));
    text = colon + 1;
  }
  for (const char *p = text; *p != '\0' && out->len <= MAX_CODE; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (out, g_ascii_tolower (*p));
  return g_string_free (out, FALSE);
}

/* Whether the text is a code or its beginning. */
static gboolean
parse_code (const char *text,
            Code *code)
{
  const char *p;
  guint n = 0;

  code->text = squeeze (text, &code->list);
  p = code->text;
  if (strlen (p) > MAX_CODE || !g_ascii_isdigit (*p))
    return FALSE;
  code->group[0] = *p++;
  if (g_ascii_isalpha (*p))
    code->group[1] = g_ascii_toupper (*p++);
  while (code->group[1] != '\0' && n < DIGITS && g_ascii_isdigit (*p))
    code->digits[n++] = *p++;
  code->path = p;
  if (*p == '\0')
    return TRUE;
  /* A path needs a whole entry before it, and letters, digits and points are all it can have. */
  return n > 0 && strspn (p, "abcdefghijklmnopqrstuvwxyz0123456789.") == strlen (p) &&
         !g_ascii_isdigit (*p);
}

/* Whether @number ("001") is what was typed ("1", "001"). */
static gboolean
is_number (const char *number,
           const char *typed)
{
  gsize length = strlen (typed);

  return length > 0 && g_str_has_suffix (number, typed) &&
         strspn (number, "0") >= strlen (number) - length;
}

/* 2 when the entry is the one that was typed, 1 when its code begins so, 0 when it is another. */
static guint
rate_entry (const LicetNode *entry,
            const Code *code)
{
  gsize group = strlen (code->group);
  const char *number;

  if (g_ascii_strncasecmp (entry->code, code->group, group) != 0 || strlen (entry->code) < GROUP)
    return 0;
  if (code->digits[0] == '\0')
    return 1;
  number = entry->code + GROUP;
  if (is_number (number, code->digits))
    return 2;
  return *code->path == '\0' && g_str_has_prefix (number, code->digits) ? 1 : 0;
}

/* "5" of the paragraph "a.5". */
static const char *
get_segment (const LicetNode *node)
{
  const char *point = strrchr (node->path, '.');

  return point != NULL ? point + 1 : node->path;
}

/* What is left of @path behind the segment of @node, or NULL when it does not begin with it. */
static const char *
skip_segment (const LicetNode *node,
              const char *path)
{
  const char *segment = get_segment (node);
  gsize length = strlen (segment);
  char next;

  if (g_ascii_strncasecmp (path, segment, length) != 0)
    return NULL;
  next = path[length];
  /* "1" is not the beginning of "10". */
  if (length == 0 || (g_ascii_isdigit (next) && g_ascii_isdigit (segment[length - 1])) ||
      (g_ascii_isalpha (next) && g_ascii_isalpha (segment[length - 1])))
    return NULL;
  return path + length;
}

/* The paragraph below @node that @path names, as far as it can; @ret_left is what is left over. */
static const LicetNode *
follow_path (const LicetNode *node,
             const char *path,
             const char **ret_left)
{
  const LicetNode *best = node;

  while (*path == '.')
    path++;
  *ret_left = path;
  for (guint i = 0; i < node->n_children && *path != '\0'; i++) {
    const char *rest = skip_segment (node->children[i], path);
    const char *left = NULL;
    const LicetNode *found;

    if (rest == NULL)
      continue;
    found = follow_path (node->children[i], rest, &left);
    if (strlen (left) < strlen (*ret_left)) {
      best = found;
      *ret_left = left;
    }
  }
  return best;
}

static LicetHit *
new_hit (const LicetNode *entry,
         const Code *code,
         guint rate)
{
  LicetHit *hit = g_new0 (LicetHit, 1);
  const char *left = "";

  hit->node = follow_path (entry, code->path, &left);
  hit->score = LICET_CODE_SCORE * (rate == 2 ? 1.0 : 0.9);
  if (*left != '\0')
    hit->why = g_strdup_printf ("code; there is nothing “%s” below %s", left, hit->node->full);
  else
    hit->why = g_strdup (rate == 2 ? "code" : "code begins so");
  return hit;
}

GPtrArray *
_licet_search_code (const LicetSearcher *searcher,
                    const char *text)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_hit_free);
  Code code = { NULL };

  if (parse_code (text, &code))
    for (guint i = 0; i < searcher->nodes->len; i++) {
      const LicetNode *entry = g_ptr_array_index (searcher->nodes, i);
      guint rate;

      const char *list = licet_control_list_get_id (entry->list);

      if (entry->parent != NULL ||
          (code.list != NULL && g_ascii_strcasecmp (code.list, list) != 0))
        continue;
      rate = rate_entry (entry, &code);
      if (rate > 0)
        g_ptr_array_add (hits, new_hit (entry, &code, rate));
    }
  clear_code (&code);
  return hits;
}

gboolean
_licet_text_is_whole_code (const char *text)
{
  Code code = { NULL };
  gboolean is_whole = parse_code (text, &code) && strlen (code.digits) == DIGITS;

  clear_code (&code);
  return is_whole;
}
