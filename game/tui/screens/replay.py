"""A playthrough watched: forward, back, to a decision."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget

from game.play.playthrough import Playthrough
from game.tui.commands import BACK, MAP, Command, bindings
from game.tui.given import Game
from game.tui.messages import CodexWanted, GaugesWanted, MapWanted
from game.tui.offers import rows
from game.tui.pieces import pieces
from game.tui.screens.go_to import GoTo
from game.tui.screens.room import Room
from game.tui.text import LINK
from game.tui.widgets.gauge_views import GaugePanel, GaugeStatus
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.leaf import Leaf
from game.tui.widgets.transport import Transport
from game.view.page import Gauge, Page


class ReplayRoom(Room):
    """The pages of a playthrough, one at a time, each with the decision that was taken on it."""

    CSS_PATH = "../styles/page.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="right,right_square_bracket,l",
            action="step(1)",
            about="To the next decision",
            shown="→ ]",
            word="next",
        ),
        Command(
            keys="left,left_square_bracket,h",
            action="step(-1)",
            about="To the decision before",
            shown="← [",
            word="before",
        ),
        Command(keys="home", action="go(0)", about="To the beginning", shown="home"),
        Command(keys="end", action="go(-1)", about="To the end", shown="end"),
        Command(keys="g,colon", action="ask", about="To a decision by its number", shown="g :", word="go to"),
        Command(
            keys="space",
            action="read_on",
            about="Read on; at the end of a page, to the next decision",
            word="read on",
        ),
        Command(keys="down,j", action="scroll_lines(3)", about="A little down", shown="↓ j", listed=False),
        Command(keys="up,k", action="scroll_lines(-3)", about="A little up", shown="↑ k", listed=False),
        Command(keys="pagedown", action="scroll_screens(1)", about="One screen down", shown="PgDn", listed=False),
        Command(keys="pageup", action="scroll_screens(-1)", about="One screen up", shown="PgUp", listed=False),
        Command(keys="c", action="codex", about="Codex, as it was known then", word="codex"),
        Command(keys="m", action="gauges", about="All gauges, as they stood then"),
        MAP,
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game, playthrough: Playthrough, name: str, number: int = 0) -> None:
        super().__init__()
        self.game = game
        self.playthrough = playthrough
        self.session_name = name
        self.number = max(0, min(number, playthrough.pages - 1))
        self.page = self._page_at(self.number)

    @property
    def gauges(self) -> tuple[Gauge, ...]:
        """The gauges as they stand on this page."""
        return self.page.gauges

    def furnish(self) -> Iterable[Widget]:
        """Like the play screen, with a transport line."""
        yield HeadLine()
        yield GaugeStatus()
        self.leaf = Leaf(pieces(self.page))
        self.scroller = VerticalScroll(self.leaf, id="reel", can_focus=False)
        yield Horizontal(self.scroller, Vertical(GaugePanel(), id="side"), id="desk")
        yield Transport()

    async def on_mount(self) -> None:
        """Show the first page."""
        await self._show()

    async def action_step(self, by: int) -> None:
        """Go forward or back."""
        await self.action_go(max(0, self.number + by))

    async def action_go(self, number: int) -> None:
        """Go to the page after ``number`` decisions; -1 is the last."""
        last = self.playthrough.pages - 1
        wanted = last if number < 0 else min(number, last)
        if wanted != self.number:
            self.number = wanted
            self.page = self._page_at(wanted)
            await self._show()

    def action_ask(self) -> None:
        """Ask for a decision's number."""

        async def answered(number: int | None) -> None:
            if number is not None:
                await self.action_go(max(0, number))

        self.app.push_screen(GoTo(self.playthrough.pages - 1), answered)

    async def action_read_on(self) -> None:
        """One screen down, or on to the next page."""
        if self.scroller.scroll_offset.y >= self.scroller.max_scroll_y:
            await self.action_step(1)
        else:
            self.action_scroll_screens(1)

    def action_scroll_lines(self, by: int) -> None:
        """Scroll by lines."""
        self.scroller.scroll_relative(y=by, animate=False)

    def action_scroll_screens(self, by: int) -> None:
        """Scroll by screens."""
        self.scroller.scroll_relative(y=by * max(self.scroller.size.height - 2, 1), animate=False)

    def action_codex(self, entry: str = "") -> None:
        """Open the codex as it was known then."""
        self.post_message(CodexWanted(self.game.codex(self.playthrough.at(self.number)), entry))

    def action_gauges(self) -> None:
        """Open the sheet of gauges."""
        self.post_message(GaugesWanted(self.gauges))

    def action_decision_map(self) -> None:
        """Show all sessions at once, and where we are among them."""
        self.post_message(MapWanted(self.session_name, self.number))

    async def on_transport_moved(self, event: Transport.Moved) -> None:
        """Go where the transport line was clicked."""
        event.stop()
        await self.action_go(event.number)

    def on_click(self, event: events.Click) -> None:
        """Open the codex at a term that was clicked."""
        kind, _, entry = str(event.style.meta.get(LINK, "")).partition(":")
        if kind == "codex":
            self.action_codex(entry)

    def _page_at(self, number: int) -> Page:
        return self.game.compose(self.playthrough.at(number))

    async def _show(self) -> None:
        page, last = self.page, self.playthrough.pages - 1
        offered = rows(page)
        took = self.playthrough.moves[self.number + 1].took if self.number < last else None
        taken = next((at for at, row in enumerate(offered) if took and row.id == took.choice), None)
        with self.app.batch_update():
            await self.leaf.show(pieces(page), offered, taken)
            self.query_one(HeadLine).show(page.story, page.where, page.phase, right=f"replay of {self.session_name}")
            self.query_one(GaugeStatus).show(page.gauges)
            self.query_one(GaugePanel).show(page.gauges)
            self.query_one(Transport).show(self.number, last, page.where)
            self.scroller.scroll_home(animate=False)
