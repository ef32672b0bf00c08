#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
"""Counts single test cases in the JUnit logs that meson writes, names those that failed, and ends
with "N passed, N failed, N skipped". Exit status 1 when one failed or none ran."""

import sys
import xml.etree.ElementTree as ElementTree


def cases_of(path):
    """Yields (name, state) for each test case; a program that died counts as one failed case."""
    for suite in ElementTree.parse(path).getroot().iter('testsuite'):
        seen_failure = False
        for case in suite.findall('testcase'):
            state = 'passed'
            if case.find('failure') is not None or case.find('error') is not None:
                state, seen_failure = 'failed', True
            elif case.find('skipped') is not None:
                state = 'skipped'
            yield f"{suite.get('name')}: {case.get('name')}", state
        died = int(suite.get('errors') or 0) + int(suite.get('failures') or 0)
        if died and not seen_failure:
            yield f"{suite.get('name')}: ended before its last test case", 'failed'


def main():
    count = {'passed': 0, 'failed': 0, 'skipped': 0}
    for path in sys.argv[1:]:
        try:
            found = list(cases_of(path))
        except (OSError, ElementTree.ParseError) as error:
            found = [(f'{path}: {error}; run the tests again', 'failed')]
        for name, state in found:
            count[state] += 1
            if state == 'failed':
                print(f'failed: {name}')
    print(f"{count['passed']} passed, {count['failed']} failed, {count['skipped']} skipped")
    return 1 if count['failed'] or not count['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
