/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-lists.h>

#include "licet-classify-error.h"

G_BEGIN_DECLS

/** LICET_ITEM_MAX_TEXT: bytes that a description, a source or a reason may have. */
#define LICET_ITEM_MAX_TEXT 8000

/**
 * LicetItem:
 *
 * The thing to be classified: what it is said to be, its numbers and properties, what it stands in relation to, and the
 * answers given about it. Only facts; no verdict is kept in it. Properties (description, nature: -1 while not known, kinds)
 * notify, and the signal "changed" tells of every change, so that a window can bind it.
 */
#define LICET_TYPE_ITEM (licet_item_get_type ())
G_DECLARE_FINAL_TYPE (LicetItem, licet_item, LICET, ITEM, GObject)

/**
 * LicetFact:
 * @quantity: of what
 * @value: how much
 * @source: (nullable): where it was read: "datasheet rev. C, page 4"
 */
typedef struct {
  const LicetQuantity *quantity;
  LicetValue *value;
  char *source;
} LicetFact;

/** licet_item_new: Returns: (transfer full): an item nothing is known of, using the vocabulary of @bundle. */
LicetItem *licet_item_new (LicetBundle *bundle);

/**
 * licet_item_new_from_json:
 * @place: an object as data/samples/README describes: description, nature, kinds, facts, choices, relations, answers
 *
 * A fact is "310 MS/s", or {"value": "310 MS/s", "source": "datasheet, page 4"}. An answer is true, false, or
 * {"is": true, "why": "..."}. A relation names codes ("3A001.a.5.a", "eu-annex-i:3A001") or items of the case
 * ("item:ID"); an empty list says that there is none, an absent one that nobody has said.
 *
 * Returns: (transfer full): the item, or %NULL with an error that names file, line, place and remedy
 */
LicetItem *licet_item_new_from_json (LicetBundle *bundle,
                                     const LicetJsonPlace *place,
                                     GError **error);

/** licet_item_serialise: Returns: (transfer full): the item as licet_item_new_from_json() reads it; read back, it is equal. */
JsonNode *licet_item_serialise (LicetItem *item);

/** licet_item_copy: Returns: (transfer full): an item with the same facts. */
LicetItem *licet_item_copy (LicetItem *item);

/** licet_item_get_bundle: Returns: (transfer none): whose vocabulary it uses. */
LicetBundle *licet_item_get_bundle (LicetItem *item);

/** licet_item_get_description: Returns: (transfer none): what it is, in the exporter's words. */
const char *licet_item_get_description (LicetItem *item);
/** licet_item_set_description: Sets it; what goes beyond %LICET_ITEM_MAX_TEXT bytes is cut off. */
void licet_item_set_description (LicetItem *item,
                                 const char *description);
/** licet_item_get_nature: Returns: goods, software or technology; goods while licet_item_has_nature() says that nobody has said. */
LicetNature licet_item_get_nature (LicetItem *item);
/** licet_item_has_nature: Returns: whether its nature is known. Until then every paragraph may still be for it. */
gboolean licet_item_has_nature (LicetItem *item);
/** licet_item_set_nature: Sets it; stated kinds that a thing of that nature cannot be are taken back. */
void licet_item_set_nature (LicetItem *item,
                            LicetNature nature);

/**
 * licet_item_add_kind:
 *
 * States that it is a thing of that kind. A kind gives way to a narrower one that is stated too: "integrated circuit" and
 * "converter" together leave no other integrated circuit open.
 *
 * Returns: %FALSE with %LICET_CLASSIFY_ERROR_FACT when there is no such kind, or it is one of another nature
 */
gboolean licet_item_add_kind (LicetItem *item,
                              const char *kind,
                              GError **error);
/** licet_item_remove_kind: Takes the statement back. */
void licet_item_remove_kind (LicetItem *item,
                             const char *kind);
/** licet_item_dup_kinds: Returns: (transfer full): ids of the stated kinds, in the order they were stated. */
GStrv licet_item_dup_kinds (LicetItem *item);
/** licet_item_has_kinds: Returns: whether any kind was stated. */
gboolean licet_item_has_kinds (LicetItem *item);

/**
 * licet_item_set_fact:
 * @quantity: id of a quantity
 * @text: (nullable): what was typed; %NULL takes the fact away
 * @source: (nullable): where it was read
 *
 * Returns: %FALSE with an error that says what to type instead; the fact is then as before
 */
gboolean licet_item_set_fact (LicetItem *item,
                              const char *quantity,
                              const char *text,
                              const char *source,
                              GError **error);
/** licet_item_get_fact: Returns: (transfer none) (nullable): what is known of @quantity. */
const LicetFact *licet_item_get_fact (LicetItem *item,
                                      const LicetQuantity *quantity);
/** licet_item_dup_facts: Returns: (transfer container) (element-type LicetFact): all facts, by id of the quantity. */
GPtrArray *licet_item_dup_facts (LicetItem *item);

/** licet_item_set_choice: Sets the property @choice to @values (none takes it away). */
gboolean licet_item_set_choice (LicetItem *item,
                                const char *choice,
                                const char *const *values,
                                GError **error);
/** licet_item_get_choice: Returns: (transfer none) (nullable) (array zero-terminated=1): ids of its values. */
const char *const *licet_item_get_choice (LicetItem *item,
                                          const LicetChoice *choice);

/**
 * licet_item_set_relation:
 * @relation: any but %LICET_RELATION_SELF
 * @targets: (nullable) (array zero-terminated=1): what stands in @relation to the item: codes, "item:ID", or "not-listed" for a
 *   thing that no list names; an empty list says "nothing", %NULL takes the statement away
 *
 * Returns: %FALSE with %LICET_CLASSIFY_ERROR_FACT when a list that is known has no such code; the relation is then as before
 */
gboolean licet_item_set_relation (LicetItem *item,
                                  LicetRelation relation,
                                  const char *const *targets,
                                  GError **error);
/** licet_item_get_relation: Returns: (transfer none) (nullable) (array zero-terminated=1): what was said. */
const char *const *licet_item_get_relation (LicetItem *item,
                                            LicetRelation relation);

/**
 * licet_item_set_answer:
 *
 * Keeps the answer to a question, with (nullable) the reason; %LICET_UNKNOWN takes it away. Not met under
 * "kind:ID" says that the item is none of that kind, though a broader one is stated.
 */
void licet_item_set_answer (LicetItem *item,
                            const char *key,
                            LicetTruth answer,
                            const char *why);
/** licet_item_get_answer: Returns: the answer kept under @key, or %LICET_UNKNOWN; @ret_why (optional) the reason given. */
LicetTruth licet_item_get_answer (LicetItem *item,
                                  const char *key,
                                  const char **ret_why);
/** licet_item_dup_answer_keys: Returns: (transfer full): keys answered, in order. */
GStrv licet_item_dup_answer_keys (LicetItem *item);

G_END_DECLS
