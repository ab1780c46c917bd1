"""What changes make of sets of values."""

from collections.abc import Callable, Iterable

from game.analysis.explore.flow import Add, Chance, Either, Forget, Op, Put
from game.analysis.explore.sets import Domain, Domains, Narrow, Sets
from game.engine.effects import scaled
from game.expr.syntax import Expr, Literal, keys_of
from game.expr.types import Key
from game.model.world import Meter

Shift = Callable[[Sets], None]
"""Makes of a state of sets what a change makes of every state in it."""


def keys_changed(ops: Iterable[Op]) -> set[Key]:
    """Every key that these changes may change."""
    found: set[Key] = set()
    for op in ops:
        match op:
            case Add() | Put() | Forget():
                found.add(op.key)
            case Either():
                found |= keys_changed((*op.then, *op.otherwise))
            case Chance():
                for _, _, _, inner in op.outcomes:
                    found |= keys_changed(inner)
    return found


class Shifts:
    """Makes changes into shifts, each once."""

    def __init__(self, domains: Domains) -> None:
        self._domains = domains
        self._known: dict[int, tuple[Op, Shift]] = {}

    def of(self, ops: Iterable[Op]) -> tuple[Shift, ...]:
        """The shifts of these changes, in order."""
        found: list[Shift] = []
        for op in ops:
            known = self._known.get(id(op))
            if known is None:
                known = self._known[id(op)] = op, self._of(op)
            found.append(known[1])
        return tuple(found)

    def _of(self, op: Op) -> Shift:
        match op:
            case Put():
                return self._put(op)
            case Add():
                return self._add(op)
            case Forget():
                place, bits = self._domains.places[op.key], self._domains[op.key].of(op.among)

                def forget(sets: Sets) -> None:
                    sets[place] = bits

                return forget
            case Either():
                return self._either(op)
            case Chance():
                return self._chance(op)

    def _put(self, op: Put) -> Shift:
        place, domain = self._domains.places[op.key], self._domains[op.key]
        if isinstance(op.value, Literal):
            bit = domain.bit(op.value.value)

            def put(sets: Sets) -> None:
                sets[place] = bit

            return put
        results = self._domains.results(op.value)

        def put_any(sets: Sets) -> None:
            found = results(sets)
            sets[place] = domain.full if found is None else domain.of(tuple(found))

        return put_any

    def _add(self, op: Add) -> Shift:
        place, domain = self._domains.places[op.key], self._domains[op.key]
        if domain.wide:
            return lambda _sets: None
        if op.meter is not None:
            return self._adjust(op, op.meter)
        if isinstance(op.amount, Literal):
            by = -int(op.amount.value) if op.down else int(op.amount.value)

            def add(sets: Sets) -> None:
                sets[place] = moved(sets[place], by, domain)

            return add if (op.low, op.high) == (domain.low, domain.high) else _cut(add, op, domain, place)
        results = self._domains.results(op.amount)

        def add_any(sets: Sets) -> None:
            found, before, after = results(sets), sets[place], 0
            if found is None:
                after = domain.full
            else:
                for amount in found:
                    after |= moved(before, -int(amount) if op.down else int(amount), domain)
            sets[place] = after

        return add_any

    def _adjust(self, op: Add, meter: Meter) -> Shift:
        """A meter near whose ends a change counts less, or more or less by what is so."""
        place, domain, sign = self._domains.places[op.key], self._domains[op.key], -1 if op.down else 1
        results = self._domains.results(op.amount)
        gains = [(self._may(gain.when.checked.tree), (gain.times.over, gain.times.under)) for gain in meter.gains]
        known: dict[tuple[frozenset[int], tuple[tuple[int, int], ...]], tuple[tuple[int, int], ...]] = {}

        def adjust(sets: Sets) -> None:
            found, before = results(sets), sets[place]
            if found is None:
                sets[place] = domain.full
                return
            written = frozenset(sign * int(amount) for amount in found)
            factors: set[tuple[int, int]] = {(1, 1)}
            if any(amount > 0 for amount in written):
                for may, (over, under) in gains:
                    holds, fails = may(sets)
                    times = {(one * over, other * under) for one, other in factors} if holds else set()
                    factors = times | (factors if fails else set())
            asked = written, tuple(sorted(factors))
            if asked not in known:
                known[asked] = _adjusted(written, asked[1], domain, meter)
            after = 0
            for zone, by in known[asked]:
                if before & zone:
                    after |= moved(before & zone, by, domain)
            sets[place] = after

        return adjust

    def _may(self, tree: Expr) -> Callable[[Sets], tuple[bool, bool]]:
        """Whether a condition may hold, and whether it may not."""
        yes, no = self._domains.narrow(tree, wanted=True), self._domains.narrow(tree, wanted=False)
        return lambda sets: (yes(list(sets)), no(list(sets)))

    def _either(self, op: Either) -> Shift:
        sides = (
            ((self._domains.narrow(op.when, wanted=True),), self.of(op.then)),
            ((self._domains.narrow(op.when, wanted=False),), self.of(op.otherwise)),
        )
        return self._any_of(sides, keys_of(op.when) | keys_changed((op,)))

    def _chance(self, op: Chance) -> Shift:
        narrow = self._domains.narrow
        sides: list[tuple[tuple[Narrow, ...], tuple[Shift, ...]]] = []
        asked = set(keys_changed((op,)))
        for _, weight, when, ops in op.outcomes:
            asked |= set() if when is None else keys_of(when)
            if weight:
                sides.append((() if when is None else (narrow(when, wanted=True),), self.of(ops)))
        if all(when is not None for _, _, when, _ in op.outcomes):
            none = tuple(narrow(when, wanted=False) for _, _, when, _ in op.outcomes if when is not None)
            if op.if_none == "nothing":
                sides.append((none, ()))
            for name, weight, _, ops in op.outcomes:
                if op.if_none == name or (op.if_none == "all" and weight):
                    sides.append((none, self.of(ops)))
        return self._any_of(tuple(sides), asked)

    def _any_of(self, sides: tuple[tuple[tuple[Narrow, ...], tuple[Shift, ...]], ...], keys: Iterable[Key]) -> Shift:
        """What any of several ways to go on makes of a state, each open where its conditions leave something."""
        places = [self._domains.places[key] for key in keys]

        def shift(sets: Sets) -> None:
            before = [sets[place] for place in places]
            after = [0] * len(places)
            for narrows, shifts in sides:
                if all(narrow(sets) for narrow in narrows):
                    for each in shifts:
                        each(sets)
                    after = [bits | sets[place] for bits, place in zip(after, places, strict=True)]
                for place, bits in zip(places, before, strict=True):
                    sets[place] = bits
            for place, bits in zip(places, after, strict=True):
                sets[place] = bits

        return shift


def _cut(add: Shift, op: Add, domain: Domain, place: int) -> Shift:
    """The same, cut to narrower bounds than those of what it moves."""
    lowest, highest = op.low - domain.low, op.high - domain.low
    inside = (2 << highest) - (1 << lowest)

    def cut(sets: Sets) -> None:
        add(sets)
        bits = sets[place]
        sets[place] = (
            bits & inside
            | ((1 << lowest) if bits & ((1 << lowest) - 1) else 0)
            | ((1 << highest) if bits >> highest else 0)
        )

    return cut


def moved(bits: int, by: int, domain: Domain) -> int:
    """A set of numbers moved by so much; what would leave the range stays at its end."""
    size = len(domain.values)
    if by >= 0:
        by = min(by, size)
        over = bits >> (size - by) if by else 0
        return (bits << by) & domain.full | (1 << (size - 1) if over else 0)
    by = min(-by, size)
    return bits >> by | (1 if bits & ((1 << by) - 1) else 0)


def _adjusted(
    written: frozenset[int], factors: tuple[tuple[int, int], ...], domain: Domain, meter: Meter
) -> tuple[tuple[int, int], ...]:
    """By how much a meter is moved from where: sets of values, each with what is added to all of them."""
    zones: dict[int, int] = {}
    for value in domain.values:
        assert isinstance(value, int)
        for amount in written:
            distance = meter.high - value if amount > 0 else value - meter.low
            soft = next((factor for near, factor in meter.soft if distance <= near), None)
            over, under = (1, 1) if soft is None else (soft.over, soft.under)
            for more, less in factors if amount > 0 else ((1, 1),):
                by = scaled(amount, over * more, under * less) if amount else 0
                zones[by] = zones.get(by, 0) | domain.bit(value)
    return tuple((zone, by) for by, zone in zones.items())
