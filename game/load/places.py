"""From an offset in a scalar's value back to its place in the file."""

from game.load.nodes import Document, Scalar
from game.source.span import Span

_SPACE = " \n"


def place(document: Document, scalar: Scalar, start: int, end: int) -> Span:
    """Return where the characters ``start`` to ``end`` (exclusive) of the scalar's text stand in its file.

    Walks value and source side by side: a block's indent, folded newlines and the doubled or escaped marks of
    quoted scalars are passed over, so that the place is exact in every style.
    """
    if scalar.style == "" and scalar.line == scalar.end_line:
        column = scalar.column
        return Span(document.name, scalar.line, column + start, scalar.line, column + max(end, start + 1))
    at = _offsets(document, scalar)
    last = len(at) - 1
    line, column = at[min(start, last)]
    end_line, end_column = at[min(max(end - 1, start), last)]
    return Span(document.name, line, column, end_line, end_column + 1)


def _offsets(document: Document, scalar: Scalar) -> list[tuple[int, int]]:
    """The place of each character of the value, and one for its end."""
    lines = document.lines
    line, column = scalar.line, scalar.column
    if scalar.style in ("|", ">"):
        line, column = line + 1, 1
    found: list[tuple[int, int]] = []
    for character in scalar.text:
        line, column = _seek(lines, line, column, character, scalar)
        found.append((line, column))
        if character == "\n" and scalar.style == "|":
            line, column = line + 1, 1
        else:
            column += 1
    found.append((line, column))
    return found


def _seek(lines: list[str], line: int, column: int, character: str, scalar: Scalar) -> tuple[int, int]:
    """The next place at or after (line, column) that shows ``character``; a fold shows a space or a newline."""
    if scalar.style == "|" and character == "\n":
        return line, len(_line(lines, line)) + 1
    for at in range(line, min(scalar.end_line, len(lines)) + 1):
        text = _line(lines, at)
        begin = column if at == line else 1
        if character in _SPACE and begin > len(text.rstrip()):
            return at, begin
        found = text.find(character, begin - 1)
        if found >= 0:
            return at, found + 1
        if character in _SPACE:
            return at, max(begin, len(text))
    return line, column


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if number <= len(lines) else ""
