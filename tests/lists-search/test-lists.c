/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <string.h>

#include <licet-lists.h>

#include "../lists/tree.h"
#include "table.h"

#define LIMIT 20

static Tree *tree;
static LicetBundle *bundle;

typedef struct {
  const char *name;
  const char *text;
  const char *list; /* NULL for all */
  const char *first; /* what is found first, best first; "" for nothing at all */
} Query;

static const Query queries[] = {
  { "both-lists", "solid state power amplifier", NULL, "alpha:3A001.a beta:3A101 alpha:3A002.b" },
  { "one-list", "solid state power amplifier", "beta", "beta:3A101" },
  { "code-in-both", "3a1", NULL, "alpha:3A001 beta:3A101" },
  { "code-in-one", "3a1", "beta", "beta:3A101" },
  { "list-before-the-code", "beta:3a101b", NULL, "beta:3A101.b" },
  { "limb-is-told-as-its-paragraph", "power amplifier 5 GHz", "alpha",
    "alpha:3A001.a alpha:3A002" },
  { "broader-thing-is-found-by-narrower", "Pmax 5 W power amplifier", "alpha",
    "alpha:3A001.a alpha:3A002" },
  { "narrower-thing-is-found-by-broader", "amp", "alpha", "alpha:3A002 alpha:3A001.a" },
  { "software-leans-on-goods", "software for power amplifiers", "alpha",
    "alpha:3D001.a alpha:3A001.a alpha:3A002" },
  { "goods-come-before-their-software", "power amplifiers", "alpha",
    "alpha:3A001.a alpha:3A002.b alpha:3D001.a" },
  { "question-of-a-paragraph", "made for radar", "alpha", "alpha:3A001.c" },
  { "unknown", "wxyzzy", NULL, "" },
};

static void
test_found (gconstpointer data)
{
  const Query *query = data;
  const char *lists[] = { query->list, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GString) keys = g_string_new (NULL);

  hits = licet_search (bundle, query->text, query->list != NULL ? lists : NULL, LIMIT, NULL,
                       &error);
  g_assert_no_error (error);
  for (guint i = 0; i < hits->len; i++) {
    const LicetHit *hit = g_ptr_array_index (hits, i);

    g_test_message ("%s %.2f %s", hit->node->key, hit->score, hit->why);
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", hit->node->key);
  }
  if (*query->first != '\0')
    g_string_truncate (keys, MIN (keys->len, strlen (query->first)));
  g_assert_cmpstr (keys->str, ==, query->first);
}

static void
test_what_software_serves_is_said (void)
{
  g_autoptr (GPtrArray) hits = NULL;
  const LicetHit *hit;

  hits = licet_search (bundle, "software for power amplifiers", NULL, LIMIT, NULL, NULL);
  hit = g_ptr_array_index (hits, 0);
  g_assert_nonnull (strstr (hit->why, "may be for 3A001.a"));
}

static void
test_list_without_entries_is_searched (void)
{
  g_autoptr (Tree) bare = tree_new ();
  g_autoptr (LicetBundle) empty = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  tree_write (bare, "lists/beta/category-3.json", "{\"category\": \"3\", \"entries\": []}\n", -1);
  empty = tree_open (bare);
  hits = licet_search (empty, "power amplifier", NULL, LIMIT, NULL, NULL);
  g_assert_nonnull (hits);
  g_assert_cmpuint (hits->len, >, 0);
}

int
main (int argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  tree = tree_new ();
  bundle = tree_open (tree);
  ADD_TABLE ("/search/lists/", queries, test_found);
  g_test_add_func ("/search/lists/what-software-serves-is-said", test_what_software_serves_is_said);
  g_test_add_func ("/search/lists/list-without-entries-is-searched",
                   test_list_without_entries_is_searched);
  result = g_test_run ();
  g_clear_object (&bundle);
  tree_free (tree);
  return result;
}
