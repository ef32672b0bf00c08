/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <licet-filing.h>

G_BEGIN_DECLS

/** LicetCliStatus: what the program ends with. */
typedef enum {
  LICET_CLI_DONE = 0,
  LICET_CLI_NEGATIVE = 1,
  LICET_CLI_BAD_INPUT = 2,
} LicetCliStatus;

/**
 * LicetCliCommand: a command.
 * @name: "search"
 * @usage: what follows its name
 * @summary: what it does, one line
 * @run: does it; @words are the command's name and what followed it
 */
typedef struct {
  const char *name;
  const char *usage;
  const char *summary;
  LicetCliStatus (*run) (char **words);
} LicetCliCommand;

/** _licet_cli_get_commands: Returns: (transfer none): all commands, ended by one without a name. */
const LicetCliCommand *_licet_cli_get_commands (void);

/**
 * _licet_cli_parse:
 * @words: (inout): name of the command and what followed; afterwards the name and what is no option
 * @entries: the command's own options
 * @min: the fewest words besides options
 * @max: the most words besides options
 *
 * Understands --help too, which prints and ends.
 *
 * Returns: %FALSE when the command has nothing more to do, with what to end with in @ret_status
 */
gboolean _licet_cli_parse (char ***words,
                           const GOptionEntry *entries,
                           guint min,
                           guint max,
                           LicetCliStatus *ret_status);

/** _licet_cli_open_bundle: Returns: (transfer full) (nullable): the bundle; %NULL after the complaint. */
LicetBundle *_licet_cli_open_bundle (void);
/** _licet_cli_find_list: Returns: (transfer none) (nullable): the list @id; %NULL after the complaint. */
const LicetControlList *_licet_cli_find_list (LicetBundle *bundle,
                                              const char *id);
/**
 * _licet_cli_begin:
 * @words: as for _licet_cli_parse(): @n words and no option but --json
 *
 * Returns: (transfer full) (nullable): the bundle, for a command that has nothing else to ask; %NULL with what to end with in
 *   @ret_status
 */
LicetBundle *_licet_cli_begin (char ***words,
                               guint n,
                               gboolean *ret_wants_json,
                               LicetCliStatus *ret_status);

/** LicetCliCase: a case with its conclusions made determinations, and the law it is decided by. */
typedef struct {
  LicetBundle *bundle;
  LicetRules *rules;
  LicetCase *self;
} LicetCliCase;

/** _licet_cli_case_load: Loads the case @path; %FALSE after the complaint. */
gboolean _licet_cli_case_load (LicetCliCase *ret_case,
                               const char *path);
/** _licet_cli_case_clear: Frees what @cli_case holds. */
void _licet_cli_case_clear (LicetCliCase *cli_case);

/* Printing. */

/** _licet_cli_complain: Prints "licet-cli: FILE: reason; remedy" on standard error. Returns: %LICET_CLI_BAD_INPUT. */
LicetCliStatus _licet_cli_complain (const char *file,
                                    const GError *error);
/** _licet_cli_print: Prints @text on standard output, in the letters that the terminal knows. */
void _licet_cli_print (const char *text);
/** _licet_cli_print_line: Prints formatted text and a line break. */
void _licet_cli_print_line (const char *format,
                            ...) G_GNUC_PRINTF (1, 2);
/** _licet_cli_print_wrapped: Prints @text wrapped to the terminal, the first line after @first, the others @indent columns in. */
void _licet_cli_print_wrapped (const char *first,
                               guint indent,
                               const char *text);
/** _licet_cli_print_json: (transfer full): Prints @node as JSON. */
void _licet_cli_print_json (JsonNode *node);
/** _licet_cli_wrap: Returns: (transfer full): @text in lines of at most @width columns, the first of which has @used columns before it. */
char *_licet_cli_wrap (const char *text,
                       guint width,
                       guint used,
                       guint indent);
/** _licet_cli_get_truth_word: Returns: (transfer none): "not met". */
const char *_licet_cli_get_truth_word (LicetTruth truth);

/* Parts of answers that two commands print. */

/** LicetCliTrail: how much of a trail is printed. */
typedef enum {
  LICET_CLI_TRAIL_NONE,
  LICET_CLI_TRAIL_STEPS,
  LICET_CLI_TRAIL_FACTS,
} LicetCliTrail;

/** _licet_cli_print_requirement: Prints @requirement with authorisations, duties and @trail, @margin columns in. */
void _licet_cli_print_requirement (LicetCase *self,
                                   LicetRules *rules,
                                   LicetRequirement *requirement,
                                   LicetCliTrail trail,
                                   guint margin);
/** _licet_cli_print_report: Prints what verification found. */
void _licet_cli_print_report (const LicetVerifyReport *report);
/** _licet_cli_print_findings: Prints the findings of readiness that are not fine. */
void _licet_cli_print_findings (GPtrArray *findings);

/* The commands. */
LicetCliStatus _licet_cli_run_search (char **words);
LicetCliStatus _licet_cli_run_show (char **words);
LicetCliStatus _licet_cli_run_classify (char **words);
LicetCliStatus _licet_cli_run_require (char **words);
LicetCliStatus _licet_cli_run_package (char **words);
LicetCliStatus _licet_cli_run_verify (char **words);
LicetCliStatus _licet_cli_run_lists (char **words);
LicetCliStatus _licet_cli_run_store (char **words);
LicetCliStatus _licet_cli_run_road (char **words);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetCliCase, _licet_cli_case_clear)

G_END_DECLS
