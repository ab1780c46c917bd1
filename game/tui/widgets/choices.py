"""The offers of a page, one under another: taken by number, by cursor or by click."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import AwaitMount

from game.tui.glyphs import CURSOR, LOCKED
from game.tui.offers import Row
from game.tui.text import together, words
from game.tui.widgets.hanging import Hanging
from game.tui.widgets.words import Words

_INDENT = 5


class RowView(Words):
    """One offer."""

    def __init__(self, row: Row) -> None:
        self.row = row
        super().__init__(_visual(row, pointed=False), classes="row")
        self._dress()

    def draw(self, row: Row, *, pointed: bool, taken: bool) -> None:
        """Show an offer in this place."""
        self.row = row
        self.display = True
        self.set_class(pointed, "-pointed")
        self.set_class(taken, "-taken")
        self._dress()
        self.show(_visual(row, pointed=pointed))

    def _dress(self) -> None:
        self.set_class(not self.row.number, "-locked")
        self.set_class(self.row.envelope, "-envelope")


class Choices(Vertical):
    """All offers of a page. Locked ones can be looked at, never taken."""

    class Clicked(Message):
        """A reader clicked the offer at ``index``."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, rows: tuple[Row, ...]) -> None:
        super().__init__()
        self.rows = rows
        self.cursor: int | None = None
        self._views = [RowView(row) for row in rows]

    def compose(self) -> ComposeResult:
        """Lay the rows out."""
        yield from self._views

    def show(self, rows: tuple[Row, ...], taken: int | None) -> AwaitMount | None:
        """Show other offers in the same places; the one at ``taken`` is marked."""
        self.rows, self.cursor = rows, taken
        more = [RowView(row) for row in rows[len(self._views) :]]
        self._views += more
        for view in self._views[len(rows) :]:
            view.display = False
        for index, row in enumerate(rows):
            self._views[index].draw(row, pointed=index == taken, taken=index == taken)
        return self.mount(*more) if more else None

    def point(self, index: int | None) -> RowView | None:
        """Put the cursor on a row, or nowhere; returns the row's view."""
        before, self.cursor = self.cursor, index
        for changed in (before, index):
            if changed is not None:
                self._views[changed].draw(self.rows[changed], pointed=changed == index, taken=False)
        return None if index is None else self._views[index]

    def next(self, step: int) -> int | None:
        """Return the index of the next row up or down, locked ones too: their reasons want reading."""
        if not self.rows:
            return None
        if self.cursor is None:
            return 0 if step > 0 else len(self.rows) - 1
        return max(0, min(len(self.rows) - 1, self.cursor + step))

    def with_number(self, number: int) -> int | None:
        """Return the index of the row that a number takes."""
        return next((index for index, row in enumerate(self.rows) if row.number == number), None)

    def on_click(self, event: events.Click) -> None:
        """Answer for the row that was clicked; where words were selected with the mouse, that was no click."""
        if isinstance(event.widget, RowView) and not self.screen.get_selected_text():
            event.stop()
            self.post_message(self.Clicked(self._views.index(event.widget)))


def _visual(row: Row, *, pointed: bool) -> Hanging:
    mark = words(f"{CURSOR if pointed else ' '} ", "bold $accent")
    number = words(str(row.number), "bold $accent") if row.number else words(LOCKED, "$quiet")
    return Hanging(together(mark, number), row.text, _INDENT)
