/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-statement.h"

G_BEGIN_DECLS

/**
 * LicetDifference: a field where two papers say different things.
 * @field: id of the field
 * @label: its label
 * @left: (nullable): what the first says
 * @right: (nullable): what the second says
 * @accepted: (nullable): why it was accepted
 */
typedef struct {
  char *field;
  char *label;
  char *left;
  char *right;
  char *accepted;
} LicetDifference;

/** licet_difference_free: Frees @difference; %NULL is accepted. */
void licet_difference_free (LicetDifference *difference);

/**
 * licet_statement_match:
 * @statement: the statement
 * @form: its form
 * @facts: the case as it is bound
 * @ret_compared: (out) (optional): how many values were compared
 *
 * Every name, address, country, line, quantity, use and date of the statement against the case. The statement says what came
 * back; of what did not come back, what was sent; of what was not sent, what was typed over. A value on the paper that the
 * case has no place for (a line too many) is a difference too. Names are folded, numbers compared as numbers, so that only real
 * differences show.
 *
 * Returns: (transfer full) (element-type LicetDifference): the differences, those accepted marked
 */
GPtrArray *licet_statement_match (LicetStatement *statement,
                                  LicetForm *form,
                                  JsonNode *facts,
                                  guint *ret_compared);

/**
 * licet_statement_match_returned:
 * @ret_compared: (out) (optional): how many values came back
 *
 * The return check: each value that came back against what was sent.
 *
 * Returns: (transfer full) (element-type LicetDifference): the differences, @left what was sent, @right what came back
 */
GPtrArray *licet_statement_match_returned (LicetStatement *statement,
                                           LicetForm *form,
                                           guint *ret_compared);

/** licet_values_agree: Returns: whether two values of a field of @type ("name", "text", "number", "date", "country") say the same. */
gboolean licet_values_agree (const char *type,
                             const char *left,
                             const char *right);

G_END_DECLS
