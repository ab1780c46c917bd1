"""A question whose answer is a number: to which decision, to which turn?"""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from game.tui.text import words
from game.tui.widgets.words import Words


class GoTo(ModalScreen[int | None]):
    """Asks for a number; escape asks for nothing."""

    CSS_PATH = "../styles/page.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question

    def compose(self) -> ComposeResult:
        """One line to write in."""
        entry = Input(type="integer", max_length=6, select_on_focus=False)
        entry.cursor_blink = False
        yield Vertical(Words(words(self._question)), entry, id="question")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer with the number, if it is one."""
        event.stop()
        text = event.value.strip()
        self.dismiss(int(text) if text.lstrip("-").isdecimal() else None)
