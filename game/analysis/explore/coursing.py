"""Ways made into courses: what they ask, then their changes, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from math import prod

from game.analysis.explore.courses import MOST, Asking, Course, Questions, TooManyError
from game.analysis.explore.flow import Add, Chance, Either, Forget, Move, Op, Put, Way
from game.analysis.explore.sets import Domain, Sets
from game.analysis.explore.values import asked
from game.engine.effects import scaled
from game.expr.compile import compile_tree
from game.expr.syntax import Expr, keys_of
from game.expr.types import Key, Value
from game.model.world import Meter


def courses_of(way: Way, questions: Questions, possible: Sets) -> tuple[Course, ...]:
    """The courses of a way from where these values are possible. Raises TooManyError."""
    asking = Asking(questions, possible)
    courses = [Course({})]
    for guard in asked(way):
        courses = [one for course in courses for one in asking.ask(course, guard.tree, wanted=guard.wanted)]
        _few(courses)
    return tuple(_Changing(asking).do(courses, way.ops))


def _few(courses: list[Course]) -> None:
    if len(courses) > MOST:
        raise TooManyError(f"a way parts into more than {MOST:,} courses")


class _Changing:
    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def do(self, courses: list[Course], ops: tuple[Op, ...]) -> list[Course]:
        for op in ops:
            courses = [one for course in courses for one in self._one(course, op)]
            _few(courses)
        return courses

    def _one(self, course: Course, op: Op) -> Iterator[Course]:
        if isinstance(op, Put | Add | Forget) and self._domain(op.key).wide:
            yield course  # who reads it is told so
            return
        match op:
            case Either():
                for wanted, inner in ((True, op.then), (False, op.otherwise)):
                    yield from self.do(list(self._asking.ask(course, op.when, wanted=wanted)), inner)
            case Chance():
                yield from self._chance(course, op)
            case Forget():
                for value in op.among:
                    yield self._asking.move(course, op.key, _always(_place(self._domain(op.key), value)))
            case Put():
                yield from self._each(course, op.key, op.value, lambda _before, said: said)
            case Add():
                yield from self._add(course, op)

    def _chance(self, course: Course, op: Chance) -> Iterator[Course]:
        """What may come is asked first, outcome by outcome; then chance decides among it."""
        may: list[tuple[Course, tuple[int, ...]]] = [(course, ())]
        for number, (_, _, when, _) in enumerate(op.outcomes):
            asked_so_far, may = may, []
            for one, so_far in asked_so_far:
                yes = [one] if when is None else self._asking.ask(one, when, wanted=True)
                may += [(each, (*so_far, number)) for each in yes]
                if when is not None:
                    may += [(each, so_far) for each in self._asking.ask(one, when, wanted=False)]
        for one, numbers in may:
            among = numbers or (tuple(range(len(op.outcomes))) if op.if_none == "all" else ())
            whole = sum(op.outcomes[number][1] for number in among)
            for name, weight, _, inner in (op.outcomes[number] for number in among):
                if weight:
                    luck = (*one.luck, Move(site=op.site, outcome=name))
                    yield from self.do([replace(one, luck=luck, chance=one.chance * weight / whole)], inner)
            if not among:
                inner = next((each for name, _, _, each in op.outcomes if name == op.if_none), ())
                yield from self.do([one], inner)

    def _add(self, course: Course, op: Add) -> Iterator[Course]:
        """A change by an amount; which gains of a meter count is asked first."""
        courses = [(course, 1, 1)]
        for gain in () if op.meter is None else op.meter.gains:
            tree, times = gain.when.checked.tree, gain.times
            courses = [
                (each, over * (times.over if wanted else 1), under * (times.under if wanted else 1))
                for one, over, under in courses
                for wanted in (True, False)
                for each in self._asking.ask(one, tree, wanted=wanted)
            ]
        for one, over, under in courses:

            def moved(before: Value, said: Value, over: int = over, under: int = under) -> Value:
                written = -int(said) if op.down else int(said)
                by = written if op.meter is None else _adjusted(op.meter, int(before), written, over, under)
                return max(op.low, min(op.high, int(before) + by))

            yield from self._each(one, op.key, op.amount, moved)

    def _each(self, course: Course, key: Key, tree: Expr, after: Callable[[Value, Value], Value]) -> Iterator[Course]:
        """A course for every combination of the other values that a change reads.

        ``after`` says what becomes of a value, where the tree says this.
        """
        others = sorted(keys_of(tree) - {key})
        inside = [self._asking.now(course, other) for other in others]
        if prod(len(places) for places in inside) > MOST:
            raise TooManyError(f"a change of `{key}` has more than {MOST:,} cases")
        ask = compile_tree(tree, {one: number for number, one in enumerate((*others, key))})
        domain = self._domain(key)
        for places in product(*inside):
            one = course
            for other, place in zip(others, places, strict=True):
                one = self._asking.keep(one, other, frozenset((place,)))
            given = tuple(self._domain(other).values[place] for other, place in zip(others, places, strict=True))

            def to(value: Value, given: tuple[Value, ...] = given) -> int:
                return _place(domain, after(value, ask((*given, value))))

            yield self._asking.move(one, key, to)

    def _domain(self, key: Key) -> Domain:
        return self._asking.domains[key]


def _always(place: int) -> Callable[[Value], int]:
    return lambda _value: place


def _place(domain: Domain, value: Value) -> int:
    return domain.bit(value).bit_length() - 1


def _adjusted(meter: Meter, before: int, written: int, over: int, under: int) -> int:
    """By how much a meter moves from here, as ``compile_adjust`` of the engine says; gains are already in a factor."""
    if not written:
        return 0
    if written < 0:
        over = under = 1
    distance = meter.high - before if written > 0 else before - meter.low
    soft = next((factor for near, factor in meter.soft if distance <= near), None)
    if soft is not None:
        over, under = over * soft.over, under * soft.under
    return scaled(written, over, under)
