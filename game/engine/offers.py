"""What a reader may do now: offers, open or locked, with what they touch."""

from dataclasses import dataclass

from game.engine.program import Program
from game.engine.prose import Tell
from game.engine.reasons import Why
from game.engine.standing import Standing, standing
from game.engine.state import State
from game.engine.touches import Touches
from game.expr.types import Value


class NotOfferedError(Exception):
    """A choice that is not open now; the message says which."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice as it stands now. Its texts are made when they are read, from ``values``.

    A locked one says why by ``locked``, its author's words, if there are any; ``why`` says which part of the condition
    fails.
    In a tray the offer is an envelope: ``choice`` is the storylet's id and ``envelope`` is true.
    """

    choice: str
    open: bool
    envelope: bool
    text: Tell
    cost: Tell | None
    locked: Tell | None
    why: Why | None
    odds: int | None
    values: tuple[Value, ...]


def offers(program: Program, state: State) -> tuple[Offer, ...]:
    """Everything offered now, in the order it stands (in a tray: as dealt); nothing once the story has ended."""
    if state.scene:
        return tuple(_offer(one, state) for one in standing(program, state.scene, state.values, state.threads))
    if state.left <= 0 or state.ended:
        return ()
    found: list[Offer] = []
    for name in state.hand:
        envelope = program.storylets[name].envelope
        if envelope is not None:
            found.append(Offer(name, True, True, envelope, None, None, None, None, state.values))
    return tuple(found)


def _offer(one: Standing, state: State) -> Offer:
    values, choice = state.values, one.choice
    odds = None if choice.odds is None else max(0, min(100, choice.odds(values)))
    return Offer(one.id, one.open, False, choice.text, choice.cost, choice.locked, choice.why, odds, values)


def open_choices(program: Program, state: State) -> tuple[str, ...]:
    """The ids of what can be chosen now."""
    if state.scene:
        return tuple(one.id for one in standing(program, state.scene, state.values, state.threads) if one.open)
    return tuple(offer.choice for offer in offers(program, state))


def open_choice(program: Program, state: State, name: str) -> Standing:
    """The choice of that id in the scene where one is awaited. Raises NotOfferedError if it is not open."""
    found = next((one for one in standing(program, state.scene, state.values, state.threads) if one.id == name), None)
    if found is None:
        raise NotOfferedError(f"`{name}` is not offered here")
    if not found.open:
        raise NotOfferedError(f"`{name}` is locked")
    return found


def touches(program: Program, state: State, name: str) -> Touches:
    """What a choice of the present scene moves, as written, by what is so now; a check counts as passed.

    Raises KeyError if there is no such choice.
    """
    scene, _, own = name.rpartition(".")
    choice = program.scenes[scene or state.scene].choices[own]
    found = Touches(hidden=choice.odds is not None)
    for trace in choice.touches:
        trace(state.values, found)
    return found
