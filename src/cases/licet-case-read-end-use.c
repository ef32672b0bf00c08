/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-case-read-end-use"

#include "config.h"

#include "licet-case.h"

#include "licet-case-private.h"

static const char *const known_end_use_members[] = {
  "text", "place", "incorporated", "incorporated-into", "answers", "red-flags", NULL,
};
static const char *const known_answer_members[] = { "is", "why", "by", "on", "reference", NULL };
static const char *const known_flag_members[] = {
  "id", "text", "state", "answer", "evidence", "closed-by", "closed-on", NULL,
};

static gboolean
read_day (const LicetJsonPlace *place,
          const char *member,
          const char **ret_day,
          GError **error)
{
  GDate day;

  if (!licet_json_place_get_optional_string (place, member, ret_day, error))
    return FALSE;
  if (*ret_day == NULL || licet_date_parse (*ret_day, &day, NULL))
    return TRUE;
  licet_json_place_set_error (place, error, "“%s” in “%s” is no day; write it as 2026-11-23",
                              *ret_day, member);
  return FALSE;
}

static gboolean
read_answer (LicetCase *self,
             const char *id,
             const LicetJsonPlace *place,
             GError **error)
{
  const char *reference = NULL;
  const char *why = NULL;
  const char *by = NULL;
  const char *on = NULL;
  LicetJsonPlace value;
  gboolean is = FALSE;

  if (JSON_NODE_HOLDS_VALUE (place->node)) {
    if (!licet_json_place_boolean (place, &is, error))
      return FALSE;
  } else {
    if (!licet_json_place_refuse_unknown (place, known_answer_members, error) ||
        !licet_json_place_member (place, "is", &value, error) ||
        !licet_json_place_boolean (&value, &is, error) ||
        !licet_json_place_get_optional_string (place, "why", &why, error) ||
        !licet_json_place_get_optional_string (place, "by", &by, error) ||
        !read_day (place, "on", &on, error) ||
        !licet_json_place_get_optional_string (place, "reference", &reference, error))
      return FALSE;
  }
  licet_case_set_answer (self, id, is ? LICET_MET : LICET_NOT_MET, why, by, on, reference);
  return TRUE;
}

static gboolean
read_answers (LicetCase *self,
              const LicetJsonPlace *end_use,
              GError **error)
{
  g_autoptr (GPtrArray) ids = NULL;
  LicetJsonPlace answers;

  if (!licet_json_place_has (end_use, "answers"))
    return TRUE;
  if (!licet_json_place_member (end_use, "answers", &answers, error))
    return FALSE;
  ids = licet_json_place_dup_members (&answers, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++) {
    const char *id = g_ptr_array_index (ids, i);
    LicetJsonPlace answer;

    if (!licet_json_place_has (&answers, id))
      continue; /* null: not known */
    if (!licet_json_place_member (&answers, id, &answer, error) ||
        !read_answer (self, id, &answer, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_red_flag (LicetCase *self,
               const LicetJsonPlace *place,
               GError **error)
{
  const char *closed_by = NULL;
  const char *closed_on = NULL;
  const char *answer = NULL;
  const char *state = NULL;
  const char *text = NULL;
  const char *id = NULL;
  LicetRedFlag *flag;
  GStrv evidence = NULL;

  if (!licet_json_place_refuse_unknown (place, known_flag_members, error) ||
      !licet_json_place_get_string (place, "id", &id, error) ||
      !licet_json_place_get_string (place, "text", &text, error) ||
      !licet_json_place_get_string (place, "state", &state, error) ||
      !licet_json_place_get_optional_string (place, "answer", &answer, error) ||
      !licet_json_place_get_optional_string (place, "closed-by", &closed_by, error) ||
      !read_day (place, "closed-on", &closed_on, error))
    return FALSE;
  if (!g_str_equal (state, "open") && !g_str_equal (state, "closed")) {
    licet_json_place_set_error (place, error, "“%s” is no state of a red flag; use open or closed",
                                state);
    return FALSE;
  }
  if (g_str_equal (state, "closed") && (answer == NULL || closed_by == NULL)) {
    licet_json_place_set_error (
        place, error,
        "the closed flag “%s” lacks “answer” or “closed-by”; say what settled it and who", id);
    return FALSE;
  }
  if (!licet_json_place_get_strings (place, "evidence", &evidence, error))
    return FALSE;
  flag = g_new0 (LicetRedFlag, 1);
  flag->id = g_strdup (id);
  flag->text = g_strdup (text);
  flag->state = g_strdup (state);
  flag->answer = g_strdup (answer);
  flag->evidence = evidence;
  flag->closed_by = g_strdup (closed_by);
  flag->closed_on = g_strdup (closed_on);
  g_ptr_array_add (self->red_flags, flag);
  return TRUE;
}

static gboolean
read_red_flags (LicetCase *self,
                const LicetJsonPlace *end_use,
                GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_has (end_use, "red-flags"))
    return TRUE;
  if (!licet_json_place_member (end_use, "red-flags", &array, error) ||
      !_licet_case_read_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    if (!read_red_flag (self, &element, error) ||
        !_licet_case_refuse_second (seen, &element, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
_licet_case_read_end_use (LicetCase *self,
                          const LicetJsonPlace *root,
                          GError **error)
{
  LicetJsonPlace end_use;
  LicetJsonPlace value;
  gboolean incorporated;

  if (!licet_json_place_has (root, "end-use"))
    return TRUE;
  if (!licet_json_place_member (root, "end-use", &end_use, error) ||
      !licet_json_place_refuse_unknown (&end_use, known_end_use_members, error))
    return FALSE;
  if (licet_json_place_has (&end_use, "incorporated")) {
    if (!licet_json_place_member (&end_use, "incorporated", &value, error) ||
        !licet_json_place_boolean (&value, &incorporated, error))
      return FALSE;
    self->incorporated = incorporated ? LICET_MET : LICET_NOT_MET;
  }
  return read_answers (self, &end_use, error) && read_red_flags (self, &end_use, error);
}
