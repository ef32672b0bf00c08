/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-readiness-papers"

#include "config.h"

#include <string.h>

#include "licet-readiness-private.h"

/* Where a field is mended, by the first word of what it is bound to. */
static const struct {
  const char *root;
  LicetSection section;
} sections[] = {
  { "transaction", LICET_SECTION_TRANSACTION },
  { "totals", LICET_SECTION_ITEMS },
  { "items", LICET_SECTION_ITEMS },
  { "end-use", LICET_SECTION_END_USE },
  { "reference", LICET_SECTION_TRANSACTION },
};

static LicetSection
find_section (const LicetFilledField *field)
{
  g_autofree char *root = NULL;

  if (field->bind == NULL)
    return LICET_SECTION_FILING;
  root = g_strndup (field->bind, strcspn (field->bind, ".["));
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (g_str_equal (sections[i].root, root))
      return sections[i].section;
  /* Roles, destinations and the route: all are facts of parties. */
  return LICET_SECTION_PARTIES;
}

static gboolean
is_for_case (LicetReadinessCheck *check,
             LicetForm *form)
{
  return g_strv_contains (licet_case_get_jurisdictions (check->self),
                          licet_form_get_jurisdiction (form));
}

static gboolean
is_too_long (const LicetFilledField *field)
{
  return field->value != NULL && field->max_length > 0 &&
         licet_text_length (field->value) > field->max_length;
}

static void
check_box (LicetReadinessCheck *check,
           LicetForm *form,
           const LicetFilledField *field)
{
  g_autofree char *place = g_strconcat ("sheets.", licet_form_get_id (form), ".", field->id, NULL);
  g_autofree char *row =
      field->row >= 0 ? g_strdup_printf (" of line %d", field->row + 1) : g_strdup ("");
  LicetSection section = find_section (field);

  if (is_too_long (field))
    _licet_readiness_add (check, LICET_READINESS_CONFLICT, section, "sheet.too-long", place,
                          "Shorten it.", "Box %s%s, %s, has %u characters; the form takes %u",
                          field->number, row, field->label, licet_text_length (field->value),
                          field->max_length);
  if (!field->is_required || field->value != NULL)
    return;
  if (field->reason != NULL)
    _licet_readiness_add (check, LICET_READINESS_FINE, section, "fact.explained", place, NULL,
                          "Box %s%s, %s, is not given: %s", field->number, row, field->label,
                          field->reason);
  else if (!_licet_readiness_is_reported (check, field->bind))
    _licet_readiness_add (check, LICET_READINESS_OPEN, section, "sheet.incomplete", place,
                          "Fill it in, or say why it is missing.", "Box %s%s, %s, is empty",
                          field->number, row, field->label);
}

static void
check_sheet (LicetReadinessCheck *check,
             LicetForm *form)
{
  g_autoptr (GPtrArray) filled = licet_form_fill (form, check->facts, NULL, NULL);
  guint from = check->findings->len;

  for (guint i = 0; i < filled->len; i++)
    check_box (check, form, g_ptr_array_index (filled, i));
  if (_licet_readiness_is_fine_since (check, from))
    _licet_readiness_add (check, LICET_READINESS_FINE, LICET_SECTION_FILING, "sheet.complete", NULL,
                          NULL, "Every box that “%s” needs is filled and within its length",
                          licet_form_get_title (form));
}

gboolean
_licet_readiness_check_sheets (LicetReadinessCheck *check,
                               GError **error)
{
  LicetBundle *bundle = licet_case_get_bundle (check->self);
  g_auto (GStrv) names = licet_form_dup_names (bundle, LICET_FORM_SHEET);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (LicetForm) form = licet_form_load (bundle, names[i], error);

    if (form == NULL)
      return FALSE;
    if (!is_for_case (check, form))
      continue;
    if (licet_form_applies (form, check->facts, NULL) != LICET_NOT_MET)
      check_sheet (check, form);
    else
      _licet_readiness_add (check, LICET_READINESS_FINE, LICET_SECTION_FILING, "sheet.unneeded",
                            NULL, NULL, "“%s” is not asked for by what is required here",
                            licet_form_get_title (form));
  }
  return TRUE;
}

static void
add (LicetReadinessCheck *check,
     LicetReadinessGrade grade,
     const char *id,
     LicetStatement *statement,
     const char *remedy,
     const char *text)
{
  g_autofree char *place = g_strconcat ("statements.", licet_statement_get_id (statement), NULL);

  _licet_readiness_add (check, grade, LICET_SECTION_STATEMENTS, id, place, remedy,
                        "Statement “%s” %s", licet_statement_get_id (statement), text);
}

static void
check_state (LicetReadinessCheck *check,
             LicetStatement *statement)
{
  switch (licet_statement_get_state (statement)) {
  case LICET_STATEMENT_DRAFTED:
    add (check, LICET_READINESS_OPEN, "statement.unsent", statement, "Send it to be signed.",
         "is a draft");
    break;
  case LICET_STATEMENT_SENT:
    add (check, LICET_READINESS_OPEN, "statement.unreturned", statement, "Ask for it.",
         "was sent and has not come back");
    break;
  case LICET_STATEMENT_RECEIVED:
    add (check, LICET_READINESS_OPEN, "statement.unchecked", statement,
         "Compare it with the case, line by line.", "came back and is not checked");
    break;
  case LICET_STATEMENT_CHECKED:
  case LICET_STATEMENT_ACCEPTED:
    add (check, LICET_READINESS_FINE, "statement.checked", statement, NULL,
         "came back and is checked");
    break;
  case LICET_STATEMENT_REJECTED:
    add (check, LICET_READINESS_CONFLICT, "statement.rejected", statement,
         "Draft it anew and have it signed again.", "was rejected");
    break;
  case LICET_STATEMENT_EXPIRED:
    add (check, LICET_READINESS_CONFLICT, "statement.expired", statement, "Have a new one signed.",
         "has expired");
    break;
  default:
    g_assert_not_reached ();
  }
}

static gboolean
is_back (LicetStatement *statement)
{
  LicetStatementState state = licet_statement_get_state (statement);

  return state == LICET_STATEMENT_RECEIVED || state == LICET_STATEMENT_CHECKED ||
         state == LICET_STATEMENT_ACCEPTED;
}

static void
check_signature (LicetReadinessCheck *check,
                 LicetStatement *statement)
{
  const char *copy = licet_statement_get_signed_copy (statement);

  if (!is_back (statement))
    return;
  if (licet_statement_get_date (statement, "signed") == NULL)
    add (check, LICET_READINESS_OPEN, "statement.unsigned", statement,
         "Give the day that stands beside the signature.",
         "came back, but the day of its signature is not known");
  if (copy == NULL)
    add (check, LICET_READINESS_OPEN, "statement.no-copy", statement,
         "Attach the signed copy as evidence and name it.",
         "came back, but the signed copy is not attached");
  else if (licet_case_find_evidence (check->self, copy) == NULL)
    add (check, LICET_READINESS_CONFLICT, "statement.copy-missing", statement,
         "Attach it again, or name another one.",
         "names a signed copy that is not among the evidence");
}

/* Each step at or after the one before, and none still to come. */
static void
check_days (LicetReadinessCheck *check,
            LicetStatement *statement)
{
  static const char *const steps[] = { "drafted", "sent", "signed", "received", "checked" };
  const char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    const char *day = licet_statement_get_date (statement, steps[i]);

    if (day == NULL)
      continue;
    if (strcmp (day, check->today) > 0 || (last != NULL && strcmp (day, last) < 0)) {
      add (check, LICET_READINESS_CONFLICT, "statement.days", statement,
           "Mend the days of its steps.",
           "has steps on days that do not follow one another, or are still to come");
      return;
    }
    last = day;
  }
}

static void
check_age (LicetReadinessCheck *check,
           LicetStatement *statement,
           LicetForm *form)
{
  g_autofree char *expiry = licet_statement_dup_expiry (statement, form);
  g_autofree char *text = NULL;

  if (expiry == NULL)
    return;
  text = g_strdup_printf ("can be handed in until %s, %u months from its signature", expiry,
                          licet_form_get_validity_months (form));
  if (strcmp (expiry, check->today) < 0)
    add (check, LICET_READINESS_CONFLICT, "statement.too-old", statement, "Have a new one signed.",
         text);
  else
    add (check, LICET_READINESS_FINE, "statement.in-time", statement, NULL, text);
}

static void
check_fields (LicetReadinessCheck *check,
              LicetStatement *statement,
              LicetForm *form)
{
  g_autoptr (GPtrArray) filled = licet_statement_fill (statement, form, check->facts);
  g_autoptr (GString) missing = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < filled->len; i++) {
    const LicetFilledField *field = g_ptr_array_index (filled, i);

    if (is_too_long (field)) {
      g_autofree char *long_text =
          g_strdup_printf ("has %u characters in “%s”; the form takes %u",
                           licet_text_length (field->value), field->label, field->max_length);

      add (check, LICET_READINESS_CONFLICT, "statement.too-long", statement, "Shorten it.",
           long_text);
    }
    if (field->is_required && field->value == NULL && field->reason == NULL)
      g_string_append_printf (missing, "%s%s, %s", missing->len > 0 ? "; " : "", field->section,
                              field->label);
  }
  if (missing->len == 0)
    return;
  text = g_strconcat ("lacks what it must say: ", missing->str, NULL);
  add (check, LICET_READINESS_OPEN, "statement.incomplete", statement,
       "Add the facts to the case, or type them over the statement.", text);
}

static void
check_match (LicetReadinessCheck *check,
             LicetStatement *statement,
             LicetForm *form)
{
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *agrees = NULL;
  guint from = check->findings->len;
  guint compared = 0;

  differences = licet_statement_match (statement, form, check->facts, &compared);
  for (guint i = 0; i < differences->len; i++) {
    const LicetDifference *difference = g_ptr_array_index (differences, i);
    g_autofree char *text =
        g_strdup_printf ("%s: the case says “%s”, the statement “%s”%s%s", difference->label,
                         difference->left != NULL ? difference->left : "nothing",
                         difference->right != NULL ? difference->right : "nothing",
                         difference->accepted != NULL ? "; accepted: " : "",
                         difference->accepted != NULL ? difference->accepted : "");
    g_autofree char *place = g_strconcat ("statements.", licet_statement_get_id (statement), ".",
                                          difference->field, NULL);

    _licet_readiness_add (
        check, difference->accepted != NULL ? LICET_READINESS_FINE : LICET_READINESS_CONFLICT,
        LICET_SECTION_STATEMENTS,
        difference->accepted != NULL ? "statement.difference-accepted" : "statement.mismatch",
        place,
        difference->accepted != NULL
            ? NULL
            : "Mend the case or the statement, or accept the difference with a reason.",
        "%s", text);
  }
  if (!_licet_readiness_is_fine_since (check, from))
    return;
  agrees = g_strdup_printf (
      "agrees with the case in each of %u values compared, or the difference is accepted",
      compared);
  add (check, LICET_READINESS_FINE, "statement.matches", statement, NULL, agrees);
}

static gboolean
has_role_of (LicetParty *party,
             LicetForm *form)
{
  const char *const *roles = licet_form_get_roles (form);

  for (guint i = 0; roles[i] != NULL; i++) {
    LicetPartyRole role;

    if (licet_party_role_parse (roles[i], &role) && licet_party_has_role (party, role))
      return TRUE;
  }
  return FALSE;
}

static gboolean
check_statement (LicetReadinessCheck *check,
                 LicetStatement *statement,
                 GError **error)
{
  LicetParty *party = licet_case_find_party (check->self, licet_statement_get_party (statement));
  g_autofree char *name = g_strconcat ("statements/", licet_statement_get_form (statement), NULL);
  g_autoptr (GError) reason = NULL;
  g_autoptr (LicetForm) form = NULL;

  form = licet_form_load (licet_case_get_bundle (check->self), name, &reason);
  if (form == NULL &&
      g_error_matches (reason, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_FORM)) {
    add (check, LICET_READINESS_CONFLICT, "statement.form-unknown", statement,
         "Draft it on a form this program has.", "is on a form this program does not have");
    return TRUE;
  }
  if (form == NULL) {
    g_propagate_error (error, g_steal_pointer (&reason));
    return FALSE;
  }
  if (party == NULL || !has_role_of (party, form))
    add (check, LICET_READINESS_CONFLICT, "statement.role", statement,
         "Mend the roles of the party, or take the statement away.",
         "is of a party that is not asked for it");
  check_state (check, statement);
  check_days (check, statement);
  check_signature (check, statement);
  check_age (check, statement, form);
  check_fields (check, statement, form);
  check_match (check, statement, form);
  return TRUE;
}

static gboolean
has_statement (LicetCase *self,
               LicetForm *form,
               LicetParty *party)
{
  GListModel *statements = licet_case_get_statements (self);
  guint n = g_list_model_get_n_items (statements);

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetStatement) statement = g_list_model_get_item (statements, i);

    if (g_str_equal (licet_statement_get_form (statement), licet_form_get_id (form)) &&
        g_str_equal (licet_statement_get_party (statement), licet_party_get_id (party)))
      return TRUE;
  }
  return FALSE;
}

static void
check_needed (LicetReadinessCheck *check,
              LicetForm *form)
{
  GListModel *parties = licet_case_get_parties (check->self);
  guint n = g_list_model_get_n_items (parties);

  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetParty) party = g_list_model_get_item (parties, i);
    g_autofree char *place = g_strconcat ("parties.", licet_party_get_id (party), NULL);
    const char *name = licet_party_get_name (party);
    LicetTruth needed;

    if (!has_role_of (party, form) || has_statement (check->self, form, party))
      continue;
    name = name != NULL ? name : licet_party_get_id (party);
    needed = licet_form_applies (form, check->facts, licet_party_get_id (party));
    if (needed == LICET_NOT_MET)
      _licet_readiness_add (check, LICET_READINESS_FINE, LICET_SECTION_STATEMENTS,
                            "statement.unneeded", place, NULL,
                            "“%s” is not asked of %s for what is required here (%s)",
                            licet_form_get_title (form), name, licet_form_get_cite (form));
    else
      _licet_readiness_add (
          check, LICET_READINESS_OPEN, LICET_SECTION_STATEMENTS, "statement.missing", place,
          "Draft it from the case and send it to be signed.",
          "“%s” %s of %s (%s), and there is none", licet_form_get_title (form),
          needed == LICET_MET ? "is asked" : "may be asked", name, licet_form_get_cite (form));
  }
}

gboolean
_licet_readiness_check_statements (LicetReadinessCheck *check,
                                   GError **error)
{
  LicetBundle *bundle = licet_case_get_bundle (check->self);
  GListModel *statements = licet_case_get_statements (check->self);
  g_auto (GStrv) names = licet_form_dup_names (bundle, LICET_FORM_STATEMENT);
  guint n = g_list_model_get_n_items (statements);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (LicetForm) form = licet_form_load (bundle, names[i], error);

    if (form == NULL)
      return FALSE;
    if (is_for_case (check, form))
      check_needed (check, form);
  }
  for (guint i = 0; i < n; i++) {
    g_autoptr (LicetStatement) statement = g_list_model_get_item (statements, i);

    if (!check_statement (check, statement, error))
      return FALSE;
  }
  return TRUE;
}
