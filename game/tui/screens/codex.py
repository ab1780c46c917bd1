"""The codex: entries by shelf at the left, the one being read at the right."""

from typing import ClassVar

from textual import events
from textual.content import Content

from game.tui.glyphs import DOT
from game.tui.screens.shelves import Entry, ShelvesRoom
from game.tui.text import LINK, paragraph, stacked, words
from game.view.page import CodexPage

_GRADES = {
    "A": "A, found in the source named",
    "B": "B, widely documented, not checked again here",
    "C": "C, reported or disputed",
}
_NOT_MET = "You have not come across this yet. It will be here when you have."


class CodexRoom(ShelvesRoom):
    """A glossary that grows with what has been read."""

    head: ClassVar[str] = "Codex"

    def __init__(self, entries: tuple[CodexPage, ...], entry: str = "") -> None:
        self._pages = {one.id: one for one in entries}
        known = sum(one.known for one in entries)
        super().__init__(tuple(map(_entry, entries)), entry, f"{known} of {len(entries)} entries met")

    def on_click(self, event: events.Click) -> None:
        """Go to a term that was clicked."""
        kind, _, entry = str(event.style.meta.get(LINK, "")).partition(":")
        if kind == "codex" and entry in self._pages:
            self.line.value = ""
            self.call_after_refresh(self.menu.point, entry)

    def told(self, entry: str) -> Content:
        """Return an entry as it stands in the codex."""
        one = self._pages[entry]
        if not one.known:
            return stacked(words("?", "bold $accent"), words(_NOT_MET, "$quiet"), gap=1)
        under = f" {DOT} ".join(text for text in (one.shelf.capitalize(), one.date) if text)
        parts = [stacked(words(one.title, "bold $accent"), words(under, "$quiet"))]
        parts.extend(paragraph(each) for each in one.paragraphs)
        closing = [words(f"Source: {one.source}", "$quiet")] if one.source else []
        if one.grade:
            closing.append(words(f"Grade: {_GRADES.get(one.grade, one.grade)}", "$quiet"))
        if closing:
            parts.append(stacked(*closing))
        return stacked(*parts, gap=1)


def _entry(one: CodexPage) -> Entry:
    said = " ".join(paragraph.text for paragraph in one.paragraphs)
    return Entry(id=one.id, shelf=one.shelf, title=one.title if one.known else "", said=said if one.known else "")
