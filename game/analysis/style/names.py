"""How many people and places a scene brings in that no reader can have met before."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from game.analysis.advice import advice
from game.analysis.style.manuscript import Manuscript
from game.analysis.style.passage import name
from game.model.prose import Link, Prose, parts_of
from game.model.scene import Scene
from game.model.story import Story
from game.source.diagnostic import Diagnostic

_AFTERWARDS = ("codex", "ending", "note")
"""Uses of texts that a reader need not have read before any scene."""
_Met = Mapping[str, frozenset[str]]
"""By the name of somebody or some place, the scenes that speak of them; "" stands for texts that are in no scene."""


def names(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """One finding a scene whose text has too many new people, or places.

    New is who stands in no text that could be read before: not in any scene but those whose date is later. In the
    first scene everybody is new. What follows from a scene's own choices comes after it.
    """
    style, story = manuscript.style, manuscript.story
    before = _Order(story)
    for most, what, patterns in (
        (style.new_people, "people", _people(story)),
        (style.new_places, "places", {place: name(place) for place in style.places}),
    ):
        if most is None:
            continue
        met = {one: frozenset(_speaking(manuscript, pattern, one)) for one, pattern in patterns.items()}
        for scene in (one for one in story.scenes.values() if not one.within):
            new = [
                one
                for one, pattern in patterns.items()
                if _speaks(manuscript, scene.text, pattern, one) and not any(before(other, scene) for other in met[one])
            ]
            if len(new) > most:
                titles = ", ".join(_title(story, one) for one in new)
                message = f"`{scene.id}` brings in {len(new)} new {what}: {titles}; {most} at most are asked for"
                yield advice("many-names", message, scene.at)


class _Order:
    """Whether a text in one scene can be read before another scene; unsure counts as yes."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.sent = frozenset(word for part in (story.scenes, story.world) for word in _named(part, story))

    def __call__(self, other: str, scene: Scene) -> bool:
        if scene.id in (self.story.start, other):
            return False
        one = self.story.scenes.get(other)
        last, first = self._dates(scene)[1], self._dates(one)[0] if one is not None else 0
        return last is None or first is None or first <= last

    def _dates(self, scene: Scene) -> tuple[int | None, int | None]:
        """The first and the last turn it can come in, if its own date says so."""
        if scene.window is None or scene.id in self.sent:
            return None, None
        return scene.window.first, scene.window.last


def _named(thing: object, story: Story) -> Iterator[str]:
    """Every scene that something leads to, wherever it is written: its date alone doesn't say when it comes."""
    if isinstance(thing, str):
        if thing in story.scenes:
            yield thing
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from _named(value, story)
    elif isinstance(thing, tuple):
        for value in thing:
            yield from _named(value, story)
    elif is_dataclass(thing) and not isinstance(thing, Prose):
        for each in fields(thing):
            if each.name != "id":
                yield from _named(getattr(thing, each.name), story)


def _people(story: Story) -> Mapping[str, re.Pattern[str]]:
    """Characters are spoken of by their last name."""
    return {person.id: name(person.name.split()[-1]) for person in story.world.characters if person.name.strip()}


def _speaking(manuscript: Manuscript, pattern: re.Pattern[str], one: str) -> Iterator[str]:
    for text in manuscript.texts:
        if text.use not in _AFTERWARDS and _speaks(manuscript, text.prose, pattern, one):
            yield text.scene


def _speaks(manuscript: Manuscript, prose: Prose, pattern: re.Pattern[str], one: str) -> bool:
    linked = any(isinstance(part, Link) and part.target == one for part in parts_of(prose.parts))
    return linked or pattern.search(manuscript.written(prose)) is not None


def _title(story: Story, one: str) -> str:
    return next((person.name for person in story.world.characters if person.id == one), one)
