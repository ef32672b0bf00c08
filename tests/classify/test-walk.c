/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

static LicetWalk *
walk (LicetItem *item,
      const char *list)
{
  g_autoptr (GError) error = NULL;
  LicetWalk *made = licet_walk_new (item, world_list (list), NULL, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static const LicetWalkEntry *
find_entry (LicetWalk *made,
            const char *code)
{
  GPtrArray *entries = licet_walk_get_entries (made);

  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (g_str_equal (entry->entry->full, code))
      return entry;
  }
  g_assert_not_reached ();
}

static char *
join_order (LicetWalk *made)
{
  GPtrArray *entries = licet_walk_get_entries (made);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            ((const LicetWalkEntry *) g_ptr_array_index (entries, i))->entry->full);
  return g_string_free (text, FALSE);
}

#define CONVERTER                                                                                  \
  "{\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 bit\", "         \
  "\"sample-rate\": \"410 MS/s\"}}"

static void
test_order (void)
{
  g_autoptr (LicetItem) item = world_item (CONVERTER);
  g_autoptr (LicetWalk) made = walk (item, "alpha");
  g_autofree char *order = join_order (made);

  /* Met; open; ruled out by nature or facts; by kind, amplifiers nearer to converters than lasers and fibers. */
  g_assert_cmpstr (
      order, ==,
      "1A001 1A003 1D001 1D002 1E001 2A007 1A002 2A006 1C001 2A001 2A002 2A003 2A004 2A005 2A008");
  g_assert_cmpuint (licet_walk_count (made, LICET_MET), ==, 1);
  g_assert_cmpuint (licet_walk_count (made, LICET_UNKNOWN), ==, 1);
  g_assert_cmpuint (licet_walk_count (made, LICET_NOT_MET), ==, 13);
  g_assert_false (licet_walk_can_conclude_not_listed (made));
}

static void
test_reasons (void)
{
  g_autoptr (LicetItem) item = world_item (CONVERTER);
  g_autoptr (LicetWalk) made = walk (item, "alpha");

  g_assert_cmpstr (find_entry (made, "1A001")->why, ==,
                   "1A001.a.2 applies: Resolution is 14 bit; needs at least 12 bit; Sample rate is "
                   "410 MS/s; needs more than 400 MS/s");
  g_assert_true (find_entry (made, "1A001")->near);
  g_assert_cmpstr (find_entry (made, "1A003")->why, ==,
                   "Open at 1A003: Not answered: “Lasers for the field”");
  g_assert_cmpstr (find_entry (made, "1D001")->why, ==, "It is about software; the item is goods");
  g_assert_cmpstr (find_entry (made, "1A002")->why, ==, "Not “Amplifier”: said to be “ADC”");
  g_assert_true (find_entry (made, "1A002")->by_kind);
  g_assert_cmpuint (find_entry (made, "1A002")->distance, ==, 3);
  g_assert_cmpuint (find_entry (made, "2A001")->distance, ==, 4);
}

/* What the item is counts for nothing: the way is to the nearest kind that it is not. */
static void
test_distance_is_to_another_kind (void)
{
  g_autoptr (LicetItem) item = world_item (
      "{\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"11 bit\"}}");
  g_autoptr (LicetWalk) made = walk (item, "alpha");

  g_assert_true (find_entry (made, "1A001")->by_kind);
  g_assert_cmpuint (find_entry (made, "1A001")->distance, ==, 2);
}

static void
test_near_miss_is_named (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 "
                  "bit\", \"sample-rate\": \"399 MS/s\"}}");
  g_autoptr (LicetWalk) made = walk (item, "alpha");
  const LicetWalkEntry *entry = find_entry (made, "1A001");

  g_assert_cmpint (entry->verdict, ==, LICET_NOT_MET);
  g_assert_true (entry->near);
  g_assert_cmpstr (entry->why, ==,
                   "Nothing in it applies; nearest is 1A001.a.2: Sample rate is 399 MS/s; needs "
                   "more than 400 MS/s");
}

static void
test_nothing_known_leaves_goods_open (void)
{
  g_autoptr (LicetItem) item = licet_item_new (world_open ());
  g_autoptr (LicetWalk) made = walk (item, "alpha");
  g_autoptr (GPtrArray) questions = licet_questions_for_walk (made, item, 10);

  /* Only the places that the law leaves empty are ruled out. */
  g_assert_cmpuint (licet_walk_count (made, LICET_UNKNOWN), ==, 14);
  g_assert_cmpstr (((LicetQuestion *) g_ptr_array_index (questions, 0))->missing, ==, "nature:");
}

static void
test_cancelled (void)
{
  g_autoptr (LicetItem) item = world_item (CONVERTER);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (licet_walk_new (item, world_list ("alpha"), NULL, cancellable, &error));
  g_assert_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_CANCELLED);
}

/* Goods of another kind with a listed converter in them. */
#define BOARD(relations, answers)                                                                  \
  "{\"nature\": \"goods\", \"kinds\": [\"fiber\"], \"choices\": {\"matrix\": \"resin\"}, "         \
  "\"facts\": {\"width\": \"9 mm\"}, "                                                             \
  "\"relations\": {" relations                                                                     \
  "}, \"answers\": {\"alpha:1A003\": false, \"alpha:1C001.b#d1\": true" answers "}}"

typedef struct {
  const char *name;
  const char *item;
  LicetTruth truth;
  LicetTruth entry; /* 1A001 */
  gboolean can_conclude;
  const char *why;
} Component;

static const Component components[] = {
  { "unsaid-is-open", BOARD ("", ""), LICET_UNKNOWN, LICET_NOT_MET, FALSE,
    "it is not said what listed components it contains" },
  { "nothing", BOARD ("\"contains\": []", ""), LICET_NOT_MET, LICET_NOT_MET, TRUE,
    "no listed component" },
  { "not-listed", BOARD ("\"contains\": [\"not-listed\"]", ""), LICET_NOT_MET, LICET_NOT_MET, TRUE,
    "no listed component" },
  { "questions-open", BOARD ("\"contains\": [\"1A001.a.2\"]", ""), LICET_UNKNOWN, LICET_UNKNOWN,
    FALSE, "Not answered: “Is the component the principal element?”" },
  { "one-question-open", BOARD ("\"contains\": [\"1A001.a.2\"]", ", \"alpha:#component#d1\": true"),
    LICET_UNKNOWN, LICET_UNKNOWN, FALSE, "Not answered: “Can it be removed?”" },
  { "one-question-no", BOARD ("\"contains\": [\"1A001.a.2\"]", ", \"alpha:#component#d1\": false"),
    LICET_NOT_MET, LICET_NOT_MET, TRUE, "does not follow it" },
  { "both-yes",
    BOARD ("\"contains\": [\"alpha:1A001.a.2\"]",
           ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
    LICET_MET, LICET_MET, FALSE, "and follows it" },
  { "in-a-category-not-here",
    BOARD ("\"contains\": [\"9A001\"]",
           ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
    LICET_MET, LICET_NOT_MET, FALSE, "9A001, and follows it" },
  { "excepted-from-the-rule",
    BOARD ("\"contains\": [\"1C001.a\"]",
           ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
    LICET_NOT_MET, LICET_NOT_MET, TRUE, "no listed component" },
  { "item-without-case-is-open",
    BOARD ("\"contains\": [\"item:chip\"]",
           ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
    LICET_UNKNOWN, LICET_NOT_MET, FALSE, "whether that is listed here is open" },
};

static void
test_component (gconstpointer data)
{
  const Component *self = data;
  g_autoptr (LicetItem) item = world_item (self->item);
  g_autoptr (LicetWalk) made = walk (item, "alpha");
  const char *why = NULL;

  g_assert_cmpint (licet_walk_get_component_truth (made, &why), ==, self->truth);
  world_assert_contains (why, self->why);
  g_assert_cmpint (find_entry (made, "1A001")->verdict, ==, self->entry);
  g_assert_cmpint (licet_walk_can_conclude_not_listed (made), ==, self->can_conclude);
}

/* An item that is listed itself is so whatever it contains. */
static void
test_component_does_not_weaken (void)
{
  g_autoptr (LicetItem) item = world_item (CONVERTER);
  g_autoptr (LicetWalk) made = NULL;

  (void) licet_item_set_relation (item, LICET_RELATION_CONTAINS,
                                  (const char *const[]) { "1A001.a.1", NULL }, NULL);
  made = walk (item, "alpha");
  g_assert_cmpint (licet_walk_get_component_truth (made, NULL), ==, LICET_UNKNOWN);
  g_assert_cmpint (find_entry (made, "1A001")->verdict, ==, LICET_MET);
  world_assert_contains (find_entry (made, "1A001")->why, "1A001.a.2 applies");
}

static void
test_software_follows_nothing (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{\"nature\": \"software\", \"kinds\": [\"cad-program\"]}");
  g_autoptr (LicetWalk) made = walk (item, "alpha");

  g_assert_cmpint (licet_walk_get_component_truth (made, NULL), ==, LICET_NOT_MET);
}

static void
test_kind_is_asked_first (void)
{
  g_autoptr (LicetItem) item = world_item ("{\"nature\": \"goods\"}");
  g_autoptr (LicetWalk) made = walk (item, "alpha");
  g_autoptr (GPtrArray) questions = licet_questions_for_walk (made, item, 3);
  const LicetQuestion *question = g_ptr_array_index (questions, 0);

  g_assert_cmpuint (questions->len, ==, 3);
  g_assert_cmpstr (question->missing, ==, "kind:");
  g_assert_cmpstr (question->text, ==, "What is it?");
  g_assert_nonnull (question->help);
  g_assert_cmpuint (question->settles, >, 15);
  g_assert_cmpuint (question->settles, <, question->open);
  g_assert_cmpstrv (question->codes,
                    ((const char *[]) { "1A001", "1A002", "1C001", "2A001", "2A002", "2A003",
                                        "2A004", "2A005", "2A006", "2A008", NULL }));
}

static void
test_most_settling_first (void)
{
  g_autoptr (LicetItem) item = world_item (
      "{\"nature\": \"goods\", \"kinds\": [\"amplifier\"], \"answers\": {\"alpha:1A003\": false}}");
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, world_node ("1A002"), NULL);
  g_autoptr (GPtrArray) questions = licet_questions_for_sheet (sheet, item, 100);
  const LicetQuestion *first = g_ptr_array_index (questions, 0);

  /* Peak power and frequency each bear on three of the ten paragraphs; the one asked for first comes first. */
  g_assert_cmpuint (first->open, ==, 10);
  g_assert_cmpuint (first->settles, ==, 3);
  g_assert_cmpstr (first->missing, ==, "quantity:peak-power");
  g_assert_cmpstr (first->text, ==, "What is its peak power, in W?");
  for (guint i = 1; i < questions->len; i++)
    g_assert_cmpuint (((LicetQuestion *) g_ptr_array_index (questions, i))->settles, <=,
                      ((LicetQuestion *) g_ptr_array_index (questions, i - 1))->settles);
}

/* Two of three must hold: while nothing is known no answer alone decides; with one known each of the others does. */
static void
test_settles_alone_only (void)
{
  g_autoptr (LicetItem) item = world_item ("{\"nature\": \"goods\", \"kinds\": [\"fiber\"]}");
  g_autoptr (LicetClauseSheet) before = licet_clause_sheet_new (item, world_node ("1C001.b"), NULL);
  g_autoptr (GPtrArray) first = licet_questions_for_sheet (before, item, 10);
  g_autoptr (LicetClauseSheet) after = NULL;
  g_autoptr (GPtrArray) second = NULL;

  g_assert_cmpuint (first->len, ==, 3);
  for (guint i = 0; i < first->len; i++)
    g_assert_cmpuint (((LicetQuestion *) g_ptr_array_index (first, i))->settles, ==, 0);
  g_assert_true (licet_item_set_fact (item, "width", "4 mm", NULL, NULL));
  after = licet_clause_sheet_new (item, world_node ("1C001.b"), NULL);
  second = licet_questions_for_sheet (after, item, 10);
  g_assert_cmpuint (second->len, ==, 2);
  for (guint i = 0; i < second->len; i++)
    g_assert_cmpuint (((LicetQuestion *) g_ptr_array_index (second, i))->settles, ==, 1);
}

static const char *const asked[][3] = {
  { "1D001", "{\"nature\": \"software\"}", "choice:stage|relation:for" },
  /* Whether something takes it out is asked when it would be in. */
  { "1D001",
    "{\"nature\": \"software\", \"choices\": {\"stage\": [\"development\"]},"
    " \"relations\": {\"for\": [\"alpha:1A001.a\"]}}",
    "answer:alpha:#public|answer:alpha:#retail#d1" },
  { "2A003", "{\"nature\": \"goods\", \"kinds\": [\"laser\"]}", "answer:alpha:9A001" },
  { "2A004", "{\"nature\": \"goods\", \"kinds\": [\"laser\"]}",
    "answer:alpha:2A004#d1|choice:scope|relation:part-of" },
  { "2A002", "{\"nature\": \"goods\", \"kinds\": [\"laser\"], \"facts\": {\"width\": \"20 mm\"}}",
    "choice:matrix" },
  { "1A001.a.1",
    "{\"nature\": \"goods\", \"kinds\": [\"converter\"], \"facts\": {\"resolution\": \"9 bit\"}}",
    "kind:adc|quantity:sample-rate" },
  { "1A001.b", "{\"nature\": \"goods\", \"kinds\": [\"dac\"]}",
    "quantity:resolution|quantity:sample-rate" },
  { "1A002.b",
    "{\"nature\": \"goods\", \"kinds\": [\"amplifier\"], \"facts\": {\"frequency\": \"4 GHz\"}}",
    "" },
  { "1C001.b", "{\"nature\": \"goods\", \"kinds\": [\"fiber\"], \"facts\": {\"width\": \"4 mm\"}}",
    "choice:matrix|answer:alpha:1C001.b#d1" },
};

static void
test_asked (gconstpointer data)
{
  const char *const *self = data;
  g_autoptr (LicetItem) item = world_item (self[1]);
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, world_node (self[0]), NULL);
  g_autoptr (GPtrArray) questions = licet_questions_for_sheet (sheet, item, 100);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++) {
    const LicetQuestion *question = g_ptr_array_index (questions, i);

    g_assert_cmpuint (strlen (question->text), >, 5);
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", question->missing);
  }
  g_assert_cmpstr (text->str, ==, self[2]);
}

static void
test_component_is_asked (void)
{
  g_autoptr (LicetItem) item = world_item (BOARD ("", ""));
  g_autoptr (LicetWalk) made = walk (item, "alpha");
  g_autoptr (GPtrArray) questions = licet_questions_for_walk (made, item, 10);

  g_assert_cmpuint (questions->len, ==, 1);
  g_assert_cmpstr (((LicetQuestion *) g_ptr_array_index (questions, 0))->missing, ==,
                   "relation:contains");
  (void) licet_item_set_relation (item, LICET_RELATION_CONTAINS,
                                  (const char *const[]) { "1A001.a", NULL }, NULL);
  g_clear_pointer (&made, licet_walk_unref);
  g_clear_pointer (&questions, g_ptr_array_unref);
  made = walk (item, "alpha");
  questions = licet_questions_for_walk (made, item, 10);
  g_assert_cmpuint (questions->len, ==, 2);
  g_assert_cmpstr (((LicetQuestion *) g_ptr_array_index (questions, 0))->missing, ==,
                   "answer:alpha:#component#d1");
  g_assert_cmpstr (((LicetQuestion *) g_ptr_array_index (questions, 1))->text, ==,
                   "Can it be removed?");
}

static void
test_as_json (void)
{
  g_autoptr (LicetItem) item = world_item (CONVERTER);
  g_autoptr (LicetWalk) made = walk (item, "alpha");
  g_autofree char *text = world_serialise (licet_walk_serialise (made));

  world_assert_contains (text, "\"counts\":{\"met\":1,\"not-met\":13,\"unknown\":1}");
  world_assert_contains (text, "\"not-covered\":[\"9\"]");
  world_assert_contains (text, "{\"code\":\"1A001\",\"heading\":\"Converters\",\"near\":true,"
                               "\"verdict\":\"met\",\"why\":\"1A001.a.2 applies");
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/classify/walk/order", test_order);
  g_test_add_func ("/classify/walk/reasons", test_reasons);
  g_test_add_func ("/classify/walk/distance-is-to-another-kind", test_distance_is_to_another_kind);
  g_test_add_func ("/classify/walk/near-miss-is-named", test_near_miss_is_named);
  g_test_add_func ("/classify/walk/nothing-known-leaves-all-open",
                   test_nothing_known_leaves_goods_open);
  g_test_add_func ("/classify/walk/cancelled", test_cancelled);
  g_test_add_func ("/classify/walk/component-does-not-weaken", test_component_does_not_weaken);
  g_test_add_func ("/classify/walk/software-follows-no-component", test_software_follows_nothing);
  g_test_add_func ("/classify/walk/as-json", test_as_json);
  for (guint i = 0; i < G_N_ELEMENTS (components); i++) {
    g_autofree char *path = g_strconcat ("/classify/component/", components[i].name, NULL);

    g_test_add_data_func (path, &components[i], test_component);
  }
  g_test_add_func ("/classify/question/kind-is-asked-first", test_kind_is_asked_first);
  g_test_add_func ("/classify/question/most-settling-first", test_most_settling_first);
  g_test_add_func ("/classify/question/settles-what-it-settles-alone", test_settles_alone_only);
  g_test_add_func ("/classify/question/component-is-asked", test_component_is_asked);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {
    g_autofree char *path =
        g_strdup_printf ("/classify/question/of/%u-%s", i, asked[i][0]);

    g_test_add_data_func (path, asked[i], test_asked);
  }
  world_open ();
  status = g_test_run ();
  world_close ();
  return status;
}
