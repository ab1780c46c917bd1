"""A way that was found over a flow, gone on the engine: what is met there counts, and nothing else does."""

from collections.abc import Iterable

from game.analysis.explore.board import Board
from game.analysis.explore.flow import Move
from game.analysis.explore.walker import Spot, Walker
from game.engine.going import EndlessError
from game.engine.luck import Outcome, Site
from game.engine.offers import NotOfferedError, open_choices
from game.play.journal import Drew


def go(board: Board, moves: Iterable[Move]) -> Spot | None:
    """Go a way as far as it can be gone; what is met counts.

    Where luck is asked what the way does not say, it answers with the first that may come. Return where it ends; None
    where it can't be gone to its end.
    """
    left = list(moves)
    drew: dict[str, list[str]] = {}

    def luck(site: Site, outcomes: tuple[Outcome, ...]) -> str:
        may = [one.id for one in outcomes if one.weight]
        asked_for = left[0].outcome if left and left[0].site and left[0].site == site.id.partition("#")[0] else ""
        if asked_for:
            left.pop(0)
        name = asked_for if asked_for in may else may[0]
        drew.setdefault(site.id, []).append(name)
        return name

    def said() -> Drew:
        found = tuple((site, tuple(names)) for site, names in drew.items())
        drew.clear()
        return found

    walker = Walker(board.program, board.sightings, board.reach)
    try:
        spot = walker.begin(luck, said)
        while left and not spot.state.ended:
            move = left.pop(0)
            if move.choice:
                board.goes_on()
                spot = walker.take(spot, move.choice, luck, said)
    except (NotOfferedError, EndlessError):
        return None
    if not spot.state.ended and not open_choices(board.program, spot.state):
        walker.stop(spot)
        board.strand(spot.trail)
    return spot
