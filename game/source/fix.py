"""A small change of an author's text that mends a finding, and texts with such changes made."""

from dataclasses import dataclass

from game.source.span import Span


@dataclass(frozen=True, slots=True)
class Fix:
    """Put ``text`` in the place of what stands ``at``; everything else stays as it is, byte for byte."""

    at: Span
    text: str


def between(span: Span, text: str) -> tuple[int, int]:
    """Return the offsets in ``text`` of a span's two ends, cut to where the text ends."""
    return _offset(text, span.line, span.column), _offset(text, span.end_line, span.end_column)


def applied(fix: Fix, text: str) -> str:
    """Return ``text`` with one fix made."""
    start, end = between(fix.at, text)
    return text[:start] + fix.text + text[end:]


def _offset(text: str, line: int, column: int) -> int:
    start = 0
    for _ in range(line - 1):
        found = text.find("\n", start)
        if found < 0:
            return len(text)
        start = found + 1
    return min(start + column - 1, len(text))
