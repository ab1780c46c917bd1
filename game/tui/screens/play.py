"""Where the story is played: decisions are taken here, and taken back."""

from typing import ClassVar

from textual.binding import BindingType

from game.engine.going import EndlessError
from game.tui.commands import DIGITS, Command, bindings
from game.tui.errand import send
from game.tui.messages import BranchWanted, LookBack, NewWanted, RecapWanted, TitleWanted
from game.tui.playing import PLAYING
from game.tui.screens.page import PageRoom
from game.tui.skipping import first_new, paragraphs_of, read_before
from game.tui.widgets.choices import Choices


class PlayRoom(PageRoom):
    """One session being played."""

    OFFERED: ClassVar[tuple[Command, ...]] = PLAYING
    BINDINGS: ClassVar[list[BindingType]] = bindings((*OFFERED, *DIGITS))

    _read: frozenset[str] | None = None
    """What was read before this page; not known before somebody skips."""

    def action_point(self, step: int) -> None:
        """Move the cursor, and let it be seen."""
        self.reveal.finish()
        self._point(self._choices.next(step))

    def action_skip(self) -> None:
        """Past what was read before, to the first open choice; from the choices back to where the page begins."""
        self.reveal.finish()
        choices = self._choices
        if choices.cursor is not None and self._in_view(choices.cursor):
            choices.point(None)
            self.transcript.to_top_of(self.leaf)
        elif self.settings.skip == "all":
            self._point(choices.with_number(1))
        elif self._read is None:
            game, here, name = self.game, self.session.playthrough, self.session.name
            send(self, lambda errand: read_before(game, here, name, errand), self._looked_through, kind="skip")
        else:
            self._skip_to_new(self._read)

    def _looked_through(self, read: frozenset[str]) -> None:
        self._read = read
        self._skip_to_new(read)

    def _skip_to_new(self, read: frozenset[str]) -> None:
        """To the first paragraph that is new; where none is, or the reader is there already, to the choices."""
        row, view = first_new(self.leaf, read), self.transcript
        by = 0 if row is None else min(row - view.region.y, view.max_scroll_y - view.scroll_offset.y)
        if by > 0:
            view.scroll_relative(y=by, animate=False, force=True)
        else:
            self._point(self._choices.with_number(1))

    async def action_take(self, number: int) -> None:
        """Take the offer with a number."""
        index = self._choices.with_number(number)
        if index is not None:
            await self._answer(index)

    async def action_confirm(self) -> None:
        """Take the offer under the cursor if it can be seen; read on otherwise."""
        choices = self._choices
        if choices.cursor is None or not self._in_view(choices.cursor):
            if self.transcript.at_end and not self.reveal.is_running:
                self._point(0 if choices.rows else None)
            else:
                self.action_read_on()
            return
        await self._answer(choices.cursor)

    async def action_take_back(self) -> None:
        """Take the last decision back."""
        took = self.session.playthrough.moves[-1].took
        if not self.session.back():
            self.tell("This is the beginning: there is nothing to take back.")
            return
        self._come_to()
        self.reveal.finish()
        leaf = self.made()
        with self.app.batch_update():
            self.around()
            await self.transcript.turn_back(leaf)
        index = next((at for at, row in enumerate(leaf.choices.rows) if took and row.id == took.choice), None)
        leaf.choices.point(index)

    def action_why(self) -> None:
        """Say why the choice under the cursor is locked, or else the first that is."""
        choices = self._choices
        row = None if choices.cursor is None else choices.rows[choices.cursor]
        self.ask_why(row)

    def action_recap(self) -> None:
        """Look back on this game, now that it has ended."""
        self.post_message(RecapWanted(self.session.playthrough, self.session.name))

    def action_rewind(self, number: int) -> None:
        """Go back to a decision, in a new session."""
        self.post_message(BranchWanted(self.session.name, number - 1, self.session.playthrough))

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

    @property
    def _choices(self) -> Choices:
        return self.leaf.choices

    async def _answer(self, index: int) -> None:
        """Take the offer at an index; of a locked one it is told what it needs instead."""
        row = self._choices.rows[index]
        if not row.number:
            self._point(index)
            self.action_why()
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
            self._come_to()
            await self.show_next()

    def _come_to(self) -> None:
        """Be at the page where the session stands now; the one before it is read."""
        if self._read is not None:
            self._read |= paragraphs_of(self.page)
        self.page = self.game.compose(self.session.playthrough)
        self.preface = ()

    def _point(self, index: int | None) -> None:
        if view := self._choices.point(index):
            view.scroll_visible(animate=False, force=True)

    def _in_view(self, index: int) -> bool:
        row = self._choices.children[index]
        return bool(row.region.overlaps(self.transcript.region))
