/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-list-check"

#include "config.h"

#include "licet-source-private.h"

#include <string.h>

typedef enum {
  STATE_NEW,
  STATE_OPEN,
  STATE_DONE,
} State;

/* Follows "is listed there" from paragraph to paragraph. */
typedef struct {
  LicetReading *reading;
  GHashTable *states; /* LicetNode -> State, of nodes that something points at */
  const LicetNode *start;
  const LicetNode *cycle;
} Tracer;

static void trace_target (Tracer *tracer,
                          const LicetNode *node);

static const LicetNode *
find_node (LicetReading *reading,
           const LicetNode *from,
           const char *target)
{
  const char *colon = strchr (target, ':');
  g_autofree char *list = colon != NULL ? g_strndup (target, (gsize) (colon - target))
                                        : g_strdup (from->list->id);
  const LicetListSource *source = g_hash_table_lookup (reading->lists, list);

  return source != NULL ? licet_control_list_find (source->list, colon != NULL ? colon + 1 : target)
                        : NULL;
}

static void
trace_condition (Tracer *tracer,
                 const LicetNode *node,
                 const LicetCondition *condition)
{
  if (condition == NULL)
    return;
  for (guint i = 0; i < condition->n_parts; i++)
    trace_condition (tracer, node, condition->parts[i]);
  if (condition->type == LICET_CONDITION_ENTRY && condition->relation == LICET_RELATION_SELF) {
    const LicetNode *target = find_node (tracer->reading, node, condition->target);

    if (target != NULL)
      trace_target (tracer, target);
  }
}

static void
trace_own (Tracer *tracer,
           const LicetNode *node)
{
  for (guint i = 0; i < node->n_conditions; i++)
    trace_condition (tracer, node, node->conditions[i]);
  for (guint i = 0; i < node->n_notes; i++)
    trace_condition (tracer, node, node->notes[i].when);
}

static void
trace_below (Tracer *tracer,
             const LicetNode *node)
{
  trace_own (tracer, node);
  for (guint i = 0; i < node->n_children; i++)
    trace_below (tracer, node->children[i]);
}

/* Whether @node is listed depends on all that is below and above it. */
static void
trace_target (Tracer *tracer,
              const LicetNode *node)
{
  State state = GPOINTER_TO_INT (g_hash_table_lookup (tracer->states, node));

  if (state == STATE_OPEN && tracer->cycle == NULL)
    tracer->cycle = node;
  if (state != STATE_NEW)
    return;
  g_hash_table_insert (tracer->states, (gpointer) node, GINT_TO_POINTER (STATE_OPEN));
  trace_below (tracer, node);
  for (const LicetNode *above = node->parent; above != NULL; above = above->parent)
    trace_own (tracer, above);
  g_hash_table_insert (tracer->states, (gpointer) node, GINT_TO_POINTER (STATE_DONE));
}

static void
check_cycles (LicetReading *reading,
              const LicetListSource *source)
{
  g_autoptr (GHashTable) states = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < source->list->n_entries; i++) {
    const LicetNode *entry = source->list->entries[i];
    const LicetNodeSource *place = g_hash_table_lookup (source->nodes, entry->full);
    Tracer tracer = { reading, states, entry, NULL };

    trace_below (&tracer, entry);
    if (tracer.cycle != NULL && place != NULL)
      (void) _licet_defects_add (reading->defects, &place->place,
                                 "%s is listed if it is listed: its conditions lead back to it; "
                                 "take one “entry” out", tracer.cycle->full);
  }
}

static guint
count_nodes (const LicetNode *node)
{
  guint n = 1;

  for (guint i = 0; i < node->n_children; i++)
    n += count_nodes (node->children[i]);
  return n;
}

static void
check_figure (LicetReading *reading,
              const LicetJsonPlace *place,
              const char *member,
              const char *name,
              guint counted)
{
  GError *error = NULL;
  gint64 recorded = 0;

  if (!licet_json_place_get_optional_integer (place, member, counted, &recorded, &error))
    (void) _licet_defects_take (reading->defects, error);
  else if (recorded != counted)
    (void) _licet_defects_add (reading->defects, place,
                               "“%s” of category %s says %" G_GINT64_FORMAT ", but there are %u; "
                                                                            "find what was lost or "
                                                                            "added, then mend the "
                                                                            "figure",
                               member, name, recorded, counted);
}

/* What list.json records of its categories against what is there. */
static void
check_counts (LicetReading *reading,
              const LicetListSource *source)
{
  LicetJsonPlace root;
  LicetJsonPlace array;
  guint length;

  if (source->header == NULL)
    return;
  licet_json_place_root (source->header, &root);
  if (!_licet_reading_array (reading, &root, "categories", &array, &length))
    return;
  for (guint i = 0; i < length; i++) {
    guint n_entries = 0;
    guint n_nodes = 0;
    LicetJsonPlace place;
    const char *id = NULL;

    licet_json_place_element (&array, i, &place);
    if (!licet_json_place_get_string (&place, "id", &id, NULL))
      continue;
    for (guint j = 0; j < source->list->n_entries; j++) {
      const LicetNode *entry = source->list->entries[j];

      if (entry->code[0] != id[0])
        continue;
      n_entries++;
      n_nodes += count_nodes (entry);
    }
    check_figure (reading, &place, "entries", id, n_entries);
    check_figure (reading, &place, "paths", id, n_nodes);
  }
}

static void
note_references (LicetReading *reading,
                 const LicetListSource *source)
{
  for (guint i = 0; i < source->list->n_categories; i++) {
    const LicetCategory *category = &source->list->categories[i];
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (source->references, category->id));

    if (!category->is_present)
      _licet_defects_note (reading->defects,
                           "lists/%s: category %s has no entries yet; %u references go there",
                           source->list->id, category->id, n);
  }
}

void
_licet_list_check (LicetReading *reading,
                   LicetListSource *source)
{
  check_cycles (reading, source);
  check_counts (reading, source);
  note_references (reading, source);
}
