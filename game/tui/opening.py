"""How a program and a shelf become what rooms are given."""

from functools import partial

from game.engine.program import Program
from game.play.shelf import Shelf
from game.tui.given import Opened
from game.view.comparison import beside
from game.view.compose import codex, compose, note
from game.view.decision_map import decision_map, elsewhere


def opened(program: Program, shelf: Shelf, *, summaries: bool = False) -> Opened:
    """Return what the screens play with; with ``summaries`` what has a summary is told by it."""
    return Opened(
        shelf=shelf,
        note=note(program),
        compose=partial(compose, summaries=summaries),
        codex=codex,
        decision_map=decision_map,
        comparison=beside,
        elsewhere=elsewhere,
    )
