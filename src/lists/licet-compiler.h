/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-bundle.h"

G_BEGIN_DECLS

/**
 * LicetDocumentCheck:
 * @bundle: the bundle as compiled so far: lists and vocabulary
 * @name: name of the document, "rules/eu/articles.json"
 * @json: the document
 *
 * A higher layer's check of its own data, run when the bundle is made.
 *
 * Returns: whether it is sound; if not, an error with file, line and reason
 */
typedef gboolean (*LicetDocumentCheck) (LicetBundle *bundle,
                                        const char *name,
                                        LicetJson *json,
                                        GError **error);

/**
 * LicetDocumentChecker:
 * @prefix: beginning of the names it is for, "rules/"
 * @check: the check
 */
typedef struct {
  const char *prefix;
  LicetDocumentCheck check;
} LicetDocumentChecker;

/**
 * licet_bundle_compile:
 * @data_dir: the folder data/
 * @target: file to write; written whole or not at all
 * @version: version of the program
 * @checkers: (array length=n_checkers): checks of higher layers
 * @ret_messages: (out) (optional) (transfer full): every defect found, "FILE:LINE: reason", not only the first
 *
 * Reads, checks and compiles lists/, vocabulary/, rules/ and forms/: schema, every id resolves, units fit quantities,
 * expressions have the dimension of their thresholds, `as` and `entry` targets exist (a target in a category that has no
 * entries yet is noted, not refused), no cycle, every node reachable, paths fit their parents, no path twice.
 *
 * Returns: %FALSE with %LICET_LISTS_ERROR_DATA, the message being the first defect
 */
gboolean licet_bundle_compile (const char *data_dir,
                               const char *target,
                               const char *version,
                               const LicetDocumentChecker *checkers,
                               guint n_checkers,
                               GStrv *ret_messages,
                               GError **error);

/**
 * licet_bundle_dup_source_names:
 *
 * Returns: (transfer full): the folders and files that licet_bundle_compile() reads, as names below @data_dir.
 */
GStrv licet_bundle_dup_source_names (const char *data_dir);

G_END_DECLS
