"""How advice is given: always a warning, and only what is sure."""

from game.source.diagnostic import Diagnostic, Severity
from game.source.span import Span


def advice(code: str, message: str, at: Span, hint: str = "", *notes: tuple[str, Span]) -> Diagnostic:
    """A finding that keeps no story from being played."""
    return Diagnostic(code=code, message=message, at=at, severity=Severity.WARNING, hint=hint, notes=notes)
