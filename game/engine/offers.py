"""What a reader may do now: offers, open or locked, with what they touch."""

from dataclasses import dataclass, field

from game.engine.program import Program, ReadyChoice
from game.engine.prose import Tell
from game.engine.state import State
from game.expr.compile import Values, compile_ask, compile_count, compile_test
from game.expr.types import Key, Value
from game.model.effect import Assign, Change, Conditional, Effect, Later
from game.model.world import Meter


class NotOfferedError(Exception):
    """A choice that is not open now; the message says which."""


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


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice as it stands now. Its texts are made when they are read, from ``values``.

    In a tray the offer is an envelope: ``choice`` is the storylet's id and ``envelope`` is true.
    """

    choice: str
    open: bool
    envelope: bool
    text: Tell
    cost: Tell | None
    locked: Tell | None
    odds: int | None
    values: tuple[Value, ...]


def offers(program: Program, state: State) -> tuple[Offer, ...]:
    """Everything offered now, in the order written (in a tray: as dealt); nothing once the story has ended."""
    if state.scene:
        return tuple(
            _offer(choice, state)
            for choice in program.scenes[state.scene].choices.values()
            if not _hidden(choice, state.values)
        )
    if state.left <= 0 or state.ended:
        return ()
    found: list[Offer] = []
    for name in state.hand:
        envelope = program.storylets[name].envelope
        if envelope is not None:
            found.append(Offer(name, True, True, envelope, None, None, None, state.values))
    return tuple(found)


def _offer(choice: ReadyChoice, state: State) -> Offer:
    values = state.values
    is_open = choice.requires is None or choice.requires(values)
    odds = None if choice.odds is None else max(0, min(100, choice.odds(values)))
    return Offer(choice.written.id, is_open, False, choice.text, choice.cost, choice.locked, odds, values)


def _hidden(choice: ReadyChoice, values: Values) -> bool:
    if choice.when is not None and not choice.when(values):
        return True
    return choice.written.once and choice.taken is not None and bool(values[choice.taken])


def open_choices(program: Program, state: State) -> tuple[str, ...]:
    """The ids of what can be chosen now."""
    return tuple(offer.choice for offer in offers(program, state) if offer.open)


def open_choice(program: Program, state: State, name: str) -> ReadyChoice:
    """The choice of that id in the scene where one is awaited. Raises NotOfferedError if it is not open."""
    choice = program.scenes[state.scene].choices.get(name)
    if choice is None or _hidden(choice, state.values):
        raise NotOfferedError(f"`{name}` is not offered here")
    if choice.requires is not None and not choice.requires(state.values):
        raise NotOfferedError(f"`{name}` is locked")
    return choice


def touches(program: Program, state: State, name: str) -> Touches:
    """What a choice of the present scene moves, as written, by what is so now; a check counts as passed."""
    choice = program.scenes[state.scene].choices[name].written
    found = Touches(hidden=choice.check is not None)
    _touch(program, state.values, choice.then.effects, found)
    if choice.check is not None:
        _touch(program, state.values, choice.check.passed.effects, found)
    return found


def _touch(program: Program, values: Values, effects: tuple[Effect, ...], found: Touches) -> None:
    slots = program.layout.slots
    meters = {meter.id: meter for meter in program.story.world.meters}
    for effect in effects:
        match effect:
            case Conditional():
                # What depends on things a reader can't see must not be told by its touch.
                if all(_is_seen(program, key, values, meters) for key in effect.when.checked.keys):
                    holds = compile_test(effect.when.checked, slots)(values)
                    _touch(program, values, effect.do if holds else effect.otherwise, found)
                else:
                    found.hidden = True
            case Change():
                meter = meters.get(effect.target)
                if meter is None:
                    found.hidden = found.hidden or effect.target in _people(program)
                elif meter.shown == "never" or not _appears(program, meter, values):
                    found.hidden = True
                else:
                    written = compile_count(effect.amount.checked, slots)(values) * (-1 if effect.down else 1)
                    before = found.seen.get(meter.id)
                    size = effect.amount.size if before is None else ""
                    total = written + (before.written if before else 0)
                    found.seen[meter.id] = Touched(meter.id, total, size)
            case Assign() if effect.target in meters:
                meter = meters[effect.target]
                asked = {meter.id, *effect.value.keys}
                if meter.id in program.shown or not all(_is_seen(program, key, values, meters) for key in asked):
                    found.hidden = True
                else:
                    set_to = int(compile_ask(effect.value, slots)(values))
                    moved = max(meter.low, min(meter.high, set_to)) - values[slots[meter.id]]
                    found.seen[meter.id] = Touched(meter.id, moved, "")
            case Later():
                found.hidden = True
            case _:
                pass


def _people(program: Program) -> frozenset[str]:
    return frozenset(person.id for person in program.story.world.characters)


def _is_seen(program: Program, key: Key, values: Values, meters: dict[str, Meter]) -> bool:
    meter = meters.get(key)
    if meter is not None:
        return meter.shown != "never" and _appears(program, meter, values)
    return (
        key == "turn"
        or any(fact.id == key for fact in program.story.world.facts)
        or key.startswith(("took(", "visits("))
    )


def _appears(program: Program, meter: Meter, values: Values) -> bool:
    test = program.appears.get(meter.id)
    return test is None or test(values)
