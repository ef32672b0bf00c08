/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-determination.h"
#include "licet-walk-private.h"

G_BEGIN_DECLS

/**
 * _licet_determination_new_for_record:
 *
 * Returns: (transfer full): the determination whose canonical JSON is that of @record, which is known to be
 *   sound.
 */
LicetDetermination *_licet_determination_new_for_record (JsonObject *record);

/** _licet_determination_get_record: Returns: (transfer none): the record itself. */
JsonObject *_licet_determination_get_record (LicetDetermination *determination);

/**
 * LicetResolved: what was said of other items of the case while a record was made, so that it can be checked without them.
 * @options: the options whose answers are kept; then those that give the kept answers
 * @answers: answers by "ITEM CODE"
 */
typedef struct {
  LicetClassifyOptions options;
  GHashTable *answers;
} LicetResolved;

/** _licet_resolved_init: Makes @resolved ready; @options may be %NULL. */
void _licet_resolved_init (LicetResolved *resolved,
                           const LicetClassifyOptions *options);
/** _licet_resolved_clear: Frees what @resolved holds. */
void _licet_resolved_clear (LicetResolved *resolved);
/** _licet_resolved_record: @ret_options: options that ask as those of @resolved and keep each answer in it. */
void _licet_resolved_record (LicetResolved *resolved,
                             LicetClassifyOptions *ret_options);
/** _licet_resolved_replay: @ret_options: options that give the answers @record holds. */
void _licet_resolved_replay (LicetResolved *resolved,
                             JsonObject *record,
                             LicetClassifyOptions *ret_options);
/** _licet_resolved_write: Returns: (transfer full): the answers as JSON, in order. */
JsonArray *_licet_resolved_write (LicetResolved *resolved);

/**
 * LicetDecision: what a record is made of.
 * @item: the item
 * @list: the list
 * @conclusion: what the person concludes
 * @options: how it is decided
 * @walk: the walk through the list
 * @follows: (nullable): the code of the component that is followed, as the list writes it
 * @codes: (element-type utf8): the codes, as the list writes them; ended by %NULL
 * @sheets: (element-type LicetClauseSheet) (nullable elements): for each code the sheet of its entry; %NULL for the code of a component
 * @also_met: (element-type utf8): entries met besides; ended by %NULL
 */
typedef struct {
  LicetItem *item;
  const LicetControlList *list;
  const LicetConclusion *conclusion;
  const LicetClassifyOptions *options;
  LicetWalk *walk;
  const char *follows;
  GPtrArray *codes;
  GPtrArray *sheets;
  GPtrArray *also_met;
} LicetDecision;

/**
 * _licet_decision_dup_chain:
 *
 * Returns: (transfer container) (element-type LicetClause): the clauses from the entry down to code number
 *   @index.
 */
GPtrArray *_licet_decision_dup_chain (const LicetDecision *decision,
                                      guint index);

/** _licet_decision_dup_trail: Returns: (transfer full): the reasons in order. */
GStrv _licet_decision_dup_trail (const LicetDecision *decision);

/** _licet_decision_is_component: Returns: whether code number @index is that of a component that is followed. */
gboolean _licet_decision_is_component (const LicetDecision *decision,
                                       guint index);

/** _licet_decision_write_record: Returns: (transfer full): the record. */
JsonObject *_licet_decision_write_record (const LicetDecision *decision,
                                          LicetResolved *resolved);

/** _licet_rejected_dup_code: Returns: (transfer full): the code of "CODE: reason". */
char *_licet_rejected_dup_code (const char *rejected);
/** _licet_rejected_get_reason: Returns: (transfer none): the reason of "CODE: reason". */
const char *_licet_rejected_get_reason (const char *rejected);

/** _licet_determination_is_borne: Whether @item bears @code under @list, of its own facts or as that of the component it follows. */
gboolean _licet_determination_is_borne (LicetItem *item,
                                        const LicetControlList *list,
                                        const LicetClassifyOptions *options,
                                        const char *code,
                                        const char *follows_component,
                                        GError **error);

/** _licet_code_is_missing: Returns: whether @code stands in a category that @list does not hold. */
gboolean _licet_code_is_missing (const LicetControlList *list,
                                 const char *code);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetResolved, _licet_resolved_clear)

G_END_DECLS
