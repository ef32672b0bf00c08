/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-arena"

#include "config.h"

#include "licet-arena-private.h"

#include <string.h>

#define BLOCK_SIZE (64u * 1024u)
#define ALIGNMENT 16u

struct _LicetArena {
  GPtrArray *blocks;
  guint8 *at;
  gsize left;
};

static gpointer
add_block (LicetArena *arena,
           gsize size)
{
  gpointer block = g_aligned_alloc0 (1, size, ALIGNMENT);

  g_ptr_array_add (arena->blocks, block);
  return block;
}

LicetArena *
_licet_arena_new (void)
{
  LicetArena *arena = g_new0 (LicetArena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_aligned_free);
  return arena;
}

void
_licet_arena_free (LicetArena *arena)
{
  if (arena == NULL)
    return;
  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

gpointer
_licet_arena_alloc (LicetArena *arena,
                    gsize n,
                    gsize size)
{
  gpointer memory;
  gsize bytes;

  g_assert (arena != NULL);
  g_assert (size > 0 && n <= (G_MAXSIZE - ALIGNMENT) / size);

  bytes = (MAX (n, 1) * size + ALIGNMENT - 1) & ~(gsize) (ALIGNMENT - 1);
  /* What is large gets a block of its own, so that the rest of the current one is not lost. */
  if (bytes > BLOCK_SIZE / 4)
    return add_block (arena, bytes);
  if (bytes > arena->left) {
    arena->at = add_block (arena, BLOCK_SIZE);
    arena->left = BLOCK_SIZE;
  }
  memory = arena->at;
  arena->at += bytes;
  arena->left -= bytes;
  return memory;
}

gpointer
_licet_arena_memdup (LicetArena *arena,
                     gconstpointer data,
                     gsize n,
                     gsize size)
{
  gpointer copy = _licet_arena_alloc (arena, n, size);

  if (n > 0)
    memcpy (copy, data, n * size);
  return copy;
}

const char *
_licet_arena_strdup (LicetArena *arena,
                     const char *text)
{
  return text != NULL ? _licet_arena_memdup (arena, text, strlen (text) + 1, 1) : NULL;
}

const char *const *
_licet_arena_strdupv (LicetArena *arena,
                      const char *const *texts)
{
  guint n = texts != NULL ? g_strv_length ((char **) texts) : 0;
  const char **copies = LICET_ARENA_NEW_ARRAY (arena, const char *, n + 1);

  for (guint i = 0; i < n; i++)
    copies[i] = _licet_arena_strdup (arena, texts[i]);
  return copies;
}
