/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-bag.h"

G_BEGIN_DECLS

/**
 * licet_zip_write:
 * @bag: a sealed bag
 * @day: day that all files are dated by, ISO 8601
 * @cancellable: (nullable): to stop early
 *
 * The one form a package has: files by path, stored as they are, one date and mode, nothing else. Papers are compressed within
 * themselves; storing them makes the same bytes with every version of every library, and leaves no byte without meaning.
 *
 * Returns: (transfer full): the archive, or %NULL with %LICET_FILING_ERROR_CANCELLED or _WRITE
 */
GBytes *licet_zip_write (LicetBag *bag,
                         const char *day,
                         GCancellable *cancellable,
                         GError **error);

/**
 * licet_zip_find_difference:
 * @bag: what was read from @archive
 * @day: day that all files are dated by, ISO 8601
 * @archive: an archive
 * @ret_offset: (out): the first byte that differs
 *
 * Returns: whether @archive differs from what licet_zip_write() makes of @bag
 */
gboolean licet_zip_find_difference (LicetBag *bag,
                                    const char *day,
                                    GBytes *archive,
                                    guint64 *ret_offset);

/**
 * licet_zip_read:
 * @archive: a stranger's file
 * @cancellable: (nullable): to stop early
 *
 * Regular files below one folder, with names and sizes within the limits of a bag. Links, devices, encrypted members, absolute and
 * parent paths, names twice and contents far larger than the archive are refused.
 *
 * Returns: (transfer full): the bag, unchecked; or %NULL with %LICET_FILING_ERROR_REFUSED or _CANCELLED
 */
LicetBag *licet_zip_read (GBytes *archive,
                          GCancellable *cancellable,
                          GError **error);

G_END_DECLS
