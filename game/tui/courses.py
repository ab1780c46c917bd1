"""A gauge over time as a line of small blocks."""

from game.view.courses import Course, Point

_BLOCKS = "▁▂▃▄▅▆▇█"
_WIDEST = 24


def span(*courses: Course | None) -> tuple[int, int]:
    """The least and the most that these courses showed."""
    values = [point.value for course in courses if course for point in course.points if point.value is not None]
    return (min(values), max(values)) if values else (0, 0)


def spark(course: Course, low: int, high: int) -> str:
    """A course as a row of blocks between ``low`` and ``high``; empty where it shows words only."""
    values = [point.value for point in _thinned(course.points) if point.value is not None]
    steps = len(_BLOCKS) - 1
    return "".join(_BLOCKS[round(steps * (value - low) / max(high - low, 1))] for value in values)


def ends(course: Course) -> str:
    """What it showed first and last: ``50 to 63``; in words every one that it came to."""
    said = [point.text for point in course.points if point.text]
    if not said:
        return ""
    if course.points[-1].value is None:
        came = [text for at, text in enumerate(said) if at == 0 or text != said[at - 1]]
        return ", ".join(came)
    return said[0] if said[0] == said[-1] else f"{said[0]} to {said[-1]}"


def _thinned(points: tuple[Point, ...]) -> list[Point]:
    """So many points that they fit, the last one among them."""
    if len(points) <= _WIDEST:
        return list(points)
    return [points[round(at * (len(points) - 1) / (_WIDEST - 1))] for at in range(_WIDEST)]
