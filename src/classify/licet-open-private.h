/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-tester-private.h"

G_BEGIN_DECLS

/** _licet_missing_dup_name: Returns: (transfer full): "quantity:sample-rate", as findings name it. */
char *_licet_missing_dup_name (const LicetMissing *missing);

/**
 * LicetOpenFunc:
 * @paragraph: a paragraph that is open
 * @missing: (element-type LicetMissing): the facts that keep it open, those asked for above it first; one may come twice
 */
typedef void (*LicetOpenFunc) (const LicetNode *paragraph,
                               const GArray *missing,
                               gpointer user_data);

/** _licet_tester_visit_open: Calls @func for every deepest paragraph of @node that is open. */
void _licet_tester_visit_open (LicetTester *tester,
                               const LicetNode *node,
                               LicetOpenFunc func,
                               gpointer user_data);

/** _licet_tester_collect_missing: Adds to @missing what keeps @condition open; nothing when it is decided. */
void _licet_tester_collect_missing (LicetTester *tester,
                                    const LicetCondition *condition,
                                    GArray *missing);

/** _licet_tester_may_settle: Returns: whether some answer to @missing alone decides @paragraph. */
gboolean _licet_tester_may_settle (LicetTester *tester,
                                   const LicetNode *paragraph,
                                   const LicetMissing *missing);

G_END_DECLS
