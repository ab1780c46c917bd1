"""Plays on the stage in a real terminal, and breaks there in the way asked for; says how it was left.

``title`` and ``play`` break nothing. The others do once ``1`` is pressed: in a handler, in a timer, in a worker, in a
thread, in composing a screen, in drawing, by never coming back, when leaving anyway. ``debug`` breaks in a handler, and
lets it be seen.
"""

import os
import sys
import time
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

import tui_stage as stage

from game.settings.reading import read_config
from game.tui import app as tui
from game.tui.screens.room import Room


def fail(*_):
    raise RuntimeError(f"the {'secret'} ending")


async def fail_later():
    fail()


class Broken(Room):
    """A room that can't be furnished."""

    def furnish(self):
        fail()


def breaks(app, how):
    """Break, in this way."""
    if how == "timer":
        app.set_timer(0.01, fail)
    elif how == "worker":
        app.run_worker(fail_later())
    elif how == "thread":
        app.run_worker(fail, thread=True)
    elif how == "compose":
        app.push_screen(Broken())
    elif how == "draw":
        app.screen.query_one("HeadLine").render = fail
        app.screen.query_one("HeadLine").refresh()
    elif how == "leaving":
        app.exit()
        app.push_screen(Broken())
    elif how == "busy":
        while True:
            time.sleep(0.01)
    else:
        fail()


how = sys.argv[1]
session = stage.FakeSession()
first = tui.Title() if how == "title" else tui.Play(session)
config = read_config(Path("none.toml"), {"NARROWSKY_THEME": os.environ.get("NARROWSKY_THEME", "")}, {})
app = tui.NarrowSky(stage.game(config=config), first=first, plainly=how != "debug")
if how not in ("title", "play"):
    session.choose = lambda _: breaks(app, how)
code = tui.run_app(app, lambda fault, left: f"Sorry: {type(fault).__name__} in {left.name if left else 'none'}.")
sys.stdout.write(f"left {code} closed {session.closed}\n")
sys.exit(code)
