"""The codex: entries by shelf at the left, the one being read at the right."""

from typing import ClassVar

from textual import events
from textual.content import Content

from game.tui.entries import entry_text, term_of
from game.tui.screens.shelves import Entry, ShelvesRoom
from game.tui.text import LINK
from game.view.page import CodexPage


class CodexRoom(ShelvesRoom):
    """A glossary that grows with what has been read."""

    head: ClassVar[str] = "Codex"

    def __init__(self, entries: tuple[CodexPage, ...], entry: str = "") -> None:
        self._pages = {one.id: one for one in entries}
        known = sum(one.known for one in entries)
        super().__init__(tuple(map(_entry, entries)), entry, f"{known} of {len(entries)} entries met")

    def on_click(self, event: events.Click) -> None:
        """Go to a term that was clicked."""
        entry = term_of(str(event.style.meta.get(LINK, "")))
        if entry in self._pages:
            self.line.value = ""
            self.call_after_refresh(self.menu.point, entry)

    def told(self, entry: str) -> Content:
        """Return an entry as it stands in the codex."""
        return entry_text(self._pages[entry])


def _entry(one: CodexPage) -> Entry:
    said = " ".join(paragraph.text for paragraph in one.paragraphs)
    return Entry(id=one.id, shelf=one.shelf, title=one.title if one.known else "", said=said if one.known else "")
