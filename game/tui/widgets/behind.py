"""What stands behind a page, beside it or over its foot: for authors."""

from textual.containers import VerticalScroll

from game.tui.behind_text import behind_text
from game.tui.text import words
from game.tui.widgets.words import Words
from game.view.seen import Working


class Behind(VerticalScroll, can_focus=False):
    """Conditions and what they saw, cards and their odds."""

    def __init__(self) -> None:
        super().__init__(Words(words("")))

    def show(self, found: tuple[Working, ...]) -> None:
        """Show what stands behind another page."""
        self.query_one(Words).show(behind_text(found))
        self.scroll_home(animate=False)

    def move(self, screens: int) -> None:
        """Scroll by screens."""
        self.scroll_relative(y=screens * max(self.size.height - 2, 1), animate=False)
