/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-classify.h>

/** random_item_new: (transfer full): an item with facts, answers and relations by chance, that the law in @bundle asks for. */
LicetItem *random_item_new (LicetBundle *bundle);

/** random_item_dup_with_one_fact_less: (transfer full): a copy of @item from which one fact by chance is gone. */
LicetItem *random_item_dup_with_one_fact_less (LicetItem *item);
