/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-list-image"

#include "config.h"

#include "licet-condition-private.h"
#include "licet-control-list-private.h"
#include "licet-source-private.h"

#include <string.h>

static void
write_note (LicetConditionWriter *writer,
            const LicetNote *note)
{
  _licet_image_writer_put (writer->writer, note->effect);
  _licet_image_writer_put_text (writer->writer, note->text);
  _licet_image_writer_put_text (writer->writer, note->key);
  _licet_condition_write (writer, note->when);
  _licet_image_writer_put_texts (writer->writer, note->paths);
}

static void
write_node (LicetConditionWriter *writer,
            const LicetNode *node)
{
  LicetImageWriter *image = writer->writer;

  _licet_image_writer_put_text (image, node->key);
  _licet_image_writer_put_text (image, node->text);
  _licet_image_writer_put_text (image, node->ask);
  _licet_image_writer_put (image, node->nature);
  _licet_image_writer_put (image, (node->is_all ? 1u : 0u) | (node->is_unused ? 2u : 0u));
  _licet_conditions_write (writer, node->conditions, node->n_conditions);
  _licet_image_writer_put (image, node->n_notes);
  for (guint i = 0; i < node->n_notes; i++)
    write_note (writer, &node->notes[i]);
  if (node->parent == NULL) {
    _licet_image_writer_put_texts (image, node->origin);
    _licet_image_writer_put_texts (image, node->see);
  }
  _licet_image_writer_put (image, node->n_children);
  for (guint i = 0; i < node->n_children; i++)
    write_node (writer, node->children[i]);
}

static void
write_general_note (LicetConditionWriter *writer,
                    const LicetGeneralNote *note)
{
  _licet_image_writer_put_text (writer->writer, note->id);
  _licet_image_writer_put_text (writer->writer, note->cite);
  _licet_image_writer_put_text (writer->writer, note->text);
  _licet_image_writer_put (writer->writer, note->effect);
  _licet_condition_write (writer, note->when);
  _licet_image_writer_put_texts (writer->writer, note->paths);
  _licet_image_writer_put_texts (writer->writer, note->except);
  _licet_conditions_write (writer, note->questions, note->n_questions);
}

static void
write_term (LicetImageWriter *image,
            const LicetTerm *term)
{
  _licet_image_writer_put_text (image, term->id);
  _licet_image_writer_put_text (image, term->term);
  _licet_image_writer_put_text (image, term->meaning);
  _licet_image_writer_put_text (image, term->cite);
  _licet_image_writer_put_texts (image, term->local);
  _licet_image_writer_put_texts (image, term->aliases);
}

static void
write_header (LicetImageWriter *image,
              const LicetControlList *list)
{
  const char *const texts[] = { list->id,          list->name,    list->short_name,
                                list->jurisdiction,
                                list->legal_basis, list->edition, list->source,     list->digest };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    _licet_image_writer_put_text (image, texts[i]);
  _licet_image_writer_put (image, list->n_categories);
  for (guint i = 0; i < list->n_categories; i++) {
    _licet_image_writer_put_text (image, list->categories[i].id);
    _licet_image_writer_put_text (image, list->categories[i].title);
    _licet_image_writer_put (image, list->categories[i].is_present ? 1 : 0);
  }
  _licet_image_writer_put (image, list->n_groups);
  for (guint i = 0; i < list->n_groups; i++) {
    _licet_image_writer_put_text (image, list->groups[i].id);
    _licet_image_writer_put_text (image, list->groups[i].title);
    _licet_image_writer_put (image, list->groups[i].nature);
  }
}

GBytes *
_licet_control_list_write (const LicetControlList *list)
{
  g_autoptr (LicetImageWriter) image = _licet_image_writer_new ();
  g_autoptr (GHashTable) units = g_hash_table_new (g_str_hash, g_str_equal);
  LicetConditionWriter writer = { image, units };

  write_header (image, list);
  _licet_image_writer_put (image, list->n_general_notes);
  for (guint i = 0; i < list->n_general_notes; i++)
    write_general_note (&writer, &list->general_notes[i]);
  _licet_image_writer_put (image, list->n_terms);
  for (guint i = 0; i < list->n_terms; i++)
    write_term (image, &list->terms[i]);
  _licet_image_writer_put (image, list->n_entries);
  for (guint i = 0; i < list->n_entries; i++)
    write_node (&writer, list->entries[i]);
  return _licet_image_writer_end (image);
}

static void
read_notes (LicetConditionReader *reader,
            LicetNode *node)
{
  LicetImageReader *image = reader->reader;
  guint32 n = _licet_image_reader_get_count (image);
  LicetNote *notes = LICET_ARENA_NEW_ARRAY (image->arena, LicetNote, n);

  for (guint32 i = 0; i < n; i++) {
    notes[i].effect = (LicetNoteEffect) _licet_image_reader_get_below (image, LICET_N_NOTE_EFFECTS);
    notes[i].text = _licet_image_reader_get_text (image);
    notes[i].key = _licet_image_reader_get_text (image);
    notes[i].when = _licet_condition_read (reader);
    notes[i].paths = _licet_image_reader_get_texts (image);
  }
  node->notes = notes;
  node->n_notes = n;
}

static void
set_names (LicetImageReader *image,
           const LicetControlList *list,
           LicetNode *node)
{
  gsize prefix = strlen (list->id);

  node->key = _licet_image_reader_get_text (image);
  if (strncmp (node->key, list->id, prefix) != 0 || node->key[prefix] != ':' ||
      node->key[prefix + 1] == '\0') {
    _licet_image_reader_fail (image);
    node->full = node->code = node->path = "";
    return;
  }
  node->full = node->key + prefix + 1;
  node->code = node->parent != NULL ? node->entry->full : node->full;
  node->path = "";
  if (node->parent == NULL)
    return;
  if (licet_code_covers (node->code, node->full) && strlen (node->full) > strlen (node->code))
    node->path = node->full + strlen (node->code) + 1;
  else
    _licet_image_reader_fail (image);
}

static const LicetNode *
read_node (LicetConditionReader *reader,
           const LicetControlList *list,
           const LicetNode *parent,
           guint depth)
{
  static const char *const none[] = { NULL };
  LicetImageReader *image = reader->reader;
  LicetNode *node = LICET_ARENA_NEW (image->arena, LicetNode);
  guint32 flags;

  node->list = list;
  node->parent = parent;
  node->entry = parent != NULL ? parent->entry : node;
  set_names (image, list, node);
  node->text = _licet_image_reader_get_text (image);
  node->ask = _licet_image_reader_get_optional_text (image);
  node->nature = (LicetNature) _licet_image_reader_get_below (image, LICET_N_NATURES);
  flags = _licet_image_reader_get_below (image, 4);
  node->is_all = (flags & 1u) != 0;
  node->is_unused = (flags & 2u) != 0;
  node->conditions = _licet_conditions_read (reader, &node->n_conditions);
  read_notes (reader, node);
  node->origin = parent == NULL ? _licet_image_reader_get_texts (image) : none;
  node->see = parent == NULL ? _licet_image_reader_get_texts (image) : none;
  node->n_children = _licet_image_reader_get_count (image);
  if (node->n_children > 0 && depth > LICET_MAX_NODE_DEPTH)
    _licet_image_reader_fail (image);
  node->children = LICET_ARENA_NEW_ARRAY (image->arena, const LicetNode *, node->n_children);
  for (guint i = 0; i < node->n_children && !image->has_failed; i++)
    node->children[i] = read_node (reader, list, node, depth + 1);
  return node;
}

static void
read_general_notes (LicetConditionReader *reader,
                    LicetControlList *list)
{
  LicetImageReader *image = reader->reader;

  list->n_general_notes = _licet_image_reader_get_count (image);
  list->general_notes = LICET_ARENA_NEW_ARRAY (image->arena, LicetGeneralNote,
                                               list->n_general_notes);
  for (guint i = 0; i < list->n_general_notes; i++) {
    LicetGeneralNote *note = &list->general_notes[i];

    note->id = _licet_image_reader_get_text (image);
    note->cite = _licet_image_reader_get_text (image);
    note->text = _licet_image_reader_get_text (image);
    note->effect = (LicetNoteEffect) _licet_image_reader_get_below (image, LICET_N_NOTE_EFFECTS);
    note->when = _licet_condition_read (reader);
    note->paths = _licet_image_reader_get_texts (image);
    note->except = _licet_image_reader_get_texts (image);
    note->questions = _licet_conditions_read (reader, &note->n_questions);
  }
}

static void
read_terms (LicetImageReader *image,
            LicetControlList *list)
{
  list->n_terms = _licet_image_reader_get_count (image);
  list->terms = LICET_ARENA_NEW_ARRAY (image->arena, LicetTerm, list->n_terms);
  for (guint i = 0; i < list->n_terms; i++) {
    LicetTerm *term = &list->terms[i];

    term->id = _licet_image_reader_get_text (image);
    term->term = _licet_image_reader_get_text (image);
    term->meaning = _licet_image_reader_get_text (image);
    term->cite = _licet_image_reader_get_text (image);
    term->local = _licet_image_reader_get_texts (image);
    term->aliases = _licet_image_reader_get_texts (image);
  }
}

static void
read_header (LicetImageReader *image,
             LicetControlList *list)
{
  const char **const texts[] = { &list->id,          &list->name,    &list->short_name,
                                 &list->jurisdiction,
                                 &list->legal_basis, &list->edition, &list->source,
                                     &list->digest };
  LicetGroup *groups;

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i] = _licet_image_reader_get_text (image);
  list->n_categories = _licet_image_reader_get_count (image);
  list->categories = LICET_ARENA_NEW_ARRAY (image->arena, LicetCategory, list->n_categories);
  for (guint i = 0; i < list->n_categories; i++) {
    list->categories[i].id = _licet_image_reader_get_text (image);
    list->categories[i].title = _licet_image_reader_get_text (image);
    list->categories[i].is_present = _licet_image_reader_get_below (image, 2) == 1;
  }
  list->n_groups = _licet_image_reader_get_count (image);
  groups = LICET_ARENA_NEW_ARRAY (image->arena, LicetGroup, list->n_groups);
  for (guint i = 0; i < list->n_groups; i++) {
    groups[i].id = _licet_image_reader_get_text (image);
    groups[i].title = _licet_image_reader_get_text (image);
    groups[i].nature = (LicetNature) _licet_image_reader_get_below (image, LICET_N_NATURES);
  }
  list->groups = groups;
}

LicetControlList *
_licet_control_list_read (GBytes *image,
                          const LicetVocabulary *vocabulary)
{
  g_autoptr (LicetControlList) list = _licet_control_list_new ();
  g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (LicetUnit));
  LicetImageReader reader;
  LicetConditionReader conditions = { &reader, vocabulary, units, 0 };

  list->image = g_bytes_ref (image);
  _licet_image_reader_init (&reader, image, list->arena);
  read_header (&reader, list);
  read_general_notes (&conditions, list);
  read_terms (&reader, list);
  list->n_entries = _licet_image_reader_get_count (&reader);
  list->entries = LICET_ARENA_NEW_ARRAY (list->arena, const LicetNode *, list->n_entries);
  for (guint i = 0; i < list->n_entries && !reader.has_failed; i++)
    list->entries[i] = read_node (&conditions, list, NULL, 1);
  if (!_licet_image_reader_end (&reader))
    return NULL;
  _licet_control_list_index (list);
  return g_steal_pointer (&list);
}
