"""All gauges over time, drawn once for each size and each gauge in focus."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from game.tui.text import NOTHING, stacked, together, words
from game.view.chart import NOBODY, Chart, chart
from game.view.histories import History

_MARGIN = 14
_WIDE = 40
"""Where a chart is less wide than this, no labels stand beside it."""
_LOWEST = 4


class ChartView(Widget):
    """A chart of signs. A click on a gauge's letter asks for that gauge."""

    class Picked(Message):
        """A reader clicked a sign of the gauge at ``index``."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, found: Sequence[History], unit: str) -> None:
        super().__init__()
        self._found, self._unit = found, unit
        self._focus = 0
        self._drawn: tuple[tuple[int, int, int], Chart, Content] | None = None

    def focus_on(self, index: int) -> None:
        """Draw one of them as a line."""
        self._focus = index
        self.refresh()

    def render(self) -> Content:
        """Draw it, if it isn't drawn yet."""
        width, height = self.content_size
        if height < _LOWEST or not self._found:
            return NOTHING
        asked = (width, height, self._focus)
        if self._drawn is None or self._drawn[0] != asked:
            made = chart(self._found, width - self._margin, height - 1, self._focus)
            rows = list(zip(made.labels, made.rows, made.owners, strict=True))
            drawn = _drawn(rows, self._focus, max(self._margin - 1, 0))
            self._drawn = asked, made, stacked(drawn, self._axis(made))
        return self._drawn[2]

    def on_click(self, event: events.Click) -> None:
        """Ask for the gauge whose sign was clicked."""
        offset = event.get_content_offset(self)
        if self._drawn is None or offset is None:
            return
        owners, column = self._drawn[1].owners, offset.x - self._margin
        if offset.y < len(owners) and 0 <= column < len(owners[0]) and owners[offset.y][column] != NOBODY:
            event.stop()
            self.post_message(self.Picked(owners[offset.y][column]))

    @property
    def _margin(self) -> int:
        return _MARGIN if self.content_size.width >= _WIDE else 0

    def _axis(self, made: Chart) -> Content:
        """The turns beneath the columns they begin in, as many as have room."""
        parts: list[Content] = []
        end = 0
        room = self.content_size.width
        for column, turn in made.axis:
            label = str(turn) if parts else f"{self._unit} {turn}"
            at = column + self._margin
            if at + len(label) > room or (parts and at < end + 2):
                continue
            parts.append(words(" " * (at - end) + label, "$quiet"))
            end = at + len(label)
        return together(*parts)


def _drawn(rows: Sequence[tuple[str, str, tuple[int, ...]]], focus: int, margin: int) -> Content:
    """The rows of a chart, each with its label and whose its signs are; the gauge in focus stands out."""
    return stacked(*(_row(label, row, owners, focus, margin) for label, row, owners in rows))


def _row(label: str, row: str, owners: tuple[int, ...], focus: int, margin: int) -> Content:
    parts = [words(f"{label[:margin]:>{margin}} ", "$quiet")] if margin else []
    begin = 0
    for at in range(1, len(row) + 1):
        if at == len(row) or (owners[at] == focus) != (owners[begin] == focus):
            parts.append(words(row[begin:at], "bold $accent" if owners[begin] == focus else "$quiet"))
            begin = at
    return together(*parts)
