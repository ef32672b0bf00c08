/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-cli"

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "licet-cli-private.h"

static const LicetCliCommand commands[] = {
  { "search", "[--list LIST] [--limit N] TEXT...",
    "find entries of control lists by words, numbers or codes", _licet_cli_run_search },
  { "show", "CODE", "print an entry or paragraph with its conditions and notes",
    _licet_cli_run_show },
  { "classify", "[--list LIST] [--all] ITEM.json", "hold an item against every entry of the lists",
    _licet_cli_run_classify },
  { "require", "[--trail] CASE.json", "say what is required for a case, and why",
    _licet_cli_run_require },
  { "package", "[-o FILE.zip] [--paper a4|letter] CASE.json", "write the filing package of a case",
    _licet_cli_run_package },
  { "verify", "FILE", "check a filing package", _licet_cli_run_verify },
  { "lists", "", "name the lists and rules that are known, with their editions",
    _licet_cli_run_lists },
  { "store", "check|backup [--store FILE] [TARGET]", "check or back up the office's store",
    _licet_cli_run_store },
  { "road", "[-o FILE.zip] CASE.json",
    "walk a case from the item to a verified package, step by step", _licet_cli_run_road },
  { NULL, NULL, NULL, NULL },
};

static const char help_head[] =
  "usage: licet-cli COMMAND [OPTION...]\n"
  "\n"
  "Classifies items under control lists, decides what license is required, and\n"
  "writes and checks filing packages.\n"
  "\n"
  "Commands:\n";

static const char help_foot[] =
  "\n"
  "Each command takes --help, and each but road --json, for programs. The program\n"
  "ends with 0 when it is done, with 1 after a negative finding (a package that does\n"
  "not hold), with 2 on bad input.\n";

static void
print_help (void)
{
  _licet_cli_print (help_head);
  for (const LicetCliCommand *command = commands; command->name != NULL; command++)
    _licet_cli_print_line ("  %-9s %s", command->name, command->summary);
  _licet_cli_print (help_foot);
}

static const LicetCliCommand *
find_command (const char *name)
{
  for (const LicetCliCommand *command = commands; command->name != NULL; command++)
    if (g_str_equal (command->name, name))
      return command;
  return NULL;
}

static LicetCliStatus
refuse_command (const char *name)
{
  g_autoptr (GError) error = NULL;

  g_set_error (&error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "there is no such command; see licet-cli --help");
  return _licet_cli_complain (name, error);
}

/* What was printed must have arrived: a full disk behind a redirection is a failure. */
static LicetCliStatus
finish (LicetCliStatus status)
{
  g_autoptr (GError) error = NULL;

  if (fflush (stdout) == 0 && ferror (stdout) == 0)
    return status;
  g_set_error (&error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
               "the output cannot be written; make room, or write elsewhere");
  return _licet_cli_complain ("standard output", error);
}

const LicetCliCommand *
_licet_cli_get_commands (void)
{
  return commands;
}

int
main (int argc,
      char *argv[])
{
  const LicetCliCommand *command;

  setlocale (LC_ALL, "");
  if (argc < 2 || g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") ||
      g_str_equal (argv[1], "help")) {
    print_help ();
    return finish (argc < 2 ? LICET_CLI_BAD_INPUT : LICET_CLI_DONE);
  }
  if (g_str_equal (argv[1], "--version")) {
    _licet_cli_print_line ("licet-cli %s", LICET_VERSION);
    return finish (LICET_CLI_DONE);
  }
  command = find_command (argv[1]);
  if (command == NULL)
    return refuse_command (argv[1]);
  return finish (command->run (argv + 1));
}
