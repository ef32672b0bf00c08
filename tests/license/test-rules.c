/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "config.h"

#include <string.h>

#include <licet-parties.h>

#include "license-fixture.h"
#include "licet-rule-book-private.h"

static const char head[] = "{\"jurisdiction\":\"EU\",\"edition\":\"2025-11-15\",\"source\":\"s\","
                           "\"name\":\"n\",\"act\":\"a\",\"list\":\"eu-annex-i\","
                           "\"list-edition\":\"2025-11-15\",\"roles\":[\"end-user\"],\"party-"
                           "kinds\":[\"military\"],\"steps\":[{\"id\":\"one\",\"title\":\"One\"}]}";

typedef struct {
  const char *name;
  const char *body;    /* of a second file, "rules/eu/x.json", after its head */
  const char *message; /* a part of what is said */
} DefectCase;

static const DefectCase defect_cases[] = {
  { "unknown-member", "\"colour\": 1", "“colour” is not known here" },
  { "other-edition", NULL, "the edition is 2024-01-01" },
  { "no-such-country",
    "\"groups\": [\n{\"id\": \"g\", \"name\": \"n\", \"cite\": \"c\", \"members\": [\"ZZ\"]}]",
    "x.json:3: /groups/0/members/0: “ZZ” is no country" },
  { "country-twice",
    "\"groups\": [{\"id\": \"g\", \"name\": \"n\", \"cite\": \"c\", \"members\": [\"JP\", "
    "\"JP\"]}]",
    "“JP” stands twice" },
  { "empty-group", "\"groups\": [{\"id\": \"g\", \"name\": \"n\", \"cite\": \"c\"}]",
    "has no members" },
  { "doubt-without-question",
    "\"groups\": [{\"id\": \"g\", \"name\": \"n\", \"cite\": \"c\", \"members\": [\"JP\"], "
    "\"unsure\": [\"TW\"]}]",
    "“unsure” and “ask” go together" },
  { "id-twice",
    "\"questions\": [{\"id\": \"q\", \"topic\": \"t\", \"mode\": \"fact\", \"text\": \"?\", "
    "\"cite\": \"c\"},\n{\"id\": \"q\"}]",
    "x.json:3: /questions/1: there is another question “q”" },
  { "mode-of-asking",
    "\"questions\": [{\"id\": \"q\", \"topic\": \"t\", \"mode\": \"rumour\", \"text\": \"?\", "
    "\"cite\": \"c\"}]",
    "“rumour” is no mode" },
  { "no-such-question",
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"answer\": \"q\", \"is\": "
    "true}}]",
    "there is no question “q”" },
  { "answer-without-is",
    "\"questions\": [{\"id\": \"q\", \"topic\": \"t\", \"mode\": \"fact\", \"text\": \"?\", "
    "\"cite\": \"c\"}], "
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"answer\": \"q\"}}]",
    "is" },
  { "no-such-group",
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"destination-in\": \"g\"}}]",
    "there is no group “g”" },
  { "no-such-scope",
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"code-in\": \"s\"}}]",
    "there is no scope “s”" },
  { "no-such-form",
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"moon\": \"full\"}}]",
    "no form of condition" },
  { "two-forms-at-once",
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"listed\": true, \"holds\": "
    "\"c\"}}]",
    "is not known here" },
  { "empty-combination",
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"all\": []}}]", "has no parts" },
  { "no-such-role",
    "\"groups\": [{\"id\": \"g\", \"name\": \"n\", \"cite\": \"c\", \"members\": [\"JP\"]}], "
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"party-in\": \"g\", \"roles\": "
    "[\"friend\"]}}]",
    "“friend” is not known" },
  { "no-such-transaction",
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"transaction-in\": "
    "[\"gift\"]}}]",
    "there is no transaction “gift”" },
  { "amount-without-currency",
    "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"value-at-most\": \"5000\"}}]",
    "“5000” is no amount" },
  { "circle-of-conditions",
    "\"conditions\": [{\"id\": \"a\", \"text\": \"t\", \"when\": {\"holds\": \"b\"}}, {\"id\": "
    "\"b\", \"text\": \"t\", \"when\": {\"not\": {\"holds\": \"a\"}}}]",
    "leads back to itself" },
  { "circle-of-scopes",
    "\"scopes\": [{\"id\": \"a\", \"name\": \"n\", \"cite\": \"c\", \"include\": [\"b\"]}, "
    "{\"id\": \"b\", \"name\": \"n\", \"cite\": \"c\", \"include\": [\"a\"]}]",
    "leads back to itself" },
  { "circle-through-a-row",
    "\"scopes\": [{\"id\": \"a\", \"name\": \"n\", \"cite\": \"c\", \"rows\": [{\"code\": "
    "\"3A001\", \"when\": {\"code-in\": \"a\"}}]}]",
    "leads back to itself" },
  { "badly-formed-code",
    "\"scopes\": [{\"id\": \"a\", \"name\": \"n\", \"cite\": \"c\", \"rows\": [\"3A1\"]}]",
    "“3A1” is no code" },
  { "exception-elsewhere",
    "\"scopes\": [{\"id\": \"a\", \"name\": \"n\", \"cite\": \"c\", \"rows\": [{\"code\": "
    "\"3A001\", \"except\": [\"3A002\"]}]}]",
    "“3A002” is not below “3A001”" },
  { "empty-scope", "\"scopes\": [{\"id\": \"a\", \"name\": \"n\", \"cite\": \"c\"}]",
    "scope “a” is empty" },
  { "no-such-step",
    "\"rules\": [{\"id\": \"r\", \"step\": \"two\", \"cite\": \"c\", \"text\": \"t\"}]",
    "“two” is not known here" },
  { "no-such-verdict",
    "\"rules\": [{\"id\": \"r\", \"step\": \"one\", \"cite\": \"c\", \"text\": \"t\", \"verdict\": "
    "\"maybe\"}]",
    "“maybe” is not known here" },
  { "verdict-without-words",
    "\"rules\": [{\"id\": \"r\", \"step\": \"one\", \"cite\": \"c\", \"text\": \"t\", \"verdict\": "
    "\"prohibited\"}]",
    "decides something and says nothing" },
  { "covered-without-requirement",
    "\"rules\": [{\"id\": \"r\", \"step\": \"one\", \"cite\": \"c\", \"text\": \"t\", "
    "\"authorisations\": true}]",
    "needs the verdict license-required" },
  { "rule-without-citation", "\"rules\": [{\"id\": \"r\", \"step\": \"one\", \"text\": \"t\"}]",
    "cite" },
  { "no-such-authorisation",
    "\"rules\": [{\"id\": \"r\", \"step\": \"one\", \"cite\": \"c\", \"text\": \"t\", \"bars\": "
    "[\"EU999\"], "
    "\"found\": {\"met\": \"m\", \"unknown\": \"u\"}}]",
    "there is no authorisation “EU999”" },
  { "no-such-duty",
    "\"rules\": [{\"id\": \"r\", \"step\": \"one\", \"cite\": \"c\", \"text\": \"t\", \"duties\": "
    "[\"d\"]}]",
    "there is no duty “d”" },
  { "asks-for-nonsense",
    "\"rules\": [{\"id\": \"r\", \"step\": \"one\", \"cite\": \"c\", \"text\": \"t\", \"asks\": "
    "[\"weather\"]}]",
    "“weather” is not known here" },
  { "authorisation-without-items",
    "\"authorisations\": [{\"id\": \"A\", \"name\": \"n\", \"cite\": \"c\", \"transactions\": [], "
    "\"destinations\": {\"text\": \"t\", \"cite\": \"c\", \"when\": {\"listed\": true}}}]",
    "items" },
  { "authorisation-for-nothing",
    "\"authorisations\": [{\"id\": \"A\", \"name\": \"n\", \"cite\": \"c\", \"transactions\": []}]",
    "is for no transaction" },
  { "condition-without-when",
    "\"authorisations\": [{\"id\": \"A\", \"name\": \"n\", \"cite\": \"c\", \"transactions\": "
    "[\"export\"], "
    "\"items\": {\"text\": \"t\", \"cite\": \"c\"}}]",
    "there is no “when”" },
  { "mode-of-a-condition",
    "\"authorisations\": [{\"id\": \"A\", \"name\": \"n\", \"cite\": \"c\", \"transactions\": "
    "[\"export\"], "
    "\"conditions\": [{\"id\": \"a\", \"mode\": \"may\", \"text\": \"t\", \"cite\": \"c\", "
    "\"when\": {\"listed\": true}}]}]",
    "“may” is not known here" },
  { "transaction-without-outcomes",
    "\"transactions\": [{\"id\": \"export\", \"label\": \"l\", \"verbs\": {\"goods\": \"g\", "
    "\"software\": \"s\", \"technology\": \"t\"}, \"outcomes\": {}}]",
    "no-license-required" },
  { "list-that-is-none", "\"rules\": {}", "rules" },
};

static LicetJson *
parse (const char *name,
       const char *text)
{
  g_autoptr (GError) error = NULL;
  LicetJson *json = licet_json_parse (name, text, -1, &error);

  g_assert_no_error (error);
  return json;
}

static GPtrArray *
make_documents (const char *second)
{
  GPtrArray *documents = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_json_unref);

  g_ptr_array_add (documents, parse ("rules/eu/jurisdiction.json", head));
  g_ptr_array_add (documents, parse ("rules/eu/x.json", second));
  return documents;
}

static void
test_defect (gconstpointer data)
{
  const DefectCase *test = data;
  g_autofree char *text =
      g_strdup_printf ("{\"jurisdiction\": \"EU\", \"edition\": \"%s\", \"source\": \"s\"%s\n%s}",
                       test->body != NULL ? "2025-11-15" : "2024-01-01",
                       test->body != NULL ? "," : "", test->body != NULL ? test->body : "");
  g_autoptr (GPtrArray) documents = make_documents (text);
  g_autoptr (GError) error = NULL;

  g_assert_null (_licet_rules_new (documents, &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA);
  if (strstr (error->message, test->message) == NULL)
    g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, test->message));
  g_assert_nonnull (strstr (error->message, "rules/eu/x.json:"));
}

static void
test_every_defect_is_told (void)
{
  g_autoptr (GPtrArray) documents = make_documents (
      "{\"jurisdiction\": \"EU\", \"edition\": \"2025-11-15\", \"source\": \"s\",\n"
      "\"groups\": [{\"id\": \"g\", \"name\": \"n\", \"cite\": \"c\", \"members\": [\"ZZ\", "
      "\"YY\"]}],\n"
      "\"conditions\": [{\"id\": \"c\", \"text\": \"t\", \"when\": {\"moon\": 1}}]}");
  g_autoptr (GError) error = NULL;

  g_assert_null (_licet_rules_new (documents, &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA);
  g_assert_nonnull (strstr (error->message, "“ZZ”"));
  g_assert_nonnull (strstr (error->message, "“YY”"));
  g_assert_nonnull (strstr (error->message, "no form of condition"));
}

static void
test_head_is_needed (void)
{
  g_autoptr (GPtrArray) documents =
      g_ptr_array_new_with_free_func ((GDestroyNotify) licet_json_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (documents, parse ("rules/eu/x.json", "{}"));
  g_assert_null (_licet_rules_new (documents, &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA);
  g_clear_error (&error);
  g_assert_null (_licet_rules_new (none, &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA);
}

static gpointer
ref_document (gconstpointer json,
              gpointer user_data)
{
  return licet_json_ref ((LicetJson *) json);
}

/* Whatever a value of the real files is replaced by, it is an error or still rules; never a crash. */
static void
test_mangled_files_are_errors (void)
{
  static const char *const values[] = { "null",           "0",   "[]", "{}", "\"\"", "[[]]",
                                        "{\"all\":[{}]}", "true" };
  g_autoptr (GPtrArray) documents = fixture_load_documents ();
  GRand *rand = g_rand_new_with_seed (20261123);

  for (guint round = 0; round < 60; round++) {
    guint which = (guint) g_rand_int_range (rand, 0, (gint32) documents->len);
    LicetJson *json = g_ptr_array_index (documents, which);
    const char *text = licet_json_get_text (json);
    const char *start = text + g_rand_int_range (rand, 0, (gint32) strlen (text));
    const char *colon = strchr (start, ':');
    const char *end = colon != NULL ? strchr (colon, '\n') : NULL;
    g_autoptr (GString) mangled = g_string_new (NULL);
    g_autoptr (LicetJson) parsed = NULL;
    g_autoptr (LicetRules) rules = NULL;
    g_autoptr (GPtrArray) copy = NULL;
    g_autoptr (GError) error = NULL;

    if (end == NULL)
      continue;
    g_string_append_len (mangled, text, colon + 1 - text);
    g_string_append (mangled, values[g_rand_int_range (rand, 0, G_N_ELEMENTS (values))]);
    g_string_append (mangled, end[-1] == ',' ? "," : "");
    g_string_append (mangled, end);
    parsed = licet_json_parse (licet_json_get_name (json), mangled->str, -1, NULL);
    if (parsed == NULL)
      continue;
    copy = g_ptr_array_copy (documents, ref_document, NULL);
    licet_json_unref (copy->pdata[which]);
    copy->pdata[which] = licet_json_ref (parsed);
    rules = _licet_rules_new (copy, &error);
    g_assert_true ((rules == NULL) == (error != NULL));
  }
  g_rand_free (rand);
}

static void
test_bundle_holds_the_rules (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetBundle) bundle = licet_bundle_open (NULL, &error);
  g_autoptr (LicetRules) rules = NULL;
  g_autoptr (LicetRules) files = fixture_load_rules ();

  g_assert_no_error (error);
  rules = licet_rules_load (bundle, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (licet_rules_get_jurisdictions (rules)[0], ==, "EU");
  g_assert_null (licet_rules_get_jurisdictions (rules)[1]);
  g_assert_cmpstr (licet_rules_get_edition (rules, "EU"), ==, "2025-11-15");
  g_assert_null (licet_rules_get_edition (rules, "XX"));
  g_assert_true (licet_digest_is_valid (licet_rules_get_digest (rules)));
  g_assert_cmpstr (licet_rules_get_digest (rules), ==, licet_rules_get_digest (files));
}

static void
test_check_tells_own_defects (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetBundle) bundle = licet_bundle_open (NULL, &error);
  g_autoptr (LicetJson) good = NULL;
  g_autoptr (LicetJson) bad = NULL;

  g_assert_no_error (error);
  good = licet_bundle_load_document (bundle, "rules/eu/articles.json", &error);
  g_assert_no_error (error);
  g_assert_true (licet_rules_check_document (bundle, "rules/eu/articles.json", good, &error));
  g_assert_no_error (error);

  /* A file that is new to the bundle; and one whose absence leaves others without what they name. */
  bad = parse (
      "rules/eu/new.json",
      "{\"jurisdiction\": \"EU\", \"edition\": \"2025-11-15\", \"source\": \"s\",\n\"scopes\": [\n"
      "{\"id\": \"s\", \"name\": \"n\", \"cite\": \"c\", \"rows\": [\"3A001.a.5\", \"3A999\"]}]}");
  g_assert_false (licet_rules_check_document (bundle, "rules/eu/new.json", bad, &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA);
  g_assert_cmpstr (
      error->message, ==,
      "rules/eu/new.json:3: /scopes/0: there is no “3A999” in the list; name a code it has");
  g_clear_error (&error);
  g_assert_false (licet_rules_check_document (bundle, "rules/new.json", bad, &error));
  g_assert_error (error, LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA);
}

static void
test_questions (void)
{
  g_autoptr (LicetRules) rules = fixture_load_rules ();
  const LicetRuleQuestion *question = licet_rules_find_question (rules, "eu.wmd.informed");
  GPtrArray *all = licet_rules_get_questions (rules);

  g_assert_nonnull (question);
  g_assert_cmpstr (question->mode, ==, "informed");
  g_assert_cmpstr (question->topic, ==, "wmd");
  g_assert_nonnull (question->help);
  g_assert_null (licet_rules_find_question (rules, "eu.nothing"));
  for (guint i = 0; i < all->len; i++) {
    const LicetRuleQuestion *each = g_ptr_array_index (all, i);

    g_assert_true (licet_rules_find_question (rules, each->id) == each);
    g_assert_true (g_str_has_suffix (each->text, "?"));
    g_assert_nonnull (each->cite);
  }
}

static void
test_catch_all_is_asked_apart (void)
{
  static const char *const topics[] = { "wmd", "military", "parts", "cyber" };
  static const char *const modes[] = { "informed", "aware", "suspect" };
  g_autoptr (LicetRules) rules = fixture_load_rules ();

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    for (guint j = 0; j < G_N_ELEMENTS (modes); j++) {
      g_autofree char *id = g_strdup_printf ("eu.%s.%s", topics[i], modes[j]);
      const LicetRuleQuestion *question = licet_rules_find_question (rules, id);

      g_assert_nonnull (question);
      g_assert_cmpstr (question->mode, ==, modes[j]);
      g_assert_cmpstr (question->topic, ==, topics[i]);
    }
}

/* The words that conditions may use for roles and kinds are those that parties have. */
static void
test_words_are_those_of_parties (void)
{
  g_autoptr (LicetRules) rules = fixture_load_rules ();
  const LicetRuleBook *book = _licet_rules_find_book (rules, "EU");
  guint n = 0;

  for (guint i = 0; book->roles[i] != NULL; i++, n++) {
    LicetPartyRole role;

    g_assert_true (licet_party_role_parse (book->roles[i], &role));
  }
  g_assert_cmpuint (n, ==, LICET_N_ROLES);
  for (guint i = LICET_PARTY_KIND_UNKNOWN + 1; i <= LICET_PARTY_KIND_OTHER; i++)
    g_assert_true (g_strv_contains ((const char *const *) book->party_kinds,
                                    licet_party_kind_serialise ((LicetPartyKind) i)));
  g_assert_cmpuint (g_strv_length (book->party_kinds), ==, LICET_PARTY_KIND_OTHER);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (defect_cases); i++) {
    g_autofree char *path = g_strconcat ("/license/rules/refused/", defect_cases[i].name, NULL);

    g_test_add_data_func (path, &defect_cases[i], test_defect);
  }
  g_test_add_func ("/license/rules/every-defect-is-told", test_every_defect_is_told);
  g_test_add_func ("/license/rules/head-is-needed", test_head_is_needed);
  g_test_add_func ("/license/rules/mangled-files-are-errors", test_mangled_files_are_errors);
  g_test_add_func ("/license/rules/bundle-holds-them", test_bundle_holds_the_rules);
  g_test_add_func ("/license/rules/check-tells-own-defects", test_check_tells_own_defects);
  g_test_add_func ("/license/rules/questions", test_questions);
  g_test_add_func ("/license/rules/catch-all-is-asked-apart", test_catch_all_is_asked_apart);
  g_test_add_func ("/license/rules/words-are-those-of-parties", test_words_are_those_of_parties);
  return g_test_run ();
}
