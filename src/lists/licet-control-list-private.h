/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-control-list.h"
#include "licet-image-private.h"
#include "licet-vocabulary.h"

G_BEGIN_DECLS

typedef struct _LicetTermIndex LicetTermIndex;

/** LicetCategory: a category of a list, with entries here or not. */
typedef struct {
  const char *id;
  const char *title;
  gboolean is_present;
} LicetCategory;

/** LicetGroup: a group of entries within a category, "A". */
typedef struct {
  const char *id;
  const char *title;
  LicetNature nature;
} LicetGroup;

/** LicetControlList: built from data files or read from an image, then never changed. */
struct _LicetControlList {
  LicetArena *arena;
  GBytes *image;

  const char *id;
  const char *name;
  const char *short_name;
  const char *jurisdiction;
  const char *legal_basis;
  const char *edition;
  const char *source;
  const char *digest;
  LicetCategory *categories;
  guint n_categories;
  LicetGroup *groups;
  guint n_groups;
  const char *const *present;
  const char *const *missing;
  const LicetNode **entries;
  guint n_entries;
  LicetGeneralNote *general_notes;
  guint n_general_notes;
  LicetTerm *terms;
  guint n_terms;

  GHashTable *nodes; /* "3A001.a" -> LicetNode */
  GMutex lock;       /* of @term_index, made when first asked for */
  LicetTermIndex *term_index;
};

/** _licet_control_list_new: Returns: (transfer full): an empty list. */
LicetControlList *_licet_control_list_new (void);
/** _licet_control_list_free: Frees @list; %NULL is accepted. */
void _licet_control_list_free (LicetControlList *list);
/** _licet_control_list_index: Fills what is found by name from entries and categories, once they are all there. */
void _licet_control_list_index (LicetControlList *list);

/** _licet_control_list_find_category: Returns: (transfer none) (nullable): the category of codes that begin with @id. */
LicetCategory *_licet_control_list_find_category (const LicetControlList *list,
                                                  char id);
/** _licet_control_list_find_group: Returns: (transfer none) (nullable): the group of codes whose second letter is @id. */
const LicetGroup *_licet_control_list_find_group (const LicetControlList *list,
                                                  char id);

/** _licet_control_list_write: Returns: (transfer full): the image of @list. */
GBytes *_licet_control_list_write (const LicetControlList *list);
/** _licet_control_list_read: Returns: (transfer full) (nullable): the list of @image; %NULL when it is damaged. */
LicetControlList *_licet_control_list_read (GBytes *image,
                                            const LicetVocabulary *vocabulary);

/** _licet_note_effect_parse: Returns: whether @text is an effect of a note. */
gboolean _licet_note_effect_parse (const char *text,
                                   LicetNoteEffect *ret_effect);

/** _licet_term_index_free: Frees @index; %NULL is accepted. */
void _licet_term_index_free (LicetTermIndex *index);
/** _licet_term_fold: Returns: (transfer full): the words of @text in small letters and singular, as terms are compared. */
GStrv _licet_term_fold (const char *text);

/** LICET_N_NOTE_EFFECTS: how many effects a note can have. */
#define LICET_N_NOTE_EFFECTS 8

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetControlList, _licet_control_list_free)

G_END_DECLS
