/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-party"

#include "config.h"

#include "licet-party.h"

/* The texts of a party: how the property is called, and where it stands in a case file. */
static const LicetTextField text_fields[] = {
  { "id", NULL, "id" },
  { "name", NULL, "name" },
  { "street", "address", "street" },
  { "postcode", "address", "postcode" },
  { "city", "address", "city" },
  { "region", "address", "region" },
  { "country", "address", "country" },
  { "identification", NULL, "identification" },
  { "website", NULL, "website" },
  { "phone", NULL, "phone" },
  { "email", NULL, "email" },
  { "contact", NULL, "contact" },
  { "signatory", NULL, "signatory" },
  { "screened-by", "screening", "by" },
  { "screened-on", "screening", "on" },
  { "screened-lists", "screening", "lists" },
  { "screening-note", "screening", "note" },
};

#define N_TEXTS G_N_ELEMENTS (text_fields)

struct _LicetParty {
  LicetTextRecord parent_instance;

  LicetPartyRole roles;
  LicetPartyKind kind;
  LicetScreeningState screening;
};

G_DEFINE_FINAL_TYPE (LicetParty, licet_party, LICET_TYPE_TEXT_RECORD)

enum {
  PROP_0,
  PROP_ROLES = N_TEXTS + 1,
  PROP_KIND,
  PROP_SCREENING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct {
  LicetPartyRole role;
  const char *id;
  const char *label;
} RoleName;

static const RoleName role_names[LICET_N_ROLES] = {
  { LICET_ROLE_EXPORTER, "exporter", "Exporter" },
  { LICET_ROLE_AGENT, "agent", "Agent" },
  { LICET_ROLE_FORWARDER, "forwarder", "Forwarder" },
  { LICET_ROLE_PAYER, "payer", "Payer" },
  { LICET_ROLE_CONSIGNEE, "consignee", "Consignee" },
  { LICET_ROLE_INTERMEDIATE, "intermediate", "Intermediate" },
  { LICET_ROLE_END_USER, "end-user", "End user" },
  { LICET_ROLE_ULTIMATE_END_USER, "ultimate-end-user", "Ultimate end user" },
  { LICET_ROLE_STOCKIST, "stockist", "Stockist" },
};

static const char *const kind_names[] = {
  "unknown",      "commercial", "government", "military", "police",
  "intelligence", "academic",   "individual", "other",
};

static const char *const screening_names[] = { "open", "clear", "hit", "hit-dismissed" };

static const char *const known_members[] = {
  "id",    "roles",   "name",      "kind",      "address", "identification", "website", "phone",
  "email", "contact", "signatory", "screening", NULL,
};
static const char *const known_address_members[] = { "street", "postcode", "city",
                                                     "region", "country",  NULL };
static const char *const known_screening_members[] = { "state", "by", "on", "lists", "note", NULL };

static gboolean
find_name (const char *const *names,
           gsize n_names,
           const char *text,
           guint *ret_index)
{
  for (gsize i = 0; i < n_names; i++)
    if (g_str_equal (names[i], text)) {
      *ret_index = (guint) i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_date_or_empty (const char *text)
{
  GDate date;

  return text == NULL || licet_date_parse (text, &date, NULL);
}

static gboolean
read_roles (LicetParty *self,
            const LicetJsonPlace *place,
            GError **error)
{
  g_auto (GStrv) roles = NULL;

  if (!licet_json_place_get_strings (place, "roles", &roles, error))
    return FALSE;
  for (guint i = 0; roles[i] != NULL; i++) {
    LicetPartyRole role;

    if (!licet_party_role_parse (roles[i], &role)) {
      licet_json_place_set_error (
          place, error,
          "“%s” is no role; use exporter, agent, forwarder, payer, consignee, "
          "intermediate, end-user, ultimate-end-user or stockist",
          roles[i]);
      return FALSE;
    }
    self->roles |= role;
  }
  return TRUE;
}

static gboolean
read_screening (LicetParty *self,
                const LicetJsonPlace *place,
                GError **error)
{
  LicetJsonPlace screening;
  const char *state = NULL;

  if (!licet_json_place_has (place, "screening"))
    return TRUE;
  if (!licet_json_place_member (place, "screening", &screening, error))
    return FALSE;
  if (!licet_json_place_refuse_unknown (&screening, known_screening_members, error))
    return FALSE;
  if (!licet_json_place_get_string (&screening, "state", &state, error))
    return FALSE;
  if (!licet_screening_state_parse (state, &self->screening)) {
    licet_json_place_set_error (
        &screening, error, "“%s” is no state of a screening; use open, clear, hit or hit-dismissed",
        state);
    return FALSE;
  }
  if (!is_date_or_empty (licet_party_get_text (self, "screened-on"))) {
    licet_json_place_set_error (&screening, error, "“%s” is no day; write it as 2026-11-23",
                                licet_party_get_text (self, "screened-on"));
    return FALSE;
  }
  if (self->screening == LICET_SCREENING_HIT_DISMISSED &&
      licet_party_get_text (self, "screening-note") == NULL) {
    licet_json_place_set_error (&screening, error,
                                "a dismissed hit has no reason; say in “note” why it is dismissed");
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_kind (LicetParty *self,
           const LicetJsonPlace *place,
           GError **error)
{
  const char *kind = NULL;

  if (!licet_json_place_get_optional_string (place, "kind", &kind, error))
    return FALSE;
  if (kind != NULL && !licet_party_kind_parse (kind, &self->kind)) {
    licet_json_place_set_error (
        place, error,
        "“%s” is no kind of party; use commercial, government, military, police, "
        "intelligence, academic, individual or other",
        kind);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_country (LicetParty *self,
               const LicetJsonPlace *place,
               GError **error)
{
  const char *country = licet_party_get_country (self);
  LicetJsonPlace address;

  if (!licet_json_place_has (place, "address"))
    return TRUE;
  if (!licet_json_place_member (place, "address", &address, error) ||
      !licet_json_place_refuse_unknown (&address, known_address_members, error))
    return FALSE;
  if (country != NULL && !licet_country_is_valid (country)) {
    licet_json_place_set_error (
        &address, error, "“%s” is no country code; use two letters of ISO 3166-1, such as SG",
        country);
    return FALSE;
  }
  return TRUE;
}

static void
licet_party_get_property (GObject *object,
                          guint prop_id,
                          GValue *value,
                          GParamSpec *pspec)
{
  LicetParty *self = LICET_PARTY (object);

  if (licet_text_record_get_field_value (LICET_TEXT_RECORD (object), prop_id, value))
    return;
  if (prop_id == PROP_ROLES)
    g_value_set_uint (value, self->roles);
  else if (prop_id == PROP_KIND)
    g_value_set_uint (value, self->kind);
  else if (prop_id == PROP_SCREENING)
    g_value_set_uint (value, self->screening);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
set_number (LicetParty *self,
            guint *field,
            guint number,
            guint prop_id)
{
  if (*field == number)
    return;
  *field = number;
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop_id]);
}

static void
licet_party_set_property (GObject *object,
                          guint prop_id,
                          const GValue *value,
                          GParamSpec *pspec)
{
  LicetParty *self = LICET_PARTY (object);

  if (licet_text_record_set_field_value (LICET_TEXT_RECORD (object), prop_id, value, pspec))
    return;
  if (prop_id == PROP_ROLES) {
    set_number (self, (guint *) &self->roles, g_value_get_uint (value), prop_id);
  } else if (prop_id == PROP_KIND) {
    set_number (self, (guint *) &self->kind, g_value_get_uint (value), prop_id);
  } else if (prop_id == PROP_SCREENING) {
    set_number (self, (guint *) &self->screening, g_value_get_uint (value), prop_id);
  } else {
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
licet_party_class_init (LicetPartyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = licet_party_get_property;
  object_class->set_property = licet_party_set_property;

  licet_text_record_class_set_fields (LICET_TEXT_RECORD_CLASS (klass), text_fields, N_TEXTS);
  properties[PROP_ROLES] =
      g_param_spec_uint ("roles", NULL, NULL, 0, (1 << LICET_N_ROLES) - 1, 0, flags);
  properties[PROP_KIND] =
      g_param_spec_uint ("kind", NULL, NULL, 0, G_N_ELEMENTS (kind_names) - 1, 0, flags);
  properties[PROP_SCREENING] =
      g_param_spec_uint ("screening", NULL, NULL, 0, G_N_ELEMENTS (screening_names) - 1, 0, flags);
  for (guint id = PROP_ROLES; id < N_PROPS; id++)
    g_object_class_install_property (object_class, id, properties[id]);
}

static void
licet_party_init (LicetParty *self)
{
}

const char *
licet_party_role_serialise (LicetPartyRole role)
{
  for (guint i = 0; i < LICET_N_ROLES; i++)
    if (role_names[i].role == role)
      return role_names[i].id;
  g_return_val_if_reached ("");
}

const char *
licet_party_role_get_label (LicetPartyRole role)
{
  for (guint i = 0; i < LICET_N_ROLES; i++)
    if (role_names[i].role == role)
      return role_names[i].label;
  g_return_val_if_reached ("");
}

gboolean
licet_party_role_parse (const char *text,
                        LicetPartyRole *ret_role)
{
  for (guint i = 0; i < LICET_N_ROLES; i++)
    if (g_str_equal (role_names[i].id, text)) {
      *ret_role = role_names[i].role;
      return TRUE;
    }
  return FALSE;
}

const char *
licet_party_kind_serialise (LicetPartyKind kind)
{
  g_return_val_if_fail ((guint) kind < G_N_ELEMENTS (kind_names), "");

  return kind_names[kind];
}

gboolean
licet_party_kind_parse (const char *text,
                        LicetPartyKind *ret_kind)
{
  guint index;

  if (!find_name (kind_names, G_N_ELEMENTS (kind_names), text, &index))
    return FALSE;
  *ret_kind = (LicetPartyKind) index;
  return TRUE;
}

const char *
licet_screening_state_serialise (LicetScreeningState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (screening_names), "");

  return screening_names[state];
}

gboolean
licet_screening_state_parse (const char *text,
                             LicetScreeningState *ret_state)
{
  guint index;

  if (!find_name (screening_names, G_N_ELEMENTS (screening_names), text, &index))
    return FALSE;
  *ret_state = (LicetScreeningState) index;
  return TRUE;
}

LicetParty *
licet_party_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (LICET_TYPE_PARTY, "id", id, NULL);
}

LicetParty *
licet_party_new_from_json (const LicetJsonPlace *place,
                           GError **error)
{
  g_autoptr (LicetParty) self = NULL;

  g_return_val_if_fail (place != NULL, NULL);

  if (!licet_json_place_refuse_unknown (place, known_members, error))
    return NULL;
  self = g_object_new (LICET_TYPE_PARTY, NULL);
  if (!licet_text_record_read (LICET_TEXT_RECORD (self), place, error) ||
      !read_roles (self, place, error) ||
      !read_kind (self, place, error) ||
      !check_country (self, place, error) ||
      !read_screening (self, place, error))
    return NULL;
  return g_steal_pointer (&self);
}

JsonNode *
licet_party_serialise (LicetParty *self)
{
  g_autoptr (JsonObject) object = NULL;
  JsonArray *roles;

  g_return_val_if_fail (LICET_IS_PARTY (self), NULL);

  object = json_object_new ();
  roles = json_array_new ();
  for (guint i = 0; i < LICET_N_ROLES; i++)
    if (self->roles & role_names[i].role)
      json_array_add_string_element (roles, role_names[i].id);
  json_object_set_array_member (object, "roles", roles);
  if (self->kind != LICET_PARTY_KIND_UNKNOWN)
    json_object_set_string_member (object, "kind", licet_party_kind_serialise (self->kind));

  licet_text_record_write (LICET_TEXT_RECORD (self), object);
  if (!json_object_has_member (object, "screening"))
    json_object_set_object_member (object, "screening", json_object_new ());
  json_object_set_string_member (json_object_get_object_member (object, "screening"), "state",
                                 licet_screening_state_serialise (self->screening));

  return licet_json_make_node (g_steal_pointer (&object));
}

const char *
licet_party_get_text (LicetParty *self,
                      const char *field)
{
  g_return_val_if_fail (LICET_IS_PARTY (self), NULL);

  return licet_text_record_get (LICET_TEXT_RECORD (self), field);
}

const char *
licet_party_get_id (LicetParty *self)
{
  return licet_party_get_text (self, "id");
}

const char *
licet_party_get_name (LicetParty *self)
{
  return licet_party_get_text (self, "name");
}

const char *
licet_party_get_country (LicetParty *self)
{
  return licet_party_get_text (self, "country");
}

LicetPartyRole
licet_party_get_roles (LicetParty *self)
{
  g_return_val_if_fail (LICET_IS_PARTY (self), 0);

  return self->roles;
}

gboolean
licet_party_has_role (LicetParty *self,
                      LicetPartyRole role)
{
  g_return_val_if_fail (LICET_IS_PARTY (self), FALSE);

  return (self->roles & role) != 0;
}

LicetPartyKind
licet_party_get_kind (LicetParty *self)
{
  g_return_val_if_fail (LICET_IS_PARTY (self), LICET_PARTY_KIND_UNKNOWN);

  return self->kind;
}

LicetScreeningState
licet_party_get_screening (LicetParty *self)
{
  g_return_val_if_fail (LICET_IS_PARTY (self), LICET_SCREENING_OPEN);

  return self->screening;
}

char *
licet_party_dup_address (LicetParty *self)
{
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *town = NULL;
  const char *postcode = licet_party_get_text (self, "postcode");
  const char *city = licet_party_get_text (self, "city");
  const char *country = licet_party_get_country (self);

  parts = g_ptr_array_new ();
  if (licet_party_get_text (self, "street") != NULL)
    g_ptr_array_add (parts, (gpointer) licet_party_get_text (self, "street"));
  if (postcode != NULL || city != NULL) {
    town =
        g_strconcat (postcode != NULL ? postcode : "", postcode != NULL && city != NULL ? " " : "",
                     city != NULL ? city : "", NULL);
    g_ptr_array_add (parts, town);
  }
  if (licet_party_get_text (self, "region") != NULL)
    g_ptr_array_add (parts, (gpointer) licet_party_get_text (self, "region"));
  if (country != NULL && licet_country_get_name (country) != NULL)
    g_ptr_array_add (parts, (gpointer) licet_country_get_name (country));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

GStrv
licet_party_dup_missing (LicetParty *self)
{
  static const char *const needed[] = { "name", "street", "city", "country" };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (LICET_IS_PARTY (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (licet_party_get_text (self, needed[i]) == NULL)
      g_strv_builder_add (builder, needed[i]);
  return g_strv_builder_end (builder);
}
