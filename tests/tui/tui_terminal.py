"""Plays on the stage in a real terminal: title, play, break or debug; says how it was left."""

import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[2])]

import tui_stage as stage

from game.tui import app as tui

session = stage.FakeSession()
how = sys.argv[1]
if how in ("break", "debug"):

    def choose(_):
        raise RuntimeError("the secret ending")

    session.choose = choose
first = tui.Title() if how == "title" else tui.Play(session)
app = tui.NarrowSky(stage.game(), first=first, plainly=how != "debug")
code = tui.run_app(app, lambda fault: f"Sorry: {type(fault).__name__}.")
sys.stdout.write(f"left {code} closed {session.closed}\n")
sys.exit(code)
