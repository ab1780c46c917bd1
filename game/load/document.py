"""One file of a story as nodes, each with its place: what readers read."""

from dataclasses import dataclass, field

from game.source.diagnostic import Diagnostic
from game.source.span import Span


class Scalar:
    """Text as written; ``style`` is ``""`` (plain), ``'``, ``"``, ``|`` or ``>``. Places count from 1."""

    __slots__ = ("column", "end_column", "end_line", "line", "style", "text")

    def __init__(self, text: str, style: str, place: tuple[int, int, int, int]) -> None:
        self.text = text
        self.style = style
        self.line, self.column, self.end_line, self.end_column = place


class Items:
    """A list of nodes."""

    __slots__ = ("column", "end_column", "end_line", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.end_line, self.end_column = line, column + 1
        self.items: list[Node] = []


class Entries:
    """A mapping, as its pairs in the order written; keys are scalars and differ."""

    __slots__ = ("column", "end_column", "end_line", "line", "pairs")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.end_line, self.end_column = line, column + 1
        self.pairs: list[tuple[Scalar, Node]] = []


Node = Scalar | Items | Entries


@dataclass(slots=True)
class Document:
    """One file, read: its text, its top mapping (perhaps empty), and what is wrong with it."""

    name: str
    text: str
    top: Entries
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(init=False, default_factory=list)
    mended: set[int] = field(init=False, default_factory=set)
    """Lines whose values stand in for what could not be read; what is found on them is no author's doing."""

    def __post_init__(self) -> None:
        """Divide the text once; many findings and every plain text look at a line."""
        self.lines = self.text.split("\n")

    def span(self, node: Node) -> Span:
        """Return where ``node`` stands."""
        return Span(self.name, node.line, node.column, node.end_line, node.end_column)
