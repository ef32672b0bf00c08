/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-db.h"
#include "licet-store-log.h"

G_BEGIN_DECLS

/** LICET_STORE_APPLICATION_ID: what SQLite's application_id of a store is: "LICT". */
#define LICET_STORE_APPLICATION_ID 0x4c494354
/** LICET_STORE_VERSION: the version of the tables that this program writes. */
#define LICET_STORE_VERSION 1

/** LicetStoreMigration: Brings the tables of one version to the next, within a transaction. */
typedef gboolean (*LicetStoreMigration) (LicetDb *db,
                                         GError **error);

/** _licet_store_get_migrations: Returns: (transfer none): how version n becomes n + 1, by n; %LICET_STORE_VERSION of them. */
const LicetStoreMigration *_licet_store_get_migrations (void);
/** _licet_store_migrate: Brings @db to version @n_migrations, after a verified backup beside its file when it holds anything. */
gboolean _licet_store_migrate (LicetDb *db,
                               const LicetStoreMigration *migrations,
                               gint64 n_migrations,
                               GError **error);
/** _licet_store_create: Makes a new store in the file @path: whole or not at all. */
gboolean _licet_store_create (const char *path,
                              GError **error);
/** _licet_store_inspect: Whether the file @path can be opened as a store of this or an earlier version. Reads it only. */
gboolean _licet_store_inspect (const char *path,
                               GError **error);
/**
 * _licet_store_refuse_damaged:
 *
 * Returns: %FALSE with %LICET_STORE_ERROR_DAMAGED: "PATH REASON; restore the backup ...; nothing was changed".
 */
gboolean _licet_store_refuse_damaged (const char *path,
                                      const char *reason,
                                      GError **error);
/**
 * _licet_store_dup_schema:
 *
 * Returns: (transfer full): the statements that made tables, indexes and triggers of @db, in order of name; or
 *   %NULL with an error.
 */
char *_licet_store_dup_schema (LicetDb *db,
                               GError **error);

/**
 * LicetStoreWrite: a write while it runs: one transaction.
 * @number: its number, from 1
 * @moment: when it began
 * @action: (nullable): what it does; while %NULL there is nothing to be written
 * @subject: (nullable): to what
 * @change: (nullable): what it changes, for the plain-text journal
 */
typedef struct {
  LicetDb *db;
  gint64 number;
  char *number_text;
  char *moment;
  char *action;
  char *subject;
  JsonNode *change;
} LicetStoreWrite;

/** _licet_store_write_describe: Says what @write does, which makes it count. @change (transfer full) (nullable). */
void _licet_store_write_describe (LicetStoreWrite *write,
                                  const char *action,
                                  const char *subject,
                                  JsonNode *change);

/**
 * LicetStoreJob: what the writer does.
 * @prepare: (nullable): what can be done before the transaction, such as copying a file
 * @work: the transaction
 */
typedef struct {
  gboolean (*prepare) (gpointer data,
                       GError **error);
  gboolean (*work) (LicetStoreWrite *write,
                    gpointer data,
                    GError **error);
} LicetStoreJob;

/** LicetStoreWriter: the one thread that writes, with its connection and the plain-text journal. Jobs run in the order they came. */
typedef struct _LicetStoreWriter LicetStoreWriter;

/**
 * _licet_store_writer_new:
 *
 * Returns: (transfer full): a writer on @db and @log, both taken over. What the last program left unsettled is
 *   settled; on failure both are closed.
 */
LicetStoreWriter *_licet_store_writer_new (LicetDb *db,
                                           LicetStoreLog *log,
                                           GError **error);
/** _licet_store_writer_close: Finishes every job that came, closes connection and journal, and frees @writer. */
gboolean _licet_store_writer_close (LicetStoreWriter *writer,
                                    GError **error);
/** _licet_store_writer_push: Queues @job with @data for @task, which returns a boolean; a job that began is never dropped. */
void _licet_store_writer_push (LicetStoreWriter *writer,
                               const LicetStoreJob *job,
                               gpointer data,
                               GDestroyNotify free_data,
                               GTask *task);
/** _licet_store_writer_run: Queues @job with @data, which stays the caller's, and waits for it. */
gboolean _licet_store_writer_run (LicetStoreWriter *writer,
                                  const LicetStoreJob *job,
                                  gpointer data,
                                  GError **error);

/** _licet_store_get_writer: Returns: (transfer none): the writer of @store, or %NULL with an error when it is closed. */
LicetStoreWriter *_licet_store_get_writer (LicetStore *store,
                                           GError **error);
/** _licet_store_get_bundle: Returns: (transfer none): the bundle cases are decided by. */
LicetBundle *_licet_store_get_bundle (LicetStore *store);
/** _licet_store_open_reader: Returns: (transfer full): a read-only connection of its own. */
LicetDb *_licet_store_open_reader (LicetStore *store,
                                   GError **error);

/** _licet_store_load_document: The document of the case @id as it is kept; %NULL when there is none. */
gboolean _licet_store_load_document (LicetDb *db,
                                     const char *id,
                                     char **ret_document,
                                     GError **error);
/** _licet_store_refuse_unknown: Returns: %FALSE with %LICET_STORE_ERROR_NOT_FOUND. */
gboolean _licet_store_refuse_unknown (const char *id,
                                      GError **error);

/** _licet_attachments_dup_folder: Returns: (transfer full): the folder of the attachments of the store @path. */
char *_licet_attachments_dup_folder (const char *path);
/** _licet_attachments_copy: Copies the file @source into @folder under its digest. Returns: %FALSE with nothing left behind. */
gboolean _licet_attachments_copy (const char *folder,
                                  const char *source,
                                  char **ret_digest,
                                  gint64 *ret_size,
                                  GError **error);
/** _licet_attachments_add_row: Keeps that the attachment @digest is there, if it is not kept already; @ret_is_new says so. */
gboolean _licet_attachments_add_row (LicetStoreWrite *write,
                                     const char *digest,
                                     gint64 size,
                                     const char *name,
                                     gboolean *ret_is_new,
                                     GError **error);

/** _licet_history_load: Returns: (transfer full): the lines of the history of the case @id, or %NULL with an error. */
GStrv _licet_history_load (LicetDb *db,
                           const char *id,
                           GError **error);
/** _licet_history_merge: Takes over what @given, the history a case came with, has beyond that of the store; %FALSE when the two differ. */
gboolean _licet_history_merge (LicetStoreWrite *write,
                               const char *id,
                               const char *const *given,
                               GError **error);
/** _licet_history_add: Adds a line to the history of the case @id. @detail (transfer full) (nullable). */
gboolean _licet_history_add (LicetStoreWrite *write,
                             const char *id,
                             const char *actor,
                             const char *event,
                             JsonNode *detail,
                             GError **error);

/**
 * _licet_records_keep_case:
 *
 * Keeps new determinations and screening decisions in the document @object of the case @id; %FALSE when one
 * kept before is missing.
 */
gboolean _licet_records_keep_case (LicetStoreWrite *write,
                                   const char *id,
                                   JsonObject *object,
                                   GError **error);
/** _licet_records_add: Adds a record that is never changed. @content (transfer none). */
gboolean _licet_records_add (LicetStoreWrite *write,
                             const char *id,
                             const char *kind,
                             const char *subject,
                             JsonNode *content,
                             GError **error);
/** _licet_records_check: Whether the records of @db follow one another; @ret_fault says where they do not. */
gboolean _licet_records_check (LicetDb *db,
                               char **ret_fault,
                               GError **error);

G_END_DECLS
