"""A story taken apart into the things that a designer knows by name."""

from collections.abc import Mapping
from typing import Any

from game.model.story import Story

PLURAL = {
    "scene": "scenes", "storylet": "storylets", "choice": "choices", "ending": "endings", "coda": "codas",
    "line": "lines", "meter": "meters", "fact": "facts", "truth": "truths", "character": "characters",
    "promise": "promises", "rule": "rules", "phase": "phases", "codex": "codex entries",
    "achievement": "achievements", "claim": "claims", "strategy": "strategies",
}  # fmt: skip
"""Every kind of thing, in the order in which it is told of, and what several are called."""


def parts_of(story: Story) -> Mapping[str, Mapping[str, Any]]:
    """By kind and id, all that the story declares; choices are apart from their scenes, as ``scene.choice``."""
    world, clock = story.world, story.world.clock
    scenes = {name: one for name, one in story.scenes.items() if not one.within}
    return {
        "scene": {name: one for name, one in scenes.items() if name not in story.storylets},
        "storylet": dict(story.storylets),
        "choice": {f"{s.id}.{c.id}": c for s in story.scenes.values() for c in s.choices},
        "ending": {one.id: one for one in story.endings},
        "coda": {one.id: one for one in story.codas},
        "line": {one.id: one for one in story.lines},
        "meter": {one.id: one for one in world.meters},
        "fact": {one.id: one for one in world.facts},
        "truth": {one.id: one for one in world.truths},
        "character": {one.id: one for one in world.characters},
        "promise": {one.id: one for one in world.promises},
        "rule": {one.id: one for one in world.rules},
        "phase": {one.id: one for one in (clock.phases if clock else ())},
        "codex": dict(story.codex),
        "achievement": dict(story.achievements),
        "claim": dict(story.claims),
        "strategy": dict(story.strategies),
    }
