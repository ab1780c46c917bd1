"""What a reader may do now: offers, open or locked, with what they touch."""

from dataclasses import dataclass

from game.engine.program import Program, ReadyChoice
from game.engine.prose import Tell
from game.engine.state import State
from game.engine.touches import Touches
from game.expr.compile import Values
from game.expr.types import Value


class NotOfferedError(Exception):
    """A choice that is not open now; the message says which."""


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
    choice = program.scenes[state.scene].choices[name]
    found = Touches(hidden=choice.odds is not None)
    for trace in choice.touches:
        trace(state.values, found)
    return found
