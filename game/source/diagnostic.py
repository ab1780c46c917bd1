"""A finding about the author's text."""

from dataclasses import dataclass
from enum import StrEnum

from game.source.span import Span


class Severity(StrEnum):
    """How much a finding matters: an error keeps a story from being played."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a readable ``code``, one sentence, the exact place, and a way out where there is one.

    ``hint`` says what to do; ``notes`` are further places that belong to it, each with its own sentence.
    """

    code: str
    message: str
    at: Span
    severity: Severity = Severity.ERROR
    hint: str = ""
    notes: tuple[tuple[str, Span], ...] = ()
