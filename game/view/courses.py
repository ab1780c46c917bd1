"""Courses: what a meter showed its reader, page by page."""

from dataclasses import dataclass

from game.engine.prose import band_name
from game.play.playthrough import Playthrough
from game.view.gauges import is_shown, seen


@dataclass(frozen=True, slots=True)
class Point:
    """A meter on one page: ``value`` is None where only words are shown, ``band`` empty where it has none."""

    page: int
    turn: int
    value: int | None
    band: str

    @property
    def text(self) -> str:
        """The number, or the word where no number is shown."""
        return self.band if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A meter over time; a page on which it wasn't shown has no point."""

    id: str
    title: str
    group: str
    low: int
    high: int
    points: tuple[Point, ...]

    def by_turn(self) -> tuple[Point, ...]:
        """The last point of each turn; of a story without a clock, every point."""
        last = {point.turn or -point.page: point for point in self.points}
        return tuple(last.values())


def courses(playthrough: Playthrough) -> tuple[Course, ...]:
    """Every meter that was ever shown, in the order declared."""
    program, found = playthrough.program, []
    for meter in program.story.world.meters:
        points: list[Point] = []
        for page, move in enumerate(playthrough.moves):
            values = move.step.state.values
            if not is_shown(program, meter, values):
                continue
            now = seen(program, meter, values)
            turn = program.value(values, "turn") if program.phases else 0
            assert isinstance(turn, int)
            points.append(Point(page, turn, None if meter.shown == "words" else now, band_name(meter.bands, now)))
        if points:
            found.append(
                Course(
                    id=meter.id,
                    title=meter.title,
                    group=meter.group,
                    low=meter.low,
                    high=meter.high,
                    points=tuple(points),
                )
            )
    return tuple(found)
