/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-json-scan"

#include "config.h"

#include "licet-json-scan.h"

#include <string.h>

#define MAX_DEPTH 64
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef struct {
  const char *at;
  const char *end;
  guint line;
  guint depth;
  char *reason;

  /* When a place is looked for: the pointer of the value being read, what is wanted, and the best line so far. */
  GString *pointer;
  const char *wanted;
  guint found;
} Scanner;

static gboolean scan_value (Scanner *scanner);

static gboolean
fault (Scanner *scanner,
       const char *reason)
{
  if (scanner->reason == NULL)
    scanner->reason = g_strdup (reason);
  return FALSE;
}

static void
skip_blanks (Scanner *scanner)
{
  while (scanner->at < scanner->end && strchr (" \t\r\n", *scanner->at) != NULL &&
         *scanner->at != '\0') {
    if (*scanner->at == '\n')
      scanner->line++;
    scanner->at++;
  }
}

static gboolean
take (Scanner *scanner,
      char c)
{
  if (scanner->at >= scanner->end || *scanner->at != c)
    return FALSE;
  scanner->at++;
  return TRUE;
}

static gboolean
scan_code_unit (Scanner *scanner,
                guint *ret_unit)
{
  guint unit = 0;

  if (scanner->end - scanner->at < 4)
    return fault (scanner, "\\u is not followed by four hexadecimal digits; write four, or "
                           "double the backslash");
  for (guint i = 0; i < 4; i++) {
    int digit = g_ascii_xdigit_value (*scanner->at++);

    if (digit < 0)
      return fault (scanner, "\\u is not followed by four hexadecimal digits; write four, or "
                           "double the backslash");
    unit = unit * 16 + (guint) digit;
  }
  *ret_unit = unit;
  return TRUE;
}

/* A character beyond the first plane is two units, the high one first; a NUL would cut the text short. */
static gboolean
scan_unicode (Scanner *scanner)
{
  guint unit = 0;

  if (!scan_code_unit (scanner, &unit))
    return FALSE;
  if (unit == 0)
    return fault (scanner, "a text holds the character NUL; take it out");
  if (unit >= 0xd800 && unit <= 0xdbff) {
    if (!take (scanner, '\\') || !take (scanner, 'u'))
      return fault (scanner, "half a character stands alone; write both of its \\u escapes");
    if (!scan_code_unit (scanner, &unit))
      return FALSE;
    if (unit < 0xdc00 || unit > 0xdfff)
      return fault (scanner, "half a character stands alone; write both of its \\u escapes");
    return TRUE;
  }
  if (unit >= 0xdc00 && unit <= 0xdfff)
    return fault (scanner, "half a character stands alone; write both of its \\u escapes");
  return TRUE;
}

static gboolean
scan_escape (Scanner *scanner)
{
  char c = scanner->at < scanner->end ? *scanner->at++ : '\0';

  if (c == 'u')
    return scan_unicode (scanner);
  if (c == '\0' || strchr ("\"\\/bfnrt", c) == NULL)
    return fault (scanner, "a backslash is followed by no known escape; double it or take it out");
  return TRUE;
}

static gboolean
scan_string (Scanner *scanner,
             char **ret_raw)
{
  const char *start = ++scanner->at;

  while (scanner->at < scanner->end) {
    char c = *scanner->at++;

    if (c == '"') {
      if (ret_raw != NULL)
        *ret_raw = g_strndup (start, (gsize) (scanner->at - 1 - start));
      return TRUE;
    }
    if ((guchar) c < 0x20)
      return fault (scanner, "a text is not closed on its line; end it with a quotation mark, or "
                             "write line breaks as \\n");
    if (c == '\\' && !scan_escape (scanner))
      return FALSE;
  }
  return fault (scanner, "a text is not closed; end it with a quotation mark");
}

static gboolean
scan_digits (Scanner *scanner)
{
  const char *start = scanner->at;

  while (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
    scanner->at++;
  return scanner->at > start;
}

static gboolean
scan_number (Scanner *scanner)
{
  const char *start = scanner->at;

  (void) take (scanner, '-');
  if (take (scanner, '0')) {
    if (scanner->at < scanner->end && g_ascii_isdigit (*scanner->at))
      return fault (scanner, "a number begins with a zero too many; take it out");
  } else if (!scan_digits (scanner)) {
    return fault (scanner, "a sign is not followed by digits; write some, or take it out");
  }
  if (take (scanner, '.') && !scan_digits (scanner))
    return fault (scanner, "a decimal point is not followed by digits; write some, or take it out");
  if (scanner->at < scanner->end && (*scanner->at == 'e' || *scanner->at == 'E')) {
    scanner->at++;
    if (!take (scanner, '-'))
      (void) take (scanner, '+');
    if (!scan_digits (scanner))
      return fault (scanner, "an exponent has no digits; write some, or take it out");
  }
  if (scanner->at - start > 30)
    return fault (scanner, "a number has more than 30 characters; write it as a text");
  return TRUE;
}

static gboolean
scan_word (Scanner *scanner,
           const char *word)
{
  gsize length = strlen (word);

  if ((gsize) (scanner->end - scanner->at) < length || strncmp (scanner->at, word, length) != 0)
    return fault (scanner, "here stands neither a text, a number, a list, an object, true, false "
                           "nor null; texts need quotation marks");
  scanner->at += length;
  return TRUE;
}

static void
append_step (Scanner *scanner,
             const char *step)
{
  if (scanner->pointer == NULL)
    return;
  g_string_append_c (scanner->pointer, '/');
  for (; *step != '\0'; step++) {
    if (*step == '~')
      g_string_append (scanner->pointer, "~0");
    else if (*step == '/')
      g_string_append (scanner->pointer, "~1");
    else
      g_string_append_c (scanner->pointer, *step);
  }
}

static void
note_place (Scanner *scanner)
{
  gsize length;

  if (scanner->pointer == NULL)
    return;
  length = scanner->pointer->len;
  /* Values are met from the outside in: the last that is the wanted one or holds it is the deepest. */
  if (strncmp (scanner->wanted, scanner->pointer->str, length) == 0 &&
      (scanner->wanted[length] == '\0' || scanner->wanted[length] == '/'))
    scanner->found = scanner->line;
}

static gboolean
scan_member (Scanner *scanner,
             GHashTable *seen)
{
  gsize length = scanner->pointer != NULL ? scanner->pointer->len : 0;
  char *name = NULL;

  if (scanner->at >= scanner->end || *scanner->at != '"')
    return fault (scanner, "the name of a member is missing; write it in quotation marks, and no "
                           "comma behind the last one");
  if (!scan_string (scanner, &name))
    return FALSE;
  append_step (scanner, name);
  if (!g_hash_table_add (seen, name)) {
    g_autofree char *reason =
        g_strdup_printf ("the member “%s” is there twice; take one out", name);

    return fault (scanner, reason);
  }
  skip_blanks (scanner);
  if (!take (scanner, ':'))
    return fault (scanner, "the name of a member is not followed by a colon; write "
                           "one");
  if (!scan_value (scanner))
    return FALSE;
  if (scanner->pointer != NULL)
    g_string_truncate (scanner->pointer, length);
  return TRUE;
}

static gboolean
scan_object (Scanner *scanner)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  scanner->at++;
  skip_blanks (scanner);
  if (take (scanner, '}'))
    return TRUE;
  for (;;) {
    skip_blanks (scanner);
    if (!scan_member (scanner, seen))
      return FALSE;
    skip_blanks (scanner);
    if (take (scanner, '}'))
      return TRUE;
    if (!take (scanner, ','))
      return fault (scanner, "a comma or a closing brace is missing; write the one that "
                             "belongs here");
  }
}

static gboolean
scan_array (Scanner *scanner)
{
  gsize length = scanner->pointer != NULL ? scanner->pointer->len : 0;

  scanner->at++;
  skip_blanks (scanner);
  if (take (scanner, ']'))
    return TRUE;
  for (guint i = 0;; i++) {
    g_autofree char *step = g_strdup_printf ("%u", i);

    append_step (scanner, step);
    if (!scan_value (scanner))
      return FALSE;
    if (scanner->pointer != NULL)
      g_string_truncate (scanner->pointer, length);
    skip_blanks (scanner);
    if (take (scanner, ']'))
      return TRUE;
    if (!take (scanner, ','))
      return fault (scanner, "a comma or a closing bracket is missing; write the one that "
                             "belongs here");
  }
}

static gboolean
scan_value (Scanner *scanner)
{
  gboolean is_sound;

  skip_blanks (scanner);
  if (scanner->at >= scanner->end)
    return fault (scanner,
                  "the document ends too early; complete it, or take the whole file again");
  if (++scanner->depth > MAX_DEPTH)
    return fault (scanner, "the document is more than 64 levels deep; make it flatter");
  note_place (scanner);
  switch (*scanner->at) {
  case '{':
    is_sound = scan_object (scanner);
    break;
  case '[':
    is_sound = scan_array (scanner);
    break;
  case '"':
    is_sound = scan_string (scanner, NULL);
    break;
  case 't':
    is_sound = scan_word (scanner, "true");
    break;
  case 'f':
    is_sound = scan_word (scanner, "false");
    break;
  case 'n':
    is_sound = scan_word (scanner, "null");
    break;
  default:
    is_sound = *scanner->at == '-' || g_ascii_isdigit (*scanner->at) ? scan_number (scanner)
                                                                     : scan_word (scanner, "true");
  }
  scanner->depth--;
  return is_sound;
}

gboolean
licet_json_scan (const char *text,
                 gsize length,
                 guint *ret_line,
                 char **ret_reason)
{
  Scanner scanner = { .at = text, .end = text + length, .line = 1 };
  const char *invalid;

  if (!g_utf8_validate_len (text, length, &invalid)) {
    guint line = 1;

    for (const char *p = text; p < invalid; p++)
      line += *p == '\n';
    *ret_line = line;
    *ret_reason = g_strdup ("the text is not UTF-8; save the file as UTF-8");
    return FALSE;
  }
  if (length >= strlen (BYTE_ORDER_MARK) &&
      memcmp (text, BYTE_ORDER_MARK, strlen (BYTE_ORDER_MARK)) == 0) {
    (void) fault (&scanner, "a byte order mark stands before the document; save it without one");
  } else if (scan_value (&scanner)) {
    skip_blanks (&scanner);
    if (scanner.at == scanner.end)
      return TRUE;
    (void) fault (&scanner, "something stands behind the end of the document; take it out");
  }
  *ret_line = scanner.line;
  *ret_reason = g_steal_pointer (&scanner.reason);
  return FALSE;
}

guint
licet_json_find_line (const char *text,
                      gsize length,
                      const char *pointer)
{
  g_autoptr (GString) path = g_string_new (NULL);
  Scanner scanner = {
    .at = text, .end = text + length, .line = 1, .pointer = path, .wanted = pointer, .found = 1
  };

  (void) scan_value (&scanner);
  g_free (scanner.reason);
  return scanner.found;
}
