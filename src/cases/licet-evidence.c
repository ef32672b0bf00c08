/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-evidence"

#include "config.h"

#include "licet-evidence.h"

#include <string.h>

struct _LicetEvidence {
  LicetTextRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (LicetEvidence, licet_evidence, LICET_TYPE_TEXT_RECORD)

static const LicetTextField text_fields[] = {
  { "id", NULL, "id" },
  { "file", NULL, "file" },
  { "file-name", NULL, "file-name" },
  { "name", NULL, "name" },
  { "kind", NULL, "kind" },
  { "sensitivity", NULL, "sensitivity" },
  { "sha256", NULL, "sha256" },
  { "date", NULL, "date" },
};

static const char *const known_members[] = {
  "id", "file", "file-name", "name", "kind", "sensitivity", "sha256", "date", NULL,
};

static const char *const kinds[] = {
  "datasheet",       "drawing",          "test-report", "contract", "order", "register-extract",
  "website-extract", "signed-statement", "letter",      "photo",    "other", NULL,
};

static const char *const sensitivities[] = { "normal", "confidential", "withhold", NULL };

/* Below the folder of the case, so that a stranger's case cannot name another file of the machine as its evidence. */
static gboolean
is_below (const char *file)
{
  g_auto (GStrv) steps = g_strsplit (file, "/", -1);

  if (g_path_is_absolute (file) || strchr (file, '\\') != NULL)
    return FALSE;
  for (guint i = 0; steps[i] != NULL; i++)
    if (*steps[i] == '\0' || g_str_equal (steps[i], "..") || g_str_equal (steps[i], "."))
      return FALSE;
  return TRUE;
}

static gboolean
check_word (LicetEvidence *self,
            const LicetJsonPlace *place,
            const char *property,
            const char *const *words,
            GError **error)
{
  const char *text = licet_evidence_get_text (self, property);
  g_autofree char *all = NULL;

  if (text == NULL || g_strv_contains (words, text))
    return TRUE;
  all = g_strjoinv (", ", (char **) words);
  licet_json_place_set_error (place, error, "“%s” is no %s of evidence; use one of %s", text,
                              property, all);
  return FALSE;
}

static gboolean
check (LicetEvidence *self,
       const LicetJsonPlace *place,
       GError **error)
{
  const char *digest = licet_evidence_get_text (self, "sha256");
  const char *date = licet_evidence_get_text (self, "date");
  GDate day;

  if (!check_word (self, place, "kind", kinds, error) ||
      !check_word (self, place, "sensitivity", sensitivities, error))
    return FALSE;
  if (licet_evidence_get_text (self, "file") == NULL) {
    licet_json_place_set_error (place, error, "“file” is missing; name the file beside the case");
    return FALSE;
  }
  if (!is_below (licet_evidence_get_text (self, "file"))) {
    licet_json_place_set_error (
        place, error, "“%s” does not lie below the folder of the case; move the file there",
        licet_evidence_get_text (self, "file"));
    return FALSE;
  }
  if (digest != NULL && !licet_digest_is_valid (digest)) {
    licet_json_place_set_error (
        place, error, "“sha256” is no SHA-256 digest; give 64 lower-case hexadecimal digits");
    return FALSE;
  }
  if (date != NULL && !licet_date_parse (date, &day, NULL)) {
    licet_json_place_set_error (place, error, "“%s” is no day; write it as 2026-11-23", date);
    return FALSE;
  }
  return TRUE;
}

static void
licet_evidence_class_init (LicetEvidenceClass *klass)
{
  licet_text_record_class_set_fields (LICET_TEXT_RECORD_CLASS (klass), text_fields,
                                      G_N_ELEMENTS (text_fields));
}

static void
licet_evidence_init (LicetEvidence *self)
{
}

LicetEvidence *
licet_evidence_new_from_json (const LicetJsonPlace *place,
                              GError **error)
{
  g_autoptr (LicetEvidence) self = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  if (!licet_json_place_refuse_unknown (place, known_members, error))
    return NULL;
  self = g_object_new (LICET_TYPE_EVIDENCE, NULL);
  if (!licet_text_record_read (LICET_TEXT_RECORD (self), place, error) ||
      !check (self, place, error))
    return NULL;
  return g_steal_pointer (&self);
}

JsonNode *
licet_evidence_serialise (LicetEvidence *self)
{
  JsonObject *object;

  g_return_val_if_fail (LICET_IS_EVIDENCE (self), NULL);

  object = json_object_new ();
  licet_text_record_write (LICET_TEXT_RECORD (self), object);
  return licet_json_make_node (object);
}

const char *
licet_evidence_get_text (LicetEvidence *self,
                         const char *field)
{
  g_return_val_if_fail (LICET_IS_EVIDENCE (self), NULL);

  return licet_text_record_get (LICET_TEXT_RECORD (self), field);
}

gboolean
licet_evidence_is_withheld (LicetEvidence *self)
{
  return g_strcmp0 (licet_evidence_get_text (self, "sensitivity"), "withhold") == 0;
}

char *
licet_evidence_dup_file_name (LicetEvidence *self)
{
  const char *name;

  g_return_val_if_fail (LICET_IS_EVIDENCE (self), NULL);

  name = licet_evidence_get_text (self, "file-name");
  if (name == NULL)
    name = licet_evidence_get_text (self, "file");
  return name != NULL ? g_path_get_basename (name) : NULL;
}

char *
licet_evidence_dup_path (LicetEvidence *self,
                         const char *folder)
{
  const char *file;

  g_return_val_if_fail (LICET_IS_EVIDENCE (self), NULL);

  file = licet_evidence_get_text (self, "file");
  if (folder == NULL || file == NULL || !is_below (file))
    return NULL;
  return g_build_filename (folder, file, NULL);
}
