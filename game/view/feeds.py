"""Which arcs a choice feeds: those its author says, and those it leads on to, now or later. Titles of arcs alone."""

from collections.abc import Iterator

from game.engine.offer import Offer
from game.model.effect import Effect, Goto, Keep, Later, PutUp, effects_of
from game.model.names import RETURN
from game.model.scene import Choice, Consequence
from game.model.story import Story
from game.play.playthrough import Playthrough


def feeds(playthrough: Playthrough, offer: Offer) -> tuple[str, ...]:
    """The titles of the arcs that an offer of this place feeds, each once; of an envelope that of its storylet."""
    story = playthrough.program.story
    if offer.envelope:
        named: Iterator[str] = iter((story.scenes[offer.choice].arc,))
    else:
        scene, _, own = offer.choice.rpartition(".")
        written = playthrough.program.scenes[scene or playthrough.state.scene].choices[own].written
        named = _arcs(story, written)
    titles = {arc.id: arc.title for arc in story.world.arcs}
    return tuple(dict.fromkeys(titles[name] for name in named if name))


def _arcs(story: Story, choice: Choice) -> Iterator[str]:
    yield from choice.feeds
    check = choice.check
    for follows in (choice.then,) if check is None else (choice.then, check.passed, check.failed):
        for place in _places(story, follows):
            yield from _passed(story, place)


def _places(story: Story, follows: Consequence) -> Iterator[str]:
    """Every scene that something may lead to, now or later."""
    yield from (follows.call, follows.goto)
    for effect in effects_of(follows.effects):
        yield from _brought(story, effect)


def _brought(story: Story, effect: Effect) -> Iterator[str]:
    match effect:
        case Goto() | Later():
            yield effect.scene
        case PutUp():
            yield effect.storylet
        case Keep():
            kept = next(one.kept for one in story.world.promises if one.id == effect.promise)
            yield kept.goto
        case _:
            pass


def _passed(story: Story, place: str) -> Iterator[str]:
    """The arc of a scene, and where it is only read through, those of what follows it."""
    seen: set[str] = set()
    while place not in ("", RETURN) and place not in seen:
        seen.add(place)
        scene = story.scenes[place]
        yield story.scenes[scene.home].arc
        place = "" if scene.choices else scene.then
