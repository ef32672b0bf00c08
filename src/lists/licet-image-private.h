/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

#include "licet-arena-private.h"

G_BEGIN_DECLS

/**
 * LicetImageWriter:
 *
 * Writes numbers and texts one after the other in the compact form that a bundle keeps lists and vocabulary in. Each
 * text is kept once. Numbers are little-endian, so that a bundle can be read on any machine.
 */
typedef struct _LicetImageWriter LicetImageWriter;

/** _licet_image_writer_new: Returns: (transfer full): a writer of an empty image. */
LicetImageWriter *_licet_image_writer_new (void);
/** _licet_image_writer_free: Frees @writer; %NULL is accepted. */
void _licet_image_writer_free (LicetImageWriter *writer);
/** _licet_image_writer_put: Adds a number. */
void _licet_image_writer_put (LicetImageWriter *writer,
                              guint32 number);
/** _licet_image_writer_put_text: Adds a text or %NULL. */
void _licet_image_writer_put_text (LicetImageWriter *writer,
                                   const char *text);
/** _licet_image_writer_put_texts: Adds texts with their number. */
void _licet_image_writer_put_texts (LicetImageWriter *writer,
                                    const char *const *texts);
/** _licet_image_writer_put_rational: Adds an exact number. */
void _licet_image_writer_put_rational (LicetImageWriter *writer,
                                       const LicetRational *rational);
/** _licet_image_writer_put_dimension: Adds what something measures. */
void _licet_image_writer_put_dimension (LicetImageWriter *writer,
                                        const LicetDimension *dimension);
/** _licet_image_writer_end: Returns: (transfer full): the image. */
GBytes *_licet_image_writer_end (LicetImageWriter *writer);

/**
 * LicetImageReader:
 * @arena: what is read is put into it
 * @has_failed: whether something did not fit; every further read then gives zero or ""
 *
 * Reads an image. No read goes beyond the image whatever its bytes are: a fault is remembered, reading goes on with
 * zeros, and _licet_image_reader_end() tells. Texts point into the image.
 */
typedef struct {
  LicetArena *arena;
  const guint8 *at;
  const guint8 *end;
  const char *texts;
  gsize texts_size;
  gboolean has_failed;
} LicetImageReader;

/** _licet_image_reader_init: Begins to read @image, which must live as long as what is read. */
void _licet_image_reader_init (LicetImageReader *reader,
                               GBytes *image,
                               LicetArena *arena);
/** _licet_image_reader_end: Returns: whether everything fitted and nothing is left. */
gboolean _licet_image_reader_end (LicetImageReader *reader);
/** _licet_image_reader_fail: Remembers a fault. */
void _licet_image_reader_fail (LicetImageReader *reader);
/** _licet_image_reader_get: Returns: the next number. */
guint32 _licet_image_reader_get (LicetImageReader *reader);
/** _licet_image_reader_get_below: Returns: the next number; a fault and 0 when it is not below @limit. */
guint32 _licet_image_reader_get_below (LicetImageReader *reader,
                                       guint32 limit);
/** _licet_image_reader_get_count: Returns: the next number as a count of things of which each takes at least a number. */
guint32 _licet_image_reader_get_count (LicetImageReader *reader);
/** _licet_image_reader_get_text: Returns: (transfer none): the next text; "" and a fault when there is none. */
const char *_licet_image_reader_get_text (LicetImageReader *reader);
/** _licet_image_reader_get_optional_text: Returns: (transfer none) (nullable): the next text. */
const char *_licet_image_reader_get_optional_text (LicetImageReader *reader);
/** _licet_image_reader_get_texts: Returns: (transfer none) (array zero-terminated=1): the next texts. */
const char *const *_licet_image_reader_get_texts (LicetImageReader *reader);
/** _licet_image_reader_get_rational: The next exact number. */
void _licet_image_reader_get_rational (LicetImageReader *reader,
                                       LicetRational *ret_rational);
/** _licet_image_reader_get_dimension: What something measures. */
void _licet_image_reader_get_dimension (LicetImageReader *reader,
                                        LicetDimension *ret_dimension);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetImageWriter, _licet_image_writer_free)

G_END_DECLS
