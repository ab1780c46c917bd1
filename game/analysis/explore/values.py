"""What every value may be at every point of a flow: a fixpoint over sets, circles included; and what that excludes."""

from collections.abc import Callable
from dataclasses import dataclass
from heapq import heappop, heappush
from operator import or_

from game.analysis.explore.asking import stands
from game.analysis.explore.flow import Flow, Guard, Way
from game.analysis.explore.sets import Domains, Narrow, Sets
from game.analysis.explore.shifts import Shift, Shifts
from game.analysis.explore.target import Target
from game.expr.types import Key, Value

METHOD = "values"
_PATIENCE = 16
"""After so many times that a point grew, a number that still grows there may be anything that its steps can come to."""


_BETWEEN = 256
"""Points between two questions whether to go on."""


class StoppedError(Exception):
    """It was not to go on, so nothing is known."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A way made ready for sets."""

    way: Way
    narrows: tuple[Narrow, ...]
    shifts: tuple[Shift, ...]

    def through(self, sets: Sets) -> Sets | None:
        """What comes out at its end; None where nothing gets through. What comes in is left as it is."""
        if not (self.narrows or self.shifts):
            return sets
        sets = sets.copy()
        for narrow in self.narrows:
            if not narrow(sets):
                return None
        for shift in self.shifts:
            shift(sets)
        return sets


class Values:
    """Every value that each key may have at each point, or more: never less.

    What lies outside of them is proved to be impossible.
    """

    def __init__(self, flow: Flow, goes_on: Callable[[], bool] = lambda: True) -> None:
        """Find them out; ``goes_on`` is asked at times whether to. Raises StoppedError where it says no."""
        self.flow = flow
        self._goes_on = goes_on
        self.domains = Domains(flow.types)
        self._shifts = Shifts(self.domains)
        self._from: list[list[Passage]] = [[] for _ in flow.points]
        self._looks: list[list[Way]] = [[] for _ in flow.points]
        for way in flow.ways:
            if way.looks:
                self._looks[way.source].append(way)
            else:
                self._from[way.source].append(self._passage(way))
        self.sets: list[Sets | None] = [None for _ in flow.points]
        self._settle()

    def _passage(self, way: Way) -> Passage:
        return Passage(way, self._narrows(way), self._shifts.of(way.ops))

    def _narrows(self, way: Way) -> tuple[Narrow, ...]:
        return tuple(self.domains.narrow(guard.tree, wanted=guard.wanted) for guard in asked(way))

    def _settle(self) -> None:
        order = _order(self.flow.begin, self._from)
        self.sets[self.flow.begin] = [
            domain.of(self.flow.start[domain.key]) if not domain.wide else 1 for domain in self.domains.all
        ]
        grown = [0] * len(self.flow.points)
        waiting = [(order[self.flow.begin], self.flow.begin)]
        queued = {self.flow.begin}
        taken = 0
        while waiting:
            taken += 1
            if not taken % _BETWEEN and not self._goes_on():
                raise StoppedError
            _, point = heappop(waiting)
            queued.discard(point)
            sets = self.sets[point]
            assert sets is not None
            for passage in self._from[point]:
                after = passage.through(sets)
                to = passage.way.to
                if after is not None and self._join(to, after, grown) and to not in queued:
                    queued.add(to)
                    heappush(waiting, (order[to], to))

    def _join(self, to: int, after: Sets, grown: list[int]) -> bool:
        """Add to what may be at a point; whether that was new."""
        before = self.sets[to]
        if before is None:
            self.sets[to] = after
            return True
        if before is after:
            return False
        both = list(map(or_, before, after))
        if both == before:
            return False
        grown[to] += 1
        if grown[to] > _PATIENCE:
            both = [
                new if new == old else domain.strides(new)
                for new, old, domain in zip(both, before, self.domains.all, strict=True)
            ]
        self.sets[to] = both
        return True

    def passages(self, point: int) -> list[Passage]:
        """The ways on from a point, made ready."""
        return self._from[point]

    def looks(self, point: int) -> list[Way]:
        """What is met at a point without going on from it."""
        return self._looks[point]

    def reached(self, point: int) -> bool:
        """Whether anybody may come to a point."""
        return self.sets[point] is not None

    def possible(self, point: int, key: Key) -> tuple[Value, ...]:
        """What a key may be at a point, in order; nothing where nobody comes. Of what is not followed: nothing too."""
        sets, domain = self.sets[point], self.domains[key]
        return () if sets is None or domain.wide else tuple(domain.inside(sets[self.domains.places[key]]))

    def within(self, point: int, key: Key, value: Value) -> bool:
        """Whether a key may be this at a point."""
        sets, domain = self.sets[point], self.domains[key]
        return sets is not None and (domain.wide or bool(sets[self.domains.places[key]] & domain.bit(value)))

    def open(self, way: Way) -> bool:
        """Whether anybody may go a way."""
        sets = self.sets[way.source]
        if sets is None:
            return False
        left = sets.copy()
        return all(narrow(left) for narrow in self._narrows(way))

    def leaving(self, point: int) -> tuple[Way, ...]:
        """The ways from a point that somebody may go."""
        return tuple(passage.way for passage in self._from[point] if self.open(passage.way))

    def covers(self, point: int, ways: list[Way]) -> bool:
        """Whether at a point one of these ways is always open, whatever the values are there."""
        sets = self.sets[point]
        if sets is None:
            return True
        return not self._all_closed(sets, [asked(way) for way in ways])

    def _all_closed(self, sets: Sets, ways: list[tuple[Guard, ...]]) -> bool:
        """Whether all these ways may be closed at once, as far as can be told."""
        if not ways:
            return True
        if not ways[0]:
            return False
        for number, guard in enumerate(ways[0]):
            left = sets.copy()
            before = ways[0][:number]
            if (
                all(self.domains.narrow(one.tree, wanted=one.wanted)(left) for one in before)
                and self.domains.narrow(guard.tree, wanted=not guard.wanted)(left)
                and self._all_closed(left, ways[1:])
            ):
                return True
        return False

    def met(self) -> set[Target]:
        """Every target that may be met, as far as can be told."""
        return {target for way in self.flow.ways if way.meets and self.open(way) for target in way.meets}

    def failing(self, way: Way) -> Guard | None:
        """The first of what a way asks that can't hold where it begins."""
        sets = self.sets[way.source]
        if sets is None:
            return None
        left = sets.copy()
        for guard in asked(way):
            if not self.domains.narrow(guard.tree, wanted=guard.wanted)(left):
                return guard
        return None


def asked(way: Way) -> tuple[Guard, ...]:
    """What a way asks, its odds with it: a check may pass only where they are more than 0."""
    if way.odds is None:
        return way.guards
    tree, passed = way.odds
    return *way.guards, Guard(stands(tree, ">", 0) if passed else stands(tree, "<", 100))


def _order(begin: int, leaving: list[list[Passage]]) -> list[int]:
    """Points in an order in which most ways lead onward: so that few are looked at twice."""
    order, seen, count = [0] * len(leaving), {begin}, len(leaving)
    stack = [(begin, iter(leaving[begin]))]
    while stack:
        point, ways = stack[-1]
        for passage in ways:
            to = passage.way.to
            if to not in seen:
                seen.add(to)
                stack.append((to, iter(leaving[to])))
                break
        else:
            stack.pop()
            count -= 1
            order[point] = count
    return order
