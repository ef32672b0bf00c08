/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-target"

#include "config.h"

#include "licet-source-private.h"

#include <string.h>

/* How many nodes may be one another in a row. */
#define MAX_CHAIN 8

/* Parts of "eu-annex-i:3A001.a". */
typedef struct {
  char *list;
  const char *code;
} Target;

static void
split_target (const char *list,
              const char *text,
              Target *target)
{
  const char *colon = strchr (text, ':');

  target->list = colon != NULL ? g_strndup (text, (gsize) (colon - text)) : g_strdup (list);
  target->code = colon != NULL ? colon + 1 : text;
}

/* "3", "3A", "3A001" or "3A001.a.5". */
static gboolean
is_code (const char *code,
         LicetTargetForm form)
{
  gsize length = strlen (code);

  if (length <= 2)
    return form == LICET_TARGET_SCOPE && length > 0 && g_ascii_isdigit (code[0]) &&
           (length == 1 || g_ascii_isupper (code[1]));
  if (length < 5 || !g_ascii_isdigit (code[0]) || !g_ascii_isupper (code[1]))
    return FALSE;
  for (guint i = 2; i < 5; i++)
    if (!g_ascii_isdigit (code[i]))
      return FALSE;
  for (const char *p = code + 5; *p != '\0'; p++)
    if (*p == '.' ? !g_ascii_isalnum (p[1])
                  : (p == code + 5 || !(g_ascii_islower (*p) || g_ascii_isdigit (*p))))
      return FALSE;
  return TRUE;
}

static const LicetNodeSource *
find_source (LicetReading *reading,
             const char *list_id,
             const char *code,
             guint depth)
{
  const LicetListSource *list = g_hash_table_lookup (reading->lists, list_id);
  const LicetNodeSource *source = list != NULL ? g_hash_table_lookup (list->nodes, code) : NULL;
  g_autofree char *above = NULL;
  g_autofree char *inherited = NULL;
  Target target;

  if (source != NULL || list == NULL || depth > MAX_CHAIN)
    return source;
  /* It may be taken over: go up to the nearest node that is written, and look below what that one is. */
  above = g_strdup (code);
  while (source == NULL && strrchr (above, '.') != NULL) {
    *strrchr (above, '.') = '\0';
    source = g_hash_table_lookup (list->nodes, above);
  }
  if (source == NULL || source->as == NULL)
    return NULL;
  split_target (list_id, source->as, &target);
  inherited = g_strconcat (target.code, code + strlen (above), NULL);
  source = find_source (reading, target.list, inherited, depth + 1);
  g_free (target.list);
  return source;
}

static gboolean
check_parts (LicetReading *reading,
             const LicetJsonPlace *place,
             const Target *target,
             const char *text,
             LicetTargetForm form)
{
  LicetListSource *list = g_hash_table_lookup (reading->lists, target->list);
  const LicetCategory *category;

  if (list == NULL)
    return _licet_defects_add (reading->defects, place,
                               "“%s” names the list “%s”, which is not there; name another", text,
                               target->list);
  if (form == LICET_TARGET_SCOPE && g_str_equal (target->code, "*"))
    return TRUE;
  if (!is_code (target->code, form))
    return _licet_defects_add (reading->defects, place, "“%s” is no code; write it as 3A001.a.5",
                               text);
  category = _licet_control_list_find_category (list->list, target->code[0]);
  if (category == NULL ||
      (target->code[1] != '\0' &&
       _licet_control_list_find_group (list->list, target->code[1]) == NULL))
    return _licet_defects_add (reading->defects, place,
                               "“%s” is in no category and group that list.json of %s names; name "
                               "another code",
                               text, target->list);
  if (!category->is_present) {
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (list->references, category->id));

    g_hash_table_insert (list->references, (gpointer) category->id, GUINT_TO_POINTER (n + 1));
    return TRUE;
  }
  if (strlen (target->code) > 2 && find_source (reading, target->list, target->code, 0) == NULL)
    return _licet_defects_add (reading->defects, place,
                               "there is no %s in %s; name a code that exists", target->code,
                               target->list);
  return TRUE;
}

gboolean
_licet_reading_check_target (LicetReading *reading,
                             const LicetJsonPlace *place,
                             const char *list,
                             const char *text,
                             LicetTargetForm form)
{
  gboolean is_sound;
  Target target;

  split_target (list, text, &target);
  is_sound = check_parts (reading, place, &target, text, form);
  g_free (target.list);
  return is_sound;
}

const LicetNodeSource *
_licet_reading_find_source (LicetReading *reading,
                            const char *list,
                            const char *text)
{
  const LicetNodeSource *source;
  Target target;

  split_target (list, text, &target);
  source = find_source (reading, target.list, target.code, 0);
  g_free (target.list);
  return source;
}

gboolean
_licet_reading_scopes (LicetReading *reading,
                       const LicetJsonPlace *place,
                       const char *member,
                       const char *list,
                       const char *const **ret_scopes)
{
  const char *const *scopes = NULL;
  gboolean is_sound = TRUE;
  LicetJsonPlace inner;

  if (!_licet_reading_texts (reading, place, member, LICET_MAX_ID, &scopes))
    return FALSE;
  for (guint i = 0; scopes[i] != NULL; i++) {
    LicetJsonPlace element;

    (void) licet_json_place_member (place, member, &inner, NULL);
    licet_json_place_element (&inner, i, &element);
    is_sound = _licet_reading_check_target (reading, &element, list, scopes[i],
                                            LICET_TARGET_SCOPE) && is_sound;
  }
  if (is_sound)
    *ret_scopes = scopes;
  return is_sound;
}
