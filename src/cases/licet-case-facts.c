/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-case-facts"

#include "config.h"

#include "licet-case.h"

#include <string.h>

#include "licet-case-private.h"

static void
set_text (JsonObject *object,
          const char *member,
          const char *text)
{
  if (text != NULL && *text != '\0')
    json_object_set_string_member (object, member, text);
}

static void
set_country (JsonObject *object,
             const char *member,
             const char *code)
{
  g_autofree char *code_member = g_strconcat (member, "-code", NULL);

  if (code == NULL)
    return;
  set_text (object, member, licet_country_get_name (code));
  set_text (object, code_member, code);
}

static JsonArray *
make_roles (LicetParty *party)
{
  JsonArray *roles = json_array_new ();

  for (guint bit = 0; bit < LICET_N_ROLES; bit++)
    if (licet_party_has_role (party, (LicetPartyRole) (1u << bit)))
      json_array_add_string_element (roles,
                                     licet_party_role_serialise ((LicetPartyRole) (1u << bit)));
  return roles;
}

static JsonObject *
make_party (LicetParty *party)
{
  static const char *const texts[] = {
    "id",      "name",  "street", "postcode", "city",      "region", "identification",
    "website", "phone", "email",  "contact",  "signatory",
  };
  JsonObject *object = json_object_new ();
  g_autofree char *address = licet_party_dup_address (party);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (object, texts[i], licet_party_get_text (party, texts[i]));
  set_text (object, "address", address);
  set_country (object, "country", licet_party_get_country (party));
  if (licet_party_get_kind (party) != LICET_PARTY_KIND_UNKNOWN)
    set_text (object, "kind", licet_party_kind_serialise (licet_party_get_kind (party)));
  json_object_set_array_member (object, "roles", make_roles (party));
  return object;
}

static void
add_parties (LicetCase *self,
             JsonObject *facts)
{
  JsonArray *intermediates = json_array_new ();
  JsonObject *by_id = json_object_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->parties));

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (G_LIST_MODEL (self->parties), i);

    json_object_set_object_member (by_id, licet_party_get_id (party), make_party (party));
    for (guint bit = 0; bit < LICET_N_ROLES; bit++) {
      LicetPartyRole role = (LicetPartyRole) (1u << bit);
      const char *member = licet_party_role_serialise (role);

      if (!licet_party_has_role (party, role))
        continue;
      if (role == LICET_ROLE_INTERMEDIATE)
        json_array_add_object_element (intermediates, make_party (party));
      else if (!json_object_has_member (facts, member))
        json_object_set_object_member (facts, member, make_party (party));
    }
  }
  json_object_set_object_member (facts, "parties", by_id);
  json_object_set_array_member (facts, "intermediates", intermediates);
}

/* The codes of a line under every list of the case's jurisdictions: "codes" for the first, "codes-eu" for each. */
static void
add_codes (LicetCase *self,
           LicetLine *line,
           JsonObject *object)
{
  for (guint i = 0; self->jurisdictions[i] != NULL; i++) {
    const LicetControlList *list = _licet_case_find_list (self, self->jurisdictions[i]);
    g_autofree char *lower = g_ascii_strdown (self->jurisdictions[i], -1);
    g_autofree char *member = g_strconcat ("codes-", lower, NULL);
    g_autofree char *codes = NULL;

    if (list == NULL)
      continue;
    codes = licet_line_dup_codes (line, licet_control_list_get_id (list));
    set_text (object, member, codes);
    if (i == 0)
      set_text (object, "codes", codes);
  }
}

static JsonObject *
make_line (LicetCase *self,
           LicetLine *line,
           guint number)
{
  static const char *const texts[] = {
    "id", "part-number", "maker", "quantity", "unit", "unit-value", "commodity-code", "cas",
  };
  JsonObject *object = json_object_new ();
  g_autofree char *line_number = g_strdup_printf ("%u", number);
  LicetDecimal value;

  set_text (object, "line", line_number);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_text (object, texts[i], licet_line_get_text (line, texts[i]));
  set_text (object, "description", licet_item_get_description (licet_line_get_item (line)));
  set_country (object, "origin", licet_line_get_text (line, "origin"));
  if (licet_line_get_value (line, &value)) {
    g_autofree char *money = licet_decimal_format_money (&value, 2);

    set_text (object, "value", money);
    set_text (object, "currency", licet_case_get_text (self, "transaction.currency"));
  }
  add_codes (self, line, object);
  return object;
}

static void
add_lines (LicetCase *self,
           JsonObject *facts)
{
  JsonArray *array = json_array_new ();
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

    json_array_add_object_element (array, make_line (self, line, i + 1));
  }
  json_object_set_array_member (facts, "items", array);
}

static JsonObject *
get_group (JsonObject *facts,
           const char *name)
{
  if (!json_object_has_member (facts, name))
    json_object_set_object_member (facts, name, json_object_new ());
  return json_object_get_object_member (facts, name);
}

/* The path a form binds: "transaction.contract.date" of the file is the member "contract-date" of the group "transaction". */
static char *
dup_bound_path (const char *path)
{
  char *bound = g_strdup (path);
  char *dot = strchr (bound, '.');

  if (dot != NULL)
    g_strdelimit (dot + 1, ".", '-');
  return bound;
}

static void
add_texts (LicetCase *self,
           JsonObject *facts)
{
  const LicetCaseTextField *fields;
  guint n;

  fields = _licet_case_get_text_fields (&n);
  for (guint i = 0; i < n; i++) {
    const char *text = g_hash_table_lookup (self->texts, fields[i].path);
    g_autofree char *bound = dup_bound_path (fields[i].path);
    char *dot = strchr (bound, '.');

    if (dot == NULL) {
      set_text (facts, bound, text);
      continue;
    }
    *dot = '\0';
    if (fields[i].type == LICET_CASE_TEXT_COUNTRY)
      set_country (get_group (facts, bound), dot + 1, text);
    else
      set_text (get_group (facts, bound), dot + 1, text);
  }
}

static void
add_end_use (LicetCase *self,
             JsonObject *facts)
{
  JsonObject *end_use = get_group (facts, "end-use");
  JsonObject *answers = json_object_new ();

  if (self->incorporated != LICET_UNKNOWN)
    json_object_set_boolean_member (end_use, "incorporated", self->incorporated == LICET_MET);
  for (guint i = 0; i < self->answers->len; i++) {
    const LicetCaseAnswer *answer = g_ptr_array_index (self->answers, i);

    json_object_set_boolean_member (answers, answer->id, answer->truth == LICET_MET);
  }
  json_object_set_object_member (end_use, "answers", answers);
}

static void
add_destination (LicetCase *self,
                 JsonObject *facts)
{
  g_auto (GStrv) destinations = licet_case_dup_destinations (self);
  LicetParty *consignee = licet_case_find_role (self, LICET_ROLE_CONSIGNEE);

  set_country (facts, "destination", destinations[0]);
  if (consignee != NULL)
    set_country (facts, "consigned-to", licet_party_get_country (consignee));
}

static void
add_totals (LicetCase *self,
            JsonObject *facts)
{
  JsonObject *totals = get_group (facts, "totals");
  g_autofree char *total = licet_case_dup_total (self);
  g_autofree char *lines =
      g_strdup_printf ("%u", g_list_model_get_n_items (G_LIST_MODEL (self->lines)));

  set_text (totals, "value", total);
  set_text (totals, "currency", licet_case_get_text (self, "transaction.currency"));
  set_text (totals, "lines", lines);
}

static void
add_editions (LicetCase *self,
              JsonObject *facts)
{
  JsonObject *editions = get_group (facts, "editions");

  for (guint i = 0; self->jurisdictions[i] != NULL; i++) {
    const LicetControlList *list = _licet_case_find_list (self, self->jurisdictions[i]);

    if (list != NULL)
      set_text (editions, licet_control_list_get_id (list), licet_control_list_get_edition (list));
  }
}

static void
add_round_and_route (LicetCase *self,
                     JsonObject *facts)
{
  g_autofree char *round = g_strdup_printf ("%u", self->round);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *route = NULL;

  for (guint i = 0; self->route[i] != NULL; i++)
    g_strv_builder_add (builder, licet_country_get_name (self->route[i]));
  names = g_strv_builder_end (builder);
  route = g_strjoinv ("; ", names);
  set_text (facts, "round", round);
  set_text (get_group (facts, "route"), "countries", route);
}

/* What is missing of an item is missing of its row. */
static void
add_reason_of_item (LicetCase *self,
                    JsonObject *reasons,
                    const char *id,
                    const char *member,
                    const char *reason)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lines));

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

    if (g_str_equal (licet_line_get_id (line), id)) {
      g_autofree char *bound = g_strdup_printf ("items[%u].%s", i, member);

      json_object_set_string_member (reasons, bound, reason);
    }
  }
}

/* What is missing of a party is missing of every role it is the first in, and of its row among the intermediates. */
static void
add_reason_of_party (LicetCase *self,
                     JsonObject *reasons,
                     const char *id,
                     const char *member,
                     const char *reason)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->parties));
  guint row = 0;

  for (guint bit = 0; bit < LICET_N_ROLES; bit++) {
    LicetPartyRole role = (LicetPartyRole) (1u << bit);
    LicetParty *first = licet_case_find_role (self, role);
    g_autofree char *bound = g_strconcat (licet_party_role_serialise (role), ".", member, NULL);

    if (first != NULL && role != LICET_ROLE_INTERMEDIATE &&
        g_str_equal (licet_party_get_id (first), id))
      json_object_set_string_member (reasons, bound, reason);
  }
  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (G_LIST_MODEL (self->parties), i);
    g_autofree char *bound = g_strdup_printf ("intermediates[%u].%s", row, member);

    if (!licet_party_has_role (party, LICET_ROLE_INTERMEDIATE))
      continue;
    if (g_str_equal (licet_party_get_id (party), id))
      json_object_set_string_member (reasons, bound, reason);
    row++;
  }
}

static void
add_reason (LicetCase *self,
            JsonObject *reasons,
            const char *path,
            const char *reason)
{
  g_autofree char *bound = dup_bound_path (path);
  gboolean is_item = g_str_has_prefix (path, "items.");
  gboolean is_party = g_str_has_prefix (path, "parties.");
  const char *start = strchr (path, '.');
  const char *end = strrchr (path, '.');

  if ((is_item || is_party) && end > start) {
    g_autofree char *id = g_strndup (start + 1, (gsize) (end - start - 1));

    if (is_item)
      add_reason_of_item (self, reasons, id, end + 1, reason);
    else
      add_reason_of_party (self, reasons, id, end + 1, reason);
    json_object_set_string_member (reasons, path, reason);
    return;
  }
  json_object_set_string_member (reasons, path, reason);
  json_object_set_string_member (reasons, bound, reason);
}

static void
add_reasons (LicetCase *self,
             JsonObject *facts)
{
  JsonObject *reasons = get_group (facts, "missing-because");
  GHashTableIter iter;
  gpointer path, reason;

  g_hash_table_iter_init (&iter, self->reasons);
  while (g_hash_table_iter_next (&iter, &path, &reason))
    add_reason (self, reasons, path, reason);
}

JsonNode *
licet_case_dup_facts (LicetCase *self)
{
  JsonObject *facts;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  facts = json_object_new ();
  add_texts (self, facts);
  add_round_and_route (self, facts);
  add_parties (self, facts);
  add_lines (self, facts);
  add_end_use (self, facts);
  add_destination (self, facts);
  add_totals (self, facts);
  add_editions (self, facts);
  add_reasons (self, facts);

  return licet_json_make_node (facts);
}
