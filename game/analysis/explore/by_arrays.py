"""All states of what is left, at once: over the values that can be told apart, as sets of cells in arrays.

Exhaustive: what no cell meets is impossible. What one meets is gone on the engine, by the way back from that cell.
Where a flow is exact, it is known too whether a reader can be stuck, or past every ending.
"""

from collections.abc import Iterator

from game.analysis.explore.board import Board
from game.analysis.explore.courses import TooManyError
from game.analysis.explore.cubes import Cells
from game.analysis.explore.filling import Filled, Filling, StoppedError
from game.analysis.explore.flow import Flow, Move, Way
from game.analysis.explore.going import go
from game.analysis.explore.held import FullError
from game.analysis.explore.hopeful import hopeless
from game.analysis.explore.lattice import lattice_of
from game.analysis.explore.retracing import Spot, first_of, moves_of, passing, way_to
from game.analysis.explore.structure import endless
from game.analysis.explore.target import Target
from game.analysis.explore.values import Values

METHOD = "dense arrays"
_WORK, _A_WAY = 80_000, 200_000
"""For each state that the engine may make so many flags may be looked at; and to make a way ready counts as many."""
_ROUGH = 8
"""Where a flow is not exact, less is to be found: such a part of it is done."""
_SEEN = "all states that can be told apart were seen, {count:,} of them, and none meets it"
_NEVER = "all states that can be told apart were seen, {count:,} of them, and from each an ending can be reached"


def settle(board: Board, values: Values) -> Filled | None:
    """Settle what is open; return the states that were seen in the last search, None where none was done."""
    return _Settling(board, values).settle()


class _Settling:
    def __init__(self, board: Board, values: Values) -> None:
        self._board, self._values = board, values
        self._left = board.limits.whole * _WORK // (1 if values.flow.exact else _ROUGH)

    def settle(self) -> Filled | None:
        board, flow = self._board, self._values.flow
        filled = self._stuck() if flow.exact and not board.known_about_stuck else None
        parts = [tuple(board.open)]
        while parts:
            part = [target for target in parts.pop() if target in board.open]
            if not part:
                continue
            try:
                filled = self._filled(_asked(flow, part))
            except (TooManyError, StoppedError, FullError) as problem:
                if len(part) == 1 or self._left <= 0 or board.halted:
                    board.give_up(part, str(problem))
                else:
                    parts += [tuple(part[len(part) // 2 :]), tuple(part[: len(part) // 2])]
                continue
            for target in part:
                _decide(board, filled, target)
        return filled

    def _filled(self, ways: list[Way]) -> Filled:
        board = self._board

        def goes_on() -> bool:
            board.look()
            return not board.halted

        self._left -= len(ways) * _A_WAY
        if self._left < 0:
            raise StoppedError(f"there are too many ways to make ready, {len(ways):,} of them")
        filling = Filling(lattice_of(self._values, ways), board.limits.memory, self._left, goes_on)
        try:
            return filling.filled()
        finally:
            self._left = filling.work

    def _stuck(self) -> Filled | None:
        """Find out whether a reader can be stuck, or past every ending; with the same states settle what is open."""
        board, values = self._board, self._values
        wanted = set(board.open)
        try:
            filled = self._filled([way for way in values.flow.ways if not way.looks or wanted & set(way.meets)])
        except (TooManyError, StoppedError, FullError) as problem:
            board.unsure = f"{board.unsure}; {METHOD}: {problem}"
            return None
        for target in tuple(wanted & board.open.keys()):
            _decide(board, filled, target)
        _strand(board, filled, values)
        return filled


def _strand(board: Board, filled: Filled, values: Values) -> None:
    """Look for a state in which a reader is stuck, or past every ending; or prove that there is none."""
    for point, stands in enumerate(filled.lattice.stands):
        if any(one.stuck for one in stands) and filled.held[point].count and board.stuck is None:
            go(board, _way(filled, point, filled.held[point].known().numbered()))
    if board.known_about_stuck:
        return
    lost = hopeless(filled)
    decided = {point for point in lost if any(one.awaits for one in filled.lattice.stands[point])}
    ways = [_way(filled, point, cells) for point, cells in lost.items() if point in decided]
    for way in sorted(ways, key=lambda moves: sum(bool(move.choice) for move in moves)):
        spot = go(board, way)
        if spot is not None:
            board.hopeless = spot.trail, METHOD
            break
    if not lost and not endless(values.flow, values):
        board.never_stuck = METHOD, _NEVER.format(count=filled.states)


def _asked(flow: Flow, targets: list[Target]) -> list[Way]:
    """The ways that are to be followed for these targets: those that meet them, and those that lead there."""
    wanted = set(targets)
    meeting = [way for way in flow.ways if not wanted.isdisjoint(way.meets)]
    into: dict[int, list[int]] = {}
    for way in flow.ways:
        if not way.looks:
            into.setdefault(way.to, []).append(way.source)
    near = {way.source for way in meeting}
    edge = list(near)
    while edge:
        for source in into.get(edge.pop(), ()):
            if source not in near:
                near.add(source)
                edge.append(source)
    return [
        way
        for way in flow.ways
        if not wanted.isdisjoint(way.meets) or (not way.looks and way.source in near and way.to in near)
    ]


def _decide(board: Board, filled: Filled, target: Target) -> None:
    """Go a way to a target, or prove that there is none."""
    possible = False
    for moves, spot in _meeting(filled, target):
        if target not in board.open:
            return
        possible = True
        go(board, (*way_to(filled, spot), *moves))
    if possible:
        board.give_up([target], "it seems possible, yet no way there was confirmed on the engine")
    else:
        board.prove(target, _SEEN.format(count=filled.states))


def _meeting(filled: Filled, target: Target) -> Iterator[tuple[tuple[Move, ...], Spot]]:
    """The legs that meet a target, each with the cell that goes it and what is asked of the engine along it."""
    for leg in filled.meeting.get(target, ()):
        for course in leg.courses:
            spot = passing(filled, leg.source, course)
            if spot is not None:
                yield moves_of(leg, course), spot


def _way(filled: Filled, point: int, cells: Cells) -> tuple[Move, ...]:
    """A way to the first of some cells of a point."""
    spot = first_of(filled, point, cells)
    assert spot is not None, "they were come to"
    return way_to(filled, spot)
