#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
"""Counts single test cases in the logs that meson writes, names those that failed, and ends with
"N passed, N failed, N skipped". Exit status 1 when one failed or none ran.

usage: count-tests.py FOLDER... (each with testlog.junit.xml and testlog.json)"""

import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path


def cases_of(log):
    """Yields (program, case, state) for each test case."""
    for suite in ElementTree.parse(log).getroot().iter('testsuite'):
        for case in suite.findall('testcase'):
            state = 'passed'
            if case.find('failure') is not None or case.find('error') is not None:
                state = 'failed'
            elif case.find('skipped') is not None:
                state = 'skipped'
            yield suite.get('name').rsplit('/', 1)[-1].strip(), case.get('name'), state


def failed_programs(log):
    """Programs that meson does not call successful, such as those that died after their last case."""
    for line in log.read_text().splitlines():
        program = json.loads(line)
        if program['result'] not in ('OK', 'SKIP', 'EXPECTEDFAIL'):
            yield program['name'].rsplit('/', 1)[-1].strip(), program['result']


def found_in(folder):
    """All test cases of a folder; a program that failed without a failed case counts as one."""
    cases = list(cases_of(folder / 'testlog.junit.xml'))
    blamed = {program for program, _, state in cases if state == 'failed'}
    for program, result in failed_programs(folder / 'testlog.json'):
        if program not in blamed:
            cases.append((program, f'the program itself: {result}', 'failed'))
    return cases


def main():
    count = {'passed': 0, 'failed': 0, 'skipped': 0}
    for name in sys.argv[1:]:
        try:
            found = found_in(Path(name))
        except (OSError, ValueError, ElementTree.ParseError) as error:
            found = [(name, f'{error}; run the tests again', 'failed')]
        for program, case, state in found:
            count[state] += 1
            if state == 'failed':
                print(f'failed: {program}: {case}')
    print(f"{count['passed']} passed, {count['failed']} failed, {count['skipped']} skipped")
    return 1 if count['failed'] or not count['passed'] else 0


if __name__ == '__main__':
    sys.exit(main())
