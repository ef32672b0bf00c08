/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-control-list.h"
#include "licet-lists-error.h"
#include "licet-vocabulary.h"

G_BEGIN_DECLS

/**
 * LicetBundle:
 *
 * Everything the program knows of the law: lists, vocabulary, rules and forms in one read-only SQLite file, made
 * by licet_bundle_compile(). Immutable and safe to be shared by threads; what it returns lives as long as it does.
 */
#define LICET_TYPE_BUNDLE (licet_bundle_get_type ())
G_DECLARE_FINAL_TYPE (LicetBundle, licet_bundle, LICET, BUNDLE, GObject)

/**
 * licet_bundle_open:
 * @path: (nullable): a bundle file; %NULL for $LICET_BUNDLE, else the one installed with the program
 *
 * Lists are read when first asked for.
 *
 * Returns: (transfer full): the bundle, or %NULL with %LICET_LISTS_ERROR_BUNDLE
 */
LicetBundle *licet_bundle_open (const char *path,
                                GError **error);

/** licet_bundle_get_digest: Returns: (transfer none): SHA-256 over all data compiled into it. */
const char *licet_bundle_get_digest (LicetBundle *bundle);
/** licet_bundle_get_version: Returns: (transfer none): version of the program it was made with. */
const char *licet_bundle_get_version (LicetBundle *bundle);

/** licet_bundle_get_vocabulary: Returns: (transfer none): units, quantities, kinds and choices. */
const LicetVocabulary *licet_bundle_get_vocabulary (LicetBundle *bundle);

/** licet_bundle_get_list_ids: Returns: (transfer none) (array zero-terminated=1): ids of the lists. */
const char *const *licet_bundle_get_list_ids (LicetBundle *bundle);

/**
 * licet_bundle_get_list:
 * @id: "eu-annex-i"
 *
 * Returns: (transfer none): the list, whole; or %NULL with %LICET_LISTS_ERROR_CODE or _BUNDLE
 */
const LicetControlList *licet_bundle_get_list (LicetBundle *bundle,
                                               const char *id,
                                               GError **error);

/**
 * licet_bundle_find_node:
 * @code: "3A001.a" (found in the first list that has it) or "eu-annex-i:3A001.a"
 *
 * Returns: (transfer none): the node, or %NULL with %LICET_LISTS_ERROR_CODE naming codes that look alike
 */
const LicetNode *licet_bundle_find_node (LicetBundle *bundle,
                                         const char *code,
                                         GError **error);

/**
 * licet_bundle_load_document:
 * @name: "rules/eu/articles.json", "forms/statements/eu-end-use.json"
 *
 * Returns: (transfer full): the document as it was compiled in, or %NULL with %LICET_LISTS_ERROR_BUNDLE
 */
LicetJson *licet_bundle_load_document (LicetBundle *bundle,
                                       const char *name,
                                       GError **error);

/** licet_bundle_get_document_digest: Returns: (transfer none) (nullable): SHA-256 of the canonical form of a document. */
const char *licet_bundle_get_document_digest (LicetBundle *bundle,
                                              const char *name);

/** licet_bundle_dup_document_names: Returns: (transfer full): names of documents that begin with @prefix, in order. */
GStrv licet_bundle_dup_document_names (LicetBundle *bundle,
                                       const char *prefix);

G_END_DECLS
