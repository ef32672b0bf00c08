/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-reading"

#include "config.h"

#include "licet-reading-private.h"

#include <string.h>

static gboolean
check_text (LicetReading *reading,
            const LicetJsonPlace *place,
            const char *text,
            guint max)
{
  gsize length = strlen (text);

  if (length == 0)
    return _licet_defects_add (reading->defects, place,
                               "the text is empty; write it or take the member out");
  if (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1]))
    return _licet_defects_add (reading->defects, place,
                               "the text has blanks around it; take them out");
  if (length > max && licet_text_length (text) > max)
    return _licet_defects_add (reading->defects, place,
                               "the text has %u characters; say it in at most %u",
                               licet_text_length (text), max);
  return TRUE;
}

gboolean
_licet_reading_known (LicetReading *reading,
                      const LicetJsonPlace *place,
                      const char *const *known)
{
  GError *error = NULL;

  if (licet_json_place_refuse_unknown (place, known, &error))
    return TRUE;
  return _licet_defects_take (reading->defects, error);
}

gboolean
_licet_reading_text (LicetReading *reading,
                     const LicetJsonPlace *place,
                     const char *member,
                     guint max,
                     const char **ret_text)
{
  GError *error = NULL;
  const char *text = NULL;
  LicetJsonPlace inner;

  if (!licet_json_place_member (place, member, &inner, &error) ||
      !licet_json_place_string (&inner, &text, &error))
    return _licet_defects_take (reading->defects, error);
  if (!check_text (reading, &inner, text, max))
    return FALSE;
  *ret_text = _licet_arena_strdup (reading->arena, text);
  return TRUE;
}

gboolean
_licet_reading_optional_text (LicetReading *reading,
                              const LicetJsonPlace *place,
                              const char *member,
                              guint max,
                              const char **ret_text)
{
  if (licet_json_place_has (place, member))
    return _licet_reading_text (reading, place, member, max, ret_text);
  *ret_text = NULL;
  return TRUE;
}

gboolean
_licet_reading_id (LicetReading *reading,
                   const LicetJsonPlace *place,
                   const char *member,
                   const char **ret_id)
{
  const char *id = NULL;
  LicetJsonPlace inner;

  if (!_licet_reading_text (reading, place, member, LICET_MAX_ID, &id))
    return FALSE;
  if (id[0] == '-' || strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") != strlen (id)) {
    (void) licet_json_place_member (place, member, &inner, NULL);
    return _licet_defects_add (reading->defects, &inner,
                               "“%s” is no id; use small letters, digits and hyphens", id);
  }
  *ret_id = id;
  return TRUE;
}

gboolean
_licet_reading_array (LicetReading *reading,
                      const LicetJsonPlace *place,
                      const char *member,
                      LicetJsonPlace *ret_array,
                      guint *ret_length)
{
  GError *error = NULL;
  guint length = 0;

  *ret_length = 0;
  if (!licet_json_place_has (place, member))
    return TRUE;
  if (!licet_json_place_member (place, member, ret_array, &error) ||
      !licet_json_place_length (ret_array, &length, &error))
    return _licet_defects_take (reading->defects, error);
  if (length > LICET_MAX_ELEMENTS)
    return _licet_defects_add (reading->defects, ret_array,
                               "there are more than %d elements; split the file",
                               LICET_MAX_ELEMENTS);
  *ret_length = length;
  return TRUE;
}

gboolean
_licet_reading_texts (LicetReading *reading,
                      const LicetJsonPlace *place,
                      const char *member,
                      guint max,
                      const char *const **ret_texts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean is_sound = TRUE;
  const char **texts;
  LicetJsonPlace array;
  guint length;

  if (!_licet_reading_array (reading, place, member, &array, &length))
    return FALSE;
  texts = LICET_ARENA_NEW_ARRAY (reading->arena, const char *, length + 1);
  for (guint i = 0; i < length; i++) {
    GError *error = NULL;
    const char *text = NULL;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    if (!licet_json_place_string (&element, &text, &error))
      is_sound = _licet_defects_take (reading->defects, error);
    else if (!check_text (reading, &element, text, max))
      is_sound = FALSE;
    else if (!g_hash_table_add (seen, (gpointer) text))
      is_sound = _licet_defects_add (reading->defects, &element,
                                     "“%s” is there twice; take one out", text);
    else
      texts[i] = _licet_arena_strdup (reading->arena, text);
  }
  if (is_sound)
    *ret_texts = texts;
  return is_sound;
}

gboolean
_licet_reading_day (LicetReading *reading,
                    const LicetJsonPlace *place,
                    const char *member,
                    const char **ret_day)
{
  const char *day = NULL;
  LicetJsonPlace inner;
  GDate date;

  if (!_licet_reading_text (reading, place, member, LICET_MAX_ID, &day))
    return FALSE;
  if (!licet_date_parse (day, &date, NULL)) {
    (void) licet_json_place_member (place, member, &inner, NULL);
    return _licet_defects_add (reading->defects, &inner, "“%s” is no day; write it as 2025-11-15",
                               day);
  }
  *ret_day = day;
  return TRUE;
}
