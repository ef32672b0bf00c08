/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _LicetBundle LicetBundle;
typedef struct _LicetChoice LicetChoice;
typedef struct _LicetChoiceValue LicetChoiceValue;
typedef struct _LicetCondition LicetCondition;
typedef struct _LicetControlList LicetControlList;
typedef struct _LicetExpression LicetExpression;
typedef struct _LicetGeneralNote LicetGeneralNote;
typedef struct _LicetKind LicetKind;
typedef struct _LicetNode LicetNode;
typedef struct _LicetNote LicetNote;
typedef struct _LicetQuantity LicetQuantity;
typedef struct _LicetTerm LicetTerm;
typedef struct _LicetVocabulary LicetVocabulary;

G_END_DECLS
