/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-print"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "licet-cli-private.h"

#define DEFAULT_WIDTH 80u
#define MIN_WIDTH 40u
#define MAX_WIDTH 120u

/* Columns of the terminal: what COLUMNS says, else what the terminal says, else 80. */
static guint
find_width (void)
{
  const char *columns = g_getenv ("COLUMNS");
  guint64 width = DEFAULT_WIDTH;
  struct winsize size;

  if (columns != NULL && g_ascii_string_to_unsigned (columns, 10, 1, 10000, &width, NULL))
    return CLAMP ((guint) width, MIN_WIDTH, MAX_WIDTH);
  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    width = size.ws_col;
  return CLAMP ((guint) width, MIN_WIDTH, MAX_WIDTH);
}

static guint
measure (const char *text,
         const char *end)
{
  guint width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_iszerowidth (c))
      continue;
    width += g_unichar_iswide (c) ? 2 : 1;
  }
  return width;
}

/* A stranger's text must not steer the terminal. */
static char *
dup_harmless (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *harmless = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == '\n' || !(g_unichar_iscntrl (c) || g_unichar_type (c) == G_UNICODE_FORMAT))
      g_string_append_unichar (harmless, c);
  }
  return g_string_free (harmless, FALSE);
}

static void
write_text (FILE *stream,
            const char *text)
{
  g_autofree char *harmless = dup_harmless (text);
  g_autofree char *ascii = g_get_charset (NULL) ? NULL : g_str_to_ascii (harmless, "C");

  fputs (ascii != NULL ? ascii : harmless, stream);
}

void
_licet_cli_print (const char *text)
{
  write_text (stdout, text);
}

void
_licet_cli_print_line (const char *format,
                       ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  write_text (stdout, text);
  fputc ('\n', stdout);
}

char *
_licet_cli_wrap (const char *text,
                 guint width,
                 guint used,
                 guint indent)
{
  GString *wrapped = g_string_new (NULL);
  const char *p = text;
  gboolean is_first = TRUE;

  while (*p != '\0') {
    const char *end;
    guint length;

    while (*p == ' ' || *p == '\n')
      p++;
    end = p + strcspn (p, " \n");
    if (end == p)
      break;
    length = measure (p, end);
    if (!is_first && used + 1 + length > width) {
      g_string_append_printf (wrapped, "\n%*s", (int) indent, "");
      used = indent;
    } else if (!is_first) {
      g_string_append_c (wrapped, ' ');
      used++;
    }
    g_string_append_len (wrapped, p, end - p);
    used += length;
    is_first = FALSE;
    p = end;
  }
  return g_string_free (wrapped, FALSE);
}

void
_licet_cli_print_wrapped (const char *first,
                          guint indent,
                          const char *text)
{
  g_autofree char *harmless = dup_harmless (text != NULL ? text : "");
  g_autofree char *wrapped = _licet_cli_wrap (harmless, find_width (),
                                              measure (first, first + strlen (first)), indent);

  _licet_cli_print_line ("%s%s", first, wrapped);
}

void
_licet_cli_print_json (JsonNode *node)
{
  g_autofree char *text = licet_json_serialise_pretty (node);

  fputs (text, stdout);
  if (!g_str_has_suffix (text, "\n"))
    fputc ('\n', stdout);
  json_node_unref (node);
}

LicetCliStatus
_licet_cli_complain (const char *file,
                     const GError *error)
{
  g_autofree char *message = g_strdelimit (g_strdup (error->message), "\r\n", ' ');
  gsize length = file != NULL ? strlen (file) : 0;
  gboolean is_named = file == NULL ||
                      (strncmp (message, file, length) == 0 && message[length] == ':');
  g_autofree char *line = is_named ? g_strdup_printf ("licet-cli: %s\n", message)
                                   : g_strdup_printf ("licet-cli: %s: %s\n", file, message);

  write_text (stderr, line);
  return LICET_CLI_BAD_INPUT;
}

const char *
_licet_cli_get_truth_word (LicetTruth truth)
{
  switch (truth) {
  case LICET_MET:
    return "met";
  case LICET_NOT_MET:
    return "not met";
  case LICET_UNKNOWN:
  default:
    return "unknown";
  }
}
