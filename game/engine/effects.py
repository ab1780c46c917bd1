"""Effects as closures over a draft, compiled once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from game.engine.draft import Do, Draft
from game.engine.draws import compile_draw
from game.engine.events import Planned, Word
from game.engine.layout import planted
from game.engine.marks import compile_mark
from game.expr.compile import Test, Values, compile_ask, compile_count, compile_test
from game.expr.syntax import Literal
from game.expr.types import Key, Type, Whole
from game.model.effect import (
    Assign,
    Change,
    Conditional,
    Draw,
    Effect,
    Keep,
    Later,
    Pledge,
)
from game.model.world import Factor, Meter, Promise

OPEN, KEPT, BROKEN = 1, 2, 3
"""What a promise's slot holds once it was given."""


@dataclass(frozen=True, slots=True)
class Given:
    """What effects are compiled against."""

    slots: Mapping[Key, int]
    types: Mapping[Key, Type]
    meters: Mapping[str, Meter]
    promises: Mapping[str, Promise]
    turns: int
    """How many turns there are; 0 without a clock. What would come due later than the last never does."""
    kept: dict[str, Do] = field(default_factory=dict)
    """What follows when a promise is kept; filled once every promise is compiled, for one may keep another."""


def compile_effects(effects: tuple[Effect, ...], because: str, given: Given) -> tuple[Do, ...]:
    """Return the effects as closures, in order; ``because`` is the reason each change keeps.

    Changes by always as much that stand together, which most of what happens are, become one closure over a table.
    """
    found: list[Do] = []
    table: list[_Row] = []
    for effect in effects:
        row = _row(effect, given)
        if row is not None:
            table.append(row)
            continue
        if table:
            found.append(_in_turn(tuple(table), because))
            table = []
        found.append(_effect(effect, because, given))
    if table:
        found.append(_in_turn(tuple(table), because))
    return tuple(found)


class _Row(NamedTuple):
    """A change by always as much within a range; or, where there is no range, what is set."""

    slot: int
    key: Key
    by: Any
    low: int | None
    high: int


def _row(effect: Effect, given: Given) -> _Row | None:
    """An effect as a row, if it is one that never varies."""
    match effect:
        case Change(amount=amount) if isinstance(amount.checked.tree, Literal):
            meter, found = given.meters.get(effect.target), given.types[effect.target]
            if meter is not None and (meter.soft or meter.gains):
                return None
            assert isinstance(found, Whole)
            by = int(amount.checked.tree.value)
            return _Row(given.slots[effect.target], effect.target, -by if effect.down else by, found.low, found.high)
        case Assign(value=value) if isinstance(value.tree, Literal):
            found, after = given.types[effect.target], value.tree.value
            if isinstance(found, Whole):
                after = max(found.low, min(found.high, int(after)))
            return _Row(given.slots[effect.target], effect.target, after, None, 0)
        case _:
            return None


def _in_turn(table: tuple[_Row, ...], because: str) -> Do:
    def change(draft: Draft) -> None:
        values: list[Any] = draft.values
        for slot, key, by, low, high in table:
            before = values[slot]
            if low is None:
                after = by
            else:
                after = before + by
                if after > high:
                    after = high
                elif after < low:
                    after = low
            if after != before:
                values[slot] = after
                if draft.heard:
                    draft.changed(key, before, after, because)

    return change


def _effect(effect: Effect, because: str, given: Given) -> Do:
    match effect:
        case Change():
            return _change(effect, because, given)
        case Assign():
            return _assign(effect, because, given)
        case Conditional():
            return _conditional(effect, because, given)
        case Draw():
            done = {one.id: compile_effects(one.do, because, given) for one in effect.outcomes}
            return compile_draw(effect, done, given.slots)
        case Later():
            return _later(effect, given)
        case Pledge():
            return _pledge(effect, given)
        case Keep():
            return _keep(effect, given)
        case _:
            return compile_mark(effect, given.slots)


def _change(effect: Change, because: str, given: Given) -> Do:
    slot, key = given.slots[effect.target], effect.target
    amount = compile_count(effect.amount.checked, given.slots)
    sign = -1 if effect.down else 1
    meter = given.meters.get(key)
    if meter is not None and (meter.soft or meter.gains):
        adjust = compile_adjust(meter, given)
        return lambda draft: draft.change(slot, key, adjust(sign * amount(draft.values), draft.values), because)
    found = given.types[key]
    assert isinstance(found, Whole)
    low, high = found.low, found.high

    def change(draft: Draft) -> None:
        values: Values = draft.values
        draft.change(slot, key, max(low, min(high, values[slot] + sign * amount(values))), because)

    return change


def compile_adjust(meter: Meter, given: Given) -> Callable[[int, Values], int]:
    """Return the way a written change becomes the meter's next value.

    Near an end a change toward it counts less (by where the meter stands before the change), a gain counts as its
    ``gains`` say; all factors are multiplied first, the product is rounded once, half away from zero, never to 0, and
    the value is cut to the meter's range.
    """
    slot, low, high = given.slots[meter.id], meter.low, meter.high
    soft = meter.soft
    gains: tuple[tuple[Test, Factor], ...] = tuple(
        (compile_test(gain.when.checked, given.slots), gain.times) for gain in meter.gains
    )

    def adjust(written: int, values: Values) -> int:
        before: int = values[slot]
        if written == 0:
            return before
        distance = high - before if written > 0 else before - low
        over = under = 1
        for near, factor in soft:
            if distance <= near:
                over, under = factor.over, factor.under
                break
        if written > 0:
            for test, factor in gains:
                if test(values):
                    over, under = over * factor.over, under * factor.under
        return max(low, min(high, before + scaled(written, over, under)))

    return adjust


def scaled(written: int, over: int, under: int) -> int:
    """``written * over / under``, rounded half away from zero; what is not 0 stays at least 1."""
    if over == 0:
        return 0
    size = max((2 * abs(written) * over + under) // (2 * under), 1)
    return size if written > 0 else -size


def _assign(effect: Assign, because: str, given: Given) -> Do:
    slot, key = given.slots[effect.target], effect.target
    ask, found = compile_ask(effect.value, given.slots), given.types[key]
    if isinstance(found, Whole):
        low, high = found.low, found.high
        return lambda draft: draft.change(slot, key, max(low, min(high, int(ask(draft.values)))), because)
    return lambda draft: draft.change(slot, key, ask(draft.values), because)


def _conditional(effect: Conditional, because: str, given: Given) -> Do:
    test = compile_test(effect.when.checked, given.slots)
    do, otherwise = (
        compile_effects(effect.do, because, given),
        compile_effects(effect.otherwise, because, given),
    )

    def conditional(draft: Draft) -> None:
        for each in do if test(draft.values) else otherwise:
            each(draft)

    return conditional


def _later(effect: Later, given: Given) -> Do:
    if effect.coda:
        return _plant(effect, given)
    plan, date, after, last = effect.id, effect.turn, effect.after, given.turns

    def later(draft: Draft) -> None:
        turn = date if date is not None else draft.turn + (after or 1)
        if draft.turn < turn <= last:
            draft.plan_for(turn, plan)
            draft.events.append(Planned(plan, turn))

    return later


def _plant(effect: Later, given: Given) -> Do:
    slot, event = given.slots[planted(effect.coda)], Planned(effect.id, 0)

    def plant(draft: Draft) -> None:
        draft.values[slot] = True
        draft.events.append(event)

    return plant


def _pledge(effect: Pledge, given: Given) -> Do:
    promise = given.promises[effect.promise]
    slot, name, by, within = given.slots[f"promise({promise.id})"], promise.id, promise.by, promise.within
    last = given.turns

    def pledge(draft: Draft) -> None:
        if draft.values[slot] != OPEN:
            turn = by if by is not None else draft.turn + (within or 1)
            draft.values[slot] = OPEN
            if turn <= last:
                draft.plan_for(turn, f"promise({name})")
            draft.events.append(Word(name, "given", turn))

    return pledge


def _keep(effect: Keep, given: Given) -> Do:
    promise = given.promises[effect.promise]
    slot, name = given.slots[f"promise({promise.id})"], promise.id
    kept, plan = given.kept, f"promise({name})"

    def keep(draft: Draft) -> None:
        if draft.values[slot] == OPEN and name not in draft.keeping:
            draft.values[slot] = KEPT
            draft.agenda = [due for due in draft.agenda if due.plan != plan]
            draft.events.append(Word(name, "kept"))
            draft.keeping.add(name)
            kept[name](draft)
            draft.keeping.discard(name)

    return keep
