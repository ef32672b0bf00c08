/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LICET_FILING_ERROR (licet_filing_error_quark ())

/**
 * LicetFilingError:
 * @LICET_FILING_ERROR_EVIDENCE: a piece of evidence cannot be read or is not what its digest says
 * @LICET_FILING_ERROR_RENDER: a page cannot be made, for instance for want of a font
 * @LICET_FILING_ERROR_WRITE: the package cannot be written; nothing half-written stays
 * @LICET_FILING_ERROR_REFUSED: a file is not a package that can be read safely
 * @LICET_FILING_ERROR_CANCELLED: the work was stopped
 */
typedef enum {
  LICET_FILING_ERROR_EVIDENCE = 1,
  LICET_FILING_ERROR_RENDER,
  LICET_FILING_ERROR_WRITE,
  LICET_FILING_ERROR_REFUSED,
  LICET_FILING_ERROR_CANCELLED,
} LicetFilingError;

GQuark licet_filing_error_quark (void);

G_END_DECLS
