/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-zip"

#include "config.h"

#include "licet-zip.h"

#include <licet-core.h>
#include <string.h>

/* APPNOTE.TXT of the ZIP format, 4.3: signatures and lengths of the three records that are written.
 */
#define LOCAL_SIGNATURE 0x04034b50u
#define CENTRAL_SIGNATURE 0x02014b50u
#define END_SIGNATURE 0x06054b50u
#define VERSION_NEEDED 10u
/* Made by a system with Unix modes, so that unpacked files can be read and not run. */
#define VERSION_MADE_BY ((3u << 8) | 20u)
#define UNIX_MODE (0100644u << 16)

/* Where written bytes go: into an archive, or beside one to be compared with it. */
typedef struct {
  GByteArray *target; /* NULL when comparing */
  const guint8 *expected;
  gsize expected_size;
  gsize offset;
  gboolean differs;
} Sink;

static void
put (Sink *sink,
     gconstpointer data,
     gsize size)
{
  const guint8 *bytes = data;

  if (size == 0 || sink->differs)
    return;
  if (sink->target != NULL) {
    g_byte_array_append (sink->target, bytes, (guint) size);
  } else {
    gsize common = MIN (size, sink->expected_size - sink->offset);

    for (gsize i = 0; i < common; i++)
      if (bytes[i] != sink->expected[sink->offset + i]) {
        sink->offset += i;
        sink->differs = TRUE;
        return;
      }
    sink->differs = common < size;
    size = common;
  }
  sink->offset += size;
}

static void
put_16 (Sink *sink,
        guint value)
{
  guint16 little = GUINT16_TO_LE ((guint16) value);

  put (sink, &little, sizeof little);
}

static void
put_32 (Sink *sink,
        guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  put (sink, &little, sizeof little);
}

/* The CRC of the ZIP format: polynomial 0xedb88320, bits reflected. */
static guint32
compute_crc (GBytes *bytes)
{
  static gsize is_ready = 0;
  static guint32 table[256];
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 crc = 0xffffffffu;

  if (g_once_init_enter (&is_ready)) {
    for (guint32 i = 0; i < 256; i++) {
      table[i] = i;
      for (guint bit = 0; bit < 8; bit++)
        table[i] = (table[i] & 1u) != 0 ? (table[i] >> 1) ^ 0xedb88320u : table[i] >> 1;
    }
    g_once_init_leave (&is_ready, 1);
  }
  for (gsize i = 0; i < size; i++)
    crc = table[(crc ^ data[i]) & 0xffu] ^ (crc >> 8);
  return crc ^ 0xffffffffu;
}

/* The day in the format's own form, which begins in 1980. */
static guint
compute_date (const char *day)
{
  GDate date;

  if (!licet_date_parse (day, &date, NULL) || g_date_get_year (&date) < 1980 ||
      g_date_get_year (&date) > 2107)
    g_date_set_dmy (&date, 1, G_DATE_JANUARY, 1980);
  return ((guint) (g_date_get_year (&date) - 1980) << 9) | ((guint) g_date_get_month (&date) << 5) |
         g_date_get_day (&date);
}

/* What local and central record say of a file in the same words. */
static void
put_common (Sink *sink,
            guint date,
            guint32 crc,
            gsize size,
            gsize name_length)
{
  put_16 (sink, VERSION_NEEDED);
  put_16 (sink, 0); /* flags */
  put_16 (sink, 0); /* stored */
  put_16 (sink, 0); /* midnight */
  put_16 (sink, date);
  put_32 (sink, crc);
  put_32 (sink, (guint32) size);
  put_32 (sink, (guint32) size);
  put_16 (sink, (guint) name_length);
  put_16 (sink, 0); /* no extra field */
}

static void
put_central (Sink *sink,
             const char *name,
             guint date,
             guint32 crc,
             gsize size,
             gsize offset)
{
  put_32 (sink, CENTRAL_SIGNATURE);
  put_16 (sink, VERSION_MADE_BY);
  put_common (sink, date, crc, size, strlen (name));
  put_16 (sink, 0); /* no comment */
  put_16 (sink, 0); /* first disk */
  put_16 (sink, 0); /* internal attributes */
  put_32 (sink, UNIX_MODE);
  put_32 (sink, (guint32) offset);
  put (sink, name, strlen (name));
}

/* Returns whether it was not cancelled. Offsets fit 32 bits because a bag has limits. */
static gboolean
put_archive (Sink *sink,
             LicetBag *bag,
             const char *day,
             GCancellable *cancellable)
{
  GPtrArray *files = licet_bag_get_files (bag);
  g_autofree guint32 *crcs = g_new0 (guint32, MAX (files->len, 1));
  g_autofree gsize *offsets = g_new0 (gsize, MAX (files->len, 1));
  guint date = compute_date (day);
  gsize central;
  gsize end;

  for (guint i = 0; i < files->len && !sink->differs; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);
    g_autofree char *name = g_strconcat (licet_bag_get_root (bag), "/", file->path, NULL);

    if (g_cancellable_is_cancelled (cancellable))
      return FALSE;
    crcs[i] = compute_crc (file->bytes);
    offsets[i] = sink->offset;
    put_32 (sink, LOCAL_SIGNATURE);
    put_common (sink, date, crcs[i], g_bytes_get_size (file->bytes), strlen (name));
    put (sink, name, strlen (name));
    put (sink, g_bytes_get_data (file->bytes, NULL), g_bytes_get_size (file->bytes));
  }
  central = sink->offset;
  for (guint i = 0; i < files->len && !sink->differs; i++) {
    const LicetBagFile *file = g_ptr_array_index (files, i);
    g_autofree char *name = g_strconcat (licet_bag_get_root (bag), "/", file->path, NULL);

    put_central (sink, name, date, crcs[i], g_bytes_get_size (file->bytes), offsets[i]);
  }
  end = sink->offset;
  put_32 (sink, END_SIGNATURE);
  put_16 (sink, 0); /* this disk */
  put_16 (sink, 0); /* disk of the directory */
  put_16 (sink, files->len);
  put_16 (sink, files->len);
  put_32 (sink, (guint32) (end - central));
  put_32 (sink, (guint32) central);
  put_16 (sink, 0); /* no comment */
  return TRUE;
}

GBytes *
licet_zip_write (LicetBag *bag,
                 const char *day,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GByteArray) target = NULL;
  Sink sink = { 0 };

  g_return_val_if_fail (bag != NULL && day != NULL, NULL);

  target = g_byte_array_new ();
  sink.target = target;
  if (!put_archive (&sink, bag, day, cancellable)) {
    g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED,
                 "the work was stopped; nothing was written");
    return NULL;
  }
  return g_byte_array_free_to_bytes (g_steal_pointer (&target));
}

gboolean
licet_zip_find_difference (LicetBag *bag,
                           const char *day,
                           GBytes *archive,
                           guint64 *ret_offset)
{
  Sink sink = { 0 };

  g_return_val_if_fail (bag != NULL && day != NULL && archive != NULL, TRUE);
  g_return_val_if_fail (ret_offset != NULL, TRUE);

  sink.expected = g_bytes_get_data (archive, &sink.expected_size);
  (void) put_archive (&sink, bag, day, NULL);
  if (!sink.differs && sink.offset == sink.expected_size)
    return FALSE;
  *ret_offset = sink.offset;
  return TRUE;
}
