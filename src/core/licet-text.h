/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * licet_text_fold:
 * @text: UTF-8 text
 *
 * For finding, never for showing: transliterated to Latin, accents off, case folded, compatibility forms resolved,
 * "µ" and "μ" as "u", runs of white space as one blank.
 *
 * Returns: (transfer full): the folded text
 */
char *licet_text_fold (const char *text);

/**
 * licet_text_fold_name:
 * @text: the name of a firm, person or street
 *
 * Folded as licet_text_fold(), punctuation off ("GmbH & Co. KG" and "GmbH & Co.KG" are one), German umlauts as two letters
 * ("ü" and "ue" are one), for telling whether two papers name the same.
 *
 * Returns: (transfer full): the folded name
 */
char *licet_text_fold_name (const char *text);

/** licet_text_normalise: Returns: (transfer full): @text in NFC, without leading and trailing white space. */
char *licet_text_normalise (const char *text);

/** licet_text_tokens: Returns: (transfer full): words and numbers of the folded @text ("14-bit 310 MSPS": 14 bit 310 msps). */
GStrv licet_text_tokens (const char *text);

/** licet_text_length: Returns: user-perceived characters of @text, for length limits. */
guint licet_text_length (const char *text);

G_END_DECLS
