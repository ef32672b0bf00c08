/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-bag.h>
#include <licet-filing.h>

G_BEGIN_DECLS

/**
 * Fixture: a small law of its own, so that no change of the real one changes a test, and a case in a folder of its own.
 * @folder: where the case lies with its evidence
 * @out: an empty folder for packages
 */
typedef struct {
  LicetBundle *bundle;
  LicetRules *rules;
  LicetCase *self;
  char *folder;
  char *out;
} Fixture;

void fixture_set_up (Fixture *fixture,
                     gconstpointer data);
void fixture_tear_down (Fixture *fixture,
                        gconstpointer data);

/** fixture_load: Returns: the case of the fixture, concluded, after @change was done to its text: "FROM=>TO", nullable. */
LicetCase *fixture_load (Fixture *fixture,
                         const char *change);
/** fixture_write: Returns: path of the package of @self called @name, which must succeed. */
char *fixture_write (Fixture *fixture,
                     LicetCase *self,
                     const char *name);
/** fixture_read: Returns: the bytes of the file @path. */
GBytes *fixture_read (const char *path);
/** fixture_count: Returns: how many files are in @folder. */
guint fixture_count (const char *folder);

G_END_DECLS
