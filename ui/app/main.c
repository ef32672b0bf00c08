/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "licet-application.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (LicetApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LICET_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = licet_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
