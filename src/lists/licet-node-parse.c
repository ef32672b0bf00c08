/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-node-parse"

#include "config.h"

#include "licet-source-private.h"

#include <string.h>

#define MAX_LAYERS 16

/**
 * Layers:
 *
 * What a node is made of: the node as it is written, then the node that it is by `as`, and so on. A member is taken
 * from the first layer that has it.
 */
typedef struct {
  const LicetNodeSource *items[MAX_LAYERS];
  guint n;
} Layers;

/* A node below another, wherever it is written. */
typedef struct {
  const char *designator;
  Layers layers;
} Child;

typedef struct {
  LicetReading *reading;
  LicetListSource *source;
  guint n_nodes;
} Builder;

/* @source and what it is by `as`, to the end of the chain. */
static gboolean
expand (Builder *builder,
        const LicetNodeSource *source,
        Layers *layers)
{
  LicetReading *reading = builder->reading;

  layers->n = 0;
  while (source != NULL) {
    for (guint i = 0; i < layers->n; i++)
      if (layers->items[i] == source)
        return _licet_defects_add (reading->defects, &source->place,
                                   "%s is itself by way of “as”; write one of them out",
                                   source->full);
    if (layers->n == MAX_LAYERS)
      return _licet_defects_add (reading->defects, &source->place,
                                 "there are more than %d “as” in a row; name the first of them",
                                 MAX_LAYERS);
    layers->items[layers->n++] = source;
    if (source->as == NULL)
      return TRUE;
    if (!_licet_reading_check_target (reading, &source->place, source->list->list->id, source->as,
                                      LICET_TARGET_NODE))
      return FALSE;
    source = _licet_reading_find_source (reading, source->list->list->id, source->as);
    if (source != NULL)
      g_hash_table_add (builder->source->origins,
                        (gpointer) licet_json_get_name (source->place.json));
  }
  return TRUE;
}

/* The first layer that has @member, or NULL. */
static const LicetNodeSource *
find_layer (const Layers *layers,
            const char *member)
{
  for (guint i = 0; i < layers->n; i++)
    if (licet_json_place_has (&layers->items[i]->place, member))
      return layers->items[i];
  return NULL;
}

/* An entry that is a paragraph of another list takes its text for a heading, and the other way round. */
static void
read_text (LicetReading *reading,
           const Layers *layers,
           LicetNode *node)
{
  const LicetNodeSource *top = layers->items[0];

  node->text = node->full;
  for (guint i = 0; i < layers->n; i++) {
    const LicetJsonPlace *place = &layers->items[i]->place;
    const char *member = licet_json_place_has (place, "heading") ? "heading" : "text";

    if (licet_json_place_has (place, member)) {
      (void) _licet_reading_text (reading, place, member, LICET_MAX_TEXT, &node->text);
      return;
    }
  }
  if (top->as != NULL)
    node->text = top->as; /* no entries there yet: the question is whether the item is that */
  else if (node->is_unused)
    node->text = "Not used";
  else
    (void) _licet_reading_text (reading, &top->place, node->parent == NULL ? "heading" : "text",
                                LICET_MAX_TEXT, &node->text);
}

static void
read_nature (LicetReading *reading,
             const Layers *layers,
             const LicetControlList *list,
             LicetNode *node)
{
  const LicetNodeSource *layer = find_layer (layers, "nature");
  const char *nature = NULL;

  node->nature = node->parent != NULL
    ? node->parent->nature : _licet_control_list_find_group (list, node->full[1])->nature;
  if (layer != NULL &&
      _licet_reading_text (reading, &layer->place, "nature", LICET_MAX_ID, &nature) &&
      !licet_nature_parse (nature, &node->nature))
    (void) _licet_defects_add (reading->defects, &layer->place,
                               "“%s” is no nature; write goods, software or technology", nature);
}

static void
read_of (LicetReading *reading,
         const Layers *layers,
         LicetNode *node)
{
  const LicetNodeSource *layer = find_layer (layers, "of");
  const char *of = NULL;

  if (layer == NULL || !_licet_reading_text (reading, &layer->place, "of", LICET_MAX_ID, &of))
    return;
  node->is_all = g_str_equal (of, "all");
  if (!node->is_all && !g_str_equal (of, "any"))
    (void) _licet_defects_add (reading->defects, &layer->place,
                               "“of” is “%s”; write \"any\" or \"all\"", of);
}

static void
read_unused (LicetReading *reading,
             const Layers *layers,
             LicetNode *node)
{
  static const char *const contradicting[] = { "when", "ask", "figures", "nodes", "as", "of" };
  const LicetJsonPlace *top = &layers->items[0]->place;
  const LicetNodeSource *layer = find_layer (layers, "unused");
  GError *error = NULL;

  if (layer == NULL)
    return;
  if (!licet_json_place_get_optional_boolean (&layer->place, "unused", FALSE, &node->is_unused,
                                              &error)) {
    (void) _licet_defects_take (reading->defects, error);
    return;
  }
  for (guint i = 0; node->is_unused && i < G_N_ELEMENTS (contradicting); i++)
    if (licet_json_place_has (top, contradicting[i]))
      (void) _licet_defects_add (reading->defects, top,
                                 "the place is unused and has “%s”; take one of them out",
                                 contradicting[i]);
}

/* The question whether the words describe the item. */
static void
add_implicit (LicetReading *reading,
              const Layers *layers,
              LicetNode *node)
{
  const LicetNodeSource *layer = find_layer (layers, "figures");
  const char *question = node->ask != NULL ? node->ask : node->text;
  const char *const *figures = NULL;

  if (layer != NULL && _licet_reading_texts (reading, &layer->place, "figures", LICET_MAX_ID,
                                             &figures))
    (void) _licet_reading_check_figures (reading, &layer->place, figures, question, node->text);
  node->conditions = LICET_ARENA_NEW_ARRAY (reading->arena, const LicetCondition *, 1);
  node->conditions[0] = _licet_condition_new_implicit (reading->arena, node->key, question,
                                                       figures);
  node->n_conditions = 1;
}

static gboolean
read_conditions (LicetReading *reading,
                 const Layers *layers,
                 LicetNode *node)
{
  const LicetNodeSource *layer = find_layer (layers, "when");
  const LicetNodeSource *ask = find_layer (layers, "ask");
  const LicetNodeSource *figures = find_layer (layers, "figures");
  LicetConditionScope scope = { reading, NULL, node->list->id, node->key, node->text };

  if (ask != NULL)
    (void) _licet_reading_text (reading, &ask->place, "ask", LICET_MAX_PROSE, &node->ask);
  if (layer == NULL) {
    /* The heading of an entry is a title; what its paragraphs say decides. */
    if (node->parent != NULL || find_layer (layers, "nodes") == NULL)
      add_implicit (reading, layers, node);
    return TRUE;
  }
  if (ask == layer || figures == layer)
    (void) _licet_defects_add (reading->defects, &layer->place,
                               "“%s” belongs to the question that is asked when “when” is left "
                               "out; take it out or put it into a described condition",
                               ask == layer ? "ask" : "figures");
  scope.list = layer->list->list->id;
  return _licet_condition_parse_list (&scope, &layer->place, "when", &node->conditions,
                                      &node->n_conditions);
}

static void
append_layers (Layers *layers,
               const Layers *below)
{
  for (guint i = 0; i < below->n && layers->n < MAX_LAYERS; i++)
    layers->items[layers->n++] = below->items[i];
}

/* Children of all layers, in the order of the lowest; what an upper layer writes stands before what it writes over. */
static GArray *
collect_children (Builder *builder,
                  const Layers *layers)
{
  GArray *children = g_array_new (FALSE, TRUE, sizeof (Child));

  for (guint i = layers->n; i-- > 0;) {
    const LicetNodeSource *layer = layers->items[i];

    for (guint j = 0; j < layer->children->len; j++) {
      const LicetNodeSource *source = g_ptr_array_index (layer->children, j);
      Child child = { source->designator };
      Child *over = NULL;

      for (guint k = 0; over == NULL && k < children->len; k++)
        if (g_str_equal (g_array_index (children, Child, k).designator, source->designator))
          over = &g_array_index (children, Child, k);
      if (!expand (builder, source, &child.layers))
        continue;
      if (over == NULL)
        g_array_append_val (children, child);
      else {
        if (source->as == NULL)
          append_layers (&child.layers, &over->layers);
        *over = child;
      }
    }
  }
  return children;
}

static LicetNode *build_node (Builder *builder,
                              const Layers *layers,
                              LicetNode *parent,
                              const char *full);

static void
build_children (Builder *builder,
                const Layers *layers,
                LicetNode *node,
                guint depth)
{
  LicetReading *reading = builder->reading;
  g_autoptr (GArray) children = collect_children (builder, layers);

  if (children->len == 0)
    return;
  if (depth >= LICET_MAX_NODE_DEPTH) {
    (void) _licet_defects_add (reading->defects, &layers->items[0]->place,
                               "paragraphs are more than %d levels deep; is there an “as” that "
                               "contains itself?", LICET_MAX_NODE_DEPTH);
    return;
  }
  node->children = LICET_ARENA_NEW_ARRAY (reading->arena, const LicetNode *, children->len);
  for (guint i = 0; i < children->len && !_licet_defects_is_full (reading->defects); i++) {
    const Child *child = &g_array_index (children, Child, i);
    g_autofree char *full = g_strconcat (node->full, ".", child->designator, NULL);

    node->children[node->n_children++] = build_node (builder, &child->layers, node, full);
  }
}

static guint
get_depth (const LicetNode *node)
{
  guint depth = 1;

  while ((node = node->parent) != NULL)
    depth++;
  return depth;
}

static void
read_entry_members (LicetReading *reading,
                    const Layers *layers,
                    LicetNode *node)
{
  const LicetJsonPlace *place = &layers->items[0]->place;
  LicetJsonPlace inner;

  (void) _licet_reading_texts (reading, place, "origin", LICET_MAX_LABEL, &node->origin);
  if (!_licet_reading_texts (reading, place, "see", LICET_MAX_ID, &node->see))
    return;
  for (guint i = 0; node->see[i] != NULL; i++) {
    LicetJsonPlace element;

    (void) licet_json_place_member (place, "see", &inner, NULL);
    licet_json_place_element (&inner, i, &element);
    (void) _licet_reading_check_target (reading, &element, node->list->id, node->see[i],
                                        LICET_TARGET_SCOPE);
  }
}

static void
set_names (LicetReading *reading,
           LicetNode *node,
           const char *full)
{
  static const char *const none[] = { NULL };
  g_autofree char *key = g_strconcat (node->list->id, ":", full, NULL);

  node->key = _licet_arena_strdup (reading->arena, key);
  node->full = node->key + strlen (node->list->id) + 1;
  node->code = node->parent != NULL ? node->entry->full : node->full;
  node->path = node->parent != NULL ? node->full + strlen (node->code) + 1 : "";
  node->origin = none;
  node->see = none;
}

static LicetNode *
build_node (Builder *builder,
            const Layers *layers,
            LicetNode *parent,
            const char *full)
{
  LicetReading *reading = builder->reading;
  LicetNode *node = LICET_ARENA_NEW (reading->arena, LicetNode);
  const LicetNodeSource *notes = find_layer (layers, "notes");
  gboolean is_sound;

  node->list = builder->source->list;
  node->parent = parent;
  node->entry = parent != NULL ? parent->entry : node;
  set_names (reading, node, full);
  if (++builder->n_nodes == LICET_MAX_NODES)
    (void) _licet_defects_add (reading->defects, &layers->items[0]->place,
                               "the list has more than %d paragraphs; is there an “as” that "
                               "contains itself?", LICET_MAX_NODES);
  if (builder->n_nodes >= LICET_MAX_NODES)
    return node;
  read_unused (reading, layers, node);
  read_text (reading, layers, node);
  read_nature (reading, layers, builder->source->list, node);
  read_of (reading, layers, node);
  if (parent == NULL)
    read_entry_members (reading, layers, node);
  if (notes != NULL)
    _licet_node_notes_parse (reading, notes, node);
  if (node->is_unused)
    return node;
  is_sound = read_conditions (reading, layers, node);
  build_children (builder, layers, node, get_depth (node));
  if (is_sound && node->n_conditions == 0 && node->n_children == 0)
    (void) _licet_defects_add (reading->defects, &layers->items[0]->place,
                               "nothing decides %s; give it conditions, or leave “when” out to ask "
                               "whether its words hold", full);
  return node;
}

void
_licet_list_nodes_parse (LicetReading *reading,
                         LicetListSource *source)
{
  LicetControlList *list = source->list;
  LicetReading inner = *reading;
  Builder builder = { &inner, source, 0 };

  inner.arena = list->arena;
  list->entries = LICET_ARENA_NEW_ARRAY (list->arena, const LicetNode *, source->entries->len);
  for (guint i = 0; i < source->entries->len && !_licet_defects_is_full (reading->defects); i++) {
    const LicetNodeSource *entry = g_ptr_array_index (source->entries, i);
    Layers layers;

    if (expand (&builder, entry, &layers))
      list->entries[list->n_entries++] = build_node (&builder, &layers, NULL, entry->full);
  }
}
