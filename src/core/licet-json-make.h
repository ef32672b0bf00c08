/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/** licet_json_make_node: Returns: (transfer full): a node that holds @object (transfer full). */
JsonNode *licet_json_make_node (JsonObject *object);
/** licet_json_make_strings: Returns: (transfer full): an array of @texts (nullable). */
JsonArray *licet_json_make_strings (const char *const *texts);
/** licet_json_add_text: Sets @member of @object to @text; %NULL sets nothing. */
void licet_json_add_text (JsonObject *object,
                          const char *member,
                          const char *text);

G_END_DECLS
