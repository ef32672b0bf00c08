/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-bundle.h"
#include "licet-condition.h"
#include "licet-control-list.h"
#include "licet-lists-error.h"
#include "licet-lists-types.h"
#include "licet-search.h"
#include "licet-vocabulary.h"
