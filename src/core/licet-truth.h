/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LicetTruth:
 * @LICET_NOT_MET: facts show that it does not hold
 * @LICET_UNKNOWN: no fact decides it; never to be read as "no"
 * @LICET_MET: facts show that it holds
 *
 * The three values every condition and every verdict has. The order is the one of Kleene's logic: "and" is
 * the minimum, "or" the maximum.
 */
typedef enum {
  LICET_NOT_MET = 0,
  LICET_UNKNOWN = 1,
  LICET_MET = 2,
} LicetTruth;

#define LICET_TYPE_TRUTH (licet_truth_get_type ())
GType licet_truth_get_type (void);

/** licet_truth_and: Returns: the lesser of @a and @b (Kleene's conjunction). */
LicetTruth licet_truth_and (LicetTruth a,
                            LicetTruth b);

/** licet_truth_or: Returns: the greater of @a and @b (Kleene's disjunction). */
LicetTruth licet_truth_or (LicetTruth a,
                           LicetTruth b);

/** licet_truth_not: Returns: met for not met, not met for met; unknown stays unknown. */
LicetTruth licet_truth_not (LicetTruth a);

/** licet_truth_serialise: Returns: (transfer none): "met", "not-met" or "unknown". */
const char *licet_truth_serialise (LicetTruth truth);

/**
 * licet_truth_parse:
 * @text: "met", "not-met" or "unknown"
 * @ret_truth: (out): where the value goes
 *
 * Returns: whether @text is one of the three; @ret_truth is untouched otherwise.
 */
gboolean licet_truth_parse (const char *text,
                            LicetTruth *ret_truth);

G_END_DECLS
