/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <sqlite3.h>

#include "licet-store.h"

G_BEGIN_DECLS

/** LicetDb: one connection to a database file, with its prepared statements kept by their text. For one thread at a time. */
typedef struct _LicetDb LicetDb;

/** LicetDbMode: what a connection is for. */
typedef enum {
  LICET_DB_READ,
  LICET_DB_WRITE,
  LICET_DB_CREATE, /* makes the file */
  LICET_DB_MEMORY, /* for comparison; the path is ":memory:" */
} LicetDbMode;

/** _licet_db_open: Returns: (transfer full): a connection to @path with every setting made and checked, or %NULL with an error. */
LicetDb *_licet_db_open (const char *path,
                         LicetDbMode mode,
                         GError **error);
/** _licet_db_close: Closes @db; %NULL is accepted. */
void _licet_db_close (LicetDb *db);
/** _licet_db_get_path: Returns: (transfer none): its file. */
const char *_licet_db_get_path (LicetDb *db);

/** _licet_db_exec: Runs the statements in @sql, which have no parameters and give no rows. */
gboolean _licet_db_exec (LicetDb *db,
                         const char *sql,
                         GError **error);
/** _licet_db_run: Runs the one statement @sql with @texts (nullable elements) bound to its parameters. */
gboolean _licet_db_run (LicetDb *db,
                        const char *sql,
                        const char *const *texts,
                        guint n_texts,
                        GError **error);

/**
 * _licet_db_query:
 * @sql: a statement that gives rows
 *
 * Returns: (transfer none): the statement, to be stepped with _licet_db_next(); it is kept and used again for the same @sql
 */
sqlite3_stmt *_licet_db_query (LicetDb *db,
                               const char *sql,
                               const char *const *texts,
                               guint n_texts,
                               GError **error);
/** _licet_db_next: Steps to the next row, which is there if @ret_has_row. After the last the statement is at rest. */
gboolean _licet_db_next (LicetDb *db,
                         sqlite3_stmt *statement,
                         gboolean *ret_has_row,
                         GError **error);
/** _licet_db_dup_text: Returns: (transfer full) (nullable): the text in @column of the row. */
char *_licet_db_dup_text (sqlite3_stmt *statement,
                          int column);
/** _licet_db_get_text: The first column of the first row of @sql, %NULL when there is none. */
gboolean _licet_db_get_text (LicetDb *db,
                             const char *sql,
                             const char *const *texts,
                             guint n_texts,
                             char **ret_text,
                             GError **error);
/** _licet_db_dup_column: Returns: (transfer full): the first column of every row of @sql, or %NULL with an error. */
GStrv _licet_db_dup_column (LicetDb *db,
                            const char *sql,
                            const char *const *texts,
                            guint n_texts,
                            GError **error);

/** _licet_db_is_in_transaction: Returns: whether a transaction is open. */
gboolean _licet_db_is_in_transaction (LicetDb *db);

/**
 * _licet_db_check:
 * @ret_reason: (out) (transfer full): what is wrong, the first few complaints; %NULL when nothing is
 *
 * integrity_check and foreign_key_check.
 *
 * Returns: %FALSE with an error when they could not be run
 */
gboolean _licet_db_check (LicetDb *db,
                          char **ret_reason,
                          GError **error);

/** _licet_db_copy: Writes a verified copy of the database to @target: whole or not at all. */
gboolean _licet_db_copy (LicetDb *db,
                         const char *target,
                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetDb, _licet_db_close)

G_END_DECLS
