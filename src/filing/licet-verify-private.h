/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

#include "licet-bag.h"

G_BEGIN_DECLS

/**
 * LicetPackageCase: case.json of a package, read for verification.
 * @json: (nullable): the document; %NULL when it cannot be read
 * @digest: (nullable): digest of its frozen facts, computed
 * @journal: (array zero-terminated=1): lines of journal.jsonl
 */
typedef struct {
  LicetJson *json;
  char *digest;
  GStrv journal;
} LicetPackageCase;

/** _licet_package_case_init: Reads case and history out of @bag; what is wrong is added to @faults. */
void _licet_package_case_init (LicetPackageCase *package_case,
                               LicetBag *bag,
                               GStrvBuilder *faults);
/** _licet_package_case_clear: Frees what @package_case holds. */
void _licet_package_case_clear (LicetPackageCase *package_case);

/**
 * _licet_package_case_check_papers:
 * @ret_n: (out): how many files were compared
 *
 * The case against the files beside it: each paper and piece of evidence that it names is there with its digest, each paper
 * names the facts it was made from, nothing is there that it does not name, nothing that is withheld.
 */
void _licet_package_case_check_papers (const LicetPackageCase *package_case,
                                       LicetBag *bag,
                                       guint *ret_n,
                                       GStrvBuilder *faults);

/** _licet_package_case_check_journal: The chain of the history, that it is the history in the case, and that it ends with this package. */
void _licet_package_case_check_journal (const LicetPackageCase *package_case,
                                        GStrvBuilder *faults);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetPackageCase, _licet_package_case_clear)

G_END_DECLS
