/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** LICET_DIGEST_LENGTH: characters of a digest as text. */
#define LICET_DIGEST_LENGTH 64

/** licet_digest_bytes: Returns: (transfer full): SHA-256 of @bytes as 64 lower-case hexadecimal digits. */
char *licet_digest_bytes (GBytes *bytes);
/** licet_digest_text: Returns: (transfer full): SHA-256 of the UTF-8 text @text. */
char *licet_digest_text (const char *text);

/**
 * licet_digest_file:
 * @path: a file
 * @cancellable: (nullable): to stop early
 * @ret_size: (out) (optional): its size in bytes
 *
 * Returns: (transfer full): its SHA-256, or %NULL with %LICET_CORE_ERROR_READ
 */
char *licet_digest_file (const char *path,
                         GCancellable *cancellable,
                         guint64 *ret_size,
                         GError **error);

/** licet_digest_is_valid: Returns: whether @text is 64 lower-case hexadecimal digits. */
gboolean licet_digest_is_valid (const char *text);

G_END_DECLS
