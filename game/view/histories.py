"""What became of each gauge: its course, its bands, and the decisions that changed it most. Nothing a reader can't see.

A gauge that is shown in words has heights too: its bands, evenly, which say no more than the words do.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from game.model.world import Meter
from game.play.playthrough import Playthrough
from game.view.courses import Course, Point, courses
from game.view.decisions import chosen, place_title, turn_title
from game.view.gauges import reasons
from game.view.origins import Origins

MOST = 5
"""So many of a gauge's changes are told: the biggest."""


@dataclass(frozen=True, slots=True)
class Band:
    """A named range of a gauge, and where it begins; None for a gauge that is shown in words."""

    name: str
    begins: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """What one decision, and all that followed it, did to a gauge, and because of what.

    ``change`` is in the gauge's own numbers; of one shown in words, in bands. It said ``before``, then ``after``.
    """

    number: int
    when: str
    title: str
    decision: str
    change: int
    before: str
    after: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A gauge over time. ``shifts`` are its biggest changes, the biggest first; ``better`` is high, low or none."""

    course: Course
    shown: str
    about: str
    bands: tuple[Band, ...]
    shifts: tuple[Shift, ...]

    @property
    def last(self) -> Point:
        """What it showed last."""
        return self.course.points[-1]

    def height(self, point: Point) -> tuple[int, int]:
        """How high it stood at a point, and how high it can: in numbers above its lowest, or in bands."""
        if point.value is None:
            return _step(self.bands, point.band), max(len(self.bands) - 1, 1)
        return point.value - self.course.low, max(self.course.high - self.course.low, 1)

    def beside(self) -> tuple[Band | None, Band | None]:
        """The bands under and over the one it shows now; None where there is none."""
        names = [band.name for band in self.bands]
        at = names.index(self.last.band) if self.last.band in names else -1
        under = self.bands[at - 1] if at > 0 else None
        return under, self.bands[at + 1] if at + 1 < len(self.bands) else None


def histories(playthrough: Playthrough) -> tuple[History, ...]:
    """Every meter that was ever shown, in the order declared."""
    world = playthrough.program.story.world
    meters = {meter.id: meter for meter in world.meters}
    origins = Origins(playthrough)
    return tuple(_history(origins, course, meters[course.id]) for course in courses(playthrough))


def _history(origins: Origins, course: Course, meter: Meter) -> History:
    in_words = meter.shown == "words"
    bands = tuple(Band(name, None if in_words else low) for name, low in meter.bands)
    changes = sorted(_changes(course, bands), key=lambda one: (-abs(one[0]), -one[2].page))
    return History(
        course=course,
        shown=meter.shown,
        about=meter.about,
        bands=bands,
        shifts=tuple(_shift(origins, meter.id, *one) for one in changes[:MOST]),
    )


def _changes(course: Course, bands: tuple[Band, ...]) -> Iterator[tuple[int, Point, Point]]:
    """How much each decision changed what was shown, with what was shown before and after."""
    for before, after in pairwise(course.points):
        if after.page != before.page + 1:
            continue  # it wasn't shown in between, so nobody saw it change
        if before.value is None or after.value is None:
            change = _step(bands, after.band) - _step(bands, before.band)
        else:
            change = after.value - before.value
        if change:
            yield change, before, after


def _step(bands: tuple[Band, ...], name: str) -> int:
    return next((at for at, band in enumerate(bands) if band.name == name), 0)


def _shift(origins: Origins, meter: str, change: int, before: Point, after: Point) -> Shift:
    playthrough, program = origins.playthrough, origins.program
    move, took = playthrough.moves[after.page], playthrough.moves[after.page].took
    why = reasons(origins, move.step, playthrough.moves[before.page].step.state.values)
    return Shift(
        number=after.page,
        when=turn_title(program, before.turn),
        title=place_title(program, took.scene) if took is not None else "",
        decision=chosen(playthrough, after.page),
        change=change,
        before=before.text,
        after=after.text,
        because=tuple(why.get(meter, ())),
    )
