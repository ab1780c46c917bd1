"""What a reader may do now: offers, open or locked, with what they touch."""

from game.engine.offer import Offer
from game.engine.program import Program
from game.engine.standing import Standing, fallback, standing, stands
from game.engine.state import State
from game.engine.touches import Touches
from game.expr.types import Value


class NotOfferedError(Exception):
    """A choice that is not open now; the message says which."""


def offers(program: Program, state: State) -> tuple[Offer, ...]:
    """Everything offered now, in the order it stands (in a tray: as dealt); nothing once the story has ended."""
    if not state.scene:
        envelopes = [program.storylets[name].envelope for name in state.hand] if state.left > 0 else []
        return tuple([one for one in envelopes if one is not None])
    values = state.values
    scene = program.scenes[state.scene]
    if state.threads or scene.chancy:
        return tuple([_offer(one, values) for one in standing(program, state.scene, values, state.threads)])
    found = [
        one.offered if one.requires is None or one.requires(values) else one.locked_offer
        for one in scene.ordinary
        if one.when is None or one.when(values)
    ]
    if scene.fallbacks and not any(one.open for one in found):
        found += [one.choice.offered for one in fallback(scene, values)]
    return tuple(found)


def _offer(one: Standing, values: tuple[Value, ...]) -> Offer:
    choice = one.choice
    odds = None if choice.odds is None else max(0, min(100, choice.odds(values)))
    return (choice.offered if one.open else choice.locked_offer)._replace(choice=one.id, odds=odds)


def open_choices(program: Program, state: State) -> tuple[str, ...]:
    """The ids of what can be chosen now."""
    if not state.scene:
        return tuple([offer.choice for offer in offers(program, state)])
    values = state.values
    if state.threads:
        return tuple([one.id for one in standing(program, state.scene, values, state.threads) if one.open])
    scene = program.scenes[state.scene]
    return tuple(
        [
            one.id
            for one in scene.ordinary
            if (one.when is None or one.when(values)) and (one.requires is None or one.requires(values))
        ]
        or [one.id for one in fallback(scene, values)]
    )


def open_choice(program: Program, state: State, name: str) -> Standing:
    """The choice of that id in the scene where one is awaited. Raises NotOfferedError if it is not open."""
    found = stands(program, state.scene, state.values, state.threads, name)
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
