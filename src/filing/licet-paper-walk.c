/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-paper-walk"

#include "config.h"

#include "licet-papers-private.h"

static void
add_missing_categories (LicetDocument *document,
                        const LicetControlList *list)
{
  const char *const *missing = licet_control_list_get_missing_categories (list);
  g_autofree char *joined = missing[0] != NULL ? g_strjoinv (", ", (char **) missing) : NULL;
  g_autofree char *text = NULL;

  if (joined == NULL)
    return;
  text = g_strdup_printf ("This says nothing of these categories: %s. Their entries are not in the "
                          "edition used; they were not looked at.",
                          joined);
  licet_document_add_item (document, LICET_MARK_UNKNOWN, text, NULL);
}

static void
free_string (GString *text)
{
  g_string_free (text, TRUE);
}

typedef gboolean (*EntryFilter) (const LicetWalkEntry *entry);

static gboolean
is_met (const LicetWalkEntry *entry)
{
  return entry->verdict == LICET_MET;
}

static gboolean
is_open (const LicetWalkEntry *entry)
{
  return entry->verdict == LICET_UNKNOWN;
}

static gboolean
is_near_miss (const LicetWalkEntry *entry)
{
  return entry->verdict == LICET_NOT_MET && entry->near;
}

static gboolean
is_out_by_facts (const LicetWalkEntry *entry)
{
  return entry->verdict == LICET_NOT_MET && !entry->by_kind && !entry->near;
}

static gboolean
is_out_by_kind (const LicetWalkEntry *entry)
{
  return entry->verdict == LICET_NOT_MET && entry->by_kind && !entry->near;
}

static void
add_entries (LicetDocument *document,
             GPtrArray *entries,
             const char *title,
             EntryFilter filter)
{
  static const char *const heads[] = { "Entry", "Why" };
  static const guint widths[] = { 10, 14 };
  LicetBlock *table = NULL;

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (!filter (entry))
      continue;
    if (table == NULL) {
      licet_document_add_heading (document, 2, title);
      table = licet_document_begin_table (document, 2, heads, widths);
    }
    licet_block_add_mark (table, _licet_paper_get_truth_mark (entry->verdict), 0,
                          entry->entry->full, entry->entry->text);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, entry->why);
  }
}

/* Many entries go out for one reason, such as all that is about software: each reason once, with
 * its entries. */
static void
add_reasons (LicetDocument *document,
             GPtrArray *entries)
{
  static const char *const heads[] = { "Why", "Entries" };
  static const guint widths[] = { 15, 9 };
  g_autoptr (GHashTable) codes =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) free_string);
  g_autoptr (GPtrArray) reasons = g_ptr_array_new ();
  LicetBlock *table;

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);
    GString *text;

    if (!is_out_by_facts (entry))
      continue;
    text = g_hash_table_lookup (codes, entry->why);
    if (text == NULL) {
      text = g_string_new (entry->entry->full);
      g_hash_table_insert (codes, entry->why, text);
      g_ptr_array_add (reasons, entry->why);
    } else {
      g_string_append_printf (text, ", %s", entry->entry->full);
    }
  }
  if (reasons->len == 0)
    return;
  licet_document_add_heading (document, 2, "Ruled out by facts");
  table = licet_document_begin_table (document, 2, heads, widths);
  for (guint i = 0; i < reasons->len; i++) {
    const GString *text = g_hash_table_lookup (codes, g_ptr_array_index (reasons, i));

    licet_block_add_mark (table, LICET_MARK_NOT_MET, 0, g_ptr_array_index (reasons, i), NULL);
    licet_block_add_cell (table, LICET_TEXT_NORMAL, text->str);
  }
}

/* Entries for other kinds of things: their codes are enough, nearest kinds first. */
static void
add_codes_by_kind (LicetDocument *document,
                   GPtrArray *entries)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (is_out_by_kind (entry))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", entry->entry->full);
  }
  if (text->len == 0)
    return;
  licet_document_add_heading (document, 2, "Not that kind, as stated; nearest first");
  licet_document_add_text (document, LICET_TEXT_NORMAL, text->str);
}

gboolean
_licet_paper_add_walk (LicetDocument *document,
                       LicetItem *item,
                       const LicetControlList *list,
                       const LicetClassifyOptions *options,
                       GError **error)
{
  g_autoptr (LicetWalk) walk = licet_walk_new (item, list, options, NULL, error);
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;
  GPtrArray *entries;

  if (walk == NULL)
    return FALSE;
  entries = licet_walk_get_entries (walk);
  title = g_strdup_printf ("The Whole List, %s", licet_control_list_get_short_name (list));
  counts = g_strdup_printf ("%u entries were walked: %u met, %u open, %u ruled out.", entries->len,
                            licet_walk_count (walk, LICET_MET),
                            licet_walk_count (walk, LICET_UNKNOWN),
                            licet_walk_count (walk, LICET_NOT_MET));
  licet_document_add_heading (document, 1, title);
  licet_document_add_text (document, LICET_TEXT_NORMAL, counts);
  add_missing_categories (document, list);
  add_entries (document, entries, "Met", is_met);
  add_entries (document, entries, "Cannot be excluded yet", is_open);
  add_entries (document, entries, "Ruled out near a threshold", is_near_miss);
  add_reasons (document, entries);
  add_codes_by_kind (document, entries);
  return TRUE;
}
