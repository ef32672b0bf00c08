/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-defects"

#include "config.h"

#include "licet-defects-private.h"

/* Each message needs its line looked up; nobody reads more than these at a time. */
#define MAX_DEFECTS 200

struct _LicetDefects {
  GPtrArray *defects;
  GPtrArray *notes;
};

LicetDefects *
_licet_defects_new (void)
{
  LicetDefects *defects = g_new0 (LicetDefects, 1);

  defects->defects = g_ptr_array_new_with_free_func (g_free);
  defects->notes = g_ptr_array_new_with_free_func (g_free);
  return defects;
}

void
_licet_defects_free (LicetDefects *defects)
{
  if (defects == NULL)
    return;
  g_ptr_array_unref (defects->defects);
  g_ptr_array_unref (defects->notes);
  g_free (defects);
}

gboolean
_licet_defects_add (LicetDefects *defects,
                    const LicetJsonPlace *place,
                    const char *format,
                    ...)
{
  g_autofree char *reason = NULL;
  GError *error = NULL;
  va_list args;

  if (_licet_defects_is_full (defects))
    return FALSE;
  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  licet_json_place_set_error (place, &error, "%s", reason);
  return _licet_defects_take (defects, error);
}

gboolean
_licet_defects_take (LicetDefects *defects,
                     GError *error)
{
  g_assert (error != NULL);

  /* What is taken over by “as” is read more than once. */
  if (!_licet_defects_is_full (defects) &&
      !g_ptr_array_find_with_equal_func (defects->defects, error->message, g_str_equal, NULL))
    g_ptr_array_add (defects->defects, g_strdup (error->message));
  if (_licet_defects_is_full (defects) && defects->notes->len == 0)
    _licet_defects_note (defects, "%d defects are shown; mend these to see whether there are more",
                         MAX_DEFECTS);
  g_error_free (error);
  return FALSE;
}

void
_licet_defects_note (LicetDefects *defects,
                     const char *format,
                     ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (defects->notes, g_strconcat ("note: ", text, NULL));
}

guint
_licet_defects_get_count (LicetDefects *defects)
{
  return defects->defects->len;
}

gboolean
_licet_defects_is_full (LicetDefects *defects)
{
  return defects->defects->len >= MAX_DEFECTS;
}

GStrv
_licet_defects_dup_messages (LicetDefects *defects)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < defects->defects->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (defects->defects, i));
  for (guint i = 0; i < defects->notes->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (defects->notes, i));
  return g_strv_builder_end (builder);
}
