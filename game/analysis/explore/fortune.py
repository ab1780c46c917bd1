"""Luck as a search wants it: mostly as it is weighted, at times what came least of all; and what was said, noted."""

from collections import Counter

from game.analysis.chance import Stream
from game.engine.luck import Outcome, Site
from game.play.journal import Drew


class Fortune:
    """Answers from a stream of numbers. While it is ``rare``, it answers with what has come least so far."""

    def __init__(self, stream: Stream) -> None:
        self.rare = False
        self._stream = stream
        self._came: Counter[tuple[str, str]] = Counter()
        self._drew: dict[str, list[str]] = {}

    def __call__(self, site: Site, outcomes: tuple[Outcome, ...]) -> str:
        """Return what happens at this site; an outcome without weight never does."""
        name = self._rarest(site, outcomes) if self.rare else self._weighted(outcomes)
        self._came[site.id, name] += 1
        self._drew.setdefault(site.id, []).append(name)
        return name

    def _weighted(self, outcomes: tuple[Outcome, ...]) -> str:
        left = self._stream.below(sum(outcome.weight for outcome in outcomes))
        for outcome in outcomes:
            left -= outcome.weight
            if left < 0:
                return outcome.id
        raise AssertionError("a stream keeps below its bound")

    def _rarest(self, site: Site, outcomes: tuple[Outcome, ...]) -> str:
        may = (one for one in outcomes if one.weight)
        return min(may, key=lambda one: self._came[site.id, one.id]).id

    def drew(self) -> Drew:
        """What was said since it was last asked for."""
        drew = tuple((site, tuple(names)) for site, names in self._drew.items())
        self._drew = {}
        return drew
