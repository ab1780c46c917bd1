"""All gauges over time as one chart of signs: made for one size, and readable without colours.

The gauge in focus is a line; the others are their letters, each at its own height. Heights are parts of each gauge's
own range, so that pips, words and numbers stand in one chart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from string import ascii_lowercase, ascii_uppercase

from game.view.histories import History

NOBODY = -1
_APART = 4
"""So many columns lie between two letters of a gauge, at least."""
_LEVEL, _UPRIGHT = "─", "│"
_DOWN, _UP = ("╮", "╰"), ("╯", "╭")
"""How the line leaves its row, and arrives in another."""
_LABEL = 14
_LETTERS = ascii_uppercase + ascii_lowercase


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of signs, the highest first, each with whose they are (an index among the gauges, or NOBODY).

    ``labels`` are what the gauge in focus means at each row, ``axis`` the turns beneath, as (column, number).
    """

    rows: tuple[str, ...]
    owners: tuple[tuple[int, ...], ...]
    labels: tuple[str, ...]
    axis: tuple[tuple[int, int], ...]


class _Sheet:
    """Signs by row and column, each with whose it is."""

    def __init__(self, width: int, height: int) -> None:
        self.signs = [[" "] * width for _ in range(height)]
        self.owners = [[NOBODY] * width for _ in range(height)]

    def put(self, column: int, row: int, sign: str, owner: int) -> None:
        """Set a sign over what was there."""
        self.signs[row][column], self.owners[row][column] = sign, owner


def letter(index: int) -> str:
    """The letter of a gauge by its place among all of them."""
    return _LETTERS[index % len(_LETTERS)]


def chart(found: Sequence[History], width: int, height: int, focus: int) -> Chart:
    """Draw the gauges over all pages, with ``width`` columns and ``height`` rows."""
    last = max((history.last.page for history in found), default=0)
    width, height = max(width, 1), max(height, 1)
    sheet = _Sheet(width, height)
    for index, history in enumerate(found):
        if index != focus:
            for column, row in _spread(_heights(history, last, width, height), index):
                if sheet.owners[row][column] == NOBODY:
                    sheet.put(column, row, letter(index), index)
    if 0 <= focus < len(found):
        heights = _heights(found[focus], last, width, height)
        _line(sheet, heights, focus)
        for column, row in _spread(heights, focus):
            sheet.put(column, row, letter(focus), focus)
    return Chart(
        rows=tuple("".join(row) for row in sheet.signs),
        owners=tuple(tuple(row) for row in sheet.owners),
        labels=_labels(found[focus], height) if 0 <= focus < len(found) else ("",) * height,
        axis=_axis(found, last, width),
    )


def _column(page: int, last: int, width: int) -> int:
    return round(page * (width - 1) / last) if last else 0


def _row(part: int, whole: int, height: int) -> int:
    return height - 1 - round(part * (height - 1) / whole)


def _heights(history: History, last: int, width: int, height: int) -> dict[int, int]:
    """The row of a gauge in every column where it was shown; between two pages it goes straight."""
    found: dict[int, int] = {}
    before: tuple[int, int] | None = None
    page = NOBODY
    for point in history.course.points:
        column, row = _column(point.page, last, width), _row(*history.height(point), height)
        if before is not None and point.page == page + 1 and column > before[0]:
            run = column - before[0]
            for step in range(1, run):
                found[before[0] + step] = before[1] + round((row - before[1]) * step / run)
        found[column] = row
        before, page = (column, row), point.page
    return found


def _spread(heights: dict[int, int], index: int) -> list[tuple[int, int]]:
    """Where a gauge's letter stands: some columns apart, each gauge beginning at another; always at its last."""
    if not heights:
        return []
    columns = sorted(heights)
    apart = max(_APART, len(columns) // 12)
    chosen = {column for column in columns if (column + index) % apart == 0 and column <= columns[-1] - 2}
    return [(column, heights[column]) for column in sorted(chosen | {columns[-1]})]


def _line(sheet: _Sheet, heights: dict[int, int], focus: int) -> None:
    """Draw a line through every column; where it changes its row, it turns."""
    before: int | None = None
    for column in sorted(heights):
        row = heights[column]
        if before is None or column - 1 not in heights or before == row:
            sheet.put(column, row, _LEVEL, focus)
        else:
            leaves, arrives = _DOWN if row > before else _UP
            for between in range(min(row, before) + 1, max(row, before)):
                sheet.put(column, between, _UPRIGHT, focus)
            sheet.put(column, before, leaves, focus)
            sheet.put(column, row, arrives, focus)
        before = row


def _labels(history: History, height: int) -> tuple[str, ...]:
    """What the rows mean for a gauge: where its bands begin; the ends of its range where it has none."""
    course = history.course
    found = [""] * height
    if history.shown == "words":
        for at, band in enumerate(history.bands):
            found[_row(at, max(len(history.bands) - 1, 1), height)] = band.name
    else:
        whole = max(course.high - course.low, 1)
        ends = [(course.low, str(course.low)), (course.high, str(course.high))]
        begun = [(band.begins, f"{band.begins} {band.name}") for band in history.bands if band.begins is not None]
        for value, text in (*ends, *begun):
            found[_row(min(max(value, course.low), course.high) - course.low, whole, height)] = text
    return tuple(text[:_LABEL] for text in found)


def _axis(found: Sequence[History], last: int, width: int) -> tuple[tuple[int, int], ...]:
    """The columns in which turns begin, as far as a gauge was shown in them."""
    begun: dict[int, int] = {}
    for history in found:
        for point in history.course.points:
            if point.turn:
                begun[point.turn] = min(begun.get(point.turn, point.page), point.page)
    return tuple((_column(page, last, width), turn) for turn, page in sorted(begun.items()))
