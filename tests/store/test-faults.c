/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#include "store-fixture.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * Power cuts and full disks. What the store and SQLite below it ask of the system goes through the functions here, which stand in
 * for those of the C library: at a chosen call the process is killed in the middle of what it writes, or after it; or the call
 * and every one after it says that there is no space.
 */

typedef enum {
  FAULT_NONE,
  FAULT_KILL_HALF,
  FAULT_KILL_AFTER,
  FAULT_NO_SPACE,
} Fault;

static Fault fault = FAULT_NONE;
static int calls_left;

/* Only files count: a main loop wakes itself through descriptors of other kinds. */
static gboolean
is_file (int fd)
{
  struct stat status;
  int code = errno;
  gboolean is;

  is = fstat (fd, &status) == 0 && S_ISREG (status.st_mode);
  errno = code;
  return is;
}

static gboolean
is_due (int fd)
{
  if (fault == FAULT_NONE || !is_file (fd))
    return FALSE;
  if (fault == FAULT_NO_SPACE)
    return --calls_left <= 0;
  return --calls_left == 0;
}

static void
die (void)
{
  (void) kill (getpid (), SIGKILL);
  for (;;)
    (void) pause ();
}

/* Returns: how many bytes of @length are to be written now; -1 for none, with errno set. */
static ssize_t
get_share (gboolean due,
           size_t length)
{
  if (!due)
    return (ssize_t) length;
  if (fault == FAULT_NO_SPACE) {
    errno = ENOSPC;
    return -1;
  }
  return fault == FAULT_KILL_HALF ? (ssize_t) (length / 2) : (ssize_t) length;
}

ssize_t faulty_write (int fd, const void *data, size_t length) __asm__ ("write");
ssize_t faulty_pwrite (int fd, const void *data, size_t length, off_t offset) __asm__ ("pwrite64");
int faulty_fsync (int fd) __asm__ ("fsync");
int faulty_fdatasync (int fd) __asm__ ("fdatasync");
int faulty_ftruncate (int fd, off_t length) __asm__ ("ftruncate64");

ssize_t
faulty_write (int fd,
              const void *data,
              size_t length)
{
  gboolean due = is_due (fd);
  ssize_t share = get_share (due, length);
  ssize_t n = share >= 0 ? syscall (SYS_write, fd, data, (size_t) share) : -1;

  if (due && fault != FAULT_NO_SPACE)
    die ();
  return n;
}

ssize_t
faulty_pwrite (int fd,
               const void *data,
               size_t length,
               off_t offset)
{
  gboolean due = is_due (fd);
  ssize_t share = get_share (due, length);
  ssize_t n = share >= 0 ? syscall (SYS_pwrite64, fd, data, (size_t) share, offset) : -1;

  if (due && fault != FAULT_NO_SPACE)
    die ();
  return n;
}

static int
run_faulty (long number,
            int fd,
            off_t length)
{
  gboolean due = is_due (fd);
  int code;

  if (due && fault == FAULT_NO_SPACE) {
    errno = ENOSPC;
    return -1;
  }
  code = (int) syscall (number, fd, length);
  if (due)
    die ();
  return code;
}

int
faulty_fsync (int fd)
{
  return run_faulty (SYS_fsync, fd, 0);
}

int
faulty_fdatasync (int fd)
{
  return run_faulty (SYS_fdatasync, fd, 0);
}

int
faulty_ftruncate (int fd,
                  off_t length)
{
  return run_faulty (SYS_ftruncate, fd, length);
}

static const char *self_path;

/* What the child is told: which fault, at which call, and what it does with the store. */
typedef struct {
  Fault kind;
  int at;
  const char *task; /* "create", "save", "remove" or "loop" */
} Order;

/* The child: opens the store, does its task with the fault set, and says on standard output what was acknowledged. */
static int
run_child (char **argv)
{
  g_autoptr (LicetBundle) bundle = licet_bundle_open (NULL, NULL);
  const char *path = argv[2];
  const char *task = argv[5];
  g_autoptr (LicetStore) store = NULL;

  if (g_str_equal (task, "create")) {
    calls_left = atoi (argv[4]);
    fault = (Fault) atoi (argv[3]);
  }
  store = licet_store_open (bundle, path, NULL);
  if (store == NULL)
    return 3;
  calls_left = atoi (argv[4]);
  fault = (Fault) atoi (argv[3]);
  if (g_str_equal (task, "remove")) {
    if (!licet_store_remove_case (store, "a", NULL))
      return 3;
  } else {
    gboolean is_loop = g_str_equal (task, "loop");

    for (guint version = 2; version == 2 || is_loop; version++) {
      g_autoptr (LicetCase) self = make_case (bundle, "a", version);

      if (!licet_store_save_case (store, self, NULL))
        return 3;
      g_print ("%u\n", version);
    }
  }
  fault = FAULT_NONE;
  return 0;
}

static GSubprocess *
start_child (Fixture *fixture,
             const Order *order)
{
  g_autofree char *kind = g_strdup_printf ("%d", order->kind);
  g_autofree char *at = g_strdup_printf ("%d", order->at);
  g_autoptr (GError) error = NULL;
  GSubprocess *child;

  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, self_path, "--child",
                            fixture->path, kind, at, order->task, NULL);
  g_assert_no_error (error);
  return child;
}

/* Runs the child to its end. Returns: whether it was killed; @ret_version is the last version that it said was saved, 0 for none. */
static gboolean
run_order (Fixture *fixture,
           const Order *order,
           guint *ret_version)
{
  g_autoptr (GSubprocess) child = start_child (fixture, order);
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &out, NULL, &error));
  g_assert_no_error (error);
  *ret_version = out != NULL ? (guint) g_ascii_strtoull (out, NULL, 10) : 0;
  if (g_subprocess_get_if_exited (child)) {
    g_assert_cmpint (g_subprocess_get_exit_status (child), ==, 0);
    return FALSE;
  }
  g_assert_cmpint (g_subprocess_get_term_sig (child), ==, SIGKILL);
  return TRUE;
}

static void
start_over (Fixture *fixture)
{
  close_store (fixture);
  remove_tree (fixture->folder);
  g_assert_cmpint (g_mkdir (fixture->folder, 0700), ==, 0);
}

/* Killed at every call in turn, in the middle of it or after it: the store opens, is whole, and holds the old or the new; and what
 * happened is told in the journal. */
static void
test_killed_while_saving (Fixture *fixture,
                          gconstpointer data)
{
  Order order = { (Fault) GPOINTER_TO_INT (data), 0, "save" };
  g_autofree char *path = _licet_store_log_dup_path (fixture->path);
  g_autofree char *log = NULL;
  gboolean was_killed = TRUE;
  guint n_old = 0;
  guint n_new = 0;

  open_store (fixture);
  save (fixture, "a", 1);
  close_store (fixture);
  while (was_killed) {
    guint said = 0;
    guint is;

    order.at++;
    g_assert_cmpint (order.at, <, 200);
    was_killed = run_order (fixture, &order, &said);
    open_store (fixture);
    assert_sound (fixture->store);
    is = load_version (fixture->store, "a");
    g_assert_true (is == 1 || is == 2);
    /* What was said to be saved is there. */
    if (said != 0)
      g_assert_cmpuint (is, ==, said);
    n_old += is == 1 ? 1 : 0;
    n_new += is == 2 ? 1 : 0;
    save (fixture, "a", 1);
    assert_sound (fixture->store);
    close_store (fixture);
  }
  g_test_message ("%d points, %u times the old, %u times the new", order.at - 1, n_old, n_new);
  g_assert_cmpuint (n_old, >, 0);
  g_assert_cmpuint (n_new, >, 0);
  g_assert_true (g_file_get_contents (path, &log, NULL, NULL));
  g_assert_nonnull (
      strstr (log, "not in the database; the program was ended before it was committed"));
  g_assert_nonnull (
      strstr (log, "found in the database; the program was ended before it could say so"));
  if (order.kind == FAULT_KILL_HALF)
    g_assert_nonnull (strstr (log, "were no whole line and were cut off"));
}

static void
test_killed_while_removing (Fixture *fixture,
                            gconstpointer data)
{
  Order order = { FAULT_KILL_HALF, 0, "remove" };
  gboolean was_killed = TRUE;

  while (was_killed) {
    guint said = 0;
    guint is;

    order.at++;
    open_store (fixture);
    save (fixture, "a", 1);
    close_store (fixture);
    was_killed = run_order (fixture, &order, &said);
    open_store (fixture);
    assert_sound (fixture->store);
    is = load_version (fixture->store, "a");
    g_assert_true (is == 1 || is == 0);
    start_over (fixture);
  }
  g_assert_cmpint (order.at, >, 5);
}

static void
test_killed_while_being_made (Fixture *fixture,
                              gconstpointer data)
{
  Order order = { FAULT_KILL_HALF, 0, "create" };
  gboolean was_killed = TRUE;

  /* Every third call is enough: there are many, and nothing has the name of the store before the last. */
  while (was_killed) {
    guint said = 0;

    order.at += 3;
    was_killed = run_order (fixture, &order, &said);
    open_store (fixture);
    assert_sound (fixture->store);
    start_over (fixture);
  }
  g_assert_cmpint (order.at, >, 10);
}

static guint
read_number (GDataInputStream *lines)
{
  g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

  return line != NULL ? (guint) g_ascii_strtoull (line, NULL, 10) : 0;
}

/* Killed by somebody else, at a moment nobody chose. */
static void
test_killed_at_random (Fixture *fixture,
                       gconstpointer data)
{
  const guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  const Order order = { FAULT_NONE, 0, "loop" };

  g_test_message ("seed %u", seed);
  open_store (fixture);
  save (fixture, "a", 1);
  close_store (fixture);
  for (guint round = 0; round < 12; round++) {
    g_autoptr (GSubprocess) child = start_child (fixture, &order);
    g_autoptr (GDataInputStream) lines =
        g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
    int after = g_rand_int_range (rand, 1, 12);
    guint said = 0;
    guint next;
    guint is;

    for (int i = 0; i < after; i++)
      said = read_number (lines);
    g_subprocess_force_exit (child);
    while ((next = read_number (lines)) != 0)
      said = next;
    (void) g_subprocess_wait (child, NULL, NULL);
    open_store (fixture);
    assert_sound (fixture->store);
    is = load_version (fixture->store, "a");
    g_assert_true (is == said || is == said + 1);
    close_store (fixture);
  }
}

static void
test_full_disk (Fixture *fixture,
                gconstpointer data)
{
  gboolean was_reached = TRUE;
  guint version = 1;
  int at = 0;

  open_store (fixture);
  save (fixture, "a", 1);
  while (was_reached) {
    g_autoptr (LicetCase) self = make_case (fixture->bundle, "a", version + 1);
    g_autoptr (GError) error = NULL;
    gboolean is_saved;

    at++;
    g_assert_cmpint (at, <, 200);
    calls_left = at;
    fault = FAULT_NO_SPACE;
    is_saved = licet_store_save_case (fixture->store, self, &error);
    fault = FAULT_NONE;
    was_reached = calls_left <= 0;
    if (is_saved) {
      version++;
    } else {
      g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, "space"));
    }
    /* Nothing is lost, and nothing half-written stays: what was refused is not there, what was accepted is. */
    g_assert_cmpuint (load_version (fixture->store, "a"), ==, version);
    version++;
    save (fixture, "a", version);
    assert_sound (fixture->store);
  }
  g_assert_cmpint (at, >, 5);
  close_store (fixture);
  open_store (fixture);
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, version);
  assert_sound (fixture->store);
}

static void
test_full_disk_for_an_attachment (Fixture *fixture,
                                  gconstpointer data)
{
  g_autofree char *source = g_build_filename (fixture->folder, "sheet.pdf", NULL);
  g_autofree char *folder = g_strconcat (fixture->path, ".attachments", NULL);
  g_autofree char *text = g_strnfill (200000, 'x');
  gboolean was_reached = TRUE;
  int at = 0;

  open_store (fixture);
  g_assert_true (g_file_set_contents (source, text, -1, NULL));
  while (was_reached) {
    g_autofree char *digest = NULL;
    g_autoptr (GError) error = NULL;

    at++;
    g_assert_cmpint (at, <, 200);
    calls_left = at;
    fault = FAULT_NO_SPACE;
    digest = licet_store_add_attachment (fixture->store, source, &error);
    fault = FAULT_NONE;
    was_reached = calls_left <= 0;
    g_assert_true ((digest == NULL) == (error != NULL));
    if (digest == NULL)
      g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE);
    assert_sound (fixture->store);
  }
  g_assert_cmpint (at, >, 5);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
}

static void
test_full_disk_for_a_backup (Fixture *fixture,
                             gconstpointer data)
{
  g_autofree char *target = g_build_filename (fixture->folder, "backup.licet", NULL);
  gboolean was_reached = TRUE;
  int at = 0;

  open_store (fixture);
  save (fixture, "a", 1);
  while (was_reached) {
    g_autoptr (GError) error = NULL;
    gboolean is_made;

    at += 2;
    g_assert_cmpint (at, <, 400);
    calls_left = at;
    fault = FAULT_NO_SPACE;
    is_made = licet_store_backup (fixture->store, target, &error);
    fault = FAULT_NONE;
    was_reached = calls_left <= 0;
    g_assert_cmpint (is_made, ==, g_file_test (target, G_FILE_TEST_EXISTS));
    if (!is_made)
      g_assert_nonnull (error);
  }
  assert_sound (fixture->store);
}

/* The journal's disk is full from the beginning; the database's is not. */
static void
test_full_journal_stops_the_write (Fixture *fixture,
                                   gconstpointer data)
{
  g_autofree char *log = _licet_store_log_dup_path (fixture->path);
  g_autoptr (LicetCase) self = make_case (fixture->bundle, "a", 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (symlink ("/dev/full", log), ==, 0);
  open_store (fixture);
  g_assert_false (licet_store_save_case (fixture->store, self, &error));
  g_assert_error (error, LICET_STORE_ERROR, LICET_STORE_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, "journal"));
  g_assert_cmpuint (load_version (fixture->store, "a"), ==, 0);
  /* As soon as there is a place for it, writing goes on. */
  g_assert_cmpint (g_unlink (log), ==, 0);
  save (fixture, "a", 1);
  assert_sound (fixture->store);
}

#define ADD(name, data, function)                                                                  \
  g_test_add ("/store/faults/" name, Fixture, data, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  if (argc == 6 && g_str_equal (argv[1], "--child"))
    return run_child (argv);
  self_path = argv[0];
  g_test_init (&argc, &argv, NULL);
  ADD ("killed-in-any-call-while-saving", GINT_TO_POINTER (FAULT_KILL_HALF),
       test_killed_while_saving);
  ADD ("killed-after-any-call-while-saving", GINT_TO_POINTER (FAULT_KILL_AFTER),
       test_killed_while_saving);
  ADD ("killed-while-removing", NULL, test_killed_while_removing);
  ADD ("killed-while-being-made", NULL, test_killed_while_being_made);
  ADD ("killed-at-random", NULL, test_killed_at_random);
  ADD ("full-disk-loses-nothing", NULL, test_full_disk);
  ADD ("full-disk-for-an-attachment-loses-nothing", NULL, test_full_disk_for_an_attachment);
  ADD ("full-disk-for-a-backup-leaves-none", NULL, test_full_disk_for_a_backup);
  ADD ("full-journal-stops-the-write", NULL, test_full_journal_stops_the_write);
  return g_test_run ();
}
