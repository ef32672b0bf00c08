/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gio/gio.h>
#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * licet_list_search_async:
 * @bundle: the bundle
 * @text: what somebody typed
 * @cancellable: (nullable): to stop it, when more has been typed
 * @callback: called in the thread-default main context of the caller
 *
 * licet_search() over all lists, in a thread of its own.
 */
void licet_list_search_async (LicetBundle *bundle,
                              const char *text,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);

/** licet_list_search_finish: Returns: (transfer full): a model of #LicetHitItem, best first; or %NULL with an error. */
GListModel *licet_list_search_finish (GAsyncResult *result,
                                      GError **error);

G_END_DECLS
