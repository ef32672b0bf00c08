/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-unit"

#include "config.h"

#include "licet-unit.h"

#include <string.h>

#include "licet-error.h"
#include "licet-text.h"

#define MAX_UNIT_TEXT 64

typedef struct {
  LicetUnit unit;
  const char *id;
} Entry;

struct _LicetUnitTable {
  gatomicrefcount ref_count;

  GPtrArray *bases;        /* utf8: base dimensions in the order they were named */
  GHashTable *dimensions;  /* utf8 -> LicetDimension */
  GPtrArray *entries;      /* Entry, in the order they were added */
  GHashTable *exact;       /* spelling -> Entry */
  GHashTable *folded;      /* spelling without regard to case -> Entry, or NULL when ambiguous */
};

G_DEFINE_BOXED_TYPE (LicetUnitTable, licet_unit_table, licet_unit_table_ref, licet_unit_table_unref)

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
                     g_error_new_valist (LICET_CORE_ERROR, LICET_CORE_ERROR_UNIT, format, args));
  va_end (args);
  return FALSE;
}

static int
find_base (LicetUnitTable *table,
           const char *name)
{
  for (guint i = 0; i < table->bases->len; i++)
    if (g_str_equal (g_ptr_array_index (table->bases, i), name))
      return (int) i;
  if (table->bases->len == LICET_MAX_BASE_DIMENSIONS)
    return -1;
  g_ptr_array_add (table->bases, g_strdup (name));
  return (int) table->bases->len - 1;
}

/* "time:-1" into @dimension. */
static gboolean
add_power (LicetUnitTable *table,
           const char *word,
           LicetDimension *dimension,
           GError **error)
{
  const char *colon = strrchr (word, ':');
  g_autofree char *name = NULL;
  gint64 power;
  int base;

  if (colon == NULL || !g_ascii_string_to_signed (colon + 1, 10, -20, 20, &power, NULL))
    return refuse (error, "“%s” is no base dimension with its power; write for instance time:-1",
                   word);
  name = g_strndup (word, (gsize) (colon - word));
  base = find_base (table, name);
  if (base < 0)
    return refuse (error, "there are more than %d base dimensions", LICET_MAX_BASE_DIMENSIONS);
  dimension->exponents[base] = (gint8) power;
  return TRUE;
}

/* Spellings are kept without blanks and with one sign for what keyboards and datasheets write differently. */
static char *
tidy (const char *text)
{
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c == ' ' || c == 0x00a0 || c == 0x202f)
      continue;
    if (c == 0x00b5 || c == 0x03bc)
      g_string_append_c (out, 'u');
    else if (c == 0x2126 || c == 0x03a9)
      g_string_append (out, "ohm");
    else if (c == 0x00b7 || c == 0x22c5)
      g_string_append_c (out, '.');
    else if (c == 0x00b2)
      g_string_append (out, "^2");
    else if (c == 0x00b3)
      g_string_append (out, "^3");
    else
      g_string_append_unichar (out, c);
  }
  return g_string_free (out, FALSE);
}

static gboolean
add_spelling (LicetUnitTable *table,
              const char *spelling,
              Entry *entry,
              GError **error)
{
  char *exact = tidy (spelling);
  Entry *other = g_hash_table_lookup (table->exact, exact);
  char *folded;

  if (other == entry) {
    g_free (exact);
    return TRUE;
  }
  if (other != NULL) {
    refuse (error, "the spelling “%s” of the unit “%s” is that of “%s” already", spelling,
            entry->id, other->id);
    g_free (exact);
    return FALSE;
  }
  folded = g_utf8_casefold (exact, -1);
  if (g_hash_table_contains (table->folded, folded) &&
      g_hash_table_lookup (table->folded, folded) != entry)
    g_hash_table_insert (table->folded, folded, NULL);
  else
    g_hash_table_insert (table->folded, folded, entry);
  g_hash_table_insert (table->exact, exact, entry);
  return TRUE;
}

static const Entry *
find_plain (LicetUnitTable *table,
            const char *text)
{
  const Entry *entry = g_hash_table_lookup (table->exact, text);
  g_autofree char *folded = NULL;

  if (entry != NULL)
    return entry;
  folded = g_utf8_casefold (text, -1);
  return g_hash_table_lookup (table->folded, folded);
}

/* "GHz^2": a unit with an integer power. */
static gboolean
parse_factor (LicetUnitTable *table,
              const char *text,
              int sign,
              LicetUnit *product,
              GError **error)
{
  const char *caret = strrchr (text, '^');
  g_autofree char *name =
      caret != NULL ? g_strndup (text, (gsize) (caret - text)) : g_strdup (text);
  const Entry *entry = find_plain (table, name);
  LicetRational factor;
  gint64 power = 1;

  if (g_str_equal (text, "1"))
    return TRUE;
  if (entry == NULL)
    return refuse (error, "there is no unit “%s”", name);
  if (caret != NULL && !g_ascii_string_to_signed (caret + 1, 10, -9, 9, &power, NULL))
    return refuse (error, "“%s” has no whole number for a power", text);
  power *= sign;
  if (!licet_rational_power (&entry->unit.factor, (int) power, &factor, error) ||
      !licet_rational_multiply (&product->factor, &factor, &product->factor, error))
    return FALSE;
  for (gint64 i = 0; i < ABS (power); i++)
    if (!licet_dimension_combine (&product->dimension, &entry->unit.dimension, power < 0 ? -1 : 1,
                                  &product->dimension, error))
      return FALSE;
  return TRUE;
}

static gboolean
parse_composed (LicetUnitTable *table,
                const char *text,
                LicetUnit *ret_unit,
                GError **error)
{
  LicetUnit product = { NULL, { { 0 } }, LICET_RATIONAL_ONE, LICET_RATIONAL_ZERO };
  const char *start = text;
  int sign = 1;

  for (;;) {
    gsize length = strcspn (start, "./");
    g_autofree char *factor = g_strndup (start, length);

    if (!parse_factor (table, factor, sign, &product, error))
      return FALSE;
    if (start[length] == '\0')
      break;
    sign = start[length] == '/' ? -1 : 1;
    start += length + 1;
  }
  product.label = g_intern_string (text);
  *ret_unit = product;
  return TRUE;
}

/* Units that begin alike or differ in case only, for the message. */
static char *
dup_lookalikes (LicetUnitTable *table,
                const char *text)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0, n = 0; i < table->entries->len && n < 5; i++) {
    const Entry *entry = g_ptr_array_index (table->entries, i);
    g_autofree char *other = g_utf8_casefold (entry->id, -1);

    if (*folded != '\0' &&
        (g_str_equal (other, folded) || (strlen (folded) > 1 && g_str_has_prefix (other, folded)) ||
         (strlen (other) > 1 && g_str_has_prefix (folded, other)))) {
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", entry->id);
      n++;
    }
  }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

LicetUnitTable *
licet_unit_table_new (void)
{
  LicetUnitTable *table = g_new0 (LicetUnitTable, 1);

  g_atomic_ref_count_init (&table->ref_count);
  table->bases = g_ptr_array_new_with_free_func (g_free);
  table->dimensions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  table->entries = g_ptr_array_new_with_free_func (g_free);
  table->exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  table->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return table;
}

LicetUnitTable *
licet_unit_table_ref (LicetUnitTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);

  g_atomic_ref_count_inc (&table->ref_count);
  return table;
}

void
licet_unit_table_unref (LicetUnitTable *table)
{
  if (table == NULL || !g_atomic_ref_count_dec (&table->ref_count))
    return;
  g_clear_pointer (&table->bases, g_ptr_array_unref);
  g_clear_pointer (&table->dimensions, g_hash_table_unref);
  g_clear_pointer (&table->exact, g_hash_table_unref);
  g_clear_pointer (&table->folded, g_hash_table_unref);
  g_clear_pointer (&table->entries, g_ptr_array_unref);
  g_free (table);
}

gboolean
licet_unit_table_add_dimension (LicetUnitTable *table,
                                const char *name,
                                const char *formula,
                                GError **error)
{
  g_auto (GStrv) words = NULL;
  LicetDimension dimension = { { 0 } };

  g_return_val_if_fail (table != NULL && name != NULL && formula != NULL, FALSE);

  if (g_hash_table_contains (table->dimensions, name))
    return refuse (error, "the dimension “%s” is there twice", name);
  words = g_strsplit (formula, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && !add_power (table, words[i], &dimension, error))
      return FALSE;
  g_hash_table_insert (table->dimensions, g_strdup (name),
                       g_memdup2 (&dimension, sizeof dimension));
  return TRUE;
}

gboolean
licet_unit_table_add_unit (LicetUnitTable *table,
                           const char *id,
                           const char *dimension,
                           const char *factor,
                           const char *offset,
                           const char *const *aliases,
                           GError **error)
{
  Entry entry = { { NULL, { { 0 } }, LICET_RATIONAL_ONE, LICET_RATIONAL_ZERO }, NULL };
  Entry *added;

  g_return_val_if_fail (table != NULL && id != NULL && dimension != NULL && factor != NULL, FALSE);

  if (!licet_unit_table_find_dimension (table, dimension, &entry.unit.dimension))
    return refuse (error, "the unit “%s” has the dimension “%s”, which does not exist", id,
                   dimension);
  if (!licet_rational_parse (factor, &entry.unit.factor, error) ||
      (offset != NULL && !licet_rational_parse (offset, &entry.unit.offset, error)))
    return FALSE;
  if (entry.unit.factor.numerator <= 0)
    return refuse (error, "the factor of the unit “%s” is not above zero", id);
  entry.id = g_intern_string (id);
  entry.unit.label = entry.id;
  added = g_memdup2 (&entry, sizeof entry);
  g_ptr_array_add (table->entries, added);
  if (!add_spelling (table, id, added, error))
    return FALSE;
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    if (!add_spelling (table, aliases[i], added, error))
      return FALSE;
  return TRUE;
}

gboolean
licet_unit_table_find_dimension (LicetUnitTable *table,
                                 const char *name,
                                 LicetDimension *ret_dimension)
{
  const LicetDimension *dimension;

  g_return_val_if_fail (table != NULL && name != NULL && ret_dimension != NULL, FALSE);

  dimension = g_hash_table_lookup (table->dimensions, name);
  if (dimension == NULL)
    return FALSE;
  *ret_dimension = *dimension;
  return TRUE;
}

gboolean
licet_unit_table_parse (LicetUnitTable *table,
                        const char *text,
                        LicetUnit *ret_unit,
                        GError **error)
{
  g_autofree char *tidied = NULL;
  g_autofree char *alike = NULL;
  const Entry *entry;

  g_return_val_if_fail (table != NULL && text != NULL && ret_unit != NULL, FALSE);

  tidied = tidy (text);
  if (strlen (tidied) > MAX_UNIT_TEXT)
    return refuse (error, "“%.20s…” is too long for a unit", tidied);
  entry = find_plain (table, *tidied != '\0' ? tidied : "1");
  if (entry != NULL) {
    *ret_unit = entry->unit;
    return TRUE;
  }
  if (strpbrk (tidied, "./^") != NULL && parse_composed (table, tidied, ret_unit, NULL))
    return TRUE;
  /* Who looks for a unit in running text asks often, and wants no advice. */
  if (error == NULL)
    return FALSE;
  alike = dup_lookalikes (table, tidied);
  if (*alike != '\0')
    return refuse (error, "there is no unit “%s”; did you mean one of %s?", text, alike);
  return refuse (error,
                 "there is no unit “%s”; write it as in the datasheet, for instance MHz, V or MS/s",
                 text);
}

GStrv
licet_unit_table_dup_spellings (LicetUnitTable *table,
                                const LicetDimension *dimension)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (table != NULL && dimension != NULL, NULL);

  for (guint i = 0; i < table->entries->len; i++) {
    const Entry *entry = g_ptr_array_index (table->entries, i);

    if (licet_dimension_equal (&entry->unit.dimension, dimension))
      g_strv_builder_add (builder, entry->id);
  }
  return g_strv_builder_end (builder);
}

gboolean
licet_dimension_equal (const LicetDimension *a,
                       const LicetDimension *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return memcmp (a->exponents, b->exponents, sizeof a->exponents) == 0;
}

gboolean
licet_dimension_is_pure (const LicetDimension *dimension)
{
  static const LicetDimension pure = { { 0 } };

  return licet_dimension_equal (dimension, &pure);
}

gboolean
licet_dimension_combine (const LicetDimension *a,
                         const LicetDimension *b,
                         int sign,
                         LicetDimension *ret_dimension,
                         GError **error)
{
  LicetDimension combined;

  g_return_val_if_fail (a != NULL && b != NULL && ret_dimension != NULL, FALSE);

  for (guint i = 0; i < LICET_MAX_BASE_DIMENSIONS; i++) {
    int power = a->exponents[i] + sign * b->exponents[i];

    if (power > 100 || power < -100) {
      g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_OVERFLOW,
                   "the power of a unit is too large");
      return FALSE;
    }
    combined.exponents[i] = (gint8) power;
  }
  *ret_dimension = combined;
  return TRUE;
}

gboolean
licet_unit_to_base (const LicetUnit *unit,
                    const LicetRational *number,
                    LicetRational *ret_base,
                    GError **error)
{
  LicetRational scaled;

  g_return_val_if_fail (unit != NULL && number != NULL && ret_base != NULL, FALSE);

  return licet_rational_multiply (number, &unit->factor, &scaled, error) &&
         licet_rational_add (&scaled, &unit->offset, ret_base, error);
}

gboolean
licet_unit_from_base (const LicetUnit *unit,
                      const LicetRational *base,
                      LicetRational *ret_number,
                      GError **error)
{
  LicetRational shifted;

  g_return_val_if_fail (unit != NULL && base != NULL && ret_number != NULL, FALSE);

  return licet_rational_subtract (base, &unit->offset, &shifted, error) &&
         licet_rational_divide (&shifted, &unit->factor, ret_number, error);
}
