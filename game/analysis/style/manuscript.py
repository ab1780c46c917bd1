"""A story as its judges read it: every text with every way through it, and where it stands in the author's files."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from game.analysis.style.passage import Passage
from game.analysis.style.reading import Reading, readings
from game.analysis.texts import Text, texts_of, written
from game.model.prose import Prose
from game.model.scene import Choice, Consequence, Scene
from game.model.story import Story
from game.model.style import Style


@dataclass
class Manuscript:
    """A story, its rules, and the texts of its files by name."""

    story: Story
    style: Style
    sources: Mapping[str, str]
    _passages: dict[int, Passage] = field(default_factory=dict)
    _readings: dict[int, tuple[Reading, ...]] = field(default_factory=dict)
    _written: dict[int, str] = field(default_factory=dict)

    @cached_property
    def _lines(self) -> Mapping[str, Sequence[str]]:
        return {name: text.split("\n") for name, text in self.sources.items()}

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text."""
        return tuple(texts_of(self.story))

    def passage(self, prose: Prose) -> Passage:
        """A text as it stands in its file."""
        found = self._passages.get(id(prose))
        if found is None:
            found = self._passages[id(prose)] = Passage(prose.at, self._lines.get(prose.at.source, ()))
        return found

    def readings(self, prose: Prose) -> tuple[Reading, ...]:
        """Every way through a text."""
        found = self._readings.get(id(prose))
        if found is None:
            found = self._readings[id(prose)] = readings(prose)
        return found

    def written(self, prose: Prose) -> str:
        """All words of a text, those of every variant."""
        found = self._written.get(id(prose))
        if found is None:
            found = self._written[id(prose)] = written(prose.parts)
        return found

    @cached_property
    def seen(self) -> frozenset[str]:
        """The meters that readers see, at least at some time."""
        return frozenset(meter.id for meter in self.story.world.meters if meter.shown != "never")

    @cached_property
    def behind(self) -> frozenset[str]:
        """What else readers see of these meters hangs on: whatever their ``shown_as`` asks for."""
        shown = [meter.shown_as for meter in self.story.world.meters if meter.id in self.seen]
        return frozenset(key for checked in shown if checked is not None for key in checked.keys) - self.seen

    def title(self, meter: str) -> str:
        """What readers call a meter."""
        return next(one.title for one in self.story.world.meters if one.id == meter)

    def choices(self) -> Iterator[tuple[Scene, Choice]]:
        """Every choice, with its scene."""
        for scene in self.story.scenes.values():
            for choice in scene.choices:
                yield scene, choice


def outcomes(choice: Choice) -> tuple[Consequence, ...]:
    """What may follow from a choice: what does in any case, and what its check brings."""
    return (choice.then,) if choice.check is None else (choice.then, choice.check.passed, choice.check.failed)
