# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
"""A few lines of TAP for the checks in this folder."""


class Tap:
    def __init__(self):
        self.count = 0
        self.failed = 0

    def check(self, name, complaints):
        """One test case: passes when the list of complaints is empty."""
        self.count += 1
        complaints = list(complaints)
        if complaints:
            self.failed += 1
            for line in complaints:
                print(f'# {line}')
        print(f"{'not ok' if complaints else 'ok'} {self.count} {name}", flush=True)

    def done(self):
        print(f'1..{self.count}')
        return 1 if self.failed else 0
