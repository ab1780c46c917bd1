"""A list at the left, what stands under its cursor at the right; a line to look for something in the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList

from game.tui.commands import BACK, Command, bindings
from game.tui.screens.room import Room
from game.tui.text import words
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.menu import Item, Menu
from game.tui.widgets.search_line import SearchLine
from game.tui.widgets.words import Words

FILTER = Command(keys="slash", action="look_for", about="Look for something in the list", shown="/", word="look for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the list. ``shelf`` is the heading it stands under; ``said`` is what it can be found by.

    An entry that isn't known has no ``title``, and is found by nothing.
    """

    id: str
    title: str
    shelf: str = ""
    said: str = ""


class ShelvesRoom(Room):
    """Where the screen is narrow, the list and the entry take turns."""

    CSS_PATH = "../styles/lists.tcss"
    OFFERED: ClassVar[tuple[Command, ...]] = (
        Command(
            keys="",
            action="read",
            about="Read the entry under the cursor",
            shown="enter",
            word="read",
            listed=False,
        ),
        Command(
            keys="space,pagedown",
            action="scroll_screens(1)",
            id="page_down",
            about="Further down in the entry",
            shown="space",
            listed=False,
        ),
        Command(
            keys="pageup",
            action="scroll_screens(-1)",
            id="page_up",
            about="Further up in the entry",
            shown="PgUp",
            listed=False,
        ),
        FILTER,
        Command(keys="c", action="leave_all", id="back_to_story", about="Back to the story", word="back to the story"),
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)
    head: ClassVar[str] = ""
    """What this room is called."""

    def __init__(self, entries: tuple[Entry, ...], wanted: str, counted: str) -> None:
        super().__init__()
        order = list(dict.fromkeys(one.shelf for one in entries))
        self.listed = tuple(sorted(entries, key=lambda one: order.index(one.shelf)))
        self._wanted = wanted
        self._counted = counted

    def told(self, entry: str) -> Content:
        """Return all that is known of an entry."""
        raise NotImplementedError

    def furnish(self) -> Iterable[Widget]:
        """List and entry."""
        yield HeadLine()
        self.entry = Words(words(""))
        self.scroller = VerticalScroll(self.entry, id="entry", can_focus=False)
        self.menu = Menu(_items(self.listed))
        yield Horizontal(self.menu, self.scroller, id="shelves")
        self.line = SearchLine("Look for a name or a word")
        yield self.line

    def on_mount(self) -> None:
        """Open at the entry asked for."""
        self._count()
        self.menu.focus()
        if any(one.id == self._wanted for one in self.listed):
            self.menu.point(self._wanted)
            self.add_class("-reading")
        else:
            self.menu.action_first()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the entry under the cursor."""
        event.stop()
        if event.option_id:
            self.entry.show(self.told(event.option_id))
            self.scroller.scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read it: where the screen is narrow, in place of the list."""
        event.stop()
        self.add_class("-reading")

    def on_input_changed(self, event: SearchLine.Changed) -> None:
        """List only what holds what was written."""
        event.stop()
        wanted = self.line.typed.casefold()
        found = tuple(one for one in self.listed if wanted in f"{one.title} {one.said}".casefold())
        shown = tuple(one for one in found if one.title) if wanted else self.listed
        self.menu.show(_items(shown))
        if not shown:
            self.entry.show(words("Nothing that you know of holds this.", "$quiet"))
        self._count(f"{len(shown)} found" if wanted else "")

    def on_input_submitted(self, event: SearchLine.Submitted) -> None:
        """Keep what was found, and go on in the list."""
        event.stop()
        self.line.close()
        self.menu.focus()

    def on_search_line_gave_up(self, event: SearchLine.GaveUp) -> None:
        """Show the whole list."""
        event.stop()
        self.menu.focus()

    def action_look_for(self) -> None:
        """Let something be looked for."""
        self.remove_class("-reading")
        self.line.open()

    def action_read(self) -> None:
        """Read the entry under the cursor."""
        self.menu.action_select()

    def action_scroll_screens(self, by: int) -> None:
        """Scroll the entry."""
        self.scroller.scroll_relative(y=by * max(self.scroller.size.height - 2, 1), animate=False)

    def action_leave(self) -> None:
        """From the entry to the list where they take turns; from what was found to the whole list; else back."""
        if self.has_class("-reading") and (self.has_class("-slim") or self.has_class("-tiny")):
            self.remove_class("-reading")
        elif self.line.value:
            self.line.value = ""
        else:
            super().action_leave()

    def action_leave_all(self) -> None:
        """Back to the story at once."""
        super().action_leave()

    def _count(self, found: str = "") -> None:
        self.query_one(HeadLine).show(self.head, self._counted, right=found)


def _items(entries: tuple[Entry, ...]) -> tuple[Item, ...]:
    items: list[Item] = []
    for shelf, group in groupby(entries, key=lambda one: one.shelf):
        if shelf:
            items.append(Item(text=words(shelf.upper(), "bold $accent")))
        items.extend(Item(id=one.id, text=words(one.title) if one.title else words("?", "$quiet")) for one in group)
    return tuple(items)
