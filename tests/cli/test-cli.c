/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "fixture.h"

#include <glib/gstdio.h>
#include <licet-store.h>
#include <string.h>
#include <sys/stat.h>

static const char *program;
static Fixture shared;
static char *package;
static char *broken;
static char *store;

static const char item[] =
  "{\"description\": \"14-bit converter\", \"nature\": \"goods\", \"kinds\": [\"adc\"],\n"
  " \"facts\": {\"adc-resolution\": \"14 bit\", \"sample-rate\": \"310 MS/s\"},\n"
  " \"choices\": {\"design-scope\": [\"general-purpose\"]}, \"relations\": {\"contains\": [], "
  "\"part-of\": []},\n"
  " \"answers\": {\"eu-annex-i:3A001.a.2#n1\": false}}\n";

static void
write_text (const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (shared.folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A package with something hung on: it can be read, and is not what was written. */
static void
make_broken (void)
{
  g_autoptr (GBytes) bytes = fixture_read (package);
  g_autoptr (GByteArray) longer = g_byte_array_new ();

  g_byte_array_append (longer, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
  g_byte_array_append (longer, (const guint8 *) "more", 4);
  g_assert_true (
    g_file_set_contents (broken, (const char *) longer->data, (gssize) longer->len, NULL));
}

static void
make_store (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetStore) opened = licet_store_open (shared.bundle, store, &error);

  g_assert_no_error (error);
  g_assert_true (licet_store_save_case (opened, shared.self, &error));
  g_assert_no_error (error);
  g_assert_true (licet_store_close (opened, &error));
}

static char *
replace (char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  g_free (text);
  return g_strjoinv (to, parts);
}

/* What lasts of an output: no digests, no folder of this run, no version, no place in an archive.
 */
static char *
dup_lasting (const char *text)
{
  g_autoptr (GRegex) digest =
      g_regex_new ("[0-9a-f]{64}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GRegex) data =
      g_regex_new ("data\\s+[0-9a-f]{12}", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GRegex) version = g_regex_new ("licet-cli [0-9]+\\.[0-9.]+", G_REGEX_DEFAULT,
                                            G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *first = g_regex_replace_literal (digest, text, -1, 0, "DIGEST",
                                                    G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *second = g_regex_replace_literal (data, first, -1, 0, "data DIGEST",
                                                     G_REGEX_MATCH_DEFAULT, NULL);
  g_autoptr (GRegex) offset =
      g_regex_new ("from byte [0-9]+", G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT, NULL);
  g_autofree char *placed = g_regex_replace_literal (offset, second, -1, 0, "from byte N",
                                                     G_REGEX_MATCH_DEFAULT, NULL);
  char *third = g_regex_replace_literal (version, placed, -1, 0, "licet-cli VERSION",
                                         G_REGEX_MATCH_DEFAULT, NULL);

  third = replace (third, shared.folder, "FOLDER");
  return replace (third, shared.out, "OUT");
}

static char *
dup_text (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 ? g_strndup (data, size) : g_strdup ("");
}

static void
run (const char *arguments,
     const char *locale,
     int *ret_status,
     char **ret_output,
     char **ret_error)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *bundle = g_build_filename (shared.folder, "licet.bundle", NULL);
  g_autofree char *text = g_strdup (arguments);
  g_autofree char *line = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) output = NULL;
  g_autoptr (GBytes) errors = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;

  text = replace (g_steal_pointer (&text), "@F@", shared.folder);
  text = replace (g_steal_pointer (&text), "@O@", shared.out);
  line = g_strdup_printf ("%s %s", program, text);
  g_assert_true (g_shell_parse_argv (line, NULL, &words, NULL));
  g_subprocess_launcher_setenv (launcher, "LICET_BUNDLE", bundle, TRUE);
  g_subprocess_launcher_setenv (launcher, "COLUMNS", "80", TRUE);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (process, NULL, NULL, &output, &errors, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  *ret_status = g_subprocess_get_exit_status (process);
  *ret_output = dup_text (output);
  *ret_error = dup_text (errors);
}

typedef struct {
  const char *name;
  const char *arguments;
  int status;
} Golden;

static const Golden goldens[] = {
  { "help", "--help", 0 },
  { "version", "--version", 0 },
  { "search-help", "search --help", 0 },
  { "search", "search 14-bit 310 MSPS ADC", 0 },
  { "search-code", "search --limit 2 3a0", 0 },
  { "search-nothing", "search zzzzz", 0 },
  { "show", "show 3A001.a.5.a", 0 },
  { "show-json", "show --json 3A001.a.5.a", 0 },
  { "classify", "classify @F@/item.json", 0 },
  { "classify-all", "classify --all --list eu-annex-i @F@/item.json", 0 },
  { "classify-json", "classify --json @F@/item.json", 0 },
  { "require", "require @F@/case.json", 0 },
  { "require-trail", "require --trail @F@/case.json", 0 },
  { "require-json", "require --json @F@/case.json", 0 },
  { "package", "package @F@/case.json -o @O@/p.zip", 0 },
  { "package-json", "package --json -o @O@/p.zip @F@/case.json", 0 },
  { "verify", "verify @O@/a.zip", 0 },
  { "verify-json", "verify --json @O@/a.zip", 0 },
  { "verify-fails", "verify @O@/broken.zip", 1 },
  { "lists", "lists", 0 },
  { "lists-json", "lists --json", 0 },
  { "store-check", "store check --store @F@/office.licet", 0 },
  { "store-backup", "store backup --store @F@/office.licet @O@/copy.licet", 0 },
  { "road", "road @F@/case.json -o @O@/r.zip", 0 },
};

static void
compare_with_golden (const char *name,
                     const char *text)
{
  g_autofree char *file = g_strdup_printf ("%s.txt", name);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "cli", "golden", file, NULL);
  g_autofree char *golden = NULL;

  if (g_getenv ("LICET_BLESS") != NULL)
    g_assert_true (g_file_set_contents (path, text, -1, NULL));
  if (!g_file_get_contents (path, &golden, NULL, NULL) || !g_str_equal (golden, text))
    g_error (
      "%s is not what was printed; if this is right, run the test again with LICET_BLESS=1:\n%s",
      path, text);
}

static void
test_golden (gconstpointer data)
{
  const Golden *golden = data;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *lasting = NULL;
  int status;

  run (golden->arguments, "C.UTF-8", &status, &output, &errors);
  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpint (status, ==, golden->status);
  lasting = dup_lasting (output);
  compare_with_golden (golden->name, lasting);
}

typedef struct {
  const char *name;
  const char *arguments;
  const char *complaint;
} Refusal;

static const Refusal refusals[] = {
  { "no-such-command", "serch adc",
    "licet-cli: serch: there is no such command; see licet-cli --help\n" },
  { "no-such-option", "search --lst x adc",
    "licet-cli: search: Unknown option --lst; see licet-cli search --help\n" },
  { "too-little", "show", "licet-cli: show: something is missing; usage: licet-cli show CODE\n" },
  { "too-much", "show 3A001 3A002",
    "licet-cli: show: too much was given; usage: licet-cli show CODE\n" },
  { "no-such-list", "search --list uk adc", "licet-cli: uk: " },
  { "limit", "search --limit 0 adc",
    "licet-cli: --limit: 0 is no number of hits; give one from 1 to 1000\n" },
  { "no-such-code", "show 3A099", "licet-cli: " },
  { "no-item", "classify @F@/none.json", "licet-cli: FOLDER/none.json: it cannot be read: " },
  { "item-is-a-folder", "classify @F@", "licet-cli: FOLDER: it is a folder; name a file\n" },
  { "item-has-no-end", "classify /dev/zero", "licet-cli: /dev/zero: it is larger than " },
  { "item-is-empty", "classify /dev/null",
    "licet-cli: /dev/null:1: the document ends too early; " },
  { "option-no-number", "search --limit ten adc", "licet-cli: search: " },
  { "package-onto-a-pipe", "package @F@/case.json -o @O@/pipe",
    "licet-cli: OUT/pipe: it cannot be written: it is a device or a pipe; " },
  { "verify-has-no-end", "verify /dev/zero", "licet-cli: /dev/zero: it is larger than " },
  { "item-no-json", "classify @F@/bad.json", "licet-cli: FOLDER/bad.json:1: " },
  { "item-bad-fact", "classify @F@/bad-fact.json",
    "licet-cli: FOLDER/bad-fact.json:1: /facts/sample-rate: " },
  { "no-case", "require @F@/none.json", "licet-cli: FOLDER/none.json: it cannot be read: " },
  { "case-is-an-item", "require @F@/item.json", "licet-cli: FOLDER/item.json:1: " },
  { "case-concludes-too-much", "require @F@/too-much.json",
    "licet-cli: FOLDER/too-much.json: item “chip”: " },
  { "package-nowhere", "package @F@/case.json -o @O@/none/p.zip",
    "licet-cli: OUT/none/p.zip: it cannot be written: " },
  { "package-paper", "package @F@/case.json --paper a5 -o @O@/x.zip",
    "licet-cli: --paper: “a5” is no paper that is known; use a4 or letter\n" },
  { "verify-nothing", "verify @O@/none.zip", "licet-cli: OUT/none.zip: it cannot be read: " },
  { "verify-no-package", "verify @F@/case.json",
    "licet-cli: FOLDER/case.json: it is no ZIP archive, or not whole" },
  { "store-word", "store mend", "licet-cli: store: “mend” cannot be done so" },
  { "store-none", "store check --store @F@/none.licet",
    "licet-cli: FOLDER/none.licet: there is no store; name one with --store\n" },
  { "store-is-no-store", "store check --store @F@/item.json",
    "licet-cli: FOLDER/item.json: it is " },
  { "store-target-is-there", "store backup --store @F@/office.licet @F@/item.json",
    "licet-cli: FOLDER/item.json: it is there already; choose another name\n" },
  { "store-no-target", "store backup --store @F@/office.licet",
    "licet-cli: store: “backup” cannot be done so" },
};

/* One line that says file, place, reason and remedy; nothing on standard output; status 2. */
static void
test_refusal (gconstpointer data)
{
  const Refusal *refusal = data;
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *lasting = NULL;
  int status;

  run (refusal->arguments, "C.UTF-8", &status, &output, &errors);
  lasting = dup_lasting (errors);
  if (!g_str_has_prefix (lasting, refusal->complaint))
    g_error ("expected “%s”, found “%s”", refusal->complaint, lasting);
  g_assert_cmpint (status, ==, 2);
  g_assert_cmpstr (output, ==, "");
  g_assert_nonnull (strstr (errors, "; "));
  g_assert_true (strchr (errors, '\n') == errors + strlen (errors) - 1);
}

static void
test_no_arguments (void)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int status;

  run ("", "C.UTF-8", &status, &output, &errors);
  g_assert_cmpint (status, ==, 2);
  g_assert_true (g_str_has_prefix (output, "usage: licet-cli COMMAND"));
}

/* A terminal that knows ASCII alone gets ASCII alone. */
static void
test_plain_letters (void)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int status;

  run ("require @F@/case.json", "C", &status, &output, &errors);
  g_assert_cmpint (status, ==, 0);
  for (const char *p = output; *p != '\0'; p++)
    g_assert_cmpint ((guchar) *p, <, 128);
  g_assert_nonnull (strstr (output, "14-bit 310 MSPS"));
}

/* The rules know a listed party by its country only: what screening found stands before what they say. */
static void
test_stop_comes_first (void)
{
  static const char stop[] = "Stop, whatever stands below: screening found ";
  g_autofree char *words = NULL;
  g_autofree char *json = NULL;
  g_autofree char *errors = NULL;
  g_autofree char *more_errors = NULL;
  int status;

  run ("require @F@/hit.json", "C", &status, &words, &errors);
  g_assert_cmpint (status, ==, 0);
  g_assert_true (g_str_has_prefix (words, stop));
  run ("require --json @F@/hit.json", "C", &status, &json, &more_errors);
  g_assert_cmpint (status, ==, 0);
  g_assert_nonnull (strstr (json, stop));
}

/* JSON is UTF-8 whatever the terminal knows, and is read back. */
static void
test_json_is_json (void)
{
  static const char *const commands[] = {
    "search --json adc",
    "show --json 3A001",
    "classify --json --all @F@/item.json",
    "require --json @F@/case.json",
    "package --json -o @O@/j.zip @F@/case.json",
    "verify --json @O@/a.zip",
    "lists --json",
    "store check --json --store @F@/office.licet",
    "store backup --json --store @F@/office.licet @O@/j.licet",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *output = NULL;
    g_autofree char *errors = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (LicetJson) json = NULL;
    int status;

    run (commands[i], "C", &status, &output, &errors);
    g_assert_cmpint (status, ==, 0);
    json = licet_json_parse (commands[i], output, -1, &error);
    g_assert_no_error (error);
  }
}

static void
test_search_json_members (void)
{
  static const char *const members[] = { "list", "code", "path", "heading", "score", "why" };
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  g_autoptr (LicetJson) json = NULL;
  LicetJsonPlace root;
  guint n = 0;
  int status;

  run ("search --json adc", "C.UTF-8", &status, &output, &errors);
  json = licet_json_parse ("search", output, -1, NULL);
  licet_json_place_root (json, &root);
  g_assert_true (licet_json_place_length (&root, &n, NULL));
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace hit;

    licet_json_place_element (&root, i, &hit);
    for (guint j = 0; j < G_N_ELEMENTS (members); j++)
      g_assert_true (licet_json_place_has (&hit, members[j]));
  }
}

/* A stranger's text does not steer the terminal. */
static void
test_no_control_characters (void)
{
  g_autofree char *output = NULL;
  g_autofree char *errors = NULL;
  int status;

  run ("road @F@/steering.json -o @O@/s.zip", "C.UTF-8", &status, &output, &errors);
  g_assert_cmpstr (errors, ==, "");
  g_assert_cmpint (status, ==, 0);
  g_assert_null (strchr (output, '\033'));
  g_assert_null (strstr (output, "\342\200\256"));
}

static void
test_output_that_cannot_be_written (void)
{
  g_autofree char *command = g_strdup_printf ("%s lists --json > /dev/full", program);
  const char *words[] = { "/bin/sh", "-c", command, NULL };
  g_autofree char *bundle = g_build_filename (shared.folder, "licet.bundle", NULL);
  g_autofree char *errors = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("LICET_BUNDLE", bundle, TRUE);
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &errors, &status,
                &error);
  g_assert_no_error (error);
  g_assert_false (g_spawn_check_wait_status (status, &error));
  g_assert_error (error, G_SPAWN_EXIT_ERROR, 2);
  g_assert_nonnull (strstr (errors, "licet-cli: standard output: the output cannot be written"));
}

static void
prepare (void)
{
  g_autofree char *path = g_build_filename (shared.folder, "case.json", NULL);
  g_autofree char *text = NULL;
  g_autofree char *too_much = NULL;
  g_autofree char *pipe = NULL;
  g_autofree char *steering = NULL;
  g_autofree char *hit = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  too_much = replace (g_strdup (text), "\"3A001.a.5.a.4\"", "\"3A001.a.5.a.3\"");
  hit = replace (g_strdup (text), "\"state\": \"clear\"", "\"state\": \"hit\"");
  steering = replace (g_strdup (text), "Merlion Spectrometry Laboratory",
                      "Merlion \\u001b[31m\\u202e Laboratory");
  write_text ("too-much.json", too_much);
  write_text ("hit.json", hit);
  write_text ("steering.json", steering);
  write_text ("item.json", item);
  write_text ("bad.json", "{\"kinds\": [}");
  write_text ("bad-fact.json", "{\"description\": \"x\", \"kinds\": [\"adc\"], \"facts\": "
                               "{\"sample-rate\": \"14 bit\"}}");
  package = fixture_write (&shared, shared.self, "a.zip");
  broken = g_build_filename (shared.out, "broken.zip", NULL);
  store = g_build_filename (shared.folder, "office.licet", NULL);
  pipe = g_build_filename (shared.out, "pipe", NULL);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  make_broken ();
  make_store ();
}

int
main (int argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, >, 1);
  program = argv[1];
  fixture_set_up (&shared, NULL);
  prepare ();

  for (guint i = 0; i < G_N_ELEMENTS (goldens); i++) {
    g_autofree char *name = g_strdup_printf ("/cli/prints/%s", goldens[i].name);

    g_test_add_data_func (name, &goldens[i], test_golden);
  }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autofree char *name = g_strdup_printf ("/cli/refuses/%s", refusals[i].name);

    g_test_add_data_func (name, &refusals[i], test_refusal);
  }
  g_test_add_func ("/cli/without-arguments-shows-how", test_no_arguments);
  g_test_add_func ("/cli/plain-letters-for-a-plain-terminal", test_plain_letters);
  g_test_add_func ("/cli/stop-comes-first", test_stop_comes_first);
  g_test_add_func ("/cli/json-is-json", test_json_is_json);
  g_test_add_func ("/cli/search-json-has-its-members", test_search_json_members);
  g_test_add_func ("/cli/no-control-characters", test_no_control_characters);
  g_test_add_func ("/cli/output-that-cannot-be-written-is-a-failure",
                   test_output_that_cannot_be_written);
  status = g_test_run ();
  g_free (package);
  g_free (broken);
  g_free (store);
  fixture_tear_down (&shared, NULL);
  return status;
}
