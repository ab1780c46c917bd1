"""What a choice moves, as far as a reader can see it: compiled once beside its effects."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.expr.compile import Test, Values, compile_ask, compile_count, compile_test
from game.expr.types import Key
from game.model.effect import Assign, Change, Conditional, Draw, Effect, Later, PutUp
from game.model.world import Meter


@dataclass(frozen=True, slots=True)
class Touched:
    """A meter that a choice moves, by the amount written; ``size`` is the size word it was written with, if any."""

    meter: str
    written: int
    size: str


@dataclass(slots=True)
class Touches:
    """What a choice moves: meters a reader sees, and whether anything hidden moves too."""

    seen: dict[str, Touched] = field(default_factory=dict)
    hidden: bool = False


Trace = Callable[[Values, Touches], None]
"""Adds what one effect would move, by what is so now."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What readers can see: meters unless never shown or not yet, facts, the turn, and what they did.

    ``titled`` are the facts, and the words of sets, that have a name for readers.
    """

    slots: Mapping[Key, int]
    meters: Mapping[str, Meter]
    appears: Mapping[str, Test]
    facts: frozenset[str]
    titled: frozenset[Key]
    people: frozenset[str]

    def of(self, key: Key) -> Test:
        """Return whether a reader sees the value of ``key``, as a closure."""
        meter = self.meters.get(key)
        if meter is None:
            plain = key == "turn" or key in self.facts or key.startswith(("took(", "visits(", "has("))
            return lambda _values: plain
        if meter.shown == "never":
            return lambda _values: False
        return self.appears.get(meter.id, lambda _values: True)

    def all_of(self, keys: frozenset[Key]) -> Test:
        """Return whether a reader sees them all."""
        tests = [self.of(key) for key in sorted(keys)]
        return lambda values: all(test(values) for test in tests)

    def told(self, keys: frozenset[Key]) -> Test:
        """Return whether a reader can be told the values of them all: those seen that are shown as they are."""
        tests: list[Test] = []
        for key in sorted(keys):
            meter = self.meters.get(key)
            plain = key == "turn" or key in self.titled or key.startswith(("took(", "visits("))
            if not plain and (meter is None or meter.shown_as is not None):
                return lambda _values: False
            tests.append(self.of(key))
        return lambda values: all(test(values) for test in tests)


def compile_touches(effects: tuple[Effect, ...], sight: Sight) -> tuple[Trace, ...]:
    """Return what these effects would move, as closures, in order."""
    return tuple(trace for effect in effects if (trace := _trace(effect, sight)) is not None)


def _trace(effect: Effect, sight: Sight) -> Trace | None:
    match effect:
        case Conditional():
            return _conditional(effect, sight)
        case Change() if effect.target in sight.meters:
            return _change(effect, sight)
        case Assign() if effect.target in sight.meters:
            return _assign(effect, sight)
        case Later() | Draw() | PutUp():
            return _hide
        case Change() if effect.target in sight.people:
            return _hide
        case _:
            return None


def _hide(_values: Values, found: Touches) -> None:
    found.hidden = True


def _conditional(effect: Conditional, sight: Sight) -> Trace:
    """What depends on things a reader can't see must not be told by its touch."""
    seen, test = sight.all_of(effect.when.checked.keys), compile_test(effect.when.checked, sight.slots)
    do, otherwise = compile_touches(effect.do, sight), compile_touches(effect.otherwise, sight)

    def trace(values: Values, found: Touches) -> None:
        if not seen(values):
            found.hidden = True
            return
        for each in do if test(values) else otherwise:
            each(values, found)

    return trace


def _change(effect: Change, sight: Sight) -> Trace:
    seen, meter, size = sight.all_of(effect.amount.checked.keys | {effect.target}), effect.target, effect.amount.size
    amount, sign = compile_count(effect.amount.checked, sight.slots), -1 if effect.down else 1

    def trace(values: Values, found: Touches) -> None:
        if not seen(values):
            found.hidden = True
            return
        before = found.seen.get(meter)
        written = sign * amount(values)
        found.seen[meter] = Touched(meter, written, size) if before is None else _more(before, written)

    return trace


def _more(before: Touched, written: int) -> Touched:
    return Touched(before.meter, before.written + written, "")


def _assign(effect: Assign, sight: Sight) -> Trace:
    meter = sight.meters[effect.target]
    seen, ask = sight.all_of(effect.value.keys | {meter.id}), compile_ask(effect.value, sight.slots)
    slot, as_shown = sight.slots[meter.id], meter.shown_as is None

    def trace(values: Values, found: Touches) -> None:
        if not (as_shown and seen(values)):
            found.hidden = True
            return
        moved = max(meter.low, min(meter.high, int(ask(values)))) - values[slot]
        found.seen[meter.id] = Touched(meter.id, moved, "")

    return trace
