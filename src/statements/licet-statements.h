/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-form.h"
#include "licet-match.h"
#include "licet-statement.h"
#include "licet-statements-error.h"
