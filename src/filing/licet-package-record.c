/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-package-record"

#include "config.h"

#include "licet-papers-private.h"

static JsonArray *
make_documents (GPtrArray *enclosures,
                gboolean is_evidence)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < enclosures->len; i++) {
    const LicetEnclosure *enclosure = g_ptr_array_index (enclosures, i);
    JsonObject *object;

    if ((enclosure->evidence != NULL) != is_evidence)
      continue;
    object = json_object_new ();
    if (is_evidence)
      json_object_set_string_member (object, "id", enclosure->evidence);
    json_object_set_string_member (object, "path", enclosure->path);
    json_object_set_string_member (object, "title", enclosure->title);
    if (!is_evidence)
      json_object_set_int_member (object, "pages", enclosure->pages);
    json_object_set_string_member (object, "sha256", enclosure->sha256);
    json_array_add_object_element (array, object);
  }
  return array;
}

static JsonArray *
make_withheld (const LicetFrozen *frozen)
{
  JsonArray *array = json_array_new ();
  GListModel *evidence = licet_case_get_evidence (frozen->self);

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++) {
    g_autoptr (LicetEvidence) piece = g_list_model_get_item (evidence, i);

    if (licet_evidence_is_withheld (piece))
      json_array_add_string_element (array, licet_evidence_get_text (piece, "id"));
  }
  return array;
}

JsonObject *
_licet_package_make_record (const LicetFrozen *frozen,
                            GPtrArray *enclosures)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "facts", frozen->digest);
  json_object_set_array_member (object, "papers", make_documents (enclosures, FALSE));
  json_object_set_array_member (object, "evidence", make_documents (enclosures, TRUE));
  json_object_set_array_member (object, "withheld", make_withheld (frozen));
  json_object_set_array_member (object, "readiness", licet_readiness_serialise (frozen->findings));
  return object;
}
