/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-requirement.h"

G_BEGIN_DECLS

/** LicetQueryParty: what the rules need to know of a party. */
typedef struct {
  char *role;
  char *country;
  char *kind;
} LicetQueryParty;

struct _LicetRequirementQuery {
  gatomicrefcount ref_count;

  char *jurisdiction;
  char *transaction;
  char *destination;
  char *item_id;
  char *item_label;
  LicetNature nature;
  LicetDetermination *determination;
  char *origin;
  char *permanence;
  gboolean has_value;
  LicetDecimal value;
  char *currency;
  GPtrArray *parties;  /* LicetQueryParty */
  GHashTable *answers; /* id to LicetTruth; what is not there is unknown */
};

G_END_DECLS
