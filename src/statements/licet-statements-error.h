/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LICET_STATEMENTS_ERROR (licet_statements_error_quark ())

/**
 * LicetStatementsError:
 * @LICET_STATEMENTS_ERROR_DATA: a form file is wrong; whoever edits data/ can mend it
 * @LICET_STATEMENTS_ERROR_FORM: no such form
 * @LICET_STATEMENTS_ERROR_STATE: a step that does not follow from the statement's state, such as "received" before "sent"
 */
typedef enum {
  LICET_STATEMENTS_ERROR_DATA = 1,
  LICET_STATEMENTS_ERROR_FORM,
  LICET_STATEMENTS_ERROR_STATE,
} LicetStatementsError;

GQuark licet_statements_error_quark (void);

G_END_DECLS
