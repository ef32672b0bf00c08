/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-component-private.h"
#include "licet-walk.h"

G_BEGIN_DECLS

/** _licet_walk_get_options: Returns: (transfer none): how it was made. */
const LicetClassifyOptions *_licet_walk_get_options (LicetWalk *walk);

/** _licet_walk_get_component_rule: Returns: (transfer none): whether the item follows a component. */
const LicetComponentRule *_licet_walk_get_component_rule (LicetWalk *walk);

/** _licet_walk_find: Returns: (transfer none) (nullable): how the entry @code came out. */
const LicetWalkEntry *_licet_walk_find (LicetWalk *walk,
                                        const char *code);

/** _licet_walk_entry_serialise: Returns: (transfer full): @entry as JSON. */
JsonObject *_licet_walk_entry_serialise (const LicetWalkEntry *entry);

G_END_DECLS
