"""Where each choice leads and what it moves, as far as it is written plainly: enough to prefer one to another."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from game.engine.layout import planted
from game.engine.program import Program
from game.expr.syntax import Literal
from game.expr.types import Key, Value
from game.model.effect import (
    Assign,
    Change,
    Effect,
    Happen,
    Keep,
    Later,
    Pledge,
    Remember,
    Reveal,
    Warn,
    effects_of,
)
from game.model.names import RETURN
from game.model.scene import Choice, Consequence, Scene
from game.model.story import Story

Move = Value | tuple[int]
"""What becomes of a value: another one, or so much more of it."""


@dataclass(frozen=True, slots=True)
class Leads:
    """Of each choice, and of each storylet that may be opened: what it ``moves`` and to which ``places`` it may lead.

    ``sources`` are the scenes from which each scene may come.
    """

    slots: Mapping[Key, int]
    moves: dict[str, dict[Key, Move]]
    places: dict[str, tuple[str, ...]]
    sources: dict[str, tuple[str, ...]]


def leads_of(program: Program) -> Leads:
    """Look at every choice of a story once."""
    story = program.story
    moves: dict[str, dict[Key, Move]] = {}
    places: dict[str, tuple[str, ...]] = {}
    sources: dict[str, dict[str, None]] = {}
    for scene in story.scenes.values():
        passing = _gotos((scene.then, scene.call))
        for choice in scene.choices:
            name = f"{scene.id}.{choice.id}"
            to = tuple(_gotos(_places(choice))) or tuple(passing)
            places[name] = to
            moves[name] = {f"took({name})": True} | _moved(story, choice, to)
        for place in {*passing, *(to for choice in scene.choices for to in places[f"{scene.id}.{choice.id}"])}:
            sources.setdefault(place, {})[scene.id] = None
    for name, storylet in story.storylets.items():
        found = _arrival(storylet.scene)
        for choice in storylet.scene.choices:
            found |= moves[f"{name}.{choice.id}"]
        moves[name] = found
    return Leads(program.layout.slots, moves, places, {to: tuple(whence) for to, whence in sources.items()})


def _gotos(places: Iterable[str]) -> list[str]:
    return [place for place in dict.fromkeys(places) if place not in ("", RETURN)]


def _followed(choice: Choice) -> Iterator[Consequence]:
    yield choice.then
    if choice.check is not None:
        yield from (choice.check.passed, choice.check.failed)


def _places(choice: Choice) -> Iterator[str]:
    for consequence in _followed(choice):
        yield from (consequence.goto, consequence.call)


def _moved(story: Story, choice: Choice, to: tuple[str, ...]) -> dict[Key, Move]:
    found: dict[Key, Move] = {}
    for place in to:
        found |= _arrival(story.scenes[place])
    for consequence in _followed(choice):
        for effect in effects_of(consequence.effects):
            found |= _of(effect)
    return found


def _arrival(scene: Scene) -> dict[Key, Move]:
    found: dict[Key, Move] = {f"visits({scene.home})": (1,), f"met({scene.arc})": True}
    for effect in effects_of(scene.enter):
        found |= _of(effect)
    return found


def _of(effect: Effect) -> dict[Key, Move]:
    match effect:
        case Change():
            tree = effect.amount.checked.tree
            by = tree.value if isinstance(tree, Literal) and not isinstance(tree.value, str) else 1
            return {effect.target: (-by if effect.down else by,)}
        case Assign(value=value) if isinstance(value.tree, Literal):
            return {effect.target: value.tree.value}
        case Reveal():
            return {f"revealed({effect.truth})": True}
        case Happen():
            return {f"happened({effect.name})": True}
        case Pledge():
            return {f"promise({effect.promise})": 1}
        case Keep():
            return {f"promise({effect.promise})": 2}
        case Warn():
            return {f"warnings({effect.ending})": (1,)}
        case Remember():
            return {f"remembers({effect.character}.{effect.memory})": True}
        case Later(coda=coda) if coda:
            return {planted(coda): True}
        case _:
            return {}
