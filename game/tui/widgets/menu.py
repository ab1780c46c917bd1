"""A list to choose from: Textual's option list with our keys, and no markup in it."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from game.tui.widgets.hanging import Hanging
from game.tui.widgets.spread import Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of a menu; one without an ``id`` is a heading."""

    text: Content | Hanging | Spread
    id: str = ""


class Menu(OptionList):
    """A list of items; headings can't be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    def __init__(self, items: tuple[Item, ...] = ()) -> None:
        super().__init__(*_options(items), markup=False)

    def show(self, items: tuple[Item, ...]) -> None:
        """Show other items."""
        self.set_options(_options(items))
        self.action_first()

    @property
    def chosen(self) -> str:
        """The id of the item under the cursor, or nothing."""
        option = self.highlighted_option
        return (option.id or "") if option else ""

    def point(self, item: str) -> None:
        """Put the cursor on an item."""
        self.highlighted = self.get_option_index(item)


def _options(items: tuple[Item, ...]) -> list[Option]:
    if not all(isinstance(item.text, Content | Hanging | Spread) for item in items):
        raise TypeError("lines of a menu come from game.tui.text")
    return [Option(item.text, id=item.id or None, disabled=not item.id) for item in items]


class Branching(Menu):
    """A menu whose lines hang from each other: left and right go up and down in it, as the room says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "screen.shallower", show=False),
        Binding("right,l", "screen.deeper", show=False),
    ]
