"""Scenes whose choices are used up while the reader is still in them."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.model.effect import End, Goto, Keep, effects_of
from game.model.scene import Choice, Scene
from game.model.story import Story
from game.source.diagnostic import Diagnostic

_LEADING: frozenset[type[object]] = frozenset((End, Goto, Keep))
"""Effects that may lead elsewhere."""


def runs_out(case: Case) -> Iterator[Diagnostic]:
    """One finding a scene with nothing but ``once`` choices that all come back to it; an early ending may save it."""
    story = case.story
    if any(ending.early and ending.when is not None for ending in story.endings):
        return
    for scene in story.scenes.values():
        used_up = scene.choices and all(one.once and not one.fallback for one in scene.choices)
        if used_up and not scene.threads and all(_comes_back(story, scene, one) for one in scene.choices):
            message = f"`{scene.id}` runs out: every choice is `once` and comes back to it"
            hint = "let one of them lead elsewhere, or add a `fallback: true`"
            yield advice("runs-out", message, scene.at, hint)


def _comes_back(story: Story, scene: Scene, choice: Choice) -> bool:
    check = choice.check
    for outcome in (choice.then,) if check is None else (check.passed, check.failed):
        effects = effects_of((*choice.then.effects, *outcome.effects))
        if not _LEADING.isdisjoint(map(type, effects)) or outcome.call or choice.then.call:
            return False
        if not _leads_to(story, outcome.goto or choice.then.goto or scene.then, scene.id):
            return False
    return True


def _leads_to(story: Story, place: str, goal: str) -> bool:
    """Whether a way leads there and nowhere else, through what is only read."""
    seen: set[str] = set()
    while place in story.scenes and place != goal and place not in seen:
        seen.add(place)
        scene = story.scenes[place]
        if scene.choices or scene.threads or scene.call or scene.enter:
            return False
        place = scene.then
    return place == goal
