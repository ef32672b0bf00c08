/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-question"

#include "config.h"

#include "licet-question.h"

#include "licet-clause-sheet-private.h"
#include "licet-item-private.h"
#include "licet-open-private.h"
#include "licet-walk-private.h"

/* A missing fact and what hangs on it. */
typedef struct {
  LicetMissing missing;
  guint settles;
  guint mentions;
  guint last_paragraph; /* the paragraph counted last: a fact asked for twice in one counts once */
  GPtrArray *codes;
} Tally;

typedef struct {
  LicetTester *tester;
  GHashTable *by_name;
  GPtrArray *tallies;
  guint n_open;
} Count;

static void
tally_free (Tally *tally)
{
  g_ptr_array_unref (tally->codes);
  g_free (tally);
}

static void
count_init (Count *self,
            LicetTester *tester)
{
  *self = (Count) { .tester = tester };
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->tallies = g_ptr_array_new_with_free_func ((GDestroyNotify) tally_free);
}

static void
count_clear (Count *self)
{
  g_clear_pointer (&self->by_name, g_hash_table_unref);
  g_clear_pointer (&self->tallies, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Count, count_clear)

static Tally *
find_tally (Count *self,
            const LicetMissing *missing)
{
  LicetMissing asked = *missing;
  char *name;
  Tally *tally;

  /* While nothing is said of what the thing is, one question asks for it: all kinds are one fact. */
  if (asked.type == LICET_MISSING_KIND && !licet_item_has_kinds (self->tester->item))
    asked.id = "";
  name = _licet_missing_dup_name (&asked);
  tally = g_hash_table_lookup (self->by_name, name);
  if (tally != NULL) {
    g_free (name);
    return tally;
  }
  tally = g_new0 (Tally, 1);
  tally->missing = asked;
  tally->codes = g_ptr_array_new ();
  g_hash_table_insert (self->by_name, name, tally);
  g_ptr_array_add (self->tallies, tally);
  return tally;
}

/* Before it is known what the thing is, that is asked first, and what else may settle how much is not worth working out. */
static gboolean
may_settle (Count *self,
            const LicetNode *paragraph,
            const LicetMissing *missing)
{
  if (paragraph == NULL || !licet_item_has_nature (self->tester->item) ||
      !licet_item_has_kinds (self->tester->item))
    return TRUE;
  return _licet_tester_may_settle (self->tester, paragraph, missing);
}

/* @paragraph is (nullable) what is open; the rule of components stands nowhere. */
static void
count_paragraph (Count *self,
                 const LicetNode *paragraph,
                 const GArray *missing)
{
  self->n_open++;
  for (guint i = 0; i < missing->len; i++) {
    const LicetMissing *one = &g_array_index (missing, LicetMissing, i);
    Tally *tally = find_tally (self, one);

    if (tally->last_paragraph == self->n_open)
      continue;
    tally->last_paragraph = self->n_open;
    tally->mentions++;
    if (may_settle (self, paragraph, one))
      tally->settles++;
    if (paragraph != NULL && !g_ptr_array_find (tally->codes, paragraph->entry, NULL))
      g_ptr_array_add (tally->codes, (gpointer) paragraph->entry);
  }
}

static void
count_open (const LicetNode *paragraph,
            const GArray *missing,
            gpointer user_data)
{
  count_paragraph (user_data, paragraph, missing);
}

/* Nature, then kind: what the thing is decides what else is worth asking. */
static guint
get_rank (const Tally *tally)
{
  if (tally->missing.type == LICET_MISSING_NATURE)
    return 0;
  return tally->missing.type == LICET_MISSING_KIND && *tally->missing.id == '\0' ? 1 : 2;
}

static int
compare_tallies (gconstpointer a,
                 gconstpointer b)
{
  const Tally *left = *(const Tally *const *) a;
  const Tally *right = *(const Tally *const *) b;
  int rank = (int) get_rank (left) - (int) get_rank (right);

  if (rank != 0)
    return rank;
  if (left->settles != right->settles)
    return left->settles < right->settles ? 1 : -1;
  return (left->mentions < right->mentions) - (left->mentions > right->mentions);
}

/* "Sample rate" within a sentence is "sample rate"; "ADC resolution" stays. */
static char *
dup_within (const char *label)
{
  char *text = g_strdup (label);

  if (g_ascii_isupper (text[0]) && g_ascii_islower (text[1]))
    text[0] = g_ascii_tolower (text[0]);
  return text;
}

static char *
dup_values (const LicetChoice *choice)
{
  GString *text = g_string_new ("One or more of: ");

  for (guint i = 0; i < choice->n_values; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", choice->values[i].label);
  return g_string_free (text, FALSE);
}

static char *
dup_relation_text (const char *relation)
{
  static const struct {
    const char *relation;
    const char *text;
  } texts[] = {
    { "for", "What is it for?" },
    { "contains", "Which listed components does it contain?" },
    { "made-of", "What listed material is it made of?" },
    { "part-of", "What is it part of, or made to go into?" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (texts[i].relation, relation))
      return g_strdup (texts[i].text);
  return g_strdup (relation);
}

static void
ask_for_kind (LicetQuestion *question,
              const LicetMissing *missing)
{
  const LicetKind *kind = missing->subject;

  if (*missing->id == '\0') {
    question->text = g_strdup ("What is it?");
    question->help = g_strdup ("The kind of thing as a datasheet would call it, as narrow as it is "
                               "known; several if it is several things.");
    return;
  }
  question->text = g_strdup_printf ("Is it “%s”?", kind->label);
  question->help =
      g_strdup ("A broader kind is stated; say the narrower one, or that it is not this one.");
}

static void
ask_for_answer (LicetQuestion *question,
                const LicetCondition *condition)
{
  if (condition->type == LICET_CONDITION_ENTRY) {
    question->text = g_strdup_printf ("Does it fall under %s?", condition->target);
    question->help = g_strdup ("That entry is not in this bundle; look it up in the list itself.");
  } else if (condition->is_implicit) {
    question->text = g_strdup_printf ("Does this describe it: “%s”?", condition->question);
  } else {
    question->text = g_strdup (condition->question);
  }
}

static void
put_in_words (LicetQuestion *question,
              const LicetMissing *missing)
{
  const LicetQuantity *quantity;
  const LicetChoice *choice;
  g_autofree char *within = NULL;

  switch (missing->type) {
  case LICET_MISSING_NATURE:
    question->text = g_strdup ("Is it goods, software or technology?");
    break;
  case LICET_MISSING_KIND:
    ask_for_kind (question, missing);
    break;
  case LICET_MISSING_QUANTITY:
    quantity = missing->subject;
    within = dup_within (quantity->label);
    question->text = licet_dimension_is_pure (&quantity->dimension)
                         ? g_strdup_printf ("What is its %s?", within)
                         : g_strdup_printf ("What is its %s, in %s?", within, quantity->unit.label);
    question->help = g_strdup (quantity->help);
    break;
  case LICET_MISSING_CHOICE:
    choice = missing->subject;
    question->text = g_strdup_printf ("%s?", choice->label);
    question->help = dup_values (choice);
    break;
  case LICET_MISSING_ANSWER:
    ask_for_answer (question, missing->subject);
    break;
  case LICET_MISSING_RELATION:
    question->text = dup_relation_text (missing->id);
    question->help = g_strdup ("Name codes of a list, items of the case, or say that it is not "
                               "listed; an empty answer says that there is nothing.");
    break;
  default:
    g_assert_not_reached ();
  }
}

static int
compare_by_code (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 ((*(const LicetNode *const *) a)->full, (*(const LicetNode *const *) b)->full);
}

static LicetQuestion *
make_question (const Count *count,
               const Tally *tally)
{
  LicetQuestion *question = g_new0 (LicetQuestion, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  question->missing = _licet_missing_dup_name (&tally->missing);
  question->settles = tally->settles;
  question->open = count->n_open;
  /* Codes of one list sort as the law orders them. */
  g_ptr_array_sort (tally->codes, compare_by_code);
  for (guint i = 0; i < tally->codes->len; i++)
    g_strv_builder_add (builder, ((const LicetNode *) g_ptr_array_index (tally->codes, i))->full);
  question->codes = g_strv_builder_end (builder);
  put_in_words (question, &tally->missing);
  return question;
}

static GPtrArray *
make_questions (Count *self,
                guint limit)
{
  GPtrArray *questions = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_question_free);

  g_ptr_array_sort (self->tallies, compare_tallies);
  for (guint i = 0; i < self->tallies->len && i < limit; i++)
    g_ptr_array_add (questions, make_question (self, g_ptr_array_index (self->tallies, i)));
  return questions;
}

void
licet_question_free (LicetQuestion *question)
{
  if (question == NULL)
    return;
  g_free (question->missing);
  g_free (question->text);
  g_free (question->help);
  g_strfreev (question->codes);
  g_free (question);
}

GPtrArray *
licet_questions_for_walk (LicetWalk *walk,
                          LicetItem *item,
                          guint limit)
{
  g_auto (LicetTester) tester = { 0 };
  g_auto (Count) count = { 0 };
  g_autoptr (GArray) missing = g_array_new (FALSE, FALSE, sizeof (LicetMissing));
  GPtrArray *entries;

  g_return_val_if_fail (walk != NULL, NULL);
  g_return_val_if_fail (LICET_IS_ITEM (item), NULL);

  _licet_tester_init (&tester, item, _licet_walk_get_options (walk));
  (void) _licet_tester_enter (&tester, licet_walk_get_list (walk));
  count_init (&count, &tester);
  entries = licet_walk_get_entries (walk);
  for (guint i = 0; i < entries->len; i++) {
    const LicetWalkEntry *entry = g_ptr_array_index (entries, i);

    if (entry->verdict == LICET_UNKNOWN)
      _licet_tester_visit_open (&tester, entry->entry, count_open, &count);
  }
  _licet_component_rule_collect_missing (_licet_walk_get_component_rule (walk), &tester, missing);
  if (missing->len > 0)
    count_paragraph (&count, NULL, missing);
  return make_questions (&count, limit);
}

GPtrArray *
licet_questions_for_sheet (LicetClauseSheet *sheet,
                           LicetItem *item,
                           guint limit)
{
  g_auto (LicetTester) tester = { 0 };
  g_auto (Count) count = { 0 };

  g_return_val_if_fail (sheet != NULL, NULL);
  g_return_val_if_fail (LICET_IS_ITEM (item), NULL);

  _licet_tester_init (&tester, item, _licet_clause_sheet_get_options (sheet));
  count_init (&count, &tester);
  _licet_tester_visit_open (&tester, licet_clause_sheet_get_root (sheet)->node, count_open, &count);
  return make_questions (&count, limit);
}
