#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: 2026 The Licet developers
"""A journey through the real program as a screen reader sees it: search "ADC", open the first hit, follow a related
entry; on every page each control has a name. usage: journey.py LICET WIDTHxHEIGHT"""

import os
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'meta'))
from tap import Tap  # noqa: E402

LIMIT = 20
# What a person can act on, so what must say what it is.
CONTROLS = {Atspi.Role.BUTTON, Atspi.Role.TOGGLE_BUTTON, Atspi.Role.ENTRY, Atspi.Role.TEXT, Atspi.Role.LINK, Atspi.Role.LIST,
            Atspi.Role.LIST_ITEM, Atspi.Role.TREE, Atspi.Role.TREE_ITEM, Atspi.Role.CHECK_BOX, Atspi.Role.COMBO_BOX,
            Atspi.Role.TABLE, Atspi.Role.TABLE_ROW}


def wait(what, condition):
    """What condition returns, once that is something; the main loop runs meanwhile."""
    context = GLib.MainContext.default()
    waker = GLib.timeout_add(40, lambda: True)
    end = time.monotonic() + LIMIT
    try:
        while time.monotonic() < end:
            try:
                found = condition()
            except GLib.Error:
                # It went away while it was looked at.
                found = None
            if found:
                return found
            context.iteration(True)
    finally:
        GLib.source_remove(waker)
    raise TimeoutError(f'waited {LIMIT} s for {what}')


def showing(accessible):
    """Everything below that is on the screen."""
    for i in range(accessible.get_child_count()):
        child = accessible.get_child_at_index(i)
        if child is None or not child.get_state_set().contains(Atspi.StateType.VISIBLE):
            continue
        yield child
        yield from showing(child)


def find_application():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        child = desktop.get_child_at_index(i)
        if child is not None and child.get_name() in ('licet', 'Licet', 'app.licet.Licet'):
            return child
    return None


def find(application, role, start):
    for accessible in showing(application):
        if accessible.get_role() == role and (accessible.get_name() or '').startswith(start):
            return accessible
    return None


def unnamed(application):
    """Controls without a name; the text in an entry is named by the entry."""
    for accessible in showing(application):
        if accessible.get_role() not in CONTROLS or accessible.get_name():
            continue
        parent = accessible.get_parent()
        if accessible.get_role() == Atspi.Role.TEXT and parent is not None and parent.get_name():
            continue
        yield f'{accessible.get_role_name()} in {parent.get_role_name()} “{parent.get_name()}” has no name'


def keys(*words):
    subprocess.run(['xdotool', *words], check=True, stdout=subprocess.DEVNULL)


def resize(size):
    window = wait('the window', lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', 'Licet'], capture_output=True,
                                                       text=True, check=False).stdout.split())[-1]
    keys('windowsize', window, *size.split('x'))
    wait(f'the window to be {size}', lambda: f'Geometry: {size}' in subprocess.run(
        ['xdotool', 'getwindowgeometry', window], capture_output=True, text=True, check=False).stdout)


def walk(tap, size):
    def page(name):
        # In a tuple, so that an empty list of complaints ends the waiting; what vanishes meanwhile is looked at again.
        (complaints,) = wait('a page that holds still', lambda: (list(unnamed(application)),))
        tap.check(f'/a11y/{size}/every-control-has-a-name/{name}', complaints)

    application = wait('the program on the accessibility bus', find_application)
    wait('the categories', lambda: find(application, Atspi.Role.LIST_ITEM, '3, Electronics'))
    resize(size)
    tap.check(f'/a11y/{size}/starts-with-the-categories', [])
    page('start')

    keys('key', 'ctrl+f')
    keys('type', 'ADC')
    hit = wait('the first hit', lambda: find(application, Atspi.Role.LIST_ITEM, '3A001.a.5.a'))
    tap.check(f'/a11y/{size}/hit-says-why', [] if 'Found by: ' in hit.get_name() else [hit.get_name()])
    page('search')

    keys('key', 'Return')
    wait('the entry', lambda: find(application, Atspi.Role.HEADING, '3A001'))
    wait('the paragraph', lambda: find(application, Atspi.Role.LIST_ITEM, '3A001.a.5.a,'))
    tap.check(f'/a11y/{size}/hit-opens-its-entry', [])
    page('entry')

    wait('the related entry', lambda: (link := find(application, Atspi.Role.LINK, '3A101')) and link.get_action_iface().do_action(0))
    wait('the related entry', lambda: find(application, Atspi.Role.HEADING, '3A101'))
    tap.check(f'/a11y/{size}/link-leads-to-related-entry', [])

    keys('key', 'alt+Left')
    wait('the entry before', lambda: find(application, Atspi.Role.HEADING, '3A001'))
    tap.check(f'/a11y/{size}/alt-left-goes-back', [])


def main():
    tap = Tap()
    program, size = sys.argv[1:]
    environment = dict(os.environ, G_DEBUG='fatal-warnings,fatal-criticals')
    environment.pop('GTK_A11Y', None)
    with subprocess.Popen([program], env=environment) as licet:
        try:
            walk(tap, size)
        except (TimeoutError, GLib.Error) as error:
            tap.check(f'/a11y/{size}/journey', [str(error)])
        finally:
            licet.terminate()
    return tap.done()


if __name__ == '__main__':
    sys.exit(main())
