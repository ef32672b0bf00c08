/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-value"

#include "config.h"

#include "licet-value.h"

#include <string.h>

#include "licet-error.h"

#define MAX_TEXT 200

struct _LicetValue {
  gatomicrefcount ref_count;

  LicetEnd lower;
  LicetEnd upper;
  LicetUnit unit;
  gboolean is_not_applicable;
  char *text;
};

G_DEFINE_BOXED_TYPE (LicetValue, licet_value, licet_value_ref, licet_value_unref)

/* Which end a word before a number gives, and whether the number itself belongs to the value. */
typedef enum {
  BOUND_NONE,
  BOUND_AT_LEAST,
  BOUND_MORE,
  BOUND_AT_MOST,
  BOUND_LESS,
} Bound;

/* Longer words first where one begins like another. */
static const struct {
  const char *word;
  Bound bound;
} bounds[] = {
  { "at least", BOUND_AT_LEAST },
  { "not less than", BOUND_AT_LEAST },
  { "no less than", BOUND_AT_LEAST },
  { "minimum", BOUND_AT_LEAST },
  { "min.", BOUND_AT_LEAST },
  { "min ", BOUND_AT_LEAST },
  { ">=", BOUND_AT_LEAST },
  { "≥", BOUND_AT_LEAST },
  { "more than", BOUND_MORE },
  { "greater than", BOUND_MORE },
  { "over", BOUND_MORE },
  { "above", BOUND_MORE },
  { ">", BOUND_MORE },
  { "at most", BOUND_AT_MOST },
  { "not more than", BOUND_AT_MOST },
  { "no more than", BOUND_AT_MOST },
  { "up to", BOUND_AT_MOST },
  { "maximum", BOUND_AT_MOST },
  { "max.", BOUND_AT_MOST },
  { "max ", BOUND_AT_MOST },
  { "<=", BOUND_AT_MOST },
  { "≤", BOUND_AT_MOST },
  { "less than", BOUND_LESS },
  { "under", BOUND_LESS },
  { "below", BOUND_LESS },
  { "<", BOUND_LESS },
};

static const char *const not_applicable_words[] = { "not applicable", "n/a", "does not apply",
                                                    NULL };

static gboolean
refuse (GError **error,
        const char *format,
        ...) G_GNUC_PRINTF (2, 3);

static gboolean
refuse (GError **error,
        const char *format,
        ...)
{
  va_list args;

  va_start (args, format);
  g_propagate_error (error,
                     g_error_new_valist (LICET_CORE_ERROR, LICET_CORE_ERROR_NUMBER, format, args));
  va_end (args);
  return FALSE;
}

/* One sign for every minus, dash and blank that documents use. */
static char *
tidy (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == 0x2212 || c == 0x2010 || c == 0x2011)
      g_string_append_c (out, '-');
    else if (c == 0x2013 || c == 0x2014 || c == 0x2026)
      g_string_append (out, " to ");
    else if (c == 0x00a0 || c == 0x202f || c == 0x2009 || c == '\t' || c == '\n')
      g_string_append_c (out, ' ');
    else
      g_string_append_unichar (out, c);
  }
  return g_strstrip (g_string_free (out, FALSE));
}

static void
skip_blanks (const char **at)
{
  while (**at == ' ')
    (*at)++;
}

static Bound
parse_bound (const char **at)
{
  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++) {
    gsize length = strlen (bounds[i].word);

    if (g_ascii_strncasecmp (*at, bounds[i].word, length) == 0) {
      *at += length;
      skip_blanks (at);
      return bounds[i].bound;
    }
  }
  return BOUND_NONE;
}

/* Whether the blank at @p stands between groups of three digits: "10 000". */
static gboolean
is_group_blank (const char *p)
{
  return p[0] == ' ' && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) &&
         g_ascii_isdigit (p[3]) && !g_ascii_isdigit (p[4]) && p[4] != '.' && p[4] != ',';
}

/* "5e13", "5 x 10^13": the power of ten, added to @digits in the way licet_decimal_parse() reads it. */
static void
take_power (const char **at,
            GString *digits)
{
  const char *p = *at;

  if ((*p == 'e' || *p == 'E') &&
      (g_ascii_isdigit (p[1]) || ((p[1] == '-' || p[1] == '+') && g_ascii_isdigit (p[2])))) {
    g_string_append_c (digits, *p++);
    g_string_append_c (digits, *p++);
    while (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p++);
    *at = p;
    return;
  }
  skip_blanks (&p);
  if (*p == 'x' || *p == '*')
    p++;
  else if (g_str_has_prefix (p, "×"))
    p += strlen ("×");
  else
    return;
  skip_blanks (&p);
  if (!g_str_has_prefix (p, "10^"))
    return;
  p += strlen ("10^");
  g_string_append_c (digits, 'e');
  if (*p == '-' || *p == '+')
    g_string_append_c (digits, *p++);
  while (g_ascii_isdigit (*p))
    g_string_append_c (digits, *p++);
  *at = p;
}

static gboolean
check_comma (const char *digits,
             const char *comma,
             GError **error)
{
  gsize before = (gsize) (comma - digits);
  gsize after = strlen (comma + 1);

  if (strchr (digits, '.') != NULL || strchr (comma + 1, ',') != NULL)
    return refuse (error,
                   "“%s” has several marks; write it with one decimal point and no groups, for "
                   "instance 1300.5",
                   digits);
  /* "1,300" may be one thousand three hundred or one point three. */
  if (after == 3 && before >= 1 && before <= 3 && digits[0] != '0' &&
      !(digits[0] == '-' && digits[1] == '0'))
    return refuse (error, "“%s” may be read in two ways; write 1300 or 1.3 without a comma",
                   digits);
  return TRUE;
}

static gboolean
parse_number (const char **at,
              LicetRational *ret_number,
              GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  LicetDecimal decimal;
  const char *p = *at;
  char *comma;

  if (*p == '-' || *p == '+')
    g_string_append_c (digits, *p++);
  skip_blanks (&p);
  while (
      g_ascii_isdigit (*p) || ((*p == '.' || *p == ',') && g_ascii_isdigit (p[1])) ||
      (digits->len > 0 && g_ascii_isdigit (digits->str[digits->len - 1]) && is_group_blank (p))) {
    if (*p != ' ')
      g_string_append_c (digits, *p);
    p++;
  }
  if (digits->len == 0 || !g_ascii_isdigit (digits->str[digits->len - 1]))
    return refuse (error,
                   "“%.40s” does not begin with a number; write for instance 310 MS/s, 2 GHz to 18 "
                   "GHz or at least 30 dB",
                   *at);
  comma = strchr (digits->str, ',');
  if (comma != NULL) {
    if (!check_comma (digits->str, comma, error))
      return FALSE;
    *comma = '.';
  }
  if (g_str_has_prefix (digits->str, "."))
    g_string_prepend_c (digits, '0');
  take_power (&p, digits);
  if (!licet_decimal_parse (digits->str, &decimal, error) ||
      !licet_rational_from_decimal (&decimal, ret_number, error))
    return FALSE;
  *at = p;
  return TRUE;
}

/* Where the second number of a range begins, or NULL: behind "to" or "..", or a hyphen before a digit or sign. */
static const char *
find_range (const char *text)
{
  for (const char *p = text; *p != '\0'; p++) {
    if (g_ascii_strncasecmp (p, " to ", 4) == 0)
      return p;
    if (p[0] == '.' && p[1] == '.')
      return p;
    if (p[0] == '-' && p[1] != '\0') {
      const char *next = p + 1;

      skip_blanks (&next);
      /* "n/cm^-2": a hyphen behind a caret is a sign. */
      if ((g_ascii_isdigit (*next) ||
           ((*next == '+' || *next == '-') && g_ascii_isdigit (next[1]))) &&
          (p == text || p[-1] != '^'))
        return p;
    }
  }
  return NULL;
}

static const char *
skip_separator (const char *p)
{
  if (g_ascii_strncasecmp (p, " to ", 4) == 0)
    p += 4;
  else if (*p == '.')
    while (*p == '.')
      p++;
  else
    p++;
  skip_blanks (&p);
  return p;
}

static gboolean
parse_unit (LicetUnitTable *table,
            const char *text,
            const LicetDimension *dimension,
            LicetUnit *ret_unit,
            GError **error)
{
  LicetUnit unit;

  if (!licet_unit_table_parse (table, text, &unit, error))
    return FALSE;
  if (dimension != NULL && !licet_dimension_equal (dimension, &unit.dimension)) {
    g_auto (GStrv) fitting = licet_unit_table_dup_spellings (table, dimension);
    g_autofree char *all = NULL;

    if (g_strv_length (fitting) > 6)
      g_clear_pointer (&fitting[6], g_free);
    all = g_strjoinv (", ", fitting);
    if (*text == '\0')
      g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_UNIT,
                   "the number has no unit; add one, for instance %s", all);
    else
      g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_UNIT,
                   "“%s” does not measure this; use one of %s", text, all);
    return FALSE;
  }
  *ret_unit = unit;
  return TRUE;
}

/* What stands behind a number; "14-bit" has a hyphen before its unit. */
static char *
dup_unit_text (const char *start,
               const char *end)
{
  if (*start == '-' && g_ascii_isalpha (start[1]))
    start++;
  return g_strstrip (end != NULL ? g_strndup (start, (gsize) (end - start)) : g_strdup (start));
}

static gboolean
set_end (LicetEnd *end,
         const LicetUnit *unit,
         const LicetRational *number,
         gboolean included,
         GError **error)
{
  if (!licet_unit_to_base (unit, number, &end->base, error))
    return FALSE;
  end->present = TRUE;
  end->included = included;
  return TRUE;
}

static gboolean
parse_range (LicetValue *value,
             LicetUnitTable *table,
             const LicetRational *first,
             const char *first_unit,
             const char *rest,
             const LicetDimension *dimension,
             GError **error)
{
  g_autofree char *second_unit = NULL;
  LicetRational second;
  LicetUnit lower_unit;

  if (!parse_number (&rest, &second, error))
    return FALSE;
  second_unit = dup_unit_text (rest, NULL);
  if (!parse_unit (table, second_unit, dimension, &value->unit, error))
    return FALSE;
  lower_unit = value->unit;
  if (*first_unit != '\0' &&
      !parse_unit (table, first_unit, &value->unit.dimension, &lower_unit, error))
    return FALSE;
  if (!set_end (&value->lower, &lower_unit, first, TRUE, error) ||
      !set_end (&value->upper, &value->unit, &second, TRUE, error))
    return FALSE;
  if (licet_rational_compare (&value->lower.base, &value->upper.base) > 0)
    return refuse (error, "the range ends below where it begins; write the smaller value first");
  return TRUE;
}

static gboolean
parse_single (LicetValue *value,
              LicetUnitTable *table,
              Bound bound,
              const LicetRational *number,
              const char *unit,
              const LicetDimension *dimension,
              GError **error)
{
  gboolean has_lower = bound == BOUND_NONE || bound == BOUND_AT_LEAST || bound == BOUND_MORE;
  gboolean has_upper = bound == BOUND_NONE || bound == BOUND_AT_MOST || bound == BOUND_LESS;

  if (!parse_unit (table, unit, dimension, &value->unit, error))
    return FALSE;
  return (!has_lower ||
          set_end (&value->lower, &value->unit, number, bound != BOUND_MORE, error)) &&
         (!has_upper || set_end (&value->upper, &value->unit, number, bound != BOUND_LESS, error));
}

static gboolean
parse_text (LicetValue *value,
            LicetUnitTable *table,
            const LicetDimension *dimension,
            GError **error)
{
  g_autofree char *unit = NULL;
  const char *p = value->text;
  const char *range;
  LicetRational number;
  Bound bound;

  if (strstr (p, "±") != NULL || strstr (p, "+/-") != NULL)
    return refuse (error,
                   "“%s” gives a tolerance; write the range it means, for instance 9 V to 11 V", p);
  bound = parse_bound (&p);
  if (bound == BOUND_NONE && g_ascii_strncasecmp (p, "from ", 5) == 0)
    p += 5;
  if (!parse_number (&p, &number, error))
    return FALSE;
  range = find_range (p);
  unit = dup_unit_text (p, range);
  if (range != NULL && bound != BOUND_NONE)
    return refuse (error, "“%s” is a bound and a range at once; write one of them", value->text);
  if (range != NULL)
    return parse_range (value, table, &number, unit, skip_separator (range), dimension, error);
  return parse_single (value, table, bound, &number, unit, dimension, error);
}

LicetValue *
licet_value_parse (LicetUnitTable *table,
                   const char *text,
                   const LicetDimension *dimension,
                   GError **error)
{
  g_autoptr (LicetValue) value = NULL;
  g_autofree char *lower = NULL;

  g_return_val_if_fail (table != NULL && text != NULL, NULL);

  if (strlen (text) > MAX_TEXT) {
    refuse (error, "“%.40s…” is too long for a value", text);
    return NULL;
  }
  value = g_new0 (LicetValue, 1);
  g_atomic_ref_count_init (&value->ref_count);
  value->text = tidy (text);
  value->unit.factor = (LicetRational) LICET_RATIONAL_ONE;
  value->unit.offset = (LicetRational) LICET_RATIONAL_ZERO;
  value->unit.label = "1";
  lower = g_ascii_strdown (value->text, -1);
  if (g_strv_contains (not_applicable_words, lower)) {
    value->is_not_applicable = TRUE;
    return g_steal_pointer (&value);
  }
  return parse_text (value, table, dimension, error) ? g_steal_pointer (&value) : NULL;
}

LicetValue *
licet_value_new_exact (const LicetRational *base,
                       const LicetUnit *unit)
{
  g_autofree char *number = NULL;
  LicetRational shown;
  LicetValue *value;

  g_return_val_if_fail (base != NULL && unit != NULL, NULL);

  value = g_new0 (LicetValue, 1);
  g_atomic_ref_count_init (&value->ref_count);
  value->lower = (LicetEnd) { TRUE, TRUE, *base };
  value->upper = value->lower;
  value->unit = *unit;
  if (licet_unit_from_base (unit, base, &shown, NULL))
    number = licet_rational_format (&shown, 12);
  value->text = g_strdup_printf ("%s %s", number != NULL ? number : "?", unit->label);
  return value;
}

LicetValue *
licet_value_ref (LicetValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  g_atomic_ref_count_inc (&value->ref_count);
  return value;
}

void
licet_value_unref (LicetValue *value)
{
  if (value == NULL || !g_atomic_ref_count_dec (&value->ref_count))
    return;
  g_free (value->text);
  g_free (value);
}

gboolean
licet_value_is_exact (const LicetValue *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  return value->lower.present && value->upper.present &&
         licet_rational_compare (&value->lower.base, &value->upper.base) == 0;
}

gboolean
licet_value_is_not_applicable (const LicetValue *value)
{
  g_return_val_if_fail (value != NULL, FALSE);

  return value->is_not_applicable;
}

const LicetEnd *
licet_value_get_lower (const LicetValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return &value->lower;
}

const LicetEnd *
licet_value_get_upper (const LicetValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return &value->upper;
}

const LicetUnit *
licet_value_get_unit (const LicetValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return &value->unit;
}

const char *
licet_value_get_text (const LicetValue *value)
{
  g_return_val_if_fail (value != NULL, NULL);

  return value->text;
}
