/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-text"

#include "config.h"

#include "licet-text.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* The longest text that is folded; what is longer is cut, since nobody types or compares it. */
#define MAX_TEXT (1024 * 1024)

static const struct {
  const char *letters;
  const char *pair;
} umlauts[] = {
  { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "Ä", "ae" },
  { "Ö", "oe" }, { "Ü", "ue" }, { "ß", "ss" },
};

static gboolean
is_ascii (const char *text)
{
  for (; *text != '\0'; text++)
    if ((guchar) *text >= 0x80)
      return FALSE;
  return TRUE;
}

/* One transliterator a thread: ICU's are not to be shared without a copy. */
static UTransliterator *
get_transliterator (void)
{
  static GPrivate private = G_PRIVATE_INIT ((GDestroyNotify) utrans_close);
  UTransliterator *transliterator = g_private_get (&private);

  if (transliterator == NULL) {
    static const char rules[] = "NFKD; [:Nonspacing Mark:] Remove; Any-Latin; Latin-ASCII; NFKD; "
                                "[:Nonspacing Mark:] Remove; Lower";
    UChar id[sizeof rules];
    UErrorCode code = U_ZERO_ERROR;

    u_charsToUChars (rules, id, (int32_t) sizeof rules);
    transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &code);
    if (U_FAILURE (code))
      return NULL;
    g_private_set (&private, transliterator);
  }
  return transliterator;
}

static char *
transliterate (const char *text)
{
  UTransliterator *transliterator = get_transliterator ();
  g_autofree gunichar2 *wide = NULL;
  g_autofree UChar *buffer = NULL;
  UErrorCode code = U_ZERO_ERROR;
  glong length = 0;
  int32_t n;
  int32_t limit;
  int32_t capacity;

  wide = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  if (wide == NULL || transliterator == NULL)
    return g_utf8_casefold (text, -1);
  capacity = (int32_t) length * 12 + 64;
  buffer = g_new (UChar, (gsize) capacity);
  memcpy (buffer, wide, (gsize) length * sizeof (UChar));
  n = (int32_t) length;
  limit = n;
  utrans_transUChars (transliterator, buffer, &n, capacity, 0, &limit, &code);
  if (U_FAILURE (code))
    return g_utf8_casefold (text, -1);
  return g_utf16_to_utf8 ((const gunichar2 *) buffer, n, NULL, NULL, NULL);
}

/* Greek mu and the micro sign stand for "micro" in every datasheet, and are typed as "u". */
static char *
replace_micro (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x00b5 || c == 0x03bc || c == 0x039c)
      g_string_append_c (out, 'u');
    else
      g_string_append_len (out, p, g_utf8_next_char (p) - p);
  }
  return g_string_free (out, FALSE);
}

static void
squeeze_blanks (char *text)
{
  char *to = text;
  gboolean is_blank = TRUE;

  for (const char *from = text; *from != '\0'; from++) {
    gboolean is_space = g_ascii_isspace (*from);

    if (!is_space)
      *to++ = *from;
    else if (!is_blank)
      *to++ = ' ';
    is_blank = is_space;
  }
  if (to > text && to[-1] == ' ')
    to--;
  *to = '\0';
}

char *
licet_text_fold (const char *text)
{
  g_autofree char *valid = NULL;
  g_autofree char *plain = NULL;
  char *folded;

  g_return_val_if_fail (text != NULL, NULL);

  if (is_ascii (text)) {
    folded = g_ascii_strdown (text, -1);
    squeeze_blanks (folded);
    return folded;
  }
  valid = g_utf8_make_valid (text, MIN ((gssize) strlen (text), MAX_TEXT));
  plain = replace_micro (valid);
  folded = transliterate (plain);
  squeeze_blanks (folded);
  return folded;
}

char *
licet_text_fold_name (const char *text)
{
  g_autoptr (GString) spelled = NULL;
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  GString *out;

  g_return_val_if_fail (text != NULL, NULL);

  normal = licet_text_normalise (text);
  spelled = g_string_new (normal);
  for (guint i = 0; i < G_N_ELEMENTS (umlauts); i++)
    g_string_replace (spelled, umlauts[i].letters, umlauts[i].pair, 0);
  folded = licet_text_fold (spelled->str);
  out = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p++) {
    if (g_ascii_isalnum (*p))
      g_string_append_c (out, *p);
    else if (*p == '\'') /* "O'Brien" and "OBrien" are one. */
      continue;
    else if (out->len > 0 && out->str[out->len - 1] != ' ')
      g_string_append_c (out, ' ');
  }
  squeeze_blanks (out->str);
  return g_string_free (out, FALSE);
}

char *
licet_text_normalise (const char *text)
{
  g_autofree char *valid = NULL;
  char *normal;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);
  return g_strstrip (normal);
}

GStrv
licet_text_tokens (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folded = NULL;
  const char *p;

  g_return_val_if_fail (text != NULL, NULL);

  folded = licet_text_fold (text);
  for (p = folded; *p != '\0';) {
    const char *start = p;

    if (!g_ascii_isalnum (*p) && (guchar) *p < 0x80) {
      p++;
      continue;
    }
    /* A point inside a number belongs to it: "1.3". */
    while (g_ascii_isalnum (*p) || (guchar) *p >= 0x80 ||
           (*p == '.' && p > start && g_ascii_isdigit (p[-1]) && g_ascii_isdigit (p[1])))
      p++;
    g_strv_builder_take (builder, g_strndup (start, (gsize) (p - start)));
  }
  return g_strv_builder_end (builder);
}

guint
licet_text_length (const char *text)
{
  g_autofree gunichar2 *wide = NULL;
  UErrorCode code = U_ZERO_ERROR;
  UBreakIterator *iterator;
  glong length = 0;
  guint count = 0;

  g_return_val_if_fail (text != NULL, 0);

  if (is_ascii (text))
    return (guint) strlen (text);
  wide = g_utf8_to_utf16 (text, -1, NULL, &length, NULL);
  if (wide == NULL)
    return (guint) strlen (text);
  iterator = ubrk_open (UBRK_CHARACTER, "", (const UChar *) wide, (int32_t) length, &code);
  if (U_FAILURE (code))
    return (guint) g_utf8_strlen (text, -1);
  while (ubrk_next (iterator) != UBRK_DONE)
    count++;
  ubrk_close (iterator);
  return count;
}
