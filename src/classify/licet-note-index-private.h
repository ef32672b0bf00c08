/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetPlacedNote: a note that decides, at a node where it is asked.
 * @effect: what it does: excludes, includes, requires or defers
 * @when: its condition
 * @note: (nullable): the note, when it stands below a paragraph
 * @general: (nullable): the note, when it is one of the list
 */
typedef struct {
  LicetNoteEffect effect;
  const LicetCondition *when;
  const LicetNote *note;
  const LicetGeneralNote *general;
} LicetPlacedNote;

/**
 * LicetNoteIndex:
 *
 * At which nodes of a list the notes are asked that govern more than the node they stand below. A note is asked at the topmost node
 * that it governs whole; a node with an exception below it is passed through to those below that it does govern.
 */
typedef struct _LicetNoteIndex LicetNoteIndex;

/** _licet_note_index_get: Returns: (transfer none): the index of @list, kept with @bundle. Any thread may ask. */
const LicetNoteIndex *_licet_note_index_get (LicetBundle *bundle,
                                             const LicetControlList *list);

/**
 * _licet_note_index_lookup:
 *
 * Returns: (transfer none) (nullable) (element-type LicetPlacedNote): notes asked at @node besides its own that
 *   govern it alone.
 */
const GArray *_licet_note_index_lookup (const LicetNoteIndex *index,
                                        const LicetNode *node);

/** _licet_note_decides: Returns: whether a note of that effect with that condition decides, instead of only explaining. */
gboolean _licet_note_decides (LicetNoteEffect effect,
                              const LicetCondition *when);

/** _licet_paths_govern: Returns: whether one of @paths covers @code and none of @except (nullable) does. */
gboolean _licet_paths_govern (const char *const *paths,
                              const char *const *except,
                              const char *code);

G_END_DECLS
