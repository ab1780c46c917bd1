"""The lines under a replay: the turns, where we are among the decisions, where others parted, and the way to each."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widget import Widget

from game.tui.glyphs import BACK, DOT, EMPTY, FIRST, FULL, LAST, ON, PARTED, PAUSE, PIP, PLAY, TICK
from game.tui.text import separated, stacked, together, words

_GO = "narrowsky_go"
_PLAY = "narrowsky_play"


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What lies along the line: the page of the ``last`` decision, the pages turns begin on, each with its number, and
    the pages on which other sessions decided otherwise. ``unit`` is what a turn is called.
    """

    last: int
    unit: str = ""
    turns: tuple[tuple[int, int], ...] = ()
    parted: frozenset[int] = frozenset()


class Transport(Widget):
    """A line of turns, a rule with marks on it, and beneath it the numbers; all can be clicked."""

    class Moved(Message):
        """A reader wants to see the page after ``number`` decisions."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    class Pressed(Message):
        """A reader wants it to play by itself, or to stop."""

    def __init__(self) -> None:
        super().__init__()
        self._course = Course(last=0)
        self._number, self._told, self._pace = 0, "", 0

    def lie(self, course: Course) -> None:
        """Show this course."""
        self._course = course
        self.refresh()

    def show(self, number: int, told: str, pace: int) -> None:
        """Show where we are, a word about it, and how many seconds a page is shown; 0: until the reader goes on."""
        self._number, self._told, self._pace = number, told, pace
        self.refresh()

    def render(self) -> Content:
        """Draw as many of the lines as there is room for: the numbers, above them the rule, above it the turns."""
        lines = [self._turns(), self._rule(), self._numbers()]
        return stacked(*lines[-max(self.content_size.height, 1) :])

    def on_click(self, event: events.Click) -> None:
        """Go where the click was."""
        event.stop()
        meta = event.style.meta
        if _PLAY in meta:
            self.post_message(self.Pressed())
            return
        number = meta.get(_GO)
        if number is None and event.y < self.content_size.height - 1 and self._course.last:
            number = round(self._course.last * event.x / max(self.content_size.width - 1, 1))
        if number is not None:
            self.post_message(self.Moved(number))

    def _at(self, page: int) -> int:
        """The cell of a page."""
        last = self._course.last
        return round((self.content_size.width - 1) * page / last) if last else 0

    def _turns(self) -> Content:
        """The turns' numbers over their first pages, as many as have room."""
        parts: list[Content] = []
        end = 0
        for page, turn in self._course.turns:
            label = f"{turn}" if parts else f"{self._course.unit.capitalize()} {turn}"
            at = self._at(page)
            if at + len(label) > self.content_size.width or (parts and at < end + 1):
                continue
            parts.append(words(" " * (at - end) + label, "$quiet"))
            end = at + len(label)
        return together(*parts)

    def _rule(self) -> Content:
        here = self._at(self._number)
        signs = {self._at(page): (TICK, "") for page, _ in self._course.turns[1:]}
        signs |= {self._at(page): (PARTED, "bold $lift") for page in self._course.parted}
        signs[here] = (PIP, "bold $accent")
        cells = []
        for cell in range(self.content_size.width):
            line, ground = (FULL, "$accent") if cell < here else (EMPTY, "$track")
            sign, style = signs.get(cell, (line, ground))
            cells.append(words(sign, style or ground))
        return together(*cells)

    def _numbers(self) -> Content:
        last = self._course.last
        place = f"decision {self._number} of {last}" if self._number else f"the beginning, of {last}"
        play = words(f" {PAUSE} every {self._pace} s " if self._pace else f" {PLAY} ", "bold $accent")
        numbers = together(
            self._button(f" {FIRST} ", 0, "$accent"),
            self._button(f"  {BACK} ", self._number - 1, "bold $accent"),
            words(f"  {place}  ", "bold"),
            self._button(f" {ON}  ", self._number + 1, "bold $accent"),
            self._button(f" {LAST} ", last, "$accent"),
            play.stylize(Style.from_meta({_PLAY: True})),
        )
        return separated([numbers, *([words(self._told, "$quiet")] if self._told else [])], words(f" {DOT} ", "$quiet"))

    def _button(self, sign: str, number: int, style: str) -> Content:
        if not 0 <= number <= self._course.last or number == self._number:
            return words(sign, "$track")
        return words(sign, style).stylize(Style.from_meta({_GO: number}))
