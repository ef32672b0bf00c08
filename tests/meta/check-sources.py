#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
"""Holds the tree to its own rules that a compiler does not check. usage: check-sources.py SOURCE"""

import re
import sys
from pathlib import Path

from tap import Tap

# Code of C; all else, its comments among it, has the wider limit.
COLUMNS = 100
DOC_COLUMNS = 140
# Which layers of src/ may include what; "GTK by ui alone" needs no row, since no layer may.
ALLOWED = {
    'sqlite3.h': {'lists', 'store'},
    'cairo': {'filing'},
    'pango': {'filing'},
    'archive': {'filing'},
    'unicode/': {'core'},
    'libxml/': set(),
    'gtk/': set(),
    'adwaita': set(),
}


def files(source, *patterns):
    for pattern in patterns:
        for path in sorted(source.glob(pattern)):
            if not any(part.startswith('build') and part != 'build-aux' for part in path.relative_to(source).parts):
                yield path


def layout(path, text):
    """White space and line lengths."""
    in_doc = False
    for number, line in enumerate(text.split('\n'), 1):
        in_doc = in_doc or line.lstrip().startswith('/*')
        limit = COLUMNS if path.suffix == '.c' and not in_doc else DOC_COLUMNS
        if '*/' in line:
            in_doc = False
        if '\t' in line:
            yield f'{path}:{number}: a tab; use blanks'
        if line != line.rstrip():
            yield f'{path}:{number}: blanks at the end of the line'
        if len(line) > limit:
            yield f'{path}:{number}: {len(line)} columns; break the line at {limit}'
    if not text.endswith('\n') or text.endswith('\n\n'):
        yield f'{path}: end the file with one line break'


def head(path, text):
    """Licence, and for sources the log domain and config.h."""
    if 'SPDX-License-Identifier: GPL-3.0-or-later' not in text[:300]:
        yield f'{path}: no SPDX-License-Identifier at its head'
    if path.suffix == '.h' and '#pragma once' not in text:
        yield f'{path}: no #pragma once'
    if path.suffix == '.h' and '"config.h"' in text:
        yield f'{path}: a header does not include config.h'
    if path.suffix == '.c' and 'src' in path.parts:
        domain = re.search(r'#define G_LOG_DOMAIN "(.*)"', text)
        if domain is None or domain.group(1) != path.stem:
            yield f'{path}: G_LOG_DOMAIN is not "{path.stem}"'
        first = re.search(r'#include (.*)', text)
        if first is None or first.group(1) != '"config.h"':
            yield f'{path}: config.h is not included first'


def habits(path, text):
    """What the house style rules out."""
    if path.suffix not in ('.c', '.h'):
        return
    for number, line in enumerate(text.split('\n'), 1):
        if re.search(r'\bgoto\b', line) and not line.lstrip().startswith(('*', '/*')):
            yield f'{path}:{number}: goto; use automatic clean-up'
        if re.search(r'\b(TODO|FIXME|XXX)\b', line):
            yield f'{path}:{number}: an open end; finish it or file an issue'
        if 'src' in path.parts and path.parent.name != 'cli' and re.search(r'\bg_(print|printerr|message|warning|critical|info) \(', line):
            yield f'{path}:{number}: the engine does not print or log'


def layers(path, text):
    layer = path.parent.name
    for included in re.findall(r'#include <([^>]+)>', text):
        for prefix, allowed in ALLOWED.items():
            if included.startswith(prefix) and layer not in allowed:
                yield f'{path}: <{included}> is for {", ".join(sorted(allowed)) or "no layer of the engine"}'


def places(path, text):
    """The repository speaks of the product only."""
    for number, line in enumerate(text.split('\n'), 1):
        if re.search(r'(^|[\s"\'(=])/(work|root|home)/', line):
            yield f'{path}:{number}: a path of some machine'


def main():
    source = Path(sys.argv[1]).resolve()
    tap = Tap()
    code = list(files(source, 'src/**/*.[ch]', 'ui/**/*.[ch]', 'tests/**/*.[ch]'))
    build = list(files(source, 'meson.build', 'meson.options', '*/**/meson.build', 'tests/**/*.py', 'build-aux/*', '.ci/*'))
    engine = [p for p in code if (source / 'src') in p.parents]
    prose = list(files(source, '*.md', 'data/**/*.md', 'NEWS'))
    written = code + [p for p in build if p.name != 'packages']
    for name, paths, rule in (('layout', written, layout), ('head', written, head), ('habits', code, habits),
                              ('layers', engine, layers), ('speaks-of-the-product-only', code + build + prose, places)):
        tap.check(f'/meta/sources/{name}', [c for p in paths for c in rule(p.relative_to(source), p.read_text())])
    return tap.done()


if __name__ == '__main__':
    sys.exit(main())
