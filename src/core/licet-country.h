/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * licet_country_is_valid:
 * @code: an ISO 3166-1 alpha-2 code in capitals
 *
 * From iso-codes, with Kosovo's user-assigned "XK" beside it.
 *
 * Returns: whether there is such a country
 */
gboolean licet_country_is_valid (const char *code);

/**
 * licet_country_get_name:
 * @code: a valid code
 *
 * Returns: (transfer none) (nullable): the common name in English, or %NULL when the code is not valid
 */
const char *licet_country_get_name (const char *code);

/** licet_country_get_local_name: As licet_country_get_name(), in the language of the process. */
const char *licet_country_get_local_name (const char *code);

/**
 * licet_country_find:
 * @text: a code of two or three letters or a name, in any case, with or without accents
 *
 * Returns: (transfer none) (nullable): the alpha-2 code; on %NULL @error is %LICET_CORE_ERROR_COUNTRY
 */
const char *licet_country_find (const char *text,
                                GError **error);

/** licet_country_get_codes: Returns: (transfer none): all codes in order, ended by %NULL. */
const char *const *licet_country_get_codes (void);

G_END_DECLS
