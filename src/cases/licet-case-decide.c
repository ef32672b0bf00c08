/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-case-decide"

#include "config.h"

#include "licet-case.h"

#include <string.h>

#include "licet-case-private.h"
#include "licet-line-private.h"

/* How deep items of a case may stand in relation to each other; more is a circle. */
#define MAX_DEPTH 8

static gboolean
is_missing_category (const char *const *missing,
                     const char *code)
{
  /* Either way: "*", which asks whether it is listed at all, covers every category. */
  for (guint i = 0; missing[i] != NULL; i++)
    if (licet_code_covers (missing[i], code) || licet_code_covers (code, missing[i]))
      return TRUE;
  return FALSE;
}

/* Whether @determination was made under the list that stands before the colon of @code: codes of two lists may look alike. */
static gboolean
is_of_list (LicetDetermination *determination,
            const char *code,
            const char *colon)
{
  const char *list = licet_determination_get_list_id (determination);
  gsize length = (gsize) (colon - code);

  return strlen (list) == length && strncmp (list, code, length) == 0;
}

typedef struct {
  LicetCase *self;
  guint depth;
} ResolveData;

static LicetTruth resolve_item (const char *item_id,
                                const char *code,
                                gpointer user_data);

static LicetTruth
resolve_by_facts (LicetCase *self,
                  LicetLine *line,
                  const char *code,
                  guint depth)
{
  ResolveData data = { self, depth + 1 };
  LicetClassifyOptions options = LICET_CLASSIFY_OPTIONS_INIT;
  const LicetNode *node;

  if (depth >= MAX_DEPTH)
    return LICET_UNKNOWN;
  node = licet_bundle_find_node (self->bundle, code, NULL);
  if (node == NULL)
    return LICET_UNKNOWN;
  options.resolve = resolve_item;
  options.resolve_data = &data;
  return licet_evaluate (licet_line_get_item (line), node, &options);
}

/* What was determined of another item counts first. That it was determined under one code says nothing of the other codes:
 * these are decided by its facts. */
static LicetTruth
resolve_item (const char *item_id,
              const char *code,
              gpointer user_data)
{
  ResolveData *data = user_data;
  LicetLine *line = licet_case_find_line (data->self, item_id);
  const char *colon = strchr (code, ':');
  const char *plain = colon != NULL ? colon + 1 : code;
  GPtrArray *determinations;

  if (line == NULL)
    return LICET_UNKNOWN;
  determinations = licet_line_get_determinations (line);
  for (guint i = 0; i < determinations->len; i++) {
    LicetDetermination *determination = g_ptr_array_index (determinations, i);

    if (colon != NULL && !is_of_list (determination, code, colon))
      continue;
    if (licet_determination_covers (determination, plain))
      return LICET_MET;
    if (licet_determination_get_outcome (determination) == LICET_OUTCOME_NOT_LISTED &&
        !is_missing_category (licet_determination_get_missing_categories (determination), plain))
      return LICET_NOT_MET;
  }
  return resolve_by_facts (data->self, line, code, data->depth);
}

/* One for the whole process: the data of a case at depth 0 is the case itself. */
static LicetTruth
resolve_in_case (const char *item_id,
                 const char *code,
                 gpointer user_data)
{
  ResolveData data = { user_data, 0 };

  return resolve_item (item_id, code, &data);
}

static gboolean
has_record_for (LicetLine *line,
                const LicetLineConclusion *conclusion,
                const LicetControlList *list)
{
  LicetDetermination *determination = licet_line_get_determination (line, conclusion->list);
  g_auto (GStrv) stale = NULL;

  if (determination == NULL)
    return FALSE;
  if (!g_strv_equal (licet_determination_get_codes (determination),
                     (const char *const *) conclusion->codes))
    return FALSE;
  stale = licet_determination_check (determination, licet_line_get_item (line), list);
  return stale[0] == NULL;
}

static gboolean
conclude_line (LicetCase *self,
               LicetLine *line,
               GError **error)
{
  GPtrArray *conclusions = _licet_line_get_conclusions (line);
  LicetClassifyOptions options;

  licet_case_init_classify_options (self, &options);
  for (guint i = 0; i < conclusions->len; i++) {
    const LicetLineConclusion *said = g_ptr_array_index (conclusions, i);
    g_autoptr (LicetDetermination) determination = NULL;
    const LicetControlList *list;
    LicetConclusion conclusion = {
      .codes = said->codes[0] != NULL ? (const char *const *) said->codes : NULL,
      .follows_component = said->follows_component,
      .kinds_reviewed = said->kinds_reviewed,
      .rejected = (const char *const *) said->rejected,
      .note = said->note,
      .decided_by = said->decided_by,
      .decided_on = said->decided_on,
      .review_on = said->review_on,
    };

    list = licet_bundle_get_list (self->bundle, said->list, error);
    if (list == NULL)
      return FALSE;
    if (has_record_for (line, said, list))
      continue;
    determination =
        licet_determination_new (licet_line_get_item (line), list, &conclusion, &options, error);
    if (determination == NULL) {
      g_prefix_error (error, "item “%s”: ", licet_line_get_id (line));
      return FALSE;
    }
    licet_line_add_determination (line, determination);
  }
  return TRUE;
}

/* Whether every item of the case that @line stands in relation to comes before it in @done. */
static gboolean
is_ready (LicetCase *self,
          LicetLine *line,
          GHashTable *done)
{
  for (guint relation = 0; relation < LICET_N_RELATIONS; relation++) {
    const char *const *targets =
        licet_item_get_relation (licet_line_get_item (line), (LicetRelation) relation);

    for (guint i = 0; targets != NULL && targets[i] != NULL; i++) {
      const char *id =
          g_str_has_prefix (targets[i], "item:") ? targets[i] + strlen ("item:") : NULL;

      if (id != NULL && licet_case_find_line (self, id) != NULL &&
          !g_hash_table_contains (done, id))
        return FALSE;
    }
  }
  return TRUE;
}

static void
set_line (LicetCase *self,
          LicetRequirementQuery *query,
          LicetLine *line,
          const char *jurisdiction)
{
  const LicetControlList *list = _licet_case_find_list (self, jurisdiction);
  const char *currency = licet_case_get_text (self, "transaction.currency");
  LicetItem *item = licet_line_get_item (line);
  LicetDecimal value;

  licet_requirement_query_set_item (query, licet_line_get_id (line),
                                    licet_item_get_description (item));
  licet_requirement_query_set_nature (query, licet_item_get_nature (item));
  if (list != NULL)
    licet_requirement_query_set_determination (
        query, licet_line_get_determination (line, licet_control_list_get_id (list)));
  if (currency != NULL && licet_line_get_value (line, &value))
    licet_requirement_query_set_value (query, &value, currency);
}

static void
set_transaction (LicetCase *self,
                 LicetRequirementQuery *query)
{
  const char *location = licet_case_get_text (self, "transaction.location");
  const char *permanence = licet_case_get_text (self, "transaction.permanence");

  if (location != NULL)
    licet_requirement_query_set_origin (query, location);
  if (permanence != NULL)
    licet_requirement_query_set_permanence (query, permanence);
}

static void
set_parties (LicetCase *self,
             LicetRequirementQuery *query)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->parties));

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (G_LIST_MODEL (self->parties), i);

    for (guint bit = 0; bit < LICET_N_ROLES; bit++) {
      LicetPartyRole role = (LicetPartyRole) (1u << bit);

      if (licet_party_has_role (party, role))
        licet_requirement_query_set_party (
            query, licet_party_role_serialise (role), licet_party_get_country (party),
            licet_party_kind_serialise (licet_party_get_kind (party)));
    }
  }
}

/* What was answered about the item itself first, so that an answer for the whole case has the last word. */
static void
set_answers (LicetCase *self,
             LicetRequirementQuery *query,
             LicetItem *item)
{
  g_auto (GStrv) keys = licet_item_dup_answer_keys (item);

  for (guint i = 0; keys[i] != NULL; i++)
    licet_requirement_query_set_answer (query, keys[i],
                                        licet_item_get_answer (item, keys[i], NULL));
  for (guint i = 0; i < self->answers->len; i++) {
    const LicetCaseAnswer *answer = g_ptr_array_index (self->answers, i);

    licet_requirement_query_set_answer (query, answer->id, answer->truth);
  }
}

static LicetRequirement *
require_one (LicetCase *self,
             LicetRules *rules,
             LicetLine *line,
             const char *destination,
             const char *jurisdiction,
             GError **error)
{
  const char *kind = licet_case_get_text (self, "transaction.kind");
  g_autoptr (LicetRequirementQuery) query = NULL;

  query = licet_requirement_query_new (jurisdiction, kind != NULL ? kind : "export", destination);
  set_line (self, query, line, jurisdiction);
  set_transaction (self, query);
  set_parties (self, query);
  set_answers (self, query, licet_line_get_item (line));
  return licet_requirement_new (rules, query, error);
}

gboolean
licet_case_conclude (LicetCase *self,
                     GError **error)
{
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean has_progress = TRUE;
  guint n;

  g_return_val_if_fail (LICET_IS_CASE (self), FALSE);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  while (g_hash_table_size (done) < n) {
    /* A circle of relations has no first item: then each is concluded as far as its own facts bear it. */
    gboolean is_forced = !has_progress;

    has_progress = FALSE;
    for (guint i = 0; i < n; i++) {
      g_autoptr (LicetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (g_hash_table_contains (done, licet_line_get_id (line)) ||
          (!is_forced && !is_ready (self, line, done)))
        continue;
      if (!conclude_line (self, line, error))
        return FALSE;
      g_hash_table_add (done, (gpointer) licet_line_get_id (line));
      has_progress = TRUE;
    }
  }
  return TRUE;
}

void
licet_case_init_classify_options (LicetCase *self,
                                  LicetClassifyOptions *ret_options)
{
  g_return_if_fail (LICET_IS_CASE (self));
  g_return_if_fail (ret_options != NULL);

  *ret_options = (LicetClassifyOptions) LICET_CLASSIFY_OPTIONS_INIT;
  ret_options->resolve = resolve_in_case;
  ret_options->resolve_data = self;
}

GPtrArray *
licet_case_require (LicetCase *self,
                    LicetRules *rules,
                    GError **error)
{
  g_autoptr (GPtrArray) requirements = NULL;
  g_auto (GStrv) destinations = NULL;
  guint n;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);
  g_return_val_if_fail (rules != NULL, NULL);

  destinations = licet_case_dup_destinations (self);
  if (destinations[0] == NULL) {
    g_set_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY,
                 "no destination is known; add an end user or a consignee with a country");
    return NULL;
  }
  if (self->jurisdictions[0] == NULL) {
    g_set_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_QUERY,
                 "no jurisdiction is named; add for instance \"EU\" to transaction.jurisdictions");
    return NULL;
  }

  requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_requirement_unref);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));
  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

    for (guint j = 0; destinations[j] != NULL; j++)
      for (guint k = 0; self->jurisdictions[k] != NULL; k++) {
        LicetRequirement *requirement =
            require_one (self, rules, line, destinations[j], self->jurisdictions[k], error);

        if (requirement == NULL)
          return NULL;
        g_ptr_array_add (requirements, requirement);
      }
  }
  return g_steal_pointer (&requirements);
}
