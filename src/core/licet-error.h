/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LICET_CORE_ERROR (licet_core_error_quark ())

/**
 * LicetCoreError:
 * @LICET_CORE_ERROR_NUMBER: a text is not a number; the person who typed it can mend it
 * @LICET_CORE_ERROR_OVERFLOW: a number is too large or too long to be computed exactly
 * @LICET_CORE_ERROR_DIVISION: division by zero
 * @LICET_CORE_ERROR_UNIT: no such unit, or a unit of another dimension
 * @LICET_CORE_ERROR_DATE: a text is not a calendar date
 * @LICET_CORE_ERROR_COUNTRY: no such country
 * @LICET_CORE_ERROR_JSON: a text is not JSON, or not within the limits set for it
 * @LICET_CORE_ERROR_MEMBER: a member is missing, of the wrong type or not known; the file is to be mended
 * @LICET_CORE_ERROR_READ: a file cannot be read
 * @LICET_CORE_ERROR_WRITE: a file cannot be written; nothing was changed
 */
typedef enum {
  LICET_CORE_ERROR_NUMBER = 1,
  LICET_CORE_ERROR_OVERFLOW,
  LICET_CORE_ERROR_DIVISION,
  LICET_CORE_ERROR_UNIT,
  LICET_CORE_ERROR_DATE,
  LICET_CORE_ERROR_COUNTRY,
  LICET_CORE_ERROR_JSON,
  LICET_CORE_ERROR_MEMBER,
  LICET_CORE_ERROR_READ,
  LICET_CORE_ERROR_WRITE,
} LicetCoreError;

GQuark licet_core_error_quark (void);

G_END_DECLS
