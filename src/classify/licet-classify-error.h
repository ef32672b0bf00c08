/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LICET_CLASSIFY_ERROR (licet_classify_error_quark ())

/**
 * LicetClassifyError:
 * @LICET_CLASSIFY_ERROR_FACT: a fact does not fit its quantity, choice or kind; the message says what does
 * @LICET_CLASSIFY_ERROR_CONCLUSION: a conclusion that the facts do not bear, such as "not listed" while an entry is open
 * @LICET_CLASSIFY_ERROR_CANCELLED: the work was stopped
 */
typedef enum {
  LICET_CLASSIFY_ERROR_FACT = 1,
  LICET_CLASSIFY_ERROR_CONCLUSION,
  LICET_CLASSIFY_ERROR_CANCELLED,
} LicetClassifyError;

GQuark licet_classify_error_quark (void);

G_END_DECLS
