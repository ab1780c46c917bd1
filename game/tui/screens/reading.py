"""Something to read and close again: help, about the story, the sheet of gauges."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from game.tui.commands import BACK, Command, bindings
from game.tui.pieces import Piece
from game.tui.screens.room import Room
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.words import PieceView


class ReadingRoom(Room):
    """A title and pieces of text."""

    CSS_PATH = "../styles/page.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="space,pagedown",
            action="scroll_screens(1)",
            id="page_down",
            about="One screen down",
            shown="space",
            word="read on",
            listed=False,
        ),
        Command(
            keys="pageup", action="scroll_screens(-1)", id="page_up", about="One screen up", shown="PgUp", listed=False
        ),
        Command(
            keys="down,j", action="scroll_lines(1)", id="line_down", about="A line down", shown="↓ j", listed=False
        ),
        Command(keys="up,k", action="scroll_lines(-1)", id="line_up", about="A line up", shown="↑ k", listed=False),
        Command(
            keys="home,g",
            action="scroll_lines(-99999)",
            id="to_beginning",
            about="To the top",
            shown="home",
            listed=False,
        ),
        Command(keys="end,G", action="scroll_lines(99999)", id="to_end", about="To the end", shown="end", listed=False),
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, story: str, title: str, text: tuple[Piece, ...]) -> None:
        super().__init__()
        self._story = story
        self._about = title
        self._text = text

    def furnish(self) -> Iterable[Widget]:
        """The text, in one scroll."""
        yield HeadLine()
        self.scroller = VerticalScroll(
            Vertical(*(PieceView(piece) for piece in self._text), classes="leaf"), id="reel", can_focus=False
        )
        yield self.scroller

    def on_mount(self) -> None:
        """Say what this is."""
        self.query_one(HeadLine).show(self._story, self._about)

    def action_scroll_lines(self, by: int) -> None:
        """Scroll by lines."""
        self.scroller.scroll_relative(y=by, animate=False)

    def action_scroll_screens(self, by: int) -> None:
        """Scroll by screens."""
        self.action_scroll_lines(by * max(self.scroller.size.height - 2, 1))


class HelpRoom(ReadingRoom):
    """Help; there is no help about it."""

    helps = False
