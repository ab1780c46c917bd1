"""The author's line, with the place underlined."""

from game.source.clean import clean_line
from game.source.span import Span

WIDTH = 100


def excerpt(span: Span, text: str) -> str:
    """Return two lines: the line of ``text`` where ``span`` begins, and ``~~~^`` under the place.

    Long lines are cut around the place to about ``WIDTH`` characters. Empty if ``text`` has no such line.
    """
    lines = text.split("\n")
    if not 1 <= span.line <= len(lines):
        return ""
    line = lines[span.line - 1].rstrip("\r")
    start = min(span.column - 1, len(line))
    end = span.end_column - 1 if span.end_line == span.line else len(line)
    end = max(start + 1, min(end, len(line)))
    cut = max(0, start - WIDTH // 2)
    shown = clean_line(line[cut : cut + WIDTH])
    marks = " " * (start - cut) + "~" * (min(end, cut + WIDTH) - start - 1) + "^"
    number = f"{span.line} | "
    return f"{number}{shown}\n{' ' * len(number)}{marks}"
