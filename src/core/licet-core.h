/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-country.h"
#include "licet-date.h"
#include "licet-decimal.h"
#include "licet-digest.h"
#include "licet-error.h"
#include "licet-file.h"
#include "licet-json-make.h"
#include "licet-json.h"
#include "licet-rational.h"
#include "licet-text-record.h"
#include "licet-text.h"
#include "licet-truth.h"
#include "licet-unit.h"
#include "licet-value.h"
