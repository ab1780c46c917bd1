"""Words on the screen: the only widget that shows text, and it takes nothing but what ``text`` has made."""

from textual.content import Content
from textual.widgets import Static

from game.tui.pieces import Piece
from game.tui.widgets.columns import Columns
from game.tui.widgets.hanging import Hanging


class Words(Static):
    """Content on the screen. Plain strings are refused, so that nothing is ever read as markup."""

    def __init__(self, text: Content | Columns | Hanging, *, classes: str = "", id: str | None = None) -> None:  # noqa: A002  # the name Textual gives it
        super().__init__(_content(text), classes=classes, id=id, markup=False)

    def show(self, text: Content | Columns | Hanging) -> None:
        """Show other words."""
        self.update(_content(text))


class PieceView(Words):
    """One piece of a page, as a block of its own kind."""

    def __init__(self, piece: Piece) -> None:
        super().__init__(_visual(piece), classes=f"piece -{piece.kind}")

    def draw(self, piece: Piece) -> None:
        """Show another piece in the same place."""
        self.set_classes(f"piece -{piece.kind}")
        self.display = True
        self.show(_visual(piece))


def _visual(piece: Piece) -> Content | Columns | Hanging:
    return Hanging(piece.lead, piece.text, piece.indent) if piece.indent else piece.text


def _content(text: Content | Columns | Hanging) -> Content | Columns | Hanging:
    if not isinstance(text, Content | Columns | Hanging):
        raise TypeError("words on the screen come from game.tui.text")
    return text
