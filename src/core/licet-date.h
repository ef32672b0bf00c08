/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * licet_date_parse:
 * @text: "2026-11-23", nothing else
 *
 * Returns: %FALSE with %LICET_CORE_ERROR_DATE when it is not a day of the calendar
 */
gboolean licet_date_parse (const char *text,
                           GDate *ret_date,
                           GError **error);

/** licet_date_serialise: Returns: (transfer full): "2026-11-23". */
char *licet_date_serialise (const GDate *date);

/** licet_date_today: The day in UTC, or the one LICET_NOW or SOURCE_DATE_EPOCH names. */
void licet_date_today (GDate *ret_date);

/**
 * licet_clock_now:
 *
 * The one clock of the program: UTC, or the moment that the environment variable LICET_NOW (ISO 8601) or
 * SOURCE_DATE_EPOCH fixes, for tests and rebuilt packages.
 *
 * Returns: (transfer full): "2026-11-23T09:15:00Z"
 */
char *licet_clock_now (void);

/** licet_timestamp_is_valid: Returns: whether @text is "YYYY-MM-DDTHH:MM:SSZ". */
gboolean licet_timestamp_is_valid (const char *text);

G_END_DECLS
