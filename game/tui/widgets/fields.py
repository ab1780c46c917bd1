"""The lines of a form: one to type in, one that is on or off, one that is done. Each takes the focus, and clicks."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message

from game.tui.glyphs import CURSOR, NO_PIP, PIP
from game.tui.text import together, words
from game.tui.widgets.entry import Entry
from game.tui.widgets.words import Words

_LABEL = 17


class Field(Horizontal):
    """A line to type in, with its name before it and a word about it behind."""

    def __init__(self, label: str, about: str, entry: Entry) -> None:
        super().__init__(classes="field")
        self._label = label
        self._about = about
        self.entry = entry

    def compose(self) -> ComposeResult:
        """Name, line, word."""
        yield Words(words(f"  {self._label}"), classes="label")
        yield self.entry
        yield Words(words(self._about, "$quiet"), classes="about")


class Switch(Words, can_focus=True):
    """Something that is on or off, by space or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "turn", show=False)]

    class Turned(Message):
        """It was switched; ``name`` says which, ``on`` how it stands now."""

        def __init__(self, name: str, *, on: bool) -> None:
            super().__init__()
            self.name = name
            self.on = on

    def __init__(self, name: str, label: str, about: str, *, on: bool) -> None:
        self._switched = name
        self._label = label
        self._about = about
        self._on = on
        super().__init__(words(""), classes="field")
        self._draw()

    def action_turn(self) -> None:
        """Switch it."""
        self._on = not self._on
        self._draw()
        self.post_message(self.Turned(self._switched, on=self._on))

    def on_click(self, event: events.Click) -> None:
        """Switch it."""
        event.stop()
        self.action_turn()

    def _draw(self) -> None:
        state = words(f"{PIP} on   ", "bold $accent") if self._on else words(f"{NO_PIP} off  ")
        self.show(together(words(f"  {self._label}".ljust(_LABEL + 2)), state, words(self._about, "$quiet")))


class Doing(Words, can_focus=True):
    """Something to do, by a click; enter does it from every line."""

    class Clicked(Message):
        """It was clicked."""

    def __init__(self, label: str) -> None:
        super().__init__(together(words(f"{CURSOR} ", "bold $accent"), words(label, "bold")), classes="field")

    def on_click(self, event: events.Click) -> None:
        """Do it."""
        event.stop()
        self.post_message(self.Clicked())
