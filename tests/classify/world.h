/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-classify.h>

/* A small invented law in tests/classify/data, compiled once for the program. */

/** world_open: The bundle of the invented law; world_close() takes it away again. */
LicetBundle *world_open (void);
/** world_close: Closes and deletes it. */
void world_close (void);

/** world_list: The list "alpha" or "beta". */
const LicetControlList *world_list (const char *id);
/** world_node: A paragraph of "alpha". */
const LicetNode *world_node (const char *full);

/** world_item: An item from JSON that must be sound. */
LicetItem *world_item (const char *json);
/** world_item_error: What is said about an item that is not sound. */
char *world_item_error (const char *json);

/** world_assert_contains: Fails unless @text contains @part. */
void world_assert_contains (const char *text,
                            const char *part);

/** world_serialise: Canonical JSON of @node, which it frees. */
char *world_serialise (JsonNode *node);

/** world_open_real: (transfer full): the bundle of the real law that was built. */
LicetBundle *world_open_real (void);
