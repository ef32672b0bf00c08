/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

G_BEGIN_DECLS

/**
 * LicetVerdict:
 * @truth: how it came out
 * @bare: how it would come out if the item might be other things too, besides those it is said to be: not met while @bare is
 *   unknown means "ruled out only by kind"
 * @loose: how it would come out if values near a threshold were not known: decided while @loose is unknown means "near"
 *
 * Three verdicts made side by side, each by Kleene's logic, so that "only because of the kinds" and "only just" are
 * carried through every combination exactly as the verdict itself.
 */
typedef struct {
  LicetTruth truth;
  LicetTruth bare;
  LicetTruth loose;
} LicetVerdict;

/** LICET_VERDICT: the same truth three times, as an initialiser. */
#define LICET_VERDICT(value) { (value), (value), (value) }

static inline LicetVerdict
licet_verdict_new (LicetTruth truth)
{
  return (LicetVerdict) LICET_VERDICT (truth);
}

static inline LicetVerdict
licet_verdict_and (LicetVerdict a,
                   LicetVerdict b)
{
  return (LicetVerdict) { MIN (a.truth, b.truth), MIN (a.bare, b.bare), MIN (a.loose, b.loose) };
}

static inline LicetVerdict
licet_verdict_or (LicetVerdict a,
                  LicetVerdict b)
{
  return (LicetVerdict) { MAX (a.truth, b.truth), MAX (a.bare, b.bare), MAX (a.loose, b.loose) };
}

static inline LicetVerdict
licet_verdict_not (LicetVerdict a)
{
  return (LicetVerdict) { licet_truth_not (a.truth), licet_truth_not (a.bare),
                          licet_truth_not (a.loose) };
}

/* Whether nothing can change it by "and" any more. */
static inline gboolean
licet_verdict_is_no (LicetVerdict a)
{
  return a.truth == LICET_NOT_MET && a.bare == LICET_NOT_MET && a.loose == LICET_NOT_MET;
}

/* Whether nothing can change it by "or" any more. */
static inline gboolean
licet_verdict_is_yes (LicetVerdict a)
{
  return a.truth == LICET_MET && a.bare == LICET_MET && a.loose == LICET_MET;
}

static inline gboolean
licet_verdict_is_by_kind (LicetVerdict a)
{
  return a.truth == LICET_NOT_MET && a.bare == LICET_UNKNOWN;
}

static inline gboolean
licet_verdict_is_near (LicetVerdict a)
{
  return a.truth != LICET_UNKNOWN && a.loose == LICET_UNKNOWN;
}

G_END_DECLS
