/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-bundle.h"

G_BEGIN_DECLS

/**
 * LicetHit:
 * @node: what was found: an entry, or the paragraph in it that the words fit best
 * @score: higher is better; comparable within one answer only
 * @why: English: "code", or what matched where: "ADC (kind Analog-to-digital converter); sample rate 310 MS/s meets more than 250 MS/s"
 */
typedef struct {
  const LicetNode *node;
  double score;
  char *why;
} LicetHit;

/** licet_hit_free: Frees @hit; %NULL is accepted. */
void licet_hit_free (LicetHit *hit);

/**
 * licet_search:
 * @bundle: the bundle
 * @text: what somebody typed: words, the beginning of a word, a code or its beginning ("3a1" finds 3A001), or a whole
 *   product description with parameters ("14-bit 310 MSPS ADC; power=1.2 W; package=BGA")
 * @lists: (nullable) (array zero-terminated=1): ids of lists to search; %NULL for all
 * @limit: the most hits, at least 1
 * @cancellable: (nullable): to stop early
 *
 * One hit an entry and list, best first. Finding is a help, never a finding: that an entry is not among the hits says nothing.
 *
 * Returns: (transfer full) (element-type LicetHit): the hits, possibly none; or %NULL with an error
 */
GPtrArray *licet_search (LicetBundle *bundle,
                         const char *text,
                         const char *const *lists,
                         guint limit,
                         GCancellable *cancellable,
                         GError **error);

/**
 * licet_search_kinds:
 *
 * Returns: (transfer full) (element-type LicetKind): kinds whose label or alias the words of @text begin, best
 *   first; or %NULL with an error.
 */
GPtrArray *licet_search_kinds (LicetBundle *bundle,
                               const char *text,
                               guint limit,
                               GError **error);

/**
 * licet_search_facts:
 * @text: a product description
 *
 * The numbers with units in it, as facts a person may confirm: "310 MSPS" is a sample rate because only that quantity is
 * measured so, or because the word beside it says so. Never used for a verdict unconfirmed.
 *
 * Returns: (transfer full) (element-type utf8 LicetValue): values by id of the quantity
 */
GHashTable *licet_search_facts (LicetBundle *bundle,
                                const char *text);

G_END_DECLS
