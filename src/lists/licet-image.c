/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-image"

#include "config.h"

#include "licet-image-private.h"

#include <string.h>

#define MAGIC 0x4c494d31u /* "LIM1" */
#define HEAD_SIZE (3 * sizeof (guint32))

struct _LicetImageWriter {
  GByteArray *numbers;
  GByteArray *texts;
  GHashTable *places; /* text -> its place in @texts plus one */
};

static guint32
read_number (const guint8 *at)
{
  guint32 number;

  memcpy (&number, at, sizeof number);
  return GUINT32_FROM_LE (number);
}

static void
append_number (GByteArray *bytes,
               guint32 number)
{
  guint32 little = GUINT32_TO_LE (number);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static void
put_integer (LicetImageWriter *writer,
             LicetInteger integer)
{
  unsigned __int128 bits = (unsigned __int128) integer;

  for (guint i = 0; i < 4; i++, bits >>= 32)
    append_number (writer->numbers, (guint32) bits);
}

static LicetInteger
get_integer (LicetImageReader *reader)
{
  unsigned __int128 bits = 0;

  for (guint i = 0; i < 4; i++)
    bits |= (unsigned __int128) _licet_image_reader_get (reader) << (32 * i);
  return (LicetInteger) bits;
}

LicetImageWriter *
_licet_image_writer_new (void)
{
  LicetImageWriter *writer = g_new0 (LicetImageWriter, 1);

  writer->numbers = g_byte_array_new ();
  writer->texts = g_byte_array_new ();
  writer->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return writer;
}

void
_licet_image_writer_free (LicetImageWriter *writer)
{
  if (writer == NULL)
    return;
  g_byte_array_unref (writer->numbers);
  g_byte_array_unref (writer->texts);
  g_hash_table_unref (writer->places);
  g_free (writer);
}

void
_licet_image_writer_put (LicetImageWriter *writer,
                         guint32 number)
{
  append_number (writer->numbers, number);
}

void
_licet_image_writer_put_text (LicetImageWriter *writer,
                              const char *text)
{
  guint place;

  if (text == NULL) {
    append_number (writer->numbers, 0);
    return;
  }
  place = GPOINTER_TO_UINT (g_hash_table_lookup (writer->places, text));
  if (place == 0) {
    place = writer->texts->len + 1;
    g_byte_array_append (writer->texts, (const guint8 *) text, (guint) strlen (text) + 1);
    g_hash_table_insert (writer->places, g_strdup (text), GUINT_TO_POINTER (place));
  }
  append_number (writer->numbers, place);
}

void
_licet_image_writer_put_texts (LicetImageWriter *writer,
                               const char *const *texts)
{
  guint n = texts != NULL ? g_strv_length ((char **) texts) : 0;

  append_number (writer->numbers, n);
  for (guint i = 0; i < n; i++)
    _licet_image_writer_put_text (writer, texts[i]);
}

void
_licet_image_writer_put_rational (LicetImageWriter *writer,
                                  const LicetRational *rational)
{
  put_integer (writer, rational->numerator);
  put_integer (writer, rational->denominator);
}

void
_licet_image_writer_put_dimension (LicetImageWriter *writer,
                                   const LicetDimension *dimension)
{
  G_STATIC_ASSERT (LICET_MAX_BASE_DIMENSIONS % sizeof (guint32) == 0);
  g_byte_array_append (writer->numbers, (const guint8 *) dimension->exponents,
                       sizeof dimension->exponents);
}

GBytes *
_licet_image_writer_end (LicetImageWriter *writer)
{
  g_autoptr (GByteArray) image = g_byte_array_new ();

  append_number (image, MAGIC);
  append_number (image, writer->texts->len);
  append_number (image, writer->numbers->len);
  g_byte_array_append (image, writer->texts->data, writer->texts->len);
  g_byte_array_append (image, writer->numbers->data, writer->numbers->len);
  return g_byte_array_free_to_bytes (g_steal_pointer (&image));
}

void
_licet_image_reader_init (LicetImageReader *reader,
                          GBytes *image,
                          LicetArena *arena)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (image, &size);
  gsize texts_size;

  *reader = (LicetImageReader) { .arena = arena, .texts = "", .has_failed = TRUE };
  if (size < HEAD_SIZE || read_number (data) != MAGIC)
    return;
  texts_size = read_number (data + sizeof (guint32));
  if (texts_size > size - HEAD_SIZE ||
      read_number (data + 2 * sizeof (guint32)) != size - HEAD_SIZE - texts_size)
    return;
  /* Ends with a NUL, so that every text in it does. */
  if (texts_size > 0 && data[HEAD_SIZE + texts_size - 1] != '\0')
    return;
  reader->texts = (const char *) data + HEAD_SIZE;
  reader->texts_size = texts_size;
  reader->at = data + HEAD_SIZE + texts_size;
  reader->end = data + size;
  reader->has_failed = FALSE;
}

gboolean
_licet_image_reader_end (LicetImageReader *reader)
{
  return !reader->has_failed && reader->at == reader->end;
}

void
_licet_image_reader_fail (LicetImageReader *reader)
{
  reader->has_failed = TRUE;
  reader->at = reader->end;
}

guint32
_licet_image_reader_get (LicetImageReader *reader)
{
  guint32 number;

  if (reader->has_failed || (gsize) (reader->end - reader->at) < sizeof number) {
    _licet_image_reader_fail (reader);
    return 0;
  }
  number = read_number (reader->at);
  reader->at += sizeof number;
  return number;
}

guint32
_licet_image_reader_get_below (LicetImageReader *reader,
                               guint32 limit)
{
  guint32 number = _licet_image_reader_get (reader);

  if (number < limit)
    return number;
  _licet_image_reader_fail (reader);
  return 0;
}

guint32
_licet_image_reader_get_count (LicetImageReader *reader)
{
  guint32 count = _licet_image_reader_get (reader);

  if (!reader->has_failed && count <= (gsize) (reader->end - reader->at) / sizeof (guint32))
    return count;
  _licet_image_reader_fail (reader);
  return 0;
}

const char *
_licet_image_reader_get_optional_text (LicetImageReader *reader)
{
  guint32 place = _licet_image_reader_get (reader);

  if (place == 0)
    return NULL;
  if (place <= reader->texts_size)
    return reader->texts + place - 1;
  _licet_image_reader_fail (reader);
  return NULL;
}

const char *
_licet_image_reader_get_text (LicetImageReader *reader)
{
  const char *text = _licet_image_reader_get_optional_text (reader);

  if (text != NULL)
    return text;
  _licet_image_reader_fail (reader);
  return "";
}

const char *const *
_licet_image_reader_get_texts (LicetImageReader *reader)
{
  static const char *const none[] = { NULL };
  guint32 n = _licet_image_reader_get_count (reader);
  const char **texts;

  if (n == 0)
    return none;
  texts = LICET_ARENA_NEW_ARRAY (reader->arena, const char *, n + 1);
  for (guint32 i = 0; i < n; i++)
    texts[i] = _licet_image_reader_get_text (reader);
  return texts;
}

void
_licet_image_reader_get_rational (LicetImageReader *reader,
                                  LicetRational *ret_rational)
{
  LicetRational rational;

  rational.numerator = get_integer (reader);
  rational.denominator = get_integer (reader);
  if (rational.denominator > 0) {
    *ret_rational = rational;
    return;
  }
  _licet_image_reader_fail (reader);
  *ret_rational = (LicetRational) LICET_RATIONAL_ZERO;
}

void
_licet_image_reader_get_dimension (LicetImageReader *reader,
                                   LicetDimension *ret_dimension)
{
  *ret_dimension = (LicetDimension) { { 0 } };
  if (reader->has_failed || (gsize) (reader->end - reader->at) < sizeof ret_dimension->exponents) {
    _licet_image_reader_fail (reader);
    return;
  }
  memcpy (ret_dimension->exponents, reader->at, sizeof ret_dimension->exponents);
  reader->at += sizeof ret_dimension->exponents;
}
