"""What help says: keys, signs, gauges; and what there is to know about a story. All of it as pieces."""

from collections.abc import Iterable

from game.tui.commands import Command
from game.tui.gauges import sheet
from game.tui.given import Game
from game.tui.glyphs import LEGEND
from game.tui.pieces import Piece, heading, prose
from game.tui.text import words
from game.view.page import Gauge

_KEYS = 14
_SHEET = 44


def help_pieces(commands: Iterable[Command], gauges: tuple[Gauge, ...]) -> tuple[Piece, ...]:
    """Return the help for a screen: its keys, the signs, the gauges."""
    keys = [Piece("line", words(each.about), words(each.written, "bold $accent"), _KEYS) for each in commands]
    signs = [Piece("line", words(meaning), words(sign, "bold"), _KEYS) for sign, meaning in LEGEND]
    found = [heading("Keys"), *keys, heading("Signs"), *signs]
    if gauges:
        found += [heading("Gauges"), *gauge_pieces(gauges)]
    return tuple(found)


def gauge_pieces(gauges: tuple[Gauge, ...]) -> tuple[Piece, ...]:
    """Return each gauge with its meaning and why it moved."""
    found: list[Piece] = []
    group = ""
    for gauge in gauges:
        if gauge.group and gauge.group != group:
            found.append(heading(gauge.group))
        group = gauge.group
        found.append(Piece("sheet", sheet(gauge, _SHEET)))
    return tuple(found)


def about_pieces(game: Game) -> tuple[Piece, ...]:
    """Return what there is to know about a story."""
    found = [Piece("scene", words(game.title.upper(), "bold"))]
    if game.by:
        found.append(Piece("by", words(f"by {game.by}")))
    if game.blurb:
        found.append(Piece("prose", words(game.blurb)))
    return (*found, *note_pieces(game))


def note_pieces(game: Game) -> tuple[Piece, ...]:
    """Return the content note, if the story has one."""
    return (heading("Before you begin"), *prose(game.note)) if game.note else ()
