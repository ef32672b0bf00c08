/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LicetArena:
 *
 * Memory for things that are made together, never change, and go together: a vocabulary, a list.
 */
typedef struct _LicetArena LicetArena;

/** _licet_arena_new: Returns: (transfer full): an empty arena. */
LicetArena *_licet_arena_new (void);
/** _licet_arena_free: Frees @arena with all that was taken from it; %NULL is accepted. */
void _licet_arena_free (LicetArena *arena);

/** _licet_arena_alloc: Returns: (transfer none): @n times @size bytes, all zero, aligned for every type. */
gpointer _licet_arena_alloc (LicetArena *arena,
                             gsize n,
                             gsize size);
/** _licet_arena_memdup: Returns: (transfer none): a copy of @n elements of @size bytes at @data. */
gpointer _licet_arena_memdup (LicetArena *arena,
                              gconstpointer data,
                              gsize n,
                              gsize size);
/** _licet_arena_strdup: Returns: (transfer none) (nullable): a copy of @text; %NULL of %NULL. */
const char *_licet_arena_strdup (LicetArena *arena,
                                 const char *text);
/** _licet_arena_strdupv: Returns: (transfer none) (array zero-terminated=1): a copy of @texts. */
const char *const *_licet_arena_strdupv (LicetArena *arena,
                                         const char *const *texts);

/** LICET_ARENA_NEW: one zeroed @type from @arena. */
#define LICET_ARENA_NEW(arena, type) ((type *) _licet_arena_alloc ((arena), 1, sizeof (type)))
/** LICET_ARENA_NEW_ARRAY: @n zeroed @type from @arena. */
#define LICET_ARENA_NEW_ARRAY(arena, type, n)                                                      \
  ((type *) _licet_arena_alloc ((arena), (n), sizeof (type)))

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetArena, _licet_arena_free)

G_END_DECLS
