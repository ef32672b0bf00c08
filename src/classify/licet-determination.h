/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-walk.h"

G_BEGIN_DECLS

/**
 * LicetDetermination:
 *
 * What a person concluded of an item under one list: the paragraphs it falls under, or the documented "not listed", with
 * everything it rests on. Immutable, counted by reference, named by the digest of its canonical JSON.
 */
typedef struct _LicetDetermination LicetDetermination;

#define LICET_TYPE_DETERMINATION (licet_determination_get_type ())
GType licet_determination_get_type (void);

/** LicetOutcome: what was concluded. */
typedef enum {
  LICET_OUTCOME_LISTED,
  LICET_OUTCOME_NOT_LISTED,
} LicetOutcome;

/**
 * LicetConclusion: what the person adds to the facts.
 * @codes: (nullable) (array zero-terminated=1): paragraphs concluded ("3A001.a.5.a.4"); %NULL for "not listed"
 * @follows_component: (nullable): the code of the component the item follows by General Note 2
 * @kinds_reviewed: whether the person has looked at the entries ruled out by kind alone; "not listed" needs it
 * @rejected: (nullable) (array zero-terminated=1): "CODE: reason" for candidates looked at and rejected, added to what the walk says
 * @note: (nullable): remarks
 * @decided_by: who
 * @decided_on: day, ISO 8601
 * @review_on: (nullable): day to look again, ISO 8601
 */
typedef struct {
  const char *const *codes;
  const char *follows_component;
  gboolean kinds_reviewed;
  const char *const *rejected;
  const char *note;
  const char *decided_by;
  const char *decided_on;
  const char *review_on;
} LicetConclusion;

/**
 * licet_determination_new:
 * @item: the item as it is now; its facts are frozen into the record
 * @list: under which list
 * @conclusion: what the person concludes
 * @options: (nullable): the options
 *
 * Listed is borne only by paragraphs whose verdict is met (or by General Note 2 with both its answers). Not listed is borne
 * only by a walk with nothing met and nothing open, and with @kinds_reviewed. Anything else is refused with the reason
 * and what is still needed.
 *
 * Returns: (transfer full): the record, or %NULL with %LICET_CLASSIFY_ERROR_CONCLUSION
 */
LicetDetermination *licet_determination_new (LicetItem *item,
                                             const LicetControlList *list,
                                             const LicetConclusion *conclusion,
                                             const LicetClassifyOptions *options,
                                             GError **error);

/** licet_determination_new_from_json: Reads a record back; its digest is that of the canonical form of what was read. */
LicetDetermination *licet_determination_new_from_json (const LicetJsonPlace *place,
                                                       GError **error);
/**
 * licet_determination_serialise:
 *
 * Returns: (transfer full): outcome, codes, list, edition, digests of list and bundle, facts, clause sheets of
 *   the codes, rejected candidates with reasons, categories not covered, who, when, trail.
 */
JsonNode *licet_determination_serialise (LicetDetermination *determination);

/** licet_determination_ref: Returns: (transfer full): @determination. */
LicetDetermination *licet_determination_ref (LicetDetermination *determination);
/** licet_determination_unref: Gives up a reference; %NULL is accepted. */
void licet_determination_unref (LicetDetermination *determination);

/** licet_determination_get_digest: Returns: (transfer none): SHA-256 of its canonical JSON. */
const char *licet_determination_get_digest (LicetDetermination *determination);
/** licet_determination_get_outcome: Returns: listed or not. */
LicetOutcome licet_determination_get_outcome (LicetDetermination *determination);
/** licet_determination_get_list_id: Returns: (transfer none): "eu-annex-i". */
const char *licet_determination_get_list_id (LicetDetermination *determination);
/** licet_determination_get_edition: Returns: (transfer none): the edition of the list, ISO 8601. */
const char *licet_determination_get_edition (LicetDetermination *determination);
/** licet_determination_get_codes: Returns: (transfer none) (array zero-terminated=1): the codes; none when not listed. */
const char *const *licet_determination_get_codes (LicetDetermination *determination);
/**
 * licet_determination_get_missing_categories:
 *
 * Returns: (transfer none) (array zero-terminated=1): categories of the law this record says nothing of,
 *   because the bundle it was made with did not hold them.
 */
const char *const *licet_determination_get_missing_categories (LicetDetermination *determination);
/** licet_determination_get_decided_by: Returns: (transfer none): who. */
const char *licet_determination_get_decided_by (LicetDetermination *determination);
/** licet_determination_get_decided_on: Returns: (transfer none): when. */
const char *licet_determination_get_decided_on (LicetDetermination *determination);
/** licet_determination_covers: Returns: whether one of its codes is @code or below it. */
gboolean licet_determination_covers (LicetDetermination *determination,
                                     const char *code);
/** licet_determination_dup_trail: Returns: (transfer full): the reasons in order, each citable, for people. */
GStrv licet_determination_dup_trail (LicetDetermination *determination);

/**
 * licet_determination_check:
 * @item: the item as it is now
 * @list: the list as it is now
 *
 * Whether the record still fits: the same facts, the same edition, and a verdict made anew that agrees.
 *
 * Returns: (transfer full) (array zero-terminated=1): what no longer fits, for people; empty when everything does
 */
GStrv licet_determination_check (LicetDetermination *determination,
                                 LicetItem *item,
                                 const LicetControlList *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetDetermination, licet_determination_unref)

G_END_DECLS
