"""Reading on behind a syntax fault: the entry that holds it is set aside, so that one fault hides no other."""

import re

_SECTION = re.compile(r"[a-z_]+:(\s|$)")


def without_entry(text: str, line: int) -> str | None:
    """Blank the entry that holds ``line`` (one name of a section), keeping every other line where it was.

    Entries are told by their indentation alone, since the syntax can't be trusted. Returns None where nothing is left
    to set aside.
    """
    lines = text.split("\n")
    at = min(line, len(lines)) - 1
    while at > 0 and not lines[at].strip():
        at -= 1
    if not lines[at].strip():
        return None
    start, level = _entry(lines, at)
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > level):
        end += 1
    lines[start:end] = [""] * (end - start)
    return "\n".join(lines)


def _entry(lines: list[str], at: int) -> tuple[int, int]:
    """The line on which the entry around ``at`` begins, and how far entries are indented there."""
    if _SECTION.match(lines[at]):
        return at, 0
    section = next((above for above in range(at - 1, -1, -1) if _SECTION.match(lines[above])), None)
    if section is None:
        return at, 0
    inside = (line for line in lines[section + 1 : at + 1] if line.strip() and not line.lstrip().startswith("#"))
    level = max(_indent(next(inside, lines[at])), 1)
    start = at
    while start > section + 1 and not (lines[start].strip() and _indent(lines[start]) <= level):
        start -= 1
    return start, level


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
