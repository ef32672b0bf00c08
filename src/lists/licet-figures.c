/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-figures"

#include "config.h"

#include "licet-reading-private.h"

#include <string.h>

/* The next number in @text as a decimal; "5 x 10^13" is one. Returns where it ends, or NULL when there is none. */
static const char *
next_number (const char *text,
             LicetDecimal *ret_number)
{
  while (*text != '\0') {
    g_autoptr (GString) digits = g_string_new (NULL);

    text += strcspn (text, "0123456789");
    while (g_ascii_isdigit (*text) ||
           (*text == '.' && g_ascii_isdigit (text[1]) && strchr (digits->str, '.') == NULL))
      g_string_append_c (digits, *text++);
    if (*text == 'e' &&
        (g_ascii_isdigit (text[1]) || (text[1] == '-' && g_ascii_isdigit (text[2]))))
      text++;
    else if (g_str_has_prefix (text, " x 10^") || g_str_has_prefix (text, " × 10^"))
      text = strchr (text, '^') + 1;
    else if (digits->len > 0 && licet_decimal_parse (digits->str, ret_number, NULL))
      return text;
    else
      continue;
    g_string_append_c (digits, 'e');
    if (*text == '-')
      g_string_append_c (digits, *text++);
    while (g_ascii_isdigit (*text))
      g_string_append_c (digits, *text++);
    if (licet_decimal_parse (digits->str, ret_number, NULL))
      return text;
  }
  return NULL;
}

static gboolean
has_number (const char *text,
            const LicetDecimal *number)
{
  LicetDecimal found;

  while (text != NULL && (text = next_number (text, &found)) != NULL)
    if (licet_decimal_equal (&found, number))
      return TRUE;
  return FALSE;
}

gboolean
_licet_reading_check_figures (LicetReading *reading,
                              const LicetJsonPlace *place,
                              const char *const *figures,
                              const char *question,
                              const char *words)
{
  for (guint i = 0; figures[i] != NULL; i++) {
    LicetDecimal number;

    if (next_number (figures[i], &number) == NULL)
      return _licet_defects_add (reading->defects, place,
                                 "the figure “%s” has no number; write the number with its unit",
                                 figures[i]);
    if (!has_number (question, &number) && !has_number (words, &number))
      return _licet_defects_add (reading->defects, place,
                                 "the figure “%s” is not in the words; say it there or take it out",
                                 figures[i]);
  }
  return TRUE;
}
