/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-license-error.h"
#include "licet-requirement.h"
#include "licet-rules.h"
