/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-case.h"
#include "licet-cases-error.h"
#include "licet-evidence.h"
#include "licet-journal.h"
#include "licet-line.h"
#include "licet-readiness.h"
