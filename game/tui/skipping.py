"""What a reader has read before, in any session of a story; and where on a page something new begins."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.tui.errand import Errand
from game.tui.given import Game
from game.tui.pieces import pieces
from game.tui.widgets.leaf import Leaf
from game.view.page import Page

if TYPE_CHECKING:
    from game.play.playthrough import Playthrough

SESSIONS = 24
"""So many sessions, those played last, are looked through."""


def paragraphs_of(page: Page) -> frozenset[str]:
    """What stands on a page, each paragraph by itself."""
    return frozenset(line for piece in pieces(page) for line in _lines(piece.text.plain))


def read_before(game: Game, here: "Playthrough", name: str, errand: Errand) -> frozenset[str]:
    """All paragraphs that were read in other sessions, and in this one before where it stands."""
    read: set[str] = set()
    for number in range(here.pages - 1):
        read |= paragraphs_of(game.compose(here.at(number)))
    for _, other in game.others(name, SESSIONS, errand):
        for number in range(other.pages):
            read |= paragraphs_of(game.compose(other.at(number)))
    return frozenset(read)


def first_new(leaf: Leaf, read: frozenset[str]) -> int | None:
    """The row of the screen on which the first paragraph begins that was not read before.

    None where all was read, and where nothing before it was: then there is nothing to pass over.
    """
    passed = False
    for view in leaf.pieces:
        row = 0
        rows = view.rows
        for paragraph in _lines("\n".join(view.paragraphs)):
            begins = next((at for at in range(row, len(rows)) if rows[at] and paragraph.startswith(rows[at])), row)
            if paragraph not in read:
                return view.line_y(begins) if passed else None
            passed = True
            row = min(begins + 1, max(len(rows) - 1, 0))
    return None


def _lines(text: str) -> Iterator[str]:
    return (line.strip() for line in text.splitlines() if line.strip())
