"""What must be known of all scenes before any of them is entered: slots, dates, decks, and where each plan stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.engine.layout import Layout, lay_out
from game.expr.types import Value
from game.model.effect import Effect, Later, effects_of
from game.model.lazily import Lazily
from game.model.scene import Scene, Window
from game.model.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A story seen from afar: with it, a story can be made ready without a look at its scenes.

    ``dated`` are the scenes of each date in the order written, ``beats`` the arcs' scenes that may come within several
    turns, the one that must come soonest first. ``plans`` says for each plan which scene holds it, or that none does
    (an empty name). ``decks`` are the storylets of each deck.
    """

    layout: Layout
    dated: Mapping[int, tuple[str, ...]]
    beats: tuple[tuple[str, Window], ...]
    plans: Mapping[str, str]
    decks: Mapping[str, tuple[str, ...]]


def outline(story: Story) -> Outline:
    """Look at a whole story once."""
    decks: dict[str, list[str]] = {}
    for name, storylet in story.storylets.items():
        decks.setdefault(storylet.deck, []).append(name)
    plans = {plan.id: "" for plan in _plans(_outside(story))}
    for name, scene in story.scenes.items():
        plans |= {plan.id: name for plan in _plans(_inside(story, scene))}
    return Outline(
        layout=lay_out(story),
        dated=_dated(story),
        beats=_beats(story),
        plans=plans,
        decks={deck: tuple(names) for deck, names in decks.items()},
    )


def plans_of(story: Story, outline: Outline) -> Mapping[str, Later]:
    """Every plan of a story by its id; a scene is looked into when one of its plans is asked for."""

    def plan(name: str) -> Later:
        scene = outline.plans[name]
        effects = _inside(story, story.scenes[scene]) if scene else _outside(story)
        return next(one for one in _plans(effects) if one.id == name)

    return Lazily(outline.plans.keys(), plan)


def _plans(effects: Iterator[tuple[Effect, ...]]) -> Iterator[Later]:
    return (one for each in effects for one in effects_of(each) if isinstance(one, Later))


def _inside(story: Story, scene: Scene) -> Iterator[tuple[Effect, ...]]:
    """The effects of a scene, its choices and its envelope."""
    yield scene.enter
    for choice in scene.choices:
        yield choice.then.effects
        if choice.check is not None:
            yield from (choice.check.passed.effects, choice.check.failed.effects)
    storylet = story.storylets.get(scene.id)
    if storylet is not None and storylet.envelope is not None:
        yield storylet.envelope.default.effects


def _outside(story: Story) -> Iterator[tuple[Effect, ...]]:
    """The effects of what is no scene: promises and rules."""
    for promise in story.world.promises:
        yield from (promise.kept.effects, promise.broken.effects)
    yield from (rule.do for rule in story.world.rules)


def _dated(story: Story) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for name, scene in story.scenes.items():
        if scene.window is not None and scene.window.first == scene.window.last:
            found[scene.window.first] = (*found.get(scene.window.first, ()), name)
    return found


def _beats(story: Story) -> tuple[tuple[str, Window], ...]:
    windows = ((name, scene.window) for name, scene in story.scenes.items() if scene.arc and scene.window is not None)
    beats = [(name, window) for name, window in windows if window.first < window.last]
    return tuple(sorted(beats, key=lambda beat: beat[1].last))


def values(layout: Layout) -> dict[str, Value]:
    """What each key of a layout holds at the start, in the order of the slots."""
    return dict(zip(layout.slots, layout.start, strict=True))
