"""How a program and a shelf become what rooms are given."""

from game.engine.program import Program
from game.play.shelf import Shelf
from game.tui.given import Opened
from game.view.compose import codex, compose, note


def opened(program: Program, shelf: Shelf) -> Opened:
    """Return what the screens play with."""
    return Opened(shelf=shelf, note=note(program), compose=compose, codex=codex)
