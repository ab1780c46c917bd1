"""The ledger as pieces: everybody who was hurt, by name, one under another."""

from collections.abc import Iterable

from game.tui.glyphs import DOT
from game.tui.pieces import Piece, heading
from game.tui.text import NOTHING, stacked, together, words
from game.view.ledger import LedgerLine

_SIDE = 16
EMPTY = (Piece("prose", words("Nobody has had to be written down here.", "$quiet")),)
"""What stands in a ledger without names."""


def ledger_pieces(lines: Iterable[LedgerLine]) -> tuple[Piece, ...]:
    """Return every line of a ledger, under the turns in which they were written."""
    found: list[Piece] = []
    when = ""
    for line in lines:
        if line.when and line.when != when:
            found.append(heading(line.when))
        when = line.when
        found += _line(line)
    return tuple(found)


def _line(line: LedgerLine) -> list[Piece]:
    age = words(f", {line.age}" if line.age is not None else "")
    about = f" {DOT} ".join(part for part in (line.place, line.doing) if part)
    name = stacked(together(words(line.name, "bold"), age), words(about, "$quiet"))
    claims = [Piece("line", words(claim), words(side, "$quiet"), _SIDE) for side, claim in line.claims]
    if line.disputed:
        claims.insert(0, Piece("line", words("What is said of it differs:", "italic $quiet")))
    return [Piece("line", name), *claims, Piece("line", NOTHING)]
