/*
 * SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: 2026 The Licet developers
 */

#pragma once

#include <json-glib/json-glib.h>

#include "licet-error.h"

G_BEGIN_DECLS

/**
 * LicetJson:
 *
 * A JSON document with the name and text it was read from, so that every complaint about its content can say
 * file and line. Immutable, counted by reference.
 */
typedef struct _LicetJson LicetJson;

#define LICET_TYPE_JSON (licet_json_get_type ())
GType licet_json_get_type (void);

/** LICET_JSON_DEFAULT_LIMIT: bytes that a document may have unless a caller says otherwise. */
#define LICET_JSON_DEFAULT_LIMIT (32u * 1024u * 1024u)

/**
 * licet_json_parse:
 * @name: what to call it in messages, usually a file name
 * @text: the document
 * @length: its bytes, or -1 when it ends with a NUL
 *
 * Strict RFC 8259: UTF-8 only, no comments, no member twice, at most 64 levels deep.
 *
 * Returns: (transfer full): the document, or %NULL with %LICET_CORE_ERROR_JSON, the message "NAME:LINE: reason; remedy"
 */
LicetJson *licet_json_parse (const char *name,
                             const char *text,
                             gssize length,
                             GError **error);

/** licet_json_load: Reads the file @path, at most %LICET_JSON_DEFAULT_LIMIT bytes, as licet_json_parse() does. */
LicetJson *licet_json_load (const char *path,
                            GError **error);

/** licet_json_ref: Returns: (transfer full): @json. */
LicetJson *licet_json_ref (LicetJson *json);
/** licet_json_unref: Gives up a reference; %NULL is accepted. */
void licet_json_unref (LicetJson *json);
/** licet_json_get_name: Returns: (transfer none): the name for messages. */
const char *licet_json_get_name (LicetJson *json);
/** licet_json_get_text: Returns: (transfer none): the text it was read from. */
const char *licet_json_get_text (LicetJson *json);
/** licet_json_get_root: Returns: (transfer none): the root node. */
JsonNode *licet_json_get_root (LicetJson *json);

/**
 * LicetJsonPlace:
 *
 * A place in a document. Lives on the stack; a place made from another must not outlive it, nor the document.
 */
typedef struct _LicetJsonPlace LicetJsonPlace;
struct _LicetJsonPlace {
  LicetJson *json;
  JsonNode *node;
  const LicetJsonPlace *parent;
  const char *member; /* NULL for an element */
  guint index;
};

/** licet_json_place_root: The root of @json. */
void licet_json_place_root (LicetJson *json,
                            LicetJsonPlace *ret_place);

/** licet_json_place_dup_pointer: Returns: (transfer full): the place as a JSON pointer (RFC 6901), "/items/0/facts". */
char *licet_json_place_dup_pointer (const LicetJsonPlace *place);

/** licet_json_place_get_line: Returns: the line on which the value stands, from 1. Found when asked for. */
guint licet_json_place_get_line (const LicetJsonPlace *place);

/**
 * licet_json_place_set_error:
 * @place: what the complaint is about
 * @error: where it goes
 * @format: reason, then "; " and what to do
 *
 * Sets %LICET_CORE_ERROR_MEMBER with "NAME:LINE: POINTER: reason; remedy".
 */
void licet_json_place_set_error (const LicetJsonPlace *place,
                                 GError **error,
                                 const char *format,
                                 ...) G_GNUC_PRINTF (3, 4);

/** licet_json_place_has: Returns: whether @place is an object that has @member (null counts as absent). */
gboolean licet_json_place_has (const LicetJsonPlace *place,
                               const char *member);

/**
 * licet_json_place_member:
 * @place: an object
 * @member: a member's name
 * @ret_place: (out caller-allocates): the member's place
 *
 * Returns: %FALSE with %LICET_CORE_ERROR_MEMBER when @place is no object or has no such member
 */
gboolean licet_json_place_member (const LicetJsonPlace *place,
                                  const char *member,
                                  LicetJsonPlace *ret_place,
                                  GError **error);

/**
 * licet_json_place_nearest:
 *
 * The place of @member where @place has it, otherwise @place itself: what a complaint about @member points at.
 */
void licet_json_place_nearest (const LicetJsonPlace *place,
                               const char *member,
                               LicetJsonPlace *ret_place);

/** licet_json_place_length: The number of elements; %FALSE with an error when @place is no array. */
gboolean licet_json_place_length (const LicetJsonPlace *place,
                                  guint *ret_length,
                                  GError **error);

/** licet_json_place_element: Element @index of the array @place; the caller knows that it exists. */
void licet_json_place_element (const LicetJsonPlace *place,
                               guint index,
                               LicetJsonPlace *ret_place);

/**
 * licet_json_place_dup_members:
 *
 * Returns: (transfer container): names of the members of an object, in the order of the file; or %NULL with an
 *   error.
 */
GPtrArray *licet_json_place_dup_members (const LicetJsonPlace *place,
                                         GError **error);

/**
 * licet_json_place_refuse_unknown:
 * @known: (array zero-terminated=1): the members that may stand in the object @place
 *
 * Returns: %FALSE with an error that names the first other member
 */
gboolean licet_json_place_refuse_unknown (const LicetJsonPlace *place,
                                          const char *const *known,
                                          GError **error);

/** licet_json_place_string: The value of @place itself as text, borrowed from the document. */
gboolean licet_json_place_string (const LicetJsonPlace *place,
                                  const char **ret_text,
                                  GError **error);
/** licet_json_place_integer: The value of @place itself as an integer. */
gboolean licet_json_place_integer (const LicetJsonPlace *place,
                                   gint64 *ret_integer,
                                   GError **error);
/** licet_json_place_boolean: The value of @place itself as true or false. */
gboolean licet_json_place_boolean (const LicetJsonPlace *place,
                                   gboolean *ret_boolean,
                                   GError **error);

/**
 * licet_json_place_get_string:
 * @place: an object
 * @member: a member
 * @ret_text: (out) (transfer none): its text, borrowed from the document; %NULL from the optional form when absent
 *
 * Returns: %FALSE with an error when it is missing or no text
 */
gboolean licet_json_place_get_string (const LicetJsonPlace *place,
                                      const char *member,
                                      const char **ret_text,
                                      GError **error);
/** licet_json_place_get_optional_string: As licet_json_place_get_string(), but an absent member gives %NULL. */
gboolean licet_json_place_get_optional_string (const LicetJsonPlace *place,
                                               const char *member,
                                               const char **ret_text,
                                               GError **error);
/** licet_json_place_get_optional_boolean: An absent member gives @fallback. */
gboolean licet_json_place_get_optional_boolean (const LicetJsonPlace *place,
                                                const char *member,
                                                gboolean fallback,
                                                gboolean *ret_boolean,
                                                GError **error);
/** licet_json_place_get_optional_integer: An absent member gives @fallback. */
gboolean licet_json_place_get_optional_integer (const LicetJsonPlace *place,
                                                const char *member,
                                                gint64 fallback,
                                                gint64 *ret_integer,
                                                GError **error);
/** licet_json_place_get_strings: (transfer full): An array of texts; an absent member gives an empty one. */
gboolean licet_json_place_get_strings (const LicetJsonPlace *place,
                                       const char *member,
                                       GStrv *ret_texts,
                                       GError **error);

/**
 * licet_json_serialise:
 * @node: what to write
 *
 * Canonical JSON: members sorted by code point, no white space, shortest escapes. Quantities are texts; a number with a fraction has
 * the fewest digits that say it. The same content always gives the same bytes.
 *
 * Returns: (transfer full): the text
 */
char *licet_json_serialise (JsonNode *node);

/** licet_json_serialise_pretty: As licet_json_serialise(), indented by two blanks, for people; member order kept. */
char *licet_json_serialise_pretty (JsonNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LicetJson, licet_json_unref)

G_END_DECLS
