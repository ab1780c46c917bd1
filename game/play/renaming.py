"""What the names in a journal mean in a story that was edited since."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.program import Program
from game.play.journal import Drew

_WRITTEN = re.compile(r"([^/#]+)([/#].*)")
"""A draw is named by the place where it is written, ``hall.ask/draw``; what is asked once more by a number."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of an edited story; ``renamed`` are those that its author declares to have changed."""

    program: Program

    @property
    def renamed(self) -> Mapping[str, str]:
        """Old ids to new ones."""
        return self.program.story.renamed

    def decisions(self, place: str, choice: str) -> tuple[tuple[str, str], ...]:
        """Every decision of this story that this record can mean: a place there is, and a choice there.

        More than one where something new has taken a name that something else had.
        """
        return tuple(
            (here, meant) for here in self._ways(place) for meant in self._ways(choice) if self.is_choice(here, meant)
        )

    def places(self, place: str) -> tuple[str, ...]:
        """Every place of this story that this record can mean."""
        return tuple(way for way in self._ways(place) if self._is_place(way))

    def luck(self, drew: Drew) -> Drew:
        """The luck by its new names."""
        if not self.renamed:
            return drew
        return tuple((self._site(site), tuple(self._outcome(one) for one in outcomes)) for site, outcomes in drew)

    def beginning(self, at: str, given: tuple[tuple[str, str], ...]) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The scene that a session began in, and the values it began with, by their new names."""
        named = tuple((self._key(name), "+".join(self._new(word) for word in text.split("+"))) for name, text in given)
        return next(iter(self.places(at)), at), named

    def _key(self, key: str) -> str:
        """What a value is called now: ``moscow``, ``visits(hall)``, ``took(hall.ask)``."""
        kind, bracket, inside = key.rpartition("(")
        named = ".".join(self._new(part) for part in inside.removesuffix(")").split("."))
        return kind + bracket + named + (")" if bracket else "")

    def storylet(self, name: str) -> str:
        """A storylet by its new name."""
        return self._outcome(name)

    def _new(self, name: str) -> str:
        return self.renamed.get(name, name)

    def _ways(self, name: str) -> tuple[str, ...]:
        """What ``hall.ask.more`` may be called now: an id is renamed in one scene, and may live on in another."""
        first, dot, rest = name.partition(".")
        changed = ".".join(map(self._new, rest.split(".")))
        ways = (self._new(first) + dot + changed, self._new(first) + dot + rest, first + dot + changed, name)
        return tuple(dict.fromkeys(ways))

    def _is_place(self, name: str) -> bool:
        return name in self.program.scenes or any(name == phase.written.id for phase in self.program.phases)

    def is_choice(self, place: str, choice: str) -> bool:
        """Whether a place has a choice of that id, be it hidden or locked or in a thread that isn't told now."""
        scene = self.program.scenes.get(place)
        if scene is not None:
            thread, _, own = choice.rpartition(".")
            if thread:
                return thread in self._threads(place) and own in self.program.scenes[thread].choices
            return choice in scene.choices
        return self._is_place(place) and choice in self.program.storylets

    def _threads(self, place: str) -> set[str]:
        """Every scene that may be told in this one, and in those."""
        found: set[str] = set()
        edge = {place}
        while edge:
            edge = {thread for name in edge for thread in self.program.scenes[name].written.threads} - found
            found |= edge
        return found

    def _site(self, site: str) -> str:
        written = _WRITTEN.match(site)
        if written is not None:
            return self._site(written[1]) + written[2]
        ways = self._ways(site)
        for way in ways:
            place, _, choice = way.rpartition(".")
            if self._is_place(way) or (place and self.is_choice(place, choice)):
                return way
        return ways[0]

    def _outcome(self, name: str) -> str:
        changed, storylets = self._new(name), self.program.storylets
        return changed if changed in storylets or name not in storylets else name
