/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-compiler.h>

G_BEGIN_DECLS

/** Tree: a small data folder of two lists in a temporary directory, to be changed file by file. */
typedef struct {
  char *folder;
  char *bundle;
} Tree;

/** tree_new: Returns: (transfer full): a tree without defects. */
Tree *tree_new (void);
/** tree_free: Removes the folder with all in it. */
void tree_free (Tree *tree);
/** tree_write: Writes the file @name of @length bytes, -1 for a text, its folders too. */
void tree_write (Tree *tree,
                 const char *name,
                 const char *text,
                 gssize length);
/** tree_read: Returns: (transfer full): the file @name. */
char *tree_read (Tree *tree,
                 const char *name);
/** tree_replace: Replaces @old, which is there once, in the file @name. Returns: the line it begins on, from 1. */
guint tree_replace (Tree *tree,
                    const char *name,
                    const char *old,
                    const char *new);
/** tree_compile: Compiles the tree. */
gboolean tree_compile (Tree *tree,
                       GStrv *ret_messages,
                       GError **error);
/** tree_open: Returns: (transfer full): the bundle of the tree, which has no defects. */
LicetBundle *tree_open (Tree *tree);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tree, tree_free)

G_END_DECLS
