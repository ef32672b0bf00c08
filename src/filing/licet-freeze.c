/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-freeze"

#include "config.h"

#include "licet-freeze.h"

#include <string.h>

/* The latest moment named so far. A day counts from its beginning: what was done on it is not dated
 * more exactly. */
static void
take_moment (char **latest,
             const char *text)
{
  g_autofree char *moment = NULL;

  if (text == NULL)
    return;
  moment = strlen (text) == strlen ("2026-11-18") ? g_strconcat (text, "T00:00:00Z", NULL)
                                                  : g_strdup (text);
  if (licet_timestamp_is_valid (moment) && g_strcmp0 (moment, *latest) > 0) {
    g_free (*latest);
    *latest = g_steal_pointer (&moment);
  }
}

static void
take_journal_moments (char **latest,
                      const char *const *lines)
{
  for (guint i = 0; lines[i] != NULL; i++) {
    g_autoptr (LicetJson) json = licet_json_parse ("journal", lines[i], -1, NULL);
    LicetJsonPlace place;
    const char *moment = NULL;

    if (json == NULL)
      continue;
    licet_json_place_root (json, &place);
    if (licet_json_place_get_optional_string (&place, "moment", &moment, NULL))
      take_moment (latest, moment);
  }
}

static void
take_line_moments (char **latest,
                   LicetCase *self)
{
  GListModel *lines = licet_case_get_lines (self);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);
    GPtrArray *determinations = licet_line_get_determinations (line);

    for (guint j = 0; j < determinations->len; j++)
      take_moment (latest,
                   licet_determination_get_decided_on (g_ptr_array_index (determinations, j)));
  }
}

static void
take_statement_moments (char **latest,
                        LicetCase *self)
{
  static const char *const steps[] = { "drafted", "sent", "received", "signed", "checked" };
  GListModel *statements = licet_case_get_statements (self);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++) {
    g_autoptr (LicetStatement) statement = g_list_model_get_item (statements, i);

    for (guint j = 0; j < G_N_ELEMENTS (steps); j++)
      take_moment (latest, licet_statement_get_date (statement, steps[j]));
  }
}

static void
take_people_moments (char **latest,
                     LicetCase *self)
{
  GListModel *parties = licet_case_get_parties (self);
  GPtrArray *answers = licet_case_get_answers (self);
  GPtrArray *flags = licet_case_get_red_flags (self);

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (parties, i);

    take_moment (latest, licet_party_get_text (party, "screened-on"));
  }
  for (guint i = 0; i < answers->len; i++)
    take_moment (latest, ((const LicetCaseAnswer *) g_ptr_array_index (answers, i))->on);
  for (guint i = 0; i < flags->len; i++)
    take_moment (latest, ((const LicetRedFlag *) g_ptr_array_index (flags, i))->closed_on);
}

static char *
find_moment (LicetCase *self,
             const char *const *journal)
{
  char *latest = NULL;

  take_moment (&latest, licet_case_get_text (self, "created"));
  take_journal_moments (&latest, journal);
  take_line_moments (&latest, self);
  take_statement_moments (&latest, self);
  take_people_moments (&latest, self);
  return latest != NULL ? latest : licet_clock_now ();
}

static GStrv
dup_journal (LicetCase *self,
             const char *const *journal)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  GPtrArray *own = licet_case_get_journal (self);

  if (journal != NULL)
    return g_strdupv ((char **) journal);
  for (guint i = 0; i < own->len; i++)
    g_strv_builder_add (lines, g_ptr_array_index (own, i));
  return g_strv_builder_end (lines);
}

static JsonArray *
make_lists (LicetBundle *bundle)
{
  JsonArray *array = json_array_new ();
  const char *const *ids = licet_bundle_get_list_ids (bundle);

  for (guint i = 0; ids[i] != NULL; i++) {
    const LicetControlList *list = licet_bundle_get_list (bundle, ids[i], NULL);
    JsonObject *object;

    if (list == NULL)
      continue;
    object = json_object_new ();
    json_object_set_string_member (object, "id", ids[i]);
    json_object_set_string_member (object, "edition", licet_control_list_get_edition (list));
    json_object_set_string_member (object, "digest", licet_control_list_get_digest (list));
    json_array_add_object_element (array, object);
  }
  return array;
}

static JsonObject *
make_rules (LicetRules *rules)
{
  JsonObject *object = json_object_new ();
  JsonObject *editions = json_object_new ();
  const char *const *jurisdictions = licet_rules_get_jurisdictions (rules);

  for (guint i = 0; jurisdictions[i] != NULL; i++)
    json_object_set_string_member (editions, jurisdictions[i],
                                   licet_rules_get_edition (rules, jurisdictions[i]));
  json_object_set_object_member (object, "editions", editions);
  json_object_set_string_member (object, "digest", licet_rules_get_digest (rules));
  return object;
}

/* What the case was decided to be, and by which editions. */
static JsonObject *
make_frozen (LicetFrozen *frozen)
{
  LicetBundle *bundle = licet_case_get_bundle (frozen->self);
  JsonObject *object = json_object_new ();
  JsonArray *requirements = json_array_new ();

  for (guint i = 0; i < frozen->requirements->len; i++)
    json_array_add_element (
      requirements, licet_requirement_serialise (g_ptr_array_index (frozen->requirements, i)));
  json_object_set_string_member (object, "moment", frozen->moment);
  json_object_set_string_member (object, "bundle", licet_bundle_get_digest (bundle));
  json_object_set_array_member (object, "lists", make_lists (bundle));
  json_object_set_object_member (object, "rules", make_rules (frozen->rules));
  json_object_set_array_member (object, "requirements", requirements);
  return object;
}

static void
make_json (LicetFrozen *frozen)
{
  JsonObject *root;

  frozen->json = licet_case_serialise (frozen->self);
  root = json_node_get_object (frozen->json);
  json_object_set_array_member (root, "journal",
                                licet_json_make_strings ((const char *const *) frozen->journal));
  json_object_set_object_member (root, "frozen", make_frozen (frozen));
  json_object_remove_member (root, "package");
  frozen->digest = licet_frozen_digest (frozen->json);
}

/* The history ends with the package itself, so that history and case cannot be exchanged one
 * without the other. */
static void
close_journal (LicetFrozen *frozen)
{
  guint n = g_strv_length (frozen->journal);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (JsonNode) detail =
      licet_frozen_make_detail (frozen->digest, licet_case_get_round (frozen->self));

  g_strv_builder_addv (lines, (const char **) frozen->journal);
  g_strv_builder_take (lines, licet_journal_line (n > 0 ? frozen->journal[n - 1] : NULL,
                                                  frozen->moment, NULL, "package", detail));
  g_strfreev (frozen->journal);
  frozen->journal = g_strv_builder_end (lines);
}

static gboolean
check_journal (const char *const *journal,
               GError **error)
{
  guint line = 0;

  if (licet_journal_check (journal, &line))
    return TRUE;
  g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_EVIDENCE,
               "line %u of the case's history does not follow from the line before; take the case "
               "from a backup",
               line);
  return FALSE;
}

LicetFrozen *
licet_freeze (LicetCase *self,
              LicetRules *rules,
              const char *const *journal,
              GError **error)
{
  g_autoptr (LicetFrozen) frozen = NULL;
  g_autofree char *today = NULL;
  GDate date;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  frozen = g_new0 (LicetFrozen, 1);
  frozen->self = g_object_ref (self);
  frozen->rules = licet_rules_ref (rules);
  frozen->journal = dup_journal (self, journal);
  if (!check_journal ((const char *const *) frozen->journal, error))
    return NULL;
  frozen->requirements = licet_case_require (self, rules, error);
  if (frozen->requirements == NULL)
    return NULL;
  licet_date_today (&date);
  today = licet_date_serialise (&date);
  frozen->findings = licet_case_check_readiness (self, rules, frozen->requirements, today, error);
  if (frozen->findings == NULL)
    return NULL;
  frozen->facts = licet_case_dup_decided_facts (self, frozen->requirements);
  frozen->moment = find_moment (self, (const char *const *) frozen->journal);
  frozen->day = g_strndup (frozen->moment, strlen ("2026-11-18"));
  make_json (frozen);
  close_journal (frozen);
  return g_steal_pointer (&frozen);
}

void
licet_frozen_free (LicetFrozen *frozen)
{
  if (frozen == NULL)
    return;
  g_clear_object (&frozen->self);
  g_clear_pointer (&frozen->rules, licet_rules_unref);
  g_clear_pointer (&frozen->facts, json_node_unref);
  g_clear_pointer (&frozen->requirements, g_ptr_array_unref);
  g_clear_pointer (&frozen->findings, g_ptr_array_unref);
  g_clear_pointer (&frozen->journal, g_strfreev);
  g_clear_pointer (&frozen->json, json_node_unref);
  g_free (frozen->moment);
  g_free (frozen->day);
  g_free (frozen->digest);
  g_free (frozen);
}

char *
licet_frozen_digest (JsonNode *root)
{
  g_autoptr (JsonNode) copy = NULL;
  g_autofree char *canonical = NULL;
  JsonObject *object;
  GList *members;

  g_return_val_if_fail (root != NULL, NULL);

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  object = json_object_new ();
  members = json_object_get_members (json_node_get_object (root));
  for (const GList *member = members; member != NULL; member = member->next)
    if (!g_str_equal (member->data, "package"))
      json_object_set_member (
        object, member->data,
        json_node_ref (json_object_get_member (json_node_get_object (root), member->data)));
  g_list_free (members);
  copy = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (copy, object);
  canonical = licet_json_serialise (copy);
  return licet_digest_text (canonical);
}

JsonNode *
licet_frozen_make_detail (const char *digest,
                          guint round)
{
  JsonObject *object;
  JsonNode *detail;

  g_return_val_if_fail (digest != NULL, NULL);

  object = json_object_new ();
  json_object_set_string_member (object, "facts", digest);
  json_object_set_int_member (object, "round", round);
  detail = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (detail, object);
  return detail;
}
