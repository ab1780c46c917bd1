"""What is said where nothing else fits."""

from game.tui.text import words
from game.tui.widgets.words import Words


class TooSmall(Words):
    """A plain sentence; the room shows it alone while the terminal is too small, and itself again when it grows."""

    def __init__(self) -> None:
        super().__init__(words("This terminal is too small to read in. Forty columns and twelve rows will do."))
