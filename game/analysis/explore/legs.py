"""What is followed of a flow at once, for all states: points with their grids of cells, and the legs between them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import prod

from game.analysis.explore.courses import Course, Map, Questions
from game.analysis.explore.flow import Point, Way
from game.analysis.explore.values import Values
from game.expr.types import Key


@dataclass(frozen=True, slots=True)
class Axis:
    """A key with its classes at a point: for each place of its domain the class or ``CLOSED``, and a place of each."""

    key: Key
    classes: Map
    places: Map

    @property
    def size(self) -> int:
        """How many classes there are."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a point: its axes, in the order of the keys; ``rest`` has a place of each key that has no axis."""

    axes: tuple[Axis, ...]
    rest: Mapping[Key, int]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many classes each axis has."""
        return tuple(axis.size for axis in self.axes)

    @property
    def cells(self) -> int:
        """How many states there may be, at most."""
        return prod(self.sizes)


@dataclass(frozen=True, slots=True)
class Leg:
    """A way with its courses, between two points; ``before`` are plain ways gone first. If it ``looks`` it only asks.

    Where a plain way is all that leads on from a point, and all that leads to the next, both are one point here.
    """

    way: Way
    courses: tuple[Course, ...]
    source: int
    to: int
    looks: bool
    before: tuple[Way, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether it is always open, and changes nothing."""
        return len(self.courses) == 1 and not self.courses[0].maps and not self.courses[0].joints


@dataclass(slots=True)
class Lattice:
    """Points that can be come to, with the legs that leave each and their grids; of each, which of the flow's it is."""

    values: Values
    questions: Questions
    leaving: list[list[Leg]]
    stands: list[list[Point]]
    grids: list[Grid] = field(default_factory=list)

    @property
    def points(self) -> int:
        """How many points there are; some of them are never come to."""
        return len(self.leaving)


def join(lattice: Lattice) -> None:
    """Make one of two points between which nothing happens."""
    leaving, sets = lattice.leaving, lattice.values.sets
    into = Counter(leg.to for legs in leaving for leg in legs if not leg.looks)
    into[lattice.values.flow.begin] += 2
    for point, legs in enumerate(leaving):
        while True:
            onward = [leg for leg in legs if not leg.looks]
            if len(onward) != 1 or not onward[0].plain or into[onward[0].to] != 1 or onward[0].to == point:
                break
            leg, to = onward[0], onward[0].to
            if sets[point] != sets[to]:
                break
            legs[legs.index(leg)] = replace(leg, to=point, looks=True)
            before = (*leg.before, leg.way)
            legs += [
                replace(one, source=point, to=point if one.looks else one.to, before=(*before, *one.before))
                for one in leaving[to]
            ]
            leaving[to] = []
            lattice.stands[point] += lattice.stands[to]
            lattice.stands[to] = []


def backward(lattice: Lattice) -> list[int]:
    """The points that can be come to, those that others lead to first."""
    begin = lattice.values.flow.begin
    seen, found = {begin}, list[int]()
    stack = [(begin, iter(lattice.leaving[begin]))]
    while stack:
        point, legs = stack[-1]
        for leg in legs:
            if leg.to not in seen:
                seen.add(leg.to)
                stack.append((leg.to, iter(lattice.leaving[leg.to])))
                break
        else:
            stack.pop()
            found.append(point)
    return found
