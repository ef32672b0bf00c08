/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * licet_file_write:
 * @path: where to
 * @bytes: what
 *
 * Writes beside @path, syncs, and renames: @path is either as before or whole. On failure nothing half-written stays. What is no
 * regular file (a device, a pipe) is refused, and stays what it is.
 *
 * Returns: %FALSE with %LICET_CORE_ERROR_WRITE, the message naming the file, the cause and what to do
 */
gboolean licet_file_write (const char *path,
                           GBytes *bytes,
                           GError **error);

/** licet_file_write_all: Returns: whether all of @data was written to @fd; otherwise errno says why. */
gboolean licet_file_write_all (int fd,
                               const void *data,
                               gsize length);

/**
 * licet_file_sync_folder:
 *
 * So that a name made or changed at @path outlives a power cut. Not every file system can; then it does
 * nothing.
 */
void licet_file_sync_folder (const char *path);

/**
 * licet_file_read:
 * @path: a file, or a pipe
 * @limit: the most bytes to accept, and never more than 1 GiB
 *
 * Never holds more than @limit bytes, even of what has no end.
 *
 * Returns: (transfer full): its contents, or %NULL with %LICET_CORE_ERROR_READ
 */
GBytes *licet_file_read (const char *path,
                         gsize limit,
                         GError **error);

/**
 * licet_file_make_safe_name:
 * @name: a file name as somebody gave it
 *
 * Letters, digits, "-", "_" and "." only, no leading dot, at most 80 characters, the extension kept; never empty, never
 * a name some system reserves.
 *
 * Returns: (transfer full): the name
 */
char *licet_file_make_safe_name (const char *name);

G_END_DECLS
