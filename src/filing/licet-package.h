/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-cases.h>

#include "licet-filing-error.h"

G_BEGIN_DECLS

/** LicetPackageProgress: Called from the worker with the step, its number from 1 and the number of steps. */
typedef void (*LicetPackageProgress) (const char *step,
                                      guint number,
                                      guint total,
                                      gpointer user_data);

/**
 * LicetPackageOptions:
 * @paper: "a4" or "letter"
 * @journal: (nullable) (array zero-terminated=1): lines of the case's journal, as the store keeps them
 * @progress: (nullable): told of each step
 * @progress_data: for @progress
 */
typedef struct {
  const char *paper;
  const char *const *journal;
  LicetPackageProgress progress;
  gpointer progress_data;
} LicetPackageOptions;

/** LICET_PACKAGE_OPTIONS_INIT: A4, no journal of a store, no progress. */
#define LICET_PACKAGE_OPTIONS_INIT { "a4", NULL, NULL, NULL }

/**
 * LicetPackageSummary:
 * @root: "NM-2026-014_r1"
 * @files: (element-type utf8): paths in the bag, "data/summary.pdf", in order
 * @findings: (element-type LicetReadinessFinding): readiness at the moment of freezing
 * @digest: SHA-256 of the written file
 */
typedef struct {
  char *root;
  GPtrArray *files;
  GPtrArray *findings;
  char *digest;
} LicetPackageSummary;

/** licet_package_summary_free: Frees @summary; %NULL is accepted. */
void licet_package_summary_free (LicetPackageSummary *summary);

/** licet_package_dup_name: Returns: (transfer full): "NM-2026-014_r1.licet.zip". */
char *licet_package_dup_name (LicetCase *self);

/**
 * licet_package_write:
 * @self: the case; its conclusions must have been made determinations
 * @rules: the license rules
 * @path: the file to write
 * @options: (nullable): the options
 * @cancellable: (nullable): to stop early
 *
 * Freezes the case, renders every paper, and writes one BagIt bag in a ZIP: whole or not at all. The same facts give the
 * same bytes. Open findings do not stop it; they are written into it.
 *
 * Returns: (transfer full): what was written, or %NULL with an error
 */
LicetPackageSummary *licet_package_write (LicetCase *self,
                                          LicetRules *rules,
                                          const char *path,
                                          const LicetPackageOptions *options,
                                          GCancellable *cancellable,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetPackageSummary, licet_package_summary_free)

G_END_DECLS
