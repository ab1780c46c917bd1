"""An entry of the codex beside the prose, where there is room: the term last met, or the one that was asked for."""

from textual.containers import VerticalScroll

from game.tui.entries import entry_text
from game.tui.text import words
from game.tui.widgets.words import Words
from game.view.page import CodexPage


class Peek(VerticalScroll, can_focus=False):
    """One entry, or nothing yet."""

    def __init__(self) -> None:
        super().__init__(Words(words("")))

    @property
    def can_be_seen(self) -> bool:
        """Whether there is room for it."""
        return bool(self.region.area)

    def show(self, entry: CodexPage) -> None:
        """Show an entry."""
        self.add_class("-filled")
        self.query_one(Words).show(entry_text(entry))
        self.scroll_home(animate=False)
