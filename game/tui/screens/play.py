"""Where the story is played: what came of it, what now, and the gauges beside it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from game.engine.step import EndlessError
from game.play.session import Session
from game.tui.commands import BACK, MAP, RECORDS, SETTINGS, Command, bindings
from game.tui.given import Game
from game.tui.glyphs import DASH
from game.tui.messages import (
    CodexWanted,
    LookBack,
    MapWanted,
    NewWanted,
    Record,
    RecordWanted,
    TitleWanted,
)
from game.tui.offers import own_rows, rows
from game.tui.pieces import Piece, heading, pieces
from game.tui.screens.story_room import StoryRoom
from game.tui.text import LINK, words
from game.tui.widgets.choices import Choices
from game.tui.widgets.gauge_views import GaugePanel, GaugeStatus
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.leaf import Leaf
from game.tui.widgets.transcript import Transcript
from game.tui.widgets.words import Words
from game.view.page import Gauge

_EARLIER = 2
_STUCK = (
    "The story has come to a stop here: it has not ended, and nothing is left to choose. That is a fault of the story,"
    " not of yours. Press {} to take your last decision back."
)
_AFTERWARDS = own_rows(
    ("watch_again", "Watch it again", "step through this game, decision by decision"),
    ("new", "New game", ""),
    ("leave", "Back to the title", ""),
)
_DIGITS = tuple(
    Command(keys=str(number), action=f"take({number})", about=f"Take choice {number}", listed=False)
    for number in range(1, 10)
)


class PlayRoom(StoryRoom):
    """One session being played."""

    CSS_PATH = "../styles/page.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="",
            action="confirm",
            about="Take the choice with this number",
            shown=f"1{DASH}9",
            word="choose",
            listed=False,
        ),
        Command(
            keys="down,j", action="point(1)", id="next_choice", about="To the next choice", shown="↓ j", listed=False
        ),
        Command(
            keys="up,k", action="point(-1)", id="choice_before", about="To the choice before", shown="↑ k", listed=False
        ),
        Command(keys="enter", action="confirm", about="Take the choice under the cursor; before that, read on"),
        Command(keys="space", action="read_on", about="Read on: one screen down", word="read on", spare=True),
        Command(keys="u", action="take_back", about="Take the last decision back", word="take back"),
        Command(
            keys="pagedown", action="scroll_by(1)", id="page_down", about="One screen down", shown="PgDn", listed=False
        ),
        Command(
            keys="pageup",
            action="scroll_by(-1)",
            id="page_up",
            about="One screen up, to what was read before",
            shown="PgUp",
            listed=False,
        ),
        Command(
            keys="home,g",
            action="scroll_to(0)",
            id="to_beginning",
            about="To the top of what is kept here",
            listed=False,
        ),
        Command(keys="end,G", action="scroll_to(1)", id="to_end", about="To the choices", listed=False),
        Command(keys="c", action="codex", about="Codex: people, places, terms", word="codex"),
        Command(
            keys="r,left_square_bracket",
            action="look_back",
            about="Look back through this game's decisions",
            shown="r [",
        ),
        *RECORDS,
        MAP,
        SETTINGS,
        replace(BACK, about="To the title. Every decision is already kept.", word="title"),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings((*OFFERED, *_DIGITS))

    def __init__(self, game: Game, session: Session) -> None:
        super().__init__()
        self.game = game
        self.session = session
        self.page = game.compose(session.playthrough)

    @property
    def gauges(self) -> tuple[Gauge, ...]:
        """The gauges as they stand on this page."""
        return self.page.gauges

    def furnish(self) -> Iterable[Widget]:
        """Header, gauges, prose."""
        yield HeadLine()
        yield Words(words(""), id="trouble")
        yield GaugeStatus()
        self.transcript = Transcript(*self._opening())
        yield Horizontal(self.transcript, Vertical(GaugePanel(), id="side"), id="desk")

    def on_mount(self) -> None:
        """Begin at the top of the newest page."""
        self._around()
        self.call_after_refresh(self.transcript.to_top_of, self._leaf)

    def action_point(self, step: int) -> None:
        """Move the cursor, and let it be seen."""
        self._point(self._choices.next(step))

    async def action_take(self, number: int) -> None:
        """Take the offer with a number."""
        index = self._choices.with_number(number)
        if index is not None:
            await self._answer(index)

    async def action_confirm(self) -> None:
        """Take the offer under the cursor if it can be seen; read on otherwise."""
        choices = self._choices
        if choices.cursor is None or not self._in_view(choices.cursor):
            if self.transcript.at_end:
                self._point(0 if choices.rows else None)
            else:
                self.action_read_on()
            return
        await self._answer(choices.cursor)

    def action_read_on(self) -> None:
        """One screen down."""
        self.action_scroll_by(1)

    def action_scroll_by(self, pages: int) -> None:
        """Scroll by screens, less a line to keep one's place."""
        by = max(self.transcript.size.height - 2, 1)
        self.transcript.scroll_relative(y=pages * by, animate=False)

    def action_scroll_to(self, end: int) -> None:
        """Scroll to the top or to the end."""
        if end:
            self.transcript.scroll_end(animate=False)
        else:
            self.transcript.scroll_home(animate=False)

    async def action_take_back(self) -> None:
        """Take the last decision back."""
        took = self.session.playthrough.moves[-1].took
        if not self.session.back():
            self.tell("This is the beginning: there is nothing to take back.")
            return
        self.page = self.game.compose(self.session.playthrough)
        leaf = self._made()
        with self.app.batch_update():
            self._around()
            await self.transcript.turn_back(leaf)
        index = next((at for at, row in enumerate(leaf.choices.rows) if took and row.id == took.choice), None)
        leaf.choices.point(index)

    def action_codex(self, entry: str = "") -> None:
        """Open the codex."""
        self.post_message(CodexWanted(self.game.codex(self.session.playthrough), entry))

    def open_record(self, which: Record) -> None:
        """Look something up, as it stands now."""
        self.post_message(RecordWanted(which, self.session.playthrough, self.session.name))

    def action_look_back(self) -> None:
        """Step through this game's decisions."""
        self.post_message(LookBack(self.session.playthrough, self.session.name, self.page.number))

    def action_decision_map(self) -> None:
        """Show all sessions at once, and where this one stands among them."""
        self.post_message(MapWanted(self.session.name, self.page.number))

    def action_watch_again(self) -> None:
        """Step through this game from its beginning."""
        self.post_message(LookBack(self.session.playthrough, self.session.name, 0))

    def action_new(self) -> None:
        """Begin a new game."""
        self.post_message(NewWanted())

    def action_leave(self) -> None:
        """To the title; all is kept."""
        self.post_message(TitleWanted())

    async def on_choices_clicked(self, event: Choices.Clicked) -> None:
        """Take what was clicked."""
        event.stop()
        if self.can_be_seen:
            await self._answer(event.index)

    def on_click(self, event: events.Click) -> None:
        """Open the codex at a term that was clicked."""
        target = event.style.meta.get(LINK, "")
        kind, _, entry = target.partition(":")
        if kind == "codex":
            self.action_codex(entry)

    @property
    def _leaf(self) -> Leaf:
        return self.transcript.leaves[-1]

    @property
    def _choices(self) -> Choices:
        return self._leaf.choices

    async def _answer(self, index: int) -> None:
        """Take the offer at an index; a locked one shows its reason instead."""
        row = self._choices.rows[index]
        if not row.number:
            self._point(index)
            self.tell(f"Locked: {row.reason}" if row.reason else "This choice is locked.")
        elif self.page.ending and not self._in_view(index):
            self._point(index)
        elif self.page.ending:
            await self.app.run_action(row.id, self)
        else:
            try:
                self.session.choose(row.id)
            except EndlessError as problem:
                self.tell(f"The story goes round and round from there: {problem}. Choose otherwise.")
                return
            self.page = self.game.compose(self.session.playthrough)
            with self.app.batch_update():
                self._around()
                await self.transcript.turn(self._made())

    def _point(self, index: int | None) -> None:
        if view := self._choices.point(index):
            view.scroll_visible(animate=False, force=True)

    def _in_view(self, index: int) -> bool:
        row = self._choices.children[index]
        return bool(row.region.overlaps(self.transcript.region))

    def _opening(self) -> list[Leaf]:
        """The newest page, and the ones before it for scrolling back."""
        reading = self.session.playthrough
        first = max(0, reading.pages - 1 - _EARLIER)
        past = [
            Leaf(pieces(self.game.compose(reading.at(number))), past=True) for number in range(first, reading.pages - 1)
        ]
        leaf = self._made()
        return [*past, leaf]

    def _made(self) -> Leaf:
        shown = pieces(self.page)
        if not self.query(Leaf):
            shown = (*self._before(), *shown)
        if self.page.stuck:
            shown = (*shown, Piece("notice", words(_STUCK.format(self.key_of("take_back")))))
        return Leaf(shown, _AFTERWARDS if self.page.ending else rows(self.page))

    def _before(self) -> Iterable[Piece]:
        """What is said on taking up a session: what was found on opening it, and what went before."""
        if self.session.notice:
            yield Piece("notice", words(self.session.notice))
        told = self.game.previously(self.session.playthrough)
        if told:
            yield heading("Previously")
            yield Piece("aside-text", words(" ".join(told)))

    def _around(self) -> None:
        """Everything but the prose."""
        page, trouble = self.page, self.session.trouble
        self.query_one(HeadLine).show(page.story, page.where, page.phase, right=self.session.name, trouble=trouble)
        line = self.query_one("#trouble", Words)
        line.display = bool(trouble)
        line.show(words(trouble))
        self.query_one(GaugeStatus).show(page.gauges)
        self.query_one(GaugePanel).show(page.gauges)
