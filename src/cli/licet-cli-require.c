/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli-require"

#include "config.h"

#include "licet-cli-private.h"

static void
print_authorisation (const LicetAuthorisationResult *authorisation,
                     gboolean with_open,
                     int indent)
{
  g_autofree char *first = g_strdup_printf (
    "%*s%s, %s: ", indent + 2, "", authorisation->id,
    licet_authorisation_state_serialise (authorisation->state));

  _licet_cli_print_wrapped (first, (guint) indent + 4,
                            authorisation->why != NULL ? authorisation->why : authorisation->name);
  if (authorisation->state == LICET_AUTHORISATION_UNUSABLE ||
      (authorisation->state == LICET_AUTHORISATION_OPEN && !with_open))
    return;
  for (guint i = 0; i < authorisation->conditions->len; i++) {
    const LicetConditionResult *condition = g_ptr_array_index (authorisation->conditions, i);
    g_autofree char *line = g_strdup_printf ("%*s%s (%s): ", indent + 4, "", condition->mode,
                                             _licet_cli_get_truth_word (condition->truth));

    _licet_cli_print_wrapped (line, (guint) indent + 6, condition->text);
  }
}

static void
print_item (int indent,
            const char *text)
{
  g_autofree char *first = g_strdup_printf ("%*s- ", indent + 2, "");

  _licet_cli_print_wrapped (first, (guint) indent + 4, text);
}

static void
print_missing (LicetRules *rules,
               LicetRequirement *requirement,
               int indent)
{
  const char *const *missing = licet_requirement_get_missing (requirement);

  if (missing[0] != NULL)
    _licet_cli_print_line ("%*s%s", indent, "",
                           licet_requirement_get_verdict (requirement) ==
                               LICET_REQUIREMENT_NEEDS_FACTS
                             ? "To be answered:"
                             : "Not answered; an authorisation might need it:");
  for (guint i = 0; missing[i] != NULL; i++) {
    const LicetRuleQuestion *question = licet_rules_find_question (rules, missing[i]);
    g_autofree char *text = question != NULL
                              ? g_strdup_printf ("%s (%s)", question->text, missing[i])
                              : g_strdup (missing[i]);

    print_item (indent, text);
  }
}

static void
print_duties (LicetRequirement *requirement,
              int indent)
{
  GPtrArray *duties = licet_requirement_get_duties (requirement);

  if (duties->len > 0)
    _licet_cli_print_line ("%*sDuties:", indent, "");
  for (guint i = 0; i < duties->len; i++) {
    const LicetDuty *duty = g_ptr_array_index (duties, i);
    g_autofree char *text = g_strdup_printf ("%s (%s%s%s)", duty->text,
                                             duty->authorisation != NULL ? duty->authorisation : "",
                                             duty->authorisation != NULL ? "; " : "", duty->cite);

    print_item (indent, text);
  }
}

static void
print_trail (LicetRequirement *requirement,
             gboolean with_facts,
             int indent)
{
  GPtrArray *trail = licet_requirement_get_trail (requirement);

  _licet_cli_print_line ("%*sHow this was decided:", indent, "");
  for (guint i = 0; i < trail->len; i++) {
    const LicetTrailLine *line = g_ptr_array_index (trail, i);
    g_autofree char *first = g_strdup_printf ("%*s%2u. ", indent + 2, "", i + 1);
    g_autofree char *facts = with_facts && line->facts != NULL && line->facts[0] != NULL
                               ? g_strjoinv ("; ", line->facts)
                               : NULL;
    g_autofree char *text = g_strdup_printf ("%s [%s]%s%s", line->text, line->cite,
                                             facts != NULL ? " from " : "",
                                             facts != NULL ? facts : "");

    _licet_cli_print_wrapped (first, (guint) indent + 6, text);
  }
}

void
_licet_cli_print_requirement (LicetCase *self,
                              LicetRules *rules,
                              LicetRequirement *requirement,
                              LicetCliTrail trail,
                              guint margin)
{
  int indent = (int) margin;
  GPtrArray *authorisations = licet_requirement_get_authorisations (requirement);
  const char *id = licet_requirement_get_item_id (requirement);
  LicetLine *line = licet_case_find_line (self, id);
  const char *country = licet_country_get_name (licet_requirement_get_destination (requirement));
  g_autofree char *title = g_strdup_printf (
    "%s to %s under the rules of %s, edition %s: %s",
    line != NULL ? licet_item_get_description (licet_line_get_item (line)) : id,
    country != NULL ? country : licet_requirement_get_destination (requirement),
    licet_requirement_get_jurisdiction (requirement), licet_requirement_get_edition (requirement),
    licet_requirement_verdict_serialise (licet_requirement_get_verdict (requirement)));

  g_autofree char *first = g_strdup_printf ("%*s", indent, "");
  g_autofree char *inner = g_strdup_printf ("%*s", indent + 2, "");

  _licet_cli_print_wrapped (first, margin + 2, title);
  _licet_cli_print_wrapped (inner, margin + 2, licet_requirement_get_sentence (requirement));
  print_missing (rules, requirement, indent);
  if (authorisations->len > 0)
    _licet_cli_print_line ("%*sAuthorisations:", indent, "");
  for (guint i = 0; i < authorisations->len; i++)
    print_authorisation (g_ptr_array_index (authorisations, i), trail != LICET_CLI_TRAIL_STEPS,
                         indent);
  print_duties (requirement, indent);
  if (trail != LICET_CLI_TRAIL_NONE)
    print_trail (requirement, trail == LICET_CLI_TRAIL_FACTS, indent);
}

/*
 * What goes before every verdict: the parties that screening found in a list. The rules know parties by their countries
 * only, so that without this a listed person would read that the item may be shipped.
 */
static GStrv
dup_stops (LicetCase *self)
{
  GListModel *parties = licet_case_get_parties (self);
  g_autoptr (GStrvBuilder) stops = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (parties); i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (parties, i);

    if (licet_party_get_screening (party) != LICET_SCREENING_HIT)
      continue;
    g_strv_builder_take (
      stops, g_strdup_printf ("Stop, whatever stands below: screening found %s in a list. If it is "
                              "somebody else, dismiss the hit with the reason; if it is the same, "
                              "do not supply.",
                              licet_party_get_name (party)));
  }
  return g_strv_builder_end (stops);
}

static void
print_json (GPtrArray *requirements,
            const char *const *stops)
{
  JsonObject *object = json_object_new ();
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < requirements->len; i++)
    json_array_add_element (items,
                            licet_requirement_serialise (g_ptr_array_index (requirements, i)));
  json_object_set_array_member (object, "stop", licet_json_make_strings (stops));
  json_object_set_array_member (object, "items", items);
  _licet_cli_print_json (licet_json_make_node (object));
}

LicetCliStatus
_licet_cli_run_require (char **arguments)
{
  g_auto (GStrv) words = g_strdupv (arguments);
  gboolean wants_json = FALSE;
  gboolean wants_trail = FALSE;
  const GOptionEntry entries[] = {
    { "trail", 't', 0, G_OPTION_ARG_NONE, &wants_trail, "Print each step of the reasoning", NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &wants_json, "Print JSON", NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (LicetCliCase) loaded = { 0 };
  g_autoptr (GPtrArray) requirements = NULL;
  g_auto (GStrv) stops = NULL;
  g_autoptr (GError) error = NULL;
  LicetCliStatus status;

  if (!_licet_cli_parse (&words, entries, 1, 1, &status))
    return status;
  if (!_licet_cli_case_load (&loaded, words[1]))
    return LICET_CLI_BAD_INPUT;
  requirements = licet_case_require (loaded.self, loaded.rules, &error);
  if (requirements == NULL)
    return _licet_cli_complain (words[1], error);
  stops = dup_stops (loaded.self);
  if (wants_json)
    print_json (requirements, (const char *const *) stops);
  for (guint i = 0; stops[i] != NULL && !wants_json; i++)
    _licet_cli_print_wrapped ("", 2, stops[i]);
  for (guint i = 0; i < requirements->len && !wants_json; i++) {
    if (i > 0)
      _licet_cli_print_line ("%s", "");
    _licet_cli_print_requirement (loaded.self, loaded.rules, g_ptr_array_index (requirements, i),
                                  wants_trail ? LICET_CLI_TRAIL_FACTS : LICET_CLI_TRAIL_NONE, 0);
  }
  return LICET_CLI_DONE;
}
