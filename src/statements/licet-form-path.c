/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-form-path"

#include "config.h"

#include "licet-form-private.h"

#include <string.h>

/* What a case answers; data/forms/README, "Bindings". A member that ends in "*" stands for all that begin so. */
static const char *const transaction_members[] = {
  "kind",
  "permanence",
  "return-by",
  "member-state",
  "member-state-code",
  "location",
  "location-code",
  "customs-state",
  "customs-state-code",
  "customs-procedure",
  "contract-number",
  "contract-date",
  "contract-value",
  "currency",
  "ship-on",
  NULL,
};
static const char *const party_members[] = {
  "id",      "name",    "street",         "postcode", "city",  "region", "country", "country-code",
  "address", "contact", "identification", "website",  "phone", "email",  "kind",    "signatory",
  "roles",   NULL,
};
static const char *const item_members[] = {
  "line",       "id",      "description", "part-number",    "maker", "quantity", "unit",
  "unit-value", "value",   "currency",    "commodity-code", "cas",   "origin",   "origin-code",
  "codes",      "codes-*", NULL,
};
static const char *const end_use_members[] = {
  "text", "place", "incorporated", "incorporated-into", "answers.*", NULL,
};
static const char *const totals_members[] = { "value", "currency", "lines", NULL };
static const char *const route_members[] = { "countries", "carrier", "transport-document", NULL };
static const char *const any_members[] = { "*", NULL };

/* How a root is followed: by nothing, by a member, by a row in brackets and a member, or by an id and a member. */
typedef enum {
  SHAPE_PLAIN,
  SHAPE_GROUP,
  SHAPE_ROWS,
  SHAPE_TABLE,
} Shape;

typedef struct {
  const char *root;
  Shape shape;
  const char *const *members;
} Root;

static const Root roots[] = {
  { "id", SHAPE_PLAIN, NULL },
  { "reference", SHAPE_PLAIN, NULL },
  { "created", SHAPE_PLAIN, NULL },
  { "round", SHAPE_PLAIN, NULL },
  { "destination", SHAPE_PLAIN, NULL },
  { "destination-code", SHAPE_PLAIN, NULL },
  { "consigned-to", SHAPE_PLAIN, NULL },
  { "consigned-to-code", SHAPE_PLAIN, NULL },
  { "transaction", SHAPE_GROUP, transaction_members },
  { "exporter", SHAPE_GROUP, party_members },
  { "agent", SHAPE_GROUP, party_members },
  { "consignee", SHAPE_GROUP, party_members },
  { "stockist", SHAPE_GROUP, party_members },
  { "end-user", SHAPE_GROUP, party_members },
  { "ultimate-end-user", SHAPE_GROUP, party_members },
  { "forwarder", SHAPE_GROUP, party_members },
  { "payer", SHAPE_GROUP, party_members },
  { "party", SHAPE_GROUP, party_members },
  { "parties", SHAPE_TABLE, party_members },
  { "intermediates", SHAPE_ROWS, party_members },
  { "items", SHAPE_ROWS, item_members },
  { "end-use", SHAPE_GROUP, end_use_members },
  { "totals", SHAPE_GROUP, totals_members },
  { "route", SHAPE_GROUP, route_members },
  { "editions", SHAPE_GROUP, any_members },
  { "verdicts", SHAPE_GROUP, any_members },
};

static const Root *
find_root (const char *path)
{
  g_autofree char *first = g_strndup (path, strcspn (path, ".["));

  for (guint i = 0; i < G_N_ELEMENTS (roots); i++)
    if (g_str_equal (roots[i].root, first))
      return &roots[i];
  return NULL;
}

static gboolean
has_member (const char *const *members,
            const char *member)
{
  for (guint i = 0; members[i] != NULL; i++) {
    gsize length = strlen (members[i]);

    if (members[i][length - 1] == '*'
            ? strncmp (members[i], member, length - 1) == 0 && member[length - 1] != '\0'
            : g_str_equal (members[i], member))
      return TRUE;
  }
  return FALSE;
}

/* The member that follows the root in @path, or NULL when @path is not of the shape of @root. */
static const char *
get_member (const Root *root,
            const char *path)
{
  const char *rest = path + strlen (root->root);
  const char *dot;

  switch (root->shape) {
  case SHAPE_PLAIN:
    return NULL;
  case SHAPE_GROUP:
    return *rest == '.' ? rest + 1 : NULL;
  case SHAPE_ROWS:
    return *rest == '[' && strstr (rest, "].") != NULL ? strstr (rest, "].") + 2 : NULL;
  case SHAPE_TABLE:
    dot = *rest == '.' ? strrchr (rest, '.') : NULL;
    return dot != NULL && dot > rest ? dot + 1 : NULL;
  default:
    g_assert_not_reached ();
  }
}

static gboolean
is_bound (const char *path)
{
  const Root *root = find_root (path);
  const char *member;

  if (root == NULL)
    return FALSE;
  if (root->shape == SHAPE_PLAIN)
    return g_str_equal (root->root, path);
  member = get_member (root, path);
  return member != NULL && has_member (root->members, member);
}

/* A list of rows or a table by id is a place to look into, not a value. */
static gboolean
is_bound_in_row (const char *list,
                 const char *path)
{
  const Root *root = find_root (list);

  return root != NULL && has_member (root->members, path);
}

gboolean
_licet_form_is_list (const char *name)
{
  const Root *root = find_root (name);

  return root != NULL && root->shape == SHAPE_ROWS && g_str_equal (root->root, name);
}

gboolean
_licet_form_is_party (const char *name)
{
  const Root *root = find_root (name);

  return g_str_equal (name, "intermediate") ||
         (root != NULL && root->shape == SHAPE_GROUP && root->members == party_members &&
          !g_str_equal (name, "party"));
}

gboolean
_licet_form_check_path (const LicetJsonPlace *place,
                        const char *path,
                        const char *list,
                        GError **error)
{
  if (list != NULL ? is_bound_in_row (list, path) : is_bound (path))
    return TRUE;
  licet_json_place_set_error (place, error,
                              "“%s” binds to nothing %s has; see Bindings in data/forms/README",
                              path, list != NULL ? "a row" : "a case");
  return FALSE;
}
