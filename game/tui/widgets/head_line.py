"""The line at the top: which story, where in it, and whether it is being kept."""

from textual.content import Content
from textual.widget import Widget

from game.tui.glyphs import DOT
from game.tui.text import separated, together, words


class HeadLine(Widget):
    """Story, place and phase at the left; a short word at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._left: tuple[str, ...] = ()
        self._right = ""
        self._trouble = ""

    def show(self, *left: str, right: str = "", trouble: str = "") -> None:
        """Show these parts; ``trouble`` takes the place at the right."""
        self._left, self._right, self._trouble = left, right, trouble
        self.refresh()

    def render(self) -> Content:
        """Draw the line in the width there is."""
        width = self.content_size.width
        right = words("! not saved", "bold $error") if self._trouble else words(self._right, "$quiet")
        first, *others = (text for text in self._left if text) if any(self._left) else ("",)
        parts = [words(first, "bold $accent"), *(words(text) for text in others)]
        left = separated(parts, words(f" {DOT} ", "$quiet"))
        room = width - right.cell_length - 2
        if left.cell_length > room:
            left = left.truncate(max(room, 1), ellipsis=True)
        gap = words(" " * max(width - left.cell_length - right.cell_length, 1))
        return together(left, gap, right)
