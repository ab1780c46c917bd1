"""Exact odds by one sweep: how likely a reader is to be in each state, for all states of a point at once, as an array.

For a reader to whom all that is open is as likely, from the beginning of a story whose flow is exact. Chances are
passed on along every leg, the points in an order in which all that leads to one is done first; in circles they go round
until less than ``LEFT`` is still on its way in each, and a result is no farther than that from what is so. What may be
met more than once on a way has a sweep of its own, which ends where it is met.
"""

from collections import Counter
from collections.abc import Callable, Mapping

from game.analysis.explore import cubes
from game.analysis.explore.circles import circles
from game.analysis.explore.courses import TooManyError
from game.analysis.explore.cubes import Shares, Step, Steps
from game.analysis.explore.filling import MOST_CELLS, NOWHERE, beginnings
from game.analysis.explore.flow import Way
from game.analysis.explore.lattice import lattice_of
from game.analysis.explore.legs import Lattice, Leg, backward
from game.analysis.explore.lowering import flow_of
from game.analysis.explore.target import Target
from game.analysis.explore.values import Values
from game.engine.program import Program
from game.expr.types import Key, Value

LEFT = 1e-12
WORK = 6_000_000_000
"""So many cells are passed on from, at most."""
_A_STEP = 20_000
"""To make one step costs as much as so many cells."""
_BYTES, _ROUNDS = 8, 1_000
Fact = tuple[str, str]


class SweepError(Exception):
    """The odds can't be found so; the message says why."""


def swept(
    program: Program, kinds: frozenset[str], memory: int, goes_on: Callable[[int], bool]
) -> tuple[dict[Fact, float], int]:
    """The chance of every fact of these kinds that may come, and in how many states a reader may be.

    ``goes_on`` is told of points that were gone on from. Raises SweepError.
    """
    flow = flow_of(program)
    if not flow.exact:
        raise SweepError("not all that may happen is followed exactly")
    if any(move.site and way.odds is None and way.draw is None for way in flow.ways for move in way.moves):
        raise SweepError("what is dealt is not followed by its weight")
    values = Values(flow)
    ways = [way for way in flow.ways if not way.looks or any(target.kind in kinds for target in way.meets)]
    try:
        sweep = _Sweep(program, lattice_of(values, ways, odds=True), memory, goes_on)
    except TooManyError as problem:
        raise SweepError(str(problem)) from None
    often = sweep.often(kinds)
    found = {fact: chance for fact, chance in sweep.run(None).items() if fact[0] in kinds and fact not in often}
    states = sweep.states
    for fact in sorted(often):
        found[fact] = sweep.run(fact).get(fact, 0.0)
    return {fact: chance for fact, chance in found.items() if chance > 0}, states


class _Sweep:
    def __init__(self, program: Program, lattice: Lattice, memory: int, goes_on: Callable[[int], bool]) -> None:
        self._program, self._lattice, self._goes_on = program, lattice, goes_on
        self._memory = memory
        self._steps = Steps(lattice.questions)
        leading = [[leg.to for leg in legs if not leg.looks] for legs in lattice.leaving]
        self._circle = circles(leading)
        wide = Counter(self._circle)
        self._around = [point in to or wide[self._circle[point]] > 1 for point, to in enumerate(leading)]
        order = [*reversed(backward(lattice))]
        groups: dict[int, list[int]] = {}
        for point in order:
            groups.setdefault(self._circle[point], []).append(point)
        self._groups = [groups[number] for number in sorted(groups, reverse=True)]
        self._now: dict[int, Shares] = {}
        self._bytes = self._work = self._done = 0
        self.states = 0
        if any(grid.cells > MOST_CELLS for grid in lattice.grids):
            raise SweepError("there are too many values to be told apart at once")

    def often(self, kinds: frozenset[str]) -> set[Fact]:
        """The facts that one way may meet more than once."""
        meeting: dict[Fact, set[int]] = {}
        for point, legs in enumerate(self._lattice.leaving):
            for leg in legs:
                for target in leg.way.meets:
                    meeting.setdefault(_fact(target), set()).add(point)
        found = set()
        for fact, points in meeting.items():
            if fact[0] in kinds - {"ending", "coda"} and (
                any(self._around[point] for point in points) or (len(points) > 1 and self._in_line(points))
            ):
                found.add(fact)
        return found

    def _in_line(self, points: set[int]) -> bool:
        """Whether one of these points leads to another."""
        seen: set[int] = set()
        edge = [leg.to for point in points for leg in self._lattice.leaving[point] if not leg.looks]
        while edge:
            point = edge.pop()
            if point in points:
                return True
            if point not in seen:
                seen.add(point)
                edge += [leg.to for leg in self._lattice.leaving[point] if not leg.looks]
        return False

    def run(self, wanted: Fact | None) -> dict[Fact, float]:
        """The chances of what is met: of everything, or of this alone, beyond which nothing is followed."""
        met: dict[Fact, float] = {}
        self._now, self._bytes, self.states = {}, 0, 0
        begin = self._lattice.values.flow.begin
        shares = self._at(begin)
        for cell, chance in beginnings(self._lattice, self._weights()):
            shares.reshape(-1)[cell] += chance
        for group in self._groups:
            for _ in range(_ROUNDS):
                if not any(point in self._now for point in group):
                    break
                if sum(float(self._now[point].sum()) for point in group if point in self._now) < LEFT:
                    break
                for point in group:
                    now = self._now.pop(point, None)
                    if now is not None:
                        self._bytes -= now.nbytes
                        self._pass_on(point, now, wanted, met)
            else:
                raise SweepError(f"after {_ROUNDS:,} rounds of a circle there is still somebody in it")
            for point in group:
                self._now.pop(point, None)
        return met

    def _weights(self) -> Mapping[Key, Mapping[Value, int]]:
        return {truth.id: dict(truth.outcomes) for truth in self._program.story.world.truths}

    def _at(self, point: int) -> Shares:
        found = self._now.get(point)
        if found is None:
            grid = self._lattice.grids[point]
            self._bytes += grid.cells * _BYTES
            if self._bytes > self._memory:
                raise SweepError(f"arrays of all states need more than {self._memory >> 20:,} MB")
            found = self._now[point] = cubes.shares_of(grid)
        return found

    def _pass_on(self, point: int, now: Shares, wanted: Fact | None, met: dict[Fact, float]) -> None:
        self._done += 1
        if not self._goes_on(self._done):
            raise SweepError(f"interrupted after {self._done:,} places")
        if not self._around[point] and self._decided(point):
            self.states += int((now > 0).sum())
        legs = [(leg, self._made(point, leg)) for leg in self._lattice.leaving[point]]
        ends = False
        for leg, steps in legs:
            facts = {_fact(target) for target in leg.way.meets}
            if wanted is not None and wanted not in facts:
                continue
            if facts:
                share = sum(_through(step, now * self._factor(point, leg, legs)) for step in steps)
                for fact in facts if wanted is None else (wanted,):
                    met[fact] = met.get(fact, 0.0) + share
            ends = ends or (wanted is not None and leg.looks)
        for leg, steps in legs if not ends else ():
            if leg.looks or (wanted is not None and wanted in {_fact(target) for target in leg.way.meets}):
                continue
            shares = now * self._factor(point, leg, legs)
            for step in steps:
                self._work += now.size + _A_STEP
                cubes.pour(step, shares, self._at(leg.to))
        if self._work > WORK:
            raise SweepError("there are too many states to pass all chances on")

    def _decided(self, point: int) -> bool:
        return any(one.awaits or one.ending or one.stuck for one in self._lattice.stands[point])

    def _made(self, point: int, leg: Leg) -> list[Step]:
        grids = self._lattice.grids
        to = NOWHERE if leg.looks else grids[leg.to]
        made = (self._steps.of(course, grids[point], to) for course in leg.courses)
        return [step for step in made if step is not None]

    def _factor(self, point: int, leg: Leg, legs: list[tuple[Leg, list[Step]]]) -> Shares | float:
        """How likely a leg is where it is open."""
        way, grid, questions = leg.way, self._lattice.grids[point], self._lattice.questions
        if way.odds is not None:
            tree, passed = way.odds
            odds: Shares = cubes.numbers_of(questions, tree, grid).clip(0, 100) / 100.0
            return odds if passed else 1.0 - odds
        if way.draw is not None:
            whole = among = cubes.ones(grid) * 0.0
            own = every = 0
            for name, weight, when, _ in way.draw.outcomes:
                may = cubes.ones(grid) if when is None else cubes.numbers_of(questions, when, grid) * 1.0
                whole, among, every = whole + weight * may, among + may, every + weight
                own = weight if name == way.moves[-1].outcome else own
            drawn: Shares = own / (whole + (among == 0) * every)
            return drawn
        if _choice(way) and not leg.looks:
            return 1.0 / _open(legs, cubes.ones(grid) * 0.0)
        return 1.0


def _open(legs: list[tuple[Leg, list[Step]]], none: Shares) -> Shares:
    """How many choices are open in each cell; 1 where none is."""
    by_choice: dict[str, list[Step]] = {}
    for leg, steps in legs:
        if _choice(leg.way) and not leg.looks:
            by_choice.setdefault(_choice(leg.way), []).extend(steps)
    count = none
    for steps in by_choice.values():
        found = None
        for step in steps:
            mask = cubes.open_cells(step)
            found = mask if found is None else found | mask
        if found is not None:
            count = count + found
    some: Shares = count + (count == 0)
    return some


def _choice(way: Way) -> str:
    """The choice by which a way is taken, if it is by one."""
    return way.moves[0].choice if way.moves else ""


def _through(step: Step, shares: Shares) -> float:
    return float((shares * cubes.open_cells(step)).sum()) * step.chance


def _fact(target: Target) -> Fact:
    return target.kind, target.name
