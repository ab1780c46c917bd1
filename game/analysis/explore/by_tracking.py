"""What is left, one by one: the values that matter to a target kept exact; what is found is confirmed on the engine."""

from game.analysis.explore.board import Board
from game.analysis.explore.flow import Move
from game.analysis.explore.going import go
from game.analysis.explore.target import Target
from game.analysis.explore.tracked import Goal, Outcome, Tracked
from game.analysis.explore.values import Values, asked
from game.engine.program import Program
from game.expr.syntax import Expr

METHOD = "tracked values"
_EACH, _MOST = 100_000, 400_000
"""So many places are looked at for one target, and for all of them."""
_BETWEEN, _NAMED = 1_000, 5


def track(board: Board, values: Values) -> None:
    """Search for each target that is open, the simplest first; where a way is found, go it."""
    if not board.open:
        return
    budget = _Budget(board)
    tracked = Tracked(values, budget.goes_on)
    goals = {target: _goal(values, target) for target in board.open}
    for target in sorted(goals, key=lambda one: _size(values, goals[one])):
        if target not in board.open:  # met on the way to another
            continue
        if budget.spent >= _MOST or board.halted:
            board.give_up([target], "interrupted" if board.halted else f"the searches before it took {_MOST:,} places")
            continue
        budget.left = min(_EACH, board.limits.whole)
        found = tracked.settle(goals[target])
        if found.proved:
            board.prove(target, _said(board.program, target, found))
        elif found.path:
            moves = [move for passage in found.path for move in passage.way.moves]
            go(board, [*moves, *_last(values, target, found)])
            board.give_up([target], "it seems possible, yet no way there was confirmed on the engine")
        else:
            board.give_up([target], found.limit)


class _Budget:
    """How many places may still be looked at, for one target and for all of them."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self.left = 0
        self.spent = 0

    def goes_on(self, places: int) -> bool:
        """Count places; whether to go on."""
        self.left -= places
        self.spent += places
        if not self.spent % _BETWEEN:
            self._board.look()
        return self.left > 0 and not self._board.halted


def _said(program: Program, target: Target, found: Outcome) -> str:
    does = "decides it" if target.kind == "claim" else "leads to it"
    own = [f"`{key}`" for key in found.keys if key in program.layout.slots]
    more = len(found.keys) - len(own[:_NAMED])
    kept = ", ".join(own[:_NAMED]) + (f" and {more} more" if more and own else "" if own else f"{more} values")
    return f"no way {does}, with {kept} followed exactly" if found.keys else f"no way {does}"


def _size(values: Values, goal: Goal) -> tuple[int, int]:
    """How much a goal asks to be kept exact."""
    domains = [values.domains[key] for key in goal.keys if key in values.domains.places]
    return sum(domain.full.bit_length() for domain in domains), len(domains)


def _goal(values: Values, target: Target) -> Goal:
    points: dict[int, tuple[tuple[tuple[Expr, bool], ...], ...]] = {}
    for way in values.flow.ways:
        if target in way.meets and values.reached(way.source):
            asks = tuple((guard.tree, guard.wanted) for guard in asked(way))
            points[way.source] = (*points.get(way.source, ()), asks)
    return Goal(points)


def _last(values: Values, target: Target, found: Outcome) -> tuple[Move, ...]:
    """What is still to be done at the end of a way for the target to be met there."""
    source = found.path[-1].way.to if found.path else values.flow.begin
    ways = (way for way in values.flow.ways if way.source == source and target in way.meets)
    return next((way.moves for way in ways), ())
