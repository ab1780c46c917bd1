"""Figures of counts: what a share of runs stays below, how many there are, how much is met."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from game.analysis.simulate.courses import END
from game.analysis.simulate.meetings import SCENES
from game.analysis.simulate.tally import Tally
from game.model.story import Story

_HUNDRED = 100
SPREAD = (5, 25, 50, 75, 95)
"""The percentiles that are told of a meter."""


class Spread(NamedTuple):
    """How numbers are spread: their extremes, their percentiles, and over how many runs."""

    least: int
    low: int
    quarter: int
    median: int
    three_quarters: int
    high: int
    most: int
    runs: int


def percentile(counts: Mapping[int, int], percent: int) -> int:
    """The least number that at least so many percent of the counted numbers don't exceed. Raises ValueError if none."""
    total = sum(counts.values())
    reached = 0
    for number in sorted(counts):
        reached += counts[number]
        if reached * _HUNDRED >= percent * total and reached:
            return number
    raise ValueError("nothing was counted")


def spread(counts: Mapping[int, int]) -> Spread | None:
    """How counted numbers are spread; None where nothing was counted."""
    there = {number: count for number, count in counts.items() if count}
    if not there:
        return None
    low, quarter, median, three_quarters, high = (percentile(there, percent) for percent in SPREAD)
    return Spread(min(there), low, quarter, median, three_quarters, high, max(there), sum(there.values()))


def courses(tally: Tally) -> dict[str, dict[int, Spread]]:
    """By meter and point in time, how its values are spread; the end of the run, point 0, comes last."""
    found: dict[str, dict[int, Counter[int]]] = defaultdict(lambda: defaultdict(Counter))
    for (meter, point, value), count in tally.meters.items():
        found[meter][point][value] += count
    return {
        meter: {
            point: said
            for point in sorted(points, key=lambda one: (one == END, one))
            if (said := spread(points[point])) is not None
        }
        for meter, points in found.items()
    }


def places(story: Story) -> tuple[str, ...]:
    """The scenes and storylets that an author declared, in the order written."""
    return tuple(name for name, scene in story.scenes.items() if not scene.within)


class Missed(NamedTuple):
    """Of ``of`` scenes, ``missed`` times so many were not met in so many ``runs`` together."""

    missed: int
    of: int
    runs: int

    @property
    def share(self) -> float:
        """Which share of the scenes a run doesn't meet, on average."""
        return self.missed / (self.of * self.runs) if self.of and self.runs else 0.0


def missed(story: Story, tally: Tally) -> Missed:
    """What share of the scenes and storylets an average run doesn't meet."""
    declared = len(places(story))
    met = sum(count for (kind, _), count in tally.met.items() if kind in SCENES)
    return Missed(declared * tally.runs - met, declared, tally.runs)


class Hanging(NamedTuple):
    """Scenes as they came, each once a run: how many ``came``, ``could`` hang on what was long ago, and ``did``.

    ``scenes`` are those that ever did.
    """

    came: int
    could: int
    did: int
    scenes: tuple[str, ...]

    @property
    def share(self) -> float:
        """Which share of all scenes that came did."""
        return self.did / self.came if self.came else 0.0


def hanging(tally: Tally) -> Hanging:
    """How many of the scenes that came hang on what was done long before."""
    came, could, did = (
        sum(count for (_, how), count in tally.late.items() if how == wanted) for wanted in ("came", "could", "did")
    )
    return Hanging(came, could, did, tuple(sorted(name for name, how in tally.late if how == "did")))
