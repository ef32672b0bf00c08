/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-form.h"

G_BEGIN_DECLS

/** LicetStatementState: the life of a statement. */
typedef enum {
  LICET_STATEMENT_DRAFTED,
  LICET_STATEMENT_SENT,
  LICET_STATEMENT_RECEIVED,
  LICET_STATEMENT_CHECKED,
  LICET_STATEMENT_ACCEPTED,
  LICET_STATEMENT_REJECTED,
  LICET_STATEMENT_EXPIRED,
} LicetStatementState;

/** licet_statement_state_serialise: Returns: (transfer none): "drafted", ... */
const char *licet_statement_state_serialise (LicetStatementState state);
/** licet_statement_state_parse: Returns: whether @text is a state. */
gboolean licet_statement_state_parse (const char *text,
                                      LicetStatementState *ret_state);

/** LicetStatement: a statement of one party on one form: what was typed, what came back, when. */
#define LICET_TYPE_STATEMENT (licet_statement_get_type ())
G_DECLARE_FINAL_TYPE (LicetStatement, licet_statement, LICET, STATEMENT, GObject)

/** licet_statement_new: Returns: (transfer full): a draft on the form @form for the party @party. */
LicetStatement *licet_statement_new (const char *id,
                                     const char *form,
                                     const char *party);
/** licet_statement_new_from_json: Returns: (transfer full): the statement at @place, or %NULL with an error naming file, line and place. */
LicetStatement *licet_statement_new_from_json (const LicetJsonPlace *place,
                                               GError **error);
/** licet_statement_serialise: Returns: (transfer full): the statement as licet_statement_new_from_json() reads it. */
JsonNode *licet_statement_serialise (LicetStatement *statement);
/** licet_statement_get_id: Returns: (transfer none): its id in the case. */
const char *licet_statement_get_id (LicetStatement *statement);
/** licet_statement_get_form: Returns: (transfer none): "eu-end-use". */
const char *licet_statement_get_form (LicetStatement *statement);
/** licet_statement_get_party: Returns: (transfer none): id of the party that signs. */
const char *licet_statement_get_party (LicetStatement *statement);
/** licet_statement_get_state: Returns: where it is. */
LicetStatementState licet_statement_get_state (LicetStatement *statement);
/** licet_statement_get_date: Returns: (transfer none) (nullable): day of "drafted", "sent", "received", "signed" or "checked". */
const char *licet_statement_get_date (LicetStatement *statement,
                                      const char *step);
/** licet_statement_get_signed_copy: Returns: (transfer none) (nullable): id of the evidence that is the signed copy. */
const char *licet_statement_get_signed_copy (LicetStatement *statement);
/** licet_statement_get_values: Returns: (transfer none) (element-type utf8 utf8): what was typed over. */
GHashTable *licet_statement_get_values (LicetStatement *statement);
/**
 * licet_statement_get_sent:
 *
 * Returns: (transfer none) (element-type utf8 utf8): every value as it was printed when it was sent, by id of
 *   the field.
 */
GHashTable *licet_statement_get_sent (LicetStatement *statement);
/** licet_statement_get_returned: Returns: (transfer none) (element-type utf8 utf8): what came back, by id of the field. */
GHashTable *licet_statement_get_returned (LicetStatement *statement);
/** licet_statement_get_accepted: Returns: (transfer none) (nullable): why the difference in @field was accepted. */
const char *licet_statement_get_accepted (LicetStatement *statement,
                                          const char *field);
/**
 * licet_statement_advance:
 * @date: the day, ISO 8601, not before that of the last step
 *
 * Moves to @state. A draft made anew forgets what was sent, signed and accepted; the case's journal keeps it.
 *
 * Returns: %FALSE with %LICET_STATEMENTS_ERROR_STATE when @state does not follow
 */
gboolean licet_statement_advance (LicetStatement *statement,
                                  LicetStatementState state,
                                  const char *date,
                                  GError **error);
/** licet_statement_send: Moves to sent and keeps every value as it is printed, so that what changes later, here or there, shows. */
gboolean licet_statement_send (LicetStatement *statement,
                               LicetForm *form,
                               JsonNode *facts,
                               const char *date,
                               GError **error);
/**
 * licet_statement_fill:
 *
 * Returns: (transfer full) (element-type LicetFilledField): the form as this paper says it: as sent, else as
 *   typed over, else from the case.
 */
GPtrArray *licet_statement_fill (LicetStatement *statement,
                                 LicetForm *form,
                                 JsonNode *facts);
/** licet_statement_set_value: Types @value over the field @field; %NULL takes it back. */
void licet_statement_set_value (LicetStatement *statement,
                                const char *field,
                                const char *value);

/** licet_statement_set_returned: Keeps what came back in the field @field; %NULL takes it back. */
void licet_statement_set_returned (LicetStatement *statement,
                                   const char *field,
                                   const char *value);
/** licet_statement_set_signed: Keeps the day of the signature and the evidence that is the signed copy, both nullable. */
gboolean licet_statement_set_signed (LicetStatement *statement,
                                     const char *date,
                                     const char *copy,
                                     GError **error);
/**
 * licet_statement_accept_difference:
 *
 * Keeps why the difference in @field is accepted, and by whom; %FALSE with %LICET_STATEMENTS_ERROR_STATE when
 * either is empty.
 */
gboolean licet_statement_accept_difference (LicetStatement *statement,
                                            const char *field,
                                            const char *why,
                                            const char *by,
                                            GError **error);

/**
 * licet_statement_dup_expiry:
 *
 * Returns: (transfer full) (nullable): day after which it can no longer be handed in; %NULL when not signed or no limit
 */
char *licet_statement_dup_expiry (LicetStatement *statement,
                                  LicetForm *form);

G_END_DECLS
