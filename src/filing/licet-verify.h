/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-cases.h>

#include "licet-filing-error.h"

G_BEGIN_DECLS

/** LicetVerifyCheck: one thing looked at: @id ("archive", "bag", "digests", "journal", "case", "editions"), whether it holds, in words. */
typedef struct {
  char *id;
  gboolean holds;
  char *text;
} LicetVerifyCheck;

/**
 * LicetVerifyReport:
 * @is_sound: whether every check holds
 * @checks: (element-type LicetVerifyCheck): in order
 * @reference: (nullable): reference of the case
 * @n_files: files in the bag
 */
typedef struct {
  gboolean is_sound;
  GPtrArray *checks;
  char *reference;
  guint n_files;
} LicetVerifyReport;

/** licet_verify_report_free: Frees @report; %NULL is accepted. */
void licet_verify_report_free (LicetVerifyReport *report);
/** licet_verify_report_serialise: Returns: (transfer full): the report as JSON. */
JsonNode *licet_verify_report_serialise (const LicetVerifyReport *report);

/**
 * licet_package_verify:
 * @path: a package
 * @bundle: (nullable): to tell whether its editions are known here
 * @cancellable: (nullable): to stop early
 *
 * The archive is the one form Licet writes, so that any changed byte is found; bag, digests, journal chain, case against
 * documents. Where the editions are those of @bundle the case is decided again. A stranger's file: limits on
 * count, size and ratio; absolute and parent
 * paths, links, devices and names twice are refused; nothing is unpacked to disk and nothing executed.
 *
 * Returns: (transfer full): the report; or %NULL with %LICET_FILING_ERROR_REFUSED when it is not a package that can be read safely
 */
LicetVerifyReport *licet_package_verify (const char *path,
                                         LicetBundle *bundle,
                                         GCancellable *cancellable,
                                         GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetVerifyReport, licet_verify_report_free)

G_END_DECLS
