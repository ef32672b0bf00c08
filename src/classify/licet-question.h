/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-walk.h"

G_BEGIN_DECLS

/**
 * LicetQuestion:
 * @missing: "quantity:sample-rate", "choice:stage", "kind:", "answer:KEY", "relation:contains"
 * @text: the question in English
 * @help: (nullable): what exactly is meant
 * @settles: how many open paragraphs its answer alone may settle; 0 when it takes others besides
 * @open: how many are open now
 * @codes: (array zero-terminated=1): entries it bears on, in the order of the law
 */
typedef struct {
  char *missing;
  char *text;
  char *help;
  guint settles;
  guint open;
  GStrv codes;
} LicetQuestion;

/** licet_question_free: Frees @question; %NULL is accepted. */
void licet_question_free (LicetQuestion *question);

/**
 * licet_questions_for_walk:
 * @walk: a walk of the item
 * @item: the item
 * @limit: the most questions
 *
 * What to ask next, the fact that settles most first. While no kind is stated, what the thing is comes before everything.
 *
 * Returns: (transfer full) (element-type LicetQuestion): possibly none
 */
GPtrArray *licet_questions_for_walk (LicetWalk *walk,
                                     LicetItem *item,
                                     guint limit);

/** licet_questions_for_sheet: As licet_questions_for_walk(), for one entry alone. */
GPtrArray *licet_questions_for_sheet (LicetClauseSheet *sheet,
                                      LicetItem *item,
                                      guint limit);

G_END_DECLS
