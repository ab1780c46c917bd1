"""New text that appears letter by letter, in its final place from the beginning: nothing ever jumps.

It waits at the foot of the view until the reader scrolls on, and costs nothing while it waits.
"""

from collections.abc import Callable

from textual.timer import Timer

from game.tui.widgets.leaf import Leaf
from game.tui.widgets.transcript import Transcript
from game.tui.widgets.words import PieceView

_FRAMES = 25
"""How often in a second more is shown."""


class Reveal:
    """What is still to appear of the newest page; ``rested`` is called whenever it has stopped."""

    def __init__(self, transcript: Transcript, rested: Callable[[], None]) -> None:
        self._transcript = transcript
        self._rested = rested
        self._leaf: Leaf | None = None
        self._waiting: list[PieceView] = []
        self._shown = 0.0
        self._step = 0.0
        self._timer: Timer | None = None

    @property
    def is_running(self) -> bool:
        """Whether letters appear now."""
        return self._timer is not None

    @property
    def is_waiting(self) -> bool:
        """Whether something is still to appear, further down."""
        return bool(self._waiting) and self._timer is None

    def veil(self, leaf: Leaf, letters: int) -> None:
        """Take a page that will appear at so many letters a second, once it is laid out and ``go_on`` is called."""
        self.finish()
        self._leaf, self._waiting, self._shown = leaf, leaf.pieces, 0.0
        self._step = letters / _FRAMES
        leaf.veil()

    def go_on(self) -> None:
        """Let what can be seen go on appearing."""
        if self._waiting and self._timer is None and self._catch_up():
            self._timer = self._transcript.set_interval(1 / _FRAMES, self._tick)

    def fill(self) -> None:
        """Show at once all that can be seen, and wait at the foot of the view."""
        while self._waiting and self._in_view():
            self._show_more(float(self._waiting[0].line_end(self._line())))
        self._rest()

    def finish(self) -> None:
        """Show all that is left at once."""
        if self._leaf is not None and self._waiting:
            self._leaf.unveil()
        self._waiting, self._leaf = [], None
        self._rest()

    def _tick(self) -> None:
        self._show_more(self._shown + self._step)
        if not self._waiting or not self._in_view():
            self._rest()

    def _show_more(self, shown: float) -> None:
        """Show the first piece that waits up to a letter; when it is whole, the next one's turn begins."""
        view = self._waiting[0]
        self._shown = shown
        if shown < view.letters:
            view.reveal(int(shown))
            return
        view.unveil()
        self._waiting, self._shown = self._waiting[1:], 0.0
        if not self._waiting and self._leaf is not None:
            self._leaf.unveil()

    def _catch_up(self) -> bool:
        """Show what the reader has scrolled past; whether anything that can be seen still waits."""
        top = self._transcript.scroll_offset.y
        while self._waiting and self._row() < top:
            self._show_more(float(self._waiting[0].line_end(self._line())))
        return bool(self._waiting) and self._in_view()

    def _in_view(self) -> bool:
        return self._row() < self._transcript.scroll_offset.y + self._transcript.size.height

    def _row(self) -> int:
        """Where in the transcript the next letter stands; right even while a scrolling is still being drawn."""
        assert self._leaf is not None
        return self._leaf.virtual_region.y + self._waiting[0].line_y(self._line()) - self._leaf.region.y

    def _line(self) -> int:
        return self._waiting[0].line_of(int(self._shown))

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
            self._rested()
