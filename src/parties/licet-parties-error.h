/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LICET_PARTIES_ERROR (licet_parties_error_quark ())

/**
 * LicetPartiesError:
 * @LICET_PARTIES_ERROR_FIELD: a member of a party is not what it must be; the message says what is
 */
typedef enum {
  LICET_PARTIES_ERROR_FIELD = 1,
} LicetPartiesError;

GQuark licet_parties_error_quark (void);

G_END_DECLS
