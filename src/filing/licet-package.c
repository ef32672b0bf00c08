/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-package"

#include "config.h"

#include "licet-package.h"

#include <string.h>

#include "licet-papers-private.h"
#include "licet-zip.h"

#define MAX_STEM 60

/* A package being made. */
typedef struct {
  const LicetFrozen *frozen;
  const LicetPackageOptions *options;
  GCancellable *cancellable;
  LicetBag *bag;
  GPtrArray *enclosures; /* LicetEnclosure */
  guint step;
  guint n_steps;
} Package;

static void
package_clear (Package *package)
{
  g_clear_pointer (&package->bag, licet_bag_free);
  g_clear_pointer (&package->enclosures, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Package, package_clear)

static gboolean
tell (Package *package,
      const char *step,
      GError **error)
{
  if (g_cancellable_is_cancelled (package->cancellable)) {
    g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_CANCELLED,
                 "the work was stopped; nothing was written");
    return FALSE;
  }
  package->step++;
  if (package->options->progress != NULL)
    package->options->progress (step, package->step, MAX (package->n_steps, package->step),
                                package->options->progress_data);
  return TRUE;
}

static LicetEnclosure *
add_enclosure (Package *package,
               const char *path,
               const char *title,
               GBytes *bytes)
{
  LicetEnclosure *enclosure = g_new0 (LicetEnclosure, 1);

  enclosure->path = g_strdup (path);
  enclosure->title = g_strdup (title);
  enclosure->size = g_bytes_get_size (bytes);
  enclosure->sha256 = licet_digest_bytes (bytes);
  g_ptr_array_add (package->enclosures, enclosure);
  return enclosure;
}

static gboolean
add_paper (Package *package,
           const char *path,
           LicetDocument *document,
           GError **error)
{
  const char *title = licet_document_get_info (document)->title;
  g_autoptr (GBytes) pdf = NULL;
  guint pages = 0;

  if (!tell (package, title, error))
    return FALSE;
  pdf = licet_document_render (document, package->options->paper, package->cancellable, &pages,
                               error);
  if (pdf == NULL || !licet_bag_add (package->bag, path, pdf, error))
    return FALSE;
  add_enclosure (package, path, title, pdf)->pages = pages;
  return TRUE;
}

/* A name of a file made of what people typed; numbered when two come out the same. */
static char *
dup_free_path (Package *package,
               const char *folder,
               const char *name)
{
  g_autofree char *safe = licet_file_make_safe_name (name);
  const char *dot = strrchr (safe, '.');
  gsize length = dot != NULL ? (gsize) (dot - safe) : strlen (safe);

  for (guint i = 1;; i++) {
    g_autofree char *number = i > 1 ? g_strdup_printf ("-%u", i) : g_strdup ("");
    g_autofree char *path = g_strdup_printf ("data/%s/%.*s%s%s", folder, (int) length, safe, number,
                                             safe + length);

    if (licet_bag_has (package->bag, path))
      continue;
    return g_steal_pointer (&path);
  }
}

static gboolean
add_sheets (Package *package,
            GError **error)
{
  LicetBundle *bundle = licet_case_get_bundle (package->frozen->self);
  g_auto (GStrv) names = licet_form_dup_names (bundle, LICET_FORM_SHEET);

  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (LicetForm) form = licet_form_load (bundle, names[i], error);
    g_autoptr (LicetDocument) paper = NULL;
    g_autofree char *path = NULL;

    if (form == NULL)
      return FALSE;
    if (!g_strv_contains (licet_case_get_jurisdictions (package->frozen->self),
                          licet_form_get_jurisdiction (form)) ||
        licet_form_applies (form, package->frozen->facts, NULL) == LICET_NOT_MET)
      continue;
    path = g_strdup_printf ("data/sheets/%s.pdf", licet_form_get_id (form));
    paper = _licet_paper_new_sheet (package->frozen, form);
    if (!add_paper (package, path, paper, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_statements (Package *package,
                GError **error)
{
  LicetBundle *bundle = licet_case_get_bundle (package->frozen->self);
  GListModel *statements = licet_case_get_statements (package->frozen->self);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++) {
    g_autoptr (LicetStatement) statement = g_list_model_get_item (statements, i);
    g_autofree char *name = g_strconcat ("statements/", licet_statement_get_form (statement), NULL);
    g_autofree char *file = g_strdup_printf ("%s-%s.pdf", licet_statement_get_form (statement),
                                             licet_statement_get_id (statement));
    g_autofree char *path = dup_free_path (package, "statements", file);
    g_autoptr (LicetForm) form = licet_form_load (bundle, name, error);
    g_autoptr (LicetDocument) paper = NULL;

    if (form == NULL)
      return FALSE;
    paper = _licet_paper_new_statement (package->frozen, statement, form);
    if (!add_paper (package, path, paper, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_classifications (Package *package,
                     GError **error)
{
  GListModel *lines = licet_case_get_lines (package->frozen->self);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++) {
    g_autoptr (LicetLine) line = g_list_model_get_item (lines, i);
    g_autofree char *file = g_strdup_printf ("item-%u-%.*s.pdf", i + 1, MAX_STEM,
                                             licet_line_get_id (line));
    g_autofree char *path = dup_free_path (package, "classification", file);
    g_autoptr (LicetDocument) paper =
      _licet_paper_new_classification (package->frozen, line, i + 1, error);

    if (paper == NULL || !add_paper (package, path, paper, error))
      return FALSE;
  }
  return TRUE;
}

static GBytes *
read_evidence (Package *package,
               LicetEvidence *piece,
               GError **error)
{
  const char *id = licet_evidence_get_text (piece, "id");
  const char *said = licet_evidence_get_text (piece, "sha256");
  g_autofree char *path = licet_evidence_dup_path (piece,
                                                   licet_case_get_folder (package->frozen->self));
  g_autofree char *digest = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) reason = NULL;

  if (path != NULL)
    bytes = licet_file_read (path, LICET_BAG_MAX_FILE, &reason);
  if (bytes == NULL) {
    g_set_error (
      error, LICET_FILING_ERROR, LICET_FILING_ERROR_EVIDENCE,
      "evidence “%s”: %s; put the file in its place, or take the evidence out of the case", id,
      reason != NULL ? reason->message : "its file is not below the folder of the case");
    return NULL;
  }
  digest = licet_digest_bytes (bytes);
  if (said != NULL && !g_str_equal (said, digest)) {
    g_set_error (error, LICET_FILING_ERROR, LICET_FILING_ERROR_EVIDENCE,
                 "evidence “%s”: %s is not the file whose digest the case names; restore it, or "
                 "attach it anew",
                 id, path);
    return NULL;
  }
  return g_steal_pointer (&bytes);
}

static gboolean
add_evidence (Package *package,
              GError **error)
{
  GListModel *evidence = licet_case_get_evidence (package->frozen->self);

  if (!tell (package, "Evidence", error))
    return FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++) {
    g_autoptr (LicetEvidence) piece = g_list_model_get_item (evidence, i);
    const char *name = licet_evidence_get_text (piece, "name");
    g_autofree char *file = NULL;
    g_autofree char *path = NULL;
    g_autoptr (GBytes) bytes = NULL;

    if (licet_evidence_is_withheld (piece))
      continue;
    bytes = read_evidence (package, piece, error);
    if (bytes == NULL)
      return FALSE;
    file = licet_evidence_dup_file_name (piece);
    path = dup_free_path (package, "evidence",
                          file != NULL ? file : licet_evidence_get_text (piece, "id"));
    if (!licet_bag_add (package->bag, path, bytes, error))
      return FALSE;
    add_enclosure (package, path, name != NULL ? name : licet_evidence_get_text (piece, "id"),
                   bytes)
      ->evidence = g_strdup (licet_evidence_get_text (piece, "id"));
  }
  return TRUE;
}

static gboolean
add_journal (Package *package,
             GError **error)
{
  g_autofree char *joined = g_strjoinv ("\n", package->frozen->journal);
  g_autofree char *text = g_strconcat (joined, "\n", NULL);

  return licet_bag_add_text (package->bag, LICET_BAG_JOURNAL, text, error);
}

/* The frozen case with a "package" member that names every paper and piece of evidence with its
 * digest. */
static gboolean
add_case (Package *package,
          GError **error)
{
  g_autofree char *pretty = NULL;
  g_autofree char *text = NULL;

  json_object_set_object_member (json_node_get_object (package->frozen->json), "package",
                                 _licet_package_make_record (package->frozen, package->enclosures));
  pretty = licet_json_serialise_pretty (package->frozen->json);
  text = g_strconcat (pretty, g_str_has_suffix (pretty, "\n") ? "" : "\n", NULL);
  return licet_bag_add_text (package->bag, LICET_BAG_CASE, text, error);
}

static gboolean
add_index (Package *package,
           GError **error)
{
  g_autofree char *html = NULL;
  GBytes *bytes = licet_bag_find (package->bag, LICET_BAG_CASE);

  add_enclosure (package, LICET_BAG_CASE, "The case, for programs", bytes);
  bytes = licet_bag_find (package->bag, LICET_BAG_JOURNAL);
  add_enclosure (package, LICET_BAG_JOURNAL,
                 "History of the case, each line with the digest of the one before", bytes);
  html = _licet_index_make (package->frozen, package->enclosures);
  return licet_bag_add_text (package->bag, LICET_BAG_INDEX, html, error);
}

/* Summary and requirement stand first among the papers, whenever they were made. */
static int
compare_enclosures (gconstpointer a,
                    gconstpointer b)
{
  static const char *const folders[] = {
    "data/summary.pdf",     "data/requirement.pdf", "data/sheets/", "data/statements/",
    "data/classification/", "data/evidence/",       NULL,
  };
  const LicetEnclosure *left = *(const LicetEnclosure *const *) a;
  const LicetEnclosure *right = *(const LicetEnclosure *const *) b;
  guint places[2] = { 0, 0 };

  while (folders[places[0]] != NULL && !g_str_has_prefix (left->path, folders[places[0]]))
    places[0]++;
  while (folders[places[1]] != NULL && !g_str_has_prefix (right->path, folders[places[1]]))
    places[1]++;
  return places[0] != places[1] ? (int) places[0] - (int) places[1] : 0;
}

static gboolean
add_summary (Package *package,
             GError **error)
{
  g_autoptr (LicetDocument) paper = _licet_paper_new_summary (package->frozen, package->enclosures);

  if (!add_paper (package, "data/summary.pdf", paper, error))
    return FALSE;
  g_ptr_array_sort (package->enclosures, compare_enclosures);
  return TRUE;
}

static gboolean
seal (Package *package,
      GError **error)
{
  LicetCase *self = package->frozen->self;
  LicetParty *exporter = licet_case_find_role (self, LICET_ROLE_EXPORTER);
  const LicetBagInfo info[] = {
    { "Bag-Software-Agent", "Licet " LICET_VERSION },
    { "Bagging-Date", package->frozen->day },
    { "External-Identifier", licet_case_get_text (self, "reference") },
    { "Internal-Sender-Identifier", licet_case_get_text (self, "id") },
    { "Source-Organization", exporter != NULL ? licet_party_get_name (exporter) : NULL },
    { "Contact-Name", exporter != NULL ? licet_party_get_text (exporter, "contact") : NULL },
    { "Contact-Email", exporter != NULL ? licet_party_get_text (exporter, "email") : NULL },
  };

  return licet_bag_seal (package->bag, info, G_N_ELEMENTS (info), error);
}

static gboolean
fill (Package *package,
      GError **error)
{
  g_autoptr (LicetDocument) requirement = _licet_paper_new_requirement (package->frozen);

  if (!add_paper (package, "data/requirement.pdf", requirement, error) ||
      !add_sheets (package, error) ||
      !add_statements (package, error) ||
      !add_classifications (package, error) ||
      !add_evidence (package, error))
    return FALSE;
  g_ptr_array_sort (package->enclosures, compare_enclosures);
  return add_summary (package, error) &&
         add_journal (package, error) &&
         add_case (package, error) &&
         add_index (package, error) &&
         seal (package, error);
}

static char *
dup_root (LicetCase *self)
{
  const char *reference = licet_case_get_text (self, "reference");
  g_autofree char *safe = licet_file_make_safe_name (reference != NULL ? reference : "case");

  return g_strdup_printf ("%s_r%u", safe, licet_case_get_round (self));
}

static LicetPackageSummary *
make_summary (Package *package,
              GBytes *archive)
{
  LicetPackageSummary *summary = g_new0 (LicetPackageSummary, 1);
  GPtrArray *files = licet_bag_get_files (package->bag);

  summary->root = g_strdup (licet_bag_get_root (package->bag));
  summary->files = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (summary->files,
                     g_strdup (((const LicetBagFile *) g_ptr_array_index (files, i))->path));
  summary->findings = g_ptr_array_ref (package->frozen->findings);
  summary->digest = licet_digest_bytes (archive);
  return summary;
}

/* In a file system nothing is written before everything is made: what fails until then leaves
 * nothing behind. */
static gboolean
write_archive (Package *package,
               GBytes *archive,
               const char *path,
               GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (!tell (package, "Writing the package", error))
    return FALSE;
  if (licet_file_write (path, archive, &reason))
    return TRUE;
  g_set_error_literal (error, LICET_FILING_ERROR, LICET_FILING_ERROR_WRITE, reason->message);
  return FALSE;
}

void
licet_package_summary_free (LicetPackageSummary *summary)
{
  if (summary == NULL)
    return;
  g_free (summary->root);
  g_clear_pointer (&summary->files, g_ptr_array_unref);
  g_clear_pointer (&summary->findings, g_ptr_array_unref);
  g_free (summary->digest);
  g_free (summary);
}

char *
licet_package_dup_name (LicetCase *self)
{
  g_autofree char *root = NULL;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);

  root = dup_root (self);
  return g_strconcat (root, ".licet.zip", NULL);
}

LicetPackageSummary *
licet_package_write (LicetCase *self,
                     LicetRules *rules,
                     const char *path,
                     const LicetPackageOptions *options,
                     GCancellable *cancellable,
                     GError **error)
{
  static const LicetPackageOptions defaults = LICET_PACKAGE_OPTIONS_INIT;
  g_auto (Package) package = { 0 };
  g_autoptr (LicetFrozen) frozen = NULL;
  g_autoptr (GBytes) archive = NULL;
  g_autofree char *root = NULL;

  g_return_val_if_fail (LICET_IS_CASE (self), NULL);
  g_return_val_if_fail (rules != NULL && path != NULL, NULL);

  package.options = options != NULL ? options : &defaults;
  package.cancellable = cancellable;
  /* Deciding, requirement, evidence, summary and writing, and a paper for each line and statement.
   */
  package.n_steps = 6 + g_list_model_get_n_items (licet_case_get_lines (self)) +
                    g_list_model_get_n_items (licet_case_get_statements (self));
  if (!tell (&package, "Deciding the case", error))
    return NULL;
  frozen = licet_freeze (self, rules, package.options->journal, error);
  if (frozen == NULL)
    return NULL;
  root = dup_root (self);
  package.frozen = frozen;
  package.bag = licet_bag_new (root);
  package.enclosures = g_ptr_array_new_with_free_func ((GDestroyNotify) _licet_enclosure_free);
  if (!fill (&package, error))
    return NULL;
  archive = licet_zip_write (package.bag, frozen->day, cancellable, error);
  if (archive == NULL || !write_archive (&package, archive, path, error))
    return NULL;
  return make_summary (&package, archive);
}
