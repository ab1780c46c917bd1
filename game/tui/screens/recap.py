"""After the end: the session looked back on, and the ways on from there."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widget import Widget

from game.play.playthrough import Playthrough
from game.tui.afterwards import after_rows
from game.tui.commands import BACK, DIGITS, MAP, Command, bindings
from game.tui.glyphs import DASH
from game.tui.messages import (
    BranchWanted,
    CompareWanted,
    EndingsWanted,
    ExportWanted,
    LookBack,
    MapWanted,
    NewWanted,
)
from game.tui.recap_pieces import recap_pieces
from game.tui.screens.room import Room
from game.tui.widgets.choices import Choices
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.words import PieceView
from game.view.recap import Recap


class RecapRoom(Room):
    """A session that has ended, on one long page; at its foot what to do next, each by its number."""

    CSS_PATH = "../styles/page.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="",
            action="confirm",
            about="Do what has this number, at the foot of the page",
            shown=f"1{DASH}9",
            word="what next",
            listed=False,
        ),
        Command(
            keys="space,pagedown", action="scroll_screens(1)", about="One screen down", shown="space", word="read on"
        ),
        Command(keys="pageup", action="scroll_screens(-1)", about="One screen up", shown="PgUp", listed=False),
        Command(
            keys="down,j", action="point(1)", about="A line down; at the foot, to the next", shown="↓ j", listed=False
        ),
        Command(keys="up,k", action="point(-1)", about="A line up", shown="↑ k", listed=False),
        Command(
            keys="enter", action="confirm", about="Do what is under the cursor; before that, read on", listed=False
        ),
        Command(keys="home,g", action="scroll_to(0)", about="To the top", shown="home", listed=False),
        Command(keys="end,G", action="scroll_to(1)", about="To the foot of the page", shown="end", listed=False),
        MAP,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings((*OFFERED, *DIGITS))

    def __init__(self, found: Recap, playthrough: Playthrough, name: str) -> None:
        super().__init__()
        self._found = found
        self._playthrough = playthrough
        self._session = name

    def furnish(self) -> Iterable[Widget]:
        """One page."""
        yield HeadLine()
        self.choices = Choices(after_rows(self._found))
        page = Vertical(*(PieceView(piece) for piece in recap_pieces(self._found)), self.choices, classes="leaf")
        self.scroller = VerticalScroll(page, id="reel", can_focus=False)
        yield self.scroller

    def on_mount(self) -> None:
        """Say whose page this is."""
        self.query_one(HeadLine).show(self._found.story, "Looking back", right=self._session)

    def action_scroll_screens(self, by: int) -> None:
        """Scroll by screens."""
        self.scroller.scroll_relative(y=by * max(self.scroller.size.height - 2, 1), animate=False)

    def action_scroll_to(self, end: int) -> None:
        """Scroll to the top or to the foot."""
        if end:
            self.scroller.scroll_end(animate=False)
        else:
            self.scroller.scroll_home(animate=False)

    def action_point(self, step: int) -> None:
        """Scroll a line; where what to do next can be seen, go through that."""
        index = self.choices.next(step)
        leaving = step < 0 and self.choices.cursor == 0
        if index is None or leaving or not self._in_view(index):
            self.choices.point(None)
            self.scroller.scroll_relative(y=step, animate=False)
        elif view := self.choices.point(index):
            view.scroll_visible(animate=False, force=True)

    async def action_confirm(self) -> None:
        """Do what is under the cursor; where there is none, read on."""
        if self.choices.cursor is not None:
            await self._do(self.choices.cursor)
        elif self.scroller.is_vertical_scroll_end:
            self.choices.point(0)
        else:
            self.action_scroll_screens(1)

    async def action_take(self, number: int) -> None:
        """Do what has a number."""
        index = self.choices.with_number(number)
        if index is not None:
            await self._do(index)

    async def on_choices_clicked(self, event: Choices.Clicked) -> None:
        """Do what was clicked."""
        event.stop()
        if self.can_be_seen:
            await self._do(event.index)

    def action_rewind(self, number: int) -> None:
        """Go back to a decision, in a new session."""
        self.post_message(BranchWanted(self._session, number - 1, self._playthrough))

    def action_watch_again(self) -> None:
        """Step through this session from its beginning."""
        self.post_message(LookBack(self._playthrough, self._session, 0))

    def action_compare(self) -> None:
        """Lay this session beside the one that parted from it last."""
        self.post_message(CompareWanted(self._session, self._found.beside))

    def action_export(self) -> None:
        """Write this session down."""
        self.post_message(ExportWanted(self._session))

    def action_endings(self) -> None:
        """Show what was reached."""
        self.post_message(EndingsWanted())

    def action_new(self) -> None:
        """Begin a new game."""
        self.post_message(NewWanted())

    def action_decision_map(self) -> None:
        """Show all sessions at once, and where this one ended."""
        self.post_message(MapWanted(self._session, self._playthrough.decisions))

    async def _do(self, index: int) -> None:
        if not self._in_view(index):
            if view := self.choices.point(index):
                view.scroll_visible(animate=False, force=True)
            return
        await self.app.run_action(self.choices.rows[index].id, self)

    def _in_view(self, index: int) -> bool:
        return bool(self.choices.children[index].region.overlaps(self.scroller.region))
