/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-form-condition"

#include "config.h"

#include "licet-form-private.h"

typedef enum {
  TEST_IS_TRUE,
  TEST_IS_FALSE,
  TEST_IS_TEXT,
  TEST_HAS,
  TEST_PRESENT,
  TEST_DIFFERS,
  TEST_ALL,
  TEST_ANY,
  TEST_NOT,
} TestType;

struct _LicetFormCondition {
  TestType type;
  char *path;
  char *text;
  GPtrArray *parts;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetFormCondition, _licet_form_condition_free)

static guint
count_members (const LicetJsonPlace *place,
               const char *const *members)
{
  guint n = 0;

  for (guint i = 0; members[i] != NULL; i++)
    n += licet_json_place_has (place, members[i]) ? 1 : 0;
  return n;
}

/* A second test beside the first would be passed over without a word. */
static gboolean
check_one_test (const LicetJsonPlace *place,
                GError **error)
{
  static const char *const combinations[] = { "all", "any", "not", NULL };
  static const char *const tests[] = { "is", "has", "present", "differs", NULL };
  guint n_combinations = count_members (place, combinations);
  guint n_tests = count_members (place, tests);

  if (n_combinations + n_tests == 1 && licet_json_place_has (place, "path") == (n_tests == 1))
    return TRUE;
  licet_json_place_set_error (place, error,
                              "a condition is one test; give “path” with one of is, has, present, "
                              "differs, or one of all, any, not");
  return FALSE;
}

static gboolean
read_is (const LicetJsonPlace *place,
         LicetFormCondition *condition,
         GError **error)
{
  const char *text = NULL;
  LicetJsonPlace value;
  gboolean is = FALSE;

  if (!licet_json_place_member (place, "is", &value, error))
    return FALSE;
  if (json_node_get_value_type (value.node) == G_TYPE_BOOLEAN) {
    if (!licet_json_place_boolean (&value, &is, error))
      return FALSE;
    condition->type = is ? TEST_IS_TRUE : TEST_IS_FALSE;
    return TRUE;
  }
  if (!licet_json_place_string (&value, &text, error))
    return FALSE;
  condition->type = TEST_IS_TEXT;
  condition->text = g_strdup (text);
  return TRUE;
}

static gboolean
read_path_test (const LicetJsonPlace *place,
                LicetFormCondition *condition,
                GError **error)
{
  const char *path = NULL;
  const char *text = NULL;

  if (!licet_json_place_get_string (place, "path", &path, error) ||
      !_licet_form_check_path (place, path, NULL, error))
    return FALSE;
  condition->path = g_strdup (path);
  if (licet_json_place_has (place, "is"))
    return read_is (place, condition, error);
  if (licet_json_place_has (place, "has")) {
    condition->type = TEST_HAS;
    if (!licet_json_place_get_string (place, "has", &text, error))
      return FALSE;
  } else if (licet_json_place_has (place, "differs")) {
    condition->type = TEST_DIFFERS;
    if (!licet_json_place_get_string (place, "differs", &text, error) ||
        !_licet_form_check_path (place, text, NULL, error))
      return FALSE;
  } else {
    gboolean is = FALSE;

    condition->type = TEST_PRESENT;
    if (!licet_json_place_get_optional_boolean (place, "present", FALSE, &is, error))
      return FALSE;
    if (!is) {
      licet_json_place_set_error (
          place, error, "“present” can only be true; put the condition in “not” for the contrary");
      return FALSE;
    }
  }
  condition->text = g_strdup (text);
  return TRUE;
}

static gboolean
read_parts (const LicetJsonPlace *place,
            const char *member,
            LicetFormCondition *condition,
            GError **error)
{
  LicetJsonPlace array;
  guint length;

  if (!licet_json_place_member (place, member, &array, error) ||
      !licet_json_place_length (&array, &length, error))
    return FALSE;
  for (guint i = 0; i < length; i++) {
    LicetFormCondition *part;
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    part = _licet_form_condition_parse (&element, error);
    if (part == NULL)
      return FALSE;
    g_ptr_array_add (condition->parts, part);
  }
  return TRUE;
}

static LicetTruth
evaluate_is (const LicetFormCondition *condition,
             JsonNode *node)
{
  gboolean is;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return LICET_UNKNOWN;
  if (condition->type == TEST_IS_TEXT)
    return g_strcmp0 (json_node_get_string (node), condition->text) == 0 ? LICET_MET
                                                                         : LICET_NOT_MET;
  if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return LICET_UNKNOWN;
  is = json_node_get_boolean (node);
  return is == (condition->type == TEST_IS_TRUE) ? LICET_MET : LICET_NOT_MET;
}

static LicetTruth
evaluate_has (const LicetFormCondition *condition,
              JsonNode *node)
{
  JsonArray *array;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return LICET_UNKNOWN;
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_strcmp0 (json_array_get_string_element (array, i), condition->text) == 0)
      return LICET_MET;
  return LICET_NOT_MET;
}

static LicetTruth
evaluate_differs (const LicetFormCondition *condition,
                  JsonNode *facts)
{
  g_autofree char *left = licet_form_lookup (facts, condition->path);
  g_autofree char *right = licet_form_lookup (facts, condition->text);

  if (left == NULL || right == NULL)
    return LICET_UNKNOWN;
  return g_str_equal (left, right) ? LICET_NOT_MET : LICET_MET;
}

static LicetTruth
evaluate_parts (const LicetFormCondition *condition,
                JsonNode *facts)
{
  LicetTruth truth = condition->type == TEST_ALL ? LICET_MET : LICET_NOT_MET;

  for (guint i = 0; i < condition->parts->len; i++) {
    LicetTruth part =
        _licet_form_condition_evaluate (g_ptr_array_index (condition->parts, i), facts);

    truth =
        condition->type == TEST_ALL ? licet_truth_and (truth, part) : licet_truth_or (truth, part);
  }
  return truth;
}

LicetFormCondition *
_licet_form_condition_parse (const LicetJsonPlace *place,
                             GError **error)
{
  static const char *const known[] = { "path", "is",  "has", "present", "differs",
                                       "all",  "any", "not", NULL };
  g_autoptr (LicetFormCondition) condition = g_new0 (LicetFormCondition, 1);
  LicetFormCondition *part;
  LicetJsonPlace inner;

  condition->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_form_condition_free);
  if (!licet_json_place_refuse_unknown (place, known, error) || !check_one_test (place, error))
    return NULL;
  if (licet_json_place_has (place, "all") || licet_json_place_has (place, "any")) {
    gboolean is_all = licet_json_place_has (place, "all");

    condition->type = is_all ? TEST_ALL : TEST_ANY;
    return read_parts (place, is_all ? "all" : "any", condition, error)
               ? g_steal_pointer (&condition)
               : NULL;
  }
  if (licet_json_place_has (place, "not")) {
    condition->type = TEST_NOT;
    if (!licet_json_place_member (place, "not", &inner, error))
      return NULL;
    part = _licet_form_condition_parse (&inner, error);
    if (part == NULL)
      return NULL;
    g_ptr_array_add (condition->parts, part);
    return g_steal_pointer (&condition);
  }
  return read_path_test (place, condition, error) ? g_steal_pointer (&condition) : NULL;
}

void
_licet_form_condition_free (LicetFormCondition *condition)
{
  if (condition == NULL)
    return;
  g_free (condition->path);
  g_free (condition->text);
  g_clear_pointer (&condition->parts, g_ptr_array_unref);
  g_free (condition);
}

LicetTruth
_licet_form_condition_evaluate (const LicetFormCondition *condition,
                                JsonNode *facts)
{
  if (condition == NULL)
    return LICET_MET;
  switch (condition->type) {
  case TEST_IS_TRUE:
  case TEST_IS_FALSE:
  case TEST_IS_TEXT:
    return evaluate_is (condition, _licet_form_find_node (facts, condition->path));
  case TEST_HAS:
    return evaluate_has (condition, _licet_form_find_node (facts, condition->path));
  case TEST_PRESENT:
    return _licet_form_find_node (facts, condition->path) != NULL ? LICET_MET : LICET_NOT_MET;
  case TEST_DIFFERS:
    return evaluate_differs (condition, facts);
  case TEST_ALL:
  case TEST_ANY:
    return evaluate_parts (condition, facts);
  case TEST_NOT:
    return licet_truth_not (
        _licet_form_condition_evaluate (g_ptr_array_index (condition->parts, 0), facts));
  default:
    g_assert_not_reached ();
  }
}
