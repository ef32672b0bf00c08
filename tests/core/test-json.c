/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-core.h>

#include <string.h>

typedef struct {
  const char *name;
  const char *text;
  const char *says; /* what the message must hold; NULL: the text is read */
} ParseCase;

static const ParseCase parse_cases[] = {
  { "object", "{\"a\": 1}", NULL },
  { "escapes", "\"\\u00e9\\ud83d\\ude00\\n\"", NULL },
  { "member-twice", "{\n\"a\": 1,\n\"a\": 2}", "t.json:3:" },
  { "comment", "{ // no\n}", "t.json:1:" },
  { "trailing-comma", "[1,\n2,\n]", "t.json:3:" },
  { "two-documents", "{} {}", "t.json:1:" },
  { "truncated", "{\"a\": [1, 2", "t.json:1:" },
  { "empty", "", "t.json" },
  { "bad-utf8", "\"\xff\"", "t.json:1:" },
  { "lone-surrogate", "\"\\ud83d\"", "t.json:1:" },
  { "low-surrogate-first", "\"\\ude00\\ud83d\"", "t.json:1:" },
  { "byte-order-mark", "\xef\xbb\xbf[]", "t.json:1: a byte order mark stands before" },
  { "nul-in-text", "[\n\"a\\u0000b\"]", "t.json:2:" },
  { "leading-zero", "[01]", "t.json:1:" },
  { "nan", "[NaN]", "t.json:1:" },
  { "raw-control-character", "\"a\tb\"", "t.json:1:" },
};

static void
test_parse (gconstpointer data)
{
  const ParseCase *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("t.json", row->text, -1, &error);

  if (row->says == NULL) {
    g_assert_no_error (error);
    g_assert_nonnull (json);
    return;
  }
  g_assert_null (json);
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_JSON);
  g_assert_nonnull (strstr (error->message, row->says));
}

static void
test_depth_is_limited (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) deep = g_string_new (NULL);

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  g_assert_null (licet_json_parse ("deep.json", deep->str, -1, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_JSON);
}

static void
test_complaint_names_line_and_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse (
      "case.json", "{\n \"items\": [\n  {\"id\": \"a/b\"},\n  {\"id\": 5}\n ]\n}", -1, NULL);
  LicetJsonPlace root, items, second, id;
  const char *text = NULL;

  licet_json_place_root (json, &root);
  g_assert_true (licet_json_place_member (&root, "items", &items, NULL));
  licet_json_place_element (&items, 1, &second);
  g_assert_true (licet_json_place_member (&second, "id", &id, NULL));
  g_assert_false (licet_json_place_string (&id, &text, &error));
  g_assert_null (text);
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_MEMBER);
  g_assert_true (g_str_has_prefix (error->message, "case.json:4: /items/1/id: "));
  g_assert_nonnull (strstr (error->message, "; "));
}

static void
test_unknown_member_is_named (void)
{
  static const char *const known[] = { "a", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("t.json", "{\"a\": 1, \"colour\": 2}", -1, NULL);
  LicetJsonPlace root;

  licet_json_place_root (json, &root);
  g_assert_false (licet_json_place_refuse_unknown (&root, known, &error));
  g_assert_nonnull (strstr (error->message, "colour"));
}

static void
test_canonical_form (void)
{
  g_autoptr (LicetJson) json =
      licet_json_parse ("t.json",
                        " { \"b\" : [ true , null , -12 ] , \"a\" : \"\\u00e9\\u0001\\/\" , \"B\" "
                        ": {}, \"f\" : [0.10, -2.5e-7, 1e3, 17.345] } ",
                        -1, NULL);
  g_autofree char *text = licet_json_serialise (licet_json_get_root (json));

  g_assert_cmpstr (
      text, ==,
      "{\"B\":{},\"a\":\"é\\u0001/\",\"b\":[true,null,-12],\"f\":[0.1,-2.5e-07,1000,17.345]}");
}

static JsonNode *
random_node (GRand *rand,
             guint depth)
{
  static const char *const texts[] = { "",     "a",  "é",
                                       "\"",   "\\", "\n",
                                       "\x01", "😀", "long text with blanks" };
  JsonNode *node;

  switch (g_rand_int_range (rand, 0, depth < 4 ? 6 : 4)) {
  case 0:
    return json_node_init_boolean (json_node_alloc (), g_rand_boolean (rand));
  case 1:
    return json_node_init_int (json_node_alloc (), (gint64) g_rand_int (rand) - G_MAXINT32);
  case 2:
    return json_node_init_null (json_node_alloc ());
  case 3:
    return json_node_init_string (json_node_alloc (),
                                  texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  case 4: {
    g_autoptr (JsonArray) array = json_array_new ();

    for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
      json_array_add_element (array, random_node (rand, depth + 1));
    node = json_node_init_array (json_node_alloc (), array);
    return node;
  }
  default: {
    g_autoptr (JsonObject) object = json_object_new ();

    for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
      json_object_set_member (object, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))],
                              random_node (rand, depth + 1));
    node = json_node_init_object (json_node_alloc (), object);
    return node;
  }
  }
}

static void
test_canonical_form_round_trips (void)
{
  guint32 seed = g_random_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++) {
    g_autoptr (JsonNode) node = random_node (rand, 0);
    g_autofree char *once = licet_json_serialise (node);
    g_autofree char *pretty = licet_json_serialise_pretty (node);
    g_autoptr (GError) error = NULL;
    g_autoptr (LicetJson) json = licet_json_parse ("t.json", once, -1, &error);
    g_autoptr (LicetJson) from_pretty = NULL;
    g_autofree char *twice = NULL;
    g_autofree char *thrice = NULL;

    g_assert_no_error (error);
    twice = licet_json_serialise (licet_json_get_root (json));
    g_assert_cmpstr (once, ==, twice);
    from_pretty = licet_json_parse ("t.json", pretty, -1, &error);
    g_assert_no_error (error);
    thrice = licet_json_serialise (licet_json_get_root (from_pretty));
    g_assert_cmpstr (once, ==, thrice);
  }
}

/* Damaged documents give an error or a document, never a crash; a document is valid UTF-8 throughout. */
static void
test_random_damage (void)
{
  static const char sample[] = "{\"items\": [{\"id\": \"b\\u00e9\", \"n\": -12, \"t\": [true, "
                               "false, null]}], \"x\": {\"y\": \"z\"}}";
  guint32 seed = g_random_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++) {
    char text[sizeof sample];
    g_autoptr (GError) error = NULL;
    g_autoptr (LicetJson) json = NULL;
    gssize length = g_rand_int_range (rand, 0, sizeof sample);

    memcpy (text, sample, sizeof sample);
    for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
      text[g_rand_int_range (rand, 0, sizeof sample - 1)] = (char) g_rand_int_range (rand, 0, 256);
    json = licet_json_parse ("t.json", text, length, &error);
    g_assert_true ((json == NULL) == (error != NULL));
    if (json != NULL) {
      JsonNode *root = licet_json_get_root (json);

      g_assert_nonnull (root);
    }
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parse_cases); i++) {
    g_autofree char *path =
        g_strconcat (parse_cases[i].says == NULL ? "/core/json/reads-" : "/core/json/refuses-",
                     parse_cases[i].name, NULL);

    g_test_add_data_func (path, &parse_cases[i], test_parse);
  }
  g_test_add_func ("/core/json/depth-is-limited", test_depth_is_limited);
  g_test_add_func ("/core/json/complaint-names-line-and-place",
                   test_complaint_names_line_and_place);
  g_test_add_func ("/core/json/unknown-member-is-named", test_unknown_member_is_named);
  g_test_add_func ("/core/json/canonical-form", test_canonical_form);
  g_test_add_func ("/core/json/canonical-form-round-trips", test_canonical_form_round_trips);
  g_test_add_func ("/core/json/random-damage", test_random_damage);
  return g_test_run ();
}
