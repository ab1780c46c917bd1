"""From an offset in a scalar's value back to its place in the file."""

from game.load.document import Document, Scalar
from game.source.span import Span

_SPACE = " \n"
_BLANK = " \t\r"
_ESCAPED = {"x": 2, "u": 4, "U": 8}
"""How many digits follow these in double quotes."""

_Places = list[tuple[int, int]]


class Places:
    """The places of the characters of one scalar, found when the first is asked for."""

    def __init__(self, document: Document, scalar: Scalar) -> None:
        self.document = document
        self.scalar = scalar
        self._found: _Places = []

    def span(self, start: int, end: int) -> Span:
        """Return where the characters ``start`` to ``end`` (exclusive) of the value stand in the file.

        A block's indent, folded newlines and the doubled or escaped marks of quoted scalars are passed over, so that
        the place is exact in every style.
        """
        name, scalar = self.document.name, self.scalar
        if scalar.style == "" and scalar.line == scalar.end_line:
            column = scalar.column
            return Span(name, scalar.line, column + start, scalar.line, column + max(end, start + 1))
        if not self._found:
            find = _quoted if scalar.style in ("'", '"') else _sought
            self._found = find(self.document.lines, scalar)
        last = len(self._found) - 1
        line, column = self._found[min(start, last)]
        end_line, end_column = self._found[min(max(end - 1, start), last)]
        return Span(name, line, column, end_line, end_column + 1)


def place(document: Document, scalar: Scalar, start: int, end: int) -> Span:
    """Return where some characters of one scalar stand; for many of one scalar, ``Places`` looks only once."""
    return Places(document, scalar).span(start, end)


def _quoted(lines: list[str], scalar: Scalar) -> _Places:
    """The place of each character of a quoted scalar, read as YAML reads it, and of the mark that closes it."""
    found: _Places = []
    number, column = scalar.line, scalar.column
    while True:
        last = number == scalar.end_line
        text = lines[number - 1][: scalar.end_column - 2] if last else lines[number - 1].rstrip("\r")
        end = len(text) if last else len(text.rstrip(_BLANK))
        joined = False
        while column < end:
            joined = scalar.style == '"' and text[column] == "\\" and column + 1 == len(text)
            if not joined:
                found.append((number, column + 1))
            column += _length(text, column, scalar.style)
        if last:
            found.append((number, scalar.end_column - 1))
            return found
        following = number + 1
        while following < scalar.end_line and not lines[following - 1].strip(_BLANK):
            following += 1
        breaks = [(line, 1) for line in range(number + 1, following)]
        found.extend(breaks if breaks or joined else [(number, end + 1)])
        number = following
        column = len(lines[number - 1]) - len(lines[number - 1].lstrip(_BLANK))


def _length(text: str, at: int, style: str) -> int:
    """How many characters of the source make one of the value."""
    sign, following = text[at], text[at + 1 : at + 2]
    if style == "'":
        return 2 if sign == following == "'" else 1
    return 1 if sign != "\\" else 2 + _ESCAPED.get(following, 0)


def _sought(lines: list[str], scalar: Scalar) -> _Places:
    """The place of each character of a block or of a plain scalar of several lines, and one for its end."""
    line, column = scalar.line, scalar.column
    if scalar.style in ("|", ">"):
        line, column = line + 1, 1
    found: _Places = []
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
    return lines[number - 1].rstrip("\r") if number <= len(lines) else ""
