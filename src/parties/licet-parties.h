/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-chain.h"
#include "licet-parties-error.h"
#include "licet-party.h"
