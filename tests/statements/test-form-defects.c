/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-form-private.h>

#include <string.h>

/* Each is put into a sound form in place of the line that @old begins. */
typedef struct {
  const char *name;
  const char *old;
  const char *new;
  guint line;
  const char *says;
} Defect;

static const char sound[] =
    /*  1 */ "{\n"
    /*  2 */ "\"id\": \"test\", \"kind\": \"statement\",\n"
    /*  3 */ "\"jurisdiction\": \"EU\", \"authority\": \"A\", \"title\": \"T\",\n"
    /*  4 */ "\"edition\": \"2026-01-01\", \"cite\": \"C\",\n"
    /*  5 */ "\"roles\": [\"end-user\"],\n"
    /*  6 */ "\"validity-months\": 6,\n"
    /*  7 */ "\"applies\": {\"path\": \"verdicts.eu\", \"has\": \"license-required\"},\n"
    /*  8 */ "\"sections\": [{\"id\": \"s\", \"title\": \"S\", \"fields\": [\n"
    /*  9 */ "{\"id\": \"name\", \"label\": \"N\", \"type\": \"name\", \"bind\": \"party.name\"},\n"
    /* 10 */ "{\"id\": \"use\", \"label\": \"U\", \"type\": \"text\", "
    /*    */ "\"bind\": \"end-use.text\"}]},\n"
    /* 11 */ "{\"id\": \"goods\", \"title\": \"G\", \"repeat\": \"items\", \"fields\": [\n"
    /* 12 */ "{\"id\": \"what\", \"label\": \"W\", \"type\": \"text\", "
    /*    */ "\"bind\": [\"description\", \"part-number\"]}]}],\n"
    /* 13 */ "\"undertakings\": [{\"id\": \"u\", \"text\": \"We\", \"cite\": \"C\"},\n"
    /* 14 */ "{\"id\": \"v\", \"text\": \"Will\", \"cite\": \"C\"}]\n"
    "}";

static const Defect defects[] = {
  { "unknown-member", "\"validity-months\": 6", "\"validity\": 6", 6, "validity" },
  { "validity-out-of-range", "6,\n", "600,\n", 6, "validity-months" },
  { "no-such-kind", "\"statement\"", "\"letter\"", 2, "“letter” is no kind of form" },
  { "edition-no-day", "2026-01-01", "2026-13-01", 4, "is no day" },
  { "no-such-role", "[\"end-user\"]", "[\"buyer\"]", 5, "“buyer” is no role" },
  { "statement-of-nobody", "[\"end-user\"]", "[]", 5, "who must give it" },
  { "no-such-type", "\"type\": \"name\"", "\"type\": \"names\"", 9, "“names” is no type" },
  { "no-such-root", "party.name", "partner.name", 9, "“partner.name” binds to nothing" },
  { "no-such-member", "party.name", "party.nmae", 9, "“party.nmae” binds to nothing" },
  { "root-without-member", "party.name", "party", 9, "“party” binds to nothing" },
  { "member-of-a-plain-root", "end-use.text", "reference.text", 10,
    "“reference.text” binds to nothing" },
  { "no-such-row-member", "\"part-number\"", "\"part\"", 12, "“part” binds to nothing a row has" },
  { "no-such-list", "\"repeat\": \"items\"", "\"repeat\": \"parties\"", 11,
    "“parties” is no list" },
  { "field-twice", "\"id\": \"use\"", "\"id\": \"name\"", 10, "there twice" },
  { "section-twice", "\"id\": \"goods\"", "\"id\": \"s\"", 11, "there twice" },
  { "undertaking-twice", "\"id\": \"v\"", "\"id\": \"u\"", 14, "there twice" },
  { "condition-without-test", "\"has\": \"license-required\"", "\"is\": null", 7, "one test" },
  { "condition-with-two-tests", "\"has\": \"license-required\"", "\"is\": true, \"present\": true",
    7, "one test" },
  { "condition-of-nothing", "verdicts.eu", "verdict.eu", 7, "binds to nothing" },
  { "condition-present-false", "\"has\": \"license-required\"", "\"present\": false", 7,
    "only be true" },
  { "condition-with-a-typo", "\"has\": \"license-required\"", "\"haz\": \"license-required\"", 7,
    "haz" },
  { "condition-is-a-number", "\"has\": \"license-required\"", "\"is\": 4", 7, "text" },
  { "differs-from-nothing", "\"has\": \"license-required\"", "\"differs\": \"who.id\"", 7,
    "binds to nothing" },
  { "negative-length", "\"label\": \"U\"", "\"label\": \"U\", \"max-length\": -1", 10,
    "max-length" },
};

static void
test_defect (gconstpointer data)
{
  const Defect *row = data;
  g_autoptr (GString) text = g_string_new (sound);
  g_autofree char *place = g_strdup_printf ("test.json:%u: ", row->line);
  g_autoptr (LicetJson) json = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, row->old, row->new, 1), ==, 1);
  json = licet_json_parse ("test.json", text->str, -1, &error);
  g_assert_no_error (error);
  g_assert_null (_licet_form_parse (json, &error));
  g_assert_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_MEMBER);
  g_assert_nonnull (strstr (error->message, row->says));
  g_assert_cmpstr (g_str_has_prefix (error->message, place) ? "" : error->message, ==, "");
  /* What to do stands after the reason. */
  g_assert_nonnull (strchr (error->message, ';'));
}

static void
test_sound_form_is_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("test.json", sound, -1, &error);
  g_autoptr (LicetForm) form = _licet_form_parse (json, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (licet_form_get_id (form), ==, "test");
  g_assert_cmpuint (licet_form_get_validity_months (form), ==, 6);
}

static void
test_name_must_be_that_of_the_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LicetJson) json = licet_json_parse ("test.json", sound, -1, &error);

  g_assert_true (licet_form_check_document (NULL, "forms/statements/test.json", json, &error));
  g_assert_no_error (error);
  g_assert_false (licet_form_check_document (NULL, "forms/statements/other.json", json, &error));
  g_assert_nonnull (strstr (error->message, "not the name of the file"));
}

static void
test_random_damage_is_no_crash (void)
{
  const guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 3000; i++) {
    g_autofree char *text = g_strdup (sound);
    g_autoptr (LicetJson) json = NULL;
    g_autoptr (LicetForm) form = NULL;
    g_autoptr (GError) error = NULL;

    for (int n = g_rand_int_range (rand, 1, 4); n > 0; n--)
      text[g_rand_int_range (rand, 0, sizeof sound - 1)] = (char) g_rand_int_range (rand, 1, 128);
    json = licet_json_parse ("test.json", text, -1, &error);
    form = json != NULL ? _licet_form_parse (json, &error) : NULL;
    g_assert_true ((form == NULL) == (error != NULL));
  }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements/form/sound-form-is-read", test_sound_form_is_read);
  for (guint i = 0; i < G_N_ELEMENTS (defects); i++) {
    g_autofree char *path = g_strconcat ("/statements/form/refuses-", defects[i].name, NULL);

    g_test_add_data_func (path, &defects[i], test_defect);
  }
  g_test_add_func ("/statements/form/name-must-be-that-of-the-file",
                   test_name_must_be_that_of_the_file);
  g_test_add_func ("/statements/form/random-damage-is-no-crash", test_random_damage_is_no_crash);
  return g_test_run ();
}
