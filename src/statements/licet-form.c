/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-form"

#include "config.h"

#include "licet-form.h"

#include <string.h>

#include "licet-form-private.h"

G_DEFINE_BOXED_TYPE (LicetForm, licet_form, licet_form_ref, licet_form_unref)

LicetForm *
licet_form_load (LicetBundle *bundle,
                 const char *name,
                 GError **error)
{
  g_autoptr (LicetJson) json = NULL;
  g_autofree char *document = NULL;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  document = g_strconcat ("forms/", name, ".json", NULL);
  if (licet_bundle_get_document_digest (bundle, document) == NULL) {
    g_set_error (error, LICET_STATEMENTS_ERROR, LICET_STATEMENTS_ERROR_FORM,
                 "there is no form “%s”", name);
    return NULL;
  }
  json = licet_bundle_load_document (bundle, document, error);
  if (json == NULL)
    return NULL;
  return _licet_form_parse (json, error);
}

gboolean
licet_form_check_document (LicetBundle *bundle,
                           const char *name,
                           LicetJson *json,
                           GError **error)
{
  g_autoptr (LicetForm) form = NULL;
  g_autofree char *stem = NULL;
  LicetJsonPlace root;

  form = _licet_form_parse (json, error);
  if (form == NULL)
    return FALSE;
  stem = g_path_get_basename (name);
  if (g_str_has_suffix (stem, ".json"))
    stem[strlen (stem) - strlen (".json")] = '\0';
  if (!g_str_equal (stem, form->id)) {
    licet_json_place_root (json, &root);
    licet_json_place_set_error (
        &root, error, "the id “%s” is not the name of the file; make them the same", form->id);
    return FALSE;
  }
  return TRUE;
}

GStrv
licet_form_dup_names (LicetBundle *bundle,
                      LicetFormKind kind)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) documents = NULL;

  g_return_val_if_fail (LICET_IS_BUNDLE (bundle), NULL);

  documents = licet_bundle_dup_document_names (
      bundle, kind == LICET_FORM_SHEET ? "forms/sheets/" : "forms/statements/");
  for (guint i = 0; documents[i] != NULL; i++)
    g_strv_builder_take (builder,
                         g_strndup (documents[i] + strlen ("forms/"),
                                    strlen (documents[i]) - strlen ("forms/") - strlen (".json")));
  return g_strv_builder_end (builder);
}

LicetForm *
licet_form_ref (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  g_atomic_ref_count_inc (&form->ref_count);
  return form;
}

void
licet_form_unref (LicetForm *form)
{
  if (form == NULL || !g_atomic_ref_count_dec (&form->ref_count))
    return;
  g_free (form->id);
  g_free (form->title);
  g_free (form->authority);
  g_free (form->intro);
  g_free (form->edition);
  g_free (form->jurisdiction);
  g_free (form->cite);
  g_strfreev (form->roles);
  g_strfreev (form->signature);
  _licet_form_condition_free (form->applies);
  g_clear_pointer (&form->sections, g_ptr_array_unref);
  g_clear_pointer (&form->promises, g_ptr_array_unref);
  g_free (form);
}

const char *
licet_form_get_id (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->id;
}

const char *
licet_form_get_title (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->title;
}

const char *
licet_form_get_authority (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->authority;
}

const char *
licet_form_get_edition (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->edition;
}

const char *
licet_form_get_jurisdiction (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->jurisdiction;
}

const char *
licet_form_get_cite (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->cite;
}

const char *const *
licet_form_get_roles (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return (const char *const *) form->roles;
}

guint
licet_form_get_validity_months (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, 0);

  return form->validity_months;
}

const char *const *
licet_form_get_signature_rules (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return (const char *const *) form->signature;
}

const char *
licet_form_get_intro (LicetForm *form)
{
  g_return_val_if_fail (form != NULL, NULL);

  return form->intro;
}
