/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-truth"

#include "config.h"

#include "licet-truth.h"

static const char *const names[] = { "not-met", "unknown", "met" };

G_DEFINE_ENUM_TYPE (LicetTruth,
                    licet_truth,
                    G_DEFINE_ENUM_VALUE (LICET_NOT_MET, "not-met"),
                    G_DEFINE_ENUM_VALUE (LICET_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (LICET_MET, "met"))

LicetTruth
licet_truth_and (LicetTruth a,
                 LicetTruth b)
{
  return MIN (a, b);
}

LicetTruth
licet_truth_or (LicetTruth a,
                LicetTruth b)
{
  return MAX (a, b);
}

LicetTruth
licet_truth_not (LicetTruth a)
{
  return (LicetTruth) (LICET_MET - a);
}

const char *
licet_truth_serialise (LicetTruth truth)
{
  g_return_val_if_fail ((guint) truth < G_N_ELEMENTS (names), "");

  return names[truth];
}

gboolean
licet_truth_parse (const char *text,
                   LicetTruth *ret_truth)
{
  g_return_val_if_fail (text != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], text)) {
      *ret_truth = (LicetTruth) i;
      return TRUE;
    }
  return FALSE;
}
