"""Scenes that follow one another in a circle and never ask the reader anything."""

from collections.abc import Iterator

from game.analysis.advice import advice
from game.analysis.case import Case
from game.model.names import RETURN
from game.model.scene import Scene
from game.model.story import Story
from game.source.diagnostic import Diagnostic


def endless(case: Case) -> Iterator[Diagnostic]:
    """One finding a circle, at the first of its scenes; whoever comes there never leaves."""
    scenes = case.story.scenes
    order = {name: number for number, name in enumerate(scenes)}
    said: set[str] = set()
    for scene in scenes.values():
        way: dict[str, None] = {}
        here: Scene | None = scene
        while here is not None and here.id not in said and here.id not in way and _goes_on(here):
            way[here.id] = None
            here = scenes.get(_next(case.story, here))
        if here is not None and here.id in way:
            circle = list(way)[list(way).index(here.id) :]
            first = scenes[min(circle, key=order.__getitem__)]
            round_it = " -> ".join([*circle, circle[0]])
            yield advice("endless", f"here nobody can ever choose: {round_it}", first.at, "give one of them choices")
        said.update(way)


def _goes_on(scene: Scene) -> bool:
    """Whether nothing but what the scene calls, and its ``then``, can follow it."""
    return _only_read(scene) and bool(scene.then or scene.call)


def _only_read(scene: Scene) -> bool:
    return not (scene.choices or scene.threads or scene.enter)


def _next(story: Story, scene: Scene) -> str:
    """What follows: what it calls, unless that returns at once; then its ``then``."""
    called = story.scenes.get(scene.call)
    if called is None or (_only_read(called) and not called.call and called.then in ("", RETURN)):
        return scene.then
    return called.id
