"""The author's line, with the place underlined."""

from functools import lru_cache
from unicodedata import combining, east_asian_width

from game.source.clean import clean_line
from game.source.span import Span

WIDTH = 100


def excerpt(span: Span, text: str) -> str:
    """Return two lines: the line of ``text`` where ``span`` begins, and ``~~~^`` under the place.

    Long lines are cut around the place to about ``WIDTH`` characters. Empty if ``text`` has no such line.
    """
    lines = _lines(text)
    if not 1 <= span.line <= len(lines):
        return ""
    line = lines[span.line - 1].rstrip("\r")
    start = min(max(span.column - 1, 0), len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, start - WIDTH // 2)
    end = max(start, min(end, len(line), cut + WIDTH))
    before, place, after = (clean_line(line[a:b]) for a, b in ((cut, start), (start, end), (end, cut + WIDTH)))
    marks = " " * _cells(before) + "~" * (max(_cells(place), 1) - 1) + "^"
    number = f"{span.line} | "
    return f"{number}{before}{place}{after}\n{' ' * len(number)}{marks}"


@lru_cache(maxsize=1)
def _lines(text: str) -> list[str]:
    """The lines of a file; findings are told file by file."""
    return text.split("\n")


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text)
