"""Shorter ways: where a way comes back to a place in the same turn, what lies between may be left out."""

from game.analysis.explore.board import Board
from game.analysis.explore.sightings import Sightings
from game.analysis.explore.target import Target
from game.analysis.explore.trail import OtherLuckError, Trail, beginning, cell_of, recorded
from game.engine.offers import NotOfferedError
from game.engine.state import State
from game.engine.step import EndlessError, begin, choose

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
        self.sightings = Sightings(board.program)
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
        at = beginning(whole[0].drew)
        state = begin(self.board.program, recorded(at.drew)).state
        for index in range(1, len(whole)):
            later = [there for there in range(len(whole) - 1, index, -1) if whole[there].at == whole[index].at]
            for there in later[:_TRIES]:
                if self._time() and self._leads(target, state, at, whole[there:]):
                    return True
            after = self._taken(state, at, whole[index])
            if after is None:
                return False
            state, at = after
        return False

    def _leads(self, target: Target, state: State, at: Trail, rest: list[Trail]) -> bool:
        """Whether the rest of a way can be gone from here, and meets the target sooner than it was met."""
        for one in rest:
            after = self._taken(state, at, one)
            if after is None:
                return False
            state, at = after
            if self.board.trails[target][0] is at:
                return True
        return False

    def _taken(self, state: State, at: Trail, one: Trail) -> tuple[State, Trail] | None:
        """Take a decision of a way here, if it can be; what is met counts."""
        if cell_of(state) != one.at or state.ended:
            return None
        try:
            step = choose(self.board.program, state, one.choice, recorded(one.drew))
        except (NotOfferedError, OtherLuckError, EndlessError):
            return None
        after = at.then(one.at, one.choice, one.drew)
        self.board.goes_on()
        for target in self.sightings.met(state, one.choice, step):
            self.board.reach(target, after)
        return step.state, after


def _returns(trail: Trail) -> bool:
    cells = [one.at for one in trail.whole()]
    return len(set(cells)) < len(cells)
