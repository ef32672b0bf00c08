/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-record-write"

#include "config.h"

#include "licet-record-write-private.h"

#include <string.h>

void
_licet_record_set_text (JsonObject *object,
                        const char *member,
                        const char *text)
{
  if (!_licet_text_is_blank (text))
    json_object_set_string_member (object, member, text);
}

void
_licet_record_set_flag (JsonObject *object,
                        const char *member,
                        gboolean flag)
{
  if (flag)
    json_object_set_boolean_member (object, member, TRUE);
}

gboolean
_licet_text_is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

void
_licet_lines_add (GStrvBuilder *lines,
                  const char *format,
                  ...)
{
  va_list args;

  va_start (args, format);
  g_strv_builder_take (lines, g_strdup_vprintf (format, args));
  va_end (args);
}
