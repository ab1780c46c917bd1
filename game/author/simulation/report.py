"""What was simulated and what came of it, once, for every form in which it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from game.analysis.noise import Between, wilson
from game.analysis.simulate.changes import Turned, turned
from game.analysis.simulate.figures import Hanging, Missed, hanging, missed
from game.analysis.simulate.findings import Findings, findings
from game.analysis.simulate.tally import EVERYBODY, Cut, Tally, together
from game.model.story import Story
from game.source.clean import clean_line

CUTS: Mapping[Cut, str] = {
    "stuck": "stuck: nothing was open",
    "endless": "endless: a circle without a choice",
    "long": "given up: too many decisions",
}
"""Why a run came to no ending, in words."""


@dataclass(frozen=True, kw_only=True)
class Report:
    """A story read so many times by each of its readers: one tally each, in the order asked, one at least.

    ``titles`` are the readers' titles; ``seed`` is that of the luck; ``wanted`` is how many runs of each were asked
    for, which an interruption may have left undone. ``sources`` are the texts of the story's own files, by name.
    """

    story: Story
    tallies: tuple[Tally, ...]
    titles: Mapping[str, str]
    seed: int
    wanted: int
    sources: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def every(self) -> Tally:
        """All readers together."""
        return together(self.tallies, reader=EVERYBODY)

    @cached_property
    def findings(self) -> Findings:
        """What all runs together tell."""
        return findings(self.story, self.tallies)

    @cached_property
    def turned(self) -> tuple[Turned, ...]:
        """What was changed by the choices at which runs were forked."""
        return turned(self.tallies[0])

    @cached_property
    def missed(self) -> Missed:
        """The scenes that an average run doesn't meet."""
        return missed(self.story, self.every)

    @cached_property
    def hanging(self) -> Hanging:
        """The scenes that hang on what was long ago."""
        return hanging(self.every)

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """The endings' ids: those that came, the most frequent first, then the others as written."""
        declared = [one.id for one in self.story.endings]
        return tuple(sorted(declared, key=lambda name: (-self.every.endings[name], declared.index(name))))

    @property
    def stopped(self) -> bool:
        """Whether fewer runs were done than were asked for."""
        return any(one.runs < self.wanted for one in self.tallies)

    def title(self, reader: str) -> str:
        """What a reader is called."""
        return clean_line(self.titles.get(reader, reader))


def share(count: int, of: int) -> tuple[float, Between]:
    """A share, and between what it is in 95 of 100 cases; 0 of nothing."""
    return (count / of if of else 0.0), wilson(count, of)


def percent(value: float) -> str:
    """A share in percent: whole from ten on, with one digit below, ``<0.1`` where there is next to nothing."""
    by = 100 * value
    if 0 < by < 0.05:  # noqa: PLR2004 - what would be told as 0.0
        return "<0.1"
    return "0" if not by else f"{by:.1f}" if by < 9.95 or 99 < by < 100 else f"{by:.0f}"  # noqa: PLR2004 - digits told
