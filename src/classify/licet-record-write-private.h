/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What sheets, walks and determinations write into their JSON, and the lines of their texts. */

/** _licet_record_set_text: Sets @member unless @text is %NULL or blank. */
void _licet_record_set_text (JsonObject *object,
                             const char *member,
                             const char *text);
/** _licet_record_set_flag: Sets @member to true if @flag is set; what is not so is left out. */
void _licet_record_set_flag (JsonObject *object,
                             const char *member,
                             gboolean flag);

/** _licet_text_is_blank: Returns: whether @text is %NULL or nothing but white space. */
gboolean _licet_text_is_blank (const char *text);
/** _licet_lines_add: Adds a line to @lines. */
void _licet_lines_add (GStrvBuilder *lines,
                       const char *format,
                       ...) G_GNUC_PRINTF (2, 3);

G_END_DECLS
