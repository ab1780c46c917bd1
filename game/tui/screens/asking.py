"""Questions over a room: one that is answered in a line, one answered by choosing. Escape answers neither."""

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import OptionList

from game.tui.text import passage, words
from game.tui.widgets.entry import Entry
from game.tui.widgets.menu import Item, Menu
from game.tui.widgets.words import Words


class Asking(ModalScreen[str | None]):
    """A question in a few words, with ``more`` beneath it; the answer is a text, or None where there is none."""

    CSS_PATH = "../styles/asking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", show=False)]

    def __init__(self, question: str, more: str = "") -> None:
        super().__init__()
        self._question = question
        self._more = more

    def compose(self) -> ComposeResult:
        """The question, and what it is answered with."""
        told = [Words(passage(self._more), classes="more")] if self._more else []
        yield Vertical(Words(words(self._question), classes="asked"), *told, *self.answers(), id="question")

    def answers(self) -> Iterable[Widget]:
        """What it is answered with."""
        return ()


class LineAsked(Asking):
    """Asks for a line of text, ``value`` at first; with ``number`` for digits. One that is ``given`` is to be taken."""

    def __init__(
        self,
        question: str,
        more: str = "",
        *,
        value: str = "",
        most: int = 80,
        number: bool = False,
        given: bool = False,
    ) -> None:
        super().__init__(question, more)
        self._how = "enter or esc: back" if given else "enter: take it   esc: leave it"
        self._entry = Entry(value, most=most, number=number)

    def answers(self) -> Iterable[Widget]:
        """One line to write in."""
        return (self._entry, Words(words(self._how, "$quiet"), classes="how"))

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        """Answer with what was typed."""
        event.stop()
        self.dismiss(self._entry.typed)


class OneAsked(Asking):
    """Asks for one of several answers, each an id and its words; numbers, the cursor and the mouse choose."""

    def __init__(self, question: str, more: str, answers: tuple[tuple[str, str], ...]) -> None:
        super().__init__(question, more)
        self._answers = answers

    def answers(self) -> Iterable[Widget]:
        """The answers, one a line, each with its number."""
        items = (Item(id=name, text=words(f"{number}  {told}")) for number, (name, told) in enumerate(self._answers, 1))
        return (Menu(tuple(items)), Words(words("enter: take it   esc: none of them", "$quiet"), classes="how"))

    def on_mount(self) -> None:
        """Let the list hear the keys."""
        self.query_one(Menu).focus()

    def on_key(self, event: events.Key) -> None:
        """A number answers."""
        if event.character and event.character.isdecimal() and 1 <= int(event.character) <= len(self._answers):
            event.stop()
            self.dismiss(self._answers[int(event.character) - 1][0])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Answer with the line that was chosen."""
        event.stop()
        self.dismiss(event.option.id)


def number_asked(question: str) -> LineAsked:
    """A question answered by a number."""
    return LineAsked(question, most=6, number=True)


def whole(typed: str) -> int:
    """The number that was typed; 0 where it is none."""
    return int(typed) if typed.lstrip("-").isdecimal() else 0
