/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-condition.h"
#include "licet-lists-types.h"

G_BEGIN_DECLS

/** LicetNature: what a paragraph is about. */
typedef enum {
  LICET_NATURE_GOODS,
  LICET_NATURE_SOFTWARE,
  LICET_NATURE_TECHNOLOGY,
} LicetNature;
#define LICET_N_NATURES 3

/** LicetNoteEffect: what a note does; see control-data, "Entry and node" and "General notes". */
typedef enum {
  LICET_NOTE_EXCLUDES,
  LICET_NOTE_INCLUDES,
  LICET_NOTE_DEFINES,
  LICET_NOTE_METHOD,
  LICET_NOTE_SEE,
  LICET_NOTE_DEFERS,
  LICET_NOTE_REQUIRES,
  LICET_NOTE_FOLLOWS_COMPONENT,
} LicetNoteEffect;

/**
 * LicetNote:
 * @effect: what it does
 * @text: our words
 * @key: "eu-annex-i:3A001.a.2#n1"
 * @when: (nullable): its condition; %NULL when it only explains
 * @paths: (array zero-terminated=1): codes it governs besides its own node; may be empty
 *
 * A note below a paragraph.
 */
struct _LicetNote {
  LicetNoteEffect effect;
  const char *text;
  const char *key;
  const LicetCondition *when;
  const char *const *paths;
};

/**
 * LicetGeneralNote:
 * @id: "general-note-2", "3A-note-1"
 * @cite: where it stands
 * @text: our words
 * @effect: what it does
 * @when: (nullable): its condition
 * @paths: (array zero-terminated=1): codes it governs with all below them; "*" for the whole list, "3D" for a group
 * @except: (array zero-terminated=1): codes it does not govern
 * @questions: (array length=n_questions): for %LICET_NOTE_FOLLOWS_COMPONENT, what is asked, all to be answered yes
 *
 * A note of the whole list, a category or a section: a rule of the list.
 */
struct _LicetGeneralNote {
  const char *id;
  const char *cite;
  const char *text;
  LicetNoteEffect effect;
  const LicetCondition *when;
  const char *const *paths;
  const char *const *except;
  const LicetCondition **questions;
  guint n_questions;
};

/**
 * LicetNode:
 * @list: the list it stands in
 * @entry: the entry; itself for an entry
 * @parent: (nullable): the node above; %NULL for an entry
 * @code: code of the entry, "3A001"
 * @path: designator below it, "a.5.a.4"; "" for an entry
 * @full: "3A001.a.5.a.4"
 * @key: "eu-annex-i:3A001.a.5.a.4", what an answer to its implicit question is kept under
 * @text: our words; for an entry the heading
 * @ask: (nullable): a better question than @text
 * @nature: goods, software or technology
 * @is_all: whether all children must be met, instead of any
 * @is_unused: whether the law leaves the place empty
 * @conditions: (array length=n_conditions): all must hold; the implicit one is among them; none for a pure grouping
 * @notes: (array length=n_notes)
 * @children: (array length=n_children)
 * @origin: (array zero-terminated=1): regime references; entries only
 * @see: (array zero-terminated=1): related entries; entries only
 *
 * An entry or a paragraph of it. Immutable; lives as long as the bundle.
 */
struct _LicetNode {
  const LicetControlList *list;
  const LicetNode *entry;
  const LicetNode *parent;
  const char *code;
  const char *path;
  const char *full;
  const char *key;
  const char *text;
  const char *ask;
  LicetNature nature;
  gboolean is_all;
  gboolean is_unused;
  const LicetCondition **conditions;
  guint n_conditions;
  const LicetNote *notes;
  guint n_notes;
  const LicetNode **children;
  guint n_children;
  const char *const *origin;
  const char *const *see;
};

/**
 * LicetTerm:
 * @id: its name in the data
 * @term: the term, "sample rate"
 * @meaning: our words
 * @cite: where it is defined
 * @local: (array zero-terminated=1): codes it is defined for; empty when for the whole list
 * @aliases: (array zero-terminated=1): other forms of the word
 */
struct _LicetTerm {
  const char *id;
  const char *term;
  const char *meaning;
  const char *cite;
  const char *const *local;
  const char *const *aliases;
};

/** licet_nature_serialise: Returns: (transfer none): "goods", "software" or "technology". */
const char *licet_nature_serialise (LicetNature nature);
/** licet_nature_parse: Returns: whether @text is a nature, which is then in @ret_nature. */
gboolean licet_nature_parse (const char *text,
                             LicetNature *ret_nature);
/** licet_note_effect_serialise: Returns: (transfer none): the effect as data files say it, "excludes". */
const char *licet_note_effect_serialise (LicetNoteEffect effect);

/** licet_control_list_get_id: Returns: (transfer none): "eu-annex-i". */
const char *licet_control_list_get_id (const LicetControlList *list);
/** licet_control_list_get_name: Returns: (transfer none): its full name. */
const char *licet_control_list_get_name (const LicetControlList *list);
/** licet_control_list_get_short_name: Returns: (transfer none): "EU Annex I". */
const char *licet_control_list_get_short_name (const LicetControlList *list);
/** licet_control_list_get_jurisdiction: Returns: (transfer none): "EU". */
const char *licet_control_list_get_jurisdiction (const LicetControlList *list);
/** licet_control_list_get_legal_basis: Returns: (transfer none): the act. */
const char *licet_control_list_get_legal_basis (const LicetControlList *list);
/** licet_control_list_get_edition: Returns: (transfer none): day in force, ISO 8601. */
const char *licet_control_list_get_edition (const LicetControlList *list);
/** licet_control_list_get_digest: Returns: (transfer none): SHA-256 over the canonical form of the list's data files. */
const char *licet_control_list_get_digest (const LicetControlList *list);
/** licet_control_list_get_category_title: Returns: (transfer none) (nullable): the title of category "3". */
const char *licet_control_list_get_category_title (const LicetControlList *list,
                                                   const char *category);
/**
 * licet_control_list_get_group_title:
 * @group: the letter of the group, 'A'
 *
 * Returns: (transfer none) (nullable): the title of the group, "Systems, equipment and components"
 */
const char *licet_control_list_get_group_title (const LicetControlList *list,
                                                char group);
/**
 * licet_control_list_get_categories:
 *
 * Returns: (transfer none) (array zero-terminated=1): categories that have entries here; what is not among them
 *   is not covered.
 */
const char *const *licet_control_list_get_categories (const LicetControlList *list);
/**
 * licet_control_list_get_missing_categories:
 *
 * Returns: (transfer none) (array zero-terminated=1): categories of the law whose entries are not in this
 *   bundle. A walk can never say "not listed" for these.
 */
const char *const *licet_control_list_get_missing_categories (const LicetControlList *list);

/** licet_control_list_get_entries: Returns: (transfer none): the entries in the order of the law. */
const LicetNode *const *licet_control_list_get_entries (const LicetControlList *list,
                                                        guint *ret_n);

/**
 * licet_control_list_find:
 * @full: "3A001" or "3A001.a.5.a.4"; case and a final dot do not matter
 *
 * Returns: (transfer none) (nullable): the node
 */
const LicetNode *licet_control_list_find (const LicetControlList *list,
                                          const char *full);

/** licet_control_list_get_general_notes: Returns: (transfer none): rules of the list, categories and sections. */
const LicetGeneralNote *licet_control_list_get_general_notes (const LicetControlList *list,
                                                              guint *ret_n);
/** licet_control_list_get_terms: Returns: (transfer none): the defined terms. */
const LicetTerm *licet_control_list_get_terms (const LicetControlList *list,
                                               guint *ret_n);

/** licet_general_note_governs: Returns: whether @note governs @node by its paths and exceptions. */
gboolean licet_general_note_governs (const LicetGeneralNote *note,
                                     const LicetNode *node);

/**
 * licet_code_covers:
 * @scope: "3A001.a", "3A", "3" or "*"
 * @code: "3A001.a.5"
 *
 * Returns: whether @code is @scope or stands below it ("3A001.a.1" does not cover "3A001.a.10")
 */
gboolean licet_code_covers (const char *scope,
                            const char *code);

/** licet_node_dup_citation: Returns: (transfer full): "Annex I, 3A001.a.5.a.1, edition 2025-11-15". */
char *licet_node_dup_citation (const LicetNode *node);

/**
 * licet_node_dup_terms:
 *
 * Returns: (transfer container) (element-type LicetTerm): defined terms that @text of the node or its notes
 *   use, local meanings first.
 */
GPtrArray *licet_node_dup_terms (const LicetNode *node);

G_END_DECLS
