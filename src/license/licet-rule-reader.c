/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-rule-reader"

#include "config.h"

#include "licet-rule-reader-private.h"

#include <string.h>

static const char *const known_head[] = {
  "jurisdiction", "name",   "act",          "edition", "source",         "list",   "list-edition",
  "with-article", "roles",  "party-kinds",  "steps",   "groups",         "scopes", "conditions",
  "questions",    "duties", "transactions", "rules",   "authorisations", NULL,
};

typedef struct {
  const char *section;
  LicetRuleFiller fill;
} Filler;

/* In an order in which each needs of the others no more than that they are there. */
static const Filler fillers[] = {
  { "questions", _licet_rule_fill_question }, { "duties", _licet_rule_fill_duty },
  { "groups", _licet_rule_fill_group },       { "scopes", _licet_rule_fill_scope },
  { "conditions", _licet_rule_fill_term },    { "transactions", _licet_rule_fill_transaction },
  { "rules", _licet_rule_fill_rule },         { "authorisations", _licet_rule_fill_authorisation },
};

static gboolean
is_head (LicetJson *json)
{
  return g_str_has_suffix (licet_json_get_name (json), "/jurisdiction.json");
}

static const LicetRuleSection *
find_section (const char *name)
{
  const LicetRuleSection *sections;
  guint n;

  sections = _licet_rule_book_get_sections (&n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (sections[i].name, name))
      return &sections[i];
  g_assert_not_reached ();
}

static void
read_steps (LicetRuleBook *book,
            const LicetJsonPlace *root,
            LicetDefects *defects)
{
  static const char *const known[] = { "id", "title", NULL };
  g_autoptr (GStrvBuilder) steps = g_strv_builder_new ();
  LicetJsonPlace list;
  guint n;

  if (!_licet_rule_open_list (root, "steps", &list, &n, defects))
    return;
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace step;
    const char *id;
    const char *title;

    licet_json_place_element (&list, i, &step);
    if (_licet_rule_refuse_unknown (&step, known, defects) &&
        _licet_rule_get_text (&step, "id", &id, defects) &&
        _licet_rule_get_text (&step, "title", &title, defects))
      g_strv_builder_add (steps, id);
  }
  book->steps = g_strv_builder_end (steps);
}

static void
read_head (LicetRuleBook *book,
           LicetJson *json,
           LicetDefects *defects)
{
  LicetJsonPlace root;

  licet_json_place_root (json, &root);
  if (!_licet_rule_get_text (&root, "name", &book->name, defects) ||
      !_licet_rule_get_text (&root, "act", &book->act, defects) ||
      !_licet_rule_get_text (&root, "edition", &book->edition, defects) ||
      !_licet_rule_get_text (&root, "list", &book->list, defects) ||
      !_licet_rule_get_text (&root, "list-edition", &book->list_edition, defects) ||
      !_licet_rule_get_strings (&root, "with-article", &book->with_article, defects) ||
      !_licet_rule_get_strings (&root, "roles", &book->roles, defects) ||
      !_licet_rule_get_strings (&root, "party-kinds", &book->party_kinds, defects))
    return;
  read_steps (book, &root, defects);
}

/* What every file of a jurisdiction says of itself. */
static void
check_head (LicetRuleBook *book,
            const LicetJsonPlace *root,
            LicetDefects *defects)
{
  const char *jurisdiction;
  const char *edition;
  const char *source;
  GDate date;
  GError *error = NULL;

  if (!_licet_rule_refuse_unknown (root, known_head, defects) ||
      !_licet_rule_get_text (root, "jurisdiction", &jurisdiction, defects) ||
      !_licet_rule_get_text (root, "edition", &edition, defects) ||
      !_licet_rule_get_text (root, "source", &source, defects))
    return;
  if (!g_str_equal (jurisdiction, book->id))
    _licet_defects_add (defects, root,
                        "the file is of “%s” and stands in the folder of “%s”; move or mend it",
                        jurisdiction, book->id);
  if (!licet_date_parse (edition, &date, &error))
    _licet_defects_take (defects, error);
  else if (book->edition != NULL && !g_str_equal (edition, book->edition))
    _licet_defects_add (
        defects, root,
        "the edition is %s, that of the jurisdiction %s; bring all files to one edition", edition,
        book->edition);
}

static void
collect_section (LicetRuleBook *book,
                 LicetJson *json,
                 const LicetJsonPlace *root,
                 const LicetRuleSection *section,
                 LicetDefects *defects)
{
  LicetJsonPlace list;
  guint n;

  if (!_licet_rule_open_list (root, section->name, &list, &n, defects))
    return;
  for (guint i = 0; i < n; i++) {
    LicetRuleOrigin origin = { json, section->name, i };
    LicetJsonPlace element;
    const char *id;

    licet_json_place_element (&list, i, &element);
    if (!_licet_rule_get_text (&element, "id", &id, defects))
      continue;
    if (_licet_rule_book_add (book, section, id, &origin) == NULL)
      _licet_defects_add (defects, &element, "there is another %s “%s”; give each its own id",
                          section->kind, id);
  }
}

static void
fill_section (LicetRuleBook *book,
              LicetJson *json,
              const Filler *filler,
              LicetDefects *defects)
{
  const LicetRuleSection *section = find_section (filler->section);
  LicetJsonPlace root;
  LicetJsonPlace list;
  GError *error = NULL;
  guint n;

  licet_json_place_root (json, &root);
  if (!licet_json_place_has (&root, filler->section))
    return;
  if (!licet_json_place_member (&root, filler->section, &list, &error) ||
      !licet_json_place_length (&list, &n, &error)) {
    /* Was complained about when ids were collected. */
    g_clear_error (&error);
    return;
  }
  for (guint i = 0; i < n; i++) {
    LicetJsonPlace place;
    const char *id;

    licet_json_place_element (&list, i, &place);
    if (licet_json_place_get_string (&place, "id", &id, &error))
      filler->fill (book, &place, _licet_rule_book_find (book, section->kind, id), defects);
    g_clear_error (&error);
  }
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const LicetRule *first = *(const LicetRule *const *) a;
  const LicetRule *second = *(const LicetRule *const *) b;

  return first->step < second->step ? -1 : first->step > second->step;
}

static void
number_elements (LicetRuleBook *book)
{
  for (guint i = 0; i < book->scopes->len; i++)
    ((LicetRuleScope *) g_ptr_array_index (book->scopes, i))->index = i;
  for (guint i = 0; i < book->questions->len; i++)
    ((LicetRuleAsked *) g_ptr_array_index (book->questions, i))->index = i;
  for (guint i = 0; i < book->terms->len; i++)
    ((LicetRuleTerm *) g_ptr_array_index (book->terms, i))->index = i;
}

static void
fill_all (LicetRuleBook *book,
          LicetDefects *defects)
{
  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    for (guint j = 0; j < book->documents->len; j++)
      fill_section (book, g_ptr_array_index (book->documents, j), &fillers[i], defects);
}

LicetRuleBook *
_licet_rule_book_read (const char *id,
                       GPtrArray *documents,
                       LicetDefects *defects)
{
  LicetRuleBook *book = _licet_rule_book_new (id);
  guint n_before = _licet_defects_get_count (defects);
  gboolean has_head = FALSE;

  for (guint i = 0; i < documents->len; i++) {
    LicetJson *json = g_ptr_array_index (documents, i);

    g_ptr_array_add (book->documents, licet_json_ref (json));
    if (is_head (json)) {
      has_head = TRUE;
      read_head (book, json, defects);
    }
  }
  if (!has_head)
    _licet_defects_take (
        defects,
        g_error_new (
            LICET_LICENSE_ERROR, LICET_LICENSE_ERROR_DATA,
            "rules of “%s”: there is no jurisdiction.json; add it, see data/rules/README.md", id));
  if (_licet_defects_get_count (defects) > n_before)
    return book;

  for (guint i = 0; i < documents->len; i++) {
    LicetJson *json = g_ptr_array_index (documents, i);
    const LicetRuleSection *sections;
    LicetJsonPlace root;
    guint n;

    licet_json_place_root (json, &root);
    check_head (book, &root, defects);
    sections = _licet_rule_book_get_sections (&n);
    for (guint j = 0; j < n; j++)
      collect_section (book, json, &root, &sections[j], defects);
  }
  /* With an id missing or twice, what refers to it cannot be judged. */
  if (_licet_defects_get_count (defects) > n_before)
    return book;

  fill_all (book, defects);
  number_elements (book);
  g_ptr_array_sort (book->rules, compare_steps);
  return book;
}
