"""Targets one by one: the values that matter to each kept exact, all others as they are possible at each point.

Where something seems to lead to a target, the way there is gone over once more by itself; what fails on it is kept
exact from then on, and it is searched again: until nothing leads there, nothing fails on the way, or it grows too much.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from game.analysis.explore.flow import Add, Chance, Either, Forget, Op, Put
from game.analysis.explore.sets import Narrow, Sets
from game.analysis.explore.shifts import keys_changed
from game.analysis.explore.values import Passage, Values, asked
from game.expr.syntax import Expr, keys_of
from game.expr.types import Key

MOST_NODES = 40_000
MOST_KEYS = 48
_SPLIT = 256
"""Into so many single values a step may lead at once."""

Bits = tuple[int, ...]
Node = tuple[int, Bits]


@dataclass(frozen=True, slots=True)
class Goal:
    """What is looked for: at some ``points``, all of these conditions as wanted."""

    points: dict[int, tuple[tuple[tuple[Expr, bool], ...], ...]]

    @property
    def keys(self) -> set[Key]:
        """What its conditions read."""
        return {key for every in self.points.values() for asks in every for tree, _ in asks for key in keys_of(tree)}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a search: a proof by these ``keys``, a ``path`` that seems to lead there, or the ``limit`` met."""

    nodes: int
    keys: tuple[Key, ...]
    proved: bool = False
    path: tuple[Passage, ...] = ()
    limit: str = ""


class Tracked:
    """Searches over the values of one flow; ``goes_on`` counts what is looked at, and says whether to go on."""

    def __init__(self, values: Values, goes_on: Callable[[int], bool]) -> None:
        self._values = values
        self._goes_on = goes_on
        self._into: dict[int, set[int]] = {}
        for point in range(len(values.flow.points)):
            for passage in values.passages(point):
                self._into.setdefault(passage.way.to, set()).add(point)

    def settle(self, goal: Goal) -> Outcome:
        """Search for a goal, keeping more and more values exact."""
        keys = [key for key in sorted(goal.keys) if self._may_track(key)]
        if len(keys) > MOST_KEYS:
            return Outcome(0, (), limit=f"it asks for {len(keys)} values at once")
        nodes = 0
        while True:
            search = _Search(self._values, goal, tuple(keys), self._leading(goal))
            found = search.run(self._goes_on)
            nodes += search.nodes
            if found is None:
                if search.limit:
                    return Outcome(nodes, tuple(keys), limit=search.limit)
                return Outcome(nodes, tuple(keys), proved=True)
            failing = self._failing(found, tuple(keys))
            if failing is None:
                return Outcome(nodes, tuple(keys), path=tuple(passage for _, passage in found.steps))
            more = [key for key in sorted(failing) if key not in keys and self._may_track(key)]
            if not more or len(keys) + len(more) > MOST_KEYS:
                return Outcome(nodes, tuple(keys), limit=f"more than {len(keys)} values would have to be kept exact")
            keys += more

    def _may_track(self, key: Key) -> bool:
        return key in self._values.domains.places and not self._values.domains[key].wide

    def _leading(self, goal: Goal) -> set[int]:
        """The points from which some point of the goal can be come to."""
        found, edge = set(goal.points), list(goal.points)
        while edge:
            for before in self._into.get(edge.pop(), ()):
                if before not in found:
                    found.add(before)
                    edge.append(before)
        return found

    def _failing(self, found: "Found", keys: tuple[Key, ...]) -> frozenset[Key] | None:
        """What is read by the first thing that fails where this way is gone by itself; None where nothing does."""
        values = self._values
        narrow, places = values.domains.narrow, [values.domains.places[key] for key in keys]
        begin = values.sets[values.flow.begin]
        assert begin is not None
        sets = begin.copy()
        exact = [*(bits for bits, _ in found.steps), found.bits]
        _keep(sets, places, exact[0])
        for (_, passage), bits in zip(found.steps, exact[1:], strict=True):
            for guard in asked(passage.way):
                if not narrow(guard.tree, wanted=guard.wanted)(sets):
                    return frozenset(keys_of(guard.tree))
            for shift in passage.shifts:
                shift(sets)
            gone = _keep(sets, places, bits)
            if gone:
                return sources(passage.way.ops, frozenset(keys[places.index(place)] for place in gone))
        for tree, wanted in found.asks:
            if not narrow(tree, wanted=wanted)(sets):
                return frozenset(keys_of(tree))
        return None


def _keep(sets: Sets, places: list[int], bits: Bits) -> list[int]:
    """Keep of what is exact only these values; return the places of which nothing is left."""
    for place, bit in zip(places, bits, strict=True):
        sets[place] &= bit
    return [place for place in places if not sets[place]]


def sources(ops: Iterable[Op], wanted: frozenset[Key]) -> frozenset[Key]:
    """What these keys go by, where these changes are made one after another: the keys that matter before them."""
    for op in reversed(tuple(ops)):
        if not keys_changed((op,)) & wanted:
            continue
        match op:
            case Add():
                wanted |= keys_of(op.amount)
            case Put():
                wanted = wanted - {op.key} | keys_of(op.value)
            case Forget():
                wanted -= {op.key}
            case Either():
                wanted = sources(op.then, wanted) | sources(op.otherwise, wanted) | keys_of(op.when)
            case Chance():
                inner = [sources(each, wanted) for _, _, _, each in op.outcomes]
                asked_for = [frozenset(keys_of(when)) for _, _, when, _ in op.outcomes if when is not None]
                wanted = wanted.union(*inner, *asked_for)
    return wanted


@dataclass(frozen=True, slots=True)
class Found:
    """A way that seems to lead to a goal: its ``steps``, each with the exact values before it, and where it ends."""

    steps: tuple[tuple[Bits, Passage], ...]
    bits: Bits
    asks: tuple[tuple[Expr, bool], ...]


class _Search:
    """One search, with these keys exact."""

    def __init__(self, values: Values, goal: Goal, keys: tuple[Key, ...], leading: set[int]) -> None:
        self._values = values
        self._leading = leading
        self._places = [values.domains.places[key] for key in keys]
        narrow = values.domains.narrow
        self._goal: dict[int, list[tuple[tuple[Narrow, ...], tuple[tuple[Expr, bool], ...]]]] = {
            point: [(tuple(narrow(tree, wanted=wanted) for tree, wanted in asks), asks) for asks in every]
            for point, every in goal.points.items()
        }
        self._before: dict[Node, tuple[Node, Passage] | None] = {}
        self.limit = ""

    @property
    def nodes(self) -> int:
        """How many places, each with its exact values, were come to."""
        return len(self._before)

    def run(self, goes_on: Callable[[int], bool]) -> Found | None:
        """Look for a way to the goal; None where there is none, or the ``limit`` was met."""
        begin = self._values.flow.begin
        sets = self._values.sets[begin]
        assert sets is not None
        waiting: deque[Node] = deque()
        for bits in self._single(sets):
            self._before[begin, bits] = None
            waiting.append((begin, bits))
        while waiting:
            if not goes_on(1):
                self.limit = f"stopped with {len(self._places)} values kept exact"
                return None
            if len(self._before) > MOST_NODES:
                self.limit = f"more than {MOST_NODES:,} places, each with {len(self._places)} values kept exact"
                return None
            node = waiting.popleft()
            asks = self._met(node)
            if asks is not None:
                return self._way(node, asks)
            for after, passage in self._steps(node):
                if after not in self._before:
                    self._before[after] = node, passage
                    waiting.append(after)
        return None

    def _at(self, node: Node) -> Sets:
        point, bits = node
        sets = self._values.sets[point]
        assert sets is not None
        sets = sets.copy()
        for place, bit in zip(self._places, bits, strict=True):
            sets[place] &= bit
        return sets

    def _met(self, node: Node) -> tuple[tuple[Expr, bool], ...] | None:
        for narrows, asks in self._goal.get(node[0], ()):
            sets = self._at(node)
            if all(narrow(sets) for narrow in narrows):
                return asks
        return None

    def _steps(self, node: Node) -> Iterator[tuple[Node, Passage]]:
        sets = self._at(node)
        for passage in self._values.passages(node[0]):
            to = passage.way.to
            if to not in self._leading or self._values.sets[to] is None:
                continue
            after = passage.through(sets)
            if after is not None:
                for bits in self._single(after):
                    yield (to, bits), passage

    def _single(self, sets: Sets) -> Iterator[Bits]:
        """The exact values in these sets, each by itself; all of them as one where they are too many."""
        inside = [sets[place] for place in self._places]
        if all(bits & (bits - 1) == 0 for bits in inside) or prod(bits.bit_count() for bits in inside) > _SPLIT:
            yield tuple(inside)
        else:
            yield from product(*map(_apart, inside))

    def _way(self, node: Node, asks: tuple[tuple[Expr, bool], ...]) -> Found:
        steps: list[tuple[Bits, Passage]] = []
        end, before = node[1], self._before[node]
        while before is not None:
            node, passage = before
            steps.append((node[1], passage))
            before = self._before[node]
        return Found(tuple(steps[::-1]), end, asks)


def _apart(bits: int) -> list[int]:
    found = []
    while bits:
        found.append(bits & -bits)
        bits ^= found[-1]
    return found
