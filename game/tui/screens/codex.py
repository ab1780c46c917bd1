"""The codex: entries by shelf at the left, the one being read at the right."""

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import OptionList

from game.tui.commands import BACK, Command, bindings
from game.tui.glyphs import DOT
from game.tui.screens.room import Room
from game.tui.text import LINK, paragraph, stacked, words
from game.tui.widgets.head_line import HeadLine
from game.tui.widgets.menu import Item, Menu
from game.tui.widgets.words import Words
from game.view.page import CodexPage

_GRADES = {
    "A": "A, found in the source named",
    "B": "B, widely documented, not checked again here",
    "C": "C, reported or disputed",
}
_NOT_MET = "You have not come across this yet. It will be here when you have."


class CodexRoom(Room):
    """A glossary that grows with what has been read. Where the screen is narrow, the list and the entry take turns."""

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
        Command(keys="c", action="leave_all", id="back_to_story", about="Back to the story", word="back to the story"),
        BACK,
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings(OFFERED)

    def __init__(self, entries: tuple[CodexPage, ...], entry: str = "") -> None:
        super().__init__()
        order = list(dict.fromkeys(one.shelf for one in entries))
        self.entries = tuple(sorted(entries, key=lambda one: order.index(one.shelf)))
        self._wanted = entry

    def furnish(self) -> Iterable[Widget]:
        """List and entry."""
        yield HeadLine()
        self.entry = Words(words(""))
        self.scroller = VerticalScroll(self.entry, id="entry", can_focus=False)
        self.menu = Menu(self._items())
        yield Horizontal(self.menu, self.scroller, id="shelves")

    def on_mount(self) -> None:
        """Open at the entry asked for."""
        known = sum(one.known for one in self.entries)
        self.query_one(HeadLine).show("Codex", f"{known} of {len(self.entries)} entries met")
        self.menu.focus()
        if any(one.id == self._wanted for one in self.entries):
            self.menu.point(self._wanted)
            self.add_class("-reading")
        else:
            self.menu.action_first()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the entry under the cursor."""
        event.stop()
        found = next((one for one in self.entries if one.id == event.option_id), None)
        if found:
            self._show(found)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Read it: where the screen is narrow, in place of the list."""
        event.stop()
        self.add_class("-reading")

    def on_click(self, event: events.Click) -> None:
        """Go to a term that was clicked."""
        kind, _, entry = str(event.style.meta.get(LINK, "")).partition(":")
        if kind == "codex" and any(one.id == entry for one in self.entries):
            self.menu.point(entry)

    def action_read(self) -> None:
        """Read the entry under the cursor."""
        self.menu.action_select()

    def action_scroll_screens(self, by: int) -> None:
        """Scroll the entry."""
        self.scroller.scroll_relative(y=by * max(self.scroller.size.height - 2, 1), animate=False)

    def action_leave(self) -> None:
        """From the entry to the list where they take turns, else back."""
        if self.has_class("-reading") and (self.has_class("-slim") or self.has_class("-tiny")):
            self.remove_class("-reading")
        else:
            super().action_leave()

    def action_leave_all(self) -> None:
        """Back to the story at once."""
        super().action_leave()

    def _items(self) -> tuple[Item, ...]:
        items: list[Item] = []
        for shelf, group in groupby(self.entries, key=lambda one: one.shelf):
            items.append(Item(text=words(shelf.upper(), "bold $accent")))
            items.extend(Item(id=one.id, text=words(one.title) if one.known else words("?", "$quiet")) for one in group)
        return tuple(items)

    def _show(self, one: CodexPage) -> None:
        if not one.known:
            self.entry.show(stacked(words("?", "bold $accent"), words(_NOT_MET, "$quiet"), gap=1))
            return
        parts = [words(one.title, "bold $accent")]
        under = f" {DOT} ".join(text for text in (one.shelf.capitalize(), one.date) if text)
        parts[0] = stacked(parts[0], words(under, "$quiet"))
        parts.extend(paragraph(each) for each in one.paragraphs)
        closing = [words(f"Source: {one.source}", "$quiet")] if one.source else []
        if one.grade:
            closing.append(words(f"Grade: {_GRADES.get(one.grade, one.grade)}", "$quiet"))
        if closing:
            parts.append(stacked(*closing))
        self.entry.show(stacked(*parts, gap=1))
        self.scroller.scroll_home(animate=False)
