"""One line to type in: the only place where a reader writes."""

from textual.widgets import Input

from game.source.clean import clean_line


class Entry(Input):
    """A line of at most ``most`` characters; with ``number`` of digits. What is typed or pasted is cleaned at once."""

    def __init__(self, value: str = "", *, most: int = 80, number: bool = False) -> None:
        super().__init__(
            value, type="integer" if number else "text", max_length=most, select_on_focus=False, compact=True
        )
        self.cursor_blink = False

    def validate_value(self, value: str) -> str:
        """Nothing that acts on a terminal gets into it."""
        return clean_line(value)

    @property
    def typed(self) -> str:
        """What was typed, without white space around it."""
        return self.value.strip()
