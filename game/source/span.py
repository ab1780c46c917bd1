"""Where something stands in the author's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of one source; lines and columns count from 1 in characters, the end is exclusive.

    ``source`` is the name shown to the author (a path relative to the story's folder).
    """

    source: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """``file:line:column``, as editors and terminals link it."""
        return f"{self.source}:{self.line}:{self.column}"


NOWHERE = Span("", 1, 1, 1, 1)
"""The span of things that no author wrote (tests, defaults)."""
