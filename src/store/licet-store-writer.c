/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-writer"

#include "config.h"

#include "licet-store-private.h"

/* Bytes from which the plain-text journal is put aside and a new one begun. */
#define LOG_LIMIT (64 * 1024 * 1024)

struct _LicetStoreWriter {
  LicetDb *db;
  LicetStoreLog *log;
  GAsyncQueue *queue; /* Order */
  GThread *thread;
  gboolean is_unsettled; /* a committed write whose end the plain-text journal does not hold yet */
};

/* A job on its way: with a task that is told in its own context, or with somebody who waits. */
typedef struct {
  const LicetStoreJob *job; /* NULL: the last one */
  gpointer data;
  GDestroyNotify free_data;
  GTask *task;
  GAsyncQueue *answer;
  gboolean is_done;
  GError *error;
} Order;

static void
order_free (Order *order)
{
  if (order->free_data != NULL)
    order->free_data (order->data);
  g_clear_object (&order->task);
  g_clear_error (&order->error);
  g_free (order);
}

static void
write_clear (LicetStoreWrite *write)
{
  g_clear_pointer (&write->number_text, g_free);
  g_clear_pointer (&write->moment, g_free);
  g_clear_pointer (&write->action, g_free);
  g_clear_pointer (&write->subject, g_free);
  g_clear_pointer (&write->change, json_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LicetStoreWrite, write_clear)

/* Whether the database holds write @number as the line with the digest @begin began it. */
static gboolean
is_held (LicetDb *db,
         gint64 number,
         const char *begin,
         gboolean *ret_is_held,
         GError **error)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  g_autofree char *digest = NULL;

  if (!_licet_db_get_text (db, "SELECT begin_digest FROM writes WHERE number = ?",
                           (const char *const[]) { text }, 1, &digest, error))
    return FALSE;
  *ret_is_held = g_strcmp0 (digest, begin) == 0;
  return TRUE;
}

static gboolean
note_torn (LicetStoreLog *log,
           gsize torn,
           GError **error)
{
  g_autofree char *why =
      g_strdup_printf ("%" G_GSIZE_FORMAT " bytes at the end were no whole line and were cut off: "
                       "the program was ended while it wrote",
                       torn);

  return _licet_store_log_note (log, "recovered", why, error);
}

/* Says in the plain-text journal how a write ended of which nobody said it: the program was ended in the middle of it, or the disk
 * failed. The database knows, since the write's row is part of the write. */
static gboolean
settle (LicetStoreWriter *self,
        GError **error)
{
  gsize torn = _licet_store_log_get_torn (self->log);
  const char *unsettled = NULL;
  g_autofree char *begin = NULL;
  LicetStoreLogState state;
  gboolean is_committed;
  gint64 number = 0;

  state = _licet_store_log_get_state (self->log, &number, &unsettled);
  if (state == LICET_STORE_LOG_SETTLED)
    return torn == 0 || note_torn (self->log, torn, error);
  begin = g_strdup (unsettled);
  if (!is_held (self->db, number, begin, &is_committed, error))
    return FALSE;
  if (is_committed)
    return _licet_store_log_settle (
        self->log, "commit", number, begin,
        "found in the database; the program was ended before it could say so", error);
  if (state == LICET_STORE_LOG_CANCELLED)
    return TRUE;
  return _licet_store_log_settle (
      self->log, "rollback", number, begin,
      "not in the database; the program was ended before it was committed", error);
}

static gboolean
begin_write (LicetStoreWriter *self,
             LicetStoreWrite *write,
             GError **error)
{
  g_autofree char *last = NULL;

  if (!_licet_db_get_text (self->db, "SELECT max (number) FROM writes", NULL, 0, &last, error))
    return FALSE;
  write->db = self->db;
  write->number = (last != NULL ? g_ascii_strtoll (last, NULL, 10) : 0) + 1;
  write->number_text = g_strdup_printf ("%" G_GINT64_FORMAT, write->number);
  write->moment = licet_clock_now ();
  return TRUE;
}

static gboolean
commit (LicetStoreWriter *self,
        LicetStoreWrite *write,
        const char *begin,
        GError **error)
{
  const char *const texts[] = { write->number_text, write->moment, write->action, write->subject,
                                begin };

  return _licet_db_run (self->db,
                        "INSERT INTO writes (number, moment, action, subject, begin_digest) VALUES "
                        "(?, ?, ?, ?, ?)",
                        texts, G_N_ELEMENTS (texts), error) &&
         _licet_db_exec (self->db, "COMMIT", error);
}

/* Begun in the plain-text journal, committed in the database, and said to be committed in the journal: ended at any of these points,
 * the next program finds out which it was. */
static gboolean
write_through (LicetStoreWriter *self,
               LicetStoreWrite *write,
               GError **error)
{
  g_autofree char *begin = NULL;
  GError *reason = NULL;

  begin = _licet_store_log_begin (self->log, write->number, write->action, write->subject,
                                  write->change, error);
  if (begin == NULL)
    return FALSE;
  if (commit (self, write, begin, &reason)) {
    /* It is saved; if the journal cannot be told now, the next write or start tells it. */
    self->is_unsettled =
        !_licet_store_log_settle (self->log, "commit", write->number, begin, NULL, NULL);
    return TRUE;
  }
  (void) _licet_store_log_settle (self->log, "rollback", write->number, begin, reason->message,
                                  NULL);
  g_propagate_error (error, reason);
  return FALSE;
}

static gboolean
work_locked (LicetStoreWriter *self,
             const LicetStoreJob *job,
             gpointer data,
             GError **error)
{
  g_auto (LicetStoreWrite) write = { 0 };

  if (!settle (self, error) || !begin_write (self, &write, error) ||
      !job->work (&write, data, error))
    return FALSE;
  return write.action == NULL || write_through (self, &write, error);
}

static gboolean
run_job (LicetStoreWriter *self,
         const LicetStoreJob *job,
         gpointer data,
         GError **error)
{
  gboolean is_done;

  if (job->prepare != NULL && !job->prepare (data, error))
    return FALSE;
  if (!_licet_db_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  is_done = _licet_store_log_lock (self->log, LOG_LIMIT, error);
  if (is_done) {
    is_done = work_locked (self, job, data, error);
    if (_licet_db_is_in_transaction (self->db))
      (void) _licet_db_exec (self->db, "ROLLBACK", NULL);
    _licet_store_log_unlock (self->log);
  } else if (_licet_db_is_in_transaction (self->db)) {
    (void) _licet_db_exec (self->db, "ROLLBACK", NULL);
  }
  return is_done;
}

static gboolean
deliver_cb (gpointer data)
{
  Order *order = data;

  if (order->is_done)
    g_task_return_boolean (order->task, TRUE);
  else
    g_task_return_error (order->task, g_steal_pointer (&order->error));
  order_free (order);
  return G_SOURCE_REMOVE;
}

/* Told and freed where it was asked for: the task may hold the last reference to the store, and a store that is disposed of waits for
 * this thread. */
static void
hand_back (Order *order)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (order->task));
  g_source_set_callback (source, deliver_cb, order, NULL);
  g_source_set_static_name (source, "[licet] store job done");
  (void) g_source_attach (source, g_task_get_context (order->task));
}

static void
run_order (LicetStoreWriter *self,
           Order *order)
{
  GCancellable *cancellable = order->task != NULL ? g_task_get_cancellable (order->task) : NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &order->error))
    order->is_done = run_job (self, order->job, order->data, &order->error);
  if (order->answer != NULL)
    g_async_queue_push (order->answer, order);
  else
    hand_back (order);
}

static gpointer
run_thread (gpointer data)
{
  LicetStoreWriter *self = data;

  for (;;) {
    Order *order = g_async_queue_pop (self->queue);

    if (order->job == NULL) {
      order_free (order);
      return NULL;
    }
    run_order (self, order);
  }
}

static gboolean
do_nothing (LicetStoreWrite *write,
            gpointer data,
            GError **error)
{
  return TRUE;
}

void
_licet_store_write_describe (LicetStoreWrite *write,
                             const char *action,
                             const char *subject,
                             JsonNode *change)
{
  g_set_str (&write->action, action);
  g_set_str (&write->subject, subject);
  g_clear_pointer (&write->change, json_node_unref);
  write->change = change;
}

static void
writer_free (LicetStoreWriter *self)
{
  g_clear_pointer (&self->db, _licet_db_close);
  g_clear_pointer (&self->log, _licet_store_log_free);
  g_clear_pointer (&self->queue, g_async_queue_unref);
  g_free (self);
}

LicetStoreWriter *
_licet_store_writer_new (LicetDb *db,
                         LicetStoreLog *log,
                         GError **error)
{
  static const LicetStoreJob settle_only = { NULL, do_nothing };
  LicetStoreWriter *self = g_new0 (LicetStoreWriter, 1);

  self->db = db;
  self->log = log;
  self->queue = g_async_queue_new ();
  if (!run_job (self, &settle_only, NULL, error)) {
    writer_free (self);
    return NULL;
  }
  self->thread = g_thread_new ("licet-store", run_thread, self);
  return self;
}

gboolean
_licet_store_writer_close (LicetStoreWriter *self,
                           GError **error)
{
  static const LicetStoreJob settle_only = { NULL, do_nothing };
  gboolean is_settled;

  g_async_queue_push (self->queue, g_new0 (Order, 1));
  (void) g_thread_join (self->thread);
  is_settled = !self->is_unsettled || run_job (self, &settle_only, NULL, error);
  /* So that the store is one file again; if it cannot be done now, the next start does it. */
  (void) _licet_db_exec (self->db, "PRAGMA wal_checkpoint(TRUNCATE)", NULL);
  writer_free (self);
  return is_settled;
}

void
_licet_store_writer_push (LicetStoreWriter *self,
                          const LicetStoreJob *job,
                          gpointer data,
                          GDestroyNotify free_data,
                          GTask *task)
{
  Order *order = g_new0 (Order, 1);

  order->job = job;
  order->data = data;
  order->free_data = free_data;
  order->task = g_object_ref (task);
  /* Cancelled before it began it is dropped; afterwards the task tells how the write ended. */
  g_task_set_check_cancellable (task, FALSE);
  g_async_queue_push (self->queue, order);
}

gboolean
_licet_store_writer_run (LicetStoreWriter *self,
                         const LicetStoreJob *job,
                         gpointer data,
                         GError **error)
{
  g_autoptr (GAsyncQueue) answer = g_async_queue_new ();
  Order *order = g_new0 (Order, 1);
  gboolean is_done;

  order->job = job;
  order->data = data;
  order->answer = answer;
  g_async_queue_push (self->queue, order);
  order = g_async_queue_pop (answer);
  is_done = order->is_done;
  if (!is_done)
    g_propagate_error (error, g_steal_pointer (&order->error));
  order_free (order);
  return is_done;
}
