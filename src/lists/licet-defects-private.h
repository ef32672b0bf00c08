/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

G_BEGIN_DECLS

/**
 * LicetDefects:
 *
 * What is wrong with the data files, all of it up to a limit, so that an editor need not mend them one build at a
 * time; and notes, which refuse nothing.
 */
typedef struct _LicetDefects LicetDefects;

/** _licet_defects_new: Returns: (transfer full): none yet. */
LicetDefects *_licet_defects_new (void);
/** _licet_defects_free: Frees @defects; %NULL is accepted. */
void _licet_defects_free (LicetDefects *defects);
/** _licet_defects_add: Adds a defect at @place: reason, then "; " and what to do. Returns: %FALSE, for callers to return. */
gboolean _licet_defects_add (LicetDefects *defects,
                             const LicetJsonPlace *place,
                             const char *format,
                             ...) G_GNUC_PRINTF (3, 4);
/** _licet_defects_take: Adds a defect that another function found. @error: (transfer full). Returns: %FALSE. */
gboolean _licet_defects_take (LicetDefects *defects,
                              GError *error);
/** _licet_defects_note: Adds "note: " and the text. */
void _licet_defects_note (LicetDefects *defects,
                          const char *format,
                          ...) G_GNUC_PRINTF (2, 3);
/** _licet_defects_get_count: Returns: how many defects there are; notes do not count. */
guint _licet_defects_get_count (LicetDefects *defects);
/** _licet_defects_is_full: Returns: whether nothing more is kept, so that looking on is of no use. */
gboolean _licet_defects_is_full (LicetDefects *defects);
/** _licet_defects_dup_messages: Returns: (transfer full): defects, then notes. */
GStrv _licet_defects_dup_messages (LicetDefects *defects);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetDefects, _licet_defects_free)

G_END_DECLS
