/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-members"

#include "config.h"

#include "licet-rule-reader-private.h"

gboolean
_licet_rule_get_text (const LicetJsonPlace *place,
                      const char *member,
                      const char **ret_text,
                      LicetDefects *defects)
{
  GError *error = NULL;

  if (!licet_json_place_get_string (place, member, ret_text, &error)) {
    _licet_defects_take (defects, error);
    return FALSE;
  }
  if (**ret_text == '\0') {
    _licet_defects_add (defects, place, "“%s” is empty; write what it says", member);
    return FALSE;
  }
  return TRUE;
}

gboolean
_licet_rule_get_optional_text (const LicetJsonPlace *place,
                               const char *member,
                               const char **ret_text,
                               LicetDefects *defects)
{
  if (licet_json_place_has (place, member))
    return _licet_rule_get_text (place, member, ret_text, defects);
  *ret_text = NULL;
  return TRUE;
}

gboolean
_licet_rule_get_strings (const LicetJsonPlace *place,
                         const char *member,
                         GStrv *ret_texts,
                         LicetDefects *defects)
{
  GError *error = NULL;

  if (licet_json_place_get_strings (place, member, ret_texts, &error))
    return TRUE;
  _licet_defects_take (defects, error);
  return FALSE;
}

gboolean
_licet_rule_get_optional_condition (const LicetRuleBook *book,
                                    const LicetJsonPlace *place,
                                    const char *member,
                                    LicetRuleCondition **ret_condition,
                                    LicetDefects *defects)
{
  LicetJsonPlace inner;

  if (!licet_json_place_has (place, member)) {
    *ret_condition = NULL;
    return TRUE;
  }
  if (!licet_json_place_member (place, member, &inner, NULL))
    g_assert_not_reached ();
  *ret_condition = _licet_rule_condition_read (book, &inner, defects);
  return *ret_condition != NULL;
}

GPtrArray *
_licet_rule_get_duties (const LicetRuleBook *book,
                        const LicetJsonPlace *place,
                        LicetDefects *defects)
{
  GPtrArray *duties = g_ptr_array_new ();
  g_auto (GStrv) ids = NULL;

  if (!_licet_rule_get_strings (place, "duties", &ids, defects))
    return duties;
  for (guint i = 0; ids[i] != NULL; i++) {
    LicetRuleDuty *duty = _licet_rule_book_find (book, "duty", ids[i]);

    if (duty != NULL)
      g_ptr_array_add (duties, duty);
    else
      _licet_defects_add (defects, place,
                          "there is no duty “%s”; name one that a rule file defines", ids[i]);
  }
  return duties;
}

gboolean
_licet_rule_refuse_unknown (const LicetJsonPlace *place,
                            const char *const *known,
                            LicetDefects *defects)
{
  GError *error = NULL;

  if (licet_json_place_refuse_unknown (place, known, &error))
    return TRUE;
  _licet_defects_take (defects, error);
  return FALSE;
}

gboolean
_licet_rule_open_list (const LicetJsonPlace *place,
                       const char *member,
                       LicetJsonPlace *ret_list,
                       guint *ret_length,
                       LicetDefects *defects)
{
  GError *error = NULL;

  *ret_length = 0;
  if (!licet_json_place_has (place, member))
    return TRUE;
  if (licet_json_place_member (place, member, ret_list, &error) &&
      licet_json_place_length (ret_list, ret_length, &error))
    return TRUE;
  _licet_defects_take (defects, error);
  return FALSE;
}
