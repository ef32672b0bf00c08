/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * _licet_pdf_add_language:
 * @pdf: a PDF with its catalogue and trailer in the open
 * @language: "en"
 *
 * Says which language a paper is in, and that its title is to be shown instead of a file name. Screen readers need both and
 * cairo can say neither; an incremental update does.
 *
 * Returns: (transfer full): the PDF with the update; @pdf itself when it is built otherwise
 */
GBytes *_licet_pdf_add_language (GBytes *pdf,
                                 const char *language);

/** _licet_pdf_dup_keyword: Returns: (transfer full) (nullable): small letters and digits after the last @prefix in @pdf, "licet-facts-". */
char *_licet_pdf_dup_keyword (GBytes *pdf,
                              const char *prefix);

G_END_DECLS
