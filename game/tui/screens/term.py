"""A term looked up in place: its entry over the foot of the page, which stays where it is."""

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from game.tui.commands import BACK, Command, bindings
from game.tui.entries import entry_text, term_of
from game.tui.messages import CodexWanted
from game.tui.screens.room import Room
from game.tui.text import LINK, words
from game.tui.widgets.words import Words
from game.view.page import CodexPage


class TermRoom(Room):
    """The entries of a page's terms, one at a time."""

    CSS_PATH = "../styles/term.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        replace(BACK, about="Back to the page", word="back to the page"),
        Command(
            keys="x,tab,right",
            action="turn(1)",
            id="next_term",
            about="To the next term on the page",
            word="next term",
            shown="x",
        ),
        Command(keys="shift+tab,left", action="turn(-1)", id="term_before", about="To the term before"),
        Command(
            keys="c,enter",
            action="codex",
            id="term_in_codex",
            about="This entry in the codex, among the others",
            word="codex",
            shown="c",
        ),
        Command(keys="space,down,j", action="scroll_lines(3)", id="term_down", about="Further down", listed=False),
        Command(keys="up,k", action="scroll_lines(-3)", id="term_up", about="Further up", listed=False),
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, entries: tuple[CodexPage, ...], terms: tuple[str, ...], term: str) -> None:
        super().__init__()
        self._entries = entries
        self._terms = terms
        self._at = terms.index(term)

    def furnish(self) -> Iterable[Widget]:
        """A card."""
        self._entry = Words(words(""))
        self._scroller = VerticalScroll(self._entry, id="card", can_focus=False)
        yield self._scroller

    def on_mount(self) -> None:
        """Show the term that was asked for."""
        self._show()

    def action_turn(self, step: int) -> None:
        """To another term of the page, round and round."""
        self._at = (self._at + step) % len(self._terms)
        self._show()

    def action_scroll_lines(self, by: int) -> None:
        """Scroll the entry."""
        self._scroller.scroll_relative(y=by, animate=False)

    def action_codex(self) -> None:
        """Open the codex at this entry, in place of the card."""
        self.action_leave()
        self.post_message(CodexWanted(self._entries, self._terms[self._at]))

    def on_click(self, event: events.Click) -> None:
        """Go to a term in the entry; a click beside the card closes it."""
        term = term_of(str(event.style.meta.get(LINK, "")))
        if any(one.id == term for one in self._entries):
            self._terms = (*self._terms[: self._at + 1], term, *self._terms[self._at + 1 :])
            self.action_turn(1)
        elif event.widget is self:
            self.action_leave()

    def _show(self) -> None:
        name = self._terms[self._at]
        self._entry.show(entry_text(next(one for one in self._entries if one.id == name)))
        self._scroller.scroll_home(animate=False)
