/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include <licet-document.h>

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

static LicetDocument *
make_document (void)
{
  static const LicetDocumentInfo info = {
    .title = "Every part of a paper",
    .author = "Nordlicht Messtechnik GmbH",
    .subject = "A test",
    .keywords = "licet-facts-0123abcd",
    .moment = "2026-11-18T09:15:00Z",
    .head_left = "NM-2026-014, round 1",
    .head_right = "EU Annex I, edition 2025-11-15",
    .foot = "Nordlicht Messtechnik GmbH",
  };

  return licet_document_new (&info);
}

/* One of each part. */
static LicetDocument *
make_sampler (void)
{
  static const char *const heads[] = { "Paragraph", "Verdict", "Reason" };
  static const guint widths[] = { 5, 2, 5 };
  static const char *const rules[] = { "By somebody who may.", NULL };
  static const char *const lines[] = { "Place and date", "Signature",
                                       "Name and function in block letters", NULL };
  LicetDocument *document = make_document ();
  LicetBlock *block;

  licet_document_add_title (document, "Export Authorisation: Facts for the Application",
                            "Boxes numbered as in the form");
  licet_document_add_callout (
    document, LICET_MARK_REQUIRED, "License required",
    "An export authorisation is required to ship the board to Singapore.");
  licet_document_add_heading (document, 1, "The Way of the Goods");
  block = licet_document_begin_chain (document);
  licet_block_add_mark (block, LICET_MARK_NONE, 0, "Nordlicht Messtechnik GmbH",
                        "Exporter, Germany");
  licet_block_add_mark (block, LICET_MARK_NONE, 0, "Lionrock Instruments Pte",
                        "Consignee, Singapore");
  licet_block_add_mark (block, LICET_MARK_UNKNOWN, 0, "Merlion Spectrometry Laboratory",
                        "End user, Singapore; open");
  licet_document_add_heading (document, 1, "Clauses");
  block = licet_document_begin_table (document, 3, heads, widths);
  licet_block_add_cell (block, LICET_TEXT_STRONG, "3A001.a.5.a.4");
  licet_block_add_mark (block, LICET_MARK_MET, 0, "Met", NULL);
  licet_block_add_cell (block, LICET_TEXT_NORMAL,
                        "Sample rate is 310 MS/s; needs more than 250 MS/s");
  licet_block_add_mark (block, LICET_MARK_NONE, 1, "3A001.a.5.a.5", "16-bit converters");
  licet_block_add_mark (block, LICET_MARK_NOT_MET, 0, "Not met", NULL);
  licet_block_add_cell (block, LICET_TEXT_NORMAL, "Resolution is 14 bit; needs at least 16 bit");
  licet_block_add_mark (block, LICET_MARK_NONE, 2, "3A001.a.6", NULL);
  licet_block_add_mark (block, LICET_MARK_UNKNOWN, 0, "Unknown", NULL);
  licet_block_add_cell (block, LICET_TEXT_DIM, "Nothing decides it");
  licet_document_add_heading (document, 2, "Findings");
  licet_document_add_item (document, LICET_MARK_DONE, "Names agree", "214 values compared");
  licet_document_add_item (document, LICET_MARK_CONFLICT, "Order value and sheet value differ",
                           "Mend the item");
  licet_document_add_item (document, LICET_MARK_CROSS, "EU001 does not cover Singapore", NULL);
  licet_document_add_pair (document, "Reference", "NM-2026-014", NULL);
  licet_document_add_pair (document, "Carrier", NULL, NULL);
  licet_document_add_box (document, "1", "Exporter", LICET_TEXT_NORMAL,
                          "Nordlicht Messtechnik GmbH, Lübeck", LICET_MARK_DONE, "36 of 250");
  licet_document_add_box (document, "17", "Currency and value", LICET_TEXT_NORMAL, "EUR 28320.00",
                          LICET_MARK_CONFLICT, "12 of 8: too long");
  licet_document_add_text (document, LICET_TEXT_STRUCK, "Consignee: does not apply");
  licet_document_add_text (document, LICET_TEXT_SMALL, "Small print.");
  licet_document_add_signature (document, "To Be Signed", rules, lines);
  licet_document_add_page (document);
  licet_document_add_text (document, LICET_TEXT_LEAD, "The next page.");
  return document;
}

static const char sampler_text[] =
  "# Export Authorisation: Facts for the Application\n"
  "Boxes numbered as in the form\n"
  "License required: [required] An export authorisation is required to ship the board to "
  "Singapore.\n"
  "\n"
  "## The Way of the Goods\n"
  "Nordlicht Messtechnik GmbH (Exporter, Germany) -> Lionrock Instruments Pte (Consignee, "
  "Singapore) -> "
  "[unknown] Merlion Spectrometry Laboratory (End user, Singapore; open)\n"
  "\n"
  "## Clauses\n"
  "Paragraph | Verdict | Reason\n"
  "3A001.a.5.a.4 | [met] Met | Sample rate is 310 MS/s; needs more than 250 MS/s\n"
  "  3A001.a.5.a.5 (16-bit converters) | [not met] Not met | Resolution is 14 bit; needs at least "
  "16 bit\n"
  "    3A001.a.6 | [unknown] Unknown | Nothing decides it\n"
  "\n"
  "### Findings\n"
  "[done] Names agree (214 values compared)\n"
  "[conflict] Order value and sheet value differ (Mend the item)\n"
  "[cross] EU001 does not cover Singapore\n"
  "Reference: NM-2026-014\n"
  "Carrier: Not given\n"
  "1. Exporter: [done] Nordlicht Messtechnik GmbH, Lübeck (36 of 250)\n"
  "17. Currency and value: [conflict] EUR 28320.00 (12 of 8: too long)\n"
  "~Consignee: does not apply~\n"
  "Small print.\n"
  "\n"
  "## To Be Signed\n"
  "By somebody who may.\n"
  "____ Place and date\n"
  "____ Signature\n"
  "____ Name and function in block letters\n"
  "\n"
  "----\n"
  "The next page.\n";

static void
test_text (void)
{
  g_autoptr (LicetDocument) document = make_sampler ();
  g_autofree char *text = licet_document_dup_text (document);

  g_assert_cmpstr (text, ==, sampler_text);
}

static gboolean
contains (GBytes *bytes,
          const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, text, strlen (text)) != NULL;
}

/* What "pdftotext" or "pdfinfo" says of @pdf, or NULL where the program is not there. */
static char *
ask_program (const char *program,
             GBytes *pdf,
             const char *name)
{
  g_autofree char *found = g_find_program_in_path (program);
  g_autofree char *file = g_strdup_printf ("licet-test-%d-%s", (int) getpid (), name);
  g_autofree char *path = NULL;
  const char *to_output = g_str_equal (program, "pdftotext") ? "-" : NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (found == NULL)
    return NULL;
  path = g_build_filename (g_get_tmp_dir (), file, NULL);
  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  {
    char *words[] = { found, path, (char *) to_output, NULL };

    g_spawn_sync (NULL, words, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  }
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  return g_steal_pointer (&output);
}

static void
test_rendered (gconstpointer data)
{
  const char *paper = data;
  g_autoptr (LicetDocument) document = make_sampler ();
  g_autoptr (GError) error = NULL;
  guint pages = 0;
  g_autoptr (GBytes) pdf = licet_document_render (document, paper, NULL, &pages, &error);
  g_autofree char *info = NULL;
  g_autofree char *text = NULL;
  g_autofree char *last = g_strdup_printf ("Page %u of %u", pages, pages);

  g_assert_no_error (error);
  g_assert_cmpuint (pages, >=, 2);
  g_assert_true (contains (pdf, "licet-facts-0123abcd"));
  g_assert_true (contains (pdf, "/Lang (en)"));
  g_assert_true (contains (pdf, "/StructTreeRoot"));
  g_assert_true (contains (pdf, "/Outlines"));
  text = ask_program ("pdftotext", pdf, paper);
  if (text != NULL) {
    g_assert_nonnull (strstr (text, "An export authorisation is required"));
    g_assert_nonnull (strstr (text, last));
    g_assert_nonnull (strstr (text, "EU Annex I, edition 2025-11-15"));
    g_assert_nonnull (strstr (text, "Lübeck"));
  }
  info = ask_program ("pdfinfo", pdf, paper);
  if (info != NULL) {
    g_assert_nonnull (strstr (info, "Every part of a paper"));
    g_assert_nonnull (strstr (info, "Nov 18 09:15:00 2026"));
    g_assert_nonnull (strstr (info, g_str_equal (paper, "a4") ? "(A4)" : "(letter)"));
    g_assert_nonnull (strstr (info, "Tagged:          yes"));
  }
}

static void
test_same_bytes (void)
{
  g_autoptr (LicetDocument) document = make_sampler ();
  g_autoptr (GBytes) first = licet_document_render (document, "a4", NULL, NULL, NULL);
  g_autoptr (GBytes) second = licet_document_render (document, "a4", NULL, NULL, NULL);

  g_assert_true (g_bytes_equal (first, second));
}

static void
test_long_tables_go_on (void)
{
  static const char *const heads[] = { "Number", "Words" };
  static const guint widths[] = { 1, 4 };
  g_autoptr (LicetDocument) document = make_document ();
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *text = NULL;
  LicetBlock *block;
  guint pages = 0;
  guint n_heads = 0;

  block = licet_document_begin_table (document, 2, heads, widths);
  for (guint i = 0; i < 200; i++) {
    g_autofree char *number = g_strdup_printf ("row-%u.", i);

    licet_block_add_cell (block, LICET_TEXT_NORMAL, number);
    licet_block_add_cell (block, LICET_TEXT_NORMAL, "Some words that stand beside it");
  }
  pdf = licet_document_render (document, "a4", NULL, &pages, NULL);
  g_assert_cmpuint (pages, >, 4);
  text = ask_program ("pdftotext", pdf, "long");
  if (text == NULL)
    return;
  for (guint i = 0; i < 200; i++) {
    g_autofree char *number = g_strdup_printf ("row-%u.", i);

    g_assert_nonnull (strstr (text, number));
  }
  for (const char *p = text; (p = strstr (p, "Number")) != NULL; p++)
    n_heads++;
  g_assert_cmpuint (n_heads, ==, pages);
}

typedef struct {
  const char *name;
  const char *piece;
  guint times;
} Stress;

static const Stress stresses[] = {
  { "no-blanks", "abcdefghij", 200 },
  { "right-to-left",
    "\330\264\330\261\331\203\330\251 \330\247\331\204\331\205\330\253\330\247\331\204 ", 200 },
  { "chinese", "\347\244\272\344\276\213\345\205\254\345\217\270", 400 },
  { "many-lines", "line\n", 500 },
  { "combining", "e\314\201\314\202\314\203", 500 },
  { "controls", "a\001\002\033[31m\342\200\256b", 100 },
  { "invalid", "a\377\376b", 100 },
  { "empty", "", 1 },
};

/* A file has the pages that its margins count, and no empty one behind them. */
static void
test_no_page_is_empty (void)
{
  g_autoptr (LicetDocument) document = make_sampler ();
  g_autoptr (GRegex) page = g_regex_new ("/Type /Page[^s]", G_REGEX_RAW, 0, NULL);
  guint pages = 0;
  g_autoptr (GBytes) pdf = licet_document_render (document, "a4", NULL, &pages, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  gsize length = 0;
  const char *bytes = g_bytes_get_data (pdf, &length);
  guint found = 0;

  for (g_regex_match_full (page, bytes, (gssize) length, 0, 0, &match, NULL);
       g_match_info_matches (match); g_match_info_next (match, NULL))
    found++;
  g_assert_cmpuint (found, ==, pages);
}

/* Whatever somebody types, in whatever part of a paper: pages, no fault. */
static void
test_any_text_is_set (gconstpointer data)
{
  static const char *const heads[] = { "One", "Two", "Three" };
  static const guint widths[] = { 1, 1, 9 };
  const Stress *stress = data;
  g_autoptr (LicetDocument) document = make_document ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GError) error = NULL;
  LicetBlock *block;

  for (guint i = 0; i < stress->times; i++)
    g_string_append (text, stress->piece);
  licet_document_add_title (document, text->str, text->str);
  licet_document_add_heading (document, 1, text->str);
  licet_document_add_pair (document, text->str, text->str, text->str);
  licet_document_add_callout (document, LICET_MARK_MET, text->str, text->str);
  licet_document_add_box (document, text->str, text->str, LICET_TEXT_STRUCK, text->str,
                          LICET_MARK_MET, text->str);
  block = licet_document_begin_chain (document);
  licet_block_add_mark (block, LICET_MARK_NONE, 0, text->str, text->str);
  block = licet_document_begin_table (document, 3, heads, widths);
  for (guint i = 0; i < 3; i++)
    licet_block_add_mark (block, LICET_MARK_UNKNOWN, 40, text->str, text->str);
  pdf = licet_document_render (document, "letter", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (pdf);
}

static void
test_unknown_paper (void)
{
  g_autoptr (LicetDocument) document = make_document ();
  g_autoptr (GError) error = NULL;

  g_assert_null (licet_document_render (document, "a5", NULL, NULL, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_RENDER);
}

static void
test_cancelled (void)
{
  g_autoptr (LicetDocument) document = make_sampler ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (licet_document_render (document, "a4", cancellable, NULL, &error));
  g_assert_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/filing/document/says-what-was-put-in", test_text);
  g_test_add_func ("/filing/document/no-page-is-empty", test_no_page_is_empty);
  g_test_add_data_func ("/filing/document/rendered/a4", "a4", test_rendered);
  g_test_add_data_func ("/filing/document/rendered/letter", "letter", test_rendered);
  g_test_add_func ("/filing/document/same-paper-same-bytes", test_same_bytes);
  g_test_add_func ("/filing/document/long-tables-go-on-with-their-heads", test_long_tables_go_on);
  for (guint i = 0; i < G_N_ELEMENTS (stresses); i++) {
    g_autofree char *name = g_strdup_printf ("/filing/document/any-text-is-set/%s",
                                             stresses[i].name);

    g_test_add_data_func (name, &stresses[i], test_any_text_is_set);
  }
  g_test_add_func ("/filing/document/unknown-paper-is-refused", test_unknown_paper);
  g_test_add_func ("/filing/document/cancelled-gives-nothing", test_cancelled);
  return g_test_run ();
}
