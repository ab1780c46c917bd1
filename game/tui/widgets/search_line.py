"""The line at the bottom in which a reader writes what to look for."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from game.tui.glyphs import MORE
from game.tui.widgets.entry import Entry

_LONGEST = 60


class SearchLine(Entry):
    """Away until it is opened. Escape gives up, enter keeps what was written; both close it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    class GaveUp(Message):
        """The reader looks for nothing any more."""

    def __init__(self, purpose: str) -> None:
        super().__init__(most=_LONGEST)
        self.placeholder = f"{purpose} {MORE}"
        self.display = False

    def open(self) -> None:
        """Let something be written."""
        self.display = True
        self.focus()

    def close(self) -> None:
        """Go away; what was written stays."""
        self.display = False

    def action_give_up(self) -> None:
        """Close, and look for nothing."""
        self.value = ""
        self.close()
        self.post_message(self.GaveUp())
