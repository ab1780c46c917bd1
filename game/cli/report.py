"""Findings as text and as data."""

from collections.abc import Mapping, Sequence
from typing import Any

from game.source.clean import clean_line
from game.source.diagnostic import Diagnostic, Severity
from game.source.excerpt import excerpt

_MOST = 20


def report(diagnostics: Sequence[Diagnostic], texts: Mapping[str, str], *, most: int = _MOST) -> str:
    """Return the findings, each with its line underlined: ``file:line:column: severity[code]: message``."""
    parts = [one_finding(diagnostic, texts) for diagnostic in diagnostics[:most]]
    if len(diagnostics) > most:
        parts.append(f"... and {len(diagnostics) - most} more.")
    return "\n".join(parts)


def one_finding(diagnostic: Diagnostic, texts: Mapping[str, str]) -> str:
    """Return one finding as text."""
    where = f"{diagnostic.at}: " if diagnostic.at.source else ""
    lines = [clean_line(f"{where}{diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}")]
    text = texts.get(diagnostic.at.source)
    shown = "" if text is None else excerpt(diagnostic.at, text)
    if shown:
        lines.extend("  " + line for line in shown.split("\n"))
    if diagnostic.hint:
        lines.append(clean_line(f"  hint: {diagnostic.hint}"))
    lines.extend(clean_line(f"  {note} ({at})") for note, at in diagnostic.notes)
    return "\n".join(lines)


def as_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """Return one finding for ``--json``."""
    at = diagnostic.at
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        "file": at.source,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "hint": diagnostic.hint,
    }


def counted(diagnostics: Sequence[Diagnostic]) -> str:
    """``3 errors, 1 warning``; ``no findings``."""
    errors = sum(one.severity is Severity.ERROR for one in diagnostics)
    warnings = len(diagnostics) - errors
    parts = [
        f"{count} {word}{'' if count == 1 else 's'}"
        for count, word in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    return ", ".join(parts) or "no findings"
