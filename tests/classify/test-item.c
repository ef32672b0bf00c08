/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include <string.h>

/* Every member at its fullest. */
#define FULL                                                                                       \
  "{\"description\": \"14-bit converter\", \"nature\": \"goods\", \"kinds\": [\"adc\", "           \
  "\"laser\"],\n"                                                                                  \
  " \"facts\": {\"resolution\": \"14 bit\", \"sample-rate\": {\"value\": \"310 MS/s\", "           \
  "\"source\": \"datasheet, page 4\"}, \"frequency\": \"2 GHz to 18 GHz\",\n"                      \
  "  \"isolation\": \"at least 30 dB\", \"width\": \"not applicable\"},\n"                         \
  " \"choices\": {\"matrix\": [\"metal\", \"resin\"], \"stage\": \"use\"},\n"                      \
  " \"relations\": {\"for\": [], \"contains\": [\"alpha:1A001.a.2\", \"item:chip\", "              \
  "\"not-listed\"], \"part-of\": [\"9A004\"]},\n"                                                  \
  " \"answers\": {\"alpha:1A003\": true, \"alpha:#component#d1\": {\"is\": false, \"why\": \"One " \
  "part in ten\"}}}"

typedef struct {
  const char *name;
  const char *json;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "no-object", "[]", "item.json:1: /: here stands a list; write an object" },
  { "unknown-member", "{\n\"kind\": []}", "item.json:2: /kind: " },
  { "nature-unknown", "{\"nature\": \"thing\"}",
    "item.json:1: /nature: “thing” is no nature; write goods, software or technology" },
  { "nature-no-text", "{\"nature\": 3}", "/nature: here stands a number; write a text" },
  { "description-no-text", "{\"description\": []}",
    "/description: here stands a list; write a text" },
  { "kinds-no-list", "{\"kinds\": \"adc\"}", "/kinds: here stands a text" },
  { "kind-unknown", "{\"kinds\": [\n\"adc\",\n\"toaster\"]}",
    "item.json:3: /kinds/1: no kind of thing is called “toaster”; search for the word" },
  { "kind-of-another-nature", "{\"nature\": \"software\", \"kinds\": [\"adc\"]}",
    "/kinds/0: “adc” is no kind of software; change the nature or take another kind" },
  { "quantity-unknown", "{\"facts\": {\"speed\": \"3\"}}",
    "/facts/speed: no quantity is called “speed”" },
  { "unit-of-another-quantity", "{\"facts\": {\n\"resolution\": \"3 mm\"}}",
    "item.json:2: /facts/resolution: Resolution: “mm” does not measure this; use one of bit" },
  { "no-unit", "{\"facts\": {\"resolution\": \"3\"}}",
    "Resolution: the number has no unit; add one, for instance bit" },
  { "no-number", "{\"facts\": {\"resolution\": \"many\"}}", "Resolution: " },
  { "number-as-number", "{\"facts\": {\"resolution\": 14}}",
    "/facts/resolution: here stands a number; write a text" },
  { "fact-without-value", "{\"facts\": {\"resolution\": {\"source\": \"x\"}}}",
    "/facts/resolution: " },
  { "fact-with-more", "{\"facts\": {\"resolution\": {\"value\": \"3 bit\", \"page\": \"x\"}}}",
    "/facts/resolution/page: " },
  { "facts-no-object", "{\"facts\": []}", "/facts: here stands a list; write an object" },
  { "choice-unknown", "{\"choices\": {\"color\": \"red\"}}",
    "/choices/color: no property is called “color”" },
  { "choice-value-unknown", "{\"choices\": {\"matrix\": [\"gold\"]}}",
    "Matrix: there is no value “gold”; take one of metal, ceramic, resin" },
  { "relation-unknown", "{\"relations\": {\"beside\": []}}",
    "/relations/beside: “beside” is no relation; write for, contains, made-of or part-of" },
  { "relation-self", "{\"relations\": {\"self\": []}}", "“self” is no relation" },
  { "relation-no-list", "{\"relations\": {\"for\": \"1A001\"}}",
    "/relations/for: here stands a text" },
  { "relation-code-unknown", "{\"relations\": {\"for\": [\"1A001\", \"1A077\"]}}",
    "/relations/for/1: " },
  { "relation-code-of-list-unknown", "{\"relations\": {\"for\": [\"beta:1A001\"]}}",
    "/relations/for/0: " },
  { "relation-empty", "{\"relations\": {\"for\": [\"item:\"]}}",
    "/relations/for/0: nothing is named here; write a code, item:" },
  { "answer-no-truth", "{\"answers\": {\"alpha:1A003\": \"yes\"}}",
    "/answers/alpha:1A003: here stands a text; write true or false" },
  { "answer-without-is", "{\"answers\": {\"alpha:1A003\": {\"why\": \"so\"}}}",
    "/answers/alpha:1A003: " },
  { "answer-key-empty", "{\"answers\": {\"\": true}}", "this is no key of a question" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *self = data;
  g_autofree char *message = world_item_error (self->json);

  world_assert_contains (message, self->message);
}

static void
test_too_long (void)
{
  g_autofree char *words = g_strnfill (9000, 'x');
  g_autofree char *json = g_strdup_printf ("{\"description\": \"%s\"}", words);
  g_autofree char *message = world_item_error (json);

  world_assert_contains (message, "/description: the text is longer than 8000 bytes");
}

static void
test_round_trip (gconstpointer data)
{
  g_autoptr (LicetItem) item = world_item (data);
  g_autofree char *first = world_serialise (licet_item_serialise (item));
  g_autoptr (LicetItem) again = world_item (first);
  g_autofree char *second = world_serialise (licet_item_serialise (again));
  g_autoptr (LicetItem) copy = licet_item_copy (item);
  g_autofree char *third = world_serialise (licet_item_serialise (copy));

  g_assert_cmpstr (first, ==, second);
  g_assert_cmpstr (first, ==, third);
}

static void
test_absent_is_not_known (void)
{
  g_autoptr (LicetItem) item = world_item (
      "{\"kinds\": null, \"facts\": {\"resolution\": null}, \"answers\": {\"alpha:1A003\": null}}");
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (world_open ());

  g_assert_false (licet_item_has_nature (item));
  g_assert_false (licet_item_has_kinds (item));
  g_assert_null (
      licet_item_get_fact (item, licet_vocabulary_find_quantity (vocabulary, "resolution")));
  g_assert_null (licet_item_get_choice (item, licet_vocabulary_find_choice (vocabulary, "matrix")));
  g_assert_null (licet_item_get_relation (item, LICET_RELATION_FOR));
  g_assert_cmpint (licet_item_get_answer (item, "alpha:1A003", NULL), ==, LICET_UNKNOWN);
}

static void
test_everything_is_read (void)
{
  g_autoptr (LicetItem) item = world_item (FULL);
  const LicetVocabulary *vocabulary = licet_bundle_get_vocabulary (world_open ());
  g_autoptr (GPtrArray) facts = licet_item_dup_facts (item);
  g_auto (GStrv) kinds = licet_item_dup_kinds (item);
  g_auto (GStrv) keys = licet_item_dup_answer_keys (item);
  const LicetFact *fact =
      licet_item_get_fact (item, licet_vocabulary_find_quantity (vocabulary, "sample-rate"));
  const char *why = NULL;

  g_assert_cmpstr (licet_item_get_description (item), ==, "14-bit converter");
  g_assert_cmpint (licet_item_get_nature (item), ==, LICET_NATURE_GOODS);
  g_assert_cmpstrv (kinds, ((const char *[]) { "adc", "laser", NULL }));
  g_assert_cmpuint (facts->len, ==, 5);
  g_assert_cmpstr (((const LicetFact *) g_ptr_array_index (facts, 0))->quantity->id, ==,
                   "frequency");
  g_assert_cmpstr (fact->source, ==, "datasheet, page 4");
  g_assert_cmpstr (licet_value_get_text (fact->value), ==, "310 MS/s");
  g_assert_cmpstrv ((char **) licet_item_get_relation (item, LICET_RELATION_CONTAINS),
                    ((const char *[]) { "alpha:1A001.a.2", "item:chip", "not-listed", NULL }));
  g_assert_cmpstrv ((char **) licet_item_get_relation (item, LICET_RELATION_FOR),
                    ((const char *[]) { NULL }));
  g_assert_cmpstrv (keys, ((const char *[]) { "alpha:#component#d1", "alpha:1A003", NULL }));
  g_assert_cmpint (licet_item_get_answer (item, "alpha:#component#d1", &why), ==, LICET_NOT_MET);
  g_assert_cmpstr (why, ==, "One part in ten");
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_changes_notify (void)
{
  g_autoptr (LicetItem) item = licet_item_new (world_open ());
  guint changes = 0;
  guint kinds = 0;
  guint descriptions = 0;

  g_signal_connect_swapped (item, "changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect_swapped (item, "notify::kinds", G_CALLBACK (count_cb), &kinds);
  g_signal_connect_swapped (item, "notify::description", G_CALLBACK (count_cb), &descriptions);
  licet_item_set_description (item, "A thing");
  licet_item_set_description (item, "A thing");
  g_assert_cmpuint (descriptions, ==, 1);
  g_assert_true (licet_item_add_kind (item, "adc", NULL));
  g_assert_true (licet_item_add_kind (item, "adc", NULL));
  g_assert_cmpuint (kinds, ==, 1);
  licet_item_remove_kind (item, "laser");
  g_assert_cmpuint (kinds, ==, 1);
  g_assert_true (licet_item_set_fact (item, "width", "3 mm", NULL, NULL));
  licet_item_set_answer (item, "x", LICET_MET, NULL);
  g_assert_cmpuint (changes, ==, 4);
}

static void
test_refused_fact_stays (void)
{
  g_autoptr (LicetItem) item = licet_item_new (world_open ());
  const LicetQuantity *width =
      licet_vocabulary_find_quantity (licet_bundle_get_vocabulary (world_open ()), "width");
  g_autoptr (GError) error = NULL;

  g_assert_true (licet_item_set_fact (item, "width", "3 mm", NULL, NULL));
  g_assert_false (licet_item_set_fact (item, "width", "3 GHz", NULL, &error));
  g_assert_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT);
  g_assert_cmpstr (licet_value_get_text (licet_item_get_fact (item, width)->value), ==, "3 mm");
  g_assert_true (licet_item_set_fact (item, "width", NULL, NULL, NULL));
  g_assert_null (licet_item_get_fact (item, width));
}

static void
test_refused_relation_stays (void)
{
  g_autoptr (LicetItem) item = licet_item_new (world_open ());
  g_autoptr (GError) error = NULL;

  g_assert_true (licet_item_set_relation (item, LICET_RELATION_FOR,
                                          (const char *const[]) { "1A001", NULL }, NULL));
  g_assert_false (licet_item_set_relation (
      item, LICET_RELATION_FOR, (const char *const[]) { "1A002", "1A077", NULL }, &error));
  g_assert_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_FACT);
  g_assert_cmpstrv ((char **) licet_item_get_relation (item, LICET_RELATION_FOR),
                    ((const char *[]) { "1A001", NULL }));
  g_assert_true (licet_item_set_relation (item, LICET_RELATION_FOR, NULL, NULL));
  g_assert_null (licet_item_get_relation (item, LICET_RELATION_FOR));
}

/* Whatever a window puts in can be read back from the file. */
static void
test_long_texts_are_cut (void)
{
  g_autoptr (LicetItem) item = licet_item_new (world_open ());
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (LicetItem) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const char *why = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (words, "€ü");
  licet_item_set_description (item, words->str);
  licet_item_set_answer (item, "k", LICET_MET, words->str);
  g_assert_true (licet_item_set_fact (item, "width", "3 mm", words->str, NULL));
  g_assert_true (g_utf8_validate (licet_item_get_description (item), -1, NULL));
  g_assert_cmpuint (strlen (licet_item_get_description (item)), ==, LICET_ITEM_MAX_TEXT);
  (void) licet_item_get_answer (item, "k", &why);
  g_assert_cmpuint (strlen (why), ==, LICET_ITEM_MAX_TEXT);
  first = world_serialise (licet_item_serialise (item));
  again = world_item (first);
  second = world_serialise (licet_item_serialise (again));
  g_assert_cmpstr (first, ==, second);
}

static void
test_nature_takes_kinds_back (void)
{
  g_autoptr (LicetItem) item = licet_item_new (world_open ());
  g_auto (GStrv) kinds = NULL;

  g_assert_true (licet_item_add_kind (item, "adc", NULL));
  g_assert_true (licet_item_add_kind (item, "cad-program", NULL));
  licet_item_set_nature (item, LICET_NATURE_SOFTWARE);
  kinds = licet_item_dup_kinds (item);
  g_assert_cmpstrv (kinds, ((const char *[]) { "cad-program", NULL }));
}

/* Parts of sound files, cut and stirred: an error or an item, never anything else. */
static void
test_random_files (void)
{
  const gsize length = strlen (FULL);

  for (guint i = 0; i < 3000; i++) {
    g_autofree char *text = g_strdup (FULL);
    g_autoptr (LicetJson) json = NULL;
    g_autoptr (LicetItem) item = NULL;
    LicetJsonPlace place;

    for (int j = g_test_rand_int_range (1, 6); j > 0; j--)
      text[g_test_rand_int_range (0, (int) length)] = text[g_test_rand_int_range (0, (int) length)];
    json = licet_json_parse ("item.json", text, -1, NULL);
    if (json == NULL)
      continue;
    licet_json_place_root (json, &place);
    item = licet_item_new_from_json (world_open (), &place, NULL);
  }
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autofree char *path = g_strconcat ("/classify/item/refused/", refusals[i].name, NULL);

    g_test_add_data_func (path, &refusals[i], test_refusal);
  }
  g_test_add_func ("/classify/item/refused/too-long", test_too_long);
  g_test_add_data_func ("/classify/item/round-trip/full", FULL, test_round_trip);
  g_test_add_data_func ("/classify/item/round-trip/empty", "{}", test_round_trip);
  g_test_add_func ("/classify/item/absent-is-not-known", test_absent_is_not_known);
  g_test_add_func ("/classify/item/everything-is-read", test_everything_is_read);
  g_test_add_func ("/classify/item/changes-notify", test_changes_notify);
  g_test_add_func ("/classify/item/refused-fact-stays-as-it-was", test_refused_fact_stays);
  g_test_add_func ("/classify/item/refused-relation-stays-as-it-was", test_refused_relation_stays);
  g_test_add_func ("/classify/item/long-texts-are-cut", test_long_texts_are_cut);
  g_test_add_func ("/classify/item/nature-takes-other-kinds-back", test_nature_takes_kinds_back);
  g_test_add_func ("/classify/item/random-files-never-crash", test_random_files);
  world_open ();
  status = g_test_run ();
  world_close ();
  return status;
}
