/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "world.h"

#include <licet-tester-private.h>

#define LASER "\"nature\": \"goods\", \"kinds\": [\"laser\"]"

typedef struct {
  const char *name;
  const char *item;
  const char *node;
  LicetTruth verdict;
  gboolean by_kind;
  gboolean near;
  const char *why;
} Case;

static const Case cases[] = {
  /* paragraphs together */
  { "any/one-is-enough",
    "\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 bit\", "
    "\"sample-rate\": \"410 MS/s\"}",
    "1A001", LICET_MET, FALSE, TRUE, "1A001.a applies" },
  { "any/none-applies",
    "\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"11 bit\"}", "1A001",
    LICET_NOT_MET, TRUE, FALSE, "None of its 2 paragraphs applies" },
  { "any/one-is-open",
    "\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 bit\"}", "1A001",
    LICET_UNKNOWN, FALSE, FALSE, "It depends on 1A001.a" },
  { "all/both",
    "\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"14 bit\", "
    "\"sample-rate\": \"9 GS/s\"}",
    "1A001.b", LICET_MET, FALSE, FALSE, "All of its 3 parts hold" },
  { "all/one-fails",
    "\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"8 bit\"}",
    "1A001.b", LICET_NOT_MET, FALSE, FALSE,
    "1A001.b.1, one of the parts that all must hold, does not" },
  { "all/one-is-open",
    "\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"14 bit\"}",
    "1A001.b", LICET_UNKNOWN, FALSE, FALSE, "It depends on 1A001.b.2" },
  { "all/a-part-is-not-met-without-the-others",
    "\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"14 bit\", "
    "\"sample-rate\": \"1 GS/s\"}",
    "1A001.b.1", LICET_NOT_MET, FALSE, FALSE, "above it does not hold" },
  { "above/child-needs-its-parent",
    "\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"9 bit\", "
    "\"sample-rate\": \"2 GS/s\"}",
    "1A001.a.1", LICET_NOT_MET, TRUE, FALSE, "What stands above it does not hold" },
  { "above/open-parent-leaves-open",
    "\"nature\": \"goods\", \"facts\": {\"resolution\": \"9 bit\", \"sample-rate\": \"2 GS/s\"}",
    "1A001.a.1", LICET_UNKNOWN, FALSE, FALSE, "What stands above it is open" },
  { "unused/is-not-met", "\"nature\": \"goods\", \"kinds\": [\"adc\"]", "1A001.a.3", LICET_NOT_MET,
    FALSE, FALSE, "leaves this place empty" },
  { "unused/heading-over-nothing", "\"nature\": \"goods\"", "2A007", LICET_NOT_MET, FALSE, FALSE,
    "None of its 2 paragraphs" },

  /* nature and kind */
  { "nature/other-is-not-met-and-not-by-kind",
    "\"nature\": \"software\", \"kinds\": [\"cad-program\"]", "1A001", LICET_NOT_MET, FALSE, FALSE,
    "It is about goods; the item is software" },
  { "nature/unknown-leaves-open",
    "\"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 bit\", \"sample-rate\": \"9 GS/s\"}",
    "1A001", LICET_UNKNOWN, FALSE, FALSE, "it is not said whether the item is" },
  { "kind/ruled-out-by-kind-alone", "\"nature\": \"goods\", \"kinds\": [\"laser\"]", "1A001",
    LICET_NOT_MET, TRUE, FALSE, "None of its 2 paragraphs" },
  { "kind/a-number-rules-out-as-well",
    "\"nature\": \"goods\", \"kinds\": [\"laser\"], \"facts\": {\"resolution\": \"4 bit\"}",
    "1A001.a.1", LICET_NOT_MET, FALSE, FALSE, "Resolution is 4 bit" },
  { "kind/in-one-branch-only",
    "\"nature\": \"goods\", \"kinds\": [\"laser\"], \"facts\": {\"width\": \"2 mm\"}", "2A006",
    LICET_NOT_MET, TRUE, FALSE, "Not “Amplifier”" },
  { "kind/not-by-kind-where-facts-rule-out-all",
    "\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"4 bit\"}", "1A001",
    LICET_NOT_MET, FALSE, FALSE, "None of its 2" },

  /* near */
  { "near/missed-only-just",
    "\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 bit\", "
    "\"sample-rate\": \"400 MS/s\"}",
    "1A001", LICET_NOT_MET, FALSE, TRUE, "None of its" },
  { "near/far-when-something-else-rules-out",
    "\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"10 bit\", "
    "\"sample-rate\": \"1 GS/s\"}",
    "1A001", LICET_NOT_MET, FALSE, FALSE, "None of its" },

  { "near/within-a-combination",
    "\"nature\": \"goods\", \"kinds\": [\"fiber\"], \"facts\": {\"width\": \"4.9 mm\"}", "1C001.b",
    LICET_UNKNOWN, FALSE, TRUE, "1 of 3 hold; needs 2" },
  { "near/taken-out-only-just",
    LASER ", \"facts\": {\"width\": \"4.9 mm\", \"frequency\": \"2 GHz\"}", "2A008", LICET_NOT_MET,
    FALSE, TRUE, "A note takes it out: Width is 4.9 mm" },
  { "near/taken-out-by-far", LASER ", \"facts\": {\"width\": \"3 mm\", \"frequency\": \"2 GHz\"}",
    "2A008", LICET_NOT_MET, FALSE, FALSE, "A note takes it out" },

  /* notes */
  { "note/excludes-when-met",
    LASER ", \"facts\": {\"width\": \"20 mm\"}, \"answers\": {\"alpha:2A001.a#n1#d1\": true}",
    "2A001.a", LICET_NOT_MET, FALSE, FALSE,
    "A note takes it out: Answered yes: “Is it a pointer?”" },
  { "note/excludes-not-when-not-met",
    LASER ", \"facts\": {\"width\": \"20 mm\"}, \"answers\": {\"alpha:2A001.a#n1#d1\": false}",
    "2A001.a", LICET_MET, FALSE, FALSE, "Width is 20 mm" },
  { "note/open-leaves-met-open", LASER ", \"facts\": {\"width\": \"20 mm\"}", "2A001.a",
    LICET_UNKNOWN, FALSE, FALSE, "A note is open: Not answered: “Is it a pointer?”" },
  { "note/open-leaves-not-met",
    LASER ", \"facts\": {\"width\": \"2 mm\"}, \"choices\": {\"matrix\": \"metal\"}", "2A001.a",
    LICET_NOT_MET, FALSE, FALSE, "Width is 2 mm" },
  { "note/includes-whatever-the-conditions",
    LASER ", \"facts\": {\"width\": \"2 mm\"}, \"choices\": {\"matrix\": \"resin\"}, \"answers\": "
          "{\"alpha:2A001.a#n1#d1\": false}",
    "2A001.a", LICET_MET, FALSE, FALSE, "A note includes it: Matrix is Resin" },
  { "note/includes-only-with-what-stands-above",
    "\"nature\": \"goods\", \"kinds\": [\"fiber\"], \"choices\": {\"matrix\": \"resin\"}",
    "2A001.a", LICET_NOT_MET, TRUE, FALSE, "What stands above it" },
  { "note/open-inclusion-leaves-open",
    LASER ", \"facts\": {\"width\": \"2 mm\"}, \"answers\": {\"alpha:2A001.a#n1#d1\": false}",
    "2A001.a", LICET_UNKNOWN, FALSE, FALSE, "A note is open: Matrix is not known" },
  { "note/narrowed-to-one-paragraph",
    LASER ", \"facts\": {\"width\": \"2 mm\"}, \"answers\": {\"alpha:2A001.b#n1\": true, "
          "\"alpha:2A001.b.1#d1\": true, \"alpha:2A001.b.2#d1\": true}",
    "2A001.b.1", LICET_NOT_MET, FALSE, FALSE, "A note takes it out" },
  { "note/narrowed-spares-the-next",
    LASER ", \"facts\": {\"width\": \"2 mm\"}, \"answers\": {\"alpha:2A001.b#n1\": true, "
          "\"alpha:2A001.b.2#d1\": true}",
    "2A001.b.2", LICET_MET, FALSE, FALSE, "green" },
  { "note/narrowed-spares-the-parent",
    LASER ", \"facts\": {\"width\": \"2 mm\"}, \"answers\": {\"alpha:2A001.b#n1\": true, "
          "\"alpha:2A001.b.2#d1\": true}",
    "2A001.b", LICET_MET, FALSE, FALSE, "2A001.b.2 applies" },

  /* notes of the list */
  { "general/excludes",
    "\"nature\": \"software\", \"choices\": {\"stage\": \"production\"}, \"relations\": {\"for\": "
    "[\"1A001.a\"]}, \"answers\": {\"alpha:#public\": true, \"alpha:#retail#d1\": false}",
    "1D001", LICET_NOT_MET, FALSE, FALSE, "Notes, software takes it out" },
  { "general/does-not-exclude",
    "\"nature\": \"software\", \"choices\": {\"stage\": \"production\"}, \"relations\": {\"for\": "
    "[\"1A001.a\"]}, \"answers\": {\"alpha:#public\": false, \"alpha:#retail#d1\": false}",
    "1D001", LICET_MET, FALSE, FALSE, "Stage is Production" },
  { "general/open",
    "\"nature\": \"software\", \"choices\": {\"stage\": \"production\"}, \"relations\": {\"for\": "
    "[\"1A001.a\"]}, \"answers\": {\"alpha:#retail#d1\": false}",
    "1D001", LICET_UNKNOWN, FALSE, FALSE, "Notes, software is open" },
  { "general/excepted-paragraph-stays",
    "\"nature\": \"software\", \"answers\": {\"alpha:#public\": true, \"alpha:1D002.b#d1\": true}",
    "1D002.b", LICET_MET, FALSE, FALSE, "Does it simulate?" },
  { "general/excepted-paragraph-keeps-the-entry",
    "\"nature\": \"software\", \"answers\": {\"alpha:#public\": true, \"alpha:1D002.b#d1\": true}",
    "1D002", LICET_MET, FALSE, FALSE, "1D002.b applies" },
  { "general/other-paragraph-goes",
    "\"nature\": \"software\", \"kinds\": [\"cad-program\"], \"answers\": {\"alpha:#public\": "
    "true}",
    "1D002.a", LICET_NOT_MET, FALSE, FALSE, "Notes, software takes it out" },
  { "general/requires-met",
    "\"nature\": \"technology\", \"relations\": {\"for\": [\"1A001.a\"]}, \"answers\": "
    "{\"alpha:#required#d1\": true}",
    "1E001", LICET_MET, FALSE, FALSE, "is for 1A001.a" },
  { "general/requires-not-met",
    "\"nature\": \"technology\", \"relations\": {\"for\": [\"1A001.a\"]}, \"answers\": "
    "{\"alpha:#required#d1\": false}",
    "1E001", LICET_NOT_MET, FALSE, FALSE, "Notes, technology takes it out" },
  { "general/requires-open", "\"nature\": \"technology\", \"relations\": {\"for\": [\"1A001.a\"]}",
    "1E001", LICET_UNKNOWN, FALSE, FALSE, "Notes, technology is open" },

  /* deferral: what it is part of decides whether what is described here stays */
  { "defers/host-listed",
    LASER ", \"choices\": {\"scope\": \"special\"}, \"relations\": {\"part-of\": [\"9A001\"]}, "
          "\"answers\": {\"alpha:2A004#d1\": true}",
    "2A004", LICET_MET, FALSE, FALSE, "Said to be “Laser”" },
  { "defers/host-not-listed",
    LASER ", \"choices\": {\"scope\": \"special\"}, \"relations\": {\"part-of\": "
          "[\"not-listed\"]}, \"answers\": {\"alpha:2A004#d1\": true}",
    "2A004", LICET_NOT_MET, FALSE, FALSE, "it is part of not-listed, which is not listed" },
  { "defers/host-unsaid",
    LASER ", \"choices\": {\"scope\": \"special\"}, \"answers\": {\"alpha:2A004#d1\": true}",
    "2A004", LICET_UNKNOWN, FALSE, FALSE, "what it is part of is not said" },
  { "defers/host-denied-is-a-contradiction",
    LASER ", \"choices\": {\"scope\": \"special\"}, \"relations\": {\"part-of\": []}, \"answers\": "
          "{\"alpha:2A004#d1\": true}",
    "2A004", LICET_UNKNOWN, FALSE, FALSE, "part of nothing" },
  { "defers/not-asked",
    LASER ", \"choices\": {\"scope\": \"general\"}, \"answers\": {\"alpha:2A004#d1\": true}",
    "2A004", LICET_MET, FALSE, FALSE, "Answered yes" },
  { "defers/open-question-with-listed-host-is-decided",
    LASER ", \"relations\": {\"part-of\": [\"9A001\"]}, \"answers\": {\"alpha:2A004#d1\": true}",
    "2A004", LICET_MET, FALSE, FALSE, "Answered yes" },
  { "defers/does-not-make-met-what-is-not-described",
    LASER ", \"choices\": {\"scope\": \"special\"}, \"relations\": {\"part-of\": [\"9A001\"]}, "
          "\"answers\": {\"alpha:2A004#d1\": false}",
    "2A004", LICET_NOT_MET, FALSE, FALSE, "Answered no" },

  /* another paragraph, of the item itself */
  { "self/not-while-met",
    LASER ", \"facts\": {\"width\": \"20 mm\"}, \"answers\": {\"alpha:2A001.a#n1#d1\": false}",
    "2A002", LICET_NOT_MET, FALSE, FALSE, "It falls under 2A001" },
  { "self/not-while-not-met",
    LASER ", \"facts\": {\"width\": \"not applicable\"}, \"choices\": {\"matrix\": \"metal\"}",
    "2A002", LICET_MET, FALSE, FALSE, "It does not fall under 2A001" },
  { "self/open-while-open", LASER, "2A002", LICET_UNKNOWN, FALSE, FALSE,
    "Whether it falls under 2A001 is open" },
  { "self/target-not-in-the-bundle-is-open", LASER, "2A003", LICET_UNKNOWN, FALSE, FALSE,
    "that entry is not in this bundle" },
  { "self/target-not-in-the-bundle-answered", LASER ", \"answers\": {\"alpha:9A001\": true}",
    "2A003", LICET_MET, FALSE, FALSE, "Does it fall under 9A001?" },
};

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autofree char *json = g_strdup_printf ("{%s}", self->item);
  g_autoptr (LicetItem) item = world_item (json);
  const LicetNode *node = world_node (self->node);
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, node, NULL);
  g_autoptr (LicetClauseSheet) whole = licet_clause_sheet_new (item, node->entry, NULL);
  const LicetClause *clause = licet_clause_sheet_get_root (sheet);
  const LicetClause *within = licet_clause_sheet_find (whole, self->node);

  g_assert_cmpstr (licet_truth_serialise (clause->verdict), ==,
                   licet_truth_serialise (self->verdict));
  world_assert_contains (clause->why, self->why);
  g_assert_cmpint (clause->by_kind, ==, self->by_kind);
  g_assert_cmpint (clause->near, ==, self->near);
  g_assert_cmpint (licet_evaluate (item, node, NULL), ==, self->verdict);
  /* Within the sheet of the entry a part of a whole is shown alone. */
  if (node->parent == NULL || !node->parent->is_all)
    g_assert_cmpint (within->verdict, ==, self->verdict);
}

static void
test_met_paths_are_deepest (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{\"nature\": \"goods\", \"kinds\": [\"adc\", \"dac\"], \"facts\": "
                  "{\"resolution\": \"14 bit\", \"sample-rate\": \"9 GS/s\"}}");
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, world_node ("1A001"), NULL);
  g_auto (GStrv) met = licet_clause_sheet_dup_met_paths (sheet);

  g_assert_cmpstrv (met, ((const char *[]) { "1A001.a.2", "1A001.b", NULL }));
}

/* Whoever reads a paragraph that waits for what stands above it reads there what that is. */
static void
test_what_stands_above_is_named (void)
{
  g_autoptr (LicetItem) item = world_item (
    "{\"nature\": \"goods\", \"facts\": {\"resolution\": \"9 bit\", \"sample-rate\": \"2 GS/s\"}}");
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, world_node ("1A001"), NULL);

  world_assert_contains (licet_clause_sheet_find (sheet, "1A001.a.1")->why,
                         "What stands above it is open, at 1A001.a: ");
}

static void
test_parts_are_shown_alone (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{\"nature\": \"goods\", \"kinds\": [\"dac\"], \"facts\": {\"resolution\": \"14 "
                  "bit\", \"sample-rate\": \"1 GS/s\"}}");
  g_autoptr (LicetClauseSheet) sheet = licet_clause_sheet_new (item, world_node ("1A001"), NULL);
  g_auto (GStrv) met = licet_clause_sheet_dup_met_paths (sheet);

  g_assert_cmpint (licet_clause_sheet_find (sheet, "1A001.b.1")->verdict, ==, LICET_MET);
  g_assert_cmpint (licet_clause_sheet_find (sheet, "1A001.b")->verdict, ==, LICET_NOT_MET);
  g_assert_cmpstrv (met, ((const char *[]) { NULL }));
}

static void
test_renumbered_paragraph (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 "
                  "bit\", \"sample-rate\": \"9 GS/s\"}}");
  const LicetNode *node = licet_control_list_find (world_list ("beta"), "1A101.a.2");

  g_assert_nonnull (node);
  g_assert_cmpint (licet_evaluate (item, node, NULL), ==, LICET_MET);
}

static void
test_codes_of_another_list (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{\"nature\": \"software\", \"relations\": {\"for\": [\"beta:1A101.a\"]}}");

  g_assert_cmpint (
      licet_evaluate (item, licet_control_list_find (world_list ("beta"), "1D101"), NULL), ==,
      LICET_MET);
  (void) licet_item_set_relation (item, LICET_RELATION_FOR,
                                  (const char *const[]) { "alpha:1A001.a", NULL }, NULL);
  g_assert_cmpint (
      licet_evaluate (item, licet_control_list_find (world_list ("beta"), "1D101"), NULL), ==,
      LICET_UNKNOWN);
}

static LicetTruth
resolve_chip (const char *item_id,
              const char *code,
              gpointer user_data)
{
  g_assert_cmpstr (item_id, ==, "chip");
  g_assert_cmpstr (code, ==, "alpha:1A001.a");
  return *(LicetTruth *) user_data;
}

static void
test_items_of_the_case (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{" LASER ", \"relations\": {\"contains\": [\"item:chip\"]}}");
  LicetTruth chip = LICET_MET;
  const LicetClassifyOptions options = { 5, resolve_chip, &chip };

  for (guint i = 0; i <= LICET_MET; i++) {
    chip = (LicetTruth) i;
    g_assert_cmpint (licet_evaluate (item, world_node ("2A005.a"), &options), ==, chip);
  }
}

/* The compiler refuses circles; an engine that met one would still have to end, and must not decide. */
static void
test_circle_ends_open (void)
{
  g_autoptr (LicetItem) item = world_item ("{\"nature\": \"goods\"}");
  const LicetNode *real = world_node ("1A003");
  LicetCondition condition = { .type = LICET_CONDITION_ENTRY,
                               .target = "1A003",
                               .relation = LICET_RELATION_SELF };
  const LicetCondition *conditions[] = { &condition };
  LicetNode *node = (LicetNode *) real;
  const LicetNode kept = *real;
  g_autoptr (LicetClauseSheet) sheet = NULL;
  const LicetFinding *finding;

  node->conditions = conditions;
  node->n_conditions = 1;
  g_assert_cmpint (licet_evaluate (item, node, NULL), ==, LICET_UNKNOWN);
  sheet = licet_clause_sheet_new (item, node, NULL);
  finding = g_ptr_array_index (licet_clause_sheet_get_root (sheet)->findings, 0);
  g_assert_cmpint (finding->truth, ==, LICET_UNKNOWN);
  world_assert_contains (finding->why, "refers back to here");
  *node = kept;
}

static const LicetCondition *self_1a003 = &(const LicetCondition) {
  .type = LICET_CONDITION_ENTRY, .target = "1A003", .relation = LICET_RELATION_SELF
};
static const LicetCondition *self_2a003 = &(const LicetCondition) {
  .type = LICET_CONDITION_ENTRY, .target = "2A003", .relation = LICET_RELATION_SELF
};

/* What was open only because a circle was met on the way to it must not be remembered as open. */
static void
test_circle_is_not_remembered (void)
{
  g_autoptr (LicetItem) item = world_item ("{\"nature\": \"goods\", \"answers\": {\"k\": true}}");
  const LicetCondition yes = { .type = LICET_CONDITION_DESCRIBED, .key = "k", .question = "So?" };
  const LicetCondition *either[] = { self_1a003, &yes };
  const LicetCondition any = { .type = LICET_CONDITION_ANY, .parts = either, .n_parts = 2 };
  const LicetCondition *of_a[] = { self_2a003 };
  const LicetCondition *of_b[] = { &any };
  const LicetCondition *of_c[] = { self_2a003, self_1a003 };
  LicetNode *nodes[] = { (LicetNode *) world_node ("1A003"), (LicetNode *) world_node ("2A003"),
                         (LicetNode *) world_node ("2A006") };
  const LicetNode kept[] = { *nodes[0], *nodes[1], *nodes[2] };

  nodes[0]->conditions = of_a;
  nodes[1]->conditions = of_b;
  nodes[2]->conditions = of_c;
  nodes[0]->n_conditions = 1;
  nodes[1]->n_conditions = 1;
  nodes[2]->n_conditions = 2;
  g_assert_cmpint (licet_evaluate (item, nodes[2], NULL), ==, LICET_MET);
  for (guint i = 0; i < G_N_ELEMENTS (nodes); i++)
    *nodes[i] = kept[i];
}

/* A paragraph by hand, with no list and nothing to decide it but what stands above it. */
static void
test_paragraph_that_asks_nothing (void)
{
  g_autoptr (LicetItem) item = world_item ("{\"nature\": \"goods\", \"answers\": {\"k\": true}}");
  const char *const none[] = { NULL };
  LicetCondition condition = { .type = LICET_CONDITION_DESCRIBED, .key = "k", .question = "So?" };
  const LicetCondition *conditions[] = { &condition };
  LicetNode parent = { .code = "1A9",
                       .path = "",
                       .full = "1A9",
                       .key = "x:1A9",
                       .text = "Parent",
                       .origin = none,
                       .see = none };
  LicetNode child = { .code = "1A9",
                      .path = "a",
                      .full = "1A9.a",
                      .key = "x:1A9.a",
                      .text = "Child",
                      .origin = none,
                      .see = none };
  const LicetNode *children[] = { &child };

  parent.entry = &parent;
  parent.children = children;
  parent.n_children = 1;
  child.entry = &parent;
  child.parent = &parent;
  g_assert_cmpint (licet_evaluate (item, &parent, NULL), ==, LICET_UNKNOWN);
  g_assert_cmpint (licet_evaluate (item, &child, NULL), ==, LICET_UNKNOWN);
  parent.conditions = conditions;
  parent.n_conditions = 1;
  g_assert_cmpint (licet_evaluate (item, &parent, NULL), ==, LICET_MET);
  g_assert_cmpint (licet_evaluate (item, &child, NULL), ==, LICET_MET);
}

static void
test_near_is_a_setting (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 "
                  "bit\", \"sample-rate\": \"360 MS/s\"}}");
  const LicetClassifyOptions wide = { 10, NULL, NULL };
  g_autoptr (LicetClauseSheet) usual = licet_clause_sheet_new (item, world_node ("1A001"), NULL);
  g_autoptr (LicetClauseSheet) wider = licet_clause_sheet_new (item, world_node ("1A001"), &wide);

  g_assert_false (licet_clause_sheet_get_root (usual)->near);
  g_assert_true (licet_clause_sheet_get_root (wider)->near);
}

static void
test_sheet_as_json (void)
{
  g_autoptr (LicetItem) item =
      world_item ("{\"nature\": \"goods\", \"kinds\": [\"adc\"], \"facts\": {\"resolution\": \"14 "
                  "bit\", \"sample-rate\": \"400 MS/s\"}}");
  g_autoptr (LicetClauseSheet) sheet =
      licet_clause_sheet_new (item, world_node ("1A001.a.2"), NULL);
  g_autofree char *text = world_serialise (licet_clause_sheet_serialise (sheet));

  g_assert_cmpstr (text, ==,
                   "{\"findings\":[{\"margin\":\"+17 %\",\"truth\":\"met\",\"why\":\"Resolution is "
                   "14 bit; needs at least 12 bit\"},"
                   "{\"margin\":\"0 %\",\"near\":true,\"truth\":\"not-met\",\"why\":\"Sample rate "
                   "is 400 MS/s; needs more than 400 MS/s\"}],"
                   "\"near\":true,\"own\":\"not-met\",\"path\":\"1A001.a.2\",\"text\":\"12-bit "
                   "ones faster than 400 MS/s\",\"verdict\":\"not-met\","
                   "\"why\":\"Sample rate is 400 MS/s; needs more than 400 MS/s\"}");
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/classify/sheet/", cases[i].name, NULL);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/classify/sheet/met-paths-are-the-deepest", test_met_paths_are_deepest);
  g_test_add_func ("/classify/sheet/parts-of-a-whole-are-shown-alone", test_parts_are_shown_alone);
  g_test_add_func ("/classify/sheet/renumbered-paragraph-decides-alike", test_renumbered_paragraph);
  g_test_add_func ("/classify/sheet/codes-of-another-list-say-nothing", test_codes_of_another_list);
  g_test_add_func ("/classify/sheet/items-of-the-case-are-asked", test_items_of_the_case);
  g_test_add_func ("/classify/sheet/circle-ends-open", test_circle_ends_open);
  g_test_add_func ("/classify/sheet/circle-is-not-remembered", test_circle_is_not_remembered);
  g_test_add_func ("/classify/sheet/paragraph-that-asks-nothing-follows-its-parent",
                   test_paragraph_that_asks_nothing);
  g_test_add_func ("/classify/sheet/what-stands-above-is-named", test_what_stands_above_is_named);
  g_test_add_func ("/classify/sheet/near-is-a-setting", test_near_is_a_setting);
  g_test_add_func ("/classify/sheet/as-json", test_sheet_as_json);
  world_open ();
  status = g_test_run ();
  world_close ();
  return status;
}
