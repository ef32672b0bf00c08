/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include "licet-line.h"

G_BEGIN_DECLS

/**
 * LicetLineConclusion: what a person concluded of the item of a line, as the case file holds it.
 * @list: under which list
 */
typedef struct {
  char *list;
  GStrv codes;
  char *follows_component;
  gboolean kinds_reviewed;
  GStrv rejected;
  char *note;
  char *decided_by;
  char *decided_on;
  char *review_on;
} LicetLineConclusion;

/** _licet_line_get_conclusions: Returns: (transfer none) (element-type LicetLineConclusion): what was concluded. */
GPtrArray *_licet_line_get_conclusions (LicetLine *line);

G_END_DECLS
