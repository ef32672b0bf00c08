/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-decimal"

#include "config.h"

#include "licet-decimal.h"

#include <string.h>

#include "licet-error.h"

#define MAX_DIGITS 30
#define MAX_EXPONENT 60

/* The longest text that still has a chance of being a number within the limits. */
#define MAX_TEXT 200

static gboolean
refuse_text (const char *text,
             GError **error)
{
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_NUMBER,
               "“%.40s” is not a number; write it as 310, -0.25 or 5e13", text);
  return FALSE;
}

static gboolean
refuse_size (GError **error)
{
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_OVERFLOW,
               "the number has more than %d digits or a power of ten beyond %d and cannot be "
               "computed exactly; write it with fewer",
               MAX_DIGITS, MAX_EXPONENT);
  return FALSE;
}

static guint
count_digits (LicetInteger number)
{
  guint digits = 0;

  while (number != 0) {
    number /= 10;
    digits++;
  }
  return digits;
}

/* Takes off trailing zeros and looks at the limits. */
static gboolean
normalise (LicetInteger mantissa,
           gint64 exponent,
           LicetDecimal *ret_decimal,
           GError **error)
{
  if (mantissa == 0) {
    *ret_decimal = (LicetDecimal) { 0, 0 };
    return TRUE;
  }
  while (mantissa % 10 == 0) {
    mantissa /= 10;
    exponent++;
  }
  if (count_digits (mantissa) > MAX_DIGITS || exponent > MAX_EXPONENT || exponent < -MAX_EXPONENT)
    return refuse_size (error);
  *ret_decimal = (LicetDecimal) { mantissa, (int) exponent };
  return TRUE;
}

static gboolean
add_digit (LicetInteger *mantissa,
           char digit)
{
  return !__builtin_mul_overflow (*mantissa, (LicetInteger) 10, mantissa) &&
         !__builtin_add_overflow (*mantissa, (LicetInteger) (digit - '0'), mantissa);
}

static char *
format_digits (LicetInteger number)
{
  char digits[48];
  guint at = sizeof digits - 1;

  digits[at] = '\0';
  do {
    digits[--at] = (char) ('0' + (int) (number % 10));
    number /= 10;
  } while (number != 0);
  return g_strdup (digits + at);
}

/* The digits with @places of them behind the point. */
static char *
format_plain (gboolean is_negative,
              const char *digits,
              int exponent)
{
  GString *text = g_string_new (is_negative ? "-" : "");
  int length = (int) strlen (digits);
  int point = length + exponent;

  if (exponent >= 0) {
    g_string_append (text, digits);
    for (int i = 0; i < exponent; i++)
      g_string_append_c (text, '0');
  } else if (point > 0) {
    g_string_append_len (text, digits, point);
    g_string_append_c (text, '.');
    g_string_append (text, digits + point);
  } else {
    g_string_append (text, "0.");
    for (int i = point; i < 0; i++)
      g_string_append_c (text, '0');
    g_string_append (text, digits);
  }
  return g_string_free (text, FALSE);
}

/* Brings @decimal to the power of ten @exponent, which is not above its own. */
static gboolean
scale_to (const LicetDecimal *decimal,
          int exponent,
          LicetInteger *ret_mantissa)
{
  LicetInteger mantissa = decimal->mantissa;

  for (int i = decimal->exponent; i > exponent && mantissa != 0; i--)
    if (__builtin_mul_overflow (mantissa, (LicetInteger) 10, &mantissa))
      return FALSE;
  *ret_mantissa = mantissa;
  return TRUE;
}

static gboolean
parse_exponent (const char **at,
                gint64 *ret_exponent)
{
  const char *p = *at + 1;
  gboolean is_negative = *p == '-';
  gint64 exponent = 0;

  if (*p == '-' || *p == '+')
    p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    if (exponent < 100000)
      exponent = exponent * 10 + (*p - '0');
  *ret_exponent = is_negative ? -exponent : exponent;
  *at = p;
  return TRUE;
}

gboolean
licet_decimal_parse (const char *text,
                     LicetDecimal *ret_decimal,
                     GError **error)
{
  gboolean is_negative = FALSE;
  LicetInteger mantissa = 0;
  gboolean is_after_point = FALSE;
  gint64 written = 0;
  gint64 exponent = 0;
  guint n_digits = 0;
  const char *p;

  g_return_val_if_fail (text != NULL && ret_decimal != NULL, FALSE);

  if (strlen (text) > MAX_TEXT)
    return refuse_text (text, error);
  p = text;
  if (*p == '-' || *p == '+')
    is_negative = *p++ == '-';
  for (; g_ascii_isdigit (*p) || (*p == '.' && !is_after_point); p++) {
    if (*p == '.') {
      is_after_point = TRUE;
      continue;
    }
    if (!add_digit (&mantissa, *p))
      return refuse_size (error);
    n_digits++;
    exponent -= is_after_point;
  }
  if (n_digits == 0 || p[-1] == '.')
    return refuse_text (text, error);
  if ((*p == 'e' || *p == 'E') && !parse_exponent (&p, &written))
    return refuse_text (text, error);
  if (*p != '\0')
    return refuse_text (text, error);
  return normalise (is_negative ? -mantissa : mantissa, exponent + written, ret_decimal, error);
}

char *
licet_decimal_serialise (const LicetDecimal *decimal)
{
  g_autofree char *digits = NULL;
  g_autofree char *plain = NULL;
  gboolean is_negative;

  g_return_val_if_fail (decimal != NULL, NULL);

  is_negative = decimal->mantissa < 0;
  digits = format_digits (is_negative ? -decimal->mantissa : decimal->mantissa);
  plain = format_plain (is_negative, digits, decimal->exponent);
  if (strlen (plain) <= 21)
    return g_steal_pointer (&plain);
  return g_strdup_printf ("%s%se%d", is_negative ? "-" : "", digits, decimal->exponent);
}

gboolean
licet_decimal_equal (const LicetDecimal *a,
                     const LicetDecimal *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->mantissa == b->mantissa && a->exponent == b->exponent;
}

gboolean
licet_decimal_multiply (const LicetDecimal *a,
                        const LicetDecimal *b,
                        LicetDecimal *ret_product,
                        GError **error)
{
  LicetInteger mantissa;

  g_return_val_if_fail (a != NULL && b != NULL && ret_product != NULL, FALSE);

  if (__builtin_mul_overflow (a->mantissa, b->mantissa, &mantissa))
    return refuse_size (error);
  return normalise (mantissa, (gint64) a->exponent + b->exponent, ret_product, error);
}

gboolean
licet_decimal_add (const LicetDecimal *a,
                   const LicetDecimal *b,
                   LicetDecimal *ret_sum,
                   GError **error)
{
  LicetInteger left;
  LicetInteger right;
  LicetInteger sum;
  int exponent;

  g_return_val_if_fail (a != NULL && b != NULL && ret_sum != NULL, FALSE);

  exponent = MIN (a->exponent, b->exponent);
  if (!scale_to (a, exponent, &left) || !scale_to (b, exponent, &right) ||
      __builtin_add_overflow (left, right, &sum))
    return refuse_size (error);
  return normalise (sum, exponent, ret_sum, error);
}

char *
licet_decimal_format_money (const LicetDecimal *decimal,
                            guint digits)
{
  g_autofree char *figures = NULL;
  g_autofree char *plain = NULL;
  GString *text;
  int places;

  g_return_val_if_fail (decimal != NULL && digits <= 4, NULL);

  figures = format_digits (decimal->mantissa < 0 ? -decimal->mantissa : decimal->mantissa);
  plain = format_plain (decimal->mantissa < 0, figures, decimal->exponent);
  places = decimal->exponent < 0 ? -decimal->exponent : 0;
  text = g_string_new (plain);
  if (places == 0 && digits > 0)
    g_string_append_c (text, '.');
  for (int i = places; i < (int) digits; i++)
    g_string_append_c (text, '0');
  return g_string_free (text, FALSE);
}
