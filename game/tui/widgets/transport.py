"""The line under a replay: where we are among the decisions, and the way to others."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from game.tui.glyphs import BACK, DOT, EMPTY, FIRST, FULL, LAST, ON, PIP
from game.tui.text import stacked, together, words

_GO = "narrowsky_go"


class Transport(Widget):
    """A rule with a mark on it, and beneath it the numbers; both can be clicked."""

    class Moved(Message):
        """A reader wants to see the page after ``number`` decisions."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self) -> None:
        super().__init__()
        self._number, self._last, self._where = 0, 0, ""

    def show(self, number: int, last: int, where: str) -> None:
        """Show where we are."""
        self._number, self._last, self._where = number, last, where
        self.refresh()

    def render(self) -> Content:
        """Draw the rule and the numbers."""
        width = self.content_size.width
        at = round((width - 1) * self._number / self._last) if self._last else 0
        rule = together(
            words(FULL * at, "$accent"), words(PIP, "bold $accent"), words(EMPTY * (width - at - 1), "$track")
        )
        place = f"decision {self._number} of {self._last}" if self._number else f"the beginning, of {self._last}"
        numbers = together(
            self._button(f" {FIRST} ", 0, "$accent"),
            self._button(f"  {BACK} ", self._number - 1, "bold $accent"),
            words(f"  {place}  ", "bold"),
            self._button(f" {ON}  ", self._number + 1, "bold $accent"),
            self._button(f" {LAST} ", self._last, "$accent"),
            words(f"  {DOT}  {self._where}" if self._where else "", "$quiet"),
        )
        return stacked(rule, numbers)

    def on_click(self, event: events.Click) -> None:
        """Go where the click was."""
        event.stop()
        number = event.style.meta.get(_GO)
        if number is None and event.y == 0 and self._last:
            number = round(self._last * event.x / max(self.content_size.width - 1, 1))
        if number is not None:
            self.post_message(self.Moved(number))

    def _button(self, sign: str, number: int, style: str) -> Content:
        if not 0 <= number <= self._last or number == self._number:
            return words(sign, "$track")
        return words(sign, style).stylize(Style.from_meta({_GO: number}))
