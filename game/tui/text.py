"""The one door from story text to what Textual draws: cleaned words in, ``Content`` out, never markup.

Nothing else in this room makes ``Content``. A style is always one of our own words, never part of a story.
"""

from collections.abc import Iterable

from textual.content import Content
from textual.style import Style

from game.source.clean import clean_line, clean_text
from game.view.page import Paragraph, Run

NOTHING = Content("")
LINK = "narrowsky_link"
"""Where a clickable word keeps its target: a key of our own, so that a click can never run one of Textual's actions."""

_STYLES = {"": "", "em": "italic", "strong": "bold"}


def words(text: str, style: str = "") -> Content:
    """Return one line of text in one style."""
    return Content.styled(clean_line(text), style)


def passage(text: str, style: str = "") -> Content:
    """Return text in one style whose lines stay lines."""
    return Content.styled(clean_text(text), style)


def line(runs: Iterable[Run], style: str = "") -> Content:
    """Return the runs of one line; ``style`` lies under them all."""
    whole = together(*(_run(run) for run in runs))
    return whole.stylize_before(style) if style else whole


def paragraph(one: Paragraph, style: str = "") -> Content:
    """Return a paragraph; the lines of a document stay lines."""
    return stacked(*(line(runs, style) for runs in one.lines))


def together(*parts: Content) -> Content:
    """Return the parts one after another."""
    return Content.assemble(*parts)


def stacked(*parts: Content, gap: int = 0) -> Content:
    """Return the parts one under another, with so many empty lines between them."""
    return Content("\n" * (gap + 1)).join(parts)


def separated(parts: Iterable[Content], between: Content) -> Content:
    """Return the parts with ``between`` between them."""
    return between.join(parts)


def linked(text: Content, target: str) -> Content:
    """Return text that leads to ``target`` when it is clicked."""
    return text.stylize(Style.from_meta({LINK: target}))


def link_of(style: Style | str) -> str:
    """Return where words in a style lead to; nothing where they don't."""
    return "" if isinstance(style, str) else str(style.meta.get(LINK, ""))


def spaced(text: str, style: str = "", *, room: int = 56) -> Content:
    """Return capitals set apart, as on a sign; plain capitals where they would need more than ``room`` cells."""
    capitals = clean_line(text).upper()
    apart = "   ".join(" ".join(word) for word in capitals.split())
    wide = len(apart) > room or not capitals.isascii()
    return Content.styled(capitals if wide else apart, style)


def _run(run: Run) -> Content:
    text = words(run.text, _STYLES[run.style])
    if run.link.startswith("codex:"):
        return linked(text.stylize("underline"), run.link)
    return text
