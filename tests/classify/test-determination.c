/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include <string.h>

#define CONVERTER                                                                                  \
  "{\"description\": \"Converter\", \"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": "      \
  "{\"resolution\": \"14 bit\", "                                                                  \
  "\"sample-rate\": {\"value\": \"410 MS/s\", \"source\": \"datasheet, page 4\"}}}"
/* Nothing of the law fits it, and all that it could contain or be is said. */
#define FREE(relations, answers)                                                                   \
  "{\"nature\": \"goods\", \"kinds\": [\"fiber\"], \"choices\": {\"matrix\": \"resin\"}, "         \
  "\"facts\": {\"width\": \"5 mm\"}, "                                                             \
  "\"relations\": {" relations                                                                     \
  "}, \"answers\": {\"alpha:1A003\": false, \"alpha:1C001.b#d1\": true" answers "}}"
#define FOLLOWS                                                                                    \
  FREE ("\"contains\": [\"1A001.a.2\"]",                                                           \
        ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": {\"is\": true, \"why\": \"It "  \
        "is plugged in\"}")

static const char *const one_code[] = { "1A001.a.2", NULL };

static LicetConclusion
conclude (const char *const *codes)
{
  return (LicetConclusion) {
    .codes = codes,
    .kinds_reviewed = TRUE,
    .decided_by = "K. Sommer",
    .decided_on = "2026-11-18",
  };
}

static LicetDetermination *
determine (const char *json,
           const LicetConclusion *conclusion)
{
  g_autoptr (LicetItem) item = world_item (json);
  g_autoptr (GError) error = NULL;
  LicetDetermination *made =
      licet_determination_new (item, world_list ("alpha"), conclusion, NULL, &error);

  g_assert_no_error (error);
  return made;
}

static char *
join_trail (LicetDetermination *made)
{
  g_auto (GStrv) trail = licet_determination_dup_trail (made);

  return g_strjoinv ("\n", trail);
}

typedef struct {
  const char *name;
  const char *item;
  const char *codes; /* with commas; NULL: not listed */
  const char *follows;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "listed/not-met", CONVERTER, "1A001.a.1", NULL,
    "1A001.a.1 is not met. Resolution is 14 bit; needs at least 8 bit and less than 10 bit; "
    "correct the facts" },
  { "listed/entry-of-other-kind", CONVERTER, "1A002", NULL, "1A002 is not met. Not “Amplifier”" },
  { "listed/open",
    "{\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 bit\"}}",
    "1A001.a.2", NULL, "1A001.a.2 is not yet met. Open at 1A001.a.2: Sample rate is not known" },
  { "listed/no-such-code", CONVERTER, "1A001.z", NULL, "Alpha of 2025-11-15 has no 1A001.z" },
  { "listed/category-not-here", CONVERTER, "9A001", NULL, "Alpha of 2025-11-15 has no 9A001" },
  { "listed/empty-place", CONVERTER, "1A001.a.3", NULL, "leaves this place empty" },
  { "listed/part-of-a-whole",
    "{\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"14 bit\", "
    "\"sample-rate\": \"1 GS/s\"}}",
    "1A001.b.1", NULL, "1A001.b.1 is not met" },
  { "listed/one-of-two", CONVERTER, "1A001.a.2,1A003", NULL, "1A003 is not yet met" },
  { "not-listed/met", CONVERTER, NULL, NULL,
    "the item is listed: it meets 1A001 (1A001.a.2 applies" },
  { "not-listed/open", FREE ("\"contains\": []", "") "", NULL, "x",
    "an item that follows a component is listed" },
  { "not-listed/entry-open",
    "{\"nature\": \"goods\", \"kinds\": [\"fiber\"], \"facts\": {\"width\": \"5 mm\"}, "
    "\"relations\": {\"contains\": []}, \"answers\": {\"alpha:1A003\": false}}",
    NULL, NULL, "“not listed” would be a guess with 1C001 open; answer first: Matrix?" },
  { "not-listed/no-kind", "{\"nature\": \"goods\"}", NULL, NULL,
    "would be a guess with 1A001, 1A002, 1A003, 1C001, 2A001 and 6 more open; answer first: What "
    "is it?" },
  { "not-listed/no-nature", "{\"kinds\": [\"fiber\"]}", NULL, NULL,
    "answer first: Is it goods, software or technology?" },
  { "not-listed/contains-unsaid", FREE ("", ""), NULL, NULL,
    "while Notes, 2 is open: it is not said what listed components it contains" },
  { "not-listed/component-open", FREE ("\"contains\": [\"9A001\"]", ""), NULL, NULL,
    "while Notes, 2 is open: it contains 9A001, and whether it follows it is open; Not answered: "
    "“Is the component" },
  { "not-listed/component-open-here", FREE ("\"contains\": [\"1A001.a\"]", ""), NULL, NULL,
    "would be a guess with 1A001 open" },
  { "not-listed/follows-component", FOLLOWS, NULL, NULL,
    "the item is listed: it meets 1A001 (1A001.a.2 (Notes, 2): it contains 1A001.a.2, and follows "
    "it" },
  { "not-listed/follows-component-elsewhere",
    FREE ("\"contains\": [\"9A001\"]",
          ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
    NULL, NULL, "the item is not free: by Notes, 2 it contains 9A001" },
  { "not-listed/item-of-no-case", FREE ("\"contains\": [\"item:chip\"]", ""), NULL, NULL,
    "whether that is listed here is open" },
  { "follows/not-contained",
    FREE ("\"contains\": []", ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
    "1A001.a.2", "1A001.a.2",
    "it is not said that the item contains a component listed under 1A001.a.2" },
  { "follows/contained-above-only",
    FREE ("\"contains\": [\"1A001\"]",
          ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
    "1A001.a.2", "1A001.a.2",
    "it is not certain that the item contains a component listed under 1A001.a.2" },
  { "follows/question-open",
    FREE ("\"contains\": [\"1A001.a.2\"]", ", \"alpha:#component#d1\": true"), "1A001.a.2",
    "1A001.a.2", "as long as Notes, 2 does not bear it" },
  { "follows/question-no",
    FREE ("\"contains\": [\"1A001.a.2\"]",
          ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": false"),
    "1A001.a.2", "1A001.a.2", "Answered no: “Can it be removed?”" },
  { "follows/code-not-concluded", FOLLOWS, "1A001.a.2", "1A001.a.1", "1A001.a.2 is not met" },
  { "follows/code-left-out", CONVERTER, "1A001.a.2", "1A001.a.1",
    "the component's code 1A001.a.1 is not among the codes" },
  { "follows/excepted-from-the-rule",
    FREE ("\"contains\": [\"1C001.a\"]",
          ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
    "1C001.a", "1C001.a", "not said that the item contains" },
  { "follows/software", "{\"nature\": \"software\", \"relations\": {\"contains\": [\"1A001.a\"]}}",
    "1A001.a", "1A001.a", "only goods follow a component" },
};

static void
test_refusal (gconstpointer data)
{
  const Refusal *self = data;
  g_autoptr (LicetItem) item = world_item (self->item);
  g_auto (GStrv) codes = self->codes != NULL ? g_strsplit (self->codes, ",", -1) : NULL;
  LicetConclusion conclusion = conclude ((const char *const *) codes);
  g_autoptr (GError) error = NULL;

  conclusion.follows_component = self->follows;
  g_assert_null (licet_determination_new (item, world_list ("alpha"), &conclusion, NULL, &error));
  g_assert_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_CONCLUSION);
  world_assert_contains (error->message, self->message);
}

typedef struct {
  const char *name;
  const char *decided_by;
  const char *decided_on;
  const char *review_on;
  const char *rejected;
  gboolean kinds_reviewed;
  const char *message;
} Person;

static const Person persons[] = {
  { "nobody", "  ", "2026-11-18", NULL, NULL, TRUE, "nobody is named who decides" },
  { "no-day", "K", NULL, NULL, NULL, TRUE, "the day of the decision is missing" },
  { "day-not-in-the-calendar", "K", "2026-02-30", NULL, NULL, TRUE, "is missing or no day" },
  { "review-no-day", "K", "2026-11-18", "soon", NULL, TRUE, "“soon” is no day to look again" },
  { "review-before-decision", "K", "2026-11-18", "2026-11-18", NULL, TRUE,
    "does not come after the day of the decision" },
  { "rejected-without-reason", "K", "2026-11-18", NULL, "1A002", TRUE, "“1A002” has no reason" },
  { "rejected-with-blank-reason", "K", "2026-11-18", NULL, "1A002:  ", TRUE, "has no reason" },
  { "kinds-not-reviewed", "K", "2026-11-18", NULL, NULL, FALSE,
    "ruled out only because of what the item is said to be" },
};

static void
test_person (gconstpointer data)
{
  const Person *self = data;
  g_autoptr (LicetItem) item = world_item (FREE ("\"contains\": []", ""));
  const char *const rejected[] = { self->rejected, NULL };
  const LicetConclusion conclusion = {
    .kinds_reviewed = self->kinds_reviewed,
    .rejected = rejected,
    .decided_by = self->decided_by,
    .decided_on = self->decided_on,
    .review_on = self->review_on,
  };
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_determination_new (item, world_list ("alpha"), &conclusion, NULL, &error));
  g_assert_error (error, LICET_CLASSIFY_ERROR, LICET_CLASSIFY_ERROR_CONCLUSION);
  world_assert_contains (error->message, self->message);
}

static void
test_listed (void)
{
  const LicetConclusion conclusion = conclude (one_code);
  g_autoptr (LicetDetermination) made = determine (CONVERTER, &conclusion);
  g_autofree char *trail = join_trail (made);

  g_assert_cmpint (licet_determination_get_outcome (made), ==, LICET_OUTCOME_LISTED);
  g_assert_cmpstrv (licet_determination_get_codes (made), one_code);
  g_assert_cmpstr (licet_determination_get_list_id (made), ==, "alpha");
  g_assert_cmpstr (licet_determination_get_edition (made), ==, "2025-11-15");
  g_assert_cmpstr (licet_determination_get_decided_by (made), ==, "K. Sommer");
  g_assert_cmpstr (licet_determination_get_decided_on (made), ==, "2026-11-18");
  g_assert_cmpstrv (licet_determination_get_missing_categories (made),
                    ((const char *[]) { "9", NULL }));
  g_assert_true (licet_digest_is_valid (licet_determination_get_digest (made)));
  g_assert_true (licet_determination_covers (made, "1A001"));
  g_assert_true (licet_determination_covers (made, "1A001.a.2"));
  g_assert_false (licet_determination_covers (made, "1A001.a.1"));
  world_assert_contains (trail, "Alpha, edition 2025-11-15 (Act 1; data ");
  world_assert_contains (trail, "\nNot covered: category 9 (Rockets)");
  world_assert_contains (trail, "\nSample rate: 410 MS/s (datasheet, page 4)\n");
  world_assert_contains (trail,
                         "1A001.a, edition 2025-11-15, “Analog-to-digital converters”: met. ");
  world_assert_contains (trail, "1A001.a.2, edition 2025-11-15, “12-bit ones faster than 400 "
                                "MS/s”: met. Resolution is 14 bit");
  world_assert_contains (trail, "\nNotes, 2: open; it is not said");
  world_assert_contains (trail, "\nLeft open: 1A003.");
  g_assert_true (g_str_has_suffix (trail, "Concluded by K. Sommer on 2026-11-18: 1A001.a.2"));
}

static void
test_code_is_written_as_the_list_does (void)
{
  const char *const typed[] = { "1a001.A.2.", "1A001.a.2", NULL };
  const LicetConclusion conclusion = conclude (typed);
  g_autoptr (LicetDetermination) made = determine (CONVERTER, &conclusion);

  g_assert_cmpstrv (licet_determination_get_codes (made), one_code);
}

static void
test_not_listed (void)
{
  const char *const rejected[] = { "1C001.a: The matrix is soft", NULL };
  LicetConclusion conclusion = conclude (NULL);
  g_autoptr (LicetDetermination) made = NULL;
  g_autofree char *trail = NULL;
  g_autofree char *text = NULL;

  conclusion.rejected = rejected;
  conclusion.review_on = "2027-11-18";
  made = determine (FREE ("\"contains\": []", ""), &conclusion);
  trail = join_trail (made);
  text = world_serialise (licet_determination_serialise (made));
  g_assert_cmpint (licet_determination_get_outcome (made), ==, LICET_OUTCOME_NOT_LISTED);
  g_assert_cmpstrv (licet_determination_get_codes (made), ((const char *[]) { NULL }));
  world_assert_contains (trail, "Near: 1C001 is missed only just. Nothing in it applies; nearest "
                                "is 1C001.b: 1 of 3 hold; needs 2");
  world_assert_contains (trail, "Notes, 2: not met; it is said to contain no listed component");
  world_assert_contains (trail, "Rejected by K. Sommer: 1C001.a: The matrix is soft");
  world_assert_contains (trail, "were looked through");
  world_assert_contains (
      trail,
      "Concluded by K. Sommer on 2026-11-18: not listed\nTo be looked at again on 2027-11-18");
  world_assert_contains (text,
                         "\"rejected\":[{\"by\":\"K. Sommer\",\"code\":\"1C001.a\",\"why\":\"The "
                         "matrix is soft\"},{\"code\":\"1C001\",\"why\":");
  world_assert_contains (text, "\"by-kind\":[");
  world_assert_contains (text, "{\"code\":\"1D001\",");
}

static void
test_follows_component (void)
{
  LicetConclusion conclusion = conclude (one_code);
  g_autoptr (LicetDetermination) made = NULL;
  g_autofree char *trail = NULL;

  conclusion.follows_component = "1A001.a.2";
  made = determine (FOLLOWS, &conclusion);
  trail = join_trail (made);
  g_assert_cmpint (licet_determination_get_outcome (made), ==, LICET_OUTCOME_LISTED);
  world_assert_contains (trail,
                         "1A001.a.2, edition 2025-11-15, “12-bit ones faster than 400 MS/s”: the "
                         "paragraph of a component, whose control the item follows");
  world_assert_contains (trail, "Notes, 2: met; it contains 1A001.a.2, and follows it; Answered "
                                "yes: “Is the component the principal element?”; "
                                "Answered yes: “Can it be removed?” (It is plugged in)");
}

static void
test_follows_component_of_another_category (void)
{
  const char *const codes[] = { "9A001.b", NULL };
  LicetConclusion conclusion = conclude (codes);
  g_autoptr (LicetDetermination) made = NULL;
  g_autofree char *trail = NULL;

  conclusion.follows_component = "9A001.b";
  made = determine (FREE ("\"contains\": [\"9A001.b\"]",
                          ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true"),
                    &conclusion);
  g_assert_cmpstrv (licet_determination_get_codes (made), codes);
  trail = join_trail (made);
  world_assert_contains (trail, "Alpha, 9A001.b: the paragraph of a component, whose control the "
                                "item follows; it is not in the data");
}

static LicetTruth
resolve_chip (const char *item_id,
              const char *code,
              gpointer user_data)
{
  g_assert_cmpstr (item_id, ==, "chip");
  if (g_str_equal (code, "alpha:*"))
    return LICET_MET;
  return g_str_has_prefix (code, "alpha:1A001.a") ? LICET_MET : LICET_NOT_MET;
}

/* The record is decided anew from what it kept: the case need not be there. */
static void
test_follows_item_of_the_case (void)
{
  const char *item_json = FREE ("\"contains\": [\"item:chip\"]",
                                ", \"alpha:#component#d1\": true, \"alpha:#component#d2\": true");
  const LicetClassifyOptions options = { 5, resolve_chip, NULL };
  g_autoptr (LicetItem) item = world_item (item_json);
  LicetConclusion conclusion = conclude (one_code);
  g_autoptr (LicetDetermination) made = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) complaints = NULL;

  conclusion.follows_component = "1A001.a.2";
  made = licet_determination_new (item, world_list ("alpha"), &conclusion, &options, &error);
  g_assert_no_error (error);
  text = world_serialise (licet_determination_serialise (made));
  world_assert_contains (text,
                         "\"resolved\":[{\"code\":\"alpha:*\",\"item\":\"chip\",\"truth\":\"met\"},"
                         "{\"code\":\"alpha:1A001.a\",\"item\":\"chip\",\"truth\":\"met\"},"
                         "{\"code\":\"alpha:1A001.a.2\",\"item\":\"chip\",\"truth\":\"met\"}]");
  complaints = licet_determination_check (made, item, world_list ("alpha"));
  g_assert_cmpstrv (complaints, ((const char *[]) { NULL }));
}

static void
test_notes_of_the_list_are_named (void)
{
  const char *const codes[] = { "1E001", NULL };
  LicetConclusion conclusion = conclude (codes);
  g_autoptr (LicetDetermination) technology =
      determine ("{\"nature\": \"technology\", \"relations\": {\"for\": [\"1A001.a\"]}, "
                 "\"answers\": {\"alpha:#required#d1\": true}}",
                 &conclusion);
  g_autofree char *trail = join_trail (technology);
  g_autoptr (LicetDetermination) software = NULL;
  g_autofree char *free_trail = NULL;

  world_assert_contains (trail, "Notes, technology to 1E001, “Only technology that is required.”: "
                                "met. Answered yes: “Is the technology required?”");
  conclusion = conclude (NULL);
  software = determine ("{\"nature\": \"software\", \"kinds\": [\"cad-program\"], \"relations\": "
                        "{\"for\": [\"1A001.a\"]}, "
                        "\"answers\": {\"alpha:#public\": true, \"alpha:#retail#d1\": true, "
                        "\"alpha:1D002.b#d1\": false}}",
                        &conclusion);
  free_trail = join_trail (software);
  world_assert_contains (free_trail,
                         "Notes, software, “Not software that anybody can have.”: rules out 1D001, "
                         "1D002, which would otherwise be met or open");
  world_assert_contains (free_trail,
                         "Notes, retail, “Not software from the shop.”: rules out 1D001, which");
}

static void
test_also_met_is_named (void)
{
  const char *const rejected[] = { "2A005: A toy", NULL };
  const char *const codes[] = { "2A001.a", NULL };
  LicetConclusion conclusion = conclude (codes);
  g_autoptr (LicetDetermination) made = NULL;
  g_autofree char *trail = NULL;
  g_autofree char *text = NULL;

  conclusion.rejected = rejected;
  made = determine ("{\"nature\": \"goods\", \"kinds\": [\"laser\"], \"facts\": {\"width\": \"20 "
                    "mm\"}, \"choices\": {\"scope\": \"general\"}, "
                    "\"relations\": {\"made-of\": [\"1C001\"]}, \"answers\": "
                    "{\"alpha:2A001.a#n1#d1\": false, \"alpha:2A004#d1\": true}}",
                    &conclusion);
  trail = join_trail (made);
  text = world_serialise (licet_determination_serialise (made));
  world_assert_contains (trail, "Met as well and not concluded: 2A004 (no reason given)");
  world_assert_contains (trail, "Met as well and not concluded: 2A005 (A toy)");
  world_assert_contains (text, "\"also-met\":[\"2A004\",\"2A005\"]");
}

static LicetDetermination *
read_record (const char *text,
             GError **error)
{
  g_autoptr (GError) parse_error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("record.json", text, -1, &parse_error);
  LicetJsonPlace place;

  g_assert_no_error (parse_error);
  licet_json_place_root (json, &place);
  return licet_determination_new_from_json (&place, error);
}

static void
test_digest_and_round_trip (void)
{
  const LicetConclusion conclusion = conclude (one_code);
  g_autoptr (LicetDetermination) first = determine (CONVERTER, &conclusion);
  g_autoptr (LicetDetermination) second = determine (CONVERTER, &conclusion);
  g_autoptr (LicetDetermination) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = world_serialise (licet_determination_serialise (first));
  g_autofree char *digest = licet_digest_text (text);
  g_autofree char *trail = join_trail (first);
  g_autofree char *same_trail = NULL;

  g_assert_cmpstr (licet_determination_get_digest (first), ==, digest);
  g_assert_cmpstr (licet_determination_get_digest (first), ==,
                   licet_determination_get_digest (second));
  again = read_record (text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (licet_determination_get_digest (again), ==, digest);
  g_assert_cmpstrv (licet_determination_get_codes (again), one_code);
  g_assert_cmpstr (licet_determination_get_decided_by (again), ==, "K. Sommer");
  same_trail = join_trail (again);
  g_assert_cmpstr (trail, ==, same_trail);
}

static void
test_digest_moves_with_the_facts (void)
{
  const LicetConclusion conclusion = conclude (one_code);
  LicetConclusion other = conclude (one_code);
  g_autoptr (LicetDetermination) first = determine (CONVERTER, &conclusion);
  g_autoptr (LicetDetermination) second = NULL;

  other.note = "Checked twice";
  second = determine (CONVERTER, &other);
  g_assert_cmpstr (licet_determination_get_digest (first), !=,
                   licet_determination_get_digest (second));
}

/* What is cut from, or changed in, a sound record, and what is said of it. */
static const char *const spoils[][3] = {
  { "\"licet-determination\":1", "\"licet-determination\":2",
    "a newer program may have made this record" },
  { "\"outcome\":\"listed\"", "\"outcome\":\"not-listed\"", "does not agree with the codes" },
  { "\"decided-on\":\"2026-11-18\"", "\"decided-on\":\"yesterday\"",
    "“yesterday” in “decided-on” is no day" },
  { "\"decided-by\":\"K. Sommer\"", "\"decided-by\":7", "/decided-by: " },
  { "\"near-percent\":5", "\"near-percent\":5.5", "a number with a fraction" },
  { "\"near-percent\":5", "\"near-percent\":-3", "no share in percent" },
  { "\"edition\":\"2025-11-15\"", "\"edition\":\"2025\"", "the edition “2025” is no day" },
  { "\"resolved\":[]", "\"resolved\":[{\"item\":\"a\",\"code\":\"b\",\"truth\":\"maybe\"}]",
    "“maybe” is no verdict" },
  { "\"resolved\":[]", "\"resolved\":3", "/resolved: " },
  { "\"codes\":[\"1A001.a.2\"]", "\"codes\":[1]", "/codes/0: " },
  { "\"also-met\":[]", "\"also-met\":{}", "/also-met: " },
  { "\"note\":\"n\"", "\"nota\":\"n\"", "/nota: " },
  { "\"kinds-reviewed\":true", "\"kinds-reviewed\":\"yes\"", "/kinds-reviewed: " },
  { "\"walk\":{", "\"walk\":[],\"walks\":{", "/walks: " },
  { "\"trail\":[", "\"walk\":[", NULL },
};

static void
test_spoiled (gconstpointer data)
{
  const char *const *self = data;
  LicetConclusion conclusion = conclude (one_code);
  g_autoptr (LicetDetermination) made = NULL;
  g_autoptr (LicetDetermination) read = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GString) spoiled = NULL;
  g_autoptr (GError) error = NULL;

  conclusion.note = "n";
  made = determine (CONVERTER, &conclusion);
  text = world_serialise (licet_determination_serialise (made));
  spoiled = g_string_new (text);
  g_assert_cmpuint (g_string_replace (spoiled, self[0], self[1], 1), ==, 1);
  if (self[2] == NULL) {
    g_assert_null (licet_json_parse ("record.json", spoiled->str, -1, NULL));
    return;
  }
  read = read_record (spoiled->str, &error);
  g_assert_null (read);
  world_assert_contains (error->message, self[2]);
}

static void
test_random_records (void)
{
  const LicetConclusion conclusion = conclude (one_code);
  g_autoptr (LicetDetermination) made = determine (CONVERTER, &conclusion);
  g_autofree char *sound = world_serialise (licet_determination_serialise (made));
  int length = (int) strlen (sound);

  for (guint i = 0; i < 1000; i++) {
    g_autofree char *text = g_strdup (sound);
    g_autoptr (LicetJson) json = NULL;
    g_autoptr (LicetDetermination) read = NULL;
    LicetJsonPlace place;

    for (int j = g_test_rand_int_range (1, 4); j > 0; j--)
      text[g_test_rand_int_range (0, length)] = text[g_test_rand_int_range (0, length)];
    json = licet_json_parse ("record.json", text, -1, NULL);
    if (json == NULL)
      continue;
    licet_json_place_root (json, &place);
    read = licet_determination_new_from_json (&place, NULL);
    if (read != NULL)
      g_assert_true (licet_digest_is_valid (licet_determination_get_digest (read)));
  }
}

static void
test_check (void)
{
  const LicetConclusion conclusion = conclude (one_code);
  g_autoptr (LicetDetermination) made = determine (CONVERTER, &conclusion);
  g_autoptr (LicetItem) item = world_item (CONVERTER);
  g_auto (GStrv) fits = licet_determination_check (made, item, world_list ("alpha"));
  g_auto (GStrv) changed = NULL;
  g_auto (GStrv) other_list = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpstrv (fits, ((const char *[]) { NULL }));
  g_assert_true (licet_item_set_fact (item, "sample-rate", "400 MS/s", NULL, NULL));
  licet_item_set_answer (item, "alpha:1A003", LICET_MET, NULL);
  changed = licet_determination_check (made, item, world_list ("alpha"));
  text = g_strjoinv ("\n", changed);
  g_assert_cmpstr (text, ==,
                   "facts/sample-rate was {\"source\":\"datasheet, page 4\",\"value\":\"410 "
                   "MS/s\"} and is now \"400 MS/s\"\n"
                   "answers/alpha:1A003 was not known and is now true\n"
                   "1A001.a.2 is not met. Sample rate is 400 MS/s; needs more than 400 MS/s; "
                   "correct the facts or conclude something else");
  other_list = licet_determination_check (made, item, world_list ("beta"));
  g_assert_cmpstr (other_list[0], ==, "the record is about alpha, not beta");
}

static void
test_check_not_listed (void)
{
  const LicetConclusion conclusion = conclude (NULL);
  g_autoptr (LicetDetermination) made = determine (FREE ("\"contains\": []", ""), &conclusion);
  g_autoptr (LicetItem) item = world_item (FREE ("\"contains\": []", ""));
  g_auto (GStrv) fits = licet_determination_check (made, item, world_list ("alpha"));
  g_auto (GStrv) changed = NULL;

  g_assert_cmpstrv (fits, ((const char *[]) { NULL }));
  g_assert_true (licet_item_set_fact (item, "width", NULL, NULL, NULL));
  changed = licet_determination_check (made, item, world_list ("alpha"));
  g_assert_cmpstrv (
      changed, ((const char *[]) { "facts/width was \"5 mm\" and is now not known",
                                   "“not listed” no longer holds: entries met 0, open 1", NULL }));
}

static void
test_check_edition (void)
{
  const LicetConclusion conclusion = conclude (one_code);
  g_autoptr (LicetDetermination) made = determine (CONVERTER, &conclusion);
  g_autoptr (LicetDetermination) older = NULL;
  g_autoptr (LicetItem) item = world_item (CONVERTER);
  g_autofree char *text = world_serialise (licet_determination_serialise (made));
  g_autoptr (GString) before = g_string_new (text);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) complaints = NULL;

  g_string_replace (before, "\"edition\":\"2025-11-15\"", "\"edition\":\"2024-11-08\"", 1);
  older = read_record (before->str, &error);
  g_assert_no_error (error);
  complaints = licet_determination_check (older, item, world_list ("alpha"));
  g_assert_cmpstrv (
      complaints, ((const char *[]) {
                      "Alpha was of edition 2024-11-08 and is now of edition 2025-11-15", NULL }));
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autofree char *path =
        g_strconcat ("/classify/determination/refused/", refusals[i].name, NULL);

    g_test_add_data_func (path, &refusals[i], test_refusal);
  }
  for (guint i = 0; i < G_N_ELEMENTS (persons); i++) {
    g_autofree char *path = g_strconcat ("/classify/determination/refused/", persons[i].name, NULL);

    g_test_add_data_func (path, &persons[i], test_person);
  }
  for (guint i = 0; i < G_N_ELEMENTS (spoils); i++) {
    g_autofree char *path =
        g_strdup_printf ("/classify/determination/spoiled-record-refused/%u", i);

    g_test_add_data_func (path, spoils[i], test_spoiled);
  }
  g_test_add_func ("/classify/determination/listed", test_listed);
  g_test_add_func ("/classify/determination/code-is-written-as-the-list-does",
                   test_code_is_written_as_the_list_does);
  g_test_add_func ("/classify/determination/not-listed", test_not_listed);
  g_test_add_func ("/classify/determination/follows-component", test_follows_component);
  g_test_add_func ("/classify/determination/follows-component-of-another-category",
                   test_follows_component_of_another_category);
  g_test_add_func ("/classify/determination/follows-item-of-the-case",
                   test_follows_item_of_the_case);
  g_test_add_func ("/classify/determination/notes-of-the-list-are-named",
                   test_notes_of_the_list_are_named);
  g_test_add_func ("/classify/determination/what-is-met-as-well-is-named", test_also_met_is_named);
  g_test_add_func ("/classify/determination/digest-and-round-trip", test_digest_and_round_trip);
  g_test_add_func ("/classify/determination/digest-moves-with-what-it-holds",
                   test_digest_moves_with_the_facts);
  g_test_add_func ("/classify/determination/random-records-never-crash", test_random_records);
  g_test_add_func ("/classify/determination/check/listed", test_check);
  g_test_add_func ("/classify/determination/check/not-listed", test_check_not_listed);
  g_test_add_func ("/classify/determination/check/edition", test_check_edition);
  world_open ();
  status = g_test_run ();
  world_close ();
  return status;
}
