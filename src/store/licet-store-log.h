/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-store.h"

G_BEGIN_DECLS

/**
 * LicetStoreLog:
 *
 * The plain-text journal beside the database: a line is one JSON object with the digest of the line before. A write is
 * begun with everything it will change before the database commits, and committed or rolled back after. Whoever has a text
 * editor can read what was done and what was meant to be done, without the program and without the database.
 *
 * Several programs may have the store open: each takes the lock before it reads the end of the file and adds to it.
 */
typedef struct _LicetStoreLog LicetStoreLog;

/**
 * LICET_STORE_LOG_MAX_FILE:
 *
 * bytes that a file is never larger than: it is put aside long before, and one line more is what a case may
 * have.
 */
#define LICET_STORE_LOG_MAX_FILE (256u * 1024u * 1024u)

/** LicetStoreLogState: how the file ends. */
typedef enum {
  LICET_STORE_LOG_SETTLED,   /* with a commit, a rollback, or nothing */
  LICET_STORE_LOG_BEGUN,     /* with a write begun of which nobody said how it ended */
  LICET_STORE_LOG_CANCELLED, /* with a rollback, which the database may not have followed when the disk failed */
} LicetStoreLogState;

/** _licet_store_log_dup_path: Returns: (transfer full): where the journal of the store @path lies. */
char *_licet_store_log_dup_path (const char *path);
/** _licet_store_log_open: Returns: (transfer full): the journal in the file @path, made if absent. */
LicetStoreLog *_licet_store_log_open (const char *path,
                                      GError **error);
/** _licet_store_log_free: Closes @log; %NULL is accepted. */
void _licet_store_log_free (LicetStoreLog *log);

/**
 * _licet_store_log_lock:
 * @limit: bytes from which the file is put aside and a new one begun
 *
 * Waits for the file, reads how it ends, and cuts off a line that was not written whole. Everything below needs the lock.
 */
gboolean _licet_store_log_lock (LicetStoreLog *log,
                                gint64 limit,
                                GError **error);
/** _licet_store_log_unlock: Lets others write. */
void _licet_store_log_unlock (LicetStoreLog *log);
/** _licet_store_log_get_state: Returns: how the file ends; @ret_number and @ret_begin (optional) name the write that is not settled. */
LicetStoreLogState _licet_store_log_get_state (LicetStoreLog *log,
                                               gint64 *ret_number,
                                               const char **ret_begin);
/** _licet_store_log_get_torn: Returns: bytes of the line that was cut off when the lock was taken, 0 for none. */
gsize _licet_store_log_get_torn (LicetStoreLog *log);

/** _licet_store_log_begin: Adds that write @number begins, with what it changes. Returns: (transfer full): the digest of the line. */
char *_licet_store_log_begin (LicetStoreLog *log,
                              gint64 number,
                              const char *action,
                              const char *subject,
                              JsonNode *detail,
                              GError **error);
/** _licet_store_log_settle: Adds how write @number ended ("commit" or "rollback"), and why (nullable). */
gboolean _licet_store_log_settle (LicetStoreLog *log,
                                  const char *event,
                                  gint64 number,
                                  const char *begin,
                                  const char *why,
                                  GError **error);
/** _licet_store_log_note: Adds the event @event with the reason @why. */
gboolean _licet_store_log_note (LicetStoreLog *log,
                                const char *event,
                                const char *why,
                                GError **error);

/**
 * LicetStoreLogWrite: a write that the journal says was committed.
 * @begin: the digest of its first line
 */
typedef struct {
  gint64 number;
  char *begin;
} LicetStoreLogWrite;

/** _licet_store_log_write_free: Frees @write; %NULL is accepted. */
void _licet_store_log_write_free (LicetStoreLogWrite *write);

/**
 * _licet_store_log_check:
 * @path: the journal's file; those that were put aside lie beside it
 * @ret_first: (out): number of the first write the files still hold, 0 when they hold none
 * @ret_writes: (out) (element-type LicetStoreLogWrite): committed writes in the order of the files
 * @ret_fault: (out) (transfer full): where and how the chain breaks; %NULL when it is whole
 *
 * To be called while nobody writes: from a job of the writer, or before there is one.
 *
 * Returns: %FALSE with an error when a file cannot be read
 */
gboolean _licet_store_log_check (const char *path,
                                 gint64 *ret_first,
                                 GPtrArray **ret_writes,
                                 char **ret_fault,
                                 GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetStoreLog, _licet_store_log_free)

G_END_DECLS
