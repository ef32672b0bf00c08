/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-cases.h>

G_BEGIN_DECLS

#define LICET_STORE_ERROR (licet_store_error_quark ())

/**
 * LicetStoreError:
 * @LICET_STORE_ERROR_OPEN: the store cannot be opened; the message says why and what to do
 * @LICET_STORE_ERROR_NEWER: made by a newer Licet; nothing was changed
 * @LICET_STORE_ERROR_DAMAGED: not a store, or damaged; restore the backup named in the message
 * @LICET_STORE_ERROR_WRITE: a write failed and was rolled back
 * @LICET_STORE_ERROR_NOT_FOUND: no such case or product
 * @LICET_STORE_ERROR_IMMUTABLE: an attempt to change a record that is kept as it was
 */
typedef enum {
  LICET_STORE_ERROR_OPEN = 1,
  LICET_STORE_ERROR_NEWER,
  LICET_STORE_ERROR_DAMAGED,
  LICET_STORE_ERROR_WRITE,
  LICET_STORE_ERROR_NOT_FOUND,
  LICET_STORE_ERROR_IMMUTABLE,
} LicetStoreError;

GQuark licet_store_error_quark (void);

/**
 * LicetStore:
 *
 * One office in one SQLite file, PATH, with a folder of attachments, PATH.attachments, and a plain-text journal, PATH.journal, beside
 * it. Writes run one after the other in a thread of their own, in the order they were asked for; reading goes over connections of
 * its own and may be done from any thread. Opening, closing and asking for a write are for the thread that owns the store.
 */
#define LICET_TYPE_STORE (licet_store_get_type ())
G_DECLARE_FINAL_TYPE (LicetStore, licet_store, LICET, STORE, GObject)

/**
 * licet_store_open:
 *
 * Returns: (transfer full): the store at @path, made if absent, brought to this version after a verified
 *   backup; or %NULL with an error.
 */
LicetStore *licet_store_open (LicetBundle *bundle,
                              const char *path,
                              GError **error);
/** licet_store_get_default_path: Returns: (transfer full): $LICET_STORE, else office.licet in the user's data folder. */
char *licet_store_get_default_path (void);
/** licet_store_get_path: Returns: (transfer none): its file. */
const char *licet_store_get_path (LicetStore *store);
/** licet_store_close: Finishes every write that was begun, then closes. Safe to call twice. */
gboolean licet_store_close (LicetStore *store,
                            GError **error);

/**
 * licet_store_save_case_async:
 * @self: the case; what is changed in it after the call is not in what is saved
 *
 * Queues @self to be saved whole in one transaction; a write that began is never dropped. Files of its evidence are copied into the
 * attachments. A determination that was kept before must still be in it, and its history must go on from the one that is kept.
 */
void licet_store_save_case_async (LicetStore *store,
                                  LicetCase *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
/** licet_store_save_case_finish: Returns: whether it was saved. */
gboolean licet_store_save_case_finish (LicetStore *store,
                                       GAsyncResult *result,
                                       GError **error);
/** licet_store_save_case: Saves @self and waits. */
gboolean licet_store_save_case (LicetStore *store,
                                LicetCase *self,
                                GError **error);
/** licet_store_load_case: Returns: (transfer full): the case with the id @id and its history, read over a connection of its own. */
LicetCase *licet_store_load_case (LicetStore *store,
                                  const char *id,
                                  GError **error);
/** licet_store_remove_case: Takes the case @id away; its journal stays. */
gboolean licet_store_remove_case (LicetStore *store,
                                  const char *id,
                                  GError **error);

/** licet_store_add_filing: Keeps for ever that the package @name with the digest @digest was made of the case @id. */
gboolean licet_store_add_filing (LicetStore *store,
                                 const char *id,
                                 const char *name,
                                 const char *digest,
                                 GError **error);

/** LicetStoreEntry: a case in the list of cases. */
typedef struct {
  char *id;
  char *reference;
  char *created;
  char *changed;
} LicetStoreEntry;

/** licet_store_entry_free: Frees @entry; %NULL is accepted. */
void licet_store_entry_free (LicetStoreEntry *entry);
/** licet_store_list_cases: Returns: (transfer full) (element-type LicetStoreEntry): all cases, newest first. */
GPtrArray *licet_store_list_cases (LicetStore *store,
                                   GError **error);

/** licet_store_add_attachment: Copies @source into the attachments. Returns: (transfer full): its digest, the name it is kept under. */
char *licet_store_add_attachment (LicetStore *store,
                                  const char *source,
                                  GError **error);
/** licet_store_dup_attachment_path: Returns: (transfer full): where the attachment @digest lies. */
char *licet_store_dup_attachment_path (LicetStore *store,
                                       const char *digest);

/**
 * licet_store_dup_journal:
 *
 * Returns: (transfer full): journal lines of the case @id, each one JSON object with the digest of the one
 *   before.
 */
GStrv licet_store_dup_journal (LicetStore *store,
                               const char *id,
                               GError **error);
/** licet_store_backup: Writes a verified copy of the store, its attachments and its journal to @path, which must not be there. */
gboolean licet_store_backup (LicetStore *store,
                             const char *path,
                             GError **error);

/** LicetStoreFinding: one result of a check: whether it holds, in words. */
typedef struct {
  char *id;
  gboolean holds;
  char *text;
} LicetStoreFinding;

/** licet_store_finding_free: Frees @finding; %NULL is accepted. */
void licet_store_finding_free (LicetStoreFinding *finding);
/**
 * licet_store_check:
 *
 * "database" (integrity and references), "tables", "cases", "histories", "records", "attachments" (each by its digest), "journal" (its
 * chain) and "writes" (database against journal). Reports, never repairs.
 *
 * Returns: (transfer full) (element-type LicetStoreFinding): the results, or %NULL with an error when the store cannot be read
 */
GPtrArray *licet_store_check (LicetStore *store,
                              GError **error);

G_END_DECLS
