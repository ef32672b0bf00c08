/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-readiness"

#include "config.h"

#include "licet-readiness.h"

#include <string.h>

#include "licet-case-private.h"
#include "licet-readiness-private.h"

static const char *const grade_names[] = { "fine", "open", "conflict" };

static void
add_verdict (JsonObject *verdicts,
             LicetRequirement *requirement)
{
  g_autofree char *jurisdiction =
      g_ascii_strdown (licet_requirement_get_jurisdiction (requirement), -1);

  if (!json_object_has_member (verdicts, jurisdiction))
    json_object_set_array_member (verdicts, jurisdiction, json_array_new ());
  json_array_add_string_element (
      json_object_get_array_member (verdicts, jurisdiction),
      licet_requirement_verdict_serialise (licet_requirement_get_verdict (requirement)));
}

JsonNode *
licet_case_dup_decided_facts (LicetCase *self,
                              GPtrArray *requirements)
{
  JsonNode *facts = licet_case_dup_facts (self);
  JsonObject *verdicts = json_object_new ();

  for (guint i = 0; requirements != NULL && i < requirements->len; i++)
    add_verdict (verdicts, g_ptr_array_index (requirements, i));
  json_object_set_object_member (json_node_get_object (facts), "verdicts", verdicts);
  return facts;
}

static void
check_begin (LicetReadinessCheck *check,
             LicetCase *self,
             LicetRules *rules,
             GPtrArray *requirements,
             const char *today)
{
  *check = (LicetReadinessCheck) {
    .self = self,
    .rules = rules,
    .requirements = requirements,
    .facts = licet_case_dup_decided_facts (self, requirements),
    .today = today,
    .reported = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .findings = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_readiness_finding_free),
  };
}

static void
check_end (LicetReadinessCheck *check)
{
  g_clear_pointer (&check->facts, json_node_unref);
  g_clear_pointer (&check->reported, g_hash_table_unref);
  g_clear_pointer (&check->findings, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetReadinessCheck, check_end)

static gboolean
run_checks (LicetReadinessCheck *check,
            GError **error)
{
  _licet_readiness_check_transaction (check);
  _licet_readiness_check_items (check);
  _licet_readiness_check_parties (check);
  _licet_readiness_check_end_use (check);
  _licet_readiness_check_requirement (check);
  if (!_licet_readiness_check_statements (check, error))
    return FALSE;
  _licet_readiness_check_evidence (check);
  return _licet_readiness_check_sheets (check, error);
}

/* Conflicts first; within a grade by section, and within a section as they were found. */
static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const LicetReadinessFinding *left = *(const LicetReadinessFinding *const *) a;
  const LicetReadinessFinding *right = *(const LicetReadinessFinding *const *) b;

  if (left->grade != right->grade)
    return (int) right->grade - (int) left->grade;
  return (int) left->section - (int) right->section;
}

static gboolean
has_any_text (LicetCase *self,
              const char *prefix)
{
  const LicetCaseTextField *fields;
  guint n;

  fields = _licet_case_get_text_fields (&n);
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (fields[i].path, prefix) &&
        licet_case_get_text (self, fields[i].path) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
is_empty (GListModel *list)
{
  return g_list_model_get_n_items (list) == 0;
}

static gboolean
is_started (LicetCase *self,
            LicetSection section)
{
  switch (section) {
  case LICET_SECTION_TRANSACTION:
    return has_any_text (self, "transaction.") || licet_case_get_jurisdictions (self)[0] != NULL;
  case LICET_SECTION_ITEMS:
    return !is_empty (licet_case_get_lines (self));
  case LICET_SECTION_PARTIES:
    return !is_empty (licet_case_get_parties (self));
  case LICET_SECTION_END_USE:
    return has_any_text (self, "end-use.") || licet_case_get_incorporated (self) != LICET_UNKNOWN ||
           licet_case_get_answers (self)->len > 0 || licet_case_get_red_flags (self)->len > 0;
  case LICET_SECTION_REQUIREMENT:
    return is_started (self, LICET_SECTION_ITEMS) && is_started (self, LICET_SECTION_PARTIES);
  case LICET_SECTION_STATEMENTS:
    return !is_empty (licet_case_get_statements (self));
  case LICET_SECTION_EVIDENCE:
    return !is_empty (licet_case_get_evidence (self));
  case LICET_SECTION_FILING:
    return is_started (self, LICET_SECTION_TRANSACTION) || is_started (self, LICET_SECTION_ITEMS) ||
           is_started (self, LICET_SECTION_PARTIES) || is_started (self, LICET_SECTION_END_USE);
  default:
    g_assert_not_reached ();
  }
}

static LicetSectionState
judge_section (LicetCase *self,
               GPtrArray *findings,
               LicetSection section,
               guint *ret_missing)
{
  LicetReadinessGrade worst = LICET_READINESS_FINE;
  guint missing = 0;

  for (guint i = 0; i < findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (findings, i);

    /* What is filed is the whole case, with whatever is open anywhere in it. */
    if ((finding->section != section && section != LICET_SECTION_FILING) ||
        finding->grade == LICET_READINESS_FINE)
      continue;
    missing++;
    worst = MAX (worst, finding->grade);
  }
  if (ret_missing != NULL)
    *ret_missing = missing;
  if (worst == LICET_READINESS_FINE)
    return LICET_SECTION_DONE;
  if (!is_started (self, section))
    return LICET_SECTION_NOT_STARTED;
  return worst == LICET_READINESS_CONFLICT ? LICET_SECTION_CONFLICT : LICET_SECTION_NEEDS_FACTS;
}

void
_licet_readiness_add (LicetReadinessCheck *check,
                      LicetReadinessGrade grade,
                      LicetSection section,
                      const char *id,
                      const char *place,
                      const char *remedy,
                      const char *format,
                      ...)
{
  LicetReadinessFinding *finding = g_new0 (LicetReadinessFinding, 1);
  va_list args;

  finding->id = g_strdup (id);
  finding->grade = grade;
  finding->section = section;
  finding->place = g_strdup (place);
  finding->remedy = g_strdup (remedy);
  va_start (args, format);
  finding->text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (check->findings, finding);
}

gboolean
_licet_readiness_is_fine_since (LicetReadinessCheck *check,
                                guint from)
{
  for (guint i = from; i < check->findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (check->findings, i);

    if (finding->grade != LICET_READINESS_FINE)
      return FALSE;
  }
  return TRUE;
}

void
_licet_readiness_report_missing (LicetReadinessCheck *check,
                                 const char *format,
                                 ...)
{
  va_list args;

  va_start (args, format);
  g_hash_table_add (check->reported, g_strdup_vprintf (format, args));
  va_end (args);
}

gboolean
_licet_readiness_is_reported (LicetReadinessCheck *check,
                              const char *path)
{
  g_autofree char *first = NULL;

  if (path == NULL)
    return FALSE;
  first = g_strndup (path, strcspn (path, "."));
  return g_hash_table_contains (check->reported, path) ||
         g_hash_table_contains (check->reported, first);
}

gboolean
_licet_readiness_is_explained (LicetReadinessCheck *check,
                               LicetSection section,
                               const char *path,
                               const char *label)
{
  const char *reason = licet_case_get_reason (check->self, path);

  if (reason == NULL)
    return FALSE;
  _licet_readiness_add (check, LICET_READINESS_FINE, section, "fact.explained", path, NULL,
                        "%s is not given: %s", label, reason);
  return TRUE;
}

const char *
licet_readiness_grade_serialise (LicetReadinessGrade grade)
{
  g_return_val_if_fail ((guint) grade < G_N_ELEMENTS (grade_names), "");

  return grade_names[grade];
}

void
licet_readiness_finding_free (LicetReadinessFinding *finding)
{
  if (finding == NULL)
    return;
  g_free (finding->id);
  g_free (finding->place);
  g_free (finding->text);
  g_free (finding->remedy);
  g_free (finding);
}

JsonArray *
licet_readiness_serialise (GPtrArray *findings)
{
  JsonArray *array;

  g_return_val_if_fail (findings != NULL, NULL);

  array = json_array_new ();
  for (guint i = 0; i < findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (findings, i);
    JsonObject *object = json_object_new ();

    json_object_set_string_member (object, "id", finding->id);
    json_object_set_string_member (object, "grade",
                                   licet_readiness_grade_serialise (finding->grade));
    if (finding->place != NULL)
      json_object_set_string_member (object, "place", finding->place);
    json_object_set_string_member (object, "text", finding->text);
    if (finding->remedy != NULL)
      json_object_set_string_member (object, "remedy", finding->remedy);
    json_array_add_object_element (array, object);
  }
  return array;
}

GPtrArray *
licet_case_check_readiness (LicetCase *self,
                            LicetRules *rules,
                            GPtrArray *requirements,
                            const char *today,
                            GError **error)
{
  g_auto (LicetReadinessCheck) check = { 0 };
  GDate day;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);
  g_return_val_if_fail (rules != NULL && today != NULL, NULL);

  if (!licet_date_parse (today, &day, error))
    return NULL;
  check_begin (&check, self, rules, requirements, today);
  check.reads_files = TRUE;
  if (!run_checks (&check, error))
    return NULL;
  g_ptr_array_sort (check.findings, compare_findings);
  return g_steal_pointer (&check.findings);
}

LicetSectionState
licet_case_get_section_state (LicetCase *self,
                              LicetRules *rules,
                              LicetSection section,
                              guint *ret_missing)
{
  g_auto (LicetReadinessCheck) check = { 0 };
  g_autoptr (GPtrArray) requirements = NULL;
  g_autoptr (GError) undecided = NULL;
  g_autoptr (GError) unreadable = NULL;
  g_autofree char *today = NULL;
  GDate day;

  g_return_val_if_fail (LICET_IS_CASE (self), LICET_SECTION_NOT_STARTED);
  g_return_val_if_fail (rules != NULL && (guint) section < LICET_N_SECTIONS,
                        LICET_SECTION_NOT_STARTED);

  licet_date_today (&day);
  today = licet_date_serialise (&day);
  requirements = licet_case_require (self, rules, &undecided);
  check_begin (&check, self, rules, requirements, today);
  check.undecided = undecided != NULL ? undecided->message : NULL;
  if (!run_checks (&check, &unreadable))
    _licet_readiness_add (&check, LICET_READINESS_CONFLICT, LICET_SECTION_FILING, "form.unreadable",
                          NULL, "Install Licet again.", "A form cannot be read: %s",
                          unreadable->message);
  return judge_section (self, check.findings, section, ret_missing);
}
