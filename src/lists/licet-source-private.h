/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-condition-private.h"
#include "licet-control-list-private.h"

G_BEGIN_DECLS

/** LICET_MAX_NODE_DEPTH: levels of paragraphs below an entry. */
#define LICET_MAX_NODE_DEPTH 12
/** LICET_MAX_NODES: paragraphs of one list. */
#define LICET_MAX_NODES 50000

typedef struct _LicetListSource LicetListSource;
typedef struct _LicetNodeSource LicetNodeSource;

/**
 * LicetNodeSource:
 * @list: the list it stands in
 * @parent: (nullable): the node above
 * @place: where it stands in its file
 * @full: "3A001.a.5"
 * @designator: the last part of it, "5"; the code for an entry
 * @as: (nullable): the node that it is, "eu-annex-i:3A001.a.5"
 * @children: (element-type LicetNodeSource): the nodes written below it
 *
 * An entry or paragraph as it stands in a data file, before what it takes over from another is added.
 */
struct _LicetNodeSource {
  LicetListSource *list;
  const LicetNodeSource *parent;
  LicetJsonPlace place;
  const char *full;
  const char *designator;
  const char *as;
  GPtrArray *children;
};

/**
 * LicetListSource:
 * @list: what is being built
 * @header: (nullable): list.json
 * @category_files: (element-type LicetJson): the files of categories, in order
 * @terms: (nullable): terms.json
 * @entries: (element-type LicetNodeSource): in the order of the law
 * @nodes: (element-type utf8 LicetNodeSource): all nodes written in the files
 * @node_sources: (element-type LicetNodeSource): owns them
 * @references: (element-type utf8 guint): references to categories that have no entries yet
 * @origins: (element-type utf8 LicetJson): documents that its content comes from
 *
 * A list as its data files say it.
 */
struct _LicetListSource {
  LicetControlList *list;
  LicetJson *header;
  GPtrArray *category_files;
  LicetJson *terms;
  GPtrArray *entries;
  GHashTable *nodes;
  GPtrArray *node_sources;
  GHashTable *references;
  GHashTable *origins;
};

/** LicetTargetForm: what a reference may name: a node, or also a category, a group or "*". */
typedef enum {
  LICET_TARGET_NODE,
  LICET_TARGET_SCOPE,
} LicetTargetForm;

/** _licet_list_source_new: Returns: (transfer full): the list @id of the documents, its header read and its nodes found. */
LicetListSource *_licet_list_source_new (LicetReading *reading,
                                         const char *id,
                                         GPtrArray *documents);
/** _licet_list_source_free: Frees @source; %NULL is accepted. */
void _licet_list_source_free (LicetListSource *source);

/** _licet_list_header_parse: Reads list.json into the list. */
void _licet_list_header_parse (LicetReading *reading,
                               LicetListSource *source);
/** _licet_list_terms_parse: Reads terms.json into the list. */
void _licet_list_terms_parse (LicetReading *reading,
                              LicetListSource *source);
/** _licet_list_notes_parse: Reads the notes of the list and of its categories. */
void _licet_list_notes_parse (LicetReading *reading,
                              LicetListSource *source);
/** _licet_list_nodes_parse: Builds entries and paragraphs; every list's source must be there. */
void _licet_list_nodes_parse (LicetReading *reading,
                              LicetListSource *source);
/** _licet_list_check: What can be said only of a whole list: counts, references, cycles. */
void _licet_list_check (LicetReading *reading,
                        LicetListSource *source);
/** _licet_list_source_dup_digest: Returns: (transfer full): SHA-256 over the documents the list comes from. */
char *_licet_list_source_dup_digest (LicetListSource *source,
                                     GHashTable *digests);

/**
 * _licet_node_notes_parse:
 * @layer: the node whose notes are read
 * @node: the node they become part of
 */
void _licet_node_notes_parse (LicetReading *reading,
                              const LicetNodeSource *layer,
                              LicetNode *node);

/**
 * _licet_reading_check_target:
 * @list: list of codes that name none
 * @target: "3A001.a" or "eu-annex-i:3A001.a"; with %LICET_TARGET_SCOPE also "*", "3" and "3A"
 *
 * Refuses what does not exist; counts what stands in a category that has no entries yet.
 */
gboolean _licet_reading_check_target (LicetReading *reading,
                                      const LicetJsonPlace *place,
                                      const char *list,
                                      const char *target,
                                      LicetTargetForm form);
/** _licet_reading_find_source: Returns: (transfer none) (nullable): the node, written or taken over, that @target names. */
const LicetNodeSource *_licet_reading_find_source (LicetReading *reading,
                                                   const char *list,
                                                   const char *target);
/** _licet_reading_scopes: Codes, groups, categories or "*" of the array @member of @place, all existing. */
gboolean _licet_reading_scopes (LicetReading *reading,
                                const LicetJsonPlace *place,
                                const char *member,
                                const char *list,
                                const char *const **ret_scopes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetListSource, _licet_list_source_free)

G_END_DECLS
