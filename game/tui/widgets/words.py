"""Words on the screen: the only widget that shows text, and it takes nothing but what ``text`` has made."""

from itertools import accumulate

from textual.content import Content
from textual.geometry import Region
from textual.selection import Selection
from textual.strip import Strip
from textual.widgets import Static

from game.tui.entries import term_of
from game.tui.pieces import Piece
from game.tui.text import link_of
from game.tui.widgets.columns import Columns
from game.tui.widgets.front import Front
from game.tui.widgets.hanging import Hanging
from game.tui.widgets.ruled import Ruled

Shown = Content | Columns | Front | Hanging | Ruled


class Words(Static):
    """Content on the screen. Plain strings are refused, so that nothing is ever read as markup."""

    def __init__(self, text: Shown, *, classes: str = "", id: str | None = None) -> None:  # noqa: A002  # the name Textual gives it
        super().__init__(_content(text), classes=classes, id=id, markup=False)

    def show(self, text: Shown) -> None:
        """Show other words."""
        self.update(_content(text))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the words that were selected with the mouse."""
        shown = self.visual
        if isinstance(shown, Hanging):
            return selection.extract(shown.body.plain), "\n"
        if isinstance(shown, Columns | Front | Ruled):
            return shown.plain, "\n"
        return super().get_selection(selection)


class PieceView(Words):
    """One piece of a page, as a block of its own kind; it may be veiled, in part or whole, and keeps its place then."""

    def __init__(self, piece: Piece) -> None:
        super().__init__(_visual(piece), classes=f"piece -{piece.kind}")
        self._plain = piece.text.plain
        self._revealed: int | None = None
        self._ends: tuple[int, ...] = ()

    def draw(self, piece: Piece) -> None:
        """Show another piece in the same place."""
        self.set_classes(f"piece -{piece.kind}")
        self.display = True
        self._plain = piece.text.plain
        self._revealed = None
        self.show(_visual(piece))

    @property
    def paragraphs(self) -> list[str]:
        """What it says, each paragraph by itself."""
        return self._plain.splitlines()

    @property
    def rows(self) -> list[str]:
        """What it says, line by line as it is laid out now."""
        return [super(PieceView, self).render_line(y).text.strip() for y in range(self.size.height)]

    @property
    def terms(self) -> tuple[str, ...]:
        """The ids of the entries that its words lead to, in order."""
        shown = self.visual
        marked = shown.body if isinstance(shown, Hanging) else shown
        spans = marked.spans if isinstance(marked, Content) else ()
        return tuple(filter(None, (term_of(link_of(span.style)) for span in spans)))

    @property
    def letters(self) -> int:
        """How many letters it has, as it is laid out now."""
        return self._line_ends()[-1]

    def line_end(self, line: int) -> int:
        """How many letters it has up to the end of a line."""
        return self._line_ends()[line]

    def line_of(self, letter: int) -> int:
        """The line on which a letter stands; the last one of a letter beyond the end."""
        ends = self._line_ends()
        return next((line for line, end in enumerate(ends) if letter < end), len(ends) - 1)

    def line_y(self, line: int) -> int:
        """The row of the screen on which a line stands."""
        return self.content_region.y + line

    def veil(self) -> None:
        """Keep its place, and show nothing."""
        self._revealed = 0
        self.add_class("-veiled")

    def reveal(self, letters: int) -> None:
        """Show so many of its letters."""
        first, self._revealed = self.line_of(self._revealed or 0), letters
        self.remove_class("-veiled")
        self.refresh(Region(0, first, self.size.width, self.line_of(letters) - first + 1))

    def unveil(self) -> None:
        """Show all of it."""
        if self._revealed is not None:
            self._revealed, self._ends = None, ()
            self.remove_class("-veiled")
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a line, as far as it is revealed."""
        strip = super().render_line(y)
        if self._revealed is None:
            return strip
        ends = self._line_ends()
        begins = ends[y - 1] if y else 0
        shown = max(0, self._revealed - begins)
        if y >= len(ends) or shown >= ends[y] - begins:
            return strip
        rest = Strip.blank(max(strip.cell_length - shown, 0), self.visual_style.rich_style)
        return Strip.join([strip.crop(0, shown), rest])

    def _line_ends(self) -> tuple[int, ...]:
        """Of each line, how many letters there are up to its end. A line without any counts for one."""
        if not self._ends or len(self._ends) != self.size.height:
            lines = (super(PieceView, self).render_line(y) for y in range(self.size.height))
            self._ends = tuple(accumulate(max(len(line.text.rstrip()), 1) for line in lines)) or (0,)
        return self._ends


def _visual(piece: Piece) -> Shown:
    if len(piece.columns) > 1:
        return Front(piece.columns)
    if piece.ruled:
        return Ruled(piece.text)
    return Hanging(piece.lead, piece.text, piece.indent) if piece.indent else piece.text


def _content(text: Shown) -> Shown:
    if not isinstance(text, Shown):
        raise TypeError("words on the screen come from game.tui.text")
    return text
