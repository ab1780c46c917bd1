"""Walks over a whole story: everything that follows from anything in it, and every effect."""

from collections.abc import Iterator

from game.model.effect import Effect, effects_of
from game.model.scene import Consequence
from game.model.story import Story


def consequences(story: Story) -> Iterator[Consequence]:
    """Everything that follows from anything, in a story."""
    for scene in story.scenes.values():
        for choice in scene.choices:
            yield choice.then
            if choice.check is not None:
                yield from (choice.check.passed, choice.check.failed)
    for storylet in story.storylets.values():
        if storylet.envelope is not None:
            yield storylet.envelope.default
    for promise in story.world.promises:
        yield from (promise.kept, promise.broken)


def every_effect(story: Story) -> list[Effect]:
    """Every effect of a story, nested ones too."""
    found = [effect for consequence in consequences(story) for effect in consequence.effects]
    found += [effect for scene in story.scenes.values() for effect in scene.enter]
    found += [effect for rule in story.world.rules for effect in rule.do]
    return effects_of(found)
