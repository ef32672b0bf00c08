/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-bundle-compiler"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include <licet-compiler.h>
#include <licet-license.h>
#include <licet-statements.h>

/* What the layers above the lists check of their own data. */
static const LicetDocumentChecker checkers[] = {
  { "forms/", licet_form_check_document },
  { "rules/", licet_rules_check_document },
};

static void
append_escaped (GString *out,
                const char *path)
{
  for (; *path != '\0'; path++) {
    if (*path == ' ' || *path == '#' || *path == '\\')
      g_string_append_c (out, '\\');
    else if (*path == '$')
      g_string_append_c (out, '$');
    g_string_append_c (out, *path);
  }
}

/* Tells the build what the bundle is made of; folders too, so that a new file is noticed. */
static gboolean
write_dependencies (const char *data_dir,
                    const char *target,
                    const char *depfile,
                    GError **error)
{
  g_auto (GStrv) names = licet_bundle_dup_source_names (data_dir);
  g_autoptr (GString) rule = g_string_new (NULL);

  append_escaped (rule, target);
  g_string_append_c (rule, ':');
  for (guint i = 0; names[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (data_dir, names[i], NULL);

    g_string_append (rule, " \\\n ");
    append_escaped (rule, path);
  }
  g_string_append_c (rule, '\n');
  return g_file_set_contents (depfile, rule->str, (gssize) rule->len, error);
}

int
main (int argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) messages = NULL;
  gboolean is_sound;

  if (argc != 4 && argc != 5) {
    fprintf (stderr, "usage: licet-bundle-compiler DATA_DIR TARGET VERSION [DEPFILE]\n");
    return 2;
  }
  is_sound = licet_bundle_compile (argv[1], argv[2], argv[3], checkers, G_N_ELEMENTS (checkers),
                                   &messages, &error);
  for (guint i = 0; messages != NULL && messages[i] != NULL; i++)
    fprintf (stderr, "%s\n", messages[i]); /* UTF-8 whatever the locale of the build is */
  if (is_sound && argc == 5)
    is_sound = write_dependencies (argv[1], argv[2], argv[4], &error);
  if (is_sound)
    return EXIT_SUCCESS;
  if (!g_error_matches (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_DATA))
    fprintf (stderr, "licet-bundle-compiler: %s\n", error->message);
  return EXIT_FAILURE;
}
