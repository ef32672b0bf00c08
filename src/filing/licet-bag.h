/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <gio/gio.h>

#include "licet-filing-error.h"

G_BEGIN_DECLS

/** LICET_BAG_MAX_FILES: the most files a bag may have. */
#define LICET_BAG_MAX_FILES 4096u
/** LICET_BAG_MAX_FILE: the most bytes one file of a bag may have. */
#define LICET_BAG_MAX_FILE (256u * 1024u * 1024u)
/** LICET_BAG_MAX_BYTES: the most bytes all files of a bag may have together. */
#define LICET_BAG_MAX_BYTES (512u * 1024u * 1024u)

/** LICET_BAG_CASE: where the frozen case stands in a package. */
#define LICET_BAG_CASE "data/case.json"
/** LICET_BAG_JOURNAL: where the history stands in a package. */
#define LICET_BAG_JOURNAL "data/journal.jsonl"
/** LICET_BAG_INDEX: where the page for a reader without the program stands. */
#define LICET_BAG_INDEX "data/index.html"

/** LicetBagFile: a file of a bag: its path below the bag's folder, "data/case.json", and what is in it. */
typedef struct {
  char *path;
  GBytes *bytes;
} LicetBagFile;

/**
 * LicetBagInfo: a line of bag-info.txt.
 * @label: "External-Identifier"
 * @value: (nullable): what it says; %NULL leaves the line out
 */
typedef struct {
  const char *label;
  const char *value;
} LicetBagInfo;

/** LicetBag: a BagIt 1.0 bag (RFC 8493) in memory: a folder name and files in the order of their paths. */
typedef struct _LicetBag LicetBag;

/** licet_bag_path_is_safe: Returns: whether @path is relative, without "." and "..", of letters, digits, ".", "-" and "_" only. */
gboolean licet_bag_path_is_safe (const char *path);

/** licet_bag_new: Returns: (transfer full): an empty bag in the folder @root, which is a safe name. */
LicetBag *licet_bag_new (const char *root);
/** licet_bag_free: Frees @bag; %NULL is accepted. */
void licet_bag_free (LicetBag *bag);
/** licet_bag_get_root: Returns: (transfer none): name of its folder. */
const char *licet_bag_get_root (LicetBag *bag);
/** licet_bag_get_files: Returns: (transfer none) (element-type LicetBagFile): its files, sorted by path. */
GPtrArray *licet_bag_get_files (LicetBag *bag);
/** licet_bag_find: Returns: (transfer none) (nullable): what is in the file @path. */
GBytes *licet_bag_find (LicetBag *bag,
                        const char *path);

/** licet_bag_has: Returns: whether the name @path is taken, capitals making no difference. */
gboolean licet_bag_has (LicetBag *bag,
                        const char *path);

/**
 * licet_bag_add:
 * @path: below the bag's folder
 * @bytes: what is in it
 *
 * Returns: %FALSE with %LICET_FILING_ERROR_REFUSED when the path is not safe, was added before (capitals make no
 *   difference), or a limit is passed
 */
gboolean licet_bag_add (LicetBag *bag,
                        const char *path,
                        GBytes *bytes,
                        GError **error);

/** licet_bag_add_text: As licet_bag_add() with the UTF-8 text @text. */
gboolean licet_bag_add_text (LicetBag *bag,
                             const char *path,
                             const char *text,
                             GError **error);

/**
 * licet_bag_seal:
 * @info: (array length=n_info): lines of bag-info.txt; Payload-Oxum is added
 *
 * Adds bagit.txt, bag-info.txt and the two manifests to a bag that has its payload below "data/".
 */
gboolean licet_bag_seal (LicetBag *bag,
                         const LicetBagInfo *info,
                         guint n_info,
                         GError **error);

/** licet_bag_dup_info: Returns: (transfer full) (nullable): what bag-info.txt says under @label. */
char *licet_bag_dup_info (LicetBag *bag,
                          const char *label);

/**
 * licet_bag_check_form:
 *
 * Declaration, bag-info with the sum of the payload, both manifests readable, no file beyond them, none to be fetched.
 *
 * Returns: (transfer full) (array zero-terminated=1): what is wrong, for people; empty when nothing is
 */
GStrv licet_bag_check_form (LicetBag *bag);

/** licet_bag_check_digests: As licet_bag_check_form(): every file is in its manifest with its digest, every line has its file. */
GStrv licet_bag_check_digests (LicetBag *bag);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetBag, licet_bag_free)

G_END_DECLS
