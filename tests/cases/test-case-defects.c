/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "cases-fixture.h"

/* What is put into a sound case, and what the refusal says. */
typedef struct {
  const char *name;
  const char *pointer;
  const char *value;
  const char *says;
} Defect;

static const Defect defects[] = {
  { "no-case", "/licet-case", NULL, "this is no case" },
  { "newer-format", "/licet-case", "2", "use a newer Licet" },
  { "unknown-member", "/colour", "\"red\"", "colour" },
  { "no-id", "/id", NULL, "“id” or “reference” is missing" },
  { "no-reference", "/reference", "\" \"", "“id” or “reference” is missing" },
  { "round-zero", "/round", "0", "give 1 to 999" },
  { "created-no-moment", "/created", "\"2026-11-16\"", "is no moment" },
  { "unknown-transaction-member", "/transaction/colour", "\"red\"", "colour" },
  { "unknown-contract-member", "/transaction/contract/colour", "\"red\"", "colour" },
  { "unknown-kind", "/transaction/kind", "\"gift\"", "is no kind of transaction" },
  { "jurisdiction-twice", "/transaction/jurisdictions", "[\"EU\", \"EU\"]", "twice" },
  { "currency", "/transaction/currency", "\"€\"", "is no currency" },
  { "route-country", "/route/countries", "[\"XX\"]", "“XX” is no country code" },
  { "item-twice", "/items", "[{\"id\": \"a\"}, {\"id\": \"a\"}]", "there twice" },
  { "negative-quantity", "/items/0/quantity", "\"-1\"", "give zero or more" },
  { "quantity-no-number", "/items/0/quantity", "\"many\"", "cannot be read" },
  { "origin", "/items/0/origin", "\"Germany\"", "is no country code" },
  { "item-evidence", "/items/0/evidence", "[\"nothing\"]", "which is not in the case" },
  { "conclusion-without-name", "/items/0/conclusions/0/decided-by", NULL, "decided-by" },
  { "conclusion-no-day", "/items/0/conclusions/0/decided-on", "\"soon\"", "is no day" },
  { "unknown-quantity", "/items/0/classification/facts/colour", "\"3 m\"", "colour" },
  { "wrong-unit", "/items/0/classification/facts/sample-rate", "\"3 kg\"", "sample-rate" },
  { "party-twice", "/parties", "[{\"id\": \"merlion\"}, {\"id\": \"merlion\"}]", "there twice" },
  { "statement-of-nobody", "/statements/0/party", "\"nobody\"", "which is not in the case" },
  { "answer-no-truth", "/end-use/answers/eu.wmd.informed", "{\"why\": \"x\"}", "is" },
  { "answer-no-day", "/end-use/answers/eu.wmd.informed", "{\"is\": false, \"on\": \"today\"}",
    "is no day" },
  { "answer-text", "/end-use/answers/eu.wmd.informed", "\"no\"", "eu.wmd.informed" },
  { "flag-state", "/end-use/red-flags/0/state", "\"done\"", "is no state of a red flag" },
  { "flag-closed-by-nobody", "/end-use/red-flags/0/closed-by", NULL,
    "lacks “answer” or “closed-by”" },
  { "flag-evidence", "/end-use/red-flags/0/evidence", "[\"nothing\"]", "which is not in the case" },
  { "flag-twice", "/end-use/red-flags",
    "[{\"id\": \"a\", \"text\": \"t\", \"state\": \"open\"}, {\"id\": \"a\", \"text\": \"t\", "
    "\"state\": \"open\"}]",
    "there twice" },
  { "evidence-absolute", "/evidence/0/file", "\"/etc/passwd\"", "below the folder of the case" },
  { "evidence-parent", "/evidence/0/file", "\"evidence/../../secret\"",
    "below the folder of the case" },
  { "evidence-backslash", "/evidence/0/file", "\"..\\\\secret\"", "below the folder of the case" },
  { "evidence-kind", "/evidence/0/kind", "\"joke\"", "is no kind of evidence" },
  { "evidence-sensitivity", "/evidence/0/sensitivity", "\"secret\"",
    "is no sensitivity of evidence" },
  { "evidence-digest", "/evidence/0/sha256", "\"ABC\"", "64 lower-case hexadecimal digits" },
  { "evidence-without-file", "/evidence/0/file", NULL, "“file” is missing" },
  { "reason-no-text", "/missing-because/end-use.text", "3", "end-use.text" },
  { "items-no-list", "/items", "{}", "items" },
};

static void
test_defect (gconstpointer data)
{
  const Defect *row = data;
  g_autofree char *folder = dup_sample_folder ("converter-board-singapore");
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  g_autoptr (LicetJson) json = licet_json_load (path, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  patch (licet_json_get_root (json), row->pointer, row->value);
  text = licet_json_serialise (licet_json_get_root (json));
  g_assert_null (read_case (text, NULL, &error));
  g_assert_nonnull (error);
  if (!g_str_has_prefix (error->message, "case.json:") ||
      strstr (error->message, row->says) == NULL || strchr (error->message, ';') == NULL)
    g_error ("%s", error->message);
}

static void
test_defect_names_its_line (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_case ("{\"licet-case\": 1,\n\"id\": \"a\",\n\"reference\": "
                            "\"r\",\n\"transaction\": {\n\"kind\": \"gift\"}}",
                            NULL, &error));
  g_assert_nonnull (strstr (error->message, "case.json:"));
  g_clear_error (&error);
  g_assert_null (read_case ("{\"licet-case\": 1,\n\"id\": \"a\",\n\"reference\": "
                            "\"r\",\n\"evidence\": [\n{\"id\": \"e\",\n\"file\": \"/x\"}]}",
                            NULL, &error));
  g_assert_true (g_str_has_prefix (error->message, "case.json:5: /evidence/0: "));
}

static void
test_missing_file_is_said (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_case_load (get_bundle (), "/nowhere/case.json", &error));
  g_assert_nonnull (strstr (error->message, "/nowhere/case.json"));
}

static void
test_too_many_records_are_refused (void)
{
  g_autoptr (GString) text =
      g_string_new ("{\"licet-case\": 1, \"id\": \"a\", \"reference\": \"r\", \"parties\": [");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= 2000; i++)
    g_string_append_printf (text, "%s{\"id\": \"p%u\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  g_assert_null (read_case (text->str, NULL, &error));
  g_assert_nonnull (strstr (error->message, "split the case"));
}

/* Bytes, and JSON that is sound but says something else: an error or a case, never a crash. */
static void
test_random_damage_is_no_crash (void)
{
  const guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *sound = NULL;
  g_autoptr (LicetCase) small = NULL;
  gsize length;

  g_test_message ("seed %u", seed);
  /* Without the frozen record, which is most of the text and a reader of its own. */
  small = load_sample ("converter-board-singapore");
  sound = dup_text (small);
  length = strlen (sound);
  for (guint i = 0; i < 600; i++) {
    g_autofree char *text = g_strdup (sound);
    g_autoptr (LicetCase) self = NULL;
    g_autoptr (GError) error = NULL;

    for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
      text[g_rand_int_range (rand, 0, (gint32) length)] = (char) g_rand_int_range (rand, 1, 256);
    self = read_case (text, NULL, &error);
    g_assert_true ((self == NULL) == (error != NULL));
    if (self != NULL) {
      g_autofree char *again = dup_text (self);

      g_assert_nonnull (again);
    }
  }
}

static const char *const values[] = { "null",
                                      "true",
                                      "-1",
                                      "\"\"",
                                      "\"x\"",
                                      "[]",
                                      "{}",
                                      "[[]]",
                                      "[{}]",
                                      "{\"id\": 3}",
                                      "99999999999999999999" };

/* Each member of a case in turn is something it should not be. */
static void
test_wrong_types_are_no_crash (void)
{
  static const char *const pointers[] = {
    "/licet-case",
    "/id",
    "/created",
    "/round",
    "/transaction",
    "/transaction/jurisdictions",
    "/transaction/contract",
    "/items",
    "/items/0/id",
    "/items/0/classification",
    "/items/0/classification/kinds",
    "/items/0/classification/facts",
    "/items/0/classification/relations",
    "/items/0/classification/answers",
    "/items/0/conclusions",
    "/items/0/conclusions/0/codes",
    "/items/0/determinations",
    "/items/0/evidence",
    "/parties",
    "/parties/0/roles",
    "/parties/0/address",
    "/parties/0/screening",
    "/route",
    "/route/countries",
    "/end-use",
    "/end-use/answers",
    "/end-use/red-flags",
    "/end-use/red-flags/0/evidence",
    "/statements",
    "/statements/0/dates",
    "/statements/0/values",
    "/statements/0/sent",
    "/statements/0/accepted-differences",
    "/evidence",
    "/missing-because",
    "/journal",
  };

  g_autoptr (LicetCase) small = load_sample ("converter-board-singapore");
  g_autofree char *sound = dup_text (small);

  for (guint i = 0; i < G_N_ELEMENTS (pointers); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++) {
      g_autoptr (LicetJson) json = licet_json_parse ("case.json", sound, -1, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (LicetCase) self = NULL;
      g_autoptr (GString) text = NULL;
      g_autofree char *marked = NULL;

      /* A number that no integer holds cannot be put in as a node: it goes in as text. */
      patch (licet_json_get_root (json), pointers[i], "\"@value@\"");
      marked = licet_json_serialise (licet_json_get_root (json));
      text = g_string_new (marked);
      g_assert_cmpuint (g_string_replace (text, "\"@value@\"", values[j], 1), ==, 1);
      self = read_case (text->str, NULL, &error);
      g_assert_true ((self == NULL) == (error != NULL));
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++) {
    g_autofree char *path = g_strconcat ("/cases/case/refuses-", defects[i].name, NULL);

    g_test_add_data_func (path, &defects[i], test_defect);
  }
  g_test_add_func ("/cases/case/defect-names-its-line", test_defect_names_its_line);
  g_test_add_func ("/cases/case/missing-file-is-said", test_missing_file_is_said);
  g_test_add_func ("/cases/case/too-many-records-are-refused", test_too_many_records_are_refused);
  g_test_add_func ("/cases/case/random-damage-is-no-crash", test_random_damage_is_no_crash);
  g_test_add_func ("/cases/case/wrong-types-are-no-crash", test_wrong_types_are_no_crash);
  return g_test_run ();
}
