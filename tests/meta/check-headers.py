#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
"""Each header of the engine compiles alone with its own folder's flags and no others: it includes
what it needs, and nothing from a layer above. usage: check-headers.py SOURCE BUILD"""

import concurrent.futures
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

from tap import Tap


def flags_by_folder(build, source):
    """The compiler's arguments for one source file of each folder of src/."""
    found = {}
    for entry in json.loads((build / 'compile_commands.json').read_text()):
        path = (build / entry['file']).resolve()
        if source / 'src' not in path.parents or path.parent.name in found:
            continue
        words = shlex.split(entry['command'])
        kept = []
        skip = False
        for word in words:
            if skip:
                skip = False
            elif word in ('-o', '-MF', '-MQ', '-c'):
                skip = True
            elif word not in ('-MD',):
                kept.append(word)
        found[path.parent.name] = kept
    return found


def complaints_of(header, words, build):
    unit = f'#include "{header.name}"\n'
    run = subprocess.run(words + ['-I' + str(header.parent), '-Werror', '-fsyntax-only', '-x', 'c', '-'], input=unit,
                         cwd=build, capture_output=True, text=True, check=False)
    return [] if run.returncode == 0 else run.stderr.splitlines()[:5]


def main():
    source, build = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    tap = Tap()
    flags = flags_by_folder(build, source)
    headers = sorted((source / 'src').glob('*/*.h'))
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        runs = [(h, pool.submit(complaints_of, h, flags[h.parent.name], build)) for h in headers if h.parent.name in flags]
        for header, run in runs:
            tap.check(f'/meta/header-stands-alone/{header.parent.name}/{header.stem}', run.result())
    tap.check('/meta/every-folder-has-flags', [f'{h}: its folder compiles nothing' for h in headers if h.parent.name not in flags])
    return tap.done()


if __name__ == '__main__':
    sys.exit(main())
