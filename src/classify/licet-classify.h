/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-classify-error.h"
#include "licet-clause-sheet.h"
#include "licet-determination.h"
#include "licet-item.h"
#include "licet-question.h"
#include "licet-walk.h"
