/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "licet-bundle.h"
#include "licet-search.h"

G_BEGIN_DECLS

/** LICET_MAX_QUERY_WORDS: words of a query that count; one bit each in a set. */
#define LICET_MAX_QUERY_WORDS 64
/** LICET_MAX_QUERY: characters of a query that are read. */
#define LICET_MAX_QUERY 2000

/**
 * LicetQueryWord:
 * @stem: what is looked up
 * @typed: the folded word as it was typed
 * @shown: the word as it stands in the text, to be shown again
 * @segment: which part of the description it stands in, from 0
 * @phrase: which part of that, from 0: "for" and "with" begin a new one
 * @is_prefix: whether more letters may follow: it is the last and being typed
 * @mended: (nullable): the word of the lists that @typed was taken for
 * @weight: how much it counts, 0 to 1
 */
typedef struct {
  char *stem;
  char *typed;
  char *shown;
  guint segment;
  guint phrase;
  gboolean is_prefix;
  const char *mended;
  double weight;
} LicetQueryWord;

/**
 * LicetReading:
 * @value: a number with its unit
 * @dimension: what it measures
 * @before: folded words before it, the nearest last
 * @after: folded words behind it, unit included, the nearest first
 * @quantities: (element-type LicetQuantity): what it may be a value of, once that is known
 * @is_sure: whether the words beside it, or the things found, leave one quantity
 */
typedef struct {
  LicetValue *value;
  LicetDimension dimension;
  GStrv before;
  GStrv after;
  GPtrArray *quantities;
  gboolean is_sure;
} LicetReading;

/**
 * LicetQuery:
 * @words: (element-type LicetQueryWord): words without numbers that have units
 * @readings: (element-type LicetReading): the numbers
 *
 * What somebody typed, taken apart.
 */
typedef struct {
  GPtrArray *words;
  GPtrArray *readings;
} LicetQuery;

/** _licet_query_new: Returns: (transfer full): @text taken apart; units are read by @vocabulary. */
LicetQuery *_licet_query_new (const LicetVocabulary *vocabulary,
                              const char *text);
/** _licet_query_new_empty: Returns: (transfer full): a query without words. */
LicetQuery *_licet_query_new_empty (void);
/** _licet_query_add_word: Returns: (transfer none): a word added as it is. */
LicetQueryWord *_licet_query_add_word (LicetQuery *query,
                                       const char *typed,
                                       const char *stem,
                                       guint segment,
                                       double weight);
/** _licet_query_free: Frees @query; %NULL is accepted. */
void _licet_query_free (LicetQuery *query);

/** _licet_search_set_error: Says in @error that the index cannot be read, as @db tells, and what to do. */
void _licet_search_set_error (sqlite3 *db,
                              GError **error);

/** LicetNames: the names of kinds and quantities, found by their words. */
typedef struct _LicetNames LicetNames;

/**
 * LicetNameMatch:
 * @target: index of the kind or quantity
 * @strength: how much of the name was said, weighed by how telling its words are
 * @words: bit N for word N of the query
 * @is_whole: whether the whole name was said
 */
typedef struct {
  guint target;
  double strength;
  guint64 words;
  gboolean is_whole;
} LicetNameMatch;

/** _licet_names_load: Returns: (transfer full): names of what ("kind" or "quantity") from the index; or %NULL with an error. */
LicetNames *_licet_names_load (sqlite3 *db,
                               const LicetVocabulary *vocabulary,
                               const char *what,
                               GError **error);
/** _licet_names_free: Frees @names; %NULL is accepted. */
void _licet_names_free (LicetNames *names);
/** _licet_names_match: Returns: (transfer full) (element-type LicetNameMatch): best match of each target, best first. */
GArray *_licet_names_match (const LicetNames *names,
                            const LicetQuery *query);
/** _licet_names_has_word: Returns: whether a name has the word @stem, or one that begins so if @is_prefix. */
gboolean _licet_names_has_word (const LicetNames *names,
                                const char *stem,
                                gboolean is_prefix);
/** LicetPosting: a paragraph, by its place among all, and how well it fits. */
typedef struct {
  guint node;
  float score;
} LicetPosting;

/** LicetLink: a node, and one that it refers to. */
typedef struct {
  guint node;
  guint target;
} LicetLink;

/**
 * LicetSearcher:
 * @bundle: the bundle it belongs to, not counted
 * @nodes: (element-type LicetNode): see _licet_index_list_nodes()
 * @parents: index of the node above each; its own for an entry
 * @roots: index of each node's entry
 * @is_limb: whether each node is one of several that must all be met, so that the node above is what is listed
 * @links: (element-type LicetLink): what software and technology of the lists serve
 * @leftovers: (element-type LicetLink): what nodes leave to others: "other than those specified in"
 * @kinds: names of kinds
 * @quantities: names of quantities
 * @kind_nodes: by index of a kind: nodes that ask for it (LicetPosting, scored by how few others they ask for), or %NULL
 * @kind_entries: by index of a kind: how many entries ask for it
 * @kind_children: by index of a kind: kinds right below it, or %NULL
 * @kind_breadth: by index of a kind: how many kinds are it or narrower
 * @n_entries: entries in all
 *
 * What a bundle is searched with: made once, shared by threads, never changed but for the idle connections.
 */
typedef struct {
  LicetBundle *bundle;
  GPtrArray *nodes;
  guint *parents;
  guint *roots;
  guint8 *is_limb;
  GArray *links;
  GArray *leftovers;
  LicetNames *kinds;
  LicetNames *quantities;
  GArray **kind_nodes;
  guint *kind_entries;
  GPtrArray **kind_children;
  guint *kind_breadth;
  guint n_kinds;
  guint n_entries;

  GMutex lock;
  GPtrArray *idle; /* Connection */
  GArray *mendable; /* words for typing mistakes, when first needed */
} LicetSearcher;

/** _licet_searcher_get: Returns: (transfer none): the searcher of @bundle, made when first asked for; or %NULL with an error. */
const LicetSearcher *_licet_searcher_get (LicetBundle *bundle,
                                          GError **error);

/** _licet_searcher_get_node: Returns: (transfer none): the entry or paragraph at place @index. */
const LicetNode *_licet_searcher_get_node (const LicetSearcher *searcher,
                                           guint index);

/** LicetLookup: a connection with its prepared statements and what it found lately, for one search at a time. */
typedef struct _LicetLookup LicetLookup;

/** _licet_lookup_borrow: Returns: (transfer full): one that no other thread uses; or %NULL with an error. */
LicetLookup *_licet_lookup_borrow (const LicetSearcher *searcher,
                                   GError **error);
/** _licet_lookup_return: Gives @lookup back for the next search; %NULL is accepted. */
void _licet_lookup_return (LicetLookup *lookup);

/** _licet_lookup_get_n_nodes: Returns: how many entries and paragraphs there are. */
guint _licet_lookup_get_n_nodes (LicetLookup *lookup);

/** _licet_lookup_free_idle: Closes the connections of @searcher that nobody uses. */
void _licet_lookup_free_idle (LicetSearcher *searcher);

/**
 * _licet_lookup_find:
 * @stem: a word
 * @is_prefix: whether words that begin so count too
 *
 * Returns: (transfer none) (element-type LicetPosting): paragraphs that have the word, by their place; valid until @lookup is
 *   returned; or %NULL with an error
 */
GArray *_licet_lookup_find (LicetLookup *lookup,
                            const char *stem,
                            gboolean is_prefix,
                            GError **error);

/**
 * _licet_lookup_mend:
 * @word: a word that no list has; becomes the nearest that one has, a mistake or two away, if there is one
 *
 * Returns: %FALSE with an error when the words cannot be read
 */
gboolean _licet_lookup_mend (LicetLookup *lookup,
                             LicetQueryWord *word,
                             GError **error);

/** LICET_CODE_SCORE: what a code that was typed whole scores; words never come near it. */
#define LICET_CODE_SCORE 1000.0

/**
 * _licet_search_code:
 *
 * Returns: (transfer full) (element-type LicetHit): what the code or beginning of a code @text names, in the
 * order of the lists; empty when it is none.
 */
GPtrArray *_licet_search_code (const LicetSearcher *searcher,
                               const char *text);
/** _licet_text_is_whole_code: Returns: whether @text looks like the code of an entry or paragraph, "3A001" or "3a001.a.5". */
gboolean _licet_text_is_whole_code (const char *text);

/**
 * _licet_readings_resolve:
 *
 * Finds the quantities of the readings of @query by the words beside them and by @kinds found (element-type
 * LicetNameMatch).
 */
void _licet_readings_resolve (const LicetSearcher *searcher,
                              LicetQuery *query,
                              GArray *kinds);

/**
 * _licet_condition_test:
 *
 * Returns: what @readings say of @condition; unknown where they say nothing. @why, if given, collects what is
 * met.
 */
LicetTruth _licet_condition_test (const LicetCondition *condition,
                                  GPtrArray *readings,
                                  GPtrArray *why);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetLookup, _licet_lookup_return)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetNames, _licet_names_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetQuery, _licet_query_free)

G_END_DECLS
