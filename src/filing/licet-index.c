/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-index"

#include "config.h"

#include "licet-papers-private.h"

#include <string.h>

/* A page that needs nothing but itself: no script, nothing from elsewhere, readable on a narrow
 * screen and on paper. */
static const char head[] =
  "<!DOCTYPE html>\n"
  "<html lang=\"en\">\n"
  "<head>\n"
  "<meta charset=\"utf-8\">\n"
  "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
  "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
  "'unsafe-inline'\">\n"
  "<meta name=\"keywords\" content=\"%s\">\n"
  "<title>%s</title>\n"
  "<style>\n"
  "body { font-family: sans-serif; line-height: 1.5; max-width: 50rem; margin: 2rem auto; padding: "
  "0 1rem; color: #18181a; background: #fff }\n"
  "h1 { font-size: 1.6rem; line-height: 1.2 }\n"
  "h2 { font-size: 1.1rem; margin-top: 2rem }\n"
  "table { border-collapse: collapse; width: 100% }\n"
  "th, td { text-align: left; vertical-align: top; padding: .4rem .6rem .4rem 0; border-bottom: "
  "1px solid #d0d2d6 }\n"
  "th { color: #5c5f66; font-size: .85rem }\n"
  "td.size { white-space: nowrap }\n"
  "code { overflow-wrap: anywhere; font-size: .8rem; color: #5c5f66 }\n"
  "p.verdict { border-left: 4px solid #1c5494; background: #f4f5f7; padding: .8rem 1rem }\n"
  "</style>\n"
  "</head>\n"
  "<body>\n"
  "<main>\n";

static const char foot[] =
  "<h2>How to check this package</h2>\n"
  "<p>Each file stands with its SHA-256 digest in <code>manifest-sha256.txt</code>. On a system "
  "with the usual tools, this command in "
  "the folder of the package says whether any was changed: <code>sha256sum --check "
  "manifest-sha256.txt tagmanifest-sha256.txt</code>. With "
  "Licet, <code>licet-cli verify</code> checks history and papers against the case too.</p>\n"
  "</main>\n"
  "</body>\n"
  "</html>\n";

static void append_escaped (GString *html,
                            const char *format,
                            ...) G_GNUC_PRINTF (2, 3);

static void
append_escaped (GString *html,
                const char *format,
                ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_markup_vprintf_escaped (format, args);
  va_end (args);
  g_string_append (html, text);
}

static void
append_head (GString *html,
             const LicetFrozen *frozen)
{
  g_autofree char *reference = _licet_paper_dup_reference (frozen);
  g_autofree char *keywords = g_strconcat (LICET_FACTS_KEYWORD, frozen->digest, NULL);
  g_auto (GStrv) parts = g_strsplit (head, "%s", -1);

  /* The style has percent signs of its own, so that the head is no format. */
  g_string_append (html, parts[0]);
  append_escaped (html, "%s", keywords);
  g_string_append (html, parts[1]);
  append_escaped (html, "Filing package %s", reference);
  g_string_append (html, parts[2]);
}

static void
append_intro (GString *html,
              const LicetFrozen *frozen)
{
  LicetRequirement *strongest = _licet_paper_find_strongest (frozen);
  LicetParty *exporter = licet_case_find_role (frozen->self, LICET_ROLE_EXPORTER);
  const char *name = exporter != NULL ? licet_party_get_name (exporter) : NULL;
  g_autofree char *reference = _licet_paper_dup_reference (frozen);
  g_autofree char *editions = _licet_paper_dup_editions (frozen);
  g_autofree char *day = _licet_paper_dup_day (frozen->day);

  append_escaped (html, "<h1>Filing package %s</h1>\n<p>", reference);
  if (name != NULL)
    append_escaped (html, "%s. ", name);
  append_escaped (html, "As of %s. Decided by: %s.</p>\n", day, editions);
  if (strongest != NULL)
    append_escaped (html, "<p class=\"verdict\"><strong>%s.</strong> %s</p>\n",
                    _licet_paper_get_verdict_word (licet_requirement_get_verdict (strongest)),
                    licet_requirement_get_sentence (strongest));
}

static char *
dup_size (const LicetEnclosure *enclosure)
{
  g_autofree char *size = g_strdup_printf ("%" G_GSIZE_FORMAT " KiB",
                                           (enclosure->size + 1023) / 1024);

  if (enclosure->pages == 0)
    return g_steal_pointer (&size);
  return g_strdup_printf ("%u page%s, %s", enclosure->pages, enclosure->pages == 1 ? "" : "s",
                          size);
}

static void
append_table (GString *html,
              GPtrArray *enclosures)
{
  g_string_append (
    html, "<h2>What is in here</h2>\n<table>\n<thead><tr><th scope=\"col\">File</th>"
          "<th scope=\"col\">Size</th><th scope=\"col\">SHA-256</th></tr></thead>\n<tbody>\n");
  for (guint i = 0; i < enclosures->len; i++) {
    const LicetEnclosure *enclosure = g_ptr_array_index (enclosures, i);
    g_autofree char *size = dup_size (enclosure);

    append_escaped (html,
                    "<tr><td><a href=\"%s\">%s</a><br><code>%s</code></td><td "
                    "class=\"size\">%s</td><td><code>%s</code></td></tr>\n",
                    enclosure->path + strlen ("data/"), enclosure->title, enclosure->path, size,
                    enclosure->sha256 != NULL ? enclosure->sha256 : "");
  }
  g_string_append (html, "</tbody>\n</table>\n");
}

static void
append_withheld (GString *html,
                 const LicetFrozen *frozen)
{
  GListModel *evidence = licet_case_get_evidence (frozen->self);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++) {
    g_autoptr (LicetEvidence) piece = g_list_model_get_item (evidence, i);
    const char *name = licet_evidence_get_text (piece, "name");

    if (!licet_evidence_is_withheld (piece))
      continue;
    if (n++ == 0)
      g_string_append (html, "<h2>Named and not in here</h2>\n<ul>\n");
    append_escaped (html, "<li>%s</li>\n",
                    name != NULL ? name : licet_evidence_get_text (piece, "id"));
  }
  if (n > 0)
    g_string_append (html, "</ul>\n");
}

static void
append_findings (GString *html,
                 const LicetFrozen *frozen)
{
  guint n = 0;

  for (guint i = 0; i < frozen->findings->len; i++) {
    const LicetReadinessFinding *finding = g_ptr_array_index (frozen->findings, i);

    if (finding->grade == LICET_READINESS_FINE)
      continue;
    if (n++ == 0)
      g_string_append (html, "<h2>Still open</h2>\n<ul>\n");
    append_escaped (html, "<li>%s: %s%s%s</li>\n",
                    finding->grade == LICET_READINESS_CONFLICT ? "Conflict" : "Open", finding->text,
                    finding->remedy != NULL ? " \342\200\223 " : "",
                    finding->remedy != NULL ? finding->remedy : "");
  }
  if (n > 0)
    g_string_append (html, "</ul>\n");
}

char *
_licet_index_make (const LicetFrozen *frozen,
                   GPtrArray *enclosures)
{
  GString *html = g_string_new (NULL);

  append_head (html, frozen);
  append_intro (html, frozen);
  append_findings (html, frozen);
  append_table (html, enclosures);
  append_withheld (html, frozen);
  g_string_append (html, foot);
  return g_string_free (html, FALSE);
}
