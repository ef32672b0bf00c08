/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#define G_LOG_DOMAIN "licet-store-log"

#include "config.h"

#include "licet-store-log.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Bytes read at once when the last line is looked for from the end. */
#define BLOCK 65536

struct _LicetStoreLog {
  char *path;
  int fd;
  gboolean is_locked;
  gint64 size;
  gsize torn;
  char *last; /* the last line, without its break */
  LicetStoreLogState state;
  gint64 number;
  char *begin;
};

static gboolean
refuse (LicetStoreLog *log,
        const char *what,
        GError **error)
{
  int code = errno;

  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE,
               "%s: %s: %s; free space or mend the rights, and try again", log->path, what,
               g_strerror (code));
  return FALSE;
}

static gboolean
open_file (LicetStoreLog *log,
           GError **error)
{
  log->fd = open (log->path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (log->fd >= 0)
    return TRUE;
  g_set_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_OPEN,
               "%s: the journal cannot be opened: %s; mend the rights or the place", log->path,
               g_strerror (errno));
  return FALSE;
}

static void
close_file (LicetStoreLog *log)
{
  if (log->fd >= 0)
    (void) close (log->fd);
  log->fd = -1;
  log->size = -1;
  g_clear_pointer (&log->last, g_free);
}

static gboolean
set_lock (LicetStoreLog *log,
          short type,
          GError **error)
{
  struct flock lock = { .l_type = type, .l_whence = SEEK_SET };

  while (fcntl (log->fd, F_OFD_SETLKW, &lock) != 0)
    if (errno != EINTR)
      return refuse (log, "the journal cannot be locked", error);
  log->is_locked = type != F_UNLCK;
  return TRUE;
}

/* Whether the file under the name is still the one that is open: another program may have put it aside. */
static gboolean
is_current (LicetStoreLog *log)
{
  struct stat here;
  struct stat there;

  return fstat (log->fd, &here) == 0 && stat (log->path, &there) == 0 &&
         here.st_ino == there.st_ino && here.st_dev == there.st_dev;
}

static gboolean
read_all (int fd,
          char *buffer,
          gsize length,
          gint64 offset)
{
  while (length > 0) {
    gssize n = pread (fd, buffer, length, offset);

    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    buffer += n;
    length -= (gsize) n;
    offset += n;
  }
  return TRUE;
}

/* Where the last line break before @end stands, -1 when there is none. */
static gboolean
find_break (LicetStoreLog *log,
            gint64 end,
            gint64 *ret_break)
{
  g_autofree char *block = g_malloc (BLOCK);

  while (end > 0) {
    gsize length = (gsize) MIN (end, BLOCK);
    const char *found;

    if (!read_all (log->fd, block, length, end - (gint64) length))
      return FALSE;
    found = memrchr (block, '\n', length);
    if (found != NULL) {
      *ret_break = end - (gint64) length + (found - block);
      return TRUE;
    }
    end -= (gint64) length;
  }
  *ret_break = -1;
  return TRUE;
}

static gint64
get_integer (const LicetJsonPlace *place,
             const char *member)
{
  gint64 number = 0;

  return licet_json_place_get_optional_integer (place, member, 0, &number, NULL) ? number : 0;
}

/* What the last line says of the write it is about. */
static void
read_state (LicetStoreLog *log)
{
  g_autoptr (LicetJson) json = NULL;
  const char *event = NULL;
  const char *begin = NULL;
  LicetJsonPlace detail;
  LicetJsonPlace root;

  log->state = LICET_STORE_LOG_SETTLED;
  json = log->last != NULL ? licet_json_parse (log->path, log->last, -1, NULL) : NULL;
  if (json == NULL)
    return;
  licet_json_place_root (json, &root);
  if (!licet_json_place_get_string (&root, "event", &event, NULL) ||
      !licet_json_place_member (&root, "detail", &detail, NULL))
    return;
  log->number = get_integer (&detail, "number");
  if (g_str_equal (event, "begin")) {
    log->state = LICET_STORE_LOG_BEGUN;
    g_free (log->begin);
    log->begin = licet_digest_text (log->last);
  } else if (g_str_equal (event, "rollback") &&
             licet_json_place_get_string (&detail, "begin", &begin, NULL)) {
    log->state = LICET_STORE_LOG_CANCELLED;
    g_set_str (&log->begin, begin);
  }
}

static gboolean
read_end (LicetStoreLog *log,
          gint64 size)
{
  gint64 last_break;
  gint64 before;

  if (!find_break (log, size, &last_break))
    return FALSE;
  log->torn = (gsize) (size - last_break - 1);
  g_clear_pointer (&log->last, g_free);
  if (last_break >= 0) {
    gsize length;

    if (!find_break (log, last_break, &before))
      return FALSE;
    length = (gsize) (last_break - before - 1);
    log->last = g_malloc0 (length + 1);
    if (!read_all (log->fd, log->last, length, before + 1))
      return FALSE;
  }
  if (log->torn > 0 && ftruncate (log->fd, last_break + 1) != 0)
    return FALSE;
  log->size = last_break + 1;
  read_state (log);
  return TRUE;
}

static gboolean
refresh (LicetStoreLog *log,
         GError **error)
{
  struct stat status;

  log->torn = 0;
  if (fstat (log->fd, &status) != 0)
    return refuse (log, "the journal cannot be read", error);
  if (status.st_size == log->size)
    return TRUE;
  return read_end (log, status.st_size) ||
         refuse (log, "the end of the journal cannot be read", error);
}

static gboolean
append (LicetStoreLog *log,
        const char *event,
        JsonNode *detail,
        GError **error)
{
  g_autofree char *now = licet_clock_now ();
  g_autofree char *line = licet_journal_line (log->last, now, NULL, event, detail);
  g_autofree char *text = g_strconcat (line, "\n", NULL);

  g_assert (log->is_locked);

  if (!licet_file_write_all (log->fd, text, strlen (text)) || fsync (log->fd) != 0) {
    int code = errno;

    /* Half a line is cut off again; if not even that can be done, whoever locks next does it. */
    if (ftruncate (log->fd, log->size) != 0)
      log->size = -1;
    errno = code;
    return refuse (log, "the journal cannot be written", error);
  }
  log->size += (gint64) strlen (text);
  log->state = LICET_STORE_LOG_SETTLED;
  g_free (log->last);
  log->last = g_steal_pointer (&line);
  return TRUE;
}

/* The file is long: it is put aside under the moment's name, and a new one goes on from its last line. */
static gboolean
put_aside (LicetStoreLog *log,
           GError **error)
{
  g_autofree char *now = licet_clock_now ();
  g_autofree char *moment = g_strdelimit (g_strdup (now), ":", '-');
  g_autofree char *aside = g_strconcat (log->path, ".", moment, NULL);
  g_autofree char *name = g_path_get_basename (aside);
  g_autofree char *last = g_strdup (log->last);
  g_autoptr (JsonNode) detail = NULL;
  JsonObject *object;

  if (g_file_test (aside, G_FILE_TEST_EXISTS) || g_rename (log->path, aside) != 0)
    return TRUE; /* not now; a long file is no reason to refuse a write */
  close_file (log);
  if (!open_file (log, error) || !set_lock (log, F_WRLCK, error))
    return FALSE;
  licet_file_sync_folder (log->path);
  log->size = 0;
  log->last = g_steal_pointer (&last);
  object = json_object_new ();
  json_object_set_string_member (object, "from", name);
  detail = licet_json_make_node (object);
  return append (log, "continued", detail, error);
}

char *
_licet_store_log_dup_path (const char *path)
{
  return g_strconcat (path, ".journal", NULL);
}

LicetStoreLog *
_licet_store_log_open (const char *path,
                       GError **error)
{
  g_autoptr (LicetStoreLog) log = g_new0 (LicetStoreLog, 1);

  log->path = g_strdup (path);
  log->fd = -1;
  log->size = -1;
  if (!open_file (log, error))
    return NULL;
  licet_file_sync_folder (path);
  return g_steal_pointer (&log);
}

void
_licet_store_log_free (LicetStoreLog *log)
{
  if (log == NULL)
    return;
  close_file (log);
  g_free (log->begin);
  g_free (log->path);
  g_free (log);
}

gboolean
_licet_store_log_lock (LicetStoreLog *log,
                       gint64 limit,
                       GError **error)
{
  g_assert (!log->is_locked);

  if ((log->fd < 0 && !open_file (log, error)) || !set_lock (log, F_WRLCK, error))
    return FALSE;
  while (!is_current (log)) {
    close_file (log);
    log->is_locked = FALSE;
    if (!open_file (log, error) || !set_lock (log, F_WRLCK, error))
      return FALSE;
  }
  if (!refresh (log, error) ||
      (log->size > limit && log->state == LICET_STORE_LOG_SETTLED && !put_aside (log, error))) {
    _licet_store_log_unlock (log);
    return FALSE;
  }
  return TRUE;
}

void
_licet_store_log_unlock (LicetStoreLog *log)
{
  (void) set_lock (log, F_UNLCK, NULL);
  log->is_locked = FALSE;
}

LicetStoreLogState
_licet_store_log_get_state (LicetStoreLog *log,
                            gint64 *ret_number,
                            const char **ret_begin)
{
  if (ret_number != NULL)
    *ret_number = log->number;
  if (ret_begin != NULL)
    *ret_begin = log->begin;
  return log->state;
}

gsize
_licet_store_log_get_torn (LicetStoreLog *log)
{
  return log->torn;
}

char *
_licet_store_log_begin (LicetStoreLog *log,
                        gint64 number,
                        const char *action,
                        const char *subject,
                        JsonNode *detail,
                        GError **error)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  json_object_set_int_member (object, "number", number);
  json_object_set_string_member (object, "action", action);
  json_object_set_string_member (object, "subject", subject);
  if (detail != NULL)
    json_object_set_member (object, "change", json_node_copy (detail));
  node = licet_json_make_node (object);
  if (!append (log, "begin", node, error))
    return NULL;
  log->state = LICET_STORE_LOG_BEGUN;
  log->number = number;
  g_free (log->begin);
  log->begin = licet_digest_text (log->last);
  return g_strdup (log->begin);
}

gboolean
_licet_store_log_settle (LicetStoreLog *log,
                         const char *event,
                         gint64 number,
                         const char *begin,
                         const char *why,
                         GError **error)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  json_object_set_int_member (object, "number", number);
  json_object_set_string_member (object, "begin", begin);
  if (why != NULL)
    json_object_set_string_member (object, "why", why);
  node = licet_json_make_node (object);
  return append (log, event, node, error);
}

gboolean
_licet_store_log_note (LicetStoreLog *log,
                       const char *event,
                       const char *why,
                       GError **error)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  json_object_set_string_member (object, "why", why);
  node = licet_json_make_node (object);
  return append (log, event, node, error);
}
