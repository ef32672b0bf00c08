/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LICET_CASES_ERROR (licet_cases_error_quark ())

/**
 * LicetCasesError:
 * @LICET_CASES_ERROR_FORMAT: not a case, or of a version this program does not know
 * @LICET_CASES_ERROR_REFERENCE: something refers to a party, item or piece of evidence that is not in the case
 */
typedef enum {
  LICET_CASES_ERROR_FORMAT = 1,
  LICET_CASES_ERROR_REFERENCE,
} LicetCasesError;

GQuark licet_cases_error_quark (void);

G_END_DECLS
