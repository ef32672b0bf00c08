/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-lists.h>

G_BEGIN_DECLS

/**
 * licet_entry_links_dup_markup:
 * @node: the paragraph that @text is of
 * @text: its words, or those of one of its notes
 * @seen: (element-type LicetTerm) (inout): terms that need no link any more; those that got one are added
 *
 * @text as Pango markup. Codes that the list has become links "code:3A101", defined terms links "term:ID". A term is
 * a link the first time only, so that a page stays calm.
 *
 * Returns: (transfer full): the markup
 */
char *licet_entry_links_dup_markup (const LicetNode *node,
                                    const char *text,
                                    GHashTable *seen);

/** licet_entry_links_find_term: Returns: (transfer none) (nullable): the term of @list with the id @id. */
const LicetTerm *licet_entry_links_find_term (const LicetControlList *list,
                                              const char *id);

G_END_DECLS
