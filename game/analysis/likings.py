"""What draws a reader to a choice or an envelope, as points: a strategy's preferences, compiled."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from game.engine.offers import touches
from game.engine.program import Program
from game.engine.state import State
from game.expr.compile import Test, compile_test
from game.model.effect import Goto
from game.model.names import RETURN
from game.model.scene import Choice, Storylet
from game.model.story import Story
from game.model.strategy import Preference, Strategy

Points = Callable[[State, str], int]
"""How many points what is open by that id has where a reader stands."""


class _Weighed(NamedTuple):
    """What one choice gets: points for sure, points while something holds, and points for each point of a meter."""

    sure: int
    while_so: tuple[tuple[Test, int], ...]
    meters: tuple[tuple[str, int, Test | None], ...]


def points_of(program: Program, strategy: Strategy) -> Points:
    """Return how many points a strategy gives, as a function; each choice is looked at once."""
    slots = program.layout.slots
    prefers = tuple(
        (one, None if one.when is None else compile_test(one.when.checked, slots)) for one in strategy.prefers
    )
    weighed: dict[tuple[str, str], _Weighed] = {}

    def points(state: State, name: str) -> int:
        site = (state.scene, name)
        found = weighed.get(site)
        if found is None:
            found = weighed[site] = _weigh(program, prefers, *site)
        total = found.sure
        for test, one in found.while_so:
            if test(state.values):
                total += one
        if found.meters:
            seen = touches(program, state, name).seen
            for meter, each, when in found.meters:
                moved = seen.get(meter)
                if moved is not None and (when is None or when(state.values)):
                    total += each * moved.written
        return total

    return points


def seen_change(program: Program, state: State, name: str, meter: str) -> int:
    """By how much a choice says that it moves a meter; an envelope says nothing."""
    if not state.scene:
        return 0
    moved = touches(program, state, name).seen.get(meter)
    return 0 if moved is None else moved.written


def written_choice(program: Program, scene: str, name: str) -> tuple[str, Choice]:
    """The scene that a standing choice is written in, and the choice; one of a thread is named with its scene."""
    thread, _, own = name.rpartition(".")
    home = thread or scene
    return home, program.scenes[home].choices[own].written


def _weigh(program: Program, prefers: tuple[tuple[Preference, Test | None], ...], scene: str, name: str) -> _Weighed:
    """What a choice of a scene gets, or where there is no scene an envelope."""
    if scene:
        home, choice = written_choice(program, scene, name)
        kinds = frozenset(_of_choice(program.story, home, choice))
    else:
        kinds = frozenset(_of_envelope(program.storylets[name].written))
    sure, while_so, meters = 0, list[tuple[Test, int]](), list[tuple[str, int, Test | None]]()
    for one, when in prefers:
        if one.likes == "meter":
            if scene:
                meters.append((one.name, one.points, when))
        elif (one.likes, one.name) not in kinds:
            continue
        elif when is None:
            sure += one.points
        else:
            while_so.append((when, one.points))
    return _Weighed(sure, tuple(while_so), tuple(meters))


def _of_choice(story: Story, scene: str, choice: Choice) -> Iterator[tuple[str, str]]:
    """What a preference may call a choice by."""
    yield "choice", f"{scene}.{choice.id}"
    yield from (("tag", tag) for tag in choice.tags)
    yield from (("arc", arc) for arc in choice.feeds)
    check = choice.check
    for follows in (choice.then,) if check is None else (choice.then, check.passed, check.failed):
        sent = (effect.scene for effect in follows.effects if isinstance(effect, Goto))
        for place in (follows.goto, follows.call, *sent):
            if place not in ("", RETURN):
                yield "arc", story.scenes[story.scenes[place].home].arc


def _of_envelope(storylet: Storylet) -> Iterator[tuple[str, str]]:
    """What a preference may call an envelope by."""
    yield "storylet", storylet.scene.id
    yield "deck", storylet.deck
    yield "arc", storylet.scene.arc
    yield from (("tag", tag) for tag in storylet.scene.tags)
