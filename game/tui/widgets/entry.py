"""One line to type in: the only place where a reader writes."""

from textual import events
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

    def on_paste(self, event: events.Paste) -> None:
        """Take all lines of what is pasted as one: what was sent by mail is often broken into several."""
        event.prevent_default()
        event.stop()
        start, end = sorted(self.selection)
        most = self.max_length or 0
        room = max(most - len(self.value) + end - start, 0)
        self.replace(clean_line(" ".join(event.text[: 2 * most].split()))[:room], start, end)

    @property
    def typed(self) -> str:
        """What was typed, without white space around it."""
        return self.value.strip()
