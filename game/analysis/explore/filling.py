"""All states at once: from the beginning along every leg, until nothing new comes, circles included.

A worklist over points, in an order in which most legs lead onward. Outside of circles a point is gone on from once,
when all that leads to it is done; in them, as long as it gets new cells, with those alone.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from heapq import heappop, heappush
from itertools import product
from math import prod

from game.analysis.explore import cubes
from game.analysis.explore.circles import circles
from game.analysis.explore.courses import Course
from game.analysis.explore.cubes import Cells, Step, Steps
from game.analysis.explore.held import FullError, Held, Room, Some
from game.analysis.explore.legs import Grid, Lattice, Leg, backward
from game.analysis.explore.slabs import strides
from game.analysis.explore.target import Target
from game.expr.types import Key, Value

NOWHERE = Grid((), {})
MOST_CELLS = 1 << 62
"""A point of more cells can't be counted."""
_A_ROW = 128
"""To go on from one cell by its number costs as much as from so many flags."""
_A_GO = 50_000
"""To go any number of them costs as much as so many flags."""
_FEW = 16
"""Where flags would not fit into memory, cells by their numbers still may; but no more than this part of the work."""
_WIDER = 4
"""Flags are made into flags where there are no more than so many times as many."""
_BETWEEN = 64


class StoppedError(Exception):
    """It went no further; the message says why."""


@dataclass(slots=True)
class Filled:
    """All states that a reader can come to, by points."""

    lattice: Lattice
    steps: Steps
    held: list[Held]
    into: list[list[tuple[int, Leg]]]
    """The legs that lead to each point, each with the point that it comes from."""
    meeting: dict[Target, list[Leg]]
    """The legs that meet each target."""
    end: int
    """Later than anything was gone on from."""
    made: dict[int, Step | None] = field(default_factory=dict)
    """Steps that were needed since, by their courses: a way back asks for many of them again."""

    def step(self, source: int, leg: Leg, course: Course) -> Step | None:
        """The step of a course of a leg that leads on."""
        if id(course) not in self.made:
            grids = self.lattice.grids
            self.made[id(course)] = self.steps.of(course, grids[source], grids[leg.to])
        return self.made[id(course)]

    @property
    def states(self) -> int:
        """How many states there are where a reader decides, or where it ends."""
        return sum(
            held.count
            for held, stands in zip(self.held, self.lattice.stands, strict=True)
            if any(point.awaits or point.ending or point.stuck for point in stands)
        )

    @property
    def counted(self) -> int:
        """How many states were counted at all points."""
        return sum(held.count for held in self.held)

    def passing(self, point: int, course: Course) -> Iterator[Cells]:
        """The cells of a point that go a course, some at a time."""
        held = self.held[point]
        step = self.steps.of(course, held.grid, NOWHERE) if held.count else None
        if step is None:
            return
        known = held.known()
        if known.flags is not None:
            met = cubes.set_of(NOWHERE)
            cubes.spread(step, known.flags, met)
            if not met.any():
                return
        for cells in held.rows():
            kept, _ = cubes.go(step, cells)
            if len(kept):
                yield cells[kept]


class Filling:
    """One search; ``work`` is how much may still be done, in flags looked at, and ``goes_on`` is asked at times."""

    def __init__(self, lattice: Lattice, memory: int, work: int, goes_on: Callable[[], bool]) -> None:
        self._lattice, self._goes_on = lattice, goes_on
        self.work = work
        self._steps = Steps(lattice.questions)
        leading = [[leg.to for leg in legs if not leg.looks] for legs in lattice.leaving]
        circle = circles(leading)
        wide = Counter(circle)
        self._around = [point in to or wide[circle[point]] > 1 for point, to in enumerate(leading)]
        onward = {point: -number for number, point in enumerate(backward(lattice))}
        self._order = {point: (-circle[point], place) for point, place in onward.items()}
        self._room = room = Room(memory)
        self._held = [Held(grid, room, around=around) for grid, around in zip(lattice.grids, self._around, strict=True)]
        self._made: dict[int, list[tuple[int, Step]]] = {}
        self._queued: set[int] = set()
        self._waiting: list[tuple[tuple[int, int], int]] = []

    def filled(self) -> Filled:
        """Go through all states. Raises StoppedError, and FullError where memory does not do."""
        if any(grid.cells > MOST_CELLS for grid in self._lattice.grids):
            raise StoppedError("there are too many values to be told apart at once")
        needs, begin = self._needs(), self._lattice.values.flow.begin
        least = self.work - self.work // _FEW if needs > self._room.most else 0
        self._held[begin].come(beginning(self._lattice))
        self._queue(begin)
        now = 0
        while self._waiting:
            now += 1
            if not now % _BETWEEN and not self._goes_on():
                raise StoppedError("interrupted")
            _, point = heappop(self._waiting)
            self._queued.discard(point)
            new = self._held[point].take(now)
            if new is not None:
                self._go_on_from(point, new)
            if self.work < least and needs > self._room.most:
                raise FullError(needs, self._room.most)
            if self.work < least:
                raise StoppedError(f"stopped after {sum(held.count for held in self._held):,} states")
        into: list[list[tuple[int, Leg]]] = [[] for _ in self._held]
        meeting: dict[Target, list[Leg]] = {}
        for point, legs in enumerate(self._lattice.leaving):
            for leg in legs:
                if not leg.looks:
                    into[leg.to].append((point, leg))
                for target in leg.way.meets:
                    meeting.setdefault(target, []).append(leg)
        return Filled(self._lattice, self._steps, self._held, into, meeting, now + 1)

    def _needs(self) -> int:
        """How many bytes all flags together need at most: of circles all stay, else only those that wait."""
        waiting: set[int] = set()
        most = kept = now = 0
        for point in sorted(self._order, key=self._order.__getitem__):
            for to in {leg.to for leg in self._lattice.leaving[point]} - waiting:
                waiting.add(to)
                now += self._held[to].cells
            most = max(most, kept + now)
            size = self._held[point].cells
            if not self._around[point] and point in waiting:
                now, kept = now - size, kept + size // 8
            elif self._around[point]:
                kept += size
        return max(most, kept + now)

    def _queue(self, point: int) -> None:
        if point not in self._queued:
            self._queued.add(point)
            heappush(self._waiting, (self._order[point], point))

    def _ready(self, point: int) -> list[tuple[int, Step]]:
        """The steps that lead on from a point."""
        found = self._made.get(point)
        if found is None:
            grids = self._lattice.grids
            made = (
                (leg.to, self._steps.of(course, grids[point], grids[leg.to]))
                for leg in self._lattice.leaving[point]
                if not leg.looks
                for course in leg.courses
            )
            found = [(to, step) for to, step in made if step is not None]
            if self._around[point]:
                self._made[point] = found
        return found

    def _go_on_from(self, point: int, new: Some) -> None:
        flags, cells = new.flags, new.cells
        size = self._held[point].cells
        for to, step in self._ready(point):
            held = self._held[to]
            if flags is not None and (held.dense or held.cells <= size * _WIDER):
                self.work -= size + _A_GO
                cubes.spread(step, flags, held.flags())
            else:
                cells = new.numbered() if cells is None else cells
                self.work -= len(cells) * _A_ROW + _A_GO
                held.come(cubes.go(step, cells)[1])
            if held.waiting:
                self._queue(to)


def beginning(lattice: Lattice) -> Cells:
    """The cells in which a story may begin."""
    return cubes.united([[cell for cell, _ in beginnings(lattice, {})]])


def beginnings(lattice: Lattice, weights: Mapping[Key, Mapping[Value, int]]) -> Iterator[tuple[int, float]]:
    """Each cell in which a story may begin, and how likely by the ``weights`` of what is drawn at the start."""
    flow, domains = lattice.values.flow, lattice.values.domains
    grid = lattice.grids[flow.begin]
    starts: list[list[tuple[int, float]]] = []
    for axis, stride in zip(grid.axes, strides(grid.sizes), strict=True):
        values = flow.start[axis.key]
        weight = weights.get(axis.key, {})
        whole = sum(weight.get(value, 1) for value in values)
        found: dict[int, float] = {}
        for value in values:
            cell = axis.classes[domains[axis.key].bit(value).bit_length() - 1] * stride
            found[cell] = found.get(cell, 0.0) + weight.get(value, 1) / whole
        starts.append(list(found.items()))
    for each in product(*starts):
        yield sum(cell for cell, _ in each), prod(chance for _, chance in each)
