/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-core.h>

#include "licet-cases-error.h"

G_BEGIN_DECLS

/**
 * licet_journal_line:
 * @previous: (nullable): the line before, %NULL for the first
 * @moment: when, "2026-11-23T09:15:00Z"
 * @actor: (nullable): who
 * @event: what happened: "created", "saved", "determination", "statement-sent", "package", ...
 * @detail: (nullable) (transfer none): more about it
 *
 * A line of a case's history: canonical JSON {"actor","detail","event","moment","previous"} where "previous" is the
 * SHA-256 of the line before, 64 zeros for the first.
 *
 * Returns: (transfer full): the line, without a line break
 */
char *licet_journal_line (const char *previous,
                          const char *moment,
                          const char *actor,
                          const char *event,
                          JsonNode *detail);

/**
 * licet_journal_check:
 * @lines: (array zero-terminated=1): a history
 * @ret_line: (out) (optional): where the chain breaks, from 1
 *
 * Returns: whether every line is canonical and has the digest of the one before
 */
gboolean licet_journal_check (const char *const *lines,
                              guint *ret_line);
/** licet_journal_check_from: As licet_journal_check() for lines that go on from the line @before (nullable: from the beginning). */
gboolean licet_journal_check_from (const char *before,
                                   const char *const *lines,
                                   guint *ret_line);

G_END_DECLS
