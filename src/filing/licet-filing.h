/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-filing-error.h"
#include "licet-package.h"
#include "licet-verify.h"
