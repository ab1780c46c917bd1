"""The log: everything that was read, every decision, and what each changed; to look through and to copy."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget

from game.play.playthrough import Playthrough
from game.tui.commands import BACK, Command, bindings
from game.tui.given import Game
from game.tui.messages import ExportWanted, LookBack
from game.tui.pieces import Piece, changed, pieces
from game.tui.screens.room import Room
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.roll import Roll
from game.tui.widgets.search_line import SearchLine
from game.view.log import Log, log_text
from game.view.transcript import how_many


class LogRoom(Room):
    """One long text, from the beginning to where the session stands."""

    CSS_PATH = "../styles/page.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(keys="slash", action="look_for", about="Look for something", shown="/", word="look for"),
        Command(
            keys="n", action="hit(1)", id="next_hit", about="To the next place that holds it", word="next", spare=True
        ),
        Command(keys="N", action="hit(-1)", id="hit_before", about="To the place before that holds it"),
        Command(
            keys="right_square_bracket", action="turn(1)", id="next_decision", about="To the next decision", shown="]"
        ),
        Command(
            keys="left_square_bracket",
            action="turn(-1)",
            id="decision_before",
            about="To the decision before",
            shown="[",
        ),
        Command(
            keys="enter",
            action="open",
            id="to_decision",
            about="To the decision that is marked, in the replay",
            word="to the decision",
        ),
        Command(keys="y", action="copy", about="Copy what was read after the decision that is marked", word="copy"),
        Command(keys="e", action="export", about="Write the session down: a book, its papers, data", word="export"),
        Command(keys="Y", action="copy_all", about="Copy the whole log"),
        Command(
            keys="space,pagedown", action="scroll_screens(1)", id="page_down", about="One screen down", shown="space"
        ),
        Command(
            keys="pageup", action="scroll_screens(-1)", id="page_up", about="One screen up", shown="PgUp", listed=False
        ),
        Command(
            keys="down,j", action="scroll_lines(1)", id="line_down", about="A line down", shown="↓ j", listed=False
        ),
        Command(keys="up,k", action="scroll_lines(-1)", id="line_up", about="A line up", shown="↑ k", listed=False),
        Command(keys="home,g", action="ends(0)", id="to_beginning", about="To the beginning", shown="home g"),
        Command(keys="end,G", action="ends(1)", id="to_end", about="To the end", shown="end G"),
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game, playthrough: Playthrough, name: str) -> None:
        super().__init__()
        self._story = game.title
        self._session = name
        self.read = Log(playthrough, game.compose)
        self._found: list[int] = []
        self._hit = 0
        self._wanted = ""
        self._from = 0

    def furnish(self) -> Iterable[Widget]:
        """The text, and the line to look for something."""
        yield HeadLine()
        self.roll = Roll(len(self.read), self._made, self.settings.width)
        yield self.roll
        self.line = SearchLine("Look for")
        yield self.line

    def on_roll_moved(self, event: Roll.Moved) -> None:
        """Say what is being read, or which of what was found."""
        event.stop()
        here, last = self.roll.here, len(self.read) - 1
        place = f"decision {here} of {last}" if here else f"the beginning, of {how_many(last, 'decision')}"
        found = f"{self._hit + 1} of {len(self._found)} with “{self.line.typed}”" if self._found else place
        if self._wanted:
            found = f"looking for “{self._wanted}” …"
        self.query_one(HeadLine).show(self._story, "Log", self.read.page(here).where, right=found)

    def on_roll_opened(self, event: Roll.Opened) -> None:
        """Open the decision that was clicked."""
        event.stop()
        self._open(event.number)

    def on_input_submitted(self, event: SearchLine.Submitted) -> None:
        """Look for what was written."""
        event.stop()
        self.line.close()
        self._wanted = self.line.typed
        self._from = self.roll.here
        self.roll.look_for(self._wanted)

    def on_roll_whole(self, event: Roll.Whole) -> None:
        """Go to the first place, from where the reader was, that holds what is looked for."""
        event.stop()
        wanted, self._wanted = self._wanted, ""
        if not wanted:
            return
        self._found = self.roll.hits
        if self._found:
            self._hit = next((at for at, line in enumerate(self._found) if self.roll.page_of(line) >= self._from), 0)
            self._show_hit()
        else:
            self.tell(f"Nothing here holds “{wanted}”.")

    def on_search_line_gave_up(self, event: SearchLine.GaveUp) -> None:
        """Look for nothing."""
        event.stop()
        self._forget()

    def action_look_for(self) -> None:
        """Let something be looked for."""
        self.line.open()

    def action_hit(self, step: int) -> None:
        """To another place that holds what is looked for; after the last comes the first."""
        if self._found:
            self._hit = (self._hit + step) % len(self._found)
            self._show_hit()
        else:
            self.tell("Press / to look for something first.")

    def action_turn(self, step: int) -> None:
        """To another decision."""
        self.roll.go_to(max(0, min(self.roll.here + step, len(self.read) - 1)))

    def action_open(self) -> None:
        """To the decision that is marked."""
        self._open(self.roll.here)

    def action_copy(self) -> None:
        """Copy the page that is being read."""
        here = self.roll.here
        self.app.copy_to_clipboard(log_text(self.read.page(here)))
        self.tell(f"Copied: decision {here}, and what came of it." if here else "Copied: the beginning.")

    def action_copy_all(self) -> None:
        """Copy everything."""
        pages = range(len(self.read))
        self.app.copy_to_clipboard("\n".join(log_text(self.read.page(number)) for number in pages))
        self.tell(f"Copied: the whole log, {how_many(len(self.read) - 1, 'decision')}.")

    def action_export(self) -> None:
        """Write the session down, in a form that the reader chooses."""
        self.post_message(ExportWanted(self._session))

    def action_scroll_lines(self, by: int) -> None:
        """Scroll by lines."""
        self.roll.scroll_to(y=self.roll.scroll_offset.y + by, animate=False, immediate=True)

    def action_scroll_screens(self, by: int) -> None:
        """Scroll by screens."""
        self.action_scroll_lines(by * max(self.roll.size.height - 2, 1))

    def action_ends(self, end: int) -> None:
        """To the beginning or to the end."""
        self.roll.go_to_end(last=bool(end))

    def action_leave(self) -> None:
        """Look for nothing any more; then back."""
        if self._found:
            self._forget()
        else:
            super().action_leave()

    def _made(self, number: int) -> tuple[Piece, ...]:
        page = self.read.page(number)
        return (*pieces(page), *changed(page))

    def _open(self, number: int) -> None:
        self.post_message(LookBack(self.read.playthrough, self._session, number))

    def _show_hit(self) -> None:
        self.roll.show_line(self._found[self._hit])

    def _forget(self) -> None:
        self._found, self._wanted = [], ""
        self.line.value = ""
        self.roll.look_for("")
