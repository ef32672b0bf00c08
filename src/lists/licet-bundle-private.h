/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <sqlite3.h>

#include "licet-bundle.h"

G_BEGIN_DECLS

/** LICET_BUNDLE_APPLICATION_ID: "Lice", what SQLite keeps in the head of the file to tell whose it is. */
#define LICET_BUNDLE_APPLICATION_ID 0x4c696365
/** LICET_BUNDLE_FORMAT: rises whenever tables or blobs change; a program reads only its own. */
#define LICET_BUNDLE_FORMAT 1

/**
 * _licet_bundle_new_for_db:
 * @db: (transfer none): an open database that has the tables of a bundle; must outlive the bundle
 *
 * The bundle as it is while it is being made: lists, vocabulary and documents are in, the index is not yet.
 *
 * Returns: (transfer full): the bundle, or %NULL with %LICET_LISTS_ERROR_BUNDLE
 */
LicetBundle *_licet_bundle_new_for_db (sqlite3 *db,
                                       GError **error);

/** _licet_bundle_get_path: Returns: (transfer none) (nullable): the file it was opened from; %NULL while it is being made. */
const char *_licet_bundle_get_path (LicetBundle *bundle);

/**
 * _licet_bundle_open_connection:
 *
 * A read-only connection to the bundle's file for the caller alone, for one thread at a time; not for a bundle that is
 * being made.
 *
 * Returns: (transfer full): the connection, to be closed with sqlite3_close(); or %NULL with %LICET_LISTS_ERROR_BUNDLE
 */
sqlite3 *_licet_bundle_open_connection (LicetBundle *bundle,
                                        GError **error);

G_END_DECLS
