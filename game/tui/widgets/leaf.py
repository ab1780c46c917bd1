"""One page on the screen: its pieces, and its offers while they stand."""

from textual.app import ComposeResult
from textual.containers import Vertical

from game.tui.offers import Row
from game.tui.pieces import Piece
from game.tui.widgets.choices import Choices
from game.tui.widgets.words import PieceView


class Leaf(Vertical):
    """A page as it is read. The newest one fills the view, so that it can begin at the top."""

    def __init__(self, pieces: tuple[Piece, ...], rows: tuple[Row, ...] = (), *, past: bool = False) -> None:
        super().__init__(classes="-past" if past else "")
        self._pieces = [PieceView(piece) for piece in pieces]
        self.choices = Choices(rows)
        self.choices.display = not past

    @property
    def size_in_pieces(self) -> int:
        """How many pieces it holds."""
        return len(self._pieces)

    def compose(self) -> ComposeResult:
        """Lay the page out."""
        yield from self._pieces
        yield self.choices

    @property
    def pieces(self) -> list[PieceView]:
        """Its pieces, in reading order."""
        return [view for view in self._pieces if view.display]

    def veil(self) -> None:
        """Keep the place of everything, and show nothing."""
        for view in self._pieces:
            view.veil()
        self.choices.add_class("-veiled")

    def unveil(self) -> None:
        """Show everything."""
        for view in self._pieces:
            view.unveil()
        self.choices.remove_class("-veiled")

    def settle(self) -> None:
        """Become a page of the past: its offers go."""
        self.add_class("-past")
        self.choices.remove()

    async def show(self, pieces: tuple[Piece, ...], rows: tuple[Row, ...], taken: int | None) -> None:
        """Show another page in the same place, with the blocks that are there already."""
        for view, piece in zip(self._pieces, pieces, strict=False):
            view.draw(piece)
        for view in self._pieces[len(pieces) :]:
            view.display = False
        more = [PieceView(piece) for piece in pieces[len(self._pieces) :]]
        self._pieces += more
        if more:
            await self.mount(*more, before=self.choices)
        if waiting := self.choices.show(rows, taken):
            await waiting
