"""How long a story is: words by what they are for, by scene, by arc, by who is in the scene."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.analysis.texts import Use, count, texts_of, written
from game.author.tags import tagged
from game.model.prose import Link, Prose, parts_of
from game.model.story import Story

A_MINUTE = 230
"""Words that are read in a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SceneWords:
    """The words of one scene, by what they are for, and the characters linked in it."""

    id: str
    title: str
    arc: str
    deck: str
    uses: Mapping[Use, int]
    characters: tuple[str, ...]

    @property
    def words(self) -> int:
        """All its words."""
        return sum(self.uses.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a story. ``arcs`` and ``characters`` map an id to its scenes and their words."""

    uses: Mapping[Use, int]
    scenes: tuple[SceneWords, ...]
    arcs: Mapping[str, tuple[int, int]]
    characters: Mapping[str, tuple[int, int]]

    @property
    def words(self) -> int:
        """All words."""
        return sum(self.uses.values())

    @property
    def minutes(self) -> int:
        """Minutes it takes to read them all, rounded up."""
        return -(-self.words // A_MINUTE)


def words_of(story: Story, tag: str = "") -> Words:
    """Count a story's words; with a ``tag`` those of the scenes that have it, or a choice that does."""
    wanted = tagged(story, tag) if tag else frozenset()
    uses: Counter[Use] = Counter()
    scenes: dict[str, Counter[Use]] = {name: Counter() for name in story.scenes}
    linked: dict[str, dict[str, None]] = {name: {} for name in story.scenes}
    for text in texts_of(story):
        if tag and text.scene not in wanted:
            continue
        number = count(written(text.prose.parts))
        uses[text.use] += number
        if text.scene:
            scenes[text.scene][text.use] += number
            linked[text.scene] |= dict.fromkeys(_characters(text.prose))
    found = tuple(
        SceneWords(
            id=name,
            title=scene.title,
            arc=scene.arc,
            deck=story.storylets[name].deck if name in story.storylets else "",
            uses=scenes[name],
            characters=tuple(linked[name]),
        )
        for name, scene in story.scenes.items()
        if not scene.within and (not tag or name in wanted)
    )
    return Words(
        uses=uses,
        scenes=found,
        arcs={arc.id: _sum(one for one in found if one.arc == arc.id) for arc in story.world.arcs},
        characters={
            person.id: _sum(one for one in found if person.id in one.characters) for person in story.world.characters
        },
    )


def _characters(prose: Prose) -> list[str]:
    return [part.target for part in parts_of(prose.parts) if isinstance(part, Link) and part.kind == "character"]


def _sum(scenes: Iterable[SceneWords]) -> tuple[int, int]:
    found = list(scenes)
    return len(found), sum(one.words for one in found)
