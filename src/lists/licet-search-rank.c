/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-search-rank"

#include "config.h"

#include "licet-search-rank-private.h"

#include <string.h>

/* What is found above a paragraph counts for it too, a little less with each level. */
#define INHERITED 0.9
/* What is found elsewhere in the entry than in its best paragraph. */
#define SHARE 0.25
/* Each number of the description that meets a threshold. */
#define MEETS 0.25
#define MAX_MET 4
/* A paragraph that a number of the description fails: still what it is about, if no other is. */
#define FAILS 0.7
/* Software or technology when the words name neither, and goods when they do. */
#define OTHER_NATURE 0.7
/* What software or technology gets of what it serves, when the words say that it is meant. */
#define LEAN 0.7
/* An entry that takes what another leaves stands behind that other, if this much speaks for it. */
#define LEAVES 0.8
#define BEHIND 0.99
/* Paragraphs this near to the best are as good as it. */
#define AS_GOOD 0.97
/* Hits far below the best are no help. */
#define LEAST_SCORE 0.08
/* How each node fares. */
typedef struct {
  const LicetSearcher *searcher;
  const LicetQuery *query;
  double *value;   /* of the term in hand */
  double *total;   /* of all terms, with what is inherited */
  double *spread;  /* by entry: the best of each term anywhere in it */
  guint8 *met;     /* thresholds met on the way down */
  guint8 *is_out;  /* a threshold is failed on the way down */
  guint *served;   /* by entry: what its software or technology is for, plus one */
  gboolean natures[LICET_N_NATURES]; /* which the words name */
} Ranking;

static Ranking *
new_ranking (const LicetSearcher *searcher,
             const LicetQuery *query)
{
  Ranking *ranking = g_new0 (Ranking, 1);
  guint n = searcher->nodes->len;

  ranking->searcher = searcher;
  ranking->query = query;
  ranking->value = g_new (double, n);
  ranking->total = g_new0 (double, n);
  ranking->spread = g_new0 (double, n);
  ranking->met = g_new0 (guint8, n);
  ranking->is_out = g_new0 (guint8, n);
  ranking->served = g_new0 (guint, n);
  return ranking;
}

static void
free_ranking (Ranking *ranking)
{
  if (ranking == NULL)
    return;
  g_free (ranking->value);
  g_free (ranking->total);
  g_free (ranking->spread);
  g_free (ranking->met);
  g_free (ranking->is_out);
  g_free (ranking->served);
  g_free (ranking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Ranking, free_ranking)

static void
sum_term (Ranking *ranking,
          const LicetSearchTerm *term)
{
  const guint *parents = ranking->searcher->parents;
  const guint *roots = ranking->searcher->roots;
  double *value = ranking->value;
  guint n = ranking->searcher->nodes->len;
  double best = 0;

  memset (value, 0, n * sizeof *value);
  for (guint i = 0; i < term->postings->len; i++) {
    const LicetPosting *posting = &g_array_index (term->postings, LicetPosting, i);

    value[posting->node] = MAX (value[posting->node], posting->score * term->weight);
  }
  /* What a limb says, the paragraph says; children stand behind their parents. */
  for (guint i = n; i-- > 0;)
    if (ranking->searcher->is_limb[i])
      value[parents[i]] = MAX (value[parents[i]], value[i] * INHERITED);
  for (guint i = 0; i < n; i++) {
    if (parents[i] == i)
      best = 0;
    else
      value[i] = MAX (value[i], value[parents[i]] * INHERITED);
    ranking->total[i] += value[i];
    if (value[i] > best) {
      ranking->spread[roots[i]] += value[i] - best;
      best = value[i];
    }
  }
}

/* What the numbers of the description say of the conditions of one node. */
static void
test_node (Ranking *ranking,
           guint index)
{
  const LicetNode *node = _licet_searcher_get_node (ranking->searcher, index);

  for (guint i = 0; i < node->n_conditions; i++) {
    LicetTruth truth = _licet_condition_test (node->conditions[i], ranking->query->readings, NULL);

    if (truth == LICET_MET && ranking->met[index] < MAX_MET)
      ranking->met[index]++;
    if (truth == LICET_NOT_MET)
      ranking->is_out[index] = TRUE;
  }
}

/* And of the paragraphs that its words lead to: limbs tell on the node above, that on all below. */
static void
test_nodes (Ranking *ranking)
{
  const LicetSearcher *searcher = ranking->searcher;
  guint n = searcher->nodes->len;

  for (guint i = 0; i < n; i++)
    if (ranking->spread[searcher->roots[i]] > 0)
      test_node (ranking, i);
  for (guint i = n; i-- > 0;)
    if (searcher->is_limb[i]) {
      guint parent = searcher->parents[i];

      ranking->met[parent] = (guint8) MIN (ranking->met[parent] + ranking->met[i], MAX_MET);
      ranking->is_out[parent] |= ranking->is_out[i];
    }
  for (guint i = 0; i < n; i++) {
    guint parent = searcher->parents[i];

    if (parent == i)
      continue;
    if (searcher->is_limb[i])
      ranking->met[i] = ranking->met[parent];
    else
      ranking->met[i] = (guint8) MIN (ranking->met[parent] + ranking->met[i], MAX_MET);
    ranking->is_out[i] |= ranking->is_out[parent];
  }
}

/* Software and technology lean on the goods they serve. */
static void
lean (Ranking *ranking)
{
  const LicetSearcher *searcher = ranking->searcher;
  guint n = searcher->nodes->len;
  g_autofree guint *best = g_new (guint, n); /* by node: the best at or below it */
  g_autofree double *gain = g_new0 (double, n);

  for (guint i = n; i-- > 0;)
    best[i] = i;
  for (guint i = n; i-- > 0;)
    if (ranking->total[best[i]] > ranking->total[best[searcher->parents[i]]])
      best[searcher->parents[i]] = best[i];
  for (guint i = 0; i < searcher->links->len; i++) {
    const LicetLink *link = &g_array_index (searcher->links, LicetLink, i);
    guint target = best[link->target];

    if (ranking->total[target] * LEAN > gain[link->node]) {
      gain[link->node] = ranking->total[target] * LEAN;
      ranking->served[searcher->roots[link->node]] = target + 1;
    }
  }
  for (guint i = 0; i < n; i++) {
    double *spread = &ranking->spread[searcher->roots[i]];

    gain[i] = MAX (gain[i], gain[searcher->parents[i]] * INHERITED);
    ranking->total[i] += gain[i];
    *spread = MAX (*spread, ranking->total[i]);
  }
}

/* Whether the words say that software or technology is meant. */
static gboolean
names_no_goods (const Ranking *ranking)
{
  return ranking->natures[LICET_NATURE_SOFTWARE] || ranking->natures[LICET_NATURE_TECHNOLOGY];
}

static double
get_nature_factor (const Ranking *ranking,
                   const LicetNode *node)
{
  gboolean is_goods = node->nature == LICET_NATURE_GOODS;
  gboolean is_meant = is_goods;

  if (names_no_goods (ranking))
    is_meant = !is_goods && ranking->natures[node->nature];
  return is_meant ? 1.0 : OTHER_NATURE;
}

/* The score of one paragraph. */
static double
score_node (const Ranking *ranking,
            guint index)
{
  const LicetNode *node = _licet_searcher_get_node (ranking->searcher, index);

  if (node->is_unused)
    return 0;
  return ranking->total[index] * get_nature_factor (ranking, node) *
         (ranking->is_out[index] ? FAILS : 1.0 + MEETS * ranking->met[index]);
}

static guint
find_end (const LicetSearcher *searcher,
          guint root)
{
  guint end = root + 1;

  while (end < searcher->nodes->len && searcher->roots[end] == root)
    end++;
  return end;
}

/* The score of the entry at @root. */
static double
score_entry (const Ranking *ranking,
             guint root)
{
  double factor = get_nature_factor (ranking, _licet_searcher_get_node (ranking->searcher, root));
  guint end = find_end (ranking->searcher, root);
  double best = 0;
  double words = 0;

  for (guint i = root; i < end; i++) {
    double score = score_node (ranking, i);

    if (score > best) {
      best = score;
      words = ranking->total[i];
    }
  }
  return best + SHARE * factor * MAX (ranking->spread[root] - words, 0.0);
}

static guint
join_nodes (const LicetSearcher *searcher,
            guint a,
            guint b)
{
  /* Parents stand before their children. */
  while (a != b) {
    if (a > b)
      a = searcher->parents[a];
    else
      b = searcher->parents[b];
  }
  return a;
}

/* The best paragraph of the entry at @root, or what the best ones have in common. */
static guint
find_best (const Ranking *ranking,
           guint root)
{
  guint end = find_end (ranking->searcher, root);
  guint found = G_MAXUINT;
  double best = 0;

  for (guint i = root; i < end; i++)
    best = MAX (best, score_node (ranking, i));
  for (guint i = root; i < end && best > 0; i++)
    if (score_node (ranking, i) >= best * AS_GOOD)
      found = found == G_MAXUINT ? i : join_nodes (ranking->searcher, found, i);
  if (found == G_MAXUINT)
    return root;
  while (ranking->searcher->is_limb[found])
    found = ranking->searcher->parents[found];
  return found;
}

typedef struct {
  guint root;
  double score;
} Candidate;

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *left = a;
  const Candidate *right = b;

  if (left->score > right->score)
    return -1;
  if (left->score < right->score)
    return 1;
  return left->root < right->root ? -1 : left->root > right->root;
}

static gboolean
is_wanted (const LicetNode *node,
           const char *const *lists)
{
  return lists == NULL || g_strv_contains (lists, licet_control_list_get_id (node->list));
}

/* The best paragraph of the entry at @root by score alone. */
static guint
find_top (const Ranking *ranking,
          guint root)
{
  guint end = find_end (ranking->searcher, root);
  guint top = root;

  for (guint i = root; i < end; i++)
    if (score_node (ranking, i) > score_node (ranking, top))
      top = i;
  return top;
}

/* Whether the numbers of the description speak for the entry at @leftover rather than for the one at @first. */
static gboolean
numbers_prefer (const Ranking *ranking,
                guint leftover,
                guint first)
{
  guint ours = find_top (ranking, leftover);
  guint theirs = find_top (ranking, first);

  return ranking->is_out[theirs] || ranking->met[ours] > ranking->met[theirs];
}

/* What is "other than" something else is looked at after it, as the law is read. */
static void
put_leftovers_behind (const Ranking *ranking,
                      double *scores)
{
  const LicetSearcher *searcher = ranking->searcher;

  for (guint i = 0; i < searcher->leftovers->len; i++) {
    const LicetLink *link = &g_array_index (searcher->leftovers, LicetLink, i);
    guint leftover = searcher->roots[link->node];
    guint first = searcher->roots[link->target];

    if (leftover == first || scores[first] >= scores[leftover] ||
        scores[first] < scores[leftover] * LEAVES || numbers_prefer (ranking, leftover, first))
      continue;
    scores[first] = scores[leftover];
    scores[leftover] *= BEHIND;
  }
}

static GArray *
collect_candidates (const Ranking *ranking,
                    const char *const *lists)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_autofree double *scores = g_new0 (double, ranking->searcher->nodes->len);

  for (guint i = 0; i < ranking->searcher->nodes->len; i++)
    if (ranking->searcher->parents[i] == i && ranking->spread[i] > 0)
      scores[i] = score_entry (ranking, i);
  put_leftovers_behind (ranking, scores);
  for (guint i = 0; i < ranking->searcher->nodes->len; i++) {
    Candidate candidate = { i, scores[i] };

    if (candidate.score > 0 && is_wanted (_licet_searcher_get_node (ranking->searcher, i), lists))
      g_array_append_val (candidates, candidate);
  }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

static LicetHit *
new_hit (const Ranking *ranking,
         const GArray *terms,
         const Candidate *candidate)
{
  const LicetSearcher *searcher = ranking->searcher;
  guint served = ranking->served[candidate->root];
  LicetFound found = { candidate->root, find_end (searcher, candidate->root) };
  LicetHit *hit = g_new0 (LicetHit, 1);

  found.node = _licet_searcher_get_node (searcher, find_best (ranking, candidate->root));
  found.served = served > 0 ? _licet_searcher_get_node (searcher, served - 1) : NULL;
  hit->node = found.node;
  hit->score = candidate->score;
  hit->why = _licet_search_explain (searcher, ranking->query, terms, &found);
  return hit;
}

GPtrArray *
_licet_search_rank (const LicetSearcher *searcher,
                    const LicetQuery *query,
                    const GArray *terms,
                    const char *const *lists,
                    guint limit)
{
  g_autoptr (Ranking) ranking = new_ranking (searcher, query);
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) licet_hit_free);
  g_autoptr (GArray) candidates = NULL;

  for (guint i = 0; i < terms->len; i++)
    sum_term (ranking, &g_array_index (terms, LicetSearchTerm, i));
  _licet_terms_get_natures (terms, searcher, ranking->natures);
  if (names_no_goods (ranking))
    lean (ranking);
  if (query->readings->len > 0)
    test_nodes (ranking);
  candidates = collect_candidates (ranking, lists);
  for (guint i = 0; i < candidates->len && i < limit; i++) {
    const Candidate *candidate = &g_array_index (candidates, Candidate, i);

    if (candidate->score < LEAST_SCORE * g_array_index (candidates, Candidate, 0).score)
      break;
    g_ptr_array_add (hits, new_hit (ranking, terms, candidate));
  }
  return g_steal_pointer (&hits);
}
