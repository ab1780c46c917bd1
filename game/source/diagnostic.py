"""A finding about the author's text."""

from dataclasses import dataclass
from enum import StrEnum

from game.source.clean import clean_line
from game.source.span import Span


class Severity(StrEnum):
    """How much a finding matters: an error keeps a story from being played."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a readable ``code``, one sentence, the exact place, and a way out where there is one.

    ``hint`` says what to do; ``notes`` are further places that belong to it, each with its own sentence. What is
    quoted from the author's text in them may hold anything, and is cleaned here.
    """

    code: str
    message: str
    at: Span
    severity: Severity = Severity.ERROR
    hint: str = ""
    notes: tuple[tuple[str, Span], ...] = ()

    def __post_init__(self) -> None:
        """Let no text of an author's act on the terminal that shows it."""
        object.__setattr__(self, "message", clean_line(self.message))
        object.__setattr__(self, "hint", clean_line(self.hint))
        if self.notes:
            object.__setattr__(self, "notes", tuple((clean_line(note), at) for note, at in self.notes))
