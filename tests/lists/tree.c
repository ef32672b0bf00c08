/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "tree.h"

#include <glib/gstdio.h>
#include <string.h>

/* Every object stands on a line of its own, so that a test knows on which line a defect is. */
static const struct {
  const char *name;
  const char *text;
} files[] = {
  { "vocabulary/units.json",
    "{\n"
    " \"dimensions\": {\n"
    "  \"one\": {},\n"
    "  \"length\": {\"length\": 1},\n"
    "  \"frequency\": {\"time\": -1},\n"
    "  \"power\": {\"mass\": 1, \"length\": 2, \"time\": -3},\n"
    "  \"temperature\": {\"temperature\": 1}\n"
    " },\n"
    " \"units\": [\n"
    "  {\"id\": \"1\", \"dimension\": \"one\", \"factor\": \"1\"},\n"
    "  {\"id\": \"%\", \"dimension\": \"one\", \"factor\": \"1/100\", \"aliases\": "
    "[\"percent\"]},\n"
    "  {\"id\": \"m\", \"dimension\": \"length\", \"factor\": \"1\", \"aliases\": [\"metre\"]},\n"
    "  {\"id\": \"mm\", \"dimension\": \"length\", \"factor\": \"1e-3\"},\n"
    "  {\"id\": \"Hz\", \"dimension\": \"frequency\", \"factor\": \"1\"},\n"
    "  {\"id\": \"GHz\", \"dimension\": \"frequency\", \"factor\": \"1e9\"},\n"
    "  {\"id\": \"W\", \"dimension\": \"power\", \"factor\": \"1\"},\n"
    "  {\"id\": \"K\", \"dimension\": \"temperature\", \"factor\": \"1\"},\n"
    "  {\"id\": \"degC\", \"dimension\": \"temperature\", \"factor\": \"1\", \"offset\": "
    "\"273.15\", \"aliases\": [\"°C\"]}\n"
    " ]\n"
    "}\n" },
  { "vocabulary/kinds.json",
    "{\"kinds\": [\n"
    " {\"id\": \"goods\", \"label\": \"Goods\", \"parents\": []},\n"
    " {\"id\": \"amplifier\", \"label\": \"Amplifier\", \"parents\": [\"goods\"], \"aliases\": "
    "[\"amp\"]},\n"
    " {\"id\": \"software\", \"label\": \"Software\", \"parents\": []}\n"
    "]}\n" },
  { "vocabulary/kinds-1.json",
    "{\"kinds\": [\n"
    " {\"id\": \"power-amplifier\", \"label\": \"Power amplifier\", \"parents\": "
    "[\"amplifier\"]},\n"
    " {\"id\": \"adc\", \"label\": \"ADC\", \"parents\": [\"goods\"]}\n"
    "]}\n" },
  { "vocabulary/quantities.json",
    "{\"quantities\": [\n"
    " {\"id\": \"peak-power\", \"label\": \"Peak power\", \"dimension\": \"power\", \"unit\": "
    "\"W\", \"aliases\": [\"Pmax\"]},\n"
    " {\"id\": \"frequency\", \"label\": \"Operating frequency\", \"dimension\": \"frequency\", "
    "\"unit\": \"GHz\", \"range\": \"span\"},\n"
    " {\"id\": \"bandwidth\", \"label\": \"Fractional bandwidth\", \"dimension\": \"one\", "
    "\"unit\": \"%\", \"help\": \"Band over its middle.\"},\n"
    " {\"id\": \"ambient\", \"label\": \"Ambient temperature\", \"dimension\": \"temperature\", "
    "\"unit\": \"degC\", \"range\": \"span\"},\n"
    " {\"id\": \"width\", \"label\": \"Width\", \"dimension\": \"length\", \"unit\": \"mm\"}\n"
    "]}\n" },
  { "vocabulary/choices.json",
    "{\"choices\": [\n"
    " {\"id\": \"stage\", \"label\": \"Stage\", \"values\": [{\"id\": \"development\", \"label\": "
    "\"Development\"}, {\"id\": \"use\", \"label\": \"Use\"}]}\n"
    "]}\n" },
  { "lists/alpha/list.json",
    "{\n"
    " \"id\": \"alpha\", \"jurisdiction\": \"EU\", \"name\": \"List alpha\", \"short-name\": "
    "\"Alpha\", \"legal-basis\": \"Act 1\",\n"
    " \"edition\": \"2025-11-15\", \"source\": \"invented\",\n"
    " \"categories\": [\n"
    "  {\"id\": \"3\", \"title\": \"Electronics\", \"entries\": 3, \"paths\": 16},\n"
    "  {\"id\": \"9\", \"title\": \"Aerospace\"}\n"
    " ],\n"
    " \"groups\": [\n"
    "  {\"id\": \"A\", \"title\": \"Equipment\", \"nature\": \"goods\"},\n"
    "  {\"id\": \"D\", \"title\": \"Software\", \"nature\": \"software\"}\n"
    " ],\n"
    " \"general-notes\": [\n"
    "  {\"id\": \"note-2\", \"cite\": \"Notes, 2\", \"effect\": \"follows-component\", \"paths\": "
    "[\"*\"], \"text\": \"Assemblies follow.\", \"questions\": [{\"described\": \"Principal?\"}, "
    "{\"described\": \"Removable?\"}]},\n"
    "  {\"id\": \"public\", \"cite\": \"Notes, 3\", \"effect\": \"excludes\", \"paths\": [\"3D\"], "
    "\"except\": [\"3D001.b\"], \"text\": \"Software anybody can have.\"}\n"
    " ]\n"
    "}\n" },
  { "lists/alpha/category-3.json",
    "{\"category\": \"3\",\n"
    " \"notes\": [\n"
    "  {\"id\": \"3A-note\", \"cite\": \"3A, Note\", \"effect\": \"see\", \"paths\": [\"3A\"], "
    "\"text\": \"Space-qualified parts too.\"}\n"
    " ],\n"
    " \"entries\": [\n"
    "  {\"code\": \"3A001\", \"heading\": \"Amplifiers\", \"origin\": [\"WA 3.A.1\"], \"see\": "
    "[\"3A002\", \"9A004\"], \"nodes\": [\n"
    "   {\"path\": \"a\", \"text\": \"Solid state power amplifiers\", \"of\": \"all\", \"when\": "
    "[{\"kind\": \"power-amplifier\"}], \"notes\": [\n"
    "     {\"effect\": \"excludes\", \"text\": \"Not for toys.\"},\n"
    "     {\"effect\": \"method\", \"text\": \"Measured at the output.\"},\n"
    "     {\"effect\": \"includes\", \"text\": \"Also in parts.\", \"when\": [{\"described\": \"In "
    "parts?\"}, {\"kind\": \"adc\"}], \"paths\": [\"3A001.a.2\"]}], \"nodes\": [\n"
    "    {\"path\": \"a.1\", \"text\": \"Above 4 GHz\", \"when\": [{\"quantity\": \"frequency\", "
    "\"gt\": \"4 GHz\", \"le\": \"8 GHz\"}]},\n"
    "    {\"path\": \"a.2\", \"text\": \"Strong ones\", \"when\": [{\"expr\": [\"*\", "
    "\"peak-power\", [\"^\", \"frequency\", 2]], \"gt\": \"150 W.GHz^2\"}]},\n"
    "    {\"path\": \"a.3\", \"unused\": true}]},\n"
    "   {\"path\": \"b\", \"text\": \"Tubes of any power\", \"when\": [{\"any\": [{\"described\": "
    "\"Is it a tube?\"}, {\"covers\": \"ambient\", \"ge\": \"-54 degC\", \"le\": \"125 degC\"}]}, "
    "{\"described\": \"Rated above 1.7 mm?\", \"figures\": [\"1.7 mm\"]}]},\n"
    "   {\"path\": \"c\", \"text\": \"Specially designed for radar\", \"ask\": \"Was it made for "
    "radar?\"}\n"
    "  ]},\n"
    "  {\"code\": \"3A002\", \"heading\": \"Modules\", \"when\": [{\"kind\": \"amplifier\"}], "
    "\"nodes\": [\n"
    "   {\"path\": \"a\", \"text\": \"Modules with 2 of these\", \"when\": [{\"at-least\": 2, "
    "\"of\": [{\"quantity\": \"bandwidth\", \"ge\": \"50 %\"}, {\"quantity\": \"width\", \"lt\": "
    "\"5 mm\"}, {\"not\": {\"kind\": \"adc\"}}]}]},\n"
    "   {\"path\": \"b\", \"as\": \"3A001.a\", \"text\": \"The same in modules\", \"nodes\": [\n"
    "    {\"path\": \"b.1\", \"text\": \"Above 6 GHz\", \"when\": [{\"quantity\": \"frequency\", "
    "\"gt\": \"6 GHz\"}]}]}\n"
    "  ]},\n"
    "  {\"code\": \"3D001\", \"heading\": \"Software for amplifiers\", \"when\": [{\"kind\": "
    "\"software\"}, {\"choice\": \"stage\", \"in\": [\"development\", \"use\"]}], \"nodes\": [\n"
    "   {\"path\": \"a\", \"text\": \"For amplifiers\", \"when\": [{\"entry\": \"3A001.a\", "
    "\"relation\": \"for\"}]},\n"
    "   {\"path\": \"b\", \"text\": \"Not listed already\", \"when\": [{\"not\": {\"entry\": "
    "\"3A002\"}}, {\"entry\": \"9A004\", \"relation\": \"part-of\"}]}\n"
    "  ]}\n"
    " ]}\n" },
  { "lists/alpha/terms.json",
    "{\"terms\": [\n"
    " {\"id\": \"space-qualified\", \"term\": \"Space-qualified\", \"meaning\": \"Made for above "
    "100 km.\", \"cite\": \"Definitions\"},\n"
    " {\"id\": \"power\", \"term\": \"Power\", \"meaning\": \"Work over time.\", \"cite\": "
    "\"Definitions\"},\n"
    " {\"id\": \"power-amplifier\", \"term\": \"Power amplifier\", \"meaning\": \"What makes "
    "signals strong.\", \"cite\": \"Definitions\", \"aliases\": [\"PA\"]},\n"
    " {\"id\": \"power-local\", \"term\": \"Power\", \"meaning\": \"Power of a tube.\", \"cite\": "
    "\"3A001.b\", \"local\": [\"3A001.b\"]}\n"
    "]}\n" },
  { "lists/beta/list.json",
    "{\n"
    " \"id\": \"beta\", \"jurisdiction\": \"US\", \"name\": \"List beta\", \"short-name\": "
    "\"Beta\", \"legal-basis\": \"Act 2\",\n"
    " \"edition\": \"2026-01-02\", \"source\": \"invented\",\n"
    " \"categories\": [{\"id\": \"3\", \"title\": \"Electronics\"}],\n"
    " \"groups\": [{\"id\": \"A\", \"title\": \"Equipment\", \"nature\": \"goods\"}],\n"
    " \"general-notes\": []\n"
    "}\n" },
  { "lists/beta/category-3.json",
    "{\"category\": \"3\", \"entries\": [\n"
    " {\"code\": \"3A101\", \"heading\": \"Taken over\", \"us\": {\"reasons\": []}, \"nodes\": [\n"
    "  {\"path\": \"a\", \"as\": \"alpha:3A001.a\"},\n"
    "  {\"path\": \"b\", \"as\": \"alpha:3A001.b\", \"text\": \"Tubes here\"},\n"
    "  {\"path\": \"c\", \"as\": \"3A101.a\"},\n"
    "  {\"path\": \"d\", \"as\": \"alpha:9A004.b\"},\n"
    "  {\"path\": \"e\", \"as\": \"alpha:3D001.b\", \"nature\": \"technology\"}\n"
    " ]}\n"
    "]}\n" },
};

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    remove_folder (inner);
  }
  (void) g_remove (path);
}

Tree *
tree_new (void)
{
  Tree *tree = g_new0 (Tree, 1);
  g_autoptr (GError) error = NULL;

  tree->folder = g_dir_make_tmp ("licet-lists-XXXXXX", &error);
  g_assert_no_error (error);
  tree->bundle = g_build_filename (tree->folder, "licet.bundle", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    tree_write (tree, files[i].name, files[i].text, -1);
  return tree;
}

void
tree_free (Tree *tree)
{
  if (tree == NULL)
    return;
  remove_folder (tree->folder);
  g_free (tree->folder);
  g_free (tree->bundle);
  g_free (tree);
}

void
tree_write (Tree *tree,
            const char *name,
            const char *text,
            gssize length)
{
  g_autofree char *path = g_build_filename (tree->folder, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

char *
tree_read (Tree *tree,
           const char *name)
{
  g_autofree char *path = g_build_filename (tree->folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

guint
tree_replace (Tree *tree,
              const char *name,
              const char *old,
              const char *new)
{
  g_autofree char *text = tree_read (tree, name);
  g_autoptr (GString) changed = g_string_new (text);
  const char *at = strstr (text, old);
  guint line = 1;

  g_assert_nonnull (at);
  g_assert_null (strstr (at + strlen (old), old));
  for (const char *p = text; p < at; p++)
    line += *p == '\n';
  g_string_replace (changed, old, new, 1);
  tree_write (tree, name, changed->str, (gssize) changed->len);
  return line;
}

gboolean
tree_compile (Tree *tree,
              GStrv *ret_messages,
              GError **error)
{
  return licet_bundle_compile (tree->folder, tree->bundle, "1.2.3", NULL, 0, ret_messages, error);
}

LicetBundle *
tree_open (Tree *tree)
{
  g_autoptr (GError) error = NULL;
  LicetBundle *bundle;

  (void) tree_compile (tree, NULL, &error);
  g_assert_no_error (error);
  bundle = licet_bundle_open (tree->bundle, &error);
  g_assert_no_error (error);
  g_assert_nonnull (bundle);
  return bundle;
}
