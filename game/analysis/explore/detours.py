"""Shorter ways: where a way comes back to a place in the same turn, what lies between may be left out."""

from game.analysis.explore.board import Board
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.target import Target
from game.analysis.explore.trail import OtherLuckError, Trail, cell_of, recorded
from game.analysis.explore.walker import Spot, Walker
from game.engine.going import EndlessError
from game.engine.offers import NotOfferedError

_TRIES = 4
"""At each place so many returns are tried, the latest first."""
_SHARE = 4
_LEAST = 10_000
"""Of all states so many may be spent on shorter ways: one part in so many, and no fewer than these."""


def leave_out_detours(board: Board) -> None:
    """Find shorter ways for the targets whose way comes back to where it was, as long as there is time for it."""
    _Detours(board).leave_out()


class _Detours:
    def __init__(self, board: Board) -> None:
        self.board = board
        self.walker = Walker(board.program, Sightings(board.program), board.reach)
        self.most = board.states + max(_LEAST, board.states // _SHARE)

    def leave_out(self) -> None:
        for target in self._by_weight():
            while self._time() and self._shorter(target):
                pass

    def _time(self) -> bool:
        return self.board.states < self.most and self.board.goes_on(0)

    def _by_weight(self) -> list[Target]:
        """The targets reached by ways that return: endings, then places, choices and all others, the longest first."""
        order = {"ending": 0, "scene": 1, "storylet": 1, "choice": 2}
        found = [target for target, (trail, _) in self.board.trails.items() if _returns(trail)]
        return sorted(found, key=lambda one: (order.get(one.kind, 3), -self.board.trails[one][0].length))

    def _shorter(self, target: Target) -> bool:
        """Leave out one detour on the way to a target; whether there was one that can be left out."""
        whole = self.board.trails[target][0].whole()
        drew = whole[0].drew
        spot = self.walker.begin(recorded(drew), lambda: drew)
        for index in range(1, len(whole)):
            later = [there for there in range(len(whole) - 1, index, -1) if whole[there].at == whole[index].at]
            for there in later[:_TRIES]:
                if self._time() and self._leads(target, spot, whole[there:]):
                    return True
            after = self._taken(spot, whole[index])
            if after is None:
                return False
            spot = after
        return False

    def _leads(self, target: Target, spot: Spot, rest: list[Trail]) -> bool:
        """Whether the rest of a way can be gone from here, and meets the target sooner than it was met."""
        for one in rest:
            after = self._taken(spot, one)
            if after is None:
                return False
            spot = after
            if self.board.trails[target][0] is spot.trail:
                return True
        return False

    def _taken(self, spot: Spot, one: Trail) -> Spot | None:
        """Take a decision of a way here, if it can be; what is met counts."""
        if cell_of(spot.state) != one.at or spot.state.ended:
            return None
        self.board.goes_on()
        try:
            return self.walker.take(spot, one.choice, recorded(one.drew), lambda: one.drew)
        except (NotOfferedError, OtherLuckError, EndlessError):
            return None


def _returns(trail: Trail) -> bool:
    cells = [one.at for one in trail.whole()]
    return len(set(cells)) < len(cells)
