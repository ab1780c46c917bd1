"""Why a choice is locked: what it needs, over the foot of the page, which stays where it is."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from game.tui.commands import BACK, WHY, Command, bindings
from game.tui.lock_text import lock_text
from game.tui.screens.room import Room
from game.tui.text import words
from game.tui.widgets.words import Words
from game.view.locks import Lock


class LockedRoom(Room):
    """The locked choices of a page, one at a time."""

    CSS_PATH = "../styles/term.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        replace(BACK, keys="escape,enter", about="Back to the page", word="back to the page"),
        replace(
            WHY,
            keys="w,W,tab,right",
            action="turn(1)",
            id="next_locked",
            about="To the next locked choice on the page",
            word="next locked",
        ),
        Command(keys="shift+tab,left", action="turn(-1)", id="locked_before", about="To the locked choice before"),
        Command(keys="space,down,j", action="scroll_lines(3)", id="locked_down", about="Further down", listed=False),
        Command(keys="up,k", action="scroll_lines(-3)", id="locked_up", about="Further up", listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, locks: tuple[Lock, ...], choice: str) -> None:
        super().__init__()
        self._locks = locks
        self._at = next(at for at, lock in enumerate(locks) if lock.id == choice)

    def furnish(self) -> Iterable[Widget]:
        """A card."""
        self._entry = Words(words(""))
        self._scroller = VerticalScroll(self._entry, id="card", can_focus=False)
        yield self._scroller

    def on_mount(self) -> None:
        """Show the one that was asked for."""
        self._show()

    def action_turn(self, step: int) -> None:
        """To another locked choice of the page, round and round."""
        self._at = (self._at + step) % len(self._locks)
        self._show()

    def action_scroll_lines(self, by: int) -> None:
        """Scroll the card."""
        self._scroller.scroll_relative(y=by, animate=False)

    def on_click(self, event: events.Click) -> None:
        """A click beside the card closes it."""
        if event.widget is self:
            self.action_leave()

    def _show(self) -> None:
        self._entry.show(lock_text(self._locks[self._at], self._at + 1, len(self._locks)))
        self._scroller.scroll_home(animate=False)
