"""A text of any length, drawn line by line: only what was made is kept, only what is seen is drawn."""

from bisect import bisect_right
from collections.abc import Callable
from functools import partial
from itertools import accumulate
from time import monotonic
from typing import ClassVar

from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.timer import Timer

from game.tui.pieces import Piece
from game.tui.widgets.strips import HIT, PLACE, Look, holds, strips

_SLICE = 0.012
_PAUSE = 0.02
"""While nobody waits, so many seconds at once are spent on pages out of sight, and so many are left between."""
_WAITED_FOR, _BREATH = 0.08, 0.005
"""The same while a reader waits for all of it."""
_SIDE = 2


class Roll(ScrollView, can_focus=False):
    """Pages one under another, the decision before each; the page the reader is on has its decision marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"roll--lit"}

    class Opened(Message):
        """A reader clicked the decision that led to page ``number``."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Moved(Message):
        """Another page is being read."""

    class Whole(Message):
        """Every page has been made, and what is looked for is marked in all of them."""

    def __init__(self, pages: int, made: Callable[[int], tuple[Piece, ...]], column: int) -> None:
        super().__init__()
        self._count, self._made, self._column = pages, made, column
        self._first = self.here = pages - 1
        self._pages: list[list[Strip]] = []
        self._tops: list[int] = [0]
        self._lit: dict[tuple[int, int], Strip] = {}
        self._wanted = ""
        self._drawn_for = Size()
        self._timer: Timer | None = None

    @property
    def is_whole(self) -> bool:
        """Whether every page has been made."""
        return len(self._pages) == self._count

    @property
    def hits(self) -> list[int]:
        """The lines in which something was found."""
        return [at for at in range(self._tops[-1]) if self._wanted and holds(self._at(at), HIT)]

    def begin(self, number: int) -> None:
        """Make the page ``number``, and what is seen around it; the others follow while the reader reads."""
        self._pages, self._tops, self._first = [], [0], number
        self._lit.clear()
        self.here, self._drawn_for = number, self.size
        while not self.is_whole and self._tops[-1] < self.size.height * _SIDE + 1:
            self._make_one()
        self._settle()
        self.go_to(number)
        if not self.is_whole:
            self._work(_SLICE, _PAUSE)

    def go_to_end(self, *, last: bool) -> None:
        """To the last line, or to the first."""
        if not self.is_whole:
            self.begin(self._count - 1 if last else 0)
        self.scroll_to(y=self._tops[-1] if last else 0, animate=False, immediate=True)

    def complete(self) -> None:
        """Make every page now."""
        self._make_for(None)

    def look_for(self, wanted: str) -> None:
        """Mark something wherever it stands; nothing, where ``wanted`` is empty. ``Whole`` says that it is done."""
        if wanted != self._wanted:
            self._wanted = wanted
            self.begin(self.here)
        if not wanted:
            return
        self._work(_WAITED_FOR, _BREATH)
        self._make_more(_WAITED_FOR)  # most logs are whole by then

    def go_to(self, number: int) -> None:
        """To the page after ``number`` decisions."""
        while not self._first <= number < self._first + len(self._pages):
            self._make_one()
        self._settle()
        self.scroll_to(y=self._tops[number - self._first], animate=False, immediate=True)
        self._mark(number)

    def show_line(self, line: int) -> None:
        """Scroll to where a line can be seen, if it can't."""
        top, height = self.scroll_offset.y, self.size.height
        if not top <= line < top + height:
            self.scroll_to(y=max(line - height // 3, 0), animate=False, immediate=True)
        self._mark(self.page_of(line))

    def page_of(self, line: int) -> int:
        """The page that a line belongs to."""
        return self._first + bisect_right(self._tops, line) - 1

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is seen."""
        at = self.scroll_offset.y + y
        line = self._at(at) if at < self._tops[-1] else Strip.blank(0)
        lit = self._lit.get((self.here, at - self._tops[self.here - self._first]), line)
        return lit.adjust_cell_length(self.size.width, self.visual_style.rich_style)

    def on_mount(self) -> None:
        """Draw it anew in other colours."""
        self.watch(self.app, "theme", self._recolour, init=False)

    def on_resize(self, event: events.Resize) -> None:
        """Draw it anew for another width."""
        if event.size.width:
            self.begin(self.here)
            self.call_after_refresh(self.go_to, self.here)  # only then does the new size let it scroll so far

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Mark what is being read, wherever the reader scrolls."""
        super().watch_scroll_y(old_value, new_value)
        if self.size != self._drawn_for:
            return  # it wasn't the reader: the screen has another size, and the text is about to be drawn for it
        top = round(new_value)
        places = [self._tops[at] for at in range(len(self._pages))]
        here = self.here - self._first
        if 0 <= here < len(places) and top <= places[here] < top + self.size.height:
            return
        seen = [at for at, place in enumerate(places) if top <= place < top + self.size.height]
        self._mark(self._first + (seen[0] if seen else max(bisect_right(places, top) - 1, 0)))

    def on_click(self, event: events.Click) -> None:
        """Open the decision that was clicked."""
        number = event.style.meta.get(PLACE)
        if isinstance(number, int):
            event.stop()
            self.post_message(self.Opened(number))

    def _recolour(self) -> None:
        self.call_after_refresh(self.begin, self.here)

    def _at(self, line: int) -> Strip:
        page = bisect_right(self._tops, line) - 1
        return self._pages[page][line - self._tops[page]]

    def _mark(self, number: int) -> None:
        if number != self.here:
            self.here = number
            self.refresh()
        self.post_message(self.Moved())

    def _work(self, seconds: float, pause: float) -> None:
        """Make what is left, so many seconds at once, with pauses in which keys are answered."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_interval(seconds + pause, partial(self._make_more, seconds))

    def _make_more(self, seconds: float) -> None:
        self._make_for(seconds)
        if self.is_whole and self._timer is not None:
            self._timer.stop()
            self._timer = None
            self.post_message(self.Whole())

    def _make_for(self, seconds: float | None) -> None:
        """Make pages, so long or all of them; what is seen stays where it is."""
        until = monotonic() + (seconds or 0)
        above = 0
        while not self.is_whole and (seconds is None or monotonic() < until):
            above += self._make_one()
        self._settle()
        if above:
            self.scroll_to(y=self.scroll_offset.y + above, animate=False, immediate=True)

    def _make_one(self) -> int:
        """Make the next page below, or one above where there is none; return how many lines came above."""
        after = self._first + len(self._pages)
        if after < self._count:
            self._pages.append(self._lines(after))
            self._tops.append(self._tops[-1] + len(self._pages[-1]))
            return 0
        self._first -= 1
        self._pages.insert(0, self._lines(self._first))
        self._tops = [0, *accumulate(map(len, self._pages))]
        return len(self._pages[0])

    def _settle(self) -> None:
        self.virtual_size = Size(self.size.width, self._tops[-1])
        self.refresh()

    def _lines(self, number: int) -> list[Strip]:
        room = max(self.size.width - 2 * _SIDE, 1)
        width = min(self._column, room)
        look = Look(self, width, _SIDE + (room - width) // 2, self._wanted)
        found: list[Strip] = []
        for piece in self._made(number):
            if piece.kind == "chosen":
                marked = strips(piece, look, self.get_visual_style("roll--lit"), number)
                self._lit |= {(number, at): line for at, line in enumerate(marked, len(found))}
            found += strips(piece, look, self.visual_style, number)
        return found
