"""Where effects stand, while they are read."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.load.document import At, Document, Node, Scalar
from game.load.fields import Fields
from game.load.known import Known
from game.load.places import place
from game.source.span import Span


@dataclass(frozen=True, slots=True)
class Where:
    """Where effects stand: their file, the site that names them, the number words known there, acts opened."""

    document: Document
    known: Known
    site: str
    constants: Mapping[str, int]
    deep: int = 0


def where(fields: Fields, known: Known, site: str) -> Where:
    """The place of the effects in these fields."""
    return Where(fields.document, known, site, known.sizes)


def span_of(at: Where, node: Node) -> Span:
    """Where a node stands; a mapping or list is named by its first character."""
    if isinstance(node, Scalar):
        return at.document.span(node)
    return Span(at.document.name, node.line, node.column, node.line, node.column + 1)


def part_of(at: Where, node: Scalar, start: int, end: int) -> Scalar:
    """A stretch of a scalar as a scalar of its own, at its own place."""
    span = place(at.document, node, start, end)
    begins, ends = At(span.line - 1, span.column - 1), At(span.end_line - 1, span.end_column - 1)
    return Scalar(node.text[start:end], "", begins, ends)
