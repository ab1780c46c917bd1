"""A meter over time as a small drawing in SVG."""

from html import escape

from game.view.courses import Course

_WIDTH, _HEIGHT = 240, 56


def chart(course: Course) -> str:
    """Return the drawing of a course that has numbers: a line over its range, with a dot where it ends."""
    points = [(point.page, point.value) for point in course.points if point.value is not None]
    span = max(1, points[-1][0] - points[0][0])
    height = max(1, course.high - course.low)
    places = [
        (_WIDTH * (page - points[0][0]) / span, _HEIGHT * (course.high - value) / height) for page, value in points
    ]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
    (first, _), (x, y) = places[0], places[-1]
    said = escape(f"{course.title}, from {points[0][1]} to {points[-1][1]}, of {course.low} to {course.high}")
    return (
        f'<svg viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" aria-label="{said}">'
        f'<line class="base" x1="0" y1="{_HEIGHT}" x2="{_WIDTH}" y2="{_HEIGHT}"/>'
        f'<polygon class="area" points="{first:.1f},{_HEIGHT} {line} {x:.1f},{_HEIGHT}"/>'
        f'<polyline class="course" points="{line}"/><circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="2.6"/></svg>'
    )
