/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-cases.h>

#include "licet-filing-error.h"

G_BEGIN_DECLS

/**
 * LicetFrozen: a case as it is at one moment, with everything decided of it: what all papers of a package are made from.
 * @self: the case
 * @rules: the rules it was decided by
 * @facts: the case as forms are bound to it
 * @requirements: (element-type LicetRequirement)
 * @findings: (element-type LicetReadinessFinding): readiness
 * @journal: (array zero-terminated=1): the history, the last line being this package
 * @moment: when the case was last touched, "2026-11-18T09:15:00Z"
 * @day: day of @moment
 * @json: the case with its "frozen" member
 * @digest: SHA-256 of the canonical form of @json: what every paper of the package names
 */
typedef struct {
  LicetCase *self;
  LicetRules *rules;
  JsonNode *facts;
  GPtrArray *requirements;
  GPtrArray *findings;
  GStrv journal;
  char *moment;
  char *day;
  JsonNode *json;
  char *digest;
} LicetFrozen;

/**
 * licet_freeze:
 * @self: the case; its conclusions must have been made determinations
 * @rules: the license rules
 * @journal: (nullable) (array zero-terminated=1): lines of the case's history, as a store keeps them; %NULL for those in the case
 *
 * Decides what is required, checks readiness, and puts all of it with the editions and their digests beside the case. Times are
 * the case's own, so that the same facts give the same package.
 *
 * Returns: (transfer full): the frozen case, or %NULL with an error
 */
LicetFrozen *licet_freeze (LicetCase *self,
                           LicetRules *rules,
                           const char *const *journal,
                           GError **error);
/** licet_frozen_free: Frees @frozen; %NULL is accepted. */
void licet_frozen_free (LicetFrozen *frozen);

/**
 * licet_frozen_digest:
 *
 * Returns: (transfer full) (nullable): the digest of the case.json @root without its "package" member; %NULL when it is no
 * object.
 */
char *licet_frozen_digest (JsonNode *root);

/** licet_frozen_make_detail: Returns: (transfer full): what the last line of a package's history says: the facts' @digest and the round. */
JsonNode *licet_frozen_make_detail (const char *digest,
                                    guint round);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetFrozen, licet_frozen_free)

G_END_DECLS
