/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-item.h"
#include "licet-verdict-private.h"

G_BEGIN_DECLS

/** LicetAnswer: what was answered, and (nullable) why. */
typedef struct {
  LicetTruth truth;
  char *why;
} LicetAnswer;

struct _LicetItem {
  GObject parent_instance;

  LicetBundle *bundle;
  const LicetVocabulary *vocabulary;
  char *description;
  LicetNature nature;
  gboolean has_nature;
  const LicetKind *trunks[LICET_N_NATURES];
  GPtrArray *kinds;
  LicetVerdict *
      kind_verdicts; /* by index of the kind; made anew whenever something they follow from changes */
  LicetFact **facts;           /* by index of the quantity */
  GStrv *choices;              /* by index of the choice */
  GStrv relations[LICET_N_RELATIONS];
  GHashTable *answers; /* LicetAnswer by key */
};

/** LICET_KIND_PREFIX: what the key of an answer to "is it a thing of that kind?" begins with. */
#define LICET_KIND_PREFIX "kind:"
/** LICET_NOT_LISTED: what stands in a relation instead of a code when no list names it. */
#define LICET_NOT_LISTED "not-listed"
/** LICET_ITEM_PREFIX: what stands before the id of an item of the case in a relation. */
#define LICET_ITEM_PREFIX "item:"

/** LICET_ITEM_MAX_KEY: bytes that the key of an answer may have. */
#define LICET_ITEM_MAX_KEY 200
/** LICET_ITEM_MAX_TARGETS: how much may stand in one relation to an item. */
#define LICET_ITEM_MAX_TARGETS 400

/** _licet_item_dup_text: Returns: (transfer full) (nullable): @text tidied and no longer than it may be; %NULL when nothing is left. */
char *_licet_item_dup_text (const char *text);

/** _licet_item_emit_changed: Tells that something of it changed. */
void _licet_item_emit_changed (LicetItem *item);

/** _licet_item_update_kinds: Finds anew how the item stands to every kind. */
void _licet_item_update_kinds (LicetItem *item);

/** _licet_fact_free: Frees @fact; %NULL is accepted. */
void _licet_fact_free (LicetFact *fact);

/** _licet_item_test_kind: Returns: whether the item is a thing of @kind. */
LicetVerdict _licet_item_test_kind (LicetItem *item,
                                    const LicetKind *kind);

/** _licet_item_fits_nature: Returns: whether a thing of @kind can be of the item's nature; so while that is not known. */
gboolean _licet_item_fits_nature (LicetItem *item,
                                  const LicetKind *kind);

/**
 * _licet_item_check_target:
 *
 * Whether @target can stand in a relation: a code of a list, a code of what no list here covers, an item of the
 * case, or %LICET_NOT_LISTED.
 */
gboolean _licet_item_check_target (LicetItem *item,
                                   const char *target,
                                   GError **error);

G_END_DECLS
