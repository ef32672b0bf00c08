/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-statement.h"

G_BEGIN_DECLS

/** LicetAccepted: a difference that somebody accepted. */
typedef struct {
  char *field;
  char *why;
  char *by;
} LicetAccepted;

struct _LicetStatement {
  GObject parent_instance;

  char *id;
  char *form;
  char *party;
  char *language;
  char *signed_copy;
  LicetStatementState state;
  GHashTable *dates;    /* utf8 step -> utf8 day */
  GHashTable *values;   /* utf8 field -> utf8 */
  GHashTable *sent;     /* utf8 field -> utf8 */
  GHashTable *returned; /* utf8 field -> utf8 */
  GPtrArray *accepted;  /* LicetAccepted */
};

/** _licet_statement_add_accepted: Keeps that the difference in @field is accepted, in place of what was said of it before. */
void _licet_statement_add_accepted (LicetStatement *statement,
                                    const char *field,
                                    const char *why,
                                    const char *by);

G_END_DECLS
