#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
"""po/POTFILES.in names every file of the window with words to translate, and no other. usage: check-potfiles.py SOURCE"""

import re
import sys
from pathlib import Path

from tap import Tap

MARK = re.compile(r'\b(_|C_|N_|NC_|ngettext) ?\("|translatable="yes"')


def main():
    source = Path(sys.argv[1]).resolve()
    tap = Tap()
    named = (source / 'po' / 'POTFILES.in').read_text().split()
    marked = {str(p.relative_to(source)) for p in (source / 'ui').rglob('*')
              if p.suffix in ('.c', '.blp', '.ui') and MARK.search(p.read_text())}
    tap.check('/meta/potfiles/names-all-of-the-window', sorted(marked - set(named)))
    tap.check('/meta/potfiles/names-nothing-else', sorted(n for n in named if n.startswith('ui/') and n not in marked))
    tap.check('/meta/potfiles/is-in-order', [] if named == sorted(named) else ['sort its lines'])
    return tap.done()


if __name__ == '__main__':
    sys.exit(main())
