/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-verify"

#include "config.h"

#include "licet-verify.h"

#include "licet-bag.h"
#include "licet-verify-private.h"
#include "licet-zip.h"

/* A report names this many faults of a kind; who has that many needs no more. */
#define MAX_FAULTS 20u

static void
check_free (LicetVerifyCheck *check)
{
  g_free (check->id);
  g_free (check->text);
  g_free (check);
}

static void
add_check (LicetVerifyReport *report,
           const char *id,
           gboolean holds,
           const char *text)
{
  LicetVerifyCheck *check = g_new0 (LicetVerifyCheck, 1);

  check->id = g_strdup (id);
  check->holds = holds;
  check->text = g_strdup (text);
  g_ptr_array_add (report->checks, check);
  report->is_sound = report->is_sound && holds;
}

/* Takes @faults: none is what @fine says. */
static void
add_result (LicetVerifyReport *report,
            const char *id,
            GStrv faults,
            const char *fine)
{
  guint n = g_strv_length (faults);
  g_autofree char *text = NULL;

  if (n > MAX_FAULTS) {
    g_clear_pointer (&faults[MAX_FAULTS], g_free);
    for (guint i = MAX_FAULTS + 1; i < n; i++)
      g_clear_pointer (&faults[i], g_free);
  }
  text = g_strjoinv ("; ", faults);
  if (n > MAX_FAULTS) {
    g_autofree char *more = g_strdup_printf ("%s; and %u more", text, n - MAX_FAULTS);

    add_check (report, id, FALSE, more);
  } else {
    add_check (report, id, n == 0, n == 0 ? fine : text);
  }
  g_strfreev (faults);
}

static void
check_archive (LicetVerifyReport *report,
               LicetBag *bag,
               GBytes *archive)
{
  g_autofree char *day = licet_bag_dup_info (bag, "Bagging-Date");
  g_autofree char *text = NULL;
  guint64 offset = 0;

  if (!licet_zip_find_difference (bag, day != NULL ? day : "", archive, &offset)) {
    add_check (report, "archive", TRUE, "The archive is byte for byte as it was written");
    return;
  }
  text = g_strdup_printf ("The archive is not as Licet writes one, from byte %" G_GUINT64_FORMAT
                          " on: it was changed, or packed anew by another program",
                          offset);
  add_check (report, "archive", FALSE, text);
}

static void
check_bag (LicetVerifyReport *report,
           LicetBag *bag)
{
  g_autofree char *digests = g_strdup_printf (
    "All %u files have the digests that the manifests name", report->n_files);

  add_result (report, "bag", licet_bag_check_form (bag), "It is a BagIt 1.0 bag");
  add_result (report, "digests", licet_bag_check_digests (bag), digests);
}

/* Decides the case again and compares. Only where the same law is at hand, or the answer could
 * rightly be another one. */
static gboolean
decides_the_same (const LicetPackageCase *package_case,
                  LicetBundle *bundle,
                  JsonNode *frozen_requirements,
                  GError **error)
{
  g_autoptr (LicetCase) self = licet_case_new_from_json (bundle, package_case->json, NULL, error);
  g_autoptr (LicetRules) rules = self != NULL ? licet_rules_load (bundle, error) : NULL;
  g_autoptr (GPtrArray) requirements = rules != NULL ? licet_case_require (self, rules, error)
                                                     : NULL;
  g_autoptr (JsonNode) again = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  JsonArray *array;

  if (requirements == NULL)
    return FALSE;
  array = json_array_new ();
  for (guint i = 0; i < requirements->len; i++)
    json_array_add_element (array,
                            licet_requirement_serialise (g_ptr_array_index (requirements, i)));
  json_node_take_array (again, array);
  left = licet_json_serialise (frozen_requirements);
  right = licet_json_serialise (again);
  if (g_str_equal (left, right))
    return TRUE;
  g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED,
               "decided again, the facts give another requirement");
  return FALSE;
}

static gboolean
is_same_list (const LicetJsonPlace *place,
              LicetBundle *bundle,
              GString *words)
{
  const char *id = NULL, *edition = NULL, *digest = NULL;
  const LicetControlList *list;

  if (!licet_json_place_get_string (place, "id", &id, NULL) ||
      !licet_json_place_get_string (place, "edition", &edition, NULL) ||
      !licet_json_place_get_string (place, "digest", &digest, NULL))
    return FALSE;
  g_string_append_printf (words, "%s%s %s", words->len > 0 ? ", " : "", id, edition);
  list = licet_bundle_get_list (bundle, id, NULL);
  return list != NULL && g_str_equal (licet_control_list_get_digest (list), digest);
}

/* Whether lists and rules are those of @bundle; @words names the editions. */
static gboolean
is_same_law (const LicetJsonPlace *frozen,
             LicetBundle *bundle,
             GString *words)
{
  LicetJsonPlace lists;
  const char *digest = NULL;
  gboolean is_same = TRUE;
  guint n = 0;

  if (!licet_json_place_member (frozen, "lists", &lists, NULL) ||
      !licet_json_place_length (&lists, &n, NULL))
    return FALSE;
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace place;

    licet_json_place_element (&lists, i, &place);
    is_same = is_same_list (&place, bundle, words) && is_same;
  }
  return is_same && licet_json_place_get_string (frozen, "bundle", &digest, NULL) &&
         g_str_equal (digest, licet_bundle_get_digest (bundle));
}

static void
check_editions (LicetVerifyReport *report,
                const LicetPackageCase *package_case,
                LicetBundle *bundle)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  LicetJsonPlace root, frozen, requirements;
  gboolean is_same;
  gboolean holds = TRUE;

  if (package_case->json == NULL)
    return;
  licet_json_place_root (package_case->json, &root);
  if (!licet_json_place_member (&root, "frozen", &frozen, &error) ||
      !licet_json_place_member (&frozen, "requirements", &requirements, &error)) {
    add_check (report, "editions", FALSE, error->message);
    return;
  }
  is_same = is_same_law (&frozen, bundle, words);
  if (!is_same) {
    text = g_strdup_printf (
      "Decided by %s, which are not the editions here; the decision was not repeated",
      words->len > 0 ? words->str : "editions that are not named");
  } else if (decides_the_same (package_case, bundle, requirements.node, &error)) {
    text = g_strdup_printf (
      "Decided by %s, known here; decided again, the facts give the same requirement", words->str);
  } else {
    holds = FALSE;
    text = g_strdup (error->message);
  }
  add_check (report, "editions", holds, text);
}

static void
check_case (LicetVerifyReport *report,
            LicetBag *bag,
            LicetBundle *bundle)
{
  g_autoptr (GStrvBuilder) reading = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) papers = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) journal = g_strv_builder_new ();
  g_auto (LicetPackageCase) package_case = { 0 };
  g_autofree char *lines = NULL;
  g_autofree char *compared = NULL;
  g_auto (GStrv) unread = NULL;
  LicetJsonPlace root;
  const char *reference = NULL;
  guint n = 0;

  _licet_package_case_init (&package_case, bag, reading);
  unread = g_strv_builder_end (reading);
  g_strv_builder_addv (papers, (const char **) unread);
  _licet_package_case_check_journal (&package_case, journal);
  lines = g_strdup_printf (
    "The history is unbroken; lines, each with the digest of the one before: %u",
    g_strv_length (package_case.journal));
  add_result (report, "journal", g_strv_builder_end (journal), lines);
  _licet_package_case_check_papers (&package_case, bag, &n, papers);
  compared = g_strdup_printf ("All %u papers and pieces of evidence are those of the case", n);
  add_result (report, "case", g_strv_builder_end (papers), compared);
  if (bundle != NULL)
    check_editions (report, &package_case, bundle);
  if (package_case.json == NULL)
    return;
  licet_json_place_root (package_case.json, &root);
  if (licet_json_place_get_optional_string (&root, "reference", &reference, NULL))
    report->reference = g_strdup (reference);
}

void
licet_verify_report_free (LicetVerifyReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->checks, g_ptr_array_unref);
  g_free (report->reference);
  g_free (report);
}

JsonNode *
licet_verify_report_serialise (const LicetVerifyReport *report)
{
  JsonObject *object;
  JsonArray *checks;
  JsonNode *node;

  g_return_val_if_fail (report != NULL, NULL);

  object = json_object_new ();
  checks = json_array_new ();
  for (guint i = 0; i < report->checks->len; i++) {
    const LicetVerifyCheck *check = g_ptr_array_index (report->checks, i);
    JsonObject *member = json_object_new ();

    json_object_set_string_member (member, "id", check->id);
    json_object_set_boolean_member (member, "holds", check->holds);
    json_object_set_string_member (member, "text", check->text);
    json_array_add_object_element (checks, member);
  }
  json_object_set_boolean_member (object, "sound", report->is_sound);
  if (report->reference != NULL)
    json_object_set_string_member (object, "reference", report->reference);
  json_object_set_int_member (object, "files", report->n_files);
  json_object_set_array_member (object, "checks", checks);
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (node, object);
  return node;
}

LicetVerifyReport *
licet_package_verify (const char *path,
                      LicetBundle *bundle,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GBytes) archive = NULL;
  g_autoptr (LicetBag) bag = NULL;
  g_autoptr (GError) reason = NULL;
  LicetVerifyReport *report;

  g_return_val_if_fail (path != NULL, NULL);

  archive = licet_file_read (path, LICET_BAG_MAX_BYTES, &reason);
  if (archive == NULL) {
    g_set_error_literal (error, LICET_FILING_ERROR, LICET_FILING_ERROR_REFUSED, reason->message);
    return NULL;
  }
  bag = licet_zip_read (archive, cancellable, error);
  if (bag == NULL) {
    g_prefix_error (error, "%s: ", path);
    return NULL;
  }
  report = g_new0 (LicetVerifyReport, 1);
  report->is_sound = TRUE;
  report->checks = g_ptr_array_new_with_free_func ((GDestroyNotify) check_free);
  report->n_files = licet_bag_get_files (bag)->len;
  check_archive (report, bag, archive);
  check_bag (report, bag);
  check_case (report, bag, bundle);
  return report;
}
