"""The value of a number in a story that gives a wanted share, found by readings with the same luck for every value."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from game.analysis.noise import Between, wilson
from game.analysis.paired import Fact, Readings

_PARTS = 4
"""The whole range is looked at in so many parts first, to see whether the share rises or falls all the way."""
_ROUNDS = 64
_STEPS = 3
"""So many values from an end are tried, where the story can't be played with it."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What share is wanted: of the readings that meet ``fact``, among those that meet ``among``, if that is given."""

    fact: Fact
    among: Fact | None
    share: float


@dataclass(frozen=True, slots=True)
class Tried:
    """What one value gives: the share, in how many readings it was looked for, and the range in which it lies."""

    value: int
    share: float
    out_of: int
    between: Between


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuned:
    """What was found: the ``best`` value, and all that were ``tried``, in order.

    ``fits`` are the least and the greatest value whose share can't be told from the wanted one by so many readings;
    None where none is. ``now`` is what the story has now. ``rises`` says whether the share rises with the value;
    None where it does neither all the way, so that other values may fit too.
    """

    now: Tried
    best: Tried
    fits: tuple[int, int] | None
    rises: bool | None
    tried: tuple[Tried, ...]

    @property
    def reached(self) -> bool:
        """Whether the wanted share can be had."""
        return self.fits is not None


Read = Callable[[int], Readings | None]
"""Reads the story with a value in place; None where it can't be played with it."""


class CannotTuneError(Exception):
    """Nothing can be tuned so; the message says why."""


def tune(read: Read, now: int, low: int, high: int, aim: Aim) -> Tuned:
    """Find the value from ``low`` to ``high`` whose share is nearest to the wanted one. Raises CannotTuneError."""
    return _Search(read, aim).run(now, low, high)


class _Search:
    def __init__(self, read: Read, aim: Aim) -> None:
        self._read = read
        self._aim = aim
        self._tried: dict[int, Tried | None] = {}

    def run(self, now: int, low: int, high: int) -> Tuned:
        low, high = self._end(low, 1, high), self._end(high, -1, low)
        grid = sorted({now, *(low + (high - low) * part // _PARTS for part in range(_PARTS + 1))})
        points = [one for value in grid if low <= value <= high and (one := self.at(value)) is not None]
        present = self.at(now)
        if not points or present is None:
            raise CannotTuneError("the story can't be played with any value in that range")
        if not any(one.out_of for one in points):
            raise CannotTuneError("no reading came to where it is asked")
        for one, two in pairwise(points):
            if min(one.share, two.share) <= self._aim.share <= max(one.share, two.share):
                self._between(one, two)
        best = min(self.known(), key=lambda one: (abs(one.share - self._aim.share), abs(one.value - now)))
        fits = self._fits(best, low, high)
        return Tuned(now=present, best=best, fits=fits, rises=_rises(points), tried=tuple(self.known()))

    def known(self) -> list[Tried]:
        """All that was tried, in order."""
        return sorted((one for one in self._tried.values() if one is not None), key=lambda one: one.value)

    def at(self, value: int) -> Tried | None:
        """What a value gives; each is read once."""
        if value not in self._tried:
            found = self._read(value)
            self._tried[value] = None if found is None else self._measured(value, found)
        return self._tried[value]

    def _measured(self, value: int, found: Readings) -> Tried:
        aim = self._aim
        among = (1 << found.runs) - 1 if aim.among is None else found.met.get(aim.among, 0)
        met, whole = (found.met.get(aim.fact, 0) & among).bit_count(), among.bit_count()
        return Tried(value, met / whole if whole else 0.0, whole, wilson(met, whole))

    def _end(self, value: int, step: int, other: int) -> int:
        """The value nearest to an end of the range with which the story can be played."""
        for _ in range(_STEPS):
            if value == other or self.at(value) is not None:
                break
            value += step
        return value

    def _between(self, one: Tried, two: Tried) -> None:
        """Halve the range between two values on whose sides of the wanted share they lie, until they are neighbours."""
        wanted = self._aim.share
        for _ in range(_ROUNDS):
            middle = self.at((one.value + two.value) // 2) if two.value - one.value > 1 else None
            if middle is None:
                return
            if (middle.share < wanted) == (one.share < wanted) and middle.share != wanted:
                one = middle
            else:
                two = middle

    def _fits(self, best: Tried, low: int, high: int) -> tuple[int, int] | None:
        if not self._fit(best):
            return None
        return self._last(best.value, low), self._last(best.value, high)

    def _fit(self, one: Tried) -> bool:
        return one.out_of > 0 and one.between.low <= self._aim.share <= one.between.high

    def _last(self, inside: int, end: int) -> int:
        """The value farthest toward an end, as far as halving tells, whose share can't be told from the wanted one."""
        last = self.at(end)
        if last is not None and self._fit(last):
            return end
        outside = end
        while abs(outside - inside) > 1:
            middle = (outside + inside) // 2
            found = self.at(middle)
            if found is not None and self._fit(found):
                inside = middle
            else:
                outside = middle
        return inside


def _rises(points: list[Tried]) -> bool | None:
    """Whether the share rises with the value; None where it turns, by more than noise, or stays all the way."""
    ups = any(two.between.low > one.between.high for one in points for two in points if two.value > one.value)
    downs = any(two.between.high < one.between.low for one in points for two in points if two.value > one.value)
    return None if ups == downs else ups
