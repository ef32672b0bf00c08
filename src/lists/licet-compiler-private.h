/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-bundle-private.h"
#include "licet-source-private.h"

G_BEGIN_DECLS

/**
 * LicetSources:
 * @documents: (element-type LicetJson): the data files, in order of name
 * @digests: (element-type utf8 utf8): digest of each by its name
 *
 * The data files as they stand on the disk.
 */
typedef struct {
  GPtrArray *documents;
  GHashTable *digests;
} LicetSources;

/** _licet_sources_load: Reads every JSON file below lists/, vocabulary/, rules/ and forms/ of @data_dir. */
void _licet_sources_load (LicetSources *sources,
                          const char *data_dir,
                          LicetDefects *defects);
/** _licet_sources_clear: Frees what @sources holds. */
void _licet_sources_clear (LicetSources *sources);

/**
 * _licet_bundle_write:
 * @db: an empty database
 * @lists: (element-type LicetListSource): lists without defects, in order
 *
 * Writes all but the index.
 */
gboolean _licet_bundle_write (sqlite3 *db,
                              const LicetSources *sources,
                              const LicetVocabulary *vocabulary,
                              GPtrArray *lists,
                              const char *version,
                              GError **error);
/** _licet_bundle_save: Writes the database @db to the file @target, whole or not at all. */
gboolean _licet_bundle_save (sqlite3 *db,
                             const char *target,
                             GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetSources, _licet_sources_clear)

G_END_DECLS
