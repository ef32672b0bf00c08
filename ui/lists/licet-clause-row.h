/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gtk/gtk.h>
#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * LicetClauseRow:
 *
 * One paragraph of an entry: its designator set in by its depth, what it says, its conditions in words, its thresholds
 * once more in a column of their own, and its notes with what they do.
 *
 * # Accessibility
 *
 * The row is named by the whole of it: designator, words, conditions and notes.
 *
 * # Signals
 *
 * `activate-link` with the address of a link in it ("code:3A101", "term:sample-rate") and the widget it is in.
 */
#define LICET_TYPE_CLAUSE_ROW (licet_clause_row_get_type ())
G_DECLARE_FINAL_TYPE (LicetClauseRow, licet_clause_row, LICET, CLAUSE_ROW, GtkListBoxRow)

/**
 * licet_clause_row_new:
 * @node: the paragraph, or an entry that has conditions or notes of its own
 * @seen: (element-type LicetTerm) (inout): see licet_entry_links_dup_markup()
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *licet_clause_row_new (const LicetNode *node,
                                 GHashTable *seen);

/** licet_clause_row_get_node: Returns: (transfer none): the paragraph. */
const LicetNode *licet_clause_row_get_node (LicetClauseRow *row);
/** licet_clause_row_set_is_narrow: Whether the column of thresholds is left out; the words say the same. */
void licet_clause_row_set_is_narrow (LicetClauseRow *row,
                                     gboolean is_narrow);

/** licet_clause_row_set_is_chosen: Whether the row is marked as the one a citation is made of. */
void licet_clause_row_set_is_chosen (LicetClauseRow *row,
                                     gboolean is_chosen);

/** licet_note_effect_get_words: Returns: (transfer none): what a note does, in the language of the person: "Excludes". */
const char *licet_note_effect_get_words (LicetNoteEffect effect);

G_END_DECLS
