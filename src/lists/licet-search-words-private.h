/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** LICET_MAX_WORD: bytes a word can have; what is longer is no word of a list and is cut. */
#define LICET_MAX_WORD 40

/**
 * _licet_word_stem:
 * @token: a folded token, as licet_text_tokens() gives it
 *
 * A light stem that the index and the query share: plural, -ed and -ing off, British spelling as American,
 * "five" as "5". Not a dictionary form: only ever compared with other stems.
 *
 * Returns: (transfer full): the stem
 */
char *_licet_word_stem (const char *token);

/** _licet_word_is_filler: Returns: whether a folded @token is one of the little words ("for", "mit", "de") that say nothing. */
gboolean _licet_word_is_filler (const char *token);

/** _licet_word_is_joint: Returns: whether a folded @token ("for", "with", "mit") says that what follows is not the thing itself. */
gboolean _licet_word_is_joint (const char *token);

/** _licet_words_tokens: Returns: (transfer full): folded words and numbers of @text, "A/D" and "x-ray" being one word each. */
GStrv _licet_words_tokens (const char *text);

/** _licet_words_split: Returns: (transfer full): stems of the words of @text, fillers left out. */
GStrv _licet_words_split (const char *text);

/** _licet_word_is_mendable: Returns: whether a typing mistake in @stem can be told: it has some letters and no digits. */
gboolean _licet_word_is_mendable (const char *stem);

/**
 * _licet_word_distance:
 * @limit: the most that matters
 *
 * Letters to insert, drop, replace or swap with a neighbour until @a is @b.
 *
 * Returns: the distance, or @limit + 1 when it is more
 */
guint _licet_word_distance (const char *a,
                            const char *b,
                            guint limit);

G_END_DECLS
