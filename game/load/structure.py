"""Findings about a story as a whole, once every part of it has been read."""

from collections.abc import Iterator

from game.load import problems
from game.model.effect import Effect, End, effects_of
from game.model.scene import Choice, Consequence
from game.model.story import Story
from game.model.world import Clock, DealPhase
from game.source.diagnostic import Diagnostic


def structure(story: Story) -> Iterator[Diagnostic]:
    """Every finding about ways on, last endings, envelopes and dates."""
    clock = story.world.clock
    if clock is None:
        yield from _ways_on(story)
        return
    if not any(not ending.early and ending.when is None for ending in story.endings):
        yield problems.no_last_ending(story.endings[-1].at if story.endings else clock.at)
    yield from _envelopes(story, clock)
    for scene in story.scenes.values():
        if scene.window is not None and not 1 <= scene.window.first <= clock.turns:
            yield problems.out_of_range(scene.at, "`at`", 1, clock.turns)


def _ways_on(story: Story) -> Iterator[Diagnostic]:
    """Without a clock every choice, and every scene without choices, must say where it goes on."""
    for scene in story.scenes.values():
        if scene.then:
            continue
        if not scene.choices and not _ends(scene.enter):
            yield problems.goes_nowhere(scene.at, scene.id)
        for choice in scene.choices:
            if not all(_leads(each) for each in _outcomes(choice)):
                yield problems.goes_nowhere(choice.at, f"{scene.id}.{choice.id}")


def _outcomes(choice: Choice) -> tuple[Consequence, ...]:
    if choice.check is None or _leads(choice.then):
        return (choice.then,)
    return (choice.check.passed, choice.check.failed)


def _leads(consequence: Consequence) -> bool:
    return bool(consequence.goto) or _ends(consequence.effects)


def _ends(effects: tuple[Effect, ...]) -> bool:
    return any(isinstance(effect, End) for effect in effects_of(effects))


def _envelopes(story: Story, clock: Clock) -> Iterator[Diagnostic]:
    """A storylet that may lie unopened needs someone who deals with it."""
    trays = {
        deck
        for phase in clock.phases
        if isinstance(phase, DealPhase) and phase.hand > phase.take
        for deck in phase.decks
    }
    for storylet in story.storylets.values():
        if storylet.deck in trays and storylet.envelope is None:
            yield problems.no_envelope(storylet.scene.at, storylet.scene.id)
