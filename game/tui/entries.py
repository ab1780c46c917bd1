"""A codex entry as text: its title, what it is, and where that was found."""

from textual.content import Content

from game.tui.glyphs import DOT
from game.tui.text import paragraph, stacked, words
from game.view.page import CodexPage, Page

_GRADES = {
    "A": "A, found in the source named",
    "B": "B, widely documented, not checked again here",
    "C": "C, reported or disputed",
}
_NOT_MET = "You have not come across this yet. It will be here when you have."
_CODEX = "codex:"


def entry_text(one: CodexPage) -> Content:
    """Return an entry; of one that the reader has not come across only that."""
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


def terms(page: Page) -> tuple[str, ...]:
    """The ids of the entries that a page's text marks, in reading order, each once."""
    lines = (line for block in page.blocks for one in block.paragraphs for line in one.lines)
    links = (run.link for line in lines for run in line)
    return tuple(dict.fromkeys(link.removeprefix(_CODEX) for link in links if link.startswith(_CODEX)))


def term_of(link: str) -> str:
    """The id of the entry that a link leads to; empty where it leads elsewhere."""
    return link.removeprefix(_CODEX) if link.startswith(_CODEX) else ""
