/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-vocabulary-parse"

#include "config.h"

#include "licet-reading-private.h"

#include <string.h>

#define MAX_PARENTS 8

static const char *const known_units_file[] = { "dimensions", "units", NULL };
static const char *const known_unit[] = { "id", "dimension", "factor", "offset", "aliases", NULL };
static const char *const known_kinds_file[] = { "kinds", NULL };
static const char *const known_kind[] = { "id", "label", "parents", "aliases", NULL };
static const char *const known_quantities_file[] = { "quantities", NULL };
static const char *const known_quantity[] = { "id", "label", "dimension", "unit", "range", "help",
                                              "aliases", NULL };
static const char *const known_choices_file[] = { "choices", NULL };
static const char *const known_choice[] = { "id", "label", "values", NULL };
static const char *const known_value[] = { "id", "label", NULL };

/* One sort of thing, which the files named after it hold in an array each. */
typedef struct {
  LicetReading *reading;
  LicetVocabulary *vocabulary;
  const char *name;
  const char *const *known_file;
  const char *const *known_element;
  gboolean is_again;      /* the files were read before: members are known */
  GHashTable *origins;    /* id -> name of the file that defines it */
  const LicetKind *cycle; /* a kind that is narrower than itself */
} Sort;

typedef gboolean (*ReadElement) (Sort *sort,
                                 const LicetJsonPlace *place);

static gboolean
is_of_sort (LicetJson *json,
            const char *sort)
{
  g_autofree char *name = g_path_get_basename (licet_json_get_name (json));

  return g_str_has_prefix (name, sort);
}

static guint
count_elements (const char *sort,
                GPtrArray *documents)
{
  guint n = 0;

  for (guint i = 0; i < documents->len; i++) {
    LicetJson *json = g_ptr_array_index (documents, i);
    LicetJsonPlace root;
    LicetJsonPlace array;
    guint length = 0;

    licet_json_place_root (json, &root);
    if (is_of_sort (json, sort) && licet_json_place_has (&root, sort) &&
        licet_json_place_member (&root, sort, &array, NULL) &&
        licet_json_place_length (&array, &length, NULL))
      n += length;
  }
  return n;
}

static void
read_file (Sort *sort,
           LicetJson *json,
           ReadElement read_element)
{
  LicetJsonPlace root;
  LicetJsonPlace array;
  guint length;

  licet_json_place_root (json, &root);
  if ((!sort->is_again && !_licet_reading_known (sort->reading, &root, sort->known_file)) ||
      !_licet_reading_array (sort->reading, &root, sort->name, &array, &length))
    return;
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    if (sort->is_again || _licet_reading_known (sort->reading, &element, sort->known_element))
      (void) read_element (sort, &element);
  }
}

static void
read_files (Sort *sort,
            GPtrArray *documents,
            ReadElement read_element)
{
  g_autoptr (GHashTable) origins = g_hash_table_new (g_str_hash, g_str_equal);

  sort->origins = origins;
  for (guint i = 0; i < documents->len; i++)
    if (is_of_sort (g_ptr_array_index (documents, i), sort->name))
      read_file (sort, g_ptr_array_index (documents, i), read_element);
  sort->origins = NULL;
}

/* The id of an element, which no file has defined before. */
static gboolean
read_new_id (Sort *sort,
             const LicetJsonPlace *place,
             const char **ret_id)
{
  const char *origin;

  if (!_licet_reading_id (sort->reading, place, "id", ret_id))
    return FALSE;
  origin = g_hash_table_lookup (sort->origins, *ret_id);
  if (origin != NULL)
    return _licet_defects_add (sort->reading->defects, place,
                               "“%s” is defined in %s already; take one of them out", *ret_id,
                               origin);
  g_hash_table_insert (sort->origins, (gpointer) *ret_id,
                       (gpointer) licet_json_get_name (place->json));
  return TRUE;
}

/* A complaint of the unit table, with the place it does not know. */
static gboolean
refuse_unit (LicetReading *reading,
             const LicetJsonPlace *place,
             GError *error)
{
  (void) _licet_defects_add (reading->defects, place, "%s", error->message);
  g_error_free (error);
  return FALSE;
}

static gboolean
read_dimension (LicetReading *reading,
                LicetVocabulary *vocabulary,
                const LicetJsonPlace *dimensions,
                const char *name)
{
  g_autoptr (GString) formula = g_string_new (NULL);
  g_autoptr (GPtrArray) bases = NULL;
  LicetDimensionSource source;
  LicetJsonPlace place;
  GError *error = NULL;

  if (!licet_json_place_member (dimensions, name, &place, &error))
    return _licet_defects_take (reading->defects, error);
  bases = licet_json_place_dup_members (&place, &error);
  if (bases == NULL)
    return _licet_defects_take (reading->defects, error);
  for (guint i = 0; i < bases->len; i++) {
    const char *base = g_ptr_array_index (bases, i);
    gint64 power = 0;

    if (!licet_json_place_get_optional_integer (&place, base, 0, &power, &error))
      return _licet_defects_take (reading->defects, error);
    if (power == 0 || strpbrk (base, ": ") != NULL)
      return _licet_defects_add (reading->defects, &place,
                                 "“%s” is no base dimension with a power; write for instance "
                                 "\"time\": -1",
                                 base);
    g_string_append_printf (formula, "%s%s:%" G_GINT64_FORMAT, formula->len > 0 ? " " : "", base,
                            power);
  }
  source.name = _licet_arena_strdup (vocabulary->arena, name);
  source.formula = _licet_arena_strdup (vocabulary->arena, formula->str);
  return _licet_vocabulary_add_dimension (vocabulary, &source, &error) ||
         refuse_unit (reading, &place, error);
}

static gboolean
read_unit (Sort *sort,
           const LicetJsonPlace *place)
{
  LicetReading *reading = sort->reading;
  LicetUnitSource source = { NULL };
  GError *error = NULL;

  /* Ids of units are spellings such as "MS/s": the unit table refuses one that is taken. */
  if (!_licet_reading_text (reading, place, "id", LICET_MAX_ID, &source.id) ||
      !_licet_reading_id (reading, place, "dimension", &source.dimension) ||
      !_licet_reading_text (reading, place, "factor", LICET_MAX_ID, &source.factor) ||
      !_licet_reading_optional_text (reading, place, "offset", LICET_MAX_ID, &source.offset) ||
      !_licet_reading_texts (reading, place, "aliases", LICET_MAX_LABEL, &source.aliases))
    return FALSE;
  return _licet_vocabulary_add_unit (sort->vocabulary, &source, &error) ||
         refuse_unit (reading, place, error);
}

static void
read_dimensions (LicetReading *reading,
                 LicetVocabulary *vocabulary,
                 LicetJson *json)
{
  g_autoptr (GPtrArray) names = NULL;
  LicetJsonPlace root;
  LicetJsonPlace dimensions;
  GError *error = NULL;

  licet_json_place_root (json, &root);
  if (!licet_json_place_has (&root, "dimensions"))
    return;
  (void) licet_json_place_member (&root, "dimensions", &dimensions, NULL);
  names = licet_json_place_dup_members (&dimensions, &error);
  if (names == NULL)
    (void) _licet_defects_take (reading->defects, error);
  for (guint i = 0; names != NULL && i < names->len; i++)
    (void) read_dimension (reading, vocabulary, &dimensions, g_ptr_array_index (names, i));
}

static void
read_units (LicetReading *reading,
            LicetVocabulary *vocabulary,
            GPtrArray *documents)
{
  Sort sort = { reading, vocabulary, "units", known_units_file, known_unit };

  for (guint i = 0; i < documents->len; i++)
    if (is_of_sort (g_ptr_array_index (documents, i), "units"))
      read_dimensions (reading, vocabulary, g_ptr_array_index (documents, i));
  read_files (&sort, documents, read_unit);
}

static gboolean
read_kind (Sort *sort,
           const LicetJsonPlace *place)
{
  LicetVocabulary *vocabulary = sort->vocabulary;
  LicetKind *kind = &vocabulary->kinds[vocabulary->n_kinds];

  if (!read_new_id (sort, place, &kind->id) ||
      !_licet_reading_text (sort->reading, place, "label", LICET_MAX_LABEL, &kind->label) ||
      !_licet_reading_texts (sort->reading, place, "aliases", LICET_MAX_LABEL, &kind->aliases))
    return FALSE;
  kind->index = vocabulary->n_kinds++;
  g_hash_table_insert (vocabulary->kinds_by_id, (gpointer) kind->id, kind);
  return TRUE;
}

/* Second time round, when every kind has its place. */
static gboolean
read_parents (Sort *sort,
              const LicetJsonPlace *place)
{
  LicetVocabulary *vocabulary = sort->vocabulary;
  g_auto (GStrv) parents = NULL;
  GError *error = NULL;
  const char *id = NULL;
  LicetKind *kind;

  /* What is wrong with the id was said the first time. */
  if (!licet_json_place_get_string (place, "id", &id, NULL))
    return FALSE;
  kind = g_hash_table_lookup (vocabulary->kinds_by_id, id);
  if (kind == NULL || kind->parents != NULL)
    return FALSE;
  if (!licet_json_place_get_strings (place, "parents", &parents, &error))
    return _licet_defects_take (sort->reading->defects, error);
  if (g_strv_length (parents) > MAX_PARENTS)
    return _licet_defects_add (sort->reading->defects, place,
                               "a kind has at most %d parents; take some out", MAX_PARENTS);
  kind->parents = LICET_ARENA_NEW_ARRAY (vocabulary->arena, const LicetKind *,
                                         g_strv_length (parents));
  for (guint i = 0; parents[i] != NULL; i++) {
    const LicetKind *parent = g_hash_table_lookup (vocabulary->kinds_by_id, parents[i]);

    if (parent == NULL)
      return _licet_defects_add (sort->reading->defects, place,
                                 "the parent “%s” is no kind; define it or name another",
                                 parents[i]);
    kind->parents[kind->n_parents++] = parent;
  }
  return TRUE;
}

/* Says where the kind stands that is narrower than itself. */
static gboolean
refuse_cycle (Sort *sort,
              const LicetJsonPlace *place)
{
  const char *id = NULL;

  if (!licet_json_place_get_string (place, "id", &id, NULL) || !g_str_equal (id, sort->cycle->id))
    return TRUE;
  return _licet_defects_add (sort->reading->defects, place,
                             "“%s” is narrower than itself by way of its parents; take one out",
                             id);
}

static void
read_kinds (LicetReading *reading,
            LicetVocabulary *vocabulary,
            GPtrArray *documents)
{
  Sort sort = { reading, vocabulary, "kinds", known_kinds_file, known_kind };

  vocabulary->kinds = LICET_ARENA_NEW_ARRAY (vocabulary->arena, LicetKind,
                                             count_elements ("kinds", documents));
  read_files (&sort, documents, read_kind);
  sort.is_again = TRUE;
  read_files (&sort, documents, read_parents);
  sort.cycle = _licet_vocabulary_index_kinds (vocabulary);
  if (sort.cycle != NULL)
    read_files (&sort, documents, refuse_cycle);
}

static gboolean
read_quantity (Sort *sort,
               const LicetJsonPlace *place)
{
  LicetVocabulary *vocabulary = sort->vocabulary;
  LicetReading *reading = sort->reading;
  LicetQuantity *quantity = &vocabulary->quantities[vocabulary->n_quantities];
  const char *dimension = NULL;
  const char *unit = NULL;
  const char *range = NULL;
  GError *error = NULL;

  if (!read_new_id (sort, place, &quantity->id) ||
      !_licet_reading_text (reading, place, "label", LICET_MAX_LABEL, &quantity->label) ||
      !_licet_reading_id (reading, place, "dimension", &dimension) ||
      !_licet_reading_text (reading, place, "unit", LICET_MAX_ID, &unit) ||
      !_licet_reading_optional_text (reading, place, "range", LICET_MAX_ID, &range) ||
      !_licet_reading_optional_text (reading, place, "help", LICET_MAX_PROSE, &quantity->help) ||
      !_licet_reading_texts (reading, place, "aliases", LICET_MAX_LABEL, &quantity->aliases))
    return FALSE;
  if (range != NULL && !g_str_equal (range, "span"))
    return _licet_defects_add (reading->defects, place,
                               "“range” is “%s”; write \"span\" or take it out", range);
  if (!licet_unit_table_find_dimension (vocabulary->units, dimension, &quantity->dimension))
    return _licet_defects_add (reading->defects, place,
                               "the dimension “%s” does not exist; see units.json", dimension);
  if (!licet_unit_table_parse (vocabulary->units, unit, &quantity->unit, &error))
    return refuse_unit (reading, place, error);
  if (!licet_dimension_equal (&quantity->unit.dimension, &quantity->dimension))
    return _licet_defects_add (reading->defects, place,
                               "the unit “%s” does not measure “%s”; change one of them", unit,
                               dimension);
  quantity->is_span = range != NULL;
  quantity->index = vocabulary->n_quantities++;
  g_hash_table_insert (vocabulary->quantities_by_id, (gpointer) quantity->id, quantity);
  return TRUE;
}

static void
read_quantities (LicetReading *reading,
                 LicetVocabulary *vocabulary,
                 GPtrArray *documents)
{
  Sort sort = { reading, vocabulary, "quantities", known_quantities_file, known_quantity };

  vocabulary->quantities = LICET_ARENA_NEW_ARRAY (vocabulary->arena, LicetQuantity,
                                                  count_elements ("quantities", documents));
  read_files (&sort, documents, read_quantity);
}

static gboolean
read_value (LicetReading *reading,
            const LicetJsonPlace *place,
            const LicetChoice *choice,
            LicetChoiceValue *value)
{
  if (!_licet_reading_known (reading, place, known_value) ||
      !_licet_reading_id (reading, place, "id", &value->id) ||
      !_licet_reading_text (reading, place, "label", LICET_MAX_LABEL, &value->label))
    return FALSE;
  if (licet_choice_find_value (choice, value->id) != NULL)
    return _licet_defects_add (reading->defects, place, "“%s” is there twice; take one out",
                               value->id);
  return TRUE;
}

static gboolean
read_choice (Sort *sort,
             const LicetJsonPlace *place)
{
  LicetVocabulary *vocabulary = sort->vocabulary;
  LicetReading *reading = sort->reading;
  LicetChoice *choice = &vocabulary->choices[vocabulary->n_choices];
  LicetChoiceValue *values;
  LicetJsonPlace array;
  guint length;

  if (!read_new_id (sort, place, &choice->id) ||
      !_licet_reading_text (reading, place, "label", LICET_MAX_LABEL, &choice->label) ||
      !_licet_reading_array (reading, place, "values", &array, &length))
    return FALSE;
  if (length == 0)
    return _licet_defects_add (reading->defects, place, "the choice “%s” has no values; give them",
                               choice->id);
  values = LICET_ARENA_NEW_ARRAY (vocabulary->arena, LicetChoiceValue, length);
  choice->values = values;
  choice->n_values = 0;
  for (guint i = 0; i < length; i++) {
    LicetJsonPlace element;

    licet_json_place_element (&array, i, &element);
    if (read_value (reading, &element, choice, &values[choice->n_values]))
      choice->n_values++;
  }
  choice->index = vocabulary->n_choices++;
  g_hash_table_insert (vocabulary->choices_by_id, (gpointer) choice->id, choice);
  return TRUE;
}

static void
read_choices (LicetReading *reading,
              LicetVocabulary *vocabulary,
              GPtrArray *documents)
{
  Sort sort = { reading, vocabulary, "choices", known_choices_file, known_choice };

  vocabulary->choices = LICET_ARENA_NEW_ARRAY (vocabulary->arena, LicetChoice,
                                               count_elements ("choices", documents));
  read_files (&sort, documents, read_choice);
}

LicetVocabulary *
_licet_vocabulary_parse (LicetReading *reading,
                         GPtrArray *documents)
{
  g_autoptr (LicetVocabulary) vocabulary = _licet_vocabulary_new ();
  LicetReading inner = *reading;

  /* Its strings live as long as the vocabulary itself. */
  inner.arena = vocabulary->arena;
  read_units (&inner, vocabulary, documents);
  read_kinds (&inner, vocabulary, documents);
  read_quantities (&inner, vocabulary, documents);
  read_choices (&inner, vocabulary, documents);
  return g_steal_pointer (&vocabulary);
}
