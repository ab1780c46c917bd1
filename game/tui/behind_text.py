"""What stands behind a page as text: headings, and lines with a sign for what held, failed, or came by chance."""

from textual.content import Content

from game.tui.glyphs import CURSOR, LOCKED, PIP
from game.tui.text import NOTHING, stacked, together, words
from game.view.seen import Working

_SIGNS = {"yes": (PIP, "$success"), "no": (LOCKED, "$error"), "fell": (CURSOR, "bold $accent"), "": (" ", "")}
_STEP = "  "


def behind_text(found: tuple[Working, ...]) -> Content:
    """Return all of it."""
    return stacked(*(_line(one, first=not number) for number, one in enumerate(found)))


def _line(one: Working, *, first: bool) -> Content:
    if one.mark == "head":
        head = words(one.text, "bold $accent")
        return head if first else stacked(NOTHING, head)
    sign, style = _SIGNS[one.mark]
    text = words(one.text, "bold" if one.mark == "fell" else "$quiet" if one.mark == "no" else "")
    return together(words(_STEP * (one.depth - 1)), words(f"{sign} ", style), text)
