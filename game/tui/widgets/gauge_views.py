"""The gauges beside the prose, where there is room, and above it, where there is not."""

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from game.tui.gauges import panel, status
from game.view.page import Gauge

_LINES = ((20, 1), (24, 2))
_MOST = 3


class GaugePanel(Widget):
    """The column at the side."""

    def __init__(self) -> None:
        super().__init__()
        self._gauges: tuple[Gauge, ...] = ()

    def show(self, gauges: tuple[Gauge, ...]) -> None:
        """Show the gauges as they stand."""
        self._gauges = gauges
        self.refresh()

    def render(self) -> Content:
        """Draw them for the size there is."""
        return panel(self._gauges, self.content_size.width, self.content_size.height)


class GaugeStatus(Widget):
    """One to three lines, so that the prose keeps most of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self._gauges: tuple[Gauge, ...] = ()

    def show(self, gauges: tuple[Gauge, ...]) -> None:
        """Show the gauges as they stand."""
        self._gauges = gauges
        self.refresh(layout=True)

    def _lines(self, width: int) -> Content:
        return status(
            self._gauges, width, next((lines for below, lines in _LINES if self.app.size.height < below), _MOST)
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual hands it over
        """Return how many lines they need."""
        return len(self._lines(width).plain.splitlines())

    def render(self) -> Content:
        """Draw them for the width there is."""
        return self._lines(self.content_size.width)
