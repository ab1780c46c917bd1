"""A narrow strip of sky between two dark blocks, with the story's name in it: the game's sign."""

from textual.content import Content
from textual.widget import Widget

from game.tui.text import spaced, stacked, together, words

_ROOFS = "▁▁▂▂▁▁▁▃▃▁▂▁▁▁▂▂▂▁▄▁▁▁▂▁▁▃▁▁▁▁▂▂▁▁▅▁▁▁▂▂▁▁▁▃▂▁▁▁▂▁▁▁▄▄▁▁▂▁▁▁"
_STARS = ((0, 11), (0, 64), (1, 37), (0, 93), (1, 81), (0, 128))
_ROWS = 7
_NAME_ROW = 3


class Sky(Widget):
    """Night above, a first light below, roofs against it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._sign = name

    def render(self) -> Content:
        """Draw the strip in the size there is; the name's row is the last to go."""
        width, height = self.content_size
        rows = range(_ROWS) if height >= _ROWS else range(_NAME_ROW - height // 2, _NAME_ROW - height // 2 + height)
        return stacked(*(self._row(row, width) for row in rows))

    def _row(self, row: int, width: int) -> Content:
        ground = f"on $sky-{row + 1}"
        if row == _NAME_ROW:
            name = spaced(self._sign, "bold $sky-ink", room=max(width - 4, 1))
            name = name.truncate(max(width, 1), ellipsis=True)
            left = max((width - name.cell_length) // 2, 0)
            line = together(words(" " * left), name, words(" " * (width - left - name.cell_length)))
            return line.stylize_before(ground)
        if row == _ROWS - 1:
            roofs = (_ROOFS * (width // len(_ROOFS) + 1))[:width]
            return words(roofs, f"$roof {ground}")
        signs = [" "] * width
        for star_row, at in _STARS:
            if star_row == row and at < width:
                signs[at] = "·"
        return words("".join(signs), f"$sky-ink 60% {ground}")
