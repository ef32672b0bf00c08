/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-note-parse"

#include "config.h"

#include "licet-source-private.h"

#include <string.h>

static const char *const known_note[] = { "effect", "text", "when", "paths", NULL };
static const char *const known_general_note[] = {
  "id", "cite", "text", "effect", "when", "paths", "except", "questions", NULL,
};

static gboolean
read_effect (LicetReading *reading,
             const LicetJsonPlace *place,
             LicetNoteEffect *ret_effect)
{
  const char *effect = NULL;

  if (!_licet_reading_text (reading, place, "effect", LICET_MAX_ID, &effect))
    return FALSE;
  if (_licet_note_effect_parse (effect, ret_effect))
    return TRUE;
  return _licet_defects_add (reading->defects, place,
                             "“%s” is no effect of a note; write excludes, includes, requires, "
                             "defers, follows-component, defines, method or see", effect);
}

/* The condition of a note; an exclusion without one asks whether its words hold. */
static gboolean
read_when (LicetConditionScope *scope,
           const LicetJsonPlace *place,
           LicetNoteEffect effect,
           const char *text,
           const LicetCondition **ret_when)
{
  LicetReading *reading = scope->reading;
  gboolean explains = effect == LICET_NOTE_DEFINES || effect == LICET_NOTE_METHOD ||
                      effect == LICET_NOTE_SEE;

  if (!_licet_condition_parse_one (scope, place, "when", ret_when))
    return FALSE;
  if (*ret_when != NULL && explains)
    return _licet_defects_add (reading->defects, place,
                               "the note only explains and decides nothing; take “when” out or "
                               "give it another effect");
  if (*ret_when == NULL && (effect == LICET_NOTE_REQUIRES || effect == LICET_NOTE_DEFERS))
    return _licet_defects_add (reading->defects, place,
                               "“when” is missing; say on what the note depends");
  if (*ret_when == NULL && effect == LICET_NOTE_EXCLUDES)
    *ret_when = _licet_condition_new_implicit (reading->arena, scope->key, text, NULL);
  return TRUE;
}

static const char *
dup_key (LicetReading *reading,
         const char *format,
         ...) G_GNUC_PRINTF (2, 3);

static const char *
dup_key (LicetReading *reading,
         const char *format,
         ...)
{
  g_autofree char *key = NULL;
  va_list args;

  va_start (args, format);
  key = g_strdup_vprintf (format, args);
  va_end (args);
  return _licet_arena_strdup (reading->arena, key);
}

/* Codes a note names below the node that was taken over are those below the node that takes it over. */
static void
renumber_paths (LicetReading *reading,
                const LicetNodeSource *layer,
                const LicetNode *node,
                LicetNote *note)
{
  gboolean is_same_list = g_str_equal (layer->list->list->id, node->list->id);
  const char **paths = LICET_ARENA_NEW_ARRAY (reading->arena, const char *,
                                              g_strv_length ((char **) note->paths) + 1);
  guint n = 0;

  for (guint i = 0; note->paths[i] != NULL; i++) {
    if (licet_code_covers (layer->full, note->paths[i]))
      paths[n++] = dup_key (reading, "%s%s", node->full, note->paths[i] + strlen (layer->full));
    else if (is_same_list)
      paths[n++] = note->paths[i];
  }
  note->paths = paths;
}

static gboolean
read_note (LicetReading *reading,
           const LicetNodeSource *layer,
           LicetNode *node,
           const LicetJsonPlace *place,
           guint number,
           LicetNote *note)
{
  LicetConditionScope scope = { reading, layer->list->list->id, node->list->id };

  note->key = dup_key (reading, "%s#n%u", node->key, number);
  scope.key = note->key;
  if (!_licet_reading_known (reading, place, known_note) ||
      !read_effect (reading, place, &note->effect) ||
      !_licet_reading_text (reading, place, "text", LICET_MAX_PROSE, &note->text))
    return FALSE;
  if (note->effect == LICET_NOTE_FOLLOWS_COMPONENT)
    return _licet_defects_add (reading->defects, place,
                               "that components are followed is a rule of the whole list; write "
                               "the note in list.json");
  scope.words = note->text;
  if (!_licet_reading_scopes (reading, place, "paths", scope.list, &note->paths) ||
      !read_when (&scope, place, note->effect, note->text, &note->when))
    return FALSE;
  if (!g_str_equal (layer->full, node->full) || !g_str_equal (scope.list, scope.own_list))
    renumber_paths (reading, layer, node, note);
  return TRUE;
}

void
_licet_node_notes_parse (LicetReading *reading,
                         const LicetNodeSource *layer,
                         LicetNode *node)
{
  LicetNote *notes;
  LicetJsonPlace array;
  guint length;

  if (!_licet_reading_array (reading, &layer->place, "notes", &array, &length))
    return;
  notes = LICET_ARENA_NEW_ARRAY (reading->arena, LicetNote, length);
  node->notes = notes;
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace place;

    licet_json_place_element (&array, i, &place);
    /* The number is that of the place in the file, so that a defect elsewhere does not move keys. */
    if (read_note (reading, layer, node, &place, i + 1, &notes[node->n_notes]))
      node->n_notes++;
  }
}

static gboolean
read_questions (LicetConditionScope *scope,
                const LicetJsonPlace *place,
                LicetGeneralNote *note)
{
  LicetReading *reading = scope->reading;

  if (!_licet_condition_parse_list (scope, place, "questions", &note->questions,
                                    &note->n_questions))
    return FALSE;
  if (note->effect == LICET_NOTE_FOLLOWS_COMPONENT && note->n_questions == 0)
    return _licet_defects_add (reading->defects, place,
                               "“questions” are missing; say what is asked before a component is "
                               "followed");
  if (note->effect != LICET_NOTE_FOLLOWS_COMPONENT && note->n_questions > 0)
    return _licet_defects_add (reading->defects, place,
                               "“questions” are for follows-component; write a “when”");
  return TRUE;
}

static gboolean
read_general_note (LicetReading *reading,
                   const LicetControlList *list,
                   const LicetJsonPlace *place,
                   LicetGeneralNote *note)
{
  LicetConditionScope scope = { reading, list->id, list->id };

  if (!_licet_reading_known (reading, place, known_general_note) ||
      !_licet_reading_text (reading, place, "id", LICET_MAX_ID, &note->id) ||
      !_licet_reading_text (reading, place, "cite", LICET_MAX_TEXT, &note->cite) ||
      !read_effect (reading, place, &note->effect) ||
      !_licet_reading_text (reading, place, "text", LICET_MAX_PROSE, &note->text) ||
      !_licet_reading_scopes (reading, place, "paths", list->id, &note->paths) ||
      !_licet_reading_scopes (reading, place, "except", list->id, &note->except))
    return FALSE;
  for (guint i = 0; i < list->n_general_notes; i++)
    if (g_str_equal (list->general_notes[i].id, note->id))
      return _licet_defects_add (reading->defects, place, "the id “%s” is there twice; change one",
                                 note->id);
  if (note->paths[0] == NULL)
    return _licet_defects_add (reading->defects, place,
                               "the note governs nothing; name codes in “paths”, or \"*\"");
  scope.key = dup_key (reading, "%s:#%s", list->id, note->id);
  scope.words = note->text;
  return read_when (&scope, place, note->effect, note->text, &note->when) &&
         read_questions (&scope, place, note);
}

static void
read_notes_of (LicetReading *reading,
               LicetControlList *list,
               LicetJson *json,
               const char *member)
{
  LicetJsonPlace root;
  LicetJsonPlace array;
  guint length;

  if (json == NULL)
    return;
  licet_json_place_root (json, &root);
  if (!_licet_reading_array (reading, &root, member, &array, &length))
    return;
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace place;

    licet_json_place_element (&array, i, &place);
    if (read_general_note (reading, list, &place, &list->general_notes[list->n_general_notes]))
      list->n_general_notes++;
  }
}

static guint
count_notes_of (LicetJson *json,
                const char *member)
{
  LicetJsonPlace root;
  LicetJsonPlace array;
  guint length = 0;

  if (json == NULL)
    return 0;
  licet_json_place_root (json, &root);
  if (licet_json_place_has (&root, member) && licet_json_place_member (&root, member, &array, NULL))
    (void) licet_json_place_length (&array, &length, NULL);
  return length;
}

void
_licet_list_notes_parse (LicetReading *reading,
                         LicetListSource *source)
{
  LicetControlList *list = source->list;
  LicetReading inner = *reading;
  guint n = count_notes_of (source->header, "general-notes");

  inner.arena = list->arena;
  for (guint i = 0; i < source->category_files->len; i++)
    n += count_notes_of (g_ptr_array_index (source->category_files, i), "notes");
  list->general_notes = LICET_ARENA_NEW_ARRAY (list->arena, LicetGeneralNote, n);
  read_notes_of (&inner, list, source->header, "general-notes");
  for (guint i = 0; i < source->category_files->len; i++)
    read_notes_of (&inner, list, g_ptr_array_index (source->category_files, i), "notes");
}
