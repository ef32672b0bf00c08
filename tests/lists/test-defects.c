/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <glib/gstdio.h>
#include <string.h>

#include "tree.h"

#define ALPHA "lists/alpha/category-3.json"
#define HEAD "lists/alpha/list.json"
#define TERMS "lists/alpha/terms.json"
#define BETA "lists/beta/category-3.json"
#define UNITS "vocabulary/units.json"
#define KINDS "vocabulary/kinds.json"
#define KINDS1 "vocabulary/kinds-1.json"
#define QUANTITIES "vocabulary/quantities.json"
#define CHOICES "vocabulary/choices.json"

/* What is changed in the good tree, and what the compiler must say about that line. */
typedef struct {
  const char *claim;
  const char *file;
  const char *old;
  const char *new;
  const char *reason;
} Case;

/* Where a condition stands that the cases put others in the place of. */
#define COND "{\"quantity\": \"frequency\", \"gt\": \"4 GHz\", \"le\": \"8 GHz\"}"

static const Case cases[] = {
  { "json/not-closed", KINDS, "\"parents\": []},\n {\"id\": \"amplifier\"",
    "\"parents\": [] {\"id\": \"amplifier\"", "a comma or a closing brace is missing" },
  { "json/fraction", HEAD, "\"entries\": 3", "\"entries\": 3.0", "write it as a text" },
  { "json/member-twice", KINDS, "\"label\": \"Goods\"", "\"label\": \"Goods\", \"label\": \"x\"",
    "is there twice" },

  { "unit/unknown-member", UNITS, "\"id\": \"mm\",", "\"id\": \"mm\", \"x\": 1,",
    "“x” is not known here" },
  { "unit/spelling-twice", UNITS, "\"id\": \"K\", \"dimension\"",
    "\"id\": \"K\", \"aliases\": [\"metre\"], \"dimension\"", "the spelling “metre”" },
  { "unit/alias-twice", UNITS, "\"aliases\": [\"percent\"]",
    "\"aliases\": [\"percent\", \"percent\"]", "is there twice" },
  { "unit/dimension-missing", UNITS, "\"id\": \"K\", \"dimension\": \"temperature\"",
    "\"id\": \"K\", \"dimension\": \"heat\"", "“heat”, which does not exist" },
  { "unit/factor-no-number", UNITS, "\"factor\": \"1e9\"", "\"factor\": \"big\"", "big" },
  { "unit/dimension-no-power", UNITS, "{\"time\": -1}", "{\"time\": 0}",
    "is no base dimension with a power" },

  { "kind/parent-missing", KINDS, "\"parents\": [\"goods\"], \"aliases\"",
    "\"parents\": [\"god\"], \"aliases\"", "the parent “god” is no kind" },
  { "kind/cycle", KINDS1, "\"parents\": [\"amplifier\"]", "\"parents\": [\"power-amplifier\"]",
    "narrower than itself" },
  { "kind/in-two-files", KINDS1, "\"id\": \"adc\"", "\"id\": \"software\"",
    "defined in vocabulary/kinds.json already" },
  { "kind/id-no-id", KINDS1, "\"id\": \"adc\"", "\"id\": \"ADC\"", "“ADC” is no id" },
  { "kind/label-missing", KINDS1, "\"label\": \"ADC\", ", "", "“label” is missing" },
  { "kind/unknown-member", KINDS1, "\"label\": \"ADC\"", "\"label\": \"ADC\", \"alias\": []",
    "“alias” is not known here" },

  { "quantity/unit-does-not-fit", QUANTITIES, "\"dimension\": \"power\", \"unit\": \"W\"",
    "\"dimension\": \"power\", \"unit\": \"Hz\"", "does not measure “power”" },
  { "quantity/unit-missing", QUANTITIES, "\"unit\": \"mm\"", "\"unit\": \"ell\"",
    "there is no unit “ell”" },
  { "quantity/dimension-missing", QUANTITIES, "\"dimension\": \"length\"", "\"dimension\": \"len\"",
    "“len” does not exist" },
  { "quantity/range-is-span", QUANTITIES, "\"unit\": \"GHz\", \"range\": \"span\"",
    "\"unit\": \"GHz\", \"range\": \"wide\"", "write \"span\"" },
  { "quantity/twice", QUANTITIES, "\"id\": \"width\"", "\"id\": \"bandwidth\"", "already" },
  { "choice/no-values", CHOICES,
    "[{\"id\": \"development\", \"label\": \"Development\"}, {\"id\": \"use\", \"label\": "
    "\"Use\"}]",
    "[]", "has no values" },
  { "choice/value-twice", CHOICES, "\"id\": \"use\"", "\"id\": \"development\"", "is there twice" },

  { "header/id-not-the-folder", HEAD, "\"id\": \"alpha\"", "\"id\": \"beta\"",
    "not the name of the folder" },
  { "header/no-such-day", HEAD, "2025-11-15", "2025-11-31", "is no day" },
  { "header/category-twice", HEAD, "{\"id\": \"9\"", "{\"id\": \"3\"", "is there twice" },
  { "header/category-not-a-digit", HEAD, "{\"id\": \"9\"", "{\"id\": \"IX\"", "not one digit" },
  { "header/nature-missing", HEAD, "\"nature\": \"software\"", "\"nature\": \"soft\"",
    "“soft” is no nature" },
  { "header/entries-lost", HEAD, "\"entries\": 3", "\"entries\": 4",
    "“entries” of category 3 says 4, but there are 3" },
  { "header/paths-lost", HEAD, "\"paths\": 16", "\"paths\": 17",
    "“paths” of category 3 says 17, but there are 16" },

  { "note/effect-unknown", ALPHA, "\"effect\": \"method\"", "\"effect\": \"explains\"",
    "is no effect of a note" },
  { "note/excludes-without-text", ALPHA, "\"effect\": \"excludes\", \"text\": \"Not for toys.\"",
    "\"effect\": \"excludes\"", "“text” is missing" },
  { "note/method-decides-nothing", ALPHA, "\"Measured at the output.\"",
    "\"Measured.\", \"when\": {\"kind\": \"adc\"}", "only explains" },
  { "note/requires-a-condition", ALPHA, "\"effect\": \"method\"", "\"effect\": \"requires\"",
    "“when” is missing" },
  { "note/follows-is-of-the-list", ALPHA, "\"effect\": \"method\"",
    "\"effect\": \"follows-component\"", "is a rule of the whole list" },
  { "note/path-missing", ALPHA, "\"paths\": [\"3A001.a.2\"]", "\"paths\": [\"3A001.a.7\"]",
    "there is no 3A001.a.7" },
  { "general-note/governs-nothing", ALPHA, "\"paths\": [\"3A\"]", "\"paths\": []",
    "the note governs nothing" },
  { "general-note/group-missing", ALPHA, "\"paths\": [\"3A\"]", "\"paths\": [\"3Z\"]",
    "is in no category and group" },
  { "general-note/id-twice", ALPHA, "\"id\": \"3A-note\"", "\"id\": \"public\"", "is there twice" },
  { "general-note/without-questions", HEAD,
    ", \"questions\": [{\"described\": \"Principal?\"}, {\"described\": \"Removable?\"}]", "",
    "“questions” are missing" },

  { "entry/code-of-another-category", ALPHA, "\"code\": \"3D001\"", "\"code\": \"4D001\"",
    "is no code of category 3" },
  { "entry/out-of-order", ALPHA, "\"code\": \"3D001\"", "\"code\": \"3A000\"",
    "bring entries into the order of the law" },
  { "entry/twice", ALPHA, "\"code\": \"3D001\"", "\"code\": \"3A002\"", "3A002 is there twice" },
  { "entry/unknown-member", ALPHA, "\"heading\": \"Modules\"",
    "\"heading\": \"Modules\", \"text\": \"x\"", "“text” is not known here" },
  { "entry/see-missing", ALPHA, "\"see\": [\"3A002\", \"9A004\"]", "\"see\": [\"3A003\"]",
    "there is no 3A003" },
  { "entry/us-elsewhere", ALPHA, "\"heading\": \"Modules\"", "\"heading\": \"Modules\", \"us\": {}",
    "“us” is for lists of the United States" },
  { "node/path-twice", ALPHA, "\"path\": \"a.2\"", "\"path\": \"a.1\"",
    "3A001.a.1 is there twice" },
  { "node/path-of-another-parent", ALPHA, "\"path\": \"a.2\"", "\"path\": \"b.2\"",
    "does not begin with “a.”" },
  { "node/path-skips-a-level", ALPHA, "\"path\": \"a.2\"", "\"path\": \"a.2.c\"",
    "is not one small letter" },
  { "node/path-missing", ALPHA, "\"path\": \"a.2\", ", "", "“path” is missing" },
  { "node/of-any-or-all", ALPHA, "\"of\": \"all\"", "\"of\": \"both\"", "“of” is “both”" },
  { "node/unused-with-when", ALPHA, "\"unused\": true", "\"unused\": true, \"when\": []",
    "unused and has “when”" },
  { "node/ask-with-when", ALPHA, "\"text\": \"Above 4 GHz\"",
    "\"text\": \"Above 4 GHz\", \"ask\": \"Is it?\"", "“ask” belongs to the question" },
  { "node/nothing-decides", ALPHA, "\"text\": \"Above 4 GHz\", \"when\": [" COND "]",
    "\"text\": \"Above 4 GHz\", \"when\": []", "nothing decides 3A001.a.1" },
  { "node/text-missing", ALPHA, "\"text\": \"Above 4 GHz\", ", "", "“text” is missing" },
  { "node/text-blank-around", ALPHA, "\"Above 4 GHz\"", "\"Above 4 GHz \"",
    "has blanks around it" },
  { "node/text-too-long", ALPHA, "\"Above 4 GHz\"",
    "\"0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
    "0123456789 0123456789 0123456789 "
    "0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 "
    "0123456789 0123456789 0123456789\"",
    "say it in at most 240" },

  { "as/target-missing", BETA, "alpha:3A001.b", "alpha:3A001.x", "there is no 3A001.x in alpha" },
  { "as/list-missing", BETA, "alpha:3A001.b", "gamma:3A001.b", "names the list “gamma”" },
  { "as/itself", BETA, "\"as\": \"3A101.a\"", "\"as\": \"3A101.c\"", "3A101.c is itself" },
  { "as/contains-itself", BETA, "\"as\": \"3A101.a\"", "\"as\": \"3A101\"",
    "is there an “as” that contains itself?" },

  { "condition/no-form", ALPHA, COND, "{\"sort\": \"adc\"}", "this is no condition" },
  { "condition/no-object", ALPHA, COND, "\"adc\"", "this is no condition" },
  { "condition/unknown-member", ALPHA, COND, "{\"kind\": \"adc\", \"gt\": \"1 W\"}",
    "“gt” is not known here" },
  { "condition/kind-missing", ALPHA, COND, "{\"kind\": \"dac\"}", "“dac” is no kind" },
  { "condition/quantity-missing", ALPHA, COND, "{\"quantity\": \"speed\", \"gt\": \"1 W\"}",
    "“speed” is no quantity" },
  { "condition/nothing-to-compare-with", ALPHA, COND, "{\"quantity\": \"frequency\"}",
    "nothing to compare with" },
  { "condition/threshold-unit-does-not-fit", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"gt\": \"4 W\"}", "does not fit what is compared" },
  { "condition/threshold-unit-missing", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"gt\": \"4 GHZZ\"}", "there is no unit" },
  { "condition/threshold-no-number", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"gt\": \"four GHz\"}", "is no value such as" },
  { "condition/threshold-huge", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"gt\": \"1e99999999 GHz\"}", "is no value such as" },
  { "condition/threshold-no-text", ALPHA, COND, "{\"quantity\": \"frequency\", \"gt\": 4}",
    "text in quotation marks" },
  { "condition/empty-interval", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"gt\": \"5 GHz\", \"lt\": \"3 GHz\"}",
    "no value is more than 5 GHz and less than 3 GHz" },
  { "condition/empty-at-one-point", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"gt\": \"5 GHz\", \"le\": \"5 GHz\"}", "no value is" },
  { "condition/one-value-is-eq", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"ge\": \"5 GHz\", \"le\": \"5 GHz\"}", "write it with “eq”" },
  { "condition/two-lower-bounds", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"ge\": \"5 GHz\", \"gt\": \"6 GHz\"}",
    "two bounds on one side" },
  { "condition/eq-stands-alone", ALPHA, COND,
    "{\"quantity\": \"frequency\", \"eq\": \"5 GHz\", \"gt\": \"6 GHz\"}",
    "“eq” stands with other bounds" },
  { "condition/covers-no-span", ALPHA, COND,
    "{\"covers\": \"width\", \"ge\": \"5 mm\", \"le\": \"6 mm\"}", "covers nothing" },
  { "condition/covers-one-end", ALPHA, COND, "{\"covers\": \"frequency\", \"ge\": \"5 GHz\"}",
    "an interval has two ends" },
  { "condition/choice-missing", ALPHA, COND, "{\"choice\": \"matrix\", \"in\": [\"use\"]}",
    "“matrix” is no choice" },
  { "condition/choice-value-missing", ALPHA, COND, "{\"choice\": \"stage\", \"in\": [\"sale\"]}",
    "“sale” is no value of “stage”" },
  { "condition/choice-no-value", ALPHA, COND, "{\"choice\": \"stage\", \"in\": []}",
    "no value is named" },
  { "condition/figures-not-in-the-words", ALPHA, "\"figures\": [\"1.7 mm\"]",
    "\"figures\": [\"1.8 mm\"]", "“1.8 mm” is not in the words" },
  { "condition/figures-without-number", ALPHA, "\"figures\": [\"1.7 mm\"]", "\"figures\": [\"mm\"]",
    "has no number" },
  { "condition/entry-missing", ALPHA, COND, "{\"entry\": \"3A001.z\"}", "there is no 3A001.z" },
  { "condition/entry-no-code", ALPHA, COND, "{\"entry\": \"converters\"}", "is no code" },
  { "condition/entry-self-is-one-paragraph", ALPHA, COND, "{\"entry\": \"3A\"}", "is no code" },
  { "condition/relation-unknown", ALPHA, COND, "{\"entry\": \"3A002\", \"relation\": \"near\"}",
    "“near” is no relation" },
  { "condition/all-empty", ALPHA, COND, "{\"all\": []}", "“all” is empty" },
  { "condition/at-least-too-many", ALPHA, "\"at-least\": 2", "\"at-least\": 4",
    "at least 4 of 3 cannot be" },
  { "condition/at-least-none", ALPHA, "\"at-least\": 2", "\"at-least\": 0",
    "at least 0 of 3 cannot be" },
  { "condition/too-deep", ALPHA, COND,
    "{\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {\"not\": {\"not\": "
    "{\"not\": {\"not\": {\"not\": {\"not\": {\"kind\": \"adc\"}}}}}}}}}}}}}}",
    "levels deep" },
  { "expression/operands-measure-different-things", ALPHA,
    "[\"*\", \"peak-power\", [\"^\", \"frequency\", 2]]", "[\"+\", \"peak-power\", \"frequency\"]",
    "measure different things" },
  { "expression/threshold-does-not-fit", ALPHA, "[\"^\", \"frequency\", 2]",
    "[\"^\", \"frequency\", 3]", "does not fit what is compared" },
  { "expression/no-operator", ALPHA, "[\"^\", \"frequency\", 2]", "[\"frequency\", 2]",
    "has no operator" },
  { "expression/operand-missing", ALPHA, "[\"^\", \"frequency\", 2]", "[\"^\", \"frequency\"]",
    "has 1 operands" },
  { "expression/exponent-whole", ALPHA, "[\"^\", \"frequency\", 2]",
    "[\"^\", \"frequency\", \"2\"]", "the exponent is not a whole number" },
  { "expression/quantity-missing", ALPHA, "\"peak-power\", [", "\"power\", [",
    "“power” is no quantity" },

  { "term/id-twice", TERMS, "\"id\": \"power-local\"", "\"id\": \"power\"", "is there twice" },
  { "term/twice", TERMS, ", \"local\": [\"3A001.b\"]", "",
    "“Power” is defined as “power” already" },
  { "term/alias-of-another", TERMS, "\"aliases\": [\"PA\"]", "\"aliases\": [\"powers\"]",
    "is defined as “power” already" },
  { "term/place-missing", TERMS, "\"local\": [\"3A001.b\"]", "\"local\": [\"3A001.q\"]",
    "there is no 3A001.q" },
  { "term/meaning-missing", TERMS, "\"meaning\": \"Work over time.\", ", "",
    "“meaning” is missing" },
};

static void
test_is_refused (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr (Tree) tree = tree_new ();
  guint line = tree_replace (tree, expected->file, expected->old, expected->new);
  g_autofree char *place = g_strdup_printf ("%s:%u: ", expected->file, line);
  g_auto (GStrv) messages = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_found = FALSE;

  g_assert_false (tree_compile (tree, &messages, &error));
  g_assert_error (error, LICET_LISTS_ERROR, LICET_LISTS_ERROR_DATA);
  g_assert_cmpstr (error->message, ==, messages[0]);
  for (guint i = 0; messages[i] != NULL; i++) {
    is_found = is_found ||
      (g_str_has_prefix (messages[i], place) && strstr (messages[i], expected->reason) != NULL);
    g_test_message ("%s", messages[i]);
  }
  g_assert_true (is_found);
  g_assert_false (g_file_test (tree->bundle, G_FILE_TEST_EXISTS));
}

static void
test_every_defect_is_named (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_auto (GStrv) messages = NULL;
  guint n = 0;

  (void) tree_replace (tree, ALPHA, COND, "{\"kind\": \"dac\"}");
  (void) tree_replace (tree, ALPHA, "\"of\": \"all\"", "\"of\": \"both\"");
  (void) tree_replace (tree, KINDS, "\"parents\": [\"goods\"], \"aliases\"",
                       "\"parents\": [\"god\"], \"aliases\"");
  g_assert_false (tree_compile (tree, &messages, NULL));
  for (guint i = 0; messages[i] != NULL; i++)
    n += !g_str_has_prefix (messages[i], "note: ");
  g_assert_cmpuint (n, ==, 3);
}

static void
test_a_defect_taken_over_is_named_once (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_auto (GStrv) messages = NULL;
  guint n = 0;

  /* 3A001.a.2 stands in four places by way of "as". */
  (void) tree_replace (tree, ALPHA, "\"150 W.GHz^2\"", "\"150 W\"");
  g_assert_false (tree_compile (tree, &messages, NULL));
  for (guint i = 0; messages[i] != NULL; i++)
    n += strstr (messages[i], "150 W") != NULL;
  g_assert_cmpuint (n, ==, 1);
}

static void
test_defects_have_a_limit (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (GString) kinds = g_string_new ("{\"kinds\": [\n");
  g_auto (GStrv) messages = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (kinds, "{\"id\": \"kind-%u\", \"parents\": []}%s\n", i, i < 999
                            ? "," : "]}");
  tree_write (tree, "vocabulary/kinds-9.json", kinds->str, -1);
  g_assert_false (tree_compile (tree, &messages, NULL));
  g_assert_cmpuint (g_strv_length (messages), <=, 220);
  g_assert_true (g_strv_contains ((const char *const *) messages,
                                  "note: 200 defects are shown; mend these to see whether there "
                                  "are more"));
}

static void
test_cycle_of_entries_is_refused (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (GError) error = NULL;

  (void) tree_replace (tree, ALPHA, COND, "{\"entry\": \"3A002.a\"}");
  (void) tree_replace (tree, ALPHA, "{\"not\": {\"kind\": \"adc\"}}",
                       "{\"not\": {\"entry\": \"3A001.a\"}}");
  g_assert_false (tree_compile (tree, NULL, &error));
  g_assert_nonnull (strstr (error->message, "is listed if it is listed"));
}

static void
test_strange_files_are_refused (void)
{
  static const struct {
    const char *name;
    const char *reason;
  } files[] = {
    { "lists/loose.json", "has a folder of its own" },
    { "lists/alpha/notes.json", "a list has no file of that name" },
    { "vocabulary/colours.json", "a vocabulary has no file of that name" },
    { "lists/gamma/terms.json", "lists/gamma/list.json:1: /: the file is missing" },
    { "lists/alpha/category-9.json", "“category” is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (Tree) tree = tree_new ();
    g_autoptr (GError) error = NULL;

    tree_write (tree, files[i].name, "{}", -1);
    g_assert_false (tree_compile (tree, NULL, &error));
    g_assert_nonnull (strstr (error->message, files[i].reason));
  }
}

static void
test_deviations_are_no_data (void)
{
  g_autoptr (Tree) tree = tree_new ();
  g_autoptr (LicetBundle) before = tree_open (tree);
  g_autoptr (LicetBundle) after = NULL;

  tree_write (tree, "lists/alpha/deviations.json",
              "[{\"path\": \"3A001.a\", \"why\": \"The copy is wrong.\"}]", -1);
  after = tree_open (tree);
  g_assert_cmpstr (licet_control_list_get_digest (licet_bundle_get_list (before, "alpha", NULL)),
                   ==,
                   licet_control_list_get_digest (licet_bundle_get_list (after, "alpha", NULL)));
}

static void
test_no_data_is_an_empty_bundle (void)
{
  g_autofree char *folder = g_dir_make_tmp ("licet-lists-XXXXXX", NULL);
  Tree tree = { folder, g_build_filename (folder, "licet.bundle", NULL) };
  g_autoptr (LicetBundle) bundle = tree_open (&tree);

  g_assert_cmpstr (licet_bundle_get_list_ids (bundle)[0], ==, NULL);
  g_assert_cmpint (g_remove (tree.bundle), ==, 0);
  g_assert_cmpint (g_remove (folder), ==, 0);
  g_free (tree.bundle);
}

/* Bytes of the file itself, moved about, go deeper than noise. */
static void
move_bytes (GString *text)
{
  gsize to = (gsize) g_test_rand_int_range (0, (gint) text->len);
  gsize from = (gsize) g_test_rand_int_range (0, (gint) text->len);
  gsize size = (gsize) g_test_rand_int_range (1, 40);

  if (g_test_rand_bit ())
    memmove (text->str + to, text->str + from, MIN (size, text->len - MAX (to, from)));
  else
    text->str[to] = (char) g_test_rand_int_range (1, 256);
}

/* One of the texts in quotation marks, with them. */
static char *
pick_text (GString *text,
           gsize *ret_start)
{
  const char *start = text->str + g_test_rand_int_range (0, (gint) text->len);
  const char *end;

  start = strchr (start, '"');
  if (start != NULL && start > text->str && strchr (" [{(", start[-1]) == NULL)
    start = strchr (start + 1, '"');
  end = start != NULL ? strchr (start + 1, '"') : NULL;
  if (end == NULL)
    return NULL;
  *ret_start = (gsize) (start - text->str);
  return g_strndup (start, (gsize) (end + 1 - start));
}

/* A text in the place of another: still JSON, mostly, but with another meaning. */
static void
move_text (GString *text)
{
  gsize to = 0;
  gsize from = 0;
  g_autofree char *old = pick_text (text, &to);
  g_autofree char *new = pick_text (text, &from);

  if (old == NULL || new == NULL)
    return;
  g_string_erase (text, (gssize) to, (gssize) strlen (old));
  g_string_insert (text, (gssize) to, new);
}

/* Whatever stands in a data file, the compiler answers and does not fall over. */
static void
test_random_bytes_are_answered (void)
{
  static const char *const names[] = { ALPHA, HEAD, TERMS, BETA, UNITS, KINDS, QUANTITIES,
                                       CHOICES };

  guint n_rounds = g_test_slow () ? 5000 : 150;

  for (guint round = 0; round < n_rounds; round++) {
    const char *name = names[g_test_rand_int_range (0, G_N_ELEMENTS (names))];
    g_autoptr (Tree) tree = tree_new ();
    g_autofree char *good = tree_read (tree, name);
    g_autoptr (GString) text = g_string_new (good);
    g_autoptr (GError) error = NULL;
    gboolean is_sound;

    if (round % 4 == 0)
      for (gint i = g_test_rand_int_range (1, 6); i > 0; i--)
        move_bytes (text);
    else
      move_text (text);
    tree_write (tree, name, text->str, (gssize) text->len);
    is_sound = tree_compile (tree, NULL, &error);
    g_assert_true (is_sound == (error == NULL));
    g_assert_true (is_sound || strstr (error->message, ": ") != NULL);
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strconcat ("/lists/defects/", cases[i].claim, NULL);

    g_test_add_data_func (path, &cases[i], test_is_refused);
  }
  g_test_add_func ("/lists/defects/every-defect-is-named", test_every_defect_is_named);
  g_test_add_func ("/lists/defects/taken-over-named-once", test_a_defect_taken_over_is_named_once);
  g_test_add_func ("/lists/defects/have-a-limit", test_defects_have_a_limit);
  g_test_add_func ("/lists/defects/cycle-of-entries-is-refused", test_cycle_of_entries_is_refused);
  g_test_add_func ("/lists/defects/strange-files-are-refused", test_strange_files_are_refused);
  g_test_add_func ("/lists/defects/deviations-are-no-data", test_deviations_are_no_data);
  g_test_add_func ("/lists/defects/no-data-is-an-empty-bundle", test_no_data_is_an_empty_bundle);
  g_test_add_func ("/lists/defects/random-bytes-are-answered", test_random_bytes_are_answered);
  return g_test_run ();
}
