"""A playthrough watched: forward, back, to a decision, a turn, an arc; and gone on from, in a new session."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget

from game.play.playthrough import Playthrough
from game.tui.commands import Command, bindings
from game.tui.entries import term_of
from game.tui.errand import send
from game.tui.given import Game
from game.tui.messages import BranchWanted, CodexWanted, MapWanted, Record, RecordWanted
from game.tui.offers import beside, rows
from game.tui.pacing import Pace
from game.tui.pieces import changed, pieces
from game.tui.screens.asking import number_asked, whole
from game.tui.screens.leaf_room import LeafRoom
from game.tui.text import LINK
from game.tui.watching import WATCHING
from game.tui.widgets.behind import Behind
from game.tui.widgets.choices import Choices
from game.tui.widgets.gauge_views import GaugePanel, GaugeStatus
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.leaf import Leaf
from game.tui.widgets.transport import Course, Transport
from game.view.decision_map import Spot
from game.view.page import Gauge, Page
from game.view.walk import Walk, arc_of, turns


class ReplayRoom(LeafRoom):
    """The pages of a playthrough, one at a time, each with the decision that was taken on it."""

    CSS_PATH = "../styles/page.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = WATCHING
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, game: Game, playthrough: Playthrough, name: str, number: int = 0) -> None:
        super().__init__()
        self.game = game
        self.playthrough = playthrough
        self.session_name = name
        self.number = max(0, min(number, playthrough.pages - 1))
        self.page = self._page_at(self.number)
        self._others: dict[int, tuple[Spot, ...]] = {}
        self._reading = ""
        self._pace = Pace(self, self.play_on)

    @property
    def gauges(self) -> tuple[Gauge, ...]:
        """The gauges as they stand on this page."""
        return self.page.gauges

    def furnish(self) -> Iterable[Widget]:
        """Like the play screen, with a transport line."""
        yield HeadLine()
        yield GaugeStatus()
        self.leaf = Leaf(pieces(self.page, self.settings.spacing))
        self.scroller = VerticalScroll(self.leaf, id="reel", can_focus=False)
        yield Horizontal(self.scroller, Vertical(GaugePanel(), id="side"), Behind(), id="desk")
        yield Transport()

    async def on_mount(self) -> None:
        """Show the first page; then look at what other sessions did."""
        self._lay()
        await self._show()
        self._look_around()

    def _look_around(self) -> None:
        name, playthrough = self.session_name, self.playthrough
        send(self, lambda errand: self.game.elsewhere(name, playthrough, errand), self._looked, self._say)

    async def _looked(self, others: dict[int, tuple[Spot, ...]]) -> None:
        self._others = others
        self._lay()
        await self._show_offers()

    def _lay(self) -> None:
        clock = self._walk.here.where.split(" ")[0]
        parted = frozenset(number - 1 for number in self._others)
        course = Course(last=self._last, unit=clock, turns=turns(self.playthrough), parted=parted)
        self.query_one(Transport).lie(course)

    @property
    def _walk(self) -> Walk:
        return Walk(self.playthrough, self.number)

    @property
    def _last(self) -> int:
        return self.playthrough.pages - 1

    async def action_step(self, by: int) -> None:
        """Go forward or back."""
        await self.action_go(max(0, self.number + by))

    async def action_go(self, number: int) -> None:
        """Go to the page after ``number`` decisions, and stay there; -1 is the last."""
        self._pace.rest()
        await self._turn_to(self._last if number < 0 else number)

    def action_ask(self) -> None:
        """Ask for a decision's number."""

        async def answered(number: str | None) -> None:
            if number:
                await self.action_go(max(0, whole(number)))

        self.app.push_screen(number_asked(f"To which decision? 0 to {self._last}"), answered)

    def action_ask_turn(self) -> None:
        """Ask for a turn's number."""
        found = turns(self.playthrough)
        if not found:
            self.tell("This story has no turns.")
            return

        async def answered(turn: str | None) -> None:
            if turn:
                await self._go_along(self._walk.to_turn(max(whole(turn), 1)), "The session did not come so far.")

        unit = self.page.where.split(" ")[0].lower()
        self.app.push_screen(number_asked(f"To which {unit}? {found[0][1]} to {found[-1][1]}"), answered)

    async def action_turn(self, by: int) -> None:
        """To where the next turn begins, or the one before."""
        pages = [page for page, _ in turns(self.playthrough)]
        on = (page for page in pages if page > self.number)
        back = (page for page in reversed(pages) if page < self.number)
        page = next(on if by > 0 else back, None)
        beyond = "No turn begins beyond this." if by > 0 else "No turn begins before this."
        await self._go_along(None if page is None else self._walk.to(page), beyond)

    async def action_arc(self) -> None:
        """To the next decision of the arc we are in."""
        arc = arc_of(self._walk.here)
        if not arc:
            self.tell("What is decided here belongs to no arc.")
            return
        await self._go_along(self._walk.to_arc(arc), "Nothing more was decided in this arc.")

    async def action_parting(self) -> None:
        """To the next decision that other sessions took otherwise."""
        page = next((number - 1 for number in sorted(self._others) if number - 1 > self.number), None)
        beyond = "No other session decided otherwise beyond this."
        await self._go_along(None if page is None else self._walk.to(page), beyond)

    def action_branch(self) -> None:
        """Decide anew from here in a new session; this one stays as it is."""
        self._pace.rest()
        self.post_message(BranchWanted(self.session_name, self.number, self.playthrough))

    def action_play(self) -> None:
        """Play by itself, or stop."""
        self._pace.rest() if self._pace.is_running else self._pace.start()
        self._point()

    def action_pace(self, by: int) -> None:
        """Play faster or slower."""
        self._pace.slower(by)
        if not self._pace.is_running:
            self.tell(f"It will play a page every {self._pace.seconds} seconds.")
        self._point()

    async def play_on(self) -> None:
        """Read on while playing: a screen down, the next page, and rest at the end."""
        if not self.is_current:
            return
        if not self._at_end:
            self.action_scroll_screens(1)
        elif self.number < self._last:
            await self._turn_to(self.number + 1)
        else:
            self._pace.rest()
            self._point()

    async def action_read_on(self) -> None:
        """One screen down, or on to the next page."""
        if self._at_end:
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

    def open_record(self, which: Record) -> None:
        """Look something up, as it stood then."""
        self.post_message(RecordWanted(which, self.playthrough.at(self.number), self.session_name))

    def watches(self, name: str) -> bool:
        """Whether it is this session."""
        return name == self.session_name

    def action_decision_map(self) -> None:
        """Show all sessions at once, and where we are among them."""
        self.post_message(MapWanted(self.session_name, self.number))

    def read_here(self) -> Playthrough:
        """The playthrough, as far as this page."""
        return self.playthrough.at(self.number)

    def shown_here(self) -> tuple[Page, Leaf, Widget]:
        """The page that is watched."""
        return self.page, self.leaf, self.scroller

    def on_choices_clicked(self, event: Choices.Clicked) -> None:
        """Say why what was clicked was locked."""
        event.stop()
        row = self.leaf.choices.rows[event.index]
        if not row.number:
            self.ask_why(row)

    async def on_transport_moved(self, event: Transport.Moved) -> None:
        """Go where the transport line was clicked."""
        event.stop()
        await self.action_go(event.number)

    def on_click(self, event: events.Click) -> None:
        """Look up a term that was clicked."""
        if term := term_of(str(event.style.meta.get(LINK, ""))):
            self.action_term(term)

    async def on_transport_pressed(self, event: Transport.Pressed) -> None:
        """Play by itself, or stop."""
        event.stop()
        self.action_play()

    @property
    def _at_end(self) -> bool:
        """Whether the page has been read to its end."""
        return self.scroller.scroll_offset.y >= self.scroller.max_scroll_y

    async def _go_along(self, walk: Walk | None, beyond: str) -> None:
        if walk is None:
            self.tell(beyond)
        else:
            await self.action_go(walk.number)

    async def _turn_to(self, number: int) -> None:
        wanted = min(number, self._last)
        if wanted != self.number:
            self.number = wanted
            self.page = self._page_at(wanted)
            await self._show()
        else:
            self._point()

    def _page_at(self, number: int) -> Page:
        return self.game.compose(self.playthrough.at(number))

    def _say(self, reading: str) -> None:
        """Say how far the other sessions are read."""
        self._reading = reading
        self._point()

    def _point(self) -> None:
        """Say on the transport line where we are."""
        others = {name for spot in self._others.get(self.number + 1, ()) for name in spot.sessions}
        told = f"{len(others)} decided otherwise" if others else self._reading or self.page.where
        self.query_one(Transport).show(self.number, told, self._pace.seconds if self._pace.is_running else 0)

    async def _show(self) -> None:
        page = self.page
        with self.app.batch_update():
            await self._show_offers()
            self.query_one(HeadLine).show(page.story, page.where, page.phase, right=f"replay of {self.session_name}")
            self.query_one(GaugeStatus).show(page.gauges)
            self.query_one(GaugePanel).show(page.gauges)
            self.scroller.scroll_home(animate=False)
            self.look_behind()

    async def _show_offers(self) -> None:
        """The page and its decision, and who took another."""
        page = self.page
        offered = beside(rows(page), self._others.get(self.number + 1, ()))
        took = self.playthrough.moves[self.number + 1].took if self.number < self._last else None
        taken = next((at for at, row in enumerate(offered) if took and row.id == took.choice), None)
        await self.leaf.show((*pieces(page, self.settings.spacing), *changed(page)), offered, taken)
        self._point()
