/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib.h>

/** ADD_TABLE: Adds a test for each row of @table, called @path and the row's name. */
#define ADD_TABLE(path, table, func)                                         \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {                         \
    g_autofree char *name = g_strconcat (path, (table)[i].name, NULL);       \
                                                                             \
    g_test_add_data_func (name, &(table)[i], func);                          \
  }

/** fill_random: Fills @text of @size bytes with a text of random length and bytes up to @highest. */
static inline void
fill_random (GRand *random,
             char *text,
             gsize size,
             int highest)
{
  gsize length = (gsize) g_rand_int_range (random, 0, (gint32) size);

  for (gsize i = 0; i < length; i++)
    text[i] = (char) g_rand_int_range (random, 1, highest + 1);
  text[length] = '\0';
}
