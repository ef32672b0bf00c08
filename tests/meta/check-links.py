#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
"""No program of the engine, its tests included, is linked to the toolkit. usage: check-links.py BUILD"""

import os
import subprocess
import sys
from pathlib import Path

from tap import Tap


def main():
    tap = Tap()
    build = Path(sys.argv[1])
    programs = [p for folder in ('src', 'tests') for p in sorted((build / folder).glob('*/*'))
                if p.is_file() and os.access(p, os.X_OK) and p.suffix == '' and p.parent.name != 'ui']
    tap.check('/meta/engine-programs-are-built', [] if programs else [f'no program in {build}; build first'])
    for program in programs:
        needed = subprocess.run(['ldd', program], capture_output=True, text=True, check=False).stdout
        found = [line.strip() for line in needed.splitlines() if any(n in line for n in ('libgtk', 'libgdk-', 'libadwaita'))]
        if 'libglib' not in needed:
            found.append('ldd names no libraries at all')
        tap.check(f'/meta/no-toolkit-in/{Path(program).name}', found)
    return tap.done()


if __name__ == '__main__':
    sys.exit(main())
