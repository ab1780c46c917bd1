"""The courses that a way may take: on each, every value goes its own way, whatever the others are.

What hangs on several values at once is parted: a change by an amount that another value says becomes a course for each
amount, a condition with ``or`` a course for each of its sides. What can't be parted (``heat > cold``) stays, as a joint
question. So a course is a map for each value, and can be done to all states at once. No two courses of a way are open
in one state, but where chance decides between them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import prod

from game.analysis.explore.flow import Move
from game.analysis.explore.sets import Domains, Sets
from game.expr.compile import compile_tree
from game.expr.syntax import Binary, Expr, Unary, keys_of
from game.expr.types import Key, Value

MOST = 2_048
"""A way of more courses is too much to look at."""
TABLE = 1 << 20
"""So many combinations of values a joint question may have."""
CLOSED = -1
Map = tuple[int, ...]
"""For each place of a value's domain the place that it goes to; ``CLOSED`` where the course is not open for it."""


class TooManyError(Exception):
    """A way parts into too many courses, or a question is about too many values; the message says so."""


@dataclass(frozen=True, slots=True)
class Joint:
    """Asks several values at once: ``tree``, with each key as its map has made it by then."""

    tree: Expr
    wanted: bool
    maps: tuple[tuple[Key, Map], ...]


@dataclass(frozen=True, slots=True)
class Course:
    """One: ``maps`` of what it asks or changes, questions about several values, what luck says, and how likely."""

    maps: Mapping[Key, Map]
    joints: tuple[Joint, ...] = ()
    luck: tuple[Move, ...] = ()
    chance: float = 1.0

    def at(self, key: Key, place: int) -> int:
        """Where one value goes."""
        found = self.maps.get(key)
        return place if found is None else found[place]


@dataclass(frozen=True, slots=True)
class Question:
    """A tree over several keys, asked of every combination: ``keys`` in order, what it says in ``answers``."""

    keys: tuple[Key, ...]
    sizes: tuple[int, ...]
    answers: tuple[Value, ...]

    def kinds(self, key: Key) -> Map:
        """For each place of one key its kind: of two of a kind nothing ever depends on which it is."""
        at = self.keys.index(key)
        step, size = prod(self.sizes[at + 1 :]), self.sizes[at]
        known: dict[tuple[Value, ...], int] = {}
        return tuple(
            known.setdefault(
                tuple(
                    self.answers[number]
                    for start in range(place * step, len(self.answers), step * size)
                    for number in range(start, start + step)
                ),
                len(known),
            )
            for place in range(size)
        )


class Asking:
    """Asks on courses that begin at one point, where these values are ``possible``."""

    def __init__(self, questions: "Questions", possible: Sets) -> None:
        self.questions, self.domains = questions, questions.domains
        self._possible = possible

    def ask(self, course: Course, tree: Expr, *, wanted: bool) -> Iterator[Course]:
        """The courses that go on where a condition comes out as ``wanted``. Raises TooManyError."""
        if isinstance(tree, Unary) and tree.op == "not":
            yield from self.ask(course, tree.operand, wanted=not wanted)
            return
        keys = keys_of(tree)
        if len(keys) <= 1:
            yield from self._ask_one(course, tree, next(iter(keys), None), wanted)
        elif isinstance(tree, Binary) and tree.op in ("and", "or"):
            for one in self.ask(course, tree.left, wanted=wanted):
                if (tree.op == "and") == wanted:
                    yield from self.ask(one, tree.right, wanted=wanted)
                else:
                    yield one
            if (tree.op == "and") != wanted:
                for one in self.ask(course, tree.left, wanted=not wanted):
                    yield from self.ask(one, tree.right, wanted=wanted)
        else:
            maps = tuple((key, self.map(course, key)) for key in self.questions.of(tree).keys)
            yield replace(course, joints=(*course.joints, Joint(tree, wanted, maps)))

    def _ask_one(self, course: Course, tree: Expr, key: Key | None, wanted: bool) -> Iterator[Course]:
        if key is None:
            if bool(compile_tree(tree, {})(())) == wanted:
                yield course
            return
        one = self.keep(course, key, self.questions.holding(tree, key, wanted=wanted))
        if any(place != CLOSED for place in one.maps[key]):
            yield one

    def map(self, course: Course, key: Key) -> Map:
        """What became of a value so far."""
        found = course.maps.get(key)
        if found is None:
            size, bits = self.questions.size(key), self._possible[self.domains.places[key]]
            found = tuple([place if bits >> place & 1 else CLOSED for place in range(size)])
        return found

    def now(self, course: Course, key: Key) -> list[int]:
        """The places at which a value may be by now."""
        return sorted({place for place in self.map(course, key) if place != CLOSED})

    def keep(self, course: Course, key: Key, holding: frozenset[int]) -> Course:
        """The same course, open only where a value is now at one of these places."""
        found = tuple([place if place in holding else CLOSED for place in self.map(course, key)])
        return replace(course, maps={**course.maps, key: found})

    def move(self, course: Course, key: Key, to: Callable[[Value], int]) -> Course:
        """The same course, with a value moved ``to`` other places."""
        values, before = self.domains[key].values, self.map(course, key)
        moved = {place: to(values[place]) for place in set(before) - {CLOSED}} | {CLOSED: CLOSED}
        return replace(course, maps={**course.maps, key: tuple([moved[place] for place in before])})


class Questions:
    """What conditions say of values, each asked once."""

    def __init__(self, domains: Domains) -> None:
        self.domains = domains
        self._answers: dict[int, tuple[Expr, Question]] = {}
        self._holding: dict[tuple[int, bool], tuple[Expr, frozenset[int]]] = {}

    def size(self, key: Key) -> int:
        """How many values a key may have. Raises TooManyError where they are not followed."""
        if self.domains[key].wide:
            raise TooManyError(f"`{key}` has too wide a range")
        return len(self.domains[key].values)

    def holding(self, tree: Expr, key: Key, *, wanted: bool) -> frozenset[int]:
        """The places of the values for which a condition comes out as ``wanted``, that asks one key."""
        found = self._holding.get((id(tree), wanted))
        if found is None:
            test, size = compile_tree(tree, {key: 0}), self.size(key)
            values = self.domains[key].values
            holding = frozenset(place for place in range(size) if bool(test((values[place],))) == wanted)
            found = self._holding[id(tree), wanted] = tree, holding
        return found[1]

    def of(self, tree: Expr) -> Question:
        """A tree asked of every combination of what it reads. Raises TooManyError."""
        found = self._answers.get(id(tree))
        if found is None:
            keys = tuple(sorted(keys_of(tree)))
            sizes = tuple(self.size(key) for key in keys)
            if prod(sizes) > TABLE:
                raise TooManyError(f"what asks for {len(keys)} values at once has too many cases")
            ask = compile_tree(tree, {key: number for number, key in enumerate(keys)})
            answers = tuple(ask(values) for values in product(*(self.domains[key].values for key in keys)))
            found = self._answers[id(tree)] = tree, Question(keys, sizes, answers)
        return found[1]
