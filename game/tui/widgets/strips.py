"""Pieces as lines of a long text, drawn without a widget each: their looks, and what is marked in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from game.tui.pieces import Piece
from game.tui.text import words
from game.tui.widgets.hanging import Hanging

HIT = "narrowsky_hit"
PLACE = "narrowsky_place"
"""Where a line keeps that something was found in it, and the page whose decision it is."""

_QUIET = ("heading", "aside", "aside-text", "small", "note")
_SET_IN = ("aside", "aside-text", "small")
_CENTRED = ("turn", "ending")
_RULED = ("chosen", "turn", "ending")
_BARRED = ("document", "reveal", "notice")
_SNUG = ("line", "aside")
_FOUND = "bold underline $accent"


@dataclass(frozen=True, slots=True)
class Look:
    """How lines are drawn: for this widget, in a column of ``width`` cells after ``margin`` empty ones."""

    widget: Widget
    width: int
    margin: int
    wanted: str = ""


def strips(piece: Piece, look: Look, style: Style, page: int) -> Iterator[Strip]:
    """Return the lines of a piece, with what stands before and after it; of a decision, ``page`` is what it led to."""
    text = piece.text
    if piece.kind in _QUIET:
        text = text.stylize_before("$quiet")
    if piece.kind in (*_CENTRED, "scene"):
        text = text.stylize_before("bold $accent")
    if piece.kind == "chosen":
        text = text.stylize(Style.from_meta({PLACE: page}))
    text = _marked(text, look.wanted, apart=piece.kind in _CENTRED)
    set_in = 2 if piece.kind in _SET_IN or piece.kind in _BARRED else 0
    if piece.kind in _CENTRED:
        set_in = max((look.width - text.cell_length) // 2, 0)
    visual = Hanging(piece.lead, text, piece.indent) if piece.indent else text
    if piece.kind in _RULED:
        rule = _lines(words("─" * look.width, "$hair"), look, look.width, look.widget.visual_style)
        yield Strip.join([_blank(look), *rule])
    lead = words("│ ", "$accent") if piece.kind in _BARRED else words(" " * set_in)
    room = max(look.width - set_in, 1)
    for line in _lines(visual, look, room, style):
        whole = line.adjust_cell_length(room, style.rich_style)
        yield Strip.join([_blank(look), *_lines(lead, look, set_in, style), whole])
    if piece.kind not in _SNUG:
        yield Strip.blank(0)


def holds(line: Strip, key: str) -> object:
    """What a line keeps under a key, or None."""
    for segment in line:
        if segment.style is not None and key in segment.style.meta:
            return segment.style.meta[key]
    return None


def _marked(text: Content, wanted: str, *, apart: bool) -> Content:
    """A text with everything marked in it that is looked for, capital or not; ``apart`` where its letters may be."""
    if wanted.strip():
        letters = map(re.escape, "".join(wanted.split()))
        for hit in re.finditer(" *".join(letters) if apart else re.escape(wanted), text.plain, re.IGNORECASE):
            text = text.stylize(_FOUND, *hit.span()).stylize(Style.from_meta({HIT: True}), *hit.span())
    return text


def _lines(visual: Visual, look: Look, width: int, style: Style) -> list[Strip]:
    return Visual.to_strips(look.widget, visual, width, None, style, apply_selection=False) if width > 0 else []


def _blank(look: Look) -> Strip:
    return Strip.blank(look.margin, look.widget.visual_style.rich_style)
