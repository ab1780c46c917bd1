"""One text as it stands in its file: its words in place, and where each of them is."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from game.source.span import Span

_HEADER = re.compile(r"[|>][^\n]*")
_HIDDEN = re.compile(r"\]\([^()\s]*\)|\{\{|\}\}|\|\||\{[^:{}|\"]*[:}]|[{}|\[\]]")
"""What is written and not read: where links lead, conditions and other heads in braces, the braces themselves."""
_BREAK = re.compile(r"\n[ \t\r]*(?=\n)")
_DOCUMENT = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_QUOTED = re.compile('"[^"]*(?:"|$)|\N{LEFT DOUBLE QUOTATION MARK}[^\N{RIGHT DOUBLE QUOTATION MARK}]*')
_LINK = re.compile(r"\[[^\[\]]*\]\(")
_LEADING = 6


def phrase(words: str) -> re.Pattern[str]:
    """What finds a word or a phrase, whole, whatever its case; a phrase may run over a line."""
    return _pattern(words, re.IGNORECASE)


def name(words: str) -> re.Pattern[str]:
    """What finds a name, written as it is."""
    return _pattern(words, re.NOFLAG)


def _pattern(words: str, flags: re.RegexFlag) -> re.Pattern[str]:
    inner = r"\s+".join(re.escape(word) for word in words.split())
    return re.compile(rf"(?<!\w){inner}(?!\w)", flags)


class Passage:
    """The text between the ends of a span, of a file's lines; what a reader does not read of it is blank."""

    def __init__(self, at: Span, source: Sequence[str]) -> None:
        self.at = at
        lines = list(source[at.line - 1 : at.end_line])
        if lines:
            lines[-1] = lines[-1][: at.end_column - 1]
            lines[0] = " " * (at.column - 1) + lines[0][at.column - 1 :]
        raw = "\n".join(lines)
        header = _HEADER.match(raw, at.column - 1)
        if header is not None:
            raw = raw[: header.start()] + " " * len(header[0]) + raw[header.end() :]
        self.links = tuple(found.span() for found in _LINK.finditer(raw))
        self.words = _HIDDEN.sub(lambda found: " " * len(found[0]), raw)

    def place(self, start: int, end: int) -> Span:
        """Where some of its characters stand in the file."""
        line, column = self._place(start)
        end_line, end_column = self._place(end)
        return Span(self.at.source, line, column, end_line, end_column)

    def _place(self, at: int) -> tuple[int, int]:
        before = self.words[:at]
        return self.at.line + before.count("\n"), at - (before.rfind("\n") + 1) + 1

    def find(self, pattern: re.Pattern[str], *, besides: tuple[tuple[int, int], ...] = ()) -> Iterator[Span]:
        """Where a pattern is found, outside of the stretches ``besides``."""
        for found in pattern.finditer(self.words):
            if not any(start <= found.start() < end for start, end in besides):
                yield self.place(*found.span())

    @cached_property
    def documents(self) -> tuple[tuple[int, int], ...]:
        """The stretches that are lines of a document."""
        return tuple(found.span() for found in _DOCUMENT.finditer(self.words))

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """The stretches between double quotation marks; one that is not closed goes on to its paragraph's end."""
        found: list[tuple[int, int]] = []
        start = 0
        for end in [*(one.start() for one in _BREAK.finditer(self.words)), len(self.words)]:
            found.extend(one.span() for one in _QUOTED.finditer(self.words, start, end))
            start = end
        return tuple(found)

    def opening(self, text: str) -> Span:
        """Where a stretch of the text begins that starts with these words; the whole where they can't be found."""
        words = re.findall(r"\w+", text)[:_LEADING]
        while words:
            found = re.search(r"\W+".join(map(re.escape, words)), self.words)
            if found is not None:
                return self.place(*found.span())
            words.pop()
        return self.at
