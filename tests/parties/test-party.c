/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-parties.h>

#include <string.h>

static const char whole[] =
    "{\"id\": \"merlion\", \"roles\": [\"consignee\", \"end-user\"], \"name\": \"Merlion "
    "Instruments\", \"kind\": \"academic\",\n"
    " \"address\": {\"street\": \"1 Shore Road\", \"postcode\": \"018989\", \"city\": "
    "\"Singapore\", \"region\": \"Central\", \"country\": \"SG\"},\n"
    " \"identification\": \"S1\", \"website\": \"https://merlion.example\", \"phone\": \"+65 1\", "
    "\"email\": \"a@merlion.example\",\n"
    " \"contact\": \"Tan\", \"signatory\": \"Tan, Director\",\n"
    " \"screening\": {\"state\": \"hit-dismissed\", \"by\": \"K. Sommer\", \"on\": \"2026-11-17\", "
    "\"lists\": \"EU\", \"note\": \"Another street\"}}";

static LicetParty *
read_party (const char *text,
            GError **error)
{
  g_autoptr (LicetJson) json = licet_json_parse ("p.json", text, -1, NULL);
  LicetJsonPlace root;

  g_assert_nonnull (json);
  licet_json_place_root (json, &root);
  return licet_party_new_from_json (&root, error);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetParty) party = read_party (whole, &error);
  g_autoptr (LicetParty) again = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (JsonNode) second = NULL;
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  g_autofree char *address = NULL;

  g_assert_no_error (error);
  node = licet_party_serialise (party);
  text = licet_json_serialise (node);
  again = read_party (text, &error);
  g_assert_no_error (error);
  second = licet_party_serialise (again);
  other = licet_json_serialise (second);
  g_assert_cmpstr (text, ==, other);
  g_assert_true (licet_party_has_role (again, LICET_ROLE_END_USER));
  g_assert_false (licet_party_has_role (again, LICET_ROLE_EXPORTER));
  g_assert_cmpint (licet_party_get_kind (again), ==, LICET_PARTY_KIND_ACADEMIC);
  g_assert_cmpint (licet_party_get_screening (again), ==, LICET_SCREENING_HIT_DISMISSED);
  address = licet_party_dup_address (again);
  g_assert_cmpstr (address, ==, "1 Shore Road, 018989 Singapore, Central, Singapore");
}

typedef struct {
  const char *name;
  const char *text;
  const char *says;
} Defect;

static const Defect defects[] = {
  { "no-id", "{\n\"name\": \"A\"}", "p.json:1:" },
  { "unknown-member", "{\"id\": \"a\",\n\"nmae\": \"A\"}", "nmae" },
  { "unknown-role", "{\"id\": \"a\", \"roles\": [\"buyer\"]}", "“buyer” is no role" },
  { "unknown-kind", "{\"id\": \"a\", \"kind\": \"firm\"}", "“firm” is no kind" },
  { "unknown-country", "{\"id\": \"a\",\n\"address\": {\n\"country\": \"XX\"}}",
    "p.json:2: /address: “XX” is no country code" },
  { "unknown-address-member", "{\"id\": \"a\", \"address\": {\"town\": \"B\"}}", "town" },
  { "unknown-screening", "{\"id\": \"a\", \"screening\": {\"state\": \"done\"}}",
    "“done” is no state" },
  { "screening-without-state", "{\"id\": \"a\", \"screening\": {\"by\": \"K\"}}", "state" },
  { "screening-on-no-day",
    "{\"id\": \"a\", \"screening\": {\"state\": \"clear\", \"on\": \"2026-02-30\"}}",
    "“2026-02-30” is no day" },
  { "dismissed-without-reason", "{\"id\": \"a\", \"screening\": {\"state\": \"hit-dismissed\"}}",
    "no reason" },
};

static void
test_defect (gconstpointer data)
{
  const Defect *row = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (read_party (row->text, &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, row->says));
  g_assert_true (g_str_has_prefix (error->message, "p.json:"));
}

static void
test_missing_fields_are_named (void)
{
  g_autoptr (LicetParty) party = licet_party_new ("a");
  g_auto (GStrv) all = licet_party_dup_missing (party);
  g_auto (GStrv) rest = NULL;

  g_assert_cmpuint (g_strv_length (all), ==, 4);
  g_object_set (party, "name", "A", "street", "", "city", "B", "country", "SG", NULL);
  rest = licet_party_dup_missing (party);
  g_assert_cmpuint (g_strv_length (rest), ==, 1);
  g_assert_cmpstr (rest[0], ==, "street");
}

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          gpointer count)
{
  (*(guint *) count)++;
}

static void
test_notifies_only_changes (void)
{
  g_autoptr (LicetParty) party = licet_party_new ("a");
  guint count = 0;

  g_signal_connect (party, "notify", G_CALLBACK (count_cb), &count);
  g_object_set (party, "name", "A", NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (party, "name", "A", NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (party, "screening", (guint) LICET_SCREENING_CLEAR, "roles",
                (guint) LICET_ROLE_PAYER, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_object_set (party, "screening", (guint) LICET_SCREENING_CLEAR, NULL);
  g_assert_cmpuint (count, ==, 3);
  g_assert_finalize_object (g_steal_pointer (&party));
}

static void
test_words_round_trip (void)
{
  for (guint bit = 0; bit < LICET_N_ROLES; bit++) {
    LicetPartyRole role = 0;

    g_assert_true (
        licet_party_role_parse (licet_party_role_serialise ((LicetPartyRole) (1u << bit)), &role));
    g_assert_cmpint (role, ==, 1 << bit);
    g_assert_cmpstr (licet_party_role_get_label (role), !=, "");
  }
  for (guint i = LICET_PARTY_KIND_UNKNOWN; i <= LICET_PARTY_KIND_OTHER; i++) {
    LicetPartyKind kind = LICET_PARTY_KIND_UNKNOWN;

    g_assert_true (licet_party_kind_parse (licet_party_kind_serialise ((LicetPartyKind) i), &kind));
    g_assert_cmpint (kind, ==, i);
  }
}

static GPtrArray *
make_parties (const char *const *texts,
              guint n)
{
  GPtrArray *parties = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++) {
    LicetParty *party = read_party (texts[i], NULL);

    g_assert_nonnull (party);
    g_ptr_array_add (parties, party);
  }
  return parties;
}

static void
test_chain_follows_the_goods (void)
{
  static const char *const texts[] = {
    "{\"id\": \"u\", \"roles\": [\"end-user\"], \"name\": \"Merlion\", \"address\": {\"street\": "
    "\"1\", \"city\": \"S\", \"country\": \"SG\"},"
    " \"screening\": {\"state\": \"clear\"}}",
    "{\"id\": \"f\", \"roles\": [\"forwarder\", \"payer\"], \"name\": \"Carrier\"}",
    "{\"id\": \"x\", \"roles\": [\"exporter\"], \"name\": \"Nordlicht\", \"address\": "
    "{\"country\": \"DE\"}}",
    "{\"id\": \"i\", \"roles\": [\"intermediate\", \"consignee\"], \"address\": {\"country\": "
    "\"NL\"}}",
  };
  g_autoptr (GPtrArray) parties = make_parties (texts, G_N_ELEMENTS (texts));
  g_autoptr (GPtrArray) chain = licet_chain_new (parties);
  g_autofree char *words = licet_chain_dup_words (chain);
  const LicetChainLink *last;

  g_assert_cmpuint (chain->len, ==, 3);
  g_assert_cmpstr (words, ==, "Nordlicht (DE) to not known (NL) to Merlion (SG)");
  g_assert_true (((const LicetChainLink *) g_ptr_array_index (chain, 0))->has_open);
  /* Who is intermediate and consignee is one stop, shown as what it is last. */
  g_assert_cmpint (((const LicetChainLink *) g_ptr_array_index (chain, 1))->role, ==,
                   LICET_ROLE_CONSIGNEE);
  last = g_ptr_array_index (chain, 2);
  g_assert_cmpint (last->role, ==, LICET_ROLE_END_USER);
  g_assert_false (last->has_open);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parties/party/round-trips", test_round_trip);
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++) {
    g_autofree char *path = g_strconcat ("/parties/party/refuses-", defects[i].name, NULL);

    g_test_add_data_func (path, &defects[i], test_defect);
  }
  g_test_add_func ("/parties/party/missing-fields-are-named", test_missing_fields_are_named);
  g_test_add_func ("/parties/party/notifies-only-changes", test_notifies_only_changes);
  g_test_add_func ("/parties/party/words-round-trip", test_words_round_trip);
  g_test_add_func ("/parties/chain/follows-the-goods", test_chain_follows_the_goods);
  return g_test_run ();
}
