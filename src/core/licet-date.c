/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-date"

#include "config.h"

#include "licet-date.h"

#include <string.h>

#include "licet-error.h"

/* Whether @text has digits where @pattern has "0", and its very characters elsewhere. */
static gboolean
fits (const char *text,
      const char *pattern)
{
  if (strlen (text) != strlen (pattern))
    return FALSE;
  for (; *pattern != '\0'; text++, pattern++)
    if (*pattern == '0' ? !g_ascii_isdigit (*text) : *text != *pattern)
      return FALSE;
  return TRUE;
}

static guint
number_at (const char *text,
           guint digits)
{
  guint number = 0;

  for (guint i = 0; i < digits; i++)
    number = number * 10 + (guint) (text[i] - '0');
  return number;
}

gboolean
licet_date_parse (const char *text,
                  GDate *ret_date,
                  GError **error)
{
  g_return_val_if_fail (text != NULL && ret_date != NULL, FALSE);

  if (fits (text, "0000-00-00")) {
    guint year = number_at (text, 4);
    guint month = number_at (text + 5, 2);
    guint day = number_at (text + 8, 2);

    if (year >= 1 && month <= 12 &&
        g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)) {
      g_date_clear (ret_date, 1);
      g_date_set_dmy (ret_date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
      return TRUE;
    }
  }
  g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_DATE,
               "“%.40s” is not a day of the calendar; write it as 2026-11-23", text);
  return FALSE;
}

char *
licet_date_serialise (const GDate *date)
{
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  return g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (date),
                          (guint) g_date_get_month (date), (guint) g_date_get_day (date));
}

void
licet_date_today (GDate *ret_date)
{
  g_autofree char *now = licet_clock_now ();

  g_return_if_fail (ret_date != NULL);

  now[strlen ("2026-11-23")] = '\0';
  (void) licet_date_parse (now, ret_date, NULL);
}

char *
licet_clock_now (void)
{
  const char *fixed = g_getenv ("LICET_NOW");
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  g_autoptr (GDateTime) moment = NULL;
  gint64 seconds;

  if (fixed != NULL && licet_timestamp_is_valid (fixed))
    return g_strdup (fixed);
  if (epoch != NULL &&
      g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &seconds, NULL))
    moment = g_date_time_new_from_unix_utc (seconds);
  else
    moment = g_date_time_new_now_utc ();
  return g_date_time_format (moment, "%Y-%m-%dT%H:%M:%SZ");
}

gboolean
licet_timestamp_is_valid (const char *text)
{
  g_autofree char *day = NULL;
  GDate date;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!fits (text, "0000-00-00T00:00:00Z"))
    return FALSE;
  day = g_strndup (text, strlen ("2026-11-23"));
  return licet_date_parse (day, &date, NULL) && number_at (text + 11, 2) < 24 &&
         number_at (text + 14, 2) < 60 && number_at (text + 17, 2) < 60;
}
