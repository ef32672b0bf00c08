/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * licet_json_scan:
 * @text: a document
 * @length: its bytes
 * @ret_line: (out): the line of the first fault, from 1
 * @ret_reason: (out) (transfer full): what is wrong there
 *
 * Strict RFC 8259: what json-glib lets pass (comments, members twice, too deep, loose numbers) is a fault here.
 *
 * Returns: whether the document is sound
 */
gboolean licet_json_scan (const char *text,
                          gsize length,
                          guint *ret_line,
                          char **ret_reason);

/**
 * licet_json_find_line:
 * @text: a sound document
 * @length: its bytes
 * @pointer: a JSON pointer
 *
 * Returns: the line on which the value at @pointer begins, from 1; that of the deepest place of it that exists
 */
guint licet_json_find_line (const char *text,
                            gsize length,
                            const char *pointer);

G_END_DECLS
