"""The page of a session, and all that helps to read it: scrolling, revealing, terms, copying, moving on by itself."""

from collections.abc import Iterable

from textual import events
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from game.play.playthrough import Playthrough
from game.play.session import Session
from game.tui.advancing import Advance
from game.tui.afterwards import afterwards
from game.tui.entries import term_of, terms
from game.tui.given import Game
from game.tui.glyphs import DOT
from game.tui.messages import CodexWanted, LookBack, MapWanted, Record, RecordWanted
from game.tui.offers import Row, rows
from game.tui.pieces import Piece, heading, pieces
from game.tui.playing import STUCK
from game.tui.revealing import Reveal
from game.tui.screens.leaf_room import LeafRoom
from game.tui.text import LINK, words
from game.tui.widgets.behind import Behind
from game.tui.widgets.gauge_views import GaugePanel, GaugeStatus
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.leaf import Leaf
from game.tui.widgets.peek import Peek
from game.tui.widgets.transcript import Transcript
from game.tui.widgets.words import Words
from game.view.page import Gauge, Page

_EARLIER = 2


class PageRoom(LeafRoom):
    """What came of the last decision and what now, with the gauges beside it. Reading it changes nothing."""

    CSS_PATH = "../styles/page.tcss"

    def __init__(self, game: Game, session: Session) -> None:
        super().__init__()
        self.game = game
        self.session = session
        self.page = game.compose(session.playthrough)
        self.preface = tuple(self._before())
        self.advance = Advance(self, self._turn_by_itself)
        self._peeked = ""

    @property
    def gauges(self) -> tuple[Gauge, ...]:
        """The gauges as they stand on this page."""
        return self.page.gauges

    @property
    def leaf(self) -> Leaf:
        """The newest page on the screen."""
        return self.transcript.leaves[-1]

    def furnish(self) -> Iterable[Widget]:
        """Header, gauges, prose."""
        yield HeadLine()
        yield Words(words(""), id="trouble")
        yield GaugeStatus()
        self.transcript = Transcript(*self._opening())
        self.reveal = Reveal(self.transcript, self.advance.wait)
        yield Horizontal(self.transcript, Vertical(GaugePanel(), Peek(), id="side"), Behind(), id="desk")

    def on_mount(self) -> None:
        """Begin at the top of the newest page."""
        self.around()
        self.watch(self.app, "settings", self._tell_anew, init=False)
        self.watch(self.transcript, "scroll_y", self._scrolled, init=False)
        if not self.session.playthrough.decisions:
            self._veil(self.leaf)
        if self.settings.auto:
            self.advance.switch(self.settings.auto)
        self.call_after_refresh(self._begin, self.leaf)

    async def show_next(self) -> None:
        """Show the page that a decision has led to, from its top."""
        leaf = self.made()
        with self.app.batch_update():
            self.around()
            self.reveal.finish()
            self._veil(leaf)
            await self.transcript.turn(leaf)
        self.call_after_refresh(self._begin, leaf)

    def action_read_on(self) -> None:
        """Show what is still to appear; else one screen down."""
        if self.reveal.is_running:
            self.reveal.fill()
        else:
            self.action_scroll_by(1)

    def action_scroll_by(self, pages: int) -> None:
        """Scroll by screens, less a line to keep one's place."""
        by = max(self.transcript.size.height - 2, 1)
        self.transcript.scroll_relative(y=pages * by, animate=False)

    def action_scroll_to(self, end: int) -> None:
        """Scroll to the top or to the end."""
        self.reveal.finish()
        if end:
            self.transcript.scroll_end(animate=False)
        else:
            self.transcript.scroll_home(animate=False)

    def action_codex(self, entry: str = "") -> None:
        """Open the codex."""
        self.post_message(CodexWanted(self.game.codex(self.session.playthrough), entry))

    def shown_here(self) -> tuple[Page, Leaf, Widget]:
        """The newest page."""
        return self.page, self.leaf, self.transcript

    def peek_at(self, found: tuple[str, ...], term: str) -> bool:
        """Show a term beside the prose, where there is room."""
        if room := self.query_one(Peek).can_be_seen:
            self._peek(term or found[(found.index(self._peeked) + 1) % len(found) if self._peeked in found else 0])
        return room

    def open_record(self, which: Record) -> None:
        """Look something up, as it stands now."""
        self.post_message(RecordWanted(which, self.session.playthrough, self.session.name))

    def action_look_back(self) -> None:
        """Step through this game's decisions."""
        self.post_message(LookBack(self.session.playthrough, self.session.name, self.page.number))

    def action_decision_map(self) -> None:
        """Show all sessions at once, and where this one stands among them."""
        self.post_message(MapWanted(self.session.name, self.page.number))

    def action_move_on(self) -> None:
        """Read on by itself, or stop that."""
        self.advance.switch(self.settings.auto)
        if self.advance.is_on:
            self.tell(f"Moving on by itself, {self.advance.seconds} seconds a screen, as far as the choices.")
            self.advance.wait()
        else:
            self.tell("Moving on only when you do.")
        self.around()

    def on_click(self, event: events.Click) -> None:
        """Look up a term that was clicked."""
        if term := term_of(str(event.style.meta.get(LINK, ""))):
            self.action_term(term)

    def on_screen_resume(self) -> None:
        """Count anew for moving on by itself, when whatever lay over the page has gone."""
        if self.advance.is_on:
            self.advance.wait()

    def made(self) -> Leaf:
        """The page as it will stand on the screen."""
        return Leaf(*self._told())

    def around(self) -> None:
        """Show everything but the prose as it stands now."""
        page, trouble = self.page, self.session.trouble
        name = f"moving on {DOT} {self.session.name}" if self.advance.is_on else self.session.name
        self.query_one(HeadLine).show(page.story, page.where, page.phase, right=name, trouble=trouble)
        line = self.query_one("#trouble", Words)
        line.display = bool(trouble)
        line.show(words(trouble))
        self.query_one(GaugeStatus).show(page.gauges)
        self.query_one(GaugePanel).show(page.gauges)
        self.look_behind()
        if found := terms(page):
            self._peeked = found[-1]
        if self._peeked:
            self._peek(self._peeked)

    def read_here(self) -> Playthrough:
        """The session, as it stands."""
        return self.session.playthrough

    def _peek(self, term: str) -> None:
        entry = self.game.met(self.session.playthrough, term)
        if entry is not None:
            self._peeked = term
            self.query_one(Peek).show(entry)

    def _veil(self, leaf: Leaf) -> None:
        if self.settings.reveal and self.settings.motion == "full":
            self.reveal.veil(leaf, self.settings.reveal)

    def _begin(self, leaf: Leaf) -> None:
        self.transcript.to_top_of(leaf)
        self._go_on()

    def _scrolled(self) -> None:
        """Go on from where the reader has come to."""
        if self.reveal.is_waiting or self.advance.is_on:
            self._go_on()

    def _go_on(self) -> None:
        self.reveal.go_on()
        if not self.reveal.is_running:
            self.advance.wait()

    def _turn_by_itself(self) -> None:
        """One screen down, unless there is something to choose already."""
        first = self.leaf.choices
        if not self.transcript.at_end and not first.region.overlaps(self.transcript.region):
            self.action_scroll_by(1)

    async def _tell_anew(self) -> None:
        """Tell the page again, because the reader wants it told otherwise."""
        self.reveal.finish()
        self.page = self.game.compose(self.session.playthrough)
        shown, offered = self._told()
        await self.leaf.show(shown, offered, None)

    def _opening(self) -> list[Leaf]:
        """The newest page, and the ones before it for scrolling back."""
        reading = self.session.playthrough
        first = max(0, reading.pages - 1 - _EARLIER)
        past = [self.game.compose(reading.at(number)) for number in range(first, reading.pages - 1)]
        self._peeked = next((found[-1] for page in reversed(past) if (found := terms(page))), "")
        return [*(Leaf(pieces(page, self.settings.spacing), past=True) for page in past), self.made()]

    def _told(self) -> tuple[tuple[Piece, ...], tuple[Row, ...]]:
        """The page as the reader wants it told, and what is offered on it."""
        shown = (*self.preface, *pieces(self.page, self.settings.spacing))
        if self.page.stuck:
            shown = (*shown, Piece("notice", words(STUCK.format(self.key_of("take_back")))))
        return shown, afterwards(self.game.ways_back(self.session.playthrough)) if self.page.ending else rows(self.page)

    def _before(self) -> Iterable[Piece]:
        """What is said on taking up a session: what was found on opening it, and what went before."""
        if self.session.notice:
            yield Piece("notice", words(self.session.notice))
        told = self.game.previously(self.session.playthrough)
        if told:
            yield heading("Previously")
            yield Piece("aside-text", words(" ".join(told)))
