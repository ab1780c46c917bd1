"""Which values of each key must be told apart at each point, and so in how many states a reader can be there at most.

Two values are of one class at a point where nothing that may come from there on depends on which of them it is: every
question comes out alike for both, and every course takes both to one class again. That is found backward from the
questions, circles included, as in minimizing an automaton (Moore, "Gedanken-experiments on sequential machines", 1956).
A key of one class is none: nobody asks for it any more. So to follow classes is as exact as to follow values.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush

from game.analysis.explore.courses import CLOSED, Course, Map, Questions
from game.analysis.explore.coursing import courses_of
from game.analysis.explore.flow import Way
from game.analysis.explore.legs import Axis, Grid, Lattice, Leg, backward, join
from game.analysis.explore.values import Values
from game.expr.syntax import Expr
from game.expr.types import Key

_FEW = 12
"""Of more values than these, classes are made only where there are half as many: what moves on as it is moves fast."""
_PATIENCE = 12
"""After so many times that the classes of a point grew in number, all its values are told apart that must be at all."""


def lattice_of(values: Values, ways: Iterable[Way], *, odds: bool = False) -> Lattice:
    """The lattice on which these ways are followed: those that lead on, and those that ask what is to be known.

    With ``odds`` values are told apart by the odds of checks and draws too. Raises TooManyError where a way can't be
    followed.
    """
    questions = Questions(values.domains)
    leaving: list[list[Leg]] = [[] for _ in values.flow.points]
    for way in ways:
        sets = values.sets[way.source]
        if sets is not None and values.open(way):
            courses = courses_of(way, questions, sets)
            if courses:
                leaving[way.source].append(Leg(way, courses, way.source, way.to, way.looks))
    lattice = Lattice(values, questions, leaving, [[point] for point in values.flow.points])
    join(lattice)
    lattice.grids = _Classes(lattice, odds).settled()
    return lattice


class _Classes:
    def __init__(self, lattice: Lattice, odds: bool) -> None:
        self._lattice, self._odds = lattice, odds
        self._values, self._domains = lattice.values, lattice.values.domains
        self._classes: list[dict[Key, Map]] = [{} for _ in range(lattice.points)]
        self._grown = [0] * lattice.points
        self._kinds: dict[tuple[int, Key], tuple[Expr, Map]] = {}

    def settled(self) -> list[Grid]:
        """Tell apart more and more, until what is told apart at a point is enough for what is asked beyond it."""
        lattice = self._lattice
        into: list[set[int]] = [set() for _ in range(lattice.points)]
        for point, legs in enumerate(lattice.leaving):
            for leg in legs:
                if not leg.looks:
                    into[leg.to].add(point)
        order = {point: number for number, point in enumerate(backward(lattice))}
        waiting = [(number, point) for point, number in order.items()]
        heapify(waiting)
        queued = set(order)
        while waiting:
            _, point = heappop(waiting)
            queued.discard(point)
            if self._refine(point):
                for before in into[point] - queued:
                    queued.add(before)
                    heappush(waiting, (order[before], before))
        return [self._grid(point) for point in range(lattice.points)]

    def _refine(self, point: int) -> bool:
        """Tell apart at a point what its legs do; whether that is more than before."""
        found = self._told(point)
        if found == self._classes[point]:
            return False
        self._grown[point] += 1
        if self._grown[point] > _PATIENCE:
            sets = self._values.sets[point]
            assert sets is not None
            found = {key: _apart(sets[self._domains.places[key]], self._lattice.questions.size(key)) for key in found}
        changed = found != self._classes[point]
        self._classes[point] = found
        return changed

    def _told(self, point: int) -> dict[Key, Map]:
        sets = self._values.sets[point]
        assert sets is not None
        columns: dict[Key, dict[Map, None]] = {}
        for leg in self._lattice.leaving[point]:
            after = {} if leg.looks else self._classes[leg.to]
            for course in leg.courses:
                self._compare(course, after, columns)
            if self._odds:
                for tree in _chances(leg.way):
                    for key in self._lattice.questions.of(tree).keys:
                        columns.setdefault(key, {})[self._kind(tree, key)] = None
        found: dict[Key, Map] = {}
        for key, told in columns.items():
            bits = sets[self._domains.places[key]]
            classes = _classes(bits, tuple(told))
            most = max(classes) + 1
            if most > 1:
                few = bits.bit_count() <= _FEW or most * 2 <= bits.bit_count()
                found[key] = classes if few else _apart(bits, len(classes))
        return found

    def _compare(self, course: Course, after: Mapping[Key, Map], columns: dict[Key, dict[Map, None]]) -> None:
        """What a course asks of each key, and to which classes it takes it."""
        for key, course_map in course.maps.items():
            classes = after.get(key)
            column = (
                tuple([0 if to != CLOSED else CLOSED for to in course_map])
                if classes is None
                else tuple([classes[to] if to != CLOSED else CLOSED for to in course_map])
            )
            columns.setdefault(key, {})[column] = None
        for key, classes in after.items():
            if key not in course.maps:
                columns.setdefault(key, {})[classes] = None
        for joint in course.joints:
            for key, course_map in joint.maps:
                kind = self._kind(joint.tree, key)
                column = tuple([kind[to] if to != CLOSED else CLOSED for to in course_map])
                columns.setdefault(key, {})[column] = None

    def _kind(self, tree: Expr, key: Key) -> Map:
        found = self._kinds.get((id(tree), key))
        if found is None:
            found = self._kinds[id(tree), key] = tree, self._lattice.questions.of(tree).kinds(key)
        return found[1]

    def _grid(self, point: int) -> Grid:
        sets = self._values.sets[point]
        if sets is None:
            return Grid((), {})
        classes = self._classes[point]
        rest = {
            one.key: (bits & -bits).bit_length() - 1
            for one, bits in zip(self._domains.all, sets, strict=True)
            if one.key not in classes
        }
        ordered = sorted(classes.items(), key=lambda one: (len(one[1]), self._domains.places[one[0]]))
        return Grid(tuple(Axis(key, each, _one_of_each(each)) for key, each in ordered), rest)


def _chances(way: Way) -> Iterator[Expr]:
    """What chance goes by on a way."""
    if way.odds is not None:
        yield way.odds[0]
    if way.draw is not None:
        yield from (when for _, _, when, _ in way.draw.outcomes if when is not None)


def _apart(bits: int, size: int) -> Map:
    """Every value that is possible in a class of its own."""
    count, found = 0, list[int]()
    for place in range(size):
        found.append(count if bits >> place & 1 else CLOSED)
        count += bits >> place & 1
    return tuple(found)


def _classes(bits: int, columns: Sequence[Map]) -> Map:
    """Classes of the values that are possible: of two in one class, every column says the same."""
    size = len(columns[0])
    known: dict[tuple[int, ...], int] = {}
    rows = zip(*columns, strict=True)
    numbered = zip(range(size), rows, strict=True)
    return tuple([known.setdefault(row, len(known)) if bits >> place & 1 else CLOSED for place, row in numbered])


def _one_of_each(classes: Map) -> Map:
    found: dict[int, int] = {}
    for place, each in enumerate(classes):
        if each != CLOSED:
            found.setdefault(each, place)
    return tuple(found[each] for each in sorted(found))
