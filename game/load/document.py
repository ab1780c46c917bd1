"""One file of a story as nodes, each with its place: what readers read."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from game.source.diagnostic import Diagnostic
from game.source.span import Span


class Mark(Protocol):
    """A place as the parser keeps it; it counts from 0."""

    @property
    def line(self) -> int:
        """Lines before it."""

    @property
    def column(self) -> int:
        """Characters of its line before it."""


class At(NamedTuple):
    """A place that the parser did not make; it counts from 0 as well."""

    line: int
    column: int


class Scalar:
    """Text as written; ``style`` is ``""`` (plain), ``'``, ``"``, ``|`` or ``>``. Places count from 1.

    Most scalars are never asked where they stand, so the parser's marks are kept as they come.
    """

    __slots__ = ("begins", "ends", "style", "text")

    def __init__(self, text: str, style: str, begins: Mark, ends: Mark) -> None:
        self.text = text
        self.style = style
        self.begins = begins
        self.ends = ends

    @property
    def line(self) -> int:
        """The line on which it begins."""
        return self.begins.line + 1

    @property
    def column(self) -> int:
        """The column in which it begins."""
        return self.begins.column + 1

    @property
    def end_line(self) -> int:
        """The line on which it ends."""
        return self.ends.line + 1

    @property
    def end_column(self) -> int:
        """The column behind its last character."""
        return self.ends.column + 1


class Items:
    """A list of nodes."""

    __slots__ = ("column", "end_column", "end_line", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.end_line, self.end_column = line, column + 1
        self.items: list[Node] = []


class Entries:
    """A mapping, as its pairs in the order written, and by key; keys are scalars and differ."""

    __slots__ = ("column", "end_column", "end_line", "line", "nodes", "pairs")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.end_line, self.end_column = line, column + 1
        self.pairs: list[tuple[Scalar, Node]] = []
        self.nodes: dict[str, Node] = {}
        """What stands behind each key; where one is written twice, the first."""


class Late(Entries):
    """A mapping known to be sound that is read when it is first looked into; ``read`` gives it."""

    __slots__ = ("read",)

    def __init__(self, read: Callable[[], Entries]) -> None:
        self.read = read

    def __getattr__(self, name: str) -> Any:
        """Fill what is not there yet, and give what was asked for."""
        if name not in Entries.__slots__:
            raise AttributeError(name)
        found = self.read()
        self.pairs, self.nodes = found.pairs, found.nodes
        self.line, self.column = found.line, found.column
        self.end_line, self.end_column = found.end_line, found.end_column
        return getattr(self, name)


Node = Scalar | Items | Entries


@dataclass(slots=True)
class Document:
    """One file, read: its text, its top mapping (perhaps empty), and what is wrong with it."""

    name: str
    text: str
    top: Entries
    layer: int = 0
    """Whose file it is: 0, the story's own; 1, a file of the story that it extends; and so on."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(init=False, default_factory=list)
    mended: set[int] = field(init=False, default_factory=set)
    """Lines whose values stand in for what could not be read; what is found on them is no author's doing."""
    aside: set[int] = field(init=False, default_factory=set)
    """Lines that could not be read and were left out; what seems to be missing may stand there."""

    def __post_init__(self) -> None:
        """Divide the text once; many findings and every plain text look at a line."""
        self.lines = self.text.split("\n")

    def broken_in(self, node: Node) -> bool:
        """Whether some line of ``node``, or one right beside it, could not be read as it was written."""
        lines = range(node.line - 1, node.end_line + 2)
        return any(line in lines for line in (*self.mended, *self.aside))

    def span(self, node: Node) -> Span:
        """Return where ``node`` stands."""
        if type(node) is Scalar:
            # Twenty thousand of these are made for a thousand scenes: past the constructor, which takes half the time.
            begins, ends = node.begins, node.ends
            place = self.name, begins.line + 1, begins.column + 1, ends.line + 1, ends.column + 1
            return tuple.__new__(Span, place)
        return Span(self.name, node.line, node.column, node.end_line, node.end_column)
