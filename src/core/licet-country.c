/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-country"

#include "config.h"

#include "licet-country.h"

#include <json-glib/json-glib.h>
#include <libintl.h>
#include <string.h>

#include "licet-error.h"
#include "licet-text.h"

/* Translations of iso-codes. */
#define ISO_DOMAIN "iso_3166-1"

typedef struct {
  GHashTable *names;  /* alpha-2 -> name */
  GHashTable *folded; /* folded name or code -> alpha-2 */
  GPtrArray *codes;   /* alpha-2, in order, ended by NULL */
} Countries;

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_spelling (Countries *countries,
              const char *spelling,
              const char *code)
{
  if (spelling != NULL)
    g_hash_table_insert (countries->folded, licet_text_fold_name (spelling), (gpointer) code);
}

static void
add_country (Countries *countries,
             const char *alpha2,
             const char *alpha3,
             const char *name,
             const char *common_name)
{
  const char *code = g_intern_string (alpha2);

  g_hash_table_insert (countries->names, (gpointer) code,
                       (gpointer) g_intern_string (common_name != NULL ? common_name : name));
  g_ptr_array_add (countries->codes, (gpointer) code);
  add_spelling (countries, name, code);
  add_spelling (countries, common_name, code);
  add_spelling (countries, alpha2, code);
  add_spelling (countries, alpha3, code);
}

static const char *
get_member (JsonObject *object,
            const char *member)
{
  return json_object_has_member (object, member) ? json_object_get_string_member (object, member)
                                                 : NULL;
}

static void
read_iso_codes (Countries *countries)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *path = g_build_filename (LICET_ISO_CODES_DIR, "iso_3166-1.json", NULL);
  JsonArray *array;

  if (!json_parser_load_from_mapped_file (parser, path, NULL))
    return;
  array =
      json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "3166-1");
  for (guint i = 0; i < json_array_get_length (array); i++) {
    JsonObject *country = json_array_get_object_element (array, i);

    add_country (countries, get_member (country, "alpha_2"), get_member (country, "alpha_3"),
                 get_member (country, "name"), get_member (country, "common_name"));
  }
}

static gpointer
load (gpointer data)
{
  /* Names people write that iso-codes spells otherwise. */
  static const struct {
    const char *name;
    const char *code;
  } spellings[] = {
    { "Turkey", "TR" },        { "Russia", "RU" },
    { "South Korea", "KR" },   { "North Korea", "KP" },
    { "Ivory Coast", "CI" },   { "Macau", "MO" },
    { "Burma", "MM" },         { "Czech Republic", "CZ" },
    { "Great Britain", "GB" }, { "UK", "GB" },
    { "USA", "US" },           { "Holland", "NL" },
    { "Vatican City", "VA" },  { "Cape Verde", "CV" },
    { "Swaziland", "SZ" },     { "East Timor", "TL" },
    { "Palestine", "PS" },     { "Brunei", "BN" },
  };
  Countries *countries = g_new0 (Countries, 1);

  countries->names = g_hash_table_new (g_str_hash, g_str_equal);
  countries->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  countries->codes = g_ptr_array_new ();
  read_iso_codes (countries);
  add_country (countries, "XK", "XKX", "Kosovo", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    add_spelling (countries, spellings[i].name, g_intern_string (spellings[i].code));
  g_ptr_array_sort (countries->codes, compare_codes);
  g_ptr_array_add (countries->codes, NULL);
  bindtextdomain (ISO_DOMAIN, LICET_ISO_LOCALEDIR);
  bind_textdomain_codeset (ISO_DOMAIN, "UTF-8");
  return countries;
}

static const Countries *
get_countries (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

gboolean
licet_country_is_valid (const char *code)
{
  return code != NULL && g_hash_table_contains (get_countries ()->names, code);
}

const char *
licet_country_get_name (const char *code)
{
  return code != NULL ? g_hash_table_lookup (get_countries ()->names, code) : NULL;
}

const char *
licet_country_get_local_name (const char *code)
{
  const char *name = licet_country_get_name (code);

  return name != NULL ? dgettext (ISO_DOMAIN, name) : NULL;
}

const char *
licet_country_find (const char *text,
                    GError **error)
{
  g_autofree char *folded = NULL;
  const char *code;

  g_return_val_if_fail (text != NULL, NULL);

  folded = licet_text_fold_name (text);
  code = *folded != '\0' ? g_hash_table_lookup (get_countries ()->folded, folded) : NULL;
  if (code == NULL)
    g_set_error (error, LICET_CORE_ERROR, LICET_CORE_ERROR_COUNTRY,
                 "“%.60s” is no country that is known; write its English name or its two letters "
                 "of ISO 3166-1, such as SG",
                 text);
  return code;
}

const char *const *
licet_country_get_codes (void)
{
  return (const char *const *) get_countries ()->codes->pdata;
}
